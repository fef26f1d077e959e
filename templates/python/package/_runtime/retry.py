"""When a read is sent again, and after how long. Writes are sent once, whatever happens.

The wait doubles from attempt to attempt and is shortened by chance, so that many clients do not
come back in step. A server that says ``Retry-After`` is believed: it is never asked earlier, and
not again where it wants us to wait too long.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ..exceptions import ConfigurationError
from .clock import Clock
from .outside import as_given

# Compiled when they are first needed, as not every program does.
# "120", "0.5"
_SECONDS: Final = r"\s*([0-9]+(?:\.[0-9]*)?)\s*"
# "Wed, 21 Oct 2026 07:28:00 GMT"; "Wednesday, 21-Oct-26 07:28:00 GMT"
_DATE: Final = (
    r"(?:[a-z]+,?\s+)?([0-9]{1,2})[ -]([a-z]{3})[ -]([1-9][0-9]{3}|[0-9]{2})"
    r"\s+([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)\s*(GMT|UTC|Z|[+-](?:[01][0-9]|2[0-3])[0-5][0-9])?"
)
# "Wed Oct 21 07:28:00 2026", as C's asctime() writes it
_ASCTIME: Final = (
    r"(?:[a-z]+\s+)?([a-z]{3})\s+([0-9]{1,2})\s+([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)\s+([1-9][0-9]{3})"
)
_FLAGS: Final = re.IGNORECASE | re.ASCII


@dataclass(frozen=True)
class Retry:
    """How often and when a read is repeated. All times are in seconds.

    retries:          attempts after the first one
    first_delay:      wait before the second attempt; then it doubles; less up to half by chance
    longest_delay:    limit of that
    longest_request:  limit of what a server may ask for with Retry-After; where it asks for more,
                      the call ends with the error, whose ``retry_after`` says how long
    statuses:         HTTP statuses that are worth another attempt
    after_timeout:    whether a read timeout is, too: it multiplies the time that a call can take
    """

    retries: int = 2
    first_delay: float = 0.5
    longest_delay: float = 8.0
    longest_request: float = 60.0
    statuses: frozenset[int] = frozenset({429, 502, 503, 504})
    after_timeout: bool = False

    def __post_init__(self) -> None:
        if type(self.retries) is not int or self.retries < 0:
            raise ConfigurationError("retries is not a whole number from 0 up")
        for name in ("first_delay", "longest_delay", "longest_request"):
            seconds = getattr(self, name)
            is_number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
            if not is_number or not 0 <= seconds < float("inf"):
                raise ConfigurationError(f"{name} is not a number of seconds from 0 up")
        if not isinstance(as_given(self.statuses), frozenset | set) or not all(
            type(each) is int for each in self.statuses
        ):
            raise ConfigurationError("statuses is not a set of HTTP statuses")
        if not isinstance(as_given(self.after_timeout), bool):
            raise ConfigurationError("after_timeout is not True or False")

    def delay(self, attempt: int, asked: float | None, chance: float) -> float | None:
        """Seconds to wait after the given attempt (from 1); ``asked`` is the server's own wish.

        None is not to try again. A server that asks for nothing, or names a moment in the past,
        gets the usual wait.
        """
        if asked:
            return asked if asked <= self.longest_request else None
        doubled = self.first_delay * 2.0 ** min(attempt - 1, 60)
        return min(doubled, self.longest_delay) * (1.0 - chance / 2)


def retry_after(headers: Mapping[str, str], clock: Clock) -> float | None:
    """Seconds that a server asks to wait, from 0 up; None where it does not say, or not clearly.

    ``Retry-After: 120`` or ``Retry-After: Wed, 21 Oct 2026 07:28:00 GMT``; a date is held against
    the server's own ``Date`` where it sends one, because clocks differ.
    """
    text = headers.get("retry-after", "")
    if seconds := re.fullmatch(_SECONDS, text, _FLAGS):
        return float(seconds[1])
    moment = _timestamp(text)
    if moment is None:
        return None
    now = _timestamp(headers.get("date", ""))
    return max(0.0, moment - (clock.wall() if now is None else now))


def _timestamp(text: str) -> float | None:
    """Seconds since 1970 of an HTTP date, in any of its three forms; one without a zone is UTC."""
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    if found := re.fullmatch(_ASCTIME, text.strip(), _FLAGS):
        month, day, time, year = found.groups()
        parts: tuple[str | None, ...] = (day, month, year, time)
    elif found := re.fullmatch(_DATE, text.strip(), _FLAGS):
        parts = found.groups()
    else:
        return None
    try:
        moment = parsedate_to_datetime(" ".join(filter(None, parts)))
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):  # there is no such day or time
        return None
