"""A git revision -> the specs of that time, in a temporary folder.

Rule: git is only asked for what it stores. Nothing is checked out, no filter and no hook runs, the work tree and the
index stay as they are, and no text that a user gives is taken for an option.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..specs.places import SUFFIXES, may_be_main

_SECONDS = 60
_OBJECT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_LINK = "120000"
# Where these point to another repository or index, the one around the specs is meant all the same.
_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
_SETTINGS = {
    "GIT_LITERAL_PATHSPECS": "1", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}  # fmt: skip


class RevisionError(Exception):
    """A revision cannot be read; the message is one line that says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A file of a revision, in a temporary folder that is laid out as the repository is.

    file:   the main document of the specs, or the settings
    shown:  what stands for its folder in messages: ``HEAD~3:specs/``
    """

    file: Path
    shown: str


def fetch(revision: str, spec: Path, into: Path, beside: Sequence[Path] = ()) -> Revision:
    """Copies the folder of a spec, as it was, into another folder. Raises RevisionError.

    revision:  as git understands it; with ``:path`` behind it, the spec of that time is found there, or in that folder
    beside:    files and folders elsewhere that belong to the spec; what was not there then is left out
    """
    name, colon, path = revision.partition(":")
    top = _top(spec, revision)
    commit = _commit(name, top, revision)
    inside = PurePosixPath(path) if colon else _inside(spec, top)
    files = _files(commit, inside.parent, top)
    if colon and inside.as_posix() not in files:
        inside = _in_folder(inside, spec.name, [*files], revision)
        files = _files(commit, inside.parent, top)
    if inside.as_posix() not in files:
        what = f"no {inside}" if inside.name else f"no {spec.name} in the root"
        raise RevisionError(f"there is {what} at {name}; name the spec of that time, as in {name}:path/to/{spec.name}")
    for other in beside:
        if other.resolve().is_relative_to(top.resolve()):
            files |= _files(commit, _inside(other, top), top)
    _put(files, into, top)
    return _placed(inside, name, into)


def fetch_file(revision: str, file: Path, spec: Path, into: Path) -> Revision | None:
    """Copies a single file, as it was, to where ``fetch`` would put it. Raises RevisionError.

    None where there was no such file, or where it is not in the repository of the spec.
    """
    name, _, _ = revision.partition(":")
    top = _top(spec, revision)
    commit = _commit(name, top, revision)
    if not file.parent.resolve().is_relative_to(top.resolve()):
        return None
    inside = _inside(file, top)
    files = _files(commit, inside, top, (inside.suffix.lower(),))
    if inside.as_posix() not in files:
        return None
    _put({inside.as_posix(): files[inside.as_posix()]}, into, top)
    return _placed(inside, name, into)


def _placed(inside: PurePosixPath, name: str, into: Path) -> Revision:
    folder = "" if inside.parent == PurePosixPath(".") else f"{inside.parent}/"
    return Revision(into.joinpath(*inside.parts), f"{name}:{folder}")


def _put(files: Mapping[str, str], into: Path, top: Path) -> None:
    """Copies what the repository has into a folder, to the same places."""
    for file, content in zip(files, _contents(list(files.values()), top), strict=True):
        place = into.joinpath(*PurePosixPath(file).parts)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _in_folder(folder: PurePosixPath, usual: str, files: Sequence[str], revision: str) -> PurePosixPath:
    """The main document of a folder, if it is one: that of the usual name, or the only one. Else the path itself."""
    inside = [path for path in map(PurePosixPath, files) if path.parent == folder]
    if not inside or folder / usual in inside:
        return folder / usual if inside else folder
    found = list(filter(may_be_main, inside))
    if len(found) != 1:
        listed = ", ".join(path.name for path in found) or "none"
        raise RevisionError(f"{revision} has no {usual}, and not just one other document ({listed}); name the file")
    return found[0]


def _top(spec: Path, revision: str) -> Path:
    """The root of the repository that a spec is in, or was."""
    home = next(folder for folder in spec.absolute().parents if folder.is_dir())
    found = _git(["rev-parse", "--show-toplevel"], home)
    if found.returncode:
        why = f"and {home} is in no git repository"
        if b"not a git repository" not in found.stderr:
            why = f"and git says: {_said(found.stderr)}"
        raise RevisionError(f"{_quoted(revision)} is neither a file nor a folder, {why}")
    return Path(os.fsdecode(found.stdout.rstrip(b"\n")))


def _commit(name: str, top: Path, revision: str) -> str:
    """The commit that a revision means."""
    if name and not name.startswith("-") and name.isprintable():
        found = _git(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"], top)
        lines = os.fsdecode(found.stdout).split()
        if not found.returncode and lines and _OBJECT.fullmatch(lines[-1]):
            return lines[-1]
    raise RevisionError(f"{_quoted(revision)} is neither a file nor a folder, nor a revision that git knows")


def _inside(spec: Path, top: Path) -> PurePosixPath:
    """A path as git has it: from the root of the repository."""
    real, root = spec.parent.resolve() / spec.name, top.resolve()
    if not real.is_relative_to(root):
        raise RevisionError(f"{spec} is not in the repository {top}; name a spec that is, with --spec")
    return PurePosixPath(real.relative_to(root).as_posix())


def _files(commit: str, folder: PurePosixPath, top: Path, suffixes: Collection[str] = SUFFIXES) -> dict[str, str]:
    """Path -> object of every document below a folder, or of the file of that name."""
    if folder.is_absolute() or ".." in folder.parts:
        raise RevisionError(f"{_quoted(folder)} is no folder of the repository; name it from its root, without `..`")
    below = [] if folder == PurePosixPath(".") else [folder.as_posix()]
    listed = _git(["ls-tree", "-r", "-z", "--full-tree", commit, "--", *below], top)
    if listed.returncode:
        raise RevisionError(f"git cannot list {folder}: {_said(listed.stderr)}")
    files = {}
    for entry in filter(None, listed.stdout.split(b"\0")):
        facts, _, raw = entry.partition(b"\t")
        mode, kind, found = facts.decode("ascii").split()
        path = os.fsdecode(raw)
        if PurePosixPath(path).suffix.lower() not in suffixes or kind != "blob":
            continue
        if mode == _LINK or ".." in PurePosixPath(path).parts or "\\" in path:
            raise RevisionError(f"{_quoted(path)} is a link, or leads elsewhere, at that revision; name a file instead")
        files[path] = found
    return files


def _contents(objects: Sequence[str], top: Path) -> list[bytes]:
    """What is in the objects."""
    answer = _git(["cat-file", "--batch"], top, "".join(f"{name}\n" for name in objects).encode())
    rest, contents = memoryview(answer.stdout), []
    for name in objects:
        header, _, _ = bytes(rest[:200]).partition(b"\n")
        facts = header.split()
        if answer.returncode or len(facts) != 3:
            raise RevisionError(f"git cannot read {name}: {_said(answer.stderr) or 'it is not there'}")
        begin, size = len(header) + 1, int(facts[2])
        contents.append(bytes(rest[begin : begin + size]))
        rest = rest[begin + size + 1 :]
    return contents


def _git(arguments: list[str], folder: Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _FOREIGN} | _SETTINGS
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments, of which no user's text can be an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the user's own git
            input=given, capture_output=True, check=False, timeout=_SECONDS, env=environment,
        )  # fmt: skip
    except FileNotFoundError:
        raise RevisionError("git is not installed; name files or folders to compare") from None
    except (OSError, ValueError) as error:
        raise RevisionError(f"git cannot be run: {error}") from None
    except subprocess.TimeoutExpired:
        raise RevisionError(f"git did not answer within {_SECONDS} seconds") from None


def _said(message: bytes) -> str:
    """The first line of what git says."""
    lines = message.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else ""


def _quoted(text: object) -> str:
    return f"`{text}`"
