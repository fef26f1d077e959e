"""Objects whose keys are documented: each entry is checked and written as its own kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from . import values
from .misfit import Misfit, is_list, is_map, refuse
from .operation import Encoding, Param
from .secret import reveal

_FORM: Final = Encoding()


def known(param: Param, value: object) -> Iterator[tuple[str, Param, object]]:
    """Key, declaration and value of each entry. Misfit for unknown and missing keys."""
    if not is_map(value):
        raise Misfit("a dict", value)
    declared = {field.wire: field for field in param.fields}
    given: dict[str, object] = {}
    for key, item in value.items():
        name = _name(key)
        if name not in declared:
            refuse(f"no keys but {', '.join(declared)}", key)
        if name in given:
            refuse(f"each key once: {name} is there twice", type(value))
        given[name] = reveal(item)
    missing = [
        field.wire for field in param.fields if field.required and given.get(field.wire) is None
    ]
    if missing:
        raise Misfit(f"a dict that has {' and '.join(missing)}", type(value))
    date = param.encoding.date
    encoding = Encoding(date=date) if date else _FORM
    for name, item in given.items():
        yield name, declared[name]._replace(encoding=encoding), item


def _name(key: object) -> str:
    key = values.plain(key)
    if isinstance(key, bool) or not isinstance(key, str | int):
        raise Misfit("keys that are text or whole numbers", key)
    return str(key)


def packed(param: Param, value: object) -> object:
    """The value as PHP's serialize() or JSON is to have it: truths and numbers stay what they are."""
    value = values.plain(value)
    if value is None or param.shape == "any":
        return value
    if param.shape == "value":
        return _single(param, value)
    if is_list(value) and param.shape == "list":
        return [_item(param, index, item) for index, item in enumerate(value)]
    if is_map(value) and (param.shape == "map" or all(type(key) is int for key in value)):
        return {key: _item(param, key, item) for key, item in value.items()}
    raise Misfit("a list" if param.shape == "list" else "a dict", value)


def _item(param: Param, key: object, item: object) -> object:
    item = values.plain(item)
    try:
        return None if item is None else _single(param, item)
    except Misfit as misfit:
        raise misfit.inside(key) from None


def _single(param: Param, value: object) -> object:
    """One value, or one object."""
    if param.kind == "any":
        return value
    if param.kind == "object":
        return packed_object(param, value)
    if is_list(value) or is_map(value):
        raise Misfit(f"a single {param.kind} value", value)
    text = values.write(value, param.kind, param.encoding.date)
    if param.kind in ("integer", "decimal"):
        return int(text) if isinstance(value, float) and param.kind == "integer" else value
    return bool(value) if param.kind == "boolean" and text else text


def packed_object(param: Param, value: object) -> Mapping[object, object]:
    """The object with its entries packed."""
    if not param.fields:
        if not is_map(value):
            raise Misfit("a dict", value)
        return value
    entries: dict[object, object] = {}
    for key, field, item in known(param, value):
        try:
            entries[key] = packed(field, item)
        except Misfit as misfit:
            raise misfit.inside(key) from None
    return entries


def is_secret(param: Param, misfit: Misfit) -> bool:
    """Whether the value that does not fit is, or may hold, that of a sensitive entry."""
    names = set(sensitive_names(param))
    is_open = not isinstance(misfit.value, type) and (is_list(misfit.value) or is_map(misfit.value))
    return bool(names) and (is_open or not names.isdisjoint(map(str, misfit.path)))


def sensitive_names(param: Param) -> Iterator[str]:
    """The sensitive ones of the names that the parameter's objects may have, at any depth."""
    for field in param.fields:
        if field.sensitive:
            yield field.wire
        yield from sensitive_names(field)
