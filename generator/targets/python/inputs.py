"""Objects that parameters hold -> TypedDicts: classes, or calls where a class could not have such keys."""

from __future__ import annotations

import keyword
from collections.abc import Sequence
from dataclasses import dataclass

from ...ir import Api, Field, Model
from .docs import field_doc
from .imports import Need, import_block
from .names import Names
from .text import block, docstring, string
from .types import Annotation, argument


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a TypedDict written as a class; ``doc`` may be empty."""

    name: str
    type: str
    doc: str


@dataclass(frozen=True, slots=True)
class InputView:
    """One TypedDict. ``call`` is its source as a call, and empty where it is a class with ``keys``."""

    name: str
    doc: str
    keys: tuple[Key, ...]
    call: str


def input_views(api: Api, names: Names) -> list[InputView]:
    """All TypedDicts, in the order of the spec."""
    return [_view(model, names) for model in api.inputs]


def input_imports(api: Api, names: Names) -> str:
    """The imports of their module."""
    needs: set[Need] = {("typing", "TypedDict")} if api.inputs else set()
    for model in api.inputs:
        needs = needs.union(*(_annotation(field, names).needs for field in model.fields))
    return import_block({need for need in needs if need[0] != ".inputs"})


def _view(model: Model, names: Names) -> InputView:
    name = names.inputs[model.name]
    doc = model.doc if model.doc.strip() else f"``{model.name}`` in a request."
    types = [(field, _annotation(field, names).text) for field in model.fields]
    if _can_be_class(model.fields):
        keys = tuple(Key(field.wire, text, field_doc(field)) for field, text in types)
        return InputView(name, docstring([doc], 4), keys, "")
    fields = block("{", [f"{string(field.wire)}: {string(text)}" for field, text in types], "}", 4)
    form = f"{name} = TypedDict(\n    {string(name)},\n    {fields},\n    total=False,\n)"
    return InputView(name, docstring([doc], 0), (), form)


def _annotation(field: Field, names: Names) -> Annotation:
    found = argument(field.type, names)
    if not field.required:
        return found
    return Annotation(f"Required[{found.text}]", found.needs | {("typing", "Required")})


def _can_be_class(fields: Sequence[Field]) -> bool:
    """Whether a class body can have these keys: identifiers, and none that Python would mangle."""
    return all(
        field.wire.isascii()
        and field.wire.isidentifier()
        and not keyword.iskeyword(field.wire)
        and not field.wire.startswith("__")
        for field in fields
    )
