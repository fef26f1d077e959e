"""What an Api says of each action, in the form in which clients tell what they act by: see ``Offer.facts``.

It is read off the IR here once more, and shares nothing with the targets: what they get wrong must not be wrong here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from ..ir import (
    AnyOf,
    Api,
    Condition,
    Encoding,
    EncodingKind,
    EnumRef,
    Field,
    ListOf,
    MapOf,
    Model,
    ModelRef,
    Opaque,
    Operation,
    Page,
    Param,
    Requirement,
    Scalar,
    ScalarKind,
    Type,
)

# Objects within objects whose entries are told of a parameter, at most.
_DEEPEST = 3
_LONGEST = 200


class Facts:
    """The facts of an Api."""

    def __init__(self, api: Api) -> None:
        self._models = {model.name: model for model in api.models}
        self._inputs = {model.name: model for model in api.inputs}
        self._enums = {enum.name: enum for enum in api.enums}

    def of(self, operation: Operation) -> dict[str, Any]:
        """What is said of one operation, as JSON data."""
        result = operation.result
        return {
            "effect": str(operation.effect),
            "deprecated": operation.deprecated,
            "records": result.field if isinstance(result, Page) else None,
            "params": {param.wire: self._param(param) for param in operation.params},
            "requires": [_rule(rule) for rule in operation.requirements],
            "answer": None if result.type is None else self._answer(result.type, ()),
        }

    def _param(self, param: Param) -> dict[str, Any]:
        more = {"deprecated": param.deprecated, "encoding": _encoding(param.encoding)}
        return self._entry(param, ()) | {"values": self._values(param.type)} | more

    def _entry(self, entry: Param | Field, above: tuple[str, ...]) -> dict[str, Any]:
        """A parameter, or an entry of an object in one."""
        held = _item(entry.type)
        entries = {}
        if isinstance(held, ModelRef) and held.name not in above and len(above) < _DEEPEST:
            model = self._inputs[held.name]
            entries = {field.wire: self._entry(field, (*above, model.name)) for field in model.fields}
        return {
            "kind": self._kind(held),
            "shape": _shape(entry.type),
            "required": entry.required,
            "sensitive": entry.sensitive,
            "fields": entries,
        }

    def _kind(self, held: Type) -> str:
        """The kind of a value, item or entry; ``any`` where it has no single one."""
        match held:
            case Scalar(kind=kind):
                return str(kind)
            case EnumRef(name=name):
                return str(self._enums[name].kind)
            case ModelRef():
                return "object"
            case AnyOf(options=options):
                kinds = {self._kind(_item(option)) for option in options}
                return kinds.pop() if len(kinds) == 1 and "object" not in kinds else "any"
            case _:
                return "any"

    def _values(self, type_: Type) -> list[str | int]:
        held = _item(type_)
        return list(self._enums[held.name].values) if isinstance(held, EnumRef) else []

    def _answer(self, type_: Type, above: tuple[str, ...]) -> Any:
        """A type in an answer; of an object inside of itself nothing but that it is one."""
        match type_:
            case Scalar() | EnumRef():
                return self._kind(type_)
            case ListOf(item=item, wrapper=wrapper):
                return {"list": self._answer(item, above), "wrapper": wrapper}
            case MapOf(value=value):
                return {"map": self._answer(value, above)}
            case AnyOf(options=options):
                return _one_of([self._answer(option, above) for option in options])
            case ModelRef(name=name):
                return "object" if name in above else self._model(self._models[name], (*above, name))
            case Opaque():
                return "any"
        assert_never(type_)

    def _model(self, model: Model, above: tuple[str, ...]) -> dict[str, Any]:
        fields = {
            field.wire: {"type": self._answer(field.type, above), "sensitive": field.sensitive}
            for field in model.fields
        }
        return {"fields": fields, "flattened": model.flattened}


def differences(told: Any, said: Any, place: str = "") -> Iterator[str]:
    """Where the facts that a client tells are not those that the spec says."""
    told, said = _without_nothing(told), _without_nothing(said)
    if isinstance(told, dict) and isinstance(said, dict):
        for name in [*said, *(name for name in told if name not in said)]:
            yield from differences(told.get(name), said.get(name), f"{place}.{name}" if place else str(name))
    elif told != said and not (place.startswith("answer.") and (told, said) == ("text", str(ScalarKind.BYTES))):
        yield f"{place}: the client says {_short(told)}, the spec {_short(said)}"


def _item(type_: Type) -> Type:
    """What a list or a map holds; any other type as it is."""
    match type_:
        case ListOf(item=inner) | MapOf(value=inner):
            return Opaque() if isinstance(inner, ListOf | MapOf) or _shape(inner) else inner
    return type_


def _shape(type_: Type) -> str:
    """Nothing stands for a single value."""
    match type_:
        case ListOf():
            return "list"
        case MapOf():
            return "map"
        case AnyOf() | Opaque():
            return "any"
    return ""


def _encoding(encoding: Encoding) -> dict[str, Any]:
    kind = "" if encoding.kind is EncodingKind.FORM else str(encoding.kind)
    return {"kind": kind, "each": encoding.each, "file": list(encoding.file or ()), "date": encoding.date}


def _rule(rule: Requirement) -> dict[str, Any]:
    told: dict[str, Any] = {"any": list(rule.any), "all": list(rule.all), "none": list(rule.none), "each": rule.each}
    conditions = {"when": rule.when, "unless": rule.unless}
    return told | {name: [_condition(each) for each in own] for name, own in conditions.items()}


def _condition(condition: Condition) -> dict[str, Any]:
    told: dict[str, Any] = {name: getattr(condition, name) for name in ("wire", "absent", "flag", "amount")}
    return told | {"values": list(condition.values)}


def _one_of(options: list[Any]) -> Any:
    """Each option once; a single one is no choice."""
    own = [option for place, option in enumerate(options) if option not in options[:place]]
    return own[0] if len(own) == 1 else {"oneOf": own}


def _without_nothing(value: Any) -> Any:
    """JSON data without what says nothing: false, null, and what is empty. Texts and numbers in lists are kept."""
    if isinstance(value, list):
        return [_without_nothing(item) for item in value]
    if isinstance(value, Mapping):
        kept = {name: _without_nothing(inner) for name, inner in value.items()}
        return {name: inner for name, inner in kept.items() if inner not in (None, "", [], {}) and inner is not False}
    return value


def _short(value: Any) -> str:
    text = "nothing" if value is None else json.dumps(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
