"""The shapes in which servers send lists, maps and objects, made one: ``{"0": a, "1": b}`` -> ``[a, b]``.

Nothing is read here, only put in order. A shape that is none of the known ones raises ValueError.
Vectors: tests/wire/decode_lists.json and tests/wire/decode_maps.json.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

from .. import _dialect as dialect

Names = Callable[[], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Rows:
    """How a list may look.

    wrapper:  the key in ``{"clients": {"client": [...]}}``
    fields:   the names that an object in the list may have; None where the items are no objects
    scalar:   whether the items may be single values
    mapping:  whether the items may be objects with any keys
    """

    wrapper: str | None = None
    fields: Names | None = None
    scalar: bool = False
    mapping: bool = False

    def in_order(self, value: Any) -> list[Any]:
        """The list, whatever it was sent as: nothing, one item, numbered items, a list in another object."""
        if is_nothing(value):
            return []
        if isinstance(value, list | tuple):
            return list(value)
        if not isinstance(value, dict):
            if not self.scalar:
                _unknown()
            return [value]
        return self._of_object(value)

    def _of_object(self, value: dict[str, Any]) -> list[Any]:
        if not value:
            return []
        if all(isinstance(key, str) and key.isdecimal() for key in value):
            return list(value.values())
        if self._is_item(value):
            return [value]
        inner = next(iter(value.values()))
        if len(value) == 1 and isinstance(inner, list):
            return inner
        if not self.mapping or self.wrapper is not None:
            _unknown()
        return [value]

    def _is_item(self, value: dict[str, Any]) -> bool:
        """Whether the object is one of the list's items: it has a field that they are known to have."""
        if self.fields is None:
            return False
        known = self.fields()
        return not known or not known.isdisjoint(value)


def entries(value: Any) -> dict[str, Any]:
    """The map, whatever it was sent as: PHP writes an empty one as a list, and one with keys from 0 as well."""
    if is_nothing(value):
        return {}
    if isinstance(value, list | tuple):
        return {str(index): item for index, item in enumerate(value)}
    if not isinstance(value, dict):
        _unknown()
    return value


def is_nothing(value: Any) -> bool:
    """Whether the value stands for an empty list, map or object."""
    if isinstance(value, str):
        return value.strip() in dialect.BLANK
    return value is None or value is False or (isinstance(value, list) and not value)


def nested(
    outer: dict[str, Any], name: str, inner: frozenset[str], own: frozenset[str]
) -> dict[str, Any]:
    """The response with the fields of the object ``name`` moved into it, where an older server sent them outside.

    Fields that both the object and the response declare are given to both.
    """
    if not isinstance(outer, dict) or not is_nothing(outer.get(name)):
        return outer
    moved = {
        key: value
        for key, value in outer.items()
        if key in inner and key != dialect.ENVELOPE_RESULT
    }
    if moved.keys() <= own:
        return outer
    return {key: value for key, value in outer.items() if key not in moved or key in own} | {
        name: moved
    }


def _unknown() -> NoReturn:
    raise ValueError
