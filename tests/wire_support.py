"""The vectors of tests/wire, with their tagged values made Python values."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pytest
from whmcs._runtime.model import Model
from whmcs._runtime.operation import Condition, Encoding, Operation, Param, Requirement

FOLDER = Path(__file__).parent / "wire"


def vectors(file: str) -> list[Any]:
    """The vectors of a file, as parameters of a test named after them."""
    rows = json.loads((FOLDER / file).read_text("utf-8"))["vectors"]
    return [pytest.param(row, id=row["name"]) for row in rows]


def untag(value: Any) -> Any:
    """The value that a vector means."""
    if isinstance(value, list):
        return [untag(item) for item in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1 and (tag := next(iter(value))).startswith("$"):
        return _TAGS[tag](value[tag])
    return {key: untag(item) for key, item in value.items()}


_TAGS: Mapping[str, Any] = {
    "$decimal": Decimal,
    "$float": float,
    "$date": date.fromisoformat,
    "$datetime": datetime.fromisoformat,
    "$bytes": base64.b64decode,
    "$map": lambda rows: {untag(key): untag(item) for key, item in rows},
    "$surrogate": lambda text: json.loads(f'"{text}"'),
    "$repeat": lambda row: row[0] * row[1],
}


def exact(text: str) -> Any:
    """The value of a JSON text, with exact numbers."""
    return json.loads(text, parse_float=Decimal)


def operation(*params: Param, response: Any = None, **facts: Any) -> Operation[Any]:
    """An action that takes these parameters."""
    return Operation(action="DoIt", group="Tests", effect="write", params=params, response=response, **facts)


def param(row: Mapping[str, Any]) -> Param:
    """The parameter that a vector describes."""
    encoding = row.get("encoding", {})
    file = tuple(encoding["file"]) if "file" in encoding else None
    facts = {key: value for key, value in row.items() if key not in ("wire", "kind", "encoding")}
    fields = tuple(param(field) for field in facts.pop("fields", ()))
    return Param(row["wire"], row["kind"], encoding=Encoding(**{**encoding, "file": file}), fields=fields, **facts)


def requirement(row: Mapping[str, Any]) -> Requirement:
    """The rule that a vector describes."""
    conditions = {part: tuple(Condition(**_tuples(each)) for each in row.get(part, ())) for part in ("when", "unless")}
    return Requirement(**{**_tuples(row), **conditions})


def _tuples(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}


class Thing(Model):
    """The object of the decode vectors."""

    id: int | None = None
    name: str | None = None


# What a field of each kind is annotated with.
KINDS: Mapping[str, Any] = {
    "integer": int,
    "decimal": Decimal,
    "boolean": bool,
    "date": date,
    "datetime": datetime,
    "text": str,
    "enum": Literal["Paid", "Unpaid"] | str,
    "integer-enum": Literal[1, 2] | int,
    "integer-or-text": int | str,
    "map-or-text": dict[str, str] | str,
    "any": Any,
    "object": Thing,
    "list-of-integer": list[int],
    "map-of-integer": dict[str, int],
}


def plain(value: Any) -> Any:
    """The value with models as dicts of their fields."""
    if isinstance(value, Model):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value
