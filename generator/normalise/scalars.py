"""Single values: what a JSON type and a format mean, and which of a list of allowed values fit the type beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from ..ir import Scalar, ScalarKind
from ..origin import quote
from ..problems import Problems
from ..specs.node import List, Map
from .limits import shown
from .shape import Shape

# What a format makes of a text; every other known format is a text, and named in the documentation.
_TEXT_FORMATS = {
    "date": ScalarKind.DATE,
    "date-time": ScalarKind.DATETIME,
    "byte": ScalarKind.BYTES,
    "binary": ScalarKind.BYTES,
    "decimal": ScalarKind.DECIMAL,
}
_KNOWN_FORMATS = {
    "string": frozenset({
        *_TEXT_FORMATS, "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference",
        "iri", "iri-reference", "uri-template", "uuid", "password", "regex", "time", "duration", "json-pointer",
        "relative-json-pointer", "url", "phone", "html", "json",
    }),
    "integer": frozenset({"int32", "int64"}),
    "number": frozenset({"float", "double", "decimal", "int32", "int64"}),
    "boolean": frozenset(),
}  # fmt: skip
_KINDS = {
    "integer": ScalarKind.INTEGER,
    "number": ScalarKind.DECIMAL,
    "boolean": ScalarKind.BOOLEAN,
    "string": ScalarKind.TEXT,
}
_NAMES = {"integer": "integer", "number": "number", "boolean": "true or false", "string": "text"}


def kinds_of(shape: Shape) -> tuple[str, ...]:
    """The JSON types of a shape; where it says nothing but a format, the type that the format is one of."""
    if shape.kinds:
        return shape.kinds
    return tuple(kind for kind, formats in _KNOWN_FORMATS.items() if shape.notes.get("format") in formats)[:1]


def scalar(shape: Shape, kind: str, problems: Problems) -> Scalar:
    """The meaning of a single value of a JSON type."""
    word = shape.notes.get("format")
    if word is not None and word not in _KNOWN_FORMATS[kind]:
        if any(word in _KNOWN_FORMATS.get(other, ()) for other in shape.types):
            word = None  # it is said of one of the other types
        else:
            problems.warn(
                f"the format {quote(word)} of {kind} is not known: it is read as plain {kind}",
                shape.place("format"),
                "use a format that JSON Schema or OpenAPI names, or take it out",
                code="format-unknown",
            )
    if kind != "string":
        return Scalar(_KINDS[kind], word)
    coding = shape.notes.get("contentEncoding")
    if coding not in (None, "base64"):
        problems.warn(
            f"contentEncoding {quote(coding)} is not undone: the text is kept as it is sent",
            shape.place("contentEncoding"),
            "say base64 if it is",
        )
    return Scalar(ScalarKind.BYTES if coding == "base64" else _TEXT_FORMATS.get(word or "", ScalarKind.TEXT), word)


class Values(NamedTuple):
    """Allowed values, told apart: ``texts`` are all texts of a list that mixes them with integers.

    numbers:  values of a list that has fractions, or that the spec calls numbers
    """

    booleans: tuple[bool, ...] = ()
    integers: tuple[int, ...] = ()
    numbers: tuple[int | float, ...] = ()
    texts: tuple[str, ...] = ()


def allowed_values(shape: Shape, problems: Problems) -> Values | None:
    """The values of an enum, as its type says them; None where they are lists or objects."""
    values = list(shape.enum or ())
    if any(isinstance(value, Map | List | dict | list) for value in values):
        problems.warn(
            "an enum of lists or objects says nothing to the clients",
            shape.place("enum", "const"),
            "list texts or numbers",
        )
        return None
    if shape.types:
        values = [fitted for value in values if (fitted := _fitted(shape, value, problems)) is not None]
    values = _distinct(values)
    booleans = tuple(value for value in values if isinstance(value, bool))
    others = [value for value in values if not isinstance(value, bool)]
    if any(isinstance(value, str) for value in others):
        return Values(booleans, texts=tuple(dict.fromkeys(map(as_text, others))))
    if "number" in shape.types or any(isinstance(value, float) for value in others):
        return Values(booleans, numbers=tuple(others))
    return Values(booleans, integers=tuple(others))


def _fitted(shape: Shape, value: Any, problems: Problems) -> Any:
    """A value as one of the declared types; None, with a problem, where it is none of them."""
    if any(_IS[kind](value) for kind in shape.types if kind in _IS):
        return value
    fitted = next((found for kind in shape.types if (found := _meant(kind, value)) is not None), None)
    place, wanted = shape.place("enum", "const"), " or ".join(_NAMES.get(kind, kind) for kind in shape.types)
    if fitted is None:
        problems.error(
            f"the allowed value {quote(shown(value))} contradicts the type {wanted}",
            place,
            "correct the value or the type",
            ("the type", shape.place("type")),
            code="enum-contradicts-type",
        )
    else:
        problems.warn(
            f"the allowed value {shown(value)} is not written as {wanted}, and taken as one",
            place,
            "quote texts, and only texts",
            code="enum-contradicts-type",
        )
    return fitted


_IS: dict[str, Callable[[Any], bool]] = {
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "string": lambda value: isinstance(value, str),
}


def _meant(kind: str, value: Any) -> Any:
    """What somebody means who writes a text without quotes, a number with them, or an integer as 2.0; else None."""
    if kind == "string":
        return as_text(value)
    if kind == "integer" and isinstance(value, float):
        return int(value) if value.is_integer() else None
    if kind in ("integer", "number") and isinstance(value, str):
        return int(value) if re.fullmatch("-?[0-9]{1,18}", value) else None
    return None


def as_text(value: Any) -> str:
    """A single value as one writes it: texts as they are, others as in JSON."""
    return value if isinstance(value, str) else json.dumps(value)


def _distinct(values: list[Any]) -> list[Any]:
    return [value for _, value in {(isinstance(value, bool), value): value for value in values}.items()]
