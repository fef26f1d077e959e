"""Real PHP on 127.0.0.1, which says what it makes of a form or of a serialized value."""

from __future__ import annotations

import base64
import http.client
import json
import shutil
import socket
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_SCRIPT = Path(__file__).parent / "php" / "echo.php"


class Php:
    """A running PHP. Arrays are dicts whose keys are int or str, as PHP has them; texts are bytes."""

    def __init__(self, port: int) -> None:
        self._port = port

    def form(self, body: bytes) -> Any:
        """What $_POST holds."""
        return _value(self._post("/form", body, "application/x-www-form-urlencoded"))

    def unserialize(self, body: bytes) -> tuple[Any, bool]:
        """The value, and whether PHP would have serialized it to just these bytes."""
        answer = self._post("/unserialize", body, "application/octet-stream")
        return _value(answer["value"]), answer["same"]

    def _post(self, path: str, body: bytes, kind: str) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            connection.request("POST", path, body, {"Content-Type": kind})
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()


def _value(shown: list[Any]) -> Any:
    kind, content = shown
    match kind:
        case "array":
            return {_value(key) if key[0] == "int" else _value(key).decode(): _value(item) for key, item in content}
        case "string":
            return base64.b64decode(content)
        case "float":
            return struct.unpack(">d", bytes.fromhex(content))[0]
        case "int":
            return int(content)
    return content


@contextmanager
def running_php() -> Iterator[Php]:
    """PHP that says what it makes of things, for as long as it is needed. Without PHP, as ``serving_php``."""
    with serving_php(_SCRIPT) as port:
        yield Php(port)


@contextmanager
def serving_php(script: Path) -> Iterator[int]:
    """The port of a PHP server that runs a script. Without PHP the test is skipped, which counts as a failure in CI."""
    program = shutil.which("php")
    if program is None:
        reason = "there is no PHP on this machine, the judge of forms and serialized values (apt-get install php-cli)"
        pytest.skip(reason)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # -n: PHP's own defaults, whatever this machine's php.ini says.
    command = [program, "-n", "-S", f"127.0.0.1:{port}", str(script)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(500):
        assert process.poll() is None, "PHP ended at once"
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.01)
    raise AssertionError("PHP does not answer")
