"""The documented example answers, as the models read them: nothing is lost, and everything has its declared type.

``cases/answers.json`` has the shape of each example, a kind of value in place of each value: ``int-string`` is "1", a
``zero-date`` is "0000-00-00", ``*`` is a key that is data. Where an example shows several kinds, answers take turns.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from real_specs import ROOT, documented_operations, operations, paths
from whmcs._runtime.decode import read
from whmcs._runtime.model import Model
from whmcs.exceptions import UnreadableValueError
from whmcs.registry import OPERATIONS

from generator.ir import AnyOf, EnumRef, Field, ListOf, MapOf, ModelRef, Opaque, Scalar, Type

ANSWERS: dict[str, Any] = json.loads((ROOT / "tests/cases/answers.json").read_text())
TURNS = 3
VALUES: dict[str, tuple[Any, ...]] = {
    "int": (1, 0, 1),
    "int-string": ("1", "0", "1"),
    "decimal-string": ("15.95", "-1.00", "0.000"),
    "money-with-symbol": ("$5.95 USD", "€1.234,50", "5,95 kr."),
    "bool": (True, False, True),
    "bool-word": ("true", "false", "on"),
    "string": ("text", "Füße & <b>", "0"),
    "empty-string": ("", "", ""),
    "date": ("2026-01-31", "2024-02-29", "1999-12-31"),
    "datetime": ("2026-01-31 23:59:58", "2024-02-29 00:00:00", "1999-12-31 12:00:01"),
    "zero-date": ("0000-00-00", "0000-00-00 00:00:00", "-0001-11-30 00:00:00"),
    "null": (None, None, None),
    "empty-list": ([], [], []),
}
BLANK = ("", None, *VALUES["zero-date"], [])


def answer(shape: Any, turn: int) -> Any:
    """An answer of a shape; each turn has other values."""
    if isinstance(shape, str):
        kinds = shape.split("|")
        return VALUES[kinds[turn % len(kinds)]][turn % TURNS]
    if isinstance(shape, list):
        return [answer(shape[0], turn), answer(shape[0], turn + 1)]
    if "or" in shape:
        return answer(shape["or"][turn % len(shape["or"])], turn)
    return {key: value for name, item in shape.items() for key, value in entries(name, item, turn)}


def entries(name: str, shape: Any, turn: int) -> Iterator[tuple[str, Any]]:
    names = ("USD", "2016-01-01") if name == "*" else (name,)
    return ((key, answer(shape, turn)) for key in names)


# What a field may be declared as, for each kind of value that an example shows.
FITTING = {
    "int": {"integer", "boolean"},
    "int-string": {"integer", "boolean"},
    "decimal-string": {"decimal"},
    "money-with-symbol": {"text"},
    "bool": {"boolean"},
    "bool-word": {"boolean"},
    "string": {"text"},
    "date": {"date"},
    "datetime": {"datetime"},
    "zero-date": {"date", "datetime"},
    "empty-string": {"text", "integer", "decimal", "boolean", "list"},
    "null": {"text", "integer", "boolean", "date", "datetime", "any", "object"},
    "empty-list": {"list", "object"},
}
NUMBER = "a number to people, not to count with: leading zeros and letters are possible"
JUDGED = {
    "GetClientsDetails.client.phonenumber": (NUMBER, "text"),
    "GetClientsDetails.client.phonecc": (NUMBER, "text"),
    "GetClientsProducts.products.product[].ordernumber": (NUMBER, "text"),
    "GetOrders.orders.order[].ordernum": (NUMBER, "text"),
    "GetPayMethods.paymethods[].card_last_four": (NUMBER, "text"),
    "GetTicket.tid": (NUMBER, "text"),
    "GetTickets.tickets.ticket[].tid": (NUMBER, "text"),
    "OpenTicket.tid": (NUMBER, "text"),
    "UpgradeProduct.order_number": (NUMBER, "text"),
    "GetProducts.products.product[].configoptions.configoption[].options.option[].recurring": ("money", "decimal"),
    "GetPromotions.promotions.promotion[].value": ("money or a percentage", "decimal"),
    "GetQuotes.quotes.quote[].items.item[].quantity": ("kept as it was entered, hours in fractions too", "decimal"),
    "GetClientsAddons.serviceid": ("as it was asked for, one ID or a text of several", "integer or text"),
    "GetProject.projectinfo.lastmodified": ("GetProjects has it as a date and time", "datetime"),
    "GetTicketAttachment.data": ("Base64", "bytes"),
    "DomainGetWhoisInfo.Registrant": ("JSON in a text, or an object", "map or text"),
    "GetAutomationLog.statistics": ("the example leaves it out", "any"),
}


def leaves(shape: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """``tickets.ticket[].id``, ``int-string`` for each value of a shape, and each kind that it has."""
    if isinstance(shape, str):
        yield from ((path, kind) for kind in shape.split("|"))
    elif isinstance(shape, list):
        yield from leaves(shape[0], f"{path}[]")
    elif "or" in shape:
        for option in shape["or"]:
            yield from leaves(option, path)
    else:
        for name, item in shape.items():
            yield from leaves(item, f"{path}.{name}" if path else name)


def meaning(type_: Type) -> str:
    match type_:
        case Scalar():
            return str(type_.kind)
        case EnumRef():
            return "text"
        case ListOf():
            return "list"
        case MapOf():
            return "map"
        case ModelRef():
            return "object"
        case AnyOf():
            return " or ".join(map(meaning, type_.options))
        case Opaque():
            return "any"


def declared(action: str) -> Iterator[tuple[str, Type]]:
    """Each place of an answer and its type; a place inside a list or a map is one of its own."""
    for path, field in paths(operations()[action]):
        yield from _inside(path, field)


def _inside(path: str, field: Field) -> Iterator[tuple[str, Type]]:
    type_: Type = field.type
    yield path, type_
    while isinstance(type_, ListOf | MapOf):
        if isinstance(type_, ListOf) and type_.wrapper:
            path += f".{type_.wrapper}"
            yield path, type_
        path += "[]" if isinstance(type_, ListOf) else ".*"
        type_ = type_.item if isinstance(type_, ListOf) else type_.value
        yield path, type_


def test_each_documented_field_has_a_fitting_type():
    odd = {}
    for action, shape in ANSWERS.items():
        types = {"": "object"} | {path: meaning(type_) for path, type_ in declared(action)}
        for path, kind in leaves(shape):
            assert path in types, f"{action}.{path} is declared nowhere"
            if types[path] not in FITTING[kind]:
                odd[f"{action}.{path}"] = types[path]
    assert odd == {place: judged for place, (_, judged) in JUDGED.items()}


# Declared inside of an answer, though its example does not show it; the same goes for what is inside of that.
BEYOND = {
    "GetClientsProducts.products.product[].customfields.customfield": "none in the example; as in GetClientsDetails",
    "GetInvoice.transactions.transaction": "none in the example; as in GetTransactions",
    "GetTicket.notes.note[].attachments": "empty in the example; as in replies",
    "GetToDoItems.items.item": "the example leaves the rows out; their names are judged",
}


def test_nothing_is_declared_that_no_server_is_known_to_send():
    beyond = {
        f"{action}.{path}"
        for action, shape in ANSWERS.items()
        for path, _ in paths(operations()[action])
        if "." in path and not any(f"{shown}.".startswith((f"{path}.", f"{path}[")) for shown, _ in leaves(shape))
    }
    unknown = {place for place in beyond if not any(f"{place}.".startswith((f"{at}.", f"{at}[")) for at in BEYOND)}
    assert not unknown
    assert not {at for at in BEYOND if not any(place.startswith(at) for place in beyond)}


def test_every_action_has_an_example():
    missing, extra = documented_operations().keys() - ANSWERS.keys(), ANSWERS.keys() - operations().keys()
    assert not missing, f"put the shape of the documented example into tests/cases/answers.json: {sorted(missing)}"
    assert not extra, f"take these out of tests/cases/answers.json, or declare them: {sorted(extra)}"


# Reading

# Where an example shows what its type cannot hold. It is kept in `unparsed` all the same.
UNREADABLE = {
    "GetProject.projectinfo.lastmodified": "a text that is no date",
}
BLANK_ITEMS = {
    "GetAdminUsers.admin_users[].receivesTicketNotifications": "a blank among the IDs of departments",
    "GetTicket.replies[].attachments": "PHP's empty object among the files",
    "GetTicket.notes[].attachments": "PHP's empty object in place of a file",
}


@cache
def answers(action: str) -> tuple[Any, ...]:
    return tuple(answer(ANSWERS[action], turn) for turn in range(TURNS))


@pytest.mark.parametrize("action", ANSWERS)
def test_nothing_of_a_documented_answer_is_lost(action: str):
    problems = {}
    for data in answers(action):
        problems |= dict(differences(action, data, read(OPERATIONS[action], data)))
    excepted = {place for place in (*UNREADABLE, *BLANK_ITEMS) if place.startswith(f"{action}.")}
    assert problems.keys() == excepted, problems


def differences(path: str, sent: Any, got: Any) -> Iterator[tuple[str, str]]:
    """Where what was read is not what was sent."""
    if isinstance(got, Model):
        yield from ((f"{path}.{name}", "not declared") for name in got.model_extra or ())
        # "attachments[0]": an item that was left out of its list.
        unread = {key.partition("[")[0]: raw for key, raw in got.unparsed.items()}
        yield from ((f"{path}.{name}", f"not read: {raw!r}") for name, raw in unread.items())
        named = {field.alias or name: name for name, field in type(got).model_fields.items()}
        for name, value in (sent or {}).items():
            if name in named and name not in unread:
                yield from differences(f"{path}.{name}", value, getattr(got, named[name]))
    elif isinstance(got, list):
        items = next(iter(sent.values())) if isinstance(sent, dict) and len(sent) == 1 else sent
        if len(items or ()) != len(got):
            yield path, f"{len(got)} of {len(items)} items"
        for item, read_item in zip(items or (), got, strict=False):
            yield from differences(f"{path}[]", item, read_item)
    elif isinstance(got, dict):
        if (sent or {}).keys() != got.keys():
            yield path, f"keys {[*got]} instead of {[*sent]}"
        for key, value in (sent or {}).items():
            yield from differences(f"{path}.*", value, got[key])
    elif not same(sent, got):
        yield path, f"{sent!r} became {got!r}"


def same(sent: Any, got: Any) -> bool:
    """Whether a value says what was sent."""
    match got:
        case None:
            return sent in BLANK
        case bool():
            return got == (str(sent).lower() in {"1", "true", "on"})
        case Decimal():
            return str(got) == str(sent)
        case datetime():
            return got.isoformat(" ") == sent and got.tzinfo is None
        case date():
            return got.isoformat() == str(sent)[:10]
        case _:
            return str(got) == str(sent)


def test_a_strict_client_takes_every_documented_answer_but_the_unreadable():
    refused = {}
    for action in ANSWERS:
        for data in answers(action):
            try:
                read(OPERATIONS[action], data, strict=True)
            except UnreadableValueError as error:
                refused[action] = str(error)
    assert refused.keys() == {place.partition(".")[0] for place in UNREADABLE}, refused
