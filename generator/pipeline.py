"""The stages: load, overlay, resolve, validate (all in ``specs``), normalise, render, format, then compare or write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

from .origin import Problem, SpecError
from .output import File, OutputTree, Plan, compare, format_all, inputs_digest, installed_versions, is_current, write
from .shipped import TEMPLATES
from .specs.sources import Sources

if TYPE_CHECKING:  # the modules that take long to import are imported by the stages that need them
    from .ir import Api
    from .specs.specs import Specs

T = TypeVar("T")

# Packages whose version decides what the output looks like.
_PRINTERS = ("black", "datamodel-code-generator", "jinja2")
# "$ref: common.yml#/Client": what such a spec reads is known only once it is read.
_FILE_REFERENCE = re.compile(r"""\$ref["']?\s*:\s*["']?[^#"'\s]""")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run reads: a spec with the overlays and schemas beside it, and the dialect; and what it makes of them.

    overlays:  files and folders that are applied in place of the overlays beside the spec, in this order
    package:   what the client is called, where that is not the dialect's word for it
    only:      names of the groups and actions that the client is to have; all of them where none is named
    """

    spec: Path
    dialect: Path
    overlays: tuple[Path, ...] | None = None
    package: str | None = None
    only: tuple[str, ...] = ()

    def digest(self) -> str:
        """One hash of everything that decides the output: specs, dialect, templates, generator, and who prints."""
        facts = installed_versions(*_PRINTERS)
        if self.package:
            facts["package"] = self.package
        facts |= {f"only {number}": name for number, name in enumerate(self.only)}
        return inputs_digest({**self._specs(), "templates": TEMPLATES, "generator": Path(__file__).parent}, facts)

    def specs_digest(self) -> str:
        """One hash of the specs and the dialect alone."""
        return inputs_digest(self._specs())

    def sources(self) -> Sources:
        """The files of the specs, none of them read yet."""
        return Sources(self.spec.parent, self.overlay_files() or ())

    def overlay_files(self) -> list[Path] | None:
        """The overlays, in the order in which they are applied; None where those beside the spec are meant."""
        from .specs.specs import overlay_files

        return None if self.overlays is None else overlay_files(self.overlays)

    def _specs(self) -> dict[str, Path]:
        folder = self.spec.parent
        files = {"spec": self.spec, "dialect": self.dialect, "schemas": folder / "schemas"}
        if self.overlays is None:
            files["overlays"] = folder / "overlays"
        else:
            files |= {f"overlay {number}": place for number, place in enumerate(self.overlays)}
        if _FILE_REFERENCE.search(self.spec.read_text("utf-8", "replace")):
            files["folder"] = folder
        return files


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
    """What the specs say: as documents, as the Api, and what is doubtful about them.

    is_part: the Api has only some of the operations in the specs
    """

    specs: Specs
    api: Api
    warnings: tuple[Problem, ...]
    is_part: bool = False

    def document(self) -> dict[str, Any]:
        """The OpenAPI document with all overlays applied, of the operations of the Api."""
        from .specs.bundle import bundle
        from .specs.narrow import narrowed

        document = bundle(self.specs)
        if not self.is_part:
            return document
        places = {operation.origin for group in self.api.groups for operation in group.operations}
        return narrowed(document, self.specs, places)


def read(inputs: Inputs, sources: Sources, progress: Progress) -> Reading:
    """The Api in the specs, or the part of it that is asked for. Raises SpecError, with every problem.

    Raises SelectionError where something is asked for that is not in the specs.
    """
    with progress.stage("import"):
        from .dialect.dialect import load_dialect
        from .normalise.normalise import normalise
        from .normalise.select import select
        from .specs.specs import load_specs
    with progress.stage("load"):
        beside = inputs.dialect.parent.resolve() == inputs.spec.parent.resolve()
        own = sources if beside else Sources(inputs.dialect.parent)
        problems: list[Problem] = []
        dialect = _attempt(problems, lambda: load_dialect(inputs.dialect, own))
        specs = _attempt(problems, lambda: load_specs(inputs.spec, sources, inputs.overlay_files()))
    if dialect is None or specs is None:
        raise SpecError(*problems)
    with progress.stage("normalise"):
        api, doubts = normalise(specs, dialect)
        if inputs.package:
            api = replace(api, wire=replace(api.wire, package=inputs.package))
        api = select(api, inputs.only)
    return Reading(specs, api, (*specs.warnings, *doubts), is_part=bool(inputs.only))


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
        from .specs.bundle import as_yaml
        from .targets import TARGETS, Job
    tree = OutputTree()
    job = Job(reading.api, Renderer(TEMPLATES), lambda: as_yaml(reading.document()))
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
