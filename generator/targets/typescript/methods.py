"""Operations of the Api -> the methods of group classes: signatures, comments, and what is handed on."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Group, Operation, Page
from ...wire import Paging
from ..prose import sentence
from .declarations import answer, declaration
from .docs import iterator_doc, method_doc
from .inputs import InputView, page_params, params_view
from .names import Scope
from .text import LINE_LENGTH, block, comment
from .types import Annotation, Need, argument, import_lines, response


@dataclass(frozen=True, slots=True)
class Method:
    """One method: ``name(params, options): returns`` and the call of the session that it makes."""

    doc: str
    head: str
    call: str


@dataclass(frozen=True, slots=True)
class OperationView:
    """One operation as its group module prints it. ``params`` is an interface, or a type without properties."""

    action: str
    declaration: str
    params: InputView
    methods: tuple[Method, ...]


@dataclass(frozen=True, slots=True)
class GroupModule:
    """The module of a group, ready to print."""

    name: str
    doc: str
    class_name: str
    class_doc: str
    imports: list[str]
    operations: tuple[OperationView, ...]


def group_module(group: Group, scope: Scope) -> GroupModule:
    """Everything about a group."""
    doc = sentence(group.doc) or sentence(f"Operations of the group {group.name}")
    module = f"groups/{scope.names.module(group.name)}"
    return GroupModule(
        scope.names.module(group.name),
        comment([f"The group {group.name}: its operations as data, and the methods that call them."]),
        scope.names.classes[group.name],
        comment([doc]),
        _imports(group, module, scope),
        tuple(_view(operation, group.name, scope) for operation in group.operations),
    )


def _imports(group: Group, module: str, scope: Scope) -> list[str]:
    types: set[Need] = {("runtime/options", "CallOptions"), ("runtime/session", "Session")}
    values: set[Need] = set()
    for operation in group.operations:
        declared = declaration(operation, group.name, scope)
        types |= declared.types
        values |= declared.values
        if _walks(operation, scope):
            types.add(("runtime/options", "PageOptions"))
        for param in operation.params:
            types |= argument(param.type, scope.names).needs
    return import_lines(types, values, module)


def _walks(operation: Operation, scope: Scope) -> bool:
    return isinstance(operation.result, Page) and scope.paging is not None


def _view(operation: Operation, group: str, scope: Scope) -> OperationView:
    methods = [_call(operation, scope)]
    if isinstance(operation.result, Page) and scope.paging:
        methods.append(_iterator(operation, operation.result, scope.paging, scope))
    declared = declaration(operation, group, scope).source
    return OperationView(operation.action, declared, params_view(operation, scope), tuple(methods))


def _call(operation: Operation, scope: Scope) -> Method:
    names = scope.names
    return Method(
        method_doc(operation, scope),
        _head(
            names.method(operation.action),
            names.params[operation.action],
            "CallOptions",
            f"Promise<{answer(operation, scope).text}>",
            needs_params=any(param.required for param in operation.params),
        ),
        f"call({names.constants[operation.action]}, params, options)",
    )


def _iterator(operation: Operation, page: Page, paging: Paging, scope: Scope) -> Method:
    names = scope.names
    record: Annotation = response(page.item, names)
    return Method(
        iterator_doc(operation, page, paging, scope),
        _head(
            names.iterator(operation.action, paging.verbs),
            page_params(operation, scope),
            "PageOptions",
            f"AsyncGenerator<{record.text}, void, undefined>",
            needs_params=any(param.required for param in operation.params if param.wire != paging.size),
        ),
        f"iterate({names.constants[operation.action]}, params, options)",
    )


def _head(name: str, params: str, options: str, returns: str, *, needs_params: bool) -> str:
    """A signature on one line where it fits, else with a parameter a line."""
    parts = [f"params: {params}" + ("" if needs_params else " = {}"), f"options: {options} = {{}}"]
    line = f"  {name}({', '.join(parts)}): {returns} {{"
    if len(line) <= LINE_LENGTH:
        return line.strip()
    return f"{name}{block('(', parts, ')', 2)}: {returns} {{"
