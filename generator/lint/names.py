"""Names that do not go together: operationIds, documentation pages, tags, ``x-`` entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..normalise.extensions import KNOWN
from ..origin import closest, quote
from ..specs.grammar import Kind
from ..specs.node import List, Map
from .finding import Finding, found
from .material import Documents, Meaning


def operation_ids(documents: Documents) -> Iterator[Finding]:
    """Operations without an operationId, or with that of another action."""
    for node in documents.nodes:
        if node.kind is not Kind.OPERATION:
            continue
        said = node.value.get("operationId")
        if said is None:
            yield found(
                "operation-id-missing", node.label, f"{quote(node.label)} has no operationId", node.value.origin,
                "give it the name of the action",
            )  # fmt: skip
        elif not node.label.startswith("/") and _letters(node.label) not in _letters(str(said)):
            yield found(
                "operation-id-mismatch", node.label,
                f"the operationId {quote(said)} does not name the action {quote(node.label)}",
                node.value.value_at("operationId"), "correct one of the two",
            )  # fmt: skip


def external_docs(meaning: Meaning) -> Iterator[Finding]:
    """Operations that name the page of another action as theirs."""
    actions = {_letters(operation.action): operation.action for operation in meaning.operations}
    for operation in meaning.operations:
        page = _letters(_last_part(operation.docs or ""))
        if page in actions and actions[page] != operation.action and page != _letters(operation.action):
            yield found(
                "external-docs-mismatch", operation.action,
                f"the documentation of {quote(operation.action)} is said to be that of {quote(actions[page])}",
                operation.origin, "name the page of this action",
            )  # fmt: skip


def _last_part(url: str) -> str:
    try:
        return urlsplit(url).path.rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""


def _letters(name: str) -> str:
    return "".join(re.findall(r"[a-z0-9]+", name.lower()))


def tags(documents: Documents) -> Iterator[Finding]:
    """Tags that are used and not declared, declared and not used, or not described."""
    openapi = documents.specs.openapi
    listed = openapi.get("tags")
    declared = [tag for tag in listed if isinstance(tag, Map)] if isinstance(listed, List) else []
    names = {str(tag.get("name")) for tag in declared}
    used: set[str] = set()
    for node in documents.nodes:
        said = node.value.get("tags") if node.kind is Kind.OPERATION else None
        if not isinstance(said, List):
            continue
        for index, name in enumerate(said):
            if names and str(name) not in names | used:
                near = closest(str(name), sorted(names))
                yield found(
                    "tag-undeclared", str(name), f"the tag {quote(name)} is not declared", said.at(index),
                    f"did you mean {quote(near)}?" if near else "declare it under `tags`, with a description",
                )  # fmt: skip
            used.add(str(name))
    for tag in declared:
        name = str(tag.get("name"))
        if name not in used:
            hint = "take it out, or give it to an operation"
            yield found("tag-unused", name, f"no operation has the tag {quote(name)}", tag.value_at("name"), hint)
        elif not tag.get("description"):
            place = tag.value_at("name")
            yield found("tag-description", name, f"the tag {quote(name)} has no description", place, "describe it")


def extensions(documents: Documents) -> Iterator[Finding]:
    """``x-`` entries that nothing here reads."""
    for node in documents.nodes:
        if node.kind is Kind.COMPONENTS:
            continue
        for key in node.value:
            if key.startswith("x-") and key not in KNOWN:
                near = closest(key, sorted(KNOWN))
                yield found(
                    "extension-unknown", f"{node.label}.{key}", f"{quote(key)} is not known", node.value.at(key),
                    f"did you mean {near}?" if near else "take it out, or justify it where another tool reads it",
                )  # fmt: skip
