"""How odd servers answer: the same data, as old versions, broken hooks, wrong settings write it."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final, TypeAlias

from .. import _dialect as dialect
from .._runtime import dates
from .plain_json import dumps, is_list, is_object

Data: TypeAlias = dict[str, Any]

_WARNING: Final = (
    '<br />\n<b>Warning</b>:  Undefined key "x" in <b>/www/x.php</b> on line <b>12</b><br />\n'
)
_BYTE_ORDER_MARK: Final = "\ufeff"
_COUNTERS: Final = frozenset(
    filter(None, (dialect.PAGING_TOTAL, dialect.PAGING_FIRST, dialect.PAGING_RETURNED))
)


def _impossible() -> dict[str, str]:
    """The quirks that no server of this API can have, each with the reason."""
    reasons: dict[str, str] = {}
    if not dialect.ZERO_DATES:
        reasons["zero_dates"] = "it writes no zero dates"
    if not _COUNTERS:
        reasons["no_counters"] = "its pages have no counters"
    if not dialect.PAGING_SIZE:
        unpaged = ("no_counters", "ignore_start", "ignore_paging")
        reasons |= dict.fromkeys(unpaged, "its lists have no pages")
    if dialect.ENVELOPE_FALLBACK is None:
        reasons["fallback_result"] = "its result stands in one place only"
    return reasons


# Name of a quirk -> why this API has none of it.
IMPOSSIBLE: Final = _impossible()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quirks:
    """What is odd about the answers; ``a | b`` has the oddities of both.

    Raises ValueError for an oddity that this API cannot have: a test with it would test nothing.

    text_numbers:   numbers as texts, and true and false as "1" and ""
    blank_lists:    a list without items is ""
    lone_objects:   a list of one object is the object
    indexed_lists:  a list is {"0": ..., "1": ...}
    zero_dates:     every date is a zero date
    html_entities:  texts with &amp; for &
    flat:           fields of an inner object stand beside it, where older versions had them
    no_counters:    a page does not say how many records there are
    ignore_start:   every page is the first one
    ignore_paging:  every page holds all records
    fallback_result: the result stands where the dialect says it may
    warnings:       PHP warnings ahead of the JSON
    byte_order_mark: a byte order mark ahead of everything
    """

    text_numbers: bool = False
    blank_lists: bool = False
    lone_objects: bool = False
    indexed_lists: bool = False
    zero_dates: bool = False
    html_entities: bool = False
    flat: bool = False
    no_counters: bool = False
    ignore_start: bool = False
    ignore_paging: bool = False
    fallback_result: bool = False
    warnings: bool = False
    byte_order_mark: bool = False

    def __post_init__(self) -> None:
        for name, reason in IMPOSSIBLE.items():
            if getattr(self, name):
                raise ValueError(f"there is no quirk {name} of {dialect.PRODUCT}: {reason}")

    def __or__(self, other: Quirks) -> Quirks:
        return Quirks(**{name: getattr(self, name) or getattr(other, name) for name in names()})

    def __repr__(self) -> str:
        return f"Quirks({', '.join(f'{name}=True' for name in names() if getattr(self, name))})"


def names() -> tuple[str, ...]:
    """The names of all quirks that this API can have."""
    return tuple(field.name for field in fields(Quirks) if field.name not in IMPOSSIBLE)


def written(data: Any, quirks: Quirks, flattened: str | None = None) -> bytes:
    """The body of an answer. ``flattened`` is the field whose fields ``flat`` puts beside it."""
    if is_object(data):
        data = _document(data, quirks, flattened)
    elif is_list(data):
        data = [_value(item, quirks) for item in data]
    ahead = (_BYTE_ORDER_MARK if quirks.byte_order_mark else "") + (
        _WARNING if quirks.warnings else ""
    )
    return ahead.encode() + dumps(data)


def _document(data: Data, quirks: Quirks, flattened: str | None) -> Data:
    """The whole answer. Its envelope stays legible, whatever else is odd."""
    if quirks.flat and flattened is not None and is_object(inner := data.get(flattened)):
        rest = {key: value for key, value in data.items() if key != flattened}
        data = {**inner, **rest}
    if quirks.no_counters:
        data = {key: value for key, value in data.items() if key not in _COUNTERS}
    fallback = dialect.ENVELOPE_FALLBACK
    if quirks.fallback_result and fallback and fallback not in data:
        data = {
            fallback if key == dialect.ENVELOPE_RESULT else key: value
            for key, value in data.items()
        }
    return {key: _value(value, quirks) for key, value in data.items()}


def _value(value: Any, quirks: Quirks) -> Any:
    if is_object(value):
        return _object(value, quirks)
    if is_list(value):
        return _list([_value(item, quirks) for item in value], quirks)
    if isinstance(value, str):
        return _text(value, quirks)
    if quirks.text_numbers and isinstance(value, bool):
        return "1" if value else ""
    return str(value) if quirks.text_numbers and isinstance(value, int | float) else value


def _object(value: Mapping[str, Any], quirks: Quirks) -> Any:
    """An object; one that holds nothing but a list without items is a list's wrapper."""
    if quirks.blank_lists and list(value.values()) == [[]]:
        return ""
    return {key: _value(inner, quirks) for key, inner in value.items()}


def _list(items: list[Any], quirks: Quirks) -> Any:
    if quirks.blank_lists and not items:
        return ""
    if quirks.lone_objects and len(items) == 1 and is_object(items[0]):
        return items[0]
    if quirks.indexed_lists and items:
        return {str(index): item for index, item in enumerate(items)}
    return items


def _text(text: str, quirks: Quirks) -> str:
    if quirks.zero_dates and dates.read(
        text, (*dialect.RESPONSE_DATES, *dialect.RESPONSE_DATETIMES)
    ):
        return _zero_date(text, dialect.ZERO_DATES)
    return html.escape(text).replace("&#x27;", "&#039;") if quirks.html_entities else text


def _zero_date(text: str, zero_dates: Iterable[str]) -> str:
    """The zero date that is written as the text is; any, if none is."""
    return min(
        zero_dates,
        key=lambda zero: (len(zero) != len(text), zero.count("-") != text.count("-"), zero),
    )
