"""The request of an operation -> its own parameters: what is left of body and query after what every call sends.

Taken out are the credentials (by reference to their schema, never by name), the action and the fixed parameters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..dialect.dialect import Dialect
from ..ir import Requirement
from ..origin import quote
from ..problems import Problems
from ..specs import comma_lists
from ..specs.node import Map
from ..specs.resolve import References
from ..specs.versions import is_modern
from . import form_names
from .extensions import Extensions
from .flatten import Shapes
from .form_styles import STYLES, Written, written
from .shape import Property, Shape

# In the order in which one is chosen; whichever it is, a form is sent.
_MEDIA = (comma_lists.FORM, "multipart/form-data", "application/json")
# Parts of a parameter that belong to its schema here.
_NOTES = ("description", "deprecated")
_ENCODING = "x-encoding"


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent.

    own:           the parameters of the operation itself
    required:      those that must be given
    requirements:  what the alternatives of its body require
    action:        the property that names the action, if one does
    """

    own: dict[str, Property]
    required: frozenset[str]
    requirements: tuple[Requirement, ...]
    action: Property | None


class RequestReader:
    """Reads requests. ``problems`` collects what cannot be represented."""

    def __init__(
        self, openapi: Map, dialect: Dialect, references: References, shapes: Shapes, problems: Problems
    ) -> None:
        self._dialect = dialect
        self._references = references
        self._shapes = shapes
        self._problems = problems
        self._credentials = self._credential_schema(openapi)
        self._is_modern = is_modern(openapi)

    def read(self, holders: Sequence[Map]) -> Request:
        """The request of an operation. ``holders`` are its path's items and itself, the last of which has the body."""
        own, required = self._query(holders)
        requirements: list[Requirement] = []
        body = self._references.target(holders[-1]["requestBody"]) if "requestBody" in holders[-1] else None
        schema = None if body is None else self._body_schema(body)
        if body is not None and schema is not None:
            shape = self._shapes.of((schema,), self._credentials)
            self._report_loss(shape)
            leaves = self._shapes.alternatives(shape, self._credentials)
            for wire in dict.fromkeys(wire for leaf in leaves for wire in leaf.properties):
                prop = self._encoded(wire, self._shapes.in_any(wire, leaves), self._form(body))
                own[wire] = own[wire].and_also(prop.nodes) if wire in own else prop
            required |= self._shapes.required(shape, self._credentials).keys()
            requirements = self._requirements(shape, own)
            self._report_undeclared(leaves, own)
        names = {wire: self._name(wire, prop) for wire, prop in own.items()}
        own = _renamed(own, names)
        required = {names.get(wire, wire) for wire in required}
        requirements = [replace(rule, any=_unique(names[wire] for wire in rule.any)) for rule in requirements]
        action = own.pop(self._dialect.wire.endpoint.action, None)
        for name in self._dialect.wire.endpoint.fixed:
            own.pop(name, None)
        self._report_credential_names(own)
        return Request(own, frozenset(required & own.keys()), tuple(requirements), action)

    # ---- Names

    def _name(self, wire: str, prop: Property) -> str:
        """The name under which a parameter is sent: a list loses the brackets that say that it is one."""
        name = form_names.list_name(wire) if self._shapes.of(prop.nodes).kinds == ("array",) else wire
        if not form_names.is_read_as_written(name):
            self._problems.warn(
                f"{quote(wire)} cannot be sent: PHP does not read such a name as it is written",
                prop.origin,
                "give it the name that the server reads, or take it out: dots and spaces are underscores there",
            )
        return name

    # ---- Query parameters

    def _query(self, holders: Sequence[Map]) -> tuple[dict[str, Property], set[str]]:
        """The query parameters, which are sent like all others; those of the operation replace those of its path."""
        found: dict[str, tuple[Property, bool]] = {}
        for holder in holders:
            for entry in holder.get("parameters", ()):
                parameter = self._references.target(entry)
                if parameter.get("in") == "query":
                    found[parameter["name"]] = self._parameter(parameter, entry), bool(parameter.get("required"))
                    continue
                self._problems.error(
                    f"{quote(parameter['name'])} is a parameter in the {parameter.get('in')}, and everything is sent "
                    "in the form",
                    parameter.origin,
                    "take it out with an overlay, or declare it in the body",
                )
        return {name: prop for name, (prop, _) in found.items()}, {
            name for name, (_, needed) in found.items() if needed
        }

    def _parameter(self, parameter: Map, entry: Map) -> Property:
        """A query parameter; ``entry`` is itself or a reference to it, which may describe it anew in OpenAPI 3.1."""
        contents = list(parameter.get("content", {}).values())
        schema = parameter.get("schema", contents[0].get("schema", True) if contents else True)
        notes = Map(parameter.home)
        shape = self._shapes.of((schema,))
        way = written(parameter, shape, self._shapes)
        if way is Written.COMMA and _ENCODING not in shape.extensions:
            notes.put(_ENCODING, "comma", parameter.at("explode"), parameter.value_at("explode"))
        for key, value in parameter.items():
            if key in _NOTES or key.startswith("x-"):
                notes.put(key, value, parameter.at(key), parameter.value_at(key))
            elif key == "content" or (key in STYLES and way is Written.OTHERWISE):
                self._problems.warn(
                    f"`{key}` of a parameter is not represented: the form is written as the dialect says",
                    parameter.at(key),
                    "say x-encoding where it is written otherwise",
                )
        if self._is_modern and "description" in entry:
            notes.put("description", entry["description"], entry.at("description"), entry.value_at("description"))
        return Property(parameter["name"], (schema, notes), parameter.value_at("name"))

    # ---- The body

    def _encoded(self, wire: str, prop: Property, media: Map) -> Property:
        """A parameter as the `encoding` of its form says that it is written."""
        entry = media.get("encoding", {}).get(wire)
        if entry is None:
            return prop
        shape = self._shapes.of(prop.nodes)
        way = written(entry, shape, self._shapes) if entry.keys() <= {*STYLES} else Written.OTHERWISE
        said = shape.extensions.get(_ENCODING, (None,))[0]
        if way is Written.COMMA and said is None:
            notes = Map(entry.home)
            notes.put(_ENCODING, "comma", entry.at("explode"), entry.value_at("explode"))
            return prop.and_also((notes,))
        if way is Written.OTHERWISE or (way is Written.COMMA) is not (said in ("comma", {"kind": "comma"})):
            self._report_encoding(media)
        return prop

    def _report_encoding(self, media: Map) -> None:
        self._problems.warn(
            "`encoding` is not represented: the form is written as the dialect says",
            media.at("encoding"),
            "say x-encoding at the property",
        )

    def _form(self, body: Map) -> Map:
        """The description of a body as a form, if it has one."""
        content = body.get("content", {})
        forms = (media for said, media in content.items() if said.partition(";")[0].strip().lower() == _MEDIA[0])
        return next(forms, Map(body.home))

    def _body_schema(self, body: Map) -> Any:
        """The schema of the media type that comes closest to a form."""
        content = body.get("content", {})
        kinds = {said: said.partition(";")[0].strip().lower() for said in content}
        best = next((said for kind in _MEDIA for said in content if kinds[said] == kind), None)
        schema = None if best is None else content[best].get("schema")
        for said, media in content.items():
            if media.get("encoding") and kinds[said] != _MEDIA[0]:
                self._report_encoding(media)
            if said != best and self._resolved(media.get("schema")) is not self._resolved(schema):
                self._problems.warn(
                    f"the request as {quote(said)} is not sent" + (f": as {quote(best)} it is" if best else ""),
                    content.at(said),
                    f"declare it once, as {_MEDIA[0]}",
                )
        if best is not None and kinds[best] != _MEDIA[0]:
            self._problems.warn(
                f"a request described as {quote(best)} is sent as a form",
                content.at(best),
                f"declare it as {_MEDIA[0]}",
            )
        return schema

    def _resolved(self, schema: Any) -> Any:
        return self._references.target(schema) if isinstance(schema, Map) else schema

    def _report_loss(self, shape: Shape) -> None:
        Extensions(shape.extensions, self._problems).check_names((), "a whole request")
        if shape.kinds not in ((), ("object",)):
            self._problems.error(
                "the request is no object, so it has no parameters", shape.place("type"), "declare an object"
            )
        if shape.entries or shape.patterns:
            self._problems.warn(
                "parameters that are not declared go through extra=",
                shape.place("additionalProperties", "patternProperties"),
                "declare them as properties where their names are known",
            )
        if any(self._shapes.of(option, self._credentials).properties for choice in shape.choices for option in choice):
            self._problems.warn(
                "alternatives of a whole request are offered side by side",
                shape.place("oneOf", "anyOf"),
                "say what goes together with x-requires",
            )

    def _requirements(self, shape: Shape, own: dict[str, Property]) -> list[Requirement]:
        """``anyOf: [{required: [a]}, {required: [b]}]`` needs a or b."""
        found = []
        for choice in shape.choices:
            options = [self._shapes.of(option, self._credentials) for option in choice]
            if any(option.properties or not option.required for option in options):
                continue
            names = [list(option.required) for option in options]
            if all(len(needed) == 1 and needed[0] in own for needed in names):
                found.append(Requirement(any=tuple(dict.fromkeys(needed[0] for needed in names))))
            else:
                self._problems.warn(
                    "which parameters go together is not checked where alternatives require several",
                    shape.place("anyOf", "oneOf"),
                    "say it with x-requires",
                )
        return found

    def _report_undeclared(self, leaves: list[Shape], own: dict[str, Property]) -> None:
        credentials = self._shapes.of((self._credentials,)).properties if self._credentials is not None else {}
        for leaf in leaves:
            for name in leaf.required:
                if name not in own and name not in credentials:
                    self._problems.error(
                        f"{quote(name)} is required, but no property of that name is declared",
                        leaf.required_at(name),
                        "declare it",
                        code="required-undeclared",
                    )

    # ---- Credentials

    def _credential_schema(self, openapi: Map) -> Map | None:
        name = self._dialect.wire.credentials.schema
        schema = openapi.get("components", {}).get("schemas", {}).get(name)
        if not isinstance(schema, Map):
            self._problems.warn(
                f"there is no schema {quote(name)}, so no credentials are taken out of the requests",
                self._dialect.credentials_at,
                "name the component that describes the credentials",
                code="dialect-setting-unused",
            )
            return None
        return self._references.target(schema)

    def _report_credential_names(self, own: dict[str, Property]) -> None:
        """A parameter cannot be sent beside a credential of the same name. Nothing is taken out by its name."""
        credentials = self._dialect.wire.credentials
        preferred = {*credentials.schemes[0].fields, *credentials.extra}
        other = {name for scheme in credentials.schemes[1:] for name in scheme.fields}
        for name, prop in own.items():
            if name in preferred:
                self._problems.error(
                    f"the parameter {quote(name)} has the name of a credential, which is sent in its place",
                    prop.origin,
                    f"refer to the schema {quote(credentials.schema)} in its place, or take it out with an overlay",
                )
            elif name in other:
                self._problems.warn(
                    f"the parameter {quote(name)} has the name of a credential, and cannot be given where that is used",
                    prop.origin,
                    "nothing to do, unless somebody signs in that way",
                )


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _renamed(own: dict[str, Property], names: dict[str, str]) -> dict[str, Property]:
    """The parameters under other names; two that come to share one are one."""
    found: dict[str, Property] = {}
    for wire, prop in own.items():
        name = names[wire]
        found[name] = found[name].and_also(prop.nodes) if name in found else prop
    return found
