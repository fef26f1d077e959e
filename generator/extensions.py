"""The ``x-`` vocabulary of operations and parameters, read with its places.

x-effect         read | write | destructive
x-requires       [{any: [clientid, email]}, {all: [address1, city], unless: [skipvalidation]}]
x-encoding       comma | php-serialize | json-base64 | numbered | {kind: ..., each: true, file: {name: ..., data: ...}, date: ...}
x-records        which list of a response is paged through
x-errors         messages that the action is documented to answer
x-since, x-deprecated, x-sensitive, x-flattened: on parameters, fields and schemas, see ``types``
"""

from __future__ import annotations

from typing import Any

from .ir import Effect, Encoding, EncodingKind, Requirement
from .node import List, Map
from .origin import Problem


class Extensions:
    """Reads the extensions of one node; what is malformed goes to ``problems``."""

    def __init__(self, node: Map, problems: list[Problem]) -> None:
        self._node = node
        self._problems = problems

    def text(self, name: str) -> str | None:
        """The value of a text extension; a number counts as its text (``x-since: 8.1``)."""
        value = self._node.get(name)
        if value is None:
            return None
        if isinstance(value, dict | list | bool):
            self._wrong(name, "a text")
            return None
        return str(value)

    def texts(self, name: str) -> tuple[str, ...]:
        """The value of an extension that lists texts."""
        value = self._node.get(name, List(self._node.origin))
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._wrong(name, "a list of texts")
            return ()
        return tuple(value)

    def effect(self) -> Effect | None:
        """The declared effect; None where the dialect's patterns decide."""
        value = self._node.get("x-effect")
        if value is None or value in list(Effect):
            return None if value is None else Effect(value)
        self._wrong("x-effect", ", ".join(Effect))
        return None

    def requirements(self, params: set[str]) -> tuple[Requirement, ...]:
        """What must be given together or in place of each other; names must be parameters."""
        rules = self._node.get("x-requires", ())
        if not isinstance(rules, list | tuple):
            self._wrong("x-requires", "a list of rules")
            return ()
        found = []
        for index, rule in enumerate(rules):
            place = rules.at(index) if isinstance(rules, List) else self._node.at("x-requires")
            kinds = {*rule} if isinstance(rule, dict) else set()
            if not ({"any", "all"} & kinds and kinds <= {"any", "all", "unless"}) or not all(
                map(_is_texts, rule.values())
            ):
                self._problems.append(
                    Problem(
                        "a rule of x-requires is {any: [names]} or {all: [names], unless: [names]}",
                        place,
                        "correct the rule",
                    )
                )
                continue
            unknown = [name for names in rule.values() for name in names if name not in params]
            if unknown:
                self._problems.append(
                    Problem(f"x-requires names no parameter: {', '.join(unknown)}", place, "name declared parameters")
                )
            found.append(Requirement(*(tuple(rule.get(kind, ())) for kind in ("any", "all", "unless"))))
        return tuple(found)

    def encoding(self) -> Encoding:
        """How a parameter is written; a plain form value where nothing is declared."""
        value = self._node.get("x-encoding")
        if value is None:
            return Encoding()
        rule: dict[str, Any] = {"kind": value} if isinstance(value, str) else value
        kinds = [str(kind) for kind in EncodingKind]
        file = rule.get("file") if isinstance(rule, dict) else None
        if (
            not isinstance(rule, dict)
            or rule.get("kind", "form") not in kinds
            or not rule.keys() <= {"kind", "each", "file", "date"}
            or not isinstance(rule.get("each", False), bool)
            or not isinstance(rule.get("date", ""), str)
            or not (file is None or (isinstance(file, dict) and {*file} == {"name", "data"}))
        ):
            self._wrong("x-encoding", f"one of {', '.join(kinds)}, or {{kind, each, file: {{name, data}}, date}}")
            return Encoding()
        return Encoding(
            EncodingKind(rule.get("kind", "form")),
            rule.get("each", False),
            (str(file["name"]), str(file["data"])) if file else None,
            rule.get("date"),
        )

    def _wrong(self, name: str, wanted: str) -> None:
        self._problems.append(
            Problem(f"{name} must be {wanted}", self._node.value_at(name), "correct it, or take it out")
        )


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) for item in value)
