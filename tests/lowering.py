"""Small specs, written into the tests -> what ``normalise`` makes of them.

A spec is YAML in short form: a path with its request and response schemas and whatever else an operation has, or a
component schema under its name. ``$ref: Client`` is the component. Places count from the first line of the text.

    /?action=GetClients:
      request: {properties: {search: {type: string}}}
      response: {$ref: Clients}
    Clients: {type: object, properties: {clients: {type: array, items: {type: string}}}}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

from generator.dialect.dialect import Dialect, load_dialect
from generator.ir import (
    AnyOf,
    Api,
    EnumRef,
    Field,
    ListOf,
    MapOf,
    Model,
    ModelRef,
    Opaque,
    Operation,
    Param,
    Scalar,
    Type,
)
from generator.normalise.normalise import normalise
from generator.origin import Problem, SpecError
from generator.specs.load import parse
from generator.specs.node import Map
from generator.specs.resolve import References
from generator.specs.sources import Source, Sources
from generator.specs.specs import Specs
from generator.specs.validate import validate_json_schema, validate_openapi

DIALECT = {
    "head": "{dialect: 1, product: Shop, sdk: Shop, package: shop}",
    "words": "[OAuth]",
    "endpoint": "{path: includes/api.php, action: action, fixed: {responsetype: json}}",
    "credentials": """
        schema: AuthCredentials
        schemes:
          - fields: {identifier: SHOP_IDENTIFIER, secret: SHOP_SECRET}
          - fields: {username: SHOP_USERNAME, password: SHOP_PASSWORD}
        extra: {accesskey: SHOP_ACCESS_KEY}
        url: SHOP_URL""",
    "effects": '[{destructive: ["Delete*"]}, {read: ["Get*", "List*"]}]',
    "paging": "{start: limitstart, size: limitnum, default_size: 25, total: totalresults, first: startnumber, "
    "returned: numreturned}",
    "envelope": "{result: result, success: [success], error: [error], message: [message], fallback: status}",
    "lists": "{wrapped: true}",
    "requests": '{date: YYYY-MM-DD, datetime: "YYYY-MM-DD hh:mm:ss", "true": "1", "false": "0"}',
    "responses": '{date: [YYYY-MM-DD], datetime: ["YYYY-MM-DD hh:mm:ss"], "true": ["1"], "false": ["0"]}',
    "sensitive": "[password2]",
    "entities": '{title_prefix: "Shop "}',
}


def dialect_text(**changes: str) -> str:
    """A complete dialect file; a change replaces one of its entries, and an empty one takes it out."""
    entries = {**DIALECT, **changes}
    head = dedent(entries.pop("head")).strip("{}").replace(", ", "\n")
    return "\n".join([head, *(f"{name}: {text.rstrip()}" for name, text in entries.items() if text), ""])


def dialect(**changes: str) -> Dialect:
    """A dialect; see ``dialect_text``. Raises SpecError."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "dialect.yml")
        path.write_text(dialect_text(**changes), encoding="utf-8")
        return load_dialect(path, Sources(path.parent))


def specs(
    text: str,
    *,
    schemas: Mapping[str, str] | None = None,
    version: str = "3.0.3",
    valid: bool = True,
    signed: bool = True,
) -> Specs:
    """A spec in short form, and JSON Schemas beside it, as the loader would give them. Raises SpecError.

    schemas:  name of a JSON Schema file -> its text
    valid:    whether the spec must be valid OpenAPI; the form of what is hostile is not always
    signed:   whether there is a schema AuthCredentials even where the text has none
    """
    document = _document(_parse("spec.yml", text), version, signed=signed)
    described = [_parse(f"schemas/{name}.yml", content) for name, content in (schemas or {}).items()]
    references = References(document, described)
    problems = list(references.problems)
    if valid and not problems:
        problems += validate_openapi(document, references)
        problems += [problem for schema in described for problem in validate_json_schema(schema)]
    if any(not problem.warning for problem in problems):
        raise SpecError(*problems)
    return Specs(document, tuple(described), references, ())


def run(text: str, **options: Any) -> tuple[Api, list[Problem]]:
    """What ``normalise`` gives for a spec in short form. Raises SpecError.

    options:  those of ``specs``, and entries of the dialect
    """
    own = {name: options.pop(name) for name in ("schemas", "version", "valid") if name in options}
    return normalise(specs(text, **own, signed="credentials" not in options), dialect(**options))


def lower(text: str, **options: Any) -> Api:
    """The Api in a spec of which nothing is reported."""
    api, problems = run(text, **options)
    assert [said(problem) for problem in problems] == []
    return api


def warnings(text: str, **options: Any) -> list[str]:
    """What is doubtful about a spec, as ``line: message``."""
    return [said(problem) for problem in run(text, **options)[1]]


def errors(text: str, **options: Any) -> list[str]:
    """Why a spec cannot be used, as ``line: message``; warnings are left out."""
    return [said(problem) for problem in failing(lambda: run(text, **options)) if not problem.warning]


def failing(act: Callable[[], object]) -> tuple[Problem, ...]:
    """The problems that something fails with."""
    try:
        act()
    except SpecError as error:
        return error.problems
    raise AssertionError("nothing is reported")


def said(problem: Problem) -> str:
    """``3: message``; with the file where it is not the spec."""
    file = problem.origin.file
    return f"{'' if file == 'spec.yml' else file + ':'}{problem.origin.line}: {problem.message}"


def operations(api: Api) -> dict[str, Operation]:
    """Operations by action."""
    return {operation.action: operation for group in api.groups for operation in group.operations}


def only(api: Api) -> Operation:
    """The operation of an Api that has one."""
    (operation,) = operations(api).values()
    return operation


def params(api: Api) -> dict[str, str]:
    """The parameters of the only operation, as ``{name: type}``; the name of a required one ends with ``*``."""
    return {param.wire + ("*" if param.required else ""): short(param.type) for param in only(api).params}


def param(api: Api, wire: str) -> Param:
    """A parameter of the only operation."""
    return next(param for param in only(api).params if param.wire == wire)


def models(api: Api) -> dict[str, dict[str, str]]:
    """The fields of every model, as ``{model: {name: type}}``."""
    return {model.name: _fields(model) for model in api.models}


def inputs(api: Api) -> dict[str, dict[str, str]]:
    """The same for objects in requests."""
    return {model.name: _fields(model) for model in api.inputs}


def enums(api: Api) -> dict[str, tuple[str | int, ...]]:
    """Values of every enum."""
    return {enum.name: enum.values for enum in api.enums}


def model(api: Api, name: str) -> Model:
    """A model by name."""
    return next(model for model in api.models if model.name == name)


def field(api: Api, name: str, wire: str) -> Field:
    """A field of a model."""
    return next(field for field in model(api, name).fields if field.wire == wire)


def short(type_: Type) -> str:
    """A type at a glance: ``text email``, ``Client``, ``[Item] in item``, ``{decimal}``, ``integer | text``."""
    match type_:
        case Scalar(kind=kind, format=word):
            return f"{kind} {word}" if word else str(kind)
        case EnumRef(name=name):
            return f"enum {name}"
        case ModelRef(name=name):
            return name
        case ListOf(item=item, wrapper=wrapper):
            return f"[{short(item)}]" + (f" in {wrapper}" if wrapper else "")
        case MapOf(value=value):
            return f"{{{short(value)}}}"
        case AnyOf(options=options):
            return " | ".join(map(short, options))
        case Opaque():
            return "any"


def answer(schema: str, *more: str, **options: Any) -> Api:
    """The Api of one action, Get, whose response is the component R; ``more`` are lines with other components."""
    return lower(_answering(schema, *more), **options)


def field_type(schema: str, *more: str, **options: Any) -> str:
    """The type of a field ``it`` of a response that has the schema."""
    api = answer(f"{{type: object, properties: {{it: {schema}, other: {{type: string}}}}}}", *more, **options)
    return short(field(api, "R", "it").type)


def _answering(schema: str, *more: str) -> str:
    return "\n".join(["/?action=Get: {response: {$ref: R}}", f"R: {schema}", *map(dedent, more)])


def _fields(model: Model) -> dict[str, str]:
    return {field.wire: short(field.type) for field in model.fields}


def _parse(name: str, text: str) -> Map:
    full = re.sub(r"\$ref: ([A-Z]\w*)", r"$ref: '#/components/schemas/\1'", dedent(text).lstrip("\n"))
    return parse(Source(name, full))


def _document(short_form: Map, version: str, *, signed: bool) -> Map:
    home = short_form.origin
    paths, schemas = Map(home), Map(home)
    for name, entry in short_form.items():
        holder, value = (paths, _path_item(entry)) if name.startswith("/") else (schemas, entry)
        holder.put(name, value, short_form.at(name), short_form.value_at(name))
    if signed:
        schemas.setdefault("AuthCredentials", _map(home, type="object", properties=_credentials(home)))
    document = _map(home, openapi=version, info=_map(home, title="Shop", version="1"), paths=paths)
    document.put("components", _map(home, schemas=schemas), home, home)
    return document


def _path_item(entry: Map) -> Map:
    if {"get", "put", "post", "delete", "patch", "$ref"} & entry.keys() or entry.keys() <= {"summary"}:
        return entry  # a path item in full
    operation = Map(entry.home)
    for name, value in entry.items():
        if name not in ("request", "response"):
            operation.put(name, value, entry.at(name), entry.value_at(name))
    if "request" in entry:
        operation["requestBody"] = _map(
            entry.home, content=_content(entry, "application/x-www-form-urlencoded", entry["request"])
        )
    if "responses" not in operation:
        answer = _map(entry.home, description="")
        if "response" in entry:
            answer["content"] = _content(entry, "application/json", entry["response"])
        operation["responses"] = _map(entry.home, **{"200": answer})
    return _map(entry.home, post=operation)


def _content(entry: Map, media: str, schema: Any) -> Map:
    return _map(entry.home, **{media: _map(entry.home, schema=schema)})


def _credentials(home: Any) -> Map:
    return _map(home, **{name: _map(home, type="string") for name in ("identifier", "secret", "responsetype")})


def _map(home: Any, **entries: Any) -> Map:
    made = Map(home)
    made.update(entries)
    return made
