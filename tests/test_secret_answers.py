"""What models declare as sensitive is in no error, warning, text or pickle, wherever in an answer it stands."""

from __future__ import annotations

import copy
import json
import pickle
import warnings
from collections.abc import Callable
from typing import Any, ClassVar

import httpx
import pytest
from session_support import BOTH
from whmcs import exceptions
from whmcs._runtime import decode
from whmcs._runtime.model import Model
from whmcs._runtime.operation import Encoding, Operation, Param
from wire_support import operation

CANARY = "RESPcanary"


class Card(Model):
    wire_sensitive: ClassVar[frozenset[str]] = frozenset({"expiry", "startDate"})

    id: int | None = None
    expiry: str | None = None
    label: str | None = None


class Wallet(Model):
    cards: list[Card] = []  # noqa: RUF012 - as generated models have it
    by_name: dict[str, Card] = {}  # noqa: RUF012 - likewise


class Answer(Model):
    wire_sensitive: ClassVar[frozenset[str]] = frozenset({"link"})

    result: str | None = None
    id: int | None = None
    label: str | None = None
    link: str | None = None
    wallet: Wallet | None = None


CALL = operation(response=Answer)


def caller(kind: Any, body: str | bytes, **options: Any) -> Any:
    return kind(lambda request: httpx.Response(200, content=body), **options)


def shown(error: BaseException) -> str:
    text = f"{error} {error!r} {vars(error)!r} {error.args!r}"
    twin = pickle.dumps(error)
    return f"{text} {twin.decode('latin-1')} {pickle.loads(twin)!r}"


# What stands behind a sensitive name, in each shape.
VALUES = [CANARY, [CANARY], {"a": {"b": [CANARY, "]}"]}}, f'say "{CANARY}", it\'s', f"two words, {CANARY}"]
ODD = [
    {"link": 0},
    {"data": {"Link": 0}},
    {"wallet": [["x", {"expiry": 0}]]},
    {"wallet": {"cards": {"7": {"id": 1, "expiry": 0}}}},
    {"wallet": {"cards": {"card": [], "total": {"startDate": 0}}}},
    {"wallet": {"cards": 7, "by_name": [[{"expiry": 0}]]}},
    {"wallet": {"cards": [{"id": {"expiry": 0}, "EXPIRY": 0}]}},
    {"id": {"startdate": 0}},
    {"startDate": 0},
]


def filled(shape: Any, value: Any) -> Any:
    if isinstance(shape, dict):
        return {key: filled(item, value) for key, item in shape.items()}
    return [filled(item, value) for item in shape] if isinstance(shape, list) else value if shape == 0 else shape


@pytest.mark.parametrize("value", VALUES, ids=str)
@pytest.mark.parametrize("shape", ODD, ids=str)
def test_a_model_shows_no_declared_secret_in_what_it_keeps(shape: Any, value: Any) -> None:
    answer = decode.read(CALL, json.dumps({"result": "success", **filled(shape, value)}).encode())
    assert CANARY not in repr(answer) + str(answer)
    assert CANARY.encode() not in pickle.dumps(answer)
    assert CANARY in repr(answer.model_dump()) + repr(copy.copy(answer).unparsed) + repr(gathered(answer))
    pickle.loads(pickle.dumps(answer))


def gathered(model: Any) -> list[Any]:
    """What all models inside of one keep: those who ask for it have it whole."""
    wallet = model.wallet
    inside = [] if wallet is None else [wallet, *wallet.cards, *wallet.by_name.values()]
    return [(each.unparsed, each.model_extra) for each in (model, *inside)]


def test_a_field_is_shown_that_only_other_models_take_for_sensitive() -> None:
    answer = decode.read(CALL, b'{"result":"success","label":"L","wallet":{"cards":[{"id":1,"label":"M","link":"N"}]}}')
    assert "label='L'" in repr(answer)
    assert "link='N'" in repr(answer)


BODIES: dict[str, Callable[[str], str]] = {
    "cut": lambda text: text[:-2],
    "cut in the value": lambda text: text[: text.index(CANARY) + len(CANARY)],
    "warning and cut": lambda text: f"<br />\n<b>Warning</b>: x in <b>y</b><br />\n{text[:-1]}",
    "okay": lambda text: text.replace("success", "okay"),
    "in a page": lambda text: f"<pre>{text.replace('success', 'okay')}</pre>",
    "escaped in a page": lambda text: "<pre>" + text.replace('"', "&quot;"),
    "escaped in a text": lambda text: json.dumps(text),
}


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("value", VALUES, ids=str)
@pytest.mark.parametrize("body", BODIES)
def test_an_error_shows_no_declared_secret(kind: Any, body: str, value: Any) -> None:
    for name in ("link", "expiry", "STARTDATE"):
        text = BODIES[body](json.dumps({"result": "success", "data": {name: value}}))
        with pytest.raises(exceptions.ResponseError) as caught:
            caller(kind, text).call(CALL, {})
        assert CANARY in (caught.value.body() or "")
        assert CANARY not in shown(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        'array(1) {\n  ["link"]=>\n  string(10) "RESPcanary"\n}',
        "Array\n(\n    [link] => Array\n        (\n            [0] => RESPcanary\n        )\n\n)",
        "array (\n  'link' => 'it\\'s RESPcanary',\n)",
        'a:1:{s:4:"link";s:10:"RESPcanary";}',
        "<xml><link>two words RESPcanary</link></xml>",
        '<input name="link" value="RESPcanary"',
        "link=RESPcanary&x=1",
        "{\\\"link\\\":\\\"two words RESPcanary\\\"}",
        "{&#034;link&#034;: &#034;two words RESPcanary",
    ],
)  # fmt: skip
def test_a_page_shows_no_declared_secret(text: str) -> None:
    with pytest.raises(exceptions.ResponseError) as caught:
        caller(BOTH[0], f"Debug: {text}").call(CALL, {})
    assert CANARY not in shown(caught.value)
    assert "Debug" in str(caught.value)


@pytest.mark.parametrize("value", VALUES, ids=str)
@pytest.mark.parametrize("shape", ODD, ids=str)
def test_a_strict_error_shows_no_declared_secret(shape: Any, value: Any) -> None:
    body = json.dumps({"result": "success", "id": "no number", **filled(shape, value)})
    with pytest.raises(exceptions.UnreadableValueError) as caught:
        caller(BOTH[0], body, strict=True).call(CALL, {})
    assert CANARY not in shown(caught.value)


LONG = "correct horse battery 'staple' and a lot more that nobody reads"
DO_IT: Operation[Answer] = operation(
    Param("password2", "text", sensitive=True),
    Param("blob", "bytes", sensitive=True),
    Param("settings", "any", shape="map", encoding=Encoding("php-serialize")),
    Param("files", "any", shape="list", encoding=Encoding("json-base64")),
    Param("rows", "object", shape="list", fields=(Param("pin", "text", sensitive=True), Param("note", "text"))),
    response=Answer,
)
ECHOES: list[tuple[dict[str, Any], str]] = [
    ({"password2": LONG}, LONG),
    ({"settings": {"password": LONG}}, LONG),
    ({"settings": {"a": [{"secret": {"b": LONG}}]}}, LONG),
    ({"files": [{"cvv": "12345678"}]}, "1234 5678"),
    ({"rows": [{"pin": LONG, "note": "n"}]}, LONG),
    ({"note": {"cardnum": 4111111111111111}}, "4111-1111-1111-1111"),
    ({"blob": LONG.encode()}, LONG),
]


@pytest.mark.parametrize(("given", "echo"), ECHOES, ids=str)
@pytest.mark.parametrize(
    "place",
    [
        lambda echo: {"id": echo},
        lambda echo: {"id": [echo]},
        lambda echo: {"id": {echo: {echo: echo}}},
        lambda echo: {"wallet": {"by_name": {echo: "x"}}},
        lambda echo: {"id": f"{'x' * 20} {echo}"},
        lambda echo: {"id": echo.replace("'", "&#039;")},
    ],
)
def test_what_a_call_was_given_is_masked_before_it_is_shortened(given: Any, echo: str, place: Any) -> None:
    body = json.dumps({"result": "success", **place(echo)})
    extra = {name: value for name, value in given.items() if name == "note"}
    params = {name: value for name, value in given.items() if name != "note"}
    with pytest.raises(exceptions.UnreadableValueError) as caught:
        caller(BOTH[0], body, strict=True).call(DO_IT, params, extra)
    assert not [
        word for word in ("horse", "corre", "staple", "1234", "5678", "4111", "1111") if word in shown(caught.value)
    ]
    assert "***" in str(caught.value)


def test_the_address_of_a_refusal_is_masked() -> None:
    body = json.dumps({"result": "error", "message": "Invalid IP abcd:ef01::2345"})
    with pytest.raises(exceptions.IpNotAllowedError) as caught:
        caller(BOTH[0], body).call(DO_IT, {"password2": "abcd:ef01::2345"})
    assert "ef01" not in shown(caught.value)


def test_a_message_with_a_name_before_a_secret_of_several_words_is_masked_whole() -> None:
    body = json.dumps({"result": "error", "message": f"Wrong password: {LONG}. Bye"})
    with pytest.raises(exceptions.ApiError) as caught:
        caller(BOTH[0], body).call(DO_IT, {"password2": LONG})
    assert caught.value.message == "Wrong password: *** Bye"


def test_a_warning_shows_no_secret() -> None:
    body = json.dumps({"result": "success", "warning": "Got " + LONG.replace("'", "''") + ", link=RESPcanary"})
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        caller(BOTH[0], body).call(DO_IT, {"password2": LONG})
    assert [str(each.message) for each in told] == ["DoIt: Got ***, link=***"]


def test_keys_below_a_sensitive_name_are_not_shown() -> None:
    for given in ({"password2": {CANARY: object()}}, {"settings": {"password": {CANARY: object()}}}):
        with pytest.raises(exceptions.ParameterError) as caught:
            caller(BOTH[0], b"").call(DO_IT, given)
        assert CANARY not in shown(caught.value)


def test_a_call_that_succeeds_does_not_pay_for_masking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whmcs._runtime.mask.Mask", None)
    monkeypatch.setattr("whmcs._runtime.sensitive.Given.secrets", None)
    body = json.dumps({"result": "success", "id": 1, "wallet": {"cards": {"7": {"expiry": "x"}}}})
    assert caller(BOTH[0], body).call(DO_IT, {"password2": LONG}).id == 1


def test_a_pickled_list_or_map_holds_no_declared_secret() -> None:
    rows: Operation[Any] = operation(response=list[Card])
    table: Operation[Any] = operation(response=dict[str, Card])
    for found in (
        decode.read(rows, json.dumps([{"id": 1}, ["x", {"expiry": CANARY}]]).encode()),
        decode.read(table, json.dumps({"a": {"id": 1}, "b": [{"expiry": CANARY}]}).encode()),
    ):
        assert CANARY in repr(found.unparsed)
        pickled = pickle.dumps(found)
        assert CANARY.encode() not in pickled
        assert pickle.loads(pickled) == found
        assert list(pickle.loads(pickled).unparsed) == list(found.unparsed)


# The row of a table, as older installations answer it: the names that no page documents are sensitive, too.
@pytest.mark.parametrize("name", ["password", "pwresetkey", "gatewayid", "authdata", "securityqans", "PwResetKey"])
def test_columns_that_nobody_documents_are_not_shown(name: str) -> None:
    body = json.dumps({"result": "success", "wallet": {"cards": [{"id": 1, name: CANARY}]}, name: CANARY})
    answer = decode.read(CALL, body.encode())
    assert answer.wallet is not None and answer.wallet.cards[0].model_extra == {name: CANARY}
    assert CANARY not in f"{answer} {answer!r}"
    assert CANARY.encode() not in pickle.dumps(answer)
