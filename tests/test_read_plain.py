"""An answer that is read at once from its bytes is what it is when it is read from the document in them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from model_support import Answer, Nested
from pydantic import ValidationError
from test_model_reachable import documents, junk
from whmcs._runtime import decode, json_text
from whmcs._runtime.model import Model
from whmcs.exceptions import UnreadableValueError
from wire_support import operation

numbers = st.sampled_from(["15.950", "1e5", "-0.0", "1E400", "12345678901234567890.5", "0.1", "7", "-3", str(10**30)])


@st.composite
def bodies(draw: st.DrawFn, model: type[Model]) -> bytes:
    """A success, some of whose values are numbers as JSON writes them."""
    document = draw(documents(model) | junk)
    text = json.dumps({"result": "success", **document})
    for value in ('"x"', "15", '"5.50"', "true"):
        if draw(st.booleans()):
            text = re.sub(rf"(?<=[:\[,] ){re.escape(value)}(?=[,\]}}])", draw(numbers), text)
    return text.encode()


def everything(value: Any) -> Any:
    """What a model holds, with the types of all single values."""
    if isinstance(value, Model):
        held = {**vars(value), **(value.model_extra or {}), "unparsed": value.unparsed}
        return type(value).__name__, everything(held)
    if isinstance(value, dict):
        return {key: everything(item) for key, item in value.items()}
    if isinstance(value, list):
        return [everything(item) for item in value]
    return type(value), str(value)


def outcome(model: type[Model], data: object, *, strict: bool) -> Any:
    try:
        return everything(decode.read(operation(response=model), data, strict))
    except UnreadableValueError as error:
        return str(error)


@pytest.mark.parametrize("model", [Answer, Nested])
@given(st.data())
@settings(max_examples=150, deadline=None)
def test_both_ways_of_reading_agree(model: type[Model], data: st.DataObject) -> None:
    body = data.draw(bodies(model))
    document = json_text.loads(body)
    for strict in (False, True):
        assert outcome(model, body, strict=strict) == outcome(model, document, strict=strict)


@pytest.mark.parametrize(
    "body",
    [
        b'{"result": "success", "total": "15.950", "note": "a", "unknown": {"deep": ["x", 5]}}',
        b'{"result": "Success", "items": {"item": [{"id": "1", "parts": ""}]}, "due": "0000-00-00"}',
        b'{"result": "success", "numbers": "", "pricing": [], "id": "n/a"}',
    ],
)
def test_a_plain_success_is_read_at_once(body: bytes) -> None:
    found = decode.read_plain(operation(response=Nested), body)
    assert everything(found) == everything(decode.read(operation(response=Nested), json_text.loads(body)))


@pytest.mark.parametrize(
    "body",
    [
        b'{"result": "error", "message": "Client ID Not Found"}',
        b'{"result": "success", "warning": "Old", "id": 1}',
        b'{"id": 1}',
        b'{"result": ["success"], "id": 1}',
        b'<b>Warning</b>{"result": "success", "id": 1}',
        b'\xef\xbb\xbf{"result": "success", "id": 1}',
        b'{"result": "success", "total": 15.950}',
        b'{"result": "success", "unknown": {"deep": [15.950]}}',
        b'{"result": "success", "note": 15.950}',
        b'{"result": "success", "items": {"item": [{"unknown": 1.50}]}}',
        b'{"result": "success", "odd": [[1.50]]}',
        b'{"result": "success", "items": {"item": [], "total": 1.50}}',
        b"[]",
        b"",
    ],
)
def test_what_is_more_than_a_plain_success_is_looked_at_first(body: bytes) -> None:
    assert decode.read_plain(operation(response=Nested), body) is None


def test_json_that_a_user_reads_into_a_model_may_hold_any_number() -> None:
    read = Nested.model_validate_json('{"total": 15.950, "note": 5}')
    assert (str(read.total), read.note) == ("15.950", "5")


@pytest.mark.parametrize("broken", ["", "{", '{"id": NaN}', b"\xff", "[" * 5_000])
def test_what_a_user_reads_into_a_model_and_is_no_json_is_an_error_of_pydantic(broken: str | bytes) -> None:
    with pytest.raises(ValidationError):
        Nested.model_validate_json(broken)


class Row(Model):
    id: int | None = None
    note: str | None = None


class Held(Model):
    wire_wrappers: ClassVar[Mapping[str, str]] = {"rows": "row", "held": "text"}

    row: Row | None = None
    rows: list[Row]
    plain: list[Row]
    by_key: dict[str, Row]
    nested: list[list[Row]]
    either: Row | int | None = None
    texts: list[str]
    named: dict[str, str]
    held: list[str]


@pytest.mark.parametrize("note", ["5", "15.50", "true", '["x"]', '{"x": "y"}', "false", "null"])
@pytest.mark.parametrize(
    "place",
    [
        '"row": ROW',
        '"rows": {"row": [ROW, {"id": 2, "note": "a"}]}',
        '"rows": {"row": ROW}',
        '"plain": [{"id": 2, "note": "a"}, ROW]',
        '"plain": {"0": ROW}',
        '"by_key": {"a": ROW}',
        '"nested": [[ROW]]',
        '"either": ROW',
        '"texts": ["a", NOTE]',
        '"texts": NOTE',
        '"texts": {"0": NOTE}',
        '"named": {"a": NOTE}',
        '"named": NOTE',
        '"held": {"text": NOTE}',
        '"held": NOTE',
    ],
)
def test_a_text_that_is_none_is_read_wherever_it_stands(place: str, note: str) -> None:
    held = place.replace("ROW", '{"id": 1, "note": NOTE}').replace("NOTE", note)
    body = f'{{"result": "success", {held}}}'.encode()
    document = json_text.loads(body)
    for strict in (False, True):
        assert outcome(Held, body, strict=strict) == outcome(Held, document, strict=strict)
    if "ROW" in place and note in ("5", "15.50"):
        assert note in repr(decode.read(operation(response=Held), body))
