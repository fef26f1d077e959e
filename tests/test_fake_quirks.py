"""Odd answers are odd in the way they say, and the client reads the same data out of them."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from fake_support import GET_BILLS, Bill, call, fake, form, post, scalars
from python_client import generated, operation, ref, spec
from whmcs._runtime import decode
from whmcs.testing import FakeWhmcs, Quirks
from whmcs.testing.quirks import names, written


@pytest.fixture
def server() -> FakeWhmcs:
    return fake()


def test_numbers_are_texts(server: FakeWhmcs) -> None:
    server.quirks = Quirks(text_numbers=True)
    answer = call(server, "GetBills")
    assert answer["totalresults"] == "60"
    assert all(value is None or type(value) is str for value in scalars(answer))
    assert {bill["open"] for bill in answer["bills"]["bill"]} == {"1", ""}


def test_empty_lists_are_blank(server: FakeWhmcs) -> None:
    server.quirks = Quirks(blank_lists=True)
    assert "" in [bill["lines"] for bill in call(server, "GetBills")["bills"]["bill"]]
    server.population("GetBills", 0)
    assert call(server, "GetBills")["bills"] == ""


def test_a_list_of_one_is_the_one(server: FakeWhmcs) -> None:
    server.quirks = Quirks(lone_objects=True)
    server.population("GetBills", 1)
    assert call(server, "GetBills")["bills"]["bill"]["id"] == 1


def test_lists_have_indexes(server: FakeWhmcs) -> None:
    server.quirks = Quirks(indexed_lists=True)
    assert list(call(server, "GetBills", limitnum="3")["bills"]["bill"]) == ["0", "1", "2"]


def test_dates_are_zero(server: FakeWhmcs) -> None:
    server.quirks = Quirks(zero_dates=True)
    bill = call(server, "GetBill", billid="1")
    assert (bill["due"], bill["paid"]) == ("0000-00-00", "0000-00-00 00:00:00")


def test_texts_have_entities(server: FakeWhmcs) -> None:
    server.quirks = Quirks(html_entities=True)
    server.answer("Ping", {"text": "O'Brien & <Sons>"})
    assert call(server, "Ping")["text"] == "O&#039;Brien &amp; &lt;Sons&gt;"


def test_inner_fields_stand_outside(server: FakeWhmcs) -> None:
    inner = call(server, "GetBill", billid="1")["owner"]
    server.quirks = Quirks(flat=True)
    answer = call(server, "GetBill", billid="1")
    assert "owner" not in answer
    assert answer["email"] == inner["email"]


def test_counters_are_missing(server: FakeWhmcs) -> None:
    server.quirks = Quirks(no_counters=True)
    assert list(call(server, "GetBills")) == ["result", "stamp", "bills"]


def test_paging_is_ignored(server: FakeWhmcs) -> None:
    server.quirks = Quirks(ignore_start=True)
    answer = call(server, "GetBills", limitstart="10", limitnum="5")
    assert ([bill["id"] for bill in answer["bills"]["bill"]], answer["startnumber"]) == ([1, 2, 3, 4, 5], 0)
    server.quirks = Quirks(ignore_paging=True)
    assert len(call(server, "GetBills", limitstart="10", limitnum="5")["bills"]["bill"]) == 60


def test_the_result_stands_elsewhere(server: FakeWhmcs) -> None:
    server.quirks = Quirks(fallback_result=True)
    assert call(server, "Ping") == {"status": "success"}
    assert call(server, "GetBill", billid="1")["status"] in ("Paid", "Unpaid")  # its own status is data
    assert call(server, "GetBills")["status"] == "success"


def test_warnings_come_first(server: FakeWhmcs) -> None:
    server.quirks = Quirks(warnings=True, byte_order_mark=True)
    body = post(server, form(server, "Ping")).content
    assert body.startswith(b"\xef\xbb\xbf<br />\n<b>Warning</b>")
    assert body.endswith(b'{"result":"success"}')


def test_quirks_add_up() -> None:
    both = Quirks(flat=True) | Quirks(warnings=True)
    assert both == Quirks(flat=True, warnings=True)
    assert repr(both) == "Quirks(flat=True, warnings=True)"


def test_quirks_hold_for_an_action_and_for_some_calls(server: FakeWhmcs) -> None:
    server.quirks = Quirks(no_counters=True)
    server.quirk(Quirks(text_numbers=True), action="GetBills", calls=1)
    server.quirk(Quirks(fallback_result=True), action="Ping")
    first, second = call(server, "GetBills"), call(server, "GetBills")
    assert (first["bills"]["bill"][0]["id"], second["bills"]["bill"][0]["id"]) == ("1", 1)
    assert "totalresults" not in {**first, **second}
    assert [call(server, "Ping"), call(server, "Ping")] == [{"status": "success"}] * 2
    server.recover()
    assert call(server, "Ping") == {"result": "success"}


def test_quirks_do_not_hide_refusals(server: FakeWhmcs) -> None:
    server.quirks = Quirks(**dict.fromkeys(names(), True))
    assert json.loads(post(server, form(server, "GetBill")).content)["result"] == "error"


def test_what_an_api_does_not_have_is_no_quirk_of_it(tmp_path: Path) -> None:
    day = {"type": "object", "properties": {"day": {"type": "string", "format": "date"}}}
    document = spec({"GetDay": operation(answer=ref("Day"))}, {"Day": day})
    with generated(tmp_path, document, paging=None) as client:
        testing = client.module("testing")
        possible = client.module("testing.quirks").names()
        words = client.module("testing.words")
        lost = {*names()} - {*possible}
        assert lost == {"zero_dates", "fallback_result", "no_counters", "ignore_start", "ignore_paging"}
        readme = (client.folder / "README.md").read_text("utf-8")
        assert [name for name in names() if f"| `{name}` |" in readme] == [*possible]
        assert [*words.QUIRKS] == [name.replace("_", "-") for name in possible]
        for name in lost:
            told = pytest.raises(ValueError, match=rf"^there is no quirk {name} of Acme: it")
            with told:
                testing.Quirks(**{name: True})
            with told:
                words.read_quirks(name.replace("_", "-"))
        server = testing.FakeAcme()
        server.quirks = testing.Quirks(**dict.fromkeys(possible, True))
        http = httpx.Client(transport=server.transport())
        with http, client.module().Acme(server.url, **server.credentials, http_client=http) as acme:
            assert acme.things.get_day().day is not None


def comparable(bill: Bill) -> dict[str, Any]:
    """The bill less what one quirk or another changes for good reason."""
    return bill.model_dump(exclude={"due", "paid", "parent", "anything", "either"})


@pytest.mark.parametrize("quirk", [field.name for field in fields(Quirks) if field.name != "ignore_paging"])
def test_a_client_reads_the_same_out_of_any_quirk(server: FakeWhmcs, quirk: str) -> None:
    expected = decode.read(GET_BILLS, post(server, form(server, "GetBills")).content, strict=True)
    server.quirks = replace(Quirks(), **{quirk: True})
    odd = decode.read(GET_BILLS, post(server, form(server, "GetBills")).content, strict=True)
    assert [comparable(bill) for bill in odd.bills] == [comparable(bill) for bill in expected.bills]


@pytest.mark.parametrize("data", [[], [[]], {}, {"a": []}, {"a": [{}]}, {"a": {"b": [{"c": []}]}}, [{"x": [{"y": 1}]}]])
def test_any_document_can_be_odd(data: Any) -> None:
    everything = Quirks(**dict.fromkeys(names(), True))
    assert written(data, everything, "a")
    assert json.loads(written(data, Quirks())) == data


@pytest.mark.parametrize("counters", [{}, {"total": "total"}])
def test_pages_without_counters_cannot_lack_them(counters: dict[str, str], tmp_path: Path) -> None:
    document = spec({"GetDay": operation(answer={"type": "object", "properties": {"n": {"type": "integer"}}})}, {})
    with generated(tmp_path, document, paging={"start": "skip", "size": "take", **counters}) as client:
        possible = {*client.module("testing.quirks").names()}
        assert {"ignore_start", "ignore_paging"} <= possible
        assert ("no_counters" in possible) is bool(counters)
        readme = (client.folder / "README.md").read_text("utf-8")
        assert ("| `no_counters` |" in readme) is bool(counters)
