"""What a stage finds wrong with the specs, collected: a run reports everything at once, each problem once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .origin import Origin, Problem


class SelectionError(Exception):
    """A name is that of no group and no action; the message says which, and what it may be meant to be."""


class Problems:
    """The problems found so far, in the order in which they were found."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    def error(self, message: str, origin: Origin, hint: str, *also: tuple[str, Origin], code: str = "") -> None:
        """Adds what makes the specs unusable."""
        self._found[Problem(message, origin, hint, also, code=code or "api-contradiction")] = None

    def warn(self, message: str, origin: Origin, hint: str, *also: tuple[str, Origin], code: str = "") -> None:
        """Adds what is left out, or read in another way than the spec may mean it."""
        self._found[Problem(message, origin, hint, also, warning=True, code=code or "not-represented")] = None

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found)


def in_file_order(problems: Iterable[Problem], files: Iterable[str]) -> list[Problem]:
    """Problems as one reads the files: ``files`` first, in their order, then others by name."""
    found = list(dict.fromkeys(problems))
    names = dict.fromkeys((*files, *sorted({problem.origin.file for problem in found})))
    rank = {name: index for index, name in enumerate(names)}
    return sorted(found, key=lambda problem: (rank[problem.origin.file], problem.origin.line, problem.origin.column))
