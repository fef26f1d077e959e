"""PHP's unserialize(), for scalars and arrays only: ``a:1:{s:1:"x";i:5;}`` -> ``{"x": 5}``."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from .php_form import PhpKey, Unreadable, array_key

Unserialized: TypeAlias = "None | bool | int | float | str | bytes | dict[PhpKey, Unserialized]"

# unserialize() itself stops at 4096 levels; nobody has so many.
_DEEPEST: Final = 200
_INTEGERS: Final = range(-(2**63), 2**63)
_SCALAR: Final = re.compile(
    rb"N;|b:(?P<bool>[01]);|i:(?P<int>[+-]?[0-9]{1,20});|d:(?P<float>[^;]{1,64});"
)
_FLOAT: Final = re.compile(rb"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?|-?INF|NAN")
_TEXT: Final = re.compile(rb's:([0-9]{1,18}):"')
_ARRAY: Final = re.compile(rb"a:([0-9]{1,18}):\{")


def unserialize(data: bytes) -> Unserialized:
    """The value. An array is a dict with PHP's keys; a string that is not UTF-8 stays bytes.

    Raises Unreadable where PHP would give up, and on anything but scalars and arrays.
    """
    value, end = _value(data, 0, 0)
    if end != len(data):
        raise Unreadable(f"there is more behind the value, from byte {end}")
    return value


def _value(data: bytes, start: int, level: int) -> tuple[Unserialized, int]:
    """The value that begins at ``start``, and where it ends."""
    if match := _SCALAR.match(data, start):
        return _scalar(match), match.end()
    if match := _TEXT.match(data, start):
        return _text(data, match)
    if (match := _ARRAY.match(data, start)) is None:
        raise Unreadable(f"no scalar and no array at byte {start}")
    if level == _DEEPEST:
        raise Unreadable(f"more than {_DEEPEST} levels")
    return _array(data, match, level)


def _scalar(match: re.Match[bytes]) -> Unserialized:
    if (digits := match["int"]) is not None:
        if int(digits) not in _INTEGERS:
            raise Unreadable(f"an integer of more than 64 bits at byte {match.start()}")
        return int(digits)
    if (digits := match["float"]) is not None:
        if not _FLOAT.fullmatch(digits):
            raise Unreadable(f"no number at byte {match.start()}")
        return float(digits)
    return None if match["bool"] is None else match["bool"] == b"1"


def _text(data: bytes, match: re.Match[bytes]) -> tuple[str | bytes, int]:
    end = match.end() + int(match[1])
    content = data[match.end() : end]
    if data[end : end + 2] != b'";':
        raise Unreadable(
            f"the length of the string at byte {match.start()} is wrong; it counts bytes"
        )
    try:
        return content.decode(), end + 2
    except UnicodeDecodeError:
        return content, end + 2


def _array(
    data: bytes, match: re.Match[bytes], level: int
) -> tuple[dict[PhpKey, Unserialized], int]:
    entries: dict[PhpKey, Unserialized] = {}
    position = match.end()
    for _ in range(int(match[1])):
        key, position = _value(data, position, _DEEPEST)
        if isinstance(key, bool) or not isinstance(key, int | str):
            raise Unreadable(f"a key that is no text and no integer, before byte {position}")
        entries[array_key(key) if isinstance(key, str) else key], position = _value(
            data, position, level + 1
        )
    if data[position : position + 1] != b"}":
        raise Unreadable(f"the array at byte {match.start()} does not end at byte {position}")
    return entries, position + 1
