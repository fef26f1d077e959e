"""What a list or a map holds that was not sent. Typed, which the bare ``list`` and ``dict`` are not for type checkers."""

from __future__ import annotations

from typing import Any


def no_items() -> list[Any]:
    """An empty list."""
    return []


def no_entries() -> dict[str, Any]:
    """An empty map."""
    return {}
