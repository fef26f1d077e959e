"""What tests hand in as an answer -> JSON: models, amounts and dates as the server writes them."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, TypeGuard, cast

from pydantic import BaseModel

from .. import _dialect as dialect
from .._runtime import dates
from .invention import fields, wrapper_of


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value of JSON is an object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value of JSON is a list."""
    return isinstance(value, list)


def plain(value: object) -> Any:
    """The value in objects, lists, texts, numbers, booleans and nulls.

    Of a model, the fields that were set, under their wire names and with lists in their wrappers. A
    Decimal is text, as money is; dates and times are in the server's first pattern. Raises
    TypeError or ValueError on what JSON has not.
    """
    match value:
        case float() | Decimal() if not Decimal(value).is_finite():
            raise ValueError(f"an answer cannot hold {value}: JSON has no such number")
        case None | bool() | int() | float() | str() if not isinstance(value, Enum):
            return value
        case Enum():
            return plain(value.value)
        case Decimal():
            return format(value, "f")
        case datetime():
            return dates.write(value, dialect.RESPONSE_DATETIMES[0])
        case date():
            return dates.write(value, dialect.RESPONSE_DATES[0])
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case BaseModel():
            return _model(value)
        case Mapping():
            entries = cast(Mapping[object, object], value)
            return {str(plain(key)): plain(item) for key, item in entries.items()}
        case Sequence() | set() | frozenset():
            return [plain(item) for item in cast(Sequence[object], value)]
        case _:
            raise TypeError(f"an answer cannot hold {type(value).__name__}: JSON has no such value")


def dumps(data: object) -> bytes:
    """The JSON that PHP's json_encode writes: ASCII, and slashes escaped."""
    return json.dumps(data, separators=(",", ":")).replace("/", "\\/").encode("ascii")


def _model(value: BaseModel) -> dict[str, Any]:
    written: dict[str, Any] = {}
    names = {name: field.alias or name for name, field in type(value).model_fields.items()}
    for name in value.model_fields_set:
        wire = names.get(name, name)
        inside = plain(getattr(value, name))
        wrapper = wrapper_of(type(value), wire)
        written[wire] = (
            {wrapper: inside} if wrapper is not None and isinstance(inside, list) else inside
        )
    order = list(fields(type(value)))
    return dict(
        sorted(
            written.items(),
            key=lambda item: order.index(item[0]) if item[0] in order else len(order),
        )
    )
