"""Calls that together give every parameter of an operation, where its rules do not let one call give them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def whole_calls(rules: Any, values: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The arguments of one call, or of two: one without what is excluded, one without what excludes it.

    rules:  those of an operation, of the IR or of the client
    """
    excluded = {name for rule in rules if rule.when for name in rule.none}
    excluding = {each.wire for rule in rules if rule.none for each in rule.when}
    yield {name: value for name, value in values.items() if name not in excluded}
    if excluded:
        yield {name: value for name, value in values.items() if name not in excluding}
