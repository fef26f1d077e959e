"""Overlay actions that say nothing new, correct nothing, of which nothing is left, or that give no reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..origin import Origin, quote
from ..specs.node import List, Map
from .finding import Finding, found
from .material import Documents

_Place = tuple[str, int, int]
# One of these says what a value is.
_TYPED = frozenset({"type", "$ref", "allOf", "oneOf", "anyOf"})


def reasons(documents: Documents) -> Iterator[Finding]:
    """Actions without a description."""
    for overlay, action in _actions(documents):
        if not action.get("description"):
            yield found(
                "overlay-reason", _subject(overlay, action), "nothing says why this is corrected", action.at("target"),
                "say what is wrong and where one can read it: `description: ...`",
            )  # fmt: skip


def idle(documents: Documents) -> Iterator[Finding]:
    """Entries of updates that the document has already."""
    by_place = {(overlay.origin.file, action.origin.pointer): action for overlay, action in _actions(documents)}
    for place in documents.specs.idle:
        head, tail = _split(place.pointer)
        action = by_place.get((place.file, head))
        target = "" if action is None else str(action.get("target"))
        yield found(
            "overlay-part-no-effect", f"{place.file} {target}{tail}",
            f"{quote(tail.rpartition('.')[2])} changes nothing: the document says so already", place, "take it out",
        )  # fmt: skip


def overwritten(documents: Documents) -> Iterator[Finding]:
    """Values of updates of which the merged document holds nothing."""
    if not documents.is_applied or not documents.overlays:
        return
    files = {overlay.origin.file for overlay in documents.overlays}
    kept = _places(documents.specs.openapi, files)
    kept |= {(place.file, place.line, place.column) for place in documents.specs.idle}
    for overlay, action in _actions(documents):
        for place in _leaves(action.get("update")):
            if (place.file, place.line, place.column) not in kept:
                _, tail = _split(place.pointer)
                yield found(
                    "overlay-overwritten", f"{_subject(overlay, action)}{tail}",
                    f"nothing is left of {quote(tail.rpartition('.')[2])}: a later action replaces or removes it",
                    place, "take it out, or put the actions into another order",
                )  # fmt: skip


def untyped(documents: Documents) -> Iterator[Finding]:
    """Properties without a type that updates add to objects: corrections of some that are gone."""
    if not documents.is_applied:
        return
    actions = {(overlay.origin.file, action.origin.pointer): action for overlay, action in _actions(documents)}
    for place, name, schema in _properties(documents.specs.openapi, {file for file, _ in actions}):
        head, tail = _split(place.pointer)
        if not schema.keys() & _TYPED and (place.file, head) in actions:
            yield found(
                "overlay-untyped-property", f"{place.file} {actions[place.file, head].get('target')}{tail}",
                f"{quote(name)} is added without a type: the object had no such property", place,
                "correct the one that has another name by now, or give this one a type",
            )  # fmt: skip


def _properties(document: Map, files: set[str]) -> Iterator[tuple[Origin, str, Map]]:
    """Properties that stand in one of the files, of objects that stand in none of them: place, name, schema."""
    stack: list[Any] = [document]
    while stack:
        holder = stack.pop()
        for key, item in holder.items() if isinstance(holder, Map) else enumerate(holder):
            if isinstance(item, (Map, List)):
                stack.append(item)
            if key == "properties" and isinstance(item, Map) and item.origin.file not in files:
                for name, schema in item.items():
                    if isinstance(schema, Map) and item.at(name).file in files:
                        yield item.at(name), name, schema


def _actions(documents: Documents) -> Iterator[tuple[Map, Map]]:
    for overlay in documents.overlays:
        actions = overlay.get("actions")
        for action in actions if isinstance(actions, List) else ():
            if isinstance(action, Map) and isinstance(action.get("target"), str):
                yield overlay, action


def _subject(overlay: Map, action: Map) -> str:
    return f"{overlay.origin.file} {action.get('target')}"


def _split(pointer: str) -> tuple[str, str]:
    """``/actions/3/update/properties/id`` -> ``/actions/3`` and ``.properties.id``."""
    parts = pointer.split("/")
    return "/".join(parts[:3]), "".join(f".{part}" for part in parts[4:]).replace("~1", "/").replace("~0", "~")


def _leaves(value: Any) -> Iterator[Origin]:
    """The places of all single values in an update."""
    stack = [value]
    while stack:
        holder = stack.pop()
        entries = holder.items() if isinstance(holder, Map) else enumerate(holder) if isinstance(holder, List) else ()
        for key, item in entries:
            if isinstance(item, (Map, List)):
                stack.append(item)
            else:
                yield holder.at(key)


def _places(document: Map, files: set[str]) -> set[_Place]:
    """The places of all entries of a document that stand in one of the files."""
    found: set[_Place] = set()
    stack: list[Any] = [document]
    while stack:
        holder = stack.pop()
        for key, item in holder.items() if isinstance(holder, Map) else enumerate(holder):
            if isinstance(item, (Map, List)):
                stack.append(item)
            else:
                place = holder.at(key)
                if place.file in files:
                    found.add((place.file, place.line, place.column))
    return found
