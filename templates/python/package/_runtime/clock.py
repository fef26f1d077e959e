"""Time and chance, in one place, so that a test can replace them."""

from __future__ import annotations

import random
import time
from typing import Final

# Seconds: no platform sleeps for more than some years, and few need to.
_AT_ONCE: Final = 86_400.0


class Clock:
    """The real clock."""

    def now(self) -> float:
        """Seconds since some fixed moment; never goes back."""
        return time.monotonic()

    def wall(self) -> float:
        """Seconds since 1970, UTC."""
        return time.time()

    def chance(self) -> float:
        """A random number from 0 up to 1."""
        return random.random()  # no secret: it spreads retries

    def sleep(self, seconds: float) -> None:
        """Wait, blocking this thread."""
        while seconds > 0:
            time.sleep(min(seconds, _AT_ONCE))
            seconds -= _AT_ONCE

    async def sleep_async(self, seconds: float) -> None:
        """Wait, letting other tasks run."""
        if seconds > 0:
            import asyncio  # costs 15 ms, and sync users never need it

            await asyncio.sleep(seconds)
