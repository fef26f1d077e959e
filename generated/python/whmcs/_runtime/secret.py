"""Values that must not be shown: ``hide("x7!q")`` prints as ``***`` wherever it is met.

A method hides its sensitive arguments before anything else, so that a traceback with local
variables, a debugger's dump or a log line shows stars. Only ``reveal`` gives the content back.
"""

from __future__ import annotations

from typing import Any, Final, Generic, TypeGuard, TypeVar, cast

from .. import _dialect as dialect

T = TypeVar("T")

STARS: Final = "***"


class Hidden(Generic[T]):
    """A box around a value. Copying it keeps the content, pickling leaves it out."""

    __slots__ = ("_content",)

    def __init__(self, content: T) -> None:
        self._content = content

    def __repr__(self) -> str:
        return STARS

    def __format__(self, spec: str) -> str:
        return STARS

    def __copy__(self) -> Hidden[T]:
        return self

    def __deepcopy__(self, memo: object) -> Hidden[T]:
        return self

    def __reduce__(self) -> tuple[type[Hidden[None]], tuple[None]]:
        return Hidden, (None,)

    def content(self) -> T:
        """What is hidden; ``reveal`` is for everyone else."""
        return self._content


def hide(value: T) -> T:
    """The value in a box, typed as what it holds. None and hidden values stay as they are."""
    return value if value is None or _is_hidden(value) else cast(T, Hidden(value))


def reveal(value: T) -> T:
    """What was hidden; any other value as it is."""
    return cast(T, value.content()) if _is_hidden(value) else value


def _is_hidden(value: object) -> TypeGuard[Hidden[Any]]:
    return isinstance(value, Hidden)


_NAMES: Final = frozenset(name.casefold() for name in dialect.SENSITIVE)


def is_secret(name: str) -> bool:
    """Whether values of that wire name are never shown, in whichever case the server writes it."""
    return name.casefold() in _NAMES
