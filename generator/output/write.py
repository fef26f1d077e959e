"""Plan -> disk. All new files are written in full beside the output before the first old one is touched.

Guarantees
- An error, at whichever step, leaves the output as it was (interrupting with Ctrl-C included).
- Every file is at all times the old or the new one as a whole. A run that is killed between two files leaves some old
  and some new; it also leaves a journal of what is ours, from which the next run completes the output.
- Files that are not ours are never written, moved or removed, nor is anything outside the output folder.
- Of two runs at once the second stops with an error.

Renaming file by file, not swapping the folder, keeps what others put there, and works where the folder is a mount.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from .changes import Change, Plan, Status, compare
from .manifest import Facts, Manifest, journal_text
from .tree import MANIFEST, STAGING, File, OutputError

_WRITTEN = (Status.ADDED, Status.CHANGED, Status.EDITED)


def write(
    out: Path,
    files: Iterable[File],
    inputs: Mapping[str, str],
    known: Collection[str] | None = None,
    facts: Facts = MappingProxyType({}),
    *,
    alone: bool = False,
    discard: bool = False,
) -> Plan:
    """What was changed, after the output is as generated; see ``compare`` for the arguments.

    Raises OutputError, and changes nothing, if something is in the way or the disk does not allow it.
    """
    try:
        is_new = not out.exists()
        out.mkdir(parents=True, exist_ok=True)
        real = Path(os.path.realpath(out))
        with _locked(real), _removed_after_an_error(real if is_new else None):
            plan = compare(real, files, inputs, known, facts, alone=alone, discard=discard)
            if blocked := plan.of(Status.BLOCKED):
                raise OutputError(_refusal(blocked))
            if not plan.is_current or plan.is_interrupted:
                _Run(real, plan).carry_out()
            elif (real / STAGING).exists():  # a run that was killed before it changed anything
                shutil.rmtree(real / STAGING, ignore_errors=True)
            return plan
    except OSError as error:
        place = f": {error.filename}" if error.filename else ""
        raise OutputError(f"The output is left as it was: {error.strerror or error}{place}") from error


class _Run:
    """One run's writing below ``out``. The staging folder is on the same file system, so that a rename moves."""

    def __init__(self, out: Path, plan: Plan) -> None:
        self.out = out
        self.plan = plan
        self.staging = out / STAGING
        self.new = self.staging / "new"
        self.old = self.staging / "old"
        self.undo: list[Callable[[], None]] = []

    def carry_out(self) -> None:
        """Stages, then renames; undoes everything after an error."""
        written = self.plan.of(*_WRITTEN)
        try:
            self._stage(written)
            self._write_journal([self.plan.after, *self.plan.journal])
            for change in self.plan.of(Status.REMOVED):
                self._remove(change.path)
            for change in written:
                self._put(change.path)
            self._put(MANIFEST)
        except BaseException:
            self._roll_back()
            self._clean(keep_journal=bool(self.plan.journal))
            raise
        if unfinished := self.plan.unfinished:
            self._write_journal(unfinished)
        self._clean(keep_journal=bool(unfinished))

    def _stage(self, changes: Iterable[Change]) -> None:
        for folder in (self.new, self.old):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        for change in changes:
            self._stage_file(change.path, change.new or b"")
        self._stage_file(MANIFEST, self.plan.after.text().encode())

    def _stage_file(self, path: str, content: bytes) -> None:
        staged = self.new / path
        staged.parent.mkdir(parents=True, exist_ok=True)
        with staged.open("xb") as file:
            file.write(content)
        with suppress(FileNotFoundError, NotADirectoryError):
            staged.chmod((self.out / path).stat(follow_symlinks=False).st_mode & 0o777)

    def _write_journal(self, manifests: Iterable[Manifest]) -> None:
        temporary = self.staging / "journal.new"
        with temporary.open("wb") as file:
            file.write(journal_text(manifests).encode())
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self.staging / "journal.json")

    def _remove(self, path: str) -> None:
        """Moves a file out of the output, and removes folders that this leaves empty."""
        current, kept = self.out / path, self.old / path
        kept.parent.mkdir(parents=True, exist_ok=True)
        self.undo.append(lambda: _restore(kept, current))
        current.replace(kept)
        _remove_empty_folders(current.parent, self.out)

    def _put(self, path: str) -> None:
        """Moves a staged file to its place, in one step where there is an old one."""
        current, kept = self.out / path, self.old / path
        if current.is_file():
            kept.parent.mkdir(parents=True, exist_ok=True)
            _keep(current, kept)
            self.undo.append(lambda: _restore(kept, current))
        else:
            self.undo.append(lambda: _take_away(current, self.out))
            current.parent.mkdir(parents=True, exist_ok=True)
        (self.new / path).replace(current)

    def _roll_back(self) -> None:
        """The output as it was. Raises OutputError, and keeps the old files, if the disk does not allow even that."""
        failed = []
        for step in reversed(self.undo):
            try:
                step()
            except OSError as error:
                failed.append(f"{error.strerror}: {error.filename}")
        if failed:
            raise OutputError(
                f"Writing failed, and so did putting back what was there; the old files are in {self.old}\n  "
                + "\n  ".join(failed)
            )

    def _clean(self, *, keep_journal: bool) -> None:
        for folder in (self.new, self.old) if keep_journal else (self.staging,):
            shutil.rmtree(folder, ignore_errors=True)


def _refusal(blocked: Iterable[Change]) -> str:
    lines = [f"  {change.reason or f'{change.path} exists, and is not what the generator wrote'}" for change in blocked]
    return "\n".join(
        ["These are in the way, and not the generator's to overwrite; move or delete them, and generate again:", *lines]
    )


def _keep(current: Path, kept: Path) -> None:
    """A second name for a file, or a copy where the file system knows no links."""
    try:
        os.link(current, kept)
    except OSError:
        shutil.copy2(current, kept)


def _restore(kept: Path, current: Path) -> None:
    if kept.exists():
        current.parent.mkdir(parents=True, exist_ok=True)
        kept.replace(current)


def _take_away(current: Path, out: Path) -> None:
    current.unlink(missing_ok=True)
    _remove_empty_folders(current.parent, out)


def _remove_empty_folders(folder: Path, out: Path) -> None:
    """Removes a folder and those above it, up to the output folder, as long as nothing is in them."""
    while folder != out:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass
        except OSError:
            return
        folder = folder.parent


@contextmanager
def _removed_after_an_error(folder: Path | None) -> Iterator[None]:
    try:
        yield
    except BaseException:
        if folder:
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Holds a lock on the folder itself, which ends with the process. Windows has no such lock: none is taken there."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputError(f"Another run is writing to {folder.name}; run again when it is done") from None
        except OSError:  # a file system without locks
            pass
        yield
    finally:
        os.close(descriptor)
