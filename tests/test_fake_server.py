"""The fake on a socket: HTTP as servers speak it, many clients at once, and an end without leftovers."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from fake_support import ENDPOINT, call, fake, form, post
from whmcs.testing import FakeWhmcs, Page, Quirks, Slow, serve
from whmcs.testing.__main__ import main
from whmcs.testing.serve import environment

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def server() -> Iterator[FakeWhmcs]:
    with fake() as started:
        yield started


def connection(server: FakeWhmcs) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", int(server.url.rpartition(":")[2]), timeout=10)


def said(server: FakeWhmcs, request: bytes) -> bytes:
    """All that the server says to these bytes, until it closes the connection."""
    address = ("127.0.0.1", int(server.url.rpartition(":")[2]))
    with socket.create_connection(address, timeout=10) as client:
        client.sendall(request)
        return b"".join(iter(lambda: client.recv(65536), b""))


def test_it_serves_on_this_machine_only_while_it_is_open() -> None:
    server = fake()
    assert server.url == "https://fake.invalid"
    with server:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", server.url)
        assert call(server, "Ping")["result"] == "success"
        url = server.url
    assert server.url == "https://fake.invalid"
    with pytest.raises(httpx.ConnectError):
        httpx.post(url + ENDPOINT)
    assert len(server.calls) == 1


def test_it_can_be_started_again_and_on_a_port_of_choice() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = fake(port=port)
    for _ in range(2):
        server.start()
        server.start()
        assert server.url == f"http://127.0.0.1:{port}"
        assert call(server, "Ping")["result"] == "success"
        server.stop()
        server.stop()


def test_one_that_serves_everywhere_says_where_this_machine_finds_it() -> None:
    with fake(host="0.0.0.0") as server:
        assert server.url.startswith("http://127.0.0.1:")
        assert call(server, "Ping")["result"] == "success"


def test_a_port_that_is_taken_is_an_error(server: FakeWhmcs) -> None:
    taken = fake(port=int(server.url.rpartition(":")[2]))
    with pytest.raises(OSError, match="in use"):
        taken.start()
    assert taken.url == "https://fake.invalid"


def test_a_connection_stays_open(server: FakeWhmcs) -> None:
    client = connection(server)
    local = set()
    for body in (form(server, "Ping"), form(server, "NoSuchAction"), b"", form(server, "Ping")):
        client.request("POST", ENDPOINT, body, FORM)
        client.getresponse().read()
        assert client.sock is not None
        local.add(client.sock.getsockname())
    client.close()
    assert len(local) == 1
    assert len(server.calls) == 4


def test_head_has_no_body(server: FakeWhmcs) -> None:
    answer = said(server, b"HEAD /includes/api.php HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 405 ")
    assert answer.endswith(b"\r\n\r\n")


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"POST /includes/api.php HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
        (b"POST /includes/api.php HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400),
        (b"POST /includes/api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 1_0\r\n\r\n", 400),
        (b"POST /includes/api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n", 400),
        (b"POST /includes/api.php HTTP/1.1\r\nHost: x\r\nContent-Length: \xb2\r\n\r\n", 400),
        (b"POST /includes/api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n", 413),
        (b"POST /includes/api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n", 413),
        (b"POST //includes/api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 404),
        (b"POST /includes/api.php HTTP/1.1\r\n" + b"A: b\r\n" * 200 + b"\r\n", 431),
        (b"BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 501),
    ],
)
def test_what_is_no_request_is_answered_and_the_connection_closed(server: FakeWhmcs, head: bytes, status: int) -> None:
    assert said(server, head).startswith(b"HTTP/1.1 %d " % status)
    assert call(server, "Ping")["result"] == "success"


def test_a_client_that_goes_away_harms_nobody(server: FakeWhmcs) -> None:
    address = ("127.0.0.1", int(server.url.rpartition(":")[2]))
    half = b"POST /includes/api.php HTTP/1.1\r\nContent-Length: 50\r\n\r\naction=Pi"
    for sent in (b"", b"\x16\x03\x01\x02\x00\r\n\r\n", b"POST / HT", half):
        with socket.create_connection(address) as client:
            client.sendall(sent)
    assert call(server, "Ping")["result"] == "success"
    assert [record.action for record in server.calls] == ["Ping"]


def test_many_clients_are_served_at_once(server: FakeWhmcs) -> None:
    server.fault(Slow(0.2))
    together = threading.Barrier(40)

    def one(number: int) -> Any:
        together.wait()
        client = connection(server)
        client.request("POST", ENDPOINT, form(server, "GetBill", billid=str(number + 1)), FORM)
        text = client.getresponse().read()
        client.close()
        return text

    with ThreadPoolExecutor(40) as pool:
        answers = list(pool.map(one, range(40)))
    assert len(set(answers)) == 40
    assert sorted(record.params["billid"] for record in server.calls) == list(range(1, 41))


def test_it_stops_in_spite_of_open_connections_and_slow_answers() -> None:
    before = threading.active_count()
    arrived = threading.Semaphore(0)
    with fake(on_call=lambda record: arrived.release()) as server:
        idle = connection(server)
        idle.request("POST", ENDPOINT, form(server, "Ping"), FORM)
        idle.getresponse().read()
        server.fault(Slow(600))
        waiting = connection(server)
        waiting.request("POST", ENDPOINT, form(server, "Ping"), FORM)
        assert arrived.acquire(timeout=10)
        assert arrived.acquire(timeout=10)
    assert threading.active_count() == before
    with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
        waiting.getresponse()
    idle.close()
    waiting.close()


def test_a_failing_function_is_raised_at_the_end_of_the_block() -> None:
    def check(params: dict[str, Any]) -> None:
        raise AssertionError("not these parameters")

    with pytest.raises(AssertionError, match="not these parameters"), fake() as server:
        server.answer("Ping", check)
        response = post(server, form(server, "Ping"))
        assert (response.status_code, "not these parameters" in response.text) == (500, True)
    with pytest.raises(ZeroDivisionError) as caught, server:
        post(server, form(server, "Ping"))
        _ = 1 / 0
    assert caught.value.__notes__ == ["the fake server failed: AssertionError: not these parameters"]
    with server:
        pass


def served(**options: Any) -> tuple[list[str], threading.Event, threading.Thread]:
    """Lines that ``serve`` says, how to end it, and its thread. It has said where it is."""
    lines: list[str] = []
    ready, end = threading.Event(), threading.Event()

    def say(line: str) -> None:
        lines.append(line)
        if line.startswith("WHMCS_SECRET="):
            ready.set()

    thread = threading.Thread(target=serve, kwargs={"port": 0, "say": say, "until": end, **options})
    thread.start()
    assert ready.wait(10)
    return lines, end, thread


def test_serving_says_where_and_for_what_it_is_called() -> None:
    lines, end, thread = served(quirks=Quirks(warnings=True), credentials={"secret": "it's"}, faults=[Page(503)])
    said_first = dict(line.split("=", 1) for line in lines[:3])
    assert list(said_first) == ["WHMCS_URL", "WHMCS_IDENTIFIER", "WHMCS_SECRET"]
    assert said_first["WHMCS_SECRET"] == "'it'\"'\"'s'"
    assert httpx.post(said_first["WHMCS_URL"] + ENDPOINT, data={"action": "X\x1b\n", "a": "canary"}).status_code == 503
    end.set()
    thread.join(10)
    assert lines[3].startswith("X?? a: ")
    assert "canary" not in "".join(lines)


def test_the_environment_is_what_a_client_reads() -> None:
    server = fake()
    assert environment(server) == {
        "WHMCS_URL": "https://fake.invalid",
        "WHMCS_IDENTIFIER": server.identifier,
        "WHMCS_SECRET": server.secret,
    }


def test_the_command_serves_until_it_is_interrupted() -> None:
    command = [sys.executable, "-m", "whmcs.testing", "--port", "0", "--quirks", "flat", "--fault", "slow=0.001"]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said_first = dict(process.stdout.readline().strip().split("=", 1) for _ in range(3))
        assert httpx.post(said_first["WHMCS_URL"] + ENDPOINT, data={"action": "GetClients"}).status_code == 403
        process.send_signal(signal.SIGINT)
        assert process.stdout.read().startswith("GetClients: Invalid or missing credentials\nstopped")
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--quirks", "nonsense"], "no such quirk: nonsense"),
        (["--fault", "fire"], "no such fault: fire"),
        (["--credential", "secret"], "not NAME=VALUE: secret"),
        (["--credential", "token=x"], "no credentials of WHMCS: token"),
        (["--port", "99999"], "port"),
        (["--host", "203.0.113.1"], "error:"),
        (["--host", "a" * 70], "error: aaa"),
        (["--fault", "slow=x"], "error: fault slow=SECONDS takes a number from 0 to 86400, not x"),
    ],
)
def test_wrong_arguments_are_explained(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert complaint in capsys.readouterr().err


def test_a_failure_of_the_fake_is_not_told_as_a_wrong_argument(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> bytes:
        raise ValueError("min() arg is an empty sequence")

    def runs(server: FakeWhmcs) -> None:
        with server:
            assert httpx.post(server.url + ENDPOINT, data={"action": "Ping"}).status_code == 500

    monkeypatch.setattr("whmcs.testing.quirks.written", fails)
    monkeypatch.setattr("whmcs.testing.__main__.run", runs)
    with pytest.raises(SystemExit) as ended:
        main(["--port", "0"], "whmcs-codegen mock")
    said = capsys.readouterr().err
    assert ended.value.code == 1
    assert re.fullmatch(
        r"whmcs-codegen mock: error: the fake itself failed, which is a mistake of its own: "
        r"ValueError: min\(\) arg is an empty sequence \(test_fake_server\.py:\d+\); report it with .*\n",
        said,
    )


def test_importing_the_client_does_not_import_the_fake() -> None:
    script = "import sys, whmcs; whmcs.Whmcs; print([name for name in sys.modules if 'testing' in name])"
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run([sys.executable, "-c", script], env=environ, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("program", [None, "whmcs-codegen mock"])
def test_a_port_that_is_taken_is_told_in_one_line(program: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        with pytest.raises(SystemExit) as caught:
            main(["--port", port], program)
    assert caught.value.code == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith(f"{program or 'python -m whmcs.testing'}: error: 127.0.0.1:{port}: Address already in use")


def test_the_usage_names_the_program_that_was_called(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"], "whmcs-codegen mock")
    assert capsys.readouterr().out.startswith("usage: whmcs-codegen mock [")
