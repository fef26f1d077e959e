"""The one Jinja environment: real template files, strict about what is undefined.

A template is the output with holes. Values arrive ready to be printed: the targets escape whatever comes from a spec.
Templates are named by their path below ``templates/``; a folder of the user's own may hold others in place of some.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from traceback import walk_tb
from types import FrameType
from typing import Any

import jinja2

from .errors import TemplateError
from .shipped import TEMPLATES as TEMPLATES  # targets say where theirs are


class Renderer:
    """Renders templates, and lists the files beside them that are copied as they are.

    roots:  folders that each hold ``<target>/...``; of two files of one path the first folder's is taken
    """

    def __init__(self, *roots: Path) -> None:
        self._roots = roots
        self._environment = jinja2.Environment(
            loader=_Loader(roots, encoding="utf-8-sig"),  # some editors begin a file with U+FEFF
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,  # noqa: S701 - no HTML: the output is source code, and the targets escape what they hand in
        )

    def render(self, template: str, **values: Any) -> str:
        """The text of a template with its holes filled. Raises TemplateError."""
        try:
            return self._environment.get_template(template).render(**values)
        except TemplateError:
            raise
        except jinja2.TemplateSyntaxError as error:
            file = _shown(Path(error.filename)) if error.filename else template
            raise TemplateError(f"{file}:{error.lineno}: {error.message}") from error
        except jinja2.TemplateNotFound as error:
            folders = " or ".join(_shown(root) for root in self._roots)
            place, what = self._place(error), error.name
            told = f"{place}: there is no template {what}" if place else f"{what}: there is no such template"
            raise TemplateError(f"{told} in {folders}") from error
        except Exception as error:
            message = error.message if isinstance(error, jinja2.TemplateError) else f"{type(error).__name__}: {error}"
            raise TemplateError(f"{self._place(error) or template}: {message}") from error

    def path(self, file: str) -> Path:
        """Where a template stands, for programs that read it themselves. Raises TemplateError."""
        found = next((root / file for root in self._roots if (root / file).is_file()), None)
        if found is None:
            raise TemplateError(f"{file}: there is no such file in {' or '.join(map(_shown, self._roots))}")
        try:
            found.read_text("utf-8")
        except UnicodeDecodeError as error:
            raise _not_utf8(found, error) from error
        return found

    def static_files(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """Path (relative to the folder) and content of what is copied as it is, sorted by path."""
        found: dict[str, Path] = {}
        for root in reversed(self._roots):
            found |= files_of(root / folder)
        for relative, path in sorted(found.items()):
            if path.suffix != ".j2":
                yield relative, path.read_bytes()

    def _place(self, error: Exception) -> str:
        """``templates/python/package/enums.py.j2:9 (operation GetClients)``, where rendering failed.

        Jinja puts the lines of templates, and what their variables hold, into the traceback.
        """
        frames = [(frame, line) for frame, line in walk_tb(error.__traceback__) if self._is_template(frame)]
        if not frames:
            return ""
        frame, line = frames[-1]
        actions = [action for each, _ in frames for action in _actions(each)]
        at = f" (operation {actions[-1]})" if actions else ""
        return f"{_shown(Path(frame.f_code.co_filename))}:{line}{at}"

    def _is_template(self, frame: FrameType) -> bool:
        return any(Path(frame.f_code.co_filename).is_relative_to(root) for root in self._roots)


class _Loader(jinja2.FileSystemLoader):
    """Reads templates. Raises TemplateError for one that is not UTF-8."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            file = next(path for path in (Path(root, template) for root in self.searchpath) if path.is_file())
            raise _not_utf8(file, error) from error


def check_overrides(folder: Path, roots: Iterable[Path]) -> None:
    """Raises TemplateError for files in a folder of overriding templates that override nothing, all of them at once."""
    known = {path for root in roots for name in _folders_in(root) for path in _paths(root, name)}
    problems = [
        f"{_shown(folder / path)}: is no file, so that it overrides nothing; put a file there or take it away"
        for path in sorted(known)
        if os.path.lexists(folder / path) and not (folder / path).is_file()
    ]
    for path in sorted(files_of(folder)):
        if path not in known:
            close = get_close_matches(path, known, 1)
            problems.append(
                f"{_shown(folder / path)}: overrides nothing; "
                + (f"did you mean {close[0]}?" if close else "its path must be that of a file below templates/")
            )
    if problems:
        raise TemplateError("\n".join(problems))


def files_of(folder: Path) -> dict[str, Path]:
    """The files below a folder by relative path, less what tools and editors leave there."""
    paths = {path.relative_to(folder): path for path in folder.rglob("*")}
    return {
        relative.as_posix(): path
        for relative, path in paths.items()
        if not any(_is_left_behind(part) for part in relative.parts) and path.is_file()
    }


def _not_utf8(file: Path, error: UnicodeDecodeError) -> TemplateError:
    line = error.object.count(b"\n", 0, error.start) + 1
    return TemplateError(f"{_shown(file)}:{line}: the file is not UTF-8; save it as UTF-8")


def _folders_in(root: Path) -> list[str]:
    return [path.name for path in root.iterdir() if path.is_dir()] if root.is_dir() else []


def _paths(root: Path, name: str) -> list[str]:
    return [f"{name}/{path}" for path in files_of(root / name)]


def _actions(frame: FrameType) -> list[str]:
    """The actions of what the variables of a template hold at the moment, the loops' own last."""
    held = [getattr(value, "action", None) for value in frame.f_locals.values()]
    return [action for action in held if isinstance(action, str)]


def _shown(path: Path) -> str:
    """A path as one would name it from the current folder."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _is_left_behind(part: str) -> bool:
    """Whether a file or folder is what tools and editors leave: caches, swap files, backups."""
    return part.startswith(".") or part.endswith("~") or part == "__pycache__"
