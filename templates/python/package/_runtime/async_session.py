"""The session for asyncio. What it does is told in ``session``, what a call is in ``exchange``.

asyncio is imported where it is needed: it costs 15 ms, and blocking users never need it.
"""

from __future__ import annotations

import threading
import warnings
from collections.abc import AsyncIterator, Generator, Mapping
from contextlib import nullcontext
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

import httpx

from ..exceptions import ApiWarning, ClosedError, ConfigurationError
from . import transport
from .clock import Clock
from .hooks import CallEvent, log_failure
from .limits import RateLimit
from .lines import AsyncLine
from .message import Extra
from .operation import Effect, Operation, Paged
from .options import Options, Timeout
from .outside import as_given, levels_to_caller
from .secret import hide
from .setup import Setup, prepare, untyped
from .steps import Answer, Failed, Outcome, Send, Sleep, Step, Tell
from .traces import cleaned

if TYPE_CHECKING:
    from .paging import Walk

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Future

T = TypeVar("T")
I = TypeVar("I")


class AsyncSession:
    """Each event loop has connections and limits of its own.

    The arguments are those of Session; an http_client belongs to the first loop that uses it.
    """

    def __init__(
        self,
        address: str,
        credentials: Mapping[str, str | None],
        options: Options | None = None,
        http_client: httpx.AsyncClient | None = None,
        *,
        clock: Clock | None = None,
    ) -> None:
        address, credentials = hide(address), hide(credentials)
        if http_client is not None and not isinstance(as_given(http_client), httpx.AsyncClient):
            raise ConfigurationError("http_client is not an httpx.AsyncClient")
        self._setup: Setup = prepare(address, credentials, options, clock).result()
        self._http_client = http_client
        self._lines: dict[AbstractEventLoop, AsyncLine] = {}
        self._telling: set[Future[Any]] = set()  # hooks under way
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

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Closes the connections of this event loop; else as ``Session.close``."""
        import asyncio

        self._closed.set()
        line = self._lines.pop(asyncio.get_running_loop(), None)
        if line is not None and self._http_client is None:
            await line.client.aclose()

    async def call(
        self,
        operation: Operation[T],
        params: Mapping[str, object],
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> T:
        """What the action answers. Raises the errors of ``exceptions``."""
        params, extra = hide(params), hide(extra)
        return (await self._outcome(operation, params, extra, timeout)).result()

    async def call_untyped(
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
        document: dict[str, Any] | list[Any] = (
            await self._outcome(operation, {}, params, timeout)
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
    ) -> AsyncIterator[I]:
        """The records of all pages. A page is fetched when its first record is asked for."""
        params, extra = hide(params), hide(extra)
        from .paging import Walk  # loads pydantic

        return self._records(Walk(operation, params, page_size, max_records), extra, timeout)

    async def _records(
        self, walk: Walk[Any, I], extra: Extra | None, timeout: Timeout | None
    ) -> AsyncIterator[I]:
        while (params := walk.params()) is not None:
            page = (await self._outcome(walk.operation, params, extra, timeout)).result()
            for record in walk.take(page):
                yield record
        if shortfall := walk.shortfall():
            warnings.warn(shortfall, ApiWarning, levels_to_caller())

    async def _outcome(
        self,
        operation: Operation[T],
        params: Mapping[str, object],
        extra: Extra | None,
        timeout: Timeout | None,
    ) -> Outcome[T]:
        try:
            return await self._drive(self._setup.steps(operation, params, extra, timeout))
        except BaseException as error:  # noqa: BLE001 - raised again, cleaned
            return Failed(cleaned(error))

    async def _drive(self, steps: Generator[Step, Answer, Outcome[T]]) -> Outcome[T]:
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
                    answer = await line.send(message, limit)
                case Sleep(seconds):
                    await self._setup.clock.sleep_async(seconds)
                case Tell(event, seconds):
                    await self._tell(event, seconds)

    async def _tell(self, event: CallEvent, seconds: float | None) -> None:
        """Calls the hook. What is not done in time goes on beside the call."""
        import asyncio

        hook = self._setup.options.hook
        if hook is None:
            return
        try:
            result = hook(event)
        except Exception as error:  # noqa: BLE001 - a hook may raise anything
            log_failure(event, error)
            return
        if not isawaitable(result):
            return
        task = asyncio.ensure_future(result)
        self._telling.add(task)  # the loop does not hold it
        task.add_done_callback(lambda ended: self._told(event, ended))
        try:
            done, _ = await asyncio.wait({task}, timeout=seconds)
        except asyncio.CancelledError:
            task.cancel()
            raise
        raised = task.exception() if done and not task.cancelled() else None
        if raised is not None and not isinstance(raised, Exception):  # no failure of the hook
            raise raised

    def _told(self, event: CallEvent, ended: Future[Any]) -> None:
        self._telling.discard(ended)
        error = None if ended.cancelled() else ended.exception()
        if isinstance(error, Exception):
            log_failure(event, error)

    def _line(self) -> AsyncLine:
        """The connections of the running event loop."""
        import asyncio

        if self._closed.is_set():
            raise ClosedError("the client has been closed")
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            loop = None
        if loop is None:
            raise ConfigurationError("the asynchronous client needs asyncio")
        line = self._lines.get(loop)
        if line is None:
            line = self._new_line(loop)
        return line

    def _new_line(self, loop: AbstractEventLoop) -> AsyncLine:
        import asyncio

        if self._http_client is not None and self._lines:
            raise ConfigurationError(
                "the http_client belongs to another event loop; make one for each loop"
            )
        for other in [each for each in self._lines if each.is_closed()]:
            del self._lines[other]
        setup = self._setup
        most = setup.options.concurrency
        limits, trusts = setup.connections(), setup.trusts_environment()
        verify = setup.certificates()
        line = self._lines[loop] = AsyncLine(
            client=self._http_client
            or transport.opened(
                lambda: httpx.AsyncClient(limits=limits, trust_env=trusts, verify=verify)
            ),
            url=setup.url,
            user_agent=setup.user_agent(own_client=self._http_client is None),
            slots=nullcontext() if most is None else asyncio.Semaphore(most),
            turns=asyncio.Lock(),
            rate=RateLimit(setup.options.rate_limit, setup.clock),
            closed=self._closed,
            clock=setup.clock,
        )
        return line
