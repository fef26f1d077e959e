"""What the printing of one operation needs to look up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...ir import Api, Enum, Model
from ...wire import ErrorRule, Paging
from .names import Names, names_of


@dataclass(frozen=True, slots=True)
class Scope:
    """Names for everything, the models, inputs and enums by their names in the Api, and what error messages mean."""

    names: Names
    paging: Paging | None
    models: Mapping[str, Model]
    inputs: Mapping[str, Model]
    enums: Mapping[str, Enum]
    errors: tuple[ErrorRule, ...]


def scope_of(api: Api) -> Scope:
    """The scope of an Api. Raises SpecError where two things would get the same name."""
    models = {model.name: model for model in api.models}
    inputs = {model.name: model for model in api.inputs}
    enums = {enum.name: enum for enum in api.enums}
    return Scope(names_of(api), api.wire.paging, models, inputs, enums, api.wire.errors)
