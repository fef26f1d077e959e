"""Objects: what callers read from answers (models), and the types of what parameters hold (inputs)."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Field, Model
from ..origin import quote
from .change import Change
from .enums import differing_values
from .limits import demands, nulls
from .pair import Holder, Pair, matched
from .params import as_json, entries
from .types import Relation, apart, reading, rewrapped, shown

_NOUN = {"models": "model", "inputs": "input"}


def objects(pair: Pair, way: str) -> Iterator[Change]:
    """What changes about ``models`` or ``inputs``."""
    names, noun = pair.renames.of(way), _NOUN[way]
    old = [(names.get(name, name), model) for name, model in pair.old.objects[way].items()]
    for before, after in matched(old, pair.new.objects[way].items()):
        users = pair.users((way, before.name) if before else None, (way, after.name) if after else None)
        if before is None and after is not None:
            message = f"there is a new class {quote(_class(pair, way, new=after))}"
            yield Change(f"{noun}-added", after.name, message, None, after.origin, users)
        elif after is None and before is not None:
            message = f"the class {quote(_class(pair, way, old=before))} is gone"
            yield Change(f"{noun}-removed", before.name, message, before.origin, None, users)
        elif before is not None and after is not None:
            yield from _object(before, after, way, users, pair)


def _class(pair: Pair, way: str, *, old: Model | None = None, new: Model | None = None) -> str:
    """What callers call a model of one of the sides."""
    names = pair.new.names if new else pair.old.names
    model = new or old
    classes = names.models if way == "models" else names.inputs
    return classes[model.name] if model else ""


def _object(old: Model, new: Model, way: str, users: tuple[str, ...], pair: Pair) -> Iterator[Change]:
    noun = _NOUN[way]
    was, is_ = _class(pair, way, old=old), _class(pair, way, new=new)
    holder = Holder(new.name, quote(is_), old.origin, new.origin, users)
    if was != is_:
        code = f"{noun}-renamed" if old.name != new.name else "identifier-changed"
        yield _of(code, f"the class {quote(was)} is now called {quote(is_)}", holder)
    if way == "models":
        yield from _flattened(old, new, holder)
        yield from _fields(old, new, holder, pair)
    else:
        yield from entries(old.fields, new.fields, holder, pair)
    if _docs(old, way) != _docs(new, way):
        yield _of(f"{noun}-docs", f"the documentation of {holder.name} changes", holder)


def _docs(model: Model, way: str) -> tuple[object, ...]:
    """What only documentation shows of a model."""
    return model.doc, model.closed, model.flattened if way == "inputs" else None


def _of(code: str, message: str, holder: Holder) -> Change:
    return Change(code, holder.subject, message, holder.old, holder.new, holder.methods)


def _flattened(old: Model, new: Model, holder: Holder) -> Iterator[Change]:
    if old.flattened == new.flattened:
        return
    if old.flattened is None:
        yield _of("model-flattened", f"the fields of {quote(new.flattened)} may stand in {holder.name} itself", holder)
    else:
        message = f"the fields of {quote(old.flattened)} are no longer looked for in {holder.name} itself"
        yield _of("model-unflattened", message, holder)


def _fields(old: Model, new: Model, holder: Holder, pair: Pair) -> Iterator[Change]:
    """What changes about the fields of a model. Their order means nothing."""
    pairs = matched([(each.wire, each) for each in old.fields], [(each.wire, each) for each in new.fields])
    for before, after in pairs:
        if before is None and after is not None:
            message = f"{holder.name} has {quote(after.wire)}, {shown(after.type)}"
            place, subject, entry = after.origin, _subject(holder, after), (holder.name, after.wire)
            yield Change("field-added", subject, message, holder.old, place, holder.methods, entry)
        elif after is None and before is not None:
            message = f"{holder.name} no longer has {quote(before.wire)}"
            place, subject, entry = before.origin, _subject(holder, before), (holder.name, before.wire)
            yield Change("field-removed", subject, message, place, holder.new, holder.methods, entry)
        elif before is not None and after is not None:
            yield from _field(before, after, holder, pair)


def _subject(holder: Holder, field: Field) -> str:
    return f"{holder.subject}.{field.wire}"


def _field(old: Field, new: Field, holder: Holder, pair: Pair) -> Iterator[Change]:
    where = f"{quote(new.wire)} of {holder.name}"
    for code, message in (
        *_name(old, new, where, pair),
        *_type(old, new, where, pair),
        *_presence(old, new, where),
        *_notices(old, new, where),
    ):
        yield Change(code, _subject(holder, new), message, old.origin, new.origin, holder.methods)
    yield from differing_values(old, new, holder, pair, sent=False)


def _name(old: Field, new: Field, where: str, pair: Pair) -> Iterator[tuple[str, str]]:
    before, after = pair.old.names.field(old.wire), pair.new.names.field(new.wire)
    if before != after:
        yield "identifier-changed", f"the attribute {quote(before)} for {where} is now called {quote(after)}"


def _type(old: Field, new: Field, where: str, pair: Pair) -> Iterator[tuple[str, str]]:
    known = pair.renames.applied(old.type, "models")
    relation = reading(known, new.type, pair.enums)
    was, is_ = apart(known, new.type, pair.enums)
    said = f"{where} is {is_}, no longer {was}"
    if relation is Relation.NARROWER:
        yield "field-type-narrowed", said
    elif relation is not Relation.SAME:
        yield "field-type-changed", said
    elif verdict := rewrapped(known, new.type):
        yield f"wrapper-{verdict}", f"the list {where} is read from another key"
    elif known != new.type:
        yield "field-hint", f"{where} is read as before, and described as {is_}, no longer as {was}"


def _presence(old: Field, new: Field, where: str) -> Iterator[tuple[str, str]]:
    if old.required and not new.required:
        yield "field-becomes-optional", f"{where} may be missing"
    elif new.required and not old.required:
        yield "field-becomes-required", f"{where} is always sent"
    if new.nullable and not old.nullable:
        yield "field-becomes-nullable", f"{where} may be null"
    elif old.nullable and not new.nullable:
        yield "field-becomes-non-nullable", f"{where} is never null"
    if nulls(new.limits) - nulls(old.limits):
        yield "field-becomes-nullable", f"items of {where} may be null"
    if nulls(old.limits) - nulls(new.limits):
        yield "field-becomes-non-nullable", f"items of {where} are never null"


def _notices(old: Field, new: Field, where: str) -> Iterator[tuple[str, str]]:
    if old.deprecated is None and new.deprecated is not None:
        yield "field-deprecated", f"{where} is deprecated: {new.deprecated}"
    elif old.deprecated is not None and new.deprecated is None:
        yield "field-undeprecated", f"{where} is no longer deprecated"
    if new.sensitive and not old.sensitive:
        yield "field-masked", f"{where} is kept out of logs and reprs"
    elif old.sensitive and not new.sensitive:
        yield "field-unmasked", f"{where} is no longer kept out of logs and reprs"
    reworded = None not in (old.deprecated, new.deprecated) and old.deprecated != new.deprecated
    if reworded or _said(old) != _said(new):
        yield "field-docs", f"the documentation of {where} changes"


def _said(field: Field) -> tuple[object, ...]:
    """What only documentation shows of a field."""
    actions = None if field.actions is None else frozenset(field.actions)
    return field.doc, field.since, as_json(field.default), frozenset(demands(field.limits)), actions
