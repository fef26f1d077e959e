"""The settings of a project: ``[tool.whmcs-codegen]`` of a pyproject.toml, or a TOML file that the command line names.

    [tool.whmcs-codegen]
    spec = "specs/whmcs-openapi.yml"        # paths start at the file's own folder
    overlays = ["specs/overlays", "overlays"]
    targets = ["python"]
    output = "generated"

Rule: what cannot be meant is an error with its place, and what the command line says wins.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from os.path import normpath
from pathlib import Path
from typing import Any

from .origin import Origin, Problem, SpecError, closest, quote
from .package_name import PackageName, problem_of_package
from .problems import Problems
from .specs.sources import Source, Sources, UnreadableError

_START = "correct it: paths start at the folder of this file"
TABLE = "whmcs-codegen"
SPEC = Path("specs/whmcs-openapi.yml")
OUTPUT = Path("generated")
_FILE = "pyproject.toml"
# What decides the Api; the other settings say where it goes, and in which form.
_OF_THE_API = ("spec", "dialect", "overlays", "package", "only")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project says of itself; the defaults are those of a project that says nothing.

    file:      where it says so
    dialect:   dialect.yml beside the spec, where nothing is said
    overlays:  files and folders, applied in this order; overlays/ beside the spec, where nothing is said
    targets:   names, and Python files that define one; all of ours, where none is named
    package:   the dialect's word, where nothing is said
    only:      groups and actions; all of them, where none is named
    templates: a folder with templates in place of ours
    only_at:   where the file names what ``only`` names
    """

    file: Path | None = None
    spec: Path = SPEC
    dialect: Path | None = None
    overlays: tuple[Path, ...] | None = None
    targets: tuple[str, ...] = ()
    output: Path = OUTPUT
    package: PackageName | None = None
    only: tuple[str, ...] = ()
    templates: Path | None = None
    only_at: Origin | None = field(default=None, compare=False)


class SettingsError(Exception):
    """The settings cannot be used; ``sources`` has their text, for the report."""

    def __init__(self, problems: tuple[Problem, ...], sources: Sources) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
        self.sources = sources


def load_settings(named: Path | None, targets: Callable[[], Collection[str]]) -> Settings:
    """The settings in a file, or of the project that the current folder belongs to. Raises SettingsError.

    named:    a file; where it is not a pyproject.toml, the settings stand at its top
    targets:  gives the names that there are, which takes a moment
    """
    for file in [named] if named else [file for file in places() if holds(Path.is_file, file)]:
        sources = Sources(file.resolve().parent)
        try:
            source = sources.read(file)
            if named is None and TABLE not in source.text:
                continue
            table = _table(_parsed(source), source, is_project=file.name == _FILE)
        except UnreadableError as error:
            if named is None:
                continue  # a file above the project, which is somebody else's
            raise SettingsError((Problem(error.message, Origin(file.name, "", 1, 1), error.hint),), sources) from None
        except SpecError as error:
            raise SettingsError(error.problems, sources) from None
        if table is not None:
            return _settings(file, table, source, sources, targets)
        if named is not None:
            message = f"{file.name} has no table [tool.{TABLE}]"
            raise SettingsError((Problem(message, source.origin(), "add it, or name another file"),), sources)
    return Settings()


def past_settings(stored: Path, file: Path, sources: Sources) -> Settings | None:
    """What a file said of the Api at another time; None where it had no table for it. Raises SettingsError.

    stored:  the file of that time, which is one of the sources; nothing that it names has to exist today
    file:    where it stood: its paths start at that folder
    """
    try:
        source = sources.read(stored)
        if file.name == _FILE and TABLE not in source.text:
            return None
        table = _table(_parsed(source), source, is_project=file.name == _FILE)
    except UnreadableError as error:
        problem = Problem(error.message, Origin(sources.name(stored), "", 1, 1), error.hint)
        raise SettingsError((problem,), sources) from None
    except SpecError as error:
        raise SettingsError(error.problems, sources) from None
    if table is None:
        return None
    known = {key: value for key, value in table.items() if key in _OF_THE_API}
    settings = _settings(file, known, source, sources, tuple, must_exist=False)
    return replace(settings, package=settings.package and replace(settings.package, file=stored))


def places() -> list[Path]:
    """Where the settings of a project may stand: the pyproject.toml of the current folder, and of those above."""
    try:
        here = Path.cwd()
    except OSError:  # it was deleted
        return []
    return [folder / _FILE for folder in (here, *here.parents)]


def holds(test: Callable[[Path], bool], path: Path) -> bool:
    """Whether a path is something; not where it cannot even be asked for, as with a name that is too long."""
    try:
        return test(path)
    except (OSError, ValueError):
        return False


# "Invalid value (at line 3, column 7)", "Unclosed array (at end of document)"
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def _parsed(source: Source) -> dict[str, Any]:
    """The document. Raises SpecError where it is no TOML."""
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        place = source.origin(len(source.text))
        if found and found[1]:
            place = Origin(source.name, "", int(found[1]), int(found[2]))
        message = _PLACE.sub("", str(error))
        raise SpecError(Problem(f"this is no TOML: {message}", place, "correct it")) from None
    except RecursionError:
        raise SpecError(Problem("this is nested too deeply", source.origin(), "keep it flat")) from None


def _table(document: Mapping[str, Any], source: Source, *, is_project: bool) -> Mapping[str, Any] | None:
    """The table with the settings, None where there is none. Raises SpecError where something else is in its place."""
    if not is_project:
        return document
    tools = document.get("tool", {})
    table = tools.get(TABLE) if isinstance(tools, dict) else None
    if table is None or isinstance(table, dict):
        return table
    place = source.origin(max(0, source.text.find(TABLE)))
    raise SpecError(Problem(f"tool.{TABLE} is not a table", place, f"begin it with [tool.{TABLE}]"))


def _settings(
    file: Path,
    table: Mapping[str, Any],
    source: Source,
    sources: Sources,
    targets: Callable[[], Collection[str]],
    *,
    must_exist: bool = True,
) -> Settings:
    folder = _shown_folder(file)
    reader = _Reader(source, folder / file.name, targets, must_exist=must_exist)
    defaults = {"spec": folder / SPEC, "output": folder / OUTPUT}
    values = defaults | {key: reader.value(key, value) for key, value in table.items()}
    if problems := tuple(reader.problems):
        raise SettingsError(problems, sources)
    only_at = source.origin(_offset(source.text, "only", "")) if "only" in table else None
    return Settings(file, only_at=only_at, **values)


def _shown_folder(file: Path) -> Path:
    """The folder of a file as one names it from the current folder."""
    try:
        return Path(os.path.relpath(file.parent))
    except ValueError:  # another drive
        return file.parent.absolute()


class _Reader:
    """Reads the values of the table, and collects what is wrong with them."""

    def __init__(
        self, source: Source, path: Path, targets: Callable[[], Collection[str]], *, must_exist: bool
    ) -> None:
        self.problems = Problems()
        self._source = source
        self._stands_in = path
        self._folder = path.parent
        self._targets = targets
        self._must_exist = must_exist
        self._readers: dict[str, Callable[[str, Any], object]] = {
            "spec": self._file,
            "dialect": self._file,
            "overlays": self._overlays,
            "targets": self._target_names,
            "output": self._path,
            "package": self._package,
            "only": lambda key, value: tuple(self._texts(key, value)),
            "templates": lambda key, value: self._existing(key, self._text(key, value)),
        }

    def value(self, key: str, value: Any) -> Any:
        """What a setting means; where it means nothing, that is a problem."""
        reader = self._readers.get(key)
        if reader:
            return reader(key, value)
        near = closest(key, self._readers)
        known = f"did you mean {quote(near)}?" if near else f"there are {', '.join(self._readers)}"
        return self._wrong(key, f"there is no setting {quote(key)}", known)

    def _file(self, key: str, value: Any) -> Path:
        path = self._path(key, value)
        if value and isinstance(value, str) and self._must_exist and not holds(Path.is_file, path):
            self._wrong(key, f"`{key}` names {quote(value)}, which is no file", _START)
        return path

    def _existing(self, key: str, value: str) -> Path:
        path = self._path(key, value)
        if value and self._must_exist and not holds(Path.exists, path):
            message = f"`{key}` names {quote(value)}, which does not exist"
            self._wrong(key, message, _START, value)
        return path

    def _overlays(self, key: str, value: Any) -> tuple[Path, ...]:
        said = self._texts(key, value)
        paths = tuple(self._existing(key, each) for each in said)
        for at, (each, path) in enumerate(zip(said, paths, strict=True)):
            if normpath(path) in map(normpath, paths[:at]):  # what it adds would be there already
                self._wrong(key, f"`{key}` names {quote(each)} twice", "keep one of the two", each)
        return paths

    def _path(self, key: str, value: Any) -> Path:
        text = self._text(key, value)
        if "\0" in text:
            self._wrong(key, f"`{key}` is no path", "take the NUL out")
        return self._folder / text.replace("\0", "")

    def _target_names(self, key: str, value: Any) -> tuple[str, ...]:
        known = self._targets()
        names = []
        for name in self._texts(key, value):
            if name.endswith(".py"):
                names.append(str(self._existing(key, name)))
                continue
            names.append(name)
            if name and name not in known:
                hint = f"there are {', '.join(known)}, and files: path/to/target.py"
                self._wrong(key, f"there is no target {quote(name)}", hint, name)
        return tuple(names)

    def _package(self, key: str, value: Any) -> PackageName:
        text = self._text(key, value)
        if text and (problem := problem_of_package(text)):
            self._wrong(key, f"{quote(text)} {problem[0]}", problem[1])
        return PackageName(text, self._stands_in, _offset(self._source.text, key, ""))

    def _texts(self, key: str, value: Any) -> list[str]:
        hint = f'write it as `{key} = ["...", "..."]`'
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self._wrong(key, f"`{key}` is not a list of texts", hint)
            return []
        if "" in value:
            self._wrong(key, f"`{key}` holds an empty text", hint)
        return [each for each in value if each]

    def _text(self, key: str, value: Any) -> str:
        if isinstance(value, str) and value:
            return value
        self._wrong(key, f"`{key}` is {'empty' if value == '' else 'not a text'}", f'write it as `{key} = "..."`')
        return ""

    def _wrong(self, key: str, message: str, hint: str, item: str = "") -> None:
        self.problems.error(message, self._source.origin(_offset(self._source.text, key, item)), hint)


# Where a table ends: the header of the next one.
_HEADER = re.compile(r"^[ \t]*\[\[?[\w \t.\"'-]+\]\]?[ \t]*(?:#.*)?$", re.MULTILINE)


def _offset(text: str, key: str, item: str) -> int:
    """Where a key of the table stands, or an item of its list, as near as a search finds it: tomllib tells none."""
    name = rf"(?:{re.escape(key)}|{re.escape(json.dumps(key))}|'{re.escape(key)}')"
    own = re.compile(rf"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?{TABLE}[\"']?[ \t]*\]", re.MULTILINE).search(text)
    start = own.end() if own else 0
    following = _HEADER.search(text, start) if own else None
    found = re.compile(rf"^[ \t]*({name})[ \t]*[.=]", re.MULTILINE).search(
        text, start, following.start() if following else len(text)
    ) or re.compile(rf"\b{TABLE}[\"']?[ \t]*(?:\.|=[ \t]*{{.*?)[ \t]*\b({name})").search(text)
    if found is None:
        return start
    quoted = re.compile(rf"[\"']{re.escape(item)}[\"']").search(text, found.end()) if item else None
    return quoted.start() if quoted else found.start(1)
