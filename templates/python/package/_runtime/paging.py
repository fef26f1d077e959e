"""Records of many pages, one after the other, and what a page knows of its place among them.

The walk is written once; a driver, blocking or asynchronous, fetches the pages it asks for. It takes
the same memory however many records there are: ``seen`` says what it remembers of them.

Lists change while they are read, and some servers ignore the offset. One rule tells these apart. A
page is a step forward if its last record is new; where it is not, records were added before the
offset, which push back what has come. No more can come again than were added, and by so many the
total has grown: a page that repeats no more than that is a step forward, too, if it leaves less to
read than any before. Where it is no step for long, the list grows faster than it is read. Of pages
that repeat more, or where there is no total, few are passed over: one that is the same twice shows
that the offset is ignored, and so does any of them until the offset has been seen to work, when a
page brought nothing but new ids.

Annotations are evaluated here, as in ``model``.
"""

import re
from collections.abc import Mapping, Sequence
from math import inf
from typing import Any, Final, Generic, TypeVar

from .. import _dialect as dialect
from ..exceptions import ParameterError, UnreadableValueError
from .charset import WHITE
from .model import Model
from .operation import Paged
from .secret import hide, reveal
from .seen import Print, Seen, Signs, attribute, fingerprint

T = TypeVar("T")
I = TypeVar("I")

_PLACE: Final = "_place"
_DIGITS: Final = re.compile("[0-9]+")
# Pages in a row that end a walk, as none is a step forward: where records are added, and where not.
_OUTRUN: Final = 20
_FEW: Final = 4


class Page(Model):
    """An answer with some of the records of a longer list."""

    @property
    def page_total(self) -> int | None:
        """Number of records on all pages; None if the server does not say, or this page has more."""
        _, _, records = (self.__pydantic_private__ or {}).get(_PLACE, (0, 0, ""))
        return _total(self, records)

    @property
    def page_next_start(self) -> int | None:
        """Where the next page begins, counted from 0; None if this is the last one."""
        start, size, records = (self.__pydantic_private__ or {}).get(_PLACE, (0, 0, ""))
        sent, said = _sent(self, records), _count(self, dialect.PAGING_RETURNED) or 0
        # What the server counts is believed up to what it was asked for: it may hold some back.
        after: int = start + (said if 0 < sent < said <= size else sent)
        total = self.page_total
        return None if not sent or (total is not None and after >= total) else after


def place(page: Page, start: int, size: int, records: str) -> None:
    """Tells a page where it was asked to begin, for how many records (0: as many as is usual), and
    which of its attributes holds them.
    """
    private = {**(page.__pydantic_private__ or {}), _PLACE: (start, size, records)}
    object.__setattr__(page, "__pydantic_private__", private)


class Walk(Generic[T, I]):
    """The way through all pages: ask for ``params``, fetch, hand the page to ``take``, until None.

    It ends where the server's total is reached, on an empty page, and where pages repeat what came
    before without a reason, or because more is added than is read (see above). Where records vanish
    meanwhile, those behind them move up, past the offset: when the total falls, the walk goes back
    until a page begins with a record that came before. It knows records by their ids there, and goes
    back no further than it knows them.
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
        self._due = 0  # records that were added and have not pushed another one back yet
        self._searching = False  # on the way back ...
        self._back = 0  # ... by so many records, the last time since a page brought a new one
        self._stale = 0  # pages in a row that were no step forward
        self._rest = inf  # how many records were left when it was nearest to the end
        self._before: frozenset[Print] = frozenset()  # the page before
        self._given = 0  # records, and entries that could not be read
        self._kept: int | None = None  # how many of those that were there at first still are

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
        sent = _sent(page, self.operation.records)
        new = self._seen.find_new(prints, signs)
        repeated = len(prints) - len(new)
        self._due = max(0, self._due - max(0, repeated - (self._front - self._start)))
        self._start += sent
        rest = inf if signs.total is None else signs.total - self._start
        self._ended = not sent or rest <= 0
        if new:
            self._back = 0
        if new and new[-1] == len(prints) - 1:
            self._stale, self._rest = 0, rest
        elif self._start > self._front:
            self._stale += repeated > signs.pushed or rest >= self._rest
            self._rest = min(self._rest, rest)
            patience = _OUTRUN if new else self._patience(prints, signs)
            self._ended |= self._stale >= patience
        self._front = max(self._front, self._start)
        self._before = frozenset(prints)
        self._seen.add(prints, new)
        fresh = [records[index] for index in new[: self._left]]
        self._given += len(fresh) + sent - len(records)
        if self._left is not None:
            self._left -= len(fresh)
        return fresh

    def shortfall(self) -> str | None:
        """What to warn of at the end: that fewer records came than there are, by the server's total.

        Records that were added meanwhile are not missed, nor those that vanished, nor those beyond
        the maximum.
        """
        expected = (self._kept or 0) - self._begin
        if self._left == 0 or self._given >= expected:
            return None
        place = f" from {dialect.PAGING_START} {self._begin} on" if self._begin else ""
        repeats = f": some repeat others, as if {dialect.PAGING_START} were ignored"
        return (
            f"{self.operation.action}: the server says there are {self._total} records, and all"
            f" pages{place} gave {self._given}{repeats if self._before else ''}"
        )

    def _signs(self, page: T) -> Signs:
        """What the counters of the page say, compared with those of the page before."""
        total = _total(page, self.operation.records)
        first = _count(page, dialect.PAGING_FIRST)
        change = 0 if total is None or self._total is None else total - self._total
        honoured = None
        if first is not None:
            moved = (
                0 if self._first is None else (first - self._first) * (self._start - self._asked)
            )
            honoured = first == self._start or moved > 0
        self._total = self._total if total is None else total
        self._kept = self._total if self._kept is None else self._kept + min(change, 0)
        self._first, self._asked = first, self._start
        self._due += max(change, 0)
        pushed = self._due + self._front - self._start
        return Signs(total, max(-change, 0), pushed, honoured)

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

    def _patience(self, prints: Sequence[Print], signs: Signs) -> int:
        """How many pages in a row end the walk, where the last one brought nothing new."""
        works, has_total = self._seen.offset_works, signs.total is not None
        is_same = self._before == frozenset(prints)
        if not works and (not has_total or signs.honoured is False):
            return 1
        if len(prints) <= signs.pushed:
            return _OUTRUN
        if is_same and has_total and not signs.honoured:
            return 1
        return 2 if is_same or not works else _FEW


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


def _sent(page: object, records: str) -> int:
    """How many records the server sent in a page, those that could not be read among them."""
    read = len(getattr(page, records, None) or ())
    if not isinstance(page, Model):
        return read
    field = type(page).model_fields.get(records)
    item = re.compile(re.escape((field and field.alias) or records) + r"\[[^\[\].]*\]")
    return read + sum(1 for key in page.unparsed if item.fullmatch(key))


def _total(page: object, records: str) -> int | None:
    """How many records the page says there are; None where it holds more itself: it counts others."""
    total = _count(page, dialect.PAGING_TOTAL)
    return None if total is None or total < _sent(page, records) else total


def _count(page: object, wire: str) -> int | None:
    """A counter of the page: ``57``, ``"57"``; None if it is missing or no number, or has no name."""
    value = getattr(page, attribute(type(page), wire), None) if wire else None
    if isinstance(value, str) and _DIGITS.fullmatch(digits := value.strip(WHITE)):
        value = int(digits[:20])
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
