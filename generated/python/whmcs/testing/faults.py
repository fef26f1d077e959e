"""What goes wrong between a client and a server. Each is given to ``fault()`` of a fake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from .._runtime.outside import as_given

Reason: TypeAlias = Literal["credentials", "address", "permission"]

_DAY = 86_400

_HTML = "<!DOCTYPE html>\n<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>\n"


@dataclass(frozen=True, slots=True)
class Slow:
    """The answer comes after so many seconds; what else is wrong with it, is."""

    seconds: float

    def __post_init__(self) -> None:
        _check_number("Slow: seconds", self.seconds, 0, _DAY)


@dataclass(frozen=True, slots=True)
class Truncated:
    """The call is carried out, and the connection breaks after that share of the answer's body."""

    share: float = 0.5

    def __post_init__(self) -> None:
        _check_number("Truncated: share", self.share, 0, 1)


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

    def __post_init__(self) -> None:
        if not isinstance(as_given(self.status), int):
            raise TypeError(f"Page: status is a number, not {self.status!r}")
        _check_number("Page: status", self.status, 200, 999)
        moment = str(self.retry_after)
        if not moment.isprintable() or not moment.isascii():
            raise ValueError("Page: retry_after is seconds or a date, in printable ASCII")

    def body(self) -> str:
        """The page."""
        return _HTML.format(f"HTTP {self.status}") if self.text is None else self.text


@dataclass(frozen=True, slots=True)
class Forbidden:
    """The server refuses to act: wrong credentials; an address or an action that is not allowed."""

    reason: Reason = "address"

    def __post_init__(self) -> None:
        if self.reason not in get_args(Reason):
            known = ", ".join(get_args(Reason))
            raise ValueError(f"Forbidden: reason is one of {known}, not {self.reason!r}")


def _check_number(what: str, number: object, least: int, most: int) -> None:
    """Raises TypeError or ValueError for what a fake could not do when it is called."""
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise TypeError(f"{what} is a number, not {number!r}")
    if not least <= number <= most:
        raise ValueError(f"{what} is from {least} to {most}, not {number}")


Fault: TypeAlias = Slow | Truncated | Reset | Page | Forbidden
