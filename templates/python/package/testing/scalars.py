"""Single values as the server takes them: ``"1.50"`` -> ``Decimal("1.50")`` where that is declared.

A form holds texts; what was serialized, or is JSON, may hold numbers and booleans too. Raises
Unreadable for what the declared kind does not take.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from .. import _dialect as dialect
from .._runtime import dates
from .._runtime.operation import Param
from .._runtime.secret import STARS, is_secret
from .php_form import Unreadable

_INTEGER: Final = re.compile(r"[+-]?[0-9]{1,4000}", re.ASCII)
_DECIMAL: Final = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)", re.ASCII)
# Kinds that take a value of each type as it is; a boolean is no number here, though it is in Python.
_TAKES: Final[Mapping[type[Any], tuple[str, ...]]] = {
    bool: ("boolean",),
    int: ("integer", "decimal", "text"),
    float: ("decimal", "text"),
    Decimal: ("decimal", "text"),
    bytes: ("bytes", "text"),
}


def read_text(param: Param, text: str) -> Any:
    """A value of its kind. An empty text is a value of every kind: it clears a field."""
    if text == "":
        return text
    match param.kind:
        case "integer":
            return int(_fitting(_INTEGER, param, text, "a whole number"))
        case "decimal":
            return Decimal(_fitting(_DECIMAL, param, text, "a decimal number"))
        case "boolean":
            return _boolean(param, text)
        case "date":
            return _moment(text, param.encoding.date or dialect.REQUEST_DATE, only_date=True)
        case "datetime":
            return _moment(text, param.encoding.date or dialect.REQUEST_DATETIME, only_date=False)
        case "bytes":
            return b64decode(text, validate=True)
        case "text" | "object" | "any":
            return text


def read_typed(param: Param, value: object) -> Any:
    """The same of a value that has a type of its own."""
    if isinstance(value, str):
        return read_text(param, value)
    if value is None or param.kind == "any" or param.kind in _TAKES.get(type(value), ()):
        return value
    if param.kind == "boolean" and value in (0, 1):
        return bool(value)
    raise Unreadable(f"must be {param.kind}, not {type(value).__name__}")


def _fitting(pattern: re.Pattern[str], param: Param, text: str, needed: str) -> str:
    if not pattern.fullmatch(text):
        raise Unreadable(f"must be {needed}, not {_shown(param, text)}")
    return text


def _boolean(param: Param, text: str) -> bool:
    if text not in (dialect.TRUE, dialect.FALSE):
        needed = f"{dialect.TRUE} or {dialect.FALSE}"
        raise Unreadable(f"must be {needed}, not {_shown(param, text)}: PHP takes it for true")
    return text == dialect.TRUE


def _shown(param: Param, text: str) -> str:
    return STARS if param.sensitive or is_secret(param.wire) else repr(text[:50])


def _moment(text: str, pattern: str, *, only_date: bool) -> date | str:
    """The date or time; a text of another form stays one, for servers that want their own."""
    moment = dates.read(text, (pattern,))
    if moment is None:
        return text
    return moment.date() if only_date else moment
