"""Both sides of a comparison, and what each part of it needs of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ..ir import Enum
from ..origin import Origin, quote
from .renames import Renames, renames
from .side import Key, Side

T = TypeVar("T")

# Methods that a message names; the others are in ``Change.methods``.
_ENOUGH = 3


@dataclass(frozen=True)
class Pair:
    """The old and the new side."""

    old: Side
    new: Side

    @cached_property
    def renames(self) -> Renames:
        """What has another name on the new side."""
        return renames(self.old, self.new, self.actions)

    @cached_property
    def groups(self) -> Mapping[str, str]:
        """Old group -> new group, where it is only spelled otherwise: the client's attribute stays."""
        before, after = self.old.names.member, self.new.names.member
        return _respelled(self.old.groups, self.new.groups, before, after)

    @cached_property
    def actions(self) -> Mapping[str, str]:
        """Old action -> new action, where the method stays."""
        return _respelled(self.old.operations, self.new.operations, self.old.method, self.new.method)

    @cached_property
    def enums(self) -> tuple[Mapping[str, Enum], Mapping[str, Enum]]:
        """The enums of both sides, the old ones by their new names."""
        names = self.renames.enums
        return {names.get(name, name): enum for name, enum in self.old.enums.items()}, self.new.enums

    def users(self, old: Key | None, new: Key | None) -> tuple[str, ...]:
        """The methods that use something on the new side; on the old one where it is gone."""
        if new is not None:
            return self.new.users(new)
        return self.old.users(old) if old is not None else ()


@dataclass(frozen=True, slots=True)
class Holder:
    """What the compared things stand in: its subject, its name in messages, its places, its methods."""

    subject: str
    name: str
    old: Origin
    new: Origin
    methods: tuple[str, ...]


def _respelled(
    old: Iterable[str], new: Iterable[str], was: Callable[[str], str], is_: Callable[[str], str]
) -> dict[str, str]:
    """Of the names that only one side has, those that callers call the same."""
    before, after = set(old), set(new)
    come = {is_(name): name for name in new if name not in before}
    return {name: come[was(name)] for name in old if name not in after and was(name) in come}


def matched(old: Iterable[tuple[str, T]], new: Iterable[tuple[str, T]]) -> Iterator[tuple[T | None, T | None]]:
    """What two sequences have by name, side by side: in the order of the new one, then what is gone."""
    before, after = dict(old), dict(new)
    for name, thing in after.items():
        yield before.get(name), thing
    for name, thing in before.items():
        if name not in after:
            yield thing, None


def listed(names: Iterable[object]) -> str:
    """``a``, ``b`` and 3 more."""
    quoted = [quote(name) for name in names]
    if len(quoted) > _ENOUGH + 1:
        quoted[_ENOUGH:] = [f"{len(quoted) - _ENOUGH} more"]
    return " and ".join(filter(None, [", ".join(quoted[:-1]), quoted[-1]])) if quoted else ""
