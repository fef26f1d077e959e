"""The fake knows every operation of the package: it takes all its parameters, and its answers are of its types."""

from __future__ import annotations

import asyncio
import json
import re
from base64 import b64encode
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import httpx
import pytest
from real_specs import ROOT
from whmcs import AsyncWhmcs, Whmcs
from whmcs._runtime.model import Model
from whmcs._runtime.operation import Operation, Paged, Param
from whmcs.registry import OPERATIONS
from whmcs.testing import FakeWhmcs, Quirks, made_up
from whmcs.testing.chance import Chance
from whmcs.testing.made_up import World
from whole_calls import whole_calls


@pytest.fixture(scope="module")
def server() -> Iterator[FakeWhmcs]:
    with FakeWhmcs(prefix="/billing") as started:
        yield started


def scalar(param: Param, number: int) -> Any:
    """A value of the kind of the parameter, another one for each number."""
    if param.values:
        return param.values[number % len(param.values)]
    return {
        "text": f"ü & + = {number}",
        "integer": number,
        "decimal": Decimal(f"{number}.50"),
        "boolean": number % 2 == 1,
        "date": date(2026, 1, number),
        "datetime": datetime(2026, 1, 31, 12, 0, number),
        "bytes": bytes([0, 255, number]),
        "object": entries(param) if param.fields else {"key": f"value {number}"},
        "any": f"any {number}",
    }[param.kind]


def entries(param: Param) -> dict[str, Any]:
    """Documented entries, each of its kind."""
    return {field.wire: scalar(field, number) for number, field in enumerate(param.fields, 1)}


def value(param: Param) -> Any:
    """What a user could pass in."""
    encoding = param.encoding
    if encoding.kind == "numbered":
        return [{"itemdescription": "One", "itemamount": Decimal("5.00")}, {"itemdescription": "Two"}]
    if encoding.kind == "json-base64":
        name, data = encoding.file or ("name", "data")
        return [{name: "a.txt", data: b"\x00" if encoding.file else Decimal("1.5")}]
    if encoding.kind == "php-serialize":
        if param.fields:
            return [entries(param), entries(param)]
        array = {5: "five", "key": {"a": 1}}
        return [array, array] if param.shape == "list" else array
    if encoding.kind == "comma":
        items = [scalar(param, 1), scalar(param, 2)]
        return [items, items] if encoding.each else items
    if param.shape == "list":
        return [scalar(param, 1), None, scalar(param, 2)]
    return {5: scalar(param, 1), "key": scalar(param, 2)} if param.shape == "map" else scalar(param, 1)


def calls(operation: Operation[Any]) -> list[dict[str, Any]]:
    """The arguments of the calls that together give every parameter."""
    return list(whole_calls(operation.requires, {param.wire: value(param) for param in operation.params}))


def parts(value: Any) -> Iterator[Model]:
    """The models that an answer is and holds."""
    if isinstance(value, Model):
        yield value
        value = [getattr(value, name) for name in type(value).model_fields]
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(inner)


def check(server: FakeWhmcs, operation: Operation[Any], given: dict[str, Any]) -> None:
    """The last request is a call of the operation with just these parameters."""
    record = server.calls[-1]
    assert (record.action, record.problem, record.path) == (operation.action, None, "/billing/includes/api.php")
    assert dict(record.params) == given
    names = [name for name, _ in record.pairs if "[" not in name]
    assert {"action", "identifier", "secret", "responsetype"} <= set(names)
    assert {"username", "password"}.isdisjoint(set(names) - {param.wire for param in operation.params})


@pytest.fixture(scope="module")
def client(server: FakeWhmcs) -> Iterator[Whmcs]:
    with Whmcs(server.url, **server.credentials, strict=True) as whmcs:
        yield whmcs


@pytest.mark.parametrize("action", OPERATIONS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_operation_is_served(server: FakeWhmcs, client: Whmcs, action: str) -> None:
    operation = OPERATIONS[action]
    for given in calls(operation):
        answer = client._session.call(operation, given)
        check(server, operation, given)
        assert (answer is None) is (operation.response is None)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_operation_is_served_to_async_clients_too(server: FakeWhmcs) -> None:
    async def call_all() -> None:
        async with AsyncWhmcs(server.url, **server.credentials, strict=True) as whmcs:
            for operation in OPERATIONS.values():
                for given in calls(operation):
                    await whmcs._session.call(operation, given)
                    check(server, operation, given)

    asyncio.run(call_all())


@pytest.mark.parametrize("action", [action for action, operation in OPERATIONS.items() if isinstance(operation, Paged)])
def test_every_list_has_its_population(client: Whmcs, action: str) -> None:
    operation = OPERATIONS[action]
    assert isinstance(operation, Paged)
    needed = {param.wire: value(param) for param in operation.params if param.required}
    assert len(list(client._session.iterate(operation, needed, page_size=7))) == 60


QUIRKS = ["text_numbers", "blank_lists", "lone_objects", "indexed_lists", "zero_dates", "warnings", "html_entities"]


# An empty list behind a warning could be a part of any web page.
UNREADABLE = {("warnings", "GetRegistrars")}


@pytest.mark.parametrize("quirk", QUIRKS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::whmcs.ApiWarning")
def test_no_quirk_makes_an_answer_unreadable(quirk: str) -> None:
    server = FakeWhmcs()
    server.quirks = Quirks(**{quirk: True})
    http_client = httpx.Client(transport=server.transport())
    with http_client, Whmcs(server.url, **server.credentials, strict=True, http_client=http_client) as whmcs:
        for operation in OPERATIONS.values():
            if (quirk, operation.action) not in UNREADABLE:
                whmcs._session.call(operation, calls(operation)[0])


@pytest.mark.parametrize(
    ("given", "sent", "recorded"),
    [(5, "5", 5), ("5", "5", 5), ([5], "5", 5), ("1,2", "1,2", [1, 2]), ([1, 2], "1,2", [1, 2]), ([], "", [])],
)
def test_ids_are_one_several_or_a_text(
    server: FakeWhmcs, client: Whmcs, given: int | str | list[int | None], sent: str, recorded: object
) -> None:
    client.orders.get_products(pid=given)
    assert ("pid", sent) in server.calls[-1].pairs
    assert server.calls[-1].params["pid"] == recorded
    client.clients.get_clients_addons(serviceid=given)
    assert ("serviceid", sent) in server.calls[-1].pairs
    assert server.calls[-1].params["serviceid"] == recorded


@pytest.mark.parametrize("given", ["products,tickets", ["products", "tickets"]])
def test_words_are_a_list_or_a_text(server: FakeWhmcs, client: Whmcs, given: str | list[str | None]) -> None:
    client.users.update_user_permissions(user_id=1, client_id=2, permissions=given)
    assert ("permissions", "products,tickets") in server.calls[-1].pairs
    assert server.calls[-1].params["permissions"] == ["products", "tickets"]


def test_an_item_of_a_comma_list_holds_no_comma(client: Whmcs) -> None:
    with pytest.raises(ValueError, match=r"permissions\[1\]"):
        client.users.update_user_permissions(user_id=1, client_id=2, permissions=["a", "b,c"])


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ("https://a.example/", [("{}", "https://a.example/")]),
        (["https://a.example/", "b.png"], [("{}[0]", "https://a.example/"), ("{}[1]", "b.png")]),
    ],
)
def test_addresses_of_oauth_credentials_are_a_text_or_a_list(
    server: FakeWhmcs, client: Whmcs, given: str | list[str | None], sent: list[tuple[str, str]]
) -> None:
    client.authentication.update_oauth_credential(credentialId=1, logoUri=given, redirectUri=given)
    for wire in ("logoUri", "redirectUri"):
        pairs = [pair for pair in server.calls[-1].pairs if pair[0].startswith(wire)]
        assert pairs == [(name.format(wire), text) for name, text in sent]
        assert server.calls[-1].params[wire] == given


def test_a_configurable_option_is_a_choice_or_a_choice_with_a_quantity(server: FakeWhmcs, client: Whmcs) -> None:
    client.services.update_client_product(serviceid=1, configoptions={3: 7, 4: {"optionid": 9, "qty": 2}})
    written = b'a:2:{i:3;i:7;i:4;a:2:{s:8:"optionid";i:9;s:3:"qty";i:2;}}'
    assert ("configoptions", b64encode(written).decode()) in server.calls[-1].pairs


EXAMPLES: dict[str, Any] = json.loads((ROOT / "tests/cases/answers.json").read_text())


@pytest.mark.parametrize("action", EXAMPLES)
def test_an_answer_has_the_envelope_of_the_documented_example(action: str) -> None:
    whole = made_up.answer(OPERATIONS[action], {}, World(Chance(1), 60, {}))
    assert isinstance(whole, list) == (EXAMPLES[action] in ("empty-list", []))
    if isinstance(whole, dict):
        assert ("result" in whole) == ("result" in EXAMPLES[action])
        if "result" not in whole and "status" in EXAMPLES[action]:
            assert whole["status"] == "success"


def test_an_answer_without_an_envelope_has_its_population() -> None:
    world = World(Chance(1), 60, {"GetRegistrars": [{"name": "enom"}]})
    assert made_up.answer(OPERATIONS["GetRegistrars"], {}, world) == {"registrars": [{"name": "enom"}]}


def test_money_in_a_text_has_its_currency(client: Whmcs) -> None:
    income = client.system.get_stats().income_today
    assert income is not None
    assert re.fullmatch(r"\$[0-9]+\.[0-9]{2} USD", income)
    stats = client.clients.get_clients_details(clientid=1, stats=True).stats
    assert stats is not None
    assert re.fullmatch(r"\$[0-9]+\.[0-9]{2} USD", stats.income or "")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_field_that_only_some_actions_send_is_in_their_answers_alone(client: Whmcs) -> None:
    sent: dict[tuple[str, str], set[str]] = {}
    for action, operation in OPERATIONS.items():
        for part in parts(client._session.call(operation, calls(operation)[0])):
            for wire in part.wire_actions.keys() & part.model_fields_set:
                assert action in part.wire_actions[wire]
                sent.setdefault((type(part).__name__, wire), set()).add(action)
    assert sent["TicketNote", "noteid"] == {"GetTicket"}
    assert sent["TicketNote", "id"] == {"GetTicketNotes"}
    assert sent["Project", "watchers"] == {"GetProjects"}
    assert ("Invoice", "balance") not in sent


def test_ids_in_a_text_are_ids(client: Whmcs) -> None:
    order = client.orders.add_order(clientid=1, paymentmethod="paypal", pid=[1])
    for ids in (order.serviceids, order.domainids, order.addonids):
        assert re.fullmatch(r"\d+(,\d+)*", ids or "")
