"""Operations of the Api -> what the templates of group modules print: declarations, signatures, docstrings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from ..ir import (
    AnyOf,
    Api,
    EncodingKind,
    EnumRef,
    ListOf,
    MapOf,
    ModelRef,
    Opaque,
    Operation,
    Page,
    Param,
    Requirement,
    Scalar,
    Type,
)
from ..wire import Paging
from . import python_types as types
from .python_names import Names
from .python_text import LINE_LENGTH, block, docstring, flat, literal, one_line, string, tuple_of, wrap

_DOC_WIDTH = 88


@dataclass(frozen=True, slots=True)
class Method:
    """One method, sync or async: all that differs between them is in the template.

    arguments:  ``name: type = None``, one a line
    values:     the dict of wire name -> argument
    hidden:     arguments whose values tracebacks must not show
    """

    name: str
    arguments: tuple[str, ...]
    values: str
    hidden: tuple[str, ...]
    doc: str


@dataclass(frozen=True, slots=True)
class OperationView:
    """One operation as its group module prints it. ``iterator`` is None where the action does not page."""

    constant: str
    kind: str
    declaration: str
    returns: str
    item: str
    method: Method
    iterator: Method | None


def operation_view(operation: Operation, group: str, api: Api, names: Names) -> OperationView:
    """Everything about one operation, ready to print."""
    result = operation.result
    returns = "None" if result.type is None else types.response(result.type, names)
    item = types.response(result.item, names) if isinstance(result, Page) else ""
    method = names.method(operation.action)
    return OperationView(
        constant=names.constant(operation.action),
        kind=f"Paged[{returns}, {item}]" if item else f"Operation[{returns}]",
        declaration=_declaration(operation, group, returns, api, names),
        returns=returns,
        item=item,
        method=_method(method, operation.params, _doc(operation, returns, names), names),
        iterator=_iterator(operation, method, api.wire.paging, names)
        if isinstance(result, Page) and api.wire.paging
        else None,
    )


def _method(name: str, params: tuple[Param, ...], doc: str, names: Names, *more: str) -> Method:
    required = [param for param in params if param.required]
    optional = [param for param in params if not param.required]
    arguments = [f"{names.argument(param.wire)}: {_annotation(param, names)}" for param in required]
    arguments += [f"{names.argument(param.wire)}: {_annotation(param, names)} | None = None" for param in optional]
    return Method(
        name=name,
        arguments=(*arguments, *more, "extra: Extra | None = None", "timeout: Timeout | None = None"),
        values=block("{", [f"{string(param.wire)}: {names.argument(param.wire)}" for param in params], "}", 12)
        if params
        else "{}",
        hidden=(*(names.argument(param.wire) for param in params if param.sensitive), "extra"),
        doc=doc,
    )


def _iterator(operation: Operation, method: str, paging: Paging, names: Names) -> Method:
    params = tuple(param for param in operation.params if param.wire != paging.size)
    doc = docstring(
        [
            f"Every record of ``{method}``, page after page, fetched as they are needed.",
            f"Takes the parameters of ``{method}``. It ends when all records have come, on an empty page, and where "
            "the server sends the same page again.",
            "Args:\n"
            + _item("page_size", f"Records a request; {paging.default_size} where nothing is said.")
            + "\n"
            + _item("max_records", "Stops after so many records.")
            + "\n"
            + _SHARED_ARGUMENTS,
        ],
        8,
    )
    more = ("page_size: int | None = None", "max_records: int | None = None")
    return _method(names.iterator(operation.action, paging.verbs), params, doc, names, *more)


def _annotation(param: Param, names: Names) -> str:
    return types.argument(param.type, names, file=param.encoding.file is not None)


def _declaration(operation: Operation, group: str, returns: str, api: Api, names: Names) -> str:
    lines = [
        f"action={string(operation.action)}",
        f"group={string(group)}",
        f"effect={string(operation.effect)}",
        f"params={_params(operation, api)}",
        f"response={returns}",
    ]
    if isinstance(operation.result, Page):
        lines.append(f"records={string(names.field(operation.result.field))}")
    if operation.requirements:
        rules = [_requirement(rule) for rule in operation.requirements]
        lines.append(f"requires={tuple_of(rules, 4, 10)}")
    if operation.deprecated:
        lines.append(f"deprecated={string(operation.deprecated)}")
    if operation.errors:
        lines.append(f"errors={literal(operation.errors, 4, 8)}")
    if operation.docs:
        lines.append(f"docs={string(operation.docs)}")
    return ("Paged" if isinstance(operation.result, Page) else "Operation") + block("(", lines, ")")


def _params(operation: Operation, api: Api) -> str:
    values = {enum.name: enum.values for enum in api.enums}
    return tuple_of([_param(param, values) for param in operation.params], 4, 8)


def _param(param: Param, values: dict[str, tuple[str, ...] | tuple[int, ...]]) -> str:
    kind, shape, allowed = _kind(param.type, values)
    encoding = param.encoding
    written = _call(
        "Encoding",
        kind="" if encoding.kind is EncodingKind.FORM else str(encoding.kind),
        each=encoding.each,
        file=encoding.file,
        date=encoding.date,
    )
    facts = [
        ("shape", "" if shape == "value" else shape),
        ("required", param.required),
        ("sensitive", param.sensitive),
        ("deprecated", param.deprecated),
        ("values", allowed),
    ]
    parts = [string(param.wire), string(kind)]
    parts += [f"{name}={literal(value, 12, len(name) + 2)}" for name, value in facts if value]
    if written != "Encoding()":
        parts.append(f"encoding={written}")
    line = f"Param({', '.join(parts)})"
    return line if len(line) <= 91 and "\n" not in line else "Param" + block("(", parts, ")", 8)


def _requirement(rule: Requirement) -> str:
    parts = {"any": rule.any, "all": rule.all, "unless": rule.unless}
    line = _call("Requirement", **parts)
    if len(line) + 9 <= LINE_LENGTH:  # it stands in a tuple at column 8, with a comma behind it
        return line
    lines = [f"{name}={literal(names, 12, len(name) + 2)}" for name, names in parts.items() if names]
    return "Requirement" + (block("(", lines, ")", 8) if len(lines) > 1 else f"(\n            {lines[0]}\n        )")


def _call(name: str, **arguments: object) -> str:
    return f"{name}({', '.join(f'{key}={flat(value)}' for key, value in arguments.items() if value)})"


def _kind(
    type_: Type, values: dict[str, tuple[str, ...] | tuple[int, ...]]
) -> tuple[str, str, tuple[str, ...] | tuple[int, ...]]:
    """Kind of value, its shape, and the documented values."""
    match type_:
        case Scalar(kind=kind):
            return str(kind), "value", ()
        case EnumRef(name=name):
            allowed = values[name]
            return ("integer" if all(isinstance(value, int) for value in allowed) else "text"), "value", allowed
        case ListOf(item=inner) | MapOf(value=inner):
            shape = "list" if isinstance(type_, ListOf) else "map"
            inner_kind, inner_shape, allowed = _kind(inner, values)
            return (inner_kind, shape, allowed) if inner_shape == "value" else ("any", shape, ())
        case ModelRef():
            return "object", "value", ()
        case AnyOf() | Opaque():
            return "any", "any", ()
    assert_never(type_)


_SHARED_ARGUMENTS = (
    "    extra: Parameters that this package does not know, sent beside the others.\n"
    "    timeout: Seconds for this call, instead of the client's own."
)


def _doc(operation: Operation, returns: str, names: Names) -> str:
    summary = one_line(operation.summary or operation.action).rstrip(".") + "."
    doc = operation.doc.strip()
    arguments = [_item(names.argument(param.wire), _param_doc(param)) for param in operation.params]
    rules = [_rule(rule.any, rule.all, rule.unless, names) for rule in operation.requirements]
    notes = [
        f"Effect: {operation.effect}" + (f". Since {operation.since}." if operation.since else "."),
        f"Deprecated: {one_line(operation.deprecated)}." if operation.deprecated else "",
        f"Documentation: {one_line(operation.docs)}" if operation.docs else "",
    ]
    return docstring(
        [
            summary,
            doc if one_line(doc).rstrip(".") != summary.rstrip(".") else "",
            "\n".join(rules),
            "Args:\n" + "\n".join([*arguments, _SHARED_ARGUMENTS]),
            f"Returns:\n    {_returns(operation, returns)}" if returns != "None" else "",
            f"Raises:\n{_raises(operation)}",
            "\n".join(note for note in notes if note),
        ],
        8,
    )


def _returns(operation: Operation, returns: str) -> str:
    if isinstance(operation.result, Page):
        return wrap(f"One page: ``{operation.result.field}`` holds its records.", _DOC_WIDTH - 4, "    ")
    return f"``{returns}``."


def _raises(operation: Operation) -> str:
    messages = [f'"{one_line(message)}"' for message in operation.errors]
    documented = f" Documented: {', '.join(messages)}." if messages else ""
    return _item("ApiError", f"The server answers with an error.{documented}")


def _rule(any_: tuple[str, ...], all_: tuple[str, ...], unless: tuple[str, ...], names: Names) -> str:
    if any_:
        return f"At least one of {', '.join(f'``{names.argument(name)}``' for name in any_)} is needed."
    needed = ", ".join(f"``{names.argument(name)}``" for name in all_)
    free = " or ".join(f"``{names.argument(name)}``" for name in unless)
    return f"Needed: {needed}" + (f", unless {free} is set." if free else ".")


def _param_doc(param: Param) -> str:
    notes = [one_line(param.doc)]
    if notes[0] and notes[0][-1] not in ".!?:":
        notes[0] += "."
    if param.limits:
        notes.append(f"Limits: {', '.join(param.limits)}.")
    if param.default is not None:
        notes.append(f"The server assumes {one_line(str(param.default))}.")
    if param.since:
        notes.append(f"Since {param.since}.")
    if param.deprecated:
        notes.append(f"Deprecated: {one_line(param.deprecated).rstrip('.')}.")
    return " ".join(note for note in notes if note)


def _item(name: str, text: str) -> str:
    return wrap(f"    {name}: {text}" if text else f"    {name}:", _DOC_WIDTH, "        ")
