"""What commands show on a terminal while they run, and when something is wrong with the specs."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from .origin import Problem
from .pipeline import Progress
from .specs.sources import Sources


@contextmanager
def showing(progress: Progress) -> Iterator[None]:
    """Shows a progress on a terminal, as a spinner with the stage's name."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        progress.announce = status.update
        yield


def report(problems: Sequence[Problem], sources: Sources) -> None:
    """Prints problems with their places to stderr; nothing where there are none."""
    if not problems:
        return
    from rich.console import Console

    from .report import render

    console = Console(stderr=True) if sys.stderr.isatty() else None
    click.echo(render(problems, sources, console), err=True)
