"""Objects with documented entries: keys are checked, and each entry is written as its own kind."""

from __future__ import annotations

import base64
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from whmcs._runtime import form
from whmcs._runtime.operation import Encoding, Param
from whmcs.groups import billing, clients, orders, support
from wire_support import operation

FIELDS = (
    Param("text", "text", required=True),
    Param("amount", "decimal"),
    Param("taxed", "boolean"),
    Param("due", "date"),
    Param("password", "text", sensitive=True),
    Param("inner", "object", shape="list", fields=(Param("on", "boolean"),)),
)
FULL = {"text": "a", "amount": Decimal("1.50"), "taxed": False, "due": date(2026, 1, 31)}
ENCODINGS = ("form", "php-serialize", "json-base64", "numbered")


def rows(kind: Any, **facts: Any) -> Param:
    return Param("rows", "object", shape="list", encoding=Encoding(kind, **facts), fields=FIELDS)


def encoded(param: Param, value: object) -> list[tuple[str, str]]:
    return form.encode(operation(param), {param.wire: value})


def opened(param: Param, value: object) -> bytes:
    [(_, text)] = encoded(param, value)
    return base64.b64decode(text)


# ---- each entry in its own kind


def test_entries_of_forms_and_numbered_rows() -> None:
    texts = [("text", "a"), ("amount", "1.50"), ("taxed", "0"), ("due", "2026-01-31")]
    assert encoded(rows("form"), [FULL]) == [(f"rows[0][{key}]", text) for key, text in texts]
    assert encoded(rows("numbered"), [None, FULL]) == [(f"{key}2", text) for key, text in texts]
    assert encoded(rows("form", date="YYYYMMDD"), [FULL])[-1] == ("rows[0][due]", "20260131")


def test_entries_of_packed_rows_keep_their_types() -> None:
    assert opened(rows("json-base64"), [{**FULL, "inner": [{"on": 1}]}]) == (
        b'[{"text":"a","amount":1.50,"taxed":false,"due":"2026-01-31","inner":[{"on":true}]}]'
    )
    assert opened(rows("php-serialize"), {5: {"text": "a", "taxed": 0, "amount": "2.5"}}) == (
        b'a:1:{i:5;a:3:{s:4:"text";s:1:"a";s:5:"taxed";b:0;s:6:"amount";s:3:"2.5";}}'
    )


def test_objects_within_objects() -> None:
    assert encoded(rows("form"), [{"text": "a", "inner": [{"on": True}]}])[-1] == ("rows[0][inner][0][on]", "1")
    with pytest.raises(TypeError, match=r"^DoIt: rows\[0\]\[inner\]\[0\]\[on\] takes True or False"):
        encoded(rows("form"), [{"text": "a", "inner": [{"on": "false"}]}])


def test_single_objects_maps_and_each_item() -> None:
    one = Param("one", "object", fields=FIELDS)
    assert encoded(one, {"text": "a", "taxed": True}) == [("one[text]", "a"), ("one[taxed]", "1")]
    of = Param("of", "object", shape="map", fields=FIELDS)
    assert encoded(of, {"x": {"text": "a"}}) == [("of[x][text]", "a")]
    [(name, text)] = encoded(rows("php-serialize", each=True), [{"text": "a"}])
    assert (name, base64.b64decode(text)) == ("rows[0]", b'a:1:{s:4:"text";s:1:"a";}')


# ---- what is refused


@pytest.mark.parametrize("kind", ENCODINGS)
def test_unknown_keys_are_refused(kind: str) -> None:
    with pytest.raises(ValueError, match=r"^DoIt: rows\[0\] takes no keys but text, amount, .*, not 'txt' \(str\)$"):
        encoded(rows(kind), [{"text": "a", "txt": "b"}])


@pytest.mark.parametrize("kind", ENCODINGS)
@pytest.mark.parametrize("row", [{"amount": 1}, {"text": None}])
def test_required_keys_have_to_be_there(kind: str, row: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"^DoIt: rows\[1\] takes a dict that has text, not this dict$"):
        encoded(rows(kind), [{"text": "a"}, row])


@pytest.mark.parametrize("kind", ENCODINGS)
@pytest.mark.parametrize(
    ("key", "value"), [("taxed", "false"), ("amount", "x"), ("amount", True), ("due", 5), ("text", True)]
)
def test_values_of_another_kind_are_refused(kind: str, key: str, value: object) -> None:
    with pytest.raises(TypeError, match=rf"^DoIt: rows\[0\]\[{key}\] takes "):
        encoded(rows(kind), [{"text": "a", key: value}])


@pytest.mark.parametrize("kind", ENCODINGS)
def test_sensitive_entries_are_not_shown(kind: str) -> None:
    for value in ([{"text": "a", "password": [("hunter2",)]}], [[{"text": "a", "password": "hunter2"}]]):
        with pytest.raises(TypeError) as caught:
            encoded(rows(kind), value)
        assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("key", ["item description", "a.b", "a[b]", "a\0"])
def test_names_of_numbered_rows_are_those_that_php_reads(key: str) -> None:
    for fields in ((), (Param(key, "text"),)):
        param = Param("rows", "object", shape="list", encoding=Encoding("numbered"), fields=fields)
        with pytest.raises(ValueError, match=r"^DoIt: rows\[0\] takes keys that PHP reads"):
            encoded(param, [{key: "x"}])


def test_extra_parameters_are_not_checked() -> None:
    assert form.encode(operation(rows("form")), {}, {"one": {"txt": "false"}}) == [("one[txt]", "false")]


def test_files_are_paths_or_rows_of_known_keys(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"hi")
    fields = (Param("name", "text", required=True), Param("data", "bytes", required=True), Param("n", "integer"))
    encoding = Encoding("json-base64", file=("name", "data"))
    files = Param("files", "object", shape="list", encoding=encoding, fields=fields)
    row = {"name": "a.txt", "data": b"hi"}
    assert encoded(files, [tmp_path / "a.txt"]) == encoded(files, [row])
    with pytest.raises(ValueError, match=r"^DoIt: files\[0\] takes no keys but name, data, n, not 'mime'"):
        encoded(files, [{**row, "mime": "x"}])
    with pytest.raises(TypeError, match=r"^DoIt: files\[0\]\[n\] takes a whole number"):
        encoded(files, [{**row, "n": "x"}])
    with pytest.raises(TypeError, match=r"^DoIt: files\[0\]\[data\] takes bytes"):
        encoded(files, [{"name": "a.txt"}])


# ---- the generated operations


@pytest.mark.parametrize(
    ("action", "params"),
    [
        (billing.CREATE_INVOICE, {"items": [{"itemdescripton": "x"}]}),
        (billing.CREATE_INVOICE, {"items": [{"itemtaxed": "false"}]}),
        (billing.UPDATE_QUOTE, {"lineitems": [{"taxable": "false"}]}),
        (billing.UPDATE_QUOTE, {"lineitems": [{"description": "x"}]}),
        (clients.UPDATE_CLIENT, {"email_preferences": {"general": "false"}}),
        (clients.UPDATE_CLIENT, {"email_preferences": {"generel": True}}),
        (orders.ADD_PRODUCT, {"pricing": {"1": {"montly": 5}}}),
        (support.OPEN_TICKET, {"attachments": [{"name": "a", "data": b"", "mime": "x"}]}),
    ],
)
def test_the_operations_know_the_entries_of_their_objects(action: Any, params: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError), match=rf"^{action.action}: {next(iter(params))}\b"):
        form.encode(action, params)
