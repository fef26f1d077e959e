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
from hypothesis import assume, given, settings
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


class Nested(Answer):
    wire_flattened: ClassVar[str | None] = None


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
    text = str(int(value)) if isinstance(value, bool) else str(value).strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?", text):
        return text.removesuffix(" 00:00:00")
    if re.fullmatch(r"20\d{6}", text):
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    if re.fullmatch(r"[+-]?[0-9]+(\.[0-9]*)?", text):
        return str(Decimal(text).normalize())
    return str(int(word in dialect.TRUE_WORDS)) if (word := text.casefold()) in dialect.TRUE_WORDS | dialect.FALSE_WORDS else text


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
@settings(max_examples=300, deadline=None)
def test_every_leaf_of_a_response_is_reachable(data: dict[str, Any]) -> None:
    found = set(reachable(read(data)))
    assert [leaf for leaf in leaves(data) if spelling(leaf) not in found] == []


@given(objects)
@settings(max_examples=100, deadline=None)
def test_reading_again_what_was_dumped_changes_nothing(data: dict[str, Any]) -> None:
    assume("class_" not in data)  # a field's name in Python is also that of an unknown field here
    answer = read(data, model=Nested)
    assert Nested.model_validate(answer.model_dump()).model_dump() == answer.model_dump()
    assert Nested.model_validate_json(answer.model_dump_json()).model_dump_json() == answer.model_dump_json()


@given(objects)
@settings(max_examples=100, deadline=None)
def test_strict_reading_fails_just_where_something_contradicts_its_type(data: dict[str, Any]) -> None:
    answer = read(data)
    try:
        assert read(data, strict=True) == answer
    except UnreadableValueError as error:
        assert error.path
    assert read(data) == answer


def test_each_place_for_what_cannot_be_read() -> None:
    answer = read(
        {
            "total": "$5.95 USD",
            "numbers": [1, "x", 3],
            "pricing": {"EUR": {"monthly": "soon"}, "USD": "n/a"},
            "items": {"item": [{"amount": "-"}], "total": 3},
        }
    )
    assert answer.unparsed == {"total": "$5.95 USD", "items.total": 3, "numbers[1]": "x", "pricing[USD]": "n/a"}
    assert answer.items[0].unparsed == {"amount": "-"}
    assert answer.pricing["EUR"].unparsed == {"monthly": "soon"}
    assert (answer.total, answer.numbers, list(answer.pricing)) == (None, [1, 3], ["EUR"])


def test_lists_are_lists_at_any_depth() -> None:
    answer = read({"items": {"item": {"0": {"id": "1", "parts": {"part": {"id": 2, "parts": ""}}}}}})
    assert answer.items == [Item(id=1, parts=[Item(id=2)])]
    assert answer.items[0].parts[0].parts == []


def test_unknown_fields_are_kept_as_they_were_sent() -> None:
    answer = decode.read(operation(response=Answer), b'{"new": {"price": 15.950, "ids": [1, "2"]}, "unparsed": 1}')
    assert answer.model_extra == {"new": {"price": Decimal("15.950"), "ids": [1, "2"]}, "unparsed": 1}
    assert answer.new["price"].as_tuple() == Decimal("15.950").as_tuple()
    assert answer.unparsed == {}


def test_fields_that_are_absent_have_their_default() -> None:
    class Required(Model):
        id: int
        items: list[Item]

    answer = read({}, model=Required)
    assert (answer.id, answer.items) == (None, [])


# ---- older servers send an object's fields beside it


def test_nested_and_flattened_answers_are_the_same() -> None:
    nested = read({"result": "success", "total": "5.00", "client": {"id": "7", "name": "Jo", "since": "2026-01-31"}})
    flat = read({"result": "success", "total": "5.00", "id": "7", "name": "Jo", "since": "2026-01-31"})
    assert flat.client == nested.client == Client(id=7, name="Jo", since=date(2026, 1, 31))
    assert flat.model_extra == nested.model_extra == {"result": "success"}
    assert (flat.id, nested.id) == (7, None)  # declared by both: given to both


def test_a_nested_object_wins_over_flattened_fields() -> None:
    answer = read({"client": {"name": "new"}, "name": "old"})
    assert answer.client.name == "new"
    assert answer.model_extra == {"name": "old"}


def test_nothing_is_nested_where_nothing_is_flattened() -> None:
    assert read({"id": 1, "total": "5"}).client is None
    assert read({"unknown": 1}).client is None


def test_odd_values_of_flattened_fields_are_kept_in_the_object() -> None:
    answer = read({"name": "Jo", "since": "long ago"})
    assert answer.client.unparsed == {"since": "long ago"}


# ---- answers that are no model


def test_a_list_as_the_whole_answer() -> None:
    action = operation(response=list[Item])
    answer = decode.read(action, b'[{"id": "1"}, "x", {"id": "?"}]')
    assert answer == [Item(id=1), answer[1]]
    assert (answer.unparsed, answer[1].unparsed) == ({"[1]": "x"}, {"id": "?"})
    for empty in (b"[]", b'{"result":"success"}', b"{}"):
        assert decode.read(action, empty) == []
    assert decode.read(action, b'{"result":"success","0":{"id":1}}') == [Item(id=1)]


def test_an_envelope_without_the_list_is_no_item_of_it() -> None:
    answer = decode.read(operation(response=list[Item]), b'{"result":"success","message":"Nothing here"}')
    assert answer == []
    assert answer.unparsed == {"": {"message": "Nothing here"}}


def test_a_map_as_the_whole_answer() -> None:
    answer = decode.read(operation(response=dict[str, Decimal]), b'{"result":"success","USD":"1.0","EUR":"?"}')
    assert (answer, answer.unparsed) == ({"USD": Decimal("1.0")}, {"[EUR]": "?"})


def test_an_answer_of_no_declared_type() -> None:
    data = {"result": "success", "a": [1, "x"]}
    assert type(decode.read(operation(response=Any), data)) is dict
    assert decode.read(operation(response=Any), data) == data
    assert decode.read(operation(response=None), data) is None


@pytest.mark.parametrize("body", [b"", b"<html>", b"[1]", b'"text"', b'{"id":'])
def test_an_answer_of_another_kind_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableValueError, match="DoIt: the answer is "):
        decode.read(operation(response=Answer), body)


def test_an_empty_list_is_an_object_without_fields() -> None:
    assert decode.read(operation(response=Answer), b"[]") == Answer()


# ---- strict reading


def test_strict_reading_names_action_path_and_value() -> None:
    with pytest.raises(UnreadableValueError) as caught:
        read({"items": {"item": [{"id": 1}, {"amount": "?"}]}, "client": {"pin": ["4711"]}}, strict=True)
    assert caught.value.path == "items[1].amount"
    assert caught.value.action == "DoIt"
    assert "items[1].amount is not a decimal number: '?'" in str(caught.value)
    assert "client.pin is not a text: (hidden)" in str(caught.value)
    assert "4711" not in str(caught.value)


def test_strict_reading_takes_what_servers_always_send() -> None:
    data = {"total": "", "due": "0000-00-00", "numbers": "", "items": {"item": [], "total": 0}, "client": [], "pricing": []}
    assert read(data, strict=True).unparsed == {"items.total": 0}


# ---- nothing sensitive is shown

SECRETS = {
    "id": 1,
    "password": "hunter2",
    "unknown": {"cvv": "hunter2", "rows": [{"secret": "hunter2"}]},
    "client": {"pin": "hunter2", "codes": ["hunter2"], "keys": {"a": "hunter2"}, "password": "hunter2", "name": "Jo"},
    "odd": {"password": "hunter2"},
    "total": {"password": "hunter2"},
}


@pytest.fixture
def secretive() -> Any:
    answer = read(SECRETS)
    assert json.dumps(answer.model_dump(mode="json")).count("hunter2") == 8  # those who ask for the data have it
    return answer


def test_no_text_of_a_model_shows_sensitive_values(secretive: Any) -> None:
    for shown in (repr(secretive), str(secretive), f"{secretive}", f"{secretive!r:>9}", repr([secretive]), repr(secretive.client)):
        assert "hunter2" not in shown
        assert "***" in shown
    assert "name='Jo'" in repr(secretive)


def test_empty_sensitive_values_are_shown_as_empty() -> None:
    assert repr(Client(pin="", codes=[])).startswith("Client(id=None, name=None, status=None, pin='', codes=[]")


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickle_holds_no_sensitive_values(secretive: Any, protocol: int) -> None:
    pickled = pickle.dumps(secretive, protocol)
    assert b"hunter2" not in pickled
    restored = pickle.loads(pickled)
    assert (restored.id, restored.client.name) == (1, "Jo")
    assert (restored.client.pin, restored.client.codes, restored.client.keys) == (None, [], {})
    assert restored.unparsed == {"total": {}}
    assert secretive.client.pin == "hunter2"


def test_a_pickle_of_harmless_values_is_whole() -> None:
    answer = read({"id": 1, "total": "?", "new": [1], "items": {"item": [{"id": 3}]}})
    restored = pickle.loads(pickle.dumps(answer))
    assert restored == answer
    assert restored.unparsed == {"total": "?"}
    assert restored.model_fields_set == answer.model_fields_set


def test_copies_are_whole(secretive: Any) -> None:
    for copied in (copy.copy(secretive), copy.deepcopy(secretive), secretive.model_copy()):
        assert copied == secretive
        assert (copied.client.pin, copied.unparsed) == ("hunter2", secretive.unparsed)


def test_errors_of_models_made_by_hand_do_not_show_values() -> None:
    with pytest.raises(ValidationError) as caught:
        Client.model_validate({"pin": ["hunter2"]})
    assert "hunter2" not in str(caught.value)


# ---- models are ordinary pydantic models


def test_models_made_by_hand() -> None:
    item = Item(id=1, amount=Decimal("2.50"))
    answer = Answer(id=1, due=date(2026, 1, 31), paid=datetime(2026, 1, 31, 7, 8), items=[item], list=["a"], odd=item)
    assert (answer.due, answer.items[0].amount, answer.list_) == (date(2026, 1, 31), Decimal("2.50"), ["a"])
    assert answer == Answer(id=1, due=date(2026, 1, 31), paid=datetime(2026, 1, 31, 7, 8), items=[item], list_=["a"], odd=item)
    assert answer.unparsed == {}


@pytest.mark.parametrize("field", [{"id": "x"}, {"due": "1769817600"}, {"items": "x"}, {"numbers": ["x"]}, {"client": "x"}])
def test_unreadable_values_are_refused_where_nobody_keeps_them(field: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        Answer.model_validate(field)
    assert caught.value.error_count() == 1
    assert caught.value.errors()[0]["type"] == "unreadable"


def test_subclasses_with_more_fields_are_lenient_too() -> None:
    class Mine(Client):
        visits: int | None = None

    answer = read({"visits": "7", "id": "x"}, model=Mine)
    assert (answer.visits, answer.unparsed) == (7, {"id": "x"})
    assert read({"visits": "7"}, model=Mine) == Mine(visits=7)


def test_a_json_schema_can_be_made() -> None:
    for mode in ("serialization", "validation"):
        schema = Answer.model_json_schema(mode=mode)
        assert set(schema["properties"]) > {"id", "total", "class", "list"}


def test_reserved_names_are_those_of_the_base_class() -> None:
    assert RESERVED >= {"unparsed", "model_extra", "json", "copy", "schema", "wire_wrappers", "model_fields"}
    assert not RESERVED & {"id", "status", "type", "name", "date", "list", "items", "values", "keys", "result", "message"}


def test_a_model_that_holds_itself_may_be_deep() -> None:
    data: dict[str, Any] = {"id": "x"}
    for _ in range(200):
        data = {"parts": {"part": data}}
    answer = read(data, model=Item)
    for _ in range(200):
        answer = answer.parts[0]
    assert answer.unparsed == {"id": "x"}


def test_a_model_that_is_too_deep_is_kept_unread() -> None:
    data: dict[str, Any] = {"id": 1}
    for _ in range(290):
        data = {"parts": {"part": data}}
    answer = read(data, model=Item)
    depth = 0
    while answer.parts:
        answer, depth = answer.parts[0], depth + 1
    assert depth > 100
    assert answer.unparsed or depth == 290


def test_threads_may_read_the_first_answer_at_once() -> None:
    class Fresh(Model):
        items: list[Item] = []
        total: Decimal | None = None

    barrier, answers = threading.Barrier(8), []

    def work() -> None:
        barrier.wait()
        answers.append(read({"items": {"0": {"id": "1"}}, "total": "?"}, model=Fresh))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.items for answer in answers] == [[Item(id=1)]] * 8
    assert all(answer.unparsed == {"total": "?"} for answer in answers)
