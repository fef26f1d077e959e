"""Schemas -> shapes: references followed, ``allOf`` flattened, alternatives spread.

Rule: members add up; where two speak of the same thing they must be compatible, and the later wins. That no schema is a
part of itself was checked when the references were (see ``resolve``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..origin import Origin, quote
from ..problems import Problems
from ..specs.node import List, Map
from ..specs.resolve import References
from .limits import LIMITS, shown, with_limits
from .shape import Nodes, Property, Shape, identity

_ANNOTATIONS = frozenset({
    "title", "default", "format", "deprecated", "readOnly", "writeOnly", "description", "contentEncoding",
})  # fmt: skip
# Known, and without a meaning of their own for a client.
_SILENT = frozenset({
    "$schema", "$id", "$comment", "$defs", "definitions", "$anchor", "$vocabulary", "example", "examples",
    "externalDocs", "xml",
})  # fmt: skip
# What says something of the place where a schema is used, and nothing of its type.
_NOTES = _SILENT | {"title", "default", "deprecated", "readOnly", "writeOnly", "description", "nullable"}
# How far alternatives inside of alternatives are looked into for what all of them require.
_MAX_DEPTH = 9
# Formats of numbers differ in size only, which is no contradiction.
_SIZES = frozenset({"int32", "int64", "float", "double"})


class Shapes:
    """Combines schemas into shapes. ``problems`` collects what is contradictory or cannot be represented."""

    def __init__(self, references: References, problems: Problems) -> None:
        self._references = references
        self._problems = problems
        # By identity of the nodes, which the shapes keep alive.
        self._known: dict[tuple[int, ...], Shape] = {}
        self._alternatives: dict[tuple[int, int], list[Shape]] = {}
        self._choices: dict[tuple[tuple[int, ...], ...], Nodes] = {}

    def of(self, nodes: Nodes, without: Map | None = None) -> Shape:
        """The shape that all of the nodes describe together, leaving out every ``$ref`` to the schema ``without``."""
        key = (*identity(nodes), id(without))
        shape = self._known.get(key)
        if shape is None:
            shape = self._known[key] = Shape(nodes)
            for node in nodes:
                shape.impossible = shape.impossible or node is False
                for member in self._members(node, without):
                    shape.members.append(member)
                    for name, value in member.items():
                        self._add(shape, member, name, value)
                    if not LIMITS.isdisjoint(member):
                        shape.limits = with_limits(shape.limits, member)
        return shape

    def target(self, nodes: Nodes) -> Map | None:
        """The schema that the nodes are references to, with notes beside them at most; None where they say more.

        ``{allOf: [{$ref: X}], description: ...}`` is the usual way to annotate a reference.
        """
        found: Map | None = None
        stated: set[tuple[str, ...]] = set()
        pending = [node for node in nodes if isinstance(node, Map)]
        while pending:
            node = pending.pop()
            says = self._says(node)
            if "type" in says:
                stated.add(_types(node["type"]))
            if "allOf" in says:
                pending.extend(member for member in node["allOf"] if isinstance(member, Map))
            if "$ref" in says:
                target = self._followed(node)
                if found is not None and target is not found:
                    return None
                found = target
            if not says <= {"type", "allOf", "$ref"}:
                return None
        return found if found is None or stated <= {self.of((found,)).kinds} else None

    def _followed(self, node: Map) -> Map | None:
        """What a reference leads to, by way of references that say nothing of their own."""
        target = self._references.step(node)
        while target is not None and self._says(target) == {"$ref"}:
            target = self._references.step(target)
        return target

    def _says(self, node: Map) -> set[str]:
        """The keywords of a node that are more than notes."""
        if "$ref" in node and not self._references.counts_siblings(node):
            return {"$ref"}
        return {name for name in node if name not in _NOTES and not name.startswith("x-")}

    def _members(self, node: Any, without: Map | None) -> Iterable[Map]:
        """The nodes that a node is made of, by ``$ref`` and ``allOf``, and the node itself, as they count.

        Without recursion: chains of references may be long.
        """
        found: list[Map] = []
        pending: list[tuple[Any, bool]] = [(node, False)]
        while pending:
            node, is_open = pending.pop()
            if not isinstance(node, Map):
                continue
            if is_open:
                found.append(node)
                continue
            parts: list[Any] = []
            if "$ref" in node and (without is None or self._references.target(node) is not without):
                parts.append(self._references.step(node))
            if self._says(node) != {"$ref"} or self._references.counts_siblings(node):
                pending.append((node, True))
                parts.extend(node.get("allOf", ()))
            pending.extend((part, False) for part in reversed(parts))
        return found

    # ---- One keyword of one member

    def _add(self, shape: Shape, node: Map, name: str, value: Any) -> None:
        if name in _ANNOTATIONS:
            self._add_note(shape, node, name, value)
        elif name == "type":
            self._add_types(shape, node, _types(value))
            shape.nullable = shape.nullable or "null" in value
        elif name == "nullable":
            shape.nullable = shape.nullable or bool(value)
        elif name in ("enum", "const"):
            self._add_values(shape, node, name, list(value) if name == "enum" else [value])
        elif name == "properties":
            for wire, schema in value.items():
                known = shape.properties.get(wire, Property(wire, (), value))
                shape.properties[wire] = known.and_also((schema,))
        elif name == "required":
            for wire in value if isinstance(value, List) else ():
                shape.required.setdefault(wire, value)
        elif name in ("oneOf", "anyOf"):
            shape.choices += [[(option,) for option in value]] if value else []
        elif name in ("items", "prefixItems"):
            self._add_items(shape, node, name, value)
        elif name in ("additionalProperties", "patternProperties"):
            _add_entries(shape, name, value)
        elif name.startswith("x-"):
            shape.extensions[name] = (value, node)
        elif name not in _SILENT and name not in LIMITS and name not in ("$ref", "allOf"):
            self._problems.warn(
                f"{quote(name)} is not represented in the clients",
                node.at(name),
                "say it with other keywords, or take it out with an overlay",
            )
        shape.said_by[name] = node

    def _add_types(self, shape: Shape, node: Map, types: tuple[str, ...]) -> None:
        if types and shape.types:
            common = _common_types(shape.types, types)
            if not common:
                self._contradiction("type", shape, node, "/".join(shape.types), "/".join(types))
                return
            types = common
        shape.types = types or shape.types

    def _add_note(self, shape: Shape, node: Map, name: str, value: Any) -> None:
        before = shape.notes.get(name)
        if name == "format" and before not in (None, value) and not _SIZES.issuperset((before, value)):
            self._contradiction(name, shape, node, str(before), str(value))
        else:
            shape.notes[name] = value

    def _add_values(self, shape: Shape, node: Map, name: str, values: list[Any]) -> None:
        shape.nullable = shape.nullable or None in values
        allowed = tuple(value for value in values if value is not None)
        if shape.enum and allowed:
            both = tuple(value for value in allowed if _contains(shape.enum, value))
            if not both:
                texts = (", ".join(map(shown, known)) for known in (shape.enum, allowed))
                self._contradiction(name, shape, node, *texts)
                return
            allowed = both
        shape.enum = allowed

    def _add_items(self, shape: Shape, node: Map, name: str, value: Any) -> None:
        if not isinstance(value, List):
            shape.items = (*shape.items, value)
            return
        shape.places += [(schema,) for schema in value]
        self._problems.warn(
            "a list with a type for each place is read as a list of any of these types",
            node.at(name),
            "give all items the same schema, or make it an object",
        )

    def _contradiction(self, name: str, shape: Shape, node: Map, before: str, after: str) -> None:
        other = ("enum", "const") if name in ("enum", "const") else (name,)
        self._problems.error(
            f"{name} {after} contradicts {before}, which also holds here",
            node.value_at(name),
            "make the two agree, with an overlay where the file is not yours",
            ("the other one", shape.place(*other)),
        )

    # ---- Alternatives

    def alternatives(self, shape: Shape, without: Map | None = None) -> list[Shape]:
        """Every alternative together with what holds around it, nested ones spread; the shape itself if it has none."""
        if not shape.choices:
            return [shape]
        key = (id(shape), id(without))
        if key in self._alternatives:
            return self._alternatives[key]
        found: list[Shape] = []
        pending = [shape]
        while pending:
            current = pending.pop()
            if not current.choices:
                found.append(current)
                continue
            around = tuple(part for part in map(_without_choices, current.members) if part)
            options = [self.of((*around, *option), without) for choice in current.choices for option in choice]
            pending.extend(reversed(options))
        self._alternatives[key] = found
        return found

    def required(self, shape: Shape, without: Map | None = None, depth: int = _MAX_DEPTH) -> dict[str, List]:
        """The properties that an object has, whichever of its alternatives it is, with the lists that say so.

        Of every ``oneOf`` and ``anyOf`` by itself; what is nested deeper than ``depth`` requires nothing.
        """
        found = dict(shape.required)
        for choice in shape.choices if depth else ():
            options = [self.of(option, without) for option in choice]
            objects = [option for option in options if not option.is_null and option.kinds in ((), ("object",))]
            first, *others = [self.required(option, without, depth - 1) for option in objects] or [{}]
            found |= {wire: names for wire, names in first.items() if all(wire in other for other in others)}
        return found

    def nullable(self, shape: Shape) -> bool:
        """Whether a value may be null, by its own word or as one of its alternatives."""
        pending = [shape]
        while pending:
            current = pending.pop()
            if current.nullable:
                return True
            pending.extend(self.of(option) for choice in current.choices for option in choice)
        return False

    def elements(self, shape: Shape) -> Nodes:
        """The schema of the items of a list; none where nothing is said of them."""
        return self.either([shape.items, *shape.places]) if shape.places else shape.items

    def entries(self, shape: Shape) -> Nodes:
        """The schema of the values of an object whose keys are data; none where nothing is said of them."""
        return self.either([shape.entries, *shape.patterns.values()]) if shape.patterns else shape.entries

    def in_any(self, name: str, shapes: Sequence[Shape]) -> Property:
        """A property as one of several shapes says it: those of them that have it."""
        having = [shape.properties[name] for shape in shapes if name in shape.properties]
        return Property(name, self.either([prop.nodes for prop in having]), having[0].place)

    def either(self, options: Iterable[Nodes]) -> Nodes:
        """A schema that one of the options fits; equal options are one, and those without a schema are none."""
        distinct = {identity(nodes): nodes for nodes in options if nodes}
        if len(distinct) <= 1:
            return next(iter(distinct.values()), ())
        key = tuple(distinct)
        if key not in self._choices:
            self._choices[key] = (_any_of(list(distinct.values())),)
        return self._choices[key]


def _any_of(options: list[Nodes]) -> Map:
    home = next((node.origin for nodes in options for node in nodes if isinstance(node, Map)), Origin("", "", 1, 1))
    schema, choice = Map(home), List(home)
    choice.extend(nodes[0] if len(nodes) == 1 else _all_of(nodes, home) for nodes in options)
    schema["anyOf"] = choice
    return schema


def _all_of(nodes: Nodes, home: Origin) -> Map:
    schema, members = Map(home), List(home)
    members.extend(nodes)
    schema["allOf"] = members
    return schema


def _without_choices(node: Map) -> Map:
    """What a member says beyond its alternatives, its notes, and the members that it names."""
    left = Map(node.home)
    for name, value in node.items():
        if name not in _NOTES and name not in ("$ref", "allOf", "oneOf", "anyOf") and not name.startswith("x-"):
            left.put(name, value, node.at(name), node.value_at(name))
    return left


def _add_entries(shape: Shape, name: str, value: Any) -> None:
    if name == "patternProperties":
        for pattern, schema in value.items():
            shape.patterns[pattern] = (*shape.patterns.get(pattern, ()), schema)
    elif value is False:
        shape.closed = True
    elif isinstance(value, Map) and value:
        shape.entries = (*shape.entries, value)


def _types(said: Any) -> tuple[str, ...]:
    return tuple(name for name in ([said] if isinstance(said, str) else said) if name != "null")


def _common_types(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    """Types that satisfy both; an integer is a number."""
    common = [name for name in right if name in left]
    mixed = ("integer" in left and "number" in right) or ("number" in left and "integer" in right)
    if mixed and "integer" not in common:
        common.append("integer")
    return tuple(common)


def _contains(values: tuple[Any, ...], value: Any) -> bool:
    return any(isinstance(known, bool) is isinstance(value, bool) and known == value for known in values)
