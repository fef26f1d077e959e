"""Examples and defaults that do not fit their schemas, read as a client would read them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..ir import EnumRef, Type
from ..origin import Origin, quote
from ..specs.explain import explain
from ..specs.grammar import Kind
from ..specs.node import List, Map
from .finding import Finding, found
from .leniency import Reader
from .material import Documents, Meaning
from .walk import Node

_HOLDERS = (Kind.MEDIA_TYPE, Kind.PARAMETER, Kind.HEADER)


def examples(documents: Documents) -> Iterator[Finding]:
    """Examples that a client would not read as their schemas say."""
    if not documents.is_whole:
        return
    reader = Reader(documents.specs, documents.dialect)
    for node in documents.nodes:
        schema = node.value if node.kind is Kind.SCHEMA else node.value.get("schema")
        if not isinstance(schema, Map) or (node.kind is not Kind.SCHEMA and node.kind not in _HOLDERS):
            continue
        for holder, key in _examples(node, documents):
            for message, origin in _misfits(reader, schema, holder, key):
                yield found(
                    "example-contradicts-schema", node.label, f"this example does not fit its schema: {message}",
                    origin,
                    "correct the example, or the schema",
                )  # fmt: skip


def _examples(node: Node, documents: Documents) -> Iterator[tuple[Map | List, str | int]]:
    """Where the examples of an object stand: their container, and their key in it."""
    value = node.value
    if "example" in value:
        yield value, "example"
    several = value.get("examples")
    if isinstance(several, List):
        yield from ((several, index) for index in range(len(several)))
    elif isinstance(several, Map) and node.kind is not Kind.SCHEMA:
        for example in several.values():
            target = documents.specs.references.target(example) if isinstance(example, Map) else None
            if target is not None and "value" in target:
                yield target, "value"


def _misfits(reader: Reader, schema: Map, holder: Map | List, key: str | int) -> Iterator[tuple[str, Origin]]:
    # `explain` finds places below a mapping.
    root, name = (_entry(holder, key), "example") if isinstance(holder, List) else (holder, str(key))
    errors = reader.errors(schema, root[name])
    for problem in list(explain(root, errors, (name,)))[:10]:
        yield problem.message, problem.origin


def _entry(items: List, index: str | int) -> Map:
    """A mapping that holds one item of a list."""
    holder, place = Map(items.origin), items.at(int(index))
    holder.put("example", items[int(index)], place, place)
    return holder


def defaults(meaning: Meaning) -> Iterator[Finding]:
    """Defaults that are none of the allowed values which the parts of a schema leave together."""
    enums = {enum.name: set(map(str, enum.values)) for enum in meaning.api.enums}
    for subject, type_, default, origin in _defaults(meaning):
        if isinstance(type_, EnumRef) and isinstance(default, str | int) and str(default) not in enums[type_.name]:
            yield found(
                "default-contradicts-schema", subject,
                f"the default {quote(default)} is none of the allowed values of {quote(type_.name)}", origin,
                "correct the default, or the values",
            )  # fmt: skip


def _defaults(meaning: Meaning) -> Iterator[tuple[str, Type, Any, Origin]]:
    for operation in meaning.operations:
        yield from ((f"{operation.action}.{p.wire}", p.type, p.default, p.origin) for p in operation.params)
    for model in (*meaning.api.models, *meaning.api.inputs):
        yield from ((f"{model.name}.{field.wire}", field.type, field.default, field.origin) for field in model.fields)
