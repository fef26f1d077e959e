"""Types of the Api -> Python annotations, in requests and in responses."""

from __future__ import annotations

from typing import Any, assert_never

from ..ir import AnyOf, EnumRef, ListOf, MapOf, ModelRef, Opaque, Scalar, ScalarKind, Type
from .python_names import Names

_ARGUMENTS = {
    ScalarKind.TEXT: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.DECIMAL: "Amount",
    ScalarKind.BOOLEAN: "bool",
    ScalarKind.DATE: "DateInput",
    ScalarKind.DATETIME: "DateTimeInput",
    ScalarKind.BYTES: "bytes",
}
_FIELDS = {
    ScalarKind.TEXT: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.DECIMAL: "Decimal",
    ScalarKind.BOOLEAN: "bool",
    ScalarKind.DATE: "Date",
    ScalarKind.DATETIME: "DateTime",
    ScalarKind.BYTES: "str",  # base64, as it was sent
}


def argument(type_: Type, names: Names, *, file: bool = False) -> str:
    """The annotation of a parameter. ``file`` says that rows of a list may be given as paths."""
    match type_:
        case Scalar(kind=kind):
            return _ARGUMENTS[kind]
        case EnumRef(name=name):
            return names.enums[name]
        case ModelRef(name=name):
            return names.inputs[name]
        case ListOf(item=item):
            # None in a list is a hole: the index stays free.
            row = argument(item, names)
            return f"Sequence[{row} | FilePath]" if file else f"Sequence[{row} | None]"
        case MapOf(value=value):
            return f"Keyed[{argument(value, names)}]"
        case AnyOf(options=options):
            return " | ".join(dict.fromkeys(argument(option, names) for option in options))
        case Opaque():
            return "object"
    assert_never(type_)


def response(type_: Type, names: Names) -> str:
    """The annotation of a value in a response, without ``| None``."""
    match type_:
        case Scalar(kind=kind):
            return _FIELDS[kind]
        case EnumRef(name=name):
            return names.enums[name]
        case ModelRef(name=name):
            return names.models[name]
        case ListOf(item=item):
            return f"list[{response(item, names)}]"
        case MapOf(value=value):
            return f"dict[str, {response(value, names)}]"
        case AnyOf(options=options):
            return " | ".join(dict.fromkeys(response(option, names) for option in options))
        case Opaque():
            return "Any"
    assert_never(type_)


def schema(type_: Type, names: Names) -> dict[str, Any]:
    """The same as a JSON Schema, for datamodel-code-generator to print."""
    match type_:
        case Scalar(kind=kind):
            plain = {ScalarKind.TEXT: "string", ScalarKind.INTEGER: "integer", ScalarKind.BOOLEAN: "boolean"}
            if kind in plain:
                return {"type": plain[kind]}
            return {"customTypePath": f"types.{_FIELDS[kind]}"} if kind is not ScalarKind.BYTES else {"type": "string"}
        case EnumRef(name=name):
            return {"customTypePath": f"enums.{names.enums[name]}"}
        case ModelRef(name=name):
            return {"$ref": f"#/components/schemas/{names.models[name]}"}
        case ListOf(item=item):
            return {"type": "array", "items": schema(item, names)}
        case MapOf(value=value):
            return {"type": "object", "additionalProperties": schema(value, names)}
        case AnyOf(options=options):
            return {"anyOf": [schema(option, names) for option in options]}
        case Opaque():
            return {}
    assert_never(type_)


def in_type(type_: Type) -> list[Type]:
    """The type and all types inside it."""
    match type_:
        case ListOf(item=inner) | MapOf(value=inner):
            return [type_, *in_type(inner)]
        case AnyOf(options=options):
            return [type_, *(found for option in options for found in in_type(option))]
    return [type_]
