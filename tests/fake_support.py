"""What the tests of the fake share: a few operations of every kind, and ways to call them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Literal
from urllib.parse import urlencode

import httpx
from pydantic import Field
from whmcs._runtime.model import Model
from whmcs._runtime.operation import Condition, Encoding, Operation, Paged, Param, Requirement
from whmcs._runtime.paging import Page
from whmcs.testing import FakeWhmcs

ENDPOINT = "/includes/api.php"


class Line(Model):
    id: int | None = None
    amount: Decimal | None = None
    taxed: bool | None = None


class Owner(Model):
    id: int | None = None
    email: str | None = None


class Bill(Model):
    """One of everything that a field can be."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"lines": "line"}
    wire_flattened: ClassVar[str | None] = "owner"

    id: int | None = None
    userid: int | None = None
    status: Literal["Paid", "Unpaid"] | str | None = None
    level: Literal[1, 2] | int | None = None
    total: Decimal | None = None
    due: date | None = None
    paid: datetime | None = None
    open: bool | None = None
    token: str | None = None
    owner: Owner | None = None
    lines: list[Line] = Field(default_factory=list[Line])
    prices: dict[str, Decimal] = Field(default_factory=dict[str, Decimal])
    either: int | str | None = None
    anything: Any = None
    parent: Bill | None = None


class Bills(Page):
    wire_wrappers: ClassVar[Mapping[str, str]] = {"bills": "bill"}

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    stamp: str | None = None
    bills: list[Bill] = Field(default_factory=list["Bill"])


class Added(Model):
    result: str | None = None
    id: int | None = None
    clientid: int | None = None


PAGING = (Param("limitstart", "integer"), Param("limitnum", "integer"))
GET_BILLS = Paged[Bills, Bill](
    action="GetBills",
    group="Bills",
    effect="read",
    params=(
        *PAGING,
        Param("userid", "integer"),
        Param("status", "text"),
        Param("id", "integer"),
        Param("due", "text"),
    ),
    response=Bills,
    records="bills",
)
GET_BILL = Operation[Bill](
    action="GetBill",
    group="Bills",
    effect="read",
    params=(
        Param("billid", "integer", required=True),
        Param("ownerid", "integer"),
        Param("token", "text", sensitive=True),
    ),
    response=Bill,
)
ENTRIES = (
    Param("qty", "integer", required=True),
    Param("price", "decimal"),
    Param("taxed", "boolean"),
    Param("on", "date"),
    Param("tags", "text", shape="list"),
)
COUNT_ROWS = Operation[Added](
    action="CountRows",
    group="Things",
    effect="write",
    params=(Param("rows", "object", shape="list", encoding=Encoding(kind="numbered"), fields=ENTRIES[1:3]),),
    response=Added,
)
ADD_THING = Operation[Added](
    action="AddThing",
    group="Things",
    effect="write",
    params=(
        Param("clientid", "integer"),
        Param("email", "text"),
        Param("price", "decimal"),
        Param("noemail", "boolean"),
        Param("due", "date"),
        Param("day", "date", encoding=Encoding(date="YYYYMMDD")),
        Param("at", "datetime"),
        Param("logo", "bytes"),
        Param("odd", "any", shape="any"),
        Param("address", "object"),
        Param("pid", "integer", shape="list"),
        Param("texts", "text", shape="map"),
        Param("ids", "integer", shape="list", encoding=Encoding(kind="comma")),
        Param("custom", "text", shape="map", encoding=Encoding(kind="php-serialize")),
        Param("fields", "any", shape="list", encoding=Encoding(kind="php-serialize", each=True)),
        Param("files", "object", shape="list", encoding=Encoding(kind="json-base64", file=("name", "data"))),
        Param("rows", "object", shape="list", encoding=Encoding(kind="numbered")),
        Param("card", "object", fields=ENTRIES),
        Param("cards", "object", shape="list", fields=ENTRIES),
        Param("deck", "object", shape="map", fields=ENTRIES),
        Param("lines", "object", shape="list", encoding=Encoding(kind="php-serialize"), fields=ENTRIES),
        Param("json", "object", shape="list", encoding=Encoding(kind="json-base64"), fields=ENTRIES),
        Param("pin", "text", sensitive=True),
        Param("skip", "boolean"),
        Param("street", "text"),
        Param("city", "text"),
    ),
    requires=(
        Requirement(any=("clientid", "email")),
        Requirement(all=("street", "city"), unless=(Condition("skip", flag=True),)),
    ),
    response=Added,
)
PING = Operation[None](action="Ping", group="System", effect="read", params=(), response=None)
GET_LINES = Operation[list[Line]](action="GetLines", group="Bills", effect="read", params=(), response=list[Line])
GET_PRICES = Operation[dict[str, Decimal]](
    action="GetPrices", group="Bills", effect="read", params=(), response=dict[str, Decimal]
)
OPERATIONS: Mapping[str, Operation[Any]] = {
    operation.action: operation for operation in (GET_BILLS, GET_BILL, ADD_THING, COUNT_ROWS, PING, GET_LINES, GET_PRICES)
}


def fake(**options: Any) -> FakeWhmcs:
    """A fake of these operations."""
    return FakeWhmcs(operations=OPERATIONS, **options)


def credentials(server: FakeWhmcs) -> dict[str, str | None]:
    """What a session signs in with."""
    return {"identifier": server.identifier, "secret": server.secret}


def form(server: FakeWhmcs, action: str, *pairs: tuple[str, str], **params: str) -> bytes:
    """The body of a complete call."""
    fixed = {"action": action, **server.credentials, "responsetype": "json"}
    return urlencode([*fixed.items(), *pairs, *params.items()]).encode()


def post(
    server: FakeWhmcs,
    body: bytes,
    *,
    target: str = ENDPOINT,
    method: str = "POST",
    headers: Mapping[str, str] | None = None,
) -> httpx.Response:
    """The response to a request, in the process or, if the fake serves, over HTTP."""
    wanted = {"content-type": "application/x-www-form-urlencoded", **(headers or {})}
    started = server.url.startswith("http://")
    with httpx.Client(transport=None if started else server.transport(), verify=False) as client:
        return client.request(method, server.url + target, content=body, headers=wanted)


def call(server: FakeWhmcs, action: str, *pairs: tuple[str, str], **params: str) -> Any:
    """The JSON that a complete call is answered with."""
    return json.loads(post(server, form(server, action, *pairs, **params)).content)


def message(server: FakeWhmcs, action: str, *pairs: tuple[str, str], **params: str) -> str:
    """What a call is refused with."""
    answer = call(server, action, *pairs, **params)
    assert answer["result"] == "error"
    text: str = answer["message"]
    return text


def scalars(value: Any) -> Iterable[Any]:
    """All single values of a document."""
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from scalars(item)
    else:
        yield value
