"""A fake server for people and for other languages' tests: ``python -m ...testing --port 8080``."""

from __future__ import annotations

import argparse
import shlex
import threading
from collections.abc import Callable, Mapping, Sequence

from .. import _dialect as dialect
from . import faults, quirks
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
    odd: Quirks | None = None,
    wrong: Sequence[Fault] = (),
    say: Callable[[str], object] = print,
    until: threading.Event | None = None,
) -> None:
    """Serves until it is interrupted, or ``until`` is set. Says its address and credentials, then a line a call.

    What it says first is ready for a shell: ``NAME=value`` lines that the client's ``from_env`` reads.
    """
    fake = _Saying(
        say,
        host=host,
        port=port,
        seed=seed,
        population=population,
        strict=strict,
        credentials=credentials,
    )
    fake.quirks = odd or Quirks()
    for fault in wrong:
        fake.fault(fault)
    with fake:
        for name, value in environment(fake).items():
            say(f"{name}={shlex.quote(value)}")
        try:
            (until or threading.Event()).wait()
        except KeyboardInterrupt:
            say("stopped")


def environment(fake: FakeServer) -> dict[str, str]:
    """Environment variable -> value: address, and the credentials of the first way to sign in."""
    names = (*dialect.SCHEMES[0], *dialect.CREDENTIAL_EXTRAS)
    values = {dialect.ENVIRONMENT[name]: fake.accounts[name] for name in names if name in fake.accounts}
    return {dialect.ENVIRONMENT_URL: fake.url, **values}


class _Saying(FakeServer):
    """A fake that says what it is called for."""
