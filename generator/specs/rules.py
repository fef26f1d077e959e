"""What OpenAPI asks of a document beyond its shape: openapi-spec-validator's rules, on our tree.

Unique operation ids, declared path parameters, defaults that fit their schemas, and so on. The library walks documents
by paths of its own that resolve references by URL, fetching what is remote. Here it walks by ``Cursor`` instead, which
follows the references that were checked before and knows the places.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import UnknownType, ValidationError
from jsonschema.validators import extend
from openapi_schema_validator import OAS30Validator, OAS31Validator, oas30_format_checker, oas31_format_checker
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator
from openapi_spec_validator.validation import keywords
from openapi_spec_validator.validation.exceptions import (
    DuplicateOperationIDError,
    ExtraParametersError,
    ParameterDuplicateError,
    UnresolvableParameterError,
)
from openapi_spec_validator.validation.registries import KeywordValidatorRegistry
from referencing import Registry

from ..origin import Origin, Problem, quote
from .explain import explain
from .node import List, Map, place_of_key
from .resolve import References
from .versions import is_modern

# How many references the check of one default may follow. Alternatives of alternatives can multiply without end.
_MAX_STEPS = 1_000

# "Path parameter 'id' for 'get' operation in '/a/{id}' was not resolved"
_PARAMETER = re.compile(r"Path parameter '(?P<name>.*)' for '[a-z]+' operation", re.DOTALL)


# What the library stumbles over in a document of the wrong shape.
CANNOT_TELL = (
    LookupError, TypeError, ValueError, AttributeError, AssertionError, ArithmeticError, RecursionError, UnknownType,
)  # fmt: skip


class Cursor:
    """A part of the document as openapi-spec-validator reads it, references followed.

    node:          the part itself
    holder, key:   what it is an entry of, and which one, before any reference was followed
    by_reference:  whether one was
    """

    __slots__ = ("by_reference", "holder", "key", "node", "references")

    def __init__(self, value: Any, references: References, holder: Any = None, key: str | int = "") -> None:
        self.node = references.target(value) if isinstance(value, Map) else value
        self.by_reference = self.node is not value
        self.references = references
        self.holder = holder
        self.key = key

    @property
    def origin(self) -> Origin:
        """Where one reads that this part begins."""
        if self.by_reference and isinstance(self.node, Map):
            return self.node.origin
        return place_of_key(self.holder, self.key)

    def __truediv__(self, key: str) -> Cursor:
        return Cursor(self.node[key], self.references, self.node, key)

    def __getitem__(self, key: str) -> Any:
        return self.node[key]

    def __contains__(self, key: str) -> bool:
        return isinstance(self.node, dict) and key in self.node

    def __iter__(self) -> Iterator[Cursor]:
        return (part for _, part in self.items())

    def items(self) -> Iterator[tuple[Any, Cursor]]:
        """The entries, without those that are references to nothing."""
        entries: Iterable[tuple[Any, Any]] = self.node.items() if isinstance(self.node, Map) else enumerate(self.node)
        for key, value in entries:
            part = Cursor(value, self.references, self.node, key)
            if not (isinstance(value, Map) and isinstance(value.get("$ref"), str) and not part.by_reference):
                yield key, part

    def keys(self) -> Any:
        """The names of the entries."""
        return self.node.keys()

    def read_value(self) -> Any:
        """The part as plain data."""
        return self.node

    def read_str(self) -> str:
        """The part as text."""
        return str(self.node)


def broken_rules(document: Map, references: References) -> Iterator[Problem]:
    """The rules that a document breaks whose shape is right. May raise CANNOT_TELL where it is not."""
    modern = is_modern(document)
    library = OpenAPIV31SpecValidator if modern else OpenAPIV30SpecValidator
    own = {**_OWN, "default": _Default31 if modern else _Default30}
    registry = KeywordValidatorRegistry({**library.keyword_validators, **own})
    for error in registry["__root__"](Cursor(document, references)):  # type: ignore[operator]
        yield from _problems(error)


class _Seen(set[Any]):
    """A list that the library asks ten thousand times what it holds."""

    append = set.add


class _Paths(keywords.PathsValidator):
    def __call__(self, paths: Any) -> Iterator[ValidationError]:
        for url, item in _without_extensions(paths):
            yield from self.path_validator(url, item)


class _Responses(keywords.ResponsesValidator):
    def __call__(self, responses: Any) -> Iterator[ValidationError]:
        for code, response in _without_extensions(responses):
            yield from self.response_validator(code, response)


def _without_extensions(entries: Cursor) -> Iterator[tuple[Any, Any]]:
    """The entries but those of any shape that begin with x-, where others are paths or status codes."""
    return ((name, part) for name, part in entries.items() if not str(name).startswith("x-"))


class _Placed:
    """Notes on every error the part of the document that was being checked."""

    def __call__(self, *arguments: Any, **options: Any) -> Iterator[ValidationError]:
        part = next(argument for argument in arguments if isinstance(argument, Cursor))
        for error in super().__call__(*arguments, **options):  # type: ignore[misc]
            if not hasattr(error, "part"):
                error.part = part
            yield error


class _Parameters(_Placed, keywords.ParametersValidator):
    pass


class _Tags(_Placed, keywords.TagsValidator):
    pass


class _Operation(_Placed, keywords.OperationValidator):
    def __init__(self, registry: Any) -> None:
        super().__init__(registry)
        self.operation_ids_registry = _Seen()  # type: ignore[assignment]
        self._first: dict[Any, Cursor] = {}

    def __call__(self, url: str, name: str, operation: Any, path_parameters: Any) -> Iterator[ValidationError]:
        first = self._first.setdefault(operation.node.get("operationId"), operation)
        error: Any
        for error in super().__call__(url, name, operation, path_parameters):
            error.first = first
            error.url = url
            yield error
        # The library forgets request bodies.
        if "requestBody" in operation and "content" in operation / "requestBody":
            yield from self.registry["content"](operation / "requestBody" / "content")  # type: ignore[operator]

    def _get_path_params_from_url(self, url: str) -> Iterator[str]:
        return iter(re.findall(r"\{([^{}]+)\}", url))  # the library fails on a lone brace


class _Schema(_Placed, keywords.SchemaValidator):
    def __init__(self, registry: Any) -> None:
        super().__init__(registry)
        self.visited_schema_ids = _Seen()  # type: ignore[assignment]
        self._later: deque[Cursor] = deque()
        self._busy = False

    def __call__(
        self,
        schema: Any,
        require_properties: bool = True,
        meta_checked: bool = True,  # noqa: ARG002
    ) -> Iterator[ValidationError]:
        """Without the metaschema, which was checked before, and references one after the other, not recursively."""
        if not isinstance(schema.node, Map):
            return
        if self._busy:
            if schema.by_reference:
                self._later.append(schema)
            else:
                yield from super().__call__(schema, require_properties, True)
            return
        self._busy = True
        yield from super().__call__(schema, require_properties, True)
        while self._later:
            yield from super().__call__(self._later.popleft(), False, True)
        self._busy = False

    def _collect_properties(self, schema: Any) -> set[str]:
        """The library's own recurses without end on a schema that leads back to itself."""
        found: set[str] = set()
        seen: set[int] = set()
        parts = [schema]
        while parts:
            part = parts.pop()
            if id(part.node) in seen or not isinstance(part.node, Map):
                continue
            seen.add(id(part.node))
            if isinstance(part.node.get("properties"), Map):
                found.update(part.node["properties"])
            for name in ("allOf", "anyOf", "oneOf"):
                if isinstance(part.node.get(name), List):
                    parts.extend(part / name)
            parts.extend(part / name for name in ("items", "not") if name in part)
        return found


class _Default(keywords.KeywordValidator):
    """Checks a default by its schema."""

    validator: Any
    formats: FormatChecker

    def __init__(self, registry: Any) -> None:
        super().__init__(registry)
        self._steps = 0
        self._references: Any = None
        kind: Any = extend(self.validator, {"$ref": self._follow, **PLAIN})  # type: ignore[no-untyped-call]
        # A `$schema` inside the document must not choose a validator that fetches references.
        kind.evolve = lambda own, **changes: kind(
            changes["schema"], format_checker=own.format_checker, _resolver=own._resolver
        )
        self._kind = kind

    def __call__(self, schema: Any, value: Any) -> Iterator[ValidationError]:
        self._steps = 0
        self._references = schema.references
        # A schema that is wrong itself, which is reported elsewhere, cannot tell.
        with suppress(*CANNOT_TELL):
            validator = self._kind(schema.node, format_checker=self.formats, registry=Registry())
            for error in validator.iter_errors(value):
                error.part = schema
                error.is_default = True
                yield error

    def _follow(self, validator: Any, _: Any, instance: Any, node: Any) -> Any:
        self._steps += 1
        target = self._references.target(node)
        return () if self._steps > _MAX_STEPS or target is node else validator.descend(instance, target)


def _ignored(*_: Any) -> tuple[()]:
    return ()


def _additional(validator: Any, allowed: Any, instance: Any, schema: Any) -> Any:
    if "patternProperties" in schema:
        return ()
    return OAS31Validator.VALIDATORS["additionalProperties"](validator, allowed, instance, schema)


# Patterns of a stranger can take forever to match; discriminators and the others look up what may be a URL.
PLAIN: dict[str, Any] = {
    **dict.fromkeys(("pattern", "patternProperties"), _ignored),
    **dict.fromkeys(("$dynamicRef", "unevaluatedProperties", "unevaluatedItems"), _ignored),
    **{name: Draft202012Validator.VALIDATORS[name] for name in ("allOf", "anyOf", "oneOf")},
    "additionalProperties": _additional,
}


def _formats(known: FormatChecker) -> FormatChecker:
    """The formats without regular expressions, which Python and the spec do not agree about."""
    formats = FormatChecker(())
    formats.checkers = {name: check for name, check in known.checkers.items() if name != "regex"}
    return formats


class _Default30(_Default):
    validator = OAS30Validator
    formats = _formats(oas30_format_checker)


class _Default31(_Default):
    validator = OAS31Validator
    formats = _formats(oas31_format_checker)


_OWN: dict[str, Any] = {
    "operation": _Operation, "parameters": _Parameters, "paths": _Paths, "responses": _Responses, "schema": _Schema,
    "tags": _Tags,
}  # fmt: skip


def _problems(error: Any) -> Iterator[Problem]:
    part: Cursor = error.part
    if getattr(error, "is_default", False):
        for problem in explain(part.node, [error], ("default",)):
            message = f"this default does not fit its schema: {problem.message}"
            yield Problem(
                message, problem.origin, "correct the default, or the schema", code="default-contradicts-schema"
            )
    elif isinstance(error, ParameterDuplicateError):
        yield from _twice(part, ("name", "in"), "parameter")
    elif isinstance(part.node, List):
        yield from _twice(part, ("name",), "tag")
    elif isinstance(error, DuplicateOperationIDError):
        first: Cursor = getattr(error, "first", part)
        yield Problem(
            f"the operationId {quote(part.node['operationId'])} is given twice",
            part.node.value_at("operationId"),
            "give every operation an id of its own",
            (("it is given here first", first.node.value_at("operationId")),),
            code="operation-id-duplicate",
        )
    elif isinstance(error, UnresolvableParameterError):
        yield _path_parameter(part, error)
    elif isinstance(error, ExtraParametersError):
        yield Problem(
            "`required` names properties that are not described here", part.node.at("required"),
            "describe them, or take them out", warning=True, code="required-undeclared",
        )  # fmt: skip
    else:
        yield Problem(error.message[:200], part.origin, "correct it")


def _twice(part: Cursor, names: tuple[str, ...], what: str) -> Iterator[Problem]:
    first: dict[tuple[Any, ...], Cursor] = {}
    for item in part:
        key = tuple(item.node.get(name) for name in names)
        if key in first:
            yield Problem(
                f"the {what} {quote(key[0])} is given twice", item.origin, "keep one of the two",
                (("it is given here first", first[key].origin),),
            )  # fmt: skip
        first.setdefault(key, item)


def _path_parameter(part: Cursor, error: Any) -> Problem:
    found = _PARAMETER.match(error.message)
    name = found["name"] if found else ""
    if f"{{{name}}}" in error.url:
        return Problem(f"the path parameter {quote(name)} is not declared", part.origin, "add it to `parameters`")
    return Problem(
        f"the path has no {quote(f'{{{name}}}')}, which is declared as its parameter", part.origin,
        "correct the path, or remove the parameter",
    )  # fmt: skip
