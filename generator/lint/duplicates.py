"""Models that say the same, or nearly the same."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Model
from ..origin import quote
from .finding import Finding, found
from .material import Meaning

# Below these sizes models are alike by chance.
_SAME = 4
_NEAR = 8


def models(meaning: Meaning) -> Iterator[Finding]:
    """Models with the fields of another one, or with all of them but one."""
    first: dict[frozenset[tuple[str, str]], Model] = {}
    # What is left of a model without one of its fields -> the model, and that field.
    nearly: dict[int, tuple[Model, str]] = {}
    for model in meaning.api.models:
        fields = [(field.wire, str(field.type)) for field in model.fields]
        if len(fields) >= _SAME:
            other = first.setdefault(frozenset(fields), model)
            if other is not model:
                yield _finding("model-duplicate", model, other, "has the fields of", "refer to one component in both")
                continue
        if len(fields) >= _NEAR:
            yield from _near(model, {hash(field): field[0] for field in fields}, nearly)


def _near(model: Model, fields: dict[int, str], nearly: dict[int, tuple[Model, str]]) -> Iterator[Finding]:
    whole = sum(fields)
    ways = {whole: "", **{whole - part: wire for part, wire in fields.items()}}
    match = next((way for way in ways if way in nearly), None)
    if match is not None:
        other, wire = nearly[match]
        differing = " and ".join(quote(name) for name in dict.fromkeys((ways[match], wire)) if name)
        said = f"differs in {differing or 'nothing'} only from"
        yield _finding("model-near-duplicate", model, other, said, "make the two agree, or justify the difference")
    for way, wire in ways.items():
        nearly.setdefault(way, (model, wire))


def _finding(code: str, model: Model, other: Model, said: str, hint: str) -> Finding:
    message = f"{quote(model.name)} {said} {quote(other.name)}"
    return found(code, model.name, message, model.origin, hint, ("the other one", other.origin))
