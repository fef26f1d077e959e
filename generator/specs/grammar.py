"""What stands where in OpenAPI and JSON Schema documents: which entry of which object is an object of which kind.

Only the places where a reference can lead from or to are listed. What is not listed (examples, defaults, extensions) is
data, and a ``$ref`` in it is data too.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from .node import List, Map


class Kind(StrEnum):
    """The objects of a document, by the names that people call them."""

    DOCUMENT = "document"
    COMPONENTS = "components object"
    PATH_ITEM = "path item"
    OPERATION = "operation"
    PARAMETER = "parameter"
    HEADER = "header"
    REQUEST_BODY = "request body"
    RESPONSE = "response"
    MEDIA_TYPE = "media type"
    ENCODING = "encoding object"
    EXAMPLE = "example"
    LINK = "link"
    CALLBACK = "callback"
    SECURITY_SCHEME = "security scheme"
    SCHEMA = "schema"


# Where `{$ref: ...}` may stand in place of the object itself.
REFERABLE = frozenset(Kind) - {Kind.DOCUMENT, Kind.COMPONENTS, Kind.OPERATION, Kind.MEDIA_TYPE, Kind.ENCODING}

# Keywords whose schemas describe the very value that the schema around them describes: no level of data lies between.
IN_PLACE_LISTS = ("allOf", "anyOf", "oneOf")
IN_PLACE = ("not", "if", "then", "else")

_SCHEMA_ONES = (
    *IN_PLACE, "items", "additionalProperties", "additionalItems", "contains", "propertyNames",
    "unevaluatedItems", "unevaluatedProperties", "contentSchema",
)  # fmt: skip
_SCHEMA_LISTS = (*IN_PLACE_LISTS, "prefixItems", "items")
_SCHEMA_MAPS = ("properties", "patternProperties", "definitions", "$defs", "dependentSchemas", "dependencies")

# kind -> {entry: kind} for an entry that is an object, that is a list of them, that is a map of them.
_ONES: dict[Kind, dict[str, Kind]] = {
    Kind.DOCUMENT: {"components": Kind.COMPONENTS},
    Kind.PATH_ITEM: dict.fromkeys(
        ("get", "put", "post", "delete", "options", "head", "patch", "trace"), Kind.OPERATION
    ),
    Kind.OPERATION: {"requestBody": Kind.REQUEST_BODY},
    Kind.PARAMETER: {"schema": Kind.SCHEMA},
    Kind.HEADER: {"schema": Kind.SCHEMA},
    Kind.MEDIA_TYPE: {"schema": Kind.SCHEMA},
    Kind.SCHEMA: dict.fromkeys(_SCHEMA_ONES, Kind.SCHEMA),
}
_LISTS: dict[Kind, dict[str, Kind]] = {
    Kind.PATH_ITEM: {"parameters": Kind.PARAMETER},
    Kind.OPERATION: {"parameters": Kind.PARAMETER},
    Kind.SCHEMA: dict.fromkeys(_SCHEMA_LISTS, Kind.SCHEMA),
}
_CONTENT = {"content": Kind.MEDIA_TYPE, "examples": Kind.EXAMPLE}
_MAPS: dict[Kind, dict[str, Kind]] = {
    Kind.DOCUMENT: {"paths": Kind.PATH_ITEM, "webhooks": Kind.PATH_ITEM},
    Kind.COMPONENTS: {
        "schemas": Kind.SCHEMA,
        "responses": Kind.RESPONSE,
        "parameters": Kind.PARAMETER,
        "examples": Kind.EXAMPLE,
        "requestBodies": Kind.REQUEST_BODY,
        "headers": Kind.HEADER,
        "securitySchemes": Kind.SECURITY_SCHEME,
        "links": Kind.LINK,
        "callbacks": Kind.CALLBACK,
        "pathItems": Kind.PATH_ITEM,
    },
    Kind.OPERATION: {"responses": Kind.RESPONSE, "callbacks": Kind.CALLBACK},
    Kind.PARAMETER: _CONTENT,
    Kind.HEADER: _CONTENT,
    Kind.REQUEST_BODY: {"content": Kind.MEDIA_TYPE},
    Kind.RESPONSE: {"content": Kind.MEDIA_TYPE, "headers": Kind.HEADER, "links": Kind.LINK},
    Kind.MEDIA_TYPE: {"examples": Kind.EXAMPLE, "encoding": Kind.ENCODING},
    Kind.ENCODING: {"headers": Kind.HEADER},
    Kind.SCHEMA: dict.fromkeys(_SCHEMA_MAPS, Kind.SCHEMA),
}
# Maps that may hold extensions beside their entries. A schema or a property may be called `x-...`, a path may not.
_EXTENSIBLE = frozenset({"paths", "responses"})
_NO_PARTS: dict[str, Kind] = {}


def parts(node: Map, kind: Kind) -> Iterator[tuple[Any, Kind]]:
    """The objects directly inside of an object, with their kinds; also entries that ought to be objects and are not."""
    if kind is Kind.CALLBACK:
        yield from ((value, Kind.PATH_ITEM) for name, value in node.items() if not name.startswith("x-"))
        return
    ones, lists, maps = _ONES.get(kind, _NO_PARTS), _LISTS.get(kind, _NO_PARTS), _MAPS.get(kind, _NO_PARTS)
    for name, value in node.items():
        if isinstance(value, Map):
            if name in ones:
                yield value, ones[name]
            elif name in maps:
                extensible = name in _EXTENSIBLE and kind in (Kind.DOCUMENT, Kind.OPERATION)
                for key, item in value.items():
                    if not (extensible and key.startswith("x-")):
                        yield item, maps[name]
        elif isinstance(value, List) and name in lists:
            for item in value:
                yield item, lists[name]


def in_place(node: Map) -> Iterator[Any]:
    """The schemas that describe the same value as a schema, without its ``$ref``."""
    for name in IN_PLACE_LISTS:
        value = node.get(name)
        if isinstance(value, List):
            yield from value
    for name in IN_PLACE:
        if name in node:
            yield node[name]
