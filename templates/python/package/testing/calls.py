"""What was called, for tests to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .. import _dialect as dialect
from .._runtime.operation import Effect, Operation

_STARS = "***"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Call:
    """One request that arrived.

    action:       what was called; "" if the request does not say
    effect:       read | write | destructive; None for an action that the package does not know
    params:       parameters in their plain values: ``[1, 2]``, Decimal, date, bytes; no secrets;
                  None in holes of lists; keys as PHP has them, 5 for "5"
    pairs:        the form as it was sent, in its order, with the credentials
    path:         where the request went
    headers:      those of the request, names in lower case
    problem:      why the request was refused; None if it was not
    carried_out:  whether a server would have acted
    """

    action: str
    effect: Effect | None
    params: Mapping[str, Any]
    pairs: tuple[tuple[str, str], ...]
    path: str
    headers: Mapping[str, str]
    problem: str | None
    carried_out: bool
    _sensitive: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        shown = {
            wire: _STARS if wire in self._sensitive or wire in dialect.SENSITIVE else value
            for wire, value in self.params.items()
        }
        problem = f", problem={self.problem!r}" if self.problem else ""
        return f"Call({self.action!r}, {shown!r}{problem})"


def sensitive_names(operation: Operation[Any] | None) -> frozenset[str]:
    """Names of parameters whose values no repr shows."""
    return (
        frozenset(param.wire for param in operation.params if param.sensitive)
        if operation
        else frozenset()
    )
