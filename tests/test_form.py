"""Checks before anything is sent, hidden values, and what error messages say: form.check, form.encode, secret."""

from __future__ import annotations

import copy
import os
import pickle
import traceback
import warnings
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whmcs import ParameterError, Whmcs
from whmcs._runtime import form, php
from whmcs._runtime.operation import Condition, Encoding, Operation, Paged, Param, Requirement
from whmcs._runtime.secret import Hidden, hide, reveal
from wire_support import operation

ADD_CLIENT = operation(
    Param("email", "text", required=True),
    Param("clientid", "integer"),
    Param("city", "text"),
    Param("country", "text"),
    Param("skipvalidation", "boolean"),
    Param("cardnum", "text", deprecated="use AddPayMethod", sensitive=True),
    Param("pid", "integer", shape="list"),
    requires=(Requirement(all=("city", "country"), unless=(Condition("skipvalidation", flag=True),)),),
)
REGISTER = operation(
    Param("domainid", "integer"), Param("domain", "text"), requires=(Requirement(any=("domainid", "domain")),)
)


# ---- what has to be given


def test_a_required_parameter_has_to_be_given() -> None:
    for params in ({}, {"email": None}, {"email": hide(None)}):
        with pytest.raises(TypeError, match=r"^DoIt: email must be given$"):
            form.check(ADD_CLIENT, params)


def test_an_empty_list_is_not_given() -> None:
    with pytest.raises(TypeError, match="pid and a must be given"):
        form.check(
            operation(Param("pid", "integer", shape="list", required=True), Param("a", "text", required=True)),
            {"pid": []},
        )


def test_one_of_several_has_to_be_given() -> None:
    with pytest.raises(TypeError, match=r"^DoIt: one of domainid or domain must be given$"):
        form.check(REGISTER, {"domainid": None})
    for params in ({"domainid": 1}, {"domain": ""}, {"domain": hide("a.com")}):
        form.check(REGISTER, params)


def test_all_have_to_be_given_unless_something_is_true() -> None:
    with pytest.raises(TypeError, match=r"^DoIt: city and country must be given, unless skipvalidation is true$"):
        form.check(ADD_CLIENT, {"email": "a@b", "skipvalidation": False})
    with pytest.raises(TypeError, match=r"^DoIt: country must be given, unless skipvalidation is true$"):
        form.check(ADD_CLIENT, {"email": "a@b", "city": "Bern"})
    form.check(ADD_CLIENT, {"email": "a@b", "skipvalidation": True})
    form.check(ADD_CLIENT, {"email": "a@b", "city": "Bern", "country": "CH"})


def test_parameters_may_depend_on_values_and_exclude_each_other() -> None:
    add_item = operation(
        Param("invoiceaction", "text"),
        Param("duedate", "date"),
        Param("draft", "boolean"),
        Param("send", "boolean"),
        requires=(
            Requirement(all=("duedate",), when=(Condition("invoiceaction", values=("duedate", "recur")),)),
            Requirement(none=("send",), when=(Condition("draft", flag=True),)),
        ),
    )
    form.check(add_item, {"invoiceaction": "nextcron", "draft": True, "send": False})
    with pytest.raises(TypeError, match=r"^DoIt: duedate must be given where invoiceaction is 'duedate' or 'recur'$"):
        form.check(add_item, {"invoiceaction": hide("recur")})
    with pytest.raises(TypeError, match=r"^DoIt: send must not be given where draft is true$"):
        form.check(add_item, {"draft": True}, extra={"send": "1"})


def test_extra_parameters_count_as_given() -> None:
    form.check(ADD_CLIENT, {"email": None}, extra={"email": "a@b", "skipvalidation": 1})


def test_deprecated_parameters_and_actions_warn_the_caller() -> None:
    def method(params: dict[str, Any]) -> None:
        form.check(operation(*ADD_CLIENT.params, deprecated="use AddUser"), params, 3)

    with pytest.warns(DeprecationWarning) as caught:
        method({"email": "a@b", "cardnum": hide("4111")})
    assert [str(warning.message) for warning in caught] == [
        "DoIt is deprecated: use AddUser",
        "DoIt: cardnum is deprecated: use AddPayMethod",
    ]
    assert {warning.filename for warning in caught} == {__file__}


def test_a_deprecated_parameter_that_is_not_given_does_not_warn() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        form.check(operation(Param("cardnum", "text", deprecated="no")), {"cardnum": None})


# ---- values


class Cycle(StrEnum):
    MONTHLY = "Monthly"


class Level(IntEnum):
    HIGH = 3


class Odd(Enum):
    AMOUNT = Decimal("1.50")


def test_members_of_enums_are_sent_as_their_values() -> None:
    action = operation(Param("cycle", "text"), Param("level", "integer"), Param("amount", "decimal"))
    pairs = form.encode(action, {"cycle": Cycle.MONTHLY, "level": Level.HIGH, "amount": Odd.AMOUNT})
    assert pairs == [("cycle", "Monthly"), ("level", "3"), ("amount", "1.50")]
    assert {type(text) for _, text in pairs} == {str}


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_are_the_shortest_digits_that_mean_the_same(value: float) -> None:
    [(_, text)] = form.encode(operation(Param("amount", "decimal")), {"amount": value})
    assert float(text) == value
    assert "e" not in text.lower()


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_decimals_keep_every_digit(value: Decimal) -> None:
    [(_, text)] = form.encode(operation(Param("amount", "decimal")), {"amount": value})
    assert Decimal(text) == value
    assert value.is_zero() or len(text.partition(".")[2]) == max(0, -int(value.as_tuple().exponent))
    assert "E" not in text


def test_a_file_that_is_a_path_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"hi")
    files = Param("attachments", "object", shape="list", encoding=Encoding("json-base64", file=("name", "data")))
    assert form.encode(operation(files), {"attachments": [tmp_path / "a.txt"]}) == form.encode(
        operation(files), {"attachments": [{"name": "a.txt", "data": b"hi"}]}
    )


@pytest.mark.parametrize("case", ["missing", "folder", "huge", "device", "NUL", "pipe"])
def test_a_file_that_cannot_be_sent_is_told_with_its_parameter(tmp_path: Path, case: str) -> None:
    paths = {"folder": tmp_path, "device": Path("/dev/zero"), "NUL": tmp_path / "a\0b"}
    path = paths.get(case, tmp_path / case)
    if case == "huge":
        with path.open("wb") as file:
            file.truncate(65 << 20)
    if case == "pipe":
        os.mkfifo(path)
    files = Param("attachments", "object", shape="list", encoding=Encoding("json-base64", file=("name", "data")))
    with pytest.raises(ValueError, match=r"^DoIt: attachments\[1\] takes .*file") as caught:
        form.encode(operation(files), {"attachments": [{"name": "a.txt", "data": b"hi"}, path]})
    assert case == "NUL" or str(path) in str(caught.value)


def test_a_file_that_may_not_be_read_is_told_with_its_parameter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (path := tmp_path / "a.txt").write_bytes(b"hi")
    monkeypatch.setattr(Path, "read_bytes", refuse)  # root reads every file
    files = Param("attachments", "object", shape="list", encoding=Encoding("json-base64", file=("name", "data")))
    with pytest.raises(ValueError, match=r"attachments\[0\] takes .*file.*Permission denied") as caught:
        form.encode(operation(files), {"attachments": [path]})
    assert str(path) in str(caught.value)


class Named:
    """A path of whatever kind."""

    def __init__(self, path: Any) -> None:
        self._path = path

    def __fspath__(self) -> Any:
        return self._path


def test_a_path_in_bytes_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"hi")
    files = Param("attachments", "object", shape="list", encoding=Encoding("json-base64", file=("name", "data")))
    expected = form.encode(operation(files), {"attachments": [tmp_path / "a.txt"]})
    [entry] = os.scandir(os.fsencode(tmp_path))
    for path in (entry, Named(os.fsencode(tmp_path / "a.txt")), Named(str(tmp_path / "a.txt"))):
        assert form.encode(operation(files), {"attachments": [path]}) == expected


@pytest.mark.parametrize("path", [5, None, bytearray(b"x")])
def test_a_path_that_is_none_is_told_with_its_parameter(path: Any) -> None:
    files = Param("attachments", "object", shape="list", encoding=Encoding("json-base64", file=("name", "data")))
    with pytest.raises(TypeError, match=r"^DoIt: attachments\[0\] takes a path that is text, not a Named"):
        form.encode(operation(files), {"attachments": [Named(path)]})


def test_a_missing_attachment_is_a_parameter_error_of_the_client(tmp_path: Path) -> None:
    with (
        Whmcs("https://a.example", identifier="i", secret="s") as whmcs,
        pytest.raises(ParameterError, match=r"OpenTicket: attachments\[0\] takes .*No such file") as caught,
    ):
        whmcs.support.open_ticket(deptid=1, clientid=1, subject="s", message="m", attachments=[tmp_path / "report.pdf"])
    assert caught.value.action == "OpenTicket"
    assert not caught.value.may_have_been_sent



class Incomparable:
    """As an array of numpy is."""

    def __eq__(self, other: object) -> Any:
        return self

    def __bool__(self) -> bool:
        raise ValueError("The truth value of an array is ambiguous")

    __hash__ = None  # as of arrays


@pytest.mark.parametrize("value", [Decimal("sNaN"), Decimal("NaN"), Decimal("Infinity"), float("nan"), Incomparable()])
@pytest.mark.parametrize(
    "kind", ["text", "integer", "decimal", "boolean", "date", "datetime", "bytes", "object", "any"]
)
def test_a_value_that_cannot_be_compared_is_told_with_its_parameter(value: Any, kind: Any) -> None:
    with pytest.raises((TypeError, ValueError), match=r"^DoIt: x takes "):
        form.encode(operation(Param("x", kind)), {"x": value})


@pytest.mark.parametrize("value", [Decimal("sNaN"), Incomparable()])
def test_a_rule_about_a_value_that_cannot_be_compared_is_a_parameter_error(value: Any) -> None:
    with Whmcs("https://a.example", identifier="i", secret="s") as whmcs:
        with pytest.raises(ParameterError, match="skipvalidation takes True or False"):
            whmcs.clients.add_client(skipvalidation=value, owner_user_id=1)
        with pytest.raises(ParameterError, match=r"X: a\[b\] takes "):
            whmcs.call("X", {"a": {"b": value}})


def test_a_value_that_holds_itself_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    for encoding in (Encoding(), Encoding("php-serialize"), Encoding("json-base64")):
        with pytest.raises(ValueError, match="levels"):
            form.encode(operation(Param("x", "any", shape="any", encoding=encoding)), {"x": endless})


def test_a_key_of_thousands_of_digits_is_text() -> None:
    assert php.serialize({"1" * 5000: 1}) == b'a:1:{s:5000:"%s";i:1;}' % (b"1" * 5000)


def test_the_body_is_percent_encoded_utf_8() -> None:
    assert form.urlencode([("pid[0]", "ü &+"), ("b", "")]) == b"pid%5B0%5D=%C3%BC+%26%2B&b="


# ---- hidden values

SENSITIVE = operation(Param("password2", "text", sensitive=True), Param("clientid", "integer"))


def test_hidden_values_show_nothing() -> None:
    for value in ("hunter2", {"a": "hunter2"}, ["hunter2"]):
        box = hide(value)
        assert reveal(box) == value
        assert reveal(hide(box)) == value
        shown = (repr(box), str(box), f"{box}", f"{box!r:>9}", str([box]), repr([box]), repr({"a": box}))
        assert "hunter2" not in "".join(shown)
        assert not hasattr(box, "__dict__")
        assert reveal(copy.copy(box)) == reveal(copy.deepcopy(box)) == value


def test_a_pickle_of_a_hidden_value_is_empty() -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        pickled = pickle.dumps(hide("hunter2"), protocol)
        assert b"hunter2" not in pickled
        restored = pickle.loads(pickled)
        assert isinstance(restored, Hidden)
        assert reveal(restored) is None


def test_nothing_is_hidden_as_nothing() -> None:
    assert hide(None) is None
    assert reveal("open") == "open"


def test_hidden_values_are_sent_in_the_open() -> None:
    params = {"password2": hide("hunter2"), "clientid": hide(5)}
    assert form.encode(SENSITIVE, params, hide({"a": ["x", hide("y")]})) == [
        ("password2", "hunter2"),
        ("clientid", "5"),
        ("a[0]", "x"),
        ("a[1]", "y"),
    ]


@pytest.mark.parametrize(
    ("params", "extra"),
    [
        ({"password2": hide(b"hunter2")}, None),
        ({"password2": hide("hunter2"), "clientid": "x"}, None),
        ({"password2": hide(["hunter2"])}, None),
        ({"clientid": 1}, {"cvv": {"": "hunter2"}}),
        ({"clientid": 1}, {"cvv": "hunter2", "clientid": 2}),
        ({"clientid": 1}, {"cvv": "hunter2", "a.b": 2}),
        ({"clientid": 1}, {"notes": object(), "secret": "hunter2"}),
        ({"password2": hide("hunter2\ud800")}, None),
    ],
)
def test_no_traceback_shows_a_sensitive_value(params: dict[str, Any], extra: dict[str, Any] | None) -> None:
    params, extra = hide(params), hide(extra)
    with pytest.raises((TypeError, ValueError)) as caught:
        form.encode(SENSITIVE, reveal(params), reveal(extra))
    trace = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    own = [line for frame in trace.stack if "_runtime" in frame.filename for line in (frame.locals or {}).values()]
    assert "hunter2" not in "".join([*own, str(caught.value)])
    assert caught.value.__context__ is None


# ---- operations


def test_operations_are_data() -> None:
    action = Paged[list[int], int](
        action="GetThings",
        group="Things",
        effect="read",
        params=ADD_CLIENT.params,
        response=list[int],
        records="things",
    )
    assert isinstance(action, Operation)
    assert action.param("email") == ADD_CLIENT.params[0]
    assert action.param("nothing") is None
    assert [action.hides(name) for name in ("cardnum", "cvv", "email", "nothing")] == [True, True, False, False]
    with pytest.raises(AttributeError):
        action.action = "Other"  # type: ignore[misc]
