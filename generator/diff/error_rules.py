"""The dialect's rules of error messages: which message becomes which exception. The first rule that matches decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from ..origin import Origin, quote
from ..wire import ErrorRule
from .change import Change
from .pair import Pair
from .side import Side

# A pattern, and how often it stood before: a rule may be there twice, and the second never decides.
_Key: TypeAlias = tuple[str, int]
_ADDED, _CHANGED = "error-rule-added", "error-rules-changed"


def error_rules(pair: Pair) -> Iterator[Change]:
    """What changes about the classes of errors, a change for each rule."""
    before, after = _keyed(pair.old.api.wire.errors), _keyed(pair.new.api.wire.errors)
    last_kept = max((at for at, key in enumerate(after) if key in before), default=-1)
    for at, (key, rule) in enumerate(after.items()):
        old = before.get(key)
        if old is None and at > last_kept:  # only what no other rule matches comes to it
            yield _change(pair, _ADDED, f"{_messages(rule)} are known as {quote(rule.kind)}", None, at)
        elif old is None:
            said = f"{_messages(rule)} are known as {quote(rule.kind)}, whatever later rules say"
            yield _change(pair, _CHANGED, said, None, at)
        elif old.kind != rule.kind:
            said = f"{_messages(rule)} are known as {quote(rule.kind)}, no longer as {quote(old.kind)}"
            yield _change(pair, _CHANGED, said, [*before].index(key), at)
    for at, (key, rule) in enumerate(before.items()):
        if key not in after:
            yield _change(pair, _CHANGED, f"{_messages(rule)} are no longer known as {quote(rule.kind)}", at, None)
    yield from _moved(pair, [*before], [*after], after)


def _moved(pair: Pair, before: Sequence[_Key], after: Sequence[_Key], rules: dict[_Key, ErrorRule]) -> Iterator[Change]:
    kept = [key for key in after if key in before]
    for first, second in pairwise(kept):
        if before.index(first) > before.index(second):
            one, other = rules[first], rules[second]
            said = f"{_messages(one)} are known as {quote(one.kind)}, also where they match `{other.match}`"
            yield _change(pair, _CHANGED, said, before.index(first), after.index(first))


def _keyed(rules: Sequence[ErrorRule]) -> dict[_Key, ErrorRule]:
    seen: Counter[str] = Counter()
    keyed = {}
    for rule in rules:
        keyed[rule.match, seen[rule.match]] = rule
        seen[rule.match] += 1
    return keyed


def _messages(rule: ErrorRule) -> str:
    """The pattern is told in full: two that differ at their ends should look so."""
    return f"error messages that match `{rule.match}`"


def _change(pair: Pair, code: str, message: str, old: int | None, new: int | None) -> Change:
    return Change(code, "dialect.errors", message, _place(pair.old, old), _place(pair.new, new))


def _place(side: Side, at: int | None) -> Origin | None:
    """Where a rule stands; where the rules stand if it is none of that side's."""
    places = (f"/errors/{at}", "/errors", "")
    return next((side.dialect[place] for place in places if place in side.dialect), None)
