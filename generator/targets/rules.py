"""Rules about parameters in words: ``At least one of `a` or `b` is needed where `c` is true.``"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ..ir import Condition, Requirement
from .prose import one_line

# How a language's documentation marks what is code, and how a parameter is called there.
Quote: TypeAlias = Callable[[str], str]


def in_words(rule: Requirement, code: Quote, name: Quote) -> str:
    """A rule as a sentence. ``code`` marks a value as code, ``name`` gives a parameter's name as code."""
    where = f" where {_conditions(rule.when, code, name)}" if rule.when else ""
    where += ", key by key" if rule.each else ""
    unless = f", unless {_conditions(rule.unless, code, name)}" if rule.unless else ""
    if rule.any:
        return f"At least one of {_listed(rule.any, name, 'or')} is needed{where}{unless}."
    if rule.all:
        return f"Needed{where}: {_listed(rule.all, name)}{unless}."
    return f"Not to be given{where}: {_listed(rule.none, name, 'or')}{unless}."


def _conditions(conditions: tuple[Condition, ...], code: Quote, name: Quote) -> str:
    given = tuple(each.wire for each in conditions if not each.values and not each.flag)
    flags = tuple(each.wire for each in conditions if not each.values and each.flag)
    said = [f"{_listed(given, name, 'or')} is given"] if given else []
    said += [f"{_listed(flags, name, 'or')} is true"] if flags else []
    for each in conditions:
        if each.values:
            values = " or ".join(code(one_line(str(value))) for value in each.values)
            said.append(f"{name(each.wire)} {'is not given or ' if each.absent else ''}is {values}")
    return " or ".join(said)


def _listed(wires: tuple[str, ...], name: Quote, last: str = "and") -> str:
    *others, final = map(name, wires)
    return f"{', '.join(others)} {last} {final}" if others else final
