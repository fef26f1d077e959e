"""Documents against their specifications: OpenAPI 3.0 and 3.1, JSON Schema draft-07 and 2020-12, overlays, the dialect.

The schemas are those of openapi-spec-validator and jsonschema; only overlays and the dialect have one of ours, in
``schemas/``. Merged documents are validated, so that an overlay can mend what was published wrongly, and every problem
points into the file that the blamed part came from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from ..origin import Problem, quote
from .grammar import Kind
from .node import List, Map
from .plain import plainly_valid
from .resolve import References, Stray
from .versions import DRAFT_07, DRAFT_2020_12, OPENAPI_3_1, dialect, is_modern

if TYPE_CHECKING:  # the validators take half a second to import
    from .structure import Structure

_SCHEMAS = Path(__file__).parent / "schemas"

# Kind of object -> its definition in the schemas of OpenAPI 3.0 and 3.1.
_DEFINITIONS = {
    Kind.PATH_ITEM: ("PathItem", "path-item"),
    Kind.PARAMETER: ("Parameter", "parameter"),
    Kind.HEADER: ("Header", "header"),
    Kind.REQUEST_BODY: ("RequestBody", "request-body"),
    Kind.RESPONSE: ("Response", "response"),
    Kind.EXAMPLE: ("Example", "example"),
    Kind.LINK: ("Link", "link"),
    Kind.CALLBACK: ("Callback", "callbacks"),
    Kind.SECURITY_SCHEME: ("SecurityScheme", "security-scheme"),
}


def validate_openapi(document: Map, references: References, known: Sequence[Problem] = ()) -> list[Problem]:
    """What is wrong with an OpenAPI document, or suspicious in it, beyond what is known already."""
    problem = _version_problem(document)
    if problem:
        return [problem]
    from .explain import explain
    from .rules import CANNOT_TELL, broken_rules

    modern = is_modern(document)
    reported = {problem.origin for problem in known if not problem.warning}
    found = explain(document, _openapi(modern).errors(document))
    problems = [problem for problem in found if problem.origin not in reported]
    blamed = {(problem.origin.file, problem.origin.line) for problem in (*problems, *known)}
    try:
        # A part of the wrong shape breaks rules too, but for no reason of its own.
        problems.extend(
            problem
            for problem in broken_rules(document, references)
            if (problem.origin.file, problem.origin.line) not in blamed
        )
    except CANNOT_TELL as error:
        if not blamed:
            message = f"openapi-spec-validator cannot read this document: {type(error).__name__} {error}"
            problems.append(Problem(message, document.origin, "look for something unusual in the document"))
    return problems


def validate_strays(references: References, openapi: Map) -> list[Problem]:
    """What is wrong with the parts of other files that a document refers to."""
    if _version_problem(openapi):
        return []
    reported = {problem.origin for problem in references.problems if not problem.warning}
    found = (problem for stray in references.strays for problem in _stray_problems(stray, is_modern(openapi)))
    return [problem for problem in found if problem.origin not in reported]


def validate_json_schema(document: Map) -> list[Problem]:
    """What is wrong with a JSON Schema, by the metaschema of the dialect that it names (2020-12 if none)."""
    from .explain import explain

    said = dialect(document)
    if said not in (DRAFT_07, DRAFT_2020_12):
        return [
            Problem(
                f"the JSON Schema dialect {quote(document['$schema'])} is not supported",
                document.value_at("$schema"),
                f"write {DRAFT_2020_12} or {DRAFT_07}#",
            )
        ]
    return [] if plainly_valid(document) else list(explain(document, _metaschema(said).errors(document)))


def validate_overlay(document: Map) -> list[Problem]:
    """What is wrong with an overlay."""
    from .explain import explain

    version = document.get("overlay")
    if "overlay" in document and not (isinstance(version, str) and re.fullmatch(r"1\.[01]\.[0-9]+", version)):
        return [
            Problem(
                f"version {version} of the Overlay Specification is not supported",
                document.value_at("overlay"),
                "write `overlay: 1.0.0` or `overlay: 1.1.0`",
            )
        ]
    problems = list(explain(document, _own("overlay").errors(document)))
    actions = document.get("actions")
    for action in actions if isinstance(actions, List) else ():
        problems += _copy_problems(action, str(version))
    return problems


def validate_dialect(document: Map) -> list[Problem]:
    """What is wrong with the shape of a dialect."""
    from .explain import explain

    return list(explain(document, _own("dialect").errors(document)))


def validate_justifications(document: Map) -> list[Problem]:
    """What is wrong with the shape of a file of justifications."""
    from .explain import explain

    return list(explain(document, _own("lint").errors(document)))


def _copy_problems(action: Any, version: str) -> Iterator[Problem]:
    if not isinstance(action, Map) or "copy" not in action:
        return
    if version.startswith("1.0."):
        yield Problem("Overlay 1.0 has no `copy`", action.at("copy"), "write `overlay: 1.1.0`")
    if "update" in action and action.get("remove") is not True:
        yield Problem("`copy` and `update` exclude each other", action.at("copy"), "make two actions of them")


def _version_problem(document: Map) -> Problem | None:
    version = document.get("openapi")
    hint = "write `openapi: 3.0.3` or `openapi: 3.1.0`"
    if "openapi" not in document:
        if "swagger" in document:
            return Problem("Swagger 2.0 is not supported", document.at("swagger"), "convert the document to OpenAPI 3")
        return Problem("this is no OpenAPI document: it lacks `openapi`", document.origin, hint)
    if not isinstance(version, str):
        return Problem("the version of OpenAPI must be text", document.value_at("openapi"), hint)
    if not re.fullmatch(r"3\.[01]\.[0-9]+(-.+)?", version):
        return Problem(f"OpenAPI {quote(version)} is not supported", document.value_at("openapi"), hint)
    named = document.get("jsonSchemaDialect", OPENAPI_3_1)
    if named not in (OPENAPI_3_1, DRAFT_2020_12):
        return Problem(
            f"the JSON Schema dialect {quote(named)} is not supported",
            document.value_at("jsonSchemaDialect"),
            "remove it",
        )
    return None


def _stray_problems(stray: Stray, modern: bool) -> Iterator[Problem]:
    from .explain import explain

    if stray.kind is Kind.SCHEMA:
        if plainly_valid(stray.node):
            return
        if "$schema" in stray.document:
            errors = _metaschema(dialect(stray.document)).errors(stray.node)
        elif modern:
            errors = _openapi31_schema().errors(stray.node)
        else:
            errors = _openapi(False).errors(stray.node, "#/definitions/Schema")
    elif modern:
        errors = _openapi(True).errors(stray.node, f"#/$defs/{_DEFINITIONS[stray.kind][1]}")
    else:
        errors = _openapi(False).errors(stray.node, f"#/definitions/{_DEFINITIONS[stray.kind][0]}")
    yield from explain(stray.node, errors)


@cache
def _own(name: str) -> Structure:
    from .structure import Structure

    return Structure(json.loads((_SCHEMAS / f"{name}.json").read_text(encoding="utf-8")))


@cache
def _openapi(modern: bool) -> Structure:
    """The schema of an OpenAPI version, as openapi-spec-validator brings it."""
    from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

    from .structure import Errors, Structure

    def schema(value: Any) -> Errors:
        if plainly_valid(value):
            return iter(())
        return _openapi31_schema().errors(value) if modern else structure.errors(value, "#/definitions/Schema")

    validator: Any = (OpenAPIV31SpecValidator if modern else OpenAPIV30SpecValidator).schema_validator
    structure = Structure(dict(validator.schema), {"#meta" if modern else "#/definitions/Schema": schema})
    return structure


@cache
def _metaschema(name: str) -> Structure:
    from .structure import Structure

    if name == DRAFT_07:
        from jsonschema import Draft7Validator

        return Structure(Draft7Validator.META_SCHEMA)
    return Structure(_metaschema_2020_12())


@cache
def _openapi31_schema() -> Structure:
    """What OpenAPI 3.1 allows as a schema: 2020-12 and three keywords of its own, which are those of 3.0."""
    from openapi_spec_validator import OpenAPIV30SpecValidator

    from .structure import Structure

    meta = _metaschema_2020_12()
    validator: Any = OpenAPIV30SpecValidator.schema_validator
    definitions = validator.schema["definitions"]
    own = {"discriminator": "Discriminator", "xml": "XML", "externalDocs": "ExternalDocumentation"}
    properties = {name: {"$ref": f"#/definitions/{definition}"} for name, definition in own.items()}
    return Structure({**meta, "properties": {**meta["properties"], **properties}, "definitions": definitions})


@cache
def _metaschema_2020_12() -> dict[str, Any]:
    """The metaschema in one piece. It is published in eight, which cost milliseconds a schema to put together."""
    from jsonschema import Draft202012Validator
    from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]

    meta: dict[str, Any] = dict(Draft202012Validator.META_SCHEMA)
    published = [REGISTRY.contents(urljoin(meta["$id"], part["$ref"])) for part in meta["allOf"]]
    shared = {name: value for part in published for name, value in part.get("$defs", {}).items()}
    parts = [{name: value for name, value in part.items() if name not in ("$schema", "$id")} for part in published]
    return {**meta, "allOf": parts, "$defs": shared}
