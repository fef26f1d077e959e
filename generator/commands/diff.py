"""The commands `diff` and `changelog`. What they need they import when they run: others should not wait for it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..options import config_option, settings_of, told
from ..pipeline import CHANGELOG, Progress
from ..settings import SPEC
from ..targets.registry import Entry, built_in, find
from ..terminal import report as tell
from ..terminal import showing

if TYPE_CHECKING:
    from ..diff.reading import Loaded
    from ..diff.renderers import Report

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FILE_OR_NONE = click.Path(dir_okay=False, path_type=Path)


def _compares(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command OLD, NEW, the project's settings, --spec, --dialect and --target, as ``report``.

    What cannot be compared ends with exit code 2.
    """

    @click.argument("old")
    @click.argument("new", required=False)
    @config_option
    @click.option("--spec", type=_FILE_OR_NONE, help=f"The project's OpenAPI document. [default: {SPEC}]")
    @click.option("--dialect", type=_FILE, help="The dialect of both sides. [default: dialect.yml beside each spec]")
    @click.option("--target", help="Whose client is meant, by its names. [default: the project's first]")
    @wraps(command)
    def run(
        old: str,
        new: str | None,
        config: Path | None,
        spec: Path | None,
        dialect: Path | None,
        target: str | None,
        **arguments: Any,
    ) -> None:
        from ..diff.compare import compare
        from ..diff.names import naming_of
        from ..diff.reading import BrokenSideError, Project, SideError, reading
        from ..diff.renderers import Report
        from ..diff.version import proposal

        settings, progress = settings_of(config), Progress()
        try:
            with told(), showing(progress):
                entries = [find(each) for each in ([target] if target else settings.targets)] or built_in()
                naming = naming_of(entry.load() for entry in entries)
                project = Project(settings, config, spec, dialect, naming=naming)
                before, after = (reading(named, project, progress) for named in (old, new))
                changes = compare(before.side, after.side)
        except SideError as error:
            click.echo(f"error: {error}", err=True)
            sys.exit(2)
        except BrokenSideError as error:
            tell(error.problems, error.sources)
            sys.exit(2)
        _tell_what_to_know(before, after, entries)
        version = proposal(before.version, after.version, changes)
        command(report=Report(before, after, changes, version, project.spec.parent), **arguments)

    return run


def _tell_what_to_know(before: Loaded, after: Loaded, entries: Sequence[Entry]) -> None:
    """Says on stderr whose names the changes are told by where no target has any, and where one side lacks overlays."""
    from ..diff.names import wire_names
    from ..diff.reading import unlike

    if after.side.naming is wire_names:
        targets = ", ".join(entry.name for entry in entries)
        told_by = "changes are told by the names in the specs: actions, parameters, fields"
        click.echo(f"note: no names of a client (`client_names`) come from {targets}; {told_by}", err=True)
    if warning := unlike(before, after):
        click.echo(f"warning: {warning}", err=True)


def _explain(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from ..diff.renderers import catalogue

        click.echo(catalogue(), nl=False)
        context.exit()


@click.command("diff")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(["breaking", "additive", "cosmetic", "version"]),
    multiple=True,
    help="Exit 1 on such a change or a worse one, or on a version that is too low for the changes. May be given twice.",
)
@click.option(
    "--explain", is_flag=True, is_eager=True, expose_value=False, callback=_explain, help="Show every kind of change."
)
@_compares
def diff(report: Report, form: str, fail_on: Sequence[str]) -> None:
    """Show what changes for callers of the generated client, from OLD to NEW.

    Each is a spec, the folder of one, or a git revision of the project's specs (HEAD~3, v1.2.0, main:specs/old.yml);
    without NEW, the specs at hand. A file or folder of that name comes first.
    """
    from ..diff import renderers

    shown = {"text": renderers.as_text, "markdown": renderers.as_markdown, "json": renderers.as_json}
    click.echo(shown[form](report), nl=False)
    if renderers.fails(report, fail_on):
        sys.exit(1)


@click.command()
@click.option("--file", "path", type=_FILE_OR_NONE, help="The changelog. [default: CHANGELOG.md beside the spec]")
@click.option("--heading", help="[default: the version of NEW where it is a later one, else Unreleased]")
@_compares
def changelog(report: Report, path: Path | None, heading: str | None) -> None:
    """Tell of what changes from OLD to NEW in the changelog of the generated packages; see `diff`.

    What people wrote there stays, also where they reworded a line. `generate` copies the file into the packages.
    """
    from ..diff.changelog import UNRELEASED, ChangelogError, update
    from ..specs.places import SUFFIXES

    path = path or report.home / CHANGELOG
    if path.suffix.lower() in SUFFIXES:
        raise click.UsageError(f"{path} is a document, and no changelog: name another with --file")
    under = heading or (report.version.new if report.version.is_raised else UNRELEASED)
    if not under.isprintable() or not under.strip():
        raise click.UsageError("a heading is one line")
    try:
        changed = update(path, under, report.changes)
    except ChangelogError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(2)
    click.echo(f"{path}: {f'changes are under {under}' if changed else 'nothing to change'}")
    if under != UNRELEASED and not report.version.is_met:
        click.echo(f"warning: {_too_low(report)}", err=True)


def _too_low(report: Report) -> str:
    """What is wrong with the version, and where that stands."""
    version, place = report.version, report.new.side.dialect.get("/version")
    where = f" at {report.new.place(place)}" if place else ""
    asked = f"from {version.old} these changes ask for at least {version.least} ({version.step})"
    return f"version {version.new} is too low: {asked}; raise `version`{where}, and the heading with it"
