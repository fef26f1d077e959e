"""Real PHP reads what is sent as it was meant: forms, names, serialized values. PHP is the judge of the vectors too."""

from __future__ import annotations

import base64
import json
import math
import re
import struct
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from php_server import Php, running_php
from whmcs._runtime import form, php
from whmcs._runtime.operation import Encoding, Param
from wire_support import operation, param, untag, vectors

SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ANYTHING = operation()


@pytest.fixture(scope="module")
def server() -> Iterator[Php]:
    with running_php() as running:
        yield running


def posted(server: Php, values: dict[str, Any], *params: Param, extra: dict[str, Any] | None = None) -> Any:
    """What PHP's $_POST holds when these parameters are sent."""
    return server.form(form.urlencode(form.encode(operation(*params), values, extra)))


def as_posted(value: Any) -> Any:
    """What $_POST should hold for a nested value of texts and whole numbers: no None, nothing empty."""
    if isinstance(value, dict | list):
        entries = value.items() if isinstance(value, dict) else enumerate(value)
        read = {array_key(key): as_posted(item) for key, item in entries if item is not None}
        return {key: item for key, item in read.items() if item != {}}
    return str(value).encode()


def array_key(key: int | str) -> int | str:
    """PHP's rule for keys, from its manual: a decimal integer without plus sign or leading zero is an integer."""
    text = str(key)
    is_integer = re.fullmatch("-?[0-9]+", text) and text == str(int(text))
    return int(text) if is_integer and -(2**63) <= int(text) < 2**63 else text


@pytest.mark.parametrize("vector", [row for row in vectors("form.json") if "error" not in row.values[0]])
def test_php_reads_every_form_vector_as_it_is_written(server: Php, vector: dict[str, Any]) -> None:
    action = operation(*(param(row) for row in vector["params"]))
    pairs = form.encode(action, untag(vector["values"]), untag(vector.get("extra")))
    assert flat(server.form(form.urlencode(pairs))) == [(name, text.encode()) for name, text in pairs]


def flat(value: Any, name: str = "") -> list[tuple[str, bytes]]:
    """The variables that an array was made of."""
    if not isinstance(value, dict):
        return [(name, value)]
    return [pair for key, item in value.items() for pair in flat(item, f"{name}[{key}]" if name else str(key))]


@pytest.mark.parametrize("vector", vectors("form_names.json"))
def test_php_agrees_about_names(server: Php, vector: dict[str, Any]) -> None:
    read = flat(server.form(form.urlencode([(vector["wire"], "x")])))
    assert (read == [(vector["wire"], b"x")]) is vector["readable"]


@pytest.mark.parametrize("vector", [row for row in vectors("php_serialize.json") if "error" not in row.values[0]])
def test_php_agrees_about_every_serialized_vector(server: Php, vector: dict[str, Any]) -> None:
    _, same = server.unserialize(php.serialize(untag(vector["value"])))
    assert same


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
keys = (
    texts.filter(php.readable_key)
    | st.integers(-(2**70), 2**70)
    | st.sampled_from(["0", "01", "-0", "a.b", "a b", "1e3"])
)
nested = st.recursive(
    texts | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


def unambiguous(value: Any) -> bool:
    """Whether no two keys of a map are the same key in a form."""
    if isinstance(value, dict):
        return len({str(key) for key in value}) == len(value) and all(map(unambiguous, value.values()))
    return not isinstance(value, list) or all(map(unambiguous, value))


@given(st.dictionaries(st.sampled_from(["pid", "x-y", "Ünique", "a]"]), nested.filter(unambiguous), max_size=3))
@SLOW
def test_php_reads_any_nested_value(server: Php, values: dict[str, Any]) -> None:
    assert posted(server, values) == as_posted(values)


@given(texts | st.sampled_from(["a[b]", "a[b][c]", "a[b", "a[", "a[]", "a.b", "a]b", "a[b]]", "a[b[c]", "[a]"]))
@SLOW
def test_a_name_is_read_as_it_is_written_or_refused(server: Php, name: str) -> None:
    try:
        read = posted(server, {}, extra={name: "x"})
    except ValueError:
        return
    assert flat(read) == [(name, b"x")]


@given(st.dictionaries(texts, st.just("x"), min_size=1, max_size=3))
@SLOW
def test_a_key_is_read_as_it_is_written_or_refused(server: Php, entries: dict[str, Any]) -> None:
    try:
        read = posted(server, {"m": entries}, Param("m", "any", shape="map"))
    except ValueError:
        return
    assert read == {"m": {array_key(key): b"x" for key in entries}}


floats = st.floats() | st.sampled_from([0.1, 1e15, 1e16, 1e17, 1e-4, 1e-5, -0.0, 123456789012345680.0])
integers = st.integers(-(2**63), 2**63 - 1)
serializable = st.recursive(
    texts | integers | floats | st.booleans() | st.none() | st.binary(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(texts | integers | st.integers(-20, 20).map(str), inner, max_size=4)
    ),
    max_leaves=15,
)


def as_unserialized(value: Any) -> Any:
    """What unserialize() should give."""
    if isinstance(value, dict | list):
        entries = value.items() if isinstance(value, dict) else enumerate(value)
        return {array_key(key): as_unserialized(item) for key, item in entries}
    return value.encode() if isinstance(value, str) else value


def identical(left: Any, right: Any) -> bool:
    """Equality that tells 1 from True, -0.0 from 0.0, and that NAN is NAN; the order of entries counts."""
    if isinstance(left, dict) and isinstance(right, dict):
        return list(left) == list(right) and all(identical(left[key], right[key]) for key in left)
    if isinstance(left, float) and isinstance(right, float):
        return struct.pack(">d", left) == struct.pack(">d", right) or (math.isnan(left) and math.isnan(right))
    return type(left) is type(right) and bool(left == right)


@given(serializable)
@SLOW
def test_php_unserializes_any_value(server: Php, value: Any) -> None:
    try:
        written = php.serialize(value)
    except Exception as misfit:
        assert "same key" in str(misfit)
        return
    read, same = server.unserialize(written)
    assert same
    assert identical(read, as_unserialized(value))


@given(floats)
@settings(max_examples=400, deadline=None)
def test_php_writes_floats_just_so(server: Php, value: float) -> None:
    assert server.unserialize(php.serialize(value))[1]


@given(
    st.dictionaries(
        st.integers(0, 99), st.decimals(allow_nan=False, allow_infinity=False, places=3) | texts, max_size=4
    )
)
@SLOW
def test_custom_fields_arrive_in_php(server: Php, fields: dict[int, Any]) -> None:
    blob = Param("customfields", "any", shape="map", encoding=Encoding("php-serialize"))
    sent = posted(server, {"customfields": fields}, blob)["customfields"]
    read, same = server.unserialize(base64.b64decode(sent))
    assert same
    assert read == {
        key: (str(abs(item) if item == 0 else item) if isinstance(item, Decimal) else item).encode()
        for key, item in fields.items()
    }


def test_attachments_arrive_in_php(server: Php, tmp_path: Path) -> None:
    (tmp_path / "Rechnung ü.pdf").write_bytes(b"%PDF\x00\xff")
    files = Param("attachments", "object", shape="list", encoding=Encoding("json-base64", file=("name", "data")))
    rows = [tmp_path / "Rechnung ü.pdf", {"name": "b.txt", "data": b"hi"}]
    sent = json.loads(base64.b64decode(posted(server, {"attachments": rows}, files)["attachments"]))
    assert [(row["name"], base64.b64decode(row["data"])) for row in sent] == [
        ("Rechnung ü.pdf", b"%PDF\x00\xff"),
        ("b.txt", b"hi"),
    ]


def test_php_reads_as_deep_as_values_may_be(server: Php) -> None:
    """The deepest value that is accepted arrives; one level more is refused, and PHP would lose it."""
    deep: Any = "x"
    while True:
        try:
            pairs = form.encode(ANYTHING, {"a": [deep]})
        except ValueError:
            break
        assert flat(server.form(form.urlencode(pairs))) == [(pairs[0][0], b"x")]
        deep = [deep]
    lost = [(pairs[0][0] + "[0]", "x")]
    assert flat(server.form(form.urlencode(lost))) == []


def test_php_reads_as_many_variables_as_may_be_sent(server: Php) -> None:
    rows = list(range(form.MOST_VARIABLES))
    assert posted(server, {"a": rows}) == {"a": {row: str(row).encode() for row in rows}}
    with pytest.raises(ValueError, match="max_input_vars"):
        form.encode(ANYTHING, {"a": [*rows, 1]})
