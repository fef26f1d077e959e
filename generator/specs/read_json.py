"""JSON text -> tree. Python's own reader forgets where things stand, and silently keeps one of two equal keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from json import JSONDecodeError
from json import decoder as json_decoder
from typing import Any, NoReturn

from ..origin import Problem, SpecError, quote
from .node import MAX_DEPTH, TOO_DEEP, Container, Home, List, Map
from .numerals import NumeralError, decimal, integer
from .sources import Source

# (text, offset after the opening quote, strict) -> (string, offset after the closing quote)
_scan_string: Callable[[str, int, bool], tuple[str, int]] = json_decoder.scanstring  # type: ignore[attr-defined]

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
# What stands where a value should: a word, a symbol, or nothing at all.
_WORD = re.compile(r"[\w+.-]+|.|\Z", re.DOTALL)
_WORDS = {"true": True, "false": False, "null": None}
_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATE_ESCAPE = re.compile(r"\\(?:u([dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL)


def read_json(source: Source) -> tuple[Any, list[Problem]]:
    """The tree in a text, and what is wrong with it. Raises SpecError where the text is no JSON at all."""
    reader = _Reader(source)
    return reader.document(), reader.problems


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self._text = source.text
        self._depth = 0

    def document(self) -> Any:
        """The one value of the file."""
        at = self._skip(0)
        if at == len(self._text):
            self._fail("the file is empty", 0, "write the document, or remove the file")
        value, end = self._value(at, None, "")
        end = self._skip(end)
        if end < len(self._text):
            self._fail("the document ends before this", end, "keep one value a file")
        return value

    def _value(self, at: int, parent: Container | None, key: str | int) -> tuple[Any, int]:
        """The value that begins at an offset, and the offset after it."""
        match self._text[at : at + 1]:
            case '"':
                return self._string(at)
            case "{":
                return self._nested(self._map, (self.source, at, parent, key))
            case "[":
                return self._nested(self._list, (self.source, at, parent, key))
        number = _NUMBER.match(self._text, at)
        if number and not _WORD.match(self._text, number.end(), number.end() + 1)[0].isalnum():  # type: ignore[index]
            return self._number(number), number.end()
        word = _WORD.match(self._text, at)[0]  # type: ignore[index]
        if word in _WORDS:
            return _WORDS[word], at + len(word)
        if word in ("NaN", "Infinity", "-Infinity"):
            self._fail(f"{word} is a number that JSON cannot say", at, "write null, or leave the entry out")
        return self._expected("a value", at)

    def _nested(self, read: Callable[[Home], tuple[Any, int]], home: Home) -> tuple[Any, int]:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._fail(TOO_DEEP, home[1], "name the inner parts and refer to them")
        result = read(home)
        self._depth -= 1
        return result

    def _map(self, home: Home) -> tuple[Map, int]:
        node = Map(home)
        at = self._skip(home[1] + 1)
        if self._text[at : at + 1] == "}":
            return node, at + 1
        while True:
            if self._text[at : at + 1] != '"':
                self._expected("a key in double quotes", at)
            key, end = self._string(at)
            colon = self._skip(end)
            if self._text[colon : colon + 1] != ":":
                self._expected("a colon", colon)
            value_at = self._skip(colon + 1)
            value, end = self._value(value_at, node, key)
            if key in node:
                self._duplicate(node, key, at)
            else:
                node[key], node.keys_at[key], node.values_at[key] = value, at, value_at
            at, done = self._next(end, "}")
            if done:
                return node, at

    def _list(self, home: Home) -> tuple[List, int]:
        node = List(home)
        at = self._skip(home[1] + 1)
        if self._text[at : at + 1] == "]":
            return node, at + 1
        while True:
            value, end = self._value(at, node, len(node))
            node.append(value)
            node.items_at.append(at)
            at, done = self._next(end, "]")
            if done:
                return node, at

    def _next(self, end: int, closing: str) -> tuple[int, bool]:
        """Where the next entry begins, or the offset after the container and True."""
        at = self._skip(end)
        symbol = self._text[at : at + 1]
        if symbol == closing:
            return at + 1, True
        if symbol != ",":
            self._expected(f"a comma or {closing}", at)
        after = self._skip(at + 1)
        if self._text[after : after + 1] == closing:
            self._fail("JSON has no comma after the last entry", at, "remove the comma")
        return after, False

    def _string(self, at: int) -> tuple[str, int]:
        try:
            value, end = _scan_string(self._text, at + 1, True)
        except JSONDecodeError as error:
            message, hint = "this text is not closed", "end it with a double quote in the same line"
            if "escape" in error.msg:
                message, hint = "no such escape", "write a backslash as \\\\"
            elif "control" in error.msg:
                message, hint = "a control character may not stand in a text", "write it as an escape (\\n, \\u0000)"
            self._fail(message, error.pos, hint)
        if "\\" in self._text[at:end] and _SURROGATE.search(value):
            place = self.source.origin(self._half(at, end))
            self.problems.append(
                Problem("half of a surrogate pair is no character", place, "write both halves, or none")
            )
            value = _SURROGATE.sub("\ufffd", value)
        return value, end

    def _half(self, at: int, end: int) -> int:
        """Offset of the first escape in a string that is half of a pair without the other."""
        high = None
        for escape in _SURROGATE_ESCAPE.finditer(self._text, at, end):
            code = int(escape[1], 16) if escape[1] else 0
            low = 0xDC00 <= code <= 0xDFFF
            if high is not None and not (low and escape.start() == high + 6):
                return high
            if low and high is None:
                return escape.start()
            high = escape.start() if 0xD800 <= code < 0xDC00 else None
        return at if high is None else high

    def _number(self, number: re.Match[str]) -> int | float:
        try:
            return decimal(number[0]) if number[1] or number[2] else integer(number[0])
        except NumeralError as error:
            self.problems.append(
                Problem(str(error), self.source.origin(number.start()), "write it in quotes if it is text")
            )
            return 0

    def _skip(self, at: int) -> int:
        return _SPACE.match(self._text, at).end()  # type: ignore[union-attr]

    def _duplicate(self, node: Map, key: str, at: int) -> None:
        first = (("it is given here first", node.at(key)),)
        self.problems.append(
            Problem(f"the key {quote(key)} is given twice", self.source.origin(at), "keep one of the two", first)
        )

    def _expected(self, what: str, at: int) -> NoReturn:
        found = _WORD.match(self._text, at)[0]  # type: ignore[index]
        message = f"{what} is expected here, not {quote(found)}" if found else f"the file ends where {what} is expected"
        self._fail(message, at if found else len(self._text.rstrip()), "correct the JSON")

    def _fail(self, message: str, at: int, hint: str) -> NoReturn:
        raise SpecError(*self.problems, Problem(message, self.source.origin(at), hint))
