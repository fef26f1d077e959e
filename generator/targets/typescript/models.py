"""Models of the Api -> modules of interfaces, each with a constant that tells the runtime how to read it."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Api, Field, Model
from ..homes import SHARED
from ..uses import Uses, plain_doc, uses_of
from .docs import field_doc
from .names import Scope
from .text import comment, key, literal
from .types import Need, field_type, import_lines, spec_needs, type_spec


@dataclass(frozen=True, slots=True)
class Property:
    """``name: type;`` in an interface; ``doc`` may be empty."""

    source: str
    doc: str


@dataclass(frozen=True, slots=True)
class ModelView:
    """One interface, and its description as ``export const InvoiceSpec: ModelSpec<Invoice> = spec;``."""

    name: str
    doc: str
    properties: tuple[Property, ...]
    constant: str
    spec: str


@dataclass(frozen=True, slots=True)
class ModelModule:
    """A module of models, ready to print."""

    name: str
    doc: str
    imports: list[str]
    models: tuple[ModelView, ...]


def model_modules(api: Api, scope: Scope) -> list[ModelModule]:
    """The modules with models in them, in the order of the spec."""
    uses = uses_of(api)
    by_module: dict[str, list[Model]] = {}
    for model in api.models:
        by_module.setdefault(scope.names.homes[model.name], []).append(model)
    titles = {scope.names.module(group.name): f"What the group {group.name} answers." for group in api.groups}
    titles[SHARED] = "What several groups answer."
    return [
        ModelModule(
            module,
            comment([titles[module]]),
            _imports(models, module, scope),
            tuple(_view(model, uses, scope) for model in models),
        )
        for module, models in by_module.items()
    ]


def _imports(models: list[Model], module: str, scope: Scope) -> list[str]:
    types: set[Need] = {("runtime/schema", "ModelSpec")}
    values: set[Need] = set()
    for model in models:
        for field in model.fields:
            types |= field_type(field, scope.names).needs
            values |= spec_needs(field.type, scope.names)
    return import_lines(types, values, f"models/{module}")


def _view(model: Model, uses: Uses, scope: Scope) -> ModelView:
    name = scope.names.models[model.name]
    constant = scope.names.specs[model.name]
    doc = model.doc if model.doc.strip() else plain_doc(model, uses, "`")
    properties = tuple(_property(field, scope) for field in model.fields)
    left = f"export const {constant}: ModelSpec<{name}> = "
    return ModelView(name, comment([doc]), properties, constant, left + _spec(model, name, scope) + ";")


def _property(field: Field, scope: Scope) -> Property:
    return Property(f"{key(field.wire)}: {field_type(field, scope.names).text};", field_doc(field))


def _spec(model: Model, name: str, scope: Scope) -> str:
    """The constant of a model: its fields one a line, as there are many of them."""
    fields = [literal([field.wire, type_spec(field.type, scope)], 4, 1) for field in model.fields]
    sensitive = [field.wire for field in model.fields if field.sensitive]
    lines = [f"  name: {literal(name)},\n", "  fields: [", *(f"\n    {field}," for field in fields)]
    lines.append("\n  ],\n" if fields else "],\n")
    if sensitive:
        lines.append(f"  sensitive: {literal(sensitive, 2, 12)},\n")
    if model.flattened is not None:
        lines.append(f"  flattened: {literal(model.flattened)},\n")
    return "{\n" + "".join(lines) + "}"
