"""Operations of the Api -> the methods of group classes: signatures, docstrings, and what is handed on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...ir import Group, Operation, Page, Param
from ...wire import Paging
from .declarations import Declaration, answer, declaration
from .docs import iterator_doc, method_doc
from .imports import Need
from .names import Names, Scope
from .text import LINE_LENGTH, block, string
from .types import argument, optional, response

# What every group module imports.
_ALWAYS: frozenset[Need] = frozenset({
    ("._runtime.aliases", "Extra"), ("._runtime.aliases", "Timeout"), ("._runtime.secret", "hide"),
    ("._runtime.session", "AsyncSession"), ("._runtime.session", "Session"),
})  # fmt: skip
# How far an iterator goes, beside the parameters of its action.
_WALK = ("page_size", "max_records")
_ITERATORS: frozenset[Need] = frozenset({("collections.abc", "AsyncIterator"), ("collections.abc", "Iterator")})


@dataclass(frozen=True, slots=True)
class Method:
    """One method, sync or async: all that differs between them is in the template.

    arguments:  ``name: type = None``, one a line
    handed:     what the session is called with, in its brackets
    hidden:     arguments whose values tracebacks must not show
    returns:    the model, or the record that an iterator yields
    """

    name: str
    arguments: tuple[str, ...]
    handed: str
    hidden: tuple[str, ...]
    returns: str
    doc: str


@dataclass(frozen=True, slots=True)
class OperationView:
    """One operation as its group module prints it. ``iterator`` is None where the action does not page."""

    action: str
    declaration: Declaration
    method: Method
    iterator: Method | None


def operation_view(operation: Operation, group: str, scope: Scope) -> OperationView:
    """Everything about one operation, ready to print."""
    result, paging = operation.result, scope.paging
    return OperationView(
        operation.action,
        declaration(operation, group, scope),
        _call(operation, scope),
        _iterator(operation, result, paging, scope) if isinstance(result, Page) and paging else None,
    )


def group_needs(group: Group, views: Sequence[OperationView], scope: Scope) -> set[Need]:
    """What the module of a group imports."""
    needs = set(_ALWAYS)
    for operation, view in zip(group.operations, views, strict=True):
        needs |= view.declaration.needs
        if view.iterator:
            needs |= _ITERATORS
        for param in operation.params:
            needs |= argument(param.type, scope.names, file=param.encoding.file is not None).needs
    return needs


def _call(operation: Operation, scope: Scope) -> Method:
    return Method(
        name=scope.names.method(operation.action),
        arguments=_arguments(operation.params, scope.names),
        handed=_handed("call", operation, operation.params, (), scope.names),
        hidden=_hidden(operation.params, scope.names),
        returns=answer(operation, scope).text,
        doc=method_doc(operation, scope),
    )


def _iterator(operation: Operation, page: Page, paging: Paging, scope: Scope) -> Method:
    params = tuple(param for param in operation.params if param.wire != paging.size)
    return Method(
        name=scope.names.iterator(operation.action, paging.verbs),
        arguments=_arguments(params, scope.names, *(f"{name}: int | None = None" for name in _WALK)),
        handed=_handed("iterate", operation, params, _WALK, scope.names),
        hidden=_hidden(params, scope.names),
        returns=response(page.item, scope.names).text,
        doc=iterator_doc(operation, page, paging, scope),
    )


def _arguments(params: Sequence[Param], names: Names, *more: str) -> tuple[str, ...]:
    """What a method takes: the required ones first."""
    required, others = [], []
    for param in params:
        annotation = argument(param.type, names, file=param.encoding.file is not None)
        name = names.argument(param.wire)
        if param.required:
            required.append(f"{name}: {annotation.text}")
        else:
            others.append(f"{name}: {optional(annotation).text} = None")
    return (*required, *others, *more, "extra: Extra | None = None", "timeout: Timeout | None = None")


def _handed(method: str, operation: Operation, params: Sequence[Param], more: Sequence[str], names: Names) -> str:
    """The operation, a dict of wire name -> argument, and the rest; on one line where it fits behind an ``await``."""
    pairs = [f"{string(param.wire)}: {names.argument(param.wire)}" for param in params]
    values = "{" + ", ".join(pairs) + "}"
    constant, rest = names.constant(operation.action), (*more, "extra", "timeout")
    line = ", ".join([constant, values, *rest])
    if len(f"        return await self._session.{method}({line})") <= LINE_LENGTH:
        return f"({line})"
    if len(f"            {values},") > LINE_LENGTH:
        values = block("{", pairs, "}", 12)
    return block("(", [constant, values, *rest], ")", 8)


def _hidden(params: Sequence[Param], names: Names) -> tuple[str, ...]:
    return (*(names.argument(param.wire) for param in params if param.sensitive), "extra")
