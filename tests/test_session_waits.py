"""Calls that wait: for the rate limit, for a place, for another attempt; and what becomes of them when somebody gives up."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from session_support import ADD_ORDER, ADDRESS, CREDENTIALS, GET_INVOICES, ok
from whmcs import exceptions
from whmcs._runtime import limits
from whmcs._runtime.clock import Clock
from whmcs._runtime.limits import Queue
from whmcs._runtime.options import Options
from whmcs._runtime.session import AsyncSession, Session


class Server:
    """What was sent, and a client over it."""

    def __init__(self, status: int = 200) -> None:
        self.sent: list[str] = []
        self._status = status

    def respond(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request.content.decode())
        return ok() if self._status == 200 else httpx.Response(self._status)

    def session(self, clock: Clock | None = None, **options: Any) -> Session:
        client = httpx.Client(transport=httpx.MockTransport(self.respond))
        return Session(ADDRESS, CREDENTIALS, Options(**options), client, clock=clock)

    def asynchronous(self, **options: Any) -> AsyncSession:
        client = httpx.AsyncClient(transport=httpx.MockTransport(self.respond))
        return AsyncSession(ADDRESS, CREDENTIALS, Options(**options), client)


@pytest.mark.parametrize("kept", [0, 3], ids=["none-left", "some-left"])
def test_cancelled_calls_leave_their_places_to_others(kept: int) -> None:
    async def run() -> float:
        session = Server().asynchronous(rate_limit=20)
        tasks = [asyncio.create_task(session.call(GET_INVOICES, {})) for _ in range(60)]
        await asyncio.sleep(0.02)
        for task in tasks[: 60 - kept]:
            task.cancel()
        began = time.monotonic()
        await session.call(GET_INVOICES, {})
        assert all(task.done() for task in tasks)
        return time.monotonic() - began

    assert asyncio.run(run()) < 0.05 * (kept + 1) + 0.5


def test_tasks_are_served_in_their_order_also_after_one_is_cancelled() -> None:
    async def run() -> list[int]:
        session, order = Server().asynchronous(rate_limit=100), list[int]()

        async def call(number: int) -> None:
            await session.call(GET_INVOICES, {})
            order.append(number)

        tasks = [asyncio.create_task(call(number)) for number in range(6)]
        await asyncio.sleep(0)
        tasks[2].cancel()
        tasks += [asyncio.create_task(call(number)) for number in (6, 7)]
        await asyncio.gather(*tasks, return_exceptions=True)
        return order

    assert asyncio.run(run()) == [0, 1, 3, 4, 5, 6, 7]


def test_a_thread_that_is_interrupted_leaves_its_place() -> None:
    class Impatient(Clock):
        interrupts = True

        def sleep(self, seconds: float) -> None:
            if seconds > 0 and self.interrupts:
                raise KeyboardInterrupt
            super().sleep(seconds)

    clock = Impatient()
    session = Server().session(clock, rate_limit=5)
    session.call(GET_INVOICES, {})
    for _ in range(20):
        with pytest.raises(KeyboardInterrupt):
            session.call(GET_INVOICES, {})
    clock.interrupts = False
    began = time.monotonic()
    session.call(GET_INVOICES, {})
    assert time.monotonic() - began < 1


def test_threads_are_served_in_the_order_in_which_they_came() -> None:
    server = Server()
    session = server.session(rate_limit=20)
    session.call(GET_INVOICES, {})
    threads = [threading.Thread(target=session.call, args=(GET_INVOICES, {"limitstart": each})) for each in range(6)]
    for thread in threads:
        thread.start()
        time.sleep(0.005)
    for thread in threads:
        thread.join()
    assert [body for each in range(6) for body in server.sent[1:] if f"limitstart={each}&" in body] == server.sent[1:]
    assert len(server.sent) == 7


class _Interrupted(Queue):
    """A line that somebody leaves by Ctrl-C."""

    @contextmanager
    def turn(self) -> Generator[None]:
        with super().turn():
            yield
        raise KeyboardInterrupt


def test_who_is_interrupted_with_a_place_in_hand_gives_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(limits, "Queue", _Interrupted)
        places = limits.Places(1)
    with pytest.raises(KeyboardInterrupt), places:
        pass
    monkeypatch.setattr(places, "_line", Queue())
    caller = threading.Thread(target=lambda: places.__enter__(), daemon=True)
    caller.start()
    caller.join(2)
    assert not caller.is_alive()


def test_threads_that_call_again_and_again_leave_a_place_to_others() -> None:
    server, ended = Server(), threading.Event()
    slow = httpx.Client(transport=httpx.MockTransport(lambda request: time.sleep(0.005) or server.respond(request)))
    session = Session(ADDRESS, CREDENTIALS, Options(concurrency=2), slow)
    counts = [0] * 4

    def bulk(number: int) -> None:
        while not ended.is_set() and counts[number] < 300:
            session.call(GET_INVOICES, {})
            counts[number] += 1

    threads = [threading.Thread(target=bulk, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    time.sleep(0.1)
    before = len(server.sent)
    session.call(GET_INVOICES, {})
    meanwhile = len(server.sent) - before
    ended.set()
    for thread in threads:
        thread.join()
    assert meanwhile < 20
    assert min(counts) > 0


@pytest.mark.parametrize(
    ("options", "status", "sent"),
    [({"rate_limit": 4}, 200, 1), ({"retries": 9}, 503, 1)],
    ids=["rate", "retry"],
)
def test_nothing_is_sent_after_a_session_is_closed(options: dict[str, Any], status: int, sent: int) -> None:
    server, caught = Server(status), list[BaseException]()
    session = server.session(**options)
    if status == 200:
        session.call(ADD_ORDER, {"clientid": 1})

    def call() -> None:
        try:
            session.call(ADD_ORDER if status == 200 else GET_INVOICES, {"clientid": 2} if status == 200 else {})
        except exceptions.WhmcsError as error:
            caught.append(error)

    threads = [threading.Thread(target=call) for _ in range(3 if status == 200 else 1)]
    for thread in threads:
        thread.start()
    time.sleep(0.1)
    session.close()
    for thread in threads:
        thread.join(10)
    assert [type(error) for error in caught] == [exceptions.ClosedError] * len(threads)
    assert len(server.sent) == sent
    assert not any(getattr(error, "may_have_been_sent", None) for error in caught)


@pytest.mark.parametrize(
    ("options", "status", "sent"),
    [({"rate_limit": 4}, 200, 1), ({"retries": 9}, 503, 3)],
    ids=["rate", "retry"],
)
def test_nor_after_an_asynchronous_one_is(options: dict[str, Any], status: int, sent: int) -> None:
    server = Server(status)

    async def run() -> list[Any]:
        session = server.asynchronous(**options)
        operation, given = (ADD_ORDER, {"clientid": 1}) if status == 200 else (GET_INVOICES, {})
        tasks = [asyncio.create_task(session.call(operation, given)) for _ in range(3)]
        await asyncio.sleep(0.1)
        await session.aclose()
        return await asyncio.gather(*tasks, return_exceptions=True)

    errors = [each for each in asyncio.run(run()) if isinstance(each, BaseException)]
    assert [type(error) for error in errors] == [exceptions.ClosedError] * (2 if status == 200 else 3)
    assert len(server.sent) == sent


def test_a_call_that_waits_for_a_place_is_not_sent_after_the_end_either() -> None:
    entered, leave, caught = threading.Event(), threading.Event(), list[BaseException]()
    sent = 0

    def respond(request: httpx.Request) -> httpx.Response:
        nonlocal sent
        sent += 1
        entered.set()
        leave.wait(5)
        return ok()

    client = httpx.Client(transport=httpx.MockTransport(respond))
    session = Session(ADDRESS, CREDENTIALS, Options(concurrency=1), client)

    def call() -> None:
        try:
            session.call(ADD_ORDER, {"clientid": 1})
        except exceptions.WhmcsError as error:
            caught.append(error)

    threads = [threading.Thread(target=call) for _ in range(2)]
    for thread in threads:
        thread.start()
        entered.wait(5)
    time.sleep(0.05)
    session.close()
    leave.set()
    for thread in threads:
        thread.join(10)
    assert sent == 1
    assert [type(error) for error in caught] == [exceptions.ClosedError]
