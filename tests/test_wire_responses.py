"""Responses by the vectors: tests/wire/body.json, envelope.json, errors.json, decode_*.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import pytest
from pydantic import create_model
from whmcs._runtime import decode, faults
from whmcs._runtime.model import Model
from whmcs.exceptions import UnreadableValueError
from wire_support import KINDS, exact, operation, plain, untag, vectors


def read(model: type[Model], name: str, json: str, *, strict: bool = False) -> Any:
    """The model of a response whose one field is the JSON text."""
    body = f'{{"result":"success","{name}":{json}}}'.encode()
    return decode.read(operation(response=model), body, strict)


@pytest.mark.parametrize("vector", vectors("body.json"))
def test_body(vector: dict[str, Any]) -> None:
    body = untag(vector["body"])
    found = decode.find_json(body if isinstance(body, bytes) else body.encode())
    if vector["json"] is None:
        assert found is None
        return
    assert found is not None
    assert found.data == exact(vector["json"])
    assert found.noise == vector["noise"]


def test_an_integer_too_long_for_python_is_kept_as_text() -> None:
    found = decode.find_json(b'{"id": ' + b"9" * 5000 + b"}")
    assert found is not None
    assert found.data == {"id": "9" * 5000}


@pytest.mark.parametrize("vector", vectors("envelope.json"))
def test_envelope(vector: dict[str, Any]) -> None:
    envelope = decode.envelope(exact(vector["json"]))
    assert envelope.outcome == vector["outcome"]
    assert envelope.message == vector.get("message")
    assert envelope.warning == vector.get("warning")
    assert (envelope.success, envelope.error) == (vector["outcome"] == "success", vector["outcome"] == "error")


@pytest.mark.parametrize("vector", vectors("errors.json"))
def test_error_rules(vector: dict[str, Any]) -> None:
    kind, groups = faults.rule_for(vector["message"])
    assert kind == vector["class"]
    assert {name: text for name, text in groups.items() if text is not None} == vector.get("groups", {})


@pytest.mark.parametrize("vector", vectors("decode_scalars.json"))
def test_scalars(vector: dict[str, Any]) -> None:
    model: type[Model] = create_model("Answer", __base__=Model, value=(KINDS[vector["kind"]] | None, None))
    answer = read(model, "value", vector["json"])
    expected = untag(vector["value"])
    assert (type(answer.value), str(answer.value)) == (type(expected), str(expected))
    if not vector.get("unparsed"):
        assert answer.unparsed == {}
        assert read(model, "value", vector["json"], strict=True) == answer
        return
    assert len(answer.unparsed) == 1
    if "999" not in vector["json"]:  # a number that nobody can calculate with is kept as its text
        assert answer.unparsed == {"value": exact(vector["json"])}
    with pytest.raises(UnreadableValueError, match="DoIt: value is not "):
        read(model, "value", vector["json"], strict=True)


@pytest.mark.parametrize("vector", vectors("decode_lists.json"))
def test_lists(vector: dict[str, Any]) -> None:
    item = KINDS[vector["item"]]

    class Answer(Model):
        wire_wrappers: ClassVar[Mapping[str, str]] = {"items": vector["wrapper"]} if "wrapper" in vector else {}

    check(create_model("Listing", __base__=Answer, items=(list[item], [])), vector)  # type: ignore[valid-type]


@pytest.mark.parametrize("vector", vectors("decode_maps.json"))
def test_maps_and_objects(vector: dict[str, Any]) -> None:
    value = KINDS[vector["of"]]
    field: Any = (dict[str, value], {}) if vector["shape"] == "map" else (value | None, None)  # type: ignore[valid-type]
    check(create_model("Answer", __base__=Model, items=field), vector)


def check(model: type[Model], vector: dict[str, Any]) -> None:
    answer = read(model, "items", vector["json"])
    assert plain(answer.items) == untag(vector["value"])
    assert unparsed_of(answer) == vector_unparsed(vector)
    if "strict" not in vector:
        assert read(model, "items", vector["json"], strict=True) == answer
        return
    with pytest.raises(UnreadableValueError, match="DoIt: items"):
        read(model, "items", vector["json"], strict=True)


def unparsed_of(answer: Any) -> dict[str, Any]:
    """What was kept, of the answer and of the objects in it."""
    items = answer.items
    inner = {"items": items} if isinstance(items, Model) else {}
    if isinstance(items, list | dict):
        pairs = items.items() if isinstance(items, dict) else enumerate(items)
        inner = {f"items[{key}]": item for key, item in pairs if isinstance(item, Model)}
    return {**answer.unparsed, **{place: model.unparsed for place, model in inner.items() if model.unparsed}}


def vector_unparsed(vector: dict[str, Any]) -> dict[str, Any]:
    return {
        place: {name: exact(text) for name, text in kept.items()} if isinstance(kept, dict) else exact(kept)
        for place, kept in vector.get("unparsed", {}).items()
    }
