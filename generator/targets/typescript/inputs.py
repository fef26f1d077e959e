"""Objects that parameters hold, and the parameters of each action -> interfaces with the wire's own names."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Api, Field, Model, Operation, Param
from .docs import field_doc
from .models import Property
from .names import Names, Scope
from .text import comment, key, string
from .types import Need, argument, import_lines

_INHERITED = frozenset({
    "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString", "valueOf",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class InputView:
    """One interface."""

    name: str
    doc: str
    properties: tuple[Property, ...]


def input_views(api: Api, names: Names) -> list[InputView]:
    """The objects that parameters hold, in the order of the spec."""
    return [
        InputView(
            names.inputs[model.name],
            comment([model.doc if model.doc.strip() else f"`{model.name}` in a request."]),
            tuple(_property(field, names) for field in model.fields),
        )
        for model in api.inputs
    ]


def input_imports(api: Api, names: Names) -> list[str]:
    """The imports of their module."""
    needs: set[Need] = set()
    for model in api.inputs:
        needs |= _needs(model, names)
    return import_lines(needs, (), "inputs")


def _needs(model: Model, names: Names) -> set[Need]:
    return set().union(*(argument(field.type, names).needs for field in model.fields))


def params_view(operation: Operation, scope: Scope) -> InputView:
    """What the method of an action takes. The required ones come first."""
    ordered = sorted(operation.params, key=lambda param: not param.required)
    doc = comment([f"What `{scope.names.method(operation.action)}` takes."])
    properties = tuple(_property(param, scope.names) for param in ordered)
    return InputView(scope.names.params[operation.action], doc, properties)


def page_params(operation: Operation, scope: Scope) -> str:
    """The type of what an iterator takes: how many records a request is said to the iterator itself."""
    params, size = scope.names.params[operation.action], scope.paging.size if scope.paging else ""
    return f"Omit<{params}, {string(size)}>" if any(param.wire == size for param in operation.params) else params


def _property(entry: Field | Param, names: Names) -> Property:
    is_file = isinstance(entry, Param) and entry.encoding.file is not None
    type_ = argument(entry.type, names, file=is_file).text
    if entry.required:
        return Property(f"{key(entry.wire)}: {type_};", field_doc(entry))
    options = [type_]
    if entry.wire in _INHERITED:  # every object has one, without being given it
        options.append(f"typeof Object.prototype.{entry.wire}")
    # What may be left out may also be handed on as nothing, the null of an answer's field among it.
    free = "unknown" if type_ == "unknown" else " | ".join([*options, "null", "undefined"])
    return Property(f"{key(entry.wire)}?: {free};", field_doc(entry))
