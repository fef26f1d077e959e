"""Digits -> numbers, refusing those that Python or JSON could not give back."""

from __future__ import annotations

import math

# Python itself refuses to read or print integers beyond 4,300 digits; no spec has a use for a tenth of that.
MAX_DIGITS = 400


class NumeralError(Exception):
    """A number that nobody could use; the message says why."""


def integer(digits: str, base: int = 10) -> int:
    """The integer that the digits say; base 0 reads ``0x1F`` and ``0o17``."""
    if len(digits) > MAX_DIGITS:
        raise NumeralError(f"a number of {len(digits):,} digits is not usable")
    return int(digits, base)


def decimal(digits: str) -> float:
    """The float nearest to the digits."""
    value = float(digits)
    if math.isinf(value):
        raise NumeralError(f"{digits[:20]} is too large for a number")
    return value
