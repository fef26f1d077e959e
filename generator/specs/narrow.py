"""A bundled document -> one of some operations only, with the components that these lead to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ..origin import Origin
from .node import Map
from .specs import Specs

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_COMPONENTS = "#/components/"
# Named by requirements, not referred to.
_ALWAYS = frozenset({"securitySchemes"})


def narrowed(document: Mapping[str, Any], specs: Specs, actions: Mapping[Origin, str]) -> dict[str, Any]:
    """The document, bundled from the specs, with these actions alone, which are given by place; the order stays."""
    paths: dict[str, Any] = {}
    for path, entry in specs.openapi.get("paths", {}).items():
        dropped = {name for name, place in _operations(path, entry, specs) if place not in actions}
        item = {key: value for key, value in document["paths"][path].items() if key not in dropped}
        if any(name in item for name in _METHODS) or path.startswith("x-"):
            paths[path] = item
    result: dict[str, Any] = {**document, "paths": paths}
    tags = {tag for item in paths.values() for name in _METHODS if name in item for tag in item[name].get("tags", ())}
    if "tags" in document:
        result["tags"] = [tag for tag in document["tags"] if tag["name"] in tags]
    if "components" in document:
        rest = {key: value for key, value in result.items() if key != "components"}
        result["components"] = _reached(rest, document["components"])
    return {key: _sent_by({*actions.values()}, value) for key, value in result.items()}


def _operations(path: str, entry: Any, specs: Specs) -> Iterator[tuple[str, Origin]]:
    """Each method of a path, with its place as ``normalise.endpoints`` tells it."""
    item: Map | None = entry if isinstance(entry, Map) else None
    while item is not None:
        for name in _METHODS:
            if name in item:
                yield name, specs.openapi["paths"].at(path) if item.keys() == {name} else item.at(name)
        item = specs.references.step(item)


def _reached(rest: Mapping[str, Any], components: Mapping[str, Any]) -> dict[str, Any]:
    """The components that the rest of the document leads to, in their order."""
    reached: set[tuple[str, str]] = set()
    pending: list[object] = [rest]
    while pending:
        for reference in _references(pending.pop()):
            section, _, name = reference.removeprefix(_COMPONENTS).partition("/")
            place = (section, name.partition("/")[0].replace("~1", "/").replace("~0", "~"))
            if place not in reached and place[1] in components.get(section, {}):
                reached.add(place)
                pending.append(components[section][place[1]])
    kept = {
        section: entries
        if section in _ALWAYS or section.startswith("x-")
        else {name: entry for name, entry in entries.items() if (section, name) in reached}
        for section, entries in components.items()
    }
    return {section: entries for section, entries in kept.items() if entries}


def _sent_by(actions: Collection[str], node: Any) -> Any:
    """The node without names of other actions as those that send a field."""
    if isinstance(node, list):
        return [_sent_by(actions, item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: [action for action in value if action in actions]
        if key == "x-actions" and isinstance(value, list)
        else _sent_by(actions, value)
        for key, value in node.items()
    }


def _references(node: object) -> Iterator[str]:
    """Every text in a node that names a component: those of ``$ref``, and those in the mapping of a discriminator."""
    if isinstance(node, dict):
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)
    elif isinstance(node, str) and node.startswith(_COMPONENTS):
        yield node
