"""Arguments of a call as a PHP form: ``{"pid": [1, 2]}`` -> ``pid[0]=1&pid[1]=2``.

None is left out, and None in a list keeps its index free: ``[1, None, 3]`` is
``pid[0]=1&pid[2]=3``. An empty text is sent. An empty list or map cannot be said in a form: nothing
is sent. Vectors: tests/wire/form.json.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlencode as _urlencode

from . import encodings, entries, php, values
from .misfit import Misfit, is_list, is_map, refuse
from .operation import Operation, Param
from .requirements import broken, is_given, joined
from .secret import hide, reveal
from .sensitive import hides

Pairs = list[tuple[str, str]]

# PHP silently drops what is more than max_input_vars (1000 by default) and nested deeper than
# max_input_nesting_level (64). Ten variables are left for the action and the credentials.
MOST_VARIABLES: Final = 990
_DEEPEST: Final = 64


def encode(
    operation: Operation[Any],
    params: Mapping[str, object],
    extra: Mapping[str, object] | None = None,
    *,
    most: int = MOST_VARIABLES,
) -> Pairs:
    """The form's variables, in the order given: the parameters, then ``extra``, written by type.

    Raises TypeError or ValueError, naming action and parameter, for a value that cannot be sent,
    for a name that PHP would read as another one, for a name given twice, and for more than
    ``most`` variables.
    """
    params, extra = hide(params), hide(extra or {})
    pairs: Pairs = hide([])
    declared = {param.wire: param for param in operation.params}
    for name in reveal(params):
        wire = _wire(operation, name)
        param = declared.get(wire) or Param(wire, "any", shape="any")
        reveal(pairs).extend(_encode(operation, param, hide(reveal(params)[name])))
    for name in reveal(extra):
        param = Param(_wire(operation, name), "any", shape="any")
        reveal(pairs).extend(_encode(operation, param, hide(reveal(extra)[name])))
    _refuse_doubles(operation, [name for name, _ in reveal(pairs)])
    if (count := len(reveal(pairs))) > most:
        raise ValueError(
            f"{operation.action}: {count} form variables; PHP reads the first 1000 "
            "(max_input_vars) and drops the rest without a word. Send fewer at a time"
        )
    return reveal(pairs)


def urlencode(pairs: Pairs) -> bytes:
    """The body of the request, ``application/x-www-form-urlencoded`` in UTF-8."""
    return _urlencode(pairs).encode("ascii")


def check(
    operation: Operation[Any],
    params: Mapping[str, object],
    stacklevel: int = 2,
    extra: Mapping[str, object] | None = None,
) -> None:
    """Raises TypeError where a rule of the operation is broken; warns of deprecated parameters.

    ``stacklevel`` is that of ``warnings.warn``: 1 is this function, 2 its caller.
    """
    arguments = hide(
        {**params, **{name: value for name, value in (extra or {}).items() if value is not None}}
    )
    params, extra = hide(params), hide(extra)
    given = {name for name, value in reveal(arguments).items() if is_given(value)}
    missing = [each.wire for each in operation.params if each.required and each.wire not in given]
    if missing:
        raise TypeError(f"{operation.action}: {joined(missing, 'and')} must be given")
    for problem in broken(operation, reveal(arguments)):
        raise TypeError(f"{operation.action}: {problem.words}")
    for notice in _deprecations(operation, given):
        warnings.warn(notice, DeprecationWarning, stacklevel)


def _deprecations(operation: Operation[Any], given: set[str]) -> Iterator[str]:
    if operation.deprecated:
        yield f"{operation.action} is deprecated: {operation.deprecated}"
    for param in operation.params:
        if param.deprecated and param.wire in given:
            yield f"{operation.action}: {param.wire} is deprecated: {param.deprecated}"


def _wire(operation: Operation[Any], name: object) -> str:
    """The name of a parameter, as it is sent."""
    plain = values.plain(name)
    if isinstance(plain, bool) or not isinstance(plain, str | int):
        raise TypeError(
            f"{operation.action}: the name of a parameter is text or a whole number, "
            f"not {type(plain).__name__}"
        )
    return str.__str__(plain) if isinstance(plain, str) else str(plain)


def _encode(operation: Operation[Any], param: Param, value: object) -> Pairs:
    """The variables of one parameter; ``value`` is hidden, so that no traceback shows it."""
    if value is None:
        return []
    if not php.readable_name(param.wire):
        raise ValueError(
            f"{operation.action}: PHP would not read the name {param.wire!r} as it is written; "
            "it takes names without dots and spaces, with keys in brackets"
        )
    try:
        return list(_variables(param, reveal(value)))
    except Misfit as misfit:
        is_hidden = hides(operation, (param.wire, *map(values.plain, misfit.path)))
        sensitive = is_hidden or entries.is_secret(param, misfit)
        error = misfit.error(operation.action, param.wire, sensitive)
    # Outside of the except clause: the frames below hold the value in the open, and must not hang
    # on to the error.
    raise error


def _variables(param: Param, value: object) -> Iterator[tuple[str, str]]:
    if not param.encoding.each:
        yield from _written(param, param.wire, value)
        return
    if not is_list(value):
        raise Misfit("a list", value)
    if param.fields:
        param = param._replace(shape="value")
    for index, item in enumerate(value):
        item = reveal(item)
        if item is None:
            continue
        try:
            yield from _written(param, f"{param.wire}[{index}]", item)
        except Misfit as misfit:
            raise misfit.inside(index) from None


def _written(param: Param, name: str, value: object) -> Iterator[tuple[str, str]]:
    """One value in the encoding of the parameter."""
    match param.encoding.kind:
        case "comma":
            yield name, encodings.comma_list(value, param)
        case "php-serialize":
            yield name, encodings.php_blob(value, param)
        case "json-base64":
            yield name, encodings.json_blob(value, param)
        case "numbered":
            yield from encodings.numbered_rows(value, param)
        case "form":
            yield from _shaped(param, name, value)


def _shaped(param: Param, name: str, value: object) -> Iterator[tuple[str, str]]:
    """A plain value, list or map, as the parameter declares it."""
    match param.shape:
        case "list":
            # {0: "a", 5: "b"} is a list with its indexes said.
            if not is_list(value) and not (
                is_map(value) and all(type(key) is int for key in value)
            ):
                raise Misfit("a list", value)
        case "map":
            if not is_map(value):
                raise Misfit("a dict", value)
        case "value":
            if param.kind == "object" and not is_map(value):
                raise Misfit("a dict", value)
            if param.kind not in ("object", "any") and (is_list(value) or is_map(value)):
                raise Misfit(f"a single {param.kind} value", value)
        case "any":
            pass
    yield from _nested(param, name, value, 0)


def _nested(param: Param, name: str, value: object, level: int) -> Iterator[tuple[str, str]]:
    value = reveal(value)
    if value is None:
        return
    if level > _DEEPEST:
        refuse(f"at most {_DEEPEST} levels (PHP's max_input_nesting_level)", type(value))
    if not is_list(value) and not is_map(value):
        yield name, _scalar(param, value, level)
        return
    if level and param.kind not in ("any", "object"):
        raise Misfit(f"{param.kind} values", value)
    if param.fields and level == (param.shape in ("list", "map")):
        yield from _object(param, name, value)
        return
    for key, item in value.items() if is_map(value) else enumerate(value):
        try:
            yield from _nested(param, f"{name}[{_key(key)}]", item, level + 1)
        except Misfit as misfit:
            raise misfit.inside(key) from None


def _object(param: Param, name: str, value: object) -> Iterator[tuple[str, str]]:
    """The entries of an object, each as it is declared."""
    for key, field, item in entries.known(param, value):
        if item is None:
            continue
        try:
            yield from _shaped(field, f"{name}[{_key(key)}]", item)
        except Misfit as misfit:
            raise misfit.inside(key) from None


def _scalar(param: Param, value: object, level: int) -> str:
    if param.kind == "object" and level < (param.shape in ("list", "map")) + 1:
        raise Misfit("a dict", value)
    return values.write(value, "any" if param.kind == "object" else param.kind, param.encoding.date)


def _key(key: object) -> str:
    key = values.plain(key)
    if isinstance(key, bool) or not isinstance(key, str | int):
        raise Misfit("keys that are text or whole numbers", key)
    text = values.text(key) if isinstance(key, str) else values.number(key)
    if not php.readable_key(text):
        refuse("keys that PHP reads as they are written (not empty, no closing bracket)", key)
    return text


def _refuse_doubles(operation: Operation[Any], variables: list[str]) -> None:
    """PHP keeps the last of two variables of one name, and of ``pid=1&pid[0]=2`` as well."""
    names: set[str] = set()
    parents: set[str] = set()
    for name in variables:
        above = [name[:place] for place, letter in enumerate(name) if letter == "["]
        if name in names or name in parents or names.intersection(above):
            raise ValueError(
                f"{operation.action}: {name} is given twice; PHP would keep only one of them"
            )
        names.add(name)
        parents.update(above)
