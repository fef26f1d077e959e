"""The log of httpx and what it stands on, without the secrets that a server puts into its headers.

At its most talkative it tells every header of an answer, and a status line that is none: a server
may echo there what it was sent. Only what is logged while one of our calls is under way is masked.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from logging import LogRecord, getLogger
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .mask import Mask

_NAMES: Final = (
    "httpx",
    *(f"httpcore.{part}" for part in ("connection", "http11", "http2", "proxy", "socks")),
    *("hpack.hpack", "hpack.table"),  # the headers of HTTP/2
)
_LONGEST: Final = 10_000

_mask: ContextVar[Callable[[], Mask] | None] = ContextVar("mask", default=None)


@contextmanager
def masked(mask: Callable[[], Mask]) -> Generator[None]:
    """Inside of it, what those log in this thread or task is masked."""
    before = _mask.set(mask)
    try:
        yield
    finally:
        _mask.reset(before)


def _filter(record: LogRecord) -> bool:
    """Masks a record; asked only where somebody listens. One that needs no mask keeps its parts."""
    mask = _mask.get()
    if mask is not None:
        text = record.getMessage()
        masked = mask().line(text, _LONGEST)
        if masked != text:
            record.msg, record.args = masked, ()
    return True


for _name in _NAMES:
    getLogger(_name).addFilter(_filter)
