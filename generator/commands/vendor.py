"""``vendor``: a client in another repository, kept up to date there; ``vendor --check`` for that repository's CI."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from .. import pipeline
from ..options import is_said, reads_specs, templates_option
from ..output import MANIFEST, OutputError, Plan, Status, installed_versions
from ..pipeline import Inputs, Progress
from ..report import printable
from ..specs.sources import Sources
from ..targets.registry import BUILT_IN, find
from ..terminal import report
from ..vendoring import Stamp, Vendoring, differences, files_of, refuse_company, refuse_name, refuse_place, stamp_of

_SHOWN = (Status.ADDED, Status.CHANGED, Status.EDITED, Status.REMOVED)


def _checks(command: Callable[..., None]) -> Callable[..., None]:
    """Gives the command its --check, for which it needs no specs."""

    @click.argument("words", nargs=-1, metavar="[TARGET] DEST")
    @click.option("--check", is_flag=True, help="Only say whether DEST is as it was vendored; needs no specs.")
    @wraps(command)
    def run(words: Sequence[str], check: bool, **arguments: Any) -> None:
        target, dest = words if len(words) == 2 else (None, *words) if len(words) == 1 else (None, None)
        if dest is None or not (target or check):
            raise click.UsageError(f"say which client ({', '.join(BUILT_IN)}), and in which folder: vendor python DEST")
        if check:
            _check(Path(dest), target)
        else:
            command(target=target, dest=Path(dest), **arguments)

    return run


@click.command()
@click.option("--all", "every", is_flag=True, help="Take all actions again, where DEST has only some.")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--force", is_flag=True, help="Overwrite what was edited in DEST; take one that holds other things.")
@templates_option
@_checks
@reads_specs
def vendor(
    inputs: Inputs,
    sources: Sources,
    progress: Progress,
    target: str,
    dest: Path,
    every: bool,
    dry_run: bool,
    force: bool,
) -> None:
    """Copy a client into another repository, as the folder DEST, or bring it up to date there.

    DEST is the package itself, under any name that its language can import and inside of any other:
    acme/vendor/whmcs is imported as acme.vendor.whmcs. Without --only, a part stays the part that it was.
    """
    if every and is_said("only"):
        raise click.UsageError("--all takes everything, and --only a part: say one of them")
    refuse_place(dest)
    entry, stamp = find(target), stamp_of(dest)
    if stamp is None and not force:
        refuse_company(dest)
    if stamp and stamp.target != entry.name:
        raise OutputError(f"{dest} holds the {stamp.target} client: vendor the {entry.name} client into another folder")
    names = () if every else _names(inputs, stamp)
    inputs = replace(inputs, only=names, only_at=inputs.only_at if names is inputs.only else None)
    with pipeline.prepared([entry]) as targets:
        refuse_name(dest, targets[0])
        reading = pipeline.read(inputs, sources, progress)
        inputs = inputs.having_read(reading.specs)
        drafts = pipeline.render(reading, targets, progress, inputs.templates)
        with progress.stage("format"):
            files = files_of(drafts, targets[0], reading.api, dest)
    version = installed_versions("whmcs-codegen")["whmcs-codegen"]
    facts: dict[str, str | tuple[str, ...]] = {"generator": version, "specs": inputs.specs_digest()}
    if inputs.only:
        facts["only"] = inputs.only
    vendoring = Vendoring(dest, entry.name, files, inputs.digest(entry), facts)
    with progress.stage("write"):
        plan = vendoring.plan(force=force) if dry_run else vendoring.carry_out(force=force)
    report(reading.warnings, sources)
    _tell(plan, dest, is_new=stamp is None and not dry_run, dry_run=dry_run)


def _names(inputs: Inputs, stamp: Stamp | None) -> tuple[str, ...]:
    """The selection: what the command line says; else what DEST has; else what the settings say."""
    return inputs.only if stamp is None or is_said("only") else stamp.only


def _tell(plan: Plan, dest: Path, *, is_new: bool, dry_run: bool) -> None:
    """What changes, a file a line; of a new folder only how much."""
    if not is_new:
        for change in plan.of(*_SHOWN, Status.BLOCKED):
            click.echo(f"{change.status}: {printable(str(dest / change.path))}")
    for change in plan.of(Status.KEPT):
        reason = change.reason or "edited"
        click.echo(f"kept: {printable(str(dest / change.path))}: no longer part of the client, but {reason}", err=True)
    counts = {status: len(plan.of(status)) for status in (*_SHOWN, Status.BLOCKED)}
    said = ", ".join(f"{count} {status}" for status, count in counts.items() if count)
    if not said and not plan.is_recorded:
        said = f"only {MANIFEST} changed"
    click.echo(f"{printable(str(dest))}: {'would be: ' if dry_run and said else ''}{said or 'up to date'}")


def _check(dest: Path, target: str | None) -> None:
    """Exits with 0 where the folder is as it was vendored, and 1, with what differs, where it is not."""
    try:
        refuse_place(dest)
        stamp = stamp_of(dest)
    except OutputError as error:
        click.echo(f"error: {printable(str(error))}", err=True)
        sys.exit(1)
    if stamp is None or target not in (None, stamp.target):
        click.echo(f"error: no {target or 'client'} was vendored into {printable(str(dest))}", err=True)
        sys.exit(1)
    found = [printable(line) for line in differences(dest, stamp)]
    if not found:
        click.echo(f"{printable(str(dest))}: as it was vendored ({printable(str(stamp))})")
        return
    click.echo("\n".join(found))
    command = f"whmcs-codegen vendor {stamp.target} {printable(str(dest))} --force"
    click.echo(
        f"{printable(str(dest))} is not as it was vendored; where the specs are, `{command}` mends what is edited or "
        "missing; what is extra is yours to delete",
        err=True,
    )
    sys.exit(1)
