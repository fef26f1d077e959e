"""The open connections of a blocking client, so that closing it ends the calls that wait on them.

A thread that waits for a socket does not notice that another one closes it; that it is shut down, it
does. And what is shut down sends nothing: TLS that is closed while it writes may send the rest as is.
"""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Any
from weakref import WeakSet


class Streams:
    """Connections of httpcore, as long as anything else holds them.

    are_shut:  whether ``shut_down`` has begun: what breaks from then on breaks because of it
    """

    def __init__(self) -> None:
        self.are_shut = False
        self._streams: WeakSet[Any] = WeakSet()
        self._lock = threading.Lock()

    def add(self, stream: Any) -> None:
        """One that was opened."""
        with self._lock:
            self._streams.add(stream)

    def shut_down(self) -> None:
        """Ends reading and writing on all of them."""
        self.are_shut = True
        with self._lock:
            streams = [*self._streams]
        for stream in streams:
            plain = stream.get_extra_info("socket")
            if isinstance(plain, socket.socket):
                with suppress(OSError):  # it is closed, or TLS goes over it by now
                    # Not its own method: that of a TLS socket takes the encryption off first.
                    socket.socket.shutdown(plain, socket.SHUT_RDWR)
