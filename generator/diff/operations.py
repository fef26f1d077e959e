"""Groups, operations and what they answer: what changes about methods, less their parameters."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Effect, Group, Operation, Page
from ..origin import Origin, quote
from .change import Change
from .pair import Pair, matched
from .params import entries, operation_holder
from .requirements import requirements
from .side import Placed
from .types import Relation, apart, reading, rewrapped, shown


def groups(pair: Pair) -> Iterator[Change]:
    """What changes about the attributes of the client."""
    known = [(pair.groups.get(name, name), group) for name, group in pair.old.groups.items()]
    for old, new in matched(known, pair.new.groups.items()):
        if old is None and new is not None:
            member = pair.new.names.member(new.name)
            yield _of_group("group-added", f"the client has a new attribute {quote(member)}", old, new)
        elif new is None and old is not None:
            member = pair.old.names.member(old.name)
            yield _of_group("group-removed", f"the client has no attribute {quote(member)} any more", old, new)
        elif old is not None and new is not None:
            yield from _group(old, new, pair)


def _group(old: Group, new: Group, pair: Pair) -> Iterator[Change]:
    before, after = pair.old.names, pair.new.names
    member, moved = before.member(old.name), after.member(new.name)
    if old.name != new.name:
        message = f"the group {quote(old.name)} is now spelled {quote(new.name)}"
        yield _of_group("group-respelled", message, old, new)
    if member != moved:
        message = f"the client's attribute {quote(member)} is now called {quote(moved)}"
        yield _of_group("identifier-changed", message, old, new)
    classes = before.group_class(old.name), after.group_class(new.name)
    if classes[0] != classes[1]:
        message = f"the class {quote(classes[0])} of a group is called {quote(classes[1])}"
        yield _of_group("identifier-changed", message, old, new)
    if old.doc != new.doc:
        yield _of_group("group-docs", f"the documentation of {quote(moved)} changes", old, new)


def _of_group(code: str, message: str, old: Group | None, new: Group | None) -> Change:
    group = new or old
    subject = f"group {group.name}" if group is not None else ""
    return Change(code, subject, message, _place(old), _place(new))


def _place(group: Group | None) -> Origin | None:
    return group.operations[0].origin if group is not None and group.operations else None


def operations(pair: Pair) -> Iterator[Change]:
    """What changes about methods."""
    known = [(pair.actions.get(action, action), placed) for action, placed in pair.old.operations.items()]
    for old, new in matched(known, pair.new.operations.items()):
        if old is None and new is not None:
            action = new.operation.action
            method = pair.new.method(action)
            message = f"there is a new method {quote(method)}, for {quote(action)}"
            yield Change("operation-added", action, message, None, new.operation.origin, (method,))
        elif new is None and old is not None:
            action = old.operation.action
            method = pair.old.method(action)
            message = f"{quote(method)} is gone"
            yield Change("operation-removed", action, message, old.operation.origin, None, (method,))
        elif old is not None and new is not None:
            yield from _operation(old, new, pair)


def _operation(old: Placed, new: Placed, pair: Pair) -> Iterator[Change]:
    before, after = old.operation, new.operation
    holder = operation_holder(before, after, pair)
    yield from _names(old, new, pair)
    yield from _effect(before, after, holder.name, holder.methods)
    yield from _deprecation(before, after, holder.name, holder.methods)
    yield from entries(before.params, after.params, holder, pair)
    yield from requirements(before, after, holder)
    yield from _result(before, after, holder.name, pair)
    if _docs(before) != _docs(after):
        yield _of(before, after, "operation-docs", f"the documentation of {holder.name} changes", holder.methods)


def _docs(operation: Operation) -> tuple[object, ...]:
    """What only documentation shows of an operation."""
    return operation.summary, operation.doc, operation.since, operation.docs, operation.errors


def _of(old: Operation, new: Operation, code: str, message: str, methods: tuple[str, ...]) -> Change:
    return Change(code, new.action, message, old.origin, new.origin, methods)


def _names(old: Placed, new: Placed, pair: Pair) -> Iterator[Change]:
    before, after, action = old.operation, new.operation, new.operation.action
    was, is_ = pair.old.method(before.action), pair.new.method(action)
    if before.action != action:
        message = f"{quote(is_)} sends the action {quote(action)}, no longer {quote(before.action)}"
        yield _of(before, after, "action-renamed", message, (is_,))
    if pair.groups.get(old.group.name, old.group.name) != new.group.name:
        yield _of(before, after, "operation-moved", f"{quote(was)} is now {quote(is_)}", (is_,))
    elif was.partition(".")[2] != is_.partition(".")[2]:
        yield _of(before, after, "identifier-changed", f"{quote(was)} is now called {quote(is_)}", (is_,))
    walked, walks = pair.old.iterator(before.action), pair.new.iterator(action)
    if walked is None and walks is not None:
        message = f"there is a new method {quote(walks)}, for all pages of {quote(action)}"
        yield _of(before, after, "iterator-added", message, (walks,))
    elif walks is None and walked is not None:
        yield _of(before, after, "iterator-removed", f"{quote(walked)} is gone", (walked,))
    elif walked is not None and walks is not None and walked.partition(".")[2] != walks.partition(".")[2]:
        yield _of(before, after, "identifier-changed", f"{quote(walked)} is now called {quote(walks)}", (walks,))


def _effect(old: Operation, new: Operation, name: str, methods: tuple[str, ...]) -> Iterator[Change]:
    if old.effect is new.effect:
        return
    message = f"{name} is {new.effect} where it was {old.effect}"
    if old.effect is Effect.READ:
        yield _of(old, new, "read-becomes-write", f"{message}: it is no longer tried again", methods)
    elif new.effect is Effect.READ:
        yield _of(old, new, "write-becomes-read", f"{message}: it is tried again where a connection is lost", methods)
    else:
        yield _of(old, new, "effect-changed", message, methods)


def _deprecation(old: Operation, new: Operation, name: str, methods: tuple[str, ...]) -> Iterator[Change]:
    if old.deprecated is None and new.deprecated is not None:
        yield _of(old, new, "operation-deprecated", f"{name} is deprecated: {new.deprecated}", methods)
    elif new.deprecated is None and old.deprecated is not None:
        yield _of(old, new, "operation-undeprecated", f"{name} is no longer deprecated", methods)
    elif old.deprecated != new.deprecated:
        yield _of(old, new, "operation-docs", f"the reason why {name} is deprecated changes", methods)


def _result(old: Operation, new: Operation, name: str, pair: Pair) -> Iterator[Change]:
    found = [*_answer(old, new, name, pair), *_records(old, new, pair)]
    if not found and _description(old, pair) != _description(new, None):
        message = f"the answer of {name} is described in another way"
        found = [_of(old, new, "result-hint", message, (pair.new.method(new.action),))]
    yield from found


def _answer(old: Operation, new: Operation, name: str, pair: Pair) -> Iterator[Change]:
    """What changes about the type that a method returns."""
    methods = (pair.new.method(new.action),)
    before, after = old.result.type, new.result.type
    if before is None or after is None:
        if after is not None:
            yield _of(old, new, "result-added", f"{name} returns {shown(after)}, no longer None", methods)
        elif before is not None:
            yield _of(old, new, "result-removed", f"{name} returns None, no longer {shown(before)}", methods)
        return
    known = pair.renames.applied(before, "models")
    was, is_ = apart(known, after, pair.enums)
    message = f"{name} returns {is_}, no longer {was}"
    relation = reading(known, after, pair.enums)
    if relation is Relation.NARROWER:
        yield _of(old, new, "result-type-narrowed", message, methods)
    elif relation is not Relation.SAME:
        yield _of(old, new, "result-type-changed", message, methods)
    elif verdict := rewrapped(known, after):
        yield _of(old, new, f"wrapper-{verdict}", f"the list that {name} returns is read from another key", methods)


def _records(old: Operation, new: Operation, pair: Pair) -> Iterator[Change]:
    """What changes about the records that an iterator yields."""
    before, after, walks = old.result, new.result, pair.new.iterator(new.action)
    if isinstance(before, Page) and isinstance(after, Page) and walks is not None:
        item = pair.renames.applied(before.item, "models")
        if reading(item, after.item, pair.enums) is not Relation.SAME:
            was, is_ = apart(item, after.item, pair.enums)
            message = f"{quote(walks)} yields {is_}, no longer {was}"
            yield _of(old, new, "records-changed", message, (walks,))


def _description(operation: Operation, pair: Pair | None) -> tuple[object, ...]:
    """All that a result says; types of the old side by the new names."""
    result = operation.result
    types = [each for each in (result.type, getattr(result, "item", None)) if each is not None]
    named = [pair.renames.applied(each, "models") for each in types] if pair else types
    return type(result), getattr(result, "field", None), *named
