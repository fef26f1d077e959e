"""How the Python client is judged: by the compiler, mypy at its strictest, ruff, and by running it."""

from __future__ import annotations

import json
import keyword
import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from ...shipped import IS_CHECKOUT
from ..base import Command, Offer, not_installed, part_of_checkout

_ROOT = Path(__file__).resolve().parents[3]
_OFFERS = Path(__file__).with_name("offers.py")
# Compiles everything, and fails on a warning.
_COMPILE = (
    "import pathlib, sys, warnings; warnings.simplefilter('error')\n"
    "for path in sorted(pathlib.Path().rglob('*.py')): compile(path.read_bytes(), path, 'exec', dont_inherit=True)"
)
# Beside an installed generator, nothing is written.
_CACHE = _ROOT / ".mypy_cache/proofs" if IS_CHECKOUT else os.devnull
_MYPY = ("--strict", "--config-file=", "--no-error-summary", f"--cache-dir={_CACHE}")


class PythonChecks:
    """See ``Checks``."""

    reserved = frozenset(keyword.kwlist) | frozenset(keyword.softkwlist) - {"_"}
    attack = "open('canary', 'w').close()"

    def missing(self) -> str:
        """mypy and ruff come with the tests, not with the generator."""
        lacking = [name for name in ("mypy", "ruff", "httpx", "pydantic") if find_spec(name) is None]
        return not_installed(lacking, f"pip install {' '.join(lacking)}")

    def compile(self, folder: Path) -> str:
        """The compiler, then mypy."""
        return _said(["-c", _COMPILE], folder) or _said(["-m", "mypy", *_MYPY, _package(folder)], folder)

    def lint(self, folder: Path) -> str:
        """Ruff, by the rules in the client's own pyproject.toml."""
        return _said(["-m", "ruff", "check", "--no-cache", "--quiet", "--output-format=concise", "."], folder)

    def offers(self, folder: Path) -> Mapping[str, Offer]:
        """Calls every method of every group, walks the models, and tells what operations and models say."""
        ended = _run(["-P", str(_OFFERS), _package(folder)], folder)  # types.py beside it is not meant
        if ended.returncode:
            raise RuntimeError(ended.stderr)
        found = json.loads(ended.stdout)
        return {
            action: Offer(frozenset(each["params"]), frozenset(each["fields"]), each["facts"])
            for action, each in found.items()
        }

    def adapter(self, folder: Path) -> Command:
        """``tests/conformance/python``, over the client in the folder."""
        tests = part_of_checkout(_ROOT / "tests/conformance").parent
        return Command((sys.executable, "-m", "conformance.python"), tests, {"PYTHONPATH": str(folder)})


def _package(folder: Path) -> str:
    return next(folder.glob("*/registry.py")).parent.name


def _said(arguments: list[str], folder: Path) -> str:
    """What a program prints, if it does not end well or prints something."""
    ended = _run(arguments, folder)
    said = (ended.stdout + ended.stderr).strip()
    return said or (f"exit code {ended.returncode}" if ended.returncode else "")


def _run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
