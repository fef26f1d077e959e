"""What of the collected models and enums is held by something that a client can see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..ir import AnyOf, Enum, EnumRef, ListOf, MapOf, Model, ModelRef, Type


def models_in(types: Iterable[Type], models: Mapping[str, Model]) -> tuple[Model, ...]:
    """The models that the types hold, and those that these hold; in the order of ``models``."""
    found: set[str] = set()
    pending = list(types)
    while pending:
        for part in _parts(pending.pop()):
            if isinstance(part, ModelRef) and part.name not in found:
                found.add(part.name)
                pending.extend(field.type for field in models[part.name].fields)
    return tuple(model for name, model in models.items() if name in found)


def enums_in(types: Iterable[Type], models: Iterable[Model], enums: Mapping[str, Enum]) -> tuple[Enum, ...]:
    """The enums that the types and the models hold; in the order of ``enums``."""
    fields = (field.type for model in models for field in model.fields)
    found = {part.name for type_ in (*types, *fields) for part in _parts(type_) if isinstance(part, EnumRef)}
    return tuple(enum for name, enum in enums.items() if name in found)


def _parts(type_: Type) -> Iterator[Type]:
    """The type, and all types inside it."""
    yield type_
    match type_:
        case ListOf(item=inner) | MapOf(value=inner):
            yield from _parts(inner)
        case AnyOf(options=options):
            for option in options:
                yield from _parts(option)
