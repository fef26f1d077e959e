"""Quirks and faults as words of a command line: ``text-numbers,zero-dates``, ``slow=2``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from . import quirks
from .faults import Fault, Forbidden, Page, Reset, Slow, Truncated
from .quirks import Quirks

QUIRKS: Final = tuple(name.replace("_", "-") for name in quirks.names())

_FAULTS: Final[dict[str, Callable[[str], Fault]]] = {
    "slow": lambda value: Slow(float(value or 1)),
    "truncated": lambda value: Truncated(float(value or 0.5)),
    "reset": lambda value: Reset(carried_out=_chosen(value, "before", "after") == "after"),
    "page": lambda value: Page(int(value or 503)),
    "empty": lambda value: Page(int(value or 200), text=""),
    "forbidden": lambda value: _forbidden(_chosen(value, "address", "credentials", "permission")),
}
FAULTS: Final = (
    "slow=SECONDS",
    "truncated=SHARE",
    "reset=before|after",
    "page=STATUS",
    "empty=STATUS",
    "forbidden=REASON",
)


def read_quirks(text: str) -> Quirks:
    """The quirks of a comma list. Raises ValueError, naming those there are."""
    given = [name.strip() for name in text.split(",") if name.strip()]
    if unknown := [name for name in given if name not in QUIRKS]:
        raise ValueError(f"no such quirk: {', '.join(unknown)}; there are {', '.join(QUIRKS)}")
    return Quirks(**{name.replace("-", "_"): True for name in given})


def read_fault(text: str) -> Fault:
    """The fault of ``name`` or ``name=value``. Raises ValueError, naming those there are."""
    name, _, value = text.partition("=")
    try:
        return _FAULTS[name.strip()](value.strip())
    except (KeyError, ValueError):
        raise ValueError(f"no such fault: {text}; there are {', '.join(FAULTS)}") from None


def _chosen(value: str, *choices: str) -> str:
    """The value, if it is one of the choices; the first of them where there is none."""
    if value and value not in choices:
        raise ValueError(value)
    return value or choices[0]


def _forbidden(reason: str) -> Forbidden:
    match reason:
        case "credentials" | "permission":
            return Forbidden(reason)
        case _:
            return Forbidden()
