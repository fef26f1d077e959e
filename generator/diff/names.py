"""By which names a comparison calls things: those of a target's client, or the wire's own where no target has any."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ..ir import Api
from ..pipeline import guarded
from ..targets.base import ClientNames, Nameable, Target

# Raises SpecError where a language cannot name what is in the Api.
Naming: TypeAlias = Callable[[Api], ClientNames]


@dataclass(frozen=True, slots=True)
class _WireNames:
    """The wire's names, as ``ClientNames``."""

    models: Mapping[str, str]
    inputs: Mapping[str, str]
    enums: Mapping[str, str]

    def member(self, group: str) -> str:
        return group

    def group_class(self, group: str) -> str:
        return group

    def method(self, action: str) -> str:
        return action

    def iterator(self, action: str, verbs: Collection[str]) -> None:  # noqa: ARG002 - the contract's signature
        return None

    def argument(self, wire: str) -> str:
        return wire

    def field(self, wire: str) -> str:
        return wire


def wire_names(api: Api) -> ClientNames:
    """The names in the Api itself."""
    models, inputs, enums = ({each.name: each.name for each in held} for held in (api.models, api.inputs, api.enums))
    return _WireNames(models, inputs, enums)


def naming_of(targets: Iterable[Target]) -> Naming:
    """What gives the names of the first target that has any. It raises TargetError where that target fails."""
    for target in targets:
        if isinstance(target, Nameable):
            return _guarded(target, target.client_names)
    return wire_names


def _guarded(target: Target, names: Naming) -> Naming:
    return lambda api: guarded(target, lambda: names(api))
