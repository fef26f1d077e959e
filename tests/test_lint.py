"""The command lint: what it prints in which form, how it exits, what justifies, and that nothing makes it fail."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import real_specs
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from linting import FILES, codes, linted, project, run
from loading import CASES, folder

from generator import pipeline
from generator.lint.catalogue import RULES, Severity, as_markdown, listing
from generator.lint.justified import Sorted
from generator.lint.lint import Selection, UnknownRuleError, lint
from generator.lint.sarif import as_sarif
from generator.lint.text import as_json, as_text, summary
from generator.specs.sources import Sources
from generator.targets.registry import built_in

ROOT = Path(__file__).parent.parent
FAILURES = sorted((ROOT / "tests/failures").iterdir())
CATALOGUE = ROOT / "docs/lint.md"
NOTE = "note: {type: string, description: Text on it.}"
SILENT = (NOTE, "note: {type: string}")
INSECURE = ("https://shop.example", "http://shop.example")


def call(root: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "lint", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def selected(root: Path, *changes: tuple[str, str], select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Any:
    return codes(run(root, project(root, *changes), Selection(select, ignore)).findings)


# The specs of this project


def test_nothing_is_found_in_the_shipped_specs_that_is_not_justified() -> None:
    done = call(ROOT, "--fail-on", "advice")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("nothing found; ")


def test_every_justification_says_more_than_its_code() -> None:
    found = run_shipped()
    assert {len(reason.split()) > 4 for _, reason in found.justified} == {True}


def run_shipped() -> Sorted:
    spec, dialect = real_specs.INPUTS.spec, real_specs.INPUTS.dialect
    return lint(spec, dialect, Sources(spec.parent), spec.parent / "lint.yml", Selection())


# The command


def test_justifications_that_are_no_file_are_told(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "lint.yml").mkdir()
    done = call(tmp_path, "--spec", "openapi.yml")
    assert done.returncode == 1
    assert "error[justification-structure]: lint.yml is not a file\n --> lint.yml:1:1\n" in done.stdout


def test_a_part_is_not_looked_at_alone(tmp_path: Path) -> None:
    project(tmp_path)
    done = call(tmp_path, "--spec", "openapi.yml", "--only", "Clients")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("Error: lint looks at all of the specs: leave --only out\n")
    (tmp_path / "mine.toml").write_text('spec = "openapi.yml"\nonly = ["Clients"]\n')
    assert call(tmp_path, "--config", "mine.toml").returncode == 0


@pytest.mark.parametrize(
    ("changes", "fail_on", "code"),
    [
        ([], "advice", 0),
        ([SILENT], "error", 0),
        ([SILENT], "warning", 0),
        ([SILENT], "advice", 1),
        ([INSECURE], "error", 0),
        ([INSECURE], "warning", 1),
        ([INSECURE], "advice", 1),
        ([("openapi: 3.0.3", "openapi: 4")], "error", 1),
    ],
)
def test_the_exit_code_depends_on_the_most_severe_finding(
    changes: Any, fail_on: str, code: int, tmp_path: Path
) -> None:
    project(tmp_path, *changes)
    assert call(tmp_path, "--spec", "openapi.yml", "--fail-on", fail_on).returncode == code


def test_a_wrong_call_says_what_is_meant(tmp_path: Path) -> None:
    project(tmp_path)
    done = call(tmp_path, "--spec", "openapi.yml", "--ignore", "tag-unussed")
    assert done.returncode == 2
    assert "there is no rule tag-unussed: did you mean tag-unused?" in done.stderr


def test_the_rules_are_listed_without_a_spec(tmp_path: Path) -> None:
    done = call(tmp_path, "--list-rules")
    assert (done.returncode, done.stdout) == (0, listing())
    assert all(f"  {code} " in done.stdout for code in RULES)


def test_what_a_language_cannot_say_is_found(tmp_path: Path) -> None:
    project(tmp_path, ("/?action=DeleteClient", "/?action=Get_Clients"))
    done = call(tmp_path, "--spec", "openapi.yml", "--select", "name-collision")
    assert done.returncode == 1
    assert done.stdout.startswith("error[name-collision]: ")


def test_the_text_is_that_of_a_compiler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sources = project(tmp_path, SILENT)
    assert as_text(run(tmp_path, sources), sources) == (
        "advice[field-description]: the field `note` has no description\n"
        "  --> openapi.yml:97:9\n"
        "   |\n"
        "97 |         note: {type: string}\n"
        "   |         ^\n"
        "   = Order.note\n"
        "help: add a description\n"
        "\n"
        "1 piece of advice"
    )


def test_the_summary_counts_by_severity(tmp_path: Path) -> None:
    found = linted(tmp_path, SILENT, INSECURE, ("dialect: 1", "dialect: 2"))
    assert summary(found) == "1 error, 1 warning"
    assert summary(Sorted((), ())) == "nothing found"


# Which rules


def test_rules_can_be_chosen_and_left_out(tmp_path: Path) -> None:
    assert set(selected(tmp_path, SILENT, INSECURE)) == {"field-description", "server-insecure"}
    assert selected(tmp_path, SILENT, INSECURE, select=("field-*",)) == ["field-description"]
    assert selected(tmp_path, SILENT, INSECURE, ignore=("*-description",)) == ["server-insecure"]
    assert selected(tmp_path, SILENT, INSECURE, select=("server-*",), ignore=("server-insecure",)) == []


def test_errors_are_shown_whatever_is_selected(tmp_path: Path) -> None:
    broken = ("openapi: 3.0.3", "openapi: 4")
    assert selected(tmp_path, broken, select=("field-*",)) == ["openapi-structure"]
    assert selected(tmp_path, broken, select=("field-*",), ignore=("openapi-*",)) == []


def test_a_pattern_that_names_no_rule_is_refused() -> None:
    with pytest.raises(UnknownRuleError, match="there is no rule nothing-\\*"):
        Selection(("nothing-*",))


# Justifications


def justify(*entries: str) -> dict[str, str]:
    return {"lint.yml": "lint: 1\njustified:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)}


def test_a_justified_finding_is_shown_as_such(tmp_path: Path) -> None:
    files = justify("code: field-description, at: ['Order.*'], reason: It says it all.")
    found = linted(tmp_path, SILENT, files=files)
    assert found.findings == ()
    assert [(finding.subject, reason) for finding, reason in found.justified] == [("Order.note", "It says it all.")]


def test_a_justification_is_of_its_rule_and_its_subject(tmp_path: Path) -> None:
    files = justify("code: field-description, at: Client.note, reason: No.", "code: tag-unused, at: '*', reason: No.")
    found = linted(tmp_path, SILENT, files=files)
    assert codes(found.findings) == ["field-description", "justification-unused", "justification-unused"]


def test_an_error_cannot_be_justified(tmp_path: Path) -> None:
    files = justify("code: openapi-structure, at: '*', reason: No.")
    found = linted(tmp_path, ("openapi: 3.0.3", "openapi: 4"), files=files)
    assert codes(found.findings) == ["openapi-structure"]


def test_what_was_not_looked_for_leaves_its_justification_alone(tmp_path: Path) -> None:
    files = justify("code: field-description, at: Order.note, reason: It says it all.")
    sources = project(tmp_path, SILENT, files=files)
    assert run(tmp_path, sources, Selection((), ("field-description",))).findings == ()


def test_a_code_that_does_not_exist_cannot_be_justified(tmp_path: Path) -> None:
    found = linted(tmp_path, files=justify("code: tag-unussed, at: x, reason: No."))
    assert [(finding.message, finding.hint) for finding in found.findings] == [
        ("there is no rule `tag-unussed`", "did you mean tag-unused?")
    ]


# Errors do not hide what can be said beside them


def test_a_broken_dialect_hides_nothing_of_the_documents(tmp_path: Path) -> None:
    found = linted(tmp_path, ("dialect: 1", "dialect: 2"), INSECURE)
    assert set(codes(found.findings)) == {"dialect-structure", "server-insecure"}


def test_a_broken_document_hides_nothing_of_the_dialect(tmp_path: Path) -> None:
    found = linted(tmp_path, ("dialect: 1", "dialect: 2"), ("openapi: 3.0.3", "openapi: 4"))
    assert {"dialect-structure", "openapi-structure"} <= set(codes(found.findings))


def test_a_target_that_is_gone_hides_nothing_of_the_rest(tmp_path: Path) -> None:
    found = linted(tmp_path, SILENT, ("schemas.Client.properties", "schemas.Clint.properties"))
    assert {"overlay-target-unmatched", "field-description"} <= set(codes(found.findings))
    assert "overlay-overwritten" not in codes(found.findings)


def test_a_component_that_many_use_is_reported_once(tmp_path: Path) -> None:
    use = "content: {application/json: {schema: {$ref: '#/components/schemas/Done'}}}"
    found = linted(tmp_path, (use, use.replace("Done", "Orders")), SILENT)
    assert codes(found.findings).count("field-description") == 1


# JSON and SARIF


def test_json_holds_all_there_is(tmp_path: Path) -> None:
    found = linted(tmp_path, SILENT, INSECURE, files=justify("code: server-insecure, at: '*', reason: A test."))
    document = json.loads(as_json(found))
    assert document["counts"] == {"error": 0, "warning": 0, "advice": 1}
    assert document["findings"] == [
        {
            "code": "field-description", "severity": "advice", "subject": "Order.note",
            "message": "the field `note` has no description", "file": "openapi.yml", "line": 97, "column": 9,
            "pointer": "/components/schemas/Order/properties/note", "hint": "add a description", "also": [],
        }
    ]  # fmt: skip
    assert [(entry["code"], entry["reason"]) for entry in document["justified"]] == [("server-insecure", "A test.")]


SCHEMA = Draft7Validator(json.loads((ROOT / "tests/sarif-2.1.0.json").read_text()))


def sarif(root: Path, *changes: tuple[str, str], files: dict[str, str] | None = None) -> dict[str, Any]:
    sources = project(root, *changes, files=files)
    log = json.loads(as_sarif(run(root, sources), sources))
    assert [error.message for error in SCHEMA.iter_errors(log)] == []
    (single,) = log["runs"]
    return dict(single)


def test_sarif_is_valid_and_names_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path.parent)
    log = sarif(tmp_path, SILENT)
    (result,) = log["results"]
    rule = log["tool"]["driver"]["rules"][result["ruleIndex"]]
    place = result["locations"][0]["physicalLocation"]
    assert (result["ruleId"], rule["id"], result["level"]) == ("field-description", "field-description", "note")
    assert place["artifactLocation"]["uri"] == f"{tmp_path.name}/openapi.yml"
    assert place["region"] == {"startLine": 97, "startColumn": 9}
    assert rule["help"]["text"] and rule["fullDescription"]["text"].startswith("A field has no description: ")


def test_sarif_of_everything_that_can_be_found_is_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    sources = Sources(real_specs.INPUTS.spec.parent)
    log = json.loads(as_sarif(run_shipped(), sources))
    assert [error.message for error in SCHEMA.iter_errors(log)] == []
    results = log["runs"][0]["results"]
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results}
    assert all(not urlsplit(uri).scheme and (ROOT / uri).is_file() for uri in uris)
    marks = [result["partialFingerprints"]["subject/v1"] for result in results]
    assert len(set(marks)) == len(marks) > 100
    assert all(result["suppressions"][0]["justification"] for result in results)


def test_a_fingerprint_stays_when_lines_move(tmp_path: Path) -> None:
    before = sarif(tmp_path, SILENT)["results"][0]
    after = sarif(tmp_path, SILENT, ("openapi: 3.0.3\n", "openapi: 3.0.3\n\n\n"))["results"][0]
    assert before["partialFingerprints"] == after["partialFingerprints"]
    assert before["locations"] != after["locations"]


def test_a_path_is_relative_and_escaped(tmp_path: Path) -> None:
    text = "$schema: http://json-schema.org/draft-07/schema#\ntitle: [1]\n"
    log = sarif(tmp_path, files={"schemas/a b#.yml": text})
    assert log["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "schemas/a%20b%23.yml"


def test_the_same_specs_give_the_same_bytes(tmp_path: Path) -> None:
    fields = [f"f{number}: {{type: string}}" for number in range(9)]
    models = "".join(
        f"    M{index}: {{type: object, properties: {{{', '.join([*fields[:index], *fields[index + 1 :]])}}}}}\n"
        for index in range(9)
    )
    refs = ", ".join(f"m{index}: {{$ref: '#/components/schemas/M{index}'}}" for index in range(9))
    done = "    Done: {type: object, properties: {result: {type: string}}}\n"
    project(tmp_path, INSECURE, (done, f"    Done: {{type: object, properties: {{{refs}}}}}\n{models}"))
    said = [call(tmp_path, "--spec", "openapi.yml", PYTHONHASHSEED=seed).stdout for seed in ("1", "2", "3")]
    assert "model-near-duplicate" in said[0]
    assert said[0] == said[1] == said[2]


# Hostile input


@pytest.mark.parametrize("broken", FAILURES, ids=lambda path: path.name)
def test_what_cannot_be_generated_is_found_too(broken: Path, tmp_path: Path) -> None:
    texts = {path.relative_to(broken): path.read_bytes() for path in broken.rglob("*") if path.is_file()}
    for name, content in {Path("dialect.yml"): FILES["dialect.yml"].encode(), **texts}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    sources = Sources(tmp_path)
    found = lint(
        tmp_path / "openapi.yml", tmp_path / "dialect.yml", sources, None, Selection(),
        lambda specs, api: pipeline.unprintable(pipeline.Reading(specs, api, ()), built_in(), pipeline.Progress()),
    )  # fmt: skip
    said = texts[Path("stderr.txt")].decode()
    errors = [finding for finding in found.findings if finding.severity is Severity.ERROR]
    assert len(errors) >= said.count("\nerror: ") + said.startswith("error: ") > 0
    assert {finding.code for finding in found.findings} <= RULES.keys()
    assert [error.message for error in SCHEMA.iter_errors(json.loads(as_sarif(found, sources)))] == []


ODD = st.sampled_from(
    ["5", "[]", "{}", "null", "[{}]", "'x'", "{$ref: '#/paths'}", "{$ref: '#/components/schemas/Client'}", "-1", ".inf"]
)
LINES = [index for index, line in enumerate(FILES["openapi.yml"].splitlines()) if ": " in line]


@given(where=st.lists(st.tuples(st.sampled_from(LINES), ODD), min_size=1, max_size=4))
@CASES
def test_nothing_makes_it_fail(where: list[tuple[int, str]], tmp_path_factory: pytest.TempPathFactory) -> None:
    lines = FILES["openapi.yml"].splitlines()
    for index, odd in where:
        lines[index] = f"{lines[index].partition(': ')[0]}: {odd}"
    root = tmp_path_factory.mktemp("odd")
    sources = folder(root, {**FILES, "openapi.yml": "\n".join(lines) + "\n"})
    found = run(root, sources)
    as_text(found, sources)
    assert [error.message for error in SCHEMA.iter_errors(json.loads(as_sarif(found, sources)))] == []


def test_many_models_and_values_take_no_longer_than_they_should(tmp_path: Path) -> None:
    fields = ", ".join(f"f{number}: {{type: string, description: x}}" for number in range(300))
    many = "".join(f"    M{number}: {{type: object, properties: {{{fields}, g{number}: {{type: string}}}}}}\n" for number in range(60))
    refs = ", ".join(f"m{number}: {{$ref: '#/components/schemas/M{number}'}}" for number in range(60))
    done = "    Done: {type: object, properties: {result: {type: string}}}\n"
    found = linted(tmp_path, (done, f"    Done: {{type: object, properties: {{{refs}}}}}\n{many}"))
    assert "model-near-duplicate" in codes(found.findings)


# The catalogue


def test_the_documentation_lists_every_rule() -> None:
    head, marker, tables = CATALOGUE.read_text(encoding="utf-8").partition("## Rules\n")
    if os.environ.get("UPDATE_GOLDEN"):
        tables = as_markdown()
        CATALOGUE.write_text(head + marker + tables, encoding="utf-8")
    assert (marker, tables) == ("## Rules\n", as_markdown())
