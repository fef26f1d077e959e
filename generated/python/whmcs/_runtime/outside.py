"""Where a call came from, so that a warning points at the user's line and not into this package."""

from __future__ import annotations

import inspect
from typing import Final

_PACKAGE: Final = __name__.rpartition("._runtime.")[0]


def levels_to_caller() -> int:
    """The ``stacklevel`` with which the function that asks can warn whoever called the package."""
    frame = inspect.currentframe()
    frame = frame and frame.f_back
    level = 1
    while (
        frame is not None
        and _is_ours(frame.f_globals.get("__name__", ""))
        and frame.f_back is not None
    ):
        frame = frame.f_back
        level += 1
    return level


def as_given(value: object) -> object:
    """The value as a caller without a type checker may have passed it: of any type."""
    return value


def _is_ours(module: str) -> bool:
    return module == _PACKAGE or module.startswith(f"{_PACKAGE}.")
