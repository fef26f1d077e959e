"""The shapes of lists, maps and objects, made one: ``{"0": a, "1": b}`` -> ``[a, b]``.

Nothing is read here, only put in order. A shape that is none of the known ones raises ValueError.
Vectors: tests/wire/decode_lists.json and tests/wire/decode_maps.json.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias, TypeGuard

from .. import _dialect as dialect
from .charset import WHITE

Names: TypeAlias = Callable[[], frozenset[str]]


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Whether JSON calls it an array."""
    return isinstance(value, list)


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether JSON calls it an object."""
    return isinstance(value, dict)


def is_nothing(value: Any) -> bool:
    """Whether the value stands for an empty list, map or object."""
    if isinstance(value, str):
        return value.strip(WHITE) in dialect.BLANK
    return value is None or value is False or (is_array(value) and not value)


def is_keyed(value: Any, items: Any) -> bool:
    """Whether the list ``items`` that the value became lacks keys that the value has.

    They are numbers that are not simply 0, 1, 2, or one name around the list.
    """
    if not is_object(value) or not items:
        return False
    if all(map(_is_number, value)):
        return list(value) != [str(index) for index in range(len(value))]
    return items is next(iter(value.values()))


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdecimal()


def legible(value: Any, levels: int = 50) -> Any:
    """The value with keys that pydantic takes: half a surrogate pair becomes its escape, \\ud800."""
    if not levels:
        return value
    if is_array(value):
        return [legible(item, levels - 1) for item in value]
    if not is_object(value):
        return value
    return {
        key.encode("utf-8", "backslashreplace").decode(): legible(item, levels - 1)
        for key, item in value.items()
    }


def without(key: str, value: Any) -> dict[str, Any] | None:
    """The object less one key; None if it is no object, or has no such key."""
    if not is_object(value) or key not in value:
        return None
    return {name: item for name, item in value.items() if name != key} if len(value) > 1 else {}


class Rows(NamedTuple):
    """How a list may look.

    wrapper:  the key inside: "client" for {"clients": {"client": [...]}}
    fields:   names that an object in the list may have; None where the items are no objects
    scalar:   whether the items may be single values
    mapping:  whether the items may be objects with any keys
    """

    wrapper: str | None = None
    fields: Names | None = None
    scalar: bool = False
    mapping: bool = False

    def in_order(self, value: Any) -> list[Any]:
        """The list, sent as: nothing, one item, numbered items, a list inside another object."""
        if is_nothing(value):
            return []
        if is_array(value):
            return value
        if is_object(value):
            return self._of_object(value)
        if not self.scalar:
            raise ValueError
        return [value]

    def _of_object(self, value: dict[str, Any]) -> list[Any]:
        if not value:
            return []
        if all(map(_is_number, value)):
            return list(value.values())
        if self._is_item(value):
            return [value]
        inner = next(iter(value.values()))
        if len(value) == 1 and is_array(inner):
            return inner
        if not self.mapping or self.wrapper is not None:
            raise ValueError
        return [value]

    def _is_item(self, value: dict[str, Any]) -> bool:
        """Whether it is one of the list's objects: it has a field that they are known to have."""
        if self.fields is None:
            return False
        known = self.fields()
        return not known or not known.isdisjoint(value)


def entries(value: Any) -> dict[str, Any]:
    """The map; PHP writes an empty one as a list, and one with the keys 0, 1, 2 as well."""
    if is_nothing(value):
        return {}
    if is_array(value):
        return {str(index): item for index, item in enumerate(value)}
    if not is_object(value):
        raise ValueError
    return value


def nested(
    outer: dict[str, Any], name: str, inner: frozenset[str], own: frozenset[str]
) -> dict[str, Any]:
    """The response with fields moved into its object ``name``, where they stand beside it.

    ``inner`` are the names of the object's fields, ``own`` those of the response. What both declare
    is given to both.
    """
    if not is_nothing(outer.get(name)):
        return outer
    found = {key for key in outer if key in inner and key != dialect.ENVELOPE_RESULT}
    if found <= own:
        return outer
    left = {key: value for key, value in outer.items() if key not in found or key in own}
    return {**left, name: {key: outer[key] for key in outer if key in found}}
