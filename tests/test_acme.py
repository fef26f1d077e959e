"""Another API with another dialect, which shares no convention with WHMCS's: the generator knows none of them by itself."""

from __future__ import annotations

import shutil
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from lowering import enums, field, inputs, models, operations, said, short

from generator.dialect.dialect import Dialect, load_dialect
from generator.ir import Api, Encoding, EncodingKind, Requirement
from generator.lint.lint import Selection, lint
from generator.listing import rows
from generator.normalise.normalise import normalise
from generator.specs.sources import Sources
from generator.specs.specs import load_specs

ROOT = Path(__file__).resolve().parent.parent
ACME = ROOT / "tests/cases/acme"


def read(dialect: str = "dialect.yml") -> Api:
    """The Api, of which nothing is reported."""
    specs = load_specs(ACME / "openapi.yml", Sources(ACME))
    api, problems = normalise(specs, load_dialect(ACME / dialect, Sources(ACME)))
    assert [said(problem) for problem in (*specs.warnings, *problems)] == []
    return api


@pytest.fixture(scope="module")
def api() -> Api:
    return read()


def leaves(value: Any, path: str = "") -> dict[str, Any]:
    """Every fact of a dialect, by where it stands."""
    if not is_dataclass(value):
        return {path: value}
    inner = [leaves(getattr(value, entry.name), f"{path}.{entry.name}") for entry in fields(value)]
    return {key: leaf for found in inner for key, leaf in found.items()}


def facts(folder: Path) -> dict[str, Any]:
    dialect: Dialect = load_dialect(folder / "dialect.yml", Sources(folder))
    places = (".credentials_at", ".wire.sdk_at", ".wire.package_at")
    return {path: fact for path, fact in leaves(dialect).items() if not path.startswith(places)}


def test_the_two_dialects_have_no_fact_in_common() -> None:
    ours, theirs = facts(ROOT / "specs"), facts(ACME)
    assert ours.keys() == theirs.keys()
    assert [path for path, fact in ours.items() if fact == theirs[path]] == []


def test_every_action_has_its_group_its_effect_and_its_paging(api: Api) -> None:
    assert [row[:5] for row in rows(api)] == [
        ("listBills", "Bills", "read", "pages", "offset per_page status issued_after"),
        ("showBill", "Bills", "read", "-", "bill_id*"),
        ("settleBill", "Bills", "write", "-", "bill_id* way* amount on notify references"),
        ("findCustomers", "Customers", "read", "pages", "text* offset per_page"),
        ("purgeCustomer", "Customers", "destructive", "-", "customer_id email pin"),
        ("listCurrencies", "Misc", "read", "list", ""),
        ("makeQRCode", "Misc", "write", "-", "text* when"),
    ]


def test_the_results(api: Api) -> None:
    found = {name: operation.result for name, operation in operations(api).items()}
    assert {name: type(result).__name__ for name, result in found.items()} == {
        "listBills": "Page", "showBill": "Single", "settleBill": "Ack", "findCustomers": "Page",
        "purgeCustomer": "Ack", "listCurrencies": "Listing", "makeQRCode": "Single",
    }  # fmt: skip


def test_without_paging_nothing_pages() -> None:
    found = read("dialect-without-paging.yml")
    assert found.wire.paging is None
    assert {row.action: row.paging for row in rows(found) if row.paging != "-"} == {"listCurrencies": "list"}
    assert [param.wire for param in operations(found)["listBills"].params][:2] == ["offset", "per_page"]


def test_the_models(api: Api) -> None:
    assert models(api) == {
        "ListBillsResponse": {
            "state": "text", "notice": "text", "count": "integer", "position": "integer", "in_page": "integer",
            "bills": "[Bill]",
        },
        "Bill": {
            "id": "integer", "status": "enum BillStatus", "total": "decimal", "due": "date date", "customer": "Customer",
            "positions": "BillPositions", "discounts": "[Discount]",
        },
        "ShowBillResponse": {"state": "text", "bill": "Bill"},
        "Answer": {"state": "text", "reason": "text"},
        "FindCustomersResponse": {
            "state": "text", "count": "integer", "position": "integer", "in_page": "integer", "customers": "[Customer]",
        },
        "MakeQRCodeResponse": {"state": "text", "image": "bytes"},
        "Customer": {
            "id": "integer", "name": "text", "pin": "text", "since": "date date", "referred_by": "Customer",
            "balances": "{decimal}",
        },
        "BillPositions": {"position": "[BillPositionsPosition]"},
        "BillPositionsPosition": {"text": "text", "price": "decimal"},
        "Receipt": {"bill": "Bill", "printed": "boolean"},
        "Discount": {"percent": "decimal", "reason": "text"},
    }  # fmt: skip
    assert inputs(api) == {}
    assert enums(api) == {"BillStatus": ("open", "settled"), "SettleBillWay": ("iDEAL", "card", "cash")}


def test_both_descriptions_of_a_bill_are_one(api: Api) -> None:
    total, due, customer = (field(api, "Bill", name) for name in ("total", "due", "customer"))
    assert (total.doc, total.required) == ("Amount with taxes.", True)
    assert due.doc == "Days that are left."
    assert customer.doc == "Who owes it."


def test_how_parameters_are_written(api: Api) -> None:
    found = {param.wire: param for param in operations(api)["settleBill"].params}
    assert {name: short(param.type) for name, param in found.items()} == {
        "bill_id": "integer", "way": "enum SettleBillWay", "amount": "decimal", "on": "date date", "notify": "boolean",
        "references": "[text]",
    }  # fmt: skip
    assert found["on"].encoding == Encoding(date="DDMMYYYY")
    assert found["references"].encoding == Encoding(EncodingKind.COMMA)


def test_what_is_needed_and_what_is_secret(api: Api) -> None:
    purge = operations(api)["purgeCustomer"]
    assert purge.requirements == (Requirement(any=("customer_id", "email")),)
    assert [param.wire for param in purge.params if param.sensitive] == ["pin"]
    assert [entry.wire for entry in next(m for m in api.models if m.name == "Customer").fields if entry.sensitive] == [
        "pin"
    ]


def test_an_overlay_says_what_a_name_does_not(api: Api) -> None:
    assert operations(api)["makeQRCode"].since == "7.2"
    assert api.words == ("iDEAL", "QRCode")


def test_an_operation_that_no_path_names_says_its_effect_all_the_same(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ACME, tmp_path / "acme"))
    spec = folder / "openapi.yml"

    def undecided() -> list[str]:
        found = lint(spec, folder / "dialect.yml", Sources(folder), None, Selection())
        return [finding.subject for finding in found.findings if finding.code == "effect-undecided"]

    before = undecided()
    summary = "      summary: Settle a bill\n"
    spec.write_text(spec.read_text().replace(summary, f"{summary}      x-effect: write\n"))
    assert [action for action in before if action not in undecided()] == ["settleBill"]
