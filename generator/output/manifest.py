"""The record of what we wrote: ``manifest.json`` in the output folder, committed with it.

    {"targets": {"python": {"inputs": digest, "files": {"python/whmcs/client.py": [digest of the text and its formatter
    before formatting, digest of the file]}, "facts": {"generator": version}}}}

Rule: nothing in it depends on the machine, the time or the folder; a file is ours only while it hashes to what is here.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from .disk import Disk
from .tree import MANIFEST, STAGING, OutputError, check_path, digest

_ABOUT = "Lists what the generator wrote here, by SHA-256. Not to be edited; commit it with the files."
_VERSION = 1
_OWN = '      "own": true,\n'
_JOURNAL = f"{STAGING}/journal.json"
_DIGEST = re.compile(r"[0-9a-f]{64}")


# Texts and lists of texts, by name.
Facts: TypeAlias = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Written:
    """Digests of a file before formatting (with its formatter) and as it is on the disk."""

    source: str
    file: str


@dataclass(frozen=True, slots=True)
class Section:
    """What one target wrote, and from which inputs.

    own:    the target is the user's, which most runs do not know
    facts:  what else is to be known of it
    """

    inputs: str
    files: Mapping[str, Written]
    own: bool = False
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The sections of all targets, by their names."""

    targets: Mapping[str, Section] = field(default_factory=dict)

    def retired(self, run: Collection[str], known: Collection[str] | None, *, alone: bool) -> set[str]:
        """The targets whose files are to go; see ``compare`` for the arguments.

        All but those that are run, where these are to be alone; else those that are not known, and not the user's own.
        """
        if alone:
            return self.targets.keys() - set(run)
        if known is None:
            return set()
        return {name for name, section in self.targets.items() if name not in known and not section.own}

    def files(self) -> Iterator[tuple[str, Written]]:
        """Path and digests of every file of every target."""
        for section in self.targets.values():
            yield from section.files.items()

    def without(self, targets: Collection[str]) -> Manifest:
        """The sections of all other targets."""
        return Manifest({name: section for name, section in self.targets.items() if name not in targets})

    def text(self) -> str:
        """The JSON text; one file a line, so that a diff of it can be read and merged."""
        sections = [
            f"    {json.dumps(name)}: {{\n"
            f'      "inputs": {json.dumps(section.inputs)},\n{_OWN if section.own else ""}'
            f"{_facts_of(section)}"
            f'      "files": {{\n{_lines_of(section)}\n      }}\n'
            "    }"
            for name, section in sorted(self.targets.items())
        ]
        body = ",\n".join(sections)
        return f'{{\n  "about": {json.dumps(_ABOUT)},\n  "version": {_VERSION},\n  "targets": {{\n{body}\n  }}\n}}\n'


def load(out: Path) -> Manifest:
    """The manifest of an output folder; an empty one if there is none. Raises OutputError if it cannot be trusted."""
    content = Disk(out).read(MANIFEST)
    return Manifest() if content is None else parse(content, MANIFEST)


def load_journal(out: Path) -> tuple[Manifest, ...]:
    """What runs that were killed while they wrote may have written; empty after a run that ended."""
    content = Disk(out).read(_JOURNAL)
    if content is None:
        return ()
    return tuple(parse(part, _JOURNAL) for part in content.split(b"\0"))


def journal_text(manifests: Iterable[Manifest]) -> str:
    """The text that ``load_journal`` reads."""
    return "\0".join(manifest.text() for manifest in manifests)


def parse(content: bytes, place: str) -> Manifest:
    """A manifest from its JSON text. Raises OutputError: it decides what is deleted, so anything odd is refused."""
    try:
        document = json.loads(content)
        if document["version"] != _VERSION:
            raise ValueError(f"its version is {document['version']!r}, not {_VERSION}")
        return Manifest({str(name): _section(section) for name, section in document["targets"].items()})
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, OutputError) as error:
        raise OutputError(
            f"{place} in the output folder cannot be used ({_why(error)}). Restore it from version control; "
            "or delete it together with the generated files, and generate again"
        ) from error


def _why(error: Exception) -> str:
    """What is wrong with a manifest, in words."""
    if isinstance(error, json.JSONDecodeError):
        return f"it is no JSON: {error}"
    return str(error) if isinstance(error, ValueError | OutputError) else "it is JSON of another form"


def inputs_digest(inputs: Mapping[str, Path], facts: Mapping[str, str] | None = None) -> str:
    """Digest of everything that an output is made from: files, whole folders, and facts such as versions.

    inputs: a name for each file or folder, which counts in place of where it is: ``{"dialect": path}``.

    What does not exist counts as an empty folder; hidden files and byte code do not count. Of what is no regular file
    (a pipe or a device, whose end may never come) only the name counts. Raises OutputError for one that cannot be read.
    """
    record = [("fact", name, value) for name, value in sorted((facts or {}).items())]
    for label, path in sorted(inputs.items()):
        record += [(label, name, _digest_of(place)) for name, place in sorted(_files_of(str(path)))]
    return digest(json.dumps(record).encode())


def _digest_of(place: str) -> str:
    if not os.path.isfile(place):  # noqa: PTH113 - as below
        return ""
    try:
        return digest(Path(place).read_bytes())
    except OSError as error:
        raise OutputError(f"{place} cannot be read: {error.strerror}; correct its permissions, or move it") from error


def installed_versions(*packages: str) -> dict[str, str]:
    """Versions of installed packages, by name: facts for ``inputs_digest``.

    Read from the names of their folders, since importing ``importlib.metadata`` takes 30 ms. Raises OutputError.
    """
    wanted = {re.sub(r"[-_.]+", "_", package).lower(): package for package in packages}
    found: dict[str, str] = {}
    for folder in filter(os.path.isdir, sys.path):
        for entry in os.scandir(folder):
            if entry.name.endswith(".dist-info"):
                name, _, version = entry.name.removesuffix(".dist-info").partition("-")
                if package := wanted.get(re.sub(r"[-_.]+", "_", name).lower()):
                    found.setdefault(package, version)
    if missing := [package for package in packages if package not in found]:
        raise OutputError(f"Not installed: {', '.join(missing)}; `make generate` sets everything up")
    return {package: found[package] for package in packages}


def is_current(
    out: Path, inputs: Mapping[str, str], known: Collection[str] | None = None, *, alone: bool = False
) -> bool:
    """Whether a run could change nothing: same inputs for these targets, and every file as we wrote it.

    known, alone: which other targets may have files there; see ``compare``
    """
    try:
        manifest = load(out)
    except OutputError:
        return False
    if (Disk(out).out / STAGING).exists() or manifest.retired(inputs, known, alone=alone):
        return False
    if any(target not in manifest.targets or manifest.targets[target].inputs != inputs[target] for target in inputs):
        return False
    disk = Disk(out)
    files = [entry for target in inputs for entry in manifest.targets[target].files.items()]
    return all(disk.digest(path) == written.file for path, written in files)


def owned(manifests: Iterable[Manifest]) -> dict[str, set[str]]:
    """Path -> digests of the contents there that are ours."""
    known: dict[str, set[str]] = {}
    for manifest in manifests:
        for path, written in manifest.files():
            known.setdefault(path, set()).add(written.file)
    return known


def _facts_of(section: Section) -> str:
    return f'      "facts": {json.dumps(dict(sorted(section.facts.items())))},\n' if section.facts else ""


def _lines_of(section: Section) -> str:
    return ",\n".join(
        f"        {json.dumps(path)}: {json.dumps([written.source, written.file])}"
        for path, written in sorted(section.files.items())
    )


def _section(document: Any) -> Section:
    files = document["files"].items()
    return Section(
        _text(document["inputs"]),
        {check_path(path): Written(_digest(source), _digest(file)) for path, (source, file) in files},
        document.get("own") is True,
        {name: _fact(value) for name, value in document.get("facts", {}).items()},
    )


def _fact(value: object) -> str | tuple[str, ...]:
    return tuple(map(_text, value)) if isinstance(value, list) else _text(value)


def _digest(value: object) -> str:
    if isinstance(value, str) and _DIGEST.fullmatch(value):
        return value
    raise ValueError(f"{value!r} is no digest")


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise ValueError(f"{value!r} is no text")


def _files_of(path: str) -> Iterator[tuple[str, str]]:
    """(name relative to the path, place) of a file, or of each file in a folder."""
    if os.path.isfile(path):  # noqa: PTH113 - pathlib takes twice as long, and a run that has nothing to do is made of this
        yield "", path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        relative = folder[len(path) :].replace(os.sep, "/").strip("/")
        for name in names:
            if not name.startswith(".") and not name.endswith(".pyc"):
                yield f"{relative}/{name}", f"{folder}/{name}"
