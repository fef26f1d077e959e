"""Everything about a client but its address and credentials. Checked when it is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias, cast

import httpx

from ..exceptions import ConfigurationError
from .hooks import Hook
from .retry import Retry

# Seconds for each of connecting, sending and waiting; or httpx.Timeout to tell them apart. Of both,
# the whole call may take five times the longest; TimeLimits says another total.
Timeout: TypeAlias = float | httpx.Timeout

_TOTAL: Final = 5.0
# A day: a socket holds no more than some weeks.
_LONGEST: Final = 86_400.0


class TimeLimits(httpx.Timeout):
    """``TimeLimits(30, total=90)``: the limits of single steps, and of the call as a whole.

    timeout:  seconds for each of connecting, sending and waiting; or an httpx.Timeout
    total:    seconds for the whole call, with its repetitions and the waits between them, but not
              for waiting until ``rate_limit`` and ``concurrency`` let it begin; None for no limit
    """

    def __init__(self, timeout: Timeout = 60.0, *, total: float | None) -> None:
        super().__init__(timeout)
        self.total = total

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, TimeLimits) and self.total == other.total
        return same and super().__eq__(other)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.as_dict()}, total={self.total})"


DEFAULT_TIMEOUT: Final = httpx.Timeout(60.0, connect=10.0)


@dataclass(frozen=True, kw_only=True)
class Options:
    """How calls are made.

    timeout:       of every call that is not given its own; the whole call ends after five times
                   the longest of it, unless TimeLimits say otherwise
    retries:       attempts after the first one, for reads only; or a Retry, to say more
    strict:        raise UnreadableValueError where a value contradicts its documented type
    rate_limit:    calls a second, evenly spaced; None for no limit
    concurrency:   calls under way at once; None for no limit
    hook:          called after every request with a CallEvent
    allow_http:    send credentials over plain http to other machines
    legacy_login:  allow the ways to sign in that the server's makers advise against
    user_agent:    what the server's log says; None for the package's name or the http_client's own
    """

    timeout: Timeout = field(default_factory=lambda: DEFAULT_TIMEOUT)
    retries: Retry | int = 2
    strict: bool = False
    rate_limit: float | None = None
    concurrency: int | None = None
    hook: Hook | None = None
    allow_http: bool = False
    legacy_login: bool = False
    user_agent: str | None = None

    def __post_init__(self) -> None:
        limits(self.timeout)
        self.retry_policy()
        if self.rate_limit is not None and not is_positive(self.rate_limit):
            raise ConfigurationError("rate_limit is not a number of calls a second above 0")
        if self.concurrency is not None and (
            type(self.concurrency) is not int or self.concurrency < 1
        ):
            raise ConfigurationError("concurrency is not a whole number from 1 up")
        if self.hook is not None and not callable(self.hook):
            raise ConfigurationError("hook cannot be called")
        if self.user_agent is not None and not _is_header(self.user_agent):
            raise ConfigurationError("user_agent is not printable ASCII text")
        for name in ("strict", "allow_http", "legacy_login"):
            if not isinstance(getattr(self, name), bool):
                raise ConfigurationError(f"{name} is not True or False")

    def retry_policy(self) -> Retry:
        """The policy behind ``retries``."""
        return self.retries if isinstance(self.retries, Retry) else Retry(retries=self.retries)


def limits(timeout: Timeout) -> TimeLimits:
    """The timeout with its total. Raises ConfigurationError on what is no time."""
    if isinstance(timeout, httpx.Timeout):
        single = [*timeout.as_dict().values()]
        total = _whole_call(timeout)
        fits = all(each is None or _is_time(each, _LONGEST) for each in single)
        if not fits or not (total is None or _is_time(total, _TOTAL * _LONGEST)):
            raise ConfigurationError(
                f"timeout holds what is not a number of seconds above 0, at most {_LONGEST:.0f}, "
                f"and {_TOTAL:.0f} times that for the total"
            )
        return TimeLimits(timeout, total=total)
    if not _is_time(timeout, _LONGEST):
        raise ConfigurationError(
            f"timeout is not a number of seconds above 0, at most {_LONGEST:.0f}; "
            "httpx.Timeout(None) is no timeout"
        )
    return TimeLimits(float(timeout), total=_TOTAL * timeout)


def _whole_call(timeout: httpx.Timeout) -> Any:
    """The total that is said, or five times the longest single limit; None where one is missing."""
    if isinstance(timeout, TimeLimits):
        return timeout.total
    single = (timeout.connect, timeout.read, timeout.write)
    if not all(_is_time(each, _LONGEST) for each in single):
        return None
    return _TOTAL * max(filter(None, single))


def is_positive(value: object) -> bool:
    """Whether the value is a number above 0, and not infinite."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 < value < float("inf")


def _is_time(value: object, longest: float) -> bool:
    """Whether the value is a number of seconds above 0, and no more than so many."""
    return is_positive(value) and cast(float, value) <= longest


def _is_header(value: object) -> bool:
    return isinstance(value, str) and value.isascii() and value.isprintable()
