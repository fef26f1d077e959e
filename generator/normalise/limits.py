"""What a schema demands of a value -> phrases for people: ``minimum: 1`` -> "at least 1". Clients do not check them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..origin import quote

# In the order in which they are said.
_PHRASES = {
    "minimum": "at least {}",
    "exclusiveMinimum": "more than {}",
    "maximum": "at most {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "pattern": "matches {}",
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
    "uniqueItems": "no item twice",
    "minProperties": "at least {} entries",
    "maxProperties": "at most {} entries",
    "contentMediaType": "holds {}",
}
# Where two demand the same thing, this one of them is the harder.
_HARDER: dict[str, Callable[..., Any]] = {
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"), max),
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"), min),
}
LIMITS = frozenset(_PHRASES)

# Keyword -> what is demanded; several things of `pattern` and `multipleOf`, which all hold.
Limits = dict[str, tuple[Any, ...]]


def with_limits(limits: Limits, node: Mapping[str, Any]) -> Limits:
    """The limits together with those that a schema node states."""
    stated = {name: node[name] for name in _PHRASES if name in node}
    for name, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        # In OpenAPI 3.0 it is a flag that changes what the bound means.
        if isinstance(stated.get(name), bool) and stated.pop(name) and bound in stated:
            stated[name] = stated.pop(bound)
    if not stated.get("uniqueItems", True):
        del stated["uniqueItems"]
    combined = dict(limits)
    for name, value in stated.items():
        values = (*limits.get(name, ()), value)
        combined[name] = (_HARDER[name](values),) if name in _HARDER else tuple(dict.fromkeys(values))
    return combined


def phrases(limits: Limits) -> tuple[str, ...]:
    """``("at least 1", "at most 5")``."""
    if not limits:
        return ()
    return tuple(phrase.format(value) for name, phrase in _PHRASES.items() for value in limits.get(name, ()))


def one_of(values: tuple[Any, ...]) -> str:
    """Allowed values as a phrase: "always true", "one of 0.5, 1"."""
    texts = [shown(value) for value in values]
    return f"always {texts[0]}" if len(texts) == 1 else f"one of {', '.join(texts)}"


def shown(value: Any) -> str:
    """A value as JSON would say it, where it is short; cut where it is long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return quote(value)[1:-1]
