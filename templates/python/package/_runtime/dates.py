"""Dates in the server's spellings: ``date(2026, 1, 31)`` <-> ``2026-01-31``.

Spellings are patterns of YYYY, MM, DD, hh, mm and ss. A time is the server's local time: it has no
zone, in either direction.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

# The parts of a pattern, and how many digits each has.
_PARTS = {"YYYY": 4, "MM": 2, "DD": 2, "hh": 2, "mm": 2, "ss": 2}
_PART = re.compile("|".join(_PARTS))
_LEAST = {"YYYY": 1, "MM": 1, "DD": 1, "hh": 0, "mm": 0, "ss": 0}


def write(moment: date, pattern: str) -> str:
    """The date or time as the pattern says; a date without a time is at midnight."""
    at = moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)
    numbers = dict(
        zip(_PARTS, (at.year, at.month, at.day, at.hour, at.minute, at.second), strict=True)
    )
    return _PART.sub(lambda part: str(numbers[part[0]]).zfill(_PARTS[part[0]]), pattern)


def read(text: str, patterns: tuple[str, ...]) -> datetime | None:
    """What the first fitting pattern makes of the text; None if it is no such date."""
    for pattern in patterns:
        if (match := re.fullmatch(expression(pattern), text)) is None:
            continue
        *numbers, fraction = match.groups()
        parts = zip(_PART.findall(pattern), map(int, numbers), strict=True)
        year, month, day, hour, minute, second = {**_LEAST, **dict(parts)}.values()
        micro = int((fraction or "").ljust(6, "0"))
        try:
            return datetime(year, month, day, hour, minute, second, micro)
        except ValueError:  # the 30th of February
            continue
    return None


@cache
def expression(pattern: str) -> str:
    """A regular expression with one group for each part, in order, and one for a fraction."""
    literals = _PART.split(pattern)
    groups = [f"([0-9]{{{_PARTS[part]}}})" for part in _PART.findall(pattern)]
    fraction = r"(?:\.([0-9]{1,6}))?" if pattern.endswith("ss") else "()"
    ends = [*groups, fraction]
    return "".join(re.escape(text) + group for text, group in zip(literals, ends, strict=True))
