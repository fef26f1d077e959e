"""Schemas of a spec that no operation leads to: nothing of them reaches a client."""

from __future__ import annotations

from ..dialect.dialect import Dialect
from ..origin import quote
from ..problems import Problems
from ..specs.grammar import Kind, parts
from ..specs.node import Map
from ..specs.specs import Specs


def report_unused(specs: Specs, dialect: Dialect, problems: Problems) -> None:
    """Warns of every component schema that neither an operation nor a JSON Schema needs."""
    schemas = specs.openapi.get("components", {}).get("schemas", {})
    used = _reached(specs)
    for name, schema in schemas.items():
        if isinstance(schema, Map) and id(schema) not in used and name != dialect.wire.credentials.schema:
            problems.warn(
                f"the schema {quote(name)} is not used by any operation, and left out",
                schemas.at(name),
                "take it out, or refer to it",
                code="component-unused",
            )


def _reached(specs: Specs) -> set[int]:
    """Identities of all nodes that the paths and the JSON Schemas hold or lead to."""
    found: set[int] = set()
    paths = specs.openapi.get("paths", {})
    pending: list[tuple[object, Kind]] = [
        (item, Kind.PATH_ITEM) for path, item in paths.items() if not path.startswith("x-")
    ]
    pending += [(schema, Kind.SCHEMA) for schema in specs.schemas]
    while pending:
        node, kind = pending.pop()
        if not isinstance(node, Map) or id(node) in found:
            continue
        found.add(id(node))
        following = specs.references.step(node)
        if following is not None:
            pending.append((following, kind))
        pending.extend(parts(node, kind))
    return found
