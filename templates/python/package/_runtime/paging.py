"""Records of many pages, one after the other, and what a page knows of its place among them.

The walk is written once; a driver, blocking or asynchronous, fetches the pages it asks for. Of the
records it keeps no more than the fingerprints of three pages, however many there are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from .. import _dialect as dialect
from ..exceptions import ParameterError, UnreadableValueError
from .model import Model
from .operation import Paged
from .secret import hide, reveal
from .shapes import is_object

T = TypeVar("T")
I = TypeVar("I")

_PLACE: Final = "_place"
_PATIENCE: Final = 2  # pages in a row without a new record


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

    It ends where the server's total is reached, on an empty page, and where the server ignores the
    offset, sending the same page again and again. Where records are added meanwhile, pages repeat
    what came before although the offset is honoured; the walk steps over these.
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
        self._total: int | None = None
        self._first: int | None = None
        self._added = 0
        self._stale = 0  # pages in a row without a new record ...
        self._patience = _PATIENCE  # ... and how many of them end the walk

    def params(self) -> Mapping[str, object] | None:
        """The parameters (hidden) of the next page; None at the end."""
        if self._ended or self._left == 0:
            return None
        size = self._size if self._left is None else min(self._size, self._left)
        window = {dialect.PAGING_START: self._start, dialect.PAGING_SIZE: size}
        return hide({**reveal(self._params), **window})

    def take(self, page: T) -> Sequence[I]:
        """The records of the page that have not come before.

        Raises UnreadableValueError where there are none because the list could not be read.
        """
        records: Sequence[I] = getattr(page, self.operation.records) or ()
        if not records:
            _check_readable(self.operation, page)
            self._ended = True
            return records
        signs = self._signs(page)
        prints = [_fingerprint(record) for record in records]
        new = self._seen.find_new(prints, signs)
        self._start += len(records)
        self._ended = signs.total is not None and self._start >= signs.total
        if new:
            self._stale = 0
        else:
            self._ended = self._ended or self._is_futile(prints, signs)
        self._seen.add(prints, bool(new))
        fresh = [records[index] for index in new[: self._left]]
        if self._left is not None:
            self._left -= len(fresh)
        return fresh

    def _signs(self, page: T) -> _Signs:
        """What the counters of the page say, compared with those of the page before."""
        total, first = _count(page, dialect.PAGING_TOTAL), _count(page, dialect.PAGING_FIRST)
        grown = 0 if total is None or self._total is None else max(total - self._total, 0)
        honoured = None
        if first is not None:
            honoured = first == self._start or (self._first is not None and first > self._first)
        self._total, self._first = total, first
        self._added += grown
        return _Signs(total, grown, self._added, honoured)

    def _is_futile(self, prints: Sequence[_Print], signs: _Signs) -> bool:
        """Whether to give up, after a page that brought nothing new."""
        if not self._stale:
            self._patience = max(_PATIENCE, signs.grown // len(prints) + 1)
        self._stale += 1
        if signs.total is None or signs.honoured is False or self._stale >= self._patience:
            return True
        return signs.honoured is None and not signs.added and self._seen.has_page(prints)


class _Signs(NamedTuple):
    """What the counters of a page tell.

    total:     number of records on all pages; None if the server does not say
    grown:     by how much that is more than it was a page ago
    added:     by how much it has grown since the walk began
    honoured:  whether the page begins where it was to, or at least later than the one before
               it; None if the server does not say
    """

    total: int | None
    grown: int
    added: int
    honoured: bool | None


class _Print(NamedTuple):
    """Fingerprint of a record; ``by_id`` if it is that of its id rather than of its content."""

    by_id: bool
    number: int


class _Seen:
    """Fingerprints of the first page and of the last two."""

    def __init__(self) -> None:
        self._first: list[_Print] = []
        self._last: list[_Print] = []
        self._before_last: list[_Print] = []

    def add(self, prints: list[_Print], has_new: bool) -> None:
        """Remembers a page; one without anything new adds nothing to what is known."""
        if has_new:
            self._first = self._first or prints
            self._before_last, self._last = self._last, prints

    def has_page(self, prints: Sequence[_Print]) -> bool:
        """Whether the page is the first one or the last one again, record by record."""
        return prints in (self._first, self._last)

    def find_new(self, prints: Sequence[_Print], signs: _Signs) -> Sequence[int]:
        """The places on a page of the records that have not come before.

        Records that are added meanwhile push others over the border between two pages: what ended
        the last page begins this one. A record that has an id is known by it wherever it stands.
        Of the others, which may be equal without being the same, only those at the border are
        known, and no more than were added if the server says that it honours the offset.
        """
        known = {*self._first, *self._before_last, *self._last}
        repeats = [each in known for each in prints]
        moved = self._overlap(prints, signs.grown if signs.honoured else len(prints))
        if (signs.total is None and all(repeats)) or _is_ignored(prints, repeats, moved, signs):
            return () if known else range(len(prints))
        return [
            index
            for index, each in enumerate(prints)
            if not (repeats[index] if each.by_id else index < moved)
        ]

    def _overlap(self, prints: Sequence[_Print], most: int) -> int:
        """How many records at the beginning of the page, at most, ended the last one."""
        last = self._last
        sizes = range(min(len(prints), len(last), most), 0, -1)
        fits = (n for n in sizes if last[-n] == prints[0] and last[-n:] == prints[:n])
        return next(fits, 0)


def _is_ignored(
    prints: Sequence[_Print], repeats: Sequence[bool], moved: int, signs: _Signs
) -> bool:
    """Whether the page is not the one that was asked for.

    A counter that says so is believed, unless every record has an id that is new. Without one, it
    shows in a page most of which has come before, and more than new records can have pushed there.
    """
    if signs.honoured is not None:
        news = all(each.by_id for each in prints) and not any(repeats)
        return not signs.honoured and not news
    repeated = sum(repeats[moved:])
    return repeated * 2 > len(prints) - moved and repeated > signs.added


def _check_readable(operation: Paged[Any, Any], page: object) -> None:
    """Raises UnreadableValueError if something was sent as the records that could not be read."""
    if not isinstance(page, Model):
        return
    field = type(page).model_fields.get(operation.records)
    wire = (field and field.alias) or operation.records
    for key, raw in page.unparsed.items():
        if raw and key.partition("[")[0] == wire:
            message = f"the records in {wire} cannot be read"
            raise UnreadableValueError(message, path=key, action=operation.action)


def _fingerprint(record: object) -> _Print:
    """What only records with the same id share; or the same content, of those without an id."""
    identity: object = None
    if isinstance(record, BaseModel):
        identity = getattr(record, _attribute(type(record), "id"), None)
    elif is_object(record):
        identity = record.get("id")
    if identity and isinstance(identity, int | str) and not isinstance(identity, bool):
        return _Print(True, hash(str(identity)))
    return _Print(False, _content(record))


def _content(record: object) -> int:
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
