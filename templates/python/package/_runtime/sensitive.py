"""What of a call must not be shown: credentials, and the values of sensitive parameters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from . import values
from .credentials import Credentials
from .entries import sensitive_names
from .misfit import is_bytes, is_list, is_map
from .operation import Operation
from .secret import is_secret, reveal

_SEGMENT: Final = re.compile(r"[^\[\]]+")
# Deeper than anything that can be sent.
_DEEPEST: Final = 100


class Given(NamedTuple):
    """What a call was given, and the form's variables that this became."""

    pairs: list[tuple[str, str]]
    params: Mapping[str, object]
    extra: Mapping[str, object]
    credentials: Credentials

    def secrets(self, operation: Operation[Any]) -> Iterator[str]:
        """The texts, as they were given and as they were sent: encoded, or inside of encoded data."""
        yield from reveal(self.credentials.given)
        yield from (value for _, value in reveal(self.credentials.pairs))
        names = _sensitive_names(operation)
        for name, value in self.pairs:
            if _is_below(names, name):
                yield value
        yield from _inside(self.params, names)
        yield from _inside(self.extra, names)


def hides(operation: Operation[Any], variables: Iterable[object]) -> bool:
    """Whether the value of a variable, or of one of several, is sensitive: ``account[password]``."""
    names = _sensitive_names(operation)
    return any(isinstance(each, str) and _is_below(names, each) for each in variables)


def _sensitive_names(operation: Operation[Any]) -> set[str]:
    """The names, in small letters, that the parameters of the operation declare as sensitive."""
    names = {param.wire for param in operation.params if param.sensitive}
    names.update(name for param in operation.params for name in sensitive_names(param))
    return {name.casefold() for name in names}


def _is_below(names: set[str], variable: str) -> bool:
    return any(_hides(names, segment) for segment in _SEGMENT.findall(variable))


def _hides(names: set[str], name: object) -> bool:
    return isinstance(name, str) and (name.casefold() in names or is_secret(name))


def _inside(value: object, names: set[str], hidden: bool = False, level: int = 0) -> Iterator[str]:
    """The texts below sensitive names; with ``hidden``, all texts."""
    value = values.plain(value)
    if level > _DEEPEST:
        return
    if is_map(value):
        for key, item in value.items():
            yield from _inside(item, names, hidden or _hides(names, values.plain(key)), level + 1)
    elif is_list(value):
        for item in value:
            yield from _inside(item, names, hidden, level + 1)
    elif hidden and is_bytes(value):
        yield bytes(value).decode("utf-8", "replace")
    elif hidden and value is not None and not isinstance(value, bool):
        yield str(value)
