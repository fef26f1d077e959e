"""Operations of the Api -> the constants of group modules, which hold each operation as data."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Api, Condition, Encoding, EncodingKind, Field, Operation, Page, Param, Requirement, Type
from ..kinds import kind_of, object_in
from .imports import Need
from .names import Names, Scope
from .text import LINE_LENGTH, block, flat, literal, string, tuple_of
from .types import NOTHING, Annotation, response

_MODULE = "._runtime.operation"


@dataclass(frozen=True, slots=True)
class Declaration:
    """``GET_INVOICES: Final[Paged[InvoicesListResponse, Invoice]] = Paged(...)``, in parts, and what it imports."""

    constant: str
    kind: str
    source: str
    needs: frozenset[Need]


def declaration(operation: Operation, group: str, scope: Scope) -> Declaration:
    """The constant of one operation."""
    returns = answer(operation, scope)
    kind = Annotation("Operation", frozenset({(_MODULE, "Operation")}))
    types = [returns]
    if isinstance(operation.result, Page):
        kind = Annotation("Paged", frozenset({(_MODULE, "Paged")}))
        types.append(response(operation.result.item, scope.names))
    needs = {("typing", "Final"), *kind.needs, *_used(operation)}
    return Declaration(
        constant=scope.names.constant(operation.action),
        kind=f"{kind.text}[{', '.join(annotation.text for annotation in types)}]",
        source=kind.text + block("(", _facts(operation, group, returns, scope), ")"),
        needs=frozenset(needs.union(*(annotation.needs for annotation in types))),
    )


def answer(operation: Operation, scope: Scope) -> Annotation:
    """What the method returns."""
    type_ = operation.result.type
    return NOTHING if type_ is None else response(type_, scope.names)


def _used(operation: Operation) -> set[Need]:
    """The classes that describe parameters."""
    used = {
        "Param": bool(operation.params),
        "Encoding": any(param.encoding != Encoding() for param in operation.params),
        "Requirement": bool(operation.requirements),
        "Condition": any(rule.when or rule.unless for rule in operation.requirements),
    }
    return {(_MODULE, name) for name, is_used in used.items() if is_used}


def _facts(operation: Operation, group: str, returns: Annotation, scope: Scope) -> list[str]:
    """The arguments of ``Operation`` or ``Paged``."""
    params = [_param(param, scope) for param in operation.params]
    lines = [
        f"action={string(operation.action)}",
        f"group={string(group)}",
        f"effect={string(operation.effect)}",
        f"params={tuple_of(params, 4, 8)}",
        f"response={returns.text}",
    ]
    if isinstance(operation.result, Page):
        lines.append(f"records={string(scope.names.field(operation.result.field))}")
    if operation.requirements:
        rules = [_requirement(rule) for rule in operation.requirements]
        lines.append(f"requires={tuple_of(rules, 4, 10)}")
    if operation.deprecated:
        lines.append(f"deprecated={string(operation.deprecated)}")
    if operation.errors:
        lines.append(f"errors={literal(operation.errors, 4, 8)}")
    if operation.docs:
        lines.append(f"docs={string(operation.docs)}")
    return lines


def _param(param: Param, scope: Scope) -> str:
    kind, shape, values = kind_of(param.type, scope.enums)
    facts = {
        "shape": "" if shape == "value" else shape,
        "required": param.required,
        "sensitive": param.sensitive,
        "deprecated": param.deprecated,
        "values": values,
        "since": param.since,
    }
    parts = [string(param.wire), string(kind)]
    parts += [f"{name}={literal(value, 12, len(name) + 2)}" for name, value in facts.items() if value]
    if param.encoding != Encoding():
        parts.append(f"encoding={_encoding(param.encoding)}")
    if fields := _fields(param.type, scope, 12, ()):
        parts.append(f"fields={fields}")
    return _laid_out(parts, 8)


def _fields(type_: Type, scope: Scope, indent: int, above: tuple[str, ...]) -> str:
    """The entries of an object, or of each object in a list or map, as a tuple; empty where there are none."""
    name = object_in(type_, above)
    if name is None:
        return ""
    entries = [_field(field, scope, indent + 4, (*above, name)) for field in scope.inputs[name].fields]
    return tuple_of(entries, indent, 8) if entries else ""


def _field(field: Field, scope: Scope, indent: int, above: tuple[str, ...]) -> str:
    """One entry of an object, on a line indented so."""
    kind, shape, _ = kind_of(field.type, scope.enums)
    parts = [string(field.wire), string(kind)]
    if shape != "value":
        parts.append(f"shape={string(shape)}")
    parts += [f"{name}=True" for name in ("required", "sensitive") if getattr(field, name)]
    if fields := _fields(field.type, scope, indent + 4, above):
        parts.append(f"fields={fields}")
    return _laid_out(parts, indent)


def _laid_out(parts: list[str], indent: int) -> str:
    """A Param on its own line, a comma behind it, or on several where it is too long for one."""
    line = f"Param({', '.join(parts)})"
    fits = indent + len(line) + 1 <= LINE_LENGTH and "\n" not in line
    return line if fits else "Param" + block("(", parts, ")", indent)


def _encoding(encoding: Encoding) -> str:
    return _call(
        "Encoding",
        kind="" if encoding.kind is EncodingKind.FORM else str(encoding.kind),
        each=encoding.each,
        file=encoding.file,
        date=encoding.date,
    )


def _requirement(rule: Requirement) -> str:
    """A rule, as an item of the tuple at column 8."""
    parts = {name: literal(getattr(rule, name), 12, len(name) + 2) for name in ("any", "all", "none")}
    parts |= {
        name: tuple_of([_condition(each) for each in getattr(rule, name)], 12, len(name) + 2)
        for name in ("when", "unless")
    }
    lines = [f"{name}={part}" for name, part in parts.items() if getattr(rule, name)] + ["each=True"] * rule.each
    line = f"Requirement({', '.join(lines)})"
    if len(line) + 9 <= LINE_LENGTH and "\n" not in line:  # a comma stands behind it
        return line
    return "Requirement" + (block("(", lines, ")", 8) if len(lines) > 1 else f"(\n            {lines[0]}\n        )")


def _condition(condition: Condition) -> str:
    names = ("values", "absent", "flag", "amount")
    said = [f"{name}={flat(value)}" for name in names if (value := getattr(condition, name))]
    return f"Condition({', '.join([string(condition.wire), *said])})"


def _call(name: str, **arguments: object) -> str:
    return f"{name}({', '.join(f'{key}={flat(value)}' for key, value in arguments.items() if value)})"


def registry(api: Api, names: Names) -> str:
    """Action -> (module, constant), as what the registry is made from."""
    places = [
        f"{string(operation.action)}: {flat((names.module(group.name), names.constant(operation.action)))}"
        for group in api.groups
        for operation in group.operations
    ]
    return f"(\n    {block('{', places, '}', 4)}\n)" if places else "({})"
