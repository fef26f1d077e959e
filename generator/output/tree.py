"""The files of a run, before they are formatted (Draft) and after (File).

Rule: a path names the same file on every system and stays inside the output folder, whatever a spec holds.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from ..formatter import Formatter

MANIFEST = "manifest.json"
STAGING = ".generating"  # exists while a run writes, and after one that was killed

_RESERVED = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$"}).union(
    f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"
)
_FORBIDDEN = frozenset('\\:*?"<>|')
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_LONGEST_PART = 255  # bytes, on the usual file systems


class OutputError(Exception):
    """Files cannot be collected, compared or written; the message says which, why and what to do."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as rendered. A settled text is known to be in the formatter's style already."""

    path: str
    target: str
    content: bytes
    formatter: Formatter | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is to be on the disk.

    path:    relative to the output folder, with forward slashes
    source:  digest of the draft and of what formatted it
    """

    path: str
    target: str
    content: bytes
    source: str


class OutputTree:
    """Collects the files of all targets of a run; two that would be one file somewhere are an error."""

    def __init__(self) -> None:
        self._drafts: dict[str, Draft] = {}
        self._names: dict[str, tuple[str, bool]] = {}  # portable name -> name as given, and whether it is a folder

    def __iter__(self) -> Iterator[Draft]:
        return iter(self._drafts.values())

    def __len__(self) -> int:
        return len(self._drafts)

    def add(
        self,
        path: str | PurePosixPath,
        content: str | bytes,
        *,
        target: str,
        formatter: Formatter | None = None,
        settled: bool = False,
    ) -> None:
        """Adds a file of a target. Text is written in UTF-8 with ``\\n``; bytes as they are, if unformatted.

        Raises OutputError for a path that is not portable or not inside the output, and for a collision.
        """
        name = check_path(str(path))
        self._claim(name)
        if not isinstance(formatter, Formatter | None):
            raise OutputError(f"{name}: {formatter!r} is no Formatter; hand in one of generator.formatter, or None")
        data = content if isinstance(content, bytes) else _encode(name, content)
        self._drafts[name] = Draft(name, target, data, formatter, settled)

    def _claim(self, path: str) -> None:
        parts = path.split("/")
        for depth in range(1, len(parts) + 1):
            name, is_folder = "/".join(parts[:depth]), depth < len(parts)
            known, known_is_folder = self._names.setdefault(portable(name), (name, is_folder))
            if known != name:
                raise OutputError(
                    f'"{name}" and "{known}" are one {"folder" if is_folder else "file"} where case is ignored: '
                    "the names they are made from must differ in more than that"
                )
            if is_folder != known_is_folder:
                raise OutputError(f'"{name}" would be a file and a folder: the names they are made from must differ')
        if path in self._drafts:
            raise OutputError(f'"{path}" is made twice: the names it is made from must differ')


def check_path(path: str) -> str:
    """The path itself, if it names one file inside the output on every system. Raises OutputError."""
    parts = path.split("/")
    for part in parts:
        if problem := _problem_of(part):
            raise OutputError(f"{path!a} cannot be the path of a generated file: {problem}")
    if portable(parts[0]) in (MANIFEST, STAGING):
        raise OutputError(f"{path!a} cannot be the path of a generated file: the generator keeps its record there")
    return path


def portable(path: str) -> str:
    """What two paths have in common that are one file on a system that ignores case or composes letters."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def digest(content: bytes) -> str:
    """SHA-256, in hex."""
    return hashlib.sha256(content).hexdigest()


def _problem_of(part: str) -> str | None:
    stem = part.partition(".")[0].rstrip(" ").casefold()
    if part in ("", ".", ".."):
        return "it must be relative, without empty parts, . and .."
    if part.casefold() == ".git":
        return "it lies in a repository's own folder"
    if bad := _FORBIDDEN.intersection(part) or {char for char in part if unicodedata.category(char) in _UNPRINTABLE}:
        return f"it holds {min(bad)!a}"
    if part[-1] in ". ":
        return "a part ends with a dot or a space, which Windows drops"
    if stem in _RESERVED:
        return f"{stem} is a device on Windows"
    if len(part.encode()) > _LONGEST_PART:
        return f"a part is longer than {_LONGEST_PART} bytes"
    return None


def _encode(path: str, text: str) -> bytes:
    try:
        return text.replace("\r\n", "\n").replace("\r", "\n").encode()
    except UnicodeEncodeError as error:
        raise OutputError(f"{path}: holds {text[error.start]!a}, half of a character, which is no text") from error
