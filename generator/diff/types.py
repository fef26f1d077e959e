"""Two types of the IR -> whether code that is right for one is right for the other.

A type becomes the kinds of values that it stands for: what a client reads it as, or what a parameter takes. Kinds are
told apart where any client does so: dates are no texts.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from enum import Enum as Choice
from enum import auto
from typing import assert_never

from ..ir import AnyOf, Enum, EnumRef, ListOf, MapOf, ModelRef, Opaque, Scalar, ScalarKind, Type
from ..origin import quote

# Bytes are read as the base64 that was sent.
_READ: dict[ScalarKind, ScalarKind] = {kind: kind for kind in ScalarKind} | {ScalarKind.BYTES: ScalarKind.TEXT}
# A test holds these against the aliases of the Python client.
TAKEN: dict[ScalarKind, tuple[ScalarKind, ...]] = {kind: (kind,) for kind in ScalarKind} | {
    ScalarKind.DECIMAL: (ScalarKind.DECIMAL, ScalarKind.INTEGER),
    ScalarKind.DATE: (ScalarKind.DATE, ScalarKind.TEXT),
    ScalarKind.DATETIME: (ScalarKind.DATETIME, ScalarKind.TEXT),
}
_ANY = "any"

_Options = tuple[Hashable, ...]


class Relation(Choice):
    """How a new type stands to an old one, for the code that uses it."""

    SAME = auto()
    WIDER = auto()
    NARROWER = auto()
    OTHER = auto()


def reading(old: Type, new: Type, enums: tuple[Mapping[str, Enum], Mapping[str, Enum]]) -> Relation:
    """How what is read as the new type stands to what was read as the old one. Names are those of the new Api."""
    before, after = _read(old, enums[0]), _read(new, enums[1])
    if before == after:
        return Relation.SAME
    # What is tried first wins, so that the rest must come in the same order.
    kept = iter(before)
    if all(option in kept for option in after):
        return Relation.NARROWER
    return Relation.WIDER if set(before) < set(after) else Relation.OTHER


def taking(old: Type, new: Type, enums: tuple[Mapping[str, Enum], Mapping[str, Enum]]) -> Relation:
    """How what the new type takes stands to what the old one took. Names are those of the new Api."""
    before, after = _taken(old, enums[0]), _taken(new, enums[1])
    wider, narrower = _covers(after, before), _covers(before, after)
    if wider:
        return Relation.SAME if narrower else Relation.WIDER
    return Relation.NARROWER if narrower else Relation.OTHER


def _read(type_: Type, enums: Mapping[str, Enum]) -> _Options:
    match type_:
        case Scalar(kind=kind):
            return (_READ[kind],)
        case EnumRef(name=name):
            return (_READ[enums[name].kind],)
        case ModelRef(name=name):
            return (("model", name),)
        case ListOf(item=inner) | MapOf(value=inner):
            return ((type(type_).__name__, _read(inner, enums)),)
        case AnyOf(options=options):
            return tuple(dict.fromkeys(part for option in options for part in _read(option, enums)))
        case Opaque():
            return (_ANY,)
    assert_never(type_)


def _taken(type_: Type, enums: Mapping[str, Enum]) -> _Options:
    match type_:
        case Scalar(kind=kind):
            return TAKEN[kind]
        case EnumRef(name=name):
            return TAKEN[enums[name].kind]
        case ModelRef(name=name):
            return (("model", name),)
        case ListOf(item=inner) | MapOf(value=inner):
            return ((type(type_).__name__, _taken(inner, enums)),)
        case AnyOf(options=options):
            return tuple(dict.fromkeys(part for option in options for part in _taken(option, enums)))
        case Opaque():
            return (_ANY,)
    assert_never(type_)


def _covers(wide: _Options, narrow: _Options) -> bool:
    """Whether everything that one takes is taken by the other, too."""
    return all(any(_takes(option, value) for option in wide) for value in narrow)


def _takes(option: Hashable, value: Hashable) -> bool:
    if option in (_ANY, value):
        return True
    match option, value:
        case (str(kind), tuple(inner)), (str(other), tuple(held)):
            return kind == other and _covers(inner, held)
    return False


def renamed(type_: Type, models: Mapping[str, str], enums: Mapping[str, str]) -> Type:
    """The type with the names that its models and enums have in the new Api."""
    match type_:
        case ModelRef(name=name):
            return ModelRef(models.get(name, name))
        case EnumRef(name=name):
            return EnumRef(enums.get(name, name))
        case ListOf(item=item, wrapper=wrapper):
            return ListOf(renamed(item, models, enums), wrapper)
        case MapOf(value=value):
            return MapOf(renamed(value, models, enums))
        case AnyOf(options=options):
            return AnyOf(tuple(renamed(option, models, enums) for option in options))
        case Scalar() | Opaque():
            return type_
    assert_never(type_)


def rewrapped(old: Type, new: Type) -> str | None:
    """What becomes of the keys inside lists: "added", "changed"; None where they stay."""
    before, after = _wrappers(old), _wrappers(new)
    if before == after:
        return None
    kept = len(before) == len(after) and all(one in (None, other) for one, other in zip(before, after, strict=True))
    return "added" if kept else "changed"


def _wrappers(type_: Type) -> tuple[str | None, ...]:
    """The keys inside the lists of a type, from the outside in."""
    match type_:
        case ListOf(item=item, wrapper=wrapper):
            return (wrapper, *_wrappers(item))
        case MapOf(value=value):
            return _wrappers(value)
        case AnyOf(options=options):
            return tuple(wrapper for option in options for wrapper in _wrappers(option))
        case Scalar() | EnumRef() | ModelRef() | Opaque():
            return ()
    assert_never(type_)


def shown(type_: Type, enums: Mapping[str, Enum] | None = None) -> str:
    """The type in words: "list of `Invoice`", "integer or text".

    With the enums of its side in all detail, too: "text with the format `email`", "`Kind` of integer".
    """
    match type_:
        case Scalar(kind=kind, format=format_):
            return f"{kind} with the format {quote(format_)}" if format_ and enums is not None else str(kind)
        case EnumRef(name=name):
            return quote(name) if enums is None else f"{quote(name)} of {enums[name].kind}"
        case ModelRef(name=name):
            return quote(name)
        case ListOf(item=item, wrapper=wrapper):
            inside = f" in {quote(wrapper)}" if wrapper and enums is not None else ""
            return f"list of {shown(item, enums)}{inside}"
        case MapOf(value=value):
            return f"map to {shown(value, enums)}"
        case AnyOf(options=options):
            return " or ".join(dict.fromkeys(shown(option, enums) for option in options))
        case Opaque():
            return "anything"
    assert_never(type_)


def apart(old: Type, new: Type, enums: tuple[Mapping[str, Enum], Mapping[str, Enum]]) -> tuple[str, str]:
    """Both types in words, in as much detail as it takes to tell them apart."""
    if shown(old) != shown(new):
        return shown(old), shown(new)
    return shown(old, enums[0]), shown(new, enums[1])
