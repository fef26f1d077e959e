"""A fake warns of a name that looks misspelt, at the line of the test, and takes names of one's own in silence."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import pytest
from fake_support import COUNT_ROWS, Bill, call, fake
from whmcs.testing import FakeWhmcs, MisspeltWarning, Page, Quirks, Raw
from whmcs.testing.made_up import known_fields
from whmcs.testing.misspelt import nearest

NAMED: dict[str, Callable[[FakeWhmcs, str], object]] = {
    "answer": lambda server, action: server.answer(action, {}),
    "fail": lambda server, action: server.fail(action, "no"),
    "fault": lambda server, action: server.fault(Page(503), action=action),
    "quirk": lambda server, action: server.quirk(Quirks(flat=True), action=action),
    "calls_to": lambda server, action: server.calls_to(action),
}


@pytest.mark.parametrize("where", NAMED)
@pytest.mark.parametrize(
    ("misspelt", "meant"), [("GetBlils", "GetBills"), ("getbills", "GetBills"), ("AddThings", "AddThing")]
)
def test_an_action_that_looks_misspelt_is_a_warning_at_the_callers_line(where: str, misspelt: str, meant: str) -> None:
    with pytest.warns(MisspeltWarning) as caught:
        NAMED[where](fake(), misspelt)
    (warning,) = caught
    assert str(warning.message) == f"{where}: the action {misspelt} is not known; did you mean {meant}?"
    assert warning.filename == __file__


@pytest.mark.parametrize("where", NAMED)
@pytest.mark.parametrize("own", ["SyncLedger", "Pong", "AddThing2", "GetBills", "", "é" * 300])
def test_an_action_of_ones_own_is_taken_in_silence(where: str, own: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        NAMED[where](fake(), own)


def test_it_works_as_it_was_said_all_the_same() -> None:
    server = fake()
    with pytest.warns(MisspeltWarning):
        server.answer("GetBlils", {"n": 1})
    server.fail("GetBlils", "no", calls=1)  # known by now
    assert call(server, "GetBlils")["message"] == "no"
    assert call(server, "GetBlils")["n"] == 1
    assert len(server.calls_to("GetBlils")) == 2


def test_fields_of_answers_and_records_are_held_against_those_there_are() -> None:
    server = fake()
    with pytest.warns(MisspeltWarning, match=r"^answer: of GetBill, the field stauts is not known; did you mean status"):
        server.answer("GetBill", {"stauts": "Paid"})
    with pytest.warns(MisspeltWarning) as caught:
        server.population("GetBills", [{"id": 1}, {"stauts": "Paid"}, {"stauts": "Paid", "totl": 1, "UserID": 1}])
    assert [str(warning.message).partition(" of GetBills, ")[2] for warning in caught] == [
        "the field stauts is not known; did you mean status?",
        "the field totl is not known; did you mean total?",
        "the field UserID is not known; did you mean userid?",
    ]


@pytest.mark.parametrize(
    "said",
    [
        lambda server: server.answer("GetBill", {"status": "Paid", "result": "error", "message": "x", "note": "own"}),
        lambda server: server.answer("GetBill", {"pid": 1, "uid": 2}),
        lambda server: server.answer("GetBill", Raw("{}"), Bill(id=1), None, [{"stauts": 1}], lambda _: {"stauts": 1}),
        lambda server: server.answer("SyncLedger", {"stauts": 1}),
        lambda server: server.population("GetBills", [{"status": "Paid", "own": 1, "total2": 1}, Bill(status="Paid")]),
        lambda server: server.population("GetBills", 7),
    ],
)
def test_what_is_known_or_like_nothing_is_taken_in_silence(said: Callable[[FakeWhmcs], Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        said(fake())


def test_the_words_of_the_envelope_are_known() -> None:
    assert {"result", "status", "message", "error", "warning"} <= known_fields(COUNT_ROWS)


def test_names_that_differ_in_digits_only_are_meant_to_differ() -> None:
    assert nearest("address3", ["address1", "address2"]) is None
    assert nearest("adress3", ["address1", "address2"]) in ("address1", "address2")
    assert nearest("ADDRESS1", ["address1", "address2"]) == "address1"


def test_credentials_that_do_not_exist_are_refused_with_those_that_do() -> None:
    with pytest.raises(ValueError, match="no credentials of WHMCS: idetifier; there are identifier, secret, "):
        fake(credentials={"idetifier": "x"})
