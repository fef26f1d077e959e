"""The objects of all documents, each with a name that people understand: ``GetClients``, ``Invoice.items[].id``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from ..specs.grammar import Kind
from ..specs.node import List, Map
from ..specs.resolve import References

# Entries of schemas whose keys are names.
_NAMING = frozenset({"properties", "patternProperties", "definitions", "$defs", "dependentSchemas"})


@dataclass(frozen=True, slots=True)
class Node:
    """An object of a document.

    name:   its own, where it is a named entry of another; "" otherwise
    label:  its name with those of what it is in; for a path the action that it names
    """

    value: Map
    kind: Kind
    name: str
    label: str


def nodes(references: References, action: str) -> Iterator[Node]:
    """All objects that a reference could lead to; ``action`` is the query key that names an action."""
    for file, document in references.documents.items():
        label = "" if "openapi" in document else file.rpartition("/")[2].partition(".")[0]
        yield from _nodes(document, label, references, action)


def _nodes(document: Map, label: str, references: References, action: str) -> Iterator[Node]:
    seen: set[int] = set()
    # Value, own name, label, whether its keys are names.
    stack: list[tuple[Any, str, str, bool]] = [(document, "", label, False)]
    while stack:
        value, name, label, naming = stack.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        kind = references.kind(value) if isinstance(value, Map) else None
        if kind is not None:
            yield Node(value, kind, name, label)
        stack.extend(reversed(list(_children(value, kind, label, naming, action))))


def _children(
    value: Any, kind: Kind | None, label: str, naming: bool, action: str
) -> Iterator[tuple[Any, str, str, bool]]:
    if isinstance(value, List):
        yield from ((item, "", label, False) for item in value if isinstance(item, (Map, List)))
    elif isinstance(value, Map):
        for key, item in value.items():
            if not isinstance(item, (Map, List)):
                continue
            if naming:
                own = _action(key, action) if key.startswith("/") else key
                yield item, own, f"{label}.{own}" if label else own, False
            else:
                names = kind is Kind.COMPONENTS or (kind is Kind.DOCUMENT and key == "paths")
                inner = f"{label}[]" if key == "items" and kind is Kind.SCHEMA else label
                yield item, "", inner, names or (kind is Kind.SCHEMA and key in _NAMING)


def _action(path: str, key: str) -> str:
    """The action that the query of a path names; the path itself where it names none."""
    try:
        named = dict(parse_qsl(path.partition("?")[2])).get(key)
    except ValueError:
        named = None
    return named or path
