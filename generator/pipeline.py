"""The stages: load, overlay, resolve, validate (all in ``specs``), normalise, render, format, then compare or write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from .origin import Problem, SpecError
from .output import File, OutputTree, Plan, compare, format_all, inputs_digest, installed_versions, is_current, write
from .specs.sources import Sources

if TYPE_CHECKING:  # the modules that take long to import are imported by the stages that need them
    from .ir import Api
    from .specs.specs import Specs

# Beside this package: the generator runs from a checkout.
TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
T = TypeVar("T")

# Packages whose version decides what the output looks like.
_PRINTERS = ("black", "datamodel-code-generator", "jinja2")
# "$ref: common.yml#/Client": what such a spec reads is known only once it is read.
_FILE_REFERENCE = re.compile(r"""\$ref["']?\s*:\s*["']?[^#"'\s]""")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run reads: a spec with the overlays and schemas beside it, and the dialect."""

    spec: Path
    dialect: Path

    def digest(self) -> str:
        """One hash of everything that decides the output: specs, dialect, templates, generator, and who prints."""
        folder = self.spec.parent
        files = {"spec": self.spec, "dialect": self.dialect, "templates": TEMPLATES, "generator": Path(__file__).parent}
        files |= {name: folder / name for name in ("overlays", "schemas")}
        if _FILE_REFERENCE.search(self.spec.read_text("utf-8", "replace")):
            files["folder"] = folder
        return inputs_digest(files, installed_versions(*_PRINTERS))


@dataclass(slots=True)
class Progress:
    """Seconds by stage, in the order in which they ran; ``announce`` is told of each as it begins."""

    announce: Callable[[str], object] = str
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times what happens inside."""
        self.announce(name)
        begun = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - begun


@dataclass(frozen=True, slots=True)
class Reading:
    """What the specs say: as documents, as the Api, and what is doubtful about them."""

    specs: Specs
    api: Api
    warnings: tuple[Problem, ...]


def read(inputs: Inputs, sources: Sources, progress: Progress) -> Reading:
    """The Api in the specs. Raises SpecError, with every problem."""
    with progress.stage("import"):
        from .dialect.dialect import load_dialect
        from .normalise.normalise import normalise
        from .specs.specs import load_specs
    with progress.stage("load"):
        beside = inputs.dialect.parent.resolve() == inputs.spec.parent.resolve()
        own = sources if beside else Sources(inputs.dialect.parent)
        problems: list[Problem] = []
        dialect = _attempt(problems, lambda: load_dialect(inputs.dialect, own))
        specs = _attempt(problems, lambda: load_specs(inputs.spec, sources))
    if dialect is None or specs is None:
        raise SpecError(*problems)
    with progress.stage("normalise"):
        api, doubts = normalise(specs, dialect)
    return Reading(specs, api, (*specs.warnings, *doubts))


def _attempt(problems: list[Problem], read_one: Callable[[], T]) -> T | None:
    """What is read; None where it cannot be, with the reasons among the problems."""
    try:
        return read_one()
    except SpecError as error:
        problems += error.problems
        return None


@contextmanager
def prepared(targets: Sequence[str]) -> Iterator[None]:
    """Lets targets start early what takes them long, and ends it in any case."""
    from .targets import TARGETS

    try:
        for name in targets:
            TARGETS[name].prepare()
        yield
    finally:
        for name in targets:
            TARGETS[name].close()


def render(reading: Reading, targets: Sequence[str], progress: Progress) -> OutputTree:
    """The files of the targets, unformatted. Raises SpecError and OutputError."""
    with progress.stage("import"):
        from .render import Renderer
        from .specs.bundle import as_yaml, bundle
        from .targets import TARGETS, Job
    tree = OutputTree()
    job = Job(reading.api, Renderer(TEMPLATES), lambda: as_yaml(bundle(reading.specs)))
    for name in targets:
        with progress.stage(f"render {name}"):
            for file in TARGETS[name].files(job):
                tree.add(
                    f"{name}/{file.path}", file.content, target=name, formatter=file.formatter, settled=file.settled
                )
    return tree


def up_to_date(inputs: Inputs, out: Path, targets: Sequence[str], known: Sequence[str]) -> bool:
    """Whether inputs and outputs are all those of the last run, so that there is nothing to do."""
    return is_current(out, dict.fromkeys(targets, inputs.digest()), known)


def generate(
    tree: OutputTree, inputs: Inputs, out: Path, known: Sequence[str], progress: Progress, *, full: bool = False
) -> Plan:
    """Formats and writes; what was changed. Raises OutputError, and leaves the output as it was."""
    files = _formatted(tree, out, progress, full=full)
    with progress.stage("write"):
        return write(out, files, _digests(files, inputs), known)


def check(
    tree: OutputTree, inputs: Inputs, out: Path, known: Sequence[str], progress: Progress, *, full: bool = False
) -> Plan:
    """Formats and compares; what a run would change. Raises OutputError."""
    files = _formatted(tree, out, progress, full=full)
    with progress.stage("compare"):
        return compare(out, files, _digests(files, inputs), known)


def _formatted(tree: OutputTree, out: Path, progress: Progress, *, full: bool) -> tuple[File, ...]:
    with progress.stage("format"):
        return format_all(tree, out, full=full, dumps=out.parent / f"{out.name}.dumps")


def _digests(files: Sequence[File], inputs: Inputs) -> dict[str, str]:
    return dict.fromkeys(sorted({file.target for file in files}), inputs.digest())
