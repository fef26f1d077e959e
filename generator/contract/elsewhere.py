"""Another time, machine and user, for a Python process that has this as its ``sitecustomize``. It stands alone.

Only what asks for now, here or me is told otherwise: a time that is given is converted as ever.
"""

from __future__ import annotations

import datetime
import os
import socket
import time
from collections.abc import Callable
from typing import Any

_SECONDS = 400 * 86_400 + 7 * 3_600 + 11 * 60
_NAME = "elsewhere.invalid"


def _move_clock() -> None:
    now, now_ns, clock = time.time, time.time_ns, getattr(time, "clock_gettime", None)
    time.time = lambda: now() + _SECONDS
    time.time_ns = lambda: now_ns() + _SECONDS * 1_000_000_000
    if clock:
        time.clock_gettime = lambda of: clock(of) + _SECONDS * (of == time.CLOCK_REALTIME)
    for name in ("localtime", "gmtime", "ctime"):
        setattr(time, name, _at_a_time(getattr(time, name)))
    for name in ("strftime", "asctime"):
        setattr(time, name, _of_a_time(getattr(time, name), takes=int(name == "strftime")))


def _at_a_time(convert: Callable[..., Any]) -> Callable[..., Any]:
    """The function, which takes seconds or means now."""
    return lambda seconds=None: convert(time.time() if seconds is None else seconds)


def _of_a_time(write: Callable[..., Any], *, takes: int) -> Callable[..., Any]:
    """The function, whose last argument is a time or, where it is left out, now."""
    return lambda *given: write(*given, *([time.localtime()] if len(given) == takes else []))


class _Same(type):
    """Of a class that stands for its base: what is one of these is one of its own."""

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, cls.__mro__[1]) if _stands_for(cls) else super().__instancecheck__(value)

    def __subclasscheck__(cls, other: type) -> bool:
        return issubclass(other, cls.__mro__[1]) if _stands_for(cls) else super().__subclasscheck__(other)


class Date(datetime.date, metaclass=_Same):
    """The date, of another day."""

    def __repr__(self) -> str:
        return f"datetime.{super().__repr__()}"

    @classmethod
    def today(cls) -> Any:
        return cls.fromtimestamp(time.time())


class Moment(datetime.datetime, metaclass=_Same):
    """The datetime, of another day."""

    def __repr__(self) -> str:
        return f"datetime.{super().__repr__()}"

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Any:
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def today(cls) -> Any:
        return cls.now()

    @classmethod
    def utcnow(cls) -> Any:
        return cls.now(datetime.UTC).replace(tzinfo=None)


def _stands_for(cls: type) -> bool:
    """Whether it is one of the two, and no class that somebody makes of one."""
    return cls is Date or cls is Moment


def _move_calendar() -> None:
    for own, name in ((Date, "date"), (Moment, "datetime")):
        own.__name__ = own.__qualname__ = name
        own.__module__ = "datetime"
        setattr(datetime, name, own)


def _move_machine() -> None:
    socket.gethostname = lambda: _NAME
    if hasattr(os, "uname"):
        system, _, *others = os.uname()
        os.uname = lambda: os.uname_result((system, _NAME, *others))
        user, group = os.getuid() + 1, os.getgid() + 1
        os.getuid = os.geteuid = lambda: user
        os.getgid = os.getegid = lambda: group
    os.getlogin = lambda: "somebody"


if __name__ == "sitecustomize":
    _move_clock()
    _move_calendar()
    _move_machine()
