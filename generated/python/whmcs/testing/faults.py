"""What goes wrong between a client and a server. Each is given to ``fault()`` of a fake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

_HTML = "<!DOCTYPE html>\n<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>\n"


@dataclass(frozen=True, slots=True)
class Slow:
    """The answer comes after so many seconds; what else is wrong with it, is."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Truncated:
    """The call is carried out, and the connection breaks after that share of the answer's body."""

    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection is reset, before or after the call was carried out."""

    carried_out: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a web server, proxy or firewall in place of the answer. Nothing is carried out.

    ``retry_after`` is the header of that name: seconds, or a date.
    """

    status: int = 503
    text: str | None = None
    retry_after: int | str | None = None

    def body(self) -> str:
        """The page."""
        return _HTML.format(f"HTTP {self.status}") if self.text is None else self.text


@dataclass(frozen=True, slots=True)
class Forbidden:
    """The server refuses to act: wrong credentials; an address or an action that is not allowed."""

    reason: Literal["credentials", "address", "permission"] = "address"


Fault: TypeAlias = Slow | Truncated | Reset | Page | Forbidden
