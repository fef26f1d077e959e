"""The bundle as text, for every reader of YAML and JSON; and the bundle of this project, for other tools."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from loading import CASES, folder
from openapi_spec_validator import OpenAPIV30SpecValidator
from real_specs import INPUTS, ROOT, api, operations, reading

from generator.ir import EncodingKind
from generator.origin import Origin
from generator.pipeline import Inputs, Progress, read
from generator.specs.bundle import as_json, as_yaml, bundle
from generator.specs.load import parse
from generator.specs.sources import Source
from generator.targets.base import HEADER

# The text

# Words that are numbers, truths, dates and signs to one reader or another.
TRAPS = (
    *("on", "off", "yes", "no", "y", "n", "Y", "N", "true", "null", "~"),
    *("1", "1.0", "1e3", "+1", "0o17", "017", "0x1F", "1_000", "12:30:45", ".5", ".inf", ".NaN"),
    *("2016-01-01", "2016-01-01T00:00:00Z"),
    *("<<", "=", "-", "?", ":", "#", "{x}", "[x]", "&a", "*a", "!a", "%a", "@a", "`a", "|a", ">a", "'a'", '"a"', "a\\"),
    *("", " ", "a: b", "a #b", "- a", "a\nb", "a\n\nb\n", "\ta", "€😀"),
    *("\u2028", "a\u2029b", "a\u2028\n b\n", "\x85a", "'\u2028'"),
)


@pytest.mark.parametrize("trap", TRAPS)
def test_texts_stay_texts_to_every_reader_of_yaml(trap: str):
    text = as_yaml({"k": trap, trap: ["k", trap]})
    assert yaml.safe_load(text) == {"k": trap, trap: ["k", trap]}
    assert parse(Source("openapi.yml", text)) == {"k": trap, trap: ["k", trap]}
    assert trap not in {"y", "n", "1e3", "0o17"} or f"'{trap}'" in text


def test_equal_parts_are_written_out():
    part = {"type": "string"}
    assert as_yaml({"a": part, "b": part}) == "a:\n  type: string\nb:\n  type: string\n"


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=20)
SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(-1e6, 1e6) | TEXTS
DOCUMENTS = st.dictionaries(
    TEXTS, st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3))
)


@CASES
@given(DOCUMENTS)
def test_any_document_reads_back_as_it_was(document: dict[str, Any]):
    assert yaml.safe_load(as_yaml(document)) == document
    assert json.loads(as_json(document)) == document
    assert parse(Source("openapi.yml", as_yaml(document))) == document


# The real specs


def test_the_bundle_of_the_project_is_valid_and_complete():
    document = bundle(reading().specs)
    OpenAPIV30SpecValidator(document).validate()
    assert {path.partition("=")[2] for path in document["paths"]} == operations().keys()
    assert (ROOT / "generated/openapi/whmcs-openapi.yml").read_text() == f"# {HEADER}\n{as_yaml(document)}"


def test_the_bundle_says_the_same_as_the_specs(tmp_path: Path):
    files = {"openapi.yml": as_yaml(bundle(reading().specs))}
    files |= {f"schemas/{path.name}": path.read_text() for path in (ROOT / "specs/schemas").iterdir()}
    sources = folder(tmp_path, files)
    again = read(Inputs(tmp_path / "openapi.yml", INPUTS.dialect), sources, Progress())
    assert not again.warnings
    assert without_places(again.api) == without_places(api())


def test_json_and_yaml_hold_the_same():
    document = bundle(reading().specs)
    assert json.loads(as_json(document)) == yaml.safe_load(as_yaml(document))


def test_another_generator_reads_it(tmp_path: Path):
    from datamodel_code_generator import DataModelType, InputFileType
    from datamodel_code_generator import generate as print_models

    print_models(
        ROOT / "generated/openapi/whmcs-openapi.yml",
        input_file_type=InputFileType.OpenAPI,
        output=tmp_path / "models.py",
        output_model_type=DataModelType.PydanticV2BaseModel,
        formatters=[],
    )
    text = (tmp_path / "models.py").read_text()
    for name in ("InvoiceResponse", "ClientDetail", "TicketReply", "OAuthCredential"):
        assert f"class {name}(BaseModel):" in text
    compile(text, "models.py", "exec")


def without_places(value: Any) -> Any:
    """The same without the files and lines that it comes from."""
    if isinstance(value, tuple):
        return tuple(map(without_places, value))
    if isinstance(value, Origin):
        return Origin("", "", 1, 1)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(value, **{field.name: without_places(getattr(value, field.name)) for field in fields(value)})


def test_comma_lists_are_described_in_the_words_of_openapi_too():
    document = bundle(reading().specs)
    described = {
        f"{path.partition('=')[2]}.{name}": how
        for path, item in document["paths"].items()
        for name, how in item["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]
        .get("encoding", {})
        .items()
    }
    meant = {
        f"{operation.action}.{param.wire}"
        for operation in operations().values()
        for param in operation.params
        if param.encoding.kind is EncodingKind.COMMA and not param.encoding.each
    }
    assert "GetProducts.pid" in meant
    assert described == {place: {"style": "form", "explode": False} for place in meant}
