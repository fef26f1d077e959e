"""The merged document as one file: overlays applied, what lies in other files moved into ``components``.

Other tools read the result as they would any OpenAPI file; nothing of the generator is needed for it.
"""

from __future__ import annotations

import json
import re
from itertools import chain, count
from typing import Any
from urllib.parse import unquote

import yaml

from . import comma_lists
from .grammar import Kind
from .node import List, Map, escaped
from .portable import portable
from .specs import Specs
from .versions import is_modern


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


# What is text to PyYAML, which follows YAML 1.1, and not to others: "1e3" and "0o17" are numbers in 1.2, "y" is true in
# 1.1.
_NOT_TEXT = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|[yYnN]"
)

# Line ends to YAML 1.1, characters to 1.2: both read them as escapes in double quotes.
_OLD_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


def _text(dumper: Any, value: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=_style(value))


def _style(value: str) -> str | None:
    """How a text is quoted; None where PyYAML knows."""
    if _OLD_LINE_ENDS.search(value):
        return '"'
    if "\n" in value.rstrip("\n"):
        return "|"
    return "'" if _NOT_TEXT.fullmatch(value) else None


_Dumper.add_representer(str, _text)


# Where each kind of object is kept. A path item has no place of its own in OpenAPI 3.0: it is written where it is used.
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
        self._modern = is_modern(specs.openapi)
        self._pending: list[tuple[str, str, Map]] = []
        components = {
            section: entries
            for section, entries in specs.openapi.get("components", {}).items()
            if section in _SECTIONS.values()
        }
        self._places = {
            id(node): f"#/components/{section}/{escaped(name)}"
            for section, entries in components.items()
            for name, node in entries.items()
        }
        self._taken = {section: set(entries) for section, entries in components.items()}

    def document(self) -> dict[str, Any]:
        """The document, with what was moved into it behind what it has."""
        plain: dict[str, Any] = self._plain(self._openapi, moved=False)
        while self._pending:
            section, name, node = self._pending.pop(0)
            plain.setdefault("components", {}).setdefault(section, {})[name] = self._plain(node, moved=True)
        return plain

    def _plain(self, value: Any, *, moved: bool) -> Any:
        """A copy in which every reference leads to its target's new place; ``moved`` is what comes from elsewhere."""
        if isinstance(value, List):
            return [self._plain(item, moved=moved) for item in value]
        if not isinstance(value, Map):
            return value
        target = self._references.step(value)
        if target is None or (value["$ref"].startswith("#") and not moved):
            copied = {key: self._plain(item, moved=moved) for key, item in value.items()}
        else:
            copied = self._referring(value, target, moved=moved)
        if self._references.kind(value) is Kind.REQUEST_BODY:
            self._add_encoding(value, copied)
        if self._references.kind(value) is not Kind.SCHEMA:
            return copied
        _map_alternatives(value, copied)
        return portable(copied, modern=self._modern) if moved else copied

    def _add_encoding(self, body: Map, copied: dict[str, Any]) -> None:
        """Says how comma lists are written; what the document says of it is stronger."""
        media = body.get("content", {}).get(comma_lists.FORM)
        added = {} if media is None else comma_lists.encoding(media.get("schema"), self._references)
        if added:
            plain = copied["content"][comma_lists.FORM]
            plain["encoding"] = added | plain.get("encoding", {})

    def _referring(self, value: Map, target: Map, *, moved: bool) -> dict[str, Any]:
        kind = self._references.kind(value)
        beside = {key: self._plain(item, moved=moved) for key, item in value.items() if key != "$ref"}
        if kind not in _SECTIONS:
            item: dict[str, Any] = self._plain(target, moved=True)
            return item | beside
        reference = {"$ref": self._place(target, kind, value["$ref"])}
        if not self._references.counts_siblings(value):
            return reference if moved else reference | beside
        if beside and not self._modern:
            return {"allOf": [reference, *beside.pop("allOf", ())]} | beside
        return reference | beside

    def _place(self, target: Map, kind: Kind, reference: str) -> str:
        place = self._places.get(id(target))
        if place is None:
            section = _SECTIONS[kind]
            name = self._free_name(section, reference)
            self._pending.append((section, name, target))
            place = self._places[id(target)] = f"#/components/{section}/{name}"
        return place

    def _free_name(self, section: str, reference: str) -> str:
        """The last part of a reference, with a number where it is taken: ``common.yml#/$defs/Money`` -> ``Money``."""
        file, _, pointer = unquote(reference).partition("#")
        last = pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
        base = _name(last) or _name(file.rpartition("/")[2].partition(".")[0]) or section
        taken = self._taken.setdefault(section, set())
        name = next(name for name in chain([base], (f"{base}{number}" for number in count(2))) if name not in taken)
        taken.add(name)
        return name


def _name(text: str) -> str:
    """A text as a component may be called."""
    return re.sub(r"[^A-Za-z0-9._-]+", "_", text).strip("_")


def _map_alternatives(schema: Map, copied: dict[str, Any]) -> None:
    """Lets the mapping of a discriminator name the alternatives by their new places."""
    mapping = copied["discriminator"].get("mapping") if isinstance(copied.get("discriminator"), dict) else None
    if not isinstance(mapping, dict):
        return
    moved = {
        before["$ref"]: after["$ref"]
        for name in ("oneOf", "anyOf")
        for before, after in zip(schema.get(name, ()), copied.get(name, ()), strict=True)
        if isinstance(before, Map) and "$ref" in before and "$ref" in after
    }
    mapping.update({word: moved.get(place, place) for word, place in mapping.items()})
