"""Forms as PHP reads them: ``pid[0]=1&pid[]=2&a.b=3`` -> ``{"pid": {0: "1", 1: "2"}, "a_b": "3"}``.

Written from PHP's own rules and not from the client's encoder, which it checks. What is not UTF-8
comes through as lone surrogates; ``legible`` replaces them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias
from urllib.parse import unquote_to_bytes

PhpKey: TypeAlias = int | str
PhpArray: TypeAlias = "dict[PhpKey, str | PhpArray]"
PhpValue: TypeAlias = "str | PhpArray"

# PHP's own defaults of max_input_vars and max_input_nesting_level.
MAX_VARS: Final = 1000
MAX_DEPTH: Final = 64

_INTEGERS: Final = range(-(2**63), 2**63)
# "1", "0" and "-5" are integers as keys of an array; "01", "+1" and "-0" stay texts.
_INTEGER_KEY: Final = re.compile(r"0|-?[1-9][0-9]{0,18}")
# A name that is mangled, as PHP calls it: "a b.c" -> "a_b_c".
_VARIABLE: Final = str.maketrans(" .", "__")
_BROKEN: Final = str.maketrans(" .[", "___")
_SPACES: Final = frozenset(" \t\n\r\v\f")


class Unreadable(ValueError):
    """What was sent is not what it should be; the message says what that is."""


def pairs(body: bytes) -> list[tuple[str, str]]:
    """Names and values of a form, decoded, in their order; the names are not taken apart yet."""
    return [_pair(part) for part in body.split(b"&") if part]


def parse(body: bytes, *, max_vars: int = MAX_VARS, max_depth: int = MAX_DEPTH) -> PhpArray:
    """The variables of a form, as ``$_POST`` has them.

    Over the limits, what is deeper and what comes later is dropped, as PHP does: it counts empty
    variables too, and stops when it has one too many.
    """
    variables: PhpArray = {}
    for part in body.split(b"&")[: max_vars + 1]:
        if part:
            _register(variables, *_pair(part), max_depth)
    return variables


def legible(text: str) -> str:
    """The text with what is not UTF-8 replaced by question marks in diamonds."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def keys_of(name: str) -> list[PhpKey]:
    """Where PHP puts the variable of that name: ``filter[state]`` -> ``["filter", "state"]``."""
    place: PhpArray = {}
    _register(place, name, "", MAX_DEPTH)
    keys: list[PhpKey] = []
    found: PhpValue = place
    while isinstance(found, dict) and found:
        ((key, found),) = found.items()
        keys.append(key)
    return keys


def array_key(key: str) -> PhpKey:
    """The key as a PHP array has it: ``"5"`` is 5, ``"05"`` is a text."""
    return int(key) if _INTEGER_KEY.fullmatch(key) and int(key) in _INTEGERS else key


def _pair(part: bytes) -> tuple[str, str]:
    name, _, value = part.partition(b"=")
    return _decoded(name), _decoded(value)


def _decoded(text: bytes) -> str:
    return unquote_to_bytes(text.replace(b"+", b" ")).decode("utf-8", "surrogateescape")


def _register(variables: PhpArray, name: str, value: str, max_depth: int) -> None:
    """Puts one value where its name says."""
    name = name.partition("\0")[0].lstrip(" ")
    variable, bracket, rest = name.partition("[")
    variable = variable.translate(_VARIABLE)
    if not variable:
        return
    keys = list(_keys(rest)) if bracket else []
    if bracket and not keys:  # "a[b" has no closing bracket: the name is "a_b"
        variable = f"{variable}_{rest.translate(_BROKEN)}"
    if len(keys) > max_depth:
        variables.pop(array_key(variable), None)
        return
    place: PhpArray = variables
    key: PhpKey | None = array_key(variable)
    for inner in keys:
        deeper = _array_at(place, key)
        if deeper is None:
            return
        place, key = deeper, inner
    key = _next_key(place) if key is None else key
    if key is not None:
        place[key] = value


def _keys(rest: str) -> Iterator[PhpKey | None]:
    """The keys in brackets, up to a bracket that does not close; None for ``[]``."""
    while True:
        after_space = rest[1:] if rest[:1] in _SPACES else rest
        if after_space.startswith("]"):
            yield None
            rest = after_space[1:]
        else:
            # The closing bracket is looked for behind the space, but the space belongs to the key.
            key, bracket, rest = rest.partition("]")
            if not bracket:
                return
            yield array_key(key)
        if not rest.startswith("["):
            return
        rest = rest[1:]


def _array_at(place: PhpArray, key: PhpKey | None) -> PhpArray | None:
    """The array under the key, made if there is none; None if there is no next key."""
    key = _next_key(place) if key is None else key
    if key is None:
        return None
    found = place.get(key)
    if not isinstance(found, dict):
        found = place[key] = {}
    return found


def _next_key(place: PhpArray) -> int | None:
    taken = max((key for key in place if isinstance(key, int)), default=-1)
    return taken + 1 if taken + 1 in _INTEGERS else None
