"""YAML text -> tree, as YAML 1.2's core schema says: ``on``, ``no`` and ``2024-01-01`` are text, and so is every key.

libyaml gives the events; the tree is built from them here, for three reasons: PyYAML's own loader reads YAML 1.1,
forgets where things stand, and lets ten aliases grow into a billion nodes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from ..origin import Origin, Problem, SpecError, quote
from .node import MAX_DEPTH, TOO_DEEP, Budget, Container, Home, List, Map, TooLargeError, copy, depth
from .numerals import NumeralError, decimal, integer
from .sources import Source

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML was built without libyaml: slower, the same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

# How many nodes aliases may copy, all together.
MAX_ALIASED = 100_000

# Everything that YAML does not allow unescaped: control characters but tab and line ends, halves of surrogates, U+FFFE.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Line ends in YAML 1.1, and so to libyaml; ordinary characters in YAML 1.2.
_OLD_LINE_ENDS = re.compile("[\x85\u2028\u2029]")

# What a plain scalar begins with that is not text: a number, true, false, null, or nothing.
_TYPED = frozenset("+-.0123456789tTfFnN~")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}

_TAG = "tag:yaml.org,2002:"
_TYPES: dict[str, tuple[type, ...]] = {
    f"{_TAG}int": (int,),
    f"{_TAG}float": (int, float),
    f"{_TAG}bool": (bool,),
    f"{_TAG}null": (type(None),),
}
_TEXT_TAGS = ("!", f"{_TAG}str")

# libyaml's message -> what to do about it, where there is something better to say than "correct it".
_HINTS = {
    "mapping values are not allowed in this context": "put a text that holds ': ' in quotes, or indent it",
    "could not find expected ':'": "a line of a mapping is `name: value`; check the indentation and quotes above",
    "did not find expected key": "check the indentation, and the quotes and brackets above",
    "found unexpected end of stream": "close the quote or the bracket",
    "found invalid Unicode character escape code": "a character beyond U+FFFF is one \\U escape of eight digits",
    "found unknown escape character": "in double quotes, write a backslash as \\\\",
}


def read_yaml(source: Source) -> tuple[Any, list[Problem]]:
    """The tree in a text, and what is wrong with it. Raises SpecError where the text is no YAML at all."""
    found = _UNPRINTABLE.search(source.text)
    if found:
        raise SpecError(
            Problem(
                f"the character U+{ord(found[0]):04X} may not stand in YAML",
                source.origin(found.start()),
                "remove it, or write it as an escape in double quotes",
            )
        )
    reader = _Reader(source)
    try:
        return reader.document(), reader.problems
    except yaml.MarkedYAMLError as error:
        raise SpecError(*reader.problems, _syntax_problem(source, error)) from None
    except yaml.YAMLError as error:
        raise SpecError(*reader.problems, Problem(f"no YAML: {error}", source.origin(), "correct it")) from None
    except TooLargeError:
        place = source.origin(reader.last)
        raise SpecError(
            Problem(
                f"the aliases of this file copy more than {MAX_ALIASED:,} nodes",
                place,
                "describe the repeated part once, and refer to it by $ref",
            )
        ) from None


def _syntax_problem(source: Source, error: Any) -> Problem:
    mark = error.problem_mark
    offset: int = mark.index if mark else 0
    message = str(error.problem or error.context)
    hint = _HINTS.get(message, "correct the YAML here or just above")
    if source.text[offset : offset + 1] == "\t":
        message, hint = "a tab may not indent YAML", "indent with spaces"
    also: tuple[tuple[str, Origin], ...] = ()
    context = error.context_mark
    if error.context and context and context.index != offset:
        also = ((str(error.context), source.origin(context.index)),)
    return Problem(message, source.origin(min(offset, len(source.text.rstrip()))), hint, also)


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.last = 0
        self._anchors: dict[str, Any] = {}
        self._open: set[str] = set()
        self._budget = Budget(MAX_ALIASED)
        self._depth = 0
        text, self._restored = _shielded(source.text)
        loader: Any = Loader(text)
        self._next: Callable[[], Any] = loader.get_event

    def document(self) -> Any:
        """The one document of the file."""
        self._next()
        event = self._next()
        if event.__class__ is yaml.StreamEndEvent:
            self._fail("the file is empty", 0, "write the document, or remove the file")
        value = self._value(self._next(), None, "")
        self._next()
        event = self._next()
        end = event.start_mark.index
        if event.__class__ is yaml.DocumentStartEvent:
            self._fail("a second document begins here", end, "keep one document a file")
        return value

    def _value(self, event: Any, parent: Container | None, key: str | int) -> Any:
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            value = self._scalar(event)
            if event.anchor is not None:
                self._anchors[event.anchor] = value
            return value
        if kind is yaml.AliasEvent:
            return self._alias(event)
        return self._container(event, (self.source, event.start_mark.index, parent, key))

    def _container(self, event: Any, home: Home) -> Any:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._fail(TOO_DEEP, home[1], "name the inner parts and refer to them")
        mapping = event.__class__ is yaml.MappingStartEvent
        if event.tag not in (None, "!", f"{_TAG}map" if mapping else f"{_TAG}seq"):
            self._report(f"the tag {quote(event.tag)} has no meaning here", home[1], "remove the tag")
        if event.anchor is not None:
            self._open.add(event.anchor)
        value = self._mapping(home) if mapping else self._sequence(home)
        if event.anchor is not None:
            self._open.discard(event.anchor)
            self._anchors[event.anchor] = value
        self._depth -= 1
        return value

    def _mapping(self, home: Home) -> Map:
        node = Map(home)
        keys_at, values_at = node.keys_at, node.values_at
        while (key_event := self._next()).__class__ is not yaml.MappingEndEvent:
            at = key_event.start_mark.index
            key = self._key(key_event)
            event = self._next()
            if key is None:
                self._value(event, node, "")
                continue
            value = self._value(event, node, key)
            if key in node:
                self._duplicate(node, key, at)
                continue
            node[key] = value
            keys_at[key] = at
            values_at[key] = event.start_mark.index
        return node

    def _sequence(self, home: Home) -> List:
        node = List(home)
        while (event := self._next()).__class__ is not yaml.SequenceEndEvent:
            node.append(self._value(event, node, len(node)))
            node.items_at.append(event.start_mark.index)
        return node

    def _key(self, event: Any) -> str | None:
        """The text of a key; None for one that cannot be."""
        at = event.start_mark.index
        if event.__class__ is not yaml.ScalarEvent:
            self._value(event, None, "")
            self._report("a key must be text", at, "write the key as plain text")
            return None
        if event.tag is not None and event.tag not in _TEXT_TAGS and event.tag not in _TYPES:
            self._report(f"the tag {quote(event.tag)} has no meaning here", at, "remove the tag")
        if event.value == "<<" and event.implicit[0]:
            self._report(
                "merge keys are YAML 1.1 and are not read", at, "write the entries out, or use allOf; quote a real `<<`"
            )
            return None
        key = self._text(event.value)
        if event.anchor is not None:
            self._anchors[event.anchor] = key
        return key

    def _scalar(self, event: Any) -> Any:
        value = event.value
        if event.tag is not None:
            return self._tagged(event)
        if not event.implicit[0]:
            return self._text(value)
        if value and value[0] not in _TYPED:
            return self._text(value)
        return self._plain(value, event.start_mark.index)

    def _tagged(self, event: Any) -> Any:
        at = event.start_mark.index
        if event.tag in _TEXT_TAGS:
            return self._text(event.value)
        if event.tag not in _TYPES:
            self._report(f"the tag {quote(event.tag)} has no meaning here", at, "remove the tag")
            return self._text(event.value)
        value = self._plain(event.value, at)
        if type(value) not in _TYPES[event.tag]:
            self._report(f"this is no {event.tag.removeprefix(_TAG)}, as its tag says", at, "remove the tag")
        return value

    def _plain(self, value: str, at: int) -> Any:
        """A scalar without quotes, by YAML 1.2's core schema."""
        if value in _WORDS:
            return _WORDS[value]
        try:
            if _INTEGER.fullmatch(value):
                return integer(value)
            if _DECIMAL.fullmatch(value):
                return decimal(value)
            if _BASED.fullmatch(value):
                return integer(value, 0)
        except NumeralError as error:
            self._report(str(error), at, "write it in quotes if it is text")
        if _NO_NUMBER.fullmatch(value):
            self._report(f"{quote(value)} is a number that JSON cannot say", at, "write it in quotes if it is text")
        return self._text(value)

    def _text(self, value: str) -> str:
        return value.translate(self._restored) if self._restored else value

    def _alias(self, event: Any) -> Any:
        at = self.last = event.start_mark.index
        if event.anchor in self._open:
            self._fail(f"*{event.anchor} stands inside of what it stands for", at, "refer to it by $ref")
        if event.anchor not in self._anchors:
            self._report(
                f"there is no &{event.anchor} above",
                at,
                "name an anchor that stands further up in the file",
            )
            return None
        value = copy(self._anchors[event.anchor], self._budget)
        if self._depth + depth(value) > MAX_DEPTH:
            self._fail(TOO_DEEP, at, "name the inner parts and refer to them")
        return value

    def _duplicate(self, node: Map, key: str, at: int) -> None:
        first = (("it is given here first", node.at(key)),)
        self.problems.append(
            Problem(f"the key {quote(key)} is given twice", self.source.origin(at), "keep one of the two", first)
        )

    def _report(self, message: str, at: int, hint: str) -> None:
        self.problems.append(Problem(message, self.source.origin(at), hint))

    def _fail(self, message: str, at: int, hint: str) -> None:
        raise SpecError(*self.problems, Problem(message, self.source.origin(at), hint))


def _shielded(text: str) -> tuple[str, dict[int, str]]:
    """The text with YAML 1.1's extra line ends replaced by characters that do not occur in it, and the way back."""
    found = set(_OLD_LINE_ENDS.findall(text))
    if not found:
        return text, {}
    used = set(text)
    free = (chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in used)
    shield = list(zip(sorted(found), free, strict=False))
    shielded = text.translate({ord(old): new for old, new in shield})
    return shielded, {ord(new): old for old, new in shield}
