"""Two descriptions of one entity -> one model: a JSON Schema (``WHMCS Invoice``) and the component (``Invoice``).

The result has the union of the properties; each description fills what the other leaves out. Where the types contradict each
other, the dialect decides, or it is an error that shows both places.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .dialect import Dialect
from .ir import AnyOf, EnumRef, Field, ListOf, MapOf, Model, ModelRef, Opaque, Scalar, ScalarKind, Type
from .origin import Problem
from .types import Registry


@dataclass(slots=True)
class EntityMerger:
    """Merges models of ``described`` (from JSON Schemas) into those of ``registry`` (from the OpenAPI document)."""

    registry: Registry
    described: Registry
    dialect: Dialect
    problems: list[Problem]
    _merged: set[tuple[str, str]] = field(default_factory=set)

    def merge(self, name: str, other: str) -> None:
        """Model ``name`` of the OpenAPI side takes in model ``other`` of the JSON Schema side."""
        if (name, other) in self._merged:
            return
        self._merged.add((name, other))
        ours, theirs = self.registry.models[name], self.described.models[other]
        additions = {entry.wire: entry for entry in theirs.fields}
        fields = [
            self._field(name, entry, additions.pop(entry.wire)) if entry.wire in additions else entry
            for entry in ours.fields
        ]
        fields += [replace(entry, type=self.adopt_type(entry.type)) for entry in additions.values()]
        self.registry.models[name] = replace(
            ours,
            fields=tuple(fields),
            doc=ours.doc or theirs.doc,
            flattened=ours.flattened or theirs.flattened,
            closed=ours.closed and theirs.closed,
        )

    def _field(self, model: str, ours: Field, theirs: Field) -> Field:
        return replace(
            ours,
            type=self._type(f"{model}.{ours.wire}", ours, theirs),
            doc=ours.doc or theirs.doc,
            required=ours.required or theirs.required,
            nullable=ours.nullable or theirs.nullable,
            sensitive=ours.sensitive or theirs.sensitive,
            deprecated=ours.deprecated or theirs.deprecated,
            since=ours.since or theirs.since,
            limits=ours.limits or theirs.limits,
        )

    def _type(self, place: str, ours: Field, theirs: Field) -> Type:
        both = self._both(ours.type, theirs.type)
        if both is not None:
            return both
        decision = self.dialect.decisions.get(place)
        if decision is not None:
            return ours.type if decision.keep == "openapi" else self.adopt_type(theirs.type)
        self.problems.append(
            Problem(
                f"{place} is {describe(theirs.type)} here and {describe(ours.type)} in the OpenAPI document",
                theirs.origin,
                f"correct one of them with an overlay, or decide in the dialect: entities.decisions.{place}",
                (("the other one", ours.origin),),
            )
        )
        return ours.type

    def _both(self, ours: Type, theirs: Type) -> Type | None:
        """The type that serves both descriptions; None where they contradict each other."""
        match ours, theirs:
            case (Opaque(), _):
                return self.adopt_type(theirs)
            case (_, Opaque()):
                return ours
            case (ModelRef(name=mine), ModelRef(name=other)):
                self.merge(mine, other)
                return ours
            case (ListOf(), ListOf()):
                item = self._both(ours.item, theirs.item)
                return None if item is None else ListOf(item, ours.wrapper or theirs.wrapper)
            case (MapOf(), MapOf()):
                value = self._both(ours.value, theirs.value)
                return None if value is None else MapOf(value)
            case (MapOf(value=Opaque()), ModelRef()):
                return self.adopt_type(theirs)
            case (ModelRef(), MapOf(value=Opaque())):
                return ours
            case (EnumRef(), EnumRef()):
                return self._both_enums(ours, theirs)
            case (EnumRef(), Scalar()) | (Scalar(), EnumRef()):
                enum, scalar = (ours, theirs) if isinstance(ours, EnumRef) else (theirs, ours)
                same = isinstance(scalar, Scalar) and self.registry.enums[enum.name].kind is scalar.kind
                return enum if same else None
            case (Scalar(), Scalar()):
                return _both_scalars(ours, theirs)
        return ours if ours == theirs else None

    def _both_enums(self, ours: EnumRef, theirs: EnumRef) -> EnumRef | None:
        mine, other = self.registry.enums[ours.name], self.registry.enums[theirs.name]
        if mine.kind is not other.kind:
            return None
        values = tuple(dict.fromkeys((*mine.values, *other.values)))
        if set(values) != set(mine.values):
            self.registry.enums[mine.name] = replace(mine, values=values)
        return ours

    def adopt_type(self, type_: Type) -> Type:
        """A type of the JSON Schema side, with the models it needs taken over; a model of the same name is the same thing."""
        match type_:
            case ModelRef(name=name):
                if name in self.registry.models:
                    self.merge(name, name)
                else:
                    self.adopt(name)
            case ListOf(item=inner) | MapOf(value=inner):
                self.adopt_type(inner)
            case AnyOf(options=options):
                for option in options:
                    self.adopt_type(option)
        return type_

    def adopt(self, name: str) -> None:
        """Takes a model over that the OpenAPI side lacks, with all that it holds."""
        model = self.described.models[name]
        self.registry.models[name] = model  # before its fields, for models that contain themselves
        self._merged.add((name, name))
        for entry in model.fields:
            self.adopt_type(entry.type)


def _both_scalars(ours: Scalar, theirs: Scalar) -> Scalar | None:
    if ours.kind is theirs.kind:
        return Scalar(ours.kind, ours.format or theirs.format)
    if {ours.kind, theirs.kind} == {ScalarKind.INTEGER, ScalarKind.DECIMAL}:
        return Scalar(ScalarKind.DECIMAL)
    # A format fills in where the other description says no more than "string".
    texts = {ScalarKind.DATE, ScalarKind.DATETIME, ScalarKind.BYTES}
    for plain, other in ((ours, theirs), (theirs, ours)):
        if plain == Scalar(ScalarKind.TEXT) and other.kind in texts:
            return other
    return None


def describe(type_: Type) -> str:
    """A type in words, for messages."""
    match type_:
        case Scalar():
            return str(type_.kind)
        case EnumRef() | ModelRef():
            return type_.name
        case ListOf():
            return f"a list of {describe(type_.item)}"
        case MapOf():
            return f"a map of {describe(type_.value)}"
    return "one of several types"
