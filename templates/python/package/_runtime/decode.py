"""Documents of responses as models.

``read`` never fails over a value: what cannot be read is None, and what was sent is in ``unparsed``
of the model that has the field. In strict mode it is an error instead.
"""

from __future__ import annotations

import reprlib
from functools import cache
from typing import Annotated, Any, Generic, TypeVar, cast, get_origin

from pydantic import BaseModel, GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import CoreSchema

from .. import _dialect as dialect
from ..exceptions import UnreadableValueError
from . import leniency
from .body import Found, find_json
from .envelope import Envelope, envelope
from .leniency import Schema
from .model import place_of
from .oddity import Notes, Problem
from .operation import Operation
from .settle import Settler

__all__ = ["Envelope", "Found", "Rows", "Table", "envelope", "find_json", "read"]

T = TypeVar("T")


class Rows(list[T], Generic[T]):
    """A list that is a whole response, with what could not be read of it: {"[3]": "<b>"}."""

    unparsed: dict[str, Any]


class Table(dict[str, T], Generic[T]):
    """A map that is a whole response, with what could not be read of it: {"[USD]": "n/a"}."""

    unparsed: dict[str, Any]


def read(operation: Operation[T], data: object, strict: bool = False) -> T:
    """The answer to a call, as the type that the operation declares; None where it declares none.

    ``data`` is the JSON document, or the body that holds it. A list or a map is a ``Rows`` or
    ``Table``, which has ``unparsed`` as models do. Raises UnreadableValueError where the document
    as a whole is of another kind, and in strict mode for each value that contradicts its declared
    type.
    """
    if operation.response is None:
        return cast(T, None)
    if isinstance(data, bytes):
        found = find_json(data)
        data = None if found is None else found.data
    notes = Notes()
    try:
        result = _validated(operation.response, data, notes)
    except ValidationError:
        kind = "nothing" if data is None else f"a {type(data).__name__}"
        message = f"the answer is {kind}, and another kind is documented"
        raise UnreadableValueError(message, action=operation.action) from None
    loose: dict[str, Any] = {}
    if notes.fields:
        settler = Settler(notes)
        result, loose = settler.settle(result)
        if strict and settler.problems:
            raise _refusal(operation, settler.problems)
    if get_origin(operation.response) in (list, dict):
        result = Rows(result) if isinstance(result, list) else Table(result)
        result.unparsed = loose
    return cast(T, result)


def _validated(response: Any, data: object, notes: Notes) -> Any:
    """The data as the type, with stand-ins for odd values. Raises ValidationError for another kind."""
    if isinstance(response, type) and issubclass(response, BaseModel):
        # PHP writes an object without fields as a list.
        return response.model_validate({} if data == [] else data, context=notes)
    if get_origin(response) in (list, dict):
        if isinstance(data, dict):
            data = {key: value for key, value in data.items() if key != dialect.ENVELOPE_RESULT}
        elif not isinstance(data, list):
            return _adapter(response).validate_python(data)
    return _adapter(response).validate_python(data, context=notes)


class _Lenient:
    """Marks a type that is read as fields of models are."""

    def __init__(self, response: Any) -> None:
        self._response = response

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema = leniency.lenient(
            cast(Schema, handler(source)), place_of(object, "", lambda: self._response)
        )
        return cast(CoreSchema, schema)


@cache
def _adapter(response: Any) -> TypeAdapter[Any]:
    return TypeAdapter(Annotated[response, _Lenient(response)])


def _refusal(operation: Operation[Any], problems: list[Problem]) -> UnreadableValueError:
    """The error for values that contradict their types: all of them are named, up to ten."""
    lines = [
        f"{problem.path} is not {problem.expected}: {'(hidden)' if problem.sensitive else reprlib.repr(problem.raw)}"
        for problem in problems[:10]
    ]
    if len(problems) > 10:
        lines.append(f"and {len(problems) - 10} more")
    return UnreadableValueError("; ".join(lines), path=problems[0].path, action=operation.action)
