"""Everything this package raises.

WhmcsError
├── ConfigurationError          the client is set up wrongly; also a ValueError
├── ClosedError                 a call after close() or during it; also a RuntimeError
├── ParameterError              arguments refused before sending; also a TypeError and a ValueError
├── TransportError              no HTTP answer: did the server act? `may_have_been_sent`
│   ├── ConnectionFailedError   no connection (DNS, refused, unreachable, proxy): nothing was sent
│   │   └── TlsError            the certificate or the handshake: nothing was sent
│   ├── ConnectionLostError     the connection broke before the answer was complete
│   └── TimedOutError           any timeout
│       ├── ConnectTimeoutError     no connection in time: nothing was sent
│       └── ReadTimeoutError        no complete answer in time
├── ResponseError               an answer that is not WHMCS's: HTML, nothing, half a JSON text
│   ├── ServerUnavailableError  the same with HTTP 429, 502, 503, 504; also an UnavailableError
│   └── UnreadableValueError    a value, in strict mode, that contradicts its documented type
└── ApiError                    WHMCS answered: error
    ├── AuthenticationError     wrong or missing credentials
    │   └── IpNotAllowedError   the address of this machine is not allowed: `ip`
    ├── PermissionDeniedError   the credentials may not do this: `denied_action`
    ├── NotFoundError           there is no such record
    ├── InvalidParameterError   a parameter is missing or wrong
    └── UnavailableError        rate limited, in maintenance or overloaded: `retry_after`

No error prints or pickles a credential or a sensitive parameter; what a server echoes of them is
masked. The untouched answer is had by `error.body()`, until the error is pickled or copied.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, TypedDict, Unpack

from ._runtime.secret import hide, reveal


class Details(TypedDict, total=False):
    """What every error can be given; see WhmcsError."""

    action: str | None
    status: int | None
    may_have_been_sent: bool
    advice: str
    body: bytes | None


class WhmcsError(Exception):
    """Root of everything this package raises.

    message:             what went wrong; of an ApiError, the server's own words
    action:              the action that was called; None where the error is not about a call
    status:              HTTP status of the answer; None where there was no answer
    may_have_been_sent:  whether the request may have reached the server
    advice:              what to do about it, in full sentences; may be empty
    """

    standing_advice: ClassVar[str] = ""

    def __init__(self, message: str, **details: Unpack[Details]) -> None:
        super().__init__(message)
        self.message = message
        self.action = details.get("action")
        self.status = details.get("status")
        self.may_have_been_sent = details.get("may_have_been_sent", False)
        self.advice = details.get("advice", self.standing_advice)
        self._body = hide(details.get("body"))

    def body(self) -> str | None:
        """The answer as it was sent: it may hold secrets. None if there was none, and in a copy."""
        content = reveal(self._body)
        return None if content is None else content.decode("utf-8", "replace")

    def __str__(self) -> str:
        text = f"{self.action}: {self.message}" if self.action else self.message
        if self.status is not None:
            text = f"{text} (HTTP {self.status})"
        return f"{text.rstrip('. ')}. {self.advice}" if self.advice else text

    def __reduce__(self) -> tuple[Callable[..., object], tuple[Any, ...]]:
        return _restore, (type(self), self.args, {**self.__dict__, "_body": None})


def _restore(kind: type[WhmcsError], args: tuple[Any, ...], state: dict[str, Any]) -> WhmcsError:
    """The error that was pickled, less the answer's body."""
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class ConfigurationError(WhmcsError, ValueError):
    """The client is set up wrongly: its address, credentials or options."""


class ClosedError(WhmcsError, RuntimeError):
    """The client, or the HTTP client handed to it, was closed before the call or during it."""


class ParameterError(WhmcsError, TypeError, ValueError):
    """The arguments of a call are refused. Nothing was sent."""


class TransportError(WhmcsError):
    """There is no HTTP answer; ``may_have_been_sent`` tells whether the server may have acted."""


class ConnectionFailedError(TransportError):
    """No connection: DNS, refused, unreachable, proxy. Nothing was sent."""

    standing_advice = "Check the address, the network and the proxy settings."


class TlsError(ConnectionFailedError):
    """The certificate was not trusted or the handshake failed. Nothing was sent."""

    standing_advice = (
        "Check the certificate; for a private authority, hand in an http_client that trusts it."
    )


class ConnectionLostError(TransportError):
    """The connection broke before the answer was complete."""


class TimedOutError(TransportError):
    """A timeout passed; `timeout` of the client or of the call sets it, also that of the whole call."""


class ConnectTimeoutError(TimedOutError):
    """There was no connection in time. Nothing was sent."""


class ReadTimeoutError(TimedOutError):
    """There was no complete answer in time, or the request could not be written in time."""


class ResponseError(WhmcsError):
    """An answer that is not WHMCS's. ``snippet`` is the beginning of its text, secrets masked."""

    standing_advice = "Check the address, and what stands between: proxy, firewall, login page."

    def __init__(self, message: str, *, snippet: str = "", **details: Unpack[Details]) -> None:
        super().__init__(message, **details)
        self.snippet = snippet


class UnreadableValueError(ResponseError):
    """A value, at ``path`` in the answer, contradicts its documented type.

    Raised in strict mode only, or where the whole answer, or the list to go through, is of another kind.
    """

    standing_advice = ""

    def __init__(self, message: str, *, path: str = "", **details: Unpack[Details]) -> None:
        super().__init__(message, **details)
        self.path = path


class ApiError(WhmcsError):
    """WHMCS answered the call with an error."""


class AuthenticationError(ApiError):
    """The credentials are wrong, missing or disabled."""

    standing_advice = "Check the credentials, and that the account they belong to is active."


class IpNotAllowedError(AuthenticationError):
    """The address of this machine is not allowed. ``ip`` is the address that the server saw."""

    standing_advice = "Allow this address in the installation's API settings, or use an access key."

    def __init__(self, message: str, *, ip: str | None = None, **details: Unpack[Details]) -> None:
        super().__init__(message, **details)
        self.ip = ip


class PermissionDeniedError(ApiError):
    """The credentials may not do this. ``denied_action`` is the action as the server names it."""

    standing_advice = "Give the role of these credentials the permission for this action."

    def __init__(
        self, message: str, *, denied_action: str | None = None, **details: Unpack[Details]
    ) -> None:
        super().__init__(message, **details)
        self.denied_action = denied_action


class NotFoundError(ApiError):
    """There is no such record."""


class InvalidParameterError(ApiError):
    """A parameter is missing or wrong, says the server."""


class UnavailableError(ApiError):
    """Rate limited, in maintenance or overloaded.

    ``retry_after`` is how many seconds the server asks to wait; None where it does not say.
    """

    standing_advice = "Wait and try again."
    retry_after: float | None = None


class ServerUnavailableError(ResponseError, UnavailableError):
    """HTTP 429, 502, 503 or 504 with a page that is not WHMCS's."""

    standing_advice = "Wait and try again."


class ApiWarning(UserWarning):
    """WHMCS carried a call out and adds a warning."""
