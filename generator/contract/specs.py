"""Specs to prove targets on: every shape in the plainest form, reserved words, and hostile texts everywhere.

They are of another product than WHMCS, whose dialect has words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import quote

DIALECT: dict[str, Any] = {
    "dialect": 1,
    "product": "Acme",
    "sdk": "Acme",
    "package": "acme",
    "words": [],
    "endpoint": {"path": "rpc.php", "action": "do", "fixed": {"as": "json"}},
    "credentials": {
        "schema": "Login",
        "schemes": [{"fields": {"apikey": "ACME_KEY"}}],
        "url": "ACME_URL",
    },
    "effects": [{"read": ["G*"]}],
    "paging": {
        "start": "skip", "size": "take", "default_size": 10, "total": "count", "first": "from", "returned": "got",
        "verbs": ["Get"],
    },
    "envelope": {"result": "ok", "success": ["yes"], "error": ["no"], "message": ["why"]},
    "lists": {"wrapped": True},
    "requests": {"date": "DD.MM.YYYY", "datetime": "DD.MM.YYYY hh.mm.ss", "true": "1", "false": "0"},
    "responses": {
        "date": ["DD.MM.YYYY"], "datetime": ["DD.MM.YYYY hh.mm.ss"], "zero_dates": [], "true": ["1"], "false": ["0"],
        "blank": [""],
    },
    "sensitive": ["apikey", "pin"],
}  # fmt: skip

Schema = Mapping[str, Any]


def operation(
    *, params: Mapping[str, Schema] | None = None, required: list[str] | None = None, answer: Schema | None = None,
    tag: str | None = "Things", **more: Any,
) -> dict[str, Any]:  # fmt: skip
    """A path item: one call with these parameters, and what it answers."""
    own = {"type": "object", "properties": dict(params or {}), **({"required": required} if required else {})}
    body = {"allOf": [{"$ref": "#/components/schemas/Login"}, own]}
    response: dict[str, Any] = {"description": "Done."}
    if answer is not None:
        response["content"] = {"application/json": {"schema": answer}}
    return {
        "post": {
            **({"tags": [tag]} if tag is not None else {}),
            "summary": "Does it",
            "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": body}}},
            "responses": {"200": response},
            **more,
        }
    }


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def page_of(record: Schema) -> dict[str, Any]:
    """The answer of an operation that pages."""
    counters = {name: {"type": "integer"} for name in ("count", "from", "got")}
    return {"type": "object", "properties": {**counters, "records": {"type": "array", "items": record}}}


PAGING: dict[str, Schema] = {"skip": {"type": "integer"}, "take": {"type": "integer"}}


def spec(paths: Mapping[str, Any], schemas: Mapping[str, Schema] | None = None, **more: Any) -> dict[str, Any]:
    """A document; the keys of ``paths`` are actions."""
    login = {"type": "object", "properties": {"apikey": {"type": "string"}}}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Acme", "version": "1"},
        "paths": {f"/?do={action}": item for action, item in paths.items()},
        "components": {"schemas": {"Login": login, **(schemas or {})}},
        **more,
    }


_TEXT: Schema = {"type": "string"}
_INTEGER: Schema = {"type": "integer"}
_SCALARS: dict[str, Schema] = {
    "text": _TEXT,
    "integer": _INTEGER,
    "decimal": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "bytes": {"type": "string", "format": "byte"},
    "choice": {"type": "string", "enum": ["one", "two"]},
    "number": {"type": "integer", "enum": [1, 2]},
    "either": {"oneOf": [_INTEGER, _TEXT]},
    "anything": {},
}


def everything() -> dict[str, Any]:
    """A document with every type, encoding, requirement and kind of answer, each in the plainest form."""
    schemas: dict[str, Schema] = {
        "Thing": {"type": "object", "properties": _every_field(), "description": "A thing.", "x-flattened": "part"},
        "Part": {"type": "object", "properties": {"id": _INTEGER, "parts": {"type": "array", "items": ref("Part")}}},
        "Row": {
            "type": "object", "properties": {"text": _TEXT, "amount": {"type": "number"}, "pin": _TEXT},
            "required": ["text"],
        },
        "File": {"type": "object", "properties": {"name": _TEXT, "data": {"type": "string", "format": "byte"}}},
    }
    rules: dict[str, Any] = {
        "x-requires": [
            {"any": ["integer", "decimal"]}, {"all": ["map"], "unless": ["boolean"]},
            {"all": ["day"], "when": {"choice": ["one"]}},
            {"none": ["date"], "when": ["datetime"]}, {"all": ["map"], "when": ["amounts"], "each": True},
        ]
    }  # fmt: skip
    old: dict[str, Any] = {"deprecated": True, "x-deprecated": "Say AddThing.", "x-effect": "destructive"}
    thing, required = ref("Thing"), ["text", "rows"]
    paths = {
        "GetThings": operation(params={**PAGING, "choice": _SCALARS["choice"]}, answer=page_of(thing)),
        "GetThing": operation(params={"id": _INTEGER}, required=["id"], answer=thing),
        "AddThing": operation(params=_every_param(), required=required, answer=thing, **rules),
        "DropThing": operation(params={"id": _INTEGER}, **old),
        "GetNames": operation(answer={"type": "array", "items": _TEXT}, tag="Other"),
        "GetAnything": operation(answer={}, tag="Other"),
        "GetPart": operation(answer=ref("Part"), tag="Other"),
    }
    return spec(paths, schemas)


def _every_field() -> dict[str, Schema]:
    """A field of every type."""
    return {
        **_SCALARS,
        "list": {"type": "array", "items": ref("Part")},
        "wrapped": {"type": "object", "properties": {"one": {"type": "array", "items": _INTEGER}}},
        "map": {"type": "object", "additionalProperties": {"type": "number"}},
        "maps": {"type": "object", "additionalProperties": {"type": "array", "items": ref("Part")}},
        "part": ref("Part"),
        "class": _TEXT,
        "pin": _TEXT,
    }


def _every_param() -> dict[str, Schema]:
    """A parameter of every type and encoding."""
    return {
        **_SCALARS,
        "list": {"type": "array", "items": {"type": "string", "format": "date"}},
        "map": {"type": "object", "additionalProperties": _TEXT},
        "amounts": {"type": "object", "additionalProperties": {"type": "number"}},
        "old": {"type": "string", "deprecated": True, "x-deprecated": "Say text."},
        "commas": {"type": "array", "items": _INTEGER, "x-encoding": "comma"},
        "serialized": {"type": "object", "additionalProperties": _TEXT, "x-encoding": "php-serialize"},
        "each": {
            "type": "array", "items": {"type": "object", "additionalProperties": _TEXT},
            "x-encoding": {"kind": "php-serialize", "each": True},
        },
        "rows": {"type": "array", "items": ref("Row"), "x-encoding": "numbered"},
        "files": {
            "type": "array", "items": ref("File"),
            "x-encoding": {"kind": "json-base64", "file": {"name": "name", "data": "data"}},
        },
        "day": {"type": "string", "format": "date", "x-encoding": {"kind": "form", "date": "DDMMYYYY"}},
        "pin": _TEXT,
    }  # fmt: skip


def reserved(words: Collection[str]) -> dict[str, Any]:
    """A document that calls everything by the reserved words of a language."""
    names = sorted(words)
    fields: dict[str, Schema] = {name: {"type": "integer"} for name in names}
    paths = {
        "GetAll": operation(params={**fields, "rows": {"type": "array", "items": ref("Row")}}, answer=ref("Thing"))
    }
    paths |= {f"Get{number}": operation(tag=name) for number, name in enumerate(names)}
    lower = {name.lower(): name for name in names}
    paths |= {name: operation(tag="Actions") for name in lower.values()}
    return spec(paths, {name: {"type": "object", "properties": fields} for name in ("Thing", "Row")})


def documented(texts: Collection[str], mark: str = "") -> dict[str, Any]:
    """A document that says every text wherever a spec says something; summaries begin with a mark and a number."""
    paths: dict[str, Any] = {}
    schemas: dict[str, Schema] = {}
    for number, text in enumerate(texts):
        item, own = _saying(text, number, f"{mark}{number} {text}" if mark else text)
        paths[f"GetThings{number}"] = item
        schemas |= own
    info = {name: "".join(texts) for name in ("title", "version", "description")}
    tags = [{"name": f"Things{number}", "description": text} for number, text in enumerate(texts)]
    return spec(paths, schemas, info=info, tags=tags)


def named(texts: Collection[str]) -> dict[str, Any]:
    """A document that uses every text as the name of everything."""
    paths: dict[str, Any] = {}
    schemas: dict[str, Schema] = {}
    for number, text in enumerate(texts):
        number_property = {text: {"type": "integer"}}
        rows = {"type": "array", "items": {"type": "object", "properties": {text: {"type": "string"}}}}
        schemas[f"Named{number}"] = {"type": "object", "properties": {**number_property, "list": rows}}
        schemas[f"NamedRow{number}"] = {"type": "object", "properties": number_property, "required": [text]}
        params: dict[str, Schema] = {
            text: {"type": "string"},
            "rows": {"type": "array", "items": ref(f"NamedRow{number}")},
        }
        tag = f"{number} {text[:60]}"
        paths[f"Get{number}{quote(text)}"] = operation(params=params, answer=ref(f"Named{number}"), tag=tag)
    return spec(paths, schemas)


def spoken(texts: Collection[str]) -> dict[str, Any]:
    """What a dialect says that says every text; to be merged into ``DIALECT``."""
    every = [*texts]
    return {
        "product": "".join(every),
        "endpoint": {**DIALECT["endpoint"], "fixed": dict(zip(every, every, strict=True))},
        "envelope": {**DIALECT["envelope"], "success": every, "message": every, "warning": every[0]},
        "requests": {**DIALECT["requests"], "true": every[1], "false": every[2]},
        "responses": {**DIALECT["responses"], "zero_dates": every, "true": every, "blank": every},
        "sensitive": every,
        "errors": [{"class": "NotFound", "match": pattern_of(text)} for text in every],
    }


def pattern_of(text: str) -> str:
    """A pattern that holds the text, of the kind that every language knows."""
    return re.sub(r"[][\\.^$*+?{}()|]", r"\\\g<0>", text)


def _saying(text: str, number: int, summary: str) -> tuple[dict[str, Any], dict[str, Schema]]:
    """An operation, and schemas, that say a text wherever they can."""
    said = {"description": text, "title": text, "x-since": text, "deprecated": True, "x-deprecated": text}
    choice = {"type": "string", "enum": [f"plain{number}", text], "description": text}
    params: dict[str, Schema] = {
        **PAGING,
        "word": {"type": "string", "default": text, "pattern": ".*", **said},
        "kind": choice,
        "row": {"type": "array", "items": ref(f"Row{number}")},
    }
    schemas: dict[str, Schema] = {
        f"Record{number}": {
            "type": "object",
            "description": text,
            "properties": {"id": {"type": "integer", **said}, "kind": choice},
        },
        f"Row{number}": {"type": "object", "description": text, "properties": {"note": {"type": "string", **said}}},
    }
    facts: dict[str, Any] = {"x-errors": [text, "other"], "x-deprecated": text, "x-since": text}
    facts |= {"summary": summary, "description": text, "externalDocs": {"url": text}}
    item = operation(params=params, answer=page_of(ref(f"Record{number}")), tag=f"Things{number}", **facts)
    return item, schemas
