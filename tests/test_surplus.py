"""Answers that are longer than their headers say: what is left of one is not read as the next, of another call."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from http.client import parse_headers
from http.server import BaseHTTPRequestHandler

import httpx
import pytest
from session_support import ADD_ORDER, CREDENTIALS, server
from whmcs._runtime.options import Options
from whmcs._runtime.session import AsyncSession, Session

OTHER = b'{"result":"success","orderid":999}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(OTHER)
SURPLUS = {"line end": b"\n", "warning": b"<br>Warning: x", "answer": HEAD + OTHER, "half an answer": HEAD + OTHER[:9]}
# No certificate is needed for these, only for what is tested here.
CIPHERS = "aNULL:@SECLEVEL=0"


def orders(address: str, kind: str, tls: ssl.SSLContext | None) -> tuple[list[int | None], int]:
    """The orders that three calls on one session got, and how many connections they took."""
    ports: set[object] = set()

    def note(response: httpx.Response) -> None:
        ports.add(response.headers.get("port"))

    async def note_async(response: httpx.Response) -> None:
        note(response)

    def blocking() -> list[int | None]:
        with httpx.Client(verify=tls or True, event_hooks={"response": [note]}) as client:
            session = Session(address, CREDENTIALS, Options(timeout=5), client)
            return [session.call(ADD_ORDER, {"clientid": 1}).orderid for _ in range(3)]

    async def asynchronous() -> list[int | None]:
        async with httpx.AsyncClient(verify=tls or True, event_hooks={"response": [note_async]}) as client:
            session = AsyncSession(address, CREDENTIALS, Options(timeout=5), client)
            return [(await session.call(ADD_ORDER, {"clientid": 1})).orderid for _ in range(3)]

    found = blocking() if kind == "blocking" else asyncio.run(asynchronous())
    return found, len(ports)


def numbered(surplus: bytes, chunked: bool = False) -> Callable[[BaseHTTPRequestHandler, bytes], None]:
    """Answers with the number of the request, each followed by the surplus, all in one write."""
    count = 0

    def respond(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        nonlocal count
        count += 1
        content = json.dumps({"result": "success", "orderid": count}).encode()
        framing = b"Content-Length: %d" % len(content)
        if chunked:
            framing, content = b"Transfer-Encoding: chunked", b"%x\r\n%s\r\n0\r\n\r\n" % (len(content), content)
        head = b"HTTP/1.1 200 OK\r\nPort: %d\r\n%s\r\n\r\n" % (handler.client_address[1], framing)
        handler.wfile.write(head + content + surplus)

    return respond


kinds = pytest.mark.parametrize("kind", ["blocking", "asynchronous"])


@kinds
@pytest.mark.parametrize("chunked", [False, True], ids=["length", "chunks"])
@pytest.mark.parametrize("surplus", SURPLUS.values(), ids=SURPLUS)
def test_what_follows_an_answer_is_not_the_next_one(kind: str, surplus: bytes, chunked: bool) -> None:
    with server(numbered(surplus, chunked)) as address:
        assert orders(address, kind, None) == ([1, 2, 3], 3)


@kinds
@pytest.mark.parametrize("chunked", [False, True], ids=["length", "chunks"])
def test_a_connection_with_nothing_left_is_kept(kind: str, chunked: bool) -> None:
    with server(numbered(b"", chunked)) as address:
        assert orders(address, kind, None) == ([1, 2, 3], 1)


@kinds
def test_an_answer_that_comes_byte_by_byte_is_whole(kind: str) -> None:
    def respond(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        content = b'{"result":"success","orderid":7}'
        head = b"HTTP/1.1 200 OK\r\nPort: 1\r\nContent-Length: %d\r\n\r\n" % len(content)
        for byte in b"HTTP/1.1 103 Early Hints\r\n\r\n" + head + content:
            handler.wfile.write(bytes([byte]))

    with server(respond) as address:
        assert orders(address, kind, None)[0] == [7, 7, 7]


def without_certificate(purpose: int) -> ssl.SSLContext:
    context = ssl.SSLContext(purpose)
    if purpose == ssl.PROTOCOL_TLS_CLIENT:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.set_ciphers(CIPHERS)
    except ssl.SSLError:
        pytest.skip("this OpenSSL needs a certificate")
    return context


@kinds
@pytest.mark.skipif(not hasattr(socket, "TCP_CORK"), reason="this system cannot send two records at once")
def test_nor_is_it_where_tls_has_read_ahead(kind: str) -> None:
    serving, trusting = without_certificate(ssl.PROTOCOL_TLS_SERVER), without_certificate(ssl.PROTOCOL_TLS_CLIENT)
    numbers = iter(range(1, 4))

    def answer(plain: socket.socket, port: int) -> None:
        with serving.wrap_socket(plain, server_side=True) as connection, suppress(OSError):
            reading = connection.makefile("rb")
            while reading.readline():
                reading.read(int(parse_headers(reading)["Content-Length"]))
                content = b'{"result":"success","orderid":%d}' % next(numbers)
                head = b"HTTP/1.1 200 OK\r\nPort: %d\r\nContent-Length: %d\r\n\r\n" % (port, len(content))
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 1)
                connection.sendall(head + content)
                connection.sendall(HEAD + OTHER)
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 0)

    def accept() -> None:
        with suppress(OSError):
            while True:
                plain, (_, port) = listener.accept()
                threading.Thread(target=answer, args=(plain, port), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=accept, daemon=True).start()
        address = f"https://127.0.0.1:{listener.getsockname()[1]}"
        assert orders(address, kind, trusting) == ([1, 2, 3], 3)
