"""What runtimes are told of a type: kind, shape, values."""

from __future__ import annotations

import pytest

from generator.ir import AnyOf, ListOf, MapOf, ModelRef, Opaque, Scalar, ScalarKind, Type
from generator.targets.kinds import kind_of

TEXT, WHOLE = Scalar(ScalarKind.TEXT), Scalar(ScalarKind.INTEGER)


@pytest.mark.parametrize(
    ("type_", "told"),
    [
        (TEXT, ("text", "value")),
        (ListOf(WHOLE), ("integer", "list")),
        (MapOf(TEXT), ("text", "map")),
        (ListOf(ListOf(WHOLE)), ("any", "list")),
        (AnyOf((ListOf(TEXT), TEXT)), ("text", "any")),
        (AnyOf((ListOf(WHOLE), WHOLE)), ("integer", "any")),
        (AnyOf((ListOf(WHOLE), TEXT)), ("any", "any")),
        (AnyOf((ListOf(ListOf(TEXT)), TEXT)), ("any", "any")),
        (AnyOf((ListOf(ModelRef("A")), ModelRef("A"))), ("any", "any")),
        (Opaque(), ("any", "any")),
    ],
)
def test_kind_and_shape(type_: Type, told: tuple[str, str]) -> None:
    assert kind_of(type_, {})[:2] == told
