"""``mock`` serves the API of the project one stands in, and says in a line what it cannot do."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from click import Option
from test_cli import SPEC
from whmcs.testing.__main__ import _parser

from generator.commands.mock import mock

ROOT = Path(__file__).resolve().parent.parent
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT)}
OVERLAY = """\
overlay: 1.0.0
info: {title: Own, version: 1.0.0}
actions:
  - target: $.paths
    update:
      /?action=GetOwn: {post: {summary: Get own, responses: {'200': {description: Own.}}}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a small spec, an overlay of its own, and nothing generated."""
    (tmp_path / "api").mkdir()
    (tmp_path / "api/small.yml").write_text(SPEC)
    (tmp_path / "own.yml").write_text(OVERLAY)
    (tmp_path / "dialect.yml").write_text((ROOT / "specs/dialect.yml").read_text())
    settings = 'spec = "api/small.yml"\ndialect = "dialect.yml"\noverlays = ["own.yml"]\ntargets = ["openapi"]\n'
    (tmp_path / "pyproject.toml").write_text(f'[tool.whmcs-codegen]\n{settings}package = "generator"\n')
    return tmp_path


@contextmanager
def served(folder: Path, *arguments: str) -> Iterator[tuple[dict[str, str], subprocess.Popen[str]]]:
    """What the fake says of itself, and its process."""
    command = [sys.executable, "-m", "generator", "mock", "--port", "0", *arguments]
    with subprocess.Popen(
        command, cwd=folder, env=ENVIRON, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            lines = [process.stdout.readline() for _ in range(3)]
            yield dict(shlex.split(line)[0].split("=", 1) for line in lines if "=" in line), process
        finally:
            process.terminate()


def answer(said: dict[str, str], action: str, **parameters: str) -> dict[str, object]:
    sent = {"identifier": said["WHMCS_IDENTIFIER"], "secret": said["WHMCS_SECRET"], "responsetype": "json"}
    url = f"{said['WHMCS_URL']}/includes/api.php"
    found: dict[str, object] = json.loads(httpx.post(url, data={**sent, "action": action, **parameters}).content)
    return found


def test_it_serves_the_spec_and_the_overlays_of_the_settings(project: Path, tmp_path: Path) -> None:
    before = sorted(path for path in project.rglob("*"))
    with served(project) as (said, _):
        assert "name" in answer(said, "GetThings", kind="x")
        assert answer(said, "GetOwn")["result"] == "success"
        refused = answer(said, "GetInvoices")
        assert refused["result"] == "error", "the published API is another one"
    assert sorted(path for path in project.rglob("*")) == before


def test_it_serves_what_the_options_name(project: Path) -> None:
    (project / "other.yml").write_text(SPEC.replace("GetThings", "GetOthers"))
    with served(project, "--spec", "other.yml", "--only", "GetOthers") as (said, _):
        assert "name" in answer(said, "GetOthers", kind="x")
        assert answer(said, "AddThing")["result"] == "error"


def test_what_was_generated_and_is_stale_is_not_served(project: Path) -> None:
    generate = [sys.executable, "-m", "generator", "generate", "python"]
    subprocess.run(generate, cwd=project, env=ENVIRON, check=True, capture_output=True)
    for action in ("GetOwn", "GetMine"):
        (project / "own.yml").write_text(OVERLAY.replace("GetOwn", action))
        with served(project) as (said, _):
            assert answer(said, action)["result"] == "success"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_nothing_is_left_behind_when_it_is_ended(
    number: int, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    scratch = tmp_path_factory.mktemp("scratch")
    environ = {**ENVIRON, "TMPDIR": str(scratch)}
    command = [sys.executable, "-m", "generator", "mock", "--port", "0"]
    with subprocess.Popen(command, cwd=project, env=environ, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        assert [*scratch.iterdir()] != []
        process.send_signal(number)
        assert process.wait(60) in (0, 1)  # stopped, or aborted where it was not yet serving
    assert [*scratch.iterdir()] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--port", "99999"], "argument --port: a port is a number from 0 to 65535, not 99999"),
        (["--port", "x"], "argument --port: a port is a number from 0 to 65535, not x"),
        (["--port=-1"], "argument --port: a port is a number from 0 to 65535, not -1"),
        (["--population", "many"], "argument --population: a number from 0 on is needed, not many"),
        (["--credential", "a"], "not NAME=VALUE: a"),
        (["--quirks", "what"], "no such quirk: what; there are text-numbers, "),
        (["--fault", "what"], "no such fault: what; there are slow=SECONDS, "),
        (["--fault", "slow=x"], "fault slow=SECONDS takes a number from 0 to 86400, not x"),
        (["--spec", "no.yml"], "Invalid value for '--spec': File 'no.yml' does not exist."),
        (["--only", "Nothing"], "Nothing"),
        (["--prot", "1"], "No such option '--prot'."),
    ],
)
def test_a_wrong_call_is_told(project: Path, arguments: list[str], said: str) -> None:
    command = [sys.executable, "-m", "generator", "mock", *arguments]
    ended = subprocess.run(command, cwd=project, env=ENVIRON, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert said in ended.stderr
    usage = "sage: whmcs-codegen mock [OPTIONS]\nTry 'whmcs-codegen mock --help' for help.\n"
    assert usage in ended.stderr or "--only" in arguments
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("arguments", "listed", "others"),
    [
        (["--quirks", "?"], {"text-numbers", "zero-dates"}, {"slow=SECONDS"}),
        (["--fault", "?"], {"slow=SECONDS", "reset=before|after"}, {"text-numbers"}),
        (["--quirks=?", "--fault=?"], {"text-numbers", "slow=SECONDS"}, {"?"}),
    ],
)
def test_a_question_mark_lists_what_there_is(
    project: Path, arguments: list[str], listed: set[str], others: set[str]
) -> None:
    command = [sys.executable, "-m", "generator", "mock", *arguments]
    ended = subprocess.run(command, cwd=project, env=ENVIRON, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    lines = {*ended.stdout.splitlines()}
    assert (listed - lines, others & lines) == (set(), set())


def test_its_lines_are_the_environment_of_what_a_shell_runs_after_set_a(project: Path) -> None:
    command = [sys.executable, "-m", "generator", "mock", "--port", "0", "--credential", "secret=it's $HOME"]
    with subprocess.Popen(command, cwd=project, env=ENVIRON, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        lines = "".join(process.stdout.readline() for _ in range(3))
        process.terminate()
    show = "import os; print(os.environ['WHMCS_SECRET'], os.environ['WHMCS_URL'])"
    script = f'set -a\n{lines}exec "$0" -c "{show}"'
    shown = subprocess.run(["sh", "-c", script, sys.executable], capture_output=True, text=True, check=True).stdout
    assert re.fullmatch(r"it's \$HOME http://127\.0\.0\.1:\d+\n", shown)


def test_a_port_that_is_taken_is_told_with_what_to_do(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "generator", "mock", "--port", str(port)]
        ended = subprocess.run(command, cwd=project, env=ENVIRON, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert re.fullmatch(
        rf"whmcs-codegen mock: error: 127\.0\.0\.1:{port}: Address already in use; --port 0 takes any free one",
        ended.stderr.splitlines()[-1],
    )


def test_its_options_are_those_of_the_fake() -> None:
    fake = {action.option_strings[-1]: action for action in _parser("x")._actions if action.dest != "help"}
    ours = {option.opts[0]: option for option in mock.params if isinstance(option, Option)}
    specs = {"--templates", "--out", "--config", "--spec", "--dialect", "--only", "--timings"}
    assert ours.keys() - specs == fake.keys()
    for name, action in fake.items():
        told = re.search(r"\[default: (.*)\]", ours[name].help or "")
        assert told is None or told[1] == "made up" or told[1] == str(action.default), name
