"""A fake server on a socket: HTTP/1.1 with connections that stay open, a thread for each."""

from __future__ import annotations

import os
import socket
import struct
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any, Final, TypeAlias

from .exchange import HTML, Delivery, Request, Response
from .receiving import MAX_BODY

Handle: TypeAlias = Callable[[Request], Delivery]

# SO_LINGER of no seconds: a close without a goodbye, which the other side sees as a reset.
_RESET: Final = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
_IDLE_SECONDS: Final = 60


class Listener(ThreadingHTTPServer):
    """Serves until ``stop``. ``on_error`` is told what ``handle`` raises, and the client a 500."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(
        self, host: str, port: int, handle: Handle, on_error: Callable[[Exception], object]
    ) -> None:
        self.handle_call = handle
        self.on_error = on_error
        self.stopped = threading.Event()
        self._open: dict[socket.socket, threading.Thread] = {}
        self._guard = threading.Lock()
        super().__init__((host, port), _Handler)
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True)

    def server_bind(self) -> None:
        """Binds the socket. Asks no name server who this is, as HTTPServer does."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    def start(self) -> None:
        """Serves, in threads of its own."""
        self._thread.start()

    def stop(self) -> None:
        """Ends all connections and waits for their threads."""
        self.stopped.set()
        self.shutdown()
        self._thread.join()
        with self._guard:
            connections = dict(self._open)
        for connection in connections:
            _wake(connection)
        for thread in connections.values():
            thread.join(5)
        self.server_close()

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Serves one connection to its end."""
        with self._guard:
            self._open[request] = threading.current_thread()
        if self.stopped.is_set():
            _wake(request)
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._guard:
                del self._open[request]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Connections that break are nobody's error."""


def _wake(connection: socket.socket) -> None:
    """Ends what a thread waits for on a connection."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:  # it has ended already
        pass


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: Listener  # pyright: ignore[reportIncompatibleVariableOverride] - never set
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = _IDLE_SECONDS

    def _serve(self) -> None:
        request = self._request()
        if request is None:
            return
        try:
            delivery = self.server.handle_call(request)
        except Exception as error:  # noqa: BLE001 - of a function that a test gave as an answer
            self.server.on_error(error)
            text = f"the fake server failed: {type(error).__name__}: {error}"
            delivery = Delivery(Response(500, HTML, text.encode("utf-8", "replace")))
        if delivery.delay and self.server.stopped.wait(delivery.delay):
            return
        self._send(delivery)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _serve

    def _request(self) -> Request | None:
        """The request with its body; None if it has been answered as unreadable."""
        lengths = {text.strip() for text in self.headers.get_all("content-length", ["0"])}
        length = lengths.pop()
        refused = 400 if lengths else self._problem(length)
        if refused:
            self.close_connection = True  # what follows cannot be told from the body
            self._send(Delivery(Response(refused, HTML, b"")))
            return None
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            self.close_connection = True
            return None
        headers = {name.casefold(): value for name, value in self.headers.items()}
        # Not self.path, from which a doubled slash has been removed.
        return Request(self.command, self.requestline.split()[1], headers, body)

    def _problem(self, length: str) -> int | None:
        """The HTTP status for a request whose body cannot be read."""
        if "transfer-encoding" in self.headers:
            return 411
        if not (length.isascii() and length.isdecimal()):
            return 400
        return 413 if len(length) > 15 or int(length) > MAX_BODY else None

    def _send(self, delivery: Delivery) -> None:
        response = delivery.response
        if delivery.reset:
            self.close_connection = True
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            self.connection.close()
            return
        body = response.body
        sent = body if delivery.share >= 1 else body[: int(len(body) * delivery.share)]
        self.close_connection = self.close_connection or len(sent) < len(body)
        self.send_response_only(response.status)
        for name, value in (*response.headers, ("content-length", str(len(body)))):
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(sent)
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the calls are in the fake's own record."""
