"""Schemas in tests -> the shapes that ``flatten`` makes of them."""

from __future__ import annotations

from textwrap import dedent

from lowering import said

from generator.normalise.flatten import Shapes
from generator.normalise.limits import phrases
from generator.normalise.shape import Shape
from generator.problems import Problems
from generator.specs.load import parse
from generator.specs.node import Map
from generator.specs.resolve import References
from generator.specs.sources import Source


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
