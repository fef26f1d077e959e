"""Whether a schema is so plain that it cannot be wrong: the quick answer for nearly all schemas of a real document.

Validating a schema by its metaschema takes a hundred times as long. ``plainly_valid`` only ever says yes where OpenAPI
3.0, OpenAPI 3.1, draft-07 and 2020-12 would all say so too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_TYPES = frozenset({"array", "boolean", "integer", "number", "object", "string"})


def plainly_valid(schema: Any) -> bool:
    """True where a schema is certainly valid; False where only a metaschema can tell."""
    if not isinstance(schema, dict):
        return False
    for name, value in schema.items():
        check = _CHECKS.get(name)
        if check is None:
            if not name.startswith("x-"):
                return False
        elif not check(value):
            return False
    return True


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return type(value) in (int, float)


def _is_size(value: Any) -> bool:
    return type(value) is int and value >= 0


def _is_anything(_: Any) -> bool:
    return True


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and len(value) > 0


def _is_type(value: Any) -> bool:
    return isinstance(value, str) and value in _TYPES


def _are_names(value: Any) -> bool:
    return _is_list(value) and all(isinstance(name, str) for name in value) and len(set(value)) == len(value)


def _are_schemas(value: Any) -> bool:
    return _is_list(value) and all(plainly_valid(item) for item in value)


def _map_schemas(value: Any) -> bool:
    return isinstance(value, dict) and all(plainly_valid(item) for item in value.values())


def _is_additional(value: Any) -> bool:
    return isinstance(value, bool) or plainly_valid(value)


_CHECKS: dict[str, Callable[[Any], bool]] = {
    "type": _is_type,
    "description": _is_text,
    "properties": _map_schemas,
    "$ref": _is_text,
    "format": _is_text,
    "items": plainly_valid,
    "required": _are_names,
    "enum": _is_list,
    "default": _is_anything,
    "example": _is_anything,
    "title": _is_text,
    "allOf": _are_schemas,
    "oneOf": _are_schemas,
    "anyOf": _are_schemas,
    "additionalProperties": _is_additional,
    "nullable": _is_flag,
    "deprecated": _is_flag,
    "readOnly": _is_flag,
    "writeOnly": _is_flag,
    "uniqueItems": _is_flag,
    "minimum": _is_number,
    "maximum": _is_number,
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), _is_size),
}
