"""The commands: generate, check, list, ir, lint, bundle; diff and changelog for updates of the specs; new-target,
contract, conformance for those who write targets.

``commands`` has vendor, init, mock and templates.

Exit codes: 0 done, 1 the spec is wrong (for lint: as wrong as --fail-on says) or a proof fails, 2 the call, a template
or a target is wrong, 3 the output is not what would be generated. Of ``diff``: 0 compared, 1 there is what it was told
to fail on, 2 it could not compare.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import pipeline
from .commands import diff as comparing
from .commands import targets as writing
from .commands.init import init
from .commands.mock import mock
from .commands.templates import templates
from .commands.vendor import vendor
from .options import FILE, is_said, reads_specs, same_call, writes
from .origin import Origin, Problem
from .output import DRIFT, MANIFEST, Plan, Status, diff, write_whole
from .pipeline import Inputs, Progress
from .specs.sources import Sources
from .targets.registry import Entry, built_in, find
from .terminal import console, report

if TYPE_CHECKING:
    from .ir import Api
    from .specs.specs import Specs

_FILE_OR_NONE = click.Path(dir_okay=False, allow_dash=True, path_type=Path)

def main() -> None:
    """Runs the command line of ``whmcs-codegen``."""
    # A run builds large trees and needs nearly all of them to its end: looking for garbage is a fifth of its time.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):  # in a terminal of few characters, and for names of files that are no text
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        cli(prog_name="whmcs-codegen")
    except OSError as error:  # such as a full disk behind stdout
        click.echo(f"error: {error.strerror or error}{f': {error.filename}' if error.filename else ''}", err=True)
        # What is still to be written there would fail once more when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(2)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="whmcs-codegen")
def cli() -> None:
    """Generates API clients from an action-style OpenAPI description.

    Overlays and JSON Schemas are read from overlays/ and schemas/ beside the spec, unless the settings of the project,
    [tool.whmcs-codegen] in its pyproject.toml, name others. Options win over settings.
    """


cli.add_command(vendor)
cli.add_command(init)
cli.add_command(mock)
cli.add_command(templates)


@cli.command(epilog=f"Targets: {', '.join(entry.name for entry in built_in())}, and those of installed packages.")
@reads_specs
@writes
def generate(
    inputs: Inputs,
    sources: Sources,
    progress: Progress,
    entries: Sequence[Entry],
    out: Path,
    full: bool,
    alone: bool,
) -> None:
    """Write the clients: all of ours, or those named.

    A TARGET is a name, or the path of a Python file that defines one: path/to/target.py.
    """
    if not full and pipeline.up_to_date(inputs, out, entries, alone=alone):
        click.echo(f"{out}: up to date")
        return
    with pipeline.prepared(entries) as targets:
        reading = pipeline.read(inputs, sources, progress)
        tree = pipeline.render(reading, targets, progress, inputs.templates)
    plan = pipeline.generate(tree, inputs.having_read(reading.specs), out, entries, progress, full=full, alone=alone)
    report(reading.warnings, sources)
    _summary(plan, out)


@cli.command()
@reads_specs
@writes
def check(
    inputs: Inputs,
    sources: Sources,
    progress: Progress,
    entries: Sequence[Entry],
    out: Path,
    full: bool,
    alone: bool,
) -> None:
    """Compare the output with what would be generated: exit 3, and a diff, where they differ."""
    if not full and pipeline.up_to_date(inputs, out, entries, alone=alone):
        click.echo(f"{out}: up to date")
        return
    with pipeline.prepared(entries) as targets:
        reading = pipeline.read(inputs, sources, progress)
        tree = pipeline.render(reading, targets, progress, inputs.templates)
    plan = pipeline.check(tree, inputs.having_read(reading.specs), out, entries, progress, full=full, alone=alone)
    report(reading.warnings, sources)
    if plan.is_current:
        click.echo(f"{out}: up to date")
        return
    click.echo(diff(plan), nl=False)
    _retired(plan, out)
    for change in plan.of(*DRIFT):
        click.echo(f"{change.status}: {out / change.path}{': ' + change.reason if change.reason else ''}", err=True)
    if not plan.is_recorded:
        click.echo(f"changed: {out / MANIFEST}", err=True)
    click.echo(f"{out} is not what would be generated; `{same_call('generate')}` writes it", err=True)
    sys.exit(3)


@cli.command("list")
@reads_specs
def list_(inputs: Inputs, sources: Sources, progress: Progress) -> None:
    """Show every operation: action, group, effect, paging, parameters (* needed, ~ deprecated), source line, state."""
    from .listing import Row, rows

    reading = pipeline.read(inputs, sources, progress)
    report(reading.warnings, sources)
    table = [row._replace(source=_shown(row.source, sources)) for row in rows(reading.api)]
    if not sys.stdout.isatty():
        for row in (Row._fields, *table):
            click.echo("\t".join(row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    printed = Table(*Row._fields, row_styles=["", "dim"])
    for row in table:
        printed.add_row(*map(Text, row))
    Console().print(printed)


@cli.command()
@reads_specs
def ir(inputs: Inputs, sources: Sources, progress: Progress) -> None:
    """Print the intermediate representation as JSON."""
    from .listing import as_json

    reading = pipeline.read(inputs, sources, progress)
    report(reading.warnings, sources)
    click.echo(as_json(reading.api), nl=False)


def _list_rules(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from .lint.catalogue import listing

        click.echo(listing(), nl=False)
        context.exit()


@cli.command()
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "advice"]),
    default="error",
    show_default=True,
    help="Exit 1 where a finding is as severe as this, or more.",
)
@click.option("--select", multiple=True, metavar="CODE", help="Only this rule; * stands for anything. Repeatable.")
@click.option("--ignore", multiple=True, metavar="CODE", help="Not this rule. Repeatable.")
@click.option("--justifications", type=FILE, help="What is meant to be so. [default: lint.yml beside the spec]")
@click.option(
    "--target", "targets", multiple=True, help="Whose names must differ. [default: the project's] Repeatable."
)
@click.option("--list-rules", is_flag=True, is_eager=True, expose_value=False, callback=_list_rules, help="Show them.")
@reads_specs
def lint(
    inputs: Inputs,
    sources: Sources,
    progress: Progress,
    form: str,
    fail_on: str,
    select: Sequence[str],
    ignore: Sequence[str],
    justifications: Path | None,
    targets: Sequence[str],
) -> None:
    """Say what is wrong with specs, overlays, schemas and dialect, and what could be better."""
    if is_said("only"):
        raise click.UsageError("lint looks at all of the specs: leave --only out")
    from .lint.catalogue import Severity
    from .lint.lint import Selection, UnknownRuleError
    from .lint.lint import lint as run
    from .lint.sarif import as_sarif
    from .lint.text import as_json, as_text

    try:
        selection = Selection(select, ignore)
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from None

    entries = [find(target) for target in targets] or built_in()

    def unprintable(specs: Specs, api: Api) -> Sequence[Problem]:
        return pipeline.unprintable(pipeline.Reading(specs, api, ()), entries, progress)

    beside = inputs.spec.parent / "lint.yml"
    with progress.stage("lint"):
        said = justifications or (beside if lexists(beside) else None)
        found = run(inputs.spec, inputs.dialect, sources, said, selection, unprintable, inputs.overlay_files())
    if form == "json":
        click.echo(as_json(found), nl=False)
    elif form == "sarif":
        click.echo(as_sarif(found, sources), nl=False)
    else:
        click.echo(as_text(found, sources, console(sys.stdout)))
    if any(finding.severity >= Severity[fail_on.upper()] for finding in found.findings):
        sys.exit(1)


@cli.command()
@click.option("--format", "form", type=click.Choice(["yaml", "json"]), default="yaml", show_default=True)
@click.option("--output", type=_FILE_OR_NONE, help="File. [default: stdout]")
@reads_specs
def bundle(inputs: Inputs, sources: Sources, progress: Progress, form: str, output: Path | None) -> None:
    """Write the OpenAPI document with all overlays applied, as one file."""
    from .specs import bundle as bundling

    if output and output.exists() and any(output.samefile(each) for each in (inputs.spec, inputs.dialect)):
        raise click.UsageError(f"{output} is what is read: name another file")
    reading = pipeline.read(inputs, sources, progress)
    report(reading.warnings, sources)
    document = reading.document()
    text = (bundling.as_json(document) if form == "json" else bundling.as_yaml(document)).encode()
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
    else:
        write_whole(output, text)


cli.add_command(comparing.diff)
cli.add_command(comparing.changelog)


for command in (writing.new_target, writing.contract, writing.conformance):
    cli.add_command(command)


def _shown(source: str, sources: Sources) -> str:
    """``overlays/x.yml:5`` as one would name it from the current folder."""
    from .report import shown_path

    file, _, line = source.rpartition(":")
    return f"{shown_path(Origin(file, '', 1, 1), sources)}:{line}"


def _summary(plan: Plan, out: Path) -> None:
    counts = {status: len(plan.of(status)) for status in (Status.ADDED, Status.CHANGED, Status.EDITED, Status.REMOVED)}
    said = ", ".join(f"{count} {status}" for status, count in counts.items() if count)
    alike = "nothing to change" if plan.is_recorded else f"nothing to change but {MANIFEST}, which records the inputs"
    click.echo(f"{out}: {said or alike}")
    _retired(plan, out)
    for change in plan.of(Status.KEPT):
        click.echo(f"kept: {out / change.path}: no longer generated, but edited by hand", err=True)


def _retired(plan: Plan, out: Path) -> None:
    for target in plan.retired:
        click.echo(f"retired: {out / target}: {target} is not among the project's targets", err=True)
