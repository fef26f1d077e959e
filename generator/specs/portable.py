"""A schema of another file -> the same as a component of an OpenAPI document.

A JSON Schema file says some things in other words than OpenAPI 3.0 does, and more than 3.0 can say. What 3.0 cannot say
is left out: the result allows what the schema allows, and sometimes more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# About the file that a schema comes from. What other schemas there are in it is moved where something refers to it.
_OF_A_FILE = frozenset({"$schema", "$id", "$anchor", "$comment", "$vocabulary", "$defs", "definitions"})
_IN_3_0 = frozenset({
    "$ref", "additionalProperties", "allOf", "anyOf", "default", "deprecated", "description", "discriminator", "enum",
    "example", "exclusiveMaximum", "exclusiveMinimum", "externalDocs", "format", "items", "maxItems", "maxLength",
    "maxProperties", "maximum", "minItems", "minLength", "minProperties", "minimum", "multipleOf", "not", "nullable",
    "oneOf", "pattern", "properties", "readOnly", "required", "title", "type", "uniqueItems", "writeOnly", "xml",
})  # fmt: skip


def portable(schema: dict[str, Any], *, modern: bool) -> dict[str, Any]:
    """A schema, its parts being portable already, for a component of OpenAPI 3.0 or, where ``modern``, of 3.1."""
    kept = {name: value for name, value in schema.items() if name not in _OF_A_FILE}
    return kept if modern else _in_3_0(kept)


def _in_3_0(schema: dict[str, Any]) -> dict[str, Any]:
    plain = {name: value for name, value in schema.items() if name in _IN_3_0 or name.startswith("x-")}
    if "const" in schema:
        plain["enum"] = [schema["const"]]
    if isinstance(schema.get("examples"), list) and schema["examples"]:
        plain.setdefault("example", schema["examples"][0])
    for limit, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        _set_limit(plain, limit, exclusive)
    if schema.get("contentEncoding") == "base64":
        plain.setdefault("format", "byte")
    if plain.get("required") == []:
        del plain["required"]
    if isinstance(plain.get("type"), list) or plain.get("type") == "null":
        types = plain.pop("type")
        _set_types(plain, types if isinstance(types, list) else [types])
    if isinstance(plain.get("properties"), dict):
        plain["properties"] = {name: _as_object(item) for name, item in plain["properties"].items()}
    for name in ("allOf", "anyOf", "oneOf"):
        if name in plain:
            plain[name] = [_as_object(item) for item in plain[name]]
    if "not" in plain:
        plain["not"] = _as_object(plain["not"])
    if "items" in plain or plain.get("type") == "array":
        items = plain.get("items", {})
        # What stands in front, by its places, is none of what `items` is about.
        plain["items"] = {} if isinstance(items, list) or "prefixItems" in schema else _as_object(items)
    return plain


def _set_limit(schema: dict[str, Any], limit: str, exclusive: str) -> None:
    """``exclusiveMinimum: 3`` is ``minimum: 3`` and ``exclusiveMinimum: true`` in 3.0."""
    bound = schema.get(exclusive)
    if isinstance(bound, bool) or not isinstance(bound, int | float):
        return
    other = schema.pop(limit, bound)
    stricter = bound >= other if limit == "minimum" else bound <= other
    schema[limit], schema[exclusive] = (bound, True) if stricter else (other, False)


def _set_types(schema: dict[str, Any], types: list[str]) -> None:
    """``type: [string, "null"]`` is ``type: string`` and ``nullable: true`` in 3.0."""
    named = [name for name in types if name != "null"]
    if not named:
        schema.update(nullable=True, enum=[None])
    elif len(named) == 1:
        schema["type"] = named[0]
        schema |= {"nullable": True} if "null" in types else {}
    else:
        # Beside an `anyOf` of its own, any type is allowed.
        more = {"nullable": True} if "null" in types else {}
        options = [{"type": name, **({"items": {}} if name == "array" else {}), **more} for name in named]
        schema.setdefault("anyOf", options)


def _as_object(schema: Mapping[str, Any] | bool) -> Mapping[str, Any]:
    """Without the boolean schemas, which 3.0 does not know."""
    if isinstance(schema, bool):
        return {} if schema else {"not": {}}
    return schema
