"""Entries that say nothing are read as if they were not there; what could be meant is not taken for one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from loading import OPENAPI_30, OPENAPI_31
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

from generator.origin import SpecError
from generator.specs.bundle import bundle
from generator.specs.sources import Sources
from generator.specs.specs import Specs, load_specs

BOTH = pytest.mark.parametrize(
    ("head", "validator"),
    [(OPENAPI_30, OpenAPIV30SpecValidator), (OPENAPI_31, OpenAPIV31SpecValidator)],
    ids=["3.0", "3.1"],
)
BODY = "{a/b: {schema: {$ref: '#/components/schemas/A'}}}"


def specs(root: Path, head: str, *, schema: str = "{}", operation: str = "", top: str = "") -> Specs:
    """A document with one schema, which one operation takes and another file refers to."""
    (root / "openapi.yml").write_text(
        f"{head}{top}paths:\n  /a:\n    post:\n      {operation}\n      requestBody: {{content: {BODY}}}\n"
        "      responses: {default: {description: d, content: {a/b: {schema: {$ref: 'more.yml#/B'}}}}}\n"
        f"components: {{schemas: {{A: {schema}}}}}\n",
        encoding="utf-8",
    )
    (root / "more.yml").write_text(f"B: {schema}\n", encoding="utf-8")
    return load_specs(root / "openapi.yml", Sources(root))


@BOTH
@pytest.mark.parametrize(
    "schema",
    [
        "{required: []}", "{enum: []}", "{allOf: []}", "{description: }", "{properties: {a: {description: }}}",
        "{required: }", "{deprecated: }", "{items: {format: }}", "{title: null, type: string}", "{properties: null}",
    ],
)  # fmt: skip
def test_what_a_schema_does_not_say_is_not_there(tmp_path: Path, head: str, validator: type, schema: str) -> None:
    found = specs(tmp_path, head, schema=schema)
    assert [place.file for _, place in found.references.blanks] == ["openapi.yml", "more.yml"]
    document = bundle(found)
    assert not [*validator(document).iter_errors()]
    said = document["components"]["schemas"]["A"]
    assert "null" not in str(said).lower() and "None" not in str(said) and "[]" not in str(said)


@BOTH
@pytest.mark.parametrize(
    "operation", ["description:", "summary:", "tags:", "parameters: null", "callbacks:", "externalDocs:", "deprecated:"]
)
def test_what_an_operation_does_not_say_is_not_there(
    tmp_path: Path, head: str, validator: type, operation: str
) -> None:
    found = specs(tmp_path, head, operation=operation)
    ((key, place),) = found.references.blanks
    assert (key, place.line, place.column) == (operation.partition(":")[0], head.count("\n") + 4, 7)
    assert not [*validator(bundle(found)).iter_errors()]


@pytest.mark.parametrize("top", ["tags:", "servers:", "externalDocs: null"])
def test_what_a_document_does_not_say_is_not_there(tmp_path: Path, top: str) -> None:
    found = specs(tmp_path, OPENAPI_30, top=f"{top}\n")
    assert top.partition(":")[0] not in bundle(found)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": "{type: null}"}, "`type` must be text, not empty"),
        ({"schema": "{properties: {description: }}"}, "`description` must be an object, not empty"),
        ({"operation": "security:"}, "`security` must be a list, not empty"),
        ({"operation": "sumary:"}, "`sumary` has no meaning here"),
        ({"top": "x-a: 1\nopenai:\n"}, "`openai` has no meaning here"),
    ],
)
def test_what_could_be_meant_is_an_error(tmp_path: Path, change: dict[str, str], message: str) -> None:
    with pytest.raises(SpecError) as caught:
        specs(tmp_path, OPENAPI_30, **change)
    assert message in {problem.message for problem in caught.value.problems}


@pytest.mark.parametrize("schema", ["{example: null}", "{nullable: true, type: string, default: null}", "{x-a: null}"])
def test_data_without_a_value_stays(tmp_path: Path, schema: str) -> None:
    found = specs(tmp_path, OPENAPI_30, schema=schema)
    assert found.references.blanks == []
    assert None in bundle(found)["components"]["schemas"]["A"].values()


def test_an_overlay_may_fill_it(tmp_path: Path) -> None:
    (tmp_path / "overlays").mkdir()
    (tmp_path / "overlays/1.yml").write_text(
        'overlay: 1.1.0\ninfo: {title: T, version: "1"}\nactions:\n'
        "  - {target: $.components.schemas.A, update: {required: [a], description: Told.}}\n",
        encoding="utf-8",
    )
    found = specs(tmp_path, OPENAPI_30, schema="{required: [], description: , properties: {a: {}}}")
    said = bundle(found)["components"]["schemas"]["A"]
    assert (said["required"], said["description"]) == (["a"], "Told.")
