"""Made-up objects by model: ``Invoice`` -> ``{"id": 7, "total": "15.95", "due": "2024-02-29"}``.

The values are those of JSON, as a well-behaved server sends them: whole numbers as numbers, money
as text, lists in their wrappers. The same seed, model, field and record give the same value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from .. import _dialect as dialect
from .._runtime import dates
from . import texts
from .chance import Chance

# How many models, lists and maps may stand inside each other: models may hold themselves.
_DEEPEST: Final = 5
_LONGEST: Final = 3
Record: TypeAlias = dict[str, Any]


def record(model: type[BaseModel], index: int, chance: Chance, action: str) -> Record:
    """A made-up object; ``index`` is its place among others, and ``index + 1`` its id.

    It has the fields that this action sends.
    """
    return _Maker(action).record(model, index, chance.at(model.__name__, index), 0)


def value(annotation: Any, name: str, chance: Chance, action: str) -> Any:
    """A made-up value of a type, as this action sends it; ``name`` is that of its field."""
    return _Maker(action).value(annotation, name, 0, chance, 0)


def fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Wire name -> field, with complete annotations."""
    if not model.__pydantic_complete__:
        model.model_rebuild()
    return {field.alias or name: field for name, field in model.model_fields.items()}


def wrapper_of(model: type[BaseModel], wire: str) -> str | None:
    """The key inside the object that a list stands in; None for a bare list."""
    wrappers: Mapping[str, str] = getattr(model, "wire_wrappers", {})
    return wrappers.get(wire)


def item_of(annotation: Any) -> Any:
    """X of ``list[X]``; None where the type is no list."""
    plain = next(iter(options(annotation)), None)
    return get_args(plain)[0] if get_origin(plain) is list else None


def model_of(annotation: Any) -> type[BaseModel] | None:
    """The model that a type is, or may be beside None."""
    return next((each for each in options(annotation) if _is_model(each)), None)


def options(annotation: Any) -> list[Any]:
    """The types that a type may be, less None."""
    if get_origin(annotation) in (Union, UnionType):
        return [option for each in get_args(annotation) for option in options(each)]
    return [] if annotation in (None, NoneType) else [annotation]


class _Maker:
    """Makes what one action sends."""

    def __init__(self, action: str) -> None:
        self._action = action

    def record(self, model: type[BaseModel], index: int, chance: Chance, depth: int) -> Record:
        made: Record = {}
        senders: Mapping[str, Sequence[str]] = getattr(model, "wire_actions", {})
        for wire, field in fields(model).items():
            if self._action not in senders.get(wire, (self._action,)):
                continue
            inside = self.value(field.annotation, wire, index, chance.at(wire), depth)
            wrapper = wrapper_of(model, wire)
            made[wire] = {wrapper: inside} if wrapper is not None else inside
        return made

    def value(self, annotation: Any, name: str, index: int, chance: Chance, depth: int) -> Any:
        kinds = options(annotation)
        if not kinds:
            return None
        literals = [kind for kind in kinds if get_origin(kind) is Literal]
        if literals:
            return chance.among(get_args(literals[0]))
        chosen = kinds[0]
        if _is_model(chosen):
            return (
                self.record(chosen, index, chance.at(chosen.__name__), depth + 1)
                if depth < _DEEPEST
                else None
            )
        match get_origin(chosen), get_args(chosen):
            case origin, (item,) if origin is list:
                return self._list(item, name, index, chance, depth)
            case origin, (_, item) if origin is dict:
                inside = (
                    [(key, chance.at(key)) for key in texts.keys(name, chance)]
                    if depth + 1 < _DEEPEST
                    else []
                )
                return {
                    key: self.value(item, key, index, place, depth + 1) for key, place in inside
                }
            case _:
                return _scalar(chosen, name, index, chance)

    def _list(self, item: Any, name: str, index: int, chance: Chance, depth: int) -> list[Any]:
        """Up to three items, now and then none."""
        length = chance.below(_LONGEST + 1) if depth + 1 < _DEEPEST else 0
        numbers = [index * _LONGEST + place for place in range(length)]
        return [self.value(item, name, number, chance.at(number), depth + 1) for number in numbers]


def _scalar(kind: Any, name: str, index: int, chance: Chance) -> Any:
    if kind is bool:
        return chance.below(2) == 1
    if kind is int:
        return _whole(name, index, chance)
    if kind is Decimal:
        return texts.amount(chance)
    if kind is datetime:
        return dates.write(texts.moment(chance), dialect.RESPONSE_DATETIMES[0])
    if kind is date:
        return dates.write(texts.moment(chance), dialect.RESPONSE_DATES[0])
    if kind is list:
        return []
    if kind is dict:
        return {}
    return texts.text(name, chance)


def _whole(name: str, index: int, chance: Chance) -> int:
    folded = name.casefold()
    if folded == "id":
        return index + 1
    return 1 + chance.below(9999) if folded.endswith("id") else chance.below(100)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
