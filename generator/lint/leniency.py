"""Whether a client could read a value as its schema says: the checks of JSON Schema, as lenient as the wire is.

    a number, a flag    may be a text that holds one, as the dialect writes it
    a date              has one of the forms of the dialect, or is one of its zero dates
    a list              may be "", {} or an object with numbers as keys
    an object           may be "" or []
    a text              may be a number

The credentials are taken out of every request, so nothing is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from openapi_schema_validator import OAS30Validator, OAS31Validator
from referencing import Registry

from ..dialect.dates import as_regex
from ..dialect.dialect import Dialect
from ..dialect.regexes import objection
from ..specs.node import Map
from ..specs.rules import CANNOT_TELL, PLAIN
from ..specs.specs import Specs
from ..specs.structure import additional, required, unique
from ..specs.versions import is_modern
from ..wire import ResponseForms

# How many steps the check of one example may take, and that of all: seconds, which no real document comes near.
_MAX_STEPS = 100_000
_MAX_STEPS_OF_ALL = 1_000_000
_MAX_ERRORS = 20
_MAX_TEXT = 2_000
_INTEGER = re.compile(r"[-+]?\d{1,40}")
_NUMBER = re.compile(r"[-+]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})([eE][-+]?\d{1,3})?")
_NO_FORMS = ResponseForms(date=(), datetime=(), zero_dates=(), true=(), false=(), blank=("",))


class _TooLongError(Exception):
    """The check of an example takes longer than it is worth."""


class Reader:
    """Checks values by schemas of the documents."""

    def __init__(self, specs: Specs, dialect: Dialect | None) -> None:
        self._references = specs.references
        self._forms = dialect.wire.responses if dialect else _NO_FORMS
        name = dialect.wire.credentials.schema if dialect else ""
        self._credentials = specs.openapi.get("components", {}).get("schemas", {}).get(name)
        self._steps = 0
        self._left = _MAX_STEPS_OF_ALL
        self._dates = [re.compile(as_regex(said)) for said in (*self._forms.date, *self._forms.datetime)]
        keywords = {
            "$ref": self._follow, **PLAIN, "type": self._type, "enum": _enum, "const": _const, "format": self._format,
            "pattern": _pattern, "discriminator": _nothing, "required": required, "uniqueItems": unique,
            "additionalProperties": _additional,
        }  # fmt: skip
        base: Any = OAS31Validator if is_modern(specs.openapi) else OAS30Validator
        counted = {name: self._counted(check) for name, check in {**base.VALIDATORS, **keywords}.items()}
        kind: Any = extend(base, counted)  # type: ignore[no-untyped-call]
        # A `$schema` inside the document must not choose a validator that fetches references.
        kind.evolve = lambda own, **changes: kind(changes["schema"], _resolver=own._resolver)
        self._kind = kind

    def errors(self, schema: Map, value: Any) -> list[ValidationError]:
        """Why a client could not read a value so; none where that cannot be told."""
        self._steps = min(_MAX_STEPS, self._left)
        self._left -= self._steps
        found: list[ValidationError] = []
        try:
            for error in self._kind(schema, registry=Registry()).iter_errors(value):
                found.append(error)
                if len(found) == _MAX_ERRORS:
                    break
        except (_TooLongError, *CANNOT_TELL):
            found.clear()
        self._left += max(self._steps, 0)
        return found

    def _counted(self, check: Callable[..., Any]) -> Callable[..., Any]:
        """The check of a keyword, which costs steps: one, and one for each thing that the keyword lists."""

        def run(validator: Any, said: Any, instance: Any, schema: Any) -> Any:
            self._steps -= 1 + (len(said) if isinstance(said, list | dict) else 0)
            if self._steps < 0:
                raise _TooLongError
            return check(validator, said, instance, schema)

        return run

    def _follow(self, validator: Any, _: Any, instance: Any, node: Any) -> Any:
        target = self._references.target(node)
        return () if target is node or target is self._credentials else validator.descend(instance, target)

    def _type(self, validator: Any, said: Any, instance: Any, schema: Any) -> Any:
        kinds = [said] if isinstance(said, str) else list(said)
        if instance is None and schema.get("nullable") is True:
            return
        if any(validator.is_type(instance, kind) or self._reads_as(kind, instance) for kind in kinds):
            return
        yield ValidationError("")

    def _reads_as(self, kind: str, value: Any) -> bool:
        """Whether a value of another JSON type stands for one of this type on the wire."""
        blank = isinstance(value, str) and value in self._forms.blank
        match kind:
            case "integer" | "number":
                pattern = _INTEGER if kind == "integer" else _NUMBER
                return blank or (isinstance(value, str) and pattern.fullmatch(value) is not None)
            case "boolean":
                if isinstance(value, bool) or value is None or isinstance(value, dict | list):
                    return False
                return str(value).lower() in (*self._forms.true, *self._forms.false)
            case "string":
                return isinstance(value, int | float) and not isinstance(value, bool)
            case "array":
                return blank or (isinstance(value, dict) and all(str(key).isdigit() for key in value))
            case "object":
                return blank or value == []
        return False

    def _format(self, _: Any, said: Any, instance: Any, __: Any) -> Any:
        if said not in ("date", "date-time") or not self._dates or not isinstance(instance, str):
            return
        if instance in (*self._forms.blank, *self._forms.zero_dates):
            return
        # A moment may be told by its day alone, and a day by a moment in it.
        if not any(pattern.fullmatch(instance) for pattern in self._dates):
            yield ValidationError("", validator="format", validator_value=said, instance=instance)


def _enum(_: Any, allowed: Any, instance: Any, __: Any) -> Any:
    is_single = instance is not None and not isinstance(instance, dict | list)
    if is_single and _text(instance) not in map(_text, allowed):
        yield ValidationError("", validator="enum", validator_value=allowed, instance=instance)


def _const(_: Any, allowed: Any, instance: Any, __: Any) -> Any:
    if _text(instance) != _text(allowed):
        yield ValidationError("", validator="const", validator_value=allowed, instance=instance)


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _pattern(_: Any, said: Any, instance: Any, __: Any) -> Any:
    can_tell = isinstance(instance, str) and len(instance) <= _MAX_TEXT and objection(said) is None
    if can_tell and not re.search(said, instance):
        yield ValidationError("", validator="pattern", validator_value=said, instance=instance)


def _additional(validator: Any, allowed: Any, instance: Any, schema: Any) -> Any:
    """The patterns of a stranger can take forever to match."""
    return () if "patternProperties" in schema else additional(validator, allowed, instance, schema)


def _nothing(*_: Any) -> tuple[()]:
    return ()
