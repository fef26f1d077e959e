"""What carries messages: a pool of connections with its limits, blocking or asynchronous.

A message is sent once: redirects are not followed, and of an HTTP client's ``auth`` only the first
step is taken.
"""

from __future__ import annotations

import threading
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from typing import Any, NamedTuple

import httpx

from . import deadline, logs, transport
from .clock import Clock
from .limits import Queue, RateLimit
from .message import Message
from .steps import Failure, Reply
from .streams import Streams
from .watch import Watch


class Line(NamedTuple):
    """The blocking one.

    slots:   bounds how many messages are under way
    turns:   line of those who wait for ``rate``
    streams: its open connections
    closed:  set by whoever closes the session; from then on nothing is sent
    """

    client: httpx.Client
    url: httpx.URL
    user_agent: str | None
    slots: AbstractContextManager[object]
    turns: Queue
    rate: RateLimit
    streams: Streams
    closed: threading.Event
    clock: Clock

    def close(self) -> None:
        """Closes the connections, and ends the requests under way."""
        self.streams.shut_down()
        self.client.close()

    def send(self, message: Message[Any], limit: float | None) -> Reply | Failure:
        """Sends the message when the limits allow it; from then on it may take ``limit`` seconds."""
        with self.slots:
            self._wait()
            started = self.clock.now()
            if self.closed.is_set():
                return transport.closed("the client has been closed")
            if self.client.is_closed:
                return transport.closed("the HTTP client has been closed")
            request = transport.request(
                message, limit, self.url, self.client.headers, self.user_agent
            )
            watch = Watch(request, self.closed.is_set, self.streams.add)
            request.extensions["trace"] = watch.follow
            try:
                if self.client.auth is not None:
                    flow = self.client.auth.sync_auth_flow(request)
                    signed = next(flow, request)
                    flow.close()
                    transport.check_signed(request, signed)
                with deadline.ends_after(limit, self.clock), logs.masked(message.mask):
                    watch.send(self.client)
                return watch.reply(self.clock.now() - started)
            except Exception as error:
                spent = self.clock.now() - started
                is_closed = self.client.is_closed or self.streams.are_shut
                answer = transport.understood(error, message, limit, watch, spent, is_closed)
                if answer is None:
                    raise
            return answer

    def _wait(self) -> None:
        """Waits for the moment of the next call, in line."""
        if self.rate.is_none:
            return
        with self.turns.turn():
            if not self.closed.is_set():
                moment = self.rate.next()
                self.clock.sleep(moment - self.clock.now())
                self.rate.take(moment)


class AsyncLine(NamedTuple):
    """The asynchronous one; belongs to one event loop."""

    client: httpx.AsyncClient
    url: httpx.URL
    user_agent: str | None
    slots: AbstractAsyncContextManager[object]
    turns: AbstractAsyncContextManager[object]
    rate: RateLimit
    closed: threading.Event
    clock: Clock

    async def send(self, message: Message[Any], limit: float | None) -> Reply | Failure:
        """Sends the message when the limits allow it; from then on it may take ``limit`` seconds."""
        import asyncio

        async with self.slots:
            await self._wait()
            started = self.clock.now()
            if self.closed.is_set():
                return transport.closed("the client has been closed")
            if self.client.is_closed:
                return transport.closed("the HTTP client has been closed")
            request = transport.request(
                message, limit, self.url, self.client.headers, self.user_agent
            )
            watch = Watch(request, self.closed.is_set)
            request.extensions["trace"] = watch.follow_async
            try:
                if self.client.auth is not None:
                    flow = self.client.auth.async_auth_flow(request)
                    signed = await anext(flow, request)
                    await flow.aclose()
                    transport.check_signed(request, signed)
                # A moment longer than a connection may take, which is told apart.
                async with asyncio.timeout(None if limit is None else limit + 0.1):
                    with logs.masked(message.mask):
                        await watch.send_async(self.client)
                return watch.reply(self.clock.now() - started)
            except Exception as error:
                spent = self.clock.now() - started
                is_closed = self.client.is_closed
                answer = transport.understood(error, message, limit, watch, spent, is_closed)
                if answer is None:
                    raise
            return answer

    async def _wait(self) -> None:
        """Waits for the moment of the next call, in line."""
        if self.rate.is_none:
            return
        async with self.turns:
            if not self.closed.is_set():
                moment = self.rate.next()
                await self.clock.sleep_async(moment - self.clock.now())
                self.rate.take(moment)
