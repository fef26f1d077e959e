"""An error leaves the output as it was; a killed run is completed by the next: generator/output/write.py."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from outputs import CALLS, NEW, OLD, ROOT, content, files_of, run, statuses

from generator.output import OutputError, Status, compare, is_current, write

LATER = {"a/changed.py": "later\n", "c/added/z.py": "later\n", "same.py": "same\n"}
MINE = {"b/gone/mine.txt": "mine", "a/mine.txt": "mine"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    run(tmp_path, OLD)
    for path, text in MINE.items():
        (tmp_path / path).write_text(text)
    return tmp_path


def snapshot(out: Path) -> dict[str, str]:
    return content(out) | {"manifest.json": (out / "manifest.json").read_text()}


def fail_at(monkeypatch: pytest.MonkeyPatch, count: int, error: BaseException) -> Callable[[], int]:
    """Makes the count-th call raise; gives the number of calls so far."""
    calls = 0

    def failing(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == count:
                raise error
            return real(*args, **kwargs)

        return call

    for name in CALLS:
        monkeypatch.setattr(os, name, failing(getattr(os, name)))
    return lambda: calls


FULL = OSError(28, "No space left on device")
FAULTS = [*((count, FULL) for count in range(1, 60)), (12, KeyboardInterrupt()), (24, KeyboardInterrupt())]


@pytest.mark.parametrize(("count", "error"), FAULTS, ids=[f"{type(error).__name__}-{count}" for count, error in FAULTS])
def test_an_error_at_any_step_leaves_the_output_as_it_was(
    out: Path, monkeypatch: pytest.MonkeyPatch, count: int, error: BaseException
):
    before = snapshot(out)
    failed = False
    with monkeypatch.context() as patch:
        calls = fail_at(patch, count, error)
        try:
            run(out, NEW)
        except (OutputError, KeyboardInterrupt):
            failed = True
        reached = calls() >= count
    if failed:
        assert snapshot(out) == before
        assert not (out / ".generating").exists()
        assert reached
    run(out, NEW)
    assert content(out) == NEW | MINE


def test_the_steps_above_are_all_that_there_are(out: Path, monkeypatch: pytest.MonkeyPatch):
    calls = fail_at(monkeypatch, 0, OSError())
    run(out, NEW)
    assert 30 < calls() < 60, calls()


def test_a_disk_that_lets_nothing_be_put_back_keeps_the_old_files(out: Path, monkeypatch: pytest.MonkeyPatch):
    real = os.replace

    def replace(source: Any, target: Any) -> None:
        if Path(target).name == "y.py" or broken:
            broken.append(True)
            raise OSError(30, "Read-only file system", str(target))
        real(source, target)

    broken: list[bool] = []
    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(OutputError, match=r"so did putting back.*the old files are in .*\.generating"):
        run(out, NEW)
    assert (out / ".generating/old/a/changed.py").read_text() == "old\n"
    broken.clear()
    monkeypatch.undo()
    run(out, NEW)
    assert content(out) == NEW | MINE


def in_another_process(body: str, *args: object, check: bool = True) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", f"import os, sys\nfrom outputs import *\n{body}", *map(str, args)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])},
        capture_output=True,
        text=True,
        check=check,
    )


def test_a_disk_that_is_full_leaves_the_output_as_it_was(out: Path):
    before = snapshot(out)
    ended = in_another_process(
        "import resource\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "try: run(Path(sys.argv[1]), NEW | {'d/small.py': 'x', 'd/large.py': 'x' * 60_000})\n"
        "except Exception as error: print(error)\n",
        out,
    )
    assert ended.stdout.startswith("The output is left as it was: File too large")
    assert snapshot(out) == before


KILLED = """
count = int(sys.argv[2])
def dying(real):
    def call(*args, **kwargs):
        global count
        count -= 1
        if count == 0: os._exit(137)
        return real(*args, **kwargs)
    return call
for name in CALLS: setattr(os, name, dying(getattr(os, name)))
run(Path(sys.argv[1]), NEW)
"""


@pytest.mark.parametrize("count", range(4, 60, 4))
def test_what_a_killed_run_leaves_is_completed_by_the_next(out: Path, tmp_path_factory: Any, count: int):
    ended = in_another_process(KILLED, out, count, check=False)
    assert ended.returncode in (0, 137), ended.stderr
    for path, text in content(out).items():
        assert path.startswith(".generating") or text in (OLD.get(path), NEW.get(path), MINE.get(path))
    if (out / ".generating").exists():
        assert not is_current(out, {"python": "1"})
    for then in (NEW, LATER, OLD):
        copy = tmp_path_factory.mktemp("copy") / "out"
        shutil.copytree(out, copy)
        plan = run(copy, then)
        assert not plan.of(Status.BLOCKED, Status.EDITED, Status.KEPT)
        assert content(copy) == then | MINE
        assert is_current(copy, {"python": "1"})
        assert set(statuses(run(copy, then)).values()) <= {"unchanged", "foreign"}


def kill_after(out: Path, renamed: str, contents: dict[str, str]) -> None:
    """A run that is killed as soon as it has renamed something to this."""
    body = (
        "import json\n"
        "real = os.replace\n"
        "def replace(source, target):\n"
        "    real(source, target)\n"
        "    if str(target).endswith(sys.argv[2]): os._exit(137)\n"
        "os.replace = replace\n"
        "run(Path(sys.argv[1]), json.loads(sys.argv[3]))\n"
    )
    assert in_another_process(body, out, renamed, json.dumps(contents), check=False).returncode == 137


def test_what_two_killed_runs_leave_is_completed_by_the_next(out: Path):
    kill_after(out, "added/y.py", NEW)
    kill_after(out, "journal.json", LATER)
    assert content(out)["c/added/y.py"] == "new\n"
    run(out, OLD)
    assert content(out) == OLD | MINE
    assert is_current(out, {"python": "1"})


def test_what_a_killed_run_of_one_target_leaves_outlasts_a_run_of_another(out: Path):
    kill_after(out, "added/y.py", NEW)
    write(out, files_of({"ts/a": "1\n"}, "ts"), {"ts": "1"})
    assert compare(out, files_of(LATER), {"python": "1"}).is_interrupted
    run(out, LATER)
    assert content(out) == LATER | MINE | {"ts/a": "1\n"}
    assert not (out / ".generating").exists()


def test_a_damaged_journal_is_refused(out: Path):
    (out / ".generating").mkdir()
    (out / ".generating/journal.json").write_text("{}")
    with pytest.raises(OutputError, match=r"\.generating/journal\.json in the output folder cannot be used"):
        run(out, NEW)
    assert content(out) == OLD | MINE | {".generating/journal.json": "{}"}


def test_a_second_run_at_the_same_time_stops(out: Path):
    descriptor = os.open(out, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        with pytest.raises(OutputError, match="Another run is writing"):
            run(out, NEW)
    finally:
        os.close(descriptor)
    assert content(out) == OLD | MINE
    run(out, NEW)


def test_runs_at_the_same_time_leave_the_output_of_one(tmp_path: Path):
    script = (
        "import sys\nfrom outputs import *\n"
        "number = sys.argv[2]\n"
        "try: run(Path(sys.argv[1]), {f'd/{index}.py': number for index in range(100)})\n"
        "except Exception as error: print(error)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "out"), str(number)], env=environment, stdout=subprocess.PIPE
        )
        for number in range(4)
    ]
    messages = {run.communicate()[0].decode() for run in runs}
    assert messages <= {"", "Another run is writing to out; run again when it is done\n"}
    assert len(set(content(tmp_path / "out").values())) == 1


def test_a_folder_that_was_made_for_a_run_that_failed_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError, match="No space left on device"):
        run(tmp_path / "out", NEW)
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_is_a_file_is_refused(tmp_path: Path):
    (tmp_path / "out").write_text("theirs")
    with pytest.raises(OutputError, match="File exists"):
        run(tmp_path / "out", NEW)
    assert (tmp_path / "out").read_text() == "theirs"
