"""Takes the stand-ins for odd values out of what was just read, and puts what was sent where users find it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from .model import UNPARSED, Model, model_in, wire_names_of
from .oddity import Notes, Odd, Problem

# Lists and maps within each other, as types declare them. What is deeper is data of no declared
# type.
_DEEPEST: Final = 20


@dataclass(slots=True)
class Settler:
    """One reading. ``problems`` are the values that contradict their types, outermost first."""

    notes: Notes
    problems: list[Problem] = field(default_factory=list)
    _pending: deque[tuple[Model, str]] = field(default_factory=deque)
    _names: dict[type[Model], tuple[str, ...]] = field(default_factory=dict)

    def settle(self, root: Any) -> tuple[Any, dict[str, Any]]:
        """The root without stand-ins, and what was left out of it that belongs to no model, by place: ``[3]``."""
        loose = _Store({}, "", sensitive=False)
        root = self._value(root, "", loose, 0)
        while self._pending:
            self._model(*self._pending.popleft())
        return root, loose.unparsed

    def _model(self, model: Model, path: str) -> None:
        kind, fields = type(model), model.__dict__
        unparsed: dict[str, Any] = {}
        for name in self._watched(kind):
            if (value := fields.get(name)) is not None:
                wire = wire_names_of(kind)[name]
                store = _Store(
                    unparsed, f"{path}." if path else "", sensitive=kind.wire_hides(wire)
                )
                fields[name] = self._value(value, wire, store, 0)
        if unparsed:
            private = {**(model.__pydantic_private__ or {}), UNPARSED: unparsed}
            object.__setattr__(model, "__pydantic_private__", private)

    def _value(self, value: Any, place: str, store: _Store, level: int) -> Any:
        """The value without stand-ins; lists and maps are changed in place, models are left for later."""
        if type(value) is Odd:
            self._keep(value, place, store)
            value = value.value
        if isinstance(value, list | dict):
            if level < _DEEPEST:
                self._items(value, place, store, level + 1)
        elif _is_model(type(value)):
            self._pending.append((value, store.path + place))
        return value

    def _items(self, items: Any, place: str, store: _Store, level: int) -> None:
        lacking: list[Any] = []
        for key, item in list(items.items() if isinstance(items, dict) else enumerate(items)):
            if self._is_settled(item):
                continue
            items[key] = settled = self._value(item, f"{place}[{key}]", store, level)
            if settled is None:
                lacking.append(key)
        for key in reversed(lacking):
            del items[key]

    def _is_settled(self, item: Any) -> bool:
        """Whether there is surely nothing to do for the item. Most items of a long list are done here."""
        kind: type[Any] = type(item)
        if not _is_model(kind):
            return kind is not Odd and kind is not list and kind is not dict
        fields = item.__dict__
        for name in self._watched(kind):
            value = fields.get(name)
            if type(value) is Odd or (value and name in _holders(kind)):
                return False
        return True

    def _watched(self, kind: type[Model]) -> tuple[str, ...]:
        """The fields that may hold something to settle: stand-ins, or models with stand-ins."""
        names = self._names.get(kind)
        if names is None:
            watched = self.notes.fields.get(kind, set()).union(_holders(kind))
            names = self._names[kind] = tuple(
                name for name in wire_names_of(kind) if name in watched
            )
        return names

    def _keep(self, odd: Odd, place: str, store: _Store) -> None:
        if odd.rest:
            store.unparsed.update({f"{place}.{key}": value for key, value in odd.raw.items()})
            return
        store.unparsed[place] = odd.raw
        if odd.expected:
            self.problems.append(
                Problem(store.path + place, odd.expected, odd.raw, store.sensitive)
            )


def _is_model(kind: type[Any]) -> bool:
    return Model in kind.__mro__  # pydantic's isinstance() takes ten times as long


@cache
def _holders(kind: type[Model]) -> tuple[str, ...]:
    """The attributes of a class that hold models."""
    return tuple(name for name, info in kind.model_fields.items() if model_in(info.annotation))


@dataclass(frozen=True, slots=True)
class _Store:
    """Where the raw values of one field go. ``path`` leads to the model, with a dot at its end."""

    unparsed: dict[str, Any]
    path: str
    sensitive: bool
