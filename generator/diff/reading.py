"""What a user names -> a side to compare: a spec, the folder of one, or a git revision of the project's specs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from os.path import normpath, relpath
from pathlib import Path
from tempfile import TemporaryDirectory

from ..normalise.select import select
from ..origin import Origin, Problem, SpecError
from ..pipeline import Inputs, Progress, read
from ..report import printable, shown_path
from ..settings import Settings, SettingsError, holds, past_settings, places
from ..specs.load import load
from ..specs.node import List, Map, child, escaped, place_of_key
from ..specs.places import OVERLAYS, documents, may_be_main
from ..specs.sources import Sources
from .names import Naming, wire_names
from .revision import RevisionError, fetch, fetch_file
from .side import Side

_DIALECT = "dialect.yml"


class SideError(Exception):
    """A side cannot be had; the message is one line."""


class BrokenSideError(Exception):
    """A side is there, but not as a spec; ``problems`` say why, ``sources`` where."""

    def __init__(self, problems: tuple[Problem, ...], sources: Sources) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems
        self.sources = sources


@dataclass(frozen=True, slots=True)
class Loaded:
    """A side, and what it is called: ``HEAD~3``, ``specs``.

    overlays:   how many its spec has
    is_a_path:  whether a user named it by its path
    """

    label: str
    side: Side
    sources: Sources
    overlays: int = 0
    is_a_path: bool = False

    @property
    def version(self) -> str:
        """The version of the packages that it says."""
        return self.side.api.wire.version

    def place(self, origin: Origin) -> str:
        """``HEAD~3:specs/whmcs-openapi.yml:52``, ``specs/whmcs-openapi.yml:52``."""
        return f"{shown_path(origin, self.sources)}:{origin.line}"


@dataclass(frozen=True, slots=True)
class Project:
    """The specs at hand.

    settings:  what they name is looked for at the same place beside the spec of each side
    config:    the file that they have to stand in; None for the pyproject.toml here or above
    named:     the spec that is meant, whatever the settings say
    dialect:   for both sides; None for that of the settings, or the one beside each spec
    root:      the folder outside of which nothing belongs to it
    naming:    by which names both sides are told
    """

    settings: Settings
    config: Path | None = None
    named: Path | None = None
    dialect: Path | None = None
    root: Path | None = None
    naming: Naming = wire_names

    @property
    def spec(self) -> Path:
        """The main document."""
        return self.named or self.settings.spec

    @property
    def beside(self) -> list[Path]:
        """What the settings name beside the spec."""
        dialect = self.settings.dialect
        return [*(self.settings.overlays or ()), *([dialect] if dialect and not self.dialect else [])]

    def inputs(self, spec: Path) -> Inputs:
        """What is read for a side with that spec."""
        settings = self.settings
        dialect = self.dialect or (settings.dialect and self._at(settings.dialect, spec)) or spec.parent / _DIALECT
        # An overlay that was not there yet is none.
        overlays = settings.overlays and tuple(
            place for place in (self._at(each, spec) for each in settings.overlays) if self._has(place)
        )
        return Inputs(spec, dialect, overlays, settings.package)

    def has_dialect(self, path: Path) -> bool:
        """Whether the dialect of a side is there."""
        return holds(Path.is_file, path) and (path == self.dialect or self._has(path))

    def _has(self, path: Path) -> bool:
        inside = self.root is None or path.resolve().is_relative_to(self.root.resolve())
        return inside and holds(Path.exists, path)

    def _at(self, path: Path, spec: Path) -> Path:
        """What is to that spec what the path is to the project's."""
        return Path(normpath(spec.parent.resolve() / relpath(path.resolve(), self.spec.parent.resolve())))


class _Revised(Sources):
    """Files of a revision, which go by their names in the repository."""

    def __init__(self, root: Path, shown: str, beside: Iterable[Path]) -> None:
        super().__init__(root, beside)
        self._shown = shown

    def path(self, name: str) -> Path:
        revision, _, folder = self._shown.partition(":")
        return Path(f"{revision}:{normpath(f'{folder}{name}')}")


def reading(named: str | None, project: Project, progress: Progress) -> Loaded:
    """The side that a user names; the work tree where nothing is named. Raises SideError and BrokenSideError."""
    with _found(named, project) as (then, spec, sources):
        inputs = then.inputs(spec)
        if not then.has_dialect(inputs.dialect):
            shown = shown_path(Origin(spec.name, "", 1, 1), sources)
            raise SideError(f"there is no {_DIALECT} beside {shown}; name one with --dialect")
        try:
            # What has come or gone since is no part of the other side.
            api = select(read(inputs, sources, progress).api, then.settings.only, must_exist=False)
            # Of a dialect for both sides nothing can change.
            elsewhere = inputs.dialect.parent.resolve() != spec.parent.resolve()
            side = Side(api, {} if elsewhere else _places(load(inputs.dialect, sources)), project.naming)
            side.names  # noqa: B018 - what a client cannot name is a problem of this side
        except SpecError as error:
            raise BrokenSideError(error.problems, sources) from None
        label = printable(named or str(project.spec.parent))
        is_a_path = named is not None and not isinstance(sources, _Revised)
        return Loaded(label, side, sources, len(_overlays(inputs)), is_a_path)


def unlike(one: Loaded, other: Loaded) -> str:
    """What to know of two sides of which one was named by its path and lacks the overlays of the other; or nothing."""
    bare = next((each for each in (one, other) if each.is_a_path and not each.overlays), None)
    whole = other if bare is one else one
    if bare is None or not whole.overlays:
        return ""
    count = f"{whole.overlays} overlay{'' if whole.overlays == 1 else 's'}"
    return (
        f"{bare.label} has no overlays beside it, {whole.label} has {count}: all that these say counts as a change; "
        "compare git revisions, or copies of the whole folder of the spec, one with the other file in it"
    )


def _overlays(inputs: Inputs) -> list[Path]:
    """What corrects a spec."""
    named = inputs.overlay_files()
    return documents(inputs.spec.parent / OVERLAYS, "*") if named is None else named


@contextmanager
def _found(named: str | None, project: Project) -> Iterator[tuple[Project, Path, Sources]]:
    """The project as it was then, the spec that is meant, and the files around it."""
    path = project.spec if named is None else _on_disk(named, project.spec.name)
    if path is not None:
        if not path.is_file():
            raise SideError(f"there is no {path}; name the spec with --spec")
        yield project, path, Sources(path.parent, project.inputs(path).overlay_files() or ())
        return
    with TemporaryDirectory(prefix="whmcs-codegen-") as folder:
        try:
            then = replace(_then(str(named), project, Path(folder)), root=Path(folder))
            revision = fetch(str(named), then.spec, Path(folder), then.beside)
        except RevisionError as error:
            raise SideError(printable(str(error))) from None
        except OSError as error:  # a full disk, a name that this system does not take
            raise SideError(printable(f"the specs of {named} cannot be put into {folder}: {error.strerror}")) from None
        beside = then.inputs(revision.file).overlay_files() or ()
        yield then, revision.file, _Revised(revision.file.parent, revision.shown, beside)


def _then(revision: str, project: Project, folder: Path) -> Project:
    """The project with the settings of a revision, where it had any. Raises RevisionError and BrokenSideError."""
    for file in [project.config] if project.config else places():
        stored = fetch_file(revision, file, project.spec, folder)
        if stored is None:
            continue
        sources = _Revised(stored.file.parent, stored.shown, ())
        try:
            settings = past_settings(stored.file, file, sources)
        except SettingsError as error:
            raise BrokenSideError(error.problems, sources) from None
        if settings is not None:
            return replace(project, settings=settings)
    return project


def _on_disk(named: str, usual: str) -> Path | None:
    """The spec at a path; None where there is nothing."""
    path = Path(named)
    try:
        if path.is_file():
            return path
        return _main(path, usual) if named and path.is_dir() else None
    except (OSError, ValueError) as error:  # a name that is too long is none of a file
        if isinstance(error, PermissionError):
            raise SideError(printable(f"{named} cannot be read: {error.strerror}")) from None
        return None


def _main(folder: Path, name: str) -> Path:
    """The main document of a folder: that of the project's name, or the only one beside the dialect."""
    if (folder / name).is_file():
        return folder / name
    found = [path for path in sorted(folder.iterdir()) if may_be_main(path) and path.is_file()]
    if len(found) != 1:
        listed = ", ".join(path.name for path in found) or "none"
        message = f"{folder} has no {name}, and not just one other document ({listed}); name the file"
        raise SideError(printable(message))
    return found[0]


def _places(dialect: Map) -> dict[str, Origin]:
    """Where the entries of a dialect stand, by their JSON pointers."""
    return {"": dialect.origin, **dict(_entries(dialect, ""))}


def _entries(node: Map | List, pointer: str) -> Iterator[tuple[str, Origin]]:
    keys = node if isinstance(node, Map) else range(len(node))
    for key in keys:
        below, value = f"{pointer}/{escaped(key)}", child(node, key)
        yield below, place_of_key(node, key)
        if isinstance(value, (Map, List)):
            yield from _entries(value, below)
