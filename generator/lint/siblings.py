"""What one name means in several places: values that nearly agree, types and spellings that do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..ir import AnyOf, Enum, EnumRef, ListOf, MapOf, Param, Scalar, ScalarKind, Type
from ..origin import Origin, quote
from .finding import Finding, found
from .material import Meaning

# How many sets of values of one name are compared with each other.
_MAX_SETS = 50


@dataclass(frozen=True, slots=True)
class _Use:
    """A parameter or a field, as ``GetClients.status`` or ``Client.status``."""

    subject: str
    wire: str
    type: Type
    origin: Origin


def enums(meaning: Meaning) -> Iterator[Finding]:
    """Two sets of values of one name that share most of their values, but not all."""
    known = {enum.name: enum for enum in meaning.api.enums}
    sets: dict[str, dict[str, _Use]] = {}
    for use in _uses(meaning):
        for name in _enum_names(use.type):
            sets.setdefault(use.wire, {}).setdefault(name, use)
    for wire, uses in sets.items():
        pairs = list(uses.items())[:_MAX_SETS]
        for index, (name, use) in enumerate(pairs):
            for other_name, other in pairs[:index]:
                difference = _difference(known[name], known[other_name])
                if difference:
                    yield found(
                        "enum-differs-from-sibling", use.subject,
                        f"the values of {quote(wire)} are not those of {quote(other.subject)}: {difference}",
                        known[name].origin, "make the two agree, or justify it where the server does not",
                        ("the other one", known[other_name].origin),
                    )  # fmt: skip


def _difference(enum: Enum, other: Enum) -> str:
    """In which few values two enums differ; "" where they are not meant to be the same."""
    mine, theirs = list(map(str, enum.values)), list(map(str, other.values))
    folded, other_folded = {value.casefold() for value in mine}, {value.casefold() for value in theirs}
    if 2 * len(folded & other_folded) < len(folded | other_folded):
        return ""
    only = [value for value in mine if value not in theirs]
    lacking = [value for value in theirs if value not in mine]
    both = (("only here", only), ("only there", lacking))
    return "; ".join(f"{where} {', '.join(map(quote, values[:5]))}" for where, values in both if values)


def _enum_names(type_: Type) -> Iterator[str]:
    match type_:
        case EnumRef(name=name):
            yield name
        case ListOf(item=inner) | MapOf(value=inner):
            yield from _enum_names(inner)
        case AnyOf(options=options):
            for option in options:
                yield from _enum_names(option)


def _uses(meaning: Meaning) -> Iterator[_Use]:
    """All fields, then all parameters: parameters are compared with what is answered."""
    for model in (*meaning.api.models, *meaning.api.inputs):
        yield from (_Use(f"{model.name}.{field.wire}", field.wire, field.type, field.origin) for field in model.fields)
    for operation in meaning.operations:
        for param in operation.params:
            yield _Use(f"{operation.action}.{param.wire}", param.wire, param.type, param.origin)


def types(meaning: Meaning) -> Iterator[Finding]:
    """Parameters whose single values have another type than most of the same name."""
    kinds: dict[str, dict[ScalarKind, list[tuple[str, Param]]]] = {}
    enums = {enum.name: enum.kind for enum in meaning.api.enums}
    for operation in meaning.operations:
        for param in operation.params:
            kind = _kind(param.type, enums)
            if kind is not None:
                kinds.setdefault(param.wire, {}).setdefault(kind, []).append((operation.action, param))
    for wire, uses in kinds.items():
        usual = max(uses, key=lambda kind: len(uses[kind]))
        example, first = uses[usual][0]
        for kind, params in uses.items():
            for action, param in params if kind is not usual else ():
                yield found(
                    "parameter-type-differs", f"{action}.{wire}",
                    f"{quote(wire)} is {_a(kind)} here, and {_a(usual)} in {quote(example)}", param.origin,
                    "make the two agree, or justify it where the server does not", ("the other one", first.origin),
                )  # fmt: skip


def _a(kind: ScalarKind) -> str:
    return f"{'an' if kind is ScalarKind.INTEGER else 'a'} {kind}"


def _kind(type_: Type, enums: dict[str, ScalarKind]) -> ScalarKind | None:
    match type_:
        case Scalar(kind=kind):
            return kind
        case EnumRef(name=name):
            return enums[name]
    return None


def spellings(meaning: Meaning) -> Iterator[Finding]:
    """Names of parameters that differ in capitals or separators only; the rarer one is reported."""
    names: dict[str, dict[str, list[tuple[str, Param]]]] = {}
    for operation in meaning.operations:
        for param in operation.params:
            folded = re.sub(r"[\W_]", "", param.wire).casefold()
            names.setdefault(folded, {}).setdefault(param.wire, []).append((operation.action, param))
    for spelled in names.values():
        usual = max(spelled, key=lambda name: len(spelled[name]))
        example, first = spelled[usual][0]
        for name, params in spelled.items():
            for action, param in params if name != usual else ():
                yield found(
                    "parameter-spelling-differs", f"{action}.{name}",
                    f"{quote(name)} is called {quote(usual)} in {quote(example)}", param.origin,
                    "spell both alike, or justify it where the server does not", ("the other one", first.origin),
                )  # fmt: skip
