"""Enums of the Api -> open types: the documented values, or any other."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Enum, ScalarKind
from ..prose import one_line
from .names import Names
from .text import comment, flat, union


@dataclass(frozen=True, slots=True)
class EnumView:
    """One type, and the comment above it."""

    definition: str
    doc: str


def enum_view(enum: Enum, names: Names) -> EnumView:
    """``export type InvoiceStatus = "Paid" | "Unpaid" | (string & {});``, in as many lines as it needs."""
    name = names.enums[enum.name]
    other = "number" if enum.kind is ScalarKind.INTEGER else "string"
    # `& {}` keeps the documented values apart from all others, so that editors offer them.
    options = [*map(flat, enum.values), f"({other} & {{}})"]
    doc = one_line(enum.doc) or f"Documented values of `{one_line(enum.name)}`; others are taken and kept, too."
    return EnumView(union(options, f"export type {name} = ") + ";", comment([doc]))
