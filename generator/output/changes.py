"""What a run would change on the disk: files -> plan, plan -> unified diff.

Rule: a file is ours only if it is as we wrote it. What is no longer generated is removed if it is ours, and left with a
word about it if someone edited it; what stands where a file has to go and is not ours stops the run.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from .disk import Disk, ObstacleError
from .manifest import Facts, Manifest, Section, Written, load, load_journal, owned
from .tree import MANIFEST, File, OutputError, digest, portable


class Status(StrEnum):
    """What is to be said of a file."""

    UNCHANGED = "unchanged"
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"  # no longer generated
    EDITED = "edited"  # generated, and changed by someone since: a run writes over it
    KEPT = "kept"  # no longer generated, but changed by someone since: left alone, and not ours any more
    BLOCKED = "blocked"  # something that is not ours stands in its place: a run stops
    FOREIGN = "foreign"  # stands beside our files, and is none of our business


DRIFT = frozenset(Status) - {Status.UNCHANGED, Status.FOREIGN}


@dataclass(frozen=True, slots=True)
class Change:
    """One file: its content on the disk and as generated (None: there is none), and what stands in the way."""

    path: str
    status: Status
    old: bytes | None = None
    new: bytes | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Every file of the targets that are run, by path, and the record of them.

    after:       the next manifest
    is_recorded: the manifest on the disk reads exactly like it
    retired:     targets that have files there, and are to have none
    journal:     what earlier runs that were killed while they wrote may have written
    unfinished:  the part of it that this run does not clean up, since it is of other targets
    """

    changes: tuple[Change, ...]
    after: Manifest
    is_recorded: bool
    retired: tuple[str, ...] = ()
    journal: tuple[Manifest, ...] = ()
    unfinished: tuple[Manifest, ...] = ()

    def of(self, *statuses: Status) -> tuple[Change, ...]:
        """The changes of these kinds."""
        return tuple(change for change in self.changes if change.status in statuses)

    @property
    def is_current(self) -> bool:
        """Whether the output is what a run would make it, the manifest included."""
        return self.is_recorded and not self.of(*DRIFT)

    @property
    def is_interrupted(self) -> bool:
        """Whether an earlier run was killed while it wrote; the next one completes it."""
        return bool(self.journal)


def compare(
    out: Path,
    files: Iterable[File],
    inputs: Mapping[str, str],
    known: Collection[str] | None = None,
    facts: Facts = MappingProxyType({}),
    *,
    alone: bool = False,
    discard: bool = False,
) -> Plan:
    """What a run would change.

    inputs:  digest of the inputs of each target that is run; the others keep their files and their section
    known:   all targets that there are but the user's own; files of any other target are removed
    facts:   what the manifest is to say of each target that is run
    alone:   whether the files of all targets that are not run are removed, the user's own included
    discard: whether files that are no longer generated are removed even if somebody changed them

    Raises OutputError if the manifest cannot be used or a file belongs to a target that is not run.
    """
    wanted = {file.path: file for file in files}
    disk, before, journal = Disk(out), load(out), load_journal(out)
    records = [before, *journal]
    retired = {name for record in records for name in record.retired(inputs, known, alone=alone)}
    run = retired | set(inputs)
    others = {name: section for name, section in before.targets.items() if name not in run}
    _refuse_files_of_others(wanted, others)
    own = set() if known is None else set(inputs) - set(known)
    after = Manifest(others | _sections(wanted.values(), inputs, own, facts))
    stale = _stale(records, run) - wanted.keys()
    spellings = {portable(path): path for path in stale}
    folders = {folder for path in wanted.keys() | stale for folder in _folders_of(path)}
    comparison = _Comparison(disk, wanted, owned(records), stale, spellings, folders, discard)
    changes = [comparison.wanted(file) for file in wanted.values()] + comparison.unwanted() + comparison.foreign()
    return Plan(
        changes=tuple(sorted(changes, key=lambda change: change.path)),
        after=after,
        is_recorded=disk.read(MANIFEST) == after.text().encode(),
        retired=tuple(sorted(retired & before.targets.keys())),
        journal=journal,
        unfinished=tuple(rest for record in journal if (rest := record.without(run)).targets),
    )


def diff(plan: Plan) -> str:
    """What a run would change, as a unified diff that ``git apply`` and ``patch -p1`` take."""
    shown = plan.of(Status.ADDED, Status.CHANGED, Status.REMOVED, Status.EDITED)
    return "".join(line for change in shown for line in _diff_of(change))


@dataclass(frozen=True, slots=True)
class _Comparison:
    disk: Disk
    files: Mapping[str, File]
    owned: Mapping[str, set[str]]  # path -> digests of what is ours there
    stale: Set[str]  # paths of what is ours and no longer generated
    spellings: Mapping[str, str]  # portable path -> stale path
    folders: Set[str]  # of both
    discard: bool

    def wanted(self, file: File) -> Change:
        """What becomes of a path that is generated."""
        replaced = self.spellings.get(portable(file.path))
        if replaced and self.disk.is_same(file.path, replaced) and self._is_ours(replaced):
            return Change(file.path, Status.ADDED, None, file.content)  # another spelling, and the system ignores case
        try:
            old = self.disk.read(file.path)
        except ObstacleError as obstacle:
            if self._will_go(obstacle.path):
                return Change(file.path, Status.ADDED, None, file.content)
            return Change(file.path, Status.BLOCKED, None, file.content, str(obstacle))
        return Change(file.path, self._status(file, old), old, file.content)

    def unwanted(self) -> list[Change]:
        """What becomes of paths that are no longer generated."""
        changes = []
        for path in self.stale:
            try:
                old = self.disk.read(path)
            except ObstacleError as obstacle:
                # A folder above it is gone, or it has become a folder of ours; else someone put something in its place.
                if obstacle.path == path and path not in self.folders:
                    changes.append(Change(path, Status.KEPT, reason=str(obstacle)))
                continue
            if old is not None:
                goes = self.discard or self._owns(path, old)
                changes.append(Change(path, Status.REMOVED if goes else Status.KEPT, old))
        return changes

    def foreign(self) -> list[Change]:
        """What stands in the folders of our files and is not ours; a folder counts as one."""
        found = {path for folder in self.folders for path in self._entries(folder)}
        return [Change(path, Status.FOREIGN) for path in found - self.folders - self.files.keys() - self.stale]

    def _status(self, file: File, old: bytes | None) -> Status:
        if old is None:
            return Status.ADDED
        if old == file.content:
            return Status.UNCHANGED
        if self._owns(file.path, old):
            return Status.CHANGED
        return Status.EDITED if file.path in self.owned else Status.BLOCKED

    def _owns(self, path: str, content: bytes) -> bool:
        return digest(content) in self.owned.get(path, ())

    def _is_ours(self, path: str) -> bool:
        return self.disk.digest(path) in self.owned.get(path, ())

    def _will_go(self, path: str) -> bool:
        """Whether all that is in the way is ours and no longer generated."""
        place = self.disk.locate(path)
        if place.is_symlink():
            return False
        below = self.disk.files_below(path) if place.is_dir() else [path]
        return bool(below) and all(entry in self.stale and self._is_ours(entry) for entry in below)

    def _entries(self, folder: str) -> Iterator[str]:
        place = self.disk.locate(folder)
        if not place.is_dir() or place.is_symlink():
            return
        for entry in os.scandir(place):
            if not entry.name.startswith((".", "__pycache__")) and not entry.name.endswith((".pyc", ".egg-info")):
                yield f"{folder}/{entry.name}"


def _sections(
    files: Iterable[File], inputs: Mapping[str, str], own: Collection[str], facts: Facts
) -> dict[str, Section]:
    written: dict[str, dict[str, Written]] = {target: {} for target in inputs}
    for file in files:
        if file.target not in written:
            raise OutputError(f"{file.path}: there is no digest of the inputs of its target, {file.target}")
        written[file.target][file.path] = Written(file.source, digest(file.content))
    return {
        target: Section(inputs[target], dict(sorted(entries.items())), target in own, facts)
        for target, entries in written.items()
    }


def _stale(records: Iterable[Manifest], run: Collection[str]) -> set[str]:
    sections = [record.targets[target] for record in records for target in run if target in record.targets]
    return {path for section in sections for path in section.files}


def _refuse_files_of_others(wanted: Collection[str], others: Mapping[str, Section]) -> None:
    theirs = {portable(path): target for target, section in others.items() for path in section.files}
    for path in wanted:
        if target := theirs.get(portable(path)):
            raise OutputError(f"{path} is a file of the target {target}: two targets cannot write the same file")


def _folders_of(path: str) -> Iterator[str]:
    parts = path.split("/")
    return ("/".join(parts[:depth]) for depth in range(1, len(parts)))


def _diff_of(change: Change) -> Iterator[str]:
    from difflib import unified_diff  # takes longer to import than most runs take to compare

    path, old, new = change.path, change.old, change.new
    yield f"diff --git a/{path} b/{path}\n"
    if old is None:
        yield "new file mode 100644\n"
    if new is None:
        yield "deleted file mode 100644\n"
    old_name = "/dev/null" if old is None else f"a/{path}"
    new_name = "/dev/null" if new is None else f"b/{path}"
    before, after = _lines(old), _lines(new)
    if before is None or after is None:
        yield f"Binary files {old_name} and {new_name} differ\n"
        return
    # A tab after a name with a space tells programs where the name ends.
    old_name, new_name = (f"{name}\t" if " " in name else name for name in (old_name, new_name))
    for line in unified_diff(before, after, old_name, new_name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(content: bytes | None) -> list[str] | None:
    """Lines with their ends (``\\n`` only: a form feed ends no line); None for what is no text."""
    if content is None or content == b"":
        return []
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
