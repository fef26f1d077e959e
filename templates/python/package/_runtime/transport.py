"""Between our messages and httpx: a request from the one, a reply or a failure from the other.

Of an HTTP client its connections, proxies, headers and hooks are used; its base_url, params,
cookies and timeout are not. No exception of httpx gets past this module: its request and its frames
hold the form.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable
from typing import Any, Final, TypeVar

import httpx

from .. import _dialect as dialect
from ..exceptions import (
    ClosedError,
    ConfigurationError,
    ConnectionFailedError,
    ConnectionLostError,
    ConnectTimeoutError,
    ReadTimeoutError,
    TlsError,
    TransportError,
)
from .message import Message
from .secret import reveal
from .steps import Failure, Reply
from .watch import Closing, Watch

Client = TypeVar("Client", httpx.Client, httpx.AsyncClient)

# Headers of a handed-in HTTP client that do not fit our requests.
_NOT_TAKEN: Final = frozenset(
    {"accept", "content-length", "content-type", "cookie", "transfer-encoding"}
)
_OWN_USER_AGENT: Final = f"{dialect.PACKAGE}-python"


def opened(make: Callable[[], Client]) -> Client:
    """A new HTTP client. Raises ConfigurationError where the environment does not let it be made."""
    try:
        return make()
    except (ValueError, httpx.InvalidURL):  # whose text may hold a part of a password
        problem = "the address of a proxy, or NO_PROXY, cannot be used"
    except (OSError, ImportError) as error:
        problem = str(error)
    raise ConfigurationError(
        f"no HTTP client can be made: {problem}; "
        "correct the proxies and certificates in the environment, or hand in an http_client"
    )


class Request(httpx.Request):
    """A request whose method and address no event hook and no ``auth`` can change."""

    _sealed = False

    def seal(self) -> None:
        """From now on the method and the address stay as they are."""
        self._sealed = True

    def __setattr__(self, name: str, value: Any) -> None:
        if self._sealed and name in ("method", "url"):
            raise ConfigurationError(
                f"a hook or the auth of the http_client sets the {name} of a request"
            )
        super().__setattr__(name, value)


def request(
    message: Message[Any],
    limit: float | None,
    url: httpx.URL,
    client_headers: httpx.Headers,
    user_agent: str | None,
) -> Request:
    """The HTTP request for a message. It has no query: addresses end up in logs."""
    headers = httpx.Headers(
        [item for item in client_headers.multi_items() if item[0] not in _NOT_TAKEN]
    )
    headers["accept"] = "application/json"
    headers["content-type"] = "application/x-www-form-urlencoded"
    headers["user-agent"] = user_agent or headers.get("user-agent") or _OWN_USER_AGENT
    made = Request(
        "POST",
        url,
        headers=headers,
        content=reveal(message.body),
        extensions={"timeout": _steps(message.timeout, limit)},
    )
    made.seal()
    return made


def check_signed(made: Request, signed: httpx.Request) -> None:
    """Raises ConfigurationError where an ``auth`` puts another request in the place of ours."""
    if signed is not made:
        raise ConfigurationError(
            "the auth of the http_client replaces the request; hand in one without auth"
        )


def _steps(timeout: httpx.Timeout, limit: float | None) -> dict[str, float | None]:
    """The limits of single steps, none longer than that of the whole."""
    single = timeout.as_dict()
    if limit is None:
        return single
    return {name: limit if each is None else min(each, limit) for name, each in single.items()}


def understood(
    error: Exception,
    message: Message[Any],
    limit: float | None,
    watch: Watch,
    seconds: float,
    is_closed: bool,
) -> Reply | Failure | None:
    """What an exception of httpx means; None if it is not httpx's and none of the network.

    Where the whole answer is there, it counts: a hook of the client calls raise_for_status, say.
    """
    is_httpx = isinstance(error, (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError))
    if watch.is_answered:
        return watch.reply(seconds) if is_httpx else None
    match error:
        case Closing():
            return closed("the client was closed before the request was sent")
        case RuntimeError() if is_closed and not isinstance(error, httpx.StreamError):
            return closed("the HTTP client has been closed")
        case Exception() if is_httpx:
            kind, sent, reason = _meaning(error, message.timeout, watch)
            late = isinstance(error, (httpx.TimeoutException, TimeoutError))
            if late and limit is not None and seconds >= limit:
                reason = f"not done within {message.timeout.total:g} s, the limit of the whole call"
            if is_closed:
                kind, reason = ClosedError, "the client was closed while the call was under way"
            return Failure(kind, reason, sent, seconds)
        case _:
            return None


def closed(reason: str) -> Failure:
    """What it means that a client is closed before anything is sent."""
    return Failure(ClosedError, reason, sent=False)


def _meaning(
    error: Exception, timeout: httpx.Timeout, watch: Watch
) -> tuple[type[TransportError | ClosedError], bool, str]:
    """Class of our error, whether anything may have been sent, and what happened."""
    host, sent = watch.request.url.host, watch.may_have_left
    match error:
        case httpx.ConnectTimeout():
            return (
                ConnectTimeoutError,
                False,
                f"no connection to {host} {_within(timeout.connect)}",
            )
        case httpx.PoolTimeout():
            return ConnectTimeoutError, False, f"no connection was free {_within(timeout.pool)}"
        case httpx.TimeoutException() | TimeoutError() if not sent:  # a proxy is silent
            return ConnectTimeoutError, False, f"no connection to {host} in time"
        case httpx.WriteTimeout():
            return (
                ReadTimeoutError,
                True,
                f"the request could not be sent {_within(timeout.write)}",
            )
        case httpx.TimeoutException() | TimeoutError():
            return ReadTimeoutError, True, f"no answer {_within(timeout.read)}"
        case httpx.ConnectError() | httpx.ProxyError() | httpx.UnsupportedProtocol():
            return _not_connected(error, host)
        case httpx.NetworkError() | httpx.RemoteProtocolError() | OSError() if not sent:
            return _not_connected(error, host)  # by a proxy
        case httpx.NetworkError() | httpx.RemoteProtocolError() | OSError():
            return (
                ConnectionLostError,
                True,
                f"the connection to {host} broke: {str(error) or type(error).__name__}",
            )
        case _:  # their texts may hold headers or parts of the answer
            return TransportError, sent, f"the exchange with {host} failed: {type(error).__name__}"


def _not_connected(error: Exception, host: str) -> tuple[type[TransportError], bool, str]:
    kind = TlsError if _is_tls(error) else ConnectionFailedError
    return kind, False, f"no connection to {host}: {str(error) or type(error).__name__}"


def _within(seconds: float | None) -> str:
    """How long something was waited for, where it had a limit of its own."""
    return "in time" if seconds is None else f"within {seconds:g} s"


def _is_tls(error: BaseException) -> bool:
    """Whether the TLS library is at the bottom of it."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLError):
        cause = cause.__cause__ or cause.__context__
    return cause is not None
