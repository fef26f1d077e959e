"""The files of a run: each is read once, and its text is kept for the messages.

Rule: nothing outside the folder of the specs is read, whichever way a path leads there, but for what the caller names.
"""

from __future__ import annotations

import re
import stat
from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Iterable
from functools import cached_property
from os.path import normpath, realpath, relpath
from pathlib import Path

from ..origin import Origin, Problem, SpecError

# The largest published OpenAPI documents have some 12 MB.
MAX_BYTES = 16 * 2**20

_LINE_END = re.compile(r"\r\n?|\n")


class UnreadableError(Exception):
    """A file that cannot be had; ``hint`` says what to do. Whoever asked for the file knows the place to blame."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Source:
    """The text of a file. ``name`` is its path from the folder of the specs, with forward slashes."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, without its end; empty where the file has no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].rstrip("\r\n")

    def origin(self, offset: int = 0) -> Origin:
        """A place outside any node."""
        return Origin(self.name, "", *self.place(offset))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]


class Sources:
    """The files below ``root``, and the files ``beside`` it, as far as they were asked for."""

    def __init__(self, root: Path, beside: Iterable[Path] = ()) -> None:
        self.root = root
        self._real_root = root.resolve()
        self._beside = {Path(realpath(path)) for path in beside}
        self._read: dict[str, Source] = {}
        self._broken: dict[str, SpecError] = {}

    def admit(self, path: Path) -> None:
        """Lets a file be read that the caller names, wherever it is; not a link that leads out of its own folder."""
        real = Path(realpath(path))
        if real.is_relative_to(realpath(path.parent)):
            self._beside.add(real)

    def read(self, path: Path) -> Source:
        """The file at a path. Raises UnreadableError where it cannot be had, SpecError where it is not UTF-8."""
        name = self.name(path)
        if name not in self._read:
            content = self._bytes(name).removeprefix(BOM_UTF8)
            self._read[name] = Source(name, content.decode("utf-8", "replace"))
            self._check(self._read[name], content)
        if name in self._broken:
            raise self._broken[name]
        return self._read[name]

    def get(self, name: str) -> Source | None:
        """A file that was read before."""
        return self._read.get(name)

    def path(self, name: str) -> Path:
        """Where a file is, or would be."""
        return Path(normpath(self._real_root / name))

    def rank(self, name: str) -> int:
        """Position of a file in the order in which the files were read."""
        return next((rank for rank, known in enumerate(self._read) if known == name), len(self._read))

    def name(self, path: Path) -> str:
        """The name of the file behind a path, links followed. Raises UnreadableError where it lies outside ``root``."""
        try:
            real = Path(realpath(path))  # as Path.resolve in Python 3.13; before, it refuses links in a circle
        except (OSError, ValueError):  # a name that is too long, a NUL
            raise UnreadableError(f"{path.name} is no usable file name", "correct the path") from None
        if real in self._beside:
            return Path(relpath(real, self._real_root)).as_posix()
        if not real.is_relative_to(self._real_root):
            raise UnreadableError(
                f"{Path(relpath(path, self.root)).as_posix()} lies outside the folder of the spec",
                "keep every file that belongs to the spec in its folder",
            )
        return real.relative_to(self._real_root).as_posix()

    def _bytes(self, name: str) -> bytes:
        path = self._real_root / name
        try:
            found = path.stat()
            if stat.S_ISREG(found.st_mode) and found.st_size <= MAX_BYTES:
                return path.read_bytes()
        except FileNotFoundError:
            raise UnreadableError(f"there is no file {name}", "correct the path, or add the file") from None
        except OSError as error:
            raise UnreadableError(f"{name} cannot be read: {error.strerror}", "check its permissions") from None
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableError(f"{name} is not a file", "name a YAML or JSON file")
        raise UnreadableError(
            f"{name} has {found.st_size / 2**20:.0f} MiB; {MAX_BYTES // 2**20} is the limit", "split the file"
        )

    def _check(self, source: Source, content: bytes) -> None:
        try:
            content.decode("utf-8")
        except UnicodeDecodeError as error:
            place = source.origin(len(content[: error.start].decode("utf-8")))
            self._broken[source.name] = SpecError(
                Problem("the file is not UTF-8: no character begins with this byte", place, "save the file as UTF-8")
            )
