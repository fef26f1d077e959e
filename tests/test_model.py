"""Models: what is read, where the rest is kept, and that they are ordinary pydantic models."""

# ruff: noqa: RUF012 - fields have the defaults that they have in generated models

from __future__ import annotations

import threading
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar

import pytest
from model_support import Answer, Client, Item, read
from pydantic import Field, ValidationError
from whmcs._runtime import decode
from whmcs._runtime.model import RESERVED, Model
from whmcs.exceptions import UnreadableValueError
from wire_support import operation


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


def test_what_is_left_out_of_a_list_in_an_item_of_a_list_is_kept() -> None:
    answer = read({"items": {"item": [{"id": 1}, {"numbers": ["2", ""], "rates": {"a": "x"}}]}})
    assert (answer.items[1].numbers, answer.items[1].rates) == ([2], {})
    assert answer.items[1].unparsed == {"numbers[1]": "", "rates[a]": "x"}


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


@pytest.mark.parametrize("fits", ["5.50", "0", 7, " 1.50 "])
@pytest.mark.parametrize("breaks", ["-5.50", -1, "-1e2"])
def test_a_rule_that_somebody_adds_to_a_field_holds(fits: object, breaks: object) -> None:
    class Priced(Model):
        price: Annotated[Decimal, Field(ge=0)] | None = None

    assert read({"price": fits}, model=Priced).price == Decimal(str(fits).strip())
    broken = read({"price": breaks}, model=Priced)
    assert (broken.price, broken.unparsed) == (None, {"price": breaks})


# ---- older servers send an object's fields beside it


def test_nested_and_flattened_answers_are_the_same() -> None:
    nested = read({"result": "success", "total": "5.00", "client": {"id": "7", "name": "Jo", "since": "2026-01-31"}})
    flat = read({"result": "success", "total": "5.00", "id": "7", "name": "Jo", "since": "2026-01-31"})
    assert flat.client == nested.client == Client(id=7, name="Jo", since=date(2026, 1, 31))
    assert flat.model_extra == nested.model_extra == {"result": "success"}
    assert (flat.id, nested.id) == (7, None)  # declared by both: given to both


def test_the_result_of_the_call_is_no_field_of_a_flattened_object() -> None:
    class Check(Model):
        result: str | None = None
        score: int | None = None

    class Checked(Model):
        wire_flattened: ClassVar[str | None] = "check"

        check: Check | None = None

    answer = read({"result": "success", "score": 5}, model=Checked)
    assert answer.check == Check(score=5)
    assert answer.model_extra == {"result": "success"}


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
    with pytest.raises(UnreadableValueError, match="DoIt: the answer: Input should be "):
        decode.read(operation(response=Answer), body)


def test_an_empty_list_is_an_object_without_fields() -> None:
    assert decode.read(operation(response=Answer), b"[]") == Answer()


# ---- strict reading


def test_strict_reading_names_action_path_and_value() -> None:
    with pytest.raises(UnreadableValueError) as caught:
        read(
            {"items": {"item": [{"id": 1}, {"amount": "?"}]}, "client": {"pin": ["4711"]}, "due": {"password": "4711"}},
            strict=True,
        )
    assert caught.value.path == "due"
    assert caught.value.action == "DoIt"
    assert "items[1].amount is not a decimal number: '?'" in str(caught.value)
    assert "client.pin is not a text: (hidden)" in str(caught.value)
    assert "4711" not in str(caught.value)


def test_strict_reading_takes_what_servers_always_send() -> None:
    data = {
        "total": "",
        "due": "0000-00-00",
        "numbers": "",
        "items": {"item": [], "total": 0},
        "client": [],
        "pricing": [],
    }
    assert read(data, strict=True).unparsed == {"items.total": 0}


# ---- models are ordinary pydantic models


def test_models_made_by_hand() -> None:
    item = Item(id=1, amount=Decimal("2.50"))
    answer = Answer(id=1, due=date(2026, 1, 31), paid=datetime(2026, 1, 31, 7, 8), items=[item], list=["a"], odd=item)
    assert (answer.due, answer.items[0].amount, answer.list_) == (date(2026, 1, 31), Decimal("2.50"), ["a"])
    assert answer == Answer(
        id=1, due=date(2026, 1, 31), paid=datetime(2026, 1, 31, 7, 8), items=[item], list_=["a"], odd=item
    )
    assert answer.unparsed == {}


@pytest.mark.parametrize(
    "field",
    [
        {"id": "x"},
        {"due": "1769817600"},
        {"items": "x"},
        {"numbers": ["x"]},
        {"client": "x"},
        {"paid": datetime.now(UTC)},
    ],
)
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


def test_a_json_schema_says_of_an_amount_that_it_is_written_as_text() -> None:
    choices = Answer.model_json_schema(mode="serialization")["properties"]["total"]["anyOf"]
    assert {choice["type"] for choice in choices} == {"string", "null"}
    for sent in (7, "7"):
        assert read({"total": sent}).model_dump(mode="json", warnings="error")["total"] == "7"


def test_reserved_names_are_those_of_the_base_class() -> None:
    assert {"unparsed", "model_extra", "json", "copy", "schema", "wire_wrappers", "model_fields"} <= RESERVED
    assert RESERVED.isdisjoint(["id", "status", "type", "name", "date", "list", "items", "values", "keys", "result"])


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
