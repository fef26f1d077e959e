"""What a proxy does before there is a connection to the server: nothing of the form has left then."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import httpcore
import httpx
import pytest
from session_support import ADD_ORDER, ADDRESS, CREDENTIALS
from whmcs import exceptions
from whmcs._runtime.options import Options, TimeLimits
from whmcs._runtime.session import AsyncSession, Session

ACCEPTED = b"HTTP/1.1 200 Connection established\r\n\r\n"
Proxy = tuple[int, list[bytes]]


@contextmanager
def proxy(answer: Callable[[socket.socket], object]) -> Iterator[Proxy]:
    """The port of a proxy that does so once it is asked for something, and what it was sent."""
    got: list[bytes] = []

    def serve(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            got.append(connection.recv(65536))
            answer(connection)

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=serve, args=(connection,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=accept, daemon=True).start()
        yield listener.getsockname()[1], got


def call_blocking(port: int, address: str = ADDRESS, **options: Any) -> Any:
    with httpx.Client(proxy=f"http://127.0.0.1:{port}") as client:
        session = Session(address, CREDENTIALS, Options(retries=0, **options), client)
        return session.call(ADD_ORDER, {"clientid": 1})


def call_asynchronous(port: int, address: str = ADDRESS, **options: Any) -> Any:
    async def run() -> Any:
        async with httpx.AsyncClient(proxy=f"http://127.0.0.1:{port}") as client:
            session = AsyncSession(address, CREDENTIALS, Options(retries=0, **options), client)
            return await session.call(ADD_ORDER, {"clientid": 1})

    return asyncio.run(run())


def close(_: socket.socket) -> None:
    pass


def wait(_: socket.socket) -> None:
    time.sleep(2)


def says(content: bytes, then: Callable[[socket.socket], object] = close) -> Callable[[socket.socket], object]:
    def say(connection: socket.socket) -> None:
        connection.sendall(content)
        then(connection)

    return say


def drip(connection: socket.socket) -> None:
    for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 100:
        time.sleep(0.05)
        connection.sendall(bytes([byte]))


both = pytest.mark.parametrize("call", [call_blocking, call_asynchronous])
CASES: dict[str, tuple[Callable[[socket.socket], object], type[Exception]]] = {
    "closes": (close, exceptions.ConnectionFailedError),
    "is no HTTP": (says(b"SSH-2.0\r\n"), exceptions.ConnectionFailedError),
    "breaks off": (says(b"HTTP/1.1 200 OK\r\nX-"), exceptions.ConnectionFailedError),
    "refuses": (says(b"HTTP/1.1 502 Bad\r\nContent-Length: 0\r\n\r\n"), exceptions.ConnectionFailedError),
    "accepts and closes": (says(ACCEPTED), exceptions.ConnectionFailedError),
    "is silent": (wait, exceptions.ConnectTimeoutError),
    "drips": (drip, exceptions.ConnectTimeoutError),
    "accepts and is silent": (says(ACCEPTED, wait), exceptions.ConnectTimeoutError),
}


@both
@pytest.mark.parametrize("case", CASES)
def test_where_a_proxy_gives_no_connection_nothing_was_sent(call: Any, case: str) -> None:
    answer, kind = CASES[case]
    with proxy(answer) as (port, got), pytest.raises(kind) as caught:
        call(port, timeout=TimeLimits(0.5, total=0.7))
    assert isinstance(caught.value, exceptions.TransportError)
    assert not caught.value.may_have_been_sent
    assert "may have been carried out" not in str(caught.value)
    assert [each.partition(b" ")[0] for each in got] == [b"CONNECT"]


@both
@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (close, exceptions.ConnectionLostError),
        (says(b"SSH-2.0\r\n"), exceptions.ConnectionLostError),
        (wait, exceptions.ReadTimeoutError),
    ],
    ids=["closes", "is no HTTP", "is silent"],
)
def test_a_proxy_that_is_given_the_form_may_have_passed_it_on(call: Any, answer: Any, kind: Any) -> None:
    with proxy(answer) as (port, got), pytest.raises(kind) as caught:
        call(port, "http://billing.example.com", allow_http=True, timeout=0.3)
    assert caught.value.may_have_been_sent
    assert got[0].startswith(b"POST http://billing.example.com/")


def through_a_tunnel(parts: list[bytes]) -> None:
    """A blocking call through a proxy and a TLS connection that say so."""
    transport = httpx.HTTPTransport()
    transport._pool = httpcore.HTTPProxy("http://proxy.example", network_backend=httpcore.MockBackend(parts))
    with httpx.Client(transport=transport) as client:
        Session(ADDRESS, CREDENTIALS, http_client=client).call(ADD_ORDER, {"clientid": 1})


def through_a_tunnel_asynchronous(parts: list[bytes]) -> None:
    async def run() -> None:
        transport, backend = httpx.AsyncHTTPTransport(), httpcore.AsyncMockBackend(parts)
        transport._pool = httpcore.AsyncHTTPProxy("http://proxy.example", network_backend=backend)
        async with httpx.AsyncClient(transport=transport) as client:
            await AsyncSession(ADDRESS, CREDENTIALS, http_client=client).call(ADD_ORDER, {"clientid": 1})

    asyncio.run(run())


@pytest.mark.parametrize("call", [through_a_tunnel, through_a_tunnel_asynchronous])
@pytest.mark.parametrize(
    "rest", [b"", b"HTTP/1.1 200 OK\r\nX-", b"SSH-2.0\r\n"], ids=["closes", "breaks off", "is no HTTP"]
)
def test_so_may_a_server_behind_a_tunnel(call: Any, rest: bytes) -> None:
    with pytest.raises(exceptions.ConnectionLostError) as caught:
        call([ACCEPTED, rest])
    assert caught.value.may_have_been_sent
