"""Models: nothing that was sent is lost, nothing sensitive is shown, and being lenient costs next to nothing."""

from __future__ import annotations

import copy
import gc
import json
import pickle
import re
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from whmcs import _dialect as dialect
from whmcs._runtime import decode
from whmcs._runtime.model import RESERVED, Model
from whmcs._runtime.oddity import Odd
from whmcs.exceptions import UnreadableValueError
from wire_support import operation

Status = Literal["Active", "Closed"] | str


class Price(Model):
    monthly: Decimal | None = None
    setup: Decimal | None = None


class Item(Model):
    wire_wrappers: ClassVar[Mapping[str, str]] = {"parts": "part"}

    id: int | None = None
    amount: Decimal | None = None
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


# ---- nothing is lost


def leaves(value: Any) -> Iterator[Any]:
    """The single values of a document that say something."""
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from leaves(item)
    elif value not in ("", None, *dialect.ZERO_DATES) and value is not False:
        yield value


def reachable(value: Any) -> Iterator[str]:
    """Every single value that a user can get at, in one spelling."""
    if isinstance(value, Model):
        assert value.model_extra is not None
        yield from reachable([getattr(value, name) for name in type(value).model_fields])
        yield from reachable([value.model_extra, value.unparsed])
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from reachable(item)
    else:
        assert not isinstance(value, Odd)
        yield spelling(value)


def spelling(value: Any) -> str:
    """One text for the spellings of one value: "015.50" and Decimal("15.5"), "on" and True."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}".removesuffix(" 00:00:00")
    text = "1" if value is True else str(value).strip()
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)[ T]?(\d\d:\d\d:\d\d)?", text):
        return " ".join(filter(None, match.groups())).removesuffix(" 00:00:00")
    if re.fullmatch(r"[+-]?[0-9]+(\.[0-9]*)?", text):
        return str(Decimal(text).normalize())
    return "1" if text.casefold() in dialect.TRUE_WORDS else text


odd_values = st.sampled_from(
    ["", None, [], {}, False, True, 0, "x", "$5.95 USD", "5", "5.50", 15, "on", "0000-00-00", "2026-01-31",
     "2026-01-31 07:08:09", "2026-02-30", "20260131", {"0": "7"}, {"a": "b"}, ["8", "y"], [[]], 1234567890123]
)  # fmt: skip
objects = st.deferred(lambda: st.dictionaries(names, values, max_size=5))
names = st.sampled_from(
    ["id", "amount", "total", "due", "paid", "active", "note", "reference", "items", "item", "numbers", "pricing", "rates",
     "client", "class", "class_", "list", "entry", "odd", "parts", "part", "monthly", "pin", "codes", "keys", "name", "status",
     "unknown", "unparsed", "model_extra", "__dict__", "0", "1"]
)  # fmt: skip
values = odd_values | objects | st.lists(odd_values | objects, max_size=3)


@given(objects)
@settings(max_examples=600, deadline=None)
def test_every_leaf_of_a_response_is_reachable(data: dict[str, Any]) -> None:
    found = set(reachable(read(data)))
    assert [leaf for leaf in leaves(data) if spelling(leaf) not in found] == []


@given(objects)
@settings(max_examples=200, deadline=None)
def test_reading_again_what_was_dumped_changes_nothing(data: dict[str, Any]) -> None:
    answer = read(data)
    assert Answer.model_validate(answer.model_dump()).model_dump() == answer.model_dump()
    assert Answer.model_validate_json(answer.model_dump_json()).model_dump_json() == answer.model_dump_json()


@given(objects)
@settings(max_examples=200, deadline=None)
def test_strict_reading_fails_just_where_something_contradicts_its_type(data: dict[str, Any]) -> None:
    answer = read(data)
    try:
        assert read(data, strict=True) == answer
    except UnreadableValueError as error:
        assert error.path
    assert read(data) == answer
