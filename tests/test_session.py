"""Calls through a session: what is sent, what comes back, which error."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import httpx
import pytest
from session_support import (
    ADD_ORDER,
    ADDRESS,
    BOTH,
    CREDENTIALS,
    GET_INVOICES,
    Blocking,
    answer,
    failed,
    ok,
    script,
)
from whmcs import exceptions
from whmcs._runtime.message import _folded
from whmcs._runtime.operation import Operation, Param
from whmcs._runtime.session import AsyncSession, Session

both = pytest.mark.parametrize("kind", BOTH, ids=lambda kind: kind.kind)


@both
def test_a_call_is_one_post_with_everything_in_the_body(kind: type[Blocking]) -> None:
    caller = kind(answer({"result": "success", "orderid": "7"}))
    order = caller.call(ADD_ORDER, {"clientid": 5, "password2": None})
    assert order.orderid == 7
    (request,) = caller.sent
    assert (request.method, str(request.url)) == ("POST", f"{ADDRESS}/includes/api.php")
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert caller.forms() == [
        {
            "clientid": "5",
            "action": "AddOrder",
            "identifier": "ident-canary-1",
            "secret": "secret-canary-2",
            "responsetype": "json",
        }
    ]


@both
@pytest.mark.parametrize(
    "extra",
    [
        {"identifier": "evil"},
        {"secret": "evil"},
        {"accesskey": "evil"},
        {"username": "evil", "password": "evil"},
        {"action": "DeleteClient"},
        {"responsetype": "xml"},
        {"ACTION": "DeleteClient"},
        {"Identifier": "evil"},
        {"identifier": {"x": "evil"}},
        {"identifier": ["evil"]},
        {"identifier[x]": "evil"},
    ],
    ids=str,
)
def test_extra_cannot_replace_what_the_client_sets(kind: type[Blocking], extra: dict[str, object]) -> None:
    caller = kind(answer({"result": "success"}))
    with pytest.warns(UserWarning, match="left out: the client sets this itself"):
        caller.call(ADD_ORDER, {"clientid": 5}, {**extra, "other": "1"})
    (form,) = caller.forms()
    assert form == {
        "clientid": "5",
        "other": "1",
        "action": "AddOrder",
        "identifier": "ident-canary-1",
        "secret": "secret-canary-2",
        "responsetype": "json",
    }


@both
@pytest.mark.parametrize(
    "name", ["identifier.", " identifier", "identifier ", "identifier\0x", "[identifier", "action[", "action[]"]
)
def test_names_that_php_reads_as_others_are_refused(kind: type[Blocking], name: str) -> None:
    caller = kind(answer({"result": "success"}))
    with pytest.raises(exceptions.ParameterError, match="PHP"):
        caller.call_untyped("X", {name: "evil"})
    assert caller.sent == []


@pytest.mark.parametrize(
    "name",
    [
        "identifier",
        "identifier.",
        " identifier",
        "IDENTIFIER ",
        "identifier\0x",
        "identifier[x]",
        "identifier[",
        "identifier[]",
    ],
)
def test_however_a_name_is_written_php_folds_it(name: str) -> None:
    assert _folded(name) == "identifier"


def test_a_parameter_may_be_called_like_a_credential_that_is_not_in_use() -> None:
    operation: Operation[Any] = Operation(
        action="AddServer", group="", effect="write", params=(Param("username", "text"),), response=None
    )
    caller = Blocking(answer({"result": "success"}))
    caller.call(operation, {"username": "root"})
    assert caller.forms()[0]["username"] == "root"


@pytest.mark.parametrize(
    ("message", "status", "error", "found"),
    [
        ("Authentication Failed", 403, "AuthenticationError", {}),
        ("Invalid or missing credentials", 403, "AuthenticationError", {}),
        ("Invalid IP 203.0.113.9", 403, "IpNotAllowedError", {"ip": "203.0.113.9"}),
        ("Invalid IP: 2001:db8::1", 403, "IpNotAllowedError", {"ip": "2001:db8::1"}),
        (
            'Invalid Permissions: API action "getclients" is not allowed',
            403,
            "PermissionDeniedError",
            {"denied_action": "getclients"},
        ),
        ("Access Denied", 403, "PermissionDeniedError", {"denied_action": None}),
        ("Client ID Not Found", 200, "NotFoundError", {}),
        ("Invalid Date Format", 200, "InvalidParameterError", {}),
        ("Too many requests", 200, "UnavailableError", {"retry_after": None}),
        ("Whatever", 200, "ApiError", {}),
        ("Whatever", 401, "AuthenticationError", {}),
        ("", 500, "ApiError", {}),
    ],
)
@both
def test_an_error_is_of_the_class_that_its_message_means(
    kind: type[Blocking], message: str, status: int, error: str, found: dict[str, object]
) -> None:
    caller = kind(answer({"result": "error", "message": message}, status))
    with pytest.raises(exceptions.WhmcsError) as caught:
        caller.call(ADD_ORDER, {"clientid": 5})
    raised = caught.value
    assert type(raised).__name__ == error
    assert (raised.action, raised.status, raised.may_have_been_sent) == ("AddOrder", status, True)
    assert raised.message == (message or "the server gives no reason")
    assert {name: getattr(raised, name) for name in found} == found
    assert str(raised).startswith(f"AddOrder: {raised.message} (HTTP {status})")
    body = raised.body()
    assert body is not None
    assert '"error"' in body


@both
def test_the_body_is_judged_before_the_status(kind: type[Blocking]) -> None:
    caller = kind(answer({"result": "success", "orderid": 7}, 500))
    assert caller.call(ADD_ORDER, {"clientid": 5}).orderid == 7


@both
def test_json_is_found_behind_php_warnings(kind: type[Blocking]) -> None:
    body = b"<br />\n<b>Warning</b>: Undefined array key in /x.php on line 3<br />\n"
    caller = kind(lambda request: httpx.Response(200, content=body + b'{"result":"success","orderid":7}'))
    assert caller.call(ADD_ORDER, {"clientid": 5}).orderid == 7


@pytest.mark.parametrize(
    ("body", "status", "reason"),
    [
        ("<html><head><style>x{}</style></head><body><h1>Log in</h1></body></html>", 200, "web page: Log in"),
        ("", 200, "the answer is empty"),
        ("   ", 500, "the answer is empty"),
        ('{"result":"success","orders":[{"id"', 200, 'breaks off or is not WHMCS\'s: {"result"'),
        ('{"detail": "teapot"}', 418, "is not WHMCS's"),
        ("Bad things", 200, "is not JSON: Bad things"),
        ("null", 200, "is not JSON: null"),
        ("\x1b[31mred\x1b[0m\u202e", 200, "not JSON: [31mred [0m"),
    ],
    ids=str,
)
@both
def test_an_answer_that_is_no_envelope_is_shown_in_short(
    kind: type[Blocking], body: str, status: int, reason: str
) -> None:
    caller = kind(lambda request: httpx.Response(status, content=body.encode()))
    with pytest.raises(exceptions.ResponseError) as caught:
        caller.call(ADD_ORDER, {"clientid": 5})
    assert reason in str(caught.value)
    assert caught.value.status == status
    assert caught.value.body() == body
    assert "may have been carried out" in str(caught.value)
    assert caught.value.may_have_been_sent


def test_a_snippet_is_short() -> None:
    caller = Blocking(lambda request: httpx.Response(200, text="<p>" + "long " * 100_000))
    with pytest.raises(exceptions.ResponseError) as caught:
        caller.call(GET_INVOICES, {})
    assert len(caught.value.snippet) == 200
    assert len(str(caught.value)) < 500


@both
def test_redirects_are_not_followed(kind: type[Blocking]) -> None:
    caller = kind(lambda request: httpx.Response(307, headers={"location": "https://evil.example/x?secret=1"}))
    with pytest.raises(exceptions.ResponseError, match=r"elsewhere, to https://evil\.example/x \(HTTP 307\)"):
        caller.call(GET_INVOICES, {})
    assert len(caller.sent) == 1


@both
def test_a_page_of_an_overloaded_server_is_unavailable_too(kind: type[Blocking]) -> None:
    caller = kind(lambda request: httpx.Response(429, text="<h1>Slow down</h1>", headers={"retry-after": "7"}))
    with pytest.raises(exceptions.UnavailableError) as caught:
        caller.call(ADD_ORDER, {"clientid": 5})
    assert isinstance(caught.value, exceptions.ResponseError)
    assert caught.value.retry_after == 7.0


@both
def test_a_warning_beside_success_is_passed_on(kind: type[Blocking]) -> None:
    caller = kind(answer({"result": "success", "orderid": 7, "warning": "No email was sent"}))
    with pytest.warns(exceptions.ApiWarning, match="AddOrder: No email was sent") as caught:
        assert caller.call(ADD_ORDER, {"clientid": 5}).orderid == 7
    if kind is Blocking:
        assert caught[0].filename.endswith("session_support.py")


def test_warnings_point_at_the_line_that_calls() -> None:
    operation: Operation[Any] = Operation(
        action="Old",
        group="",
        effect="read",
        params=(Param("x", "text", deprecated="use y"),),
        response=None,
        deprecated="use New",
    )
    client = httpx.Client(transport=httpx.MockTransport(answer({"result": "success", "warning": "careful"})))
    session = Session(ADDRESS, CREDENTIALS, http_client=client)
    with pytest.warns(Warning) as caught:
        session.call(operation, {"x": "1"}, {"secret": "x"})
    assert [type(each.message).__name__ for each in caught] == [
        "DeprecationWarning",
        "DeprecationWarning",
        "UserWarning",
        "ApiWarning",
    ]
    assert {each.filename for each in caught} == {__file__}


@both
def test_a_write_that_answers_nonsense_was_carried_out(kind: type[Blocking]) -> None:
    caller = kind(answer({"result": "success", "orderid": "many"}), strict=True)
    with pytest.raises(exceptions.UnreadableValueError, match="was carried out") as caught:
        caller.call(ADD_ORDER, {"clientid": 5})
    assert (caught.value.path, caught.value.status, caught.value.may_have_been_sent) == ("orderid", 200, True)


@both
def test_arguments_are_refused_before_anything_is_sent(kind: type[Blocking]) -> None:
    caller = kind(answer({"result": "success"}))
    right = {"clientid": 5}
    for params, extra in (({}, None), ({"clientid": "x"}, None), (right, {"a": object()}), (right, 5)):
        with pytest.raises(exceptions.ParameterError) as caught:
            caller.call(ADD_ORDER, params, extra)
        assert str(caught.value).startswith("AddOrder: ")
        assert not caught.value.may_have_been_sent
        assert caught.value.__context__ is None
    assert caller.sent == []


@both
def test_an_unknown_action_answers_its_json(kind: type[Blocking]) -> None:
    caller = kind(answer({"result": "success", "anything": [1, {"a": "x"}]}))
    assert caller.call_untyped("MyCustomAction", {"anything": [1, 2]}) == {
        "result": "success",
        "anything": [1, {"a": "x"}],
    }
    assert caller.forms()[0]["anything[1]"] == "2"
    assert caller.forms()[0]["action"] == "MyCustomAction"


@both
@pytest.mark.parametrize(
    ("action", "params", "effect"),
    [("", {}, "write"), ("X\n", {}, "write"), (5, {}, "write"), ("X", [], "write"), ("X", {}, "maybe")],
    ids=str,
)
def test_an_unknown_action_is_checked_as_far_as_possible(
    kind: type[Blocking], action: Any, params: Any, effect: Any
) -> None:
    caller = kind(answer({"result": "success"}))
    with pytest.raises(exceptions.ParameterError):
        caller.call_untyped(action, params, effect=effect)
    assert caller.sent == []


@both
def test_a_timeout_is_that_of_the_call_or_of_the_client(kind: type[Blocking]) -> None:
    caller = kind(answer({"result": "success"}), timeout=7)
    caller.call(GET_INVOICES, {})
    caller.call(GET_INVOICES, {}, timeout=httpx.Timeout(3, connect=1))
    first, second = (request.extensions["timeout"] for request in caller.sent)
    assert first == {"connect": 7.0, "read": 7.0, "write": 7.0, "pool": 7.0}
    assert second == {"connect": 1, "read": 3, "write": 3, "pool": 3}


def test_there_are_timeouts_unless_someone_says_otherwise() -> None:
    caller = Blocking(answer({"result": "success"}))
    caller.call(GET_INVOICES, {})
    assert caller.sent[0].extensions["timeout"] == {"connect": 10.0, "read": 60.0, "write": 60.0, "pool": 60.0}


@pytest.mark.parametrize("kind", [Session, AsyncSession])
def test_a_session_is_not_pickled_or_copied(kind: Any) -> None:
    session = kind(ADDRESS, CREDENTIALS)
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="cannot be pickled or copied"):
            attempt(session)


def test_errors_survive_pickling_without_the_body() -> None:
    caller = Blocking(script(failed("Invalid IP 203.0.113.9", 403)))
    with pytest.raises(exceptions.IpNotAllowedError) as caught:
        caller.call(GET_INVOICES, {})
    error = caught.value
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert (type(twin), str(twin), repr(twin)) == (type(error), str(error), repr(error))
        assert (twin.ip, twin.action, twin.status) == ("203.0.113.9", "GetInvoices", 403)
        assert twin.body() is None


def test_a_call_within_an_except_clause_keeps_what_went_before() -> None:
    caller = Blocking(answer({"result": "error", "message": "Whatever"}))
    with pytest.raises(exceptions.ApiError) as caught:
        try:
            raise KeyError("before")
        except KeyError:
            caller.call(GET_INVOICES, {})
    assert isinstance(caught.value.__context__, KeyError)


def test_ok_is_ok() -> None:
    assert Blocking(script(ok())).call(GET_INVOICES, {}).invoices == []
