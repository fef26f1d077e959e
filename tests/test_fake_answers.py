"""What the fake answers: data made up by model, or what a test has registered."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from fake_support import GET_BILLS, GET_LINES, GET_PRICES, Bill, Line, call, fake, form, post, scalars
from whmcs._runtime import decode
from whmcs.testing import Failure, FakeWhmcs, Raw


@pytest.fixture
def server() -> FakeWhmcs:
    return fake()


def bills(server: FakeWhmcs, **params: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = call(server, "GetBills", **params)["bills"]["bill"]
    return found


def test_made_up_values_are_those_of_the_wire(server: FakeWhmcs) -> None:
    bill = bills(server)[0]
    assert list(bill) == list(Bill.model_fields)
    assert bill["id"] == 1
    assert type(bill["userid"]) is int
    assert bill["status"] in ("Paid", "Unpaid")
    assert bill["level"] in (1, 2)
    assert re.fullmatch(r"\d+\.\d\d", bill["total"])
    assert date.fromisoformat(bill["due"])
    assert datetime.strptime(bill["paid"], "%Y-%m-%d %H:%M:%S")
    assert type(bill["open"]) is bool
    assert re.fullmatch("[0-9a-f]{32}", bill["token"])
    assert bill["owner"]["email"].endswith("@example.com")
    assert set(bill["lines"]) == {"line"}
    assert all(re.fullmatch(r"\d+\.\d\d", price) for price in bill["prices"].values())
    assert type(bill["either"]) is int


def test_made_up_values_fit_their_types(server: FakeWhmcs) -> None:
    page = decode.read(GET_BILLS, call(server, "GetBills"), strict=True)
    assert (page.totalresults, page.startnumber, page.numreturned) == (60, 0, 25)
    assert [bill.id for bill in page.bills] == list(range(1, 26))


def test_models_that_hold_themselves_come_to_an_end(server: FakeWhmcs) -> None:
    levels, bill = 0, bills(server)[0]
    while bill["parent"] is not None:
        levels, bill = levels + 1, bill["parent"]
    assert levels == 5
    assert sum(1 for _ in scalars(bills(server)[0])) < 2000


def test_lists_now_and_then_are_empty_and_now_and_then_are_not(server: FakeWhmcs) -> None:
    assert {len(bill["lines"]["line"]) for bill in bills(server)} == {0, 1, 2, 3}


def test_the_same_call_has_the_same_answer_in_any_order_of_calls(server: FakeWhmcs) -> None:
    first = call(server, "GetBill", billid="7")
    call(server, "GetBills")
    assert call(server, "GetBill", billid="7") == first
    assert call(fake(), "GetBill", billid="7") == first
    assert call(server, "GetBill", billid="8")["total"] != first["total"]
    assert call(fake(seed="other"), "GetBill", billid="7") != first


def test_answers_do_not_depend_on_the_hash_seed() -> None:
    script = "from fake_support import *; print(post(s := fake(), form(s, 'GetBills')).text)"
    answers = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1


def test_a_record_is_the_same_on_every_page(server: FakeWhmcs) -> None:
    everything = bills(server, limitnum="60")
    assert bills(server, limitstart="10", limitnum="5") == everything[10:15]
    stamps = {call(server, "GetBills", limitstart=start)["stamp"] for start in ("0", "10", "20")}
    assert len(stamps) == 1


@pytest.mark.parametrize(
    ("start", "size", "ids"),
    [
        ("58", "25", [59, 60]),
        ("60", "25", []),
        ("999999999999", "1", []),
        ("-5", "2", [1, 2]),
        ("0", "0", [*range(1, 26)]),
    ],
)
def test_a_page_ends_where_the_list_ends(server: FakeWhmcs, start: str, size: str, ids: list[int]) -> None:
    answer = call(server, "GetBills", limitstart=start, limitnum=size)
    assert [bill["id"] for bill in answer["bills"]["bill"]] == ids
    assert (answer["totalresults"], answer["numreturned"]) == (60, len(ids))


def test_a_population_is_a_number_or_records(server: FakeWhmcs) -> None:
    server.population("GetBills", 1000)
    assert call(server, "GetBills")["totalresults"] == 1000
    server.population("GetBills", [{"id": 7, "total": Decimal("1.50")}, {"due": date(2026, 1, 31)}])
    answer = call(server, "GetBills")
    assert answer["totalresults"] == 2
    first, second = answer["bills"]["bill"]
    assert (first["id"], first["total"]) == (7, "1.50")
    assert (second["id"], second["due"]) == (2, "2026-01-31")
    server.population("GetBills", [Bill(status="Draft")])
    assert [(bill["id"], bill["status"]) for bill in bills(server)] == [(1, "Draft")]
    server.population("GetBills", 0)
    assert bills(server) == []


def test_responses_that_are_no_models_are_made_up_too(server: FakeWhmcs) -> None:
    lines = call(server, "GetLines")
    assert [line["id"] for line in lines] == [1, 2, 3]
    assert all(isinstance(line, Line) for line in decode.read(GET_LINES, lines, strict=True))
    prices = call(server, "GetPrices")
    assert prices.pop("result") == "success"
    assert len(decode.read(GET_PRICES, prices, strict=True)) == 2
    assert call(server, "Ping") == {"result": "success"}


def test_an_answer_echoes_what_was_asked_for(server: FakeWhmcs) -> None:
    filtered = bills(server, userid="7", status="Overdue")
    assert {(bill["userid"], bill["status"]) for bill in filtered} == {(7, "Overdue")}
    assert [bill["id"] for bill in bills(server, id="12")] == [12]
    assert call(server, "GetBill", billid="3", ownerid="9")["owner"]["id"] == 9
    assert call(server, "AddThing", clientid="4", skip="1")["clientid"] == 4


def test_what_was_said_is_no_answer_of_another_type(server: FakeWhmcs) -> None:
    assert date.fromisoformat(bills(server, due="soon")[0]["due"])


def test_sensitive_parameters_are_not_echoed(server: FakeWhmcs) -> None:
    assert call(server, "GetBill", billid="3", token="canary")["token"] != "canary"


def test_ids_of_what_is_added_depend_on_what_is_added(server: FakeWhmcs) -> None:
    ids = {call(server, "AddThing", clientid=str(number), skip="1")["id"] for number in range(20)}
    assert len(ids) > 15
    assert all(type(each) is int and each > 0 for each in ids)


def test_a_registered_answer_is_given_from_then_on(server: FakeWhmcs) -> None:
    server.answer("GetBill", {"id": 5, "total": Decimal("15.950"), "due": date(2026, 1, 31), "lines": ({"id": 1},)})
    expected = {"result": "success", "id": 5, "total": "15.950", "due": "2026-01-31", "lines": [{"id": 1}]}
    assert [call(server, "GetBill", billid="1") for _ in range(3)] == [expected] * 3


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        (None, '{"result":"success"}'),
        ([], "[]"),
        ([{"id": 1}], '[{"id":1}]'),
        ({"result": "error", "message": "no"}, '{"result":"error","message":"no"}'),
        ({"status": "success", "x": 1}, '{"status":"success","x":1}'),
        ({"status": "Paid"}, '{"result":"success","status":"Paid"}'),
        ({"url": "https://x/", "ü": "é"}, '{"result":"success","url":"https:\\/\\/x\\/","\\u00fc":"\\u00e9"}'),
        (
            Bill(id=5, lines=[Line(amount=Decimal("1.5"))]),
            '{"result":"success","id":5,"lines":{"line":[{"amount":"1.5"}]}}',
        ),
        (b"{", "{"),
        ("<html>", "<html>"),
        (lambda params: {"echo": params["billid"]}, '{"result":"success","echo":1}'),
        (lambda _: Failure("Bill Not Found"), '{"result":"error","message":"Bill Not Found"}'),
    ],
)
def test_an_answer_can_be_given_in_many_forms(server: FakeWhmcs, answer: Any, body: str) -> None:
    server.answer("GetBill", answer)
    assert post(server, form(server, "GetBill", billid="1")).text == body


def test_an_answer_can_be_exact(server: FakeWhmcs) -> None:
    server.answer("Ping", Raw(b"\xff", status=418, headers={"X-Test": "yes"}))
    response = post(server, form(server, "Ping"))
    assert (response.content, response.status_code, response.headers["x-test"]) == (b"\xff", 418, "yes")


def test_answers_come_in_turn_and_the_last_one_stays(server: FakeWhmcs) -> None:
    server.answer("Ping", {"n": 1}, {"n": 2}, {"n": 3})
    assert [call(server, "Ping")["n"] for _ in range(5)] == [1, 2, 3, 3, 3]
    with pytest.raises(TypeError, match="no answer for Ping"):
        server.answer("Ping")


def test_an_action_that_nobody_knows_can_be_answered(server: FakeWhmcs) -> None:
    server.answer("MyAction", {"n": 1})
    assert call(server, "MyAction", x="y") == {"result": "success", "n": 1}
    server.reset()
    assert call(server, "MyAction")["result"] == "error"


def test_an_action_fails_for_ever_or_for_some_calls(server: FakeWhmcs) -> None:
    server.fail("Ping", "Out of order", calls=2)
    assert [call(server, "Ping")["result"] for _ in range(3)] == ["error", "error", "success"]
    server.answer("Ping", {"n": 1})
    server.fail("Ping", "Out of order", status=503, calls=1)
    response = post(server, form(server, "Ping"))
    assert (response.status_code, json.loads(response.text)["message"]) == (503, "Out of order")
    assert call(server, "Ping")["n"] == 1
    server.fail("Ping", "Gone")
    assert {call(server, "Ping")["message"] for _ in range(3)} == {"Gone"}


def test_a_refused_call_takes_no_answer(server: FakeWhmcs) -> None:
    server.answer("GetBill", {"n": 1}, {"n": 2})
    assert call(server, "GetBill")["result"] == "error"
    assert call(server, "GetBill", billid="1")["n"] == 1


NO_ANSWERS: list[tuple[Any, type[Exception], str]] = [
    (5, TypeError, "not int"),
    (1.5, TypeError, "not float"),
    (True, TypeError, "not bool"),
    ({"a"}, TypeError, "not set"),
    (iter([1]), TypeError, "not list_iterator"),
    (object(), TypeError, "not object"),
    ({"x": object()}, TypeError, "cannot hold object"),
    ({"x": [{"y": float("nan")}]}, ValueError, "cannot hold nan"),
    ([float("-inf")], ValueError, "cannot hold -inf"),
    ({"x": Decimal("sNaN")}, ValueError, "cannot hold sNaN"),
    ("\ud800", ValueError, "surrogate"),
    (Raw(5), TypeError, "body .*, not int"),
    (Raw("x", status="200"), TypeError, "status .*, not str"),
    (Raw("x", status=20), ValueError, "status .*, not 20"),
    (Raw("x", headers={"a": 5}), TypeError, "headers .*, not int"),
    (Raw("x", headers={"a": "b\r\nc: d"}), ValueError, "headers"),
    (Failure(object()), TypeError, "cannot hold object"),
]


@pytest.mark.parametrize(("answer", "kind", "words"), NO_ANSWERS)
def test_what_is_no_answer_is_refused_at_once(
    server: FakeWhmcs, answer: Any, kind: type[Exception], words: str
) -> None:
    server.answer("Ping", {"n": 1})
    with pytest.raises(kind, match=words):
        server.answer("Ping", {"n": 2}, answer)
    assert call(server, "Ping")["n"] == 1


@pytest.mark.parametrize(("answer", "kind", "words"), NO_ANSWERS)
def test_a_function_that_makes_no_answer_fails_the_test(answer: Any, kind: type[Exception], words: str) -> None:
    server = fake()
    server.answer("Ping", lambda _: answer)
    with pytest.raises(kind, match=words):
        call(server, "Ping")
    with pytest.raises(kind, match=words), server:
        assert post(server, form(server, "Ping")).status_code == 500


@pytest.mark.parametrize(
    ("action", "records", "kind", "words"),
    [
        ("GetBils", 5, ValueError, "no action GetBils; did you mean GetBills"),
        ("", 5, ValueError, "no action"),
        ("Ping", 5, ValueError, "Ping answers no list"),
        ("GetBills", -1, ValueError, "not -1"),
        ("GetBills", True, TypeError, "not bool"),
        ("GetBills", 1.5, TypeError, "not float"),
        ("GetBills", "abc", TypeError, "not str"),
        ("GetBills", None, TypeError, "not NoneType"),
        ("GetBills", {"id": 1}, TypeError, "not dict"),
        ("GetBills", [{"id": 1}, 5], TypeError, "record 1 of GetBills is a mapping, not int"),
        ("GetBills", [{"id": float("nan")}], ValueError, "cannot hold nan"),
    ],
)
def test_what_is_no_population_is_refused_at_once(
    server: FakeWhmcs, action: str, records: Any, kind: type[Exception], words: str
) -> None:
    server.population("GetBills", 3)
    with pytest.raises(kind, match=words):
        server.population(action, records)
    assert call(server, "GetBills")["totalresults"] == 3


@pytest.mark.parametrize(("records", "kind"), [(-1, ValueError), (True, TypeError), ("5", TypeError)])
def test_a_population_of_all_is_a_number(records: Any, kind: type[Exception]) -> None:
    with pytest.raises(kind, match="population is a number of records, not"):
        fake(population=records)


def test_a_failing_function_fails_the_test(server: FakeWhmcs) -> None:
    def check(params: dict[str, Any]) -> None:
        assert params == {}

    server.answer("GetBill", check)
    with pytest.raises(AssertionError):
        call(server, "GetBill", billid="1")
