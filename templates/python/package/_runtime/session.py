"""A signed-in connection to one installation: every call of the package is made here.

The life of a call is written once, in ``exchange``; two sessions drive it, the blocking one here,
the other in ``async_session``. They hold no secret that a repr, a pickle or a traceback would show.
"""

from __future__ import annotations

import os
import threading
import warnings
from collections.abc import Generator, Iterator, Mapping
from contextlib import nullcontext
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

import httpx

from ..exceptions import ApiWarning, ClosedError, ConfigurationError
from . import transport
from .async_session import AsyncSession
from .clock import Clock
from .hooks import CallEvent, log_failure
from .limits import Places, Queue, RateLimit
from .lines import Line
from .message import Extra
from .operation import Effect, Operation, Paged
from .options import Options, Timeout
from .outside import as_given, levels_to_caller
from .secret import hide
from .setup import Setup, prepare, untyped
from .steps import Answer, Failed, Outcome, Send, Sleep, Step, Tell
from .streams import Streams
from .traces import cleaned

if TYPE_CHECKING:
    from .paging import Walk

__all__ = ["AsyncSession", "Session"]

T = TypeVar("T")
I = TypeVar("I")


class Session:
    """The blocking one. Threads may share it; after a fork, the child gets connections of its own.

    address:      of the installation, or of the endpoint itself
    credentials:  field -> value, as the dialect names them; None where not given
    http_client:  used for the connections, and left open by ``close``; belongs to the first process
                  that uses it
    """

    def __init__(
        self,
        address: str,
        credentials: Mapping[str, str | None],
        options: Options | None = None,
        http_client: httpx.Client | None = None,
        *,
        clock: Clock | None = None,
    ) -> None:
        address, credentials = hide(address), hide(credentials)
        if http_client is not None and not isinstance(as_given(http_client), httpx.Client):
            raise ConfigurationError("http_client is not an httpx.Client")
        hook: Any = None if options is None else options.hook
        if callable(hook) and (iscoroutinefunction(hook) or iscoroutinefunction(hook.__call__)):
            raise ConfigurationError(
                "hook is a coroutine function, which needs the asynchronous client"
            )
        self._setup: Setup = prepare(address, credentials, options, clock).result()
        self._http_client = http_client
        self._lines: dict[int, Line] = {}  # by process
        self._closed = threading.Event()

    def __repr__(self) -> str:
        setup: Setup | None = getattr(
            self, "_setup", None
        )  # None where a traceback shows a constructor that failed
        return f"{type(self).__name__}({setup.label() if setup else ''})"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "a session holds credentials and connections: it cannot be pickled or copied"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections, but no http_client. Calls raise ClosedError from now on.

        So do those that wait, for a connection too: nothing is sent any more. Those that wait for
        an answer on one of our connections end at once.
        """
        self._closed.set()
        line = self._lines.pop(os.getpid(), None)
        if line is not None and self._http_client is None:
            line.close()

    def call(
        self,
        operation: Operation[T],
        params: Mapping[str, object],
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> T:
        """What the action answers. Raises the errors of ``exceptions``."""
        params, extra = hide(params), hide(extra)
        return self._outcome(operation, params, extra, timeout).result()

    def call_untyped(
        self,
        action: str,
        params: Mapping[str, object] | None = None,
        *,
        effect: Effect = "write",
        timeout: Timeout | None = None,
    ) -> dict[str, Any] | list[Any]:
        """The JSON that any action answers. Only a ``read`` is ever sent again."""
        params = hide({} if params is None else params)
        operation = untyped(action, params, effect)
        document: dict[str, Any] | list[Any] = self._outcome(
            operation, {}, params, timeout
        ).result()
        return document

    def iterate(
        self,
        operation: Paged[T, I],
        params: Mapping[str, object],
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[I]:
        """The records of all pages. A page is fetched when its first record is asked for."""
        params, extra = hide(params), hide(extra)
        from .paging import Walk  # loads pydantic

        return self._records(Walk(operation, params, page_size, max_records), extra, timeout)

    def _records(
        self, walk: Walk[Any, I], extra: Extra | None, timeout: Timeout | None
    ) -> Iterator[I]:
        while (params := walk.params()) is not None:
            yield from walk.take(self._outcome(walk.operation, params, extra, timeout).result())
        if shortfall := walk.shortfall():
            warnings.warn(shortfall, ApiWarning, levels_to_caller())

    def _outcome(
        self,
        operation: Operation[T],
        params: Mapping[str, object],
        extra: Extra | None,
        timeout: Timeout | None,
    ) -> Outcome[T]:
        try:
            return self._drive(self._setup.steps(operation, params, extra, timeout))
        except BaseException as error:  # noqa: BLE001 - raised again, cleaned
            return Failed(cleaned(error))

    def _drive(self, steps: Generator[Step, Answer, Outcome[T]]) -> Outcome[T]:
        line = self._line()
        answer: Answer = None
        while True:
            try:
                step = steps.send(answer)
            except StopIteration as end:
                outcome: Outcome[T] = end.value
                return outcome
            answer = None
            match step:
                case Send(message, limit):
                    answer = line.send(message, limit)
                case Sleep(seconds):
                    self._setup.clock.sleep(seconds)
                case Tell(event, _):
                    self._tell(event)

    def _tell(self, event: CallEvent) -> None:
        hook = self._setup.options.hook
        if hook is None:
            return
        try:
            hook(event)
        except Exception as error:  # noqa: BLE001 - a hook may raise anything
            log_failure(event, error)

    def _line(self) -> Line:
        """The connections of this process."""
        if self._closed.is_set():
            raise ClosedError("the client has been closed")
        process = os.getpid()
        line = self._lines.get(process)
        if (
            line is None
        ):  # two threads may get here: the first one's is kept, the other's never connects
            if self._http_client is not None and any(other != process for other in [*self._lines]):
                raise ConfigurationError(
                    "the http_client belongs to the process that forked this one, and shares its "
                    "connections; make one for each process"
                )
            line = self._lines.setdefault(process, self._new_line())
        return line

    def _new_line(self) -> Line:
        setup = self._setup
        most = setup.options.concurrency
        limits, trusts = setup.connections(), setup.trusts_environment()
        verify = setup.certificates()
        return Line(
            client=self._http_client
            or transport.opened(
                lambda: httpx.Client(limits=limits, trust_env=trusts, verify=verify)
            ),
            url=setup.url,
            user_agent=setup.user_agent(own_client=self._http_client is None),
            slots=nullcontext() if most is None else Places(most),
            turns=Queue(),
            rate=RateLimit(setup.options.rate_limit, setup.clock),
            streams=Streams(),
            closed=self._closed,
            clock=setup.clock,
        )
