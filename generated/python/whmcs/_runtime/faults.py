"""The error for what was seen: an error message, a page that is no answer, a connection that broke.

Everything that comes from the server is masked first.
"""

from __future__ import annotations

import html
import math
import re
from functools import cache
from typing import Any, Final

from .. import _dialect as dialect
from ..exceptions import (
    ApiError,
    AuthenticationError,
    ClosedError,
    Details,
    InvalidParameterError,
    IpNotAllowedError,
    NotFoundError,
    PermissionDeniedError,
    ResponseError,
    ServerUnavailableError,
    TransportError,
    UnavailableError,
    UnreadableValueError,
)
from .charset import WHITE, text_of
from .clock import Clock
from .envelope import Envelope
from .message import Message
from .retry import retry_after
from .secret import reveal
from .steps import Failure, Reply

_KINDS: Final[dict[str, type[ApiError]]] = {
    "Authentication": AuthenticationError,
    "IpNotAllowed": IpNotAllowedError,
    "Permission": PermissionDeniedError,
    "NotFound": NotFoundError,
    "InvalidParameter": InvalidParameterError,
    "Unavailable": UnavailableError,
}
# For messages that no rule knows.
_STATUSES: Final[dict[int, type[ApiError]]] = {
    401: AuthenticationError,
    429: UnavailableError,
    502: UnavailableError,
    503: UnavailableError,
    504: UnavailableError,
}
_UNAVAILABLE: Final = frozenset({429, 502, 503, 504})
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_CHECK_FIRST: Final = "The call may have been carried out: look before you repeat it."


def from_message(message: Message[Any], reply: Reply, verdict: Envelope, clock: Clock) -> ApiError:
    """The error for an answer that says error, by what its message means."""
    mask = message.mask()
    said = "; ".join(filter(None, (verdict.message, verdict.more)))
    shown = mask.told(said, 1000) or "the server gives no reason"
    details = _details(message, reply)
    kind, found = _meaning(verdict.message or "", reply.status)
    if issubclass(kind, IpNotAllowedError):
        address = found.get("ip")
        return kind(shown, ip=address and mask.line(address, 60), **details)
    if issubclass(kind, PermissionDeniedError):
        denied = found.get("action")
        return kind(shown, denied_action=denied and mask.line(denied, 200), **details)
    error = kind(shown, **details)
    if isinstance(error, UnavailableError):
        _ask_to_wait(error, reply, clock)
    return error


def from_page(message: Message[Any], reply: Reply, clock: Clock) -> ResponseError:
    """The error for an answer that is not the API's."""
    content_type = reply.headers.get("content-type", "")
    snippet = message.mask().snippet(reveal(reply.body), content_type)
    kind = ServerUnavailableError if reply.status in _UNAVAILABLE else ResponseError
    error = kind(
        _page_problem(message, reply, snippet), snippet=snippet, **_details(message, reply)
    )
    if isinstance(error, ServerUnavailableError):
        _ask_to_wait(error, reply, clock)
    if message.operation.effect != "read":
        error.advice = f"{error.advice} {_CHECK_FIRST}"
    return error


def _ask_to_wait(error: UnavailableError, reply: Reply, clock: Clock) -> None:
    """Says how long the server asks to wait, if it does."""
    error.retry_after = seconds = retry_after(reply.headers, clock)
    if seconds and seconds < float("inf"):
        error.advice = f"Wait {math.ceil(seconds)} s and try again."


def from_value(
    message: Message[Any], reply: Reply, error: UnreadableValueError
) -> UnreadableValueError:
    """The same error, complete, and without the trace of what was read."""
    mask = message.mask()
    text, path = mask.line(error.message, 1000), mask.line(error.path, 200)
    told = UnreadableValueError(text, path=path, **_details(message, reply))
    if message.operation.effect != "read":
        told.advice = "The call itself was carried out: do not repeat it."
    return told


def from_failure(message: Message[Any], failure: Failure) -> TransportError | ClosedError:
    """The error for a request without an answer."""
    reason = message.mask().line(failure.reason, 300)
    action = message.operation.action
    error = failure.kind(reason, action=action, may_have_been_sent=failure.sent)
    if failure.sent and message.operation.effect != "read":
        error.advice = f"{error.advice} {_CHECK_FIRST}".strip()
    return error


def _details(message: Message[Any], reply: Reply) -> Details:
    return {
        "action": message.operation.action,
        "status": reply.status,
        "may_have_been_sent": True,
        "body": reveal(reply.body),
    }


def _meaning(text: str, status: int) -> tuple[type[ApiError], dict[str, str | None]]:
    """Class of the error and what the rule found in the text."""
    kind, found = rule_for(text)
    return _KINDS.get(kind or "", _STATUSES.get(status, ApiError)), found


def rule_for(text: str) -> tuple[str | None, dict[str, str | None]]:
    """Name of the class whose rule fits first, and what it found. HTML entities are read first."""
    text = html.unescape(text[:2000]).strip(WHITE)
    for kind, pattern in _rules():
        if match := pattern.search(text):
            return kind, match.groupdict()
    return None, {}


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, _rule(pattern)) for kind, pattern in dialect.ERROR_RULES)


def _rule(pattern: str) -> re.Pattern[str]:
    r"""The pattern for any case of letters; to ``\b``, é is no letter, as in other languages.

    But an É in the pattern is an é, too.
    """
    return re.compile(pattern, re.IGNORECASE | (re.ASCII if pattern.isascii() else 0))


def _page_problem(message: Message[Any], reply: Reply, snippet: str) -> str:
    """What the answer is instead."""
    content_type = reply.headers.get("content-type", "")
    first = text_of(reveal(reply.body), content_type).lstrip(WHITE)[:1]
    if reply.status in _REDIRECTS:
        target = message.mask().line(reply.headers.get("location", "").partition("?")[0], 200)
        return f"the server sends us elsewhere, to {target or 'no address'}"
    if not first:
        return "the answer is empty"
    if first == "<":
        return f"the answer is a web page: {snippet}"
    if first in "{[":
        return f"the answer is JSON that breaks off or is not {dialect.PRODUCT}'s: {snippet}"
    return f"the answer is not JSON: {snippet}"
