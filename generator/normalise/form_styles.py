"""How OpenAPI says that a parameter is written -> what a client does of it: lists with commas, and what is so anyway.

A form has lists and objects as PHP reads them, ``ids[0]=1`` and ``filter[state]=open``, where nothing else is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from .flatten import Shapes
from .shape import Shape

_WITH_PARTS = {"array", "object"}
STYLES = ("style", "explode", "allowReserved")


class Written(StrEnum):
    """As a form is anyway; as a list with commas; in a way that is not represented."""

    PLAIN = "plain"
    COMMA = "comma"
    OTHERWISE = "otherwise"


def written(said: Mapping[str, Any], shape: Shape, shapes: Shapes) -> Written:
    """What `style`, `explode` and `allowReserved` of a parameter, or of an entry of `encoding`, make of a value."""
    leaves = shapes.alternatives(shape)
    kinds = _kinds(leaves)
    style = said.get("style", "form")
    explode = said.get("explode", style == "form")
    if said.get("allowReserved"):
        return Written.OTHERWISE
    if style == "deepObject" and kinds == {"object"}:
        return Written.PLAIN
    if style != "form":
        return Written.OTHERWISE
    if explode or not kinds & _WITH_PARTS:
        return Written.PLAIN
    items = _kinds(item for leaf in leaves for item in shapes.alternatives(shapes.of(shapes.elements(leaf))))
    return Written.OTHERWISE if "object" in kinds or items & _WITH_PARTS else Written.COMMA


def _kinds(shapes: Iterable[Shape]) -> set[str]:
    return {kind for shape in shapes for kind in shape.kinds}
