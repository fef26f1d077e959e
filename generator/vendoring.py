"""A client inside another repository: its files -> a folder there, with a stamp that says what they are.

    acme/vendor/whmcs/
      client.py, groups/, models/, ...   the client, importable under any parent: it imports itself relatively
      manifest.json                      the stamp: generator, specs, selection, and the hash of every file
      SHA256SUMS                         the same hashes for `sha256sum --check`, where no generator is installed
      .gitattributes                     no line end is converted, since that would be an edit

Rule: what was edited there is given up only if that is asked for, and what is not ours is never touched.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .output import (
    MANIFEST,
    STAGING,
    Disk,
    Draft,
    Facts,
    File,
    Manifest,
    OutputError,
    OutputTree,
    Plan,
    Status,
    compare,
    digest,
    format_all,
    load_manifest,
    write,
)

if TYPE_CHECKING:  # what only vendoring needs, and a check does not
    from .ir import Api
    from .targets.base import Target

_SUMS = "SHA256SUMS"
_ATTRIBUTES = ".gitattributes"
_ONLY = "only"
# What only a stamp says, and no manifest of an output folder: the version of the generator.
_MAKER = "generator"
_GONE = ", which is no longer part of the client"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the manifest of a vendored client says of it."""

    target: str
    facts: Facts
    manifest: Manifest

    @property
    def only(self) -> tuple[str, ...]:
        """The groups and actions that it was vendored with; empty for all of them."""
        said = self.facts.get(_ONLY, ())
        return said if isinstance(said, tuple) else (said,)

    def __str__(self) -> str:
        part = f", only {', '.join(self.only)}" if self.only else ""
        return f"{self.target} by generator {self.facts.get(_MAKER, '?')}{part}"


def stamp_of(dest: Path) -> Stamp | None:
    """The stamp in a folder, None where there is none. Raises OutputError where it cannot be used."""
    manifest = load_manifest(dest)
    stamped = [(target, section.facts) for target, section in manifest.targets.items() if _MAKER in section.facts]
    if not stamped:
        if manifest.targets:
            raise OutputError(f"{dest} is an output folder of `generate`: vendor into a folder of its own")
        return None
    if len(manifest.targets) > 1:
        raise OutputError(f"{dest / MANIFEST} speaks of several clients; restore it from version control")
    target, facts = stamped[0]
    return Stamp(target, facts, manifest)


def refuse_place(dest: Path) -> None:
    """Raises OutputError where no client can be vendored: a link, a file, a place inside of other generated files."""
    try:
        mode = os.lstat(dest).st_mode
    except FileNotFoundError:
        mode = stat.S_IFDIR  # it will be one
    except OSError as error:
        raise OutputError(f"{dest} cannot be a folder: {error.strerror}") from error
    if stat.S_ISLNK(mode):
        raise OutputError(f"{dest} is a symbolic link, which is not followed: name the folder that it leads to")
    if not stat.S_ISDIR(mode):
        raise OutputError(f"{dest} is a file: name the folder that is to be the client")
    for folder in dest.resolve().parents:
        try:
            owner = load_manifest(folder)
        except OutputError:
            continue  # some manifest.json that is not ours
        if owner.targets:
            raise OutputError(f"{dest} lies inside of {folder}, which is generated itself: vendor into another folder")


def refuse_company(dest: Path) -> None:
    """Raises OutputError where a folder into which no client was vendored holds something else."""
    if (dest / STAGING).exists():  # a first run was killed
        return
    if other := min(_entries(dest), default=None):
        raise OutputError(
            f"{dest} holds {other}, and no client was vendored there: name a folder of its own, or use --force, which "
            "leaves what is there beside the client"
        )


def refuse_name(dest: Path, target: Target) -> None:
    """Raises OutputError where nobody could import the client from a folder of that name."""
    from .targets.base import Importable

    if isinstance(target, Importable) and (why := target.refused_folder(dest.resolve().name)):
        raise OutputError(f"{dest} cannot be the {target.name} client: {why}")


def files_of(drafts: OutputTree, target: Target, api: Api, dest: Path) -> tuple[File, ...]:
    """What is to stand in the folder: the files of a target, formatted, and what is said of them."""
    tree = OutputTree()
    for draft in drafts:
        path = _place(draft, target, api)
        if path is not None:
            tree.add(path, draft.content, target=draft.target, formatter=draft.formatter, settled=draft.settled)
    tree.add(_ATTRIBUTES, "* -text\n", target=target.name)
    files = format_all(tree, dest)
    sums = "".join(f"{digest(file.content)}  {file.path}\n" for file in sorted(files, key=lambda file: file.path))
    return (*files, File(_SUMS, target.name, sums.encode(), digest(sums.encode())))


def _place(draft: Draft, target: Target, api: Api) -> str | None:
    from .targets.base import Embeddable

    path = draft.path.removeprefix(f"{target.name}/")
    return target.embedded(path, api) if isinstance(target, Embeddable) else path


@dataclass(frozen=True, slots=True)
class Vendoring:
    """What is to become of a folder. ``inputs`` is the digest of all that the files are made from."""

    dest: Path
    target: str
    files: tuple[File, ...]
    inputs: str
    facts: Facts

    def plan(self, *, force: bool) -> Plan:
        """What would change. Raises OutputError."""
        return compare(self.dest, self.files, {self.target: self.inputs}, None, self.facts, discard=force)

    def carry_out(self, *, force: bool) -> Plan:
        """What was changed. Raises OutputError, and changes nothing, where edits would be lost."""
        edited = [] if force else self.plan(force=False).of(Status.EDITED, Status.KEPT)
        if edited:
            lines = [f"  {self.dest / change.path}{_GONE * (change.status is Status.KEPT)}" for change in edited]
            raise OutputError(
                "\n".join(["These were edited since they were vendored; --force gives the edits up:", *lines])
            )
        return write(self.dest, self.files, {self.target: self.inputs}, None, self.facts, discard=force)


def differences(dest: Path, stamp: Stamp) -> Iterator[str]:
    """What is not as it was vendored, a line each: ``edited: client.py``. Reads nothing but the folder."""
    if (dest / STAGING).exists():
        yield f"interrupted: {dest / STAGING}: the last run did not end"
    disk = Disk(dest)
    recorded = dict(stamp.manifest.files())
    for path, written in recorded.items():
        try:
            content = disk.read(path)
        except OutputError as error:
            yield f"edited: {dest / path}: {error}"
            continue
        if content is None:
            yield f"missing: {dest / path}"
        elif digest(content) != written.file:
            yield f"edited: {dest / path}"
    for path in sorted(_entries(dest)):
        if path not in recorded and path != MANIFEST:
            yield f"extra: {dest / path}"


def _entries(dest: Path) -> Iterator[str]:
    """Every file and link below a folder, but for byte code and hidden ones."""
    for folder, folders, names in os.walk(dest):
        links = [name for name in folders if Path(folder, name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__")) and name not in links]
        for name in (*names, *links):
            if not name.startswith(".") and not name.endswith(".pyc"):
                yield Path(folder, name).relative_to(dest).as_posix()
