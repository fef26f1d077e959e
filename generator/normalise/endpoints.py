"""Paths -> endpoints: ``/?action=GetClients`` is the action GetClients on the one address that there is.

An action is named by the query of the path, or by a parameter or a property of the request with a single allowed value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl

from ..dialect.dialect import Dialect
from ..origin import Origin, quote
from ..problems import Problems
from ..specs.node import Map
from ..specs.resolve import References
from .flatten import Shapes
from .requests import Request, RequestReader
from .scalars import as_text
from .shape import Property

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
# Parts of a path or an operation that would change where or how it is called.
_UNSUPPORTED = ("servers", "security", "callbacks")
_ACTION = "path-action"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One method of one path, with the action that it names.

    summary, doc:  those of the path where the operation has none
    group:         the first tag, or the dialect's group for operations without
    """

    action: str
    node: Map
    origin: Origin
    request: Request
    summary: str
    doc: str
    group: str


@dataclass(frozen=True, slots=True)
class _Method:
    """A method of a path: ``items`` are the path item and what it refers to."""

    path: str
    name: str
    node: Map
    origin: Origin
    items: tuple[Map, ...]

    def text(self, name: str) -> str:
        """A text of the operation, or of its path where it has none."""
        return next((str(holder[name]) for holder in (self.node, *self.items) if holder.get(name)), "")


class EndpointReader:
    """Finds the operations of a document. ``problems`` collects what cannot be represented."""

    def __init__(
        self, openapi: Map, dialect: Dialect, references: References, shapes: Shapes, problems: Problems
    ) -> None:
        self._openapi = openapi
        self._dialect = dialect
        self._references = references
        self._shapes = shapes
        self._problems = problems
        self._requests = RequestReader(openapi, dialect, references, shapes, problems)

    def endpoints(self) -> list[Endpoint]:
        """Every operation of the document, in its order; an action that occurs twice is an error."""
        if self._openapi.get("webhooks"):
            self._problems.warn(
                "webhooks are not represented: a client only calls", self._openapi.at("webhooks"), "take them out"
            )
        found: dict[str, Endpoint] = {}
        for method in self._methods():
            endpoint = self._endpoint(method)
            if endpoint is None:
                continue
            other = found.setdefault(endpoint.action, endpoint)
            if other is not endpoint:
                self._problems.error(
                    f"the action {quote(endpoint.action)} is described twice",
                    endpoint.origin,
                    "keep one of the two",
                    ("the other one", other.origin),
                    code=_ACTION,
                )
        return list(found.values())

    def _methods(self) -> Iterator[_Method]:
        """Every method of every path; references of whole paths are followed."""
        paths = self._openapi.get("paths", {})
        for path, entry in paths.items():
            if path.startswith("x-"):
                continue
            items = [entry]
            while (following := self._references.step(items[-1])) is not None:
                items.append(following)
            nodes: dict[str, tuple[Map, Origin]] = {}
            for item in items:
                self._report_unsupported(item)
                for name in (name for name in _METHODS if name in item):
                    place = paths.at(path) if item.keys() == {name} else item.at(name)
                    nodes.setdefault(name, (item[name], place))
            if not nodes:
                self._problems.warn(f"the path {quote(path)} has no operation", paths.at(path), "describe it as `post`")
            yield from (_Method(path, name, node, place, tuple(items)) for name, (node, place) in nodes.items())

    def _endpoint(self, method: _Method) -> Endpoint | None:
        node = method.node
        self._report_unsupported(node)
        request = self._requests.read([*method.items, node])
        action = self._action(method, request.action)
        if action is None:
            return None
        if method.name != "post":
            self._problems.warn(
                f"{quote(action)} is described as {method.name.upper()}, and called by POST as all actions are",
                method.origin,
                "describe it as `post`",
            )
        tags = [tag for tag in node.get("tags", ()) if tag.strip()]
        if len(tags) > 1:
            self._problems.warn(
                f"{quote(action)} has {len(tags)} tags; the first one is its group", node.at("tags"), "keep one tag"
            )
        group = tags[0] if tags else self._dialect.default_group
        return Endpoint(action, node, method.origin, request, method.text("summary"), method.text("description"), group)

    def _action(self, method: _Method, prop: Property | None) -> str | None:
        """The one action that path and request name; None, with a problem, where they do not."""
        key = self._dialect.wire.endpoint.action
        allowed = [as_text(value) for value in self._shapes.of(prop.nodes).enum or ()] if prop else []
        named = self._named_by_path(method, key)
        hint = f"name it in the query (?{key}=...), or give `{key}` a single allowed value"
        if not named and len(allowed) == 1:
            named = allowed
        elif not named and prop is not None:
            said = "several values" if allowed else "any value"
            self._problems.error(f"`{key}` has {said} here", prop.origin, hint, code=_ACTION)
            return None
        if not named or not named[0].strip():
            self._problems.error(
                f"the path {quote(method.path)} names no action",
                method.origin,
                f"{hint}; or take the path out",
                code=_ACTION,
            )
            return None
        if len(set(named)) > 1 or (allowed and named[0] not in allowed):
            self._problems.error(
                f"different actions are named here: {', '.join(map(quote, dict.fromkeys((*named, *allowed))))}",
                method.origin,
                "make path and request agree",
                code=_ACTION,
            )
            return None
        return named[0]

    def _named_by_path(self, method: _Method, key: str) -> list[str]:
        """The actions in the query of a path, which must be of the dialect's endpoint."""
        path, _, query = method.path.partition("#")[0].partition("?")
        pairs = parse_qsl(query, keep_blank_values=True)
        named = [value for name, value in pairs if name == key]
        endpoint = self._dialect.wire.endpoint
        if named and not f"/{endpoint.path}/".endswith(f"/{path.strip('/')}/".replace("//", "/")):
            self._problems.error(
                f"{quote(path)} is not the endpoint: every call goes to {quote(endpoint.path)}",
                method.origin,
                "correct the path, or endpoint.path in the dialect",
                code=_ACTION,
            )
        for name, value in pairs:
            if name != key and endpoint.fixed.get(name) != value:
                self._problems.error(
                    f"{quote(f'{name}={value}')} in the query of a path is not sent",
                    method.origin,
                    "make it a parameter, or one of endpoint.fixed in the dialect",
                    code=_ACTION,
                )
        return named

    def _report_unsupported(self, node: Map) -> None:
        for name in _UNSUPPORTED:
            if name in node:
                self._problems.warn(
                    f"`{name}` of a single path or operation is not represented: all calls are alike",
                    node.at(name),
                    "take it out with an overlay",
                )
