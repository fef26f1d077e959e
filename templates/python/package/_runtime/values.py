"""Single values as forms have them: ``True`` -> ``1``, ``Decimal("1E+3")`` -> ``1000``.

The kind that a parameter declares decides what is accepted; nothing is guessed, nothing is rounded.
An empty text is a value of every kind: it clears a field, or fills a hole in a list.
"""

from __future__ import annotations

import base64
import re
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Final

from .. import _dialect as dialect
from . import dates
from .misfit import Misfit, is_bytes, refuse
from .operation import Kind
from .outside import as_given
from .secret import reveal

# More digits than any amount has; Decimal("1E+999999999") would fill the memory.
_MOST_DIGITS: Final = 1000
_PLAIN: Final = frozenset({str, int, float, bool, Decimal, type(None)})
# "15.95", "-3", "+7", ".5"
_NUMBER: Final = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")


def write(value: object, kind: Kind, date_pattern: str | None = None) -> str:
    """The text of one value. Raises Misfit where the kind does not take it."""
    value = plain(value)
    if isinstance(value, str) and value == "":
        return ""
    match kind:
        case "integer":
            return _integer(value)
        case "decimal":
            return _decimal(value)
        case "boolean":
            return _boolean(value)
        case "date" | "datetime":
            return _moment(value, kind, date_pattern)
        case "bytes":
            return base64_of(value)
        case "text" if isinstance(value, bool):
            raise Misfit("text", value)
        case "text" | "object" | "any":
            return _text(value, date_pattern)


def plain(value: object) -> object:
    """What is in a hidden value or an enum member.

    Of a class derived from a text or number it is that text or number, whatever the class makes of
    printing and comparing.
    """
    value = reveal(value)
    value = reveal(value.value) if isinstance(value, Enum) else value
    if type(value) in _PLAIN:
        return value
    match value:
        case str():
            return str.__str__(value)
        case int():
            return int.__int__(value)
        case float():
            return float.__float__(value)
        case Decimal():
            return Decimal(value)
        case _:
            return value


def is_one_of(value: object, known: tuple[object, ...]) -> bool:
    """Whether the value is one of these; not if it cannot be compared, as an array or a signalling NaN."""
    try:
        return value in known
    except (ArithmeticError, TypeError, ValueError):
        return False


def number(value: float | Decimal) -> str:
    """The number in digits, without an exponent: 1e21 is 1000000000000000000000."""
    if isinstance(value, int):
        if value.bit_length() > _MOST_DIGITS * 3:
            refuse("a number of less digits", type(value))
        return int.__repr__(value)
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    if not exact.is_finite():
        refuse("a finite number", value)
    if max(exact.adjusted(), -int(exact.as_tuple().exponent)) > _MOST_DIGITS:
        refuse("a number of less digits", value)
    digits = format(exact if exact else exact.copy_abs(), "f")
    return digits.removesuffix(".0") if isinstance(value, float) else digits


def moment(value: date, date_pattern: str | None = None) -> str:
    """A date or time as the server writes it. A time is the server's local time, without a zone."""
    if not isinstance(as_given(value.year), int):  # pandas' NaT is a datetime that is none
        refuse("a date that there is", type(value))
    if not isinstance(value, datetime):
        return dates.write(value, date_pattern or dialect.REQUEST_DATE)
    if value.tzinfo is not None:
        refuse("a time without a zone: the server's own local time", value)
    return dates.write(value, date_pattern or dialect.REQUEST_DATETIME)


def text(value: str) -> str:
    """The text itself, if it can be sent at all: half a surrogate pair cannot."""
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            refuse("Unicode text without lone surrogates", value)
    return str.__str__(value)


def base64_of(value: object) -> str:
    """base64 of bytes."""
    if not is_bytes(value):
        raise Misfit("bytes, which are encoded for you", value)
    return base64.b64encode(bytes(value)).decode("ascii")


def _integer(value: object) -> str:
    if isinstance(value, str) and _NUMBER.fullmatch(value) and "." not in value:
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise Misfit("a whole number", value)
    digits = number(value)
    whole, _, fraction = digits.partition(".")
    if fraction.strip("0"):
        refuse("a whole number", value)
    return whole


def _decimal(value: object) -> str:
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise Misfit("a decimal number", value)
    return number(value)


def _boolean(value: object) -> str:
    """PHP takes the texts "false" and "off" for true, so texts are refused."""
    if not isinstance(value, bool) and not is_one_of(value, (0, 1)):
        raise Misfit("True or False", value)
    return dialect.TRUE if value else dialect.FALSE


def _moment(value: object, kind: Kind, date_pattern: str | None) -> str:
    if isinstance(value, str):
        return text(value)
    if kind == "date" and isinstance(value, datetime):
        raise Misfit("a date without a time", value)
    if not isinstance(value, date):
        raise Misfit(f"a {kind}", value)
    if kind == "datetime" and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    return moment(value, date_pattern)


def _text(value: object, date_pattern: str | None) -> str:
    match value:
        case str():
            return text(value)
        case bool():
            return dialect.TRUE if value else dialect.FALSE
        case int() | float() | Decimal():
            return number(value)
        case date():
            return moment(value, date_pattern)
        case _:
            raise Misfit("a text, number, boolean or date", value)
