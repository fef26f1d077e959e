"""Overlay actions that remove an object, which is declared anew, and with it what nobody meant to lose.

Whoever replaces all properties of an object replaces also the one that is published tomorrow, and the
`deprecated: true` of one that stays. What is meant to go is named by a removal of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
        for tail, name, place in _lost(removal.value, [removal.holder[removal.key]], documents.specs.references):
            subject = f"{file} {target}{tail}"
            if subject in seen:
                continue
            seen.add(subject)
            yield found(
                "overlay-removed-unnamed", subject,
                f"{quote(name)} is removed with what is around it, and nothing puts it back", place,
                "declare it anew, or remove it by its name before", ("the removal", removal.action.value_at("target")),
            )  # fmt: skip


def _lost(old: Map | List, now: Sequence[Any], references: References) -> Iterator[tuple[str, str, Origin]]:
    """What of an object or list is in none of the present ones: the way to it, its name and its place."""
    maps, values = _parts(now, references)
    if isinstance(old, List):
        named = [each for each in maps if "name" in each]
        known = [*values, *(each["name"] for each in named)]
        for index, item in enumerate(old):
            # A parameter is one of a list by its name, a text or number by itself.
            label = item.get("name", item) if isinstance(item, Map) else item
            if isinstance(label, (Map, List)):
                yield from _lost(item, now, references)
            elif label not in known:
                yield f".{label}", str(label), old.at(index)
            elif isinstance(item, Map):
                for tail, name, place in _lost(item, [each for each in named if each["name"] == label], references):
                    yield f".{label}{tail}", name, place
        return
    for key, item in old.items():
        held = [each[key] for each in maps if key in each]
        if not held and key not in _TEXTS:
            yield f".{key}", key, old.at(key)
        elif held and isinstance(item, (Map, List)):
            for tail, name, place in _lost(item, held, references):
                yield f".{key}{tail}", name, place


def _parts(now: Sequence[Any], references: References) -> tuple[list[Map], list[Any]]:
    """All objects that say something of the same thing, by reference, in parts or as choices; and single values."""
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
