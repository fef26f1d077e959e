"""The stages: load, overlay, resolve, validate (all in ``specs``), normalise, render, format, then compare or write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from os.path import isfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

from .errors import TargetError, TemplateError
from .origin import Origin, Problem, SpecError
from .output import (
    Facts,
    File,
    OutputError,
    OutputTree,
    Plan,
    compare,
    format_all,
    inputs_digest,
    installed_versions,
    is_current,
    load_manifest,
    write,
)
from .package_name import PackageName
from .problems import SelectionError
from .shipped import TEMPLATES
from .specs.places import overlay_files
from .specs.sources import Source, Sources, UnreadableError
from .targets.registry import BUILT_IN, Entry, failure

if TYPE_CHECKING:  # the modules that take long to import are imported by the stages that need them
    from .ir import Api
    from .specs.specs import Specs
    from .targets.base import Job, Target
    from .wire import Wire

# What users of the generated packages are told; kept beside the spec, copied into the packages.
CHANGELOG = "CHANGELOG.md"
T = TypeVar("T")

# What renders the templates of all targets: its version is an input.
_RENDERER = "jinja2"
# What the manifest calls the files that the specs refer to.
_REFERS_TO = "refers_to"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run reads: a spec and what is beside it, and the dialect; and what it makes of them.

    Beside the spec are overlays, schemas and the changelog of the packages.

    overlays:   files and folders that are applied in place of the overlays beside the spec, in this order
    package:    what the client is called, where that is not the dialect's word for it
    only:       names of the groups and actions that the client is to have; all of them where none is named
    templates:  a folder with templates in place of ours
    only_at:    where the settings name what ``only`` names, if it is they
    refers_to:  further files that a ``$ref`` leads to, from the folder of the spec; known once it is read
    """

    spec: Path
    dialect: Path
    overlays: tuple[Path, ...] | None = None
    package: PackageName | None = None
    only: tuple[str, ...] = ()
    templates: Path | None = None
    only_at: Origin | None = None
    refers_to: tuple[str, ...] = ()

    def digest(self, target: Entry) -> str:
        """One hash of everything that decides a target's output: specs, dialect, templates, generator, who prints.

        Raises OutputError where one of these cannot be read.
        """
        files = {**self._specs(), "templates": TEMPLATES, "generator": Path(__file__).parent, **target.own}
        files[CHANGELOG] = self.spec.parent / CHANGELOG
        if self.templates:
            files["own templates"] = self.templates
        facts = installed_versions(_RENDERER, *target.printers)
        if self.package:
            facts["package"] = self.package.name
        facts |= {f"only {number}": name for number, name in enumerate(self.only)}
        return inputs_digest(files, facts)

    def specs_digest(self) -> str:
        """One hash of the specs and the dialect alone."""
        return inputs_digest(self._specs())

    def having_read(self, specs: Specs) -> Inputs:
        """The same, with the files that these specs refer to."""
        known = {specs.openapi.origin.file, *(schema.origin.file for schema in specs.schemas)}
        return replace(self, refers_to=tuple(sorted(specs.references.documents.keys() - known)))

    def sources(self) -> Sources:
        """The files of the specs, none of them read yet."""
        return Sources(self.spec.parent, self.overlay_files() or ())

    def overlay_files(self) -> list[Path] | None:
        """The overlays, in the order in which they are applied; None where those beside the spec are meant."""
        return None if self.overlays is None else overlay_files(self.overlays)

    def _specs(self) -> dict[str, Path]:
        folder = self.spec.parent
        files = {"spec": self.spec, "dialect": self.dialect, "schemas": folder / "schemas"}
        if self.overlays is None:
            files["overlays"] = folder / "overlays"
        else:
            files |= {f"overlay {number}": place for number, place in enumerate(self.overlays)}
        found = {f"reference {name}": folder / name for name in self.refers_to}
        # A manifest may say what no file can be called, on which Path.is_file fails.
        return files | {label: path for label, path in found.items() if isfile(path)}  # noqa: PTH113


@dataclass(slots=True)
class Progress:
    """Seconds by stage, in the order in which they ran.

    announce:  is told of each as it begins
    rest:      is called when there is nothing more to announce, though the command goes on
    """

    announce: Callable[[str], object] = str
    rest: Callable[[], object] = tuple
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
    """What the specs say: as documents, as the Api, and what is doubtful about them; and the changelog beside them.

    is_part: the Api has only some of the operations in the specs
    """

    specs: Specs
    api: Api
    warnings: tuple[Problem, ...]
    changelog: str | None = None
    is_part: bool = False

    def document(self) -> dict[str, Any]:
        """The OpenAPI document with all overlays applied, of the operations of the Api."""
        from .specs.bundle import bundle
        from .specs.narrow import narrowed

        document = bundle(self.specs)
        if not self.is_part:
            return document
        actions = {operation.origin: operation.action for group in self.api.groups for operation in group.operations}
        return narrowed(document, self.specs, actions)


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
        sources.admit(inputs.dialect)
        problems: list[Problem] = []
        dialect = _attempt(problems, lambda: load_dialect(inputs.dialect, sources))
        specs = _attempt(problems, lambda: load_specs(inputs.spec, sources, inputs.overlay_files()))
        changelog = _attempt(problems, lambda: _changelog(inputs.spec.parent / CHANGELOG, sources))
    if dialect is None or specs is None or problems:
        raise SpecError(*problems)
    with progress.stage("normalise"):
        api, doubts = normalise(specs, dialect)
        if inputs.package:
            api = replace(api, wire=_called(api.wire, inputs.package, sources))
        try:
            api = select(api, inputs.only)
        except SelectionError as error:
            place = "" if inputs.only_at is None else f"\n --> {inputs.only_at}"
            raise SelectionError(f"{error}{place}") from None
    return Reading(specs, api, (*specs.warnings, *doubts), changelog, is_part=bool(inputs.only))


def _called(wire: Wire, package: PackageName, sources: Sources) -> Wire:
    """The wire with the name that the settings give to the package. Raises SpecError."""
    file = package.file.resolve()  # as the settings were read
    sources.admit(file)
    return replace(wire, package=package.name, package_at=_source(file, sources).origin(package.offset))


def _changelog(path: Path, sources: Sources) -> str | None:
    """The text of a changelog; None where there is none. Raises SpecError."""
    return _source(path, sources).text if path.is_file() else None


def _source(path: Path, sources: Sources) -> Source:
    """A file that the specs do not name. Raises SpecError where it cannot be read."""
    try:
        return sources.read(path)
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
            guarded(targets[-1], targets[-1].prepare)
        yield targets
    finally:
        for target in targets:
            guarded(target, target.close)


def render(
    reading: Reading, targets: Sequence[Target], progress: Progress, templates: Path | None = None
) -> OutputTree:
    """The files of the targets, unformatted; templates in a folder come before ours.

    Raises SpecError, OutputError, TemplateError and TargetError.
    """
    with progress.stage("import"):
        from .render import Renderer, check_overrides
        from .specs.bundle import as_yaml
        from .targets.base import Job
    tree = OutputTree()
    if templates:
        check_overrides(templates, {TEMPLATES, *(target.templates for target in targets)})
    for target in targets:
        with progress.stage(f"render {target.name}"):
            renderer = Renderer(*filter(None, [templates, target.templates]))
            job = Job(reading.api, renderer, lambda: as_yaml(reading.document()), reading.changelog)
            guarded(target, partial(_add_files, tree, target, job))
    return tree


def _add_files(tree: OutputTree, target: Target, job: Job) -> None:
    for file in target.files(job):
        path = f"{target.name}/{file.path}"
        tree.add(path, file.content, target=target.name, formatter=file.formatter, settled=file.settled)


def guarded(target: Target, run: Callable[[], T]) -> T:
    """What a target gives. An error that it does not mean becomes a TargetError."""
    try:
        return run()
    except (SpecError, OutputError, TemplateError, TargetError):
        raise
    except (Exception, SystemExit) as error:
        raise failure(target, error) from error


def unprintable(reading: Reading, entries: Sequence[Entry], progress: Progress) -> tuple[Problem, ...]:
    """What the targets cannot say of the specs: two things that would get the same name."""
    try:
        with prepared(entries) as targets:
            render(reading, targets, progress)
    except SpecError as error:
        return error.problems
    return ()


def up_to_date(inputs: Inputs, out: Path, entries: Sequence[Entry], *, alone: bool = False) -> bool:
    """Whether inputs and outputs are all those of the last run, so that there is nothing to do.

    alone: whether no other target is to have files there, in this and in the functions below
    """
    try:
        sections = load_manifest(out).targets
        digests = {}
        for entry in entries:
            known = sections[entry.name].facts.get(_REFERS_TO, ()) if entry.name in sections else ()
            digests[entry.name] = replace(inputs, refers_to=tuple(known)).digest(entry)
    except OutputError:  # reading the specs says it better, where it is about one of these
        return False
    return is_current(out, digests, [*BUILT_IN], alone=alone)


def generate(
    tree: OutputTree,
    inputs: Inputs,
    out: Path,
    entries: Sequence[Entry],
    progress: Progress,
    *,
    full: bool = False,
    alone: bool = False,
) -> Plan:
    """Formats and writes; what was changed. Raises OutputError, and leaves the output as it was."""
    files = _formatted(tree, out, progress, full=full)
    with progress.stage("write"):
        return write(out, files, *_record(inputs, entries), alone=alone)


def check(
    tree: OutputTree,
    inputs: Inputs,
    out: Path,
    entries: Sequence[Entry],
    progress: Progress,
    *,
    full: bool = False,
    alone: bool = False,
) -> Plan:
    """Formats and compares; what a run would change. Raises OutputError."""
    files = _formatted(tree, out, progress, full=full)
    with progress.stage("compare"):
        return compare(out, files, *_record(inputs, entries), alone=alone)


def _formatted(tree: OutputTree, out: Path, progress: Progress, *, full: bool) -> tuple[File, ...]:
    with progress.stage("format"):
        return format_all(tree, out, full=full, dumps=out.parent / f"{out.name}.dumps")


def _record(inputs: Inputs, entries: Sequence[Entry]) -> tuple[dict[str, str], list[str], Facts]:
    """Digest of the inputs of each target, the targets that there are, and what decides whether it is up to date."""
    facts: Facts = {_REFERS_TO: inputs.refers_to} if inputs.refers_to else {}
    return {entry.name: inputs.digest(entry) for entry in entries}, [*BUILT_IN], facts
