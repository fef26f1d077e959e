"""What a hook for logging or tracing is told: one event a request, without any parameter."""

from __future__ import annotations

from collections.abc import Callable
from logging import getLogger
from typing import Literal, NamedTuple, TypeAlias

from .. import _dialect as dialect


class CallEvent(NamedTuple):
    """One attempt of one call, after it has ended.

    effect:    read | write | destructive
    attempt:   from 1; more than 1 for repeated reads
    duration:  seconds from sending to the end of the answer, without waiting for a limit
    status:    HTTP status; None where there was no answer
    outcome:   success, error, or retry: failed, and will be sent again
    error:     class of the error; None on success
    """

    action: str
    effect: str
    attempt: int
    duration: float
    status: int | None
    outcome: Literal["success", "error", "retry"]
    error: type[Exception] | None


# A hook that fails is logged and otherwise ignored: the call matters more. That of an asynchronous
# client may be a coroutine function, and is awaited before the call goes on, but not beyond the end
# of the call's time. What a hook takes counts for the call.
Hook: TypeAlias = Callable[[CallEvent], object]


def log_failure(event: CallEvent, error: Exception) -> None:
    """Leaves a warning in the log of the package."""
    getLogger(dialect.PACKAGE).warning("the hook failed on %r", event, exc_info=error)
