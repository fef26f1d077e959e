"""The wire vectors against clients: what each adapter says, and one table of vector file by language."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from ..shipped import WIRE
from ..targets.base import Checks, Command, NeedsCheckoutError, Target
from ..targets.registry import failure

_SECONDS = 300
# Of the vectors that a language fails.
_TOLD = 20
Vector = tuple[str, str]  # file and name


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What one language says: vectors that hold, and the others with the reason."""

    held: frozenset[Vector]
    failed: Mapping[Vector, str]


def vectors(folder: Path = WIRE) -> list[Vector]:
    """All there are, by file and in their order."""
    return [
        (path.name, row["name"])
        for path in sorted(folder.glob("*.json"))
        for row in json.loads(path.read_text("utf-8"))["vectors"]
    ]


def judge(target: Target, checks: Checks, client: Path) -> Verdicts:
    """What the adapter of a target says of its client in a folder; every vector has failed where there is none.

    Raises NeedsCheckoutError where it cannot be there, and TargetError where asking for it fails.
    """
    try:
        command = checks.adapter(client)
    except NeedsCheckoutError:
        raise
    except RuntimeError as error:  # it is not there yet, or it cannot be built
        return Verdicts(frozenset(), dict.fromkeys(vectors(), str(error)))
    except (Exception, SystemExit) as error:
        raise failure(target, error) from error
    return run(command) if command else Verdicts(frozenset(), dict.fromkeys(vectors(), "there is no adapter"))


def run(command: Command, folder: Path = WIRE) -> Verdicts:
    """What an adapter says. A vector that it says nothing of has failed, and so have all if it cannot be run."""
    try:
        ended = subprocess.run(  # noqa: S603 - the target names it
            [*command.arguments, str(folder)],
            cwd=command.folder,
            env={**os.environ, **command.environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Verdicts(frozenset(), dict.fromkeys(vectors(folder), f"{command.arguments[0]}: {error}"))
    said = {}
    for line in ended.stdout.splitlines():
        verdict = _verdict(line)
        if verdict is None:
            return Verdicts(frozenset(), dict.fromkeys(vectors(folder), f"this is no verdict: {line[:200]!r}"))
        said[verdict["file"], verdict["vector"]] = None if verdict["ok"] else str(verdict.get("why", "it does not say"))
    silent = "the adapter says nothing of it" + (f": {ended.stderr.strip()[-400:]}" if ended.returncode else "")
    results = {vector: said.get(vector, silent) for vector in vectors(folder)}
    failed = {vector: why for vector, why in results.items() if why is not None}
    return Verdicts(frozenset(results.keys() - failed.keys()), failed)


def table(results: Mapping[str, Verdicts], folder: Path = WIRE) -> str:
    """How many vectors of each file each language holds, and the first failures by name."""
    files: dict[str, list[Vector]] = {}
    for vector in vectors(folder):
        files.setdefault(vector[0], []).append(vector)
    rows = [["vectors", *results]]
    for file, own in [*files.items(), ("all", vectors(folder))]:
        counts = [sum(vector in verdicts.held for vector in own) for verdicts in results.values()]
        rows.append([file, *(f"{held} of {len(own)}" for held in counts)])
    return "\n".join([*_lines(rows), *_failures(results)])


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first, *rest = (
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join([first, *rest]).rstrip()


def _failures(results: Mapping[str, Verdicts]) -> Iterator[str]:
    for language, verdicts in results.items():
        reasons = {vector: " ".join(why.split()) for vector, why in verdicts.failed.items()}
        if not verdicts.held and len(set(reasons.values())) == 1:
            yield f"{language}: no vector holds: {next(iter(reasons.values()))}"
            continue
        for (file, name), why in islice(reasons.items(), _TOLD):
            yield f"{language}: {file}: {name}: {why}"
        if len(reasons) > _TOLD:
            yield f"{language}: {len(reasons) - _TOLD} more vectors fail"


def _verdict(line: str) -> dict[str, object] | None:
    try:
        verdict = json.loads(line)
        return verdict if isinstance(verdict, dict) and {"file", "vector", "ok"} <= verdict.keys() else None
    except ValueError:
        return None
