"""Limits of values, as ``normalise`` phrases them: which are harder to keep, which are easier, which are new.

The phrases are those of ``normalise/limits``; a test holds the two against each other.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

# "at least 1", "at most 255 characters" -> bound, number, unit
_BOUND = re.compile(r"(at least|more than|at most|less than) (\S+)( characters| items| entries)?")
_LOWER = frozenset({"at least", "more than"})


def limits(old: tuple[str, ...], new: tuple[str, ...]) -> str | None:
    """What becomes of the limits: "tightened", "loosened", "documented"; None where they stay."""
    if set(old) == set(new):
        return None
    gone, come = _sorted(set(old) - set(new)), _sorted(set(new) - set(old))
    verdicts = set()
    for key, number in come.items():
        if key not in gone:
            verdicts.add("documented")
            continue
        before = gone.pop(key)
        if number is None or before is None:
            verdicts.add("tightened")  # two patterns: nobody can say which of them is the harder
            continue
        harder = number > before if key[0] in _LOWER else number < before
        verdicts.add("tightened" if harder else "loosened")
    if gone:
        verdicts.add("loosened")
    return next(each for each in ("tightened", "loosened", "documented") if each in verdicts)


def _sorted(phrases: set[str]) -> dict[tuple[str, str], Decimal | None]:
    """What is limited -> the number; None for what has no number."""
    found: dict[tuple[str, str], Decimal | None] = {}
    for phrase in sorted(phrases):
        match = _BOUND.fullmatch(phrase)
        number = _number(match[2]) if match else None
        if match and number is not None:
            found[match[1], match[3] or ""] = number
        else:
            found[phrase.partition(" ")[0], "text"] = None
    return found


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
