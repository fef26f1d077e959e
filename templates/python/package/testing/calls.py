"""What was called, for tests to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .._runtime import entries
from .._runtime.misfit import is_list, is_map
from .._runtime.operation import Effect, Operation
from .._runtime.secret import STARS, is_secret


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
        shown = _starred(self.params, self._sensitive)
        problem = f", problem={self.problem!r}" if self.problem else ""
        return f"Call({self.action!r}, {shown!r}{problem})"


def sensitive_names(operation: Operation[Any] | None) -> frozenset[str]:
    """Names, in small letters, of parameters and of entries of theirs whose values no repr shows."""
    params = operation.params if operation else ()
    names = [param.wire for param in params if param.sensitive]
    names += [name for param in params for name in entries.sensitive_names(param)]
    return frozenset(name.casefold() for name in names)


def _starred(value: object, names: frozenset[str]) -> object:
    """The value with stars for what stands under a sensitive name, at any depth."""
    if is_list(value):
        return [_starred(item, names) for item in value]
    if not is_map(value):
        return value
    return {
        key: STARS if _hides(key, names) else _starred(item, names) for key, item in value.items()
    }


def _hides(key: object, names: frozenset[str]) -> bool:
    return isinstance(key, str) and (is_secret(key) or key.casefold() in names)
