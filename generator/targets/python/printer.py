"""datamodel-code-generator at work in a process of its own, while this one does something else.

Importing it takes longer than any stage of a run on a small spec. It is started before the specs are read, and it
prints the models while the rest of the client is rendered.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from ...errors import TemplateError

_SCRIPT = Path(__file__).with_name("print_models.py")


class ModelPrinter:
    """Prints models once. ``start`` may be called as soon as it is known that there will be some."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._waiting: ThreadPoolExecutor | None = None

    def start(self) -> None:
        """Starts the process, unless it is there already."""
        if self._process is None:
            # Isolated: neither the current folder nor the environment decides what it imports.
            command = [sys.executable, "-I", str(_SCRIPT)]
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and script
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )

    def print(self, schemas: dict[str, Any], texts: dict[str, Any], templates: Path) -> Future[str]:
        """The source of the classes, once it is there.

        Its ``result`` raises TemplateError where a template fails, RuntimeError where anything else does.

        schemas:    class -> JSON Schema, with references as in OpenAPI
        texts:      class -> what its template prints beside names and types
        templates:  the folder of the templates
        """
        if not schemas:
            return _done("")
        self.start()
        info = {"title": "", "version": ""}
        document = {"openapi": "3.0.3", "info": info, "paths": {}, "components": {"schemas": schemas}}
        request = json.dumps({"document": document, "texts": texts, "templates": str(templates)}).encode()
        self._waiting = ThreadPoolExecutor(1)
        return self._waiting.submit(self._exchange, request)

    def close(self) -> None:
        """Ends the process, whether it has printed or not, and the thread that waits for it."""
        if self._process is not None:
            self._process.kill()
        if self._waiting is not None:
            self._waiting.shutdown()
        elif self._process is not None:
            self._process.communicate()
        self._process = self._waiting = None

    def _exchange(self, request: bytes) -> str:
        process = self._process
        if process is None:
            raise RuntimeError("the printer has been closed")
        source, errors = process.communicate(request)
        self._process = None
        if process.returncode:
            raise _failure(errors.decode("utf-8", "replace"))
        return source.decode()


# '  File "/mine/python/datamodel/pydantic_v2/BaseModel.jinja2", line 2, in template'
_IN_TEMPLATE = re.compile(r'^ *File "(.+\.jinja2)", line (\d+), in ', re.MULTILINE)


def _failure(trace: str) -> Exception:
    """What went wrong in the process, by the traceback that it left."""
    places = _IN_TEMPLATE.findall(trace)
    if not places:
        return RuntimeError(f"datamodel-code-generator failed: {trace}")
    return TemplateError(f"{':'.join(places[-1])}: {trace.strip().splitlines()[-1]}")


def _done(text: str) -> Future[str]:
    future: Future[str] = Future()
    future.set_result(text)
    return future
