"""Enums of the Api -> open aliases: the documented values, or any other."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Enum, ScalarKind
from ..prose import one_line
from .names import Names
from .text import LINE_LENGTH, block, docstring, flat


@dataclass(frozen=True, slots=True)
class EnumView:
    """One alias, and the docstring below it; empty where the spec does not describe the enum."""

    name: str
    definition: str
    doc: str


def enum_view(enum: Enum, names: Names) -> EnumView:
    """``InvoiceStatus: TypeAlias = Literal["Paid", "Unpaid"] | str``, in as many lines as it needs."""
    name = names.enums[enum.name]
    other = "int" if enum.kind is ScalarKind.INTEGER else "str"
    values = [flat(value) for value in enum.values]
    left, right = f"{name}: TypeAlias = ", f"Literal[{', '.join(values)}] | {other}"
    if len(left + right) > LINE_LENGTH:
        if 4 + len(right) > LINE_LENGTH:
            right = "Literal" + block("[", values, "]", 4) + f"\n    | {other}"
        right = f"(\n    {right}\n)"
    return EnumView(name, left + right, docstring([one_line(enum.doc)], 0) if enum.doc.strip() else "")
