"""A fake server for people and for tests in other languages: says where it is, then each call."""

from __future__ import annotations

import shlex
import threading
from collections.abc import Callable, Mapping, Sequence

from .. import _dialect as dialect
from .calls import Call
from .faults import Fault
from .quirks import Quirks
from .server import FakeServer


def serve(
    *,
    host: str = "127.0.0.1",
    port: int = 8080,
    seed: int | str = 0,
    population: int = 60,
    strict: bool = True,
    credentials: Mapping[str, str] | None = None,
    quirks: Quirks | None = None,
    faults: Sequence[Fault] = (),
    say: Callable[[str], object] = print,
    until: threading.Event | None = None,
) -> None:
    """Serves until it is interrupted, or until the event is set.

    First it says its address and credentials, ready for a shell: ``NAME=value``, as ``from_env`` of
    the client reads them. Then it says a line for each call.
    """
    fake = prepared(
        host=host,
        port=port,
        seed=seed,
        population=population,
        strict=strict,
        credentials=credentials,
        quirks=quirks,
        faults=faults,
        say=say,
    )
    run(fake.start(), say, until)


def prepared(
    *,
    host: str,
    port: int,
    seed: int | str,
    population: int,
    strict: bool,
    credentials: Mapping[str, str] | None,
    quirks: Quirks | None,
    faults: Sequence[Fault],
    say: Callable[[str], object] = print,
) -> FakeServer:
    """A fake that says a line for each call, not started yet. Raises ValueError where it cannot be so."""
    fake = FakeServer(
        host=host,
        port=port,
        seed=seed,
        population=population,
        strict=strict,
        credentials=credentials,
        on_call=lambda call: say(_line(call)),
    )
    fake.quirks = quirks or Quirks()
    for fault in faults:
        fake.fault(fault)
    return fake


def run(
    fake: FakeServer, say: Callable[[str], object] = print, until: threading.Event | None = None
) -> None:
    """Says where a fake that is started is, and lets it serve. Raises what an answer failed with."""
    ended = until or threading.Event()
    with fake:
        for name, value in environment(fake).items():
            say(f"{name}={shlex.quote(value)}")
        try:
            while not ended.wait(1):
                pass
        except KeyboardInterrupt:
            say("stopped")


def environment(fake: FakeServer) -> dict[str, str]:
    """Environment variable -> value: address, and credentials of the preferred way to sign in."""
    names = (*dialect.SCHEMES[0], *dialect.CREDENTIAL_EXTRAS)
    values = {
        dialect.ENVIRONMENT[name]: fake.accounts[name] for name in names if name in fake.accounts
    }
    return {dialect.ENVIRONMENT_URL: fake.url, **values}


def _line(call: Call) -> str:
    """Action, names of parameters, what is wrong: printable, and without values."""
    text = " ".join((call.action or "?", *call.params)) + (
        f": {call.problem}" if call.problem else ""
    )
    return "".join(letter if letter.isprintable() else "?" for letter in text[:1000])
