"""The wire vectors against clients: what each adapter says, and one table of vector file by language."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain, groupby, islice
from operator import itemgetter
from pathlib import Path

from ..shipped import WIRE
from ..targets.base import Checks, Command, NeedsCheckoutError, Target
from ..targets.registry import failure

_SECONDS = 300
# Of the vectors that a language fails.
TOLD = 20
_SILENT = "the adapter says nothing"
Vector = tuple[str, str]  # file and name


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What one language says: vectors that hold, and the others with the reason; of some of these it says nothing."""

    held: frozenset[Vector]
    failed: Mapping[Vector, str]
    silent: frozenset[Vector] = frozenset()

    def of(self, files: Container[str]) -> Verdicts:
        """The same of some files."""
        held, silent = (frozenset(each for each in own if each[0] in files) for own in (self.held, self.silent))
        return Verdicts(held, {each: why for each, why in self.failed.items() if each[0] in files}, silent)

    def told(self, most: int | None = TOLD) -> Iterator[str]:
        """What fails: wrong answers with the reason, so many at most, then the silence, a line a file."""
        reasons = {_line(why) for why in self.failed.values()}
        if not self.held and len(reasons) == 1:
            yield f"no vector holds: {next(iter(reasons))}"
            return
        wrong = [vector for vector in self.failed if vector not in self.silent]
        for file, name in islice(wrong, most):
            yield f"{file}: {name}: {_line(self.failed[file, name])}"
        if most is not None and len(wrong) > most:
            yield f"{len(wrong) - most} more vectors fail"
        for file, own in groupby((each for each in self.failed if each in self.silent), key=itemgetter(0)):
            silence = [_line(self.failed[vector]) for vector in own]
            yield f"{file}: {_SILENT} of {_counted(len(silence))}{silence[0].removeprefix(f'{_SILENT} of it')}"


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
    silent = f"{_SILENT} of it" + (f": {ended.stderr.strip()[-400:]}" if ended.returncode else "")
    results = {vector: said.get(vector, silent) for vector in vectors(folder)}
    failed = {vector: why for vector, why in results.items() if why is not None}
    return Verdicts(frozenset(results.keys() - failed.keys()), failed, frozenset(results.keys() - said.keys()))


def table(
    results: Mapping[str, Verdicts], folder: Path = WIRE, *, only: Collection[str] = (), most: int | None = TOLD
) -> str:
    """How many vectors of each file each language holds, and what fails: so many wrong answers a language at most.

    only:  files to tell of; all of them where none is named
    """
    files: dict[str, list[Vector]] = {}
    for vector in vectors(folder):
        if not only or vector[0] in only:
            files.setdefault(vector[0], []).append(vector)
    results = {language: verdicts.of(files) for language, verdicts in results.items()}
    rows = [["vectors", *results]]
    for file, own in [*files.items(), ("all", [*chain.from_iterable(files.values())])]:
        counts = [sum(vector in verdicts.held for vector in own) for verdicts in results.values()]
        rows.append([file, *(f"{held} of {len(own)}" for held in counts)])
    failures = (f"{language}: {line}" for language, verdicts in results.items() for line in verdicts.told(most))
    return "\n".join([*_lines(rows), *failures])


def check_files(names: Iterable[str], folder: Path = WIRE) -> None:
    """Raises ValueError for a name that no file of vectors has."""
    known = [path.name for path in sorted(folder.glob("*.json"))]
    for name in names:
        if name not in known:
            close = get_close_matches(name, known, 1)
            hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(known)}"
            raise ValueError(f"there is no file of vectors {name!r}; {hint}")


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first, *rest = (
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join([first, *rest]).rstrip()


def _line(why: str) -> str:
    return " ".join(why.split())


def _counted(number: int) -> str:
    return f"{number} vector{'' if number == 1 else 's'}"


def _verdict(line: str) -> dict[str, object] | None:
    try:
        verdict = json.loads(line)
        return verdict if isinstance(verdict, dict) and {"file", "vector", "ok"} <= verdict.keys() else None
    except ValueError:
        return None
