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
from generator.contract.specs import DIALECT, PAGING, everything, operation, page_of, ref, spec
from generator.output import Draft
from generator.pipeline import Inputs, Progress
from generator.specs.sources import Sources
from generator.targets.python.formatter import BLACK, format_python
from generator.targets.python.print_models import source_of
from generator.targets.python.printer import ModelPrinter
from generator.targets.python.target import PythonTarget

__all__ = ["DIALECT", "PAGING", "Client", "drafts_of", "everything", "generated", "operation", "page_of", "ref", "spec"]

_NUMBERS = itertools.count()

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
            if draft.formatter is BLACK
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
        if draft.formatter is BLACK:
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
