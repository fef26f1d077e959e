"""Models of the Api -> modules of pydantic models, printed by datamodel-code-generator.

It is given a document made from the Api, in which no text of the spec occurs: names are identifiers already, and what
documents them are ready-made docstrings. Models that several groups use are in ``shared``, others in a module by group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from ...ir import Api, Field, ListOf, MapOf, Model, Opaque
from ..homes import SHARED, models_in, parts_first
from ..uses import Uses, plain_doc, uses_of
from .docs import field_doc
from .imports import Need, import_block, import_order
from .names import Names
from .printer import ModelPrinter
from .text import docstring, frozenset_of, literal, string
from .types import response, schema


class ModelPlan:
    """All models: their modules are known at once, their source when datamodel-code-generator has printed it."""

    def __init__(self, api: Api, names: Names, templates: Path, printer: ModelPrinter) -> None:
        by_module: dict[str, list[Model]] = {SHARED: []}
        for model in api.models:
            by_module.setdefault(names.homes[model.name], []).append(model)
        self._names = names
        self._use = uses_of(api)
        self._modules = {module: parts_first(models) for module, models in by_module.items() if models}
        self._printed = printer.print(*_requested(self._modules.values(), self._use, names), templates)

    def exports(self) -> dict[str, tuple[str, ...]]:
        """Module -> the classes in it, sorted as imports are."""
        return {
            module: tuple(sorted((self._names.models[model.name] for model in models), key=import_order))
            for module, models in self._modules.items()
        }

    def sources(self) -> dict[str, str]:
        """Module -> its source."""
        printed = _classes(self._printed.result())
        return {
            module: "\n\n\n".join(
                [
                    _header(models, module, self._use, self._names),
                    *(printed[self._names.models[model.name]] for model in models),
                ]
            )
            + "\n"
            for module, models in self._modules.items()
        }


def _requested(
    modules: Iterable[list[Model]], use: Uses, names: Names
) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Class -> schema, and class -> what the template prints beside names and types."""
    schemas, texts = {}, {}
    for models in modules:
        later = {model.name for model in models}
        for model in models:
            name = names.models[model.name]
            schemas[name] = {
                "type": "object",
                "properties": {names.field(field.wire): schema(field.type, names) for field in model.fields},
                # What is required is printed without ``| None``.
                "required": [names.field(field.wire) for field in model.fields if not _may_be_none(field)],
                "customBasePath": "base.Page" if model.name in use.pages else "base.Model",
            }
            texts[name] = {"text": _texts(model, use, later, names)}
            later.discard(model.name)
    return schemas, texts


# "class Invoice(Model):" begins a class; what is in it is indented.
_CLASS = re.compile(r"^class (\w+)\(", re.MULTILINE)
# Classes are completed when first used: rebuilding them on import costs time, and no annotation of ours needs it.
_REBUILD = re.compile(r"^\w+\.model_rebuild\(\)\n?", re.MULTILINE)


def _classes(source: str) -> dict[str, str]:
    """Class name -> its source."""
    source = _REBUILD.sub("", source)
    starts = [(match.group(1), match.start()) for match in _CLASS.finditer(source)]
    classes = {}
    for (name, start), (_, end) in pairwise([*starts, ("", len(source))]):
        classes[name] = "\n".join(line.rstrip() for line in source[start:end].split("\n")).rstrip()
    return classes


def _texts(model: Model, use: Uses, later: set[str], names: Names) -> dict[str, Any]:
    """What the template prints beside names and types. A type that is defined further down is quoted."""
    fields = {names.field(field.wire): field for field in model.fields}
    return {
        "doc": docstring([model.doc if model.doc.strip() else plain_doc(model, use, "``")], 4),
        "facts": _facts(model),
        "defaults": {name: _default(field, name) for name, field in fields.items()},
        "quotes": {name: "" if later.isdisjoint(models_in(field.type)) else '"' for name, field in fields.items()},
        "docs": {name: field_doc(field) for name, field in fields.items()},
    }


def _facts(model: Model) -> list[str]:
    """What annotations cannot say, as class variables."""
    wrappers = _wrappers(model)
    sensitive = _sensitive(model)
    facts = []
    if wrappers:
        facts.append("wire_wrappers: ClassVar[Mapping[str, str]] = " + literal(wrappers, 4, 44))
    if sensitive:
        facts.append(frozenset_of(sensitive, "wire_sensitive: ClassVar[frozenset[str]] = ", 4))
    if actions := _actions(model):
        facts.append("wire_actions: ClassVar[Mapping[str, tuple[str, ...]]] = " + literal(actions, 4, 54))
    if model.flattened is not None:
        facts.append(f"wire_flattened: ClassVar[str | None] = {string(model.flattened)}")
    return facts


def _wrappers(model: Model) -> dict[str, str]:
    lists = {field.wire: field.type for field in model.fields if isinstance(field.type, ListOf)}
    return {wire: type_.wrapper for wire, type_ in lists.items() if type_.wrapper}


def _actions(model: Model) -> dict[str, tuple[str, ...]]:
    return {field.wire: field.actions for field in model.fields if field.actions is not None}


def _sensitive(model: Model) -> tuple[str, ...]:
    return tuple(field.wire for field in model.fields if field.sensitive)


def _collection(field: Field) -> str:
    """The function that makes the default of a list or a map, which is never None; nothing for other types."""
    return {ListOf: "no_items", MapOf: "no_entries"}.get(type(field.type), "")


def _may_be_none(field: Field) -> bool:
    return not isinstance(field.type, ListOf | MapOf | Opaque)


def _default(field: Field, name: str) -> str:
    alias = "" if name == field.wire else f", alias={string(field.wire)}"
    if factory := _collection(field):
        return f"Field(default_factory={factory}{alias})"
    return f"Field(None{alias})" if alias else "None"


def _header(models: list[Model], module: str, use: Uses, names: Names) -> str:
    """The docstring and the imports of a module."""
    needs: set[Need] = set()
    for model in models:
        needs.add(("._runtime.paging", "Page") if model.name in use.pages else ("._runtime.model", "Model"))
        if _wrappers(model) or _actions(model):
            needs.add(("collections.abc", "Mapping"))
        if _facts(model):
            needs.add(("typing", "ClassVar"))
        for field in model.fields:
            needs |= response(field.type, names).needs
            factory = _collection(field)
            if factory:
                needs.add(("._runtime.defaults", factory))
            if factory or names.field(field.wire) != field.wire:
                needs.add(("pydantic", "Field"))
    foreign = {need for need in needs if need[0] != f".models.{module}"}
    doc = "Models that several groups share." if module == SHARED else f"Models of the group {module}."
    return "\n\n".join([docstring([doc], 0), import_block(foreign, "models")])
