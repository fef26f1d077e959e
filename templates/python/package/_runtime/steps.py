"""The words between a call and what drives it: the call asks for steps, a driver takes them.

A call is written once, as a generator of steps that does no input or output. A driver, blocking or
asynchronous, sends messages, waits and tells the hook, and answers. (Named tuples, here and nearby,
because a frozen dataclass takes seven times as long to import.)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from ..exceptions import ClosedError, TransportError
from .hooks import CallEvent
from .message import Message

T_co = TypeVar("T_co", covariant=True)


class Send(NamedTuple):
    """Send it, once, within so many seconds (None: no limit). The answer is a Reply or a Failure."""

    message: Message[Any]
    limit: float | None


class Sleep(NamedTuple):
    """Wait."""

    seconds: float


class Tell(NamedTuple):
    """Call the hook; what it gives to wait for is waited for so many seconds (None: no limit)."""

    event: CallEvent
    seconds: float | None


class Reply(NamedTuple):
    """An HTTP answer. ``body`` is hidden; ``seconds`` is how long it took."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float


class Failure(NamedTuple):
    """No HTTP answer: the error to raise, what happened, whether anything may have been sent."""

    kind: type[TransportError | ClosedError]
    reason: str
    sent: bool
    seconds: float = 0.0


class Done(NamedTuple, Generic[T_co]):
    """A call that ended well."""

    value: T_co

    def result(self) -> T_co:
        """The value."""
        return self.value


class Failed(NamedTuple):
    """A call that did not. ``result`` raises the error, far from the frames that saw secrets."""

    error: BaseException

    def result(self) -> Any:
        """Raises the error."""
        raise self.error


Step: TypeAlias = Send | Sleep | Tell
Answer: TypeAlias = Reply | Failure | None
Outcome: TypeAlias = Done[T_co] | Failed
