"""What a call says comes back in its answer: who asks for client 7 gets client 7.

A filter holds for every record of a list, and an id names the record: ``clientid`` is the field
``clientid``, or ``client_id``, or the ``id`` of the object in the field ``client``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias, get_args, get_origin

from pydantic import BaseModel

from .._runtime.operation import Operation
from . import invention
from .invention import Record
from .plain_json import is_object, plain

# Folded name -> what was said: a text, a number, a date.
Echo: TypeAlias = Mapping[str, Any]


def echo_of(operation: Operation[Any], params: Mapping[str, Any]) -> Echo:
    """What may come back of the parameters: single values, none of them sensitive."""
    return {
        _folded(wire): value
        for wire, value in params.items()
        if not operation.hides(wire) and value != "" and not isinstance(value, list | dict | bytes)
    }


def fill(answer: Record, model: type[BaseModel], echo: Echo) -> Record:
    """The answer with what was said, at its top and in the objects that it holds."""
    filled = fill_record(answer, model, echo, "")
    for wire, field in invention.fields(model).items():
        inner = invention.model_of(field.annotation)
        if inner is not None and is_object(made_up := answer.get(wire)):
            filled[wire] = fill_record(made_up, inner, echo, wire)
    return filled


def fill_record(record: Record, model: type[BaseModel], echo: Echo, name: str) -> Record:
    """The record with what was said; ``name`` is what such a record is called."""
    filled = dict(record)
    for wire, field in invention.fields(model).items():
        if wire not in record:
            continue  # this action does not send it
        key = _folded(wire)
        for said in (f"{_folded(name)}id" if key == "id" and name else key, key):
            if said in echo and _takes(field.annotation, echo[said]):
                filled[wire] = plain(echo[said])
                break
    return filled


def names_one(echo: Echo, model: type[BaseModel], name: str) -> bool:
    """Whether the call asks for the one record of an id."""
    has_id = any(_folded(wire) == "id" for wire in invention.fields(model))
    return has_id and not echo.keys().isdisjoint(("id", f"{_folded(name)}id"))


def _takes(annotation: Any, value: Any) -> bool:
    """Whether the value is of the type, or of one of the types."""
    kinds: list[type] = []
    for option in invention.options(annotation):
        kinds += map(type, get_args(option)) if get_origin(option) is Literal else [option]
    return type(value) in kinds


def _folded(wire: str) -> str:
    """The name less what differs between actions: ``client_id`` is ``clientid``."""
    return wire.casefold().replace("_", "").replace("-", "")
