"""Whole calls, with and without asyncio: requests.json, answers.json, retry.json, paging.json."""

from __future__ import annotations

import asyncio
import itertools
import json
import ssl
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

import httpx
from session_support import ADDRESS, BOTH, GET_INVOICES, Blocking, Handler
from whmcs import AsyncWhmcs, TimeLimits, Whmcs, exceptions
from whmcs._runtime.operation import Operation, Param
from whmcs._runtime.retry import Retry
from wire_support import Thing, exact, operation, param, requirement, untag

from .expect import raised, same, tells, within

_CREDENTIALS = {"identifier": "identifier-canary-1", "secret": "secret-canary-2"}
_VALUES = {"clientid": 5, "password2": "password-canary-3"}
_CHANCES = (0.0, 0.999)  # the longest wait and about the shortest


def requests(vector: dict[str, Any]) -> None:
    """A whole call and the request that is sent for it, or the error before."""
    for kind in BOTH:
        _request(kind, vector)


def answers(vector: dict[str, Any]) -> None:
    """An HTTP answer, or none: what comes of it."""
    for kind in BOTH:
        _answer(kind, vector)


def retry(vector: dict[str, Any]) -> None:
    """How often a call is sent, and the waits between."""
    for kind, chance in itertools.product(BOTH, _CHANCES):
        policy = Retry(retries=vector.get("retries", 2), after_timeout=vector.get("after_timeout", False))
        limits = {"timeout": TimeLimits(vector["total"], total=vector["total"])} if "total" in vector else {}
        caller = _caller(kind, vector["answers"], retries=policy, **limits)
        caller.clock.luck = chance
        _outcome(vector, lambda caller=caller: caller.call(_thing(vector), _VALUES))
        same(len(caller.sent), vector["sent"], "requests")
        same(len({request.content for request in caller.sent}), 1, "different requests")
        within([round(wait, 3) for wait in caller.clock.slept], vector["waits"], "waits")


def paging(vector: dict[str, Any]) -> None:
    """A walk through pages: what is asked for, and what comes."""
    for kind in BOTH:
        rows = [{"status": 200, "body": json.dumps({"result": "success", **page})} for page in vector["answers"]]
        caller = _caller(kind, rows)
        found: list[Any] = []
        with _warned() as told:
            _outcome(vector, lambda caller=caller, found=found: _walk(caller, vector, found))
        same(found, vector["records"], "records")
        _same_warnings(told, vector)
        for form, (start, size) in zip(caller.forms(), vector["requests"], strict=False):
            window = {"limitstart": start, "limitnum": size}
            expected = {name: str(value) for name, value in {**vector.get("params", {}), **window}.items()}
            same({name: form.get(name) for name in expected}, expected, "request")
        same(len(caller.sent), len(vector["requests"]), "requests")


def _walk(caller: Blocking, vector: dict[str, Any], found: list[Any]) -> None:
    limits = {name: vector[name] for name in ("page_size", "max_records") if name in vector}
    records = caller.iterate(GET_INVOICES, vector.get("params", {}), **limits)
    for record in itertools.islice(records, vector.get("take")):
        found.append(record.note if record.id is None else record.id)  # noqa: PERF401 - what comes before an error counts


def _answer(kind: type[Blocking], vector: dict[str, Any]) -> None:
    options = {"strict": vector.get("strict", False), "retries": 0}

    def call() -> Any:
        if "action" in vector:
            return _call_by_name(kind, _server([vector]), vector, **_CREDENTIALS, **options)
        return _caller(kind, [vector], **options).call(_thing(vector), {**_VALUES, **vector.get("values", {})})

    with _warned() as told:
        value = _outcome(vector, call)
    if "gives" in vector:
        same({name: getattr(value, name) for name in vector["gives"]}, vector["gives"], "values")
    if "json" in vector:
        same(value, exact(vector["json"]), "the JSON")
    _same_warnings(told, vector)


def _request(kind: type[Blocking], vector: dict[str, Any]) -> None:
    sent: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json={"result": "success"})

    def call() -> None:
        if "params" in vector:
            caller = kind(respond, vector["address"], vector["credentials"], **vector.get("options", {}))
            caller.call(_declared(vector), untag(vector.get("values", {})), untag(vector.get("extra")))
        else:
            _call_by_name(kind, respond, vector, **vector["credentials"], **vector.get("options", {}))

    with _warned() as told:
        _outcome(vector, call)
    if "error" in vector:
        same(len(sent), 0, "requests")
        return
    (request,) = sent
    same((request.method, str(request.url)), ("POST", vector["url"]), "address")
    headers = {name: request.headers.get(name) for name in vector.get("headers", {})}
    same(headers, vector.get("headers", {}), "headers")
    same(
        parse_qsl(request.content.decode("ascii"), keep_blank_values=True, strict_parsing=True),
        [tuple(pair) for pair in vector["form"]],
        "form",
    )
    tells(" ".join(told), vector.get("leaves_out", []), vector.get("hides", []), "the warning")
    same(bool(told), "leaves_out" in vector, "whether there is a warning")


def _call_by_name(kind: type[Blocking], respond: Handler, vector: dict[str, Any], **options: Any) -> Any:
    """What the ``call`` of the client itself gives, of an action that it may know."""
    address, action, values = vector.get("address", ADDRESS), vector["action"], untag(vector.get("values", {}))
    transport = httpx.MockTransport(respond)
    if kind is Blocking:
        return Whmcs(address, http_client=httpx.Client(transport=transport), **options).call(action, values)
    whmcs = AsyncWhmcs(address, http_client=httpx.AsyncClient(transport=transport), **options)
    return asyncio.run(whmcs.call(action, values))


def _outcome(vector: dict[str, Any], call: Callable[[], Any]) -> Any:
    """What the call gives; or the error that the vector asks for, whose texts and details are compared."""
    if "error" not in vector:
        return call()
    kind = getattr(exceptions, vector["error"])
    error = raised(kind, call, "outcome")
    same(type(error), kind, "class")
    tells(str(error), vector.get("says", []), vector.get("hides", []), "the message")
    tells(repr(error) + repr(error.__dict__), [], vector.get("hides", []), "the error")
    asked = {name: vector[name] for name in ("may_have_been_sent", "retry_after") if name in vector}
    details = {**asked, **vector.get("details", {})}
    same({name: getattr(error, name) for name in details}, details, "details")
    return error


def _caller(kind: type[Blocking], rows: list[dict[str, Any]], **options: Any) -> Blocking:
    """A session over such a server, whose clock goes on while the server answers."""
    respond, seconds = _server(rows), iter(rows)

    def late(request: httpx.Request) -> httpx.Response:
        caller.clock.time += next(seconds, {}).get("seconds", 0)
        return respond(request)

    caller = kind(late, ADDRESS, _CREDENTIALS, **options)
    return caller


def _server(rows: list[dict[str, Any]]) -> Handler:
    """A server that answers so, one after the other."""
    waiting = iter(rows)

    def respond(request: httpx.Request) -> httpx.Response:
        row = next(waiting, None)
        if row is None:
            raise AssertionError("there is a request more than the vector has answers")
        if "failure" in row:
            raise _failure(row["failure"])
        body = untag(row["body"])
        content = body if isinstance(body, bytes) else body.encode()
        stream = httpx.ByteStream(content)  # so that nothing is made of the headers yet
        return httpx.Response(row["status"], headers=row.get("headers"), stream=stream)

    return respond


def _failure(kind: str) -> Exception:
    match kind:
        case "no connection":
            return httpx.ConnectError("refused")
        case "tls":
            error = httpx.ConnectError("certificate verify failed")
            error.__cause__ = ssl.SSLError("certificate verify failed")
            return error
        case "connect timeout":
            return httpx.ConnectTimeout("late")
        case "read timeout":
            return httpx.ReadTimeout("late")
        case "connection lost":
            return httpx.ReadError("reset")
    raise AssertionError(f"no failure is called {kind}")


class Answer(Thing):
    """What that action answers. Most answers declare their result."""

    result: str | None = None


def _thing(vector: dict[str, Any]) -> Operation[Any]:
    """The action of answers.json and retry.json."""
    params = (Param("clientid", "integer"), Param("password2", "text", sensitive=True))
    names = frozenset(vector.get("sensitive", ()))
    response = type("Answer", (Answer,), {"wire_sensitive": names}) if names else Answer
    return replace(operation(*params, response=response), effect=vector.get("effect", "write"))


def _declared(vector: dict[str, Any]) -> Operation[Any]:
    rules = tuple(requirement(rule) for rule in vector.get("requires", []))
    return operation(*(param(row) for row in vector["params"]), requires=rules)


def _same_warnings(told: list[str], vector: dict[str, Any]) -> None:
    same(len(told), len(vector.get("warns", [])), "warnings")
    for text, word in zip(told, vector.get("warns", []), strict=True):
        tells(text, [word], vector.get("hides", []), "the warning")


@contextmanager
def _warned() -> Iterator[list[str]]:
    """The texts of what is warned of meanwhile."""
    told: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield told
    told.extend(str(warning.message) for warning in caught)
