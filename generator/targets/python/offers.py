"""``python offers.py PACKAGE``: what a generated package offers, as JSON; see ``base.Offer``. It stands alone.

Every method is called, with a session that notes what it is handed; every answer's model is walked. The facts are those
of the operation that the session is handed, and of the models.
"""

from __future__ import annotations

import datetime
import decimal
import inspect
import json
import sys
import types
import typing
from collections.abc import Iterator
from importlib import import_module
from typing import Any


class _Notes:
    """A session that sends nothing: operation and parameters of each call."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, frozenset[str]]] = []

    def call(self, operation: Any, params: dict[str, object], *_: object) -> None:
        self.calls.append((operation, frozenset(params)))


# How values of a kind are annotated.
_KINDS: dict[Any, str] = {
    str: "text",
    int: "integer",
    decimal.Decimal: "decimal",
    bool: "boolean",
    datetime.date: "date",
    datetime.datetime: "datetime",
    Any: "any",
}


def offers(package: str) -> dict[str, dict[str, Any]]:
    """Action -> the parameters that its method sends, the places in its answer, and the facts."""
    client = import_module(f"{package}.client")
    sdk = getattr(client, import_module(f"{package}._dialect").SDK)
    found = {}
    for name in [name for name in dir(sdk) if not name.startswith("_")]:
        group = inspect.getattr_static(sdk, name)
        if not hasattr(group, "func"):  # groups are cached properties
            continue
        notes = _Notes()
        made = group.func(types.SimpleNamespace(_session=notes))
        for operation, params in _calls(made, notes):
            places = _places(operation.response, "", ()) if operation.response else ()
            found[operation.action] = {
                "params": sorted(params),
                "fields": sorted(set(places)),
                "facts": _facts(operation),
            }
    return found


def _calls(group: object, notes: _Notes) -> list[tuple[Any, frozenset[str]]]:
    for name, method in inspect.getmembers(group, inspect.ismethod):
        if not name.startswith(("_", "iter_")):
            own = [each for each in inspect.signature(method).parameters if each not in ("extra", "timeout")]
            method(**dict.fromkeys(own, 1))
    return notes.calls


def _places(annotation: Any, path: str, above: tuple[type, ...]) -> Iterator[str]:
    """The places in a value of a type, its own not among them."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        yield from _places(arguments[0], path, above)
    elif origin is list:
        yield from _places(arguments[0], f"{path}[]", above)
    elif origin is dict:
        yield from _places(arguments[1], f"{path}.*", above)
    elif origin in (typing.Union, types.UnionType):
        for argument in arguments:
            yield from _places(argument, path, above)
    elif hasattr(annotation, "model_fields") and annotation not in above:
        for name, field in annotation.model_fields.items():
            place = f"{path}.{field.alias or name}" if path else field.alias or name
            yield place
            yield from _places(field.annotation, place, (*above, annotation))


def _facts(operation: Any) -> dict[str, Any]:
    """What the client acts by; see ``Offer.facts``."""
    records = getattr(operation, "records", None)
    return {
        "effect": operation.effect,
        "deprecated": operation.deprecated,
        "records": _wire(operation.response, records) if records else None,
        "params": {param.wire: _param(param) for param in operation.params},
        "requires": [_rule(rule) for rule in operation.requires],
        "answer": _type(operation.response, None, ()) if operation.response else None,
    }


def _param(param: Any) -> dict[str, Any]:
    """A parameter, or an entry of an object in one."""
    told = {name: getattr(param, name) for name in ("kind", "required", "sensitive", "deprecated", "values")}
    kind, shape = param.encoding.kind, param.shape
    return {
        **told,
        "shape": "" if shape == "value" else shape,
        "encoding": {**param.encoding._asdict(), "kind": "" if kind == "form" else kind},
        "fields": {entry.wire: _param(entry) for entry in param.fields},
    }


def _rule(rule: Any) -> dict[str, Any]:
    conditions = {name: [each._asdict() for each in getattr(rule, name)] for name in ("when", "unless")}
    return {**rule._asdict(), **conditions}


def _type(annotation: Any, wrapper: str | None, above: tuple[type, ...]) -> Any:
    """A type in an answer."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _type(arguments[0], wrapper, above)
    if origin is list:
        return {"list": _type(arguments[0], None, above), "wrapper": wrapper}
    if origin is dict:
        return {"map": _type(arguments[1], None, above)}
    if origin is typing.Literal:  # the documented values of an enum
        return _KINDS[type(arguments[0])]
    if origin in (typing.Union, types.UnionType):
        found = [_type(each, wrapper, above) for each in arguments if each is not types.NoneType]
        options = [each for place, each in enumerate(found) if each not in found[:place]]
        return options[0] if len(options) == 1 else {"oneOf": options}
    if not hasattr(annotation, "model_fields"):
        return _KINDS.get(annotation, repr(annotation))
    return "object" if annotation in above else _model(annotation, (*above, annotation))


def _model(model: Any, above: tuple[type, ...]) -> dict[str, Any]:
    model.model_rebuild()  # names in quotes become the classes that they mean
    fields = {}
    for name, field in model.model_fields.items():
        wire = field.alias or name
        type_ = _type(field.annotation, model.wire_wrappers.get(wire), above)
        fields[wire] = {"type": type_, "sensitive": wire in model.wire_sensitive}
    return {"fields": fields, "flattened": model.wire_flattened}


def _wire(model: Any, attribute: str) -> str:
    field = model.model_fields[attribute]
    return field.alias or attribute


if __name__ == "__main__":
    json.dump(offers(sys.argv[1]), sys.stdout)
