"""Names that must differ: who has which, and what went wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..origin import Origin, Problem, quote
from ..wire import Wire

_ANOTHER = "take another name, such as one that ends in `_api`"


class Taken:
    """The names of one scope in a language, each with what took it, and the problems with them."""

    def __init__(self, language: str) -> None:
        self.places: dict[str, tuple[str, Origin]] = {}
        self.problems: list[Problem] = []
        self._language = language

    def claim(self, name: str, wire: str, origin: Origin) -> bool:
        """Gives something a name; where something else has it already, that is a problem."""
        if name not in self.places:
            self.places[name] = (wire, origin)
            return True
        other, place = self.places[name]
        self.problems.append(
            Problem(
                f"{wire} and {other} would both be called {quote(name)} in {self._language}",
                origin,
                "rename one of them, or take it out, with an overlay",
                (("the other one", place),),
            )
        )
        return False


def refused_sdk(wire: Wire, names: Collection[str], reserved: Collection[str], language: str) -> Iterator[Problem]:
    """The problem with the name of the client's class, where it or a name made of it means something else already."""
    if found := [name for name in names if name in reserved]:
        yield Problem(
            f"the client cannot be called {quote(wire.sdk)}: {quote(found[0])} is something else in {language}",
            wire.sdk_at,
            "give `sdk` another name",
        )


def refused_package(wire: Wire, reasons: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """The problem with the name of the package, where it means something else already.

    reasons:  why a package cannot be called so ("is a word of Python, ...") -> the names of which that is true
    """
    for why, names in reasons.items():
        if wire.package in names:
            yield Problem(f"{quote(wire.package)} {why}", wire.package_at, _ANOTHER)
            return
