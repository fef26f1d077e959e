"""Rules of an operation beside its arguments -> the rules that are broken, in words.

``x-requires: [{all: [duedate], when: {invoiceaction: [duedate, recur]}}]`` is broken by a call that
gives ``invoiceaction="recur"`` and no ``duedate``. The client asks before it sends, the fake when
it has received. Vectors: tests/wire/requirements.json.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from .. import _dialect as dialect
from . import values
from .misfit import is_list, is_map
from .operation import Condition, Operation, Requirement
from .secret import reveal


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a call breaks.

    kind:   what the rule asks for
    names:  the parameters that are lacking (``all``), that would do (``any``), or that are too many
    words:  the rule: ``duedate must be given where invoiceaction is 'recur'``
    """

    kind: Literal["any", "all", "none"]
    names: tuple[str, ...]
    words: str


def broken(operation: Operation[Any], arguments: Mapping[str, object]) -> list[Broken]:
    """The rules that the arguments break. Values may be hidden; none of them is in the answer."""
    return [
        found
        for rule in operation.requires
        for key, part in _parts(rule, arguments)
        if (found := _judged(rule, key, part)) is not None
    ]


def is_given(value: object) -> bool:
    """Whether anything is said by a value: not by None, nor by a list or map of nothing else."""
    value = reveal(value)
    if is_list(value):
        return any(reveal(item) is not None for item in value)
    if is_map(value):
        return any(reveal(item) is not None for item in value.values())
    return value is not None


def joined(names: Sequence[str], last: str) -> str:
    """``a, b and c``."""
    return f" {last} ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _parts(
    rule: Requirement, arguments: Mapping[str, object]
) -> Iterator[tuple[str, Mapping[str, object]]]:
    """What a rule is applied to: all arguments, or for each key of its maps what stands there."""
    if not rule.each:
        yield "", arguments
        return
    named = {*rule.any, *rule.all, *rule.none, *(each.wire for each in (*rule.when, *rule.unless))}
    maps = {name: _by_text(reveal(arguments.get(name))) for name in named}
    for key in dict.fromkeys(key for each in rule.when for key in maps[each.wire]):
        yield f"[{key}]", {name: entries.get(key) for name, entries in maps.items()}


def _by_text(value: object) -> dict[str, object]:
    """The entries of a map, their keys as they are sent: 12 and "12" are one."""
    if not is_map(value):
        return {}
    return {
        str(plain): item
        for key, item in value.items()
        if isinstance(plain := values.plain(key), str | int)
    }


def _judged(rule: Requirement, key: str, arguments: Mapping[str, object]) -> Broken | None:
    """What is broken of a rule; ``key`` is added to the name of each parameter."""
    if rule.when and not any(_holds(each, arguments, bool(key)) for each in rule.when):
        return None
    if any(_holds(each, arguments, bool(key)) for each in rule.unless):
        return None
    given = {name for name, value in arguments.items() if is_given(value)}
    if rule.any and given.isdisjoint(rule.any):
        names = tuple(name + key for name in rule.any)
        return Broken(
            "any", names, f"one of {joined(names, 'or')} must be given{_where(rule, key)}"
        )
    if lacking := tuple(name + key for name in rule.all if name not in given):
        return Broken("all", lacking, f"{joined(lacking, 'and')} must be given{_where(rule, key)}")
    if extra := tuple(name + key for name in rule.none if _is_set(arguments.get(name))):
        return Broken("none", extra, f"{joined(extra, 'and')} must not be given{_where(rule, key)}")
    return None


def _holds(condition: Condition, arguments: Mapping[str, object], is_entry: bool) -> bool:
    value = values.plain(arguments.get(condition.wire))
    if not is_given(value):
        return condition.absent
    if not condition.values:
        return is_entry or condition.amount or _is_set(value)
    return isinstance(value, str | int) and str(value) in map(str, condition.values)


def _is_set(value: object) -> bool:
    """Whether something is given that is neither empty nor false: what PHP takes for true."""
    return is_given(value) and not values.is_one_of(values.plain(value), (False, "", dialect.FALSE))


def _where(rule: Requirement, key: str) -> str:
    """When a rule holds, in words that follow it."""
    when = f" where {_said(rule.when, key)}" if rule.when else ""
    return when + (f", unless {_said(rule.unless, key)}" if rule.unless else "")


def _said(conditions: Sequence[Condition], key: str) -> str:
    """``userid or email is given or draft is true or type is not given or is 'a' or 'b'``."""
    given = [each.wire + key for each in conditions if not each.values and not each.flag]
    flags = [each.wire + key for each in conditions if not each.values and each.flag]
    said = [f"{joined(given, 'or')} is given"] if given else []
    said += [f"{joined(flags, 'or')} is true"] if flags else []
    for each in conditions:
        if each.values:
            absent = "is not given or " if each.absent else ""
            said.append(f"{each.wire}{key} {absent}is {joined([*map(repr, each.values)], 'or')}")
    return " or ".join(said)
