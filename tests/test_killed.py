"""`generate` itself, killed, out of space or beside itself: the output is whole, or the next run makes it whole."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from generator.contract.specs import DIALECT, operation, spec
from generator.output import is_current
from generator.output.manifest import load

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-m", "generator"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
TARGET = "typescript"  # which is rendered in a moment

# A run that is killed at a call of the operating system: argv is the number of the call, then the command line.
DYING = """
import os, signal, sys
left = int(sys.argv.pop(1))
def dying(real):
    def call(*args, **kwargs):
        global left
        left -= 1
        if left == 0: os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **kwargs)
    return call
for name in ("replace", "link", "mkdir", "rmdir", "fsync", "chmod", "unlink"): setattr(os, name, dying(getattr(os, name)))
from generator.cli import main
main()
"""


def specs(folder: Path, *actions: str) -> None:
    folder.mkdir(exist_ok=True)
    described = {
        action: operation(answer={"type": "object", "properties": {"a": {"type": "string"}}}) for action in actions
    }
    (folder / "openapi.yml").write_text(json.dumps(spec(described)))
    (folder / "dialect.yml").write_text(json.dumps(DIALECT))


def arguments(command: str) -> list[str]:
    return [command, TARGET, "--spec", "specs/openapi.yml", "--out", "out"]


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments(command)], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


def contents(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    """A folder with output, whose specs have changed since; what the output was, and what it is to be."""
    folder = tmp_path_factory.mktemp("made")
    specs(folder / "specs", "GetThings", "GetOthers", "AddThing")
    assert run(folder, "generate").returncode == 0
    before = contents(folder / "out")
    shutil.copytree(folder, folder.with_name("after"))
    specs(folder.with_name("after") / "specs", "GetThings", "GetNew")
    assert run(folder.with_name("after"), "generate").returncode == 0
    specs(folder / "specs", "GetThings", "GetNew")
    return folder, before, contents(folder.with_name("after") / "out")


def repaired(folder: Path, before: dict[str, bytes], after: dict[str, bytes]) -> None:
    """Every file is the old or the new one; `check` says so, and the next run makes it all new."""
    found = contents(folder / "out")
    for path, content in found.items():
        assert path.startswith(".generating/") or content in (before.get(path), after.get(path)), path
    if {path: content for path, content in found.items() if not path.startswith(".generating/")} != after:
        assert run(folder, "check").returncode == 3
    assert run(folder, "generate").returncode == 0
    assert contents(folder / "out") == after
    assert [path.name for path in folder.iterdir() if path.name not in ("specs", "out")] == []


@pytest.mark.parametrize("count", [10, 25, 40])  # of some 55 steps
def test_a_run_that_is_killed_at_a_step_is_completed_by_the_next(made: Any, tmp_path: Path, count: int) -> None:
    folder, before, after = made
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    command = [sys.executable, "-c", DYING, str(count), *arguments("generate")]
    ended = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, check=False)
    assert ended.returncode in (0, -signal.SIGKILL), ended.stderr
    repaired(tmp_path, before, after)


@pytest.mark.parametrize("number", range(2))
def test_a_run_that_is_killed_at_some_time_is_completed_by_the_next(made: Any, tmp_path: Path, number: int) -> None:
    folder, before, after = made
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    running = subprocess.Popen(
        [*COMMAND, *arguments("generate")], cwd=tmp_path, env=ENVIRONMENT, stdout=subprocess.DEVNULL
    )
    time.sleep(random.Random(number).uniform(0.1, 1.5))
    running.kill()
    running.wait()
    repaired(tmp_path, before, after)


def test_a_full_disk_is_told_and_leaves_the_output(made: Any, tmp_path: Path) -> None:
    folder, before, after = made
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    limited = ["sh", "-c", 'ulimit -f 4; exec "$@"', "sh", *COMMAND, *arguments("generate")]
    ended = subprocess.run(limited, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr.startswith("error: The output is left as it was: File too large")
    assert contents(tmp_path / "out") == before
    repaired(tmp_path, before, after)


def test_runs_beside_each_other_leave_a_whole_output(made: Any, tmp_path: Path) -> None:
    folder, _, after = made
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    runs = [
        subprocess.Popen(
            [*COMMAND, *arguments("generate")],
            cwd=tmp_path,
            env=ENVIRONMENT,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        for _ in range(3)
    ]
    said = {each.communicate()[1] for each in runs}
    assert said <= {"", "error: Another run is writing to out; run again when it is done\n"}
    assert contents(tmp_path / "out") == after
    assert is_current(tmp_path / "out", {TARGET: load(tmp_path / "out").targets[TARGET].inputs})
