"""The stages: load, overlay, resolve, validate (all in ``specs``), normalise, render, format, then compare or write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from .errors import TargetError, TemplateError
from .origin import Origin, Problem, SpecError
from .output import (
    File,
    OutputError,
    OutputTree,
    Plan,
    compare,
    format_all,
    inputs_digest,
    installed_versions,
    is_current,
    write,
)
from .specs.sources import MAX_BYTES, Sources, UnreadableError
from .targets.registry import BUILT_IN, Entry, failure

if TYPE_CHECKING:  # the modules that take long to import are imported by the stages that need them
    from .ir import Api
    from .specs.specs import Specs
    from .targets.base import File as TargetFile
    from .targets.base import Job, Target

# Where a project keeps its spec.
SPEC = Path("specs/whmcs-openapi.yml")
# What users of the generated packages are told; kept beside the spec, copied into the packages.
CHANGELOG = "CHANGELOG.md"
T = TypeVar("T")

# Packages whose version decides what the output looks like.
_PRINTERS = ("black", "datamodel-code-generator", "jinja2")
# "$ref: common.yml#/Client": what such a spec reads is known only once it is read.
_FILE_REFERENCE = re.compile(r"""\$ref["']?\s*:\s*["']?[^#"'\s]""")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run reads: a spec and what is beside it, the dialect, and templates in place of ours.

    Beside the spec are overlays, schemas and the changelog of the packages.
    """

    spec: Path
    dialect: Path
    templates: Path | None = None

    def digest(self, target: Entry) -> str:
        """One hash of everything that decides a target's output: specs, dialect, templates, generator, who prints.

        Raises OutputError where one of these cannot be read.
        """
        folder, generator = self.spec.parent, Path(__file__).resolve().parent
        files = {"spec": self.spec, "dialect": self.dialect, "generator": generator}
        files["templates"] = generator.parent / "templates"
        files |= {name: folder / name for name in ("overlays", "schemas", CHANGELOG)}
        if self.templates:
            files["own templates"] = self.templates
        files |= target.own
        if self._refers_to_files():
            files["folder"] = folder
        return inputs_digest(files, installed_versions(*_PRINTERS))

    def _refers_to_files(self) -> bool:
        """Whether the spec names other files. One that is no file, or too large to be read, is refused elsewhere."""
        try:
            found = self.spec.stat()
            if not S_ISREG(found.st_mode) or found.st_size > MAX_BYTES:
                return False
            return bool(_FILE_REFERENCE.search(self.spec.read_text("utf-8", "replace")))
        except OSError:
            return False


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
    """What the specs say: as documents, as the Api, and what is doubtful about them; and the changelog beside them."""

    specs: Specs
    api: Api
    warnings: tuple[Problem, ...]
    changelog: str | None = None


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
        changelog = _attempt(problems, lambda: _changelog(inputs.spec.parent / CHANGELOG, sources))
    if dialect is None or specs is None or problems:
        raise SpecError(*problems)
    with progress.stage("normalise"):
        api, doubts = normalise(specs, dialect)
    return Reading(specs, api, (*specs.warnings, *doubts), changelog)


def _changelog(path: Path, sources: Sources) -> str | None:
    """The text of a changelog; None where there is none. Raises SpecError."""
    if not path.is_file():
        return None
    try:
        return sources.read(path).text
    except UnreadableError as error:
        raise SpecError(Problem(error.message, Origin(path.name, "", 1, 1), error.hint)) from None


def _attempt(problems: list[Problem], read_one: Callable[[], T]) -> T | None:
    """What is read; None where it cannot be, with the reasons among the problems."""
    try:
        return read_one()
    except SpecError as error:
        problems += error.problems
        return None


@contextmanager
def prepared(entries: Sequence[Entry]) -> Iterator[list[Target]]:
    """The targets, which have begun what takes them long; ends that in any case. Raises TargetError."""
    targets: list[Target] = []
    try:
        for entry in entries:
            targets.append(entry.load())
            _guarded(targets[-1], targets[-1].prepare)
        yield targets
    finally:
        for target in targets:
            _guarded(target, target.close)


def render(
    reading: Reading, targets: Sequence[Target], progress: Progress, templates: Path | None = None
) -> OutputTree:
    """The files of the targets, unformatted; templates in a folder come before ours.

    Raises SpecError, OutputError, TemplateError and TargetError.
    """
    with progress.stage("import"):
        from .render import TEMPLATES, Renderer, check_overrides
        from .specs.bundle import as_yaml, bundle
        from .targets.base import Job
    tree = OutputTree()
    if templates:
        check_overrides(templates, {TEMPLATES, *(target.templates for target in targets)})
    for target in targets:
        with progress.stage(f"render {target.name}"):
            renderer = Renderer(*filter(None, [templates, target.templates]))
            job = Job(reading.api, renderer, lambda: as_yaml(bundle(reading.specs)), reading.changelog)
            for file in _files(target, job):
                tree.add(
                    f"{target.name}/{file.path}",
                    file.content,
                    target=target.name,
                    formatter=file.formatter,
                    settled=file.settled,
                )
    return tree


def _files(target: Target, job: Job) -> list[TargetFile]:
    return _guarded(target, lambda: target.files(job))


def _guarded(target: Target, run: Callable[[], T]) -> T:
    """What a target gives. An error that a target of the user's own does not mean becomes a TargetError."""
    try:
        return run()
    except (SpecError, OutputError, TemplateError, TargetError):
        raise
    except Exception as error:
        if target.name in BUILT_IN:
            raise
        raise failure(target, error) from error


def unprintable(reading: Reading, entries: Sequence[Entry], progress: Progress) -> tuple[Problem, ...]:
    """What the targets cannot say of the specs: two things that would get the same name."""
    try:
        with prepared(entries) as targets:
            render(reading, targets, progress)
    except SpecError as error:
        return error.problems
    return ()


def up_to_date(inputs: Inputs, out: Path, entries: Sequence[Entry]) -> bool:
    """Whether inputs and outputs are all those of the last run, so that there is nothing to do."""
    try:
        digests = {entry.name: inputs.digest(entry) for entry in entries}
    except OutputError:  # reading the specs says it better, where it is about one of these
        return False
    return is_current(out, digests, [*BUILT_IN])


def generate(
    tree: OutputTree, inputs: Inputs, out: Path, entries: Sequence[Entry], progress: Progress, *, full: bool = False
) -> Plan:
    """Formats and writes; what was changed. Raises OutputError, and leaves the output as it was."""
    files = _formatted(tree, out, progress, full=full)
    with progress.stage("write"):
        return write(out, files, *_record(inputs, entries))


def check(
    tree: OutputTree, inputs: Inputs, out: Path, entries: Sequence[Entry], progress: Progress, *, full: bool = False
) -> Plan:
    """Formats and compares; what a run would change. Raises OutputError."""
    files = _formatted(tree, out, progress, full=full)
    with progress.stage("compare"):
        return compare(out, files, *_record(inputs, entries))


def _formatted(tree: OutputTree, out: Path, progress: Progress, *, full: bool) -> tuple[File, ...]:
    with progress.stage("format"):
        return format_all(tree, out, full=full, dumps=out.parent / f"{out.name}.dumps")


def _record(inputs: Inputs, entries: Sequence[Entry]) -> tuple[dict[str, str], list[str]]:
    """Digest of the inputs of each target, and the targets that there are."""
    return {entry.name: inputs.digest(entry) for entry in entries}, [*BUILT_IN]
