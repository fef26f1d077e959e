"""Python clients that tests make: a small spec in, an imported package out."""

from __future__ import annotations

import importlib
import itertools
import json
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

import httpx

from generator import pipeline
from generator.output import Draft
from generator.output.formatting import format_python
from generator.pipeline import Inputs, Progress
from generator.specs.sources import Sources
from generator.targets.python.print_models import source_of
from generator.targets.python.printer import ModelPrinter
from generator.targets.python.target import PythonTarget

_NUMBERS = itertools.count()

# Another product than WHMCS, with words of its own.
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
    "effects": [{"read": ["Get*"]}],
    "paging": {
        "start": "skip", "size": "take", "default_size": 10, "total": "count", "first": "from", "returned": "got",
        "verbs": ["Get"],
    },
    "envelope": {"result": "ok", "success": ["yes"], "error": ["no"], "message": ["why"]},
    "lists": {"wrapped": True},
    "requests": {"date": "YYYY-MM-DD", "datetime": "YYYY-MM-DD hh:mm:ss", "true": "1", "false": "0"},
    "responses": {
        "date": ["YYYY-MM-DD"], "datetime": ["YYYY-MM-DD hh:mm:ss"], "zero_dates": [], "true": ["1"], "false": ["0"],
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


class Client:
    """A generated package on the disk, formatted in full. ``drafts`` are its files before that."""

    def __init__(self, folder: Path, package: str, drafts: dict[str, Draft]) -> None:
        self.folder = folder
        self.package = package
        self.drafts = drafts

    def module(self, name: str = "") -> ModuleType:
        """A module of the package, by its path: ``groups.things``."""
        return importlib.import_module(f"{self.package}.{name}" if name else self.package)

    def source(self, path: str) -> str:
        """The text of a module: ``groups/things.py``."""
        return (self.folder / self.package / path).read_text("utf-8")

    def rendered(self) -> dict[str, str]:
        """The text of every module that is no copy of a static file, by path in the package."""
        return {
            path.removeprefix(f"{self.package}/"): (self.folder / path).read_text("utf-8")
            for path, draft in self.drafts.items()
            if draft.formatter == "python"
        }

    def connected(self, *answers: Any, **options: Any) -> tuple[Any, list[httpx.Request]]:
        """A client that is given these answers, the last one again and again, and the requests it makes."""
        requests: list[httpx.Request] = []

        def answer(request: httpx.Request) -> httpx.Response:
            requests.append(request)
            return httpx.Response(200, json=answers[min(len(requests), len(answers)) - 1])

        http = httpx.Client(transport=httpx.MockTransport(answer))
        sdk = getattr(self.module(), self.module("_dialect").SDK)
        return sdk("https://acme.example", apikey="k", http_client=http, **options), requests


@contextmanager
def generated(folder: Path, document: Mapping[str, Any], **dialect: Any) -> Iterator[Client]:
    """The client of a spec, importable meanwhile.

    ``dialect`` says what is different from Acme's: None where a part is left out. The package has a name of its own.
    """
    package = dialect.setdefault("package", f"acme{next(_NUMBERS)}")
    said = {name: value for name, value in {**DIALECT, **dialect}.items() if value is not None}
    drafts = drafts_of(folder / "spec", document, said)
    out = folder / "out"
    for path, draft in drafts.items():
        content = draft.content
        if draft.formatter == "python":
            content = format_python(content.decode()).encode()
            assert not draft.settled or content == draft.content, f"{path} is said to be settled, and is not"
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(content)
    sys.path.insert(0, str(out))
    importlib.invalidate_caches()
    try:
        yield Client(out, package, drafts)
    finally:
        sys.path.remove(str(out))
        for name in [name for name in sys.modules if name.partition(".")[0] == package]:
            del sys.modules[name]


def drafts_of(folder: Path, document: Mapping[str, Any], dialect: Mapping[str, Any]) -> dict[str, Draft]:
    """The files of the Python target, unformatted, by path. Raises SpecError."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "openapi.json").write_text(json.dumps(document))
    (folder / "dialect.json").write_text(json.dumps(dialect))
    inputs = Inputs(folder / "openapi.json", folder / "dialect.json")
    with mock.patch.object(ModelPrinter, "print", _print_here):
        reading = pipeline.read(inputs, Sources(folder), Progress())
        tree = pipeline.render(reading, [PythonTarget()], Progress())
    return {draft.path.removeprefix("python/"): draft for draft in tree}


def _print_here(_: ModelPrinter, schemas: dict[str, Any], texts: dict[str, Any], templates: Path) -> Future[str]:
    """Prints models in this process: starting one costs more than everything else about a small client."""
    document = {
        "openapi": "3.0.3",
        "info": {"title": "", "version": ""},
        "paths": {},
        "components": {"schemas": schemas},
    }
    future: Future[str] = Future()
    # As on its way to another process and back.
    future.set_result(source_of(*json.loads(json.dumps([document, texts])), templates) if schemas else "")
    return future


def everything() -> dict[str, Any]:
    """A document with every type, encoding, requirement and kind of answer, each in the plainest form."""
    text, integer = {"type": "string"}, {"type": "integer"}
    scalars: dict[str, Schema] = {
        "text": text,
        "integer": integer,
        "decimal": {"type": "number"},
        "boolean": {"type": "boolean"},
        "date": {"type": "string", "format": "date"},
        "datetime": {"type": "string", "format": "date-time"},
        "bytes": {"type": "string", "format": "byte"},
        "choice": {"type": "string", "enum": ["one", "two"]},
        "number": {"type": "integer", "enum": [1, 2]},
        "either": {"oneOf": [integer, text]},
        "anything": {},
    }
    fields = {
        **scalars,
        "list": {"type": "array", "items": ref("Part")},
        "wrapped": {"type": "object", "properties": {"one": {"type": "array", "items": integer}}},
        "map": {"type": "object", "additionalProperties": {"type": "number"}},
        "maps": {"type": "object", "additionalProperties": {"type": "array", "items": ref("Part")}},
        "part": ref("Part"),
        "class": text,
        "pin": text,
    }
    params = {
        **scalars,
        "list": {"type": "array", "items": {"type": "string", "format": "date"}},
        "map": {"type": "object", "additionalProperties": text},
        "rows": {"type": "array", "items": ref("Row"), "x-encoding": "numbered"},
        "files": {
            "type": "array", "items": ref("File"),
            "x-encoding": {"kind": "json-base64", "file": {"name": "name", "data": "data"}},
        },
        "day": {"type": "string", "format": "date", "x-encoding": {"kind": "form", "date": "YYYYMMDD"}},
        "pin": text,
    }  # fmt: skip
    schemas: dict[str, Schema] = {
        "Thing": {"type": "object", "properties": fields, "description": "A thing."},
        "Part": {"type": "object", "properties": {"id": integer, "parts": {"type": "array", "items": ref("Part")}}},
        "Row": {"type": "object", "properties": {"text": text, "amount": {"type": "number"}}, "required": ["text"]},
        "File": {"type": "object", "properties": {"name": text, "data": {"type": "string", "format": "byte"}}},
    }
    paths = {
        "GetThings": operation(params={**PAGING, "choice": scalars["choice"]}, answer=page_of(ref("Thing"))),
        "GetThing": operation(params={"id": integer}, required=["id"], answer=ref("Thing")),
        "AddThing": operation(
            params=params, required=["text", "rows"], answer=ref("Thing"),
            **{"x-requires": [
                {"any": ["integer", "decimal"]}, {"all": ["map"], "unless": ["boolean"]},
                {"all": ["day"], "when": {"choice": ["one"]}},
                {"none": ["date"], "when": ["datetime"]},
            ]},
        ),
        "DropThing": operation(params={"id": integer}),
        "GetNames": operation(answer={"type": "array", "items": text}, tag="Other"),
        "GetAnything": operation(answer={}, tag="Other"),
        "GetPart": operation(answer=ref("Part"), tag="Other"),
    }  # fmt: skip
    return spec(paths, schemas)
