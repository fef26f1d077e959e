"""What operations do, where nobody says it: a client acts by that, and sends nothing but reads again."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Effect, Page
from ..origin import Origin, quote
from ..specs.node import Map
from .finding import Finding, found
from .material import Meaning

_HINT = "name it, or a pattern for its like, under `effects` of the dialect; or say `x-effect` at the operation"


def undecided(meaning: Meaning) -> Iterator[Finding]:
    """Operations whose effect neither an ``x-effect`` nor a pattern of the dialect decides."""
    said = _said(meaning)
    for operation in meaning.operations:
        action = operation.action
        if operation.origin not in said and meaning.dialect.decided(action) is None:
            paged = ", though it answers pages" if isinstance(operation.result, Page) else ""
            yield found(
                "effect-undecided", action,
                f"nothing says what {quote(action)} does: it counts as a write{paged}, and is never sent again",
                operation.origin, _HINT,
            )  # fmt: skip


def paged_writes(meaning: Meaning) -> Iterator[Finding]:
    """Operations that answer pages and are writes by a pattern. One that says so itself is meant to be one."""
    said = _said(meaning)
    for operation in meaning.operations:
        action, pages = operation.action, isinstance(operation.result, Page)
        if pages and operation.origin not in said and meaning.dialect.decided(action) is Effect.WRITE:
            yield found(
                "page-writes", action,
                f"{quote(action)} answers pages, and counts as a write: none of them is asked for again",
                operation.origin, _HINT,
            )  # fmt: skip


def _said(meaning: Meaning) -> frozenset[Origin]:
    """The places of the paths whose operations say their effect themselves."""
    specs = meaning.documents.specs
    paths = specs.openapi.get("paths") or Map(specs.openapi.home)
    items = ((path, specs.references.target(item)) for path, item in paths.items() if isinstance(item, Map))
    return frozenset(
        paths.at(path)
        for path, item in items
        if any(isinstance(part, Map) and "x-effect" in part for part in item.values())
    )
