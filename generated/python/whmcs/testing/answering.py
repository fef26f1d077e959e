"""The response to a call: registered, made up, or a refusal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from pydantic import BaseModel

from . import faults, invention, made_up, quirks
from .exchange import HTML, JSON, Headers, Response
from .faults import Fault
from .made_up import World
from .plain_json import plain
from .quirks import Quirks
from .receiving import Received
from .refusals import Refusal, refusal
from .scripts import Answer, Failure, Plain, Raw


def in_front(fault: Fault | None, action: str) -> Response | None:
    """What a fault sends in place of the answer; None if the call gets as far as that."""
    match fault:
        case faults.Page(status=status, retry_after=moment):
            later = () if moment is None else (("retry-after", str(moment)),)
            return Response(status, (*HTML, *later), fault.body().encode())
        case faults.Forbidden(reason=reason):
            return _refused(refusal(reason, action=action))
        case faults.Reset(carried_out=False):
            return Response(200, (), b"")
        case _:
            return None


def respond(
    received: Received, answer: tuple[Answer] | None, world: World, odd: Quirks
) -> Response:
    """The response to a call that no fault has stopped. ``answer`` is what a test registered."""
    if received.refusal is not None:
        return _refused(received.refusal)
    if answer is not None:
        return _registered(_plain(answer[0], received.params), odd)
    if received.operation is None:
        return _json(made_up.success({}), odd)
    data = made_up.answer(
        received.operation,
        received.params,
        world,
        ignore_start=odd.ignore_start,
        ignore_size=odd.ignore_paging,
    )
    model = invention.model_of(received.operation.response)
    return _json(data, odd, flattened=getattr(model, "wire_flattened", None))


def _refused(problem: Refusal) -> Response:
    if problem.status == 404:
        return Response(404, HTML, faults.Page(404).body().encode())
    return _json(made_up.failure(problem.message), Quirks(), status=problem.status)


def check(answer: Answer) -> None:
    """Raises TypeError or ValueError for what cannot be answered; a function is asked when called."""
    if not _is_function(answer):
        _registered(cast(Plain, answer), Quirks())


def _is_function(answer: Answer) -> bool:
    return callable(answer) and not isinstance(answer, BaseModel)


def _plain(answer: Answer, params: dict[str, Any]) -> Plain:
    """The answer itself, where it is a function."""
    return (
        cast(Callable[[dict[str, Any]], Plain], answer)(params)
        if _is_function(answer)
        else cast(Plain, answer)
    )


def _registered(answer: Plain, odd: Quirks) -> Response:
    match answer:
        case None:
            return _json(made_up.success({}), odd)
        case Raw(body=body, status=status, headers=headers):
            return Response(_status(status), _headers(headers) or JSON, _bytes(body))
        case Failure(message=message, status=status):
            return _json(made_up.failure(plain(message)), odd, status=_status(status))
        case bytes() | str():
            return Response(200, JSON, _bytes(answer))
        case Mapping() | BaseModel():
            return _json(made_up.success(plain(answer)), odd)
        case Sequence():
            return _json(plain(answer), odd)
        case _:  # what no type checker lets through
            raise TypeError(f"an answer is a mapping, a list, a text or a model, {_not(answer)}")


def _bytes(body: object) -> bytes:
    if not isinstance(body, bytes | str):
        raise TypeError(f"the body of an answer is bytes or text, {_not(body)}")
    return body.encode() if isinstance(body, str) else body


def _status(status: object) -> int:
    if not isinstance(status, int):
        raise TypeError(f"the status of an answer is a number, {_not(status)}")
    if not 200 <= status <= 999:
        raise ValueError(f"the status of an answer is from 200 to 999, not {status}")
    return status


def _headers(headers: Mapping[str, str]) -> Headers:
    for text in (*headers, *headers.values()):
        if not isinstance(cast(object, text), str):
            raise TypeError(f"the headers of an answer are texts, {_not(text)}")
        if not text.isprintable() or not text.isascii():
            raise ValueError("the headers of an answer are printable ASCII")
    return tuple(headers.items())


def _not(value: object) -> str:
    return f"not {type(value).__name__}"


def _json(data: Any, odd: Quirks, *, status: int = 200, flattened: str | None = None) -> Response:
    return Response(status, JSON, quirks.written(data, odd, flattened))
