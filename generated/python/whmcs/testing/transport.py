"""A fake server inside the process: httpx hands it requests, and nothing touches the network."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx

from .exchange import Delivery, Request


class Transport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """For ``httpx.Client(transport=...)`` and ``httpx.AsyncClient(transport=...)`` alike.

    What goes wrong on a socket is raised as httpx raises it there. A timeout that would pass is
    raised at once, without the wait.
    """

    def __init__(self, handle: Callable[[Request], Delivery]) -> None:
        self._handle = handle

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The response to a request."""
        request.read()
        delivery = self._handle(_request(request))
        if delivery.delay:
            time.sleep(_patience(delivery, request))
        return _delivered(delivery, request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The response to a request."""
        await request.aread()
        delivery = self._handle(_request(request))
        if delivery.delay:
            await asyncio.sleep(_patience(delivery, request))
        return _delivered(delivery, request)


def _request(request: httpx.Request) -> Request:
    headers = {name.casefold(): value for name, value in request.headers.items()}
    return Request(request.method, request.url.raw_path.decode("ascii"), headers, request.content)


def _patience(delivery: Delivery, request: httpx.Request) -> float:
    """Seconds to wait. Raises ReadTimeout if the client does not wait for so long."""
    timeout: dict[str, Any] = request.extensions.get("timeout", {})
    limit = timeout.get("read")
    if limit is not None and delivery.delay > limit:
        raise httpx.ReadTimeout("timed out", request=request)
    return delivery.delay


def _delivered(delivery: Delivery, request: httpx.Request) -> httpx.Response:
    response = delivery.response
    if delivery.reset:
        raise httpx.ReadError("[Errno 104] Connection reset by peer", request=request)
    length = ("content-length", str(len(response.body)))
    stream = _Body(response.body, delivery.share, request)
    return httpx.Response(
        response.status, headers=[*response.headers, length], stream=stream, request=request
    )


class _Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body, or the beginning of one."""

    def __init__(self, body: bytes, share: float, request: httpx.Request) -> None:
        self._body = body
        self._sent = body[: int(len(body) * share)] if share < 1 else body
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        yield self._sent
        self._break_off()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._sent
        self._break_off()

    def _break_off(self) -> None:
        if len(self._sent) < len(self._body):
            counts = f"received {len(self._sent)} bytes, expected {len(self._body)}"
            message = f"peer closed connection without sending complete message body ({counts})"
            raise httpx.RemoteProtocolError(message, request=self._request)
