"""Watches one request while httpx carries it: how far it gets, and the answer as it comes.

The answer is read, and what says where to go instead is taken away, inside of ``send``: httpx gives
up on an address or an encoding that it cannot make sense of, and a hook of a handed-in client that
calls ``raise_for_status`` closes what nobody has read.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar, cast

import httpx

from . import deadline, surplus
from .secret import hide, reveal
from .steps import Reply

Client = TypeVar("Client", httpx.Client, httpx.AsyncClient)

# The steps of httpcore after which there is a new connection.
_OPENED: Final = ("connect_tcp.complete", "connect_unix_socket.complete", "start_tls.complete")
# The step from which on a connection is one of HTTP/1.1.
_SPEAKS_HTTP1: Final = "http11.send_request_headers.started"
# The step of httpcore with which a request leaves; before it, one to a proxy may.
_LEAVES: Final = "send_request_headers.started"
_TO_PROXY: Final = b"CONNECT"


class Closing(Exception):
    """The session was closed while the request waited for its connection: it is not sent."""


class Watch:
    """Of one request; ``is_answered`` from when the whole answer is there.

    is_closing:  whether nothing may be sent any more
    opened:      is told of a new connection
    """

    def __init__(
        self,
        request: httpx.Request,
        is_closing: Callable[[], bool],
        opened: Callable[[Any], None] | None = None,
    ) -> None:
        self.request = request
        self._is_closing = is_closing
        self._tell_opened = opened
        self._is_traced = False
        self._has_left = False
        self._opened: Any = None  # a new connection, until it is used
        self._answer: httpx.Response | None = None
        self._headers = httpx.Headers()
        self._body = b""  # hidden

    @property
    def may_have_left(self) -> bool:
        """Whether any of it may have been sent. True where the transport does not say."""
        return self._has_left or not self._is_traced

    @property
    def is_answered(self) -> bool:
        """Whether the whole answer is there."""
        return self._answer is not None

    def reply(self, seconds: float) -> Reply:
        """The answer, as far as it matters."""
        if self._answer is None:
            raise RuntimeError("there is no answer yet")
        return Reply(self._answer.status_code, self._headers, self._body, seconds)

    def follow(self, step: str, info: Mapping[str, Any]) -> None:
        """The ``trace`` extension of a blocking request."""
        if step.endswith(_OPENED):
            deadline.bound(info["return_value"])
        self._note(step, info, is_async=False)

    async def follow_async(self, step: str, info: Mapping[str, Any]) -> None:
        """The ``trace`` extension of an asynchronous request."""
        self._note(step, info, is_async=True)

    def _note(self, step: str, info: Mapping[str, Any], *, is_async: bool) -> None:
        self._is_traced = True
        if step.endswith(_OPENED):
            self._opened = info["return_value"]
            if self._tell_opened is not None:
                self._tell_opened(self._opened)
        if step == _SPEAKS_HTTP1 and self._opened is not None:
            surplus.guard(self._opened, is_async=is_async)
            self._opened = None
        if step.endswith(_LEAVES) and getattr(info.get("request"), "method", None) != _TO_PROXY:
            if self._is_closing() and not self._has_left:
                raise Closing
            self._has_left = True

    def send(self, client: httpx.Client) -> None:
        """Sends the request by the client, and reads the answer."""
        sender = client
        if type(client).send is httpx.Client.send:
            sender = _with_hooks(client, self._take, self._stay)
        response = sender.send(self.request, auth=None, follow_redirects=False, stream=True)
        if response is not self._answer:  # a client that sends in its own way
            self._read(response)

    async def send_async(self, client: httpx.AsyncClient) -> None:
        """The same by an asynchronous client."""
        sender = client
        if type(client).send is httpx.AsyncClient.send:
            sender = _with_hooks(client, self._take_async, self._stay_async)
        response = await sender.send(self.request, auth=None, follow_redirects=False, stream=True)
        if response is not self._answer:
            await self._read_async(response)

    def _take(self, response: httpx.Response) -> None:
        """The first hook."""
        if response.request is self.request:
            self._read(response)

    async def _take_async(self, response: httpx.Response) -> None:
        if response.request is self.request:
            await self._read_async(response)

    def _stay(self, response: httpx.Response) -> None:
        """The last hook: nothing is left that httpx could take for an address."""
        if response is self._answer:
            response.headers = self._headers.copy()
            response.headers.pop("location", None)

    async def _stay_async(self, response: httpx.Response) -> None:
        self._stay(response)

    def _read(self, response: httpx.Response) -> None:
        body = hide(_known(response))
        if body is None:
            body = hide(deadline.read(cast(httpx.SyncByteStream, response.stream)))
        self._keep(response, body)

    async def _read_async(self, response: httpx.Response) -> None:
        body = hide(_known(response))
        if body is None:
            stream = cast(httpx.AsyncByteStream, response.stream)
            try:
                body = hide(b"".join([part async for part in stream]))
            finally:
                await stream.aclose()
        self._keep(response, body)

    def _keep(self, response: httpx.Response, body: bytes) -> None:
        """The answer is there; other hooks may read it too."""
        if not response.is_stream_consumed:
            response.stream = httpx.ByteStream(reveal(body))
            body = hide(_decoded(reveal(body), response.headers))
        self._answer, self._headers, self._body = response, response.headers, body


def _with_hooks(client: Client, first: Any, last: Any) -> Client:
    """The client with its connections and two more hooks; the one of the user is not changed.

    One that sends in its own way may keep things in itself: it is never used by such a copy.
    """
    hooks: dict[str, list[Any]] = client.event_hooks
    sender = object.__new__(type(client))
    vars(sender).update(vars(client))
    sender.event_hooks = {**hooks, "response": [first, *hooks["response"], last]}
    return sender


def _known(response: httpx.Response) -> bytes | None:
    """The body where the transport has read it, decoded; None where it is still to come."""
    return response.content if response.is_closed or response.is_stream_consumed else None


def _decoded(body: bytes, headers: httpx.Headers) -> bytes:
    """The body without its Content-Encoding; as it is where it has none, whatever the header says."""
    encoding = headers.get("content-encoding", "").lower()
    if not encoding:
        return body
    encoding = encoding.replace("x-gzip", "gzip")  # its old name
    if encoding.strip() == "gzip":
        import gzip

        try:
            return gzip.decompress(body)  # all of its members; httpx stops after the first
        except (OSError, EOFError, zlib.error):
            pass  # httpx takes one that breaks off
    try:
        return httpx.Response(200, headers={"content-encoding": encoding}, content=body).content
    except httpx.DecodingError:
        return body
