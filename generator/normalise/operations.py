"""Endpoints -> operations: parameters with their types and encodings, and what comes back."""

from __future__ import annotations

from collections.abc import Collection

from ..dialect.dialect import Dialect
from ..ir import (
    Ack,
    AnyOf,
    Encoding,
    EncodingKind,
    EnumRef,
    Listing,
    ListOf,
    MapOf,
    ModelRef,
    Opaque,
    Operation,
    Page,
    Param,
    Result,
    Scalar,
    ScalarKind,
    Single,
    Type,
)
from ..naming import Words
from ..origin import quote
from ..problems import Problems
from ..specs.node import Map
from ..specs.resolve import References
from .endpoints import Endpoint
from .extensions import OF_OPERATIONS, Extensions
from .facts import FactReader, deprecation
from .flatten import Shapes
from .requirements import requirements
from .shape import Property
from .types import TypeBuilder


class OperationReader:
    """Gives endpoints their types. ``problems`` collects what cannot be represented."""

    def __init__(
        self,
        dialect: Dialect,
        references: References,
        shapes: Shapes,
        facts: FactReader,
        requests: TypeBuilder,
        responses: TypeBuilder,
        words: Words,
        problems: Problems,
    ) -> None:
        self._dialect = dialect
        self._references = references
        self._shapes = shapes
        self._facts = facts
        self._requests = requests
        self._responses = responses
        self._words = words
        self._problems = problems
        self._response_types: dict[str, Type | None] = {}

    def read_response(self, endpoint: Endpoint) -> None:
        """Notes the type of an endpoint's response, and the models that it needs."""
        schema = self._response_schema(endpoint.node.get("responses", Map(endpoint.origin)))
        name = (self._words.pascal(endpoint.action) or "X") + "Response"
        self._response_types[endpoint.action] = None if schema is None else self._responses.type_of((schema,), name)

    def operation(self, endpoint: Endpoint) -> Operation:
        """The operation with its types; its response must have been read before."""
        extensions = Extensions.of(endpoint.node, self._problems)
        extensions.check_names(OF_OPERATIONS, "an operation")
        request = endpoint.request
        params = tuple(
            self._param(endpoint, wire, prop)
            for wire, prop in request.own.items()
            if not self._requests.leaves_out(prop)
        )
        wires = [param.wire for param in params]
        rules = requirements(extensions, params, self._requests.registry.enums.named, self._problems)
        return Operation(
            action=endpoint.action,
            summary=endpoint.summary,
            doc=endpoint.doc,
            params=params,
            requirements=(*request.requirements, *rules),
            result=self._result(endpoint, wires, extensions.text("x-records")),
            effect=extensions.effect() or self._dialect.effect(endpoint.action),
            deprecated=deprecation(extensions, bool(endpoint.node.get("deprecated"))),
            since=extensions.text("x-since"),
            errors=extensions.texts("x-errors"),
            docs=endpoint.node.get("externalDocs", {}).get("url"),
            origin=endpoint.origin,
        )

    # ---- Parameters

    def _param(self, endpoint: Endpoint, wire: str, prop: Property) -> Param:
        name = self._requests.inner_name(self._words.pascal(endpoint.action) or "X", wire)
        type_ = self._requests.type_of(prop.nodes, name)
        facts = self._facts.of_parameter(wire, prop.nodes)
        shape = self._shapes.of(prop.nodes)
        encoding = Extensions(shape.extensions, self._problems).encoding()
        wanted = _unfit(encoding, type_)
        if wanted is not None:
            self._problems.error(
                f"the encoding of {quote(wire)} is for {wanted}",
                shape.place("x-encoding"),
                "correct its type, or take it out",
            )
        return Param(
            wire=wire,
            type=type_,
            required=wire in endpoint.request.required,
            doc=facts.doc,
            default=facts.default,
            sensitive=facts.sensitive,
            deprecated=facts.deprecated,
            since=facts.since,
            encoding=encoding,
            limits=facts.limits,
            origin=prop.origin,
        )

    # ---- Responses

    def _response_schema(self, responses: Map) -> object:
        """The schema of a successful answer; None where none is described."""
        codes = [code for code in responses if not code.startswith("x-")]
        successes = [code for code in codes if code.startswith("2")] or [code for code in codes if code == "default"]
        contents = {code: self._references.target(responses[code]) for code in codes}
        with_body = [code for code in successes if contents[code].get("content")]
        chosen = next(iter((*with_body, *successes)), None)
        for code in codes:
            if code != chosen:
                self._problems.warn(
                    f"the response {code} is not represented: errors are read as the dialect says",
                    contents[code].origin,
                    "nothing to do, or take it out with an overlay",
                )
        return None if chosen is None else self._media_schema(contents[chosen])

    def _media_schema(self, response: Map) -> object:
        for name in ("headers", "links"):
            if response.get(name):
                self._problems.warn(
                    f"`{name}` of a response are not represented",
                    response.at(name),
                    "say it in the body, or take it out",
                )
        content = response.get("content", {})
        media = next((said for said in content if _is_json(said)), None)
        for said in content:
            if said != media:
                self._problems.warn(
                    f"a response as {quote(said)} is not read: JSON is",
                    content.at(said),
                    "declare it once, as application/json",
                )
        return None if media is None else content[media].get("schema")

    # ---- Results

    def _result(self, endpoint: Endpoint, params: Collection[str], records: str | None) -> Result:
        response, paging = self._response_types[endpoint.action], self._dialect.wire.paging
        pages = paging is not None and paging.start in params and paging.size in params
        lists = self._lists(response)
        if records is not None and records not in lists:
            self._problems.error(
                f"x-records names no list of the response: {quote(records)}",
                endpoint.node.value_at("x-records"),
                f"name one of {', '.join(lists)}" if lists else "take it out",
            )
        elif pages and records is None and len(lists) != 1:
            self._report_paging(endpoint, response, lists)
        if _is_single_value(response):
            self._problems.warn(
                f"{quote(endpoint.action)} answers a single value, and clients take objects and lists for answers: "
                "every call of it ends with an error",
                endpoint.origin,
                "describe the object that the value stands in, or take the description of the answer out",
            )
        if isinstance(response, ListOf):
            return Listing(response, None, response.item)
        if not isinstance(response, ModelRef):
            return Ack(None) if response is None else Single(response)
        rest = self._beyond_envelope(response)
        wire = records or (next(iter(lists)) if len(lists) == 1 else None)
        if wire in lists and pages:
            return Page(response, wire, lists[wire].item)
        if wire in lists and (records or rest == {wire}):
            return Listing(response, wire, lists[wire].item)
        return Ack(response) if not rest else Single(response)

    def _lists(self, response: Type | None) -> dict[str, ListOf]:
        """The lists in a response that is an object."""
        if not isinstance(response, ModelRef):
            return {}
        fields = self._responses.registry.models[response.name].fields
        return {field.wire: field.type for field in fields if isinstance(field.type, ListOf)}

    def _beyond_envelope(self, response: ModelRef) -> set[str]:
        """The fields of a response that belong neither to the envelope nor to its paging."""
        paging, envelope = self._dialect.wire.paging, self._dialect.wire.envelope
        frame = {envelope.result, envelope.fallback, envelope.warning, *envelope.message}
        counters = frozenset[str]() if paging is None else paging.counters
        return {field.wire for field in self._responses.registry.models[response.name].fields} - frame - counters

    def _report_paging(self, endpoint: Endpoint, response: Type | None, lists: Collection[str]) -> None:
        if lists:
            self._problems.error(
                f"{quote(endpoint.action)} pages, so its response needs one list of records, and it has "
                f"{len(lists)}: {', '.join(lists)}",
                endpoint.origin,
                "name the list with x-records on the operation",
            )
            return
        missing = "has no list of records" if isinstance(response, ModelRef) else "is no object that counts the records"
        self._problems.warn(
            f"{quote(endpoint.action)} pages, but its response {missing}: it is offered as a single call",
            endpoint.origin,
            "describe the response as an object with a list of records",
        )


def _is_single_value(response: Type | None) -> bool:
    options = response.options if isinstance(response, AnyOf) else (response,)
    return all(isinstance(option, Scalar | EnumRef) for option in options)


def _is_json(media: str) -> bool:
    kind = media.partition(";")[0].strip().lower()
    return kind.endswith(("/json", "+json")) or kind == "*/*"


def _unfit(encoding: Encoding, type_: Type) -> str | None:
    """What an encoding is for, where the type of the parameter is something else."""
    types = type_.options if isinstance(type_, AnyOf) else (type_,)
    if any(isinstance(option, Opaque) for option in types):
        return None
    lists = [option for option in types if isinstance(option, ListOf)]
    rows = [option for option in lists if isinstance(option.item, ModelRef | MapOf | Opaque)]
    if (encoding.kind is EncodingKind.COMMA or encoding.each) and not lists:
        return "a list"
    if (encoding.kind is EncodingKind.NUMBERED or encoding.file) and not rows:
        return "a list of objects"
    if encoding.date is not None and not any(map(_has_date, types)):
        return "a date"
    return None


def _has_date(type_: Type) -> bool:
    match type_:
        case ListOf(item=inner) | MapOf(value=inner):
            return _has_date(inner)
        case Scalar(kind=kind):
            return kind in (ScalarKind.DATE, ScalarKind.DATETIME)
    return isinstance(type_, ModelRef)
