"""The Api for people and programs: the table of ``list``, and the JSON of ``ir``."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, NamedTuple

from .ir import Api, Listing, Operation, Page, Param
from .origin import Origin
from .report import printable


class Row(NamedTuple):
    """One operation in the table of ``list``, in characters that print.

    params:  the names; a required one ends with ``*``, a deprecated one with ``~``
    source:  ``file:line``
    state:   ``deprecated`` or ``-``
    """

    action: str
    group: str
    effect: str
    paging: str
    params: str
    source: str
    state: str


def rows(api: Api) -> list[Row]:
    """All operations by group, in the order of the spec."""
    return [
        Row(
            printable(operation.action),
            printable(group.name),
            str(operation.effect),
            _paging(operation),
            printable(" ".join(map(_param, operation.params))),
            printable(f"{operation.origin.file}:{operation.origin.line}"),
            "deprecated" if operation.deprecated else "-",
        )
        for group in api.groups
        for operation in group.operations
    ]


def _param(param: Param) -> str:
    return param.wire + ("*" if param.required else "") + ("~" if param.deprecated else "")


def _paging(operation: Operation) -> str:
    match operation.result:
        case Page():
            return "pages"
        case Listing():
            return "list"
    return "-"


def as_json(api: Api) -> str:
    """The Api as JSON: a dataclass is an object; ``is`` names its kind."""
    return json.dumps(_plain(api), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Origin):
        return {"file": value.file, "pointer": value.pointer, "line": value.line, "column": value.column}
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        body = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"is": type(value).__name__, **body}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
