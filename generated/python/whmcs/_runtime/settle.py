"""Takes the stand-ins for odd values out of what was read; what was sent goes to ``unparsed``."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, NamedTuple, TypeGuard

from .model import UNPARSED, Model, model_in, wire_names_of
from .oddity import Notes, Odd, Problem
from .shapes import is_array, is_object

# Lists and maps within each other, as types declare them. What is deeper is of no declared type.
_DEEPEST: Final = 20


class _Store(NamedTuple):
    """Where the raw values of one field go. ``path`` leads to the model, with a dot at its end."""

    unparsed: dict[str, Any]
    path: str
    sensitive: bool


class Settler:
    """One reading. ``problems`` are the values that contradict their types, outermost first."""

    def __init__(self, notes: Notes) -> None:
        self.problems: list[Problem] = []
        self._notes = notes
        self._pending: deque[tuple[Model, str]] = deque()
        self._names: dict[type[Model], tuple[str, ...]] = {}

    def settle(self, root: Any) -> tuple[Any, dict[str, Any]]:
        """The root without stand-ins, and what was in it that no model holds, by place: ``[3]``."""
        loose: dict[str, Any] = {}
        root = self._value(root, "", _Store(loose, "", sensitive=False), 0)
        while self._pending:
            self._model(*self._pending.popleft())
        return root, loose

    def _model(self, model: Model, path: str) -> None:
        kind = type(model)
        fields: dict[str, Any] = vars(model)
        unparsed: dict[str, Any] = {}
        for name in self._watched(kind):
            if (value := fields.get(name)) is not None:
                wire = wire_names_of(kind)[name]
                store = _Store(unparsed, f"{path}." if path else "", kind.wire_hides(wire))
                fields[name] = self._value(value, wire, store, 0)
        if unparsed:
            private = {**(model.__pydantic_private__ or {}), UNPARSED: unparsed}
            object.__setattr__(model, "__pydantic_private__", private)

    def _value(self, value: Any, place: str, store: _Store, level: int) -> Any:
        """The value without stand-ins. Lists and maps are changed in place, models wait."""
        if type(value) is Odd:
            self._keep(value, place, store)
            value = value.value
        if is_array(value):
            self._items(value, enumerate(list(value)), place, store, level)
        elif is_object(value):
            self._items(value, list(value.items()), place, store, level)
        elif _is_model(value):
            self._pending.append((value, store.path + place))
        return value

    def _items(
        self, items: Any, pairs: Iterable[tuple[Any, Any]], place: str, store: _Store, level: int
    ) -> None:
        if level == _DEEPEST:
            return
        lacking: list[Any] = []
        for key, item in pairs:
            if self._is_settled(item):
                continue
            items[key] = settled = self._value(item, f"{place}[{key}]", store, level + 1)
            if settled is None:
                lacking.append(key)
        for key in reversed(lacking):
            del items[key]

    def _is_settled(self, item: Any) -> bool:
        """Whether there is surely nothing to do. Most items of a long list are done here."""
        if not _is_model(item):
            return not isinstance(item, Odd | list | dict)
        fields, holders = vars(item), _holders(type(item))
        for name in self._watched(type(item)):
            value = fields.get(name)
            if type(value) is Odd or (value and (name in holders or type(value) in (list, dict))):
                return False
        return True

    def _watched(self, kind: type[Model]) -> tuple[str, ...]:
        """The fields that may hold something to settle: stand-ins, or models with stand-ins."""
        names = self._names.get(kind)
        if names is None:
            watched = _holders(kind) | self._notes.fields.get(kind, frozenset[str]())
            names = tuple(name for name in wire_names_of(kind) if name in watched)
            self._names[kind] = names
        return names

    def _keep(self, odd: Odd, place: str, store: _Store) -> None:
        if odd.rest:
            store.unparsed.update({f"{place}.{key}": value for key, value in odd.raw.items()})
            return
        store.unparsed[place] = odd.raw
        if odd.expected:
            path = store.path + place
            self.problems.append(Problem(path, odd.expected, odd.raw, store.sensitive))


def _is_model(value: Any) -> TypeGuard[Model]:
    return (
        Model in type(value).__mro__
    )  # isinstance() of pydantic's classes takes ten times as long


@cache
def _holders(kind: type[Model]) -> frozenset[str]:
    """The attributes of a class that hold models."""
    fields = kind.model_fields.items()
    return frozenset(name for name, field in fields if model_in(field.annotation))
