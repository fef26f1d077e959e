"""Lists, maps and objects whose entries are declared: each entry is held against its own kind.

The real server ignores an entry that it does not know, and takes a wrong one for something else, so
both are problems here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .._runtime.operation import Param
from .php_form import PhpKey, Unreadable
from .scalars import read_typed


def read_object(
    param: Param, entries: Mapping[PhpKey, Any], read: Callable[[Param, Any], Any]
) -> dict[PhpKey, Any]:
    """The object, each entry read as it is declared. Raises Unreadable, naming the entry."""
    declared = {field.wire: field for field in param.fields}
    values: dict[PhpKey, Any] = {}
    for key, item in entries.items():
        field = declared.get(str(key))
        if field is None:
            raise Unreadable(f"[{key}] is unknown; known are {', '.join(declared)}")
        values[key] = at(key, read, field, item)
    for field in param.fields:
        if field.required and field.wire not in values:
            raise Unreadable(f"[{field.wire}] is required")
    return values


def at(key: object, read: Callable[..., Any], *arguments: object) -> Any:
    """What ``read`` gives; its Unreadable says where."""
    try:
        return read(*arguments)
    except ValueError as error:
        text = str(error)
        raise Unreadable(f"[{key}]{'' if text.startswith('[') else ' '}{text}") from None


def read_decoded(param: Param, value: Any) -> Any:
    """What was serialized, or is JSON, with its entries read as they are declared."""
    if param.encoding.each or param.shape in ("value", "any"):
        return _single(param, value) if param.shape != "any" else value
    if isinstance(value, dict):
        if param.shape == "list" and not all(isinstance(key, int) for key in value):
            raise Unreadable("is not a list: its keys are no indexes")
        return {key: at(key, _single, param, item) for key, item in value.items()}
    if not isinstance(value, list):
        raise Unreadable("must be an array")
    return [at(key, _single, param, item) for key, item in enumerate(value)]


def _single(param: Param, value: Any) -> Any:
    """One value or one object; None in holes."""
    if value is None or param.kind == "any":
        return value
    is_array = isinstance(value, list | dict)
    if param.kind != "object":
        if is_array and not param.encoding.each:
            raise Unreadable("must be a single value, and is an array")
        return value if is_array else read_typed(param, value)
    if not is_array or (isinstance(value, list) and value and param.fields):
        raise Unreadable("must be an array with keys")
    if not param.fields:
        return value
    return read_object(param, value or {}, read_decoded)
