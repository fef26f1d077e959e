"""Lists, maps and objects whose entries are declared: each entry is held against its own kind.

The real server ignores an entry that it does not know, and takes a wrong one for something else, so
both are problems here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeGuard

from .._runtime.operation import Param
from .php_form import PhpKey, Unreadable
from .plain_json import is_list
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
    if param.shape == "any":
        return value
    if param.encoding.each or param.shape == "value":
        return _single(param, value)
    if _is_array(value):
        if param.shape == "list" and not all(isinstance(key, int) for key in value):
            raise Unreadable("is not a list: its keys are no indexes")
        return {key: at(key, _single, param, item) for key, item in value.items()}
    if not is_list(value):
        raise Unreadable("must be an array")
    return [at(key, _single, param, item) for key, item in enumerate(value)]


def _single(param: Param, value: Any) -> Any:
    """One value or one object; None in holes."""
    if value is None or param.kind == "any":
        return value
    if param.kind != "object":
        if _is_array(value) or is_list(value):
            raise Unreadable("must be a single value, and is an array")
        return read_typed(param, value)
    entries: Any = {} if value == [] else value  # PHP's empty array
    if not _is_array(entries):
        raise Unreadable("must be an array with keys")
    return read_object(param, entries, read_decoded) if param.fields else entries


def _is_array(value: Any) -> TypeGuard[dict[PhpKey, Any]]:
    return isinstance(value, dict)
