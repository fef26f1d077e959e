"""What the package's README shows: calls that exist and can be run, and the table of all actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from ...ir import (
    AnyOf,
    Api,
    EnumRef,
    Group,
    ListOf,
    MapOf,
    ModelRef,
    Opaque,
    Operation,
    Page,
    Scalar,
    ScalarKind,
    Type,
)
from ..prose import markdown
from ..uses import purpose, showcase
from .client import credentials
from .names import Scope
from .text import flat


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action in the table of the package's README, as Markdown cells."""

    group: str
    action: str
    call: str
    effect: str
    summary: str


def action_rows(api: Api, scope: Scope) -> list[ActionRow]:
    """All actions by group."""
    rows = []
    for group in api.groups:
        for operation in group.operations:
            call = f"`{_method(group, operation, scope)}`"
            if isinstance(operation.result, Page) and scope.paging:
                call += f", `{scope.names.iterator(operation.action, scope.paging.verbs)}`"
            summary = markdown(purpose(operation))
            rows.append(ActionRow(markdown(group.name), markdown(operation.action), call, operation.effect, summary))
    return rows


@dataclass(frozen=True, slots=True)
class Examples:
    """Calls that the package's README shows; made from the spec, so that they exist.

    constructor:  credentials of the preferred scheme, as arguments
    sample:       a call on the client that reads, with what it requires
    lines:        a paged call and its iteration, or the sample where nothing pages
    """

    constructor: str
    sample: str
    lines: list[str]


def examples(api: Api, scope: Scope) -> Examples | None:
    """Example calls: of the first action that pages, and of the one that reads and asks for least, if there is any."""
    shown = showcase(api)
    if shown is None:
        return None
    sample = _call(shown.easiest[1], _method(*shown.easiest, scope), scope)
    client = api.wire.package
    lines = [f"print({client}.{sample})"]
    if shown.paged and scope.paging:
        group, operation = shown.paged
        iterator = f"{scope.names.module(group.name)}.{scope.names.iterator(operation.action, scope.paging.verbs)}"
        lines = [
            f"page = {client}.{_call(operation, _method(group, operation, scope), scope)}  # one page, typed",
            "print(page.page_total, page.page_next_start)",
            f"for record in {client}.{_call(operation, iterator, scope)}:  # every page",
            "    print(record)",
        ]
    arguments = [f'{view.argument}="..."' for view in credentials(api.wire.credentials.schemes[:1])]
    return Examples(", ".join(arguments), sample, lines)


def _method(group: Group, operation: Operation, scope: Scope) -> str:
    return f"{scope.names.module(group.name)}.{scope.names.method(operation.action)}"


def _call(operation: Operation, method: str, scope: Scope) -> str:
    required = [param for param in operation.params if param.required]
    values = [f"{scope.names.argument(param.wire)}={_example(param.type, scope)}" for param in required]
    return f"{method}({', '.join(values)})"


_SCALARS = {
    ScalarKind.TEXT: '"..."',
    ScalarKind.INTEGER: "1",
    ScalarKind.DECIMAL: "1",
    ScalarKind.BOOLEAN: "True",
    ScalarKind.DATE: '"2030-01-31"',
    ScalarKind.DATETIME: '"2030-01-31 12:00:00"',
    ScalarKind.BYTES: 'b"..."',
}


def _example(type_: Type, scope: Scope) -> str:
    """A value that a parameter of the type takes."""
    match type_:
        case Scalar(kind=kind):
            return _SCALARS[kind]
        case EnumRef(name=name):
            return flat(scope.enums[name].values[0])
        case ListOf(item=item):
            return f"[{_example(item, scope)}]"
        case MapOf(value=value):
            return f"{{1: {_example(value, scope)}}}"
        case AnyOf(options=options):
            return _example(options[0], scope)
        case ModelRef():
            return "{}"
        case Opaque():
            return '"..."'
    assert_never(type_)
