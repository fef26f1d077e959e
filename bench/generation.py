"""Generation: this generator, openapi-python-client and datamodel-code-generator (models only), on the same spec.

The specs are the published one, without the overlays, and the same enlarged; the output of this generator is its Python
client. The others are installed in an environment of their own, with their own defaults.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from .measure import Command, Figures, machine, measure, table

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".cache/bench-work"
PEERS = ROOT / ".cache/bench/bin"
FLOOR = "floor: Python, libyaml, Jinja2"
OURS = "whmcs-codegen"
COLD = f"{OURS}, nothing there yet"


def add_arguments(group: argparse._ArgumentGroup) -> None:
    """The options of this bench."""
    group.add_argument("--spec", type=Path, default=ROOT / "specs/whmcs-openapi.yml", help="the spec that is measured")
    group.add_argument("--times", type=int, nargs="+", default=[1, 10, 50], help="how many times over: 1 10 50")


def main(options: argparse.Namespace) -> str:
    """The tables, one for each size, and the stages."""
    shutil.rmtree(WORK, ignore_errors=True)
    parts = [f"# Generation\n\n{machine()}; median of {options.runs} runs of each command, in turn."]
    stages: dict[str, dict[str, float]] = {}
    for times in options.times:
        spec, operations = _enlarged(options.spec, times)
        figures = measure(_commands(spec, options.spec.parent / "dialect.yml"), options.runs)
        title = f"{operations} operations" + (" (as published)" if times == 1 else f" ({times} times)")
        parts.append(f"## {title}\n\n{_comparison(figures)}")
        stages[str(operations)] = _stages(figures[COLD])
    parts.append(f"## Seconds by stage, nothing there yet\n\n{_stage_table(stages)}")
    return "\n\n".join(parts)


def _enlarged(spec: Path, times: int) -> tuple[Path, str]:
    """The enlarged spec in a folder of its own, with a touched one beside it, and the number of its operations."""
    folder = WORK / str(times)
    (folder / "touched").mkdir(parents=True)
    enlarged = folder / spec.name
    if times == 1:
        shutil.copy(spec, enlarged)
        operations = _enlarge(spec, "1", folder / "unused.yml")
    else:
        operations = _enlarge(spec, str(times), enlarged)
    _enlarge(enlarged, "touch", folder / "touched" / spec.name)
    return enlarged, operations


def _enlarge(spec: Path, how: str, output: Path) -> str:
    command = [sys.executable, "-m", "bench.enlarge", str(spec), how, str(output)]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def _commands(spec: Path, dialect: Path) -> list[Command]:
    work = spec.parent
    models: list[str | Path] = ["--input", spec, "--input-file-type", "openapi", "--output", work / "models.py"]
    return [
        Command(FLOOR, [sys.executable, "-m", "bench.floor", spec, work / "floor"], folder=ROOT),
        *_own_commands(spec, dialect),
        _peer(
            "openapi-python-client",
            ["generate", "--path", spec, "--meta", "none", "--overwrite", "--output-path", work / "opc"],
            _fresh(work / "opc"),
        ),
        *(
            _peer(
                "datamodel-codegen",
                [*models, "--formatters", *formatters],
                label=f"datamodel-code-generator, models only, {' and '.join(formatters)}",
            )
            for formatters in (["black", "isort"], ["builtin"])
        ),
    ]


def _own_commands(spec: Path, dialect: Path) -> list[Command]:
    """The generator's commands, each on an output of its own, so that they may be run in any order."""
    cold, warm, changing = (spec.parent / name for name in ("cold", "warm", "changing"))
    touched = spec.parent / "touched" / spec.name

    def command(verb: str, out: Path, spec: Path, *more: str) -> list[str | Path]:
        given: list[str | Path] = ["--spec", spec, "--dialect", dialect, "--out", out, *more]
        return [sys.executable, "-m", "generator", verb, "python", *given]

    def generated(out: Path) -> Callable[[], object]:
        return lambda: subprocess.run(command("generate", out, spec), cwd=ROOT, check=True, capture_output=True)

    return [
        Command(COLD, command("generate", cold, spec, "--timings"), _fresh(cold), folder=ROOT),
        Command(f"{OURS}, one text changed", command("generate", changing, touched), generated(changing), folder=ROOT),
        Command(f"{OURS}, nothing changed", command("generate", warm, spec), generated(warm), folder=ROOT),
        Command(f"{OURS} check", command("check", warm, spec), generated(warm), folder=ROOT),
        Command(f"{OURS} check --full", command("check", warm, spec, "--full"), generated(warm), folder=ROOT),
    ]


def _peer(
    program: str, arguments: Sequence[str | Path], prepare: Callable[[], object] = lambda: None, label: str = ""
) -> Command:
    # openapi-python-client finds its formatter on the path.
    path = f"{PEERS}{os.pathsep}{os.environ['PATH']}"
    return Command(label or program, [PEERS / program, *arguments], prepare, {"PATH": path}, WORK)


def _fresh(out: Path) -> Callable[[], object]:
    return lambda: shutil.rmtree(out, ignore_errors=True)


def _comparison(figures: dict[str, Figures]) -> str:
    base = figures[COLD].wall
    floor = figures[FLOOR].wall
    rows = [
        [
            name if not taken.code else f"{name} (ended with {taken.code})",
            f"{taken.wall:.2f}",
            f"{min(sample.wall for sample in taken.samples):.2f} to {max(sample.wall for sample in taken.samples):.2f}",
            f"{taken.wall / base:.2f}",
            f"{taken.wall / floor:.1f}",
            f"{taken.cpu:.2f}",
            f"{taken.peak:.0f}",
        ]
        for name, taken in figures.items()
    ]
    return table(["", "seconds", "from, to", "of ours", "of the floor", "CPU seconds", "peak MiB"], rows)


def _stages(figures: Figures) -> dict[str, float]:
    """Median seconds by stage: what ``--timings`` printed, as the last line of stderr."""
    taken = [json.loads(sample.errors.strip().splitlines()[-1]) for sample in figures.samples]
    stages = {stage: statistics.median(run.get(stage, 0.0) for run in taken) for stage in taken[0]}
    return stages | {"start, end, and between": figures.wall - sum(stages.values()), "whole process": figures.wall}


def _stage_table(stages: dict[str, dict[str, float]]) -> str:
    names = next(iter(stages.values()))
    rows = [[name, *(f"{taken.get(name, 0.0):.3f}" for taken in stages.values())] for name in names]
    return table(["", *(f"{operations} operations" for operations in stages)], rows)
