"""A value that a parameter cannot take, on its way to an error that names the parameter.

Whoever meets the value says what is needed instead; who knows the parameter makes the message, and
shows the value only where it is not sensitive.
"""

from __future__ import annotations

import reprlib
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import NoReturn, TypeGuard

from .secret import STARS, is_secret


class Misfit(Exception):
    """``needs`` says what is wanted, ``path`` leads to the value: ``(0, "amount")``."""

    def __init__(
        self, needs: str, value: object, kind: type[TypeError | ValueError] = TypeError
    ) -> None:
        super().__init__(needs)
        self.needs = needs
        self.value = value
        self.kind = kind
        self.path: tuple[object, ...] = ()

    def inside(self, key: object) -> Misfit:
        """The same, met one level further inside."""
        self.path = (key, *self.path)
        return self

    def error(self, action: str, wire: str, sensitive: bool) -> TypeError | ValueError:
        """The error for the caller: ``AddOrder: pid[1] takes a whole number, not 'x' (str)``."""
        shown = (_safe_key(key) if sensitive else key for key in self.path)
        place = wire + "".join(f"[{key}]" for key in shown)
        return self.kind(f"{action}: {place} takes {self.needs}, not {self._shown(sensitive)}")

    def _shown(self, sensitive: bool) -> str:
        if isinstance(self.value, type):  # a value too large to be shown
            return f"this {self.value.__name__}"
        kind = type(self.value).__name__
        if isinstance(self.value, PurePath) and not sensitive:
            return str(self.value)
        plain = isinstance(self.value, (str, int, float, bool)) or self.value is None
        # What a list, a map or a file holds may be a secret of its own.
        return f"{reprlib.repr(self.value)} ({kind})" if plain and not sensitive else f"a {kind}"


def _safe_key(key: object) -> object:
    """A key on the way to a sensitive value: it may be a secret itself, unless it is a known name."""
    return key if isinstance(key, int) or (isinstance(key, str) and is_secret(key)) else STARS


def refuse(needs: str, value: object) -> NoReturn:
    """Raises the Misfit for a value of the right type that cannot be sent."""
    raise Misfit(needs, value, ValueError)


def is_list(value: object) -> TypeGuard[Sequence[object]]:
    """Whether the value is a list to a server: a sequence, but no text, bytes or map."""
    return isinstance(value, Sequence) and not isinstance(
        value, str | bytes | bytearray | memoryview
    )


def is_map(value: object) -> TypeGuard[Mapping[object, object]]:
    """Whether the value has keys, which are data."""
    return isinstance(value, Mapping)


def is_bytes(value: object) -> TypeGuard[bytes]:
    """Whether the value is bytes, or a buffer that can stand for them."""
    return isinstance(value, bytes | bytearray | memoryview)
