"""How fast calls may go, so many a second, evenly spaced, and how many at once, of all threads.

Callers wait in a line, and only the first of it waits for the next moment. It is taken when the
call begins: who gives up before leaves nothing behind, and those after move up.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Generator
from contextlib import contextmanager

from .clock import Clock


class RateLimit:
    """The moments at which calls may start, ``rate`` a second; None is no limit."""

    def __init__(self, rate: float | None, clock: Clock) -> None:
        self._interval = 0.0 if rate is None else 1.0 / rate
        self._clock = clock
        self._free_at = clock.now()

    @property
    def is_none(self) -> bool:
        """Whether calls may start at any moment."""
        return not self._interval

    def next(self) -> float:
        """The moment at which the next call may start, by the clock."""
        return max(self._free_at, self._clock.now())

    def take(self, moment: float) -> None:
        """The moment is used; only the first of the line may say so."""
        self._free_at = moment + self._interval


class Queue:
    """A line of threads, who get their turn in the order in which they came."""

    def __init__(self) -> None:
        self._waiting: deque[object] = deque()
        self._moved = threading.Condition()

    @contextmanager
    def turn(self) -> Generator[None]:
        """Waits until all who came earlier have left; who is inside is the first of the line."""
        place = object()
        with self._moved:
            self._waiting.append(place)
        try:
            with self._moved:
                self._moved.wait_for(lambda: self._waiting[0] is place)
            yield
        finally:
            with self._moved:
                self._waiting.remove(place)
                self._moved.notify_all()


class Places:
    """Room for so many threads at once, who get in in the order in which they came.

    A semaphore alone goes to whoever asks at the right moment: who calls again and again keeps its
    place for ever, and those who wait get none.
    """

    def __init__(self, most: int) -> None:
        self._line = Queue()
        self._free = threading.BoundedSemaphore(most)

    def __enter__(self) -> None:
        has_place = False
        try:
            with self._line.turn():
                has_place = self._free.acquire()
        except BaseException:  # such as Ctrl-C between getting a place and leaving the line
            if has_place:
                self._free.release()
            raise

    def __exit__(self, *_: object) -> None:
        self._free.release()
