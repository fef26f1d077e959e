"""Two descriptions of one entity -> one model: a JSON Schema (``WHMCS Invoice``) and the component (``Invoice``).

The result has the union of the properties; each description fills what the other leaves out. Where the types contradict
each other, the dialect decides, or it is an error that shows both places.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..dialect.dialect import Decision
from ..ir import AnyOf, EnumRef, Field, ListOf, MapOf, ModelRef, Opaque, Scalar, ScalarKind, Type
from ..origin import Origin, quote
from ..problems import Problems
from .registry import Registry


class EntityMerger:
    """Merges models of ``described`` (from JSON Schemas) into those of ``registry`` (from the OpenAPI document).

    First ``pair`` for every entity, then ``merge`` once: which models are the same has to be known before any is taken
    over. Nothing recurses from model to model, since such chains may be long.
    """

    def __init__(
        self, registry: Registry, described: Registry, decisions: Mapping[str, Decision], problems: Problems
    ) -> None:
        self._registry = registry
        self._described = described
        self._decisions = decisions
        self._problems = problems
        self._undecided = dict(decisions)
        # Model of the JSON Schema side -> model of the OpenAPI side.
        self._counterparts: dict[str, str] = {}
        # Pairs whose fields are to be compared or merged; models to be taken over.
        self._pairs: dict[tuple[str, str], None] = {}
        self._new: list[str] = []

    def pair(self, name: str, other: str) -> None:
        """Notes that ``other`` of the JSON Schema side is ``name`` of the OpenAPI side; so for the models inside."""
        pending = [(name, other)]
        while pending:
            ours, theirs = pending.pop()
            if (ours, theirs) in self._pairs:
                continue
            self._pairs[ours, theirs] = None
            self._counterparts.setdefault(theirs, ours)
            mine = {field.wire: field.type for field in self._registry.models[ours].fields}
            for field in self._described.models[theirs].fields:
                if field.wire in mine:
                    pending += _models_in(mine[field.wire], field.type)

    def merge(self, alone: list[str]) -> None:
        """Merges all pairs, and takes the models ``alone`` over, which the OpenAPI side lacks."""
        for name in alone:
            self._adopt(name)
        done: set[tuple[str, str]] = set()
        while len(done) < len(self._pairs) or self._new:
            for pair in [pair for pair in self._pairs if pair not in done]:
                done.add(pair)
                self._merge(*pair)
            while self._new:
                name = self._new.pop(0)
                model = self._registry.models[name]
                fields = tuple(replace(field, type=self._adopted(field.type)) for field in model.fields)
                self._registry.models[name] = replace(model, fields=fields)
        for place, decision in self._undecided.items():
            self._problems.warn(
                f"the decision on {place} decides nothing: no two descriptions contradict each other there",
                decision.origin,
                "take it out, or correct its name",
                code="decision-unused",
            )

    def _merge(self, name: str, other: str) -> None:
        ours, theirs = self._registry.models[name], self._described.models[other]
        additions = {field.wire: field for field in theirs.fields}
        fields = [
            self._field(name, field, additions.pop(field.wire)) if field.wire in additions else field
            for field in ours.fields
        ]
        fields += [replace(field, type=self._adopted(field.type)) for field in additions.values()]
        required = {**self._registry.required.get(name, {}), **self._described.required.get(other, {})}
        described = {field.wire for field in fields}
        self._report_undescribed({wire: place for wire, place in required.items() if wire not in described})
        self._registry.models[name] = replace(
            ours,
            fields=tuple(replace(field, required=field.required or field.wire in required) for field in fields),
            doc=ours.doc or theirs.doc,
            flattened=ours.flattened or theirs.flattened,
            closed=ours.closed and theirs.closed,
        )

    def _report_undescribed(self, required: Mapping[str, Origin]) -> None:
        for wire, place in required.items():
            self._problems.warn(
                f"{quote(wire)} is required, but neither description has a property of that name",
                place,
                "describe it, or take it out",
                code="required-undeclared",
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
            actions=theirs.actions if ours.actions is None else ours.actions,
            default=theirs.default if ours.default is None else ours.default,
        )

    def _type(self, place: str, ours: Field, theirs: Field) -> Type:
        both = self._both(ours.type, theirs.type)
        if both is not None:
            return both
        decision = self._decisions.get(place)
        if decision is not None:
            self._undecided.pop(place, None)
            return ours.type if decision.keep == "openapi" else self._adopted(theirs.type)
        self._problems.error(
            f"{place} is {self._described_as(theirs.type, self._described)} here, "
            f"and {self._described_as(ours.type, self._registry)} in the OpenAPI document",
            theirs.origin,
            f"correct one of them with an overlay, or decide in the dialect: entities.decisions.{place}",
            ("the other one", ours.origin),
        )
        return ours.type

    def _both(self, ours: Type, theirs: Type) -> Type | None:
        """The type that serves both descriptions; None where they contradict each other."""
        match ours, theirs:
            case (Opaque(), _) | (MapOf(value=Opaque()), ModelRef()):
                return self._adopted(theirs)
            case (_, Opaque()) | (ModelRef(), MapOf(value=Opaque()) | ModelRef()):
                return ours
            case (ListOf(), ListOf()):
                item = self._both(ours.item, theirs.item)
                wrappers = {ours.wrapper, theirs.wrapper} - {None}
                return None if item is None or len(wrappers) > 1 else ListOf(item, ours.wrapper or theirs.wrapper)
            case (MapOf(), MapOf()):
                value = self._both(ours.value, theirs.value)
                return None if value is None else MapOf(value)
            case (EnumRef(), EnumRef()):
                mine, other = self._registry.enums[ours.name], self._described.enums[theirs.name]
                return self._registry.enums.widen(ours.name, other) if mine.kind is other.kind else None
            case (EnumRef(), Scalar()):
                return ours if self._registry.enums[ours.name].kind is theirs.kind else None
            case (Scalar(), EnumRef()):
                return self._adopted(theirs) if self._described.enums[theirs.name].kind is ours.kind else None
            case (Scalar(), Scalar()):
                return _both_scalars(ours, theirs)
            case (AnyOf(), AnyOf()):
                return ours if set(ours.options) == set(theirs.options) else None
            case (AnyOf(), _):
                return ours if theirs in ours.options else None
            case (_, AnyOf()):
                return self._adopted(theirs) if ours in theirs.options else None
        return None

    def _adopted(self, type_: Type) -> Type:
        """A type of the JSON Schema side, in the names of the OpenAPI side; the models it needs are taken over."""
        match type_:
            case ModelRef(name=name):
                return ModelRef(self._adopt(name))
            case EnumRef(name=name):
                return self._registry.enums.add(self._described.enums[name])
            case ListOf(item=inner, wrapper=wrapper):
                return ListOf(self._adopted(inner), wrapper)
            case MapOf(value=inner):
                return MapOf(self._adopted(inner))
            case AnyOf(options=options):
                return AnyOf(tuple(map(self._adopted, options)))
        return type_

    def _adopt(self, name: str) -> str:
        """The name on the OpenAPI side of a model; a model of the same name is the same thing."""
        if name not in self._counterparts:
            if name in self._registry.models:
                self.pair(name, name)
            else:
                self._counterparts[name] = name
                self._registry.models[name] = self._described.models[name]
                self._new.append(name)
                self._report_undescribed(self._described.required.get(name, {}))
        return self._counterparts[name]

    def _described_as(self, type_: Type, registry: Registry) -> str:
        """A type in words, for messages."""
        match type_:
            case Scalar(kind=kind):
                return f"{'an' if kind is ScalarKind.INTEGER else 'a'} {kind}"
            case EnumRef(name=name):
                return f"one of {', '.join(map(str, registry.enums[name].values))}"
            case ModelRef(name=name):
                return f"an object ({name})"
            case ListOf(item=item):
                return f"a list: each is {self._described_as(item, registry)}"
            case MapOf(value=value):
                return f"a map: each value is {self._described_as(value, registry)}"
            case AnyOf(options=options):
                return " or ".join(self._described_as(option, registry) for option in options)
        return "anything"


def _models_in(ours: Type, theirs: Type) -> list[tuple[str, str]]:
    """The models that are in the same place of two types."""
    match ours, theirs:
        case (ModelRef(), ModelRef()):
            return [(ours.name, theirs.name)]
        case (ListOf(), ListOf()):
            return _models_in(ours.item, theirs.item)
        case (MapOf(), MapOf()):
            return _models_in(ours.value, theirs.value)
    return []


def _both_scalars(ours: Scalar, theirs: Scalar) -> Scalar | None:
    if ours.kind is theirs.kind:
        return Scalar(ours.kind, ours.format or theirs.format)
    if {ours.kind, theirs.kind} == {ScalarKind.INTEGER, ScalarKind.DECIMAL}:
        return Scalar(ScalarKind.DECIMAL)
    # A format fills in where the other description says no more than "string".
    texts = {ScalarKind.DATE, ScalarKind.DATETIME, ScalarKind.BYTES, ScalarKind.DECIMAL}
    for plain, other in ((ours, theirs), (theirs, ours)):
        if plain == Scalar(ScalarKind.TEXT) and other.kind in texts:
            return other
    return None
