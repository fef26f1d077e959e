"""Answers as models.

``read`` never fails over a value: what cannot be read is None, and what was sent is in ``unparsed``
of the model that has the field. In strict mode it is an error instead.
"""

from __future__ import annotations

import reprlib
from collections.abc import Callable
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar, cast, get_args, get_origin

from pydantic import BaseModel, GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import CoreSchema

from .. import _dialect as dialect
from ..exceptions import UnreadableValueError
from .body import Found, find_json
from .envelope import Envelope, envelope, is_success
from .leniency import Place, Unfit, lenient
from .model import is_model, names_in, sensitive_names, starred, stripped, wire_names_of
from .oddity import Notes, Problem
from .operation import Operation
from .scalars import Schema
from .settle import Settler
from .shapes import is_array, is_object, legible

if TYPE_CHECKING:
    from .mask import Mask

__all__ = ["Envelope", "Found", "Rows", "Table", "envelope", "find_json", "is_answer", "read"]

T = TypeVar("T")


class _Whole:
    """What lists and maps that are a whole answer have beside their items.

    unparsed:  what could not be read, as it was sent; a pickle holds no sensitive value of it
    """

    unparsed: dict[str, Any]
    _names: frozenset[str]

    def keep(self, unparsed: dict[str, Any], names: frozenset[str]) -> None:
        """Sets ``unparsed``; ``names`` are sensitive in it, beside the dialect's."""
        self.unparsed, self._names = unparsed, names

    def __getstate__(self) -> dict[str, Any]:
        return {"unparsed": stripped(self.unparsed, self._names), "_names": self._names}


class Rows(_Whole, list[T], Generic[T]):
    """A list that is a whole answer. ``unparsed``: what of it could not be read, {"[3]": "<b>"}."""


class Table(_Whole, dict[str, T], Generic[T]):
    """A map that is a whole answer. ``unparsed``: what could not be read, {"[USD]": "n/a"}."""


def _no_secrets() -> Mask:
    from .mask import Mask

    return Mask()


def read(
    operation: Operation[T],
    data: object,
    strict: bool = False,
    mask: Callable[[], Mask] = _no_secrets,
) -> T:
    """The answer to a call, as the type that the operation declares; None where it declares none.

    ``data`` is the JSON document, or the body that holds it. A list or a map is a ``Rows`` or a
    ``Table``, which has ``unparsed`` as models do. Raises UnreadableValueError where the document
    as a whole is of another kind, and in strict mode for values that contradict their types, which
    its message shows through the ``mask``.
    """
    if operation.response is None:
        return cast(T, None)
    if isinstance(data, bytes):
        if (plain := read_plain(operation, data, strict, mask)) is not None:
            return plain
        found = find_json(data)
        data = None if found is None else found.data
    notes = Notes()
    try:
        try:
            result = _read(operation.response, data, notes)
        except ValidationError:
            notes = Notes()
            result = _read(operation.response, legible(data), notes)
    except ValidationError as error:
        refusal = _not_at_all(operation, error)
        raise refusal from None
    result, loose = _settled(operation, result, notes, strict, mask)
    return cast(T, _collection(operation.response, result, loose))


def read_plain(
    operation: Operation[T],
    body: bytes,
    strict: bool = False,
    mask: Callable[[], Mask] = _no_secrets,
) -> T | None:
    """What ``read`` gives, at once from the bytes, which takes half the time.

    None where the document has to be looked at first: where it is not in so many words a success,
    has a warning, holds numbers with a fraction or stands among other text, and where the answer is
    no model. Raises as ``read`` does.
    """
    response = operation.response
    if not is_model(response):
        return None
    notes = Notes()
    try:
        # Not by the method of models, which reads all numbers exactly.
        result = response.__pydantic_validator__.validate_json(body, context=notes)
    except (ValidationError, Unfit):
        return None
    if not _is_success(result):
        return None
    return cast(T, _settled(operation, result, notes, strict, mask)[0])


def _is_success(answer: BaseModel) -> bool:
    """Whether the answer says that the call worked, and warns of nothing."""
    warning = dialect.ENVELOPE_WARNING and _said(answer, dialect.ENVELOPE_WARNING)
    return warning is None and is_success(_said(answer, dialect.ENVELOPE_RESULT))


def _said(answer: BaseModel, wire: str) -> Any:
    """What the answer holds under a name: a field, or one that nobody documents."""
    name = _attribute(type(answer), wire)
    return (answer.__pydantic_extra__ or {}).get(wire) if name is None else vars(answer)[name]


@cache
def _attribute(model: type[BaseModel], wire: str) -> str | None:
    return next((name for name, known in wire_names_of(model).items() if known == wire), None)


def _settled(
    operation: Operation[Any], result: Any, notes: Notes, strict: bool, mask: Callable[[], Mask]
) -> tuple[Any, dict[str, Any]]:
    """The answer without stand-ins, and what no model of it holds. Raises UnreadableValueError."""
    if not notes.fields:
        return result, {}
    settler = Settler(notes)
    settled = settler.settle(result)
    if strict and settler.problems:
        raise _refusal(operation, settler.problems, mask())
    return settled


def _read(response: Any, data: object, notes: Notes) -> Any:
    """The data as the type, stand-ins in place of odd values. Raises ValidationError."""
    if is_model(response):
        if is_array(data):
            data = _as_object(response, data)
        return response.model_validate(data, context=notes)
    adapter = _adapter(response)
    if get_origin(response) not in (list, dict):
        return adapter.validate_python(data, context=notes)
    if is_object(data):
        data = {key: value for key, value in data.items() if key != dialect.ENVELOPE_RESULT}
    # Without notes, a text where a list is documented is an error.
    return adapter.validate_python(data, context=notes if isinstance(data, list | dict) else None)


def _as_object(response: type[BaseModel], data: list[Any]) -> object:
    """A bare list as the object that is documented: its only list. PHP writes one without fields as ``[]``."""
    lists = [
        field.alias or name
        for name, field in response.model_fields.items()
        if get_origin(field.annotation) is list
    ]
    if not data:
        return {}
    return {lists[0]: data} if len(lists) == 1 else data


def _collection(response: Any, result: Any, unparsed: dict[str, Any]) -> Any:
    kind = get_origin(response)
    if kind not in (list, dict):
        return result
    collection: Rows[Any] | Table[Any] = Rows(result) if kind is list else Table(result)
    collection.keep(unparsed, sensitive_names(response))
    return collection


class _Lenient:
    """Marks a type that is read as a field of a model is."""

    def __init__(self, response: Any) -> None:
        self._place = Place(object, "", names=lambda: names_in(response))

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return cast(CoreSchema, lenient(cast(Schema, handler(source)), self._place))


@cache
def _adapter(response: Any) -> TypeAdapter[Any]:
    # Of a type that is known only now, a type checker can make nothing.
    return TypeAdapter(cast(Any, Annotated)[response, _Lenient(response)])


def _not_at_all(operation: Operation[Any], error: ValidationError) -> UnreadableValueError:
    """The error for a document of another kind, or for what a validator of a subclass refuses."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    path = ".".join(map(str, first["loc"]))
    message = f"{path or 'the answer'}: {first['msg']}"
    return UnreadableValueError(message, path=path, action=operation.action)


def is_answer(operation: Operation[Any], data: object) -> bool:
    """Whether a document without a result can be what the action answers, and not somebody else's JSON.

    Some answers have no result. They hold something that is documented of the action, or are a list
    where it has one.
    """
    response = operation.response
    if not is_model(response):
        return response is not None
    if not is_object(data):
        return any(get_origin(field.annotation) is list for field in response.model_fields.values())
    names = {*wire_names_of(response).values()}
    for name, field in response.model_fields.items():
        if (field.alias or name) == getattr(response, "wire_flattened", None):
            for part in filter(is_model, get_args(field.annotation)):
                names |= {*wire_names_of(part).values()}
    told = {dialect.ENVELOPE_WARNING, *dialect.ENVELOPE_MESSAGE}
    return not (names - told).isdisjoint(data)


def _refusal(
    operation: Operation[Any], problems: list[Problem], mask: Mask
) -> UnreadableValueError:
    """The error for values that contradict their types: it names all of them, up to ten."""
    names = sensitive_names(operation.response)
    lines = [
        f"{each.path} is not {each.expected}: {_shown(each, names, mask)}" for each in problems[:10]
    ]
    if len(problems) > 10:
        lines.append(f"and {len(problems) - 10} more")
    return UnreadableValueError("; ".join(lines), path=problems[0].path, action=operation.action)


def _shown(problem: Problem, names: frozenset[str], mask: Mask) -> str:
    """The value in short. What must not be shown is taken out of it before."""
    if problem.sensitive:
        return "(hidden)"
    return reprlib.repr(_masked(starred(problem.raw, names), mask))


def _masked(value: Any, mask: Mask) -> Any:
    """As much of plain data as is shown, and one item more, without secrets."""
    if is_array(value):
        return [_masked(item, mask) for item in islice(value, 10)]
    if is_object(value):
        return {mask(key): _masked(item, mask) for key, item in islice(value.items(), 10)}
    return mask(value) if isinstance(value, str) else value
