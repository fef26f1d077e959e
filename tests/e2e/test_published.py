"""From the published files to calls over HTTP: generate into an empty folder, install, call every operation.

The judge is independent of all that: it reads the published file itself, and the requests as the bytes that they are.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("calls.py")
CREDENTIALS = {"identifier": "id&1", "secret": "s=2 %"}

# type and format in the file -> what is given, as JSON for the script, and what must be sent
SAMPLES: dict[tuple[str, str | None], tuple[Any, str]] = {
    ("integer", None): (7, "7"),
    ("number", None): ({"$decimal": "15.90"}, "15.90"),
    ("number", "float"): ({"$decimal": "15.90"}, "15.90"),
    ("boolean", None): (True, "1"),
    ("string", "date"): ({"$date": "2030-01-31"}, "2030-01-31"),
    ("string", "date-time"): ({"$datetime": "2030-01-31T07:08:09"}, "2030-01-31 07:08:09"),
    ("string", "email"): ("jürgen+x@example.com", "jürgen+x@example.com"),
    ("string", None): ("a b&c=d%20\n€ 🎉", "a b&c=d%20\n€ 🎉"),
}


@dataclass
class Operation:
    """An operation as the published file has it, with a value for every parameter."""

    action: str
    group: str
    arguments: dict[str, Any]
    sent: dict[str, str]

    @property
    def method(self) -> str:
        """GetClientsDetails -> get_clients_details."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", self.action).lower()


def published() -> list[Operation]:
    document = yaml.safe_load((ROOT / "specs/whmcs-openapi.yml").read_text("utf-8"))
    return [
        operation_of(document, path.partition("?action=")[2], item["post"]) for path, item in document["paths"].items()
    ]


def operation_of(document: dict[str, Any], action: str, node: dict[str, Any]) -> Operation:
    (media,) = node["requestBody"]["content"].values()
    operation = Operation(action, node["tags"][0].lower(), {}, {})
    for name, schema in properties(document, media["schema"]).items():
        operation.arguments[name], sent = sample_of(document, schema)
        operation.sent |= {f"{name}{below}": text for below, text in sent.items()}
    return operation


def sample_of(document: dict[str, Any], schema: dict[str, Any]) -> tuple[Any, dict[str, str]]:
    """A value of a schema, and the texts that are sent for it, by what follows the name: ``[0]``, ``[id]``."""
    kind = (schema.get("type", "object" if {"$ref", "allOf"} & {*schema} else "string"), schema.get("format"))
    if "enum" in schema:
        return schema["enum"][-1], {"": str(schema["enum"][-1])}
    if kind[0] == "array":
        item, sent = sample_of(document, schema["items"])
        return [item, item], {f"[{index}]{below}": text for index in range(2) for below, text in sent.items()}
    if kind[0] == "object":
        parts = {name: sample_of(document, each) for name, each in properties(document, schema).items()}
        texts = {f"[{name}]{below}": text for name, (_, sent) in parts.items() for below, text in sent.items()}
        return {name: value for name, (value, _) in parts.items()}, texts
    given, text = SAMPLES.get(kind) or SAMPLES[kind[0], None]
    return given, {"": text}


def properties(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """All properties of a schema but the credentials'."""
    reference = schema.get("$ref", "")
    if reference:
        name = reference.rpartition("/")[2]
        return {} if name == "AuthCredentials" else properties(document, document["components"]["schemas"][name])
    found = dict(schema.get("properties", {}))
    for part in schema.get("allOf", ()):
        found |= properties(document, part)
    return found


OPERATIONS = published()


@dataclass
class Request:
    """A request as it came in."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Server:
    """Notes what is sent to it, and answers success to everything."""

    url: str = ""
    requests: list[Request] = field(default_factory=list)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    served = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            served.requests.append(Request(self.command, self.path, headers, body))
            content = json.dumps({"result": "success", "totalresults": "1", "message": "Hällo"}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_HEAD = handle_any  # noqa: N815 - the names that http.server looks for

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=http.serve_forever)
    thread.start()
    served.url = f"http://127.0.0.1:{http.server_port}/billing"
    yield served
    http.shutdown()
    thread.join()
    http.server_close()


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is generated from the published files alone, in a folder that was not there."""
    folder = tmp_path_factory.mktemp("published")
    for name in ("whmcs-openapi.yml", "dialect.yml"):
        shutil.copy(ROOT / "specs" / name, folder)
    shutil.copytree(ROOT / "specs/schemas", folder / "schemas")
    command = [sys.executable, "-m", "generator", "generate", "--spec", "whmcs-openapi.yml", "--out", "new/folder"]
    subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, capture_output=True)
    return folder / "new/folder/python"


@pytest.fixture(scope="module")
def python(generated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment in which the package is installed as users do, from its folder.

    What it depends on is borrowed from the environment of the tests: no registry is asked.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True, symlinks=True)
    python = folder / "bin/python"
    (site_packages,) = folder.glob("lib/python*/site-packages")
    here = next(path for path in map(Path, sys.path) if (path / "httpx").is_dir())
    (site_packages / "borrowed.pth").write_text(f"import sys; sys.path.insert(0, {str(here)!r})\n")
    run(python, "-m", "pip", "install", "--quiet", "--no-index", "--no-build-isolation", str(generated))
    return python


def run(*command: str | Path, given: str = "") -> str:
    """What a command prints; it sees nothing of this checkout."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ended = subprocess.run(command, input=given, capture_output=True, text=True, cwd="/", env=environment)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def called(python: Path, server: Server) -> dict[str, Any]:
    """What the script says that called every operation, without and with asyncio."""
    calls = [[operation.group, operation.method, operation.arguments] for operation in OPERATIONS]
    answer: dict[str, Any] = json.loads(
        run(python, "-I", SCRIPT, given=json.dumps({"url": server.url, "calls": calls}))
    )
    return answer


def test_there_are_operations() -> None:
    assert len(OPERATIONS) >= 19


def test_the_installed_package_is_called(called: dict[str, Any], python: Path) -> None:
    assert Path(called["file"]).is_relative_to(python.parents[1])


def test_installing_leaves_nothing_in_the_folder_that_a_later_installation_would_pack(
    generated: Path, python: Path
) -> None:
    assert python.exists()
    assert {path.name for path in generated.iterdir()} == {"LICENSE", "README.md", "pyproject.toml", "whmcs"}


def test_every_call_is_answered_by_a_model(called: dict[str, Any]) -> None:
    assert len(called["answers"]) == 2 * len(OPERATIONS)
    blocking, asynchronous = called["answers"][: len(OPERATIONS)], called["answers"][len(OPERATIONS) :]
    assert blocking == asynchronous
    assert [answer for answer in blocking if "result='success'" not in answer] == []


@pytest.mark.parametrize(
    "index",
    range(2 * len(OPERATIONS)),
    ids=lambda index: f"{'async-' * (index >= len(OPERATIONS))}{OPERATIONS[index % len(OPERATIONS)].action}",
)
def test_a_request_is_what_the_documentation_asks_for(index: int, called: dict[str, Any], server: Server) -> None:
    operation, request = OPERATIONS[index % len(OPERATIONS)], server.requests[index]
    assert (request.method, request.target) == ("POST", "/billing/includes/api.php")
    assert request.headers["content-type"].split(";")[0] == "application/x-www-form-urlencoded"
    pairs = parse_qsl(request.body.decode("ascii"), keep_blank_values=True, strict_parsing=True)
    assert len(pairs) == len(dict(pairs)), "a name is sent twice"
    fixed = {"action": operation.action, "responsetype": "json"}
    assert dict(pairs) == {**fixed, **CREDENTIALS, **operation.sent}


def test_every_operation_is_sent_once(called: dict[str, Any], server: Server) -> None:
    assert len(server.requests) == 2 * len(OPERATIONS)


def test_no_header_gives_the_credentials_away(called: dict[str, Any], server: Server) -> None:
    values = [value for request in server.requests for value in request.headers.values()]
    assert [value for value in values if any(secret in value for secret in CREDENTIALS.values())] == []
    assert {name for request in server.requests for name in request.headers} == {
        "host", "accept", "accept-encoding", "connection", "user-agent", "content-type", "content-length",
    }  # fmt: skip


METADATA = """
import json, importlib.metadata as metadata
found = metadata.distribution("whmcs")
files = [str(file) for file in found.files if ".dist-info" not in str(file) and "__pycache__" not in str(file)]
typed = found.locate_file("whmcs/py.typed").exists()
print(json.dumps({"requires": found.requires, "typed": typed, "files": files}))
"""


def test_the_whole_package_is_installed(python: Path, generated: Path) -> None:
    found = json.loads(run(python, "-I", "-c", METADATA))
    assert sorted(re.split("[<>=]", requirement)[0] for requirement in found["requires"]) == ["httpx", "pydantic"]
    assert found["typed"]
    expected = {path.relative_to(generated).as_posix() for path in (generated / "whmcs").rglob("*") if path.is_file()}
    assert set(found["files"]) == expected


def test_pip_finds_nothing_wrong(python: Path) -> None:
    assert "No broken requirements found." in run(python, "-m", "pip", "check")
