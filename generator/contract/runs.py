"""The same spec generated twice, by two processes that have as little as possible in common."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from .subject import Subject

# What differs between the two. Of programs that are no Python, only the environment and the folder do.
VARIED = "another order of sets, clock, time zone, language, folder, home, user and host name"
_ROOT = Path(__file__).resolve().parents[2]
_ELSEWHERE = Path(__file__).with_name("elsewhere.py")
_HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


def two_runs(subject: Subject) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    """Path -> content of all that each of the runs writes. Raises AssertionError if one does not end well."""
    inputs = subject.inputs("plain")
    # Not those of the project that somebody stands in.
    (settings := subject.scratch / "settings.toml").write_text('output = "out"\n')
    command = ["generate", subject.reference, "--spec", str(inputs.spec), "--dialect", str(inputs.dialect)]
    command += ["--config", str(settings), "--out"]
    there = subject.scratch / "elsewhere"
    found = []
    for out, folder, environment in (
        (subject.scratch / "run-1", Path.cwd(), _HERE),
        (subject.scratch / "run-2", there, _elsewhere(there)),
    ):
        ended = subprocess.run(  # noqa: S603 - this Python, and no text of a spec
            [sys.executable, "-m", "generator", *command, str(out)],
            cwd=folder,
            env={**os.environ, **environment, "PYTHONPATH": _path(environment.get("PYTHONPATH"))},
            capture_output=True,
            text=True,
            check=False,
        )
        if ended.returncode:
            raise AssertionError(ended.stderr)
        found.append({path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()})
    return found[0], found[1]


def _elsewhere(folder: Path) -> dict[str, str]:
    """The environment of the other run, and its folder. Its home has another name, and the same tools in it."""
    (python := folder / "python").mkdir(parents=True)
    (python / "sitecustomize.py").write_bytes(_ELSEWHERE.read_bytes())
    (folder / "home").symlink_to(Path.home(), target_is_directory=True)
    return {
        **dict.fromkeys(("USER", "LOGNAME", "USERNAME"), "somebody"),
        "HOME": str(folder / "home"),
        "HOSTNAME": "elsewhere.invalid",
        "PWD": str(folder),
        "PYTHONHASHSEED": "2",
        "PYTHONPATH": str(python),
        "TZ": "XYZ-13:45",
        "LANG": "C",
        "LC_ALL": "C",
    }


def _path(first: str | None) -> str:
    """Where both look for modules: where we do, wherever they stand."""
    return os.pathsep.join([*([first] if first else []), str(_ROOT), *(str(Path(each).resolve()) for each in sys.path)])
