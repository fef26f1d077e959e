"""Models and enums that only their names tell apart: what stands in the old one's place, and holds much the same.

Found by walking both Apis at once from the operations that they have in common. Names that both Apis know are never
renames, whatever stands where.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field

from ..ir import AnyOf, Enum, EnumRef, ListOf, MapOf, Model, ModelRef, Type
from .side import Side
from .types import renamed

# The part of the old fields, or values, that the new one must have, too.
_ENOUGH = 0.5


@dataclass(slots=True)
class Renames:
    """Old name -> new name, by what it names; only of what has another name now."""

    models: dict[str, str] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
    enums: dict[str, str] = field(default_factory=dict)
    _taken: set[tuple[str, str]] = field(default_factory=set)

    def of(self, way: str) -> dict[str, str]:
        """Those of ``models``, ``inputs`` or ``enums``."""
        return {"models": self.models, "inputs": self.inputs, "enums": self.enums}[way]

    def applied(self, type_: Type, way: str) -> Type:
        """An old type with the new names; ``way`` is ``models`` or ``inputs``."""
        return renamed(type_, self.of(way), self.enums)

    def note(self, way: str, before: str, after: str) -> bool:
        """Notes a rename; whether the two names are now known to name the same thing."""
        found = self.of(way)
        if before in found or (way, after) in self._taken:
            return found.get(before) == after
        found[before] = after
        self._taken.add((way, after))
        return True


def renames(old: Side, new: Side, actions: Mapping[str, str]) -> Renames:
    """What is renamed between two sides. ``actions`` says what old actions are called now, where that differs."""
    found = Renames()
    seen: set[tuple[str, str, str]] = set()
    pending = [(way, *pair) for way, before, after in _roots(old, new, actions) for pair in _pairs(before, after)]
    pending.reverse()
    while pending:
        way, before, after = pending.pop()
        if isinstance(before, EnumRef) and isinstance(after, EnumRef):
            if _is_free(before.name, after.name, old.enums, new.enums):
                _note_enum(found, old.enums[before.name], new.enums[after.name])
        elif isinstance(before, ModelRef) and isinstance(after, ModelRef):
            if (way, before.name, after.name) in seen:
                continue
            seen.add((way, before.name, after.name))
            one, other = old.objects[way][before.name], new.objects[way][after.name]
            free = _is_free(before.name, after.name, old.objects[way], new.objects[way])
            if before.name == after.name or (free and _alike(one, other) and found.note(way, before.name, after.name)):
                pending += [(way, *pair) for pair in _in_fields(one, other)]
    return found


def _is_free(before: str, after: str, old: Mapping[str, object], new: Mapping[str, object]) -> bool:
    """Whether each of two names is known to one Api only."""
    return before not in new and after not in old


def _note_enum(found: Renames, before: Enum, after: Enum) -> None:
    if before.kind is after.kind and _share({*before.values}, {*after.values}):
        found.note("enums", before.name, after.name)


def _roots(old: Side, new: Side, actions: Mapping[str, str]) -> Iterator[tuple[str, Type, Type]]:
    for known, placed in old.operations.items():
        action = actions.get(known, known)
        if action not in new.operations:
            continue
        before, after = placed.operation, new.operations[action].operation
        if before.result.type is not None and after.result.type is not None:
            yield "models", before.result.type, after.result.type
        params = {param.wire: param for param in after.params}
        for param in before.params:
            if param.wire in params:
                yield "inputs", param.type, params[param.wire].type


def _pairs(before: Type, after: Type) -> Iterator[tuple[Type, Type]]:
    """The references at the same place of both types."""
    match before, after:
        case (EnumRef(), EnumRef()) | (ModelRef(), ModelRef()):
            yield before, after
        case (ListOf(item=one), ListOf(item=other)) | (MapOf(value=one), MapOf(value=other)):
            yield from _pairs(one, other)
        case AnyOf(options=one), AnyOf(options=other) if len(one) == len(other):
            for pair in zip(one, other, strict=True):
                yield from _pairs(*pair)


def _in_fields(before: Model, after: Model) -> Iterator[tuple[Type, Type]]:
    fields = {each.wire: each for each in after.fields}
    for each in before.fields:
        if each.wire in fields:
            yield from _pairs(each.type, fields[each.wire].type)


def _alike(before: Model, after: Model) -> bool:
    return _share({each.wire for each in before.fields}, {each.wire for each in after.fields})


def _share(before: Set[str | int] | Set[str], after: Set[str | int] | Set[str]) -> bool:
    return before == after or len(before & after) >= max(1, _ENOUGH * len(before))
