"""Texts, numbers and buffers of classes that callers derive: what is sent is their content, whatever they print as."""

from __future__ import annotations

import json
from base64 import b64decode
from datetime import datetime
from decimal import Decimal
from typing import Any

import httpx
import pytest
from whmcs import Whmcs
from whmcs._runtime import form, php, values
from whmcs._runtime.operation import Encoding, Param
from wire_support import operation


class Printed:
    """Prints as something else than it is."""

    def __str__(self) -> str:
        return "printed"

    def __repr__(self) -> str:
        return "printed"

    def __format__(self, _: str) -> str:
        return "printed"


class Text(Printed, str):
    pass


class Whole(Printed, int):
    pass


class Binary(Printed, float):
    pass


class Exact(Printed, Decimal):
    pass


DERIVED: list[Any] = [Text("7"), Whole(7), Binary(7.0), Exact("7")]


@pytest.mark.parametrize("kind", ["text", "integer", "decimal", "any"])
@pytest.mark.parametrize("value", DERIVED, ids=lambda value: type(value).__name__)
def test_what_is_sent_is_the_content(kind: Any, value: Any) -> None:
    plain, listed = Param("x", kind), Param("x", kind, shape="list", encoding=Encoding("comma"))
    assert form.encode(operation(plain), {"x": value}) == [("x", "7")]
    assert form.urlencode(form.encode(operation(plain), {"x": value})) == b"x=7"
    assert form.encode(operation(listed), {"x": [value, value]}) == [("x", "7,7")]


@pytest.mark.parametrize("value", DERIVED, ids=lambda value: type(value).__name__)
def test_so_is_what_is_serialized(value: Any) -> None:
    """A whole number of a derived class once took for ever: ``in range()`` counts for those."""
    written = {Text: b's:1:"7";', Whole: b"i:7;", Binary: b"d:7;", Exact: b's:1:"7";'}[type(value)]
    assert php.serialize(value) == written
    blob = Param("x", "any", shape="any", encoding=Encoding("json-base64"))
    [(_, sent)] = form.encode(operation(blob), {"x": [value]})
    assert [str(item) for item in json.loads(b64decode(sent))] in (["7"], ["7.0"])


@pytest.mark.parametrize("key", [Text("7"), Whole(7)], ids=lambda key: type(key).__name__)
def test_so_are_keys_and_names(key: Any) -> None:
    param = Param("m", "text", shape="map")
    assert form.encode(operation(param), {"m": {key: "v"}}) == [("m[7]", "v")]
    assert php.serialize({key: "v"}) == b'a:1:{i:7;s:1:"v";}'
    rows = Param("rows", "object", shape="list", encoding=Encoding("numbered"))
    assert form.encode(operation(rows), {"rows": [{Text("a"): 1}]}) == [("a1", "1")]
    assert form.encode(operation(), {}, {key: "v"}) == [("7", "v")]
    blob = Param("x", "any", shape="any", encoding=Encoding("json-base64"))
    [(_, sent)] = form.encode(operation(blob), {"x": {key: "v"}})
    assert json.loads(b64decode(sent)) == {"7": "v"}


def test_what_is_unlike_a_number_is_still_told() -> None:
    with pytest.raises(TypeError, match="x takes a whole number"):
        form.encode(operation(Param("x", "integer")), {"x": Text("seven")})


def test_credentials_are_sent_as_they_are_and_hidden() -> None:
    sent: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request.content)
        return httpx.Response(200, json={"result": "error", "message": "no s3cret for you"})

    http = httpx.Client(transport=httpx.MockTransport(answer))
    whmcs = Whmcs("https://a.example", identifier=Text("me"), secret=Text("s3cret"), http_client=http)
    with pytest.raises(Exception, match=r"no \*\*\* for you"):
        whmcs.call("Any", effect="read")
    assert b"identifier=me&secret=s3cret&" in sent[0]


def test_a_buffer_with_gaps_is_read() -> None:
    assert b64decode(values.base64_of(memoryview(b"abcdef")[::2])) == b"ace"


class Nothing(datetime):
    """Like NaT of pandas: a datetime to isinstance(), without a year."""

    year = month = day = hour = minute = second = float("nan")  # type: ignore[assignment]


@pytest.mark.parametrize("kind", ["date", "datetime", "text", "any"])
@pytest.mark.parametrize("encoding", ["form", "php-serialize", "json-base64"])
def test_a_time_that_is_none_is_refused(kind: Any, encoding: Any) -> None:
    param = Param("x", kind, shape="list", encoding=Encoding(encoding))
    with pytest.raises((TypeError, ValueError), match=r"x\[0\] takes a date"):
        form.encode(operation(param), {"x": [Nothing(2026, 1, 31)]})
