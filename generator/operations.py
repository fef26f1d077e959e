"""Endpoints -> operations: parameters with their types and encodings, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field

from .dialect import Dialect
from .endpoints import Endpoint
from .extensions import Extensions
from .ir import Ack, Listing, ListOf, ModelRef, Operation, Page, Param, Result, Single, Type
from .naming import Words
from .node import Map
from .origin import Origin, Problem
from .resolve import References
from .shape import Property
from .types import TypeBuilder, deprecation


@dataclass(slots=True)
class OperationReader:
    """Gives endpoints their types. ``problems`` collects what cannot be represented."""

    dialect: Dialect
    references: References
    requests: TypeBuilder
    responses: TypeBuilder
    words: Words
    problems: list[Problem]
    _response_types: dict[str, Type | None] = field(default_factory=dict)

    def read_response(self, endpoint: Endpoint) -> None:
        """Notes the type of an endpoint's response, and the models that it needs."""
        self._response_types[endpoint.action] = self._response(endpoint)

    def operation(self, endpoint: Endpoint) -> Operation:
        """The operation with its types; its response must have been read before."""
        node = endpoint.node
        extensions = Extensions(node, self.problems)
        params = tuple(
            self._param(endpoint, wire, prop) for wire, prop in endpoint.own.items() if not self._read_only(prop)
        )
        docs = node.get("externalDocs", {}).get("url")
        reason = extensions.text("x-deprecated")
        return Operation(
            action=endpoint.action,
            summary=node.get("summary", ""),
            doc=node.get("description", ""),
            params=params,
            requirements=extensions.requirements({param.wire for param in params}),
            result=self._result(
                endpoint,
                self._response_types[endpoint.action],
                {param.wire for param in params},
                extensions.text("x-records"),
            ),
            effect=extensions.effect() or self.dialect.effect(endpoint.action),
            deprecated=reason or ("deprecated in the API" if node.get("deprecated") else None),
            since=extensions.text("x-since"),
            errors=extensions.texts("x-errors"),
            docs=docs,
            origin=endpoint.origin,
        )

    def _read_only(self, prop: Property) -> bool:
        return bool(self.requests.shape_of(prop.nodes).notes.get("readOnly"))

    def _param(self, endpoint: Endpoint, wire: str, prop: Property) -> Param:
        shape = self.requests.shape_of(prop.nodes)
        holder = shape.extensions.get("x-encoding", (None, None))[1]
        return Param(
            wire=wire,
            type=self.requests.type_of(prop.nodes, self.words.pascal(endpoint.action) + self.words.pascal(wire)),
            required=wire in endpoint.required,
            doc=str(shape.notes.get("description", "")),
            default=shape.notes.get("default"),
            sensitive=self.requests.is_sensitive(wire, shape),
            deprecated=deprecation(shape),
            since=None if "x-since" not in shape.extensions else str(shape.extensions["x-since"][0]),
            encoding=Extensions(holder or Map(prop.origin), self.problems).encoding(),
            limits=shape.limit_texts(),
            origin=prop.origin,
        )

    def _response(self, endpoint: Endpoint) -> Type | None:
        responses = endpoint.node.get("responses", {})
        status = next(
            (code for code in responses if code.startswith("2")), "default" if "default" in responses else None
        )
        for code in responses:
            if code != status and not code.startswith("x-"):
                self._warn(
                    f"the response {code} is not represented: errors are read as the dialect says", responses.at(code),
                    "nothing to do, or take it out with an overlay",
                )  # fmt: skip
        if status is None:
            return None
        response = self.references.target(responses[status])
        content = response.get("content", {})
        media = next((said for said in content if "json" in said.lower()), None)
        for said in content:
            if said != media:
                self._warn(
                    f"a response as {said} is not read: JSON is", content.at(said), "declare it as application/json"
                )
        schema = content[media].get("schema") if media else None
        if schema is None:
            return None
        return self.responses.type_of((schema,), self.words.pascal(endpoint.action) + "Response", top=True)

    def _result(self, endpoint: Endpoint, response: Type | None, params: set[str], records: str | None) -> Result:
        if isinstance(response, ListOf):
            return Listing(response, None, response.item)
        if not isinstance(response, ModelRef):
            return Ack(None) if response is None else Single(response)
        model = self.responses.registry.models[response.name]
        lists = {entry.wire: entry.type for entry in model.fields if isinstance(entry.type, ListOf)}
        paging, envelope = self.dialect.wire.paging, self.dialect.wire.envelope
        frame = {envelope.result, envelope.fallback, envelope.warning, *envelope.message}
        counters = {paging.total, paging.first, paging.returned} if paging else set()
        rest = {entry.wire for entry in model.fields} - frame - counters
        pages = paging is not None and {paging.start, paging.size} <= params
        if records is not None and records not in lists:
            self._error(
                f"x-records names no list of the response: {records}", endpoint.node.at("x-records"), "name a list"
            )
            return Single(response)
        if pages and records is None and len(lists) != 1:
            self._error(
                f"{endpoint.action} pages, so its response needs one list of records; it has {len(lists) or 'none'}"
                + (f": {', '.join(lists)}" if lists else ""),
                endpoint.origin, "name the list with x-records on the operation",
            )  # fmt: skip
            return Single(response)
        wire = records or next(iter(lists), "")
        if pages:
            return Page(response, wire, lists[wire].item)
        if records or (len(lists) == 1 and rest == {wire}):
            return Listing(response, wire, lists[wire].item)
        return Ack(response) if not rest else Single(response)

    def _error(self, message: str, origin: Origin, hint: str) -> None:
        self.problems.append(Problem(message, origin, hint))

    def _warn(self, message: str, origin: Origin, hint: str) -> None:
        problem = Problem(message, origin, hint, warning=True)
        if problem not in self.problems:
            self.problems.append(problem)
