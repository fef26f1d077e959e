"""The dialect of an Api -> the constants of ``dialect.ts``, where the runtime finds every fact about the server."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from ...wire import Wire
from ..facts import Fact, Form, dialect_facts
from .text import LINE_LENGTH, literal

_TYPES = {
    Form.TEXT: "string",
    Form.MAYBE: "string | null",
    Form.NUMBER: "number",
    Form.TEXTS: "readonly string[]",
    Form.WORDS: "ReadonlySet<string>",
    Form.MAPPING: "ReadonlyMap<string, string>",
    Form.ROWS: "readonly (readonly string[])[]",
    Form.ROW_SET: "readonly (readonly string[])[]",
    Form.RULES: "readonly (readonly [kind: string, match: string])[]",
}


def dialect_constants(wire: Wire) -> list[str]:
    """The lines of ``dialect.ts``. Types are spelled out: the runtime must not rely on what one dialect says."""
    # A fake of the server comes with the Python client.
    return [_constant(fact) for fact in dialect_facts(wire) if fact.form is not Form.REFUSALS]


def _constant(fact: Fact) -> str:
    left = f"export const {fact.name}: {_TYPES[fact.form]} ="
    value = fact.value
    match fact.form:
        case Form.WORDS:
            return _made(left, "new Set", sorted(cast("set[str]", value)))
        case Form.MAPPING:
            return _made(left, "new Map", [list(pair) for pair in cast("Mapping[str, str]", value).items()])
        case Form.ROW_SET:
            value = sorted(cast("set[tuple[str, ...]]", value))
        case Form.RULES:
            value = [(kind, portable(pattern)) for kind, pattern in cast("tuple[tuple[str, str], ...]", value)]
    return f"{left} {literal(value, 0, len(left) + 2)};"


def _made(left: str, maker: str, items: list[object] | list[str] | list[list[str]]) -> str:
    text = literal(items, 0, len(f"{left} {maker}();")) if items else ""
    line = f"{left} {maker}({text});"
    return line if "\n" in text or len(line) <= LINE_LENGTH else f"{left}\n  {maker}({text});"


# What is no group: an escaped character, and a class of characters.
_NAMED = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\(\?P<", re.DOTALL)


def portable(pattern: str) -> str:
    """A pattern of the dialect as JavaScript has it: named groups are ``(?<name>...)``."""
    return _NAMED.sub(lambda found: "(?<" if found[0] == "(?P<" else found[0], pattern)
