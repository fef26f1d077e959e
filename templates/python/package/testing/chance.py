"""Numbers that look random and are the same in every run, in whatever order they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chance:
    """What is decided at one place: ``Chance(seed).at("Invoice", 7, "total").below(100)``."""

    seed: int | str
    path: tuple[str | int, ...] = ()

    def at(self, *path: str | int) -> Chance:
        """Another place, further inside."""
        return Chance(self.seed, (*self.path, *path))

    def below(self, limit: int) -> int:
        """A whole number from 0 up to, and without, ``limit``."""
        return self._number() % limit

    def among(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.below(len(choices))]

    def hex(self, digits: int) -> str:
        """So many hexadecimal digits, at most 128."""
        return self._digest().hex()[:digits]

    def _number(self) -> int:
        return int.from_bytes(self._digest()[:8], "big")

    def _digest(self) -> bytes:
        return blake2b(repr((self.seed, *self.path)).encode(), digest_size=64).digest()
