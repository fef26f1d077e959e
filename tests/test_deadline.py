"""The time that a whole call may take: with its repetitions, and with servers that send byte after byte."""

from __future__ import annotations

import asyncio
import pickle
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import httpx
import pytest
from session_support import ADD_ORDER, BOTH, CREDENTIALS, GET_INVOICES, Blocking, ok
from whmcs import TimeLimits, exceptions
from whmcs._runtime.options import Options, limits
from whmcs._runtime.retry import Retry
from whmcs._runtime.session import AsyncSession, Session

both = pytest.mark.parametrize("kind", BOTH, ids=lambda kind: kind.kind)

BODY = b'{"result": "success", "orderid": 7}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(BODY)


@contextmanager
def dripping(*parts: tuple[bytes, float], answers_first: bool = False) -> Iterator[str]:
    """Address of a server that sends each part byte by byte, with a pause after each byte."""
    ended = threading.Event()

    def serve(connection: socket.socket) -> None:
        with connection:
            if answers_first:
                receive(connection)
                connection.sendall(HEAD + BODY)
            receive(connection)
            for part, pause in parts:
                for place in range(len(part)):
                    if ended.wait(pause):
                        return
                    connection.send(part[place : place + 1])

    def accept() -> None:
        while not ended.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=quietly, args=(serve, connection), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        ended.set()


def receive(connection: socket.socket) -> None:
    """Reads a whole request."""
    sent = b""
    while not (length := re.search(rb"content-length: (\d+)", sent.lower())) or len(
        sent.partition(b"\r\n\r\n")[2]
    ) < int(length[1]):
        sent += connection.recv(65536) or b"content-length: 0"


def quietly(serve: Callable[[socket.socket], object], connection: socket.socket) -> None:
    with suppress(OSError):
        serve(connection)


def call_blocking(address: str, count: int, **named: Any) -> Any:
    with Session(address, CREDENTIALS, Options(**named)) as session:
        for _ in range(count):
            order = session.call(ADD_ORDER, {"clientid": 1})
        return order


def call_asynchronous(address: str, count: int, **named: Any) -> Any:
    async def run() -> Any:
        async with AsyncSession(address, CREDENTIALS, Options(**named)) as session:
            for _ in range(count):
                order = await session.call(ADD_ORDER, {"clientid": 1})
            return order

    return asyncio.run(run())


callers = pytest.mark.parametrize("call", [call_blocking, call_asynchronous])


@callers
@pytest.mark.parametrize("reused", [False, True], ids=["new", "reused"])
@pytest.mark.parametrize("slow", ["head", "body"])
def test_a_server_that_drips_does_not_hold_a_call_for_ever(call: Any, slow: str, reused: bool) -> None:
    pauses = (0.05, 0.0) if slow == "head" else (0.0, 0.05)
    with dripping((HEAD, pauses[0]), (BODY, pauses[1]), answers_first=reused) as address:
        started = time.monotonic()
        with pytest.raises(exceptions.ReadTimeoutError, match=r"0\.4 s, the limit of the whole call") as caught:
            call(address, 1 + reused, timeout=TimeLimits(5, total=0.4))
        assert 0.35 < time.monotonic() - started < 1.2
    assert caught.value.may_have_been_sent
    assert "may have been carried out" in str(caught.value)


@callers
def test_one_that_is_slow_but_in_time_is_waited_for(call: Any) -> None:
    with dripping((HEAD, 0.002), (BODY, 0.002)) as address:
        assert call(address, 1, timeout=TimeLimits(5, total=5)).orderid == 7


@callers
def test_a_call_without_a_total_goes_on(call: Any) -> None:
    with dripping((HEAD, 0.005), (BODY, 0.005)) as address:
        assert call(address, 1, timeout=TimeLimits(0.3, total=None)).orderid == 7


@callers
def test_the_total_ends_a_connection_that_does_not_come_and_tells_it_apart(call: Any) -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        with socket.create_connection(full.getsockname()), socket.socket() as other:
            other.setblocking(False)
            other.connect_ex(full.getsockname())  # the queue is full: nobody else gets through
            with pytest.raises(exceptions.ConnectTimeoutError, match="within") as caught:
                call(f"http://127.0.0.1:{full.getsockname()[1]}", 1, timeout=TimeLimits(30, total=0.3))
    assert not caught.value.may_have_been_sent


@callers
@pytest.mark.parametrize("steps", [httpx.Timeout(None), httpx.Timeout(10, read=None)], ids=repr)
def test_the_total_alone_may_end_a_call(call: Any, steps: httpx.Timeout) -> None:
    limit = pytest.raises(exceptions.ReadTimeoutError, match=r"0\.3 s, the limit of the whole call")
    with dripping((HEAD, 5)) as address, limit as caught:
        call(address, 1, timeout=TimeLimits(steps, total=0.3))
    assert caught.value.may_have_been_sent
    assert caught.value.__context__ is None


@both
@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (httpx.ConnectTimeout, "no connection to .* in time"),
        (httpx.PoolTimeout, "no connection was free in time"),
        (httpx.WriteTimeout, "could not be sent in time"),
        (httpx.ReadTimeout, "no answer in time"),
    ],
)
def test_a_timeout_of_a_client_without_limits_is_told(
    kind: type[Blocking], error: type[httpx.TimeoutException], reason: str
) -> None:
    def late(request: httpx.Request) -> httpx.Response:
        raise error("late")

    with pytest.raises(exceptions.TransportError, match=reason):
        kind(late, timeout=TimeLimits(httpx.Timeout(None), total=None)).call(ADD_ORDER, {"clientid": 1})


@both
def test_repetitions_and_their_waits_count(kind: type[Blocking]) -> None:
    def slow(request: httpx.Request) -> httpx.Response:
        caller.clock.time += 3
        return httpx.Response(503, headers={"retry-after": "2"})

    caller = kind(slow, retries=9, timeout=TimeLimits(30, total=9.5))
    with pytest.raises(exceptions.UnavailableError):
        caller.call(GET_INVOICES, {})
    assert caller.clock.slept == [2.0]
    assert len(caller.sent) == 2
    assert caller.sent[1].extensions["timeout"]["read"] == 4.5


@both
def test_a_call_has_limits_of_its_own(kind: type[Blocking]) -> None:
    caller = kind(lambda request: ok(), timeout=TimeLimits(30, total=3))
    caller.call(GET_INVOICES, {})
    caller.call(GET_INVOICES, {}, timeout=TimeLimits(httpx.Timeout(8, connect=1), total=5))
    first, second = (request.extensions["timeout"] for request in caller.sent)
    assert first == {"connect": 3, "read": 3, "write": 3, "pool": 3}
    assert second == {"connect": 1, "read": 5, "write": 5, "pool": 5}


@both
def test_waiting_for_the_limits_of_the_client_does_not_count(kind: type[Blocking]) -> None:
    caller = kind(lambda request: ok(), rate_limit=0.01, timeout=TimeLimits(30, total=10))
    caller.call(GET_INVOICES, {})
    caller.call(GET_INVOICES, {})
    assert caller.clock.slept == [100.0]


@pytest.mark.parametrize(
    ("timeout", "total"),
    [
        (60, 300),
        (0.5, 2.5),
        (httpx.Timeout(60, connect=10), 300),
        (httpx.Timeout(600, read=5), 3000),
        (httpx.Timeout(None), None),
        (httpx.Timeout(5, read=None), None),
        (httpx.Timeout(5, pool=None), 25),
        (TimeLimits(total=7), 7),
        (TimeLimits(5, total=None), None),
    ],
    ids=str,
)
def test_a_whole_call_ends_after_five_times_the_longest_step_unless_said_otherwise(
    timeout: Any, total: float | None
) -> None:
    assert limits(timeout).total == total
    assert limits(limits(timeout)) == limits(timeout)


@pytest.mark.parametrize(
    "timeout",
    [
        httpx.Timeout(-1),
        httpx.Timeout(5, read=float("nan")),
        httpx.Timeout(5, connect=0),
        httpx.Timeout("5"),  # type: ignore[arg-type]
        TimeLimits(5, total=0),
        TimeLimits(5, total=float("nan")),
        TimeLimits(5, total="9"),  # type: ignore[arg-type]
        TimeLimits(-5, total=9),
        "5",
        (5, 5),
    ],
    ids=str,
)
def test_what_is_no_time_is_refused_by_name(timeout: Any) -> None:
    with pytest.raises(exceptions.ConfigurationError, match="timeout"):
        Options(timeout=timeout)
    caller = Blocking(lambda request: ok())
    with pytest.raises(exceptions.ConfigurationError, match="timeout"):
        caller.call(GET_INVOICES, {}, timeout=timeout)
    assert caller.sent == []


def test_limits_show_what_they_are() -> None:
    assert repr(TimeLimits(5, total=9)) == ("TimeLimits({'connect': 5, 'read': 5, 'write': 5, 'pool': 5}, total=9)")
    assert TimeLimits(5, total=9) != TimeLimits(5, total=8)
    assert pickle.loads(pickle.dumps(TimeLimits(5, total=9))) == TimeLimits(5, total=9)
    assert Options(timeout=3, retries=Retry()).retry_policy() == Retry()
