"""Walking while records are added, removed and changed: each comes once, none is missed, and there is an end."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from typing import Any

import pytest
from paging_support import Page, both, honest, rows, served, short, walk
from session_support import GET_INVOICES, Blocking


@both
def test_records_pushed_over_the_border_by_new_ones_come_once(kind: type[Blocking]) -> None:
    def page(start: int, size: int, number: int) -> dict[str, Any]:
        ids = list(range(100 + 2 * number, 0, -1))  # newest first; two more before every request
        return {"totalresults": len(ids), "invoices": rows(ids[start : start + size])}

    caller = kind(served(page))
    assert walk(caller) == list(range(100, 0, -1))


def changing(count: int, change: Callable[[int, list[int]], object], *counters: str, first: int = 0) -> Page:
    """What a server answers whose list is changed before every request; ``first`` is what its counter begins with."""
    ids = list(range(1, count + 1))

    def page(start: int, size: int, number: int) -> dict[str, Any]:
        change(number, ids)
        said = {"totalresults": str(len(ids)), "startnumber": start + first}
        return {**{name: said[name] for name in counters}, "invoices": rows(ids[start : start + size])}

    return page


@both
@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("counters", [("totalresults",), ("totalresults", "startnumber")], ids=len)
@pytest.mark.parametrize("gone", [1, 3, 24, 25, 26, 60])
def test_records_behind_those_that_vanish_are_not_missed(
    kind: type[Blocking], gone: int, counters: tuple[str, ...], first: int
) -> None:
    def change(number: int, ids: list[int]) -> None:
        if number == 4:
            del ids[:gone]

    caller = kind(served(changing(200, change, *counters, first=first)))
    assert walk(caller) == list(range(1, 201))
    assert len(caller.sent) <= 8 + 5


@both
def test_the_walk_catches_up_with_records_that_vanish_before_every_request(kind: type[Blocking]) -> None:
    def change(number: int, ids: list[int]) -> None:
        if number:
            del ids[:3]

    ids = walk(kind(served(changing(200, change, "totalresults"))))
    assert ids == list(range(1, 201))


@both
def test_a_last_page_that_is_empty_because_records_vanished_is_not_the_end(kind: type[Blocking]) -> None:
    def change(number: int, ids: list[int]) -> None:
        if number == 2:
            del ids[:15]

    assert walk(kind(served(changing(60, change, "totalresults")))) == list(range(1, 61))


@both
def test_records_that_vanish_further_on_cost_one_request(kind: type[Blocking]) -> None:
    def change(number: int, ids: list[int]) -> None:
        if number == 1:
            del ids[100:150]

    caller = kind(served(changing(200, change, "totalresults")))
    assert walk(caller) == [*range(1, 101), *range(151, 201)]
    assert len(caller.sent) <= 6 + 2


@pytest.mark.parametrize("seed", range(60))
def test_whatever_vanishes_the_rest_comes_once_and_in_order(seed: int) -> None:
    chance = random.Random(seed)
    size, gone = chance.choice([1, 7, 25]), set[int]()

    def change(number: int, ids: list[int]) -> None:
        for each in chance.sample(ids, min(len(ids), chance.choice([0, 0, 1, 4, 30]))):
            ids.remove(each)
            gone.add(each)

    counters = ("totalresults", "startnumber")[: chance.choice([1, 2])]
    came = walk(Blocking(served(changing(150, change, *counters))), page_size=size)
    assert came == sorted(set(came))
    assert set(range(1, 151)) - gone <= set(came)


@pytest.mark.parametrize("seed", range(60))
def test_nothing_comes_twice_and_there_is_an_end_whatever_else_changes(seed: int) -> None:
    chance = random.Random(seed)
    new = itertools.count(1000)

    def change(number: int, ids: list[int]) -> None:
        del ids[: chance.choice([0, 2, 5])]
        ids[chance.choice([0, len(ids)]) : 0] = [next(new) for _ in range(chance.choice([0, 0, 3]))]

    caller = Blocking(served(changing(150, change, "totalresults")))
    came = walk(caller, page_size=chance.choice([5, 25]))
    assert len(came) == len(set(came))
    assert len(caller.sent) < 200


@both
@pytest.mark.parametrize("low", [10, 70, 90, 99])
def test_a_total_that_goes_up_and_down_neither_loops_nor_loses_anything(kind: type[Blocking], low: int) -> None:
    def page(start: int, size: int, number: int) -> dict[str, Any]:
        return {"totalresults": low if number % 2 else 100, "invoices": rows(range(100)[start : start + size])}

    caller = kind(served(page))
    came = walk(caller, page_size=10)
    assert came == list(range(len(came)))
    assert len(came) >= low
    assert len(caller.sent) < 100


@short
@both
def test_a_total_that_falls_does_not_lead_a_server_that_ignores_the_offset_into_a_loop(kind: type[Blocking]) -> None:
    caller = kind(served(lambda start, size, number: {"totalresults": 900 - number, "invoices": rows(range(25))}))
    assert walk(caller) == list(range(25))
    assert len(caller.sent) <= 3


@short
@both
@pytest.mark.parametrize("identified", [True, False], ids=["id", "no-id"])
@pytest.mark.parametrize("total", [250, None], ids=repr)
def test_older_pages_that_a_server_repeats_are_not_repeated(
    kind: type[Blocking], total: int | None, identified: bool
) -> None:
    order = [0, 1, 2, 3, 4, 1, 5, 2, 6, 7, 8, 9]

    def page(start: int, size: int, number: int) -> dict[str, Any]:
        ids = range(250)[order[number] * 25 :][:25] if number < len(order) else ()
        return {"totalresults": total, "invoices": [{"id" if identified else "note": f"{each}"} for each in ids]}

    caller = kind(served(page))
    records = [record.id if identified else record.note for record in caller.iterate(GET_INVOICES, {})]
    assert len(records) == len(set(records)) >= 125


def newest_first(added: Callable[[int], int], *counters: str, changing: bool = False) -> Page:
    """What a server with 100 records answers, to which so many are added before a request."""
    heads = itertools.accumulate((added(number) for number in itertools.count()), initial=100)
    next(heads)

    def page(start: int, size: int, number: int) -> dict[str, Any]:
        head = next(heads)
        shown = range(head, 0, -1)[start : start + size]
        said = {"totalresults": head, "startnumber": str(start)}
        records = [{"id": each, **({"note": str(number)} if changing else {})} for each in shown]
        return {**{name: said[name] for name in counters}, "invoices": records}

    return page


@both
@pytest.mark.parametrize("changing", [False, True], ids=["same", "changing"])
@pytest.mark.parametrize("counters", [("totalresults",), ("totalresults", "startnumber")], ids=len)
@pytest.mark.parametrize("at", [1, 2])
@pytest.mark.parametrize("count", [10, 24, 25, 26, 40, 50])
def test_pages_that_only_repeat_because_of_new_records_are_stepped_over(
    kind: type[Blocking], count: int, at: int, counters: tuple[str, ...], changing: bool
) -> None:
    added = newest_first(lambda number: count if number == at else 0, *counters, changing=changing)
    ids = walk(kind(served(added)))
    assert [each for each in ids if each <= 100] == list(range(100, 0, -1))
    assert len(ids) == len(set(ids))


@short
@both
def test_a_list_that_grows_faster_than_it_is_read_is_given_up(kind: type[Blocking]) -> None:
    caller = kind(served(newest_first(lambda number: 25 if number else 0, "totalresults", "startnumber")))
    assert walk(caller) == list(range(100, 75, -1))
    assert len(caller.sent) <= 25


@short
@both
def test_so_is_a_server_that_echoes_the_offset_and_ignores_it(kind: type[Blocking]) -> None:
    caller = kind(
        served(lambda start, size, number: {"totalresults": 999, "startnumber": start, "invoices": rows(range(1, 26))})
    )
    assert walk(caller) == list(range(1, 26))
    assert len(caller.sent) == 3


@short
@both
@pytest.mark.parametrize("identified", [True, False], ids=["id", "no-id"])
@pytest.mark.parametrize("first", [0, "0"], ids=repr)
@pytest.mark.parametrize("total", [999, None], ids=repr)
def test_records_that_change_do_not_hide_that_the_offset_is_ignored(
    kind: type[Blocking], total: int | None, first: object, identified: bool
) -> None:
    def page(start: int, size: int, number: int) -> dict[str, Any]:
        records = [{"note": f"{number} {each}", **({"id": each} if identified else {})} for each in range(1, 26)]
        return {"totalresults": total, "startnumber": first, "invoices": records}

    caller = kind(served(page))
    assert len(walk(caller)) == 25
    assert len(caller.sent) == 2


@short
@both
@pytest.mark.parametrize("total", [999, None], ids=repr)
def test_nor_do_they_without_a_counter_if_they_have_an_id(kind: type[Blocking], total: int | None) -> None:
    def page(start: int, size: int, number: int) -> dict[str, Any]:
        return {"totalresults": total, "invoices": [{"id": each, "note": str(number)} for each in range(1, 26)]}

    caller = kind(served(page))
    assert walk(caller) == list(range(1, 26))
    assert len(caller.sent) == 2


@both
@pytest.mark.parametrize("offset", [1, "1"], ids=repr)
def test_a_counter_that_grows_is_as_good_as_one_that_is_right(kind: type[Blocking], offset: object) -> None:
    def page(start: int, size: int, number: int) -> dict[str, Any]:
        count = len(range(60)[start : start + size])
        return {"totalresults": 60, "startnumber": start + int(str(offset)), "invoices": [{"note": "x"}] * count}

    assert walk(kind(served(page))) == [None] * 60


@both
def test_a_counter_that_is_wrong_loses_no_records_with_new_ids(kind: type[Blocking]) -> None:
    assert walk(kind(served(honest(60, startnumber=0)))) == list(range(60))


@both
def test_equal_records_without_an_id_all_come_if_the_offset_is_honoured(kind: type[Blocking]) -> None:
    def page(start: int, size: int, number: int) -> dict[str, Any]:
        count = len(range(60)[start : start + size])
        return {"totalresults": "60", "startnumber": str(start), "invoices": [{"note": "x"}] * count}

    caller = kind(served(page))
    assert walk(caller) == [None] * 60
    assert len(caller.sent) == 3


@both
def test_without_a_total_a_page_that_only_repeats_is_the_end(kind: type[Blocking]) -> None:
    caller = kind(served(lambda start, size, number: {"startnumber": start, "invoices": [{"note": "x"}] * size}))
    assert walk(caller) == [None] * 25
    assert len(caller.sent) == 2
