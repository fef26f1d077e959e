"""Records of many pages, one after the other, and what a page knows of its place among them.

The walk is written once; a driver, blocking or asynchronous, fetches the pages it asks for. It takes
the same memory however many records there are: ``seen`` says what it remembers of them.
Annotations are evaluated here, as in ``model``.
"""

from collections.abc import Mapping, Sequence
from math import inf
from typing import Any, Final, Generic, TypeVar

from .. import _dialect as dialect
from ..exceptions import ParameterError, UnreadableValueError
from .model import Model
from .operation import Paged
from .secret import hide, reveal
from .seen import Print, Seen, Signs, attribute, fingerprint

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
    what came before although the offset is honoured; the walk steps over these. Where records
    vanish meanwhile, those behind them move up, past the offset: when the total falls, the walk goes
    back until a page begins with a record that came before. It knows records by their ids there, and
    goes back no further than it knows them.
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
        self._begin = self._front = self._start  # the furthest offset so far
        self._asked = self._start  # the offset of the page before
        self._ended = False
        self._seen = Seen()
        self._total: int | None = None
        self._first: int | None = None
        self._lowest = inf  # of the totals that led back
        self._added = 0
        self._searching = False  # on the way back ...
        self._back = 0  # ... by so many records, the last time since a page brought a new one
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
        prints = [fingerprint(record) for record in records]
        signs = self._signs(page)
        if self._goes_back(prints, signs):
            return ()
        if not records:
            self._ended = True
            return records
        new = self._seen.find_new(prints, signs)
        self._start += len(records)
        self._ended = signs.total is not None and self._start >= signs.total
        if new:
            self._stale = self._back = 0
        elif self._start > self._front:
            self._ended = self._ended or self._is_futile(prints, signs)
        self._front = max(self._front, self._start)
        self._seen.add(prints, bool(new))
        fresh = [records[index] for index in new[: self._left]]
        if self._left is not None:
            self._left -= len(fresh)
        return fresh

    def _signs(self, page: T) -> Signs:
        """What the counters of the page say, compared with those of the page before."""
        total, first = _count(page, dialect.PAGING_TOTAL), _count(page, dialect.PAGING_FIRST)
        change = 0 if total is None or self._total is None else total - self._total
        honoured = None
        if first is not None:
            moved = (
                0 if self._first is None else (first - self._first) * (self._start - self._asked)
            )
            honoured = first == self._start or moved > 0
        self._total = self._total if total is None else total
        self._first, self._asked = first, self._start
        self._added += max(change, 0)
        pushed = self._added + self._front - self._start
        return Signs(total, max(change, 0), max(-change, 0), pushed, honoured)

    def _goes_back(self, prints: Sequence[Print], signs: Signs) -> bool:
        """Whether the page is left, because records before it may have moved past the offset.

        Each time it is twice as far, until something new has come or the total is lower than ever,
        so that there is an end to it.
        """
        searching, self._searching = self._searching or signs.fallen > 0, False
        if not searching or not signs.total or (prints and self._seen.has(prints[0])):
            return False
        is_low, self._lowest = signs.total < self._lowest, min(signs.total, self._lowest)
        floor = max(self._begin, self._front - self._seen.span())
        if self._start <= floor or (self._back > self._front - floor and not is_low):
            return False
        self._back = max(min(signs.fallen, self._size) + 1, 2 * self._back)
        self._start = max(floor, min(self._start, self._front - self._back))
        self._searching = True
        return True

    def _is_futile(self, prints: Sequence[Print], signs: Signs) -> bool:
        """Whether to give up, after a page that brought nothing new."""
        if not self._stale:
            self._patience = max(_PATIENCE, signs.grown // len(prints) + 1)
        self._stale += 1
        if signs.total is None or signs.honoured is False or self._stale >= self._patience:
            return True
        return signs.honoured is None and not signs.pushed and self._seen.has_page(prints)


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


def _count(page: object, wire: str) -> int | None:
    """A counter of the page: ``57``, ``"57"``; None if it is missing or no number."""
    value = getattr(page, attribute(type(page), wire), None)
    if isinstance(value, str) and value.strip().isdecimal():
        value = int(value.strip()[:20])
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _whole(operation: Paged[Any, Any], name: str, value: object, least: int) -> int | None:
    """The number, if it is one; None stays None. Raises ParameterError."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise ParameterError(
            f"{name} is not a whole number from {least} up", action=operation.action
        )
    return value
