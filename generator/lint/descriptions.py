"""Texts that are missing, that say nothing, or that speak of what is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..ir import Ack, AnyOf, EnumRef, Field, ListOf, MapOf, Model, ModelRef, Operation, Param, Type
from ..normalise.facts import UNSAID
from ..origin import Origin, quote
from .finding import Finding, found
from .material import Meaning

# "the parameter `foo`", "parameters `foo`", "`foo` parameter"
_SPOKEN_OF = re.compile(r"\b(?:parameters?|arguments?) `([\w-]+)`|`([\w-]+)` (?:parameter|argument)\b")


def described(meaning: Meaning) -> Iterator[Finding]:
    """What of operations, parameters, fields and enums lacks a description."""
    for operation in meaning.operations:
        yield from _operation(operation)
        for param in operation.params:
            subject = f"{operation.action}.{param.wire}"
            if not param.doc:
                yield _missing("parameter-description", subject, "parameter", param.wire, param.origin)
            yield from _empty(subject, param.wire, param.doc, param.origin)
    frame = _frame(meaning)
    explained = {model.name for model in (*meaning.api.models, *meaning.api.inputs) if model.doc}
    for model in (*meaning.api.models, *meaning.api.inputs):
        for field in model.fields:
            subject = f"{model.name}.{field.wire}"
            if not field.doc and field.wire not in frame and not _models(field.type) & explained:
                yield _missing("field-description", subject, "field", field.wire, field.origin)
            yield from _empty(subject, field.wire, field.doc, field.origin)
    yield from _enums(meaning)


def _operation(operation: Operation) -> Iterator[Finding]:
    action, origin = operation.action, operation.origin
    if not operation.summary:
        yield _missing("operation-summary", action, "operation", action, origin, "summary")
    if not operation.doc:
        yield _missing("operation-description", action, "operation", action, origin)
    elif operation.doc == operation.summary:
        yield found(
            "description-says-nothing", action, f"the description of {quote(action)} is its summary", origin,
            "say what the summary does not",
        )  # fmt: skip
    if not operation.docs:
        yield found(
            "operation-external-docs", action, f"nothing says where {quote(action)} is documented", origin,
            "name the page: `externalDocs: {url: ...}`",
        )  # fmt: skip
    if operation.result == Ack(None):
        yield found(
            "response-undescribed", action, f"the response of {quote(action)} has no schema", origin,
            "describe what it answers",
        )  # fmt: skip


def _missing(code: str, subject: str, what: str, name: str, origin: Origin, lacks: str = "description") -> Finding:
    return found(code, subject, f"the {what} {quote(name)} has no {lacks}", origin, f"add a {lacks}")


def _empty(subject: str, name: str, doc: str, origin: Origin) -> Iterator[Finding]:
    if doc.strip(" .") == name and len(name) > 1:
        message = f"the description of {quote(name)} is its name"
        yield found("description-says-nothing", subject, message, origin, "say what it is, in which unit or form")


def _frame(meaning: Meaning) -> set[str]:
    """The fields that the dialect explains: those of the envelope, and the counters of a page."""
    envelope, paging = meaning.dialect.wire.envelope, meaning.dialect.wire.paging
    names = {envelope.result, *envelope.message, *filter(None, (envelope.fallback, envelope.warning))}
    return names | (paging.counters if paging else set())


def _enums(meaning: Meaning) -> Iterator[Finding]:
    """Enums without a text of their own, and without one where they are used."""
    users: list[Field | Param] = [param for operation in meaning.operations for param in operation.params]
    users += [field for model in (*meaning.api.models, *meaning.api.inputs) for field in model.fields]
    explained = {name for user in users if user.doc for name in _enum_names(user.type)}
    for enum in meaning.api.enums:
        if not enum.doc and enum.name not in explained:
            message = f"nothing says what the values of {quote(enum.name)} mean"
            yield found("enum-description", enum.name, message, enum.origin, "describe them where they are listed")


def _models(type_: Type) -> set[str]:
    match type_:
        case ModelRef(name=name):
            return {name}
        case ListOf(item=inner) | MapOf(value=inner):
            return _models(inner)
        case AnyOf(options=options):
            return set().union(*map(_models, options))
    return set()


def _enum_names(type_: Type) -> Iterator[str]:
    match type_:
        case EnumRef(name=name):
            yield name
        case ListOf(item=inner) | MapOf(value=inner):
            yield from _enum_names(inner)
        case AnyOf(options=options):
            for option in options:
                yield from _enum_names(option)


def repeated(meaning: Meaning) -> Iterator[Finding]:
    """Operations whose summary or description is that of another one."""
    first: dict[str, Operation] = {}
    for operation in meaning.operations:
        for text in filter(None, dict.fromkeys((operation.summary, operation.doc))):
            other = first.setdefault(text, operation)
            if other is not operation:
                yield found(
                    "text-repeated", operation.action,
                    f"{quote(operation.action)} is described in the words of {quote(other.action)}: {quote(text)}",
                    operation.origin, "say what is different", ("the other one", other.origin),
                )  # fmt: skip


def deprecated(meaning: Meaning) -> Iterator[Finding]:
    """What is deprecated without a reason."""
    for subject, said, origin in _deprecations(meaning):
        if said == UNSAID:
            yield found(
                "deprecated-reason", subject, f"nothing says why {quote(subject)} is deprecated", origin,
                "say what to use instead: `x-deprecated: ...`",
            )  # fmt: skip


def _deprecations(meaning: Meaning) -> Iterator[tuple[str, str | None, Origin]]:
    for operation in meaning.operations:
        yield operation.action, operation.deprecated, operation.origin
        for param in operation.params:
            yield f"{operation.action}.{param.wire}", param.deprecated, param.origin
    model: Model
    for model in (*meaning.api.models, *meaning.api.inputs):
        for field in model.fields:
            yield f"{model.name}.{field.wire}", field.deprecated, field.origin


def undeclared(meaning: Meaning) -> Iterator[Finding]:
    """Parameters that only a text speaks of."""
    wire = meaning.dialect.wire
    sent = {wire.endpoint.action, *wire.endpoint.fixed, *wire.credentials.extra}
    sent |= {name for scheme in wire.credentials.schemes for name in scheme.fields}
    inner = {field.wire for model in meaning.api.inputs for field in model.fields}
    for operation in meaning.operations:
        known = {param.wire for param in operation.params} | sent | inner
        texts = [(operation.doc, operation.origin), *((param.doc, param.origin) for param in operation.params)]
        for text, origin in texts:
            for name in dict.fromkeys(one or other for one, other in _SPOKEN_OF.findall(text)):
                if name not in known:
                    yield found(
                        "parameter-in-text-only", f"{operation.action}.{name}",
                        f"the parameter {quote(name)} is spoken of, and {quote(operation.action)} has none", origin,
                        "declare it, or correct the text",
                    )  # fmt: skip
