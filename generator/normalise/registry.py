"""The models and enums of an Api while they are collected: one name, one thing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..ir import Enum, EnumRef, Model, ScalarKind
from ..origin import Origin
from ..problems import Problems


class Enums:
    """The enums met so far. Equal sets of values are one enum, whatever their order."""

    def __init__(self, problems: Problems) -> None:
        self.named: dict[str, Enum] = {}
        self._problems = problems
        self._by_values: dict[tuple[ScalarKind, frozenset[str | int]], str] = {}

    def __getitem__(self, name: str) -> Enum:
        return self.named[name]

    def add(self, enum: Enum) -> EnumRef:
        """A reference to the enum, or to the one that has its values already."""
        known = self._by_values.get(_key(enum))
        if known is not None:
            return EnumRef(known)
        clash = self.named.get(enum.name)
        if clash is not None:
            report_clash(self._problems, "enums", enum.name, enum.origin, clash.origin)
        else:
            self._set(enum)
        return EnumRef(enum.name)

    def widen(self, name: str, other: Enum) -> EnumRef:
        """A reference to an enum with the values of both: one that exists, or the named one, which gets them."""
        enum = self.named[name]
        wider = replace(enum, values=tuple(dict.fromkeys((*enum.values, *other.values))), doc=enum.doc or other.doc)
        known = self._by_values.get(_key(wider))
        if known is not None:
            return EnumRef(known)
        del self._by_values[_key(enum)]
        self._set(wider)
        return EnumRef(name)

    def _set(self, enum: Enum) -> None:
        self.named[enum.name] = enum
        self._by_values[_key(enum)] = enum.name


@dataclass(slots=True)
class Registry:
    """The models of one direction, in the order in which they were met, and the enums.

    required:  model -> what it requires without describing it, and where it says so
    """

    enums: Enums
    models: dict[str, Model] = field(default_factory=dict)
    required: dict[str, dict[str, Origin]] = field(default_factory=dict)


def report_clash(problems: Problems, what: str, name: str, origin: Origin, other: Origin) -> None:
    """Reports two different things of one name, with both places."""
    problems.error(
        f"two {what} would be called {name}",
        origin,
        "declare one of them as a component with a name of its own",
        ("the other one", other),
    )


def _key(enum: Enum) -> tuple[ScalarKind, frozenset[str | int]]:
    return enum.kind, frozenset(enum.values)
