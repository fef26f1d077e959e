"""The ``x-`` vocabulary of operations, parameters, fields and objects, read with its places.

x-effect         read | write | destructive
x-requires       which parameters need, replace or exclude each other; see ``requirements``
x-records        which list of a response is paged through
x-errors         messages that the action is documented to answer
x-encoding       comma | php-serialize | json-base64 | numbered
                 | {kind: ..., each: true, file: {name: ..., data: ...}, date: DDMMYYYY}
x-sensitive      true: the value is never shown; false: it may be, whatever its name says
x-flattened      the field whose own fields older servers answer beside the others
x-actions        of a field that several actions share: the only ones that send it; empty where none does
x-since          version of the product; x-deprecated: why, and what to use instead
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ..dialect.dates import misfit
from ..ir import Effect, Encoding, EncodingKind
from ..origin import Origin, closest, quote
from ..problems import Problems
from ..specs.node import List, Map

OF_OPERATIONS = frozenset({"x-effect", "x-requires", "x-records", "x-errors", "x-since", "x-deprecated"})
OF_PARAMETERS = frozenset({"x-encoding", "x-sensitive", "x-since", "x-deprecated"})
OF_FIELDS = frozenset({"x-sensitive", "x-since", "x-deprecated", "x-flattened", "x-actions"})
KNOWN = OF_OPERATIONS | OF_PARAMETERS | OF_FIELDS

_KINDS = tuple(str(kind) for kind in EncodingKind)


class Extensions:
    """Reads extensions; what is malformed goes to ``problems``.

    entries:  extension -> its value and the map that holds it
    """

    def __init__(self, entries: Mapping[str, tuple[Any, Map]], problems: Problems) -> None:
        self._entries = entries
        self._problems = problems

    @classmethod
    def of(cls, node: Map, problems: Problems) -> Extensions:
        """The extensions of a single node."""
        return cls({name: (value, node) for name, value in node.items() if name.startswith("x-")}, problems)

    def check_names(self, known: Collection[str], what: str) -> None:
        """Warns of extensions that have no meaning on ``what``, and of what looks misspelled; others are not ours."""
        for name, (_, node) in self._entries.items():
            if name in known:
                continue
            near = closest(name, sorted(KNOWN))
            if name in KNOWN:
                self._problems.warn(
                    f"{name} has no meaning on {what}",
                    node.at(name),
                    "take it out, or move it",
                    code="extension-misplaced",
                )
            elif near is not None:
                self._problems.warn(
                    f"{quote(name)} is not known", node.at(name), f"did you mean {near}?", code="extension-unknown"
                )

    def text(self, name: str) -> str | None:
        """The value of a text extension; a number counts as its text (``x-since: 8.1``)."""
        value = self._value(name)
        if isinstance(value, dict | list | bool):
            self._wrong(name, "a text")
            return None
        return None if value is None else str(value)

    def texts(self, name: str) -> tuple[str, ...]:
        """The value of an extension that lists texts."""
        value = self._value(name)
        if value is not None and not is_texts(value):
            self._wrong(name, "a list of texts")
            return ()
        return tuple(value or ())

    def actions(self, known: Collection[str]) -> tuple[str, ...] | None:
        """The only actions that send a field, all of which must be known; None where nothing is said."""
        value = self._value("x-actions")
        if value is None:
            return None
        named = self.texts("x-actions") if value != [] else ()
        for action in named:
            if action not in known:
                near = closest(action, known)
                self._problems.error(
                    f"x-actions names no action: {quote(action)}",
                    self._place("x-actions"),
                    f"did you mean {near}?" if near else "name an action that the spec describes, or take it out",
                )
        return named

    def flag(self, name: str) -> bool | None:
        """The value of an extension that is true or false; None where it is not given."""
        value = self._value(name)
        if value is not None and not isinstance(value, bool):
            self._wrong(name, "true or false")
            return None
        return value

    def effect(self) -> Effect | None:
        """The declared effect; None where the dialect's patterns decide."""
        value = self._value("x-effect")
        if isinstance(value, str) and value in tuple(Effect):
            return Effect(value)
        if value is not None:
            self._wrong("x-effect", " or ".join(Effect))
        return None

    def items(self, name: str, wanted: str) -> list[tuple[Any, Origin]]:
        """The items of an extension that is a list, with their places."""
        value = self._value(name)
        if isinstance(value, List):
            return [(item, value.at(index)) for index, item in enumerate(value)]
        if value is not None:
            self._wrong(name, wanted)
        return []

    def encoding(self) -> Encoding:
        """How a parameter is written; a plain form value where nothing is declared."""
        value = self._value("x-encoding")
        rule: dict[str, Any] | None = {"kind": value} if isinstance(value, str) else value
        if rule is None:
            return Encoding()
        if not _is_encoding(rule):
            self._wrong("x-encoding", f"one of {', '.join(_KINDS)}, or {{kind, each, file: {{name, data}}, date}}")
            return Encoding()
        if "date" in rule and (why := misfit(rule["date"])):
            self._wrong("x-encoding", f"given another date, since {quote(rule['date'])} {why}")
            return Encoding()
        file = rule.get("file")
        return Encoding(
            EncodingKind(rule.get("kind", "form")),
            rule.get("each", False),
            (file["name"], file["data"]) if file else None,
            rule.get("date"),
        )

    def _value(self, name: str) -> Any:
        return self._entries[name][0] if name in self._entries else None

    def _place(self, name: str) -> Origin:
        return self._entries[name][1].value_at(name)

    def _wrong(self, name: str, wanted: str) -> None:
        self._problems.error(f"{name} must be {wanted}", self._place(name), "correct it, or take it out")


def is_texts(value: Any) -> bool:
    """Whether this is a list of texts that is not empty."""
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) for item in value)


def _is_encoding(rule: Any) -> bool:
    if not isinstance(rule, dict) or not rule or not rule.keys() <= {"kind", "each", "file", "date"}:
        return False
    file = rule.get("file", {"name": "", "data": ""})
    return (
        rule.get("kind", "form") in _KINDS
        and isinstance(rule.get("each", False), bool)
        and isinstance(rule.get("date", ""), str)
        and isinstance(file, dict)
        and {*file} == {"name", "data"}
        and all(isinstance(name, str) for name in file.values())
    )
