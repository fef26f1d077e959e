"""What a response held that its declared types do not say: in the value's place, for a moment.

Reading leaves an ``Odd`` where a value cannot be read. ``settle`` moves what it holds to
``unparsed`` of the model that it is in, so that nobody who uses a model ever meets one.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Odd:
    """A stand-in inside of what was just read.

    raw:       what was sent
    value:     what goes into the field instead; with None, an item is left out of its list or map
    expected:  what was declared, "a date"; empty where ``raw`` is no fault, and only has no place
    rest:      ``raw`` holds the keys beside the list of a wrapper
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
    """The context of one reading: the fields, by class, in which there is an Odd. Usually none."""

    __slots__ = ("fields",)

    def __init__(self) -> None:
        self.fields: dict[type[Any], set[str]] = {}


class Problem(NamedTuple):
    """A value that contradicts its declared type. ``path`` is its place: ``invoices[3].total``."""

    path: str
    expected: str
    raw: Any
    sensitive: bool
