"""Models of the Api -> modules of pydantic models, printed by datamodel-code-generator.

It is given a document made from the Api, in which no text of the spec occurs: names are identifiers already, and what
documents them are ready-made docstrings. Models that several groups use are in ``shared``, others in a module by group.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..ir import Api, Field, ListOf, MapOf, Model, ModelRef, Opaque, Page, Scalar, ScalarKind, Type
from .python_names import Names
from .python_printer import ModelPrinter
from .python_text import docstring, frozenset_of, import_order, imports, literal, one_line, string
from .python_types import in_type, schema

SHARED = "shared"


@dataclass(frozen=True, slots=True)
class ModelModule:
    """One module of models: its name, its source, the classes in it, sorted, and the line that imports them."""

    name: str
    source: str
    classes: tuple[str, ...]
    exports: str


def homes(api: Api, names: Names) -> dict[str, str]:
    """Model -> the module that defines it: the one group that uses it, or ``shared``."""
    models = {model.name: model for model in api.models}
    users: dict[str, set[str]] = defaultdict(set)
    for group in api.groups:
        for operation in group.operations:
            for name in _reachable(_result_types(operation.result), models):
                users[name].add(names.module(group.name))
    return {name: users[name].copy().pop() if len(users[name]) == 1 else SHARED for name in models}


def _result_types(result: Any) -> list[Type]:
    return [] if result.type is None else [result.type]


def _reachable(types: Iterable[Type], models: Mapping[str, Model]) -> list[str]:
    found: dict[str, None] = {}
    pending = list(types)
    while pending:
        for inner in in_type(pending.pop()):
            if isinstance(inner, ModelRef) and inner.name not in found:
                found[inner.name] = None
                pending.extend(field.type for field in models[inner.name].fields)
    return list(found)


def model_modules(api: Api, names: Names, templates: Path, printer: ModelPrinter) -> list[ModelModule]:
    """The modules of all models, ``shared`` first."""
    where = homes(api, names)
    pages = {
        operation.result.type.name
        for group in api.groups
        for operation in group.operations
        if isinstance(operation.result, Page)
    }
    by_module: dict[str, list[Model]] = {SHARED: []}
    for model in api.models:
        by_module.setdefault(where[model.name], []).append(model)
    by_module = {module: _parts_first(models) for module, models in by_module.items()}
    early = _used_early(by_module.values())
    answers: dict[str, list[str]] = defaultdict(list)
    for group in api.groups:
        for operation in group.operations:
            if isinstance(operation.result.type, ModelRef):
                answers[operation.result.type.name].append(operation.action)
    printed = _print(api.models, pages, answers, early, names, templates, printer)
    return [
        ModelModule(
            module,
            "\n\n\n".join(
                [_header(models, module, where, pages, names), *(printed[names.models[model.name]] for model in models)]
            )
            + "\n",
            classes := tuple(sorted((names.models[model.name] for model in models), key=import_order)),
            imports(f".{module}", classes, 4)[0],
        )
        for module, models in by_module.items()
        if models
    ]


def _parts_first(models: list[Model]) -> list[Model]:
    """Each model behind those that it holds, as far as they do not hold each other."""
    waiting = {model.name: model for model in models}
    ordered: list[Model] = []

    def add(model: Model) -> None:
        del waiting[model.name]
        for name in _held(model):
            if name in waiting:
                add(waiting[name])
        ordered.append(model)

    for model in models:
        if model.name in waiting:
            add(model)
    return ordered


def _held(model: Model) -> list[str]:
    return [inner.name for field in model.fields for inner in in_type(field.type) if isinstance(inner, ModelRef)]


def _used_early(modules: Iterable[list[Model]]) -> set[tuple[str, str]]:
    """(model, wire name) of the fields whose type is defined further down in its module, and so is quoted."""
    found = set()
    for models in modules:
        later = {model.name for model in models}
        for model in models:
            for field in model.fields:
                if any(isinstance(inner, ModelRef) and inner.name in later for inner in in_type(field.type)):
                    found.add((model.name, field.wire))
            later.discard(model.name)
    return found


# "class Invoice(Model):" begins a class; datamodel-code-generator puts two empty lines before each.
_CLASS = re.compile(r"^class (\w+)\(", re.MULTILINE)


def _print(
    models: Iterable[Model],
    pages: set[str],
    answers: Mapping[str, list[str]],
    early: set[tuple[str, str]],
    names: Names,
    templates: Path,
    printer: ModelPrinter,
) -> dict[str, str]:
    """Class name -> source, of all models in one run of datamodel-code-generator."""
    document: dict[str, Any] = {}
    texts: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for model in models:
        name = names.models[model.name]
        properties = {names.field(field.wire): schema(field.type, names) for field in model.fields}
        collections = [names.field(field.wire) for field in model.fields if isinstance(field.type, ListOf | MapOf)]
        document[name] = {"type": "object", "properties": properties, "required": collections}
        document[name]["customBasePath"] = "base.Page" if model.name in pages else "base.Model"
        texts[name] = {"text": _texts(model, names, answers, early)}
    if not document:
        return {}
    source = printer.print(
        {"openapi": "3.0.3", "info": {"title": "", "version": ""}, "paths": {}, "components": {"schemas": document}},
        texts,
        templates,
    ).result()
    starts = [(match.group(1), match.start()) for match in _CLASS.finditer(source)]
    ends = [start for _, start in starts[1:]] + [len(source)]
    return {name: _tidy(source[start:end]) for (name, start), end in zip(starts, ends, strict=True)}


def _tidy(source: str) -> str:
    # Classes are completed when first used; rebuilding them on import costs time, and no annotation of ours needs it.
    lines = [line.rstrip() for line in source.split("\n") if not line.endswith(".model_rebuild()")]
    return "\n".join(lines).rstrip()


def _texts(model: Model, names: Names, answers: Mapping[str, list[str]], early: set[tuple[str, str]]) -> dict[str, Any]:
    return {
        "doc": docstring([model.doc or _plain_doc(model, answers)], 4),
        "facts": _facts(model),
        "defaults": {names.field(field.wire): _default(field, names.field(field.wire)) for field in model.fields},
        "quotes": {names.field(field.wire): '"' if (model.name, field.wire) in early else "" for field in model.fields},
        "docs": {names.field(field.wire): _field_doc(field) for field in model.fields},
    }


def _plain_doc(model: Model, answers: Mapping[str, list[str]]) -> str:
    """What can be said of a model that the spec does not describe."""
    actions = [one_line(action) for action in answers.get(model.name, ())]
    return f"What {' and '.join(actions)} answers." if actions else f"``{one_line(model.name)}`` of the API."


def _facts(model: Model) -> list[str]:
    """What annotations cannot say, as class variables."""
    wrappers = {
        field.wire: field.type.wrapper
        for field in model.fields
        if isinstance(field.type, ListOf) and field.type.wrapper
    }
    sensitive = tuple(field.wire for field in model.fields if field.sensitive)
    facts = []
    if wrappers:
        facts.append("wire_wrappers: ClassVar[Mapping[str, str]] = " + literal(wrappers, 4, 44))
    if sensitive:
        facts.append(frozenset_of(sensitive, "wire_sensitive: ClassVar[frozenset[str]] = ", 4))
    if model.flattened is not None:
        facts.append(f"wire_flattened: ClassVar[str | None] = {string(model.flattened)}")
    return facts


def _default(field: Field, name: str) -> str:
    factory = {ListOf: "no_items", MapOf: "no_entries"}.get(type(field.type))
    alias = "" if name == field.wire else f", alias={string(field.wire)}"
    if factory is not None:
        return f"Field(default_factory={factory}{alias})"
    return f"Field(None{alias})" if alias else "None"


def _field_doc(field: Field) -> str:
    notes = [field.doc]
    if field.limits:
        notes.append(f"Limits: {', '.join(field.limits)}.")
    if field.since:
        notes.append(f"Since {field.since}.")
    if field.deprecated:
        notes.append(f"Deprecated: {field.deprecated}.")
    text = " ".join(one_line(note) for note in notes if note)
    return docstring([text], 4) if text else ""


def _header(models: list[Model], module: str, where: Mapping[str, str], pages: set[str], names: Names) -> str:
    """The docstring and the imports of a module."""
    types = [inner for model in models for field in model.fields for inner in in_type(field.type)]
    kinds = {inner.kind for inner in types if isinstance(inner, Scalar)}
    facts = "\n".join(fact for model in models for fact in _facts(model))
    fields = [field for model in models for field in model.fields]
    needs_field = any(_default(field, names.field(field.wire)) != "None" for field in fields)
    foreign = {
        names.models[inner.name]
        for inner in types
        if isinstance(inner, ModelRef) and where[inner.name] not in (module,)
    }
    enums = {names.enums[inner.name] for inner in types if hasattr(inner, "name") and not isinstance(inner, ModelRef)}
    standard = []
    if "Mapping[" in facts:
        standard.append("from collections.abc import Mapping")
    if ScalarKind.DATE in kinds:
        standard.append("from datetime import date as Date")
    if ScalarKind.DATETIME in kinds:
        standard.append("from datetime import datetime as DateTime")
    if ScalarKind.DECIMAL in kinds:
        standard.append("from decimal import Decimal")
    typing = [name for name, used in (("Any", any(isinstance(t, Opaque) for t in types)), ("ClassVar", facts)) if used]
    if typing:
        standard.append(f"from typing import {', '.join(typing)}")
    defaults = {_default(field, field.wire) for field in fields}
    own = imports(
        ".._runtime.defaults", (name for name in ("no_entries", "no_items") if any(name in text for text in defaults))
    )
    own += ["from .._runtime.model import Model"] if any(model.name not in pages for model in models) else []
    if any(model.name in pages for model in models):
        own.append("from .._runtime.paging import Page")
    own += imports("..enums", enums) + imports(f".{SHARED}", foreign)
    parts = [
        f'"""Models {"that several groups share" if module == SHARED else f"of the group {module}"}."""',
        "\n".join(standard),
        "from pydantic import Field" if needs_field else "",
        "\n".join(own),
    ]
    return "\n\n".join(part for part in parts if part)
