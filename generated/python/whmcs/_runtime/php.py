"""PHP's own formats: ``serialize()``, and which names it reads from a form as they are meant.

Vectors: tests/wire/php_serialize.json and tests/wire/form_names.json; real PHP is the judge of
both.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from . import values
from .misfit import Misfit, is_bytes, is_list, is_map, refuse

# Far more than anyone needs, and far less than Python's stack holds.
_DEEPEST: Final = 100
_INTEGERS: Final = range(-(2**63), 2**63)
# "1", "0" and "-5" are integers as keys of an array; "01", "+1", "-0" and "1.0" stay texts.
_INTEGER_KEY: Final = re.compile(r"0|-?[1-9][0-9]*")
# "pid", "pid[0]", "email_preferences[general]". PHP turns a dot or a space in front of the first
# bracket into an underscore, ends a name at a NUL, drops what follows a bracket and takes "[]" and
# "[ ]" for "the next".
_NAME: Final = re.compile(r"[^ .\[\0]+(\[(?!\s\])[^\[\]\0]+\])*", re.ASCII)
_KEY: Final = re.compile(r"(?!\s\Z)[^\]\0]+", re.ASCII)


def readable_name(name: str) -> bool:
    """Whether PHP reads the name of a variable, ``a`` or ``a[b][c]``, as it is written."""
    return _NAME.fullmatch(name) is not None


def readable_key(key: str) -> bool:
    """Whether PHP reads the key as it is written when it stands in brackets."""
    return _KEY.fullmatch(key) is not None


def serialize(value: object, date_pattern: str | None = None) -> bytes:
    """PHP's serialize() of the value, byte for byte.

    A dict is an array with PHP's keys (``"5"`` becomes 5), a list an array from 0. None is null. A
    Decimal is text, since PHP has no decimal numbers; so is a date, in the server's form. Raises
    Misfit.
    """
    return b"".join(_serialize(value, date_pattern, 0))


def _serialize(value: object, date_pattern: str | None, level: int) -> Iterator[bytes]:
    value = values.plain(value)
    if level > _DEEPEST:
        refuse(f"at most {_DEEPEST} levels", type(value))
    match value:
        case None:
            yield b"N;"
        case bool():
            yield b"b:%d;" % value
        case int():
            if value not in _INTEGERS:
                refuse("an integer of 64 bits", value)
            yield b"i:%d;" % value
        case float():
            yield b"d:%s;" % _float(value).encode()
        case str():
            yield _string(values.text(value).encode())
        case Decimal():
            yield _string(values.number(value).encode())
        case date():
            yield _string(values.moment(value, date_pattern).encode())
        case _ if is_bytes(value):
            yield _string(bytes(value))
        case _:
            yield from _array(value, date_pattern, level)


def _string(content: bytes) -> bytes:
    return b's:%d:"%s";' % (len(content), content)


def _array(value: object, date_pattern: str | None, level: int) -> Iterator[bytes]:
    entries = _entries(value)
    yield b"a:%d:{" % len(entries)
    for key, item in entries.items():
        yield b"i:%d;" % key if isinstance(key, int) else _string(key.encode())
        try:
            yield from _serialize(item, date_pattern, level + 1)
        except Misfit as misfit:
            raise misfit.inside(key) from None
    yield b"}"


def _entries(value: object) -> dict[int | str, object]:
    """The value as a PHP array: keys as PHP has them."""
    if is_list(value):
        return dict(enumerate(value))
    if not is_map(value):
        raise Misfit("values that PHP has: texts, numbers, booleans, lists, maps", value)
    entries: dict[int | str, object] = {}
    for key, item in value.items():
        if (php_key := _array_key(key)) in entries:
            refuse(f"each key once: for PHP, {key!r} and {php_key!r} are the same key", value)
        entries[php_key] = item
    return entries


def _array_key(key: object) -> int | str:
    key = values.plain(key)
    if isinstance(key, bool) or not isinstance(key, int | str):
        raise Misfit("keys that are text or whole numbers", key)
    if isinstance(key, int):
        if key not in _INTEGERS:
            refuse("keys within 64 bits", key)
        return int(key)
    is_number = len(key) < 21 and _INTEGER_KEY.fullmatch(key) and int(key) in _INTEGERS
    return int(key) if is_number else values.text(key)


def _float(value: float) -> str:
    """The shortest digits that give the same number, as in PHP: 0.1, 1.0E+25, -0, INF."""
    if math.isnan(value):
        return "NAN"
    sign = "-" if math.copysign(1, value) < 0 else ""
    if math.isinf(value):
        return f"{sign}INF"
    if value == 0:
        return f"{sign}0"
    parts = Decimal(repr(abs(float(value)))).normalize().as_tuple()
    digits = "".join(map(str, parts.digits))
    point = len(digits) + int(parts.exponent)  # digits in front of the decimal point
    # PHP turns to an exponent from 1.0E-5 downwards and from 1.0E+17 upwards.
    if point < -3 or point > 17:
        return f"{sign}{digits[0]}.{digits[1:] or '0'}E{point - 1:+d}"
    if point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    whole = digits[:point].ljust(point, "0")
    return f"{sign}{whole}.{digits[point:]}" if digits[point:] else f"{sign}{whole}"
