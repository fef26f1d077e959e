"""What is sent again, when, and what never is."""

from __future__ import annotations

import socket
import threading
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from typing import Any

import httpx
import pytest
from session_support import (
    ADD_ORDER,
    BOTH,
    CREDENTIALS,
    GET_INVOICES,
    Blocking,
    StillClock,
    answer,
    failed,
    ok,
    script,
    server,
    write_json,
)
from whmcs import exceptions
from whmcs._runtime.limits import RateLimit
from whmcs._runtime.options import Options
from whmcs._runtime.retry import Retry, retry_after
from whmcs._runtime.session import Session

both = pytest.mark.parametrize("kind", BOTH, ids=lambda kind: kind.kind)

PASSING = [
    httpx.Response(429),
    httpx.Response(502, text="<h1>Bad Gateway</h1>"),
    httpx.Response(503),
    httpx.Response(504),
    failed("Down for maintenance mode", 503),
    httpx.ConnectError("refused"),
    httpx.ConnectTimeout("late"),
    httpx.ReadError("reset"),
    httpx.RemoteProtocolError("Server disconnected without sending a response."),
]
LASTING = [
    httpx.Response(500),
    httpx.Response(404, text="<h1>Not Found</h1>"),
    failed("Client ID Not Found"),
    failed("Authentication Failed", 503),
    failed("Too many requests", 200),
    httpx.ReadTimeout("late"),
    httpx.WriteTimeout("late"),
    httpx.DecodingError("gzip"),
]


def name_of(outcome: Any) -> str:
    return type(outcome).__name__ if isinstance(outcome, Exception) else f"{outcome.status_code} {outcome.text[:30]}"


@both
@pytest.mark.parametrize("trouble", PASSING, ids=name_of)
def test_a_read_is_sent_again_after_passing_trouble(kind: type[Blocking], trouble: Any) -> None:
    caller = kind(script(trouble, trouble, ok(totalresults="3")))
    assert caller.call(GET_INVOICES, {}).totalresults == 3
    assert len(caller.sent) == 3
    assert caller.clock.slept == [0.5, 1.0]
    assert len({request.content for request in caller.sent}) == 1


@both
@pytest.mark.parametrize("trouble", LASTING, ids=name_of)
def test_other_trouble_is_told_at_once(kind: type[Blocking], trouble: Any) -> None:
    caller = kind(script(trouble, ok()))
    with pytest.raises(exceptions.WhmcsError):
        caller.call(GET_INVOICES, {})
    assert len(caller.sent) == 1


@both
@pytest.mark.parametrize("trouble", PASSING + LASTING, ids=name_of)
def test_a_write_is_sent_once(kind: type[Blocking], trouble: Any) -> None:
    caller = kind(script(trouble, ok()), retries=5)
    with pytest.raises(exceptions.WhmcsError) as caught:
        caller.call(ADD_ORDER, {"clientid": 5})
    assert len(caller.sent) == 1
    assert caught.value.may_have_been_sent == (not isinstance(trouble, (httpx.ConnectError, httpx.ConnectTimeout)))


@both
def test_an_unknown_action_is_sent_again_only_as_a_read(kind: type[Blocking]) -> None:
    caller = kind(script(httpx.Response(503), httpx.Response(503), ok()))
    with pytest.raises(exceptions.UnavailableError):
        caller.call_untyped("X", {})
    with pytest.raises(exceptions.UnavailableError):
        caller.call_untyped("X", {}, effect="destructive")
    assert caller.call_untyped("X", {}, effect="read") == {"result": "success"}


@both
def test_the_last_error_is_raised_when_patience_ends(kind: type[Blocking]) -> None:
    caller = kind(answer({"result": "error", "message": "maintenance mode"}, 503), retries=4)
    with pytest.raises(exceptions.UnavailableError):
        caller.call(GET_INVOICES, {})
    assert len(caller.sent) == 5
    assert caller.clock.slept == [0.5, 1.0, 2.0, 4.0]


@both
def test_no_retries_is_no_retries(kind: type[Blocking]) -> None:
    caller = kind(answer({}, 503), retries=0)
    with pytest.raises(exceptions.WhmcsError):
        caller.call(GET_INVOICES, {})
    assert len(caller.sent) == 1


@both
def test_a_read_timeout_is_retried_where_asked_for(kind: type[Blocking]) -> None:
    caller = kind(script(httpx.ReadTimeout("late"), ok()), retries=Retry(after_timeout=True))
    caller.call(GET_INVOICES, {})
    assert len(caller.sent) == 2


@both
def test_the_server_says_how_long_to_wait(kind: type[Blocking]) -> None:
    asked = [httpx.Response(status, headers={"retry-after": wait}) for status, wait in ((429, "3"), (503, "60"))]
    caller = kind(script(*asked, ok()))
    caller.call(GET_INVOICES, {})
    assert caller.clock.slept == [3.0, 60.0]


@both
@pytest.mark.parametrize("wait", ["61", "9999999", formatdate(1000 + 3600, usegmt=True), "9" * 500], ids=str)
@pytest.mark.parametrize("told", [False, True], ids=["page", "message"])
@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_server_that_asks_for_too_long_a_wait_is_not_asked_earlier(
    kind: type[Blocking], wait: str, told: bool, status: int
) -> None:
    body = {"json": {"result": "error", "message": "Later"}} if told else {"text": "<h1>Later</h1>"}
    caller = kind(script(httpx.Response(status, headers={"retry-after": wait}, **body), ok()))
    with pytest.raises(exceptions.UnavailableError) as caught:
        caller.call(GET_INVOICES, {})
    assert caller.clock.slept == []
    expected = {"61": 61.0, "9999999": 9999999.0, "9" * 500: float("inf")}.get(wait, 3600.0)
    assert caught.value.retry_after == expected
    assert "inf" not in str(caught.value)
    if wait == "61":
        assert "Wait 61 s and try again." in str(caught.value)


@both
@pytest.mark.parametrize("wait", ["0", formatdate(10, usegmt=True), "soon"], ids=str)
def test_one_that_asks_for_no_wait_gets_the_usual_one(kind: type[Blocking], wait: str) -> None:
    caller = kind(script(httpx.Response(503, headers={"retry-after": wait}), ok()))
    caller.call(GET_INVOICES, {})
    assert caller.clock.slept == [0.5]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"retry-after": "120"}, 120.0),
        ({"retry-after": " 1.5 "}, 1.5),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "9" * 500}, float("inf")),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "1, 2"}, None),
        ({"retry-after": formatdate(1090, usegmt=True)}, 90.0),
        ({"retry-after": formatdate(10, usegmt=True)}, 0.0),
        ({"retry-after": formatdate(5030, usegmt=True), "date": formatdate(5000, usegmt=True)}, 30.0),
        ({"retry-after": "Thu, 01 Jan 1970 00:18:10"}, 90.0),
        ({"retry-after": "Thu, 99 Foo 99999 00:00:00 GMT"}, None),
    ],
    ids=str,
)
def test_retry_after_is_seconds_or_a_date(headers: dict[str, str], expected: float | None) -> None:
    assert retry_after(headers, StillClock()) == expected


def test_the_wait_doubles_up_to_a_limit_and_is_shortened_by_chance() -> None:
    policy = Retry()
    assert [policy.delay(attempt, None, 0.0) for attempt in (1, 2, 5, 6, 10_000)] == [0.5, 1.0, 8.0, 8.0, 8.0]
    assert policy.delay(2, None, 0.999) == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("wrong", [{"retries": -1}, {"first_delay": -1}, {"longest_request": float("inf")}], ids=str)
def test_a_policy_is_checked(wrong: dict[str, Any]) -> None:
    with pytest.raises(exceptions.ConfigurationError):
        Retry(**wrong)


def test_a_server_that_hangs_up_gets_a_write_once() -> None:
    """Over a real connection, first fresh, then kept alive: neither httpx nor httpcore sends it again."""
    received: list[bytes] = []

    def respond(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        received.append(body)
        if b"clientid=1&" in body:
            write_json(handler, {"result": "success", "orderid": 7})
        else:
            handler.connection.shutdown(socket.SHUT_RDWR)
            handler.close_connection = True

    with server(respond) as address, Session(address, CREDENTIALS) as session:
        for _ in range(2):
            assert session.call(ADD_ORDER, {"clientid": 1}).orderid == 7
            with pytest.raises(exceptions.ConnectionLostError) as caught:
                session.call(ADD_ORDER, {"clientid": 2})
            assert caught.value.may_have_been_sent
            assert "may have been carried out" in str(caught.value)
    assert len(received) == 4


def test_a_refused_connection_was_never_sent() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with Session(address, CREDENTIALS) as session, pytest.raises(exceptions.ConnectionFailedError) as caught:
            session.call(ADD_ORDER, {"clientid": 1})
    assert not caught.value.may_have_been_sent
    assert "refused" in str(caught.value)


def test_a_server_that_speaks_no_tls_is_a_tls_error() -> None:
    with server(lambda handler, body: write_json(handler, {})) as address:
        secure = address.replace("http:", "https:")
        with Session(secure, CREDENTIALS) as session, pytest.raises(exceptions.TlsError) as caught:
            session.call(GET_INVOICES, {})
    assert not caught.value.may_have_been_sent


@both
@pytest.mark.parametrize(
    ("trouble", "error", "sent"),
    [
        (httpx.ConnectTimeout("x"), "ConnectTimeoutError", False),
        (httpx.PoolTimeout("x"), "ConnectTimeoutError", False),
        (httpx.ReadTimeout("x"), "ReadTimeoutError", True),
        (httpx.WriteTimeout("x"), "ReadTimeoutError", True),
        (httpx.ConnectError("x"), "ConnectionFailedError", False),
        (httpx.ProxyError("x"), "ConnectionFailedError", False),
        (httpx.UnsupportedProtocol("x"), "ConnectionFailedError", False),
        (httpx.ReadError("x"), "ConnectionLostError", True),
        (httpx.WriteError("x"), "ConnectionLostError", True),
        (httpx.RemoteProtocolError("x"), "ConnectionLostError", True),
        (ConnectionResetError("x"), "ConnectionLostError", True),
        (httpx.LocalProtocolError("x"), "TransportError", True),
        (httpx.DecodingError("x"), "TransportError", True),  # of a transport that keeps the answer to itself
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value),
)
def test_each_failure_has_a_class_and_says_whether_anything_was_sent(
    kind: type[Blocking], trouble: Exception, error: str, sent: bool
) -> None:
    caller = kind(script(trouble))
    with pytest.raises(exceptions.TransportError) as caught:
        caller.call(ADD_ORDER, {"clientid": 5})
    raised = caught.value
    assert (type(raised).__name__, raised.may_have_been_sent, raised.status) == (error, sent, None)
    assert raised.__cause__ is None
    assert raised.__context__ is None
    assert ("may have been carried out" in str(raised)) == sent


@pytest.mark.parametrize("trouble", [httpx.ReadError(""), httpx.ConnectError(""), BrokenPipeError()])
def test_trouble_without_words_is_told_by_its_class(trouble: Exception) -> None:
    with pytest.raises(exceptions.TransportError, match=type(trouble).__name__):
        Blocking(script(trouble)).call(ADD_ORDER, {"clientid": 5})


def taken(limit: RateLimit) -> float:
    moment = limit.next()
    limit.take(moment)
    return moment


def test_a_rate_limit_spaces_calls_evenly() -> None:
    clock = StillClock()
    limit = RateLimit(4.0, clock)
    assert [taken(limit) for _ in range(4)] == [1000.0, 1000.25, 1000.5, 1000.75]
    assert [limit.next() for _ in range(2)] == [1001.0, 1001.0]
    clock.time += 100
    assert [taken(limit) for _ in range(2)] == [1100.0, 1100.25]


@both
def test_calls_wait_for_the_rate_limit_retries_too(kind: type[Blocking]) -> None:
    caller = kind(script(ok(), httpx.Response(503, headers={"retry-after": "0"}), ok()), rate_limit=2)
    caller.call(GET_INVOICES, {})
    caller.call(GET_INVOICES, {})
    assert caller.clock.slept == [0.5, 0.5]


def test_a_rate_limit_is_shared_by_threads() -> None:
    caller = Blocking(answer({"result": "success"}), rate_limit=10)
    threads = [threading.Thread(target=caller.call, args=(GET_INVOICES, {})) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert caller.clock.time - 1000.0 >= 0.7 - 1e-9
    assert len(caller.sent) == 8


def test_concurrency_bounds_the_calls_under_way() -> None:
    under_way, most = 0, 0
    lock = threading.Lock()
    full = threading.Barrier(2)

    def respond(request: httpx.Request) -> httpx.Response:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        full.wait(5)  # two calls have to be under way, so the limit is reached
        with lock:
            under_way -= 1
        return ok()

    client = httpx.Client(transport=httpx.MockTransport(respond))
    session = Session("https://host.example", CREDENTIALS, Options(concurrency=2), client)
    threads = [threading.Thread(target=session.call, args=(GET_INVOICES, {})) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert most == 2
