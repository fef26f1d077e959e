"""What the commands have in common: their options, the settings behind these, and how errors are told."""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn

import click
from click.core import ParameterSource

from .errors import TargetError, TemplateError
from .origin import SpecError
from .output import OutputError
from .pipeline import Inputs, Progress
from .problems import SelectionError
from .settings import OUTPUT, SPEC, Settings, SettingsError, load_settings
from .targets.registry import built_in, find, known
from .terminal import report, showing

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
config_option = click.option(
    "--config", type=FILE, help="Settings. [default: [tool.whmcs-codegen] of the pyproject.toml here or above]"
)
templates_option = click.option(
    "--templates",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Files in place of those of the same path below templates/.",
)


def reads_specs(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the project's settings with --spec and its like, as ``inputs``, and reports errors.

    ``targets`` and ``out``, where a command has them, are those of the settings if the command line names none; so are
    the templates, which are a part of the inputs. A command with both is told by ``alone`` that those targets are all
    that the project wants.
    """

    @config_option
    @click.option("--spec", type=FILE, help=f"The OpenAPI document. [default: {SPEC}]")
    @click.option("--dialect", type=FILE, help="How the API behaves everywhere. [default: dialect.yml beside the spec]")
    @click.option("--only", help="Groups and actions, with commas between them. [default: all]")
    @click.option("--timings", is_flag=True, help="Print seconds by stage, as JSON, to stderr.")
    @wraps(command)
    def run(
        config: Path | None, spec: Path | None, dialect: Path | None, only: str | None, timings: bool, **arguments: Any
    ) -> None:
        settings = settings_of(config)
        named: Sequence[str] = ()
        if {"targets", "out"} <= arguments.keys():
            named = arguments["targets"]
            arguments["alone"] = bool(settings.targets) and not named
        inputs = _inputs(settings, spec, dialect, only)
        for name, set_ in (("targets", settings.targets), ("out", settings.output), ("templates", settings.templates)):
            if name in arguments:
                arguments[name] = arguments[name] or set_
        inputs = replace(inputs, templates=arguments.pop("templates", None))
        sources = inputs.sources()
        progress = Progress()
        try:
            with told(), showing(progress):
                command(inputs=inputs, sources=sources, progress=progress, **arguments)
            _tell_of_strangers(settings, named)
        except SpecError as error:
            report(error.problems, sources)
            sys.exit(1)
        finally:
            if timings:
                click.echo(json.dumps(progress.seconds), err=True)

    return run


def _tell_of_strangers(settings: Settings, targets: Sequence[str]) -> None:
    """Says which targets the project does not have: a run without names finds their files stale, and removes them."""
    own = {os.path.normpath(each) for each in settings.targets}
    for name in targets if own else ():
        if os.path.normpath(name) not in own:
            place = settings.file.name if settings.file else "the settings"
            told = f"note: {name} is not among `targets` in {place}; `generate` without a name removes its files"
            click.echo(f"{printed(told)}: add it there", err=True)


def settings_of(config: Path | None) -> Settings:
    """The settings of the project; reports what is wrong with them."""
    try:
        return load_settings(config, known)
    except SettingsError as error:
        report(error.problems, error.sources)
        sys.exit(2)


def _inputs(settings: Settings, spec: Path | None, dialect: Path | None, only: str | None) -> Inputs:
    """What a run reads, by its options and the settings. Raises click.UsageError."""
    document = spec or settings.spec
    beside = dialect or settings.dialect or document.parent / "dialect.yml"
    if not document.exists():  # what is no file is told of by the reading stage
        raise click.UsageError(f"there is no {document}: name the spec with --spec, or see `whmcs-codegen init`")
    if not beside.is_file():
        raise click.UsageError(f"there is no {beside}: name the dialect with --dialect")
    names = settings.only if only is None else tuple(filter(None, map(str.strip, only.split(","))))
    if only is not None and not names:
        raise click.UsageError("--only names nothing; leave it out for everything")
    only_at = settings.only_at if only is None else None
    return Inputs(document, beside, settings.overlays, settings.package, names, only_at=only_at)


def writes(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command its targets, as ``entries``, with --templates, --out and --full."""

    @click.argument("targets", nargs=-1, metavar="[TARGET]...")
    @templates_option
    @click.option("--out", type=FOLDER, help=f"The output folder. [default: {OUTPUT}]")
    @click.option("--full", is_flag=True, help="Do everything again, whatever the manifest says.")
    @wraps(command)
    def run(targets: Sequence[str], **arguments: Any) -> None:
        entries = [find(target) for target in dict.fromkeys(targets)] or built_in()
        command(entries=entries, **arguments)

    return run


def is_said(option: str) -> bool:
    """Whether the command line has an option, rather than its default or the settings."""
    return click.get_current_context().get_parameter_source(option) is ParameterSource.COMMANDLINE


def same_call(command: str) -> str:
    """The command line that does another command with the targets and options of this one, flags aside."""
    context = click.get_current_context()
    said = [each for each in context.command.params if is_said(each.name or "")]
    words = ["whmcs-codegen", command]
    for argument in (each for each in said if isinstance(each, click.Argument)):
        words += context.params[argument.name or ""]
    for option in (each for each in said if isinstance(each, click.Option) and not each.is_flag):
        words += [option.opts[0], str(context.params[option.name or ""])]
    return printed(shlex.join(words))


@contextmanager
def told() -> Iterator[None]:
    """Says what is wrong with the call, the output, a target or a template, and exits."""
    try:
        yield
    except (OutputError, SelectionError, TargetError, TemplateError) as error:
        fail(error)


def fail(error: Exception) -> NoReturn:
    """Ends a command that cannot be carried out as it was called."""
    click.echo(f"error: {printed(str(error))}", err=True)
    sys.exit(2)


def printed(text: str) -> str:
    """A text that may hold parts of a spec, fit for a terminal."""
    from .report import printable

    return "\n".join(map(printable, text.split("\n")))
