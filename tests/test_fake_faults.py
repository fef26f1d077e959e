"""What goes wrong looks to a client as it does with a real server, over HTTP and inside the process."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fake_support import ADD_THING, GET_BILL, call, credentials, fake, form, post
from whmcs import _dialect as dialect
from whmcs import exceptions
from whmcs._runtime.options import Options
from whmcs._runtime.retry import Retry
from whmcs._runtime.session import AsyncSession, Session
from whmcs.testing import Failure, FakeWhmcs, Fault, Forbidden, Page, Raw, Reset, Slow, Truncated
from whmcs.testing.words import FAULTS, QUIRKS, read_fault, read_quirks

OPTIONS = Options(retries=0, timeout=30)
IMPATIENT = Options(retries=0, timeout=httpx.Timeout(30, read=0.2))


@pytest.fixture(params=["http", "process"])
def server(request: pytest.FixtureRequest) -> Iterator[FakeWhmcs]:
    if request.param == "process":
        yield fake()
    else:
        with fake() as started:
            yield started


def read(server: FakeWhmcs, options: Options = OPTIONS) -> Any:
    """What a client gets for a read."""
    in_process = server.url.startswith("https")
    client = httpx.Client(transport=server.transport()) if in_process else httpx.Client(verify=False)
    with client, Session(server.url, credentials(server), options, client) as session:
        return session.call(GET_BILL, {"billid": 1})


async def read_async(server: FakeWhmcs, options: Options = OPTIONS) -> Any:
    in_process = server.url.startswith("https")
    async with (
        httpx.AsyncClient(transport=server.transport()) if in_process else httpx.AsyncClient(verify=False) as client,
        AsyncSession(server.url, credentials(server), options, client) as session,
    ):
        return await session.call(GET_BILL, {"billid": 1})


CASES: list[tuple[Fault, type[Exception], bool]] = [
    (Reset(), exceptions.ConnectionLostError, False),
    (Reset(carried_out=True), exceptions.ConnectionLostError, True),
    (Truncated(), exceptions.ConnectionLostError, True),
    (Truncated(0), exceptions.ConnectionLostError, True),
    (Page(), exceptions.ServerUnavailableError, False),
    (Page(200), exceptions.ResponseError, False),
    (Page(200, text=""), exceptions.ResponseError, False),
    (Page(429, retry_after=7), exceptions.ServerUnavailableError, False),
    (Forbidden(), exceptions.IpNotAllowedError, False),
    (Forbidden("credentials"), exceptions.AuthenticationError, False),
    (Forbidden("permission"), exceptions.PermissionDeniedError, False),
]


@pytest.mark.parametrize(("fault", "error", "carried_out"), CASES)
def test_a_fault_is_an_error_to_a_client(
    server: FakeWhmcs, fault: Fault, error: type[Exception], carried_out: bool
) -> None:
    server.fault(fault, calls=1)
    with pytest.raises(error):
        read(server)
    assert [record.carried_out for record in server.calls] == [carried_out]
    assert read(server).id
    server.fault(fault, calls=1)
    with pytest.raises(error):
        asyncio.run(read_async(server))


@pytest.mark.parametrize("wrong", ["503", 503, None, Page, {"status": 503}])
def test_what_is_no_fault_and_no_quirk_is_refused(wrong: Any) -> None:
    server = fake()
    with pytest.raises(TypeError, match=r"fault: takes Slow, .* or Forbidden, such as Page\(503\), not"):
        server.fault(wrong)
    with pytest.raises(TypeError, match="quirk: takes Quirks, such as"):
        server.quirk(wrong)
    with pytest.raises(TypeError, match="quirks: takes Quirks, such as"):
        server.quirks = wrong


def test_who_waits_for_too_long_times_out(server: FakeWhmcs) -> None:
    server.fault(Slow(60))
    with pytest.raises(exceptions.ReadTimeoutError):
        read(server, IMPATIENT)
    with pytest.raises(exceptions.ReadTimeoutError):
        asyncio.run(read_async(server, IMPATIENT))


def test_who_waits_for_long_enough_gets_the_answer(server: FakeWhmcs) -> None:
    server.fault(Slow(0.01))
    server.fault(Page(503, retry_after=3), calls=1)
    response = post(server, form(server, "Ping"))
    assert (response.status_code, response.headers["retry-after"]) == (503, "3")
    assert asyncio.run(read_async(server)).id


def test_delays_come_one_after_the_other(server: FakeWhmcs) -> None:
    server.fault(Slow(0.001), calls=1)
    server.fault(Slow(60), calls=1)
    assert read(server, OPTIONS).id
    with pytest.raises(exceptions.ReadTimeoutError):
        read(server, IMPATIENT)
    assert read(server, OPTIONS).id


@pytest.mark.parametrize("carried_out", [False, True])
def test_a_reset_is_no_mere_end_of_the_connection(server: FakeWhmcs, carried_out: bool) -> None:
    server.fault(Reset(carried_out))
    with pytest.raises(httpx.ReadError):
        post(server, form(server, "Ping"))


def test_faults_come_one_after_the_other(server: FakeWhmcs) -> None:
    server.fault(Page(502), calls=2)
    server.fault(Page(504), calls=1)
    server.fault(Page(500), action="GetBill")
    assert [post(server, form(server, "Ping")).status_code for _ in range(4)] == [502, 502, 504, 200]
    assert post(server, form(server, "GetBill", billid="1")).status_code == 500
    server.recover()
    assert post(server, form(server, "GetBill", billid="1")).status_code == 200


def test_a_read_is_sent_again_and_a_write_is_not(server: FakeWhmcs) -> None:
    server.fault(Page(503), calls=1)
    assert read(server, Options(retries=Retry(first_delay=0.001))).id
    assert len(server.calls_to("GetBill")) == 2
    server.fault(Reset(carried_out=True), calls=1)
    client = httpx.Client(transport=server.transport())
    session = Session(server.url, credentials(server), Options(), client)
    with client, pytest.raises(exceptions.ConnectionLostError) as caught:
        session.call(ADD_THING, {"email": "a", "skip": True})
    assert caught.value.may_have_been_sent
    assert len(server.calls_to("AddThing")) == 1


def test_what_is_registered_may_be_slow_and_broken_too(server: FakeWhmcs) -> None:
    server.answer("Ping", Raw(b"x" * 1000), Failure("no"))
    server.fault(Truncated(0.25), calls=1)
    with pytest.raises(httpx.RemoteProtocolError, match="received 250 bytes, expected 1000"):
        post(server, form(server, "Ping"))
    assert call(server, "Ping")["message"] == "no"


def test_every_fault_has_a_word() -> None:
    made = {type(read_fault(text.partition("=")[0])) for text in FAULTS}
    assert made == {Slow, Truncated, Reset, Page, Forbidden}
    assert read_fault("slow=0.5") == Slow(0.5)
    assert read_fault("reset=after") == Reset(carried_out=True)
    assert read_fault("page=429") == Page(429)
    assert read_fault("empty") == Page(200, text="")
    assert read_fault("forbidden=permission") == Forbidden("permission")


@pytest.mark.parametrize("text", ["", "fire", "slowly=1"])
def test_other_words_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no such fault: .*slow=SECONDS"):
        read_fault(text)


@pytest.mark.parametrize("name", [text.partition("=")[0] for text in FAULTS])
@pytest.mark.parametrize("value", ["x", "-1", "nan", "1e9"])
def test_of_a_word_that_exists_the_value_is_refused(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=rf"^fault {name}=[^ ]+ takes [^;]+, not {value}$"):
        read_fault(f"{name}={value}")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: Slow(-1), "Slow: seconds is from 0 to 86400, not -1"),
        (lambda: Slow(float("nan")), "Slow: seconds is from 0 to 86400, not nan"),
        (lambda: Slow("1"), "Slow: seconds is a number, not '1'"),
        (lambda: Truncated(1.5), "Truncated: share is from 0 to 1, not 1.5"),
        (lambda: Page(99), "Page: status is from 200 to 999, not 99"),
        (lambda: Page(503.5), "Page: status is a number, not 503.5"),
        (lambda: Page(retry_after="1\r\nx: y"), "Page: retry_after is seconds or a date, in printable ASCII"),
        (lambda: Forbidden("adress"), "Forbidden: reason is one of credentials, address, permission, not 'adress'"),
    ],
)
def test_what_a_fake_could_not_do_is_refused_where_it_is_said(made: Any, said: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        made()
    assert str(caught.value) == said


def test_every_quirk_has_a_word() -> None:
    assert repr(read_quirks("text-numbers, zero-dates,")) == "Quirks(text_numbers=True, zero_dates=True)"
    assert read_quirks(",".join(QUIRKS)).byte_order_mark
    with pytest.raises(ValueError, match="no such quirk: nonsense; there are text-numbers"):
        read_quirks("flat,nonsense")


def test_the_page_of_a_firewall_is_html(server: FakeWhmcs) -> None:
    server.fault(Page(403, text="<h1>Blocked & gone</h1>"))
    response = post(server, form(server, "Ping"))
    assert (response.status_code, response.text) == (403, "<h1>Blocked & gone</h1>")
    assert response.headers["content-type"].startswith("text/html")


def test_a_forbidden_answer_is_json(server: FakeWhmcs) -> None:
    server.fault(Forbidden("permission"))
    response = post(server, form(server, "GetBill", billid="1"))
    assert response.status_code == 403
    assert json.loads(response.text)["result"] == "error"
    assert "GetBill" in json.loads(response.text)["message"]
    assert dialect.ENVELOPE_ERROR
