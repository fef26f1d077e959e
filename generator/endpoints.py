"""Paths -> endpoints: ``/?action=GetClients`` is the action GetClients on the one address that there is.

An action is named by the query of the path, by a query parameter or by a body property with a single allowed value. Its own
parameters are what is left of the body after the credential schema, the action and the fixed parameters are taken out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from .dialect import Dialect
from .node import Map
from .origin import Origin, Problem
from .resolve import References
from .shape import Property, Shape, Shapes

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_FORM = ("application/x-www-form-urlencoded", "multipart/form-data", "application/json")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One method of one path, with the action that it names. ``own`` are the properties of its request."""

    action: str
    node: Map
    origin: Origin
    own: dict[str, Property]
    required: dict[str, Origin]
    tag: str | None


@dataclass(slots=True)
class EndpointReader:
    """Finds the operations of a document. ``problems`` collects what cannot be represented."""

    openapi: Map
    dialect: Dialect
    references: References
    shapes: Shapes
    problems: list[Problem]

    def endpoints(self) -> list[Endpoint]:
        """Every operation of the document, in its order; an action that occurs twice is an error."""
        found: dict[str, Endpoint] = {}
        for path, entry in self.openapi.get("paths", {}).items():
            if path.startswith("x-"):
                continue
            item = self.references.target(entry)
            for method in _METHODS:
                if method in item:
                    place = self.openapi["paths"].at(path) if len(item) == 1 else item.at(method)
                    self._collect(found, path, item, method, place)
        return list(found.values())

    def _collect(self, found: dict[str, Endpoint], path: str, item: Map, method: str, origin: Origin) -> None:
        endpoint = self._endpoint(path, item, item[method], origin)
        if endpoint is None:
            return
        other = found.get(endpoint.action)
        if other is not None:
            self._error(
                f"the action {endpoint.action} is described twice",
                origin,
                "keep one of the two",
                (("the other one", other.origin),),
            )
            return
        found[endpoint.action] = endpoint

    def _endpoint(self, path: str, item: Map, node: Map, origin: Origin) -> Endpoint | None:
        own, required = self._request(item, node)
        wire_action = self.dialect.wire.endpoint.action
        named = [
            value for name, value in parse_qsl(path.partition("?")[2], keep_blank_values=True) if name == wire_action
        ]
        prop = own.pop(wire_action, None)
        required.pop(wire_action, None)
        if prop is not None:
            values = self.shapes.of(prop.nodes).enum or ()
            if len(values) == 1:
                named.append(str(values[0]))
            elif not named:
                self._error(
                    f"{wire_action} allows {len(values) or 'any'} values, so it names no action", prop.origin,
                    "give it a single allowed value",
                )  # fmt: skip
                return None
        if not named or not named[0].strip():
            self._error(
                f"the path {path} names no action", origin,
                f"name it in the query (?{wire_action}=...) or take the path out with an overlay",
            )  # fmt: skip
            return None
        if len(set(named)) > 1:
            self._error(f"the path and the body name different actions: {', '.join(named)}", origin, "make them agree")
            return None
        tags = node.get("tags", ())
        if len(tags) > 1:
            self._warn(f"{named[0]} has {len(tags)} tags; the first one is its group", node.at("tags"), "keep one tag")
        return Endpoint(named[0], node, origin, own, required, tags[0] if tags else None)

    def _request(self, item: Map, node: Map) -> tuple[dict[str, Property], dict[str, Origin]]:
        """The properties of the request and which of them are required, from the body and the query parameters."""
        own: dict[str, Property] = {}
        required: dict[str, Origin] = {}
        for parameter in (
            self.references.target(entry) for source in (item, node) for entry in source.get("parameters", ())
        ):
            self._query_parameter(parameter, own, required)
        body = self.references.target(node["requestBody"]) if "requestBody" in node else Map(node.origin)
        schema = self._body_schema(body)
        if schema is not None:
            shape = self._stripped(schema)
            own |= shape.properties
            required |= {name: place for name, place in shape.required.items() if name in shape.properties}
            self._report_undeclared(shape)
        for name in self.dialect.wire.endpoint.fixed:
            own.pop(name, None)
        self._report_credential_names(own)
        return own, required

    def _stripped(self, schema: Any) -> Shape:
        credentials = self._credentials()
        shape = self.shapes.of((schema,), omit=lambda target: target is credentials)
        if shape.choices:
            place = shape.said_at.get("oneOf") or shape.said_at["anyOf"]
            self._warn(
                "alternatives of a whole request are offered side by side",
                place,
                "say what goes together with x-requires",
            )
            for nodes in (nodes for choice in shape.choices for nodes in choice):
                for name, prop in self.shapes.of(nodes, omit=lambda target: target is credentials).properties.items():
                    shape.properties.setdefault(name, prop)
        if shape.types and shape.types != ("object",):
            self._error("the request is no object, so it has no parameters", shape.said_at["type"], "declare an object")
        if shape.additional:
            place = shape.said_at["additionalProperties"]
            self._warn(
                "undeclared parameters go through extra=",
                place,
                "declare them as properties where their names are known",
            )
        return shape

    def _report_undeclared(self, shape: Shape) -> None:
        for name, place in shape.required.items():
            if name not in shape.properties and name not in self._credential_properties():
                self._error(f"{name} is required, but no property of that name is declared", place, "declare it")

    def _report_credential_names(self, own: dict[str, Property]) -> None:
        wire = self.dialect.wire.credentials
        for name in own.keys() & {*wire.schemes[0].fields, *wire.extra}:
            self._error(
                f"the parameter {name} has the name of a credential, which is sent in its place",
                own[name].origin,
                f"refer to the schema {wire.schema} instead of repeating it",
            )

    def _credential_properties(self) -> set[str]:
        schema = self._credentials()
        return set() if schema is None else {*self.shapes.of((schema,)).properties}

    def _credentials(self) -> Map | None:
        schemas = self.openapi.get("components", {}).get("schemas", {})
        schema: Map | None = schemas.get(self.dialect.wire.credentials.schema)
        return schema

    def _query_parameter(self, parameter: Map, own: dict[str, Property], required: dict[str, Origin]) -> None:
        if parameter.get("in") != "query":
            self._error(
                f"a parameter in {parameter.get('in')} cannot be sent: everything goes into the form", parameter.origin,
                "take it out with an overlay, or declare it in the body",
            )  # fmt: skip
            return
        name = parameter["name"]
        content = next(iter(parameter.get("content", {}).values()), {})
        schema = parameter.get("schema", content.get("schema", True))
        described = Map(parameter.origin)
        for key in ("description", "deprecated"):
            if key in parameter:
                described.put(key, parameter[key], parameter.at(key), parameter.value_at(key))
        own[name] = Property((schema, described), parameter.value_at("name"))
        if parameter.get("required"):
            required[name] = parameter.at("required")

    def _body_schema(self, body: Map) -> Any:
        content = body.get("content", {})
        known = [kind for kind in _FORM for said in content if said.partition(";")[0].strip().lower() == kind]
        for said in content:
            if said.partition(";")[0].strip().lower() not in _FORM:
                self._warn(
                    f"a request as {said} is not sent: the form is", content.at(said), f"declare the body as {_FORM[0]}"
                )
        if not known:
            return None
        media = next(content[said] for said in content if said.partition(";")[0].strip().lower() == known[0])
        return media.get("schema")

    def _error(self, message: str, origin: Origin, hint: str, also: tuple[tuple[str, Origin], ...] = ()) -> None:
        self.problems.append(Problem(message, origin, hint, also))

    def _warn(self, message: str, origin: Origin, hint: str) -> None:
        problem = Problem(message, origin, hint, warning=True)
        if problem not in self.problems:
            self.problems.append(problem)
