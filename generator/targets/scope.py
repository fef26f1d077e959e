"""What the printing of one operation needs to look up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..ir import Api, Enum, Model
from ..wire import ErrorRule, Paging

Names = TypeVar("Names")


@dataclass(frozen=True, slots=True)
class Scope(Generic[Names]):
    """A language's names for everything, the models, inputs and enums by their names, and what error messages mean."""

    names: Names
    paging: Paging | None
    models: Mapping[str, Model]
    inputs: Mapping[str, Model]
    enums: Mapping[str, Enum]
    errors: tuple[ErrorRule, ...]


def scope_of(api: Api, names: Names) -> Scope[Names]:
    """The scope of an Api in the language of ``names``."""
    models = {model.name: model for model in api.models}
    inputs = {model.name: model for model in api.inputs}
    enums = {enum.name: enum for enum in api.enums}
    return Scope(names, api.wire.paging, models, inputs, enums, api.wire.errors)
