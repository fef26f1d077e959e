"""Commands -> samples: time, processor time and peak memory of whole processes, run in turn."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_LAUNCHER = Path(__file__).with_name("launcher.py")


@dataclass(frozen=True)
class Command:
    """What is run. ``prepare`` is called before each run, and not measured."""

    name: str
    arguments: Sequence[str | Path]
    prepare: Callable[[], object] = lambda: None
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path = Path()


@dataclass(frozen=True)
class Sample:
    """One run: exit code, seconds, seconds of the processors, MiB, and what was written to stderr."""

    code: int
    wall: float
    cpu: float
    peak: float
    errors: str


@dataclass(frozen=True)
class Figures:
    """The medians of a command's samples, and the worst of their exit codes."""

    code: int
    wall: float
    cpu: float
    peak: float
    samples: tuple[Sample, ...]


def run(command: Command) -> Sample:
    """One run of a command. One that fails says why, and is measured all the same."""
    command.prepare()
    with tempfile.TemporaryDirectory() as folder:
        stderr = Path(folder, "stderr")
        taken = subprocess.run(
            [sys.executable, "-I", "-S", _LAUNCHER, stderr, *map(str, command.arguments)],
            env={**_environment(), **command.environment},
            cwd=command.folder,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
        errors = stderr.read_text("utf-8", "replace")
    code, wall, cpu, peak = int(taken[0]), *map(float, taken[1:])
    if code:
        print(f"{command.name} ended with {code}: {errors[-2000:]}", file=sys.stderr)
    return Sample(code, wall, cpu, peak / 2**20, errors)


def _environment() -> dict[str, str]:
    """That of a user: byte code is kept from run to run."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measure(commands: Sequence[Command], runs: int) -> dict[str, Figures]:
    """Figures of each command by its name. Each is run once before, to fill caches."""
    samples: dict[str, list[Sample]] = {command.name: [] for command in commands}
    for number in range(runs + 1):
        for command in commands:
            _say(f"{number}/{runs} {command.name}")
            sample = run(command)
            if number:
                samples[command.name].append(sample)
    _say("")
    return {name: _figures(taken) for name, taken in samples.items()}


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table that can be read as plain text: the first column to the left, the others to the right."""
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(len(header))]

    def line(cells: Sequence[str]) -> str:
        first, *others = zip(cells, widths, strict=True)
        return f"| {' | '.join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)])} |"

    ruler = "|".join([f"-{'-' * widths[0]}-", *(f"-{'-' * width}:" for width in widths[1:])])
    return "\n".join([line(header), f"|{ruler}|", *map(line, rows)])


def machine() -> str:
    """The machine and the interpreter, in a line."""
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def _say(progress: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{progress:<70.70}\r", end="", file=sys.stderr, flush=True)


def _figures(samples: Sequence[Sample]) -> Figures:
    wall, cpu, peak = (
        statistics.median(getattr(sample, what) for sample in samples) for what in ("wall", "cpu", "peak")
    )
    return Figures(max((sample.code for sample in samples), key=abs), wall, cpu, peak, tuple(samples))
