"""JSON Schemas beside the OpenAPI document -> entities: which component each describes, and one model for both.

The title says which: ``WHMCS Invoice``, without the dialect's prefix, is ``Invoice``. A file that only holds
definitions describes an entity with each of those that is an object.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..dialect.dialect import Decision
from ..ir import ModelRef, Type
from ..naming import Words
from ..origin import Origin, quote
from ..problems import Problems
from ..specs.node import Map
from .entity_merger import EntityMerger
from .types import TypeBuilder

_DEFINITIONS = ("$defs", "definitions")
# What a file says of itself, rather than of a value.
_ABOUT = frozenset({"$schema", "$id", "$comment", "$vocabulary", "title", "description", *_DEFINITIONS})


@dataclass(frozen=True, slots=True)
class Entity:
    """A JSON Schema and the name of what it describes. ``optional``: a definition that need not be an entity."""

    name: str
    schema: Map
    origin: Origin
    optional: bool


def entities_of(schemas: Iterable[Map], title_prefix: str, words: Words, problems: Problems) -> list[Entity]:
    """The entities that JSON Schemas describe; two of one name are an error."""
    found: dict[str, Entity] = {}
    for schema in schemas:
        for entity in _entities_in(schema, title_prefix, words):
            if not entity.name:
                problems.error("nothing says what this schema describes", entity.origin, "give it a title")
                continue
            other = found.setdefault(entity.name, entity)
            if other is not entity:
                problems.error(
                    f"two JSON Schemas describe {quote(entity.name)}",
                    entity.origin,
                    "keep one of them, or give it another title",
                    ("the other one", other.origin),
                )
    return list(found.values())


def _entities_in(schema: Map, title_prefix: str, words: Words) -> Iterable[Entity]:
    stem = schema.origin.file.rpartition("/")[2].partition(".")[0]
    own = _name(schema, title_prefix, words) or words.pascal(stem)
    if schema.keys() - _ABOUT or not any(schema.get(name) for name in _DEFINITIONS):
        yield Entity(own, schema, schema.origin, optional=False)
        return
    for holder in (schema.get(name, {}) for name in _DEFINITIONS):
        for key, definition in holder.items():
            if isinstance(definition, Map):
                name = _name(definition, title_prefix, words) or words.pascal(key)
                yield Entity(name, definition, holder.at(key), optional=True)


def _name(schema: Map, title_prefix: str, words: Words) -> str:
    return words.pascal(str(schema.get("title", "")).removeprefix(title_prefix))


def merge_entities(
    entities: Iterable[Entity],
    components: Map,
    responses: TypeBuilder,
    described: TypeBuilder,
    decisions: Mapping[str, Decision],
    problems: Problems,
) -> list[Type]:
    """Makes one model of both descriptions of every entity; the types of the entities.

    responses:  builds the types of the OpenAPI document;  described: those of the JSON Schemas
    """
    merger = EntityMerger(responses.registry, described.registry, decisions, problems)
    alone: list[str] = []
    found: list[Type] = []
    for entity in entities:
        theirs = described.type_of((entity.schema,), entity.name)
        component = _component(entity.name, components)
        if not isinstance(theirs, ModelRef):
            if not entity.optional:
                problems.warn(
                    f"{quote(entity.name)} is no object, so it adds no model", entity.origin, "describe its properties"
                )
            continue
        ours = responses.type_of((components[component],), component) if component else None
        if ours is None and theirs.name in responses.registry.models:
            ours = ModelRef(theirs.name)
        if isinstance(ours, ModelRef):
            merger.pair(ours.name, theirs.name)
        elif ours is None:
            alone.append(theirs.name)
        else:
            problems.error(
                f"{quote(entity.name)} is an object here, and none in the OpenAPI document",
                entity.origin,
                "give it another title, or correct the component with an overlay",
                ("the other one", components.at(component)),
            )
        found.append(ours or theirs)
    merger.merge(alone)
    return found


def _component(name: str, components: Map) -> str:
    """The component of an entity: the one of its name, or the only one that differs in capitals alone; "" for none."""
    if name in components:
        return name
    same = [other for other in components if other.lower() == name.lower()]
    return same[0] if len(same) == 1 else ""
