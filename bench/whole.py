"""The whole API beside the operations that were published: generation, import of the client, type checking.

Costs have to stay in proportion: the last column is the ratio of the costs over that of the operations, so that 1 is
proportion and less is better. openapi-python-client reads the merged document, since it knows no overlays.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .generation import PEERS, ROOT, WORK
from .measure import Command, Figures, machine, measure, table

_SPECS = ROOT / "specs"
_SIZES = ("published", "whole")
# A call that both clients know.
_FIRST_CALL = """
import httpx
from whmcs import Whmcs

transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"result": "success", "invoiceid": 1}))
with Whmcs("https://a.example", identifier="a", secret="b", http_client=httpx.Client(transport=transport)) as whmcs:
    whmcs.billing.get_invoice(invoiceid=1)
"""


def add_arguments(group: Any) -> None:
    """This bench has no options of its own."""


def main(options: argparse.Namespace) -> str:
    """The table."""
    folder = WORK / "whole"
    shutil.rmtree(folder, ignore_errors=True)
    operations = {size: _prepare(folder / size, size) for size in _SIZES}
    commands = [command for size in _SIZES for command in _commands(folder / size, size)]
    figures = measure(commands, options.runs)
    title = f"## The whole API beside what was published\n\n{machine()}; median of {options.runs} runs of each command."
    return f"{title}\n\n{_comparison(figures, operations)}"


def _prepare(folder: Path, size: str) -> int:
    """Copies the specs, with the overlays or without, generates from them, and counts the operations."""
    ignored = shutil.ignore_patterns("overlays") if size == "published" else None
    shutil.copytree(_SPECS, folder / "specs", ignore=ignored)
    for verb in (["generate"], ["bundle", "--output", folder / "merged.yml"]):
        subprocess.run(_own(folder, *verb), cwd=ROOT, check=True, capture_output=True)
    printed = subprocess.run(_own(folder, "ir"), cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return sum(len(group["operations"]) for group in json.loads(printed)["groups"])


def _own(folder: Path, verb: str, *arguments: str | Path) -> list[str | Path]:
    out: list[str | Path] = ["--out", folder / "generated"] if verb in ("generate", "check") else []
    spec = folder / "specs" / "whmcs-openapi.yml"
    return [sys.executable, "-m", "generator", verb, "--spec", spec, *out, *arguments]


def _commands(folder: Path, size: str) -> list[Command]:
    client = folder / "generated" / "python"
    importing = {"PYTHONPATH": str(client)}
    peer = folder / "peer"
    merged: list[str | Path] = ["generate", "--path", folder / "merged.yml", "--meta", "none", "--overwrite"]
    path = f"{PEERS}{os.pathsep}{os.environ['PATH']}"
    return [
        Command(f"{size}: generate, nothing there yet", _own(folder, "generate"), _without(folder), folder=ROOT),
        Command(f"{size}: check", _own(folder, "check"), folder=ROOT),
        Command(
            f"{size}: openapi-python-client",
            [PEERS / "openapi-python-client", *merged, "--output-path", peer],
            _fresh(peer),
            {"PATH": path},
        ),
        Command(f"{size}: import whmcs", [sys.executable, "-c", "import whmcs"], environment=importing),
        Command(f"{size}: import whmcs and a first call", [sys.executable, "-c", _FIRST_CALL], environment=importing),
        Command(
            f"{size}: mypy --strict, without its cache",
            [sys.executable, "-m", "mypy", "--strict", "--cache-dir", os.devnull, client / "whmcs"],
            folder=client,
        ),
    ]


def _without(folder: Path) -> Callable[[], object]:
    return _fresh(folder / "generated")


def _fresh(folder: Path) -> Callable[[], object]:
    return lambda: shutil.rmtree(folder, ignore_errors=True)


def _comparison(figures: dict[str, Figures], operations: dict[str, int]) -> str:
    small, large = (operations[size] for size in _SIZES)
    rows = []
    for name in (name.partition(": ")[2] for name in figures if name.startswith(_SIZES[0])):
        few, many = (figures[f"{size}: {name}"].wall for size in _SIZES)
        rows.append([name, f"{few:.2f}", f"{many:.2f}", f"{many / few:.1f}", f"{many / few / (large / small):.2f}"])
    header = ["seconds", f"{small} operations", f"{large} operations", "ratio", f"ratio to {large / small:.1f}"]
    return table(header, rows)
