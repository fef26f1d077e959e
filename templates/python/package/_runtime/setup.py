"""What a blocking and an asynchronous session have in common: all but sending and waiting."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args

import httpx

from .. import _dialect as dialect
from ..exceptions import ParameterError
from . import credentials as signing
from .address import endpoint, is_loopback
from .clock import Clock
from .message import Extra, compose
from .operation import Effect, Operation
from .options import Options, Timeout, limits
from .outside import as_given
from .secret import hide, reveal
from .steps import Answer, Done, Failed, Outcome, Step
from .traces import cleaned

if TYPE_CHECKING:
    import ssl

T = TypeVar("T")

_EFFECTS: Final = get_args(Effect)


class Setup:
    """Address, credentials and options of a session, checked. Raises ConfigurationError."""

    def __init__(
        self, address: str, credentials: Mapping[str, str | None], options: Options, clock: Clock
    ) -> None:
        self.url = endpoint(hide(address), allow_http=options.allow_http)
        self.credentials = signing.choose(hide(credentials), legacy_login=options.legacy_login)
        self.options = options
        self.clock = clock

    def label(self) -> str:
        """What a session prints as: where it calls and how it signs in, without a value."""
        return f"{self.url}, {' + '.join(self.credentials.scheme)}"

    def user_agent(self, *, own_client: bool) -> str | None:
        """The name to call with; None for that of an HTTP client that was handed in."""
        return self.options.user_agent or (f"{dialect.PACKAGE}-python" if own_client else None)

    def trusts_environment(self) -> bool:
        """Whether proxies in the environment are used: not for this machine itself, whose http is in clear."""
        return not is_loopback(self.url.host)

    def certificates(self) -> ssl.SSLContext | bool:
        """What httpx knows servers by: its own, or none at all where no call can need one.

        To load them takes most of the time of making a client, and tests make many for a fake.
        """
        if self.url.scheme != "http" or self.trusts_environment():
            return True
        import ssl

        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # it trusts nobody

    def connections(self) -> httpx.Limits:
        """The pool. ``concurrency`` bounds the calls under way, not the pool.

        Idle connections are dropped before Apache would drop them, after 5 s: a write that meets a
        connection while the server closes it is lost, and nobody can tell whether it arrived.
        """
        return httpx.Limits(
            max_connections=None,
            max_keepalive_connections=max(20, self.options.concurrency or 0),
            keepalive_expiry=3.0,
        )

    def steps(
        self,
        operation: Operation[T],
        params: Mapping[str, object],
        extra: Extra | None,
        timeout: Timeout | None,
    ) -> Generator[Step, Answer, Outcome[T]]:
        """The life of one call. Raises ParameterError if the arguments do not fit."""
        # Loads pydantic, which takes longer than all the rest: with the first call, not the import.
        from .exchange import exchange

        limit = limits(self.options.timeout if timeout is None else timeout)
        message = compose(operation, params, extra, self.credentials, limit)
        return exchange(
            message, self.options.retry_policy(), self.clock, strict=self.options.strict
        )


def prepare(
    address: str,
    credentials: Mapping[str, str | None],
    options: Options | None,
    clock: Clock | None,
) -> Outcome[Setup]:
    """The setup of a session, or the error that says why there is none."""
    try:
        return Done(Setup(hide(address), hide(credentials), options or Options(), clock or Clock()))
    except BaseException as error:  # noqa: BLE001 - raised again, cleaned
        return Failed(cleaned(error))


def untyped(action: str, params: Mapping[str, object], effect: Effect) -> Operation[Any]:
    """The operation for an action as if the package knew nothing of it. Raises ParameterError."""
    if not isinstance(as_given(action), str) or not action or not action.isprintable():
        raise ParameterError("action is not the name of an action")
    if not isinstance(as_given(reveal(params)), Mapping):
        raise ParameterError("params is not a mapping of names to values", action=action)
    if effect not in _EFFECTS:
        raise ParameterError(f"effect is none of {', '.join(_EFFECTS)}", action=action)
    return Operation(action=action, group="", effect=effect, params=(), response=Any)
