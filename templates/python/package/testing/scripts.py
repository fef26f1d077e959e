"""What a test has registered: answers to actions, and conditions for some calls or all."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pydantic import BaseModel

from .faults import Fault
from .quirks import Quirks


@dataclass(frozen=True, slots=True)
class Raw:
    """An answer byte by byte."""

    body: bytes | str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Failure:
    """An answer that says error, with a message and the HTTP status that it comes with."""

    message: str
    status: int = 200


# The fields of a success, a whole list, a model, exact bytes or text; None for a mere success.
Plain: TypeAlias = Mapping[str, object] | Sequence[object] | BaseModel | Raw | Failure | None
# One of these, or a function that is given the parameters and makes one.
Answer: TypeAlias = Plain | Callable[[dict[str, Any]], Plain]


class Script:
    """The answers to one action: those for the next calls, then the others, the last for ever."""

    def __init__(self) -> None:
        self._next: deque[Answer] = deque()
        self._then: deque[Answer] = deque()

    def replace(self, answers: Iterable[Answer]) -> None:
        """From now on, these and no others."""
        self._next.clear()
        self._then = deque(answers)

    def put_ahead(self, answer: Answer, calls: int) -> None:
        """For the next calls, this."""
        self._next.extend([answer] * calls)

    def take(self) -> tuple[Answer] | None:
        """The answer for a call, in a tuple; None if there is none."""
        if self._next:
            return (self._next.popleft(),)
        if not self._then:
            return None
        return (self._then.popleft() if len(self._then) > 1 else self._then[0],)


@dataclass(slots=True)
class Condition:
    """Something odd or wrong, for one action or all, for so many calls more or (None) for ever."""

    what: Quirks | Fault
    action: str | None = None
    left: int | None = None

    def applies(self, action: str) -> bool:
        """Whether it holds for a call; counts it if so."""
        if self.action not in (None, action) or self.left == 0:
            return False
        if self.left is not None:
            self.left -= 1
        return True
