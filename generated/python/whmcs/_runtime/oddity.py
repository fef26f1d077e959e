"""What a response held that its declared types do not say: put in the value's place, then taken out again.

Reading leaves an ``Odd`` where a value cannot be read. ``settle`` moves what they hold to
``unparsed`` of the model that they are in, so that nobody who uses a model ever meets one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


class Odd:
    """A stand-in inside a freshly read model.

    raw:       what was sent
    value:     what goes into the field instead; in a list or map the item is left out
    expected:  what was declared, "a date"; empty where ``raw`` is no fault but only has no place in the type
    rest:      keys beside the list of a wrapper: ``raw`` holds these
    """

    __slots__ = ("expected", "raw", "rest", "value")

    def __init__(
        self, raw: Any, value: Any = None, expected: str = "", *, rest: bool = False
    ) -> None:
        self.raw = raw
        self.value = value
        self.expected = expected
        self.rest = rest


class Notes:
    """The context of one reading: in which fields of which classes an ``Odd`` was put. Usually in none."""

    __slots__ = ("fields",)

    def __init__(self) -> None:
        self.fields: dict[type[Any], set[str]] = {}


@dataclass(frozen=True, slots=True)
class Problem:
    """A value that contradicts its declared type. ``path`` is its place in the response: ``invoices[3].total``."""

    path: str
    expected: str
    raw: Any
    sensitive: bool
