"""Walking through pages, whatever the server does with the offset."""

from __future__ import annotations

import itertools
import json
import pickle
import tracemalloc
from typing import Any

import httpx
import pytest
from paging_support import both, honest, rows, served, short, starts, walk
from session_support import GET_INVOICES, Blocking, Invoice, Invoices, form_of, ok, script
from whmcs import exceptions


@both
def test_all_pages_are_fetched_up_to_the_total(kind: type[Blocking]) -> None:
    caller = kind(served(honest(60)))
    assert walk(caller) == list(range(60))
    assert starts(caller) == [(0, 25), (25, 25), (50, 25)]


@both
def test_pages_are_fetched_only_when_they_are_needed(kind: type[Blocking]) -> None:
    caller = kind(served(honest(60)))
    records = caller.iterate(GET_INVOICES, {})
    assert caller.sent == []
    for _ in range(25):
        next(records)
    assert len(caller.sent) == 1
    next(records)
    assert len(caller.sent) == 2


@both
def test_a_page_size_and_a_maximum_are_kept(kind: type[Blocking]) -> None:
    caller = kind(served(honest(1000)))
    assert walk(caller, page_size=100, max_records=250) == list(range(250))
    assert starts(caller) == [(0, 100), (100, 100), (200, 50)]


@both
def test_a_maximum_of_nothing_asks_for_nothing(kind: type[Blocking]) -> None:
    caller = kind(served(honest(1000)))
    assert walk(caller, max_records=0) == []
    assert caller.sent == []


@both
def test_a_walk_begins_where_it_is_told_to(kind: type[Blocking]) -> None:
    caller = kind(served(honest(60)))
    records = caller.iterate(GET_INVOICES, {"limitstart": 50, "status": "Paid"})
    assert [record.id for record in records] == list(range(50, 60))
    assert caller.forms()[0]["status"] == "Paid"


@both
@pytest.mark.parametrize(
    "wrong",
    [
        {"page_size": 0},
        {"page_size": True},
        {"page_size": 2.5},
        {"max_records": -1},
        {"max_records": "5"},
        {"params": {"limitstart": -1}},
        {"params": {"limitstart": "x"}},
    ],
    ids=str,
)
def test_arguments_of_a_walk_are_checked_before_it_begins(kind: type[Blocking], wrong: dict[str, Any]) -> None:
    caller = kind(served(honest(60)))
    with pytest.raises(exceptions.ParameterError, match=r"GetInvoices: (page_size|max_records|limitstart) is not"):
        caller.session.iterate(GET_INVOICES, **{"params": {}, **wrong})


@both
@pytest.mark.parametrize("total", ["60", " 60 "], ids=repr)
def test_a_total_may_be_text(kind: type[Blocking], total: str) -> None:
    caller = kind(served(honest(60, totalresults=total)))
    assert walk(caller) == list(range(60))
    assert len(caller.sent) == 3


@both
@pytest.mark.parametrize("total", ["", None, "many", -1, [], "1,000"], ids=repr)
def test_without_a_total_an_empty_page_is_the_end(kind: type[Blocking], total: object) -> None:
    caller = kind(served(honest(50, totalresults=total)))
    assert walk(caller) == list(range(50))
    assert starts(caller) == [(0, 25), (25, 25), (50, 25)]


@both
def test_no_counters_at_all_are_no_trouble(kind: type[Blocking]) -> None:
    caller = kind(served(lambda start, size, number: {"invoices": rows(range(60)[start : start + size])}))
    assert walk(caller) == list(range(60))


@both
def test_a_server_that_caps_the_size_is_followed(kind: type[Blocking]) -> None:
    caller = kind(served(honest(60, cap=20)))
    assert walk(caller, page_size=50) == list(range(60))
    assert starts(caller) == [(0, 50), (20, 50), (40, 50)]


@both
def test_a_total_smaller_than_what_has_come_ends_the_walk(kind: type[Blocking]) -> None:
    caller = kind(served(honest(60, totalresults=30)))
    assert walk(caller) == list(range(50))


@both
@pytest.mark.parametrize("total", [0, "0", 10, 24], ids=repr)
def test_a_total_smaller_than_a_page_itself_counts_something_else(kind: type[Blocking], total: object) -> None:
    caller = kind(served(honest(60, totalresults=total)))
    assert walk(caller) == list(range(60))


@short
@both
@pytest.mark.parametrize("total", [60, "60", None, 10**9], ids=repr)
def test_a_server_that_ignores_the_offset_neither_loops_nor_repeats(kind: type[Blocking], total: object) -> None:
    caller = kind(served(lambda start, size, number: {"totalresults": total, "invoices": rows(range(25))}))
    assert walk(caller) == list(range(25))
    assert len(caller.sent) == 2


@both
def test_nor_does_one_whose_list_grows_meanwhile(kind: type[Blocking]) -> None:
    """As the activity log does, which grows by every call: the first page moves by one record each time."""
    caller = kind(served(lambda start, size, number: {"invoices": rows(range(1000 + number, 975 + number, -1))}))
    assert walk(caller) == list(range(1000, 975, -1))
    assert len(caller.sent) == 2


@both
def test_nor_does_one_whose_order_is_random(kind: type[Blocking]) -> None:
    caller = kind(
        served(lambda start, size, number: {"invoices": rows(range(25) if number % 2 else reversed(range(25)))})
    )
    assert len(walk(caller)) == 25


@both
def test_nor_does_one_that_takes_the_size_only(kind: type[Blocking]) -> None:
    caller = kind(served(lambda start, size, number: {"invoices": rows(range(size))}))
    assert walk(caller, page_size=20, max_records=30) == list(range(20))


@short
@both
def test_nor_does_a_server_that_stays_on_its_last_page(kind: type[Blocking]) -> None:
    caller = kind(
        served(lambda start, size, number: {"totalresults": 999, "invoices": rows(range(60)[min(start, 50) :][:size])})
    )
    assert walk(caller) == list(range(60))


@both
def test_equal_records_on_one_page_all_come(kind: type[Blocking]) -> None:
    caller = kind(served(lambda start, size, number: {"totalresults": 3, "invoices": rows([1, 1, 1])}))
    assert walk(caller) == [1, 1, 1]


@short
@both
@pytest.mark.parametrize("nothing", [[], ""], ids=repr)
def test_an_empty_page_ends_the_walk(kind: type[Blocking], nothing: object) -> None:
    caller = kind(served(lambda start, size, number: {"totalresults": 60, "invoices": nothing}))
    assert walk(caller) == []
    assert len(caller.sent) == 1


@both
def test_records_may_be_changed_by_those_who_get_them(kind: type[Blocking]) -> None:
    caller = kind(served(lambda start, size, number: {"invoices": rows(range(25))}))
    count = 0
    for record in caller.iterate(GET_INVOICES, {}):
        record.note = "seen"
        count += 1
    assert count == 25


@both
def test_an_error_in_the_middle_is_raised(kind: type[Blocking]) -> None:
    caller = kind(
        script(ok(totalresults=9, invoices=rows([1])), httpx.Response(200, json={"result": "error", "message": "x"}))
    )
    records = caller.iterate(GET_INVOICES, {})
    assert next(records).id == 1
    with pytest.raises(exceptions.ApiError):
        next(records)


@both
@pytest.mark.parametrize("page", [1, 2])
def test_records_that_cannot_be_read_are_not_the_end(kind: type[Blocking], page: int) -> None:
    def answer(start: int, size: int, number: int) -> dict[str, Any]:
        good = honest(60)(start, size, number)
        return good if number + 1 < page else {**good, "invoices": "error loading"}

    records = kind(served(answer)).iterate(GET_INVOICES, {})
    with pytest.raises(exceptions.UnreadableValueError, match=r"GetInvoices: .*invoices") as caught:
        list(records)
    assert (caught.value.action, caught.value.path) == ("GetInvoices", "invoices")


def test_a_page_knows_its_total_and_where_the_next_begins() -> None:
    caller = Blocking(served(honest(60)))
    first = caller.call(GET_INVOICES, {"limitnum": 25})
    assert (first.page_total, first.page_next_start) == (60, 25)
    last = caller.call(GET_INVOICES, {"limitstart": 50, "limitnum": 25})
    assert (last.page_total, last.page_next_start) == (60, None)
    lying = Blocking(served(honest(60, totalresults=0))).call(GET_INVOICES, {"limitnum": 25})
    assert (lying.totalresults, lying.page_total, lying.page_next_start) == (0, None, 25)
    beyond = caller.call(GET_INVOICES, {"limitstart": 90, "limitnum": 25})
    assert beyond.page_next_start is None
    twin = pickle.loads(pickle.dumps(first))
    assert twin.page_next_start == 25


def test_a_page_made_by_hand_has_no_place() -> None:
    assert Invoices(totalresults=3, invoices=[Invoice(id=1)]).page_next_start is None


def test_memory_does_not_grow_with_the_number_of_records() -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        form = form_of(request.content)
        start = int(form["limitstart"])
        ids = range(start, start + int(form["limitnum"]))
        content = json.dumps({"result": "success", "totalresults": 100_000, "invoices": rows(ids)}).encode()
        return httpx.Response(200, content=content)

    caller = Blocking(respond)
    records = caller.iterate(GET_INVOICES, {}, page_size=1000)
    next(itertools.islice(records, 2000, None))
    tracemalloc.start()
    count = 2001
    for _ in records:
        count += 1
        caller.sent.clear()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 100_000
    assert peak < 10_000_000


@pytest.mark.parametrize("named", [{"params": {"limitstart": "50"}}, {"params": {}, "extra": {"limitstart": 50}}], ids=str)
def test_a_page_begins_where_it_was_asked_to_however_that_was_said(named: dict[str, Any]) -> None:
    page = Blocking(served(honest(200))).call(GET_INVOICES, **{**named, "params": {**named["params"], "limitnum": 25}})
    assert page.page_next_start == 75


@pytest.mark.parametrize(
    ("invoices", "returned", "after"),
    [
        ([{"id": 1}, None, {"id": 3}], 3, 3),
        ([{"id": 1}, None, {"id": 3}], None, 3),
        ([{"id": 1}, "x", {"id": "y"}], "3", 3),
        ([{"id": 1}, {"id": 2}], 5, 5),  # three are held back
        ([{"id": 1}, {"id": 2}], 1, 2),
        ([{"id": 1}, {"id": 2}], 900, 2),
        ([None, None], 2, 2),
        ([], 5, None),
    ],
    ids=str,
)
def test_the_next_page_begins_behind_all_that_was_sent(invoices: object, returned: object, after: int | None) -> None:
    caller = Blocking(served(lambda start, size, number: {"numreturned": returned, "invoices": invoices}))
    assert caller.call(GET_INVOICES, {"limitnum": 5}).page_next_start == after


@both
def test_a_walk_that_ends_short_of_the_total_warns_where_it_was_made(kind: type[Blocking]) -> None:
    caller = kind(served(lambda start, size, number: {"totalresults": 900, "invoices": rows(range(size))}))
    with pytest.warns(exceptions.ApiWarning, match="GetInvoices: the server says there are 900 records, .* gave 5: ") as told:
        assert walk(caller, page_size=5) == [0, 1, 2, 3, 4]
    assert len(told) == 1
    assert "/whmcs/_runtime/" not in told[0].filename


@both
def test_a_walk_that_is_left_early_does_not_warn(kind: type[Blocking]) -> None:
    caller = kind(served(lambda start, size, number: {"totalresults": 900, "invoices": rows(range(size))}))
    assert next(caller.iterate(GET_INVOICES, {}, page_size=5)).id == 0
    assert walk(caller, page_size=5, max_records=5) == [0, 1, 2, 3, 4]
