"""Docstrings of methods and fields, from what the spec says of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from ...ir import Ack, Field, Listing, ModelRef, Operation, Page, Param, Requirement, Single, Type
from ...wire import ErrorRule, Paging
from ..errors import BASE, by_class
from ..prose import deprecation, one_line, senders, sentence, wrap
from ..rules import in_words
from .names import Names, Scope
from .text import docstring
from .types import response

_WIDTH = 88
_SHARED_ARGUMENTS = (
    "    extra: Parameters that this package does not know, sent beside the others.\n"
    "    timeout: Seconds for each step of this call, instead of the client's own."
)


def method_doc(operation: Operation, scope: Scope) -> str:
    """The docstring of the method that makes one call."""
    names, doc = scope.names, operation.doc.strip()
    summary = sentence(operation.summary) or sentence(operation.action)
    described = [(names.argument(param.wire), _param_doc(param)) for param in operation.params]
    return docstring(
        [
            summary,
            doc if sentence(doc) != summary else "",
            "\n".join(_rule(rule, names) for rule in operation.requirements),
            "Args:\n" + "\n".join([*(_item(name, text) for name, text in described if text), _SHARED_ARGUMENTS]),
            f"Returns:\n{wrap('    ' + _returns(operation, scope), _WIDTH)}",
            f"Raises:\n{_raises(operation, scope.errors)}",
            _notes(operation),
        ],
        8,
    )


def iterator_doc(operation: Operation, page: Page, paging: Paging, scope: Scope) -> str:
    """The docstring of the method that walks through all pages."""
    method = scope.names.method(operation.action)
    return docstring(
        [
            f"Every record of ``{method}``, page after page, fetched as they are needed.",
            f"Takes the parameters of ``{method}`` but those that choose the page, ``{paging.start}`` and "
            f"``{paging.size}``. It ends when all records have come, on an empty page, and where the server "
            "gets no further.",
            "Args:\n"
            + _item("page_size", f"Records a request; {paging.default_size} where nothing is said.")
            + "\n"
            + _item("max_records", "Stops after so many records.")
            + "\n"
            + _SHARED_ARGUMENTS,
            f"Returns:\n    An iterator over ``{response(page.item, scope.names).text}``.",
            f"Raises:\n{_raises(operation, scope.errors)}",
            _notes(operation),
        ],
        8,
    )


def _notes(operation: Operation) -> str:
    notes = [
        f"Effect: {operation.effect}." + (f" Since {operation.since}." if operation.since else ""),
        deprecation(operation.deprecated) if operation.deprecated else "",
        f"Documentation: {one_line(operation.docs)}" if operation.docs else "",
    ]
    return "\n".join(note for note in notes if note)


def field_doc(field: Field) -> str:
    """The docstring below a field; nothing where there is nothing to say."""
    notes = [
        sentence(field.doc),
        f"Limits: {', '.join(field.limits)}." if field.limits else "",
        senders(field.actions),
        f"Since {field.since}." if field.since else "",
        deprecation(field.deprecated) if field.deprecated else "",
    ]
    text = " ".join(note for note in notes if note)
    return docstring([one_line(text)], 4) if text else ""


def _param_doc(param: Param) -> str:
    notes = [
        sentence(param.doc),
        f"Limits: {', '.join(param.limits)}." if param.limits else "",
        f"The server assumes {one_line(str(param.default))}." if param.default is not None else "",
        f"Since {param.since}." if param.since else "",
        deprecation(param.deprecated) if param.deprecated else "",
    ]
    return " ".join(note for note in notes if note)


def _item(name: str, text: str) -> str:
    return wrap(f"    {name}: {text}", _WIDTH, "        ")


def _raises(operation: Operation, rules: Sequence[ErrorRule]) -> str:
    """The documented messages by the class that the client raises for them; ApiError, their base, comes last."""
    quoted = {
        name: ", ".join(f'"{one_line(message)}"' for message in messages)
        for name, messages in by_class(operation.errors, rules).items()
    }
    others = quoted.pop(BASE, "")
    items = [_item(name, f"{messages}.") for name, messages in quoted.items()]
    said = f"The server answers with {'any other' if items else 'an'} error"
    return "\n".join([*items, _item(BASE, f"{said}{': ' if others else ''}{others}.")])


def _rule(rule: Requirement, names: Names) -> str:
    return in_words(rule, lambda text: f"``{text}``", lambda wire: f"``{names.argument(wire)}``")


def _returns(operation: Operation, scope: Scope) -> str:
    result = operation.result
    match result:
        case Page(field=field):
            return (
                f"One page: ``{scope.names.field(field)}`` holds its records; the next begins at ``page_next_start``."
            )
        case Listing(field=str(field)):
            return f"All at once: ``{scope.names.field(field)}`` holds the records."
        case Ack(type=type_):
            return _described(type_, scope) if type_ else "Nothing: the call is carried out, or an error is raised."
        case Single(type=type_) | Listing(type=type_):
            return _described(type_, scope)
    assert_never(result)


def _described(type_: Type, scope: Scope) -> str:
    name = response(type_, scope.names).text
    doc = sentence(scope.models[type_.name].doc.strip().split("\n\n")[0]) if isinstance(type_, ModelRef) else ""
    return f"``{name}``: {doc}" if doc else f"``{name}``."
