"""A fake server that clients can reach: over HTTP on this machine, or inside the process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Final, Self

from .._runtime.operation import Operation
from .calls import Call
from .fake import Fake
from .listener import Listener
from .transport import Transport

# An address that nobody can have, for clients that use ``transport()``.
_NOWHERE: Final = "https://fake.invalid"


class FakeServer(Fake):
    """A fake to talk to. ``with`` starts it on 127.0.0.1; ``transport()`` needs no start.

    port:  0 for any free one
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        seed: int | str = 0,
        population: int = 60,
        strict: bool = True,
        prefix: str | None = None,
        credentials: Mapping[str, str] | None = None,
        operations: Mapping[str, Operation[Any]] | None = None,
        on_call: Callable[[Call], object] | None = None,
    ) -> None:
        super().__init__(
            seed=seed,
            population=population,
            strict=strict,
            prefix=prefix,
            credentials=credentials,
            operations=operations,
            on_call=on_call,
        )
        self._address = (host, port)
        self._listener: Listener | None = None
        self._errors: list[Exception] = []

    @property
    def url(self) -> str:
        """Address of the installation; when not started, one for ``transport()`` only."""
        prefix = self._rules.prefix or ""
        if self._listener is None:
            return _NOWHERE + prefix
        host = "127.0.0.1" if self._address[0] in ("", "0.0.0.0") else self._address[0]
        return f"http://{host}:{self._listener.server_port}{prefix}"

    def transport(self) -> Transport:
        """For ``httpx.Client(transport=...)`` or ``httpx.AsyncClient(transport=...)``."""
        return Transport(self.handle)

    def start(self) -> Self:
        """Serves over HTTP until ``stop``."""
        if self._listener is None:
            self._listener = Listener(*self._address, self.handle, self._errors.append)
            self._listener.start()
        return self

    def stop(self) -> None:
        """Ends all connections. Can be started again."""
        if self._listener is not None:
            self._listener.stop()
            self._listener = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stops. Raises what a function given as an answer raised, such as a failed assertion.

        Where another error ends the block, it is a note on that one: often its cause.
        """
        self.stop()
        errors, self._errors = self._errors, []
        for failed in errors:
            if error is None:
                raise failed
            error.add_note(f"the fake server failed: {type(failed).__name__}: {failed}")
