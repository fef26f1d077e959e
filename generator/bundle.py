"""The merged document as one file: overlays applied, what lies in other files moved into ``components``.

Other tools read the result as they would any OpenAPI file; nothing of the generator is needed for it.
"""

from __future__ import annotations

import json
import re
from itertools import chain, count
from typing import Any

import yaml

from .grammar import Kind
from .node import List, Map
from .specs import Specs


def bundle(specs: Specs) -> dict[str, Any]:
    """The OpenAPI document as plain data, complete in itself. The order is that of the document."""
    return _Bundler(specs).document()


def as_yaml(document: dict[str, Any]) -> str:
    """The document as YAML that 1.1 and 1.2 readers understand alike."""
    return yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)


def as_json(document: dict[str, Any]) -> str:
    """The document as JSON."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes no anchors: equal parts are written out, as in the document."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


def _text(dumper: Any, value: str) -> Any:
    style = "|" if "\n" in value.rstrip("\n") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


# Where each kind of object is kept. A path item has no place of its own in OpenAPI 3.0: it is written out where it is used.
_SECTIONS = {
    Kind.SCHEMA: "schemas",
    Kind.RESPONSE: "responses",
    Kind.PARAMETER: "parameters",
    Kind.REQUEST_BODY: "requestBodies",
    Kind.HEADER: "headers",
    Kind.EXAMPLE: "examples",
    Kind.LINK: "links",
    Kind.CALLBACK: "callbacks",
    Kind.SECURITY_SCHEME: "securitySchemes",
}


class _Bundler:
    """Copies the document. ``_places`` says where an object of it stands, or will stand, by identity."""

    def __init__(self, specs: Specs) -> None:
        self._openapi = specs.openapi
        self._references = specs.references
        self._pending: list[tuple[str, str, Map]] = []
        self._places = {
            id(node): f"#/components/{section}/{_escaped(name)}"
            for section, entries in specs.openapi.get("components", {}).items()
            if isinstance(entries, Map)
            for name, node in entries.items()
        }
        self._taken = {section: set(entries) for section, entries in specs.openapi.get("components", {}).items()}

    def document(self) -> dict[str, Any]:
        """The document, with what was moved into it behind what it has."""
        plain: dict[str, Any] = self._plain(self._openapi, moved=False)
        while self._pending:
            section, name, node = self._pending.pop(0)
            plain.setdefault("components", {}).setdefault(section, {})[name] = self._plain(node, moved=True)
        return plain

    def _plain(self, value: Any, *, moved: bool) -> Any:
        if isinstance(value, List):
            return [self._plain(item, moved=moved) for item in value]
        if not isinstance(value, Map):
            return value
        target = self._references.step(value)
        if target is None or (value["$ref"].startswith("#") and not moved):
            return {key: self._plain(item, moved=moved) for key, item in value.items()}
        kind = self._references.kind(value)
        if kind not in _SECTIONS:
            return self._plain(self._references.target(value), moved=True)
        beside = {key: self._plain(item, moved=moved) for key, item in value.items() if key != "$ref"}
        return {"$ref": self._place(target, kind, value["$ref"]), **beside}

    def _place(self, target: Map, kind: Kind, reference: str) -> str:
        place = self._places.get(id(target))
        if place is None:
            section = _SECTIONS[kind]
            name = self._free_name(section, reference)
            self._pending.append((section, name, target))
            place = self._places[id(target)] = f"#/components/{section}/{name}"
        return place

    def _free_name(self, section: str, reference: str) -> str:
        """The last word of a reference, with a number where it is taken: ``common.yml#/$defs/Money`` -> ``Money``."""
        file, _, pointer = reference.partition("#")
        words = _NAME.findall(pointer) or _NAME.findall(file.rpartition("/")[2].partition(".")[0])
        base = words[-1] if words else section
        taken = self._taken.setdefault(section, set())
        name = next(name for name in chain([base], (f"{base}{number}" for number in count(2))) if name not in taken)
        taken.add(name)
        return name


# What a component may be called.
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
