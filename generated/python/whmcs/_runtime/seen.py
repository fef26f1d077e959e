"""What a walk through pages remembers of them, to tell a new record from one that came before.

It keeps fingerprints, never records: of the ids the last ten thousand or so, of what has no id the
first page and the last two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from pydantic import BaseModel

from .shapes import is_object

# So many ids are known, or up to twice as many; they take less than 2 MB.
_IDS: Final = 10_000
_PAGES: Final = 1_000


class Signs(NamedTuple):
    """What the counters of a page tell.

    total:     number of records on all pages; None if the server does not say
    fallen:    by how much that is less than it was a page ago
    pushed:    how many records may come again: those added since the walk began, less those that
               came again since, and as many as lie between the offset and the furthest one so far
    honoured:  whether the page begins where it was to, or at least moved as it was to since the
               one before; None if the server does not say
    """

    total: int | None
    fallen: int
    pushed: int
    honoured: bool | None


class Print(NamedTuple):
    """Fingerprint of a record; ``by_id`` if it is that of its id rather than of its content."""

    by_id: bool
    number: int


def fingerprint(record: object) -> Print:
    """What only records with the same id share; or the same content, of those without an id."""
    identity: object = None
    if isinstance(record, BaseModel):
        identity = getattr(record, attribute(type(record), "id"), None)
    elif is_object(record):
        identity = record.get("id")
    if identity and isinstance(identity, int | str) and not isinstance(identity, bool):
        return Print(True, hash(str(identity)))
    return Print(False, _content(record))


def attribute(kind: type, wire: str) -> str:
    """The Python name of a wire field."""
    if not issubclass(kind, BaseModel):
        return wire
    return next((name for name, field in kind.model_fields.items() if field.alias == wire), wire)


def _content(record: object) -> int:
    """A number that only records with the same content share."""
    if not isinstance(record, BaseModel):
        return hash(repr(record))
    try:
        return hash(record.model_dump_json(warnings=False))
    except ValueError:  # bytes that are no text
        return hash(repr(record.model_dump(warnings=False)))


class _Recent:
    """The last numbers that were added: at least ``most`` of them, at most twice as many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._young: set[int] = set()
        self._old: set[int] = set()

    def __contains__(self, number: int) -> bool:
        return number in self._young or number in self._old

    def __len__(self) -> int:
        return len(self._young) + len(self._old)

    def add(self, number: int) -> None:
        self._young.add(number)
        if len(self._young) >= self._most:
            self._young, self._old = set(), self._young


class Seen:
    """Fingerprints of what has come.

    offset_works:  whether a page after the first brought nothing but new ids, behind what was
                   pushed over the border
    """

    def __init__(self) -> None:
        self.offset_works = False
        self._ids = _Recent(_IDS)
        self._pages = _Recent(_PAGES)
        self._first: list[Print] = []
        self._last: list[Print] = []
        self._before_last: list[Print] = []
        self._row: list[Print] = []  # what has come last, in order

    def add(self, prints: list[Print], new: Sequence[int]) -> None:
        """Remembers a page; one without anything new adds nothing to what is known."""
        if new:
            self._row = [*self._row, *(prints[index] for index in new)][-2 * len(prints) :]
            self._first = self._first or prints
            self._before_last, self._last = self._last, prints
            self._pages.add(hash(tuple(prints)))
            for each in prints:
                if each.by_id:
                    self._ids.add(each.number)

    def span(self) -> int:
        """How many records are known by their id."""
        return len(self._ids)

    def has(self, each: Print) -> bool:
        """Whether the record has come: one with its id, or its equal on a page that is known."""
        if each.by_id:
            return each.number in self._ids
        return each in self._first or each in self._last or each in self._before_last

    def find_new(self, prints: Sequence[Print], signs: Signs) -> Sequence[int]:
        """The places on a page of the records that have not come before.

        Records that are added meanwhile push others over the border between two pages: what ended
        the last page begins this one. A record that has an id is known by it wherever it stands,
        and is new without it once the offset works. Of the others, which may be equal without being
        the same, only those at the border are known, and no more than were added if the server says
        that it honours the offset.
        """
        known = {*self._first, *self._before_last, *self._last}
        repeats = [each in known or (each.by_id and each.number in self._ids) for each in prints]
        moved = self._overlap(
            prints, signs.pushed if signs.honoured else max(signs.pushed, len(prints))
        )
        is_by_id = all(each.by_id for each in prints)
        if known and is_by_id and len(prints) > moved and not any(repeats[moved:]):
            self.offset_works = True
        if not (is_by_id and self.offset_works) and (
            (signs.total is None and all(repeats))
            or (signs.honoured is None and self._came_before(prints))
            or _is_ignored(prints, repeats, moved, signs)
        ):
            return () if known else range(len(prints))
        return [
            index
            for index, each in enumerate(prints)
            if not (repeats[index] if each.by_id else index < moved)
        ]

    def _came_before(self, prints: Sequence[Print]) -> bool:
        """Whether the same records have come as a page; a single one without an id may be equal."""
        return len(prints) > 1 and hash(tuple(prints)) in self._pages

    def _overlap(self, prints: Sequence[Print], most: int) -> int:
        """How many records at the beginning of the page have come last, up to ``most`` places back."""
        if not prints:
            return 0
        row, size = self._row, len(prints)
        for back in range(min(len(row), most), 0, -1):
            if row[-back] == prints[0]:
                came = row[-back:][:size]
                if came == prints[: len(came)]:
                    return len(came)
        return 0


def _is_ignored(prints: Sequence[Print], repeats: Sequence[bool], moved: int, signs: Signs) -> bool:
    """Whether the page is not the one that was asked for.

    A counter that says so is believed, unless every record has an id that is new. Without one, it
    shows in a page most of which has come before, and more than new records can have pushed there.
    """
    if signs.honoured is not None:
        news = all(each.by_id for each in prints) and not any(repeats)
        return not signs.honoured and not news
    repeated = sum(repeats[moved:])
    return repeated * 2 > len(prints) - moved and repeated > signs.pushed
