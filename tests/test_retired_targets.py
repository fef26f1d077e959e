"""Targets that the settings no longer name: check tells of their files, and generate removes them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OWN_TARGET = """\
from pathlib import Path
from generator.targets.base import File

class Own:
    name = "own"
    templates = Path(__file__).parent
    checks = None
    def prepare(self): pass
    def close(self): pass
    def files(self, job):
        return [File(name, "text") for name in ("a.txt", "b.txt")]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in which two targets were generated."""
    shutil.copytree(ROOT / "specs", tmp_path / "specs")
    (tmp_path / "own.py").write_text(OWN_TARGET)
    settle(tmp_path, targets='["openapi", "own.py"]')
    assert run(tmp_path, "generate").returncode == 0
    return tmp_path


def settle(project: Path, *, targets: str | None) -> None:
    said = "" if targets is None else f"targets = {targets}\n"
    (project / "pyproject.toml").write_text(f'[tool.whmcs-codegen]\n{said}only = ["GetClients"]\n')


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *arguments]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)


def test_they_are_stale_and_then_gone(project: Path) -> None:
    settle(project, targets='["openapi"]')
    (project / "generated/own/mine.txt").write_text("mine")

    for checked in (run(project, "check"), run(project, "check", "--full")):
        assert checked.returncode == 3
        assert checked.stderr.startswith(
            "retired: generated/own: own is not among the project's targets\n"
            "removed: generated/own/a.txt\nremoved: generated/own/b.txt\n"
        )

    done = run(project, "generate")
    assert (done.returncode, done.stdout) == (0, "generated: 2 removed\n")
    assert done.stderr == "retired: generated/own: own is not among the project's targets\n"
    assert [path.name for path in (project / "generated/own").iterdir()] == ["mine.txt"]
    assert run(project, "check").stdout == "generated: up to date\n"


@pytest.mark.parametrize(
    ("named", "told"),
    [("typescript", True), ("./own.py", False), ("openapi", False), ("../other/own.py", True)],
)
def test_who_generates_what_the_project_does_not_have_is_told(project: Path, named: str, told: bool) -> None:
    if named.startswith("../"):
        (project.parent / "other").mkdir()
        shutil.copy(project / "own.py", project.parent / "other")
    said = run(project, "generate", named).stderr
    note = f"note: {named} is not among `targets` in "
    assert said.startswith(note) == told
    assert ("`generate` without a name removes its files: add it there\n" in said) == told
    assert "note:" not in run(project, "generate").stderr


def test_what_was_edited_stays(project: Path) -> None:
    settle(project, targets='["openapi"]')
    (project / "generated/own/a.txt").write_text("edited")
    done = run(project, "generate")
    assert "kept: generated/own/a.txt: no longer generated, but edited by hand\n" in done.stderr
    assert [path.name for path in (project / "generated/own").iterdir()] == ["a.txt"]
    assert run(project, "check").stdout == "generated: up to date\n"


@pytest.mark.parametrize("targets", ["[]", None])
def test_settings_that_name_no_targets_retire_none_of_one_s_own(project: Path, targets: str | None) -> None:
    settle(project, targets=targets)
    assert run(project, "generate").returncode == 0
    assert (project / "generated/own/a.txt").exists()
    assert (project / "generated/python").is_dir()


@pytest.mark.parametrize("command", ["generate", "check"])
def test_who_names_a_target_speaks_of_no_other(project: Path, command: str) -> None:
    settle(project, targets='["openapi"]')
    assert run(project, command, "openapi").stdout == "generated: up to date\n"
    assert (project / "generated/own/a.txt").exists()
