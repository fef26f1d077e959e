"""The specs of this project as tests read them, and what the documentation says beside them.

Paths of fields are those of an answer: ``tickets.ticket[].attachments[].filename``; ``*`` is a key that is data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from generator.ir import Api, Field, ListOf, MapOf, Model, ModelRef, Operation, Type
from generator.pipeline import Inputs, Progress, Reading, read
from generator.specs.sources import Sources

ROOT = Path(__file__).resolve().parent.parent
INPUTS = Inputs(ROOT / "specs/whmcs-openapi.yml", ROOT / "specs/dialect.yml")
DOCUMENTED: dict[str, dict[str, Any]] = json.loads((ROOT / "tests/documented-names.json").read_text())


@cache
def reading() -> Reading:
    """What the specs say, with all overlays."""
    return read(INPUTS, Sources(INPUTS.spec.parent), Progress())


def api() -> Api:
    """All of it, for targets."""
    return reading().api


@cache
def operations() -> dict[str, Operation]:
    """The operations by action."""
    return {operation.action: operation for group in api().groups for operation in group.operations}


@cache
def documented_operations() -> dict[str, Operation]:
    """Those of the documented actions; what the specs have beyond is the user's own."""
    return {action: operation for action, operation in operations().items() if action in DOCUMENTED}


@cache
def group_of() -> dict[str, str]:
    """The group of each action."""
    return {operation.action: group.name for group in api().groups for operation in group.operations}


@cache
def models() -> dict[str, Model]:
    """The models of responses, by name."""
    return {model.name: model for model in api().models}


@cache
def inputs() -> dict[str, Model]:
    """The models of parameters, by name."""
    return {model.name: model for model in api().inputs}


def response_type(operation: Operation) -> Type | None:
    """The type of an operation's answer; None where it is nothing but the envelope."""
    return operation.result.type


def response_fields(operation: Operation) -> dict[str, Field]:
    """The fields at the top of an answer, by wire name."""
    type_ = response_type(operation)
    return {field.wire: field for field in models()[type_.name].fields} if isinstance(type_, ModelRef) else {}


def paths(operation: Operation) -> Iterator[tuple[str, Field]]:
    """Every field of an answer by path; of a model inside itself only the first round."""
    for field in response_fields(operation).values():
        yield from _paths(field, field.wire, operation.action, frozenset())


def _paths(field: Field, path: str, action: str, above: frozenset[str]) -> Iterator[tuple[str, Field]]:
    yield path, field
    type_: Type = field.type
    while isinstance(type_, ListOf | MapOf):
        if isinstance(type_, ListOf):
            path += f".{type_.wrapper}[]" if type_.wrapper else "[]"
            type_ = type_.item
        else:
            path, type_ = f"{path}.*", type_.value
    if isinstance(type_, ModelRef) and type_.name not in above:
        for inner in models()[type_.name].fields:
            if inner.actions is None or action in inner.actions:
                yield from _paths(inner, f"{path}.{inner.wire}", action, above | {type_.name})
