"""Limits of values, as ``normalise`` phrases them: which are harder to keep, which are easier, which are new.

The phrases are those of ``normalise/limits``; a test holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, InvalidOperation
from typing import Any

# "at least 1", "each at most 255 characters" -> of what, bound, number, unit
_BOUND = re.compile(r"((?:each )*)(at least|more than|at most|less than) (\S+)( characters| items| entries)?")
_OTHER = re.compile(r"((?:each )*)(\S+)")
# Below this, decimals count exactly.
_LARGE = Decimal(10) ** 20
_LOWER = frozenset({"at least", "more than"})
_STRICT = frozenset({"more than", "less than"})
# The one phrase that allows something.
_NULL = re.compile(r"(?:each )+may be null")

# What is limited: of what (the value, each item), from which side or by which word, in which unit.
_What = tuple[str, str, str]


def limits(old: tuple[str, ...], new: tuple[str, ...], *, whole: bool = False) -> str | None:
    """What becomes of the limits: "tightened", "loosened", "documented"; None where they stay.

    whole:  only integers are limited, so that "more than 0" is "at least 1"
    """
    if set(old) == set(new):
        return None
    before, after = _sorted(old, whole=whole), _sorted(new, whole=whole)
    verdicts = {_verdict(before.get(what, []), after.get(what, [])) for what in {*before, *after}}
    return next((each for each in ("tightened", "loosened") if each in verdicts), "documented")


def demands(phrases: Iterable[str]) -> tuple[str, ...]:
    """The phrases that limit a value."""
    return tuple(phrase for phrase in phrases if not _NULL.fullmatch(phrase))


def nulls(phrases: Iterable[str]) -> frozenset[str]:
    """The phrases that allow null among the items of a value, at whatever depth."""
    return frozenset(phrase for phrase in phrases if _NULL.fullmatch(phrase))


def _verdict(old: list[Any], new: list[Any]) -> str | None:
    """What becomes of the limits of one thing, each the hardest first."""
    if set(old) == set(new):
        return None
    if not old or not new:
        return "loosened" if old else "documented"
    if not isinstance(old[0], tuple):  # two patterns: nobody can say which of them is the harder
        gone, come = set(old) - set(new), set(new) - set(old)
        return "documented" if not gone else "tightened" if come else "loosened"
    harder = next((after > before for before, after in zip(old, new, strict=False) if before != after), None)
    if harder is None:
        return "loosened" if len(old) > len(new) else "documented"
    return "tightened" if harder else "loosened"


def _sorted(phrases: Iterable[str], *, whole: bool) -> dict[_What, list[Any]]:
    """What is limited -> how hard, the hardest first: bounds as numbers that grow with it, all else as its phrase."""
    found: dict[_What, list[Any]] = {}
    for phrase in dict.fromkeys(phrases):
        match = _BOUND.fullmatch(phrase)
        number = _number(match[3]) if match else None
        if match and number is not None:
            is_lower, is_strict = match[2] in _LOWER, match[2] in _STRICT
            if whole and abs(number) < _LARGE:
                number, is_strict = _least(number, is_strict) if is_lower else -_least(-number, is_strict), False
            hardness = (number if is_lower else -number, is_strict)
            found.setdefault((match[1], "lower" if is_lower else "upper", match[4] or ""), []).append(hardness)
        else:
            other = _OTHER.match(phrase)
            of, word = other.groups() if other else ("", phrase)
            found.setdefault((of, word, "text"), []).append(phrase)
    return {what: sorted(each, reverse=True) for what, each in found.items()}


def _least(bound: Decimal, is_strict: bool) -> Decimal:
    """The least integer that keeps a lower bound."""
    return bound.to_integral_value(ROUND_FLOOR) + 1 if is_strict else bound.to_integral_value(ROUND_CEILING)


def _number(text: str) -> Decimal | None:
    """None for what is no number, and for what cannot be compared."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return None if number.is_nan() else number
