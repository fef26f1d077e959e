"""JSON with exact numbers: ``15.950`` is ``Decimal("15.950")``, both ways, and never a float."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final, NoReturn

from . import values
from .misfit import Misfit, is_list, is_map, refuse

# Far more than anyone needs, and far less than Python's stack holds.
_DEEPEST: Final = 100
# Python refuses to read integers of more digits.
_MOST_DIGITS: Final = 4000


def loads(body: str | bytes | bytearray) -> Any:
    """The value that the body is the JSON of. Raises ValueError where it is none, or too deep.

    Control characters in a text, such as a tab that nobody escaped, stand for themselves.
    """
    try:
        return json.loads(body, strict=False, parse_float=_decimal, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def loads_at(text: str, start: int) -> tuple[Any, int]:
    """The value whose JSON begins at ``start``, and where it ends. Raises as ``loads`` does."""
    try:
        return _DECODER.raw_decode(text, start)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _decimal(digits: str) -> Decimal | str:
    """The exact number; one so large or small that nobody can calculate with it stays text."""
    try:
        number = Decimal(digits)
    except InvalidOperation:
        return digits
    return number if abs(number.adjusted()) < _MOST_DIGITS else digits


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) < _MOST_DIGITS else digits


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_DECODER: Final = json.JSONDecoder(
    strict=False, parse_float=_decimal, parse_int=_integer, parse_constant=_refuse_constant
)


def dumps(value: object, date_pattern: str | None = None) -> str:
    """Compact JSON. A Decimal is a number with all its digits, a date is text. Raises Misfit."""
    return "".join(_dumps(value, date_pattern, 0))


def _dumps(value: object, date_pattern: str | None, level: int) -> Iterator[str]:
    value = values.plain(value)
    if level > _DEEPEST:
        refuse(f"at most {_DEEPEST} levels", type(value))
    match value:
        case None:
            yield "null"
        case bool():
            yield "true" if value else "false"
        case int() | float() | Decimal():
            yield values.number(value)
        case str():
            yield _quoted(value)
        case date():
            yield _quoted(values.moment(value, date_pattern))
        case _:
            yield from _container(value, date_pattern, level)


def _quoted(value: str) -> str:
    return json.dumps(values.text(value), ensure_ascii=False)


def _container(value: object, date_pattern: str | None, level: int) -> Iterator[str]:
    if not is_list(value) and not is_map(value):
        raise Misfit("values that JSON has: texts, numbers, booleans, lists, maps", value)
    entries = value.items() if is_map(value) else enumerate(value)
    opening, closing = "{}" if is_map(value) else "[]"
    names: set[str] = set()
    for count, (key, item) in enumerate(entries):
        yield "," if count else opening
        if is_map(value):
            if (name := _key(key)) in names:
                refuse(f"each key once: {name!r} is there twice", type(value))
            names.add(name)
            yield f"{_quoted(name)}:"
        try:
            yield from _dumps(item, date_pattern, level + 1)
        except Misfit as misfit:
            raise misfit.inside(key) from None
    yield closing if value else opening + closing


def _key(key: object) -> str:
    key = values.plain(key)
    if isinstance(key, bool) or not isinstance(key, int | str):
        raise Misfit("keys that are text or whole numbers", key)
    return str(key)
