"""What the compiler, linters and type checkers say of the generated Python, and of code that uses it.

They check the client for WHMCS, and one whose spec has every shape and awkward names. Each tool runs once for both.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from python_client import everything, generated, operation, page_of, ref
from test_python_names import AWKWARD

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / "generated/python"
CHECKED = ["whmcs", "odd", "right.py", "wrong.py"]

# Every type here must be exactly what is said.
RIGHT = '''
"""Calls as users make them."""

from collections.abc import AsyncIterator, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, assert_type

from whmcs import AsyncWhmcs, Retry, Whmcs
from whmcs.models import Client, Invoice, InvoiceResponse, InvoicesListResponse, SuccessResponse
from whmcs.testing import FakeWhmcs


def read(whmcs: Whmcs) -> None:
    page = whmcs.billing.get_invoices(status="Unpaid", limitnum=100)
    assert_type(page, InvoicesListResponse)
    assert_type(page.invoices, list[Invoice])
    assert_type(page.page_total, int | None)
    assert_type(whmcs.billing.iter_invoices(page_size=5, max_records=9), Iterator[Invoice])
    for invoice in whmcs.billing.iter_invoices():
        assert_type(invoice.id, int | None)
        assert_type(invoice.total, Decimal | None)
        assert_type(invoice.duedate, date | None)
        assert_type(invoice.datepaid, datetime | None)
        assert_type(invoice.unparsed, dict[str, Any])
    assert_type(whmcs.billing.get_invoice(invoiceid=5), InvoiceResponse)
    assert_type([client for client in whmcs.clients.iter_clients()], list[Client])
    assert_type(whmcs.call("Anything", {"a": [1]}), dict[str, Any] | list[Any])


def write(whmcs: Whmcs) -> None:
    paid = whmcs.billing.add_invoice_payment(
        invoiceid=1, transid="t", gateway="paypal", date=datetime(2030, 1, 31), amount=Decimal("1.5"), fees=1
    )
    assert_type(paid, SuccessResponse)
    whmcs.billing.create_invoice(
        userid=1,
        date=date(2030, 1, 31),
        duedate="31/01/2030",
        items=[{"itemdescription": "a", "itemamount": 5}],
        status="a status of ours",
        extra={"unknown": [1]},
        timeout=5,
    )
    whmcs.support.open_ticket(
        deptid=1, subject="s", message="m", attachments=[Path("a.pdf"), {"name": "n", "data": b""}]
    )
    whmcs.clients.update_client(clientid=1, customfields={12: "a"})


async def read_async(whmcs: AsyncWhmcs) -> None:
    assert_type(await whmcs.billing.get_invoices(), InvoicesListResponse)
    assert_type(whmcs.billing.iter_invoices(), AsyncIterator[Invoice])
    assert_type([invoice.total async for invoice in whmcs.billing.iter_invoices()], list[Decimal | None])


def make() -> Whmcs:
    with FakeWhmcs() as fake, Whmcs(fake.url, **fake.credentials, retries=Retry(retries=1)) as whmcs:
        assert_type(whmcs, Whmcs)
    return Whmcs.from_env(timeout=5, hook=print)
'''
# Every line that says WRONG must be an error, and no other one.
WRONG = '''
"""Mistakes that a type checker must find."""

from whmcs import AsyncWhmcs, Whmcs


def mistakes(whmcs: Whmcs) -> None:
    whmcs.billing.get_invoices(statuss="Unpaid")  # WRONG: a typo in a parameter
    whmcs.billing.get_invoice()  # WRONG: a parameter is missing
    whmcs.billing.get_invoice(5)  # WRONG: not by name
    whmcs.billing.get_invoice(invoiceid="5")  # WRONG: a text for a number
    whmcs.billing.add_credit(clientid=1, description="d", amount=1.5)  # WRONG: money is no float
    whmcs.billing.create_invoice(userid=1, items=[{"itemdescriptoin": "a"}])  # WRONG: a typo in a key
    whmcs.support.open_ticket(deptid=1, subject="s", message="m", attachments=[{"name": "n"}])  # WRONG: no data
    whmcs.biling  # WRONG: a typo in a group
    for invoice in whmcs.billing.iter_invoices():
        invoice.totl  # WRONG: a typo in a field
        invoice.total + 1  # WRONG: may be None
    Whmcs(identifier="a", secret="b")  # WRONG: no address
    Whmcs("https://x.example", identifer="a")  # WRONG: a typo in a credential


async def more(whmcs: AsyncWhmcs) -> None:
    whmcs.billing.get_invoices().invoices  # WRONG: not awaited
    await whmcs.billing.iter_invoices()  # WRONG: an iterator is not awaited
'''


def odd_document() -> dict[str, Any]:
    """Every shape, and fields, keys and parameters with awkward names of awkward types."""
    document = everything()
    schemas, paths = document["components"]["schemas"], document["paths"]
    shapes = [*schemas["Thing"]["properties"].values()]
    odd = {name: shapes[number % len(shapes)] for number, name in enumerate(AWKWARD)}
    scalars = {name: shape for name, shape in odd.items() if "$ref" not in shape and shape.get("type") != "object"}
    schemas["Odd"] = {"type": "object", "properties": odd}
    schemas["OddRow"] = {
        "type": "object",
        "properties": {name: shape for name, shape in scalars.items() if shape.get("type") != "array"},
    }
    schemas["Literal"] = {"type": "object", "properties": {"literal": ref("Literal"), "model": ref("Model")}}
    schemas["Model"] = {"type": "object", "properties": {"list": {"type": "array", "items": ref("Literal")}}}
    schemas["Hiding"] = {"type": "object", "properties": {name: {"type": "integer"} for name in ("int", "after")}}
    plain = {name: {"type": "string"} for name in AWKWARD}
    rows = {"rows": {"type": "array", "items": ref("OddRow")}, "hiding": ref("Hiding")}
    paths["/?do=GetOdd"] = operation(params={**plain, **rows}, answer=ref("Odd"), tag="Options")
    paths["/?do=GetLiterals"] = operation(
        params={"skip": {"type": "integer"}, "take": {"type": "integer"}}, answer=page_of(ref("Literal")), tag="Retry"
    )
    return document


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with both clients, and with users' code."""
    folder = tmp_path_factory.mktemp("proofs")
    shutil.copytree(PYTHON / "whmcs", folder / "whmcs", ignore=shutil.ignore_patterns("__pycache__", ".*"))
    (folder / "right.py").write_text(RIGHT)
    (folder / "wrong.py").write_text(WRONG)
    with generated(folder, odd_document(), package="odd") as client:
        for name in ("odd", "pyproject.toml"):
            (client.folder / name).rename(folder / name)
        yield folder


def run(command: list[str | Path], cwd: Path, **environment: str) -> str:
    """What a tool prints."""
    ended = subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True
    )
    return ended.stdout or ended.stderr


def unexpected(found: Mapping[tuple[str, int], str]) -> dict[tuple[str, int], str]:
    """Errors that should not be there, and the places where there should be one and is none."""
    wanted = {("wrong.py", number) for number, line in enumerate(WRONG.split("\n"), 1) if "# WRONG" in line}
    missing = dict.fromkeys(wanted - found.keys(), "no error here")
    return {place: message for place, message in found.items() if place not in wanted} | missing


def test_everything_compiles_without_a_warning(project: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for path in project.rglob("*.py"):
            compile(path.read_bytes(), path, "exec", dont_inherit=True)


@pytest.mark.parametrize(
    "options", [[], ["--isolated", "--line-length=100"]], ids=["as it comes", "by ruff's own rules"]
)
def test_ruff_finds_nothing(options: list[str], project: Path) -> None:
    for folder, package in ((PYTHON, "whmcs"), (project, "odd")):
        command = ["ruff", "check", "--no-cache", "--quiet", "--output-format=concise", *options, package]
        assert run([*command], folder) == ""


def test_mypy_finds_nothing_but_mistakes(project: Path) -> None:
    found = {}
    arguments = ["--strict", "--config-file=", "--no-error-summary", "--output=json", "--python-version=3.11"]
    cache = f"--cache-dir={ROOT / '.mypy_cache/proofs'}"
    for line in run(["mypy", *arguments, cache, *CHECKED], project).splitlines():
        said = json.loads(line)
        if said["severity"] == "error":
            found[said["file"], said["line"]] = said["message"]
    assert unexpected(found) == {}


def test_pyright_finds_nothing_but_mistakes(project: Path) -> None:
    (project / "pyrightconfig.json").write_text(
        json.dumps(
            {
                "include": CHECKED,
                "typeCheckingMode": "strict",
                "pythonVersion": "3.11",
                "reportUnusedExpression": False,
            }
        )
    )
    output = run(
        ["pyright", "--outputjson", "-p", ".", "--pythonpath", sys.executable],
        project,
        PYRIGHT_PYTHON_IGNORE_WARNINGS="1",
    )
    found = {}
    for said in json.loads(output[output.index("{") :])["generalDiagnostics"]:
        file = Path(said["file"]).relative_to(project.resolve()).as_posix()
        found[file, said["range"]["start"]["line"] + 1] = said["message"]
    assert unexpected(found) == {}
