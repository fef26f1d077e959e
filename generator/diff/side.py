"""One of the two Apis that are compared: indexed by wire names, with a client's names and with who uses what."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from ..ir import AnyOf, Api, Enum, EnumRef, Group, ListOf, MapOf, Model, ModelRef, Operation, Page, Type
from ..origin import Origin
from ..targets.base import ClientNames
from .names import Naming, wire_names

# ("models" | "inputs" | "enums", name)
Key: TypeAlias = tuple[str, str]
# JSON pointer into the dialect -> where that stands.
Places: TypeAlias = Mapping[str, Origin]


@dataclass(frozen=True)
class Placed:
    """An operation and the group that it is in."""

    group: Group
    operation: Operation


@dataclass(frozen=True)
class Side:
    """An Api, for comparison, and what gives the names for it. Raises SpecError where it cannot name what is in it."""

    api: Api
    dialect: Places = field(default_factory=dict)
    naming: Naming = wire_names

    @cached_property
    def names(self) -> ClientNames:
        """What callers write."""
        return self.naming(self.api)

    @cached_property
    def groups(self) -> dict[str, Group]:
        """The groups by name."""
        return {group.name: group for group in self.api.groups}

    @cached_property
    def operations(self) -> dict[str, Placed]:
        """The operations by action."""
        return {each.action: Placed(group, each) for group in self.api.groups for each in group.operations}

    @cached_property
    def objects(self) -> dict[str, dict[str, Model]]:
        """``models`` and ``inputs``, each by name."""
        return {
            "models": {model.name: model for model in self.api.models},
            "inputs": {model.name: model for model in self.api.inputs},
        }

    @cached_property
    def enums(self) -> dict[str, Enum]:
        """The enums by name."""
        return {enum.name: enum for enum in self.api.enums}

    def method(self, action: str) -> str:
        """``billing.get_invoices``."""
        group = self.operations[action].group
        return f"{self.names.member(group.name)}.{self.names.method(action)}"

    def iterator(self, action: str) -> str | None:
        """``billing.iter_invoices``; None where the action does not page, or nothing walks through its pages."""
        placed, paging = self.operations[action], self.api.wire.paging
        if paging is None or not isinstance(placed.operation.result, Page):
            return None
        name = self.names.iterator(action, paging.verbs)
        return name and f"{self.names.member(placed.group.name)}.{name}"

    def sends(self, enum: str) -> bool:
        """Whether a parameter takes the values of an enum."""
        return bool(self._used.get((("enums", enum), "inputs")))

    def users(self, key: Key) -> tuple[str, ...]:
        """The methods that send or answer a model or an enum, at whatever depth; in the order of the spec."""
        bits = self._used.get((key, "models"), 0) | self._used.get((key, "inputs"), 0)
        found = []
        while bits:
            found.append(self._methods[(bits & -bits).bit_length() - 1])
            bits &= bits - 1
        return tuple(found)

    @cached_property
    def _methods(self) -> list[str]:
        return [self.method(action) for action in self.operations]

    @cached_property
    def _used(self) -> dict[tuple[Key, str], int]:
        """(model or enum, whether it is answered or sent) -> a bit for each operation that does so."""
        used: dict[tuple[Key, str], int] = defaultdict(int)
        for number, placed in enumerate(self.operations.values()):
            answered = placed.operation.result.type
            for key in keys_in([] if answered is None else [answered], "models"):
                used[key, "models"] |= 1 << number
            for key in keys_in((param.type for param in placed.operation.params), "inputs"):
                used[key, "inputs"] |= 1 << number
        pending = deque(used)
        while pending:
            key, way = pending.popleft()
            for part in self._parts.get(key, ()):
                known = used[part, way]
                used[part, way] |= used[key, way]
                if used[part, way] != known:
                    pending.append((part, way))
        return used

    @cached_property
    def _parts(self) -> dict[Key, tuple[Key, ...]]:
        """Model -> the models and enums that its fields hold."""
        return {
            (way, name): tuple(dict.fromkeys(keys_in((each.type for each in model.fields), way)))
            for way, models in self.objects.items()
            for name, model in models.items()
        }


def keys_in(types: Iterable[Type], way: str) -> Iterator[Key]:
    """The models and enums that the types name; ``way`` says which models are meant."""
    for type_ in types:
        match type_:
            case ModelRef(name=name):
                yield way, name
            case EnumRef(name=name):
                yield "enums", name
            case ListOf(item=inner) | MapOf(value=inner):
                yield from keys_in([inner], way)
            case AnyOf(options=options):
                yield from keys_in(options, way)
