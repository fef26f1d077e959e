"""Hooks: what they are told, and that they cannot break a call."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import Any

import httpx
import pytest
from session_support import (
    ADD_ORDER,
    ADDRESS,
    BOTH,
    CREDENTIALS,
    GET_INVOICES,
    Asynchronous,
    Blocking,
    answer,
    failed,
    ok,
    script,
)
from whmcs import exceptions
from whmcs._runtime.hooks import CallEvent
from whmcs._runtime.options import Options, TimeLimits
from whmcs._runtime.session import Session

both = pytest.mark.parametrize("kind", BOTH, ids=lambda kind: kind.kind)


@both
def test_a_hook_is_told_of_every_request(kind: type[Blocking]) -> None:
    events: list[CallEvent] = []
    caller = kind(
        script(httpx.Response(503), httpx.ConnectError("x"), ok(), failed("Client ID Not Found")), hook=events.append
    )
    caller.call(GET_INVOICES, {})
    with pytest.raises(exceptions.NotFoundError):
        caller.call(ADD_ORDER, {"clientid": 5})
    assert events == [
        CallEvent("GetInvoices", "read", 1, 0.0, 503, "retry", exceptions.ServerUnavailableError),
        CallEvent("GetInvoices", "read", 2, 0.0, None, "retry", exceptions.ConnectionFailedError),
        CallEvent("GetInvoices", "read", 3, 0.0, 200, "success", None),
        CallEvent("AddOrder", "write", 1, 0.0, 200, "error", exceptions.NotFoundError),
    ]


def test_the_duration_is_that_of_the_exchange() -> None:
    events: list[CallEvent] = []

    def respond(request: httpx.Request) -> httpx.Response:
        caller.clock.time += 0.25
        return ok()

    caller = Blocking(respond, hook=events.append, rate_limit=1)
    caller.call(GET_INVOICES, {})
    caller.call(GET_INVOICES, {})
    assert [event.duration for event in events] == [0.25, 0.25]


@both
def test_a_hook_that_fails_does_not_break_the_call(kind: type[Blocking], caplog: pytest.LogCaptureFixture) -> None:
    def hook(event: CallEvent) -> None:
        raise KeyError("mine")

    caller = kind(script(ok(orderid="7")), hook=hook)
    with caplog.at_level(logging.WARNING, logger="whmcs"):
        assert caller.call(ADD_ORDER, {"clientid": 5}).orderid == 7
    assert "the hook failed on CallEvent(action='AddOrder'" in caplog.text
    assert "KeyError: 'mine'" in caplog.text


@both
def test_an_interrupt_in_a_hook_is_an_interrupt(kind: type[Blocking]) -> None:
    def hook(event: CallEvent) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kind(script(ok()), hook=hook).call(GET_INVOICES, {})


def test_what_is_no_error_leaves_a_coroutine_of_a_hook_too() -> None:
    """As ``pytest.fail`` raises it."""

    class Stop(BaseException):
        pass

    async def hook(event: CallEvent) -> None:
        raise Stop

    with pytest.raises(Stop):
        Asynchronous(script(ok()), hook=hook).call(GET_INVOICES, {})


def test_the_hook_of_an_asynchronous_client_may_be_a_coroutine() -> None:
    events: list[CallEvent] = []

    async def hook(event: CallEvent) -> None:
        events.append(event)

    Asynchronous(script(ok()), hook=hook).call(GET_INVOICES, {})
    assert [event.outcome for event in events] == ["success"]
    with pytest.raises(exceptions.ConfigurationError, match="coroutine"):
        Session(ADDRESS, CREDENTIALS, Options(hook=hook))


def test_a_hook_that_never_ends_holds_up_no_call() -> None:
    told: list[str] = []

    async def hook(event: CallEvent) -> None:
        told.append(event.outcome)
        await asyncio.sleep(3600)

    caller = Asynchronous(script(ok(orderid="7")), hook=hook, timeout=TimeLimits(5, total=0.05))
    assert caller.call(ADD_ORDER, {"clientid": 5}).orderid == 7
    assert told == ["success"]
    for hanging in asyncio.all_tasks(caller.loop):
        hanging.cancel()
    caller.loop.run_until_complete(asyncio.sleep(0))


def test_a_hook_that_ends_too_late_is_told_of_all_the_same(caplog: pytest.LogCaptureFixture) -> None:
    async def hook(event: CallEvent) -> None:
        await asyncio.sleep(0.2)
        raise KeyError("late")

    caller = Asynchronous(script(ok()), hook=hook, timeout=TimeLimits(5, total=0.01))
    caller.call(GET_INVOICES, {})
    assert "late" not in caplog.text
    caller.loop.run_until_complete(asyncio.sleep(0.4))
    assert "KeyError: 'late'" in caplog.text


def test_a_cancelled_call_cancels_its_hook() -> None:
    ended: list[type[BaseException]] = []

    async def hook(event: CallEvent) -> None:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError as error:
            ended.append(type(error))
            raise

    caller = Asynchronous(script(ok()), hook=hook)

    async def run() -> None:
        call = asyncio.create_task(caller.session.call(GET_INVOICES, {}))
        await asyncio.sleep(0.05)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        await asyncio.sleep(0)

    caller.loop.run_until_complete(run())
    assert ended == [asyncio.CancelledError]


@both
def test_what_a_hook_takes_counts_for_the_call(kind: type[Blocking]) -> None:
    def hook(event: CallEvent) -> None:
        caller.clock.time += 8

    caller = kind(answer({}, 503), hook=hook, retries=9, timeout=TimeLimits(5, total=20))
    with pytest.raises(exceptions.ServerUnavailableError):
        caller.call(GET_INVOICES, {})
    assert len(caller.sent) == 3


async def awaited(_: CallEvent) -> None:
    """A hook that a blocking client could call only in vain."""


class Awaited:
    async def __call__(self, _: CallEvent) -> None:
        """The same as an object."""


@pytest.mark.parametrize("hook", [awaited, partial(awaited), Awaited()], ids=["function", "partial", "object"])
def test_a_hook_that_must_be_awaited_needs_the_asynchronous_client(hook: Any) -> None:
    with pytest.raises(exceptions.ConfigurationError, match="needs the asynchronous client"):
        Session(ADDRESS, CREDENTIALS, Options(hook=hook))


def test_a_hook_is_optional() -> None:
    options: dict[str, Any] = {"hook": None}
    assert Blocking(script(ok()), **options).call(GET_INVOICES, {}).invoices == []
