"""Canaries: no secret in an error, a log, a traceback with locals, a warning, an event, a pickle, an address."""

from __future__ import annotations

import asyncio
import copy
import hashlib
import logging
import pickle
import socket
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import quote_plus

import httpx
import pytest
from session_support import ADDRESS, Order, form_of, server, write, write_json
from whmcs import exceptions
from whmcs._runtime.credentials import from_environment
from whmcs._runtime.hooks import CallEvent
from whmcs._runtime.model import Model
from whmcs._runtime.operation import Operation, Param
from whmcs._runtime.options import Options
from whmcs._runtime.secret import hide
from whmcs._runtime.session import AsyncSession, Session

CANARY = "cAnArY<&'/é"
CREDENTIALS = {"identifier": f"{CANARY}-1", "secret": f'{CANARY}"-2', "accesskey": f"{CANARY}-3"}
LEGACY = {"username": f"{CANARY}-4", "password": f"{CANARY}-5"}
MD5 = hashlib.md5(LEGACY["password"].encode()).hexdigest()

# What would give a canary away, whichever way it is written.
TRACES = ("canary", b"canary".hex(), MD5)


class Login(Model):
    userid: int | None = None
    passwordhash: str | None = None


OPERATION: Operation[Login] = Operation(
    action="ValidateLogin",
    group="",
    effect="read",
    params=(Param("email", "text"), Param("password2", "text", sensitive=True), Param("when", "date")),
    response=Login,
)


def leaks(text: str) -> bool:
    return any(trace in text.lower() for trace in TRACES)


class Watch(logging.Handler):
    """Collects all that could be seen of a call."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen += [record.name, record.getMessage(), repr(record.args), repr(record.__dict__)]
        if record.exc_info and record.exc_info[1]:
            self.error(record.exc_info[1])

    def event(self, event: CallEvent) -> None:
        self.seen.append(repr(event))

    def error(self, error: BaseException) -> None:
        """All that a crash reporter would send, less the frames of this file, which know the canaries."""
        chain: list[BaseException | None] = [error]
        while chain:
            each = chain.pop()
            if each is None:
                continue
            chain += [each.__cause__, each.__context__]
            self.seen += [str(each), repr(each), repr(each.args), repr(vars(each))]
            for frame in traceback.TracebackException.from_exception(each, capture_locals=True).stack:
                if frame.filename != __file__:
                    self.seen.append(f"{frame.filename}:{frame.lineno} {frame.locals}")
        if isinstance(error, exceptions.WhmcsError):
            for twin in (pickle.dumps(error), repr(pickle.loads(pickle.dumps(error)).__dict__).encode()):
                self.seen += [twin.decode("latin-1"), twin.decode("utf-8", "replace")]
            self.seen += [repr(vars(copy.copy(error))), str(copy.deepcopy(error))]


@pytest.fixture
def watch() -> Iterator[Watch]:
    watch = Watch()
    root = logging.getLogger()
    level = root.level
    root.addHandler(watch)
    root.setLevel(logging.DEBUG)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield watch
    root.removeHandler(watch)
    root.setLevel(level)
    watch.seen += [str(each.message) for each in caught]
    assert not [text for text in watch.seen if leaks(text)]


Respond = Callable[[BaseHTTPRequestHandler, bytes], None]


def echo(body: bytes) -> str:
    return " ".join(f"{name}={value}" for name, value in form_of(body).items())


def success(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    assert leaks(echo(body))  # or nothing here proves anything
    write_json(handler, {"result": "success", "userid": 7, "passwordhash": CANARY, "echo": echo(body)})


def who(body: bytes) -> str:
    form = form_of(body)
    return form.get("identifier") or form["username"]


def hang_up(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


def break_off(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + body)
    hang_up(handler, body)


def no_http(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    handler.wfile.write(body + b"\r\n\r\n")
    hang_up(handler, body)


def html(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    page = "<pre>" + "\n".join(f"{name} => {value}" for name, value in form_of(body).items()) + body.decode()
    write(handler, page.encode(), 500)


DENIED = 'Invalid Permissions: API action "{}" is not allowed'
RESPONSES: dict[str, tuple[Respond, str]] = {
    "error": (lambda h, b: write_json(h, {"result": "error", "message": f"No: {echo(b)}"}), "ApiError"),
    "denied": (
        lambda h, b: write_json(h, {"result": "error", "message": DENIED.format(who(b))}, 403),
        "PermissionDeniedError",
    ),
    "html": (html, "ResponseError"),
    "unavailable": (lambda h, b: write(h, echo(b).encode(), 503, Retry_After="0"), "ServerUnavailableError"),
    "redirect": (
        lambda h, b: write(h, b"", 302, Location="https://x.example/" + quote_plus(who(b)).lower() + "?" + b.decode()),
        "ResponseError",
    ),
    "echo in a header": (lambda h, b: write(h, b"", 500, X_Echo=b.decode(), Set_Cookie=echo(b)), "ResponseError"),
    "reason": (
        lambda h, b: h.wfile.write(b"HTTP/1.1 403 No " + b + b"\r\nContent-Length: 0\r\n\r\n"),
        "ResponseError",
    ),
    "bad redirect": (lambda h, b: write(h, b"", 302, Location="https://x:" + b.decode()), "ResponseError"),
    "truncated": (lambda h, b: write(h, f'{{"result":"success","passwordhash":"{CANARY}'.encode()), "ResponseError"),
    "unreadable": (
        lambda h, b: write_json(h, {"result": "success", "userid": who(b), "passwordhash": [CANARY]}),
        "UnreadableValueError",
    ),
    "hang up": (hang_up, "ConnectionLostError"),
    "break off": (break_off, "ConnectionLostError"),
    "no http": (no_http, "ConnectionLostError"),
    "bad gzip": (lambda h, b: write(h, b, 200, Content_Encoding="gzip"), "ResponseError"),
    "silence": (lambda h, b: None, "ReadTimeoutError"),
}

ARGUMENTS: dict[str, Any] = {"email": "a@b.example", "password2": hide(f"{CANARY}-6")}
EXTRA = {"cardnum": f"{CANARY}-7", "nested": {"secret": f"{CANARY}-8"}}


def blocking(address: str, credentials: dict[str, str], watch: Watch, **options: Any) -> Any:
    with Session(address, credentials, Options(hook=watch.event, timeout=0.3, retries=0, **options)) as session:
        watch.seen += [repr(session), str(session), repr(vars(session)), repr(vars(session._setup))]
        return session.call(OPERATION, ARGUMENTS, EXTRA)


def asynchronous(address: str, credentials: dict[str, str], watch: Watch, **options: Any) -> Any:
    async def run() -> Any:
        settings = Options(hook=watch.event, timeout=0.3, retries=0, **options)
        async with AsyncSession(address, credentials, settings) as session:
            watch.seen += [repr(session), str(session), repr(vars(session)), repr(vars(session._setup))]
            return await session.call(OPERATION, ARGUMENTS, EXTRA)

    return asyncio.run(run(), debug=True)


both = pytest.mark.parametrize("call", [blocking, asynchronous], ids=lambda call: call.__name__)


@pytest.mark.filterwarnings("ignore")
@both
@pytest.mark.parametrize("credentials", [CREDENTIALS, LEGACY], ids=["api", "legacy"])
@pytest.mark.parametrize("case", RESPONSES)
def test_a_failure_shows_no_secret(call: Any, case: str, credentials: dict[str, str], watch: Watch) -> None:
    respond, expected = RESPONSES[case]
    with server(respond) as address, pytest.raises(exceptions.WhmcsError) as caught:
        call(address, credentials, watch, strict=True, legacy_login=True)
    assert type(caught.value).__name__ == expected
    watch.error(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    assert not [frame for frame in caught.traceback if "site-packages" in str(frame.path)]


@both
@pytest.mark.parametrize("credentials", [CREDENTIALS, LEGACY], ids=["api", "legacy"])
def test_a_success_shows_no_secret(call: Any, credentials: dict[str, str], watch: Watch) -> None:
    paths: list[str] = []

    def respond(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        paths.append(handler.path)
        success(handler, body)

    with server(respond) as address:
        assert call(address, credentials, watch, legacy_login=True).userid == 7
    assert paths == ["/includes/api.php"]


@both
def test_no_connection_shows_no_secret(call: Any, watch: Watch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        for address in (f"http://127.0.0.1:{port}", f"https://127.0.0.1:{port}", "https://nowhere.localhost:1"):
            with pytest.raises(exceptions.TransportError) as caught:
                call(address, CREDENTIALS, watch)
            watch.error(caught.value)


@both
def test_arguments_that_are_refused_show_no_secret(call: Any, watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in (
        {"password2": hide(object())},
        {"password2": hide(f"{CANARY}\ud800")},
        {"password2": hide([f"{CANARY}-6"])},
        {"when": 5},
    ):
        monkeypatch.setitem(globals(), "ARGUMENTS", {**ARGUMENTS, **wrong})
        with pytest.raises(exceptions.ParameterError) as caught:
            call(ADDRESS, CREDENTIALS, watch)
        watch.error(caught.value)
    monkeypatch.setitem(globals(), "ARGUMENTS", {})
    for extra in ({"secret": CANARY, "x": object()}, {"cvv": f"{CANARY}\ud800"}, {"cvv": {"x": {1.5: CANARY}}}):
        monkeypatch.setitem(globals(), "EXTRA", extra)
        with pytest.raises(exceptions.ParameterError) as caught:
            call(ADDRESS, CREDENTIALS, watch)
        watch.error(caught.value)


@pytest.mark.parametrize("kind", [Session, AsyncSession])
@pytest.mark.parametrize(
    ("address", "credentials"),
    [
        (f"https://user:{quote_plus(CANARY)}@host.example", CREDENTIALS),
        ("https://canary:can/ary@host.example", CREDENTIALS),
        ("https://host.example/?secret=canary", CREDENTIALS),
        ("http://host.example", CREDENTIALS),
        (ADDRESS, {"identifier": CANARY}),
        (ADDRESS, {**CREDENTIALS, "username": CANARY}),
        (ADDRESS, {**CREDENTIALS, "secret": f"{CANARY}\n"}),
        (ADDRESS, LEGACY),
    ],
)
def test_a_setup_that_is_refused_shows_no_secret(kind: Any, address: str, credentials: Any, watch: Watch) -> None:
    with pytest.raises(exceptions.ConfigurationError) as caught:
        kind(address, credentials)
    watch.error(caught.value)


def test_the_environment_shows_no_secret(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHMCS_IDENTIFIER", CREDENTIALS["identifier"])
    monkeypatch.setenv("WHMCS_URL", ADDRESS)
    monkeypatch.delenv("WHMCS_SECRET", raising=False)
    with pytest.raises(exceptions.ConfigurationError, match="WHMCS_SECRET") as caught:
        from_environment()
    watch.error(caught.value)
    monkeypatch.setenv("WHMCS_SECRET", CREDENTIALS["secret"])
    watch.seen.append(repr(from_environment()))


class Interrupted(BaseException):
    """As KeyboardInterrupt, which would end the test run."""


@pytest.mark.parametrize("where", ["request", "response"])
@pytest.mark.parametrize("error", [Interrupted(), RuntimeError("mine")], ids=repr)
@both
def test_what_interrupts_a_call_gets_through_and_shows_no_secret(
    call: Any, where: str, error: BaseException, watch: Watch
) -> None:
    def interrupt(_: object) -> None:
        raise error

    async def interrupt_async(_: object) -> None:
        raise error

    with ExitStack() as stack:
        address = stack.enter_context(server(success))
        with pytest.raises(type(error)) as caught:
            if call is blocking:
                client = stack.enter_context(httpx.Client(event_hooks={where: [interrupt]}))
                Session(address, CREDENTIALS, http_client=client).call(OPERATION, ARGUMENTS, EXTRA)
            else:
                http = httpx.AsyncClient(event_hooks={where: [interrupt_async]})
                asyncio.run(AsyncSession(address, CREDENTIALS, http_client=http).call(OPERATION, ARGUMENTS, EXTRA))
    assert caught.value is error
    watch.error(error)


def test_an_interrupt_in_the_middle_of_sending_shows_no_secret(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    """The deepest frames hold the form in the open."""
    from httpcore._backends.sync import SyncStream

    def interrupt(self: object, buffer: bytes, timeout: float | None = None) -> None:
        if b"identifier" in buffer:
            raise Interrupted

    monkeypatch.setattr(SyncStream, "write", interrupt)
    with server(success) as address, pytest.raises(Interrupted) as caught:
        blocking(address, CREDENTIALS, watch)
    assert "http11" in "".join(traceback.format_exception(caught.value))  # the lines are there, the variables are not
    watch.error(caught.value)


def test_a_cancelled_call_shows_no_secret(watch: Watch) -> None:
    async def run() -> None:
        async with AsyncSession(address, CREDENTIALS) as session:
            async with asyncio.timeout(0.1):
                await session.call(OPERATION, ARGUMENTS, EXTRA)

    with server(lambda handler, body: None) as address, pytest.raises(TimeoutError) as caught:
        asyncio.run(run())
    watch.error(caught.value)


def test_a_raising_hook_of_httpx_shows_no_secret(watch: Watch) -> None:
    def check(response: httpx.Response) -> None:
        response.raise_for_status()

    for respond in (html, lambda h, b: write_json(h, {"result": "error", "message": echo(b)}, 403)):
        with server(respond) as address, httpx.Client(event_hooks={"response": [check]}) as client:
            with pytest.raises(exceptions.WhmcsError) as caught:
                Session(address, CREDENTIALS, http_client=client).call(OPERATION, ARGUMENTS, EXTRA)
            watch.error(caught.value)


def test_an_unknown_action_shows_no_secret(watch: Watch) -> None:
    with server(RESPONSES["error"][0]) as address, Session(address, CREDENTIALS) as session:
        with pytest.raises(exceptions.ApiError) as caught:
            session.call_untyped("X", {"anything": CANARY})
        assert "anything=" in str(caught.value)
        caught.value.__traceback__ = None
    del caught


def test_the_untouched_answer_is_had_on_demand() -> None:
    with server(html) as address, pytest.raises(exceptions.ResponseError) as caught:
        blocking(address, CREDENTIALS, Watch())
    body = caught.value.body()
    assert body is not None
    assert CREDENTIALS["secret"] in body


def test_order_is_here_for_completeness() -> None:
    assert Order().orderid is None


def test_a_line_of_the_log_without_secrets_keeps_its_parts(caplog: pytest.LogCaptureFixture) -> None:
    """Filters and formatters of others look into them."""
    listened = caplog.at_level(logging.INFO, logger="httpx")
    with server(success) as address, Session(address, CREDENTIALS) as session, listened:
        session.call(OPERATION, ARGUMENTS, EXTRA)
    (line,) = [record for record in caplog.records if record.name == "httpx"]
    assert "%s" in str(line.msg)
    assert isinstance(line.args, tuple)
    assert line.args[0] == "POST"


@pytest.mark.parametrize("name", ["httpcore.http2", "hpack.hpack", "hpack.table"])
def test_the_log_of_http_2_shows_no_secret(watch: Watch, name: str) -> None:
    """Each tells of headers, in which a server may echo what it was sent."""

    def respond(request: httpx.Request) -> httpx.Response:
        logging.getLogger(name).debug("Decoded %s, consumed %d", (b"x-echo", request.read()), 65)
        return httpx.Response(200, json={"result": "success", "userid": 7})

    with httpx.Client(transport=httpx.MockTransport(respond)) as client:
        Session(ADDRESS, CREDENTIALS, http_client=client).call(OPERATION, ARGUMENTS, EXTRA)
    assert any("Decoded (b'x-echo'" in text for text in watch.seen)
