"""Types of the Api -> Python annotations, in requests and in responses, with what they import."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, assert_never

from ...ir import AnyOf, EnumRef, ListOf, MapOf, ModelRef, Opaque, Scalar, ScalarKind, Type
from .imports import Need
from .names import Names


@dataclass(frozen=True, slots=True)
class Annotation:
    """A type as source, and the imports that it needs."""

    text: str
    needs: frozenset[Need] = frozenset()


NOTHING = Annotation("None")
ANYTHING = Annotation("Any", frozenset({("typing", "Any")}))
_ANY_OBJECT = Annotation("object")


def _ours(module: str, name: str) -> Annotation:
    return Annotation(name, frozenset({(module, name)}))


_ARGUMENTS = {
    ScalarKind.TEXT: Annotation("str"),
    ScalarKind.INTEGER: Annotation("int"),
    ScalarKind.DECIMAL: _ours("._runtime.aliases", "Amount"),
    ScalarKind.BOOLEAN: Annotation("bool"),
    ScalarKind.DATE: _ours("._runtime.aliases", "DateInput"),
    ScalarKind.DATETIME: _ours("._runtime.aliases", "DateTimeInput"),
    ScalarKind.BYTES: Annotation("bytes"),
}
_FILE = _ours("._runtime.aliases", "FilePath")
# Dates are imported under names that no field has: ``date: date`` would hide the type from the lines below it.
_FIELDS = {
    ScalarKind.TEXT: Annotation("str"),
    ScalarKind.INTEGER: Annotation("int"),
    ScalarKind.DECIMAL: _ours("decimal", "Decimal"),
    ScalarKind.BOOLEAN: Annotation("bool"),
    ScalarKind.DATE: Annotation("Date", frozenset({("datetime", "date as Date")})),
    ScalarKind.DATETIME: Annotation("DateTime", frozenset({("datetime", "datetime as DateTime")})),
    ScalarKind.BYTES: Annotation("str"),  # base64, as it was sent
}


def argument(type_: Type, names: Names, *, file: bool = False) -> Annotation:
    """What a parameter takes, without ``| None``. ``file`` says that rows of a list may be given as paths."""
    match type_:
        case Scalar(kind=kind):
            return _ARGUMENTS[kind]
        case EnumRef(name=name):
            return _ours(".enums", names.enums[name])
        case ModelRef(name=name):
            return _ours(".inputs", names.inputs[name])
        case ListOf(item=item):
            # None in a list is a hole: the index stays free.
            row = union([argument(item, names), _FILE]) if file else optional(argument(item, names))
            return _holding("Sequence[{}]", row, ("collections.abc", "Sequence"))
        case MapOf(value=value):
            return _holding("Keyed[{}]", argument(value, names), ("._runtime.aliases", "Keyed"))
        case AnyOf(options=options):
            return union(argument(option, names) for option in options)
        case Opaque():
            return _ANY_OBJECT
    assert_never(type_)


def response(type_: Type, names: Names) -> Annotation:
    """What a value in a response is read as, without ``| None``."""
    match type_:
        case Scalar(kind=kind):
            return _FIELDS[kind]
        case EnumRef(name=name):
            return _ours(".enums", names.enums[name])
        case ModelRef(name=name):
            return _ours(f".models.{names.homes[name]}", names.models[name])
        case ListOf(item=item):
            return _holding("list[{}]", response(item, names))
        case MapOf(value=value):
            return _holding("dict[str, {}]", response(value, names))
        case AnyOf(options=options):
            return union(response(option, names) for option in options)
        case Opaque():
            return ANYTHING
    assert_never(type_)


def union(options: Iterable[Annotation]) -> Annotation:
    """``int | str``: each option once."""
    found = list(dict.fromkeys(options))
    return Annotation(" | ".join(option.text for option in found), frozenset().union(*(each.needs for each in found)))


def optional(annotation: Annotation) -> Annotation:
    """The same or None, which an ``object`` can be already."""
    return annotation if annotation in (_ANY_OBJECT, ANYTHING) else union([annotation, NOTHING])


def _holding(form: str, inner: Annotation, *needs: Need) -> Annotation:
    return Annotation(form.format(inner.text), inner.needs.union(needs))


def schema(type_: Type, names: Names) -> dict[str, Any]:
    """The same as a JSON Schema, for datamodel-code-generator to print."""
    match type_:
        case Scalar(kind=kind):
            plain = {ScalarKind.TEXT: "string", ScalarKind.INTEGER: "integer", ScalarKind.BOOLEAN: "boolean"}
            if kind in plain:
                return {"type": plain[kind]}
            return (
                {"customTypePath": f"types.{_FIELDS[kind].text}"}
                if kind is not ScalarKind.BYTES
                else {"type": "string"}
            )
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
