"""Schemas in tests -> the shapes that ``flatten`` makes of them."""

from __future__ import annotations

from textwrap import dedent

from lowering import said

from generator.flatten import Shapes
from generator.limits import phrases
from generator.load import parse
from generator.node import Map
from generator.problems import Problems
from generator.resolve import References
from generator.shape import Shape
from generator.sources import Source


def shapes(text: str) -> tuple[Map, Shapes, Problems]:
    """The schemas under ``$defs`` of a JSON Schema, or the schema itself; and what combines them."""
    document = parse(Source("spec.yml", dedent(text).lstrip("\n")))
    problems = Problems()
    references = References(parse(Source("openapi.yml", "openapi: 3.1.0")), [document])
    return document.get("$defs", document), Shapes(references, problems), problems


def shape(text: str) -> Shape:
    """The shape of a single schema of which nothing is reported."""
    document, found, problems = shapes(text)
    made = found.of((document,))
    assert [said(problem) for problem in problems] == []
    return made


def limits(text: str) -> tuple[str, ...]:
    """The limits of a schema, as phrases."""
    return phrases(shape(text).limits)
