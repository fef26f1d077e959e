"""The commands as users and scripts call them: what they print where, and how they exit."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SPEC = """\
openapi: 3.0.3
info: {title: Small, version: "1"}
paths:
  /?action=GetThings:
    post:
      summary: Get Things
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema:
              allOf:
                - $ref: '#/components/schemas/AuthCredentials'
                - type: object
                  required: [kind]
                  properties:
                    kind: {type: string}
      responses:
        '200':
          description: Things.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Things'}
  /?action=AddThing:
    post:
      summary: Add Thing
      responses:
        '200': {description: Added.}
components:
  schemas:
    AuthCredentials: {type: object, properties: {identifier: {type: string}}}
    Things: {type: object, properties: {name: {type: string}}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small spec and WHMCS's dialect."""
    (tmp_path / "small.yml").write_text(SPEC)
    shutil.copy(ROOT / "specs/dialect.yml", tmp_path / "dialect.yml")
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", arguments[0], "--spec", "small.yml", *arguments[1:]]
    return subprocess.run(
        command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )


def edit(folder: Path, before: str, after: str) -> None:
    spec = folder / "small.yml"
    text = spec.read_text()
    assert before in text
    spec.write_text(text.replace(before, after))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_generate_writes_and_then_has_nothing_to_do(folder: Path) -> None:
    first = run(folder, "generate", "--out", "out")
    assert (first.returncode, first.stderr) == (0, "")
    before = contents(folder / "out")

    second = run(folder, "generate", "--out", "out")

    assert (second.returncode, second.stdout) == (0, "out: up to date\n")
    assert contents(folder / "out") == before


def test_generate_of_one_target_leaves_the_others_alone(folder: Path) -> None:
    run(folder, "generate", "openapi", "--out", "out")
    assert not (folder / "out/python").exists()

    run(folder, "generate", "python", "--out", "out")

    assert (folder / "out/openapi/whmcs-openapi.yml").exists()
    assert (folder / "out/python/whmcs/client.py").exists()


def test_check_finds_a_file_that_was_edited_by_hand(folder: Path) -> None:
    run(folder, "generate", "--out", "out")
    assert run(folder, "check", "--out", "out").returncode == 0
    assert run(folder, "check", "--full", "--out", "out").returncode == 0
    client = folder / "out/python/whmcs/client.py"
    client.write_text(client.read_text().replace("class Whmcs:", "class Whmcs:  # mine"))

    checked = run(folder, "check", "--out", "out")

    assert checked.returncode == 3
    assert "-class Whmcs:  # mine\n+class Whmcs:\n" in checked.stdout
    assert "edited: out/python/whmcs/client.py" in checked.stderr


def test_check_finds_a_spec_that_has_changed(folder: Path) -> None:
    run(folder, "generate", "--out", "out")
    edit(folder, "kind: {type: string}", "kind: {type: string}\n                    size: {type: integer}")

    checked = run(folder, "check", "--out", "out")

    assert checked.returncode == 3
    assert "+        size: int | None = None,\n" in checked.stdout


def test_a_manifest_that_is_all_that_changes_is_said_by_both(folder: Path) -> None:
    run(folder, "generate", "openapi", "--out", "out")
    with (folder / "small.yml").open("a") as spec:
        spec.write("# a comment\n")
    checked = run(folder, "check", "openapi", "--out", "out")
    assert (checked.returncode, "changed: out/manifest.json\n" in checked.stderr) == (3, True)
    said = "out: nothing to change but manifest.json, which records the inputs\n"
    assert run(folder, "generate", "openapi", "--out", "out").stdout == said
    assert run(folder, "check", "openapi", "--out", "out").stdout == "out: up to date\n"
    assert run(folder, "generate", "openapi", "--out", "out", "--full").stdout == "out: nothing to change\n"


@pytest.mark.parametrize("named_by", ["spec", "overlay"])
def test_of_the_files_around_a_spec_those_count_that_it_refers_to(folder: Path, named_by: str) -> None:
    reference = {"$ref": "common/things.yml#/Things"}
    if named_by == "spec":
        edit(folder, "Things: {type: object, properties: {name: {type: string}}}", f"Things: {json.dumps(reference)}")
    else:
        update = {"target": "$.components.schemas.Things.properties", "update": {"more": reference}}
        overlay = {"overlay": "1.0.0", "info": {"title": "More", "version": "1"}, "actions": [update]}
        (folder / "overlays").mkdir()
        (folder / "overlays/more.json").write_text(json.dumps(overlay))
    common = folder / "common"  # in an overlay, too, paths start at the spec
    common.mkdir()
    (common / "things.yml").write_text("Things: {$ref: 'deep.json#/Thing'}\n")
    (common / "deep.json").write_text('{"Thing": {"type": "object", "properties": {"size": {"type": "integer"}}}}')
    # Among these files, which are in the folder of the spec, are those that are generated.
    generated = run(folder, "generate", "openapi", "--out", "out")
    assert generated.returncode == 0, generated.stderr
    assert run(folder, "check", "openapi", "--out", "out").stdout == "out: up to date\n"
    (folder / "unrelated.json").write_text("{")
    assert run(folder, "generate", "openapi", "--out", "out").stdout == "out: up to date\n"

    (common / "deep.json").write_text('{"Thing": {"type": "object", "properties": {"size": {"type": "number"}}}}')
    assert run(folder, "check", "openapi", "--out", "out").returncode == 3
    run(folder, "generate", "openapi", "--out", "out")
    (common / "deep.json").unlink()
    gone = run(folder, "check", "openapi", "--out", "out")
    assert (gone.returncode, "there is no file" in gone.stderr) == (1, True)


@pytest.mark.parametrize("name", ["x" * 5000, "x\0", "..", "small.yml/x"])
def test_a_manifest_that_names_what_is_no_file_is_made_anew(folder: Path, name: str) -> None:
    run(folder, "generate", "openapi", "--out", "out")
    manifest = folder / "out/manifest.json"
    written = json.loads(manifest.read_text())
    written["targets"]["openapi"] |= {"inputs": "0" * 64, "facts": {"refers_to": [name]}}
    manifest.write_text(json.dumps(written))
    generated = run(folder, "generate", "openapi", "--out", "out")
    assert (generated.returncode, generated.stderr) == (0, "")
    assert "refers_to" not in manifest.read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--spec small.yml"),
        (["--full", "--timings"], "--spec small.yml"),
        (["openapi", "--only=GetThings,AddThing"], "openapi --only GetThings,AddThing --spec small.yml"),
        (["--out", "my out", "--dialect", "dialect.yml"], "--out 'my out' --spec small.yml --dialect dialect.yml"),
        (["python", "openapi", "--config", "mine.toml", "--templates=own"],
         "python openapi --templates own --config mine.toml --spec small.yml"),
    ],
)  # fmt: skip
def test_a_stale_check_says_which_command_mends_it(folder: Path, arguments: list[str], said: str) -> None:
    (folder / "mine.toml").write_text('output = "elsewhere"\n')
    (folder / "own").mkdir()
    checked = run(folder, "check", *arguments)
    assert checked.returncode == 3
    (command,) = re.findall("`(.*)` writes it", checked.stderr)
    assert sorted(command.split(" --")) == sorted(f"whmcs-codegen generate {said}".split(" --"))
    mended = run(folder, *shlex.split(command)[1:])
    assert mended.returncode == 0, mended.stderr
    assert run(folder, "check", *arguments).stdout.endswith(": up to date\n")


@pytest.mark.parametrize("output", ["small.yml", "./dialect.yml", "link.yml"])
def test_the_bundle_never_replaces_what_it_is_made_of(folder: Path, output: str) -> None:
    (folder / "link.yml").symlink_to("small.yml")
    before = contents(folder)
    refused = run(folder, "bundle", "--output", output)
    assert refused.returncode == 2
    assert refused.stderr.endswith(f"Error: {Path(output)} is what is read: name another file\n")
    assert contents(folder) == before


def test_an_operation_less_removes_its_code(folder: Path) -> None:
    edit(folder, "      summary: Add Thing\n", "      summary: Add Thing\n      tags: [Extra]\n")
    run(folder, "generate", "--out", "out")
    mine = folder / "out/python/whmcs/groups/mine.py"
    mine.write_text("# not generated\n")
    assert (folder / "out/python/whmcs/groups/extra.py").exists()
    text = (folder / "small.yml").read_text()
    start, end = text.index("  /?action=AddThing"), text.index("components:")
    (folder / "small.yml").write_text(text[:start] + text[end:])

    done = run(folder, "generate", "--out", "out")

    assert re.search(r"\b[1-9] removed", done.stdout)  # a module of each client
    assert not (folder / "out/python/whmcs/groups/extra.py").exists()
    assert mine.exists()


def test_a_failed_run_leaves_the_old_output_whole(folder: Path) -> None:
    run(folder, "generate", "--out", "out")
    before = contents(folder / "out")
    edit(folder, "'#/components/schemas/Things'}", "'#/components/schemas/Thongs'}")

    failed = run(folder, "generate", "--out", "out")

    assert failed.returncode == 1
    assert contents(folder / "out") == before


def test_all_problems_of_a_run_are_reported_together_with_their_places(folder: Path) -> None:
    edit(folder, "'#/components/schemas/Things'}", "'#/components/schemas/Thongs'}")
    edit(folder, "  /?action=AddThing:", "  /?action=AddThing:\n    parameters: [{$ref: other.yml}]")

    failed = run(folder, "generate", "--out", "out")

    assert failed.returncode == 1
    assert " --> small.yml:22:" in failed.stderr
    assert " --> small.yml:24:" in failed.stderr
    assert "              schema: {$ref: '#/components/schemas/Thongs'}\n" in failed.stderr
    assert failed.stderr.count("^") >= 2
    assert failed.stderr.count("help: ") >= 2
    assert failed.stderr.rstrip().endswith("2 errors")
    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("generate", "pyton"), "there is no target 'pyton'; did you mean python?"),
        (("generate", "--dialect", "nowhere.yml"), "'nowhere.yml' does not exist"),
        (("generate", "--out", "small.yml"), "'small.yml' is a file"),
        (("frobnicate",), "No such command"),
    ],
)
def test_a_wrong_call_exits_with_2_and_says_why(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    called = run(folder, *arguments)
    assert called.returncode == 2
    assert said in called.stderr
    assert "Traceback" not in called.stderr


def test_the_changelog_beside_the_spec_goes_into_the_package_and_the_version_of_the_dialect(folder: Path) -> None:
    dialect = folder / "dialect.yml"
    dialect.write_text(dialect.read_text().replace("version: 0.1.0", "version: 7.8.9"))
    run(folder, "generate", "--out", "out")
    assert not (folder / "out/python/CHANGELOG.md").exists()
    (folder / "CHANGELOG.md").write_bytes(b"# Changelog\n\n{{ no }} {% template %}\n")

    assert run(folder, "check", "--out", "out").returncode == 3
    run(folder, "generate", "--out", "out")

    assert (folder / "out/python/CHANGELOG.md").read_bytes() == (folder / "CHANGELOG.md").read_bytes()
    assert 'version = "7.8.9"' in (folder / "out/python/pyproject.toml").read_text()
    (folder / "CHANGELOG.md").write_bytes(b"\xff")
    failed = run(folder, "generate", "--out", "out")
    assert (failed.returncode, "CHANGELOG.md:1:1" in failed.stderr) == (1, True)


def test_a_missing_dialect_is_asked_for(folder: Path) -> None:
    (folder / "dialect.yml").unlink()
    called = run(folder, "list")
    assert called.returncode == 2
    assert "--dialect" in called.stderr


def test_a_wrong_dialect_is_reported_like_a_wrong_spec(folder: Path) -> None:
    dialect = folder / "dialect.yml"
    dialect.write_text(dialect.read_text().replace("paging:\n", "pagination:\n"))

    called = run(folder, "list")

    assert called.returncode == 1
    assert "dialect.yml:" in called.stderr
    assert "pagination" in called.stderr


def test_list_is_a_table_with_tabs_in_a_pipe(folder: Path) -> None:
    listed = run(folder, "list")
    lines = [line.split("\t") for line in listed.stdout.splitlines()]
    assert lines == [
        ["action", "group", "effect", "paging", "params", "source", "state"],
        ["GetThings", "General", "read", "-", "kind*", "small.yml:4", "-"],
        ["AddThing", "General", "write", "-", "", "small.yml:23", "-"],
    ]


def test_ir_is_json(folder: Path) -> None:
    api = json.loads(run(folder, "ir").stdout)
    operation = api["groups"][0]["operations"][0]
    assert operation["action"] == "GetThings"
    assert operation["params"][0]["wire"] == "kind"
    assert operation["origin"]["line"] == 4


def test_bundle_writes_yaml_and_json(folder: Path) -> None:
    as_json = json.loads(run(folder, "bundle", "--format", "json").stdout)
    run(folder, "bundle", "--output", "bundle.yml")
    assert list(as_json["paths"]) == ["/?action=GetThings", "/?action=AddThing"]
    assert (folder / "bundle.yml").read_text().startswith("openapi: 3.0.3\n")


def test_timings_are_json_on_stderr(folder: Path) -> None:
    timings = json.loads(run(folder, "list", "--timings").stderr)
    assert {"load", "normalise"} <= timings.keys()


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    main, side = pty.openpty()
    yield main, side
    os.close(main)


def test_a_terminal_gets_colours_and_a_pipe_does_not(folder: Path, terminal: tuple[int, int]) -> None:
    main, side = terminal
    edit(folder, "'#/components/schemas/Things'}", "'#/components/schemas/Thongs'}")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLUMNS": "120"}
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "generator", "list", "--spec", "small.yml"]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=side, stderr=side)
    os.close(side)
    shown = b""
    while True:
        try:
            chunk = os.read(main, 4096)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk

    assert process.wait() == 1
    assert b"\x1b[" in shown
    assert b"Thongs" in shown
    assert "\x1b" not in run(folder, "list").stderr
