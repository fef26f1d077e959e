"""Documentation comments of methods, parameters and fields, from what the spec says of them."""

from __future__ import annotations

from typing import assert_never

from ...ir import Ack, Field, Listing, ModelRef, Operation, Page, Param, Single, Type
from ...wire import Paging
from ..errors import BASE, by_class
from ..prose import deprecation, one_line, senders, sentence
from ..rules import in_words
from .names import Scope
from .text import Tag, comment, see
from .types import response

_OPTIONS = "- How this call is made: its timeout, its signal, parameters that this package does not know."


def method_doc(operation: Operation, scope: Scope) -> str:
    """The comment of the method that makes one call."""
    doc = operation.doc.strip()
    summary = sentence(operation.summary) or sentence(operation.action)
    return comment(
        [
            summary,
            doc if sentence(doc) != summary else "",
            "\n".join(in_words(rule, _code, _code) for rule in operation.requirements),
            f"Effect: {operation.effect}." + (f" Since {one_line(operation.since)}." if operation.since else ""),
            Tag("param", "params - What is sent, by the server's own names."),
            Tag("param", f"options {_OPTIONS}"),
            Tag("returns", _returns(operation, scope)),
            *_errors(operation, scope),
            *_ending(operation),
        ],
        2,
    )


def iterator_doc(operation: Operation, page: Page, paging: Paging, scope: Scope) -> str:
    """The comment of the method that walks through all pages."""
    method = scope.names.method(operation.action)
    return comment(
        [
            f"Every record of `{method}`, page after page, fetched as they are needed.",
            "It ends when all records have come, on an empty page, and where the server sends the same page again.",
            Tag("param", f"params - What is sent, as for `{method}`."),
            Tag(
                "param",
                f"options - `pageSize` records a request ({paging.default_size} where nothing is said), at most "
                "`maxRecords` in all; the rest is as for every call.",
            ),
            Tag("returns", f"Each `{response(page.item, scope.names).text}`, for `for await`."),
            Tag("throws", "ApiError where the server answers with an error, for any of the pages."),
            *_ending(operation),
        ],
        2,
    )


def field_doc(field: Field | Param, indent: int = 2) -> str:
    """The comment above a field of an answer, of an object in a request, or above a parameter; empty for nothing."""
    default = one_line(str(field.default)) if field.default is not None else ""
    notes = [
        sentence(field.doc),
        f"Limits: {', '.join(map(one_line, field.limits))}." if field.limits else "",
        f"The server assumes {default}." if default else "",
        senders(field.actions) if isinstance(field, Field) else "",
        f"Since {one_line(field.since)}." if field.since else "",
    ]
    text = " ".join(note for note in notes if note)
    tags = [Tag("deprecated", _reason(field.deprecated))] if field.deprecated else []
    return comment([text, *tags], indent) if text or tags else ""


def _ending(operation: Operation) -> list[Tag]:
    """What comes last in the comment of a method."""
    tags = [Tag("deprecated", _reason(operation.deprecated))] if operation.deprecated else []
    return [*tags, see(operation.docs)] if operation.docs else tags


def _reason(text: str) -> str:
    """Why something is deprecated; the tag says already that it is."""
    return deprecation(text).removeprefix("Deprecated: ")


def _errors(operation: Operation, scope: Scope) -> list[Tag]:
    """The documented messages by the class that is thrown for them; ApiError, their base, comes last."""
    quoted = {
        name: ", ".join(f'"{one_line(message)}"' for message in messages)
        for name, messages in by_class(operation.errors, scope.errors).items()
    }
    others = quoted.pop(BASE, "")
    tags = [Tag("throws", f"{name} for {messages}.") for name, messages in quoted.items()]
    said = f"{BASE} where the server answers with {'any other' if tags else 'an'} error"
    return [*tags, Tag("throws", f"{said}{': ' if others else ''}{others}.")]


def _code(text: str) -> str:
    return f"`{one_line(text)}`"


def _returns(operation: Operation, scope: Scope) -> str:
    result = operation.result
    match result:
        case Page(field=field):
            counted = scope.paging is not None and scope.paging.total is not None
            more = "`pageTotal(page)` says how many there are in all" if counted else "`pageNextStart(page)` leads on"
            return f"One page: `{one_line(field)}` holds its records, {more}."
        case Listing(field=str(field)):
            return f"All at once: `{one_line(field)}` holds the records."
        case Ack(type=type_):
            return _described(type_, scope) if type_ else "Nothing: the call is carried out, or an error is thrown."
        case Single(type=type_) | Listing(type=type_):
            return _described(type_, scope)
    assert_never(result)


def _described(type_: Type, scope: Scope) -> str:
    name = response(type_, scope.names).text
    doc = sentence(scope.models[type_.name].doc.strip().split("\n\n")[0]) if isinstance(type_, ModelRef) else ""
    return f"`{name}`: {doc}" if doc else f"`{name}`."
