"""Shapes -> types: gives every schema its meaning, and collects the models and enums that come up on the way.

Names are predictable: a component keeps its name, an object inside another is named by its owner and its field
(``InvoiceItem`` for the elements of ``Invoice.items``), and so is an enum; the first field counts where several share
it. Two that would share a name are an error.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import replace

from ..ir import Enum, Field, ListOf, MapOf, Model, ModelRef, Opaque, Scalar, ScalarKind, Type
from ..naming import Words, singular
from ..origin import quote
from ..problems import Problems
from ..specs.node import Map
from . import scalars
from .alternatives import all_values, any_of, likeness, merged, text_last
from .extensions import Extensions
from .facts import FactReader, Facts
from .flatten import Shapes
from .registry import Registry, report_clash
from .shape import Nodes, Property, Shape, identity

# Lists of lists of alternatives ...: real specs have two or three levels, and everybody who reads a type recurses.
_MAX_DEPTH = 40
# allOf can combine a few schemas in more ways than a machine can count.
_MAX_MODELS = 20_000


class TypeBuilder:
    """Types of one direction.

    names:     schema -> name, of the components and whatever else has one (by identity)
    request:   requests leave out what is readOnly, responses what is writeOnly
    wrapped:   whether an object whose only property is a list is that list, as the value of a field
    """

    def __init__(
        self,
        shapes: Shapes,
        registry: Registry,
        names: Mapping[int, str],
        words: Words,
        facts: FactReader,
        problems: Problems,
        *,
        request: bool,
        wrapped: bool,
    ) -> None:
        self.registry = registry
        self.shapes = shapes
        self._facts = facts
        self._names = dict(names)
        self._words = words
        self._problems = problems
        self._request = request
        self._wrapped = wrapped and not request
        # By identity: the schemas being read, which must not be met again but as models; models; merged alternatives.
        self._open: set[tuple[int, ...]] = set()
        self._models: dict[tuple[int, ...], str] = {}
        self._merged: dict[tuple[int, ...], Shape] = {}
        self._depth = 0
        self._waiting: deque[tuple[str, Shape]] = deque()

    def type_of(self, nodes: Nodes, name: str) -> Type:
        """The type of a schema, with all models that it needs. ``name`` is for what has none of its own."""
        found = self._type_of(nodes, name)
        while self._waiting:
            waiting, shape = self._waiting.popleft()
            self.registry.models[waiting] = self._model(waiting, shape)
        return found

    def inner_name(self, owner: str, wire: str) -> str:
        """The name of what stands in a field: ``Client``, ``bank-account`` -> ``ClientBankAccount``."""
        return owner + (self._words.pascal(wire) or "X")

    def leaves_out(self, prop: Property) -> bool:
        """Whether a property does not belong into this direction, or cannot be there at all."""
        shape = self.shapes.of(prop.nodes)
        if shape.impossible:
            self._problems.warn(
                f"{quote(prop.name)} may never be there, and is left out", prop.origin, "take it out with an overlay"
            )
        flags = [name for name in ("readOnly", "writeOnly") if shape.notes.get(name)]
        if len(flags) == 2:
            self._problems.error(
                f"{quote(prop.name)} is readOnly and writeOnly, so it would be nowhere", prop.origin, "keep one of them"
            )
        return shape.impossible or flags == (["readOnly"] if self._request else ["writeOnly"])

    # ---- Any schema

    def _type_of(self, nodes: Nodes, name: str, *, in_field: bool = False) -> Type:
        target = self.shapes.target(nodes)
        shape = self.shapes.of(nodes if target is None else (target,))
        key = identity(shape.nodes)
        if key in self._open:
            self._problems.warn(
                "a list or map of itself is read as anything", shape.origin, "give it an object in between"
            )
            return Opaque()
        if target is not None:
            name = self._names.get(id(target)) or self._name(target, name)
        if len(key) == 1:
            name = self._names.setdefault(key[0], name)
        self._open.add(key)
        found = self._guarded(shape, name, in_field=in_field)
        self._open.discard(key)
        return found

    def _name(self, target: Map, name: str) -> str:
        """The name of a schema that others refer to and that is no component: that of its definition or its file."""
        origin = target.origin
        *_, parent, own = ("", "", *origin.pointer.split("/"))
        if not origin.pointer:
            own = origin.file.rpartition("/")[2].partition(".")[0]
        elif parent not in ("$defs", "definitions", "schemas"):
            return name
        return self._words.pascal(own.replace("~1", "/").replace("~0", "~")) or name

    def _guarded(self, shape: Shape, name: str, *, in_field: bool) -> Type:
        if self._depth == _MAX_DEPTH:
            self._problems.error(
                f"lists, maps and alternatives are nested deeper than {_MAX_DEPTH} levels",
                shape.origin,
                "give it an object in between",
            )
            return Opaque()
        self._depth += 1
        try:
            return self._type(shape, name, in_field=in_field)
        finally:
            self._depth -= 1

    def _type(self, shape: Shape, name: str, *, in_field: bool) -> Type:
        if shape.enum is not None:
            found = self._enum(shape, name)
            if found is not None:
                return found
        if shape.choices:
            return self._choice(shape, name, in_field=in_field)
        kinds = scalars.kinds_of(shape)
        return self._any_of([self._single(shape, kind, name, in_field=in_field) for kind in kinds])

    def _single(self, shape: Shape, kind: str, name: str, *, in_field: bool) -> Type:
        if kind == "object":
            return self._object(shape, name, in_field=in_field)
        if kind == "array":
            return self._list(shape, name)
        return scalars.scalar(shape, kind, self._problems)

    def _enum(self, shape: Shape, name: str) -> Type | None:
        """The type of allowed values; None where only the type beside them says something."""
        values = scalars.allowed_values(shape, self._problems)
        if values is None:
            return None
        options: list[Type] = [Scalar(ScalarKind.BOOLEAN)] if values.booleans else []
        if values.numbers:
            options.append(Scalar(ScalarKind.DECIMAL, shape.notes.get("format")))
        kind, allowed = (ScalarKind.TEXT, values.texts) if values.texts else (ScalarKind.INTEGER, values.integers)
        if allowed:
            options.append(self.registry.enums.add(Enum(name, kind, allowed, shape.doc, shape.place("enum", "const"))))
        return self._any_of(options)

    def _any_of(self, options: list[Type]) -> Type:
        return any_of(options) if self._request else text_last(any_of(options))

    # ---- Alternatives

    def _choice(self, shape: Shape, name: str, *, in_field: bool) -> Type:
        """oneOf and anyOf: objects become one with the fields of all; so do lists, maps and enums among themselves."""
        leaves = [leaf for leaf in self.shapes.alternatives(shape) if not leaf.is_null]
        alike: dict[str, list[Shape]] = {}
        for index, leaf in enumerate(leaves):
            alike.setdefault(likeness(leaf) or f"single {index}", []).append(leaf)
        if "object" in alike:
            alike.pop("any object", None)
        return self._any_of([self._alike(kind, same, shape, name, in_field=in_field) for kind, same in alike.items()])

    def _alike(self, kind: str, leaves: list[Shape], around: Shape, name: str, *, in_field: bool) -> Type:
        """One type for alternatives of one kind."""
        targets = [self.shapes.target(leaf.nodes) for leaf in leaves]
        match kind:
            case "object" if targets[0] is None or any(target is not targets[0] for target in targets):
                return self._object(self._as_one(around, leaves), name, in_field=in_field)
            case "list" if len(leaves) > 1:
                elements = self.shapes.either(map(self.shapes.elements, leaves))
                return ListOf(self._type_of(elements, self._item_name(name)) if elements else Opaque())
            case "map" if len(leaves) > 1:
                return MapOf(self._type_of(self.shapes.either(map(self.shapes.entries, leaves)), f"{name}Value"))
            case "enum" if len(leaves) > 1:
                return self._enum(all_values(around, leaves), name) or Opaque()
        return self._type_of(leaves[0].nodes, name, in_field=in_field)

    def _as_one(self, around: Shape, leaves: list[Shape]) -> Shape:
        key = identity(around.nodes)
        if key not in self._merged:
            self._merged[key] = merged(self.shapes, around, leaves)
        return self._merged[key]

    # ---- Objects and lists

    def _object(self, shape: Shape, name: str, *, in_field: bool) -> Type:
        if not shape.properties:
            entries = self.shapes.entries(shape)
            return MapOf(self._type_of(entries, f"{name}Value") if entries else Opaque())
        wrapped = self._wrapped_list(shape, name) if in_field and self._wrapped else None
        return wrapped or self._reference(shape, name)

    def _wrapped_list(self, shape: Shape, name: str) -> ListOf | None:
        """``{"client": [...]}``, an object whose only property is a list, is that list."""
        if len(shape.properties) != 1 or shape.entries or shape.patterns:
            return None
        ((wire, prop),) = shape.properties.items()
        inner = self.shapes.of(prop.nodes)
        if inner.kinds != ("array",) or inner.choices:
            return None
        item = self.shapes.elements(inner)
        target = self.shapes.target(item)
        if identity(item if target is None else (target,)) in self._open:
            return None  # {"node": [...]} inside of every node is a tree, not a list
        # The element's name comes from the outer field: Invoice.items.item[] is an InvoiceItem.
        return replace(self._list(inner, name), wrapper=wire)

    def _list(self, shape: Shape, name: str) -> ListOf:
        elements = self.shapes.elements(shape)
        return ListOf(self._type_of(elements, self._item_name(name)) if elements else Opaque())

    def _item_name(self, name: str) -> str:
        return self._words.pascal(singular(name)) or name

    def _reference(self, shape: Shape, name: str) -> Type:
        """A reference to the model of an object, which is described later if it was not met before.

        Not at once: models may hold themselves, and form long chains.
        """
        key = identity(shape.nodes)
        if key in self._models:
            return ModelRef(self._models[key])
        known = self.registry.models.get(name)
        if known is not None:
            report_clash(self._problems, "models", name, shape.origin, known.origin)
        elif len(self._models) == _MAX_MODELS:
            self._problems.error(f"there are more than {_MAX_MODELS:,} objects", shape.origin, "split the spec")
            return Opaque()
        else:
            self._models[key] = name
            self.registry.models[name] = Model(name, (), "", None, False, shape.origin)
            self._waiting.append((name, shape))
        return ModelRef(name)

    def _model(self, name: str, shape: Shape) -> Model:
        if shape.entries or shape.patterns:
            self._problems.warn(
                "values beyond the named properties are kept, but as they are sent",
                shape.place("additionalProperties", "patternProperties"),
                "nothing to do, unless their type matters",
            )
        fields = [
            self._field(wire, prop, shape, name) for wire, prop in shape.properties.items() if not self.leaves_out(prop)
        ]
        self.registry.required[name] = {
            wire: shape.required_at(wire) for wire in shape.required if wire not in shape.properties
        }
        flattened = Extensions(shape.extensions, self._problems).text("x-flattened")
        if flattened is not None and not any(
            field.wire == flattened and isinstance(field.type, ModelRef) for field in fields
        ):
            self._problems.error(
                f"x-flattened names no object among the properties: {quote(flattened)}",
                shape.place("x-flattened"),
                "name one of the properties that is an object",
            )
        return Model(name, tuple(fields), shape.doc, flattened, shape.closed, shape.origin)

    def _field(self, wire: str, prop: Property, owner: Shape, model: str) -> Field:
        type_ = self._type_of(prop.nodes, self.inner_name(model, wire), in_field=True)
        facts = self._facts.of_field(wire, prop.nodes)
        if isinstance(type_, ListOf) and type_.wrapper is not None:
            facts = self._with_inner_facts(facts, prop, type_.wrapper)
        return Field(
            wire=wire,
            type=type_,
            doc=facts.doc,
            required=wire in owner.required,
            nullable=facts.nullable,
            sensitive=facts.sensitive,
            deprecated=facts.deprecated,
            since=facts.since,
            limits=facts.limits,
            origin=prop.origin,
            default=facts.default,
            actions=None if self._request else facts.actions,
        )

    def _with_inner_facts(self, facts: Facts, prop: Property, wrapper: str) -> Facts:
        """The facts about a wrapped list together with what its inner name says of it."""
        leaves = self.shapes.alternatives(self.shapes.of(prop.nodes))
        inside = next(leaf.properties[wrapper] for leaf in leaves if wrapper in leaf.properties)
        inner = self._facts.of_field(wrapper, inside.nodes)
        return replace(
            facts,
            doc=facts.doc or inner.doc,
            sensitive=facts.sensitive or inner.sensitive,
            limits=tuple(dict.fromkeys((*facts.limits, *inner.limits))),
        )
