"""What callers hand in: the parameters of operations, and the keys of the objects that parameters hold."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..ir import Encoding, Field, ListOf, MapOf, Operation, Param, Scalar, ScalarKind, Type
from ..origin import quote
from .change import Change
from .enums import differing_values
from .limits import demands, limits, nulls
from .pair import Holder, Pair, matched
from .types import Relation, apart, taking


def operation_holder(old: Operation, new: Operation, pair: Pair) -> Holder:
    """The operation, as what holds its parameters."""
    method = pair.new.method(new.action)
    iterator = pair.new.iterator(new.action)
    methods = (method,) if iterator is None else (method, iterator)
    return Holder(new.action, quote(method), old.origin, new.origin, methods)


def entries(
    old: Sequence[Param] | Sequence[Field], new: Sequence[Param] | Sequence[Field], holder: Holder, pair: Pair
) -> Iterator[Change]:
    """What changes about the parameters of an operation, or the keys of an object. Their order means nothing."""
    for before, after in matched([(each.wire, each) for each in old], [(each.wire, each) for each in new]):
        if before is None and after is not None:
            code = "required-param-added" if after.required else "param-added"
            message = f"{holder.name} {'demands' if after.required else 'takes'} {quote(after.wire)}"
            entry = holder.name, after.wire
            yield Change(code, _subject(holder, after), message, holder.old, after.origin, holder.methods, entry)
        elif after is None and before is not None:
            message = f"{holder.name} no longer takes {quote(before.wire)}"
            place, subject, entry = before.origin, _subject(holder, before), (holder.name, before.wire)
            yield Change("param-removed", subject, message, place, holder.new, holder.methods, entry)
        elif before is not None and after is not None:
            yield from _entry(before, after, holder, pair)


def _subject(holder: Holder, entry: Param | Field) -> str:
    return f"{holder.subject}.{entry.wire}"


def _entry(old: Param | Field, new: Param | Field, holder: Holder, pair: Pair) -> Iterator[Change]:
    where = f"{quote(new.wire)} of {holder.name}"
    for code, message in (
        *_name(old, new, where, pair),
        *_need(old, new, where),
        *_type(old, new, where, pair),
        *_server(old, new, where),
        *_notices(old, new, where),
        *(_encoding(old, new, where) if isinstance(old, Param) and isinstance(new, Param) else ()),
    ):
        yield Change(code, _subject(holder, new), message, old.origin, new.origin, holder.methods)
    yield from differing_values(old, new, holder, pair, sent=True)


def _name(old: Param | Field, new: Param | Field, where: str, pair: Pair) -> Iterator[tuple[str, str]]:
    if isinstance(new, Param):
        before, after = pair.old.names.argument(old.wire), pair.new.names.argument(new.wire)
        if before != after:
            yield "identifier-changed", f"the argument {quote(before)} for {where} is now called {quote(after)}"


def _need(old: Param | Field, new: Param | Field, where: str) -> Iterator[tuple[str, str]]:
    if new.required and not old.required:
        yield "param-becomes-required", f"{where} has to be given"
    elif old.required and not new.required:
        yield "param-becomes-optional", f"{where} may be left out"


def _type(old: Param | Field, new: Param | Field, where: str, pair: Pair) -> Iterator[tuple[str, str]]:
    known = pair.renames.applied(old.type, "inputs")
    relation = taking(known, new.type, pair.enums)
    was, is_ = apart(known, new.type, pair.enums)
    if relation is Relation.SAME:
        if known != new.type:
            yield "param-hint", f"{where} takes the same values, described as {is_}, no longer as {was}"
    elif relation is Relation.WIDER:
        yield "param-widened", f"{where} takes {is_}, which is more than {was}"
    else:
        yield "param-narrowed", f"{where} takes {is_}, no longer {was}"


def _is_whole(type_: Type) -> bool:
    """Whether a type is an integer, or holds integers alone."""
    match type_:
        case ListOf(item=inner) | MapOf(value=inner):
            return _is_whole(inner)
        case Scalar(kind=kind):
            return kind is ScalarKind.INTEGER
    return False


def _server(old: Param | Field, new: Param | Field, where: str) -> Iterator[tuple[str, str]]:
    """What the server assumes and refuses."""
    before, after = as_json(old.default), as_json(new.default)
    if before != after:
        if old.default is None:
            yield "param-default-documented", f"the server is said to take {quote(after)} where {where} is not given"
        elif new.default is None:
            yield "param-default-documented", f"nothing is said any more of what the server takes for {where}"
        else:
            yield "param-default-changed", f"without {where} the server takes {quote(after)}, no longer {quote(before)}"
    demanded = demands(new.limits)
    if verdict := limits(demands(old.limits), demanded, whole=_is_whole(old.type) and _is_whole(new.type)):
        said = ", ".join(map(quote, demanded)) or "nothing"
        yield f"param-limit-{verdict}", f"of {where} is demanded: {said}"
    if nulls(new.limits) - nulls(old.limits):
        yield "param-limit-loosened", f"items of {where} may be null"
    if nulls(old.limits) - nulls(new.limits):
        yield "param-limit-tightened", f"items of {where} may no longer be null"


def _notices(old: Param | Field, new: Param | Field, where: str) -> Iterator[tuple[str, str]]:
    if old.deprecated is None and new.deprecated is not None:
        yield "param-deprecated", f"{where} is deprecated: {new.deprecated}"
    elif old.deprecated is not None and new.deprecated is None:
        yield "param-undeprecated", f"{where} is no longer deprecated"
    if new.sensitive and not old.sensitive:
        yield "param-masked", f"{where} is kept out of logs and messages"
    elif old.sensitive and not new.sensitive:
        yield "param-unmasked", f"{where} is no longer kept out of logs and messages"
    reworded = None not in (old.deprecated, new.deprecated) and old.deprecated != new.deprecated
    if reworded or _docs(old) != _docs(new):
        yield "param-docs", f"the documentation of {where} changes"


def _docs(entry: Param | Field) -> tuple[object, ...]:
    """What only documentation shows."""
    null = entry.nullable if isinstance(entry, Field) else None
    return entry.doc, entry.since, null


def _encoding(old: Param, new: Param, where: str) -> Iterator[tuple[str, str]]:
    before, after = old.encoding, new.encoding
    if before.file is None and after.file is not None:
        yield "param-widened", f"{where} takes paths of files, too"
    elif before.file is not None and after.file is None:
        yield "param-narrowed", f"{where} no longer takes paths of files"
    elif before.file != after.file:
        yield "param-encoding-changed", f"the files of {where} are sent under other keys"
    if replace(before, file=None) != replace(after, file=None):
        yield "param-encoding-changed", f"{where} is sent as {_form(after)}, no longer as {_form(before)}"


def _form(encoding: Encoding) -> str:
    each = " of each item" if encoding.each else ""
    date = f" with dates as {quote(encoding.date)}" if encoding.date else ""
    return f"{encoding.kind}{each}{date}"


def as_json(value: Any) -> str:
    """A value of the spec as JSON says it, keys sorted: true and 1 are two things."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
