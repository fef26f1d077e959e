"""Limits that nothing satisfies, patterns that nobody can check, and requirements that nobody can meet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..dialect.regexes import objection, width
from ..normalise.flatten import Shapes
from ..normalise.shape import Shape
from ..origin import Origin, quote
from ..problems import Problems
from ..specs.grammar import Kind, in_place
from ..specs.node import Map
from .finding import Finding, found
from .material import Documents

_PAIRS = (
    ("minimum", "maximum"), ("minimum", "exclusiveMaximum"), ("exclusiveMinimum", "maximum"),
    ("exclusiveMinimum", "exclusiveMaximum"), ("minLength", "maxLength"), ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
)  # fmt: skip
_HINT = "correct one of the two"


def limits(documents: Documents) -> Iterator[Finding]:
    """Schemas whose limits, with those of all their members, exclude each other."""
    if not documents.is_whole:
        return
    shapes = Shapes(documents.specs.references, Problems())
    told: set[Origin] = set()
    for node in documents.nodes:
        if node.kind is not Kind.SCHEMA:
            continue
        shape = shapes.of((node.value,))
        for message, origin in _contradictions(shape):
            if origin not in told:
                told.add(origin)
                yield found("limits-unsatisfiable", node.label, message, origin, _HINT)


def _contradictions(shape: Shape) -> Iterator[tuple[str, Origin]]:
    bounds = {name: values[0] for name, values in shape.limits.items() if _is_number(values[0])}
    for low, high in _PAIRS:
        if low in bounds and high in bounds:
            empty = bounds[low] > bounds[high] or (bounds[low] == bounds[high] and "exclusive" in low + high)
            if empty:
                said = f"`{low}` {quote(bounds[low])} excludes `{high}` {quote(bounds[high])}"
                yield said, shape.place(low, "minimum")
    for pattern in shape.limits.get("pattern", ()):
        yield from _lengths(shape, pattern, bounds)
    values = [value for value in shape.enum or () if _is_number(value)]
    if values and len(values) == len(shape.enum or ()) and not any(_is_within(value, bounds) for value in values):
        yield "no allowed value is within the limits", shape.place("enum", "const")


def _lengths(shape: Shape, pattern: Any, bounds: dict[str, Any]) -> Iterator[tuple[str, Origin]]:
    found_width = width(pattern) if isinstance(pattern, str) else None
    if found_width is None:
        return
    least, most = found_width
    if "maxLength" in bounds and least > bounds["maxLength"]:
        said = f"the pattern needs {least} characters, and `maxLength` is {quote(bounds['maxLength'])}"
        yield said, shape.place("pattern")
    if "minLength" in bounds and most is not None and most < bounds["minLength"]:
        said = f"the pattern allows {most} characters, and `minLength` is {quote(bounds['minLength'])}"
        yield said, shape.place("pattern")


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_within(value: Any, bounds: dict[str, Any]) -> bool:
    return (
        value >= bounds.get("minimum", value)
        and value <= bounds.get("maximum", value)
        and not value <= bounds.get("exclusiveMinimum", value - 1)
        and not value >= bounds.get("exclusiveMaximum", value + 1)
    )


def required(documents: Documents) -> Iterator[Finding]:
    """Names that an object must have, and that nothing describes; a part of another schema is seen with the whole."""
    if not documents.is_whole:
        return
    references = documents.specs.references
    schemas = [node for node in documents.nodes if node.kind is Kind.SCHEMA]
    parts = {id(references.target(part)) for node in schemas for part in in_place(node.value) if isinstance(part, Map)}
    shapes = Shapes(references, Problems())
    for node in schemas:
        if id(node.value) in parts or "$ref" in node.value:
            continue
        shape = shapes.of((node.value,))
        missing = [name for name in shape.required if name not in shape.properties]
        if missing and shape.choices:
            known = {name for leaf in shapes.alternatives(shape) for name in leaf.properties}
            missing = [name for name in missing if name not in known]
        if missing and not (shape.entries or shape.patterns):
            said = ", ".join(map(quote, missing))
            message = f"`required` names {said}, and no such property is described"
            yield found(
                "required-undeclared", node.label, message, shape.required_at(missing[0]), "describe it, or take it out"
            )


def patterns(documents: Documents) -> Iterator[Finding]:
    """Patterns that are no regular expression, or that a text could keep busy."""
    for node in documents.nodes:
        said = node.value.get("pattern") if node.kind is Kind.SCHEMA else None
        why = objection(said) if isinstance(said, str) else None
        if why is not None:
            yield found(
                "pattern-unusable", node.label, f"the pattern {quote(said)} cannot be checked everywhere: {why}",
                node.value.value_at("pattern"), "say it more plainly, or take it out",
            )  # fmt: skip
