"""Single values of a response, in any spelling that servers use: a zero date -> None.

These readers are for what the fast path (see ``leniency``) does not take. Each gives the value,
None for no value, an ``Odd`` where only a part can be said, or raises ValueError. Vectors:
tests/wire/decode_scalars.json.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import Any, Final, NoReturn

from .. import _dialect as dialect
from . import dates
from .charset import WHITE
from .oddity import Odd

_TRUE: Final = frozenset(word.lower() for word in dialect.TRUE_WORDS)
_FALSE: Final = frozenset(word.lower() for word in dialect.FALSE_WORDS)
_NOTHING: Final = dialect.BLANK | dialect.ZERO_DATES


def nothing(value: Any) -> None:
    """None for a blank."""
    if not _is_blank(value):
        raise ValueError


def integer(value: Any) -> int | None:
    """A whole number, also as ``5.0``. True and False are 1 and 0, as they are in PHP."""
    if isinstance(value, bool | Decimal | float) and isfinite(value) and value == int(value):
        return int(value)
    nothing(value)
    return None


def decimal(value: Any) -> Decimal | None:
    """An exact number. True and False are 1 and 0, as they are in PHP."""
    if isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, float) and isfinite(value):  # of JSON that somebody reads by hand
        return Decimal(repr(value))
    if not _is_blank(value):
        _unreadable()
    return None


def boolean(value: Any) -> bool | None:
    """True or False: by the dialect's words, in any case of letters; 1 and 0 also as numbers."""
    if value is None:
        return None
    word = value.strip(WHITE).lower() if isinstance(value, str) else str(value)
    if isinstance(value, str | int) and word in _TRUE:
        return True
    if isinstance(value, str | int) and word in _FALSE:
        return False
    _unreadable()


def day(value: Any) -> date | Odd | None:
    """A date. Of a time that is not midnight, the date with the whole text kept."""
    moment = _moment(value, (*dialect.RESPONSE_DATES, *dialect.RESPONSE_DATETIMES))
    if moment is None or moment.time() == time.min:
        return moment and moment.date()
    return Odd(value, moment.date(), "a date without a time")


def moment(value: Any) -> datetime | None:
    """A date and time, in the server's local time; a date alone is its midnight."""
    return _moment(value, (*dialect.RESPONSE_DATETIMES, *dialect.RESPONSE_DATES))


def text(value: Any) -> str | None:
    """A text. Booleans are "1" and "", as PHP writes them; a number keeps its digits.

    Its exponent is written out, as in other numbers.
    """
    if isinstance(value, bool):
        return "1" if value else ""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, int | float):
        return str(value)
    if value is not None:
        _unreadable()
    return None


def _moment(value: Any, patterns: tuple[str, ...]) -> datetime | None:
    if _is_blank(value) or value is False:
        return None
    if not isinstance(value, str):
        _unreadable()
    stripped = value.strip(WHITE)
    if stripped in _NOTHING or _is_zero(stripped):
        return None
    if (found := dates.read(stripped, patterns)) is None:
        _unreadable()
    return found


def _is_zero(text: str) -> bool:
    """Whether it is a zero date with a time of zeros in any form: T00:00:00.000Z."""
    day, _, rest = text.replace(" ", "T").partition("T")
    return day in dialect.ZERO_DATES and not rest.strip("0:.+-Z")


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and value.strip(WHITE) in dialect.BLANK)


def _unreadable() -> NoReturn:
    raise ValueError
