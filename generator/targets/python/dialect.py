"""The dialect of an Api -> the constants of ``_dialect.py``, where the runtime finds every fact about the server."""

from __future__ import annotations

from ...wire import Wire
from ..facts import Fact, Form, dialect_facts
from .text import frozenset_of, literal

_TYPES = {
    Form.TEXT: "str",
    Form.MAYBE: "str | None",
    Form.NUMBER: "int",
    Form.TEXTS: "tuple[str, ...]",
    Form.WORDS: "frozenset[str]",
    Form.MAPPING: "Mapping[str, str]",
    Form.ROWS: "tuple[tuple[str, ...], ...]",
    Form.ROW_SET: "frozenset[tuple[str, ...]]",
    Form.REFUSALS: "Mapping[str, tuple[int, str]]",
    Form.RULES: "tuple[tuple[str, str], ...]",
}


def dialect_constants(wire: Wire) -> list[str]:
    """The lines of ``_dialect.py``. Types are spelled out: of an empty container, nobody could tell them."""
    return [_constant(fact) for fact in dialect_facts(wire)]


def _constant(fact: Fact) -> str:
    left = f"{fact.name}: Final[{_TYPES[fact.form]}] = "
    if isinstance(fact.value, set):
        return frozenset_of(fact.value, left, 0)
    return left + literal(fact.value, 0, len(left))
