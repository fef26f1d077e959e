"""A fuzzer of the generator: documents changed at random, held against what a run may do.

A run may end with a report or a result. It may not raise anything else, nor take long, nor take much memory, nor write
anything that does not parse, nor write anywhere but below the output folder.

    python tests/fuzzing.py --seconds 600          # `make fuzz ARGS="--seconds 600"`; prints what fails, made small
"""

from __future__ import annotations

import argparse
import ast
import json
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from diffing import side
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))

from mutations import FOLDERS, OWN
from typescript_client import transpiled

from generator.diff.compare import compare
from generator.lint.lint import Selection
from generator.lint.lint import lint as lint_all
from generator.lint.sarif import as_sarif
from generator.listing import as_json as ir_as_json
from generator.listing import rows
from generator.origin import SpecError
from generator.output import OutputError, OutputTree
from generator.pipeline import Inputs, Progress, Reading, prepared, read
from generator.pipeline import render as render_all
from generator.report import render as report
from generator.specs.bundle import as_yaml, bundle
from generator.specs.sources import Sources
from generator.targets.registry import find
from generator.targets.typescript.checks import TypeScriptChecks

SECONDS = 30  # for one example, on a busy machine; most take some hundredths
MEMORY = 2 * 2**30  # beyond what the process has when it begins


# What is held against a run.


@contextmanager
def bounded(seconds: int = SECONDS) -> Iterator[None]:
    """Ends what takes long with TimeoutError, and what takes much memory with MemoryError."""

    def late(*_: object) -> None:
        raise TimeoutError(f"it takes longer than {seconds} seconds")

    limits = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    before = signal.signal(signal.SIGALRM, late)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY, limits[1]))
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        resource.setrlimit(resource.RLIMIT_AS, limits)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _laid_out(folder: dict[str, Any]) -> Iterator[tuple[Inputs, Sources]]:
    with TemporaryDirectory() as name:
        root = Path(name)
        for path, document in folder.items():
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_text(
                json.dumps(document, ensure_ascii=path.endswith(".json")), "utf-8", "surrogatepass"
            )
        spec, dialect = (root / path for path in [*folder][:2])
        yield Inputs(spec, dialect), Sources(root)


def told(error: SpecError, sources: Sources) -> None:
    """The report of an error says what, where and what to do."""
    assert error.problems
    for problem in error.problems:
        assert problem.message.strip() and problem.hint.strip(), problem
        assert problem.origin.line >= 1 and problem.origin.column >= 1, problem
    assert "Traceback" not in report(error.problems, sources)


def reads(folder: dict[str, Any]) -> Reading | None:
    """What is read of a folder, shown in every way; None where it is refused, with a report."""
    with bounded(), _laid_out(folder) as (inputs, sources):
        try:
            reading = read(inputs, sources, Progress())
            both = side(reading.api)
            assert both.names is not None
        except SpecError as error:
            told(error, sources)
            return None
        report(reading.warnings, sources)
        ir_as_json(reading.api)
        rows(reading.api)
        as_yaml(bundle(reading.specs))
        assert not [*compare(both, both)]
        return reading


def lints(folder: dict[str, Any]) -> None:
    """Lint says something of it, in a form that every reader of SARIF takes."""
    with bounded(), _laid_out(folder) as (inputs, sources):
        justified = inputs.spec.parent / "lint.json"
        said = justified if justified.is_file() else None
        found = lint_all(inputs.spec, inputs.dialect, sources, said, Selection((), ()), lambda *_: ())
        assert json.loads(as_sarif(found, sources))


def renders(folder: dict[str, Any], name: str) -> OutputTree | None:
    """The files of a target; Python and TypeScript parse. None where it is refused, with a report."""
    reading = reads(folder)
    if reading is None:
        return None
    with bounded(3 * SECONDS):
        try:
            with prepared([find(name)]) as targets:
                tree = render_all(reading, targets, Progress())
        except SpecError as error:
            assert error.problems
            return None
        except OutputError as error:
            assert "must differ" in str(error) or "cannot be the path" in str(error)
            return None
        for draft in tree:
            if draft.path.endswith(".py"):
                ast.parse(draft.content)
            if draft.path.endswith(".json"):
                json.loads(draft.content)
        if name == "typescript" and not TypeScriptChecks().missing():
            _transpiled(tree)
    return tree


def _transpiled(tree: OutputTree) -> None:
    """TypeScript parses, and nothing lands outside of its folder."""
    with TemporaryDirectory() as name:
        for draft in tree:
            path = Path(name, draft.path)
            assert path.resolve().is_relative_to(Path(name).resolve())
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(draft.content)
        transpiled(Path(name, "typescript"))


CHECKS: dict[str, tuple[Callable[[Any], object], st.SearchStrategy[Any]]] = {
    "read": (reads, FOLDERS),
    "lint": (lints, FOLDERS),
    "typescript": (lambda folder: renders(folder, "typescript"), OWN),
    "python": (lambda folder: renders(folder, "python"), OWN),
}


def fuzz(name: str, examples: int, *, begin: int | None = None) -> None:
    """Runs a check on examples: always the same ones, or those that a seed gives."""
    check, documents = CHECKS[name]
    phases = [Phase.generate] if begin is None else [Phase.generate, Phase.shrink]
    run = given(documents)(lambda document: check(document) and None)
    ruled = settings(
        max_examples=examples, deadline=None, database=None, derandomize=begin is None, phases=phases,
        suppress_health_check=[*HealthCheck], print_blob=False,
    )(run)  # fmt: skip
    (ruled if begin is None else seed(begin)(ruled))()


def main() -> None:
    """Fuzzes for some time, check after check, each round with another seed."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--seconds", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=1, help="where to begin; it is printed with each round")
    arguments.add_argument("--only", choices=[*CHECKS], action="append")
    given_ = arguments.parse_args()
    end, number = monotonic() + given_.seconds, given_.seed
    while monotonic() < end:
        for name in given_.only or CHECKS:
            print(f"seed {number}: {name}", flush=True)  # noqa: T201
            fuzz(name, {"python": 3, "typescript": 20}.get(name, 200), begin=number)
        number += 1


if __name__ == "__main__":
    main()
