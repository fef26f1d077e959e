"""Specs + dialect -> Api: the stage that gives the documents their meaning.

Reads responses first and parameters second, so that shared enums are named after the fields of models. Every problem of
the run is collected; nothing is dropped in silence.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..dialect.dialect import Dialect
from ..ir import Api, Group, Operation, Type
from ..naming import Words
from ..origin import Problem, SpecError
from ..problems import Problems, in_file_order
from ..specs.garbage import without_collection
from ..specs.node import Map
from ..specs.specs import Specs
from .endpoints import Endpoint, EndpointReader
from .entities import entities_of, merge_entities
from .facts import FactReader
from .flatten import Shapes
from .operations import OperationReader
from .reach import enums_in, models_in
from .registry import Enums, Registry
from .types import TypeBuilder
from .unused import report_unused


def normalise(specs: Specs, dialect: Dialect) -> tuple[Api, list[Problem]]:
    """The API that the specs describe, and what in them is only half represented.

    Raises SpecError, with every problem, where the specs contradict themselves or cannot be represented at all.
    """
    api, problems = describe(specs, dialect)
    if any(not problem.warning for problem in problems):
        raise SpecError(*in_file_order((*specs.warnings, *problems), specs.references.documents))
    return api, problems


@without_collection()
def describe(specs: Specs, dialect: Dialect) -> tuple[Api, list[Problem]]:
    """The same for who goes on in spite of errors: what they are about is left out, or can be anything."""
    run = _Run(specs, dialect)
    for endpoint in run.endpoints:
        run.reader.read_response(endpoint)
    described = run.merge_entities() if specs.schemas else []
    operations = {endpoint.action: run.reader.operation(endpoint) for endpoint in run.endpoints}
    report_unused(specs, dialect, run.problems)
    results = [operation.result.type for operation in operations.values() if operation.result.type is not None]
    params = [param.type for operation in operations.values() for param in operation.params]
    models = models_in([*results, *described], run.responses.registry.models)
    inputs = models_in(params, run.requests.registry.models)
    info = specs.openapi["info"]
    return Api(
        title=info.get("title", ""),
        version=str(info.get("version", "")),
        doc=info.get("description", ""),
        groups=_groups(specs.openapi, run.endpoints, operations),
        models=models,
        inputs=inputs,
        enums=enums_in((*results, *params), (*models, *inputs), run.enums.named),
        wire=dialect.wire,
        words=dialect.words,
    ), in_file_order(run.problems, specs.references.documents)


def _groups(openapi: Map, endpoints: list[Endpoint], operations: Mapping[str, Operation]) -> tuple[Group, ...]:
    """The declared tags in their order, then those that only operations name; one without operations is no group."""
    docs = {tag["name"]: str(tag.get("description", "")) for tag in openapi.get("tags", ())}
    members: dict[str, list[Operation]] = {name: [] for name in docs}
    for endpoint in endpoints:
        members.setdefault(endpoint.group, []).append(operations[endpoint.action])
    return tuple(Group(name, docs.get(name, ""), tuple(found)) for name, found in members.items() if found)


class _Run:
    """What the readers of one run share, and the endpoints that they read."""

    def __init__(self, specs: Specs, dialect: Dialect) -> None:
        self.problems = Problems()
        self.shapes = Shapes(specs.references, self.problems)
        self.enums = Enums(self.problems)
        self._words = Words(dialect.words)
        self.endpoints = EndpointReader(
            specs.openapi, dialect, specs.references, self.shapes, self.problems
        ).endpoints()
        actions = [endpoint.action for endpoint in self.endpoints]
        self._facts = FactReader(self.shapes, dialect.wire.sensitive, actions, self.problems)
        self._dialect = dialect
        self._components: Map = specs.openapi.get("components", {}).get("schemas", Map(specs.openapi.origin))
        self._entities = entities_of(specs.schemas, dialect.title_prefix, self._words, self.problems)
        self.responses = self._builder(self.enums, request=False)
        self.requests = self._builder(self.enums, request=True)
        self.reader = OperationReader(
            dialect,
            specs.references,
            self.shapes,
            self._facts,
            self.requests,
            self.responses,
            self._words,
            self.problems,
        )
        for name, schema in self._components.items():
            if isinstance(schema, Map) and "enum" in schema:
                self.responses.type_of((schema,), name)  # an enum of its own keeps its name, wherever it is met first

    def _builder(self, enums: Enums, *, request: bool) -> TypeBuilder:
        names = {id(entity.schema): entity.name for entity in self._entities}
        names |= {id(schema): name for name, schema in self._components.items()}
        return TypeBuilder(
            self.shapes,
            Registry(enums),
            names,
            self._words,
            self._facts,
            self.problems,
            request=request,
            wrapped=self._dialect.wrapped_lists,
        )

    def merge_entities(self) -> list[Type]:
        """Takes the JSON Schemas in; the types of what they describe."""
        described = self._builder(Enums(self.problems), request=False)
        decisions = self._dialect.decisions
        return merge_entities(self._entities, self._components, self.responses, described, decisions, self.problems)
