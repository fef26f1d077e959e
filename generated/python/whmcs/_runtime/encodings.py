"""How a parameter is written where not as a plain form: comma lists, PHP or JSON in base64, rows.

Each function takes the value of one parameter, or of one item of it, and raises Misfit where it
cannot.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_ISREG
from typing import Final, TypeGuard

from . import entries, json_text, php, values
from .misfit import Misfit, is_list, is_map, refuse
from .operation import Kind, Param
from .secret import reveal

# Far more than PHP takes by default (8 MB), and what fits into memory when it is encoded three times.
_MOST_BYTES: Final = 64 << 20


def comma_list(value: object, param: Param) -> str:
    """``1,2,3``; with a hole ``1,,3``. A single value stands for itself if the shape is open."""
    if not is_list(value):
        if isinstance(value, str) and param.encoding.each:
            return values.text(value)  # an item that is written already
        if param.shape == "any" and not is_map(value):
            return values.write(value, param.kind, param.encoding.date)
        raise Misfit("a list", value)
    return ",".join(_comma_item(index, item, param) for index, item in enumerate(value))


def _comma_item(index: int, item: object, param: Param) -> str:
    try:
        text = "" if reveal(item) is None else values.write(item, param.kind, param.encoding.date)
        if "," in text:
            refuse("an item without a comma: the items are separated by commas", item)
    except Misfit as misfit:
        raise misfit.inside(index) from None
    return text


def php_blob(value: object, param: Param) -> str:
    """base64 of PHP's serialize()."""
    if not is_list(value) and not is_map(value):
        raise Misfit("a dict or a list, which is serialized for you", value)
    if param.fields:
        value = entries.packed(param, value)
    return base64.b64encode(php.serialize(value, param.encoding.date)).decode("ascii")


def json_blob(value: object, param: Param) -> str:
    """base64 of JSON; the rows of files may be paths."""
    if not is_list(value) and not is_map(value):
        raise Misfit("a list or a dict, which is encoded for you", value)
    if param.encoding.file is not None:
        value = list(_files(value, param, param.encoding.file))
    elif param.fields:
        value = entries.packed(param, value)
    return base64.b64encode(json_text.dumps(value, param.encoding.date).encode()).decode("ascii")


def _files(rows: object, param: Param, file: tuple[str, str]) -> Iterator[Mapping[object, object]]:
    if not is_list(rows):
        raise Misfit("a list of files", rows)
    for index, row in enumerate(rows):
        try:
            yield _file(reveal(row), param, *file)
        except Misfit as misfit:
            raise misfit.inside(index) from None


def _file(row: object, param: Param, name: str, data: str) -> Mapping[object, object]:
    """One file as name and base64 of its content; a path is read."""
    if is_path(row):
        path = _path(row)
        return {name: path.name, data: values.base64_of(_content(path))}
    if not is_map(row) or not isinstance(reveal(row.get(name)), str):
        raise Misfit(f"a path (pathlib.Path), or a dict of {name} (text) and {data} (bytes)", row)
    try:
        content = values.base64_of(reveal(row.get(data)))
    except Misfit as misfit:
        raise misfit.inside(data) from None
    if not param.fields:
        return {**row, data: content}
    fields = (
        field._replace(kind="any", shape="any") if field.wire == data else field
        for field in param.fields
    )
    one = param._replace(shape="value", fields=tuple(fields))
    return {**entries.packed_object(one, row), data: content}


def _path(value: os.PathLike[str]) -> Path:
    """The path; one in bytes is read as the system reads it."""
    try:
        return Path(os.fsdecode(value))
    except (TypeError, ValueError):
        raise Misfit("a path that is text", value) from None


def _content(path: Path) -> bytes:
    """What is in the file. Misfit where it cannot be read, or is none, such as a folder."""
    try:
        kind = path.stat()
        if not S_ISREG(kind.st_mode):
            refuse("a file", path)
        if kind.st_size > _MOST_BYTES:
            refuse(f"a file of at most {_MOST_BYTES >> 20} MiB", path)
        return path.read_bytes()
    except (OSError, ValueError) as error:  # a path with a NUL is a ValueError
        reason = getattr(error, "strerror", None) or error
    refuse(f"a file that can be read ({reason})", path)


def is_path(value: object) -> TypeGuard[os.PathLike[str]]:
    """Whether the value names a file. A text does not: it might be the content."""
    return isinstance(value, os.PathLike)


def numbered_rows(value: object, param: Param) -> Iterator[tuple[str, str]]:
    """``[{"amount": 5}, {"amount": 7}]`` -> amount1=5, amount2=7. A hole keeps its number."""
    if not is_list(value):
        raise Misfit("a list of rows", value)
    for index, row in enumerate(value):
        row = reveal(row)
        if row is None:
            continue
        try:
            yield from _row(row, index + 1, param)
        except Misfit as misfit:
            raise misfit.inside(index) from None


def _row(row: object, number: int, param: Param) -> Iterator[tuple[str, str]]:
    if not is_map(row):
        raise Misfit("a dict for each row", row)
    for key in row:
        if not isinstance(key, str):
            raise Misfit("names of parameters as keys", key)
        if not php.readable_name(f"{values.plain(key)}{number}"):
            refuse("keys that PHP reads as they are written (without dots, spaces, brackets)", key)
    kinds: dict[object, Kind] = {}
    if param.fields:
        kinds = {key: field.kind for key, field, _ in entries.known(param, row)}
    for key, cell in row.items():
        if reveal(cell) is None:
            continue
        try:
            yield (
                f"{values.plain(key)}{number}",
                values.write(cell, kinds.get(values.plain(key), "any"), param.encoding.date),
            )
        except Misfit as misfit:
            raise misfit.inside(key) from None
