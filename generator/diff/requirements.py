"""Which parameters are needed together: rules that are new, gone, harder or easier to keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from ..ir import Operation, Requirement
from ..origin import quote
from .change import Change
from .pair import Holder

# Of these, more makes a rule easier to keep; of `all`, less does.
_EASING = ("any", "unless")


def requirements(old: Operation, new: Operation, holder: Holder) -> Iterator[Change]:
    """What changes about the rules of one operation. Their order, and that of names in them, means nothing."""
    before, after = _normal(old), _normal(new)
    added = [rule for key, rule in after.items() if key not in before]
    removed = [rule for key, rule in before.items() if key not in after]
    for rule in added:
        eased = next((each for each in removed if _is_kept(each, rule)), None)
        tied = eased or next((each for each in removed if _is_akin(each, rule)), None)
        if tied is not None:
            removed.remove(tied)
        yield _change(old, new, rule, tied, holder, eased=eased is not None)
    for rule in removed:
        message = f"{holder.name} no longer demands {_shown(rule)}"
        yield Change("requirement-removed", new.action, message, old.origin, new.origin, holder.methods)


def _change(
    old: Operation, new: Operation, rule: Requirement, tied: Requirement | None, holder: Holder, *, eased: bool
) -> Change:
    if tied is None:
        code, message = "requirement-added", f"{holder.name} demands {_shown(rule)}"
    else:
        code = "requirement-loosened" if eased else "requirement-changed"
        message = f"{holder.name} demands {_shown(rule)}, no longer {_shown(tied)}"
    return Change(code, new.action, message, old.origin, new.origin, holder.methods)


def _normal(operation: Operation) -> dict[Any, Requirement]:
    """The rules by what they say, whatever the order of names."""
    return {_key(rule): rule for rule in operation.requirements}


def _key(rule: Requirement) -> Any:
    values = [getattr(rule, each.name) for each in fields(rule)]
    return tuple(frozenset(value) if isinstance(value, tuple) else value for value in values)


def _is_kept(old: Requirement, new: Requirement) -> bool:
    """Whether whoever keeps the old rule keeps the new one."""
    same = replace(old, any=(), all=(), unless=()) == replace(new, any=(), all=(), unless=())
    easier = all({*getattr(old, name)} <= {*getattr(new, name)} for name in _EASING)
    return same and easier and {*new.all} <= {*old.all} and bool(old.any) == bool(new.any)


def _is_akin(old: Requirement, new: Requirement) -> bool:
    """Whether two rules have names in common, so that one of them is likely to be the other one, changed."""
    return not {*old.any, *old.all}.isdisjoint({*new.any, *new.all})


def _shown(rule: Requirement) -> str:
    """``any: `clientid`, `email` ``, in the words of x-requires."""
    parts = []
    for each in fields(rule):
        value = getattr(rule, each.name)
        if isinstance(value, tuple) and value:
            names = [quote(getattr(item, "wire", item)) for item in value]
            parts.append(f"{each.name}: {', '.join(names)}")
        elif value and not isinstance(value, tuple):
            parts.append(each.name)
    return "; ".join(parts)
