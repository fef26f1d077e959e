"""Types of the Api -> TypeScript's, in requests and in answers, and what the runtime is told of answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from ...ir import AnyOf, EnumRef, Field, ListOf, MapOf, ModelRef, Opaque, Scalar, ScalarKind, Type
from ..kinds import kind_of
from .names import Names, Scope
from .text import Source, imports

# (module, name). Modules are named from ``src``: ("runtime/aliases", "Decimal").
Need: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A type as source, and what it needs to be imported."""

    text: str
    needs: frozenset[Need] = frozenset()


NOTHING = Annotation("null")
_UNKNOWN = Annotation("unknown")
_TEXT = Annotation("string")


def _ours(module: str, name: str) -> Annotation:
    return Annotation(name, frozenset({(module, name)}))


def _alias(name: str) -> Annotation:
    return _ours("runtime/aliases", name)


_ARGUMENTS = {
    ScalarKind.TEXT: _TEXT,
    ScalarKind.INTEGER: _alias("IntegerInput"),
    ScalarKind.DECIMAL: _alias("DecimalInput"),
    ScalarKind.BOOLEAN: Annotation("boolean"),
    ScalarKind.DATE: _alias("DateInput"),
    ScalarKind.DATETIME: _alias("DateTimeInput"),
    ScalarKind.BYTES: Annotation("Uint8Array"),
}
_FIELDS = {
    ScalarKind.TEXT: _TEXT,
    ScalarKind.INTEGER: Annotation("number"),
    ScalarKind.DECIMAL: _alias("Decimal"),
    ScalarKind.BOOLEAN: Annotation("boolean"),
    ScalarKind.DATE: _alias("LocalDate"),
    ScalarKind.DATETIME: _alias("LocalDateTime"),
    ScalarKind.BYTES: _TEXT,  # base64, as it was sent
}


def argument(type_: Type, names: Names, *, file: bool = False) -> Annotation:
    """What a parameter takes, where it is given. ``file`` says that the rows of a list are files."""
    match type_:
        case Scalar(kind=kind):
            return _ARGUMENTS[kind]
        case EnumRef(name=name):
            return _ours("enums", names.enums[name])
        case ModelRef(name=name):
            return _ours("inputs", names.inputs[name])
        case ListOf(item=item):
            row = argument(item, names)
            # null in a list is a hole: the index stays free.
            return _holding("readonly {}[]", _as_item(row if file or row == _UNKNOWN else _holding("{} | null", row)))
        case MapOf(value=value):
            inner = argument(value, names)
            return Annotation(f"Keyed<{inner.text}>", inner.needs | _alias("Keyed").needs)
        case AnyOf(options=options):
            return _either([argument(option, names) for option in options])
        case Opaque():
            return _UNKNOWN
    assert_never(type_)


def response(type_: Type, names: Names) -> Annotation:
    """What a value in an answer is read as, without ``| null``."""
    match type_:
        case Scalar(kind=kind):
            return _FIELDS[kind]
        case EnumRef(name=name):
            return _ours("enums", names.enums[name])
        case ModelRef(name=name):
            return _ours(f"models/{names.homes[name]}", names.models[name])
        case ListOf(item=item):
            return _holding("{}[]", _as_item(response(item, names)))
        case MapOf(value=value):
            return _holding("Record<string, {}>", response(value, names))
        case AnyOf(options=options):
            return _either([response(option, names) for option in options])
        case Opaque():
            return _UNKNOWN
    assert_never(type_)


def field_type(field: Field, names: Names) -> Annotation:
    """The type of a field of an answer: lists and maps are never null, and what may be anything is not said twice."""
    found = response(field.type, names)
    if isinstance(field.type, ListOf | MapOf) or "unknown" in found.text.split(" | "):
        return found
    return Annotation(f"{found.text} | null", found.needs)


def _either(options: list[Annotation]) -> Annotation:
    """``number | string``: each option once, and nothing beside ``unknown``.

    A plain ``string`` would swallow the names of texts beside it; ``string & {}`` leaves them to be seen.
    """
    found = list(dict.fromkeys(options))
    if _UNKNOWN in found:
        return _UNKNOWN
    has_names = any(option.needs for option in found)
    texts = ["(string & {})" if has_names and option == _TEXT else option.text for option in found]
    return Annotation(" | ".join(texts), frozenset().union(*(option.needs for option in found)))


def _as_item(annotation: Annotation) -> Annotation:
    """In brackets where ``[]`` behind it would be read as part of its end."""
    is_whole = " " not in annotation.text or (annotation.text.endswith(">") and " | " not in annotation.text)
    return annotation if is_whole else _holding("({})", annotation)


def _holding(form: str, inner: Annotation) -> Annotation:
    return Annotation(form.format(inner.text), inner.needs)


def type_spec(type_: Type, scope: Scope) -> object:
    """The same as the runtime is told: a ``TypeSpec``, as data to print."""
    match type_:
        case Scalar(kind=ScalarKind.BYTES):
            return str(ScalarKind.TEXT)
        case Scalar() | EnumRef():
            return kind_of(type_, scope.enums)[0]
        case ModelRef(name=name):
            return {"model": Source(f"() => {scope.names.specs[name]}")}
        case ListOf(item=item, wrapper=wrapper):
            return {"list": type_spec(item, scope), "wrapper": wrapper}
        case MapOf(value=value):
            return {"map": type_spec(value, scope)}
        case AnyOf(options=options):
            return {"oneOf": [type_spec(option, scope) for option in options]}
        case Opaque():
            return "any"
    assert_never(type_)


def spec_needs(type_: Type, names: Names) -> set[Need]:
    """What a ``type_spec`` needs to be imported, as values."""
    match type_:
        case ModelRef(name=name):
            return {(f"models/{names.homes[name]}", names.specs[name])}
        case ListOf(item=inner) | MapOf(value=inner):
            return spec_needs(inner, names)
        case AnyOf(options=options):
            return set().union(*(spec_needs(option, names) for option in options))
    return set()


def import_lines(types: Iterable[Need], values: Iterable[Need], module: str) -> list[str]:
    """The imports of a module, its own names left out: one line of types and one of values for each other module."""
    up = "../" * module.count("/") or "./"
    lines = []
    for needs, is_type in ((types, True), (values, False)):
        by_module: dict[str, list[str]] = {}
        for home, name in needs:
            by_module.setdefault(home, []).append(name)
        by_module.pop(module, None)
        lines += [imports(f"{up}{home}.js", found, types=is_type) for home, found in by_module.items()]
    return sorted(lines, key=_by_module)


def _by_module(line: str) -> tuple[str, str]:
    """Sorts by the module that is imported."""
    return line.rpartition(" from ")[2], line
