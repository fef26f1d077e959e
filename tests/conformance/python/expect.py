"""Assertions that say what differs, since an adapter runs without pytest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any


def same(actual: object, expected: object, what: str) -> None:
    """Raises AssertionError where two values differ."""
    if actual != expected:
        raise AssertionError(f"{what}: {actual!r}, not {expected!r}")


def within(actual: Sequence[float], bounds: Sequence[Sequence[float]], what: str) -> None:
    """Raises AssertionError where a number is not within its bounds, or where there are more or fewer."""
    fits = len(actual) == len(bounds) and all(low <= x <= high for x, (low, high) in zip(actual, bounds, strict=True))
    if not fits:
        raise AssertionError(f"{what}: {actual}, not within {bounds}")


def raised(kind: type[BaseException], call: Callable[[], object], what: str) -> Any:
    """The error that a call raises. Raises AssertionError where it raises none, or one of another kind."""
    try:
        answer = call()
    except Exception as error:
        if not isinstance(error, kind):
            raise AssertionError(f"{what}: {error!r}, not {kind.__name__}") from error
        return error
    raise AssertionError(f"{what}: {answer!r}, not {kind.__name__}")


def tells(text: str, says: Iterable[str], hides: Iterable[str], what: str) -> None:
    """Raises AssertionError where a text lacks one of some words or holds one of others."""
    for word in says:
        if word not in text:
            raise AssertionError(f"{what} does not say {word!r}: {text!r}")
    for word in hides:
        if word in text:
            raise AssertionError(f"{what} gives {word!r} away: {text!r}")
