"""Made-up answers to calls: the envelope, a page of the records there are, and what was asked for.

The same call gets the same answer, however many others come before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, get_args

from pydantic import BaseModel

from .. import _dialect as dialect
from .._runtime import misfit
from .._runtime.operation import Operation, Paged
from . import echo, invention
from .chance import Chance
from .echo import Echo
from .plain_json import is_object, plain

# How many records there are, or what they hold: what a row leaves open is made up.
Population: TypeAlias = int | Sequence[Mapping[str, object] | BaseModel]

# Lists that do not page are short.
_SHORT: Final = 3


@dataclass(frozen=True, slots=True)
class World:
    """What answers are made up from.

    chance:       where all values come from
    records:      how many records a paging action has
    populations:  the same, by action
    """

    chance: Chance
    records: int
    populations: Mapping[str, Population]


@dataclass(frozen=True, slots=True)
class _Page:
    """The records to show, of so many, from a place counted from 0."""

    records: list[Any]
    total: int
    start: int


def check_count(records: object) -> None:
    """Raises TypeError or ValueError if it is no number of records."""
    if isinstance(records, bool) or not isinstance(records, int):
        raise TypeError(f"population is a number of records, not {type(records).__name__}")
    if records < 0:
        raise ValueError(f"population is a number of records, not {records}")


def known_fields(operation: Operation[Any]) -> frozenset[str]:
    """The names that an answer of the action has at its top; none where that is not known."""
    model = invention.model_of(operation.response)
    if model is None:
        return frozenset()
    maybe = (dialect.ENVELOPE_FALLBACK, dialect.ENVELOPE_WARNING)
    envelope = (dialect.ENVELOPE_RESULT, *dialect.ENVELOPE_MESSAGE, *filter(None, maybe))
    return frozenset((*invention.fields(model), *envelope))


def check(operation: Operation[Any], records: object, chance: Chance) -> frozenset[str]:
    """The names of the fields of such a record; none where that is not known.

    Raises TypeError or ValueError if the action answers no list, or not of such records.
    """
    action = operation.action
    model = invention.model_of(operation.response)
    place = None if model is None else _listed(operation, model, World(chance, 0, {action: 0}))
    item = invention.item_of(operation.response) if place is None else place[1]
    if item is None:
        raise ValueError(f"population: {action} answers no list of records")
    model = invention.model_of(item)
    known = frozenset(invention.fields(model) if model else ())
    if not misfit.is_list(records):
        check_count(records)
        return known
    for index, record in enumerate(records):
        if model is not None and not is_object(plain(record)):
            kind = type(record).__name__
            raise TypeError(f"population: record {index} of {action} is a mapping, not {kind}")
    return known


def answer(
    operation: Operation[Any],
    params: Mapping[str, Any],
    world: World,
    *,
    ignore_start: bool = False,
    ignore_size: bool = False,
) -> Any:
    """The JSON document that answers a call, complete with its envelope."""
    model = invention.model_of(operation.response)
    heard = echo.echo_of(operation, params)
    if model is None:
        return _without_model(operation, world, heard)
    window = _window(operation, params, ignore_start=ignore_start, ignore_size=ignore_size)
    chance = world.chance.at(operation.action, _said(params))
    record = echo.fill(
        invention.record(model, chance.below(5000), world.chance, operation.action), model, heard
    )
    for wire in (dialect.ENVELOPE_RESULT, dialect.ENVELOPE_WARNING):
        record.pop(wire or "", None)
    place = _listed(operation, model, world)
    if place is not None:
        wire, item, name = place
        page = _page(operation, item, name, window, world, heard)
        record[wire] = {name: page.records} if invention.wrapper_of(model, wire) else page.records
        record |= {
            counter: count
            for counter, count in _counters(page).items()
            if counter and counter in record
        }
    return _enveloped(record, model)


def success(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data with the envelope of a success around it, unless it says its own result."""
    words = dialect.ENVELOPE_SUCCESS | dialect.ENVELOPE_ERROR
    own = data.get(dialect.ENVELOPE_FALLBACK) if dialect.ENVELOPE_FALLBACK else None
    if isinstance(own, str) and own in words:
        return dict(data)
    return {dialect.ENVELOPE_RESULT: min(dialect.ENVELOPE_SUCCESS), **data}


def _enveloped(record: dict[str, Any], model: type[BaseModel]) -> Any:
    """The record with the envelope that its model declares: a result, a status for it, or none.

    Without an envelope and without data it is PHP's empty array, ``[]``.
    """
    fields = invention.fields(model)
    if dialect.ENVELOPE_RESULT in fields:
        return success(record)
    status = fields.get(dialect.ENVELOPE_FALLBACK or "")
    if status is not None and _are_results(status.annotation):
        return {dialect.ENVELOPE_FALLBACK: min(dialect.ENVELOPE_SUCCESS)} | {
            wire: value for wire, value in record.items() if wire != dialect.ENVELOPE_FALLBACK
        }
    return record if any(value != [] for value in record.values()) else []


def _are_results(annotation: Any) -> bool:
    """Whether the values that a type lists are those of a result."""
    words = {word for kind in invention.options(annotation) for word in get_args(kind)}
    return bool(words) and words <= dialect.ENVELOPE_SUCCESS | dialect.ENVELOPE_ERROR


def failure(message: str) -> dict[str, Any]:
    """The answer of a call that did not work."""
    return {
        dialect.ENVELOPE_RESULT: min(dialect.ENVELOPE_ERROR),
        dialect.ENVELOPE_MESSAGE[0]: message,
    }


def _without_model(operation: Operation[Any], world: World, heard: Echo) -> Any:
    """The answer of an action without a model: a bare list, a map, or only the envelope."""
    item = invention.item_of(operation.response)
    if item is not None:
        return _page(operation, item, operation.action, (0, None), world, heard).records
    made: object = None
    if operation.response is not Any:
        made = invention.value(
            operation.response,
            operation.action,
            world.chance.at(operation.action),
            operation.action,
        )
    return success(made if is_object(made) else {})


def _said(params: Mapping[str, Any]) -> str:
    """The parameters in one order, less those that only choose a page."""
    paging = (dialect.PAGING_START, dialect.PAGING_SIZE)
    return repr(sorted((wire, repr(value)) for wire, value in params.items() if wire not in paging))


def _window(
    operation: Operation[Any], params: Mapping[str, Any], *, ignore_start: bool, ignore_size: bool
) -> tuple[int, int | None]:
    """Start and size of the page; None where there is but one."""
    if not isinstance(operation, Paged) or ignore_size:
        return 0, None
    start, size = params.get(dialect.PAGING_START), params.get(dialect.PAGING_SIZE)
    return (
        start if isinstance(start, int) and start > 0 and not ignore_start else 0,
        size if isinstance(size, int) and size > 0 else dialect.PAGING_DEFAULT_SIZE,
    )


def _listed(
    operation: Operation[Any], model: type[BaseModel], world: World
) -> tuple[str, Any, str] | None:
    """The list that the answer is about: its wire name, type of item, and the name of a record.

    None where the answer is about one thing, which may hold lists too.
    """
    fields = invention.fields(model)
    lists = {
        wire: item
        for wire, field in fields.items()
        if (item := invention.item_of(field.annotation)) is not None
    }
    if isinstance(operation, Paged):
        field = model.model_fields.get(operation.records)
        lists = {wire: item for wire, item in lists.items() if fields[wire] is field}
    elif (
        dialect.PAGING_TOTAL not in fields
        and operation.action not in world.populations
        and len(fields) > 1
    ):
        return None
    for wire, item in lists.items():
        return wire, item, invention.wrapper_of(model, wire) or wire
    return None


def _page(
    operation: Operation[Any],
    item: Any,
    name: str,
    window: tuple[int, int | None],
    world: World,
    heard: Echo,
) -> _Page:
    start, size = window
    usual = world.records if isinstance(operation, Paged) else min(world.records, _SHORT)
    if item is Any:  # nothing is known of such a record
        usual = 0
    population = world.populations.get(operation.action, usual)
    total = population if isinstance(population, int) else len(population)
    model = invention.model_of(item)
    if isinstance(population, int) and model and echo.names_one(heard, model, name):
        total = min(total, 1)
    stop = total if size is None else min(start + size, total)
    records = [
        _row(operation.action, item, index, name, population, world, heard)
        for index in range(start, stop)
    ]
    return _Page(records, total, start)


def _row(
    action: str, item: Any, index: int, name: str, population: Population, world: World, heard: Echo
) -> Any:
    """One record: what is known of it, and the rest made up."""
    model = invention.model_of(item)
    if model is None:
        if isinstance(population, int):
            return invention.value(item, name, world.chance.at(name, index), action)
        return plain(population[index])
    made = echo.fill_record(
        invention.record(model, index, world.chance, action), model, heard, name
    )
    return made if isinstance(population, int) else {**made, **plain(population[index])}


def _counters(page: _Page) -> dict[str, int]:
    return {
        dialect.PAGING_TOTAL: page.total,
        dialect.PAGING_FIRST: page.start,
        dialect.PAGING_RETURNED: len(page.records),
    }
