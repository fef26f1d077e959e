"""Records of many pages, one after the other, and what a page knows of its place among them.

The walk is written once; a driver, blocking or asynchronous, fetches the pages it asks for. Of the
records it keeps no more than the fingerprints of two pages, however many there are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel

from .. import _dialect as dialect
from ..exceptions import ParameterError
from .model import Model
from .operation import Paged
from .secret import hide, reveal

T = TypeVar("T")
I = TypeVar("I")

_PLACE: Final = "_place"


class Page(Model):
    """An answer with some of the records of a longer list."""

    @property
    def page_total(self) -> int | None:
        """Number of records on all pages; None if the server does not say."""
        return _count(self, dialect.PAGING_TOTAL)

    @property
    def page_next_start(self) -> int | None:
        """Where the next page begins, counted from 0; None if this is the last one."""
        start, records = (self.__pydantic_private__ or {}).get(_PLACE, (0, ""))
        returned = len(getattr(self, records, None) or ())
        after: int = start + returned
        total = self.page_total
        return None if not returned or (total is not None and after >= total) else after


def place(page: Page, start: int, records: str) -> None:
    """Tells a page where it was asked to begin, and which of its attributes holds the records."""
    private = {**(page.__pydantic_private__ or {}), _PLACE: (start, records)}
    object.__setattr__(page, "__pydantic_private__", private)


class Walk(Generic[T, I]):
    """The way through all pages: ask for ``params``, fetch, hand the page to ``take``, until None.

    It ends where the server's total is reached, on an empty page, and on a page that repeats what
    came before: a server that knows no offset sends the same page again and again.
    """

    def __init__(
        self,
        operation: Paged[T, I],
        params: Mapping[str, object],
        page_size: int | None,
        max_records: int | None,
    ) -> None:
        self.operation = operation
        self._params = hide({**reveal(params)})
        self._size = _whole(operation, "page_size", page_size, 1) or dialect.PAGING_DEFAULT_SIZE
        self._left = _whole(operation, "max_records", max_records, 0)
        self._start = (
            _whole(operation, dialect.PAGING_START, reveal(params).get(dialect.PAGING_START), 0)
            or 0
        )
        self._ended = False
        self._seen = _Seen()

    def params(self) -> Mapping[str, object] | None:
        """The parameters (hidden) of the next page; None at the end."""
        if self._ended or self._left == 0:
            return None
        size = self._size if self._left is None else min(self._size, self._left)
        window = {dialect.PAGING_START: self._start, dialect.PAGING_SIZE: size}
        return hide({**reveal(self._params), **window})

    def take(self, page: T) -> Sequence[I]:
        """The records of the page that have not come before."""
        records: Sequence[I] = getattr(page, self.operation.records) or ()
        fresh = records[self._seen.count_known(records) :][: self._left]
        self._start += len(records)
        total = _count(page, dialect.PAGING_TOTAL)
        self._ended = not fresh or (total is not None and self._start >= total)
        if self._left is not None:
            self._left -= len(fresh)
        return fresh


class _Seen:
    """Fingerprints of the first page and of the last one."""

    def __init__(self) -> None:
        self._first: frozenset[int] = frozenset()
        self._last: list[int] = []

    def count_known(self, records: Sequence[object]) -> int:
        """How many records at the beginning of a page have come before.

        Records that are added meanwhile push others over the border between two pages: what ended
        the last page begins this one. Where most of the rest has come before too, the server
        ignores the offset, and all count as known.
        """
        prints = [_fingerprint(record) for record in records]
        last = self._last
        overlaps = (
            size
            for size in range(min(len(prints), len(last)), 0, -1)
            if last[-size] == prints[0] and last[-size:] == prints[:size]
        )
        moved = next(overlaps, 0)
        rest = prints[moved:]
        known = self._first.union(last)
        repeated = sum(each in known for each in rest)
        self._first = self._first or frozenset(prints)
        self._last = prints
        return len(prints) if repeated * 2 > len(rest) else moved


def _fingerprint(record: object) -> int:
    """A number that only records with the same content share."""
    if not isinstance(record, BaseModel):
        return hash(repr(record))
    try:
        return hash(record.model_dump_json(warnings=False))
    except ValueError:  # bytes that are no text
        return hash(repr(record.model_dump(warnings=False)))


def _count(page: object, wire: str) -> int | None:
    """A counter of the page: ``57``, ``"57"``; None if it is missing or no number."""
    value = getattr(page, _attribute(type(page), wire), None)
    if isinstance(value, str) and value.strip().isdecimal():
        value = int(value.strip()[:20])
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _attribute(page: type, wire: str) -> str:
    """The Python name of a wire field."""
    if not issubclass(page, BaseModel):
        return wire
    return next((name for name, field in page.model_fields.items() if field.alias == wire), wire)


def _whole(operation: Paged[Any, Any], name: str, value: object, least: int) -> int | None:
    """The number, if it is one; None stays None. Raises ParameterError."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise ParameterError(
            f"{name} is not a whole number from {least} up", action=operation.action
        )
    return value
