"""datamodel-code-generator at work in a process of its own, while this one does something else.

Importing it takes longer than any stage of a run on a small spec. It is started before the specs are read, and it prints
the models while the rest of the client is rendered.
"""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import Any

_SCRIPT = Path(__file__).with_name("print_models.py")


class ModelPrinter:
    """Prints models once. ``start`` may be called as soon as it is known that there will be some."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts the process, unless it is there already."""
        if self._process is None:
            # Isolated: neither the current folder nor the environment decides what it imports.
            command = [sys.executable, "-I", str(_SCRIPT)]
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and script
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )

    def print(self, document: dict[str, Any], texts: dict[str, Any], templates: Path) -> Future[str]:
        """The source of the classes, once it is there. Its ``result`` raises RuntimeError where printing fails."""
        self.start()
        request = json.dumps({"document": document, "texts": texts, "templates": str(templates)}).encode()
        future: Future[str] = Future()
        Thread(target=self._exchange, args=(request, future), daemon=True).start()
        return future

    def close(self) -> None:
        """Ends the process, whether it has printed or not."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _exchange(self, request: bytes, future: Future[str]) -> None:
        process = self._process
        try:
            if process is None:
                raise RuntimeError("the printer has been closed")
            source, errors = process.communicate(request)
            if process.returncode:
                raise RuntimeError(f"datamodel-code-generator failed: {errors.decode('utf-8', 'replace')}")
            self._process = None
            future.set_result(source.decode())
        except (OSError, RuntimeError) as error:
            future.set_exception(error)
