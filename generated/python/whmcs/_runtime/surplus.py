"""Bytes that follow an answer on its connection, as where its Content-Length is too small.

httpcore would read them as the beginning of the next answer, that of another call. A connection
that holds any counts here as one that the server has closed: the pool does not use it again.
"""

from __future__ import annotations

import ssl
from typing import Any


class _Reader:
    """Hands on the last byte of what was read only when it is asked for.

    So it is left exactly where the answer ended before it, in whatever way that was framed.
    """

    def __init__(self) -> None:
        self._last = b""

    @property
    def is_left(self) -> bool:
        """Whether there is a byte that nobody has asked for."""
        return bool(self._last)

    def last(self) -> bytes:
        """The byte that was kept back; nothing where there is none."""
        last, self._last = self._last, b""
        return last

    def first(self, data: bytes) -> bytes:
        """What was read, without the byte that is kept back; a single one is needed at once."""
        if len(data) > 1:
            data, self._last = data[:-1], data[-1:]
        return data


def guard(stream: Any, *, is_async: bool) -> None:
    """Lets the pool see bytes that are left on a connection of httpcore, over which HTTP/1.1 goes."""
    reader, read, extra_info = _Reader(), stream.read, stream.get_extra_info

    def read_guarded(max_bytes: int, timeout: float | None = None) -> bytes:
        return reader.last() or reader.first(read(max_bytes, timeout=timeout))

    async def read_guarded_async(max_bytes: int, timeout: float | None = None) -> bytes:
        return reader.last() or reader.first(await read(max_bytes, timeout=timeout))

    def get_extra_info(info: str) -> Any:
        if info == "is_readable" and (reader.is_left or _holds_more(extra_info("ssl_object"))):
            return True
        return extra_info(info)

    stream.read = read_guarded_async if is_async else read_guarded
    stream.get_extra_info = get_extra_info


def _holds_more(tls: object) -> bool:
    """Whether TLS has more to read: that of asyncio reads ahead, so that its socket does not tell."""
    if not isinstance(tls, ssl.SSLObject):
        return False
    try:
        tls.read(1)
    except ssl.SSLWantReadError:
        return False
    except ssl.SSLError:
        pass
    return True
