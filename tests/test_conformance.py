"""The table of wire vectors by language: nothing that a language leaves out or fails goes unseen."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conformance.python import CHECKS

from generator.cli import cli
from generator.contract.vectors import Verdicts, run, table, vectors
from generator.targets.base import Command

SKELETON = str(Path(__file__).resolve().parent.parent / "generator/skeleton/target.py")
GOOD = {"file": "a.json", "vector": "one", "ok": True}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files with three vectors."""
    for name, rows in (("a.json", ["one", "two"]), ("b.json", ["one"])):
        (tmp_path / name).write_text(json.dumps({"about": "", "vectors": [{"name": row} for row in rows]}))
    return tmp_path


def said(folder: Path, *lines: object, code: int = 0) -> Verdicts:
    """What becomes of what an adapter prints."""
    text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    script = f"import sys; sys.stdout.write({text!r}); sys.stderr.write('oh dear'); sys.exit({code})"
    return run(Command((sys.executable, "-c", script), folder), folder)


def test_all_vectors_hold(folder: Path) -> None:
    found = said(folder, GOOD, {**GOOD, "vector": "two"}, {**GOOD, "file": "b.json"})
    assert found == Verdicts(frozenset(vectors(folder)), {})
    assert table({"x": found, "long": found}, folder).splitlines() == [
        "vectors       x    long",
        "a.json   2 of 2  2 of 2",
        "b.json   1 of 1  1 of 1",
        "all      3 of 3  3 of 3",
    ]


def test_a_vector_that_fails_or_is_left_out_is_named(folder: Path) -> None:
    found = said(folder, GOOD, {**GOOD, "vector": "two", "ok": False, "why": "5, not 6"})
    assert found.held == {("a.json", "one")}
    assert table({"x": found}, folder).splitlines()[1:] == [
        "a.json   1 of 2",
        "b.json   0 of 1",
        "all      1 of 3",
        "x: a.json: two: 5, not 6",
        "x: b.json: the adapter says nothing of 1 vector",
    ]


def test_what_is_answered_wrong_comes_before_what_is_not_answered(folder: Path) -> None:
    """A file of which nothing is said hides none that has answers, wherever it stands."""
    (folder / "0.json").write_text(json.dumps({"vectors": [{"name": f"{number}"} for number in range(50)]}))
    found = said(folder, {**GOOD, "vector": "two", "ok": False, "why": "5,\nnot 6"}, {**GOOD, "file": "b.json"}, code=3)
    assert found.silent == {*(("0.json", f"{number}") for number in range(50)), ("a.json", "one")}
    assert table({"x": found}, folder).splitlines()[5:] == [
        "x: a.json: two: 5, not 6",
        "x: 0.json: the adapter says nothing of 50 vectors: oh dear",
        "x: a.json: the adapter says nothing of 1 vector: oh dear",
    ]
    assert table({"x": found}, folder, only=["b.json"]).splitlines()[1:] == ["b.json   1 of 1", "all      1 of 1"]


@pytest.mark.parametrize("line", ["hello", "[]", "{}", '{"file": "a.json", "vector": "one"}', "null"])
def test_what_is_no_verdict_fails_everything(folder: Path, line: str) -> None:
    found = said(folder, GOOD, line)
    assert found.held == frozenset()
    assert set(found.failed.values()) == {f"this is no verdict: {line!r}"}


def test_an_adapter_that_dies_is_told_with_its_last_words(folder: Path) -> None:
    assert set(said(folder, code=3).failed.values()) == {"the adapter says nothing of it: oh dear"}
    missing = run(Command(("nowhere-to-be-found",), folder), folder)
    assert len(missing.failed) == 3


def test_a_vector_that_does_not_exist_counts_for_nothing(folder: Path) -> None:
    assert said(folder, {**GOOD, "vector": "made up"}).held == frozenset()


def test_the_project_holds_every_vector_in_every_language() -> None:
    ended = CliRunner().invoke(cli, ["conformance"])
    assert ended.exit_code == 0, ended.output
    skipped = [line for line in ended.output.splitlines() if line.startswith("NOT PROVED: ")]
    lines = [line for line in ended.output.splitlines() if line not in skipped]
    assert [line.split()[0] for line in lines] == ["vectors", *sorted(CHECKS), "all"]
    counts = [cell.split(" of ") for cell in lines[-1].split("  ")[1:] if cell.strip()]
    assert counts == [[str(len(vectors()))] * 2] * len(counts)
    if skipped:
        pytest.skip("; ".join(skipped))


@pytest.mark.parametrize("ci", ["true", ""])
def test_outside_of_a_checkout_nothing_is_proved_and_nothing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ci: str
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr("generator.targets.python.checks._ROOT", tmp_path)
    monkeypatch.setattr("generator.targets.python.checks.PythonChecks.missing", lambda self: "")
    ended = CliRunner().invoke(cli, ["conformance", "python"])
    assert ended.exit_code == 0, ended.output
    assert ended.output.splitlines()[-1] == (
        "NOT PROVED: python, all vectors: the program that holds this client against the vectors is in a checkout only"
    )


def test_a_language_without_an_adapter_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "skeleton").mkdir()
    ended = CliRunner().invoke(cli, ["conformance", SKELETON, "--out", str(tmp_path)])
    assert ended.exit_code == 1
    assert ended.output.count("write the program") == 1
    assert ended.output.splitlines()[-1].startswith("skeleton: no vector holds: write the program")


@pytest.mark.parametrize(("holds", "told", "more"), [(1, 20, True), (len(vectors()) - 20, 20, False)])
def test_of_many_failures_the_first_are_told_and_how_many_more(
    holds: int, told: int, more: bool, tmp_path: Path
) -> None:
    rows = [json.dumps({"file": file, "vector": name, "ok": place < holds, "why": f"{place}: oh"})
            for place, (file, name) in enumerate(vectors())]  # fmt: skip
    target = with_adapter(tmp_path, rows)
    ended = CliRunner().invoke(cli, ["conformance", target, "--out", str(tmp_path)])
    assert ended.exit_code == 1
    failures = [line for line in ended.output.splitlines() if line.startswith("skeleton: ") and line.endswith(": oh")]
    assert (len(failures), failures[0].rpartition(": ")[0].endswith(f": {holds}")) == (told, True)
    last = f"skeleton: {len(vectors()) - holds - 20} more vectors fail"
    assert (ended.output.splitlines()[-1] == last) is more
    whole = CliRunner().invoke(cli, ["conformance", target, "--out", str(tmp_path), "--all"])
    assert whole.output.count(": oh\n") == len(vectors()) - holds


def test_some_files_alone_can_be_asked_for(tmp_path: Path) -> None:
    """What fails elsewhere fails nothing."""
    rows = [json.dumps({"file": file, "vector": name, "ok": file != "form.json", "why": "oh"}) for file, name in vectors()]
    target = with_adapter(tmp_path, rows)

    def called(*names: str) -> Result:
        return CliRunner().invoke(cli, ["conformance", target, "--out", str(tmp_path), *names])

    some = called("--file", "retry.json", "--file", "body.json")
    assert (some.exit_code, [line.split()[0] for line in some.output.splitlines()]) == (
        0, ["vectors", "body.json", "retry.json", "all"])  # fmt: skip
    assert called("--file", "form.json").exit_code == 1
    assert "did you mean form.json?" in called("--file", "from.json").output


def with_adapter(folder: Path, rows: list[str]) -> str:
    """The path of a target whose adapter prints the rows, and beside it a client of its."""
    (folder / "said.jsonl").write_text("\n".join(rows))
    text = Path(SKELETON).read_text()
    left = 'raise NotImplementedError("write the program that holds the client against tests/wire; its README says how")'
    assert left in text
    script = f"print(open({str(folder / 'said.jsonl')!r}).read())"
    target = folder / "skeleton_target.py"
    target.write_text(text.replace(left, f"return Command(({sys.executable!r}, '-c', {script!r}), folder)"))
    (folder / "skeleton").mkdir()
    return str(target)


def test_a_client_that_is_not_there_is_said(tmp_path: Path) -> None:
    ended = CliRunner().invoke(cli, ["conformance", SKELETON, "--out", str(tmp_path)])
    assert (ended.exit_code, "run `whmcs-codegen generate skeleton` first" in ended.output) == (2, True)
