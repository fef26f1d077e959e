"""Shapes -> types: gives every schema its meaning, and collects the models and enums that come up on the way.

Names are predictable: a component keeps its name, an object inside another is named by its owner and its field
(``InvoiceItem`` for the elements of ``Invoice.items``), an enum by the first field that has it. Two that would share a name
are an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .ir import AnyOf, Enum, EnumRef, Field, ListOf, MapOf, Model, ModelRef, Opaque, Scalar, ScalarKind, Type
from .naming import Words, singular
from .node import Map
from .origin import Origin, Problem
from .shape import Nodes, Property, Shape, Shapes

# What a format makes of a text; every other known format is a text, and named in the documentation.
_TEXT_FORMATS = {
    "date": ScalarKind.DATE,
    "date-time": ScalarKind.DATETIME,
    "byte": ScalarKind.BYTES,
    "binary": ScalarKind.BYTES,
    "decimal": ScalarKind.DECIMAL,
}
_KNOWN_FORMATS = {
    "string": frozenset({
        *_TEXT_FORMATS, "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference", "iri",
        "uuid", "password", "regex", "time", "duration", "json-pointer", "url", "phone", "html", "json",
    }),
    "integer": frozenset({"int32", "int64"}),
    "number": frozenset({"float", "double", "decimal", "int32", "int64"}),
}  # fmt: skip
_KINDS = {
    "integer": ScalarKind.INTEGER,
    "number": ScalarKind.DECIMAL,
    "boolean": ScalarKind.BOOLEAN,
    "string": ScalarKind.TEXT,
}


@dataclass(slots=True)
class Registry:
    """The models and enums met so far, by name. Enums are shared by all registries of a run."""

    enums: dict[str, Enum]
    models: dict[str, Model] = field(default_factory=dict)
    pending: dict[str, Origin] = field(default_factory=dict)

    def enum_of(self, kind: ScalarKind, values: tuple[Any, ...]) -> Enum | None:
        """The enum that has exactly these values, in whichever order."""
        wanted = frozenset(values)
        return next(
            (enum for enum in self.enums.values() if enum.kind is kind and frozenset(enum.values) == wanted), None
        )


class TypeBuilder:
    """Types of one direction: ``request`` objects keep what is writeOnly, responses what is readOnly.

    components:  schema -> its name, for every schema under ``components/schemas`` (by identity)
    """

    def __init__(
        self,
        shapes: Shapes,
        registry: Registry,
        components: Mapping[int, str],
        words: Words,
        sensitive: frozenset[str],
        problems: list[Problem],
        *,
        request: bool,
        wrapped_lists: bool,
    ) -> None:
        self.registry = registry
        self.shapes = shapes
        self._components = components
        self._words = words
        self._sensitive = sensitive
        self._problems = problems
        self._request = request
        self._wrapped_lists = wrapped_lists and not request
        self._open: set[int] = set()

    def type_of(self, nodes: Nodes, name: str, *, top: bool = False) -> Type:
        """The type of a schema. ``name`` is for what has none of its own; ``top`` says that it is no field of anything."""
        target = self.shapes.target(nodes)
        if target is None:
            return self._type(self.shapes.of(nodes), name, top=top, named=False)
        component = self._components.get(id(target))
        if id(target) in self._open:
            return self._recursion(target, component)
        self._open.add(id(target))
        try:
            return self._type(self.shapes.of((target,)), component or name, top=top, named=component is not None)
        finally:
            self._open.discard(id(target))

    def is_sensitive(self, wire: str, shape: Shape) -> bool:
        """Whether a value must never be shown: by its name, its format or its own word."""
        declared = shape.extensions.get("x-sensitive", (None,))[0]
        if declared is not None:
            return bool(declared)
        return wire in self._sensitive or shape.notes.get("format") == "password"

    def shape_of(self, nodes: Nodes) -> Shape:
        """The shape of a schema, for what is not its type: descriptions, defaults, extensions."""
        return self.shapes.of(nodes)

    def _recursion(self, target: Map, component: str | None) -> Type:
        """A schema inside itself: fine for an object, which has a name; a list of itself has no type."""
        for name, origin in self.registry.pending.items():
            if name == component or origin == target.origin:
                return ModelRef(name)
        self._warn("a list or map of itself is read as anything", target.origin, "give it an object in between")
        return Opaque()

    def _type(self, shape: Shape, name: str, *, top: bool, named: bool) -> Type:
        if shape.enum is not None:
            return self._enum(shape, name)
        if shape.choices:
            return self._choice(shape, name, top=top, named=named)
        if len(shape.types) > 1:
            options = [self._single(shape, kind, name, top=top, named=named) for kind in shape.types]
            return any_of(options)
        if shape.types:
            return self._single(shape, shape.types[0], name, top=top, named=named)
        if shape.properties or shape.additional:
            return self._object(shape, name, top=top, named=named)
        return self._list(shape, name) if shape.items else Opaque()

    def _single(self, shape: Shape, kind: str, name: str, *, top: bool, named: bool) -> Type:
        if kind == "object":
            return self._object(shape, name, top=top, named=named)
        if kind == "array":
            return self._list(shape, name)
        return self._scalar(shape, kind)

    def _scalar(self, shape: Shape, kind: str) -> Type:
        word = shape.notes.get("format")
        if word is not None and word not in _KNOWN_FORMATS.get(kind, ()):
            self._warn(
                f"format {word} of {kind} is not known: read as plain {kind}",
                shape.said_at["format"],
                "use a format that JSON Schema or OpenAPI names, or take it out",
            )
        if kind == "string":
            coded = _TEXT_FORMATS.get(str(word))
            base64 = shape.notes.get("contentEncoding") == "base64"
            return Scalar(ScalarKind.BYTES if base64 else coded or ScalarKind.TEXT, word)
        return Scalar(_KINDS[kind], word)

    def _enum(self, shape: Shape, name: str) -> Type:
        values = shape.enum or ()
        if not values:
            return Opaque()
        if all(isinstance(value, bool) for value in values):
            return Scalar(ScalarKind.BOOLEAN)
        if any(isinstance(value, dict | list | float) for value in values):
            self._warn(
                "an enum of other than texts and integers is read as anything",
                shape.said_at["enum"],
                "list texts or integers",
            )
            return Opaque()
        integers = all(isinstance(value, int) and not isinstance(value, bool) for value in values)
        kind = ScalarKind.INTEGER if integers else ScalarKind.TEXT
        allowed = values if integers else tuple(dict.fromkeys(map(_wire_text, values)))
        known = self.registry.enum_of(kind, allowed)
        if known is not None:
            return EnumRef(known.name)
        clash = self.registry.enums.get(name)
        if clash is not None:
            self._clash("enum", name, shape.said_at["enum"], clash.origin)
        else:
            doc = str(shape.notes.get("description", ""))
            self.registry.enums[name] = Enum(name, kind, allowed, doc, shape.said_at["enum"])
        return EnumRef(name)

    def _choice(self, shape: Shape, name: str, *, top: bool, named: bool) -> Type:
        """oneOf and anyOf: null is dropped, objects become one object with the fields of all, others an AnyOf."""
        place = shape.said_at.get("oneOf") or shape.said_at["anyOf"]
        shared = Shape(shape.origin, shape.types, properties=shape.properties, required=shape.required)
        options: list[Type] = []
        objects: list[Nodes] = []
        for nodes in (nodes for choice in shape.choices for nodes in choice):
            option = self.shapes.of(nodes)
            if not option.types and option.nullable:
                continue
            if option.properties and "array" not in option.types:
                objects.append(nodes)
            elif option.types or option.enum or option.choices or option.additional or option.items:
                options.append(self.type_of(nodes, name))
        if (objects or shared.properties) and not options:
            if len(objects) == 1 and not shared.properties and not named:
                return self.type_of(objects[0], name, top=top)
            return self._object(self._merged(shared, objects), name, top=top, named=named)
        if objects:
            self._warn(
                "objects and other types in one place are read as anything",
                place,
                "declare the object alone; odd values are kept",
            )
            return Opaque()
        return any_of(options)

    def _merged(self, base: Shape, options: list[Nodes]) -> Shape:
        """One object with the properties of every alternative; required is what all of them require."""
        shapes = [self.shapes.of(nodes) for nodes in options]
        merged = Shape(base.origin, ("object",), required=dict(base.required), properties=dict(base.properties))
        for shape in shapes:
            for wire, known in shape.properties.items():
                merged.properties.setdefault(wire, known)
            merged.extensions.update(shape.extensions)
        if shapes:
            common = set.intersection(*(set(shape.required) for shape in shapes))
            merged.required |= {wire: place for wire, place in shapes[0].required.items() if wire in common}
        return merged

    def _object(self, shape: Shape, name: str, *, top: bool, named: bool) -> Type:
        if not shape.properties:
            return MapOf(self.type_of(shape.additional, f"{name}Value") if shape.additional else Opaque())
        wrapped = None if top or not self._wrapped_lists else self._wrapped_list(shape, name, named=named)
        return wrapped or self._model(shape, name, named=named)

    def _wrapped_list(self, shape: Shape, name: str, *, named: bool) -> ListOf | None:
        """``{"client": [...]}``, an object whose only property is a list, is that list."""
        if len(shape.properties) != 1 or shape.additional:
            return None
        ((wire, prop),) = shape.properties.items()
        inner = self.shapes.of(prop.nodes)
        if inner.types != ("array",) or inner.choices:
            return None
        # The element's name comes from the outer field: Invoice.items.item[] is an InvoiceItem.
        owner = name if named else self._words.pascal(singular(name))
        return ListOf(self._item_type(inner, owner), wire)

    def _list(self, shape: Shape, name: str) -> ListOf:
        return ListOf(self._item_type(shape, self._words.pascal(singular(name))))

    def _item_type(self, shape: Shape, name: str) -> Type:
        return self.type_of(shape.items, name) if shape.items else Opaque()

    def _model(self, shape: Shape, name: str, *, named: bool) -> ModelRef:
        clash = self.registry.models.get(name)
        if clash is not None:
            if clash.origin != shape.origin:
                self._clash("model", name, shape.origin, clash.origin)
            return ModelRef(name)
        if name in self.registry.pending:
            if self.registry.pending[name] != shape.origin:
                self._clash("model", name, shape.origin, self.registry.pending[name])
            return ModelRef(name)
        self.registry.pending[name] = shape.origin
        self.registry.models[name] = placeholder = Model(name, (), "", None, False, shape.origin)
        if shape.additional:
            self._warn(
                "values beyond the named properties are kept, but as they are sent",
                shape.said_at["additionalProperties"],
                "nothing to do, unless their type matters",
            )
        fields = [self._field(wire, prop, shape, name) for wire, prop in shape.properties.items()]
        flattened = shape.extensions.get("x-flattened", (None,))[0]
        self.registry.models[name] = Model(
            placeholder.name,
            tuple(field for field in fields if field is not None),
            str(shape.notes.get("description", "")),
            flattened,
            shape.closed,
            shape.origin,
        )
        del self.registry.pending[name]
        if flattened is not None and flattened not in shape.properties:
            value, holder = shape.extensions["x-flattened"]
            self._error(
                f"x-flattened names no property: {value}", holder.value_at("x-flattened"), "name one of the properties"
            )
        return ModelRef(name)

    def _field(self, wire: str, prop: Property, owner: Shape, model: str) -> Field | None:
        shape = self.shapes.of(prop.nodes)
        if shape.notes.get("writeOnly" if not self._request else "readOnly"):
            return None
        return Field(
            wire=wire,
            type=self.type_of(prop.nodes, model + self._words.pascal(wire)),
            doc=str(shape.notes.get("description", "")),
            required=wire in owner.required,
            nullable=shape.nullable,
            sensitive=self.is_sensitive(wire, shape),
            deprecated=deprecation(shape),
            since=_text_extension(shape, "x-since"),
            limits=shape.limit_texts(),
            origin=prop.origin,
        )

    def _clash(self, what: str, name: str, origin: Origin, other: Origin) -> None:
        self._problems.append(
            Problem(
                f"two {what}s would be called {name}",
                origin,
                "declare one of them as a component with a name of its own",
                (("the other one", other),),
            )
        )

    def _error(self, message: str, origin: Origin, hint: str) -> None:
        self._problems.append(Problem(message, origin, hint))

    def _warn(self, message: str, origin: Origin, hint: str) -> None:
        problem = Problem(message, origin, hint, warning=True)
        if problem not in self._problems:
            self._problems.append(problem)


def any_of(options: list[Type]) -> Type:
    """One type for several: nested alternatives are spread, equal ones are one, none at all is anything."""
    flat: list[Type] = []
    for option in options:
        for single in option.options if isinstance(option, AnyOf) else (option,):
            if single not in flat:
                flat.append(single)
    if not flat or any(isinstance(option, Opaque) for option in flat):
        return Opaque()
    return flat[0] if len(flat) == 1 else AnyOf(tuple(flat))


def deprecation(shape: Shape) -> str | None:
    """Why something is deprecated, as the spec says it; None where it is not."""
    reason = _text_extension(shape, "x-deprecated")
    if reason is None and not shape.notes.get("deprecated"):
        return None
    return reason or "deprecated in the API"


def _text_extension(shape: Shape, name: str) -> str | None:
    value = shape.extensions.get(name, (None,))[0]
    return None if value is None else str(value)


def _wire_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def component_names(openapi: Map) -> dict[int, str]:
    """Every schema under ``components/schemas``, by identity, with its name."""
    return {id(schema): name for name, schema in openapi.get("components", {}).get("schemas", {}).items()}
