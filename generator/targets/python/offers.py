"""``python offers.py PACKAGE``: what a generated package offers, as JSON; see ``base.Offer``. It stands alone.

Every method is called, with a session that notes what it is handed; every answer's model is walked.
"""

from __future__ import annotations

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


def offers(package: str) -> dict[str, dict[str, list[str]]]:
    """Action -> the parameters that its method sends, and the places in its answer."""
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
            found[operation.action] = {"params": sorted(params), "fields": sorted(set(places))}
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


if __name__ == "__main__":
    json.dump(offers(sys.argv[1]), sys.stdout)
