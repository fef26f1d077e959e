"""Which parameters are needed together: rules that are new, gone, harder or easier to keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from ..ir import Condition, Operation, Requirement
from ..origin import quote
from .change import Change
from .pair import Holder


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


def _key(value: Any) -> Any:
    """A rule, or a part of one, as what can be compared."""
    if isinstance(value, Requirement | Condition):
        return tuple(_key(getattr(value, each.name)) for each in fields(value))
    return frozenset(map(_key, value)) if isinstance(value, tuple) else value


def _is_kept(old: Requirement, new: Requirement) -> bool:
    """Whether whoever keeps the old rule keeps the new one."""
    # One more to choose from, one less to give, one more exception, a condition more seldom met.
    eased = {*old.any} <= {*new.any} and {*new.all} <= {*old.all} and {*new.none} <= {*old.none}
    alike = bool(old.any) == bool(new.any) and old.each == new.each
    seldom = not old.when or (bool(new.when) and {*new.when} <= {*old.when})
    return alike and eased and seldom and {*old.unless} <= {*new.unless}


def _is_akin(old: Requirement, new: Requirement) -> bool:
    """Whether two rules have names in common, so that one of them is likely to be the other one, changed."""
    return not {*old.any, *old.all, *old.none}.isdisjoint({*new.any, *new.all, *new.none})


def _shown(rule: Requirement) -> str:
    """``any: `clientid`, `email` ``, in the words of x-requires."""
    lists = {name: getattr(rule, name) for name in ("any", "all", "none", "when", "unless")}
    parts = [f"{name}: {', '.join(map(_word, items))}" for name, items in lists.items() if items]
    return "; ".join([*parts, *(["each key by itself"] if rule.each else [])])


def _word(item: str | Condition) -> str:
    if isinstance(item, str):
        return quote(item)
    values = " or ".join(map(quote, item.values))
    return f"{quote(item.wire)}{f' is {values}' if values else ''}{' or not given' if item.absent else ''}"
