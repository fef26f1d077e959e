"""The one Jinja environment: real template files, strict about what is undefined.

A template is the output with holes. Values arrive ready to be printed: the targets escape whatever comes from a spec.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


class TemplateError(Exception):
    """A template is broken; the message names it, with the line."""


class Renderer:
    """Renders templates below ``root``, and lists the files there that are copied as they are."""

    def __init__(self, root: Path = TEMPLATES) -> None:
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
            raise TemplateError(f"{error.filename or template}:{error.lineno}: {error.message}") from error
        except jinja2.TemplateError as error:
            raise TemplateError(f"{template}: {error}") from error

    def static_files(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """Path (relative to the folder) and content of what is copied as it is, sorted by path."""
        base = self.root / folder
        for path in sorted(base.rglob("*")):
            relative = path.relative_to(base).as_posix()
            if path.is_file() and path.suffix != ".j2" and "__pycache__" not in relative:
                yield relative, path.read_bytes()
