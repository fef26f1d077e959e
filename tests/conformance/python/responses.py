"""How answers are read: body.json, envelope.json, errors.json, decode_*.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import create_model
from whmcs._runtime import decode, faults
from whmcs._runtime.body import find_json
from whmcs._runtime.model import Model
from whmcs.exceptions import UnreadableValueError
from wire_support import KINDS, exact, operation, plain, untag

from .expect import raised, same, tells


def body(vector: dict[str, Any]) -> None:
    """The JSON document in a body, and the noise around it."""
    content = untag(vector["body"])
    body = content if isinstance(content, bytes) else content.encode()
    found = find_json(body, vector.get("content_type", ""))
    if vector["json"] is None:
        same(found, None, "document")
        return
    same(found and found.data, exact(vector["json"]), "document")
    same(found and found.noise, vector["noise"], "noise")


def envelope(vector: dict[str, Any]) -> None:
    """What a document says about the call."""
    found = decode.envelope(exact(vector["json"]))
    same(found.outcome, vector["outcome"], "outcome")
    same((found.success, found.error), (vector["outcome"] == "success", vector["outcome"] == "error"), "outcome")
    same(found.message, vector.get("message"), "message")
    same(found.warning, vector.get("warning"), "warning")
    same(found.more, vector.get("more"), "more")


def errors(vector: dict[str, Any]) -> None:
    """The rule that fits a message first."""
    kind, groups = faults.rule_for(vector["message"])
    same(kind, vector["class"], "class")
    same({name: text for name, text in groups.items() if text is not None}, vector.get("groups", {}), "groups")


def decode_scalars(vector: dict[str, Any]) -> None:
    """One value."""
    model: type[Model] = create_model("Answer", __base__=Model, value=(KINDS[vector["kind"]] | None, None))
    answer = _read(model, "value", vector["json"])
    expected = untag(vector["value"])
    same((type(answer.value), str(answer.value)), (type(expected), str(expected)), "value")
    if not vector.get("unparsed"):
        same(answer.unparsed, {}, "unparsed")
        same(_read(model, "value", vector["json"], strict=True), answer, "strict reading")
        return
    same(len(answer.unparsed), 1, "number of unparsed values")
    if "999" not in vector["json"]:  # a number that nobody can calculate with is kept as its text
        same(answer.unparsed, {"value": exact(vector["json"])}, "unparsed")
    _refused(model, "value", vector["json"])


def decode_lists(vector: dict[str, Any]) -> None:
    """A list, in any of its shapes."""
    item = KINDS[vector["item"]]

    class Answer(Model):
        wire_wrappers: ClassVar[Mapping[str, str]] = {"items": vector["wrapper"]} if "wrapper" in vector else {}

    _check(create_model("Listing", __base__=Answer, items=(list[item], [])), vector)  # type: ignore[valid-type]


def decode_maps(vector: dict[str, Any]) -> None:
    """A map or an object."""
    value = KINDS[vector["of"]]
    field: Any = (dict[str, value], {}) if vector["shape"] == "map" else (value | None, None)  # type: ignore[valid-type]
    _check(create_model("Answer", __base__=Model, items=field), vector)


def _check(model: type[Model], vector: dict[str, Any]) -> None:
    answer = _read(model, "items", vector["json"])
    same(plain(answer.items), untag(vector["value"]), "value")
    same(_unparsed(answer), _unparsed_of_vector(vector), "unparsed")
    if "strict" in vector:
        _refused(model, "items", vector["json"])
    else:
        same(_read(model, "items", vector["json"], strict=True), answer, "strict reading")


def _read(model: type[Model], name: str, json: str, *, strict: bool = False) -> Any:
    """The model of a response whose one field is the JSON text."""
    content = f'{{"result":"success","{name}":{json}}}'.encode()
    return decode.read(operation(response=model), content, strict)


def _refused(model: type[Model], name: str, json: str) -> None:
    error = raised(UnreadableValueError, lambda: _read(model, name, json, strict=True), "strict reading")
    tells(str(error), [f"DoIt: {name}"], [], "the message")


def _unparsed(answer: Any) -> dict[str, Any]:
    """What was kept, of the answer and of the objects in it."""
    items = answer.items
    inner = {"items": items} if isinstance(items, Model) else {}
    if isinstance(items, list | dict):
        pairs = items.items() if isinstance(items, dict) else enumerate(items)
        inner = {f"items[{key}]": item for key, item in pairs if isinstance(item, Model)}
    return {**answer.unparsed, **{place: model.unparsed for place, model in inner.items() if model.unparsed}}


def _unparsed_of_vector(vector: dict[str, Any]) -> dict[str, Any]:
    return {
        place: {name: exact(text) for name, text in kept.items()} if isinstance(kept, dict) else exact(kept)
        for place, kept in vector.get("unparsed", {}).items()
    }
