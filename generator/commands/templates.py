"""``templates``: those that ``--templates`` may override, by the path to override them by, and copies to begin with."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ..errors import TemplateError
from ..options import FOLDER, told
from ..render import files_of
from ..shipped import TEMPLATES


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--out", type=FOLDER, help="Copy them there, to be changed and named by --templates.")
def templates(paths: tuple[str, ...], out: Path | None) -> None:
    """List the templates by their paths: all of the generator's, or those at and below each PATH.

    A PATH is a target or a part of it: python, python/package/_runtime, python/README.md.j2.
    """
    with told():
        chosen = _chosen(paths)
        if out is None:
            click.echo("\n".join(chosen))
            return
        if there := [str(out / path) for path in chosen if os.path.lexists(out / path)]:
            raise TemplateError(f"in the way, and not overwritten: {', '.join(there)}")
        try:
            for path, file in chosen.items():
                (out / path).parent.mkdir(parents=True, exist_ok=True)
                (out / path).write_bytes(file.read_bytes())
        except OSError as error:
            raise TemplateError(f"cannot be written: {error.strerror}: {error.filename}") from error
    click.echo(f"{out}: {len(chosen)} added; `whmcs-codegen generate --templates {out}` takes them")


def _chosen(paths: tuple[str, ...]) -> dict[str, Path]:
    """The templates at and below the paths, by path. Raises TemplateError for a path that has none."""
    every = files_of(TEMPLATES)
    below = {path: [each for each in every if _is_at_or_below(each, path.rstrip("/"))] for path in paths}
    if nowhere := [path for path, own in below.items() if not own]:
        raise TemplateError(f"there is no template {nowhere[0]!r}: `whmcs-codegen templates` lists them")
    chosen = {each for own in below.values() for each in own} if paths else every.keys()
    return {each: every[each] for each in sorted(chosen)}


def _is_at_or_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")
