"""How OpenAPI says that a parameter is written -> what a client does of it: lists with commas, and what is so anyway.

A form has lists and objects as PHP reads them, ``ids[0]=1`` and ``filter[state]=open``, where nothing else is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from .shape import Shape

STYLES = ("style", "explode", "allowReserved")


class Written(StrEnum):
    """As a form is anyway; as a list with commas; in a way that is not represented."""

    PLAIN = "plain"
    COMMA = "comma"
    OTHERWISE = "otherwise"


def written(said: Mapping[str, Any], shape: Shape) -> Written:
    """What `style`, `explode` and `allowReserved` of a parameter, or of an entry of `encoding`, make of a value."""
    style = said.get("style", "form")
    explode = said.get("explode", style == "form")
    if said.get("allowReserved"):
        return Written.OTHERWISE
    if style == "deepObject" and shape.kinds == ("object",):
        return Written.PLAIN
    if style != "form":
        return Written.OTHERWISE
    if explode or not {"array", "object"} & {*shape.kinds}:
        return Written.PLAIN
    return Written.COMMA if shape.kinds == ("array",) else Written.OTHERWISE
