"""What operations do, where nobody says it: a client acts by that, and sends nothing but reads again."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Effect, Page
from ..origin import quote
from ..specs.grammar import Kind
from .finding import Finding, found
from .material import Meaning

_HINT = "name it, or a pattern for its like, under `effects` of the dialect; or say `x-effect` at the operation"


def undecided(meaning: Meaning) -> Iterator[Finding]:
    """Operations whose effect neither an ``x-effect`` nor a pattern of the dialect decides."""
    said = _said(meaning)
    for operation in meaning.operations:
        action = operation.action
        if action not in said and meaning.dialect.decided(action) is None:
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
        if pages and action not in said and meaning.dialect.decided(action) is Effect.WRITE:
            yield found(
                "page-writes", action,
                f"{quote(action)} answers pages, and counts as a write: none of them is asked for again",
                operation.origin, _HINT,
            )  # fmt: skip


def _said(meaning: Meaning) -> frozenset[str]:
    """The actions that say their effect themselves."""
    operations = (node for node in meaning.documents.nodes if node.kind is Kind.OPERATION)
    return frozenset(node.label for node in operations if "x-effect" in node.value)
