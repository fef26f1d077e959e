"""A complete answer counts, whatever its headers make httpx, or a hook of the HTTP client, think of it."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import Mapping
from typing import Any

import httpx
import pytest
from session_support import ADD_ORDER, ADDRESS, CREDENTIALS, GET_INVOICES, server, write
from whmcs import exceptions
from whmcs._runtime.options import Options
from whmcs._runtime.session import AsyncSession, Session

SUCCESS = b'{"result": "success", "orderid": 7}'
PAGE = b"<h1>Moved here</h1>"
DENIED = b'{"result": "error", "message": "Invalid IP 203.0.113.7"}'
ONCE = Options(retries=0)


class Chunks(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that can be read once, as from a socket."""

    def __init__(self, body: bytes) -> None:
        self.parts = [body[:5], body[5:]]
        self.is_closed = False

    def __iter__(self) -> Any:
        assert not self.is_closed
        while self.parts:
            yield self.parts.pop(0)

    async def __aiter__(self) -> Any:
        for part in self:
            yield part

    def close(self) -> None:
        self.is_closed = True

    async def aclose(self) -> None:
        self.is_closed = True


class Answering:
    """A transport that gives the same answer again and again; counts the requests."""

    def __init__(self, body: bytes, status: int, headers: Mapping[str, str]) -> None:
        self.body, self.status, self.headers = body, status, headers
        self.bodies: list[Chunks] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.bodies.append(Chunks(self.body))
        return httpx.Response(self.status, headers=self.headers, stream=self.bodies[-1])


def call_blocking(answer: Answering, operation: Any = ADD_ORDER, **settings: Any) -> Any:
    with httpx.Client(transport=httpx.MockTransport(answer), **settings) as client:
        return Session(ADDRESS, CREDENTIALS, http_client=client).call(
            operation, {"clientid": 1} if operation is ADD_ORDER else {}
        )


def call_asynchronous(answer: Answering, operation: Any = ADD_ORDER, **settings: Any) -> Any:
    if hooks := settings.get("event_hooks"):
        settings["event_hooks"] = {name: [_awaited(each) for each in listed] for name, listed in hooks.items()}

    async def run() -> Any:
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer), **settings) as client:
            return await AsyncSession(ADDRESS, CREDENTIALS, http_client=client).call(
                operation, {"clientid": 1} if operation is ADD_ORDER else {}
            )

    return asyncio.run(run())


def _awaited(hook: Any) -> Any:
    async def awaited(response: httpx.Response) -> None:
        await response.aread() if hook is READ else hook(response)

    return awaited


READ = httpx.Response.read
both = pytest.mark.parametrize("call", [call_blocking, call_asynchronous])

ODD_ADDRESSES = [
    "http://[::1",
    "http://x:99999999/",
    "javascript:alert(1)",
    "//ex℀mple/",
    "http://" + "a" * 70_000,
    "https:///",
    "",
]


@both
@pytest.mark.parametrize("status", [301, 308])
@pytest.mark.parametrize("location", ODD_ADDRESSES, ids=lambda location: repr(location[:20]))
def test_an_odd_location_takes_nothing_from_the_answer(call: Any, location: str, status: int) -> None:
    headers = {b"Location": location.encode()}
    assert call(Answering(SUCCESS, status, headers)).orderid == 7
    page = Answering(PAGE, status, headers)
    with pytest.raises(exceptions.ResponseError, match="sends us elsewhere, to ") as caught:
        call(page, GET_INVOICES)
    assert (type(caught.value), caught.value.status) == (exceptions.ResponseError, status)
    assert caught.value.body() == PAGE.decode()
    assert len(page.bodies) == 1, "a read is sent again"
    assert page.bodies[0].is_closed


@both
@pytest.mark.parametrize("status", [300, 304, 305, 306, 399])
def test_other_statuses_send_us_nowhere(call: Any, status: int) -> None:
    for body, said in ((b"", "the answer is empty"), (PAGE, "web page: Moved here")):
        with pytest.raises(exceptions.ResponseError, match=said) as caught:
            call(Answering(body, status, {}))
        assert caught.value.status == status


@both
def test_hooks_of_the_client_see_the_location_and_the_whole_answer(call: Any) -> None:
    seen: list[object] = []

    def note(response: httpx.Response) -> None:
        seen.append((response.headers["location"], response.status_code, response.elapsed is not None))

    def read(response: httpx.Response) -> None:
        seen.append(response.content)

    call(Answering(SUCCESS, 302, {"location": "/x"}), event_hooks={"response": [note, READ, read]})
    assert seen == [("/x", 302, True), SUCCESS]


def test_the_hooks_of_a_client_stay_its_own() -> None:
    def hook(response: httpx.Response) -> None:
        pass

    answer = Answering(SUCCESS, 302, {"location": "/x"})
    with httpx.Client(transport=httpx.MockTransport(answer), event_hooks={"response": [hook]}) as client:
        Session(ADDRESS, CREDENTIALS, http_client=client).call(ADD_ORDER, {"clientid": 1})
        assert client.event_hooks == {"request": [], "response": [hook]}
        assert client.post(ADDRESS).next_request is not None


ZIPPED = gzip.compress(SUCCESS)
STORED = zlib.compress(SUCCESS)


@both
@pytest.mark.parametrize("encoding", ["gzip", "deflate", "gzip, gzip", "GZIP", "br", "x-unknown", "identity", ","])
def test_a_body_that_is_not_encoded_is_the_answer(call: Any, encoding: str) -> None:
    headers = {"content-encoding": encoding}
    assert call(Answering(SUCCESS, 200, headers)).orderid == 7
    with pytest.raises(exceptions.IpNotAllowedError):
        call(Answering(DENIED, 403, headers))
    with pytest.raises(exceptions.ResponseError, match="web page: Moved here") as caught:
        call(Answering(PAGE, 200, headers))
    assert caught.value.status == 200


@both
@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", ZIPPED),
        ("x-gzip", ZIPPED),
        ("X-GZip", ZIPPED[:-6]),
        ("gzip", gzip.compress(SUCCESS[:9]) + gzip.compress(SUCCESS[9:])),
        ("gzip", ZIPPED + b"\0\0"),
        ("gzip", ZIPPED + b"junk"),
        ("gzip", ZIPPED[:-6]),
        ("GZip ", ZIPPED),
        ("deflate", STORED),
        ("deflate", STORED[2:-4]),
        ("deflate, gzip", gzip.compress(STORED)),
    ],
    ids=range(11),
)
def test_one_that_is_encoded_is_read(call: Any, encoding: str, body: bytes) -> None:
    headers = {"content-encoding": encoding}
    assert call(Answering(body, 200, headers)).orderid == 7
    assert call(Answering(body, 200, headers), event_hooks={"response": [READ]}).orderid == 7


@both
@pytest.mark.parametrize("body", [ZIPPED[:12] + b"\xff" * 20, ZIPPED[:-8] + b"12345678", b"\x1f\x8b"], ids=range(3))
def test_one_that_is_broken_is_no_answer_of_the_api(call: Any, body: bytes) -> None:
    answer = Answering(body, 503, {"content-encoding": "gzip", "retry-after": "90"})
    with pytest.raises(exceptions.ServerUnavailableError) as caught:
        call(answer, GET_INVOICES)
    assert (caught.value.status, caught.value.retry_after) == (503, 90)
    assert caught.value.may_have_been_sent


def fail(response: httpx.Response) -> None:
    response.raise_for_status()


def fail_elsewhere(response: httpx.Response) -> None:
    raise httpx.ConnectTimeout("the metrics server is away")


def fail_in_a_file(response: httpx.Response) -> None:
    raise PermissionError("no log file")


@both
@pytest.mark.parametrize("hook", [fail, fail_elsewhere, fail_in_a_file], ids=lambda hook: hook.__name__)
def test_a_hook_that_raises_does_not_hide_the_answer(call: Any, hook: Any) -> None:
    hooks = {"response": [hook]}
    answer = Answering(DENIED, 403, {})
    with pytest.raises(exceptions.IpNotAllowedError) as caught:
        call(answer, GET_INVOICES, event_hooks=hooks)
    assert (caught.value.status, caught.value.ip, len(answer.bodies)) == (403, "203.0.113.7", 1)
    assert answer.bodies[0].is_closed
    assert call(Answering(SUCCESS, 500, {}), event_hooks=hooks).orderid == 7
    assert call(Answering(SUCCESS, 302, {"location": "http://["}), event_hooks=hooks).orderid == 7


def test_an_answer_to_another_request_is_not_ours() -> None:
    """A hook asks someone else with the same client, and stumbles over what that one says."""

    def respond(request: httpx.Request) -> httpx.Response:
        return httpx.Response(401 if request.url.path == "/token" else 200, content=SUCCESS)

    def ask(request: httpx.Request) -> None:
        if request.url.path != "/token":
            client.get(f"{ADDRESS}/token").raise_for_status()

    client = httpx.Client(transport=httpx.MockTransport(respond), event_hooks={"request": [ask]})
    with client, pytest.raises(exceptions.TransportError) as caught:
        Session(ADDRESS, CREDENTIALS, http_client=client).call(ADD_ORDER, {"clientid": 1})
    assert caught.value.status is None


class Own(httpx.Client):
    """Answers by itself, and asks for a token with itself."""

    tokens: list[str]

    def send(self, request: httpx.Request, **named: Any) -> httpx.Response:
        if request.method == "POST":
            self.tokens.append(self.get(f"{ADDRESS}/token", follow_redirects=True).text)
            return httpx.Response(200, content=SUCCESS)
        return super().send(request, **named)


def test_a_client_that_sends_in_its_own_way_is_let() -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/token":
            return httpx.Response(302, headers={"location": "/it"})
        return httpx.Response(200, text="a token")

    client = Own(transport=httpx.MockTransport(respond))
    client.tokens = []
    with client:
        assert Session(ADDRESS, CREDENTIALS, http_client=client).call(ADD_ORDER, {"clientid": 1}).orderid == 7
    assert client.tokens == ["a token"]


@pytest.mark.parametrize(
    ("status", "headers", "body"),
    [(302, {"Location": "http://[::1"}, SUCCESS), (200, {"Content-Encoding": "gzip"}, SUCCESS), (500, {}, SUCCESS)],
    ids=["location", "encoding", "hook"],
)
def test_it_is_the_same_on_a_real_connection_which_is_kept(status: int, headers: dict[str, str], body: bytes) -> None:
    ports: list[int] = []

    def respond(handler: Any, _: bytes) -> None:
        ports.append(handler.client_address[1])
        write(handler, body, status, **headers)

    with server(respond) as address, httpx.Client(event_hooks={"response": [fail]}) as client:
        session = Session(address, CREDENTIALS, ONCE, client)
        assert [session.call(ADD_ORDER, {"clientid": 1}).orderid for _ in range(3)] == [7] * 3
    assert len(ports) == 3
    assert len(set(ports)) == 1


class Again(httpx.Client):
    """Counts what it sends, and sends once more what was refused. It cannot be copied."""

    sent = 0

    def send(self, request: httpx.Request, **named: Any) -> httpx.Response:
        self.sent += 1
        if (answer := super().send(request, **named)).status_code != 403:
            return answer
        answer.close()
        return super().send(request, **named)

    def __getstate__(self) -> object:
        raise TypeError("not to be copied")


def test_a_client_that_sends_again_keeps_its_state_and_is_not_judged_by_what_it_gave_up() -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        if client.sent == 2:
            raise httpx.ReadTimeout("late", request=request)
        return httpx.Response(403, content=b'{"result":"error","message":"Authentication Failed"}')

    client = Again(transport=httpx.MockTransport(respond))
    with client:
        session = Session(ADDRESS, CREDENTIALS, ONCE, client)
        with pytest.raises(exceptions.AuthenticationError):
            session.call(ADD_ORDER, {"clientid": 1})
        with pytest.raises(exceptions.ReadTimeoutError) as caught:
            session.call(ADD_ORDER, {"clientid": 1})
    assert client.sent == 2
    assert caught.value.may_have_been_sent


def test_an_ordinary_client_that_cannot_be_copied_is_let() -> None:
    class Guarded(httpx.Client):
        def __getstate__(self) -> object:
            raise TypeError("not to be copied")

    with Guarded(transport=httpx.MockTransport(lambda _: httpx.Response(200, content=SUCCESS))) as client:
        assert Session(ADDRESS, CREDENTIALS, http_client=client).call(ADD_ORDER, {"clientid": 1}).orderid == 7
