"""Closing a session while calls are under way: those end, and what has not been sent is not sent any more."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler
from typing import Any

import httpx
import pytest
from session_support import ADD_ORDER, CREDENTIALS, server, write_json
from whmcs import exceptions
from whmcs._runtime.options import Options
from whmcs._runtime.session import AsyncSession, Session
from whmcs._runtime.streams import Streams


def test_closing_ends_a_blocking_call_at_once() -> None:
    arrived, leave = threading.Event(), threading.Event()
    caught: list[BaseException] = []

    def wait(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        arrived.set()
        leave.wait(20)

    def call() -> None:
        try:
            session.call(ADD_ORDER, {"clientid": 1})
        except exceptions.WhmcsError as error:
            caught.append(error)

    with server(wait) as address:
        session = Session(address, CREDENTIALS, Options(timeout=20))
        thread = threading.Thread(target=call)
        thread.start()
        assert arrived.wait(10)
        began = time.monotonic()
        session.close()
        thread.join(10)
        assert time.monotonic() - began < 5
        leave.set()
    (error,) = caught
    assert isinstance(error, exceptions.ClosedError)
    assert error.may_have_been_sent


@pytest.mark.parametrize("kind", ["blocking", "asynchronous"])
def test_what_waits_for_its_connection_is_not_sent_after_the_end(kind: str) -> None:
    received: list[bytes] = []

    def note(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        received.append(body)
        write_json(handler, {"result": "success", "orderid": 1})

    def blocking(address: str) -> None:
        with httpx.Client(event_hooks={"request": [lambda request: session.close()]}) as client:
            session = Session(address, CREDENTIALS, http_client=client)
            session.call(ADD_ORDER, {"clientid": 1})

    async def asynchronous(address: str) -> None:
        async def close(request: httpx.Request) -> None:
            await session.aclose()

        async with httpx.AsyncClient(event_hooks={"request": [close]}) as client:
            session = AsyncSession(address, CREDENTIALS, http_client=client)
            await session.call(ADD_ORDER, {"clientid": 1})

    unsent = pytest.raises(exceptions.ClosedError, match="before the request was sent")
    with server(note) as address, unsent as caught:
        blocking(address) if kind == "blocking" else asyncio.run(asynchronous(address))
    assert not caught.value.may_have_been_sent
    assert received == []


def test_tls_is_shut_down_with_its_encryption_on() -> None:
    """Python's own ``shutdown`` of a TLS socket takes it off: what another thread writes then goes out as it is."""
    ours, theirs = socket.socketpair()
    context = ssl.create_default_context()
    context.check_hostname = False
    with theirs, context.wrap_socket(ours, do_handshake_on_connect=False) as secured:
        streams = Streams()
        stream = Stream(secured)
        streams.add(stream)
        streams.shut_down()
        assert theirs.recv(1) == b""
        assert secured._sslobj is not None  # type: ignore[attr-defined] # by which ``send`` encrypts


class Stream:
    """As much of a stream of httpcore as is looked at."""

    def __init__(self, plain: socket.socket) -> None:
        self._plain = plain

    def get_extra_info(self, info: str) -> Any:
        assert info == "socket"
        return self._plain
