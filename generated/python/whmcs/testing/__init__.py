"""A fake WHMCS for tests and development. It serves every operation over real HTTP.

    with FakeWhmcs() as fake, Whmcs(fake.url, **fake.credentials) as client:
        ...                                        # made-up data by model, where nothing is said
        fake.answer(action, {field: value})
        fake.fault(Page(503), calls=1)
        assert fake.calls[-1].params == {name: value}

``httpx.Client(transport=fake.transport())`` needs no socket. ``python -m whmcs.testing`` serves it
for other programs.
"""

from __future__ import annotations

from typing import TypedDict

from .calls import Call
from .faults import Fault, Forbidden, Page, Reset, Slow, Truncated
from .quirks import Quirks
from .scripts import Answer, Failure, Raw
from .serve import serve
from .server import FakeServer

__all__ = [
    "Answer",
    "Call",
    "Credentials",
    "Failure",
    "FakeWhmcs",
    "Fault",
    "Forbidden",
    "Page",
    "Quirks",
    "Raw",
    "Reset",
    "Slow",
    "Truncated",
    "serve",
]


class Credentials(TypedDict):
    """What a client signs in with, as arguments of ``Whmcs``."""

    identifier: str
    secret: str


class FakeWhmcs(FakeServer):
    """A fake installation of WHMCS with credentials of its own.

    It has no memory: what a call adds is not in later answers. ``population`` and ``answer`` say what is.
    """

    @property
    def credentials(self) -> Credentials:
        """For ``Whmcs(fake.url, **fake.credentials)``."""
        return {
            "identifier": self.accounts["identifier"],
            "secret": self.accounts["secret"],
        }

    @property
    def identifier(self) -> str:
        """Valid for this fake only."""
        return self.accounts["identifier"]

    @property
    def secret(self) -> str:
        """Valid for this fake only."""
        return self.accounts["secret"]

    @property
    def username(self) -> str:
        """Valid for this fake only."""
        return self.accounts["username"]

    @property
    def password(self) -> str:
        """Valid for this fake only."""
        return self.accounts["password"]
