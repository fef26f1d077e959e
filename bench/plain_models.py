"""The generated models without what makes them lenient: ordinary pydantic models of the same fields and settings."""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, create_model

# What the generated models need of pydantic: unknown fields are kept, and attributes may differ from wire names.
_SETTINGS = ConfigDict(extra="allow", populate_by_name=True)


@cache
def plain(model: type[BaseModel]) -> type[BaseModel]:
    """A pydantic model with the fields of a generated one. A wrapped list is an object that holds it."""
    wrappers = getattr(model, "wire_wrappers", {})
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        kind = _plain(field.annotation)
        wrapper = wrappers.get(field.alias or name)
        if wrapper is not None:
            held: dict[str, Any] = {wrapper: (kind, ...)}
            inner: Any = create_model(f"{model.__name__}_{name}", __config__=_SETTINGS, **held)
            kind = inner | None
        fields[name] = (kind, None)
    created: type[BaseModel] = create_model(f"Plain{model.__name__}", __config__=_SETTINGS, **fields)
    return created


def _plain(kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return plain(kind)
    arguments = get_args(kind)
    if get_origin(kind) in (Union, UnionType):
        options = [_plain(option) for option in arguments if option is not NoneType]
        return Union[(*options, None)]
    if get_origin(kind) in (list, dict):
        return get_origin(kind)[tuple(_plain(argument) for argument in arguments)]
    return kind
