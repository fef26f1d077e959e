"""Operations of the Api -> the constants of group modules, which hold each operation as data."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import (
    AnyOf,
    Condition,
    Encoding,
    EncodingKind,
    Field,
    ListOf,
    MapOf,
    Operation,
    Page,
    Param,
    Requirement,
    Scalar,
    ScalarKind,
    Type,
)
from ..kinds import kind_of, object_in
from .names import Scope
from .text import literal
from .types import NOTHING, Annotation, Need, response, spec_needs, type_spec


@dataclass(frozen=True, slots=True)
class Declaration:
    """``export const GET_INVOICES: Paged<InvoicesListResponse, Invoice> = {...};`` and what it imports."""

    source: str
    types: frozenset[Need]
    values: frozenset[Need]


def declaration(operation: Operation, group: str, scope: Scope) -> Declaration:
    """The constant of one operation."""
    kind, types = "Operation", [answer(operation, scope)]
    if isinstance(operation.result, Page):
        kind = "Paged"
        types.append(response(operation.result.item, scope.names))
    type_ = operation.result.type
    described = [annotation.text for annotation in types if annotation.text != "unknown"]  # which is the default
    kind_of_it = f"{kind}<{', '.join(described)}>" if described else kind
    constant = scope.names.constants[operation.action]
    source = f"export const {constant}: {kind_of_it} = {_body(_facts(operation, group, scope))};"
    needs = frozenset({("runtime/schema", kind)}).union(*(annotation.needs for annotation in types))
    return Declaration(source, needs, frozenset(spec_needs(type_, scope.names) if type_ else ()))


def answer(operation: Operation, scope: Scope) -> Annotation:
    """What the method returns."""
    type_ = operation.result.type
    return NOTHING if type_ is None else response(type_, scope.names)


def _body(facts: dict[str, object]) -> str:
    """An object with an entry a line, and a parameter a line in that."""
    lines = []
    for name, value in facts.items():
        if name == "params" and len(_list(value)) > 1:
            inner = "".join(f"\n    {literal(param, 4, 1)}," for param in _list(value))
            lines.append(f"  params: [{inner}\n  ],\n")
        else:
            lines.append(f"  {name}: {literal(value, 2, len(name) + 3)},\n")
    return "{\n" + "".join(lines) + "}"


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _facts(operation: Operation, group: str, scope: Scope) -> dict[str, object]:
    type_ = operation.result.type
    facts: dict[str, object] = {
        "action": operation.action,
        "group": group,
        "effect": str(operation.effect),
        "params": [_param(param, scope) for param in operation.params],
        "response": None if type_ is None else type_spec(type_, scope),
    }
    if isinstance(operation.result, Page):
        facts["records"] = operation.result.field
    further = {
        "requires": [_requirement(rule) for rule in operation.requirements],
        "deprecated": operation.deprecated,
        "errors": operation.errors,
        "docs": operation.docs,
    }
    return facts | {name: value for name, value in further.items() if value}


def _param(param: Param, scope: Scope) -> dict[str, object]:
    kind, shape, values = kind_of(param.type, scope.enums)
    return _said(
        wire=param.wire,
        kind=kind,
        shape="" if shape == "value" else shape,
        required=param.required,
        sensitive=param.sensitive,
        deprecated=param.deprecated,
        values=values,
        encoding=_encoding(param.encoding),
        dated=kind == "any" and _has_dates(param.type),
        since=param.since,
        fields=_fields(param.type, scope, ()),
    )


def _fields(type_: Type, scope: Scope, above: tuple[str, ...]) -> list[dict[str, object]]:
    """The entries of an object, or of each object in a list or map."""
    name = object_in(type_, above)
    if name is None:
        return []
    return [_field(field, scope, (*above, name)) for field in scope.inputs[name].fields]


def _field(field: Field, scope: Scope, above: tuple[str, ...]) -> dict[str, object]:
    kind, shape, _ = kind_of(field.type, scope.enums)
    return _said(
        wire=field.wire,
        kind=kind,
        shape="" if shape == "value" else shape,
        required=field.required,
        sensitive=field.sensitive,
        dated=kind == "any" and _has_dates(field.type),
        fields=_fields(field.type, scope, above),
    )


def _has_dates(type_: Type) -> bool:
    """Whether dates are among the values. They are texts here, so that the runtime could not tell by itself."""
    match type_:
        case Scalar(kind=kind):
            return kind in (ScalarKind.DATE, ScalarKind.DATETIME)
        case ListOf(item=inner) | MapOf(value=inner):
            return _has_dates(inner)
        case AnyOf(options=options):
            return any(map(_has_dates, options))
    return False


def _encoding(encoding: Encoding) -> dict[str, object]:
    kind = "" if encoding.kind is EncodingKind.FORM else str(encoding.kind)
    return _said(kind=kind, each=encoding.each, file=encoding.file, date=encoding.date)


def _requirement(rule: Requirement) -> dict[str, object]:
    when, unless = ([_condition(each) for each in conditions] for conditions in (rule.when, rule.unless))
    return _said(any=rule.any, all=rule.all, none=rule.none, when=when, unless=unless, each=rule.each)


def _condition(condition: Condition) -> object:
    """A condition; one that a flag is true is said by the name of the flag alone."""
    if condition.flag and not condition.values and not condition.absent:
        return condition.wire
    return _said(**{name: getattr(condition, name) for name in ("wire", "values", "absent", "flag", "amount")})


def _said(wire: str | None = None, **facts: object) -> dict[str, object]:
    """The facts that say something; the name of a parameter always does."""
    named: dict[str, object] = {} if wire is None else {"wire": wire}
    return named | {name: value for name, value in facts.items() if value}
