"""Sets of values. All are open: a value that the spec does not list is taken and kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..ir import AnyOf, Enum, EnumRef, Field, ListOf, MapOf, Param, Type
from ..origin import quote
from .change import Change
from .pair import Holder, Pair, listed, matched


def enums(pair: Pair) -> Iterator[Change]:
    """What changes about the aliases that callers can import, and about the values that they list."""
    names = pair.renames.enums
    old = [(names.get(name, name), enum) for name, enum in pair.old.enums.items()]
    for before, after in matched(old, pair.new.enums.items()):
        users = pair.users(("enums", before.name) if before else None, ("enums", after.name) if after else None)
        if before is None and after is not None:
            alias = pair.new.names.enums[after.name]
            message = f"there is a new alias {quote(alias)}, {_values(after.values)}"
            yield Change("enum-added", after.name, message, None, after.origin, users)
        elif after is None and before is not None:
            message = f"the alias {quote(pair.old.names.enums[before.name])} is gone"
            yield Change("enum-removed", before.name, message, before.origin, None, users)
        elif before is not None and after is not None:
            yield from _enum(before, after, users, pair)


def _enum(old: Enum, new: Enum, users: tuple[str, ...], pair: Pair) -> Iterator[Change]:
    was, is_ = pair.old.names.enums[old.name], pair.new.names.enums[new.name]
    if was != is_:
        code = "enum-renamed" if old.name != new.name else "identifier-changed"
        message = f"the alias {quote(was)} is now called {quote(is_)}"
        yield Change(code, new.name, message, old.origin, new.origin, users)
    if old.kind is not new.kind:
        message = f"the values of {quote(is_)} are {new.kind}, no longer {old.kind}"
        yield Change("enum-kind-changed", new.name, message, old.origin, new.origin, users)
    else:
        sent = pair.new.sends(new.name)
        for code, said in _differing(old.values, new.values, sent=sent):
            yield Change(code, new.name, f"{quote(is_)} {said}", old.origin, new.origin, users)
    if old.doc != new.doc:
        yield Change("enum-docs", new.name, f"the documentation of {quote(is_)} changes", old.origin, new.origin, users)


def differing_values(
    old: Param | Field, new: Param | Field, holder: Holder, pair: Pair, *, sent: bool
) -> Iterator[Change]:
    """What changes where something takes its values from another enum; about enums themselves ``enums`` tells."""
    before, after = _enum_in(old.type, pair.old.enums), _enum_in(new.type, pair.new.enums)
    if before is None or after is None or before.kind is not after.kind:
        return
    if pair.renames.enums.get(before.name, before.name) == after.name:
        return
    for code, said in _differing(before.values, after.values, sent=sent):
        subject = f"{holder.subject}.{new.wire}"
        yield Change(
            code, subject, f"{quote(new.wire)} of {holder.name} {said}", old.origin, new.origin, holder.methods
        )


def _enum_in(type_: Type, enums: dict[str, Enum]) -> Enum | None:
    """The enum of a value, or of each value in a list or map; None where there is not exactly one."""
    match type_:
        case EnumRef(name=name):
            return enums[name]
        case ListOf(item=inner) | MapOf(value=inner):
            return _enum_in(inner, enums)
        case AnyOf(options=options):
            found = [enum for option in options if (enum := _enum_in(option, enums)) is not None]
            return found[0] if len(found) == 1 else None
    return None


def _differing(old: Collection[object], new: Collection[object], *, sent: bool) -> Iterator[tuple[str, str]]:
    """(code, what is said) for values that come, and for those that go. Their order means nothing."""
    before, after = set(old), set(new)
    come = [value for value in new if value not in before]
    gone = [value for value in old if value not in after]
    if come:
        yield "enum-value-added", f"may be {listed(come)}, too"
    if gone and sent:
        yield "enum-value-removed", f"is no longer said to take {listed(gone)}"
    elif gone:
        yield "enum-value-retired", f"is no longer said to hold {listed(gone)}"


def _values(values: Collection[object]) -> str:
    return f"of {listed(values)}" if values else "without values"
