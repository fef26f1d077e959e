"""What the tests of sessions share: a clock that stands still, a scripted server, both kinds of session."""

from __future__ import annotations

import asyncio
import json
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

import httpx
from whmcs._runtime.clock import Clock
from whmcs._runtime.model import Model
from whmcs._runtime.operation import Operation, Paged, Param
from whmcs._runtime.options import Options
from whmcs._runtime.paging import Page
from whmcs._runtime.session import AsyncSession, Session

ADDRESS = "https://billing.example.com"
CREDENTIALS: Mapping[str, str | None] = {"identifier": "ident-canary-1", "secret": "secret-canary-2"}


class Invoice(Model):
    id: int | None = None
    note: str | None = None


class Invoices(Page):
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    invoices: list[Invoice] = []  # noqa: RUF012 - as generated models have it


class Order(Model):
    orderid: int | None = None


GET_INVOICES: Paged[Invoices, Invoice] = Paged(
    action="GetInvoices",
    group="Billing",
    effect="read",
    params=(Param("limitstart", "integer"), Param("limitnum", "integer"), Param("status", "text")),
    response=Invoices,
    records="invoices",
)
ADD_ORDER: Operation[Order] = Operation(
    action="AddOrder",
    group="Orders",
    effect="write",
    params=(Param("clientid", "integer", required=True), Param("password2", "text", sensitive=True)),
    response=Order,
)


class StillClock(Clock):
    """Passes only when someone sleeps; remembers how long."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.luck = 0.0
        self.slept: list[float] = []
        self.lock = threading.Lock()

    def now(self) -> float:
        return self.time

    def wall(self) -> float:
        return self.time

    def chance(self) -> float:
        return self.luck

    def sleep(self, seconds: float) -> None:
        with self.lock:
            if seconds > 0:
                self.slept.append(seconds)
                self.time += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)


Handler = Callable[[httpx.Request], httpx.Response]


class Blocking:
    """A blocking session over a handler, and what was sent to it."""

    kind = "blocking"

    def __init__(
        self,
        handler: Handler,
        address: str = ADDRESS,
        credentials: Mapping[str, str | None] = CREDENTIALS,
        **options: Any,
    ) -> None:
        self.sent: list[httpx.Request] = []
        self.clock = StillClock()
        client = httpx.Client(transport=httpx.MockTransport(self._recorded(handler)))
        self.session: Any = Session(address, credentials, Options(**options), client, clock=self.clock)

    def _recorded(self, handler: Handler) -> Handler:
        def record(request: httpx.Request) -> httpx.Response:
            self.sent.append(request)
            return handler(request)

        return record

    def call(self, *args: Any, **named: Any) -> Any:
        return self.session.call(*args, **named)

    def call_untyped(self, *args: Any, **named: Any) -> Any:
        return self.session.call_untyped(*args, **named)

    def iterate(self, *args: Any, **named: Any) -> Iterator[Any]:
        yield from self.session.iterate(*args, **named)

    def forms(self) -> list[dict[str, str]]:
        return [form_of(request.content) for request in self.sent]


class Asynchronous(Blocking):
    """The same over an asynchronous session, in a loop of its own."""

    kind = "asynchronous"

    def __init__(
        self,
        handler: Handler,
        address: str = ADDRESS,
        credentials: Mapping[str, str | None] = CREDENTIALS,
        **options: Any,
    ) -> None:
        self.sent = []
        self.clock = StillClock()
        client = httpx.AsyncClient(transport=httpx.MockTransport(self._recorded(handler)))
        self.session = AsyncSession(address, credentials, Options(**options), client, clock=self.clock)
        self.loop = asyncio.new_event_loop()
        weakref.finalize(self, self.loop.close)  # also where the caller is part of a circle

    def call(self, *args: Any, **named: Any) -> Any:
        return self.loop.run_until_complete(self.session.call(*args, **named))

    def call_untyped(self, *args: Any, **named: Any) -> Any:
        return self.loop.run_until_complete(self.session.call_untyped(*args, **named))

    def iterate(self, *args: Any, **named: Any) -> Iterator[Any]:
        records = self.session.iterate(*args, **named)
        end = object()
        try:
            while (record := self.loop.run_until_complete(_next(records, end))) is not end:
                yield record
        finally:
            self.loop.run_until_complete(records.aclose())


async def _next(records: Any, end: object) -> Any:
    return await anext(records, end)


BOTH = (Blocking, Asynchronous)


def form_of(body: bytes) -> dict[str, str]:
    """The form's variables; none may be given twice."""
    pairs = parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True)
    form = dict(pairs)
    assert len(form) == len(pairs)
    return form


def answer(data: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Handler:
    """A handler that always answers the same."""
    return lambda request: httpx.Response(status, json=data, headers=headers)


def script(*answers: httpx.Response | Exception) -> Handler:
    """A handler that answers one after the other."""
    waiting = iter(answers)

    def respond(request: httpx.Request) -> httpx.Response:
        each = next(waiting)
        if isinstance(each, Exception):
            raise each
        return httpx.Response(each.status_code, headers=each.headers, content=each.content)

    return respond


def ok(**fields: object) -> httpx.Response:
    return httpx.Response(200, json={"result": "success", **fields})


def failed(message: str, status: int = 200) -> httpx.Response:
    return httpx.Response(status, json={"result": "error", "message": message})


@contextmanager
def server(respond: Callable[[BaseHTTPRequestHandler, bytes], None]) -> Iterator[str]:
    """Address of a real HTTP server on this machine; ``respond`` gets the handler and the request's body."""

    class Responder(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            respond(self, self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, *_: object) -> None:
            pass

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Responder)
    listener.daemon_threads = True
    thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.server_port}"
    finally:
        listener.shutdown()
        listener.server_close()


def write(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    """A complete HTTP answer."""
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def write_json(handler: BaseHTTPRequestHandler, data: object, status: int = 200) -> None:
    write(handler, json.dumps(data).encode(), status)
