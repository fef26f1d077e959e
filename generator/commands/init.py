"""``init``: a project of one's own, with the shipped specs, an overlay to begin with, and what keeps it checked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click

from ..options import fail
from ..output import Disk, OutputError
from ..report import printable
from ..settings import TABLE
from ..shipped import SPECS, STARTER

_SETTINGS = "pyproject.toml"
# Stands in a folder before anything else does.
_NOTHING = frozenset({".git"})


@click.command()
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Add what is missing to a folder that is not empty.")
def init(folder: Path, force: bool) -> None:
    """Write a project of your own into DIR, by default the current folder; it must be empty.

    It has the published specs, an overlay of your own to begin with, settings, a Makefile and a CI workflow. With
    --force, what stands there stays as it is, and the rest is added.
    """
    try:
        written, kept = _write(folder, force=force)
    except OutputError as error:
        fail(error)
    except OSError as error:
        place = f": {error.filename}" if error.filename else ""
        is_begun = os.path.isdir(folder)  # noqa: PTH112 - a name that is too long is none of a folder
        hint = "`whmcs-codegen init --force` completes what is missing" if is_begun else "name another folder"
        fail(OutputError(f"{error.strerror or error}{place}; {hint}"))
    shown = printable(str(folder))
    for path in kept:
        click.echo(f"kept: {printable(str(folder / path))}", err=True)
    if _SETTINGS in kept and TABLE not in (folder / _SETTINGS).read_text("utf-8", "replace"):
        click.echo(f"{_SETTINGS} has no settings for this; they are:\n\n{_starter_settings()}", err=True)
    click.echo(f"{shown}: {len(written)} added" + (f", {len(kept)} kept" if kept else ""))
    click.echo("Next: `make generate` there. overlays/own.yml is yours; README.md says what is what.")


def _write(folder: Path, *, force: bool) -> tuple[list[str], list[str]]:
    """What was written, and what stands there already. Raises OutputError, before a file is written, and OSError."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is a file: name a folder")
    if not force and folder.is_dir() and (others := set(os.listdir(folder)) - _NOTHING):  # noqa: PTH208 - names only
        message = f"{folder} is not empty, it holds {min(others)}: name another folder"
        raise OutputError(f"{message}, or use --force, which adds what is missing and overwrites nothing")
    folder.mkdir(parents=True, exist_ok=True)
    disk = Disk(folder)
    files = dict(_files())
    kept = [path for path in files if disk.read(path) is not None]
    written = [path for path in files if path not in kept]
    for path in written:
        _create(disk.locate(path), files[path])
    return written, kept


def _create(path: Path, content: bytes) -> None:
    """Writes a new file; a part of it does not stay."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        try:
            file.write(content)
            file.flush()
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise


def _files() -> Iterator[tuple[str, bytes]]:
    """Path and content of every file of the project."""
    for source, prefix in ((STARTER, ""), (SPECS, "specs/")):
        for path in sorted(source.rglob("*")):
            if path.is_file():
                yield prefix + path.relative_to(source).as_posix(), path.read_bytes()


def _starter_settings() -> str:
    return (STARTER / _SETTINGS).read_text("utf-8")
