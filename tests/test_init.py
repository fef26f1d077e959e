"""A project of one's own, as ``init`` writes it: complete, and at nobody's cost."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import flit_core.buildapi
import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.pipeline import Inputs, Progress, read
from generator.settings import load_settings
from generator.targets.registry import known

ROOT = Path(__file__).resolve().parent.parent
FILES = sum(path.is_file() for folder in ("specs", "starter") for path in (ROOT / folder).rglob("*"))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(cli, ["init", *arguments])
    assert not isinstance(result.exception, Exception), result.exception
    assert result.exit_code == code, result.output
    return result


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_holds_the_shipped_specs_and_the_starter_and_nothing_else(here: Path) -> None:
    assert run("mine").output == (
        f"mine: {FILES} added\nNext: `make generate` there. overlays/own.yml is yours; README.md says what is what.\n"
    )
    expected = contents(ROOT / "starter") | {
        f"specs/{path}": content for path, content in contents(ROOT / "specs").items()
    }
    assert contents(here / "mine") == expected
    assert {".gitignore", ".github/workflows/check.yml", "Makefile", "README.md", "overlays/own.yml"} <= expected.keys()


def test_the_readme_says_how_a_client_gets_another_licence(monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = re.findall(r"^whmcs-codegen (templates .* --out templates)$", readme, re.MULTILINE)
    run("mine")
    monkeypatch.chdir("mine")
    for command in commands:
        assert CliRunner().invoke(cli, command.split()).exit_code == 0
    replaced = {"python/pyproject.toml.j2": "license = ", "typescript/package.json.j2": '"license": '}
    for path, said in replaced.items():
        old, new = re.findall(rf"`({said}[^`]+)`", readme)
        template = Path("templates", path)
        assert template.read_text().count(old) == 1
        template.write_text(template.read_text().replace(old, new))
    for path in Path("templates").rglob("LICENSE"):
        path.write_text(f"All rights reserved.\n\n{path.read_text()}")
    settings = Path("pyproject.toml")
    text = settings.read_text().replace('# templates = "templates"', 'templates = "templates"')
    settings.write_text(text.replace('targets = ["python"]', 'targets = ["python", "typescript"]'))

    done = CliRunner().invoke(cli, ["generate", "--only", "GetHealthStatus"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert CliRunner().invoke(cli, ["vendor", "python", "vendored", "--only", "GetHealthStatus"]).exit_code == 0
    for place in ("generated/python", "generated/typescript", "vendored"):
        licence = Path(place, "LICENSE").read_text()
        assert licence.startswith("All rights reserved.\n\nMIT License\n")
    project = tomllib.loads(Path("generated/python/pyproject.toml").read_text())["project"]
    assert project["license"] == "LicenseRef-Proprietary AND MIT"
    assert json.loads(Path("generated/typescript/package.json").read_text())["license"] == "SEE LICENSE IN LICENSE"
    monkeypatch.chdir("generated/python")
    metadata = Path(flit_core.buildapi.prepare_metadata_for_build_wheel("."), "METADATA").read_text()
    assert "License-Expression: LicenseRef-Proprietary AND MIT\nLicense-File: LICENSE\n" in metadata


def test_its_settings_read_all_of_it_without_a_warning(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("mine")
    monkeypatch.chdir("mine")
    found = load_settings(None, known)
    assert found.dialect is not None
    inputs = Inputs(found.spec, found.dialect, found.overlays)
    reading = read(inputs, inputs.sources(), Progress())
    assert reading.warnings == ()
    groups = {group.name: [operation.action for operation in group.operations] for group in reading.api.groups}
    assert groups["Loyalty"] == ["GetLoyaltyPoints"]
    assert sum(map(len, groups.values())) == 163


def test_what_is_commented_out_in_it_holds_too(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("mine")
    monkeypatch.chdir("mine")
    settings, overlay = Path("pyproject.toml"), Path("overlays/own.yml")
    settings.write_text(re.sub(r"^# (\w+ = )", r"\1", settings.read_text(), flags=re.MULTILINE))
    overlay.write_text(re.sub(r"^  # (?=[- ] )", "  ", overlay.read_text(), flags=re.MULTILINE))
    Path("templates").mkdir()
    assert {"package", "only", "templates"} <= tomllib.loads(settings.read_text())["tool"]["whmcs-codegen"].keys()
    found = load_settings(None, known)
    assert found.dialect is not None
    inputs = Inputs(found.spec, found.dialect, found.overlays, found.package, found.only)
    reading = read(inputs, inputs.sources(), Progress())
    client = next(model for model in reading.api.models if model.name == "Client")
    assert "booknumber" in [field.wire for field in client.fields]
    assert [group.name for group in reading.api.groups] == ["Clients", "Billing", "Loyalty"]


def test_its_workflow_and_makefile_agree(here: Path) -> None:
    run("mine")
    workflow = yaml.safe_load((here / "mine/.github/workflows/check.yml").read_text())
    steps = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    assert steps[-1] == "make check"
    assert re.search(r"^check:", (here / "mine/Makefile").read_text(), re.MULTILINE)


def test_the_current_folder_is_the_default_and_a_fresh_repository_is_empty(here: Path) -> None:
    (here / ".git").mkdir()
    assert run().output.startswith(f".: {FILES} added\n")


def test_a_folder_that_is_not_empty_is_refused(here: Path) -> None:
    (here / "mine.txt").write_text("mine\n")
    refused = run(".", code=2)
    assert refused.stderr == (
        "error: . is not empty, it holds mine.txt: name another folder, or use --force, which adds what is missing and "
        "overwrites nothing\n"
    )
    assert contents(here) == {"mine.txt": b"mine\n"}


def test_force_adds_what_is_missing_and_overwrites_nothing(here: Path) -> None:
    (here / "specs").mkdir()
    (here / "specs/dialect.yml").write_text("mine\n")
    (here / "Makefile").write_text("mine\n")

    done = run("--force")

    assert done.stderr == "kept: Makefile\nkept: specs/dialect.yml\n"
    assert done.stdout.startswith(f".: {FILES - 2} added, 2 kept\n")
    assert (here / "specs/dialect.yml").read_text() == (here / "Makefile").read_text() == "mine\n"
    assert run("--force").stdout.startswith(f".: 0 added, {FILES} kept\n")


@pytest.mark.parametrize(("text", "is_told"), [("[project]\nname = 'x'\n", True), ("[tool.whmcs-codegen]\n", False)])
def test_a_pyproject_that_is_kept_is_told_what_it_lacks(here: Path, text: str, is_told: bool) -> None:
    (here / "pyproject.toml").write_text(text)
    assert ('overlays = ["specs/overlays", "overlays"]' in run("--force").stderr) == is_told
    assert (here / "pyproject.toml").read_text() == text


def test_a_new_project_passes_lint(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("mine")
    monkeypatch.chdir(here / "mine")
    found = CliRunner().invoke(cli, ["lint", "--fail-on", "advice"])
    assert (found.exit_code, found.stderr) == (0, ""), found.stdout


@pytest.mark.parametrize("name", ["file/mine", "broken", "x" * 300, "/proc/nobody"])
def test_what_cannot_be_a_folder_is_told_so(here: Path, name: str) -> None:
    (here / "file").write_text("")
    (here / "broken").symlink_to("nowhere")
    refused = run(name, code=2).stderr
    assert refused.startswith("error: ") and refused.endswith(f": {name}; name another folder\n")
    assert {path.name for path in here.iterdir()} == {"file", "broken"}


@pytest.mark.parametrize("name", ["specs", "overlays/own.yml", "pyproject.toml", ".github"])
def test_no_link_is_followed(here: Path, name: str) -> None:
    outside = here / "outside"
    outside.mkdir()
    place = here / "mine" / name
    place.parent.mkdir(parents=True)
    place.symlink_to(outside if "." not in name[1:] else outside / "new")

    refused = run("mine", "--force", code=2)

    assert "is a symbolic link" in refused.stderr
    assert contents(outside) == {}
    assert contents(here / "mine") == {}, "nothing is written before all is known"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("file", "error: file is a file: name a folder\n"),
        ("file/below", "error: Not a directory: file/below"),
        ("/proc/nobody/may/write", "error: No such file or directory: /proc/nobody"),
        ("x" * 300, "error: File name too long: "),
    ],
)
def test_a_place_that_cannot_be(here: Path, place: str, said: str) -> None:
    (here / "file").write_text("mine\n")
    assert run(place, code=2).stderr.startswith(said)
    assert contents(here) == {"file": b"mine\n"}


def test_an_interrupted_run_leaves_whole_files_and_is_completed_by_force(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    class Full:
        """A file on a disk that is full."""

        def __init__(self, file: Any) -> None:
            self.file = file

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def write(self, content: bytes) -> int:
            self.file.write(content[:10])
            raise OSError(28, "No space left on device")

    def open_few(path: Path, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        file = opened(path, mode, *arguments, **named)
        return Full(file) if mode == "xb" and path.name == "dialect.yml" else file

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", open_few)
        failed = run("mine", code=2)
    assert failed.stderr == ("error: No space left on device; `whmcs-codegen init --force` completes what is missing\n")
    assert not (here / "mine/specs/dialect.yml").exists()
    run("mine", "--force")
    run("whole")
    assert contents(here / "mine") == contents(here / "whole")
