"""What commands show on a terminal while they run, and when something is wrong with the specs."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click

from .origin import Problem
from .pipeline import Progress
from .specs.sources import Sources

if TYPE_CHECKING:
    from rich.console import Console


@contextmanager
def showing(progress: Progress) -> Iterator[None]:
    """Shows a progress on a terminal, as a spinner with the stage's name."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        progress.announce, progress.rest = status.update, status.stop
        yield


def report(problems: Sequence[Problem], sources: Sources) -> None:
    """Prints problems with their places to stderr; nothing where there are none."""
    if not problems:
        return
    from .report import render

    click.echo(render(problems, sources, console(sys.stderr)), err=True)


def console(stream: TextIO) -> Console | None:
    """What styles a report on a terminal; None where the stream is none."""
    if not stream.isatty():
        return None
    from rich.console import Console

    return Console(file=stream)
