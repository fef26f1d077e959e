"""What the runtime of a client is told of a parameter: the kind of its values, their shape, what is in objects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, assert_never

from ..ir import AnyOf, Enum, EnumRef, ListOf, MapOf, ModelRef, Opaque, Scalar, ScalarKind, Type

# Objects within objects whose entries are told, at most.
DEEPEST = 3

Values: TypeAlias = tuple[str, ...] | tuple[int, ...]


def kind_of(type_: Type, enums: Mapping[str, Enum]) -> tuple[str, str, Values]:
    """Kind of value, its shape, and the documented values. A text or a list of texts is text of any shape."""
    match type_:
        case Scalar(kind=kind):
            return str(kind), "value", ()
        case EnumRef(name=name):
            enum = enums[name]
            return ("integer" if enum.kind is ScalarKind.INTEGER else "text"), "value", enum.values
        case ListOf(item=inner) | MapOf(value=inner):
            shape = "list" if isinstance(type_, ListOf) else "map"
            inner_kind, inner_shape, values = kind_of(inner, enums)
            return (inner_kind, shape, values) if inner_shape == "value" else ("any", shape, ())
        case ModelRef():
            return "object", "value", ()
        case AnyOf(options=options):
            kinds = {kind_of(option, enums)[0] for option in options}
            return (kinds.pop() if len(kinds) == 1 and "object" not in kinds else "any"), "any", ()
        case Opaque():
            return "any", "any", ()
    assert_never(type_)


def object_in(type_: Type, above: tuple[str, ...]) -> str | None:
    """The object that a type is, or a list or map of; None where its entries are not told.

    above:  the objects around it: one inside of itself, or too deep, is not told
    """
    if isinstance(type_, ListOf):
        type_ = type_.item
    elif isinstance(type_, MapOf):
        type_ = type_.value
    if not isinstance(type_, ModelRef) or type_.name in above or len(above) == DEEPEST:
        return None
    return type_.name
