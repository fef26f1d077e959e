"""Patterns of dates: ``DD.MM.YYYY hh:mm``, of the parts YYYY, MM, DD, hh, mm, ss and whatever stands between them."""

from __future__ import annotations

import re

DATE = ("YYYY", "MM", "DD")
DATETIME = (*DATE, "hh", "mm")

_PART = re.compile(r"YYYY|MM|DD|hh|mm|ss")
# The letters of ISO 8601 stand for themselves: 2026-01-31T23:59:00Z
_LITERAL = frozenset("TZ")


def as_regex(pattern: str) -> str:
    """A regular expression that matches what is written by a pattern; ``YYYY-MM`` -> ``[0-9]{4}-[0-9]{2}``."""
    parts = _PART.split(pattern)
    sizes = [f"[0-9]{{{len(part)}}}" for part in _PART.findall(pattern)]
    return "".join(re.escape(text) + size for text, size in zip(parts, [*sizes, ""], strict=True))


def misfit(pattern: str, needed: tuple[str, ...] = ()) -> str | None:
    """What is wrong with a pattern, as the end of a sentence ("lacks DD"); None where nothing is."""
    parts = _PART.findall(pattern)
    missing = [part for part in needed if part not in parts]
    if missing or not parts:
        return f"lacks {', '.join(missing) or 'the parts of a date'}"
    if len(set(parts)) < len(parts):
        return "says a part twice"
    letters = [letter for letter in _PART.sub("", pattern) if letter.isalpha() and letter not in _LITERAL]
    return f"has letters without a meaning: {''.join(letters)}" if letters else None
