"""Overlay actions that remove an object, which is declared anew, and with it what nobody meant to lose.

Whoever replaces all properties of an object replaces also the one that is published tomorrow, and the
`deprecated: true` of one that stays. What is meant to go is named by a removal of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..origin import Origin, quote
from ..specs.node import List, Map
from ..specs.resolve import References
from .finding import Finding, found
from .material import Documents

# Texts are replaced by others, or by none.
_TEXTS = frozenset({"description", "summary", "title", "example", "examples", "externalDocs", "$comment"})
_CHOICES = ("allOf", "anyOf", "oneOf")


def unnamed(documents: Documents) -> Iterator[Finding]:
    """What stood in an object or list that an action removes, and does not stand in the one that took its place."""
    if not documents.is_applied:
        return
    seen: set[str] = set()
    for removal in documents.specs.removed:
        if removal.key not in removal.holder:
            continue  # nothing took its place: it is the thing itself that was to go
        file, target = removal.action.origin.file, removal.action.get("target")
        now = _Present([removal.holder[removal.key]], documents.specs.references)
        for tail, name, place in _lost(removal.value, now):
            subject = f"{file} {target}{tail}"
            if subject in seen:
                continue
            seen.add(subject)
            yield found(
                "overlay-removed-unnamed", subject,
                f"{quote(name)} is removed with what is around it, and nothing puts it back", place,
                "declare it anew, or remove it by its name before", ("the removal", removal.action.value_at("target")),
            )  # fmt: skip


class _Present:
    """What stands in one place now: all objects that say something of it, by reference, in parts or as choices."""

    def __init__(self, now: Sequence[Any], references: References) -> None:
        self._references = references
        maps, values = _parts(now, references)
        self._values = {(type(value), value) for value in values}
        self._by_key: dict[str, list[Any]] = {}
        self._by_name: dict[Any, list[Map]] = {}
        for each in maps:
            for key, value in each.items():
                self._by_key.setdefault(key, []).append(value)
            if not isinstance(name := each.get("name", each), (Map, List)):
                self._by_name.setdefault(name, []).append(each)
        # Made once: many old ones may ask for the same.
        self._below: dict[tuple[str, Any], _Present] = {}

    def under(self, key: str) -> _Present | None:
        """What stands under a key; None where nothing does."""
        return self._made("key", key, self._by_key)

    def called(self, name: Any) -> _Present | None:
        """The items of that name; None where there is none."""
        return self._made("name", name, self._by_name)

    def holds(self, value: Any) -> bool:
        """Whether a text or number is among them."""
        return (type(value), value) in self._values

    def _made(self, way: str, key: Any, table: Mapping[Any, Sequence[Any]]) -> _Present | None:
        if key not in table:
            return None
        if (way, key) not in self._below:
            self._below[way, key] = _Present(table[key], self._references)
        return self._below[way, key]


def _lost(old: Map | List, now: _Present) -> Iterator[tuple[str, str, Origin]]:
    """What of an object or list is not present: the way to it, its name and its place."""
    if isinstance(old, List):
        yield from _lost_items(old, now)
        return
    for key, item in old.items():
        held = now.under(key)
        if held is None and key not in _TEXTS:
            yield f".{key}", key, old.at(key)
        elif held is not None and isinstance(item, (Map, List)):
            for tail, name, place in _lost(item, held):
                yield f".{key}{tail}", name, place


def _lost_items(old: List, now: _Present) -> Iterator[tuple[str, str, Origin]]:
    for index, item in enumerate(old):
        # A parameter is one of a list by its name, a text or number by itself.
        label = item.get("name", item) if isinstance(item, Map) else item
        if isinstance(item, List) or isinstance(label, (Map, List)):
            yield from _lost(item, now)
        elif not isinstance(item, Map):
            if not now.holds(item):
                yield f".{item}", str(item), old.at(index)
        elif (same := now.called(label)) is None:
            yield f".{label}", str(label), old.at(index)
        else:
            for tail, name, place in _lost(item, same):
                yield f".{label}{tail}", name, place


def _parts(now: Sequence[Any], references: References) -> tuple[list[Map], list[Any]]:
    """The objects in some values, in lists, by reference, in parts or as choices; and the single values."""
    maps: list[Map] = []
    values: list[Any] = []
    seen: set[int] = set()
    waiting = list(now)
    while waiting:
        each = waiting.pop()
        if not isinstance(each, (Map, List)):
            values.append(each)
        elif id(each) not in seen:
            seen.add(id(each))
            if isinstance(each, List):
                waiting += each
            else:
                maps.append(each)
                waiting += [each[key] for key in _CHOICES if isinstance(each.get(key), List)]
                if isinstance(each.get("$ref"), str):
                    waiting.append(references.target(each))
    return maps, values
