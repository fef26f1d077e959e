"""What the version of a document means: which JSON Schema it speaks, and what a reference may have beside it."""

from __future__ import annotations

from dataclasses import dataclass

from .grammar import Kind
from .node import Map

DRAFT_07 = "http://json-schema.org/draft-07/schema"
DRAFT_2020_12 = "https://json-schema.org/draft/2020-12/schema"
OPENAPI_3_1 = "https://spec.openapis.org/oas/3.1/dialect/base"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a version knows.

    siblings:  what stands beside the ``$ref`` of a schema counts
    booleans:  a schema may be true or false
    """

    siblings: bool
    booleans: bool


def is_modern(openapi: Map) -> bool:
    """Whether a document says that it is OpenAPI 3.1."""
    return str(openapi.get("openapi")).startswith("3.1")


def dialect(schema: Map) -> str:
    """The dialect that a JSON Schema names, without the empty fragment; 2020-12 where it names none."""
    said = str(schema.get("$schema", DRAFT_2020_12)).removesuffix("#")
    return DRAFT_07 if said == DRAFT_07.replace("http:", "https:") else said


def rules_of(document: Map, inherited: Rules) -> Rules:
    """The rules of a document; those of whoever refers to it where it does not say what it is."""
    if "openapi" in document:
        return Rules(siblings=is_modern(document), booleans=is_modern(document))
    if "$schema" in document:
        return Rules(siblings=dialect(document) != DRAFT_07, booleans=True)
    return inherited


def root_of(document: Map) -> tuple[Kind | None, bool]:
    """What the root of a referenced file is, as far as one can tell, and whether the file is valid as a whole."""
    if "openapi" in document:
        return Kind.DOCUMENT, True
    if "$schema" in document:
        return Kind.SCHEMA, True
    return Kind.DOCUMENT if "components" in document else None, False
