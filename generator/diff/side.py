"""One of the two Apis that are compared: indexed by wire names, with Python's names and with who uses what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from ..ir import AnyOf, Api, Enum, EnumRef, Group, ListOf, MapOf, Model, ModelRef, Operation, Page, Type
from ..origin import Origin
from ..targets.python.names import Names, names_of

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
    """An Api, for comparison. Raises SpecError where Python cannot name what is in it."""

    api: Api
    dialect: Places = field(default_factory=dict)

    @cached_property
    def names(self) -> Names:
        """Python's names."""
        return names_of(self.api)

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
        return f"{self.names.module(group.name)}.{self.names.method(action)}"

    def iterator(self, action: str) -> str | None:
        """``billing.iter_invoices``; None where the action does not page."""
        placed, paging = self.operations[action], self.api.wire.paging
        if paging is None or not isinstance(placed.operation.result, Page):
            return None
        return f"{self.names.module(placed.group.name)}.{self.names.iterator(action, paging.verbs)}"

    def sends(self, enum: str) -> bool:
        """Whether a parameter takes the values of an enum."""
        return any(self._leads(key, "inputs") for key in self._above(("enums", enum)))

    def users(self, key: Key) -> tuple[str, ...]:
        """The methods that send or answer a model or an enum, at whatever depth; in the order of the spec."""
        above = self._above(key)
        actions = {action for each in above for way in ("models", "inputs") for action in self._leads(each, way)}
        return tuple(self.method(action) for action in self.operations if action in actions)

    def _leads(self, key: Key, way: str) -> list[str]:
        return self._direct.get((*key, way), [])

    def _above(self, key: Key) -> set[Key]:
        """The thing itself and all that hold it."""
        found, pending = {key}, [key]
        while pending:
            for holder in self._holders.get(pending.pop(), ()):
                if holder not in found:
                    found.add(holder)
                    pending.append(holder)
        return found

    @cached_property
    def _holders(self) -> dict[Key, list[Key]]:
        """Model or enum -> the models whose fields hold it."""
        held = defaultdict(list)
        for way, models in self.objects.items():
            for model in models.values():
                for key in keys_in((each.type for each in model.fields), way):
                    held[key].append((way, model.name))
        return held

    @cached_property
    def _direct(self) -> dict[tuple[str, str, str], list[str]]:
        """Model or enum, and whether it is sent or answered -> the actions that do so themselves."""
        direct = defaultdict(list)
        for action, placed in self.operations.items():
            answered = placed.operation.result.type
            for way, types in (
                ("models", [] if answered is None else [answered]),
                ("inputs", [param.type for param in placed.operation.params]),
            ):
                for key in keys_in(types, way):
                    direct[(*key, way)].append(action)
        return direct


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
