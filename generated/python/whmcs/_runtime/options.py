"""Everything about a client but its address and credentials. Checked when it is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, TypeAlias

import httpx

from ..exceptions import ConfigurationError
from .hooks import Hook
from .outside import as_given
from .retry import Retry

# Seconds for each of connecting, sending and waiting; or httpx.Timeout to tell them apart.
Timeout: TypeAlias = float | httpx.Timeout

DEFAULT_TIMEOUT: Final = httpx.Timeout(60.0, connect=10.0)


@dataclass(frozen=True, kw_only=True)
class Options:
    """How calls are made.

    timeout:       of every call that is not given its own
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
        seconds(self.timeout)
        self.retry_policy()
        if self.rate_limit is not None and not 0 < self.rate_limit < float("inf"):
            raise ConfigurationError("rate_limit is not a number of calls a second above 0")
        if self.concurrency is not None and (
            type(self.concurrency) is not int or self.concurrency < 1
        ):
            raise ConfigurationError("concurrency is not a whole number from 1 up")
        if self.hook is not None and not callable(self.hook):
            raise ConfigurationError("hook cannot be called")
        if self.user_agent is not None and not (
            self.user_agent.isascii() and self.user_agent.isprintable()
        ):
            raise ConfigurationError("user_agent is not printable ASCII")

    def retry_policy(self) -> Retry:
        """The policy behind ``retries``."""
        return self.retries if isinstance(self.retries, Retry) else Retry(retries=self.retries)


def seconds(timeout: Timeout) -> httpx.Timeout:
    """The timeout in httpx's form. Raises ConfigurationError on what is no time."""
    if isinstance(timeout, httpx.Timeout):
        return timeout
    if (
        isinstance(timeout, bool)
        or not isinstance(as_given(timeout), (int, float))
        or not 0 < timeout < float("inf")
    ):
        raise ConfigurationError(
            "timeout is not a number of seconds above 0; httpx.Timeout(None) is no timeout"
        )
    return httpx.Timeout(float(timeout))
