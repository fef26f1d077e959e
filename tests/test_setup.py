"""`make` from nothing: the Makefile and requirements/install.sh, with an interpreter that notes what it is told."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Answers what install.sh asks of an interpreter, and notes what it is told to do.
PYTHON = """#!/bin/sh
case "$*" in
*"sys.version_info <"*) [ {version} != 3.9 ]; exit ;;
*version_info*) echo {version} ;;
*base_prefix*) echo {version} of its own ;;
*ensurepip*) exit {without_venv} ;;
"-m venv "*) echo venv >>"$LOG"; mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
"-m pip "*) for last; do :; done; echo "pip $last" >>"$LOG"; exit "${{PIP_FAILS:-0}}" ;;
esac
"""


@dataclass
class Checkout:
    """A checkout with two locks, of which one brings setuptools, and its interpreter."""

    folder: Path
    log: Path
    python: Path

    def install(self, *locks: str, code: int = 0, **environment: str) -> str:
        """Runs the script; what it says, and what it did in ``self.did``."""
        self.log.write_text("")
        ended = subprocess.run(
            ["sh", "requirements/install.sh", ".venv", *(f"requirements/{lock}.txt" for lock in locks)],
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], "LOG": str(self.log), "PYTHON": str(self.python), **environment},
            capture_output=True,
            text=True,
        )
        assert ended.returncode == code, ended.stderr
        return ended.stderr

    @property
    def did(self) -> list[str]:
        return self.log.read_text().split("\n")[:-1]


def interpreter(path: Path, version: str = "3.12", without_venv: int = 0) -> Path:
    path.write_text(PYTHON.format(version=version, without_venv=without_venv))
    path.chmod(0o755)
    return path


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    folder = tmp_path / "a check out"
    (folder / "requirements").mkdir(parents=True)
    shutil.copy(ROOT / "requirements/install.sh", folder / "requirements")
    (folder / "requirements/generate.txt").write_text("setuptools==1\n")
    (folder / "requirements/test.txt").write_text("pytest==1\n")
    (folder / "pyproject.toml").write_text("")
    return Checkout(folder, tmp_path / "log", interpreter(tmp_path / "python"))


GENERATE = ["pip requirements/generate.txt", "pip ."]
TEST = ["pip requirements/test.txt"]


def test_a_first_run_sets_up_and_a_second_does_nothing(checkout: Checkout):
    said = checkout.install("generate")
    assert said == "Making .venv with Python 3.12 ...\nInstalling requirements/generate.txt ...\n"
    assert checkout.did == ["venv", *GENERATE]
    assert checkout.install("generate") == ""
    assert checkout.install("generate", PYTHON="") == ""
    assert checkout.did == []


def test_a_second_lock_is_added_to_the_first(checkout: Checkout):
    checkout.install("generate")
    checkout.install("test")
    assert checkout.did == TEST
    checkout.install("generate")
    assert checkout.did == []


def test_a_lock_that_changed_makes_the_environment_anew(checkout: Checkout):
    checkout.install("generate", "test")
    (checkout.folder / "requirements/test.txt").write_text("pytest==2\n")
    checkout.install("generate")
    assert checkout.did == ["venv", *GENERATE]
    checkout.install("test")
    assert checkout.did == TEST


def test_a_lock_that_was_only_touched_does_nothing(checkout: Checkout):
    checkout.install("generate")
    os.utime(checkout.folder / "requirements/generate.txt", (2e9, 2e9))
    checkout.install("generate")
    assert checkout.did == []


def test_a_project_file_that_changed_installs_the_checkout_again(checkout: Checkout):
    checkout.install("generate")
    (checkout.folder / "pyproject.toml").write_text("[project]\n")
    checkout.install("generate")
    assert checkout.did == ["pip ."]


def test_an_installation_that_failed_is_done_again(checkout: Checkout):
    checkout.install("generate", code=1, PIP_FAILS="1")
    checkout.install("generate")
    assert checkout.did == ["venv", *GENERATE]


def test_a_checkout_that_was_moved_is_set_up_again(checkout: Checkout):
    checkout.install("generate")
    checkout.folder = checkout.folder.rename(checkout.folder.parent / "elsewhere")
    checkout.install("generate")
    assert checkout.did == ["venv", *GENERATE]


def test_another_interpreter_makes_the_environment_anew(checkout: Checkout, tmp_path: Path):
    checkout.install("generate")
    checkout.python = interpreter(tmp_path / "other", "3.13")
    assert checkout.install("generate").startswith("Making .venv with Python 3.13")


def test_an_interpreter_that_is_too_old_is_refused(checkout: Checkout, tmp_path: Path):
    old = interpreter(tmp_path / "old", "3.9")
    assert checkout.install("generate", code=2, PYTHON=str(old)) == (
        f"PYTHON={old} is Python 3.9; this needs 3.11 or newer. Name one: make PYTHON=/path/to/python3.11\n"
    )
    assert "cannot be run" in checkout.install("generate", code=2, PYTHON="/nowhere")
    assert not (checkout.folder / ".venv").exists()


def test_the_first_interpreter_on_the_path_that_is_new_enough_is_taken(checkout: Checkout, tmp_path: Path):
    path = tmp_path / "bin"
    path.mkdir()
    for tool in ("sh", "cat", "cmp", "cp", "grep", "mkdir", "rm"):
        (path / tool).symlink_to(shutil.which(tool) or "")
    said = checkout.install("generate", code=2, PYTHON="", PATH=str(path))
    assert said == "This needs Python 3.11 or newer; found: none. Name one: make PYTHON=/path/to/python3.11\n"
    interpreter(path / "python3", "3.9")
    assert "found: 3.9" in checkout.install("generate", code=2, PYTHON="", PATH=str(path))
    interpreter(path / "python3.13", "3.13")
    assert "with Python 3.13" in checkout.install("generate", PYTHON="", PATH=str(path))


def test_an_interpreter_without_venv_says_what_to_install(checkout: Checkout, tmp_path: Path):
    bare = interpreter(tmp_path / "bare", without_venv=1)
    assert "apt-get install python3-venv" in checkout.install("generate", code=2, PYTHON=str(bare))


# The tools for TypeScript

NODE = """#!/bin/sh
exit "${TOO_OLD:-0}"
"""
NPM = """#!/bin/sh
echo "npm $*" >>"$LOG"; mkdir -p node_modules; exit "${NPM_FAILS:-0}"
"""


@pytest.fixture
def tools(tmp_path: Path) -> Checkout:
    """A checkout with the lock of the node tools, on a machine with a node and an npm."""
    folder, path = tmp_path / "a check out", tmp_path / "bin"
    (folder / "requirements/node").mkdir(parents=True)
    path.mkdir()
    for name in ("chmod", "cmp", "cp", "ln", "mkdir", "rm", "sh"):
        (path / name).symlink_to(shutil.which(name) or "")
    for name, text in (("node", NODE), ("npm", NPM)):
        (path / name).write_text(text)
        (path / name).chmod(0o755)
    shutil.copy(ROOT / "requirements/install-node.sh", folder / "requirements")
    for name in ("package.json", "package-lock.json"):
        (folder / "requirements/node" / name).write_text("{}")
    return Checkout(folder, tmp_path / "log", path)


def install_tools(tools: Checkout, code: int = 0, **environment: str) -> str:
    """Runs the script; what it says, and what it did in ``tools.did``."""
    tools.log.write_text("")
    environment = {"PATH": str(tools.python), "LOG": str(tools.log), **environment}
    command = ["sh", "requirements/install-node.sh", ".cache/node"]
    ended = subprocess.run(command, cwd=tools.folder, env=environment, capture_output=True, text=True)
    assert ended.returncode == code, ended.stderr
    return ended.stderr


def test_the_node_tools_are_installed_once_and_again_for_another_lock(tools: Checkout):
    assert install_tools(tools) == "Installing requirements/node/package-lock.json ...\n"
    (command,) = tools.did
    assert command.startswith("npm ci --ignore-scripts ")
    assert (tools.folder / "node_modules").resolve() == (tools.folder / ".cache/node/node_modules").resolve()
    assert (install_tools(tools), tools.did) == ("", [])
    (tools.folder / "requirements/node/package-lock.json").write_text("{ }")
    install_tools(tools)
    assert len(tools.did) == 1


@pytest.mark.parametrize(
    ("environment", "said"),
    [({"TOO_OLD": "1"}, "There is no Node.js 20 or newer"), ({"NPM_FAILS": "1"}, "package-lock.json cannot be installed")],
)
def test_without_node_or_its_registry_one_is_told_and_ci_fails(
    environment: dict[str, str], said: str, tools: Checkout
):
    assert f"{said}: TypeScript is neither checked nor tested." in install_tools(tools, **environment)
    assert not (tools.folder / ".cache/node/installed.json").exists()
    assert said in install_tools(tools, code=2, CI="true", **environment)
    install_tools(tools)
    assert (tools.folder / ".cache/node/installed.json").exists()


# What CI installs first


def run_ci(tmp_path: Path, *present: str, has_venv: bool = True) -> list[str]:
    """What .ci/run does on a machine that has these commands, beside bash and the usual tools."""
    log, path = tmp_path / "log", tmp_path / "bin"
    path.mkdir()
    for tool in ("bash", "dirname", "env", "id"):
        (path / tool).symlink_to(shutil.which(tool) or "")
    bodies = {"python3": f"exit {int(not has_venv)}", "sudo": 'exec "$@"'}
    for tool in present:
        note = f'echo "{tool} $*" >>{shlex.quote(str(log))}'
        (path / tool).write_text(f"#!/bin/sh\n{bodies.get(tool, note)}\n")
        (path / tool).chmod(0o755)
    subprocess.run([path / "bash", ROOT / ".ci/run"], env={"PATH": str(path)}, check=True, capture_output=True)
    return log.read_text().splitlines()


COMMAND = "make --keep-going lint check test"


def test_ci_installs_what_is_missing_and_runs_everything(tmp_path: Path):
    assert run_ci(tmp_path, "python3", "make", "apt-get", "sudo", has_venv=False) == [
        "apt-get update -qq",
        "apt-get install -y -qq --no-install-recommends php-cli python3-venv",
        COMMAND,
    ]


def test_ci_installs_nothing_that_is_there(tmp_path: Path):
    assert run_ci(tmp_path, "python3", "make", "apt-get", "sudo", "php") == [COMMAND]


def test_ci_goes_on_where_there_is_no_apt(tmp_path: Path):
    assert run_ci(tmp_path, "python3", "make", has_venv=False) == [COMMAND]


# Makefile

MAKEFILE = (ROOT / "Makefile").read_text()
INTERNAL = {"ready"}


def test_make_alone_prints_every_command():
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    printed = subprocess.run(["make"], cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE)) - INTERNAL
    assert set(re.findall(r"^  make (\S+)  +\S", printed, re.MULTILINE)) == targets
    assert {"generate", "check", "test", "lint", "bench", "lock", "golden", "clean", "help"} <= targets


def test_every_command_is_phony():
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize(("shell", "path"), [("bash", ".ci/run"), *(("sh", f"requirements/{name}.sh") for name in ("install", "install-node", "lint-node"))])
def test_a_script_stops_at_the_first_error(shell: str, path: str):
    subprocess.run([shell, "-n", path], cwd=ROOT, check=True)
    assert re.search(r"^set -eu", (ROOT / path).read_text(), re.MULTILINE)
