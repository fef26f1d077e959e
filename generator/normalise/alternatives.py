"""Alternatives that are one: objects become one object with all fields, enums one enum, a text includes an email.

A client cannot know which alternative an answer is, and has to send whichever its user means.
"""

from __future__ import annotations

from dataclasses import replace

from ..ir import AnyOf, ListOf, MapOf, Opaque, Scalar, ScalarKind, Type
from .flatten import Shapes
from .shape import Shape


def likeness(leaf: Shape) -> str | None:
    """What alternatives must have in common to be one; None where an alternative stays on its own."""
    if leaf.enum:
        return "enum"
    if leaf.is_object:
        return "object"
    if leaf.kinds == ("array",):
        return "list"
    if leaf.kinds == ("object",):
        return "map" if leaf.entries or leaf.patterns else "any object"
    return None


def merged(shapes: Shapes, around: Shape, leaves: list[Shape]) -> Shape:
    """One object with the properties of every alternative; required is what each choice requires anyway."""
    names = dict.fromkeys(name for leaf in leaves for name in leaf.properties)
    return replace(
        around,
        types=("object",),
        choices=[],
        enum=None,
        properties={name: shapes.in_any(name, leaves) for name in names},
        required=shapes.required(around),
        entries=shapes.either(map(shapes.entries, leaves)),
        patterns={},
        closed=all(leaf.closed for leaf in leaves),
        notes={**(leaves[0].notes if len(leaves) == 1 else {}), **around.notes},
        extensions={name: entry for leaf in (*leaves, around) for name, entry in leaf.extensions.items()},
    )


def all_values(around: Shape, leaves: list[Shape]) -> Shape:
    """An enum of the values of several; what each says of its values is in its description."""
    docs = [f"{', '.join(map(str, leaf.enum or ()))}: {leaf.doc}" for leaf in leaves if leaf.doc]
    types = dict.fromkeys(kind for leaf in leaves for kind in leaf.types)
    return replace(
        leaves[0],
        enum=tuple(value for leaf in leaves for value in leaf.enum or ()),
        types=tuple(types) if all(leaf.types for leaf in leaves) else (),
        notes={"description": "; ".join(filter(None, (around.doc, *docs)))},
    )


def any_of(options: list[Type]) -> Type:
    """One type for several: nested alternatives are spread, what includes another stands for it, none is anything."""
    flat: list[Type] = []
    for option in options:
        for single in option.options if isinstance(option, AnyOf) else (option,):
            same = next((known for known in flat if _united(known, single) is not None), None)
            if same is None:
                flat.append(single)
            else:
                flat[flat.index(same)] = _united(same, single) or same
    if not flat or any(isinstance(option, Opaque) for option in flat):
        return Opaque()
    return flat[0] if len(flat) == 1 else AnyOf(tuple(flat))


def text_last(type_: Type) -> Type:
    """The same alternatives, as they can be tried: everything can be read as a text."""
    if not isinstance(type_, AnyOf):
        return type_
    return AnyOf(tuple(sorted(type_.options, key=lambda option: getattr(option, "kind", None) is ScalarKind.TEXT)))


def _united(left: Type, right: Type) -> Type | None:
    """The one type for both; None where they stay two. Of lists and maps, the one that says more of what is inside."""
    match left, right:
        case (Scalar(), Scalar()) if left.kind is right.kind:
            return left if left.format == right.format else Scalar(left.kind)
        case (Scalar(), Scalar()) if {left.kind, right.kind} == {ScalarKind.INTEGER, ScalarKind.DECIMAL}:
            return Scalar(ScalarKind.DECIMAL)
        case (ListOf(), ListOf()) if left.item == right.item or Opaque() in (left.item, right.item):
            item = right.item if isinstance(left.item, Opaque) else left.item
            return ListOf(item, left.wrapper or right.wrapper)
        case (MapOf(), MapOf()) if Opaque() in (left.value, right.value):
            return right if isinstance(left.value, Opaque) else left
    return left if left == right else None
