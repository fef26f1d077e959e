"""What a call says comes back in its answer: who asks for client 7 gets client 7.

A filter holds for every record of a list, and an id names the record: ``clientid`` is the field ``clientid``, or
``client_id``, or the ``id`` of the object in the field ``client``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from .._runtime.operation import Operation
from .plain_json import is_object, plain

# Folded name -> the value as JSON has it.
Echo: TypeAlias = Mapping[str, str | int | bool]


def echo_of(operation: Operation[Any], params: Mapping[str, Any]) -> Echo:
    """What may come back of the parameters: single values, none of them sensitive."""
    return {
        _folded(wire): plain(value)
        for wire, value in params.items()
        if not operation.hides(wire) and value not in ("", None) and not isinstance(value, list | dict | bytes)
    }


def fill(answer: dict[str, Any], echo: Echo) -> dict[str, Any]:
    """The answer with what was said, at its top and in the objects that it holds."""
    return {
        wire: fill_record(made_up, echo, wire) if is_object(made_up) else _said(wire, made_up, echo)
        for wire, made_up in answer.items()
    }


def fill_record(record: dict[str, Any], echo: Echo, name: str) -> dict[str, Any]:
    """The record with what was said; ``name`` is what such a record is called."""
    filled = {wire: _said(wire, made_up, echo) for wire, made_up in record.items()}
    for wire, made_up in record.items():
        if _folded(wire) == "id" and (key := f"{_folded(name)}id") in echo:
            filled[wire] = _said(key, made_up, echo)
    return filled


def names_one(echo: Echo, record: Mapping[str, Any], name: str) -> bool:
    """Whether the call asks for the one record of an id."""
    return any(_folded(wire) == "id" and not echo.keys().isdisjoint(("id", f"{_folded(name)}id")) for wire in record)


def _said(wire: str, made_up: Any, echo: Echo) -> Any:
    """What was said for that name, if it is of the same type as what was made up."""
    said = echo.get(_folded(wire))
    return said if type(said) is type(made_up) else made_up


def _folded(wire: str) -> str:
    """The name less what differs between actions: ``client_id`` is ``clientid``."""
    return wire.casefold().replace("_", "").replace("-", "")
