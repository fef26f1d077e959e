"""The packed TypeScript client where its README says that it runs: in Node.js, Deno, Bun and a worker, over real HTTP.

Each runs ``tests/typescript/runtimes`` as its users would, and must come to the same results; what it prints meanwhile
must not hold a secret. Deno and Bun hold the wire vectors, too.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from typescript_client import ROOT, copy_of_generated, mock, needs_tools

from generator.contract.vectors import run as held
from generator.contract.vectors import vectors
from generator.targets.base import Command
from generator.targets.typescript.checks import TypeScriptChecks, run

pytestmark = needs_tools

MODULES = ROOT / ".cache/node/node_modules"
SIGNED = {"WHMCS_IDENTIFIER": "an-identifier", "WHMCS_SECRET": "a-secret"}
VARIABLES = tuple(f"WHMCS_{name}" for name in ("URL", "IDENTIFIER", "SECRET", "USERNAME", "PASSWORD", "ACCESS_KEY"))
# Nothing is asked of the internet, and nothing left behind in the home of whoever runs this.
ALONE = {"DENO_NO_UPDATE_CHECK": "1", "DO_NOT_TRACK": "1", "NO_COLOR": "1", "NO_PROXY": "127.0.0.1"}
SECRETS = ("canary-7", "an-identifier", "a-secret")
EXPECTED = {
    "listed": 5, "total": 60, "all": 60, "money": "string", "written": "number", "currencies": 3,
    "wrong": ["AuthenticationError", True, 1],
    "late": ["ReadTimeoutError", True, 1], "lateWrite": ["ReadTimeoutError", True, 1], "givenUp": "TimeoutError",
    "lost": ["ConnectionLostError", True, 2], "lostWrite": ["ConnectionLostError", True, 1],
    "elsewhere": ["ResponseError", True, 1], "keptWrite": ["ConnectionLostError", True],
    "nowhere": ["ConnectionFailedError", False, 2],
}  # fmt: skip
# fetch in a worker says of every connection that it is lost: safe is what holds of the worst.
IN_A_WORKER = {**EXPECTED, "nowhere": ["ConnectionLostError", True, 2]}


def runtime(name: str, *packages: str) -> str:
    """The program of a runtime: from one of the packages in requirements/node, or on the path. Skips where there is none."""
    pinned = next((str(path) for package in packages if (path := MODULES / package).is_file()), None)
    program = pinned or shutil.which(name)
    if program is None:
        pytest.skip(f"not installed: {name}; `make ready-to-test` brings it along where npm has it for this platform")
    return program


def deno() -> str:
    return runtime("deno", "@deno/linux-x64-glibc/deno")


def bun() -> str:
    platforms = ("linux-x64", "linux-aarch64", "darwin-x64", "darwin-aarch64")
    return runtime("bun", *(f"@oven/bun-{platform}/bin/bun" for platform in platforms))


def workerd() -> str:
    return runtime("workerd", *(f"@cloudflare/workerd-{each}/bin/workerd" for each in ("linux-64", "linux-arm64")))


@contextmanager
def nobody() -> Iterator[str]:
    """An address at which nobody listens, and nobody else can."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


class Dropping(ThreadingHTTPServer):
    """Keeps connections open for reads, and drops them when it has read a write; sends some elsewhere."""

    daemon_threads = True

    def __init__(self) -> None:
        self.writes = 0
        self.followed = 0
        super().__init__(("127.0.0.1", 0), DroppingHandler)


class DroppingHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Dropping

    def do_POST(self) -> None:
        form = self.rfile.read(int(self.headers["content-length"]))
        self.server.followed += self.path == "/elsewhere"
        if self.headers["user-agent"] == "elsewhere":
            self.send_response(307)
            self.send_header("location", "/elsewhere")
            self.send_header("content-length", "0")
            self.end_headers()
            return
        if b"action=LogActivity" in form:
            self.server.writes += 1
            self.close_connection = True
            return
        answer = b'{"result":"success","currencies":{"currency":[]}}'
        self.send_response(200)
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def dropping() -> Iterator[Dropping]:
    with Dropping() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@dataclass(frozen=True, slots=True)
class Tour:
    """A project that has installed the client, and the servers that it is to call."""

    project: Path
    stops: dict[str, str]
    dropper: Dropping

    def taken(self, *command: str) -> dict[str, object]:
        """What comes of the tour. Fails where a secret is printed, a write sent twice, a redirect followed."""
        self.dropper.writes = self.dropper.followed = 0
        variables = {**SIGNED, "WHMCS_URL": self.stops["good"], "STOPS": json.dumps(self.stops)}
        variables |= {**ALONE, "DENO_DIR": str(self.project / ".deno")}
        ended = subprocess.run(
            command, cwd=self.project, env={**os.environ, **variables}, capture_output=True, text=True, timeout=120
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        *printed, last = ended.stdout.splitlines()
        assert [line for line in [*printed, ended.stderr] if any(secret in line for secret in SECRETS)] == []
        assert any("seen" in line for line in printed)
        assert (self.dropper.writes, self.dropper.followed) == (1, 0)
        found: dict[str, object] = json.loads(last)
        return found


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tour]:
    folder = tmp_path_factory.mktemp("runtimes")
    packing = copy_of_generated(folder / "whmcs")
    packed = run("npm", "pack", "--silent", "--offline", folder=packing)
    assert packed.returncode == 0, packed.stderr
    project = Path(shutil.copytree(ROOT / "tests/typescript/runtimes", folder / "project"))
    (project / "package.json").write_text('{"private": true, "type": "module"}')
    archive = str(packing / packed.stdout.strip().split("\n")[-1])
    installed = run("npm", "install", "--offline", "--no-audit", "--no-fund", archive, folder=project, link=False)
    assert installed.returncode == 0, installed.stderr
    with ExitStack() as servers:
        dropper = servers.enter_context(dropping())
        stops = {
            "good": servers.enter_context(mock()),
            "slow": servers.enter_context(mock("--fault=slow=20")),
            "lossy": servers.enter_context(mock("--fault=reset=after")),
            "dropping": f"http://127.0.0.1:{dropper.server_port}",
            "nowhere": servers.enter_context(nobody()),
        }
        yield Tour(project, stops, dropper)


def bundled(tour: Tour, entry: str) -> None:
    """Makes one file of a program and the client. Nothing of Node may be needed."""
    options = ("--bundle", "--format=esm", "--platform=neutral", "--main-fields=", f"--outfile={entry}.js")
    ended = run("esbuild", f"{entry}.ts", *options, "--log-level=warning", folder=tour.project, link=False)
    assert (ended.stderr, ended.returncode) == ("", 0)


def test_in_node(tour: Tour) -> None:
    bundled(tour, "command")
    assert tour.taken(str(ROOT / ".cache/node/bin/node"), "command.js", json.dumps(tour.stops)) == EXPECTED


def test_in_deno(tour: Tour) -> None:
    addresses = ",".join(address.removeprefix("http://") for address in tour.stops.values())
    # No more than the README says, and no question asked. Its own type checker reads our declarations.
    allowed = ("--no-prompt", "--check", "--sloppy-imports", f"--allow-net={addresses}", "--allow-env=" + ",".join(VARIABLES))
    assert tour.taken(deno(), "run", *allowed, "command.ts", json.dumps(tour.stops)) == EXPECTED


def test_in_bun(tour: Tour) -> None:
    assert tour.taken(bun(), "run", "command.ts", json.dumps(tour.stops)) == EXPECTED


def test_in_a_worker(tour: Tour) -> None:
    program = workerd()
    bundled(tour, "worker")
    assert tour.taken(program, "test", "worker.capnp") == IN_A_WORKER


def test_a_runtime_that_lacks_is_named_where_it_is_skipped() -> None:
    with pytest.raises(pytest.skip.Exception, match="not installed: nowhere; `make ready-to-test` brings it along"):
        runtime("nowhere", "@nowhere/linux/bin/nowhere")


@pytest.fixture(scope="module")
def adapter(tmp_path_factory: pytest.TempPathFactory) -> Command:
    return TypeScriptChecks().adapter(copy_of_generated(tmp_path_factory.mktemp("adapter") / "client"))


@pytest.mark.parametrize(("find", "allowed"), [(deno, ["--no-prompt", "--allow-read"]), (bun, [])])
def test_the_wire_vectors_hold_there_too(find: Callable[[], str], allowed: list[str], adapter: Command) -> None:
    program = find()
    variables = {**ALONE, "DENO_DIR": str(adapter.folder / ".deno")}
    found = held(Command((program, "run", *allowed, *adapter.arguments[1:]), adapter.folder, variables))
    assert (found.failed, len(found.held)) == ({}, len(vectors()))
