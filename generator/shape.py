"""A schema with its references followed and its ``allOf`` flattened: ``(nodes, ...) -> Shape``.

A schema is given as the tuple of nodes that must hold together (usually one). Children stay such tuples, so recursion through
properties is harmless. Rule: members add up; where two speak of the same thing they must be compatible, and the later wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from .node import List, Map
from .origin import Origin, Problem
from .resolve import References

Nodes = tuple[Any, ...]  # of Maps, or of the booleans that JSON Schema allows in their place

_ANNOTATIONS = ("title", "default", "format", "deprecated", "readOnly", "writeOnly", "description", "contentEncoding")
_LIMITS = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "pattern": "matches {}",
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
    "minProperties": "at least {} entries",
    "maxProperties": "at most {} entries",
}
# Known, and without a meaning of their own for a client.
_SILENT = frozenset({
    "$schema", "$id", "$comment", "$defs", "definitions", "$anchor", "$vocabulary", "example", "examples", "externalDocs",
    "uniqueItems", "contentMediaType", "xml",
})  # fmt: skip
_READ = frozenset({
    "$ref", "allOf", "type", "nullable", "enum", "const", "properties", "required", "items", "additionalProperties",
    "oneOf", "anyOf", "patternProperties",
}) | {*_ANNOTATIONS, *_LIMITS}  # fmt: skip


@dataclass(slots=True)
class Property:
    """One property: the schemas it must satisfy, and the place of its (first) name."""

    nodes: Nodes
    origin: Origin


@dataclass(slots=True)
class Shape:
    """What a schema says, member by member added up.

    types:        JSON types, without "null"; empty where none is said
    notes:        title, description, format, default and the like; the last one said
    enum:         allowed values, without null; a ``const`` is an enum of one
    choices:      the alternatives of each oneOf or anyOf
    extensions:   the x- entries, with the map that holds them (for their place)
    """

    origin: Origin
    types: tuple[str, ...] = ()
    nullable: bool = False
    notes: dict[str, Any] = field(default_factory=dict)
    limits: dict[str, Any] = field(default_factory=dict)
    enum: tuple[Any, ...] | None = None
    properties: dict[str, Property] = field(default_factory=dict)
    required: dict[str, Origin] = field(default_factory=dict)
    items: Nodes = ()
    additional: Nodes = ()
    closed: bool = False
    choices: list[list[Nodes]] = field(default_factory=list)
    extensions: dict[str, tuple[Any, Map]] = field(default_factory=dict)
    said_at: dict[str, Origin] = field(default_factory=dict)

    def limit_texts(self) -> tuple[str, ...]:
        """The limits as phrases: ``("at least 1", "at most 5")``."""
        flags = {"exclusiveMinimum", "exclusiveMaximum"}
        return tuple(
            _LIMITS[name].format(value)
            for name, value in self.limits.items()
            if not (name in flags and isinstance(value, bool))
        )


class Shapes:
    """Combines schemas into shapes. ``problems`` collects what is contradictory or cannot be represented."""

    def __init__(self, references: References, problems: list[Problem]) -> None:
        self._references = references
        self._problems = problems
        self._reported: set[Origin] = set()

    def of(self, nodes: Nodes, omit: Callable[[Map], bool] = lambda target: False) -> Shape:
        """The shape that all of the nodes together describe; a ``$ref`` to a target that ``omit`` picks is left out."""
        origin = next((node.origin for node in nodes if isinstance(node, Map)), _NOWHERE)
        shape = Shape(origin)
        for node in nodes:
            for member in self._members(node, omit, ()):
                self._add(shape, member)
        return shape

    def target(self, nodes: Nodes) -> Map | None:
        """The schema that the nodes are a reference to, with notes beside it at most; None where they say more than that.

        ``{allOf: [{$ref: X}], description: ...}`` is the usual way to annotate a reference.
        """
        saying = [node for node in nodes if not (isinstance(node, Map) and node.keys() <= _noted(node))]
        if len(saying) != 1 or not isinstance(saying[0], Map):
            return None
        node = saying[0]
        if "$ref" in node:
            alone = not self._references.counts_siblings(node) or node.keys() - {"$ref"} <= _noted(node)
            return self._references.target(node) if alone else None
        if len(node.get("allOf", ())) == 1 and node.keys() - {"allOf"} <= _noted(node):
            return self.target((node["allOf"][0],))
        return None

    def _members(self, node: Any, omit: Callable[[Map], bool], path: tuple[int, ...]) -> Iterator[Map]:
        """The node and what it is made of (``$ref``, ``allOf``), each without those, in the order in which they count."""
        if not isinstance(node, Map):
            return
        if id(node) in path:
            self._report(
                "a schema that is made of itself has no meaning", node.origin, "break the circle of allOf and $ref"
            )
            return
        path = (*path, id(node))
        if "$ref" in node:
            target = self._references.target(node)
            if not omit(target):
                yield from self._members(target, omit, path)
        for member in node.get("allOf", ()):
            yield from self._members(member, omit, path)
        if "$ref" in node and not self._references.counts_siblings(node):
            node = _only_extensions(node)
        yield node

    def _add(self, shape: Shape, node: Map) -> None:
        self._add_types(shape, node)
        for name in _ANNOTATIONS:
            if name in node:
                self._add_note(shape, node, name)
        for name in _LIMITS.keys() & node.keys():
            shape.limits[name] = node[name]
        self._add_enum(shape, node)
        for name, value in node.get("properties", {}).items():
            known = shape.properties.get(name)
            nodes = (*known.nodes, value) if known else (value,)
            shape.properties[name] = Property(nodes, known.origin if known else node["properties"].at(name))
        for index, name in enumerate(_list(node, "required")):
            shape.required.setdefault(name, node["required"].at(index))
        if "items" in node:
            shape.items = (*shape.items, node["items"])
        self._add_additional(shape, node)
        for name in ("oneOf", "anyOf"):
            if name in node:
                shape.choices.append([(option,) for option in node[name]])
                shape.said_at.setdefault(name, node.at(name))
        for name in node:
            if name.startswith("x-"):
                shape.extensions[name] = (node[name], node)
            elif name not in _READ and name not in _SILENT:
                self._report(
                    f"{name} is not represented in the clients", node.at(name),
                    "say it with the other keywords, or take it out with an overlay", warning=True,
                )  # fmt: skip

    def _add_types(self, shape: Shape, node: Map) -> None:
        said = node.get("type", ())
        types = [said] if isinstance(said, str) else list(said)
        if node.get("nullable") or "null" in types:
            shape.nullable = True
        types = [name for name in types if name != "null"]
        if not types:
            return
        if shape.types:
            common = _common_types(shape.types, tuple(types))
            if not common:
                self._contradiction("type", shape, node, "/".join(shape.types), "/".join(types))
                return
            types = list(common)
        shape.types = tuple(types)
        shape.said_at["type"] = node.value_at("type")

    def _add_note(self, shape: Shape, node: Map, name: str) -> None:
        before = shape.notes.get(name)
        if name == "format" and before not in (None, node[name]):
            self._contradiction("format", shape, node, str(before), str(node[name]))
            return
        shape.notes[name] = node[name]
        shape.said_at[name] = node.value_at(name)

    def _add_enum(self, shape: Shape, node: Map) -> None:
        values = [node["const"]] if "const" in node else list(_list(node, "enum"))
        if "const" not in node and "enum" not in node:
            return
        if None in values:
            shape.nullable = True
        allowed = tuple(value for value in values if value is not None)
        name = "const" if "const" in node else "enum"
        if shape.enum is not None:
            both = tuple(value for value in allowed if _contains(shape.enum, value))
            if not both:
                self._contradiction(name, shape, node, _texts(shape.enum), _texts(allowed))
                return
            allowed = both
        shape.enum = allowed
        shape.said_at[name] = shape.said_at["enum"] = node.at(name)

    def _add_additional(self, shape: Shape, node: Map) -> None:
        additional = node.get("additionalProperties")
        if additional is False:
            shape.closed = True
        elif isinstance(additional, Map):
            shape.additional = (*shape.additional, additional)
            shape.said_at["additionalProperties"] = node.at("additionalProperties")
        for pattern in node.get("patternProperties", {}):
            shape.additional = (*shape.additional, node["patternProperties"][pattern])
            shape.said_at["additionalProperties"] = node["patternProperties"].at(pattern)

    def _contradiction(self, name: str, shape: Shape, node: Map, before: str, after: str) -> None:
        self._report(
            f"{name} {after} contradicts {before}, which also holds here",
            node.value_at(name),
            "make the two agree, with an overlay where the file is not yours",
            also=(("the other one", shape.said_at.get(name, shape.origin)),),
        )

    def _report(
        self, message: str, origin: Origin, hint: str, also: tuple[tuple[str, Origin], ...] = (), warning: bool = False
    ) -> None:
        if origin not in self._reported:
            self._reported.add(origin)
            self._problems.append(Problem(message, origin, hint, also, warning))


# What says something of the place where a schema is used, and nothing of its type.
_NOTES = _SILENT | {"title", "default", "deprecated", "readOnly", "writeOnly", "description", "nullable"}


def _noted(node: Map) -> set[str]:
    return {name for name in node if name in _NOTES or name.startswith("x-")}


_NOWHERE = Origin("", "", 1, 1)


def _only_extensions(node: Map) -> Map:
    """What OpenAPI 3.0 leaves of a node with a ``$ref``: the reference replaces everything but extensions."""
    kept = Map(node.origin)
    for name in node:
        if name.startswith("x-"):
            kept.put(name, node[name], node.at(name), node.value_at(name))
    return kept


def _list(node: Map, name: str) -> Any:
    value = node.get(name, ())
    return value if isinstance(value, List | list) else ()


def _common_types(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    """Types that satisfy both; an integer is a number."""
    common = [name for name in right if name in left]
    if "integer" not in common and (
        ("integer" in left and "number" in right) or ("number" in left and "integer" in right)
    ):
        common.append("integer")
    return tuple(common)


def _contains(values: tuple[Any, ...], value: Any) -> bool:
    return any(type(known) is type(value) and known == value for known in values)


def _texts(values: tuple[Any, ...]) -> str:
    return ", ".join(map(str, values))
