"""The life of one call, from message to model or error; ``steps`` says how it is driven."""

from __future__ import annotations

import warnings
from collections.abc import Generator
from typing import Any, Final, TypeVar

from ..exceptions import (
    ApiError,
    ApiWarning,
    ConnectionFailedError,
    ConnectionLostError,
    ConnectTimeoutError,
    ReadTimeoutError,
    TlsError,
    UnavailableError,
    UnreadableValueError,
)
from . import faults
from .body import Document, find_json
from .clock import Clock
from .decode import is_answer, read, read_plain
from .envelope import envelope, has_outcome
from .hooks import CallEvent
from .message import Message
from .operation import Paged
from .outside import levels_to_caller
from .paging import Page, place
from .retry import Retry, retry_after
from .secret import reveal
from .steps import Answer, Done, Failed, Failure, Outcome, Reply, Send, Sleep, Step, Tell

T = TypeVar("T")

_CONNECTION: Final = (ConnectionFailedError, ConnectionLostError, ConnectTimeoutError)


def exchange(
    message: Message[T], policy: Retry, clock: Clock, *, strict: bool
) -> Generator[Step, Answer, Outcome[T]]:
    """The outcome of a call. Only a read that fails for a passing reason is sent again.

    What it takes, without waiting for the client's own limits, stays within the total.
    """
    attempt = 1
    left = message.timeout.total
    while True:
        answer = yield Send(message, left)
        if answer is None:
            raise RuntimeError("a driver answers Send")
        left = None if left is None else left - answer.seconds
        outcome = judge(message, answer, clock, strict=strict)
        delay = None
        if isinstance(outcome, Failed) and _may_repeat(
            message, answer, outcome.error, attempt, policy
        ):
            asked = retry_after(answer.headers, clock) if isinstance(answer, Reply) else None
            delay = policy.delay(attempt, asked, clock.chance())
        if delay is not None and left is not None and delay >= left:
            delay = None
        spare = None if left is None else max(0.0, left - (delay or 0.0))
        began = clock.now()
        yield Tell(_event(message, answer, outcome, attempt, final=delay is None), spare)
        left = None if left is None else left - (clock.now() - began)
        if delay is None or (left is not None and delay >= left):  # the hook may have taken it all
            return outcome
        yield Sleep(delay)
        left = None if left is None else left - delay
        attempt += 1


def judge(
    message: Message[T], answer: Reply | Failure, clock: Clock, *, strict: bool
) -> Outcome[T]:
    """What an answer means. The body decides; the status only where the body does not say."""
    if isinstance(answer, Failure):
        return Failed(faults.from_failure(message, answer))
    try:
        value = read_plain(message.operation, reveal(answer.body), strict, message.mask)
        if value is not None:
            return Done(_placed(message, value))
    except UnreadableValueError as error:
        return Failed(faults.from_value(message, answer, error))
    found = find_json(reveal(answer.body), answer.headers.get("content-type", ""))
    if found is None:
        return Failed(faults.from_page(message, answer, clock))
    verdict = envelope(found.data)
    if verdict.error:
        return Failed(faults.from_message(message, answer, verdict, clock))
    said = has_outcome(found.data)
    if not verdict.success or (
        not said and (answer.status >= 300 or not is_answer(message.operation, found.data))
    ):
        return Failed(faults.from_page(message, answer, clock))
    if verdict.warning:
        text = message.mask().told(verdict.warning, 1000)
        warnings.warn(f"{message.operation.action}: {text}", ApiWarning, levels_to_caller())
    return _read(message, answer, found.data, strict=strict)


def _read(message: Message[T], reply: Reply, data: Document, *, strict: bool) -> Outcome[T]:
    """The model of a successful answer, or the error that strict mode has for it."""
    try:
        return Done(_placed(message, read(message.operation, data, strict, message.mask)))
    except UnreadableValueError as error:
        return Failed(faults.from_value(message, reply, error))


def _placed(message: Message[T], value: T) -> T:
    """The value; a page knows from now on where it was asked to begin."""
    operation = message.operation
    if isinstance(operation, Paged) and isinstance(value, Page):
        place(value, message.start, message.size, operation.records)
    return value


def _may_repeat(
    message: Message[Any],
    answer: Reply | Failure,
    error: BaseException,
    attempt: int,
    policy: Retry,
) -> bool:
    """Whether a failed call is a read and worth another attempt."""
    if message.operation.effect != "read" or attempt > policy.retries:
        return False
    if isinstance(answer, Failure):
        passing = isinstance(error, _CONNECTION) and not isinstance(error, TlsError)
        return passing or (policy.after_timeout and isinstance(error, ReadTimeoutError))
    undecided = isinstance(error, UnavailableError) or type(error) is ApiError
    return answer.status in policy.statuses and undecided


def _event(
    message: Message[Any],
    answer: Reply | Failure,
    outcome: Outcome[Any],
    attempt: int,
    *,
    final: bool,
) -> CallEvent:
    failed = isinstance(outcome, Failed)
    return CallEvent(
        action=message.operation.action,
        effect=message.operation.effect,
        attempt=attempt,
        duration=answer.seconds,
        status=answer.status if isinstance(answer, Reply) else None,
        outcome=("error" if final else "retry") if failed else "success",
        error=(
            type(outcome.error)
            if isinstance(outcome, Failed) and isinstance(outcome.error, Exception)
            else None
        ),
    )
