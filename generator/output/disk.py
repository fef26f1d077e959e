"""Reading below the output folder, without following links and without trusting what is found there."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from .tree import OutputError, digest

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class ObstacleError(OutputError):
    """Something other than a file of ours stands at ``path``: a link, a folder, a file where a folder is needed."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} {reason}")
        self.path = path
        self.reason = reason


class Disk:
    """The output folder as it is now. It may itself be a link; nothing below it is followed.

    Remembers which folders it has looked at: make a new one after a change.
    """

    def __init__(self, out: Path) -> None:
        self.out = Path(os.path.realpath(out))
        self._folders: dict[str, bool] = {"": True}

    def locate(self, path: str) -> Path:
        """Where a path of the output is."""
        return self.out / path

    def read(self, path: str) -> bytes | None:
        """Content of a file, None if there is none. Raises ObstacleError, or OutputError where it cannot be read."""
        if not self._is_folder(path.rpartition("/")[0]):
            return None
        try:
            descriptor = os.open(self.locate(path), _FLAGS)
        except FileNotFoundError:
            return None
        except OSError as error:
            if error.errno in (errno.ELOOP, errno.EMLINK):
                raise ObstacleError(path, "is a symbolic link") from error
            if error.errno == errno.ENXIO:
                raise ObstacleError(path, "is not a regular file") from error
            raise OutputError(f"{path} cannot be read: {error.strerror}") from error
        try:
            mode = os.fstat(descriptor).st_mode
            if not stat.S_ISREG(mode):
                raise ObstacleError(path, "is a folder" if stat.S_ISDIR(mode) else "is not a regular file")
            with os.fdopen(descriptor, "rb", closefd=False) as file:
                return file.read()
        finally:
            os.close(descriptor)

    def digest(self, path: str) -> str | None:
        """Digest of a file, None if there is none or something else is in its place."""
        try:
            content = self.read(path)
        except ObstacleError:
            return None
        return None if content is None else digest(content)

    def is_same(self, one: str, other: str) -> bool:
        """Whether two paths are one file here, as they are where names ignore case."""
        try:
            return os.path.samestat(os.lstat(self.locate(one)), os.lstat(self.locate(other)))
        except OSError:
            return False

    def files_below(self, path: str) -> list[str]:
        """Every file, link or other entry below a folder, as paths of the output."""
        found = []
        for folder, folders, names in os.walk(self.locate(path)):
            links = [name for name in folders if Path(folder, name).is_symlink()]
            found += [Path(folder, name).relative_to(self.out).as_posix() for name in [*names, *links]]
        return found

    def _is_folder(self, path: str) -> bool:
        """Whether a folder is there, reached without links. Raises ObstacleError where something else is."""
        known = self._folders.get(path)
        if known is None:
            known = self._folders[path] = self._is_folder(path.rpartition("/")[0]) and self._look(path)
        return known

    def _look(self, path: str) -> bool:
        try:
            mode = os.lstat(self.locate(path)).st_mode
        except FileNotFoundError:
            return False
        except OSError as error:
            raise OutputError(f"{path} cannot be read: {error.strerror}") from error
        if stat.S_ISLNK(mode):
            raise ObstacleError(path, "is a symbolic link, which the generator does not follow")
        if not stat.S_ISDIR(mode):
            raise ObstacleError(path, "is a file where a folder is needed")
        return True
