"""What the fake records of a call is what was passed in, whatever encoding it travelled in."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import httpx
import pytest
from fake_support import ADD_THING, ENDPOINT, OPERATIONS, call, credentials, fake, form, post
from hypothesis import given, settings
from hypothesis import strategies as st
from whmcs._runtime.operation import Operation, Param
from whmcs._runtime.options import Options
from whmcs._runtime.session import Session
from whmcs.testing import FakeWhmcs
from whmcs.testing.parameters import read, untyped
from whmcs.testing.php_form import parse

NEEDED: dict[str, Any] = {"email": "ada@example.com", "skip": True}
VALUES: dict[str, Any] = {
    "clientid": 7,
    "price": Decimal("15.950"),
    "noemail": False,
    "due": date(2026, 1, 31),
    "day": date(2026, 1, 31),
    "at": datetime(2026, 1, 31, 12, 30, 5),
    "logo": b"\x00\xff",
    "odd": {"a": ["x", "y"], 5: {"b": "ü"}},
    "address": {"street": "Löwen & Söhne", "0": "x"},
    "pid": [1, None, 3],
    "texts": {12: "twelve", "k": "with = & + ü"},
    "ids": [1, None, 2],
    "custom": {0: "a", 12: "b", "k": {"x": [1, True, 0.5, None]}},
    "fields": [{3: "a"}, None, {"x": Decimal("1.50")}],
    "files": [{"name": "a.txt", "data": b"\x00hello"}],
    "rows": [{"itemdescription": "Hosting", "itemamount": Decimal("5.00")}, None, {"itemamount": 7}],
    "pin": "1234",
}
# What a form cannot tell: rows are texts, keys are PHP's, and a Decimal is text to PHP.
RECORDED = {
    **VALUES,
    "address": {"street": "Löwen & Söhne", 0: "x"},
    "fields": [{3: "a"}, None, {"x": "1.50"}],
    "rows": [{"itemdescription": "Hosting", "itemamount": "5.00"}, None, {"itemamount": "7"}],
}


def session(server: FakeWhmcs) -> Session:
    return Session(server.url, credentials(server), Options(), httpx.Client(transport=server.transport()))


@pytest.mark.parametrize("wire", VALUES)
def test_a_parameter_is_recorded_as_it_was_passed_in(wire: str) -> None:
    server = fake()
    session(server).call(ADD_THING, NEEDED | {wire: VALUES[wire]})
    assert server.calls[-1].params == NEEDED | {wire: RECORDED[wire]}


def test_all_together_are_recorded_in_their_order() -> None:
    server = fake()
    session(server).call(ADD_THING, NEEDED | VALUES)
    assert server.calls[-1].params == NEEDED | RECORDED
    assert list(server.calls[-1].params)[:3] == ["email", "skip", "clientid"]


@pytest.mark.parametrize("wire", ["clientid", "price", "noemail", "due", "logo"])
def test_an_empty_text_is_a_value_of_every_kind(wire: str) -> None:
    server = fake()
    session(server).call(ADD_THING, NEEDED | {wire: ""})
    assert server.calls[-1].params[wire] == ""


def test_a_date_in_another_form_stays_text() -> None:
    server = fake()
    session(server).call(ADD_THING, NEEDED | {"due": "31/01/2026"})
    assert server.calls[-1].params["due"] == "31/01/2026"


def test_a_call_says_where_it_came_in_and_what_it_is() -> None:
    server = fake()
    post(server, form(server, "GetBill", billid="5"), target="/shop" + ENDPOINT, headers={"X-Test": "yes"})
    record = server.calls[-1]
    assert (record.action, record.effect, record.path) == ("GetBill", "read", "/shop" + ENDPOINT)
    assert record.headers["x-test"] == "yes"
    assert (record.problem, record.carried_out) == (None, True)
    assert record.pairs[0] == ("action", "GetBill")
    assert ("secret", server.secret) in record.pairs


def test_calls_are_found_by_action_and_forgotten_on_reset() -> None:
    server = fake()
    call(server, "Ping")
    call(server, "GetBill", billid="1")
    call(server, "Ping")
    assert [record.action for record in server.calls] == ["Ping", "GetBill", "Ping"]
    assert len(server.calls_to("Ping")) == 2
    server.reset()
    assert server.calls == []


def test_no_repr_shows_credentials_or_sensitive_parameters() -> None:
    server = fake(credentials={"secret": "canary-1"})
    call(server, "AddThing", email="a", skip="1", pin="canary-2")
    call(server, "Unknown", password2="canary-3")
    for record in server.calls:
        assert "canary" not in repr(record)
    assert repr(server.calls[0]) == "Call('AddThing', {'email': 'a', 'skip': True, 'pin': '***'})"
    assert server.calls[0].params["pin"] == "canary-2"


def test_nor_what_is_secret_inside_of_a_parameter() -> None:
    code = Param("code", "integer", sensitive=True)
    pay = Operation[Any](
        action="Pay", group="", effect="write", params=(Param("card", "object", fields=(code,)), code), response=None
    )
    server = FakeWhmcs(operations={"Pay": pay})
    call(server, "Unknown", **{"a[b][Password2]": "canary-1", "PASSWORD2[0]": "canary-2", "a[b][c]": "seen"})
    call(server, "Pay", **{"card[code]": "canary-3"})
    call(server, "Pay", code="canary-4")
    call(server, "Pay", **{"card[code]": "7"})
    for record in server.calls:
        assert "canary" not in repr(record)
    shown = [
        "Call('Unknown', {'a': {'b': {'Password2': '***', 'c': 'seen'}}, 'PASSWORD2': '***'}",
        "code: must be a whole",
    ]
    assert all(words in repr(record) for words, record in zip(shown, (server.calls[0], server.calls[2]), strict=True))
    assert repr(server.calls[3]) == "Call('Pay', {'card': {'code': '***'}})"
    assert server.calls[3].params == {"card": {"code": 7}}


def test_an_unknown_action_is_recorded_with_its_variables() -> None:
    server = fake()
    call(server, "Unknown", ("a[0]", "1"), ("a[1]", "2"), ("b[x]", "3"))
    assert (server.calls[0].effect, server.calls[0].params) == (None, {"a": ["1", "2"], "b": {"x": "3"}})


def test_a_request_that_is_no_call_is_recorded() -> None:
    server = fake()
    post(server, b"", target="/robots.txt")
    assert (server.calls[0].action, server.calls[0].path) == ("", "/robots.txt")


PAIRS = [b"pid[0]=1", b"pid[x]=1", b"rows=x", b"itemamount99999=1", b"a1=2", b"ids=1,,x", b"files=W10="]
PAIRS += [b"custom=YTowOnt9", b"fields[0]=YTowOnt9", b"fields=x", b"due=1", b"odd[a][]=1", b"%ff=%ff"]
PAIRS += [b"clientid=\xd9\xa3", b"logo=%ff"]


@given(st.binary(max_size=60) | st.lists(st.sampled_from(PAIRS)).map(b"&".join))
@settings(max_examples=300, deadline=None)
def test_whatever_is_sent_is_read_without_an_error(body: bytes) -> None:
    variables = parse(body)
    for operation in OPERATIONS.values():
        repr(read(operation, variables))
    repr(untyped(variables))
