"""Which targets there are: ours, those of installed packages, and a file of the user's own.

    find("python")               a built-in one
    find("go")                   entry point `go` of the group `whmcs_codegen.targets`: ``go = "acme_go:GoTarget"``
    find("targets/go.py")        the one target that this file defines

Nothing is imported before it is needed: a run that has nothing to do must be over before that.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from ..errors import TargetError
from ..naming import DEVICES

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from .base import Target

# A language is one line here, beside its module and its folder of templates.
BUILT_IN = {
    "openapi": "openapi:OpenApiTarget",
    "python": "python:PythonTarget",
    "typescript": "typescript:TypeScriptTarget",
}
# Packages whose version decides what a target's output looks like, beside those that all use.
PRINTERS = {"python": ("black", "datamodel-code-generator")}
GROUP = "whmcs_codegen.targets"

# A folder's name on every system, and no path.
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A target that can be run.

    load:      makes it
    own:       the files and folders that it is made of, where it is no part of the generator
    printers:  packages whose version decides what its output looks like
    """

    name: str
    load: Callable[[], Target]
    own: Mapping[str, Path] = field(default_factory=dict)
    printers: tuple[str, ...] = ()


def built_in() -> tuple[Entry, ...]:
    """Those that run where none is named."""
    places = BUILT_IN.items()
    return tuple(Entry(name, partial(_made, name, place), printers=PRINTERS.get(name, ())) for name, place in places)


def known() -> list[str]:
    """The names of all targets, those of installed packages included."""
    return [*BUILT_IN, *(name for name, _ in _entry_points())]


def find(reference: str) -> Entry:
    """The target of that name, or in that file. Raises TargetError."""
    if reference.endswith(".py"):
        return _from_file(Path(reference))
    for entry in built_in():
        if entry.name == reference:
            return entry
    points = dict(_entry_points())
    if reference in points:
        return _checked(points[reference](), f"entry point {reference} of {GROUP}", reference)
    names = [*BUILT_IN, *points]
    close = get_close_matches(reference, names, 1)
    raise TargetError(
        f"there is no target {reference!r}"
        + (f"; did you mean {close[0]}?" if close else f"; there are {', '.join(names)}, and files: path/to/target.py")
    )


def problem_of_name(name: object) -> str:
    """Why a target cannot be called so; nothing where it can."""
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        return f"{name!r} cannot be the name of a target: it takes a-z, 0-9, - and _, and begins with a letter"
    if name in DEVICES:
        return f"{name} is a device on Windows, and cannot be the name of a folder"
    return f"{name} is a target of the generator itself" if name in BUILT_IN else ""


def home(target: Target) -> Path:
    """The file that defines a target, or the folder of its package; of one of ours, in the folder of them all."""
    module = type(target).__module__
    if module.startswith(f"{__package__}."):
        return _home_of_ours(module.removeprefix(f"{__package__}."))
    package = module.partition(".")[0]
    file = Path(sys.modules[package].__file__ or "")
    return file.parent if package != module else file


def _home_of_ours(module: str) -> Path:
    own = Path(__file__).resolve().with_name(module.partition(".")[0])
    return own if own.is_dir() else own.with_suffix(".py")


def _made(name: str, place: str) -> Target:
    """One of ours. Raises TargetError."""
    module, _, class_ = place.partition(":")
    where = f"target {name}"
    try:
        target: Target = getattr(import_module(f".{module}", __package__), class_)()
    except (Exception, SystemExit) as error:
        at = _place(error, _home_of_ours(module), otherwise=Path(__file__))
        raise TargetError(f"{where}: {at}: {_told(error)}") from error
    _keeps_the_contract(target, f"{where}: {home(target)}", name)
    return target


def _entry_points() -> Iterator[tuple[str, Callable[[], Target]]]:
    from importlib.metadata import entry_points  # 30 ms

    for point in entry_points(group=GROUP):
        yield point.name, partial(_from_point, point)


def _from_point(point: EntryPoint) -> Target:
    where = f"entry point {point.name} = {point.value}"
    try:
        made = point.load()
        target: Target = made()
    except (Exception, SystemExit) as error:
        raise TargetError(f"{where}: {_told(error)}") from error
    return target


def _from_file(path: Path) -> Entry:
    if not path.is_file():
        raise TargetError(f"{path}: there is no such file")
    module, beside = _run(path)
    classes = [each for each in vars(module).values() if _is_target(each, module)]
    if len(classes) != 1:
        found = ", ".join(each.__name__ for each in classes) or "none"
        raise TargetError(f"{path}: one class with a `name` and `files` is the target; found: {found}")
    return _checked(_made_of(classes[0], path), str(path), beside=beside)


def _run(path: Path) -> tuple[ModuleType, dict[str, Path]]:
    """The module in a file, and the files beside it that it imports, which it can as a script can."""
    from importlib.util import module_from_spec, spec_from_file_location

    name = f"whmcs_codegen_target_{re.sub(r'[^A-Za-z0-9_]', '_', path.stem)}"
    spec = spec_from_file_location(name, path.resolve())
    if spec is None or spec.loader is None:
        raise TargetError(f"{path}: is no Python")
    module = module_from_spec(spec)
    known = set(sys.modules)
    sys.modules[name] = module
    sys.path.insert(0, str(path.resolve().parent))
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        raise TargetError(f"{_place(error, path)}: {_told(error)}") from error
    finally:
        sys.path.remove(str(path.resolve().parent))
    files = {each: Path(getattr(sys.modules[each], "__file__", None) or "") for each in set(sys.modules) - known}
    return module, {f"module {each}": file for each, file in files.items() if path.resolve().parent in file.parents}


def _is_target(value: object, module: ModuleType) -> bool:
    return (
        isinstance(value, type)
        and value.__module__ == module.__name__
        and hasattr(value, "name")
        and callable(getattr(value, "files", None))
    )


def _made_of(made: type, path: Path) -> Target:
    try:
        target: Target = made()
    except (Exception, SystemExit) as error:
        raise TargetError(f"{_place(error, path)}: {_told(error)}") from error
    return target


def _checked(target: Target, where: str, name: str | None = None, beside: Mapping[str, Path] | None = None) -> Entry:
    """The entry of a target that is not ours, and imports such files beside its own.

    Raises TargetError where it lacks a part of the contract.
    """
    if problem := problem_of_name(getattr(target, "name", None)):
        raise TargetError(f"{where}: {problem}")
    _keeps_the_contract(target, where, name or target.name)
    templates = Path(target.templates)
    own = {"target": home(target), "target templates": templates / target.name, **(beside or {})}
    return Entry(target.name, lambda: target, own)


def _keeps_the_contract(target: Target, where: str, name: str) -> None:
    """Raises TargetError where a target goes by another name, or lacks a part."""
    parts = ("name", "templates", "checks", "prepare", "close", "files")
    if missing := [part for part in parts if not hasattr(target, part)]:
        raise TargetError(f"{where}: the target lacks {', '.join(missing)}; generator/targets/base.py is the contract")
    if target.name != name:
        raise TargetError(f"{where}: the target calls itself {target.name}")


def failure(target: Target, error: BaseException) -> TargetError:
    """What to tell of an error that a target raises and does not mean."""
    return TargetError(f"target {target.name}: {_place(error, home(target))}: {_told(error)}")


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".split("\n")[0]


def _place(error: BaseException, home: Path, *, otherwise: Path | None = None) -> str:
    """``path/to/target.py:12``: the last line of the target's own that led to an error.

    Where none did, ``otherwise`` or its home.
    """
    from traceback import extract_tb

    if isinstance(error, SyntaxError) and error.filename:
        return f"{error.filename}:{error.lineno}"
    inside = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(home.resolve())]
    return f"{inside[-1].filename}:{inside[-1].lineno}" if inside else str(otherwise or home)
