"""The process that prints models: started early, asked once, ended in any case."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.errors import TemplateError
from generator.render import TEMPLATES
from generator.targets.python.printer import ModelPrinter

FOLDER = TEMPLATES / "python/datamodel"
SCHEMAS = {"Thing_": {"type": "object", "properties": {"id": {"type": "integer"}}}}
TEXTS: dict[str, Any] = {
    "Thing_": {
        "text": {
            "doc": '"""{{ a }} \\ thing."""',
            "facts": [],
            "quotes": {"id": ""},
            "defaults": {"id": "None"},
            "docs": {"id": ""},
        }
    }
}


@pytest.fixture
def printer() -> Iterator[ModelPrinter]:
    made = ModelPrinter()
    yield made
    made.close()


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Every process that is started."""
    started: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    return started


def test_models_are_printed_as_the_template_has_them(
    printer: ModelPrinter, processes: list[subprocess.Popen[bytes]]
) -> None:
    printer.start()
    printer.start()
    source = printer.print(SCHEMAS, TEXTS, FOLDER).result()
    assert 'class Thing_(BaseModel):\n    """{{ a }} \\ thing."""\n\n    id: int | None = None' in source
    printer.close()
    assert [process.returncode for process in processes] == [0]


def test_no_models_need_no_process(printer: ModelPrinter, processes: list[subprocess.Popen[bytes]]) -> None:
    assert printer.print({}, {}, FOLDER).result() == ""
    assert processes == []


def test_a_printer_that_is_not_asked_is_ended(printer: ModelPrinter, processes: list[subprocess.Popen[bytes]]) -> None:
    printer.start()
    printer.close()
    printer.close()
    assert [process.returncode is None for process in processes] == [False]


def test_a_printer_that_is_still_at_work_is_ended(
    printer: ModelPrinter, processes: list[subprocess.Popen[bytes]]
) -> None:
    printing = printer.print(SCHEMAS, TEXTS, FOLDER)
    printer.close()
    assert printing.done()
    assert [process.returncode is None for process in processes] == [False]


def test_what_goes_wrong_is_told(printer: ModelPrinter, tmp_path: Path) -> None:
    (tmp_path / "pydantic_v2").mkdir()
    (tmp_path / "pydantic_v2/BaseModel.jinja2").write_text("{{ nowhere.name }}")
    printing = printer.print(SCHEMAS, TEXTS, tmp_path)
    with pytest.raises(TemplateError) as caught:
        printing.result()
    assert str(caught.value).startswith(f"{tmp_path / 'pydantic_v2/BaseModel.jinja2'}:1: ")
    assert "'nowhere' is undefined" in str(caught.value)


def test_what_goes_wrong_outside_of_templates_is_told(printer: ModelPrinter) -> None:
    with pytest.raises(RuntimeError) as caught:
        printer.print({"Thing_": []}, TEXTS, FOLDER).result()
    assert str(caught.value).startswith("datamodel-code-generator failed: Traceback")


def test_a_printer_can_be_used_again(printer: ModelPrinter) -> None:
    first = printer.print(SCHEMAS, TEXTS, FOLDER).result()
    printer.close()
    assert printer.print(SCHEMAS, TEXTS, FOLDER).result() == first
