"""How fast calls may go: so many a second, evenly spaced, for all threads or tasks together."""

from __future__ import annotations

import threading

from .clock import Clock


class RateLimit:
    """Hands out the moments at which calls may start, ``rate`` a second; None is no limit."""

    def __init__(self, rate: float | None, clock: Clock) -> None:
        self._interval = 0.0 if rate is None else 1.0 / rate
        self._clock = clock
        self._lock = threading.Lock()
        self._free_at = clock.now()

    def delay(self) -> float:
        """Seconds that the caller has to wait before its call. The moment after that is taken."""
        if not self._interval:
            return 0.0
        with self._lock:
            now = self._clock.now()
            start = max(now, self._free_at)
            self._free_at = start + self._interval
        return start - now
