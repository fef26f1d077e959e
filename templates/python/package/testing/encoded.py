"""Values that travel as base64 of PHP's serialize() or of JSON, read back."""

from __future__ import annotations

import json
from base64 import b64decode
from decimal import Decimal
from typing import Any

from .php_form import PhpKey, Unreadable
from .php_serialized import Unserialized, unserialize
from .plain_json import is_list, is_object


def php_blob(text: str, *, as_map: bool) -> Any:
    """The array in the text; ``as_map`` keeps the keys 0, 1, 2. Raises Unreadable."""
    value = unserialize(_content(text))
    if not isinstance(value, dict):
        raise Unreadable("must be a serialized array")
    return _entries(value) if as_map else _plain(value)


def json_blob(text: str, file: tuple[str, str] | None) -> Any:
    """The list or object in the text, with Decimals, and bytes in files. Raises Unreadable."""
    try:
        value = json.loads(_content(text), parse_float=Decimal)
    except RecursionError:
        raise Unreadable("must be JSON of fewer levels") from None
    if file is None:
        return value
    if not is_list(value):
        raise Unreadable("must be a list of files")
    return [_file(row, *file) for row in value]


def _content(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except ValueError:
        raise Unreadable("must be base64") from None


def _file(row: Any, name: str, data: str) -> dict[str, Any]:
    if (
        not is_object(row)
        or not isinstance(row.get(name), str)
        or not isinstance(row.get(data), str)
    ):
        raise Unreadable(f"must be files, each with {name} and {data}")
    return {**row, data: _content(row[data])}


def _plain(value: Unserialized) -> Any:
    """The value as ``json_encode`` sees it: an array with the keys 0, 1, 2 is a list."""
    if not isinstance(value, dict):
        return value
    if list(value) == list(range(len(value))):
        return [_plain(item) for item in value.values()]
    return _entries(value)


def _entries(value: dict[PhpKey, Unserialized]) -> dict[PhpKey, Any]:
    return {key: _plain(item) for key, item in value.items()}
