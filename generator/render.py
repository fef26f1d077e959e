"""The one Jinja environment: real template files, strict about what is undefined.

A template is the output with holes. Values arrive ready to be printed: the targets escape whatever comes from a spec.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb
from typing import Any

import jinja2


class TemplateError(Exception):
    """A template is broken; the message names it, with the line."""


class Renderer:
    """Renders templates below ``root``, and lists the files there that are copied as they are."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(root),
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
        except jinja2.TemplateSyntaxError as error:
            raise TemplateError(f"{self._named(error.filename or template)}:{error.lineno}: {error.message}") from error
        except jinja2.TemplateNotFound as error:
            raise TemplateError(f"{error.name}: there is no such template in {self.root}") from error
        except jinja2.TemplateError as error:
            raise TemplateError(f"{self._place(error) or template}: {error.message}") from error

    def _place(self, error: Exception) -> str:
        """``python/package/enums.py.j2:9``, where rendering failed: jinja puts it in the traceback."""
        frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
        inside = [(file, line) for file, line in frames if Path(file).is_relative_to(self.root)]
        return f"{self._named(inside[-1][0])}:{inside[-1][1]}" if inside else ""

    def _named(self, file: str) -> str:
        path = Path(file)
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else file

    def static_files(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """Path (relative to the folder) and content of what is copied as it is, sorted by path."""
        base = self.root / folder
        for path in sorted(base.rglob("*")):
            relative = path.relative_to(base)
            if path.suffix != ".j2" and not any(_is_left_behind(part) for part in relative.parts) and path.is_file():
                yield relative.as_posix(), path.read_bytes()


def _is_left_behind(part: str) -> bool:
    """Whether a file or folder is what tools and editors leave: caches, swap files, backups."""
    return part.startswith(".") or part.endswith("~") or part == "__pycache__"
