"""Answers that are not what they look like: cut off, somebody else's, or full of brackets."""

from __future__ import annotations

import gc
import json
import os
import time
from unittest import mock

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whmcs import ApiError, ParameterError, ResponseError, Whmcs
from whmcs._runtime import decode
from whmcs._runtime.body import find_json
from whmcs.registry import OPERATIONS

SECRET = "SECCANARY-much-longer-than-fifteen"


def client(body: bytes | str, status: int = 200) -> Whmcs:
    content = body.encode() if isinstance(body, str) else body
    transport = httpx.MockTransport(lambda _: httpx.Response(status, content=content))
    return Whmcs("https://a.example", identifier="a", secret=SECRET, http_client=httpx.Client(transport=transport))


@pytest.mark.parametrize("rest", ["nul", "tru", "-1", "fals", '"half', "[1,"])
def test_a_part_of_a_cut_off_answer_is_not_the_answer(rest: str) -> None:
    body = '{"result":"error","a":{"result":"success"},"b":' + rest
    assert find_json(body.encode()) is None
    with client(body) as whmcs, pytest.raises(ResponseError):
        whmcs.clients.delete_client(clientid=1)


def test_a_part_of_a_broken_document_is_not_the_answer() -> None:
    assert find_json(b'{"a": {"result": "success"}, oops} <br>') is None


def test_an_answer_behind_messages_with_brackets_is_found() -> None:
    noise = "Notice: Undefined index [0] in array[x] {closure}\n" * 300
    found = find_json((noise + '{"result":"success","clientid":5}').encode())
    assert found is not None
    assert found.data == {"result": "success", "clientid": 5}


def test_a_page_full_of_brackets_holds_no_answer() -> None:
    assert find_json(b"<html>\n" + b'{"x} [{y]\n' * 20_000) is None


@pytest.mark.parametrize("piece", ["<!--{}", "<script>{}", "<!--", "<!-- {} -->", "{}-->"])
def test_a_page_full_of_comments_is_looked_through_in_time(piece: str) -> None:
    started = time.process_time()
    find_json((piece * 100_000).encode())
    assert time.process_time() - started < 10


LINE = '{"level":"debug","msg":"hook ran","n":1}\n'


@pytest.mark.parametrize(
    "pieces",
    [
        (LINE, ""),
        ('{"a":1}', ""),
        ("Notice: Array [] in x\n", ""),
        ("Warning: said {} in x\n", LINE),
        ('{"rows":[' + LINE.strip() + ",", "NaN]}"),
        ('{"a":' * 90 + '{"x":[1,', "NaN]}"),
        ('{"x} [{y] ["z\n', ""),
        ('x {"\\"', ""),
        (" [ { ", ""),
        ("<br ", "{}"),
    ],
)
def test_a_body_eight_times_as_long_takes_by_far_no_sixty_times_as_long(pieces: tuple[str, str]) -> None:
    repeated, last = pieces

    def seconds(times: int) -> float:
        body = (repeated * times + last).encode()
        taken = []
        for _ in range(3):
            gc.disable()  # it takes time for what others have left
            started = time.process_time()
            find_json(body)
            taken.append(time.process_time() - started)
            gc.enable()
        return min(taken)

    assert seconds(40_000) < 24 * seconds(5_000) + 0.05


@st.composite
def broken(draw: st.DrawFn) -> str:
    """A document with envelopes inside of it, in one line or several, that is spoilt in some places."""
    part = draw(st.sampled_from([{"result": "success", "inner": 1}, {"status": "success", "inner": 1}]))
    parts = draw(
        st.permutations([("message", "Declined: no"), ("gateway", part), ("rows", [part, part]), ("log", "x\n")])
    )
    text = json.dumps({"outer": 1, **dict(parts)}, indent=draw(st.sampled_from([None, 0, 2])))
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(2, len(text)))
        spoilt = draw(
            st.sampled_from(['"', "\\", "\n", "\t", "NaN", '"x"', ',{"', "]", "}", '<a href="x">', "<!--", "-->"])
        )
        text = text[:place] + draw(st.sampled_from(["", spoilt])) + text[place + draw(st.integers(0, 2)) :]
    return text[: draw(st.integers(len(text) // 2, len(text)))]


@given(st.sampled_from(["", "Notice: x\n", "Notice: x ", "<br />"]), broken())
@settings(max_examples=600, deadline=None)
def test_no_part_of_a_spoilt_document_is_the_answer(noise: str, document: str) -> None:
    found = find_json((noise + document).encode())
    assert found is None or "inner" not in found.data


@pytest.mark.parametrize("place", ['"KEY":1', '"x":{"KEY":1}', '"clients":{"client":[{"id":5,"KEY":1}]}'])
def test_a_key_with_half_a_surrogate_pair_costs_nothing_else(place: str) -> None:
    with client('{"result":"success","totalresults":"7",' + place.replace("KEY", "\\ud800") + "}") as whmcs:
        page = whmcs.clients.get_clients()
    assert page.totalresults == 7
    assert "\\ud800" in str(page.model_dump()) or "\\ud800" in str(page.unparsed)


@pytest.mark.parametrize("body", ['{"success":false,"errors":["no"]}', '{"message":"Unauthorized"}', "{}"])
def test_json_of_somebody_else_is_no_success(body: str) -> None:
    with client(body) as whmcs, pytest.raises(ResponseError):
        whmcs.clients.get_clients_details(clientid=1)
    with client(body) as whmcs, pytest.raises(ResponseError):
        whmcs.clients.delete_client(clientid=1)


def test_answers_without_a_result_are_known_by_what_is_documented() -> None:
    with client('{"count":0,"admin_users":[]}') as whmcs:
        assert whmcs.system.get_admin_users().admin_users == []
    with client('{"id":5,"firstname":"Ada"}') as whmcs:
        details = whmcs.clients.get_clients_details(clientid=5)
        assert details.client is not None
        assert details.client.firstname == "Ada"


def test_sensitive_names_are_hidden_in_whichever_case_they_are_written() -> None:
    with client('{"result":"success","Password":"RESPCANARY","x":{"SECRET":"RESPCANARY"}}') as whmcs:
        assert "RESPCANARY" not in repr(whmcs.clients.delete_client(clientid=1))


def test_a_message_shows_nothing_behind_a_sensitive_name_and_no_secret_cut_short() -> None:
    message = f"db password=RESPCANARY failed in f('{SECRET[:15]}...')"
    with client(json.dumps({"result": "error", "message": message})) as whmcs, pytest.raises(ApiError) as caught:
        whmcs.clients.delete_client(clientid=1)
    assert "RESPCANARY" not in str(caught.value)
    assert SECRET[:15] not in str(caught.value)


def test_an_error_about_an_argument_shows_nothing_of_what_is_inside_of_it() -> None:
    with client("{}") as whmcs, pytest.raises(ParameterError) as caught:
        whmcs.clients.update_client(clientid=1, notes={"password2": "CANARY"})  # type: ignore[arg-type]
    assert "CANARY" not in str(caught.value)
    assert "notes" in str(caught.value)


def test_calls_to_this_machine_pass_by_the_proxies_of_the_environment() -> None:
    proxies = {"HTTP_PROXY": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9", "NO_PROXY": "", "no_proxy": ""}
    from whmcs.testing import FakeWhmcs

    with mock.patch.dict(os.environ, proxies), FakeWhmcs() as fake, Whmcs(fake.url, **fake.credentials) as whmcs:
        whmcs.system.whmcs_details()
        assert [call.action for call in fake.calls] == ["WhmcsDetails"]


def test_an_integer_too_long_for_python_is_kept_as_text() -> None:
    found = find_json(b'{"id": ' + b"9" * 5000 + b"}")
    assert found is not None
    assert found.data == {"id": "9" * 5000}


@pytest.mark.parametrize("form", ['["enom"]', '[{"module": "enom"}]', '{"registrars": ["enom"]}', "[]"])
def test_a_bare_list_is_the_only_list_of_its_answer(form: str) -> None:
    answer = decode.read(OPERATIONS["GetRegistrars"], form.encode())
    assert len(answer.registrars) == (form != "[]")


@pytest.mark.parametrize("form", ['[{"module": "enom"}]', '{"registrars": ["enom"]}', "[]"])
def test_so_is_one_behind_a_warning(form: str) -> None:
    answer = decode.read(OPERATIONS["GetRegistrars"], f"<b>Warning</b>: x\n{form}".encode())
    assert len(answer.registrars) == (form != "[]")
