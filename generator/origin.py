"""Places in the specs, and the problems found there.

Every container of a loaded document (``Map``, ``List``) knows where it and each of its entries stand, so that any later
stage can point at the line that is to blame. Rule: a message says what, where and what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a spec.

    file:     path from the folder of the main spec, with forward slashes (``overlays/10-clients.yml``)
    pointer:  JSON pointer inside that file
    line, column:  counted from 1
    """

    file: str
    pointer: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a spec. ``also`` names further places that belong to it; a warning stops nothing.

    code:  the kind of problem, by which ``lint`` lists it (see ``lint.catalogue``)
    """

    message: str
    origin: Origin
    hint: str
    also: tuple[tuple[str, Origin], ...] = ()
    warning: bool = False
    code: str = field(default="", compare=False)


class SpecError(Exception):
    """The specs cannot be used; ``problems`` are all that were found, each with its place."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{problem.origin}: {problem.message}" for problem in problems))


def coded(code: str, problems: Iterable[Problem]) -> list[Problem]:
    """The problems; those without a code of their own have this one."""
    return [problem if problem.code else replace(problem, code=code) for problem in problems]


def quote(text: object) -> str:
    """Words of a spec inside a message: in backticks, and cut where they are long."""
    said = str(text)
    return f"`{said}`" if len(said) <= 80 else f"`{said[:77]}...`"


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name that a name is most likely a misspelling of."""
    near = [other for other in known if abs(len(other) - len(name)) <= 3]
    found = get_close_matches(name, near[:500], 1, 0.75)
    return found[0] if found else None


def in_order(problems: Iterable[Problem], rank: Callable[[str], int]) -> list[Problem]:
    """Problems as one reads the files, each once; ``rank`` says which file comes first."""
    found = dict.fromkeys(problems)
    return sorted(found, key=lambda problem: (rank(problem.origin.file), problem.origin.line, problem.origin.column))
