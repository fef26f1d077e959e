"""An end to a blocking request, also where the server sends it byte after byte.

The timeout of a socket begins anew with every byte. So each connection gets, when it is opened, a
``read`` and a ``write`` that hold the time left against the clock. (asyncio has this of its own.)
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, Final

import httpx

from .clock import Clock


class _Thread(threading.local):
    """What the request of this thread has left, in seconds; None where there is no end to it."""

    left: Callable[[], float] | None = None


_thread: Final = _Thread()


@contextmanager
def ends_after(seconds: float | None, clock: Clock) -> Generator[None]:
    """Inside of it, connections that were ``bound`` raise a timeout when the seconds are over."""
    if seconds is None:
        yield
        return
    until = clock.now() + seconds
    before, _thread.left = _thread.left, lambda: until - clock.now()
    try:
        yield
    finally:
        _thread.left = before


def read(stream: httpx.SyncByteStream) -> bytes:
    """All of an answer's body, in time also on a connection that was not ``bound``."""
    parts: list[bytes] = []
    try:
        for part in stream:
            _within(None, httpx.ReadTimeout)
            parts.append(part)
    finally:
        stream.close()
    return b"".join(parts)


def bound(stream: Any) -> None:
    """Makes the reading and writing of a blocking connection end in time."""
    read, write = stream.read, stream.write

    def read_in_time(max_bytes: int, timeout: float | None = None) -> Any:
        return read(max_bytes, timeout=_within(timeout, httpx.ReadTimeout))

    def write_in_time(buffer: bytes, timeout: float | None = None) -> None:
        write(buffer, timeout=_within(timeout, httpx.WriteTimeout))

    stream.read, stream.write = read_in_time, write_in_time


def _within(timeout: float | None, late: type[httpx.TimeoutException]) -> float | None:
    """The timeout of one step: no longer than what is left."""
    if _thread.left is None:
        return timeout
    left = _thread.left()
    if left <= 0:
        raise late("the time for the whole call is over")
    return left if timeout is None else min(timeout, left)
