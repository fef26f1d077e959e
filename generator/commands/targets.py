"""The commands new-target, contract and conformance. What they need they import when they run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path

import click

from ..errors import TargetError
from ..options import FOLDER, config_option, printed, settings_of, told
from ..settings import OUTPUT, Settings
from ..targets.registry import built_in, find


@click.command("new-target")
@click.argument("name")
@click.argument("folder", required=False, type=FOLDER)
def new_target(name: str, folder: Path | None) -> None:
    """Lay out a target for another language: into the checkout that you are in, or into FOLDER as one of your own."""
    from ..new_target import lay_out

    with told():
        files, steps = lay_out(name, folder)
    here = Path.cwd()
    for file in files:
        click.echo(printed(f"made {file.relative_to(here) if file.is_relative_to(here) else file}"))
    for number, step in enumerate(steps, 1):
        click.echo(printed(f"{number}. {step}"))


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@config_option
@click.option("--keep", type=FOLDER, help="Generate there, to look at it afterwards. It must not exist yet.")
def contract(targets: Sequence[str], config: Path | None, keep: Path | None) -> None:
    """Prove that targets keep the contract in generator/targets/base.py: those named, or the project's, or all of ours.

    Exit 1 where a proof fails. One that is left is none that fails: the last lines say how many are.
    """
    from tempfile import TemporaryDirectory

    from ..contract.proofs import verdicts
    from ..contract.subject import Subject
    from ..pipeline import guarded

    if keep and keep.exists():
        raise click.UsageError(f"{keep} exists: --keep takes a new folder")
    targets = targets or _targets_of(settings_of(config))
    found, open_ends, unfinished = [], [], []
    with told(), TemporaryDirectory() as passing:
        scratch = (keep or Path(passing)).resolve()
        for reference in targets:
            subject = Subject(reference, _unused(scratch / Path(reference).stem))
            own = []
            for name, verdict, why in verdicts(subject):
                own.append(verdict)
                # Why a proof is not run is the same for all of them: the last line says it.
                said = f": {printed(why)}" if why and verdict != "not run" else ""
                click.echo(f"{reference}: {name}: {verdict}{said}")
            if "not run" in own:
                lacking = guarded(subject.target, subject.checks.missing)
                open_ends.append(f"{reference}, {own.count('not run')} of {len(own)} proofs: {printed(lacking)}")
            if "left" in own:
                unfinished.append(f"{reference}: {own.count('left')} of {len(own)} proofs are left")
            found += own
    for each in unfinished:
        click.echo(each, err=True)
    _say_unproved(open_ends)
    sys.exit(1 if "fails" in found or (open_ends and _in_ci()) else 0)


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@config_option
@click.option("--out", type=FOLDER, help=f"The folder with the clients. [default: {OUTPUT}]")
@click.option("--file", "files", multiple=True, metavar="NAME", help="Only its vectors: form.json. Repeatable.")
@click.option("--all", "whole", is_flag=True, help="Tell of each vector that is answered wrong, not of the first.")
def conformance(
    targets: Sequence[str], config: Path | None, out: Path | None, files: Sequence[str], whole: bool
) -> None:
    """Hold the clients against the wire vectors in tests/wire, in one table: vector file by language.

    What is answered wrong comes first, with the reason; then, a line a file, of how many the adapter says nothing.
    """
    from tempfile import TemporaryDirectory

    from ..contract.subject import copied
    from ..contract.vectors import TOLD, check_files, judge, table
    from ..pipeline import guarded
    from ..targets.base import NeedsCheckoutError

    try:
        check_files(files)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    settings = settings_of(config)
    out = out or settings.output
    results, skipped, left = {}, [], []
    with told():
        for entry in [find(target) for target in targets or _targets_of(settings)]:
            target = entry.load()
            checks = target.checks
            if checks is None:
                continue
            if missing := guarded(target, checks.missing):
                skipped.append(f"{entry.name}, all vectors: {missing}")
                continue
            if not (out / entry.name).is_dir():
                raise TargetError(f"there is no {out / entry.name}: run `whmcs-codegen generate {entry.name}` first")
            with TemporaryDirectory() as scratch:
                try:
                    results[entry.name] = judge(target, checks, copied(out / entry.name, Path(scratch)))
                except NeedsCheckoutError as reason:
                    left.append(f"{entry.name}, all vectors: {reason}")
        shown = table(results, only=files, most=None if whole else TOLD)
    click.echo(printed(shown))
    _say_unproved([printed(each) for each in [*skipped, *left]])
    failed = any(not files or file in files for verdicts in results.values() for file, _ in verdicts.failed)
    sys.exit(1 if failed or (skipped and _in_ci()) else 0)


def _targets_of(settings: Settings) -> Sequence[str]:
    """The targets of the project; all of ours where it names none."""
    return settings.targets or [entry.name for entry in built_in()]


def _unused(folder: Path) -> Path:
    """The folder, with a number where there is one already: two targets may be in files of one name."""
    names = (folder.with_name(f"{folder.name}-{number}") for number in count(2))
    return next(each for each in chain([folder], names) if not each.exists())


def _in_ci() -> bool:
    return os.environ.get("CI", "").casefold() not in ("", "0", "false", "no")


def _say_unproved(open_ends: Sequence[str]) -> None:
    """Says at the very end what nobody knows: exit code 0 means that nothing failed, not that everything holds."""
    for each in open_ends:
        click.echo(f"NOT PROVED: {each}")
