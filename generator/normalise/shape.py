"""What a schema says, member by member added up, as ``flatten`` finds it.

A schema is given as the tuple of nodes that must hold together (usually one). Children stay such tuples, so recursion
through properties is harmless.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..origin import Origin
from ..specs.node import List, Map
from .limits import Limits

# Of Maps, or of the booleans that JSON Schema allows in their place.
Nodes = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """One property, and the schemas that it must satisfy. ``place`` is the map that names it first, or its origin."""

    name: str
    nodes: Nodes
    place: Map | Origin

    @property
    def origin(self) -> Origin:
        """The place of its name."""
        return self.place if isinstance(self.place, Origin) else self.place.at(self.name)

    def and_also(self, nodes: Nodes) -> Property:
        """The property with more that it must satisfy; each schema counts once."""
        return Property(self.name, tuple({id(node): node for node in (*self.nodes, *nodes)}.values()), self.place)


@dataclass(slots=True)
class Shape:
    """What a schema says, member by member added up.

    nodes:       the schema itself
    members:     what it is made of, in the order in which they count
    types:       JSON types, without "null"; empty where none is said
    notes:       title, description, format, default and the like; the last one said
    enum:        allowed values, without null; a ``const`` is an enum of one
    items:       the schemas of every item; ``places`` are those of single places in a list
    entries:     the schemas of every further property; ``patterns`` are those of properties with certain names
    closed:      whether further properties are forbidden
    impossible:  whether it is the schema that nothing fits
    choices:     the alternatives of each oneOf or anyOf
    extensions:  the x- entries, with the map that holds them (for their place)
    said_by:     the last member that says a keyword
    """

    nodes: Nodes
    members: list[Map] = field(default_factory=list)
    types: tuple[str, ...] = ()
    nullable: bool = False
    notes: dict[str, Any] = field(default_factory=dict)
    limits: Limits = field(default_factory=dict)
    enum: tuple[Any, ...] | None = None
    properties: dict[str, Property] = field(default_factory=dict)
    required: dict[str, List] = field(default_factory=dict)
    items: Nodes = ()
    places: list[Nodes] = field(default_factory=list)
    entries: Nodes = ()
    patterns: dict[str, Nodes] = field(default_factory=dict)
    closed: bool = False
    impossible: bool = False
    choices: list[list[Nodes]] = field(default_factory=list)
    extensions: dict[str, tuple[Any, Map]] = field(default_factory=dict)
    said_by: dict[str, Map] = field(default_factory=dict)

    @property
    def node(self) -> Map | None:
        """The node that the schema begins with; None for the schemas true and false."""
        return next((node for node in self.nodes if isinstance(node, Map)), None)

    @property
    def origin(self) -> Origin:
        """Where the schema begins."""
        return self.node.origin if self.node is not None else Origin("", "", 1, 1)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The types, or what the other keywords leave no doubt about; empty where it can be anything."""
        if self.types:
            return self.types
        if self.properties or self.entries or self.patterns or self.closed:
            return ("object",)
        return ("array",) if self.items or self.places else ()

    @property
    def is_null(self) -> bool:
        """Whether null is the only value that it allows."""
        return self.nullable and not (self.kinds or self.enum or self.choices)

    @property
    def is_object(self) -> bool:
        """Whether it is an object with properties, and nothing else."""
        return bool(self.properties) and self.kinds == ("object",)

    @property
    def doc(self) -> str:
        """The description; the title where there is none."""
        return str(self.notes.get("description", "")) or str(self.notes.get("title", ""))

    def place(self, *keywords: str) -> Origin:
        """Where the value of the first of these keywords stands that the schema says; its beginning otherwise."""
        for keyword in keywords:
            if keyword in self.said_by:
                return self.said_by[keyword].value_at(keyword)
        return self.origin

    def required_at(self, name: str) -> Origin:
        """Where a property is said to be required."""
        names = self.required[name]
        return names.at(names.index(name))


def identity(nodes: Nodes) -> tuple[int, ...]:
    """What tells one schema from another, as long as somebody keeps its nodes."""
    return tuple(map(id, nodes))
