"""Sessions over their life: opening, closing, sharing, forking, and HTTP clients that users hand in."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
import threading
import warnings
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import httpx
import pytest
from session_support import (
    ADD_ORDER,
    ADDRESS,
    BOTH,
    CREDENTIALS,
    GET_INVOICES,
    Asynchronous,
    Blocking,
    answer,
    ok,
    server,
    write_json,
)
from whmcs import exceptions
from whmcs._runtime.operation import Operation
from whmcs._runtime.options import Options
from whmcs._runtime.session import AsyncSession, Session

both = pytest.mark.parametrize("kind", BOTH, ids=lambda kind: kind.kind)

SUCCESS = answer({"result": "success"})


def serve(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    write_json(handler, {"result": "success", "orderid": handler.client_address[1]})


def test_a_closed_session_says_so() -> None:
    session = Session(ADDRESS, CREDENTIALS)
    session.close()
    session.close()
    for use in (
        lambda: session.call(GET_INVOICES, {}),
        lambda: session.call_untyped("X"),
        lambda: next(session.iterate(GET_INVOICES, {})),
    ):
        with pytest.raises(exceptions.ClosedError, match="has been closed"):
            use()


def test_a_closed_asynchronous_session_says_so() -> None:
    async def run() -> None:
        async with AsyncSession(ADDRESS, CREDENTIALS) as session:
            pass
        await session.aclose()
        await session.call(GET_INVOICES, {})

    with pytest.raises(exceptions.ClosedError, match="has been closed"):
        asyncio.run(run())


@pytest.mark.parametrize("operation", [ADD_ORDER, GET_INVOICES], ids=lambda operation: operation.effect)
def test_closing_during_a_call_is_told(operation: Operation[Any]) -> None:
    arrived, leave = threading.Event(), threading.Event()

    def wait(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        arrived.set()
        leave.wait(5)
        handler.close_connection = True
        handler.connection.shutdown(socket.SHUT_RDWR)

    caught: list[BaseException] = []
    with server(wait) as address:
        session = Session(address, CREDENTIALS, Options(timeout=5))

        def call() -> None:
            try:
                session.call(operation, {"clientid": 1} if operation is ADD_ORDER else {})
            except exceptions.WhmcsError as error:
                caught.append(error)

        thread = threading.Thread(target=call)
        thread.start()
        arrived.wait(5)
        session.close()
        leave.set()
        thread.join(10)
    (error,) = caught
    assert isinstance(error, exceptions.ClosedError)
    assert "closed while the call was under way" in str(error)
    assert error.may_have_been_sent


def test_closing_during_an_asynchronous_call_is_told() -> None:
    async def run(address: str) -> None:
        session = AsyncSession(address, CREDENTIALS, Options(timeout=5))
        task = asyncio.create_task(session.call(ADD_ORDER, {"clientid": 1}))
        while not arrived.is_set():
            await asyncio.sleep(0.01)
        await session.aclose()
        await task

    arrived, leave = threading.Event(), threading.Event()

    def wait(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        arrived.set()
        leave.wait(5)
        handler.close_connection = True

    with server(wait) as address:
        with pytest.raises(exceptions.ClosedError, match="while the call was under way") as caught:
            asyncio.run(run(address))
        leave.set()
    assert caught.value.may_have_been_sent


def test_our_own_connections_are_closed() -> None:
    with server(serve) as address:
        with Session(address, CREDENTIALS) as session:
            session.call(ADD_ORDER, {"clientid": 1})
            client = session._line().client
        assert client.is_closed


def test_a_handed_in_client_stays_open() -> None:
    with httpx.Client(transport=httpx.MockTransport(SUCCESS)) as client:
        with Session(ADDRESS, CREDENTIALS, http_client=client) as session:
            session.call(GET_INVOICES, {})
        assert not client.is_closed


@both
def test_a_handed_in_client_that_is_closed_is_told_of(kind: type[Blocking]) -> None:
    caller = kind(SUCCESS)
    client = caller.session._http_client
    if isinstance(caller, Asynchronous):
        caller.loop.run_until_complete(client.aclose())
    else:
        client.close()
    with pytest.raises(exceptions.ClosedError, match="HTTP client has been closed") as caught:
        caller.call(ADD_ORDER, {"clientid": 5})
    assert not caught.value.may_have_been_sent


def test_the_client_has_to_be_of_the_right_kind() -> None:
    with pytest.raises(exceptions.ConfigurationError, match=r"not an httpx\.Client"):
        Session(ADDRESS, CREDENTIALS, http_client=httpx.AsyncClient())  # type: ignore[arg-type]
    with pytest.raises(exceptions.ConfigurationError, match=r"not an httpx\.AsyncClient"):
        AsyncSession(ADDRESS, CREDENTIALS, http_client=httpx.Client())  # type: ignore[arg-type]


def sent_by(**settings: Any) -> httpx.Request:
    """The request of a session over a client with these settings."""
    sent: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return ok()

    with httpx.Client(transport=httpx.MockTransport(respond), **settings) as client:
        Session(ADDRESS, CREDENTIALS, http_client=client).call(GET_INVOICES, {})
    (request,) = sent
    return request


def test_a_handed_in_client_does_not_change_what_is_sent() -> None:
    request = sent_by(
        base_url="https://evil.example/x/",
        params={"a": "b"},
        cookies={"session": "x"},
        timeout=None,
        follow_redirects=True,
        headers={"content-type": "text/plain", "content-length": "3", "accept": "text/html", "x-mine": "1"},
    )
    assert (request.method, str(request.url)) == ("POST", f"{ADDRESS}/includes/api.php")
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert request.headers["content-length"] == str(len(request.content))
    assert request.headers["x-mine"] == "1"
    assert "cookie" not in request.headers
    assert request.extensions["timeout"]["connect"] == 10.0


def test_basic_auth_of_a_handed_in_client_is_used() -> None:
    assert sent_by(auth=("u", "p")).headers["authorization"] == "Basic dTpw"


@both
def test_an_auth_is_not_let_send_twice(kind: type[Blocking]) -> None:
    caller = kind(lambda request: httpx.Response(401, headers={"www-authenticate": 'Digest realm="x", nonce="y"'}))
    caller.session._http_client.auth = httpx.DigestAuth("u", "p")
    with pytest.raises(exceptions.ResponseError):
        caller.call(ADD_ORDER, {"clientid": 5})
    assert len(caller.sent) == 1


class Swap(httpx.Auth):
    def auth_flow(self, request: httpx.Request) -> Any:
        yield httpx.Request("GET", f"{request.url}?{request.content.decode()}")


class Turn(httpx.Auth):
    def auth_flow(self, request: httpx.Request) -> Any:
        request.url = request.url.copy_with(query=request.content)
        yield request


@both
@pytest.mark.parametrize("auth", [Swap(), Turn()], ids=lambda auth: type(auth).__name__)
def test_an_auth_cannot_move_the_form_into_the_address(kind: type[Blocking], auth: httpx.Auth) -> None:
    caller = kind(SUCCESS)
    caller.session._http_client.auth = auth
    with pytest.raises(exceptions.ConfigurationError, match="auth of the http_client"):
        caller.call(ADD_ORDER, {"clientid": 5})
    assert caller.sent == []


@pytest.mark.parametrize("name", ["url", "method"])
def test_nor_can_an_event_hook(name: str) -> None:
    def hook(request: httpx.Request) -> None:
        setattr(request, name, "GET" if name == "method" else httpx.URL(ADDRESS, params={"a": "b"}))

    with pytest.raises(exceptions.ConfigurationError, match=f"sets the {name}"):
        sent_by(event_hooks={"request": [hook]})


def test_the_user_agent_is_ours_or_what_the_user_says() -> None:
    agents: list[str] = []

    def respond(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        agents.append(handler.headers["User-Agent"])
        serve(handler, body)

    with server(respond) as address:
        for options, client in (
            (Options(), None),
            (Options(user_agent="mine/1"), None),
            (Options(), httpx.Client(headers={"user-agent": "theirs/1"})),
            (Options(user_agent="mine/1"), httpx.Client(headers={"user-agent": "theirs/1"})),
        ):
            with Session(address, CREDENTIALS, options, client) as session:
                session.call(GET_INVOICES, {})
            if client is not None:
                client.close()
    assert agents == ["whmcs-python", "mine/1", "theirs/1", "mine/1"]


def test_connections_are_reused() -> None:
    with server(serve) as address, Session(address, CREDENTIALS) as session:
        ports = {session.call(ADD_ORDER, {"clientid": 1}).orderid for _ in range(5)}
    assert len(ports) == 1


def test_threads_share_a_session() -> None:
    ids: list[int] = []
    with server(serve) as address, Session(address, CREDENTIALS, Options(concurrency=3)) as session:

        def work() -> None:
            ids.extend(session.call(ADD_ORDER, {"clientid": 1}).orderid or 0 for _ in range(10))

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        assert len(ids) == 80
        assert len(set(ids)) <= 3
        assert len(session._lines) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_forked_child_has_connections_of_its_own() -> None:
    with server(serve) as address, Session(address, CREDENTIALS) as session:
        port = session.call(ADD_ORDER, {"clientid": 1}).orderid
        reader, writer = os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the test's server runs in a thread
            child = os.fork()
        if child == 0:
            try:
                os.write(writer, str(session.call(ADD_ORDER, {"clientid": 1}).orderid).encode())
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            assert int(pipe.read()) != port
        assert session.call(ADD_ORDER, {"clientid": 1}).orderid == port


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize("is_used", [True, False])
def test_a_forked_child_does_not_share_the_connections_of_a_handed_in_client(is_used: bool) -> None:
    with server(serve) as address, httpx.Client() as client:
        session = Session(address, CREDENTIALS, http_client=client)
        if is_used:
            session.call(ADD_ORDER, {"clientid": 1})
        reader, writer = os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the test's server runs in a thread
            child = os.fork()
        if child == 0:
            try:
                session.call(ADD_ORDER, {"clientid": 1})
                os.write(writer, b"called")
            except exceptions.ConfigurationError as error:
                os.write(writer, str(error).encode())
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            assert pipe.read().startswith("the http_client belongs to the process" if is_used else "called")


@pytest.fixture
def unclosed() -> Iterator[None]:
    """For tests that leave connections behind in loops that have ended."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield
        gc.collect()


@pytest.mark.usefixtures("unclosed")
def test_each_event_loop_has_connections_of_its_own() -> None:
    with server(serve) as address:
        session = AsyncSession(address, CREDENTIALS, Options(concurrency=1, timeout=5))

        async def run() -> set[int | None]:
            orders = await asyncio.gather(*(session.call(ADD_ORDER, {"clientid": 1}) for _ in range(5)))
            return {order.orderid for order in orders}

        first, second = asyncio.run(run()), asyncio.run(run())
        assert len(first) == len(second) == 1
        assert first != second
        assert len(session._lines) == 1

        async def close() -> None:
            await run()
            await session.aclose()

        asyncio.run(close())


@pytest.mark.usefixtures("unclosed")
def test_two_loops_at_once_do_not_hang() -> None:
    with server(serve) as address:
        session = AsyncSession(address, CREDENTIALS, Options(concurrency=1, timeout=5))
        done: list[int] = []

        async def run() -> None:
            for _ in range(10):
                await session.call(ADD_ORDER, {"clientid": 1})
            done.append(1)

        threads = [threading.Thread(target=lambda: asyncio.run(run())) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        assert done == [1, 1]


def test_a_handed_in_client_belongs_to_one_loop() -> None:
    client = httpx.AsyncClient(transport=httpx.MockTransport(SUCCESS))
    session = AsyncSession(ADDRESS, CREDENTIALS, http_client=client)

    async def run() -> None:
        await session.call(GET_INVOICES, {})

    asyncio.run(run())
    with pytest.raises(exceptions.ConfigurationError, match="another event loop"):
        asyncio.run(run())


def test_without_asyncio_there_is_a_clear_error() -> None:
    session = AsyncSession(ADDRESS, CREDENTIALS)
    with pytest.raises(exceptions.ConfigurationError, match="needs asyncio"):
        session.call(GET_INVOICES, {}).send(None)


def test_a_cancelled_call_frees_its_place() -> None:
    async def run() -> None:
        gate = asyncio.Event()

        async def respond(request: httpx.Request) -> httpx.Response:
            await gate.wait()
            return ok()

        client = httpx.AsyncClient(transport=httpx.MockTransport(respond))
        session = AsyncSession(ADDRESS, CREDENTIALS, Options(concurrency=1), client)
        stuck = asyncio.create_task(session.call(GET_INVOICES, {}))
        await asyncio.sleep(0)
        stuck.cancel()
        with pytest.raises(asyncio.CancelledError):
            await stuck
        gate.set()
        await asyncio.wait_for(session.call(GET_INVOICES, {}), 5)

    asyncio.run(run())
