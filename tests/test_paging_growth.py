"""Walking while records are added: what was there all the time comes, each record once, and there is an end."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from paging_support import Page, both, rows, served, short, walk
from session_support import GET_INVOICES, Blocking

TOTAL, START = "totalresults", "startnumber"
COUNTERS = pytest.mark.parametrize("counters", [(TOTAL,), (TOTAL, START)], ids=len)


class Growing:
    """A list of which ``change`` makes another one before every request; ``said`` are its counters."""

    def __init__(
        self, ids: Iterable[int], change: Callable[[int, list[int]], object], *said: str, first: Callable[[int], int] = int
    ) -> None:
        self.ids = [*ids]
        self._change = change
        self._said = said
        self._first = first

    def page(self, start: int, size: int, number: int) -> dict[str, Any]:
        self._change(number, self.ids)
        counters = {TOTAL: len(self.ids), START: self._first(start)}
        return {**{name: counters[name] for name in self._said}, "invoices": rows(self.ids[start : start + size])}


def newest_first(count: int, bursts: dict[int, int], *said: str) -> Page:
    """So many records, newest first; before some requests so many are added."""
    new = itertools.count(count + 1)

    def change(number: int, ids: list[int]) -> None:
        for _ in range(bursts.get(number, 0)):
            ids.insert(0, next(new))

    return Growing(range(count, 0, -1), change, *said).page


@both
@COUNTERS
@pytest.mark.parametrize(
    "bursts",
    [{4: 30, 5: 30}, {4: 25, 5: 25}, {1: 25, 2: 25}, {4: 50, 5: 50, 6: 50, 7: 50}, {5: 100, 6: 25}, {2: 1, 4: 24, 5: 26}],
    ids=str,
)
def test_bursts_in_a_row_lose_nothing(kind: type[Blocking], bursts: dict[int, int], counters: tuple[str, ...]) -> None:
    came = walk(kind(served(newest_first(300, bursts, *counters))))
    assert [each for each in came if each <= 300] == list(range(300, 0, -1))
    assert len(came) == len(set(came))


@both
@COUNTERS
@pytest.mark.parametrize("bursts", [{4: 10}, {4: 25}, {4: 30}, {4: 30, 5: 30}, {4: 50}], ids=str)
def test_nor_do_they_repeat_records_without_an_id(
    kind: type[Blocking], bursts: dict[int, int], counters: tuple[str, ...]
) -> None:
    identified = newest_first(300, bursts, *counters)

    def page(start: int, size: int, number: int) -> dict[str, Any]:
        answer = identified(start, size, number)
        return {**answer, "invoices": [{"note": str(each["id"])} for each in answer["invoices"]]}

    came = [int(record.note) for record in kind(served(page)).iterate(GET_INVOICES, {})]
    assert came == list(range(300, 0, -1))


@both
@pytest.mark.parametrize("at", [2, 4, 10])
@pytest.mark.parametrize("count", [1, 12, 24, 25, 26, 30, 45, 50, 60, 75])
def test_without_a_total_one_burst_loses_nothing(kind: type[Blocking], count: int, at: int) -> None:
    caller = kind(served(newest_first(300, {at: count})))
    came = walk(caller)
    assert [each for each in came if each <= 300] == list(range(300, 0, -1))
    assert len(came) == len(set(came))


@both
@pytest.mark.parametrize("said", [(), (START,)], ids=len)
def test_without_a_total_a_server_that_stays_on_its_last_page_is_left(kind: type[Blocking], said: tuple[str, ...]) -> None:
    def page(start: int, size: int, number: int) -> dict[str, Any]:
        return {**({START: start} if said else {}), "invoices": rows(range(60)[min(start, 35) :][:size])}

    caller = kind(served(page))
    assert walk(caller) == list(range(60))
    assert len(caller.sent) <= 5


@both
def test_a_counter_that_always_says_the_same_loses_no_new_record_beside_an_old_one(kind: type[Blocking]) -> None:
    def change(number: int, ids: list[int]) -> None:
        if number == 3:
            ids.insert(0, 999)

    page = Growing(range(1, 201), change, TOTAL, START, first=lambda start: 0).page
    assert walk(kind(served(page))) == list(range(1, 201))


@short
@both
@pytest.mark.parametrize("growth", [25, 26, 40])
def test_a_list_that_outruns_the_walk_ends_it(kind: type[Blocking], growth: int) -> None:
    page = newest_first(100, dict.fromkeys(range(1, 10_000), growth), TOTAL, START)
    caller = kind(served(page))
    came = walk(caller)
    assert len(came) == len(set(came))
    assert len(caller.sent) <= 4 + 21


@pytest.mark.parametrize("seed", range(150))
def test_where_records_are_only_added_the_rest_comes_once(seed: int) -> None:
    chance = random.Random(seed)
    size, new = chance.choice([5, 10, 25]), itertools.count(1000)
    newest = chance.random() < 0.5

    def change(number: int, ids: list[int]) -> None:
        for _ in range(chance.choice([0, 0, 0, 0, 1, size, 2 * size + 1]) if number else 0):
            ids.insert(0 if newest else chance.randrange(len(ids) + 1), next(new))

    first: Callable[[int], int] = chance.choice([int, lambda start: start + 1])
    growing = Growing(range(1, 151), change, *(TOTAL, START)[: chance.choice([1, 2])], first=first)
    caller = Blocking(served(growing.page))
    came = walk(caller, page_size=size)
    assert [each for each in came if each < 1000] == list(range(1, 151))
    assert len(came) == len(set(came))
    assert len(caller.sent) <= len(growing.ids) // size + 1


@pytest.mark.parametrize("seed", range(150))
def test_whatever_changes_nothing_comes_twice_and_the_requests_are_bounded(seed: int) -> None:
    chance = random.Random(seed)
    size, new = chance.choice([3, 10, 25]), itertools.count(1000)

    def change(number: int, ids: list[int]) -> None:
        if number > 60:
            return
        for _ in range(chance.choice([0, 0, 1, 7, 30])):
            ids.insert(chance.choice([0, chance.randrange(len(ids) + 1)]), next(new))
        for each in chance.sample(ids, min(len(ids), chance.choice([0, 0, 1, 7, 30]))):
            ids.remove(each)

    said = chance.choice([(), (TOTAL,), (START,), (TOTAL, START)])
    caller = Blocking(served(Growing(range(1, 151), change, *said).page))
    came = walk(caller, page_size=size)
    assert len(came) == len(set(came))
    assert len(caller.sent) < 600
