"""The fake reads forms and serialized values as PHP does. PHP is the judge."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from php_server import Php, running_php
from whmcs.testing import php_form
from whmcs.testing.php_form import Unreadable
from whmcs.testing.php_serialized import unserialize

MANY = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def php() -> Iterator[Php]:
    with running_php() as running:
        yield running


FORMS = {
    "a[0]=1&a[]=2&a[b][c]=3": {"a": {0: "1", 1: "2", "b": {"c": "3"}}},
    "a.b=1&c d=2&e+f=3": {"a_b": "1", "c_d": "2", "e_f": "3"},
    "a=1&a=2": {"a": "2"},
    "a=1&a[b]=2": {"a": {"b": "2"}},
    "a[b]=2&a=1": {"a": "1"},
    "a[b=1": {"a_b": "1"},
    "a[b.c [d=1": {"a_b_c__d": "1"},
    "a[b]c[d]=1": {"a": {"b": "1"}},
    "a[b[c]=1": {"a": {"b[c": "1"}},
    "a[ ]=1&a[ b]=2": {"a": {0: "1", " b": "2"}},
    "a%5Bb%5D=1%2B1+%26": {"a": {"b": "1+1 &"}},
    "[a]=1&=2&a": {"a": ""},
    " a=1&%00b=2&c%00d=3": {"a": "1", "c": "3"},
    "a[05]=1&a[5]=2&a[-5]=3&a[-0]=4": {"a": {"05": "1", 5: "2", -5: "3", "-0": "4"}},
    "a[7]=1&a[]=2": {"a": {7: "1", 8: "2"}},
    "a[9223372036854775807]=1&a[]=2": {"a": {9223372036854775807: "1"}},
    "a=%zz%4&&b=%C3%A9": {"a": "%zz%4", "b": "é"},
}


@pytest.mark.parametrize("body", FORMS)
def test_a_form_is_read_by_the_rules_of_php(body: str) -> None:
    assert php_form.parse(body.encode()) == FORMS[body]


@pytest.mark.parametrize("body", FORMS)
def test_php_agrees_about_the_forms(php: Php, body: str) -> None:
    assert php.form(body.encode()) == as_bytes(FORMS[body])


PARTS = ["a", "b", "[", "]", "[]", "[0]", "[7]", "[-3]", "[b]", "[b][c]", " ", ".", "+", "%00", "%20", "%5B", "%5D"]
PARTS += ["=", "=1&", "&", "%C3%A9", "%zz", "\t", "%0A", "%0B", "-", "0", "9223372036854775807", "_", "[[", "]]", ";"]


@given(st.lists(st.sampled_from(PARTS), max_size=16).map("".join))
@MANY
def test_php_agrees_about_any_form(php: Php, body: str) -> None:
    assert as_bytes(php_form.parse(body.encode())) == php.form(body.encode())


def test_what_is_too_deep_is_dropped(php: Php) -> None:
    body = f"x=1&a{'[k]' * 64}=deep&b{'[k]' * 65}=too deep&b=kept&c[d]=1&c{'[k]' * 65}=takes all of c".encode()
    read = php_form.parse(body)
    assert (sorted(read, key=str), read["b"]) == (["a", "b", "x"], "kept")
    assert as_bytes(read) == php.form(body)


def test_variables_over_the_limit_are_dropped() -> None:
    """As PHP 8.2 does: it reads one more than max_input_vars says, and empty variables count."""
    assert len(php_form.parse(b"&".join(b"v%d=1" % number for number in range(1005)))) == 1001
    assert php_form.parse(b"a=1&&b=2&c=3&d=4", max_vars=3) == {"a": "1", "b": "2", "c": "3"}


def test_text_that_is_not_utf_8_can_be_replaced() -> None:
    value = php_form.parse(b"a=%ff%C3%A9")["a"]
    assert isinstance(value, str)
    assert php_form.legible(value) == "\ufffdé"


VALUES: dict[bytes, Any] = {
    b"N;": None,
    b"b:1;": True,
    b"i:-5;": -5,
    b"d:0.5;": 0.5,
    b"d:1.0E+25;": 1e25,
    b"d:-INF;": float("-inf"),
    b's:2:"\xc3\xa9";': "é",
    b's:1:"\xff";': b"\xff",
    b's:3:"";"";': '";"',
    b"a:0:{}": {},
    b'a:2:{s:1:"5";i:1;s:1:"x";a:1:{i:0;b:0;}}': {5: 1, "x": {0: False}},
    b"a:2:{i:0;i:1;i:0;i:2;}": {0: 2},
}


@pytest.mark.parametrize("data", VALUES)
def test_a_serialized_value_is_read_as_php_does(php: Php, data: bytes) -> None:
    assert unserialize(data) == VALUES[data]
    assert with_bytes(unserialize(data)) == php.unserialize(data)[0]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"i:5",
        b"b:2;",
        b"i: 5;",
        b"i:99999999999999999999;",
        b"d:0x1;",
        b's:3:"a";',
        b's:-1:"a";',
        b"a:2:{i:0;i:1;}",
        b"a:1:{i:0;i:1;",
        b"a:999999999999:{",
        b"a:1:{d:1;i:1;}",
        b"a:1:{b:1;i:1;}",
        b'O:8:"stdClass":0:{}',
        b'C:1:"X":0:{}',
        b"a:1:{i:0;R:1;}",
        b'E:3:"A:B";',
        b"i:1;i:2;",
        b"a:1:{i:0;" * 600 + b"i:1;" + b"}" * 600,
    ],
)
def test_what_is_no_scalar_and_no_array_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        unserialize(data)


SERIALIZED = [b"N;", b"b:0;", b"i:7;", b"i:0;", b"d:1.5;", b's:1:"5";', b's:2:"ab";', b'";']
SERIALIZED += [b"a:1:{", b"a:2:{", b"}", b"a:0:{}"]


@given(st.lists(st.sampled_from(SERIALIZED), min_size=1, max_size=8).map(b"".join))
@MANY
def test_php_reads_what_is_read_here_and_writes_nothing_else(php: Php, data: bytes) -> None:
    try:
        value, same = php.unserialize(data)
    except json.JSONDecodeError:  # a notice ahead of the answer: PHP refuses
        with pytest.raises(Unreadable):
            unserialize(data)
        return
    try:
        assert with_bytes(unserialize(data)) == value
    except Unreadable:
        assert not same


def as_bytes(value: Any) -> Any:
    """Texts as bytes, as the PHP server of the tests shows them; keys stay as they are."""
    if isinstance(value, dict):
        return {key: as_bytes(item) for key, item in value.items()}
    return value.encode()


def with_bytes(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: with_bytes(item) for key, item in value.items()}
    return value.encode() if isinstance(value, str) else value
