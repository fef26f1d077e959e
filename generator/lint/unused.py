"""Components and definitions that nothing refers to, and entries that say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..origin import quote
from ..specs.grammar import Kind, parts
from ..specs.node import List, Map
from .finding import Finding, found
from .material import Documents

_DEFINITIONS = ("definitions", "$defs")


def components(documents: Documents) -> Iterator[Finding]:
    """Components without a use, but for schemas, which ``normalise`` reports."""
    openapi, reached = documents.specs.openapi, _reached(documents)
    sections = openapi.get("components")
    for section, entries in sections.items() if isinstance(sections, Map) else ():
        if section in ("schemas", "securitySchemes") or section.startswith("x-") or not isinstance(entries, Map):
            continue
        for name, value in entries.items():
            if isinstance(value, Map) and id(value) not in reached:
                yield _unused("component-unused", f"{section}.{name}", name, entries)
    schemes = sections.get("securitySchemes") if isinstance(sections, Map) else None
    if isinstance(schemes, Map):
        named = _security(documents)
        for name in (name for name in schemes if name not in named):
            yield _unused("component-unused", f"securitySchemes.{name}", name, schemes)


def definitions(documents: Documents) -> Iterator[Finding]:
    """Definitions of JSON Schemas that nothing refers to; where a file holds nothing else, each stands for itself."""
    reached = _reached(documents)
    for node in documents.nodes:
        if node.kind is not Kind.SCHEMA or not _says_more(node.value):
            continue
        for holder in _holders(node.value):
            for name, value in holder.items():
                if isinstance(value, Map) and id(value) not in reached:
                    yield _unused("definition-unused", f"{node.label}.{name}", name, holder)


def blanks(documents: Documents) -> Iterator[Finding]:
    """Entries without a value, and lists without an item, where that means nothing."""
    for key, origin in documents.specs.references.blanks:
        message = f"{quote(key)} is empty, and is read as if it were not there"
        yield found("entry-empty", f"{origin.file}#{origin.pointer}", message, origin, "fill it, or take it out")


def _unused(code: str, subject: str, name: str, holder: Map) -> Finding:
    return found(code, subject, f"nothing refers to {quote(name)}", holder.at(name), "take it out, or refer to it")


def _holders(schema: Map) -> list[Map]:
    """The maps of definitions that a schema has."""
    return [schema[name] for name in _DEFINITIONS if isinstance(schema.get(name), Map)]


def _says_more(schema: Map) -> bool:
    """Whether a schema is more than a holder of definitions."""
    about = {"$schema", "$id", "$comment", "title", "description", *_DEFINITIONS}
    return bool(schema.keys() - about)


def _security(documents: Documents) -> set[str]:
    """The security schemes that something asks for."""
    holders = [documents.specs.openapi, *(node.value for node in documents.nodes if node.kind is Kind.OPERATION)]
    asked = [holder.get("security") for holder in holders]
    each = [wanted for listed in asked if isinstance(listed, List) for wanted in listed]
    return {name for wanted in each if isinstance(wanted, Map) for name in wanted}


def _reached(documents: Documents) -> set[int]:
    """Identities of what the paths and the JSON Schemas hold or refer to, of definitions those referred to."""
    openapi, references = documents.specs.openapi, documents.specs.references
    paths = openapi.get("paths")
    items = paths.values() if isinstance(paths, Map) else ()
    pending: list[tuple[Any, Kind]] = [(item, Kind.PATH_ITEM) for item in items]
    pending += [(schema, Kind.SCHEMA) for schema in documents.specs.schemas]
    found: set[int] = set()
    while pending:
        node, kind = pending.pop()
        if not isinstance(node, Map) or id(node) in found:
            continue
        found.add(id(node))
        following = references.step(node)
        if following is not None:
            pending.append((following, kind))
        pending.extend(_parts(node, kind))
    return found


def _parts(node: Map, kind: Kind) -> Iterable[tuple[Any, Kind]]:
    """The parts of an object; the definitions of a schema that says more are none."""
    if kind is not Kind.SCHEMA or not _says_more(node):
        return parts(node, kind)
    left_out = {id(value) for holder in _holders(node) for value in holder.values()}
    return ((value, of) for value, of in parts(node, kind) if id(value) not in left_out)
