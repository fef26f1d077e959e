"""Variables of a form -> parameters meant: ``{"pid": {0: "1", 1: "2"}}`` -> ``{"pid": [1, 2]}``.

The reverse of what the client does, by the same description of the parameters, so that a test can
compare with what it passed in. What does not fit its description stays as it was sent, and is told
as a problem.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from .._runtime.operation import Operation, Param
from . import encoded
from .php_form import PhpArray, PhpKey, PhpValue, Unreadable, keys_of, legible
from .scalars import read_text
from .structures import at, read_decoded, read_object

# "itemamount12": a cell of row 12
_CELL: Final = re.compile(r"(?P<name>.*[^0-9])(?P<row>[1-9][0-9]{0,3})", re.DOTALL)
_ID: Final = re.compile(r"[1-9][0-9]{0,17}", re.ASCII)
# A list may have holes, but an index of a billion is no list.
_MOST_HOLES: Final = 1000


@dataclass(frozen=True, slots=True)
class Parameters:
    """What was sent to an action.

    values:    wire name -> value, in the order of the form
    unknown:   names that the action does not have
    problems:  what does not fit its description, in words
    """

    values: dict[str, Any]
    unknown: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def read(operation: Operation[Any], variables: Mapping[PhpKey, PhpValue]) -> Parameters:
    """The parameters of an operation, out of the form's variables less credentials and the like."""
    rows = next((each for each in operation.params if each.encoding.kind == "numbered"), None)
    values: dict[str, Any] = {}
    table: dict[int, dict[str, Any]] = {}
    unknown: list[str] = []
    problems: list[str] = []
    for key, sent in _declared_apart(operation, variables).items():
        wire = legible(str(key))
        param = operation.param(wire)
        if param is not None and param is not rows:
            try:
                values[wire] = _value(param, sent)
            except ValueError as error:
                values[wire] = plain(sent)
                problems.append(f"{wire}: {error}")
        elif rows is not None and (cell := _cell(rows, wire)):
            values.setdefault(rows.wire, [])
            row = table.setdefault(int(cell["row"]), {})
            row[cell["name"]] = plain(sent)
            field = next((each for each in rows.fields if each.wire == cell["name"]), None)
            try:
                row[cell["name"]] = plain(sent) if field is None else _shaped(field, sent)
            except ValueError as error:
                problems.append(f"{wire}: {error}")
        else:
            values[wire] = plain(sent)
            unknown.append(wire)
    if rows is not None and table:
        values[rows.wire] = [table.get(row) for row in range(1, max(table) + 1)]
    return Parameters(values, tuple(unknown), tuple(problems))


def _declared_apart(
    operation: Operation[Any], variables: Mapping[PhpKey, PhpValue]
) -> Mapping[PhpKey, PhpValue]:
    """The variables, where a parameter that is called ``filter[state]`` is no entry of another."""
    names = (param.wire for param in operation.params if "[" in param.wire)
    within = {wire: keys for wire in names if (keys := keys_of(wire))}
    if not within:
        return variables
    left: PhpArray = copy.deepcopy(dict(variables))
    apart: PhpArray = {}
    for wire, keys in within.items():
        if (value := _taken(left, keys)) is not None:
            apart[wire] = value
    return left | apart


def _taken(array: PhpArray, keys: Sequence[PhpKey]) -> PhpValue | None:
    """What stands there, taken out together with arrays that this empties; None if nothing does."""
    key, *deeper = keys
    found = array.get(key)
    if not deeper or found is None:
        return array.pop(key, None)
    if isinstance(found, str):
        return None
    value = _taken(found, deeper)
    if not found:
        del array[key]
    return value


def _cell(rows: Param, wire: str) -> re.Match[str] | None:
    """The cell of a row of that name; None if the rows have no such cells."""
    cell = _CELL.fullmatch(wire)
    names = {field.wire for field in rows.fields}
    return cell if cell and (not names or cell["name"] in names) else None


def untyped(variables: Mapping[PhpKey, PhpValue]) -> Parameters:
    """The parameters of an action of which nothing is known."""
    return Parameters({legible(str(key)): plain(sent) for key, sent in variables.items()})


def plain(sent: PhpValue) -> Any:
    """The value as ``json_encode`` sees it: an array with the keys 0, 1, 2 is a list."""
    if isinstance(sent, str):
        return legible(sent)
    if sent and list(sent) == list(range(len(sent))):
        return [plain(item) for item in sent.values()]
    return {_key(key): plain(item) for key, item in sent.items()}


def _key(key: PhpKey) -> PhpKey:
    return legible(key) if isinstance(key, str) else key


def _value(param: Param, sent: PhpValue) -> Any:
    """The value of one parameter. Raises Unreadable."""
    if not param.encoding.each:
        return _decoded(param, sent)
    return _items(_array(sent), lambda item: _decoded(param, item))


def _decoded(param: Param, sent: PhpValue) -> Any:
    """One value in the encoding of the parameter."""
    match param.encoding.kind:
        case "comma":
            return _comma_list(param, _text(sent))
        case "php-serialize":
            is_object = param.kind == "object" and (param.shape == "value" or param.encoding.each)
            as_map = param.shape == "map" or is_object
            return _checked(param, encoded.php_blob(_text(sent), as_map=as_map))
        case "json-base64":
            return _checked(param, encoded.json_blob(_text(sent), param.encoding.file))
        case "form" | "numbered":
            return _shaped(param, sent)


def _checked(param: Param, value: Any) -> Any:
    return read_decoded(param, value) if param.fields else value


def _comma_list(param: Param, text: str) -> Any:
    items = [_comma_item(param, item) if item else None for item in text.split(",")] if text else []
    return items[0] if param.shape == "any" and len(items) == 1 else items


def _comma_item(param: Param, text: str) -> Any:
    """An item; a number, as ids are, also where a text is accepted in place of the list."""
    is_number = param.kind == "any" and _ID.fullmatch(text)
    return int(text) if is_number else read_text(param, text)


def _shaped(param: Param, sent: PhpValue) -> Any:
    match param.shape:
        case "list":
            return _items(_array(sent), lambda item: _inner(param, item))
        case "map":
            array = _array(sent)
            return {_key(key): at(key, _inner, param, array[key]) for key in array}
        case "value":
            return _inner(param, sent)
        case "any":
            return plain(sent)


def _inner(param: Param, sent: PhpValue) -> Any:
    """A value, an item of a list or an entry of a map."""
    if param.kind == "any":
        return plain(sent)
    if param.kind == "object":
        if param.fields:
            return read_object(param, _array(sent), _shaped)
        return {_key(key): plain(item) for key, item in _array(sent).items()}
    return read_text(param, _text(sent))


def _items(array: PhpArray, read_item: Callable[[PhpValue], Any]) -> list[Any]:
    """The items by their index; None in holes."""
    indexes = [key for key in array if isinstance(key, int) and key >= 0]
    if len(indexes) < len(array) or max(indexes, default=0) > len(array) + _MOST_HOLES:
        raise Unreadable("is not a list: its keys are no indexes")
    return [
        at(index, read_item, array[index]) if index in array else None
        for index in range(max(indexes, default=-1) + 1)
    ]


def _array(sent: PhpValue) -> PhpArray:
    if isinstance(sent, str):
        raise Unreadable("must be an array: name[key]=value")
    return sent


def _text(sent: PhpValue) -> str:
    if isinstance(sent, str):
        return legible(sent)
    raise Unreadable("must be a single value, and is an array")
