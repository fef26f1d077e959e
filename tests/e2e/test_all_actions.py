"""Every action with every parameter, through the generated methods, to real PHP and back; then to the fake.

The values come from the types of the specs, and so does what PHP is to make of them.
"""

from __future__ import annotations

import asyncio
import base64
import inspect
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from php_server import serving_php
from real_specs import api, group_of, inputs, operations
from whmcs import AsyncWhmcs, Whmcs
from whmcs.testing import FakeWhmcs
from whole_calls import whole_calls

from generator.ir import (
    AnyOf,
    EncodingKind,
    EnumRef,
    ListOf,
    MapOf,
    ModelRef,
    Opaque,
    Operation,
    Param,
    Scalar,
    ScalarKind,
    Type,
)
from generator.naming import Words

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

CREDENTIALS = {"identifier": "id & entifier", "secret": "s€cret"}

# Values, as a caller gives them: `number` tells those of one list apart.


def value(type_: Type, number: int = 1) -> Any:
    match type_:
        case Scalar(kind=kind):
            return scalar(kind, number)
        case EnumRef(name=name):
            values = next(enum.values for enum in api().enums if enum.name == name)
            return values[number % len(values)]
        case ModelRef(name=name):
            return {field.wire: value(field.type, number + at) for at, field in enumerate(inputs()[name].fields)}
        case ListOf(item=item):
            return [value(item, number), value(item, number + 1)]
        case MapOf(value=item):
            return {"13": value(item, number), "ü b": value(item, number + 1)}
        case AnyOf(options=options):
            return value(options[0], number)
        case Opaque():
            return f"anything {number}"


def scalar(kind: ScalarKind, number: int) -> Any:
    match kind:
        case ScalarKind.TEXT:
            return f"Füße & <b> + % [{number}]=\n"
        case ScalarKind.INTEGER:
            return 7858259148 + number
        case ScalarKind.DECIMAL:
            return Decimal(f"{number}.50")
        case ScalarKind.BOOLEAN:
            return number % 2 == 1
        case ScalarKind.DATE:
            return date(2026, 1, number)
        case ScalarKind.DATETIME:
            return datetime(2026, 1, 31, 23, 59, number)
        case ScalarKind.BYTES:
            return bytes([0, 255, number])


# The same, as PHP has to see it.


def sent(value: Any, pattern: str | None = None) -> Any:
    """A value in a form: texts, and arrays of them."""
    match value:
        case bool():
            return "1" if value else "0"
        case datetime():
            return value.isoformat(" ")
        case date():
            return value.strftime("%Y%m%d") if pattern == "YYYYMMDD" else value.isoformat()
        case dict():
            return {key: sent(item) for key, item in value.items()}
        case list():
            return {str(index): sent(item) for index, item in enumerate(value)}
    return str(value)


def packed(value: Any) -> Any:
    """A value in a serialized array or in JSON: numbers and truths stay what they are, amounts are texts."""
    match value:
        case dict():
            return {key: packed(item) for key, item in value.items()}
        case list():
            return {str(index): packed(item) for index, item in enumerate(value)}
        case bytes():
            return base64.b64encode(value).decode()
        case Decimal():
            return str(value)
    return value


def expected(param: Param) -> dict[str, Any]:
    """What $_POST, or what was opened of it, holds because of a parameter."""
    given = value(param.type)
    match param.encoding.kind:
        case EncodingKind.FORM:
            return {param.wire: sent(given, param.encoding.date)}
        case EncodingKind.COMMA:
            each = param.encoding.each
            return {param.wire: sent([joined(items) for items in given]) if each else joined(given)}
        case EncodingKind.NUMBERED:
            rows = enumerate(given, 1)
            return {f"{wire}{number}": sent(item) for number, row in rows for wire, item in row.items()}
        case EncodingKind.PHP_SERIALIZE | EncodingKind.JSON_BASE64:
            return {param.wire: packed(given)}


def joined(items: list[Any]) -> str:
    return ",".join(map(str, items))


def seen(answer: dict[str, Any], operation: Operation) -> dict[str, Any]:
    """What PHP saw, other than the credentials and the action; lists are objects with numbers for keys."""
    received, opened = as_arrays(answer["received"]), as_arrays(answer["opened"])
    assert received.pop("action") == operation.action
    assert received.pop("responsetype") == "json"
    assert {name: received.pop(name) for name in CREDENTIALS} == CREDENTIALS
    unpacked = {EncodingKind.PHP_SERIALIZE, EncodingKind.JSON_BASE64}
    for param in operation.params:
        if param.encoding.kind in unpacked and param.wire in received:
            received[param.wire] = opened[param.wire]
    return received


def as_arrays(value: Any) -> Any:
    if isinstance(value, list):
        value = {str(index): item for index, item in enumerate(value)}
    return {key: as_arrays(item) for key, item in value.items()} if isinstance(value, dict) else value


# Calls


@cache
def method_name(action: str) -> tuple[str, str]:
    """Where the method that calls an action is: the attribute of the client, and of the group."""
    words = Words(api().words)
    return words.snake(group_of()[action]), words.snake(action)


def method(client: Any, operation: Operation) -> Callable[..., Any]:
    group, name = method_name(operation.action)
    return getattr(getattr(client, group), name)


def calls(operation: Operation) -> list[dict[str, Any]]:
    """A value for every parameter by its wire name, in one call, or in several where the rules exclude some."""
    values = {param.wire: value(param.type) for param in operation.params}
    return list(whole_calls(operation.requirements, values))


def arguments(client: Any, operation: Operation, given: dict[str, Any]) -> dict[str, Any]:
    """The values by the name of their argument; a name that Python reserves ends with ``_``."""
    accepted = {*inspect.signature(method(client, operation)).parameters} - {"extra", "timeout"}
    named = {param.wire: param.wire if param.wire in accepted else f"{param.wire}_" for param in operation.params}
    assert {*named.values()} == accepted
    return {named[wire]: item for wire, item in given.items()}


def check(operation: Operation, given: dict[str, Any], answer: Any) -> None:
    assert answer.model_extra["request"] == "POST /billing/includes/api.php"
    whole: dict[str, Any] = {}
    for param in operation.params:
        whole |= expected(param) if param.wire in given else {}
    assert seen(answer.model_extra, operation) == as_arrays(whole)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving_php(Path(__file__).with_name("api.php")) as port:
        yield f"http://127.0.0.1:{port}/billing"


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[Whmcs]:
    with Whmcs(address, **CREDENTIALS) as whmcs:
        yield whmcs


@pytest.mark.parametrize("action", operations())
def test_php_reads_back_what_the_method_was_given(client: Whmcs, action: str):
    operation = operations()[action]
    for given in calls(operation):
        check(operation, given, method(client, operation)(**arguments(client, operation, given)))


def test_php_reads_back_what_the_async_methods_were_given(address: str):
    async def call_all() -> None:
        async with AsyncWhmcs(address, **CREDENTIALS) as whmcs:
            for operation in operations().values():
                for given in calls(operation):
                    answer = await method(whmcs, operation)(**arguments(whmcs, operation, given))
                    check(operation, given, answer)

    asyncio.run(call_all())


def test_the_fake_takes_the_same_from_both_clients():
    async def call_all(server: FakeWhmcs) -> None:
        async with AsyncWhmcs(server.url, **server.credentials, strict=True) as whmcs:
            for operation in operations().values():
                for given in calls(operation):
                    await method(whmcs, operation)(**arguments(whmcs, operation, given))

    with FakeWhmcs() as server, Whmcs(server.url, **server.credentials, strict=True) as whmcs:
        for operation in operations().values():
            for given in calls(operation):
                method(whmcs, operation)(**arguments(whmcs, operation, given))
        asyncio.run(call_all(server))
        records = [(record.action, record.problem, record.pairs) for record in server.calls]
    made = [action for action, operation in operations().items() for _ in calls(operation)]
    assert [action for action, _, _ in records] == [*made, *made]
    assert not [(action, problem) for action, problem, _ in records if problem]
    assert records[: len(made)] == records[len(made) :]


def test_no_parameter_is_left_out():
    for operation in operations().values():
        assert {param.wire for param in operation.params} == {wire for given in calls(operation) for wire in given}
