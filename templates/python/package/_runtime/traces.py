"""Errors on their way out, without what the frames behind them saw."""

from __future__ import annotations

from contextlib import suppress
from types import TracebackType
from typing import TypeVar, cast

from .. import exceptions

E = TypeVar("E", bound=BaseException)


def cleaned(error: E) -> E:
    """The error, to be raised anew outside of every handler.

    One of ours loses its traceback and what it was raised from: the line that called us says it
    all. Any other (an interrupt, a cancelled task, a hook's own error) keeps its lines, but the
    variables of the frames that it has left are cleared.
    """
    if type(error).__module__ == exceptions.__name__:
        error.__cause__ = error.__context__ = error.__traceback__ = None
        return error
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        each = waiting.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        _clear(each.__traceback__)
        waiting += (each.__cause__, each.__context__)
        if isinstance(each, BaseExceptionGroup):
            waiting += cast("BaseExceptionGroup[BaseException]", each).exceptions
    return error


def _clear(traceback: TracebackType | None) -> None:
    while traceback is not None:
        with suppress(RuntimeError):  # where the frame still runs: one of ours, or the caller's
            traceback.tb_frame.clear()
        traceback = traceback.tb_next
