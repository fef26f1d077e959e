"""Quirks and faults as words of a command line: ``text-numbers,zero-dates``, ``slow=2``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, cast

from . import quirks
from .faults import Fault, Forbidden, Page, Reason, Reset, Slow, Truncated
from .quirks import Quirks

QUIRKS: Final = tuple(name.replace("_", "-") for name in quirks.names())


@dataclass(frozen=True, slots=True)
class _Word:
    """A fault on the command line.

    value:  what follows ``=``, as lists of faults show it
    takes:  what such a value is
    usual:  the value where none is given
    make:   makes the fault of a value; raises ValueError where it is none
    """

    value: str
    takes: str
    usual: str
    make: Callable[[str], Fault]


def _reset(moment: str) -> Reset:
    if moment not in ("before", "after"):
        raise ValueError(moment)
    return Reset(carried_out=moment == "after")


_SHARE: Final = "a number from 0 to 1"
_STATUS: Final = "a number from 200 to 999"
_WORDS: Final[dict[str, _Word]] = {
    "slow": _Word("SECONDS", "a number from 0 to 86400", "1", lambda value: Slow(float(value))),
    "truncated": _Word("SHARE", _SHARE, "0.5", lambda value: Truncated(float(value))),
    "reset": _Word("before|after", "before or after", "before", _reset),
    "page": _Word("STATUS", _STATUS, "503", lambda value: Page(int(value))),
    "empty": _Word("STATUS", _STATUS, "200", lambda value: Page(int(value), text="")),
    "forbidden": _Word(
        "REASON",
        "address, credentials or permission",
        "address",
        lambda value: Forbidden(cast(Reason, value)),
    ),
}
FAULTS: Final = tuple(f"{name}={word.value}" for name, word in _WORDS.items())


def read_quirks(text: str) -> Quirks:
    """The quirks of a comma list. Raises ValueError, naming those there are."""
    given = [name.strip().replace("-", "_") for name in text.split(",") if name.strip()]
    known = (*quirks.names(), *quirks.IMPOSSIBLE)
    if unknown := [name.replace("_", "-") for name in given if name not in known]:
        raise ValueError(f"no such quirk: {', '.join(unknown)}; there are {', '.join(QUIRKS)}")
    return Quirks(**dict.fromkeys(given, True))


def read_fault(text: str) -> Fault:
    """The fault of ``name`` or ``name=value``. Raises ValueError, saying which there are."""
    name, _, value = (part.strip() for part in text.partition("="))
    if name not in _WORDS:
        raise ValueError(f"no such fault: {text}; there are {', '.join(FAULTS)}")
    word = _WORDS[name]
    try:
        return word.make(value or word.usual)
    except ValueError:
        raise ValueError(f"fault {name}={word.value} takes {word.takes}, not {value}") from None
