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
from .names import Scope
from .text import flat, key


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action in the table, as Markdown cells."""

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

    sample:  a call on the client that reads, with what it requires
    page:    a call that answers a page; empty where nothing pages, as are the others
    walk:    the iteration over all of its pages
    field:   what reads a field of its records: ``.id``
    """

    sample: str
    page: str = ""
    walk: str = ""
    field: str = ""


def examples(api: Api, scope: Scope) -> Examples | None:
    """Example calls: of the first action that pages, and of the one that reads and asks for least, if there is any."""
    shown = showcase(api)
    if shown is None:
        return None
    sample = _call(shown.easiest[1], _method(*shown.easiest, scope), scope)
    if not shown.paged or not scope.paging:
        return Examples(sample)
    group, operation = shown.paged
    iterator = f"{scope.names.member(group.name)}.{scope.names.iterator(operation.action, scope.paging.verbs)}"
    return Examples(
        sample,
        _call(operation, _method(group, operation, scope), scope),
        _call(operation, iterator, scope),
        _record_field(operation, scope),
    )


def _record_field(operation: Operation, scope: Scope) -> str:
    """What reads a field of a record: its id, or else its first."""
    item = operation.result.item if isinstance(operation.result, Page) else None
    fields = [field.wire for field in scope.models[item.name].fields] if isinstance(item, ModelRef) else []
    plain = [name for name in fields if key(name) == name]
    return ".id" if "id" in plain else "".join(f".{name}" for name in plain[:1])


def _method(group: Group, operation: Operation, scope: Scope) -> str:
    return f"{scope.names.member(group.name)}.{scope.names.method(operation.action)}"


def _call(operation: Operation, method: str, scope: Scope) -> str:
    required = [param for param in operation.params if param.required]
    values = ", ".join(f"{key(param.wire)}: {_example(param.type, scope)}" for param in required)
    return f"{method}({{ {values} }})" if values else f"{method}()"


_SCALARS = {
    ScalarKind.TEXT: '"..."',
    ScalarKind.INTEGER: "1",
    ScalarKind.DECIMAL: "1",
    ScalarKind.BOOLEAN: "true",
    ScalarKind.DATE: '"2030-01-31"',
    ScalarKind.DATETIME: '"2030-01-31 12:00:00"',
    ScalarKind.BYTES: "new Uint8Array()",
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
            return f"{{ 1: {_example(value, scope)} }}"
        case AnyOf(options=options):
            return _example(options[0], scope)
        case ModelRef(name=name):
            required = [field for field in scope.inputs[name].fields if field.required]
            inner = ", ".join(f"{key(field.wire)}: {_example(field.type, scope)}" for field in required)
            return f"{{ {inner} }}" if inner else "{}"
        case Opaque():
            return '"..."'
    assert_never(type_)
