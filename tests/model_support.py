"""Models of all kinds of fields, and how tests read answers as them."""

# ruff: noqa: RUF012 - fields have the defaults that they have in generated models

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Literal

from pydantic import Field
from whmcs._runtime import decode
from whmcs._runtime.model import Model
from wire_support import operation

Status = Literal["Active", "Closed"] | str


class Price(Model):
    monthly: Decimal | None = None
    setup: Decimal | None = None


class Item(Model):
    wire_wrappers: ClassVar[Mapping[str, str]] = {"parts": "part"}

    id: int | None = None
    amount: Decimal | None = None
    numbers: list[int] = []
    rates: dict[str, Decimal] = {}
    parts: list[Item] = []


class Client(Model):
    wire_sensitive: ClassVar[frozenset[str]] = frozenset({"pin", "codes", "keys"})

    id: int | None = None
    name: str | None = None
    status: Status | None = None
    pin: str | None = None
    codes: list[str] = []
    keys: dict[str, str] = {}
    since: date | None = None


class Answer(Model):
    wire_wrappers: ClassVar[Mapping[str, str]] = {"items": "item", "list": "entry"}
    wire_flattened: ClassVar[str | None] = "client"

    id: int | None = None
    total: Decimal | None = None
    due: date | None = None
    paid: datetime | None = None
    active: bool | None = None
    note: str | None = None
    reference: int | str | None = None
    items: list[Item] = []
    numbers: list[int] = []
    pricing: dict[str, Price] = {}
    rates: dict[str, Decimal] = {}
    client: Client | None = None
    class_: str | None = Field(None, alias="class")
    list_: list[str] = Field([], alias="list")
    odd: Any = None


def read(data: object, *, strict: bool = False, model: type[Model] = Answer) -> Any:
    """The model of a response with these fields, after a trip through JSON."""
    return decode.read(operation(response=model), json.dumps(data).encode(), strict)


class Nested(Answer):
    wire_flattened: ClassVar[str | None] = None
