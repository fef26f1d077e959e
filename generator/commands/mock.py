"""``mock``: a fake of the API in the specs at hand, served by the Python client that is made of them."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import NoReturn

import click

from .. import pipeline
from ..options import FOLDER, reads_specs, templates_option
from ..pipeline import Inputs, Progress
from ..settings import OUTPUT
from ..specs.sources import Sources
from ..targets.registry import find
from ..terminal import report

_CLIENT = "python"
# Nobody imports a client that is made for the moment: that Python may refuse the project's own name does not matter.
_PACKAGE = "mocked"


@click.command()
@click.option("--host", help="Address to listen on. [default: 127.0.0.1]")
@click.option("--port", metavar="NUMBER", help="0 for any free one. [default: 8080]")
@click.option("--seed", help="Another one makes other data. [default: 0]")
@click.option("--population", metavar="NUMBER", help="Records of a list. [default: 60]")
@click.option("--lenient", is_flag=True, help="Ignore what the real server ignores.")
@click.option("--credential", multiple=True, metavar="NAME=VALUE", help="To sign in with. [default: made up]")
@click.option("--quirks", multiple=True, metavar="LIST", help="What is odd about it; `--quirks ?` lists all.")
@click.option("--fault", multiple=True, metavar="NAME=VALUE", help="What goes wrong; `--fault ?` lists all.")
@templates_option
@click.option("--out", type=FOLDER, help=f"Where a client lies that may be served as it is. [default: {OUTPUT}]")
@reads_specs
def mock(inputs: Inputs, sources: Sources, progress: Progress, out: Path, **said: object) -> None:
    """Serve a fake of the API in the specs on 127.0.0.1, until it is interrupted.

    It first prints its address and credentials as lines NAME=value, for a shell after `set -a`: clients read them
    from the environment. Then it prints a line for each call. The Python client serves it: the one in the output
    folder, where that is up to date; else one that is made of the specs for the moment.
    """
    with ExitStack() as stack:
        folder = out / _CLIENT
        if not pipeline.up_to_date(inputs, out, [find(_CLIENT)]):
            scratch = stack.enter_context(TemporaryDirectory(prefix="whmcs-codegen-"))
            folder = _made(inputs, sources, progress, Path(scratch))
        progress.rest()
        _serve(folder, [*_words(said)])


def _made(inputs: Inputs, sources: Sources, progress: Progress, scratch: Path) -> Path:
    """The folder of a client that is made of the specs, below another one. Nobody reads it, so it is not formatted."""
    with pipeline.prepared([find(_CLIENT)]) as targets:
        reading = pipeline.read(inputs, sources, progress)
        api = replace(reading.api, wire=replace(reading.api.wire, package=_PACKAGE))
        for draft in pipeline.render(replace(reading, api=api), targets, progress, inputs.templates):
            path = scratch / draft.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(draft.content)
    report(reading.warnings, sources)
    return scratch / _CLIENT


def _serve(folder: Path, arguments: list[str]) -> None:
    """Runs the fake of the client in a folder. Ends with exit code 2 where it cannot be run as it was called."""
    (main,) = folder.glob("*/testing/__main__.py")
    package = main.parent.parent.name
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        del sys.modules[name]  # a client may be called like a package that the generator uses
    sys.path.insert(0, str(folder))
    gc.enable()
    for name in ("SIGTERM", "SIGHUP"):  # Windows knows no SIGHUP
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _ended)
    context = click.get_current_context()
    usage = context.get_usage().removeprefix("Usage: ") + f"\nTry '{context.command_path} --help' for help."
    import_module(f"{package}.testing.__main__").main(arguments, context.command_path, usage)


def _ended(_: int, __: FrameType | None) -> NoReturn:
    """Ends as after Ctrl-C, so that nothing is left behind."""
    raise KeyboardInterrupt


def _words(said: Mapping[str, object]) -> Iterator[str]:
    """The options that were given, as the fake's own command takes them."""
    for name, value in said.items():
        if value is True:
            yield f"--{name}"
        elif value is not None and value is not False:
            yield from (f"--{name}={each}" for each in (value if isinstance(value, tuple) else [value]))
