"""Properties that ``x-encoding`` writes as a comma list -> the same in OpenAPI's own words, for other tools.

What else a form needs, such as ``pid[0]=1`` or base64, has no words in OpenAPI 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .grammar import IN_PLACE_LISTS
from .node import Map
from .resolve import References

FORM = "application/x-www-form-urlencoded"


def encoding(schema: Any, references: References) -> dict[str, dict[str, Any]]:
    """The ``encoding`` of a form with such a schema: ``{"pid": {"style": "form", "explode": False}}``."""
    return {name: {"style": "form", "explode": False} for name in _names(schema, references, set())}


def _names(schema: Any, references: References, seen: set[int]) -> Iterator[str]:
    if not isinstance(schema, Map):
        return
    schema = references.target(schema)
    if id(schema) in seen:
        return
    seen.add(id(schema))
    for keyword in IN_PLACE_LISTS:
        for part in schema.get(keyword, ()):
            yield from _names(part, references, seen)
    for name, prop in schema.get("properties", {}).items():
        if isinstance(prop, Map) and references.target(prop).get("x-encoding") in ("comma", {"kind": "comma"}):
            yield name
