"""Overlay actions that say nothing new, of which nothing is left, or that do not say why they are there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..origin import Origin, quote
from ..specs.node import List, Map
from .finding import Finding, found
from .material import Documents

_Place = tuple[str, int, int]


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
