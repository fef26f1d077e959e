"""The response to a call: registered, made up, or a refusal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from pydantic import BaseModel

from . import faults, invention, made_up, quirks
from .exchange import HTML, JSON, Response
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


def _plain(answer: Answer, params: dict[str, Any]) -> Plain:
    """The answer itself, where it is a function."""
    is_function = callable(answer) and not isinstance(answer, BaseModel)
    return (
        cast(Callable[[dict[str, Any]], Plain], answer)(params)
        if is_function
        else cast(Plain, answer)
    )


def _registered(answer: Plain, odd: Quirks) -> Response:
    match answer:
        case None:
            return _json(made_up.success({}), odd)
        case Raw(body=body, status=status, headers=headers):
            content = body.encode() if isinstance(body, str) else body
            return Response(status, tuple(headers.items()) or JSON, content)
        case Failure(message=message, status=status):
            return _json(made_up.failure(message), odd, status=status)
        case bytes() | str():
            return Response(200, JSON, answer.encode() if isinstance(answer, str) else answer)
        case Mapping() | BaseModel():
            return _json(made_up.success(plain(answer)), odd)
        case Sequence():
            return _json(plain(answer), odd)


def _json(data: Any, odd: Quirks, *, status: int = 200, flattened: str | None = None) -> Response:
    return Response(status, JSON, quirks.written(data, odd, flattened))
