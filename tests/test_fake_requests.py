"""The fake takes the requests that the real server takes, and no others."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

import pytest
from fake_support import ADD_THING, COUNT_ROWS, ENDPOINT, call, fake, form, message, post
from whmcs import _dialect as dialect
from whmcs._runtime.faults import rule_for
from whmcs._runtime.form import encode
from whmcs._runtime.operation import Condition, Operation, Param, Requirement
from whmcs._runtime.php import serialize
from whmcs.testing import FakeWhmcs
from whmcs.testing.refusals import REASONS, refusal


@pytest.fixture
def server() -> FakeWhmcs:
    return fake()


def test_a_complete_call_is_answered(server: FakeWhmcs) -> None:
    response = post(server, form(server, "Ping"))
    assert (response.status_code, response.json()) == (200, {"result": "success"})
    assert response.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"target": "/includes/other.php"}, 404),
        ({"target": "/"}, 404),
        ({"target": f"/billing/{ENDPOINT}"}, 404),
        ({"target": f"{ENDPOINT}/"}, 404),
        ({"method": "GET"}, 405),
        ({"method": "PUT"}, 405),
        ({"target": f"{ENDPOINT}?action=Ping"}, 400),
        ({"target": f"{ENDPOINT}?"}, 400),
        ({"headers": {"content-type": "application/json"}}, 415),
        ({"headers": {"content-type": "multipart/form-data; boundary=x"}}, 415),
    ],
)
def test_a_request_of_another_form_is_refused(server: FakeWhmcs, wrong: dict[str, Any], status: int) -> None:
    assert post(server, form(server, "Ping"), **wrong).status_code == status
    assert server.calls[-1].problem
    assert not server.calls[-1].carried_out


def test_an_installation_may_have_a_path_and_the_form_a_charset(server: FakeWhmcs) -> None:
    kind = {"content-type": "application/x-www-form-urlencoded; charset=UTF-8"}
    assert post(server, form(server, "Ping"), target="/shop/billing" + ENDPOINT, headers=kind).status_code == 200


def test_with_a_prefix_only_that_path_is_served() -> None:
    server = fake(prefix="/billing")
    assert server.url.endswith("/billing")
    assert post(server, form(server, "Ping")).status_code == 200
    assert post(server, form(server, "Ping"), target="/shop" + ENDPOINT).status_code == 404


@pytest.mark.parametrize("prefix", ["billing", "/billing/", "/"])
def test_a_prefix_is_a_path(prefix: str) -> None:
    with pytest.raises(ValueError, match="/billing"):
        fake(prefix=prefix)


def test_a_body_that_php_would_not_read_is_refused(server: FakeWhmcs) -> None:
    assert post(server, form(server, "Ping", x="y" * 8 * 1024 * 1024)).status_code == 413


def signed(server: FakeWhmcs, credentials: Mapping[str, str | bytes]) -> tuple[int, str]:
    """Status and message of the answer to a call with these credentials."""
    response = post(server, urlencode({"action": "Ping", "responsetype": "json", **credentials}).encode())
    return response.status_code, response.json().get("message", "")


def test_either_way_to_sign_in_is_taken(server: FakeWhmcs) -> None:
    md5 = hashlib.md5(server.password.encode()).hexdigest()
    assert signed(server, {"identifier": server.identifier, "secret": server.secret})[0] == 200
    assert signed(server, {"username": server.username, "password": md5})[0] == 200


def test_wrong_credentials_are_refused_as_the_real_server_does(server: FakeWhmcs) -> None:
    wrong: list[Mapping[str, str | bytes]] = [
        {"identifier": server.identifier, "secret": "x"},
        {"identifier": b"\xff", "secret": "é"},
        {"username": server.username, "password": server.password},  # not as its MD5
    ]
    for given in wrong:
        status, text = signed(server, given)
        assert (status, text.casefold()) == (403, "authentication failed")


@pytest.mark.parametrize("given", [(), ("identifier",), ("secret",), ("identifier", "password")])
def test_missing_credentials_are_refused(server: FakeWhmcs, given: tuple[str, ...]) -> None:
    status, text = signed(server, {name: server.accounts[name] for name in given})
    assert (status, text.casefold()) == (403, "invalid or missing credentials")


def test_credentials_can_be_chosen() -> None:
    server = fake(credentials={"secret": "p+q & r", "accesskey": "open"})
    assert server.secret == "p+q & r"
    given = {"identifier": server.identifier, "secret": "p+q & r"}
    assert signed(server, given)[0] == 403
    assert signed(server, {**given, "accesskey": "open"})[0] == 200
    with pytest.raises(ValueError, match="token"):
        fake(credentials={"token": "x"})


def test_credentials_are_the_same_for_the_same_seed_and_need_encoding() -> None:
    assert fake(seed=1).accounts == fake(seed=1).accounts != fake(seed=2).accounts
    assert all("+" in value and "/" in value for value in fake().accounts.values())


def test_an_access_key_is_no_parameter(server: FakeWhmcs) -> None:
    assert call(server, "Ping", accesskey="anything")["result"] == "success"
    assert server.calls[-1].params == {}


@pytest.mark.parametrize(
    ("action", "params", "status", "text"),
    [
        ("", {}, 400, "Empty action request"),
        ("NoSuchAction", {}, 200, "not found"),
        ("ping", {}, 200, "not found"),
        ("GetBill", {}, 200, "billid is required"),
        ("AddThing", {}, 200, "clientid or email is required"),
        ("AddThing", {"email": "a", "skip": "0"}, 200, "street is required"),
        ("AddThing", {"email": "a", "street": "x"}, 200, "city is required"),
        ("GetBill", {"billid": "1", "bilid": "2"}, 200, "unknown parameter bilid"),
        ("GetBill", {"billid": "one"}, 200, "billid: must be a whole number"),
        ("GetBill", {"billid[0]": "1"}, 200, "billid: must be a single value"),
        ("GetBill", {"billid": "1", "username": "me"}, 200, "unknown parameter username"),
        ("Ping", {"responsetype": "xml"}, 200, "responsetype"),
    ],
)
def test_a_call_that_is_wrong_says_what_is(
    server: FakeWhmcs, action: str, params: dict[str, str], status: int, text: str
) -> None:
    response = post(server, form(server, action, **params))
    assert response.status_code == status
    assert response.json()["result"] == "error"
    assert text in response.json()["message"]
    assert server.calls[-1].problem == response.json()["message"]


def test_what_is_needed_may_be_given_in_any_of_its_ways(server: FakeWhmcs) -> None:
    assert call(server, "AddThing", clientid="1", skip="1")["result"] == "success"
    assert call(server, "AddThing", email="a", street="x", city="")["result"] == "success"


@pytest.mark.parametrize(
    ("pairs", "text"),
    [
        ([("pid", "1"), ("pid", "2")], "pid is sent twice"),
        ([("pid", "1"), ("pid[0]", "2")], "1 of 9 variables are lost"),
        ([("pid[0]", "1"), ("pid[0]", "2")], "pid[0] is sent twice"),
        ([(f"pid[{number}]", "1") for number in range(1000)], "PHP reads 1000"),
        ([("pid[x]", "1")], "pid: is not a list"),
        ([("pid[9999]", "1")], "pid: is not a list"),
        ([("noemail", "true")], "noemail: must be 1 or 0"),
        ([("price", "1,50")], "price: must be a decimal number"),
        ([("logo", "no base64!")], "logo: "),
        ([("custom", "a:1:{i:0;i:1;}")], "custom: must be base64"),
        ([("files", "W10=x")], "files: must be base64"),
        ([("files", "eyJhIjogMX0=")], "files: must be a list of files"),
    ],
)
def test_what_php_would_misread_is_refused(server: FakeWhmcs, pairs: list[tuple[str, str]], text: str) -> None:
    assert text in message(server, "AddThing", ("email", "a"), ("street", "x"), ("city", "y"), *pairs)


def test_text_that_is_not_utf_8_is_refused(server: FakeWhmcs) -> None:
    response = post(server, form(server, "GetBill", billid="1") + b"&ownerid=%ff")
    assert "UTF-8" in response.json()["message"]


def test_a_lenient_fake_ignores_what_the_real_server_ignores() -> None:
    server = fake(strict=False)
    assert call(server, "GetBill", ("billid", "x"), ("billid", "y"), unknown="1").get("result") != "error"
    assert server.calls[-1].params == {"billid": "y", "unknown": "1"}
    assert "required" in message(server, "GetBill")


RUBBISH = [b"", b"&&&", b"=", b"action", b"action[]=Ping", b"\xff\xfe", b"a[" * 5000, b"&".join([b"x[]=1"] * 5000)]


@pytest.mark.parametrize("body", RUBBISH)
def test_rubbish_is_refused(server: FakeWhmcs, body: bytes) -> None:
    assert post(server, body).status_code == 400


def test_every_refusal_means_to_a_client_what_it_says() -> None:
    """The words for each reason are those that the rules of the dialect recognise."""
    kinds = {"credentials": "Authentication", "no_credentials": "Authentication", "address": "IpNotAllowed"}
    kinds |= {"permission": "Permission", "unknown_action": "NotFound"}
    for reason in REASONS:
        text = refusal(reason, action="GetBills", name="id").message
        first = next((kind for kind, pattern in dialect.ERROR_RULES if re.search(pattern, text, re.IGNORECASE)), None)
        assert first == kinds.get(reason, "InvalidParameter"), reason


@pytest.mark.parametrize(
    ("params", "problem"),
    [
        ({"type": "fixed"}, "until is required"),
        ({"type": "open"}, None),
        ({"draft": "1", "send": "1"}, "Invalid request: send must not be given where draft is true"),
        ({"draft": "1", "send": "0"}, None),
        ({"texts[7]": "a"}, "amounts[7] is required"),
        ({"texts[7]": "a", "amounts[7]": "1.00"}, None),
    ],
)
def test_rules_between_parameters_are_the_client_s(params: dict[str, str], problem: str | None) -> None:
    operation = Operation[None](
        action="SetThing",
        group="Things",
        effect="write",
        params=(
            Param("type", "text"),
            Param("until", "date"),
            Param("draft", "boolean"),
            Param("send", "boolean"),
            Param("texts", "text", shape="map"),
            Param("amounts", "decimal", shape="map"),
        ),
        requires=(
            Requirement(all=("until",), when=(Condition("type", values=("fixed",)),)),
            Requirement(none=("send",), when=(Condition("draft", flag=True),)),
            Requirement(all=("amounts",), when=(Condition("texts"),), each=True),
        ),
        response=None,
    )
    server = FakeWhmcs(operations={"SetThing": operation})
    answer = post(server, form(server, "SetThing", **params)).json()
    assert answer.get("message") == problem


def serialized(value: object) -> str:
    return b64encode(serialize(value)).decode()


def as_json(value: object) -> str:
    return b64encode(json.dumps(value).encode()).decode()


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({"card[qty]": "x"}, r"card: \[qty\] must be a whole number"),
        ({"card[price]": "1"}, r"card: \[qty\] is required"),
        ({"card[qty]": "1", "card[colour]": "red"}, r"card: \[colour\] is unknown; known are qty, price"),
        ({"card[qty]": "1", "card[tags]": "a"}, r"card: \[tags\] must be an array"),
        ({"card[qty][0]": "1"}, r"card: \[qty\] must be a single value"),
        ({"cards[0][qty]": "1", "cards[1][qty]": "1.5"}, r"cards: \[1\]\[qty\] must be a whole number"),
        ({"deck[5][qty]": "1", "deck[6][taxed]": "no"}, r"deck: \[6\]\[taxed\] must be 1 or 0"),
        ({"lines": serialized([{"qty": "x"}])}, r"lines: \[0\]\[qty\] must be a whole number"),
        ({"lines": serialized([{"qty": True}])}, r"lines: \[0\]\[qty\] must be integer, not bool"),
        ({"lines": serialized([{"qty": 1}, {"qty": 1, "colour": "red"}])}, r"lines: \[1\]\[colour\] is unknown"),
        ({"lines": serialized([{"qty": 1, "taxed": 2}])}, r"lines: \[0\]\[taxed\] must be boolean, not int"),
        ({"lines": serialized({"a": {"qty": 1}})}, "lines: is not a list"),
        ({"lines": serialized([["x"]])}, r"lines: \[0\] must be an array with keys"),
        ({"json": as_json([{"qty": 1, "price": "1,5"}])}, r"json: \[0\]\[price\] must be a decimal number"),
        ({"json": as_json([{"qty": [1]}])}, r"json: \[0\]\[qty\] must be a single value"),
        ({"json": as_json({"qty": 1})}, r"json: "),
    ],
    ids=str,
)
def test_entries_of_structures_are_held_against_their_kinds(
    server: FakeWhmcs, sent: dict[str, str], problem: str
) -> None:
    said = post(server, form(server, "AddThing", email="a@example.com", skip="1", **sent)).json()["message"]
    assert re.search(problem, said), said


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({"price1": "x"}, "price1: must be a decimal number"),
        ({"price1": "1", "taxed2": "yes"}, "taxed2: must be 1 or 0"),
        ({"colour1": "red"}, "unknown parameter colour1"),
    ],
    ids=str,
)
def test_so_are_numbered_rows(server: FakeWhmcs, sent: dict[str, str], problem: str) -> None:
    assert problem in post(server, form(server, "CountRows", **sent)).json()["message"]


def test_structures_that_fit_are_recorded_by_their_kinds() -> None:
    server = fake()
    card = {"qty": 2, "price": Decimal("1.50"), "taxed": True, "on": date(2026, 1, 31), "tags": ["a", "b"]}
    given = {"card": card, "cards": [card, None, card], "deck": {5: card}, "lines": [card], "json": [card]}
    call(server, "AddThing", *encode(ADD_THING, {"email": "a@example.com", "skip": True, **given}))
    assert {name: server.calls[-1].params[name] for name in given} == given
    rows = {"rows": [{"price": Decimal("1.50"), "taxed": False}, {"price": Decimal(2)}]}
    call(server, "CountRows", *encode(COUNT_ROWS, rows))
    assert server.calls[-1].params == rows


@pytest.mark.parametrize(
    ("reason", "kind", "found"),
    [
        ("no_action", "InvalidParameter", {}),
        ("no_credentials", "Authentication", {}),
        ("credentials", "Authentication", {}),
        ("address", "IpNotAllowed", {"ip": "192.0.2.1"}),
        ("permission", "Permission", {"action": "GetBills"}),
        ("unknown_action", "NotFound", {}),
        ("missing", "InvalidParameter", {}),
        ("invalid", "InvalidParameter", {}),
    ],
)
def test_the_fake_refuses_in_words_that_the_client_understands(reason: Any, kind: str, found: dict[str, str]) -> None:
    said = refusal(reason, action="GetBills", name="billid").message
    assert rule_for(said) == (kind, found)
    assert (reason in dialect.REFUSALS) is (reason not in ("unknown_action", "invalid"))
