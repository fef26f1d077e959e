"""Entries that say nothing: an empty `required`, a `description:` with no text behind it.

By the letter of OpenAPI they are wrong, and specs in the wild are full of them. They are read as if they were not
there, and `lint` tells of them. Rule: what could be meant is kept (`type: null`, `security:`, an example).
"""

from __future__ import annotations

from collections.abc import Iterator

from .grammar import Kind
from .node import List, Map

# What has no meaning without a value, in whichever object it stands.
_WITHOUT_VALUE = frozenset({
    "summary", "description", "title", "externalDocs", "tags", "servers", "deprecated", "format", "pattern", "enum",
    "required", "nullable", "properties", "allOf", "parameters", "requestBody", "callbacks", "headers", "links",
    "encoding", "examples", "components", "schemas", "responses", "requestBodies", "securitySchemes",
})  # fmt: skip
# Lists of a schema that OpenAPI 3.0 or 3.1 want to hold something. An empty `oneOf` would leave nothing.
_WITHOUT_ITEMS = ("required", "enum", "allOf")
# Objects that have to have the entry.
_NEEDED = {Kind.OPERATION: "responses", Kind.RESPONSE: "description"}


def blanks(node: Map, kind: Kind) -> Iterator[str]:
    """The keys of the entries of an object that say nothing."""
    if kind is Kind.CALLBACK:  # its keys are addresses
        return
    for key, value in node.items():
        is_void = value is None and key in _WITHOUT_VALUE and _NEEDED.get(kind) != key
        is_bare = kind is Kind.SCHEMA and key in _WITHOUT_ITEMS and isinstance(value, List) and not value
        if is_void or is_bare:
            yield key
