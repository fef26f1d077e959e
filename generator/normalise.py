"""Specs + dialect -> Api: the stage that gives the documents their meaning.

Reads responses first and parameters second, so that shared enums are named after the fields of models. Every problem of the
run is collected; nothing is dropped in silence.
"""

from __future__ import annotations

from collections.abc import Iterable

from .dialect import Dialect
from .endpoints import Endpoint, EndpointReader
from .entities import EntityMerger
from .ir import AnyOf, Api, Enum, EnumRef, Group, ListOf, MapOf, Model, Operation, Type
from .naming import Words
from .node import Map
from .operations import OperationReader
from .origin import Problem, SpecError
from .shape import Shapes
from .specs import Specs
from .types import Registry, TypeBuilder, component_names


def normalise(specs: Specs, dialect: Dialect) -> tuple[Api, list[Problem]]:
    """The API that the specs describe, and what in them is only half represented.

    Raises SpecError, with every problem, where the specs contradict themselves or cannot be represented at all.
    """
    problems: list[Problem] = []
    shapes = Shapes(specs.references, problems)
    words = Words(dialect.words)
    enums: dict[str, Enum] = {}
    responses = _builder(specs, dialect, shapes, words, Registry(enums), problems, request=False)
    requests = _builder(specs, dialect, shapes, words, Registry(enums), problems, request=True)
    reader = OperationReader(dialect, specs.references, requests, responses, words, problems)
    endpoints = EndpointReader(specs.openapi, dialect, specs.references, shapes, problems).endpoints()
    for endpoint in endpoints:
        reader.read_response(endpoint)
    _merge_entities(specs, dialect, shapes, words, responses, problems)
    operations = {endpoint.action: reader.operation(endpoint) for endpoint in endpoints}
    groups = _groups(specs.openapi, dialect, endpoints, operations)
    if any(not problem.warning for problem in problems):
        raise SpecError(*problems)
    models, inputs = tuple(responses.registry.models.values()), tuple(requests.registry.models.values())
    info = specs.openapi["info"]
    return Api(
        title=info.get("title", ""),
        version=str(info.get("version", "")),
        doc=info.get("description", ""),
        groups=groups,
        models=models,
        inputs=inputs,
        enums=_used_enums(enums, (*models, *inputs), operations.values()),
        wire=dialect.wire,
        words=dialect.words,
    ), problems


def _builder(
    specs: Specs,
    dialect: Dialect,
    shapes: Shapes,
    words: Words,
    registry: Registry,
    problems: list[Problem],
    *,
    request: bool,
) -> TypeBuilder:
    return TypeBuilder(
        shapes,
        registry,
        component_names(specs.openapi),
        words,
        frozenset(dialect.wire.sensitive),
        problems,
        request=request,
        wrapped_lists=dialect.wrapped_lists,
    )


def _merge_entities(
    specs: Specs, dialect: Dialect, shapes: Shapes, words: Words, responses: TypeBuilder, problems: list[Problem]
) -> None:
    """Takes every JSON Schema in: into the component of the same entity, or as a model of its own."""
    registry = responses.registry
    described = _builder(specs, dialect, shapes, words, Registry(registry.enums), problems, request=False)
    merger = EntityMerger(registry, described.registry, dialect, problems)
    components = specs.openapi.get("components", {}).get("schemas", {})
    for schema in specs.schemas:
        name = _entity_name(schema, dialect, words)
        if name in components:
            responses.type_of((components[name],), name, top=True)
        described.type_of((schema,), name, top=True)
        if name not in described.registry.models:
            problems.append(
                Problem("this schema describes no object", schema.origin, "describe the entity's properties")
            )
        elif name in registry.models:
            merger.merge(name, name)
        else:
            merger.adopt(name)


def _entity_name(schema: Map, dialect: Dialect, words: Words) -> str:
    title = str(schema.get("title", ""))
    if dialect.title_prefix is not None:
        title = title.removeprefix(dialect.title_prefix)
    return words.pascal(title) or words.pascal(schema.origin.file.rpartition("/")[2].partition(".")[0])


def _groups(
    openapi: Map, dialect: Dialect, endpoints: list[Endpoint], operations: dict[str, Operation]
) -> tuple[Group, ...]:
    """The declared tags in their order, then tags that only operations name; a tag without operations makes no group."""
    docs = {tag["name"]: str(tag.get("description", "")) for tag in openapi.get("tags", ())}
    members: dict[str, list[Operation]] = {name: [] for name in docs}
    for endpoint in endpoints:
        members.setdefault(endpoint.tag or dialect.default_group, []).append(operations[endpoint.action])
    return tuple(Group(name, docs.get(name, ""), tuple(found)) for name, found in members.items() if found)


def _used_enums(enums: dict[str, Enum], models: tuple[Model, ...], operations: Iterable[Operation]) -> tuple[Enum, ...]:
    used: set[str] = set()
    for model in models:
        for field in model.fields:
            used |= _enum_names(field.type)
    for operation in operations:
        for param in operation.params:
            used |= _enum_names(param.type)
    return tuple(enum for name, enum in enums.items() if name in used)


def _enum_names(type_: Type) -> set[str]:
    match type_:
        case EnumRef(name=name):
            return {name}
        case ListOf(item=inner) | MapOf(value=inner):
            return _enum_names(inner)
        case AnyOf(options=options):
            return set().union(*map(_enum_names, options))
    return set()
