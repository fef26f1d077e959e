"""Nothing that was sent is lost: every leaf of a response is in the model, its extra fields or its unparsed values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from itertools import count
from typing import Any, get_args, get_origin

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from model_support import Answer, Nested, read
from whmcs import _dialect as dialect
from whmcs._runtime.model import Model
from whmcs._runtime.oddity import Odd
from whmcs.exceptions import UnreadableValueError


def leaves(value: Any) -> Iterator[Any]:
    """The single values of a document that say something."""
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from leaves(item)
    elif value not in ("", None, *dialect.ZERO_DATES) and value is not False:
        yield value


def reachable(value: Any) -> Iterator[str]:
    """Every single value that a user can get at, in one spelling."""
    if isinstance(value, Model):
        assert value.model_extra is not None
        yield from reachable([getattr(value, name) for name in type(value).model_fields])
        yield from reachable([value.model_extra, value.unparsed])
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from reachable(item)
    else:
        assert not isinstance(value, Odd)
        yield spelling(value)


def spelling(value: Any) -> str:
    """One text for the spellings of one value: "015.50" and Decimal("15.5"), "on" and True."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}".removesuffix(" 00:00:00")
    text = str(int(value)) if isinstance(value, bool) else str(value).strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?", text):
        return text.removesuffix(" 00:00:00")
    if re.fullmatch(r"20\d{6}", text):
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    if re.fullmatch(r"[+-]?[0-9]+(\.[0-9]*)?", text):
        return str(Decimal(text).normalize())
    word = text.casefold()
    is_boolean = word in dialect.TRUE_WORDS or word in dialect.FALSE_WORDS
    return str(int(word in dialect.TRUE_WORDS)) if is_boolean else text


ODD = [
    *("", None, [], {}, False, True, 0, "x", "$5.95 USD", "5", "5.50", 15, "on", "0000-00-00", "2026-01-31"),
    *("2026-01-31 07:08:09", "2026-02-30", "20260131", {"0": "7"}, {"a": "b"}, ["8", "y"], [[]], 1234567890123),
]
NAMES = [
    *("id", "amount", "total", "due", "paid", "active", "note", "reference", "items", "item", "numbers", "pricing"),
    *("rates", "client", "class", "class_", "list", "entry", "odd", "parts", "part", "monthly", "pin", "codes", "keys"),
    *("name", "status", "unknown", "unparsed", "model_extra", "__dict__", "0", "1"),
]
odd_values = st.sampled_from(ODD)
junk = st.deferred(lambda: st.dictionaries(st.sampled_from(NAMES), odd_values | junk, max_size=5))


def documents(model: type[Model], levels: int = 3) -> st.SearchStrategy[Any]:
    """Answers that have the declared shapes, or nearly, or not at all."""
    fields = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
    declared = {
        wire: st.one_of(odd_values, junk, *shapes(annotation, model.wire_wrappers.get(wire), levels))
        for wire, annotation in fields.items()
    }
    declared |= {name: odd_values | junk for name in NAMES if name not in declared}
    # Few fields at a time: among many odd values one that is lost is not noticed.
    few = st.lists(st.sampled_from(sorted(declared)), max_size=3, unique=True)
    return few.flatmap(lambda names: st.fixed_dictionaries({name: declared[name] for name in names}))


def shapes(annotation: Any, wrapper: str | None, levels: int) -> Iterator[st.SearchStrategy[Any]]:
    """Lists, wrapped and numbered lists, maps and objects, as an annotation declares them."""
    if levels and isinstance(annotation, type) and issubclass(annotation, Model):
        yield documents(annotation, levels - 1)
    inner = [each for argument in get_args(annotation) for each in shapes(argument, None, levels)]
    if get_origin(annotation) not in (list, dict):
        yield from inner
        return
    items = st.one_of(odd_values, *inner)
    lists = st.lists(items, max_size=3)
    yield st.dictionaries(st.sampled_from(["0", "1", "USD"]), items, max_size=3)
    yield lists
    if wrapper:
        yield st.fixed_dictionaries({wrapper: lists | items}, optional={"total": odd_values})


answers = st.deferred(lambda: documents(Nested) | documents(Answer) | junk)


def told_apart(value: Any, numbers: Iterator[int]) -> Any:
    """The same document, with a number in each leaf that has room for one."""
    if isinstance(value, dict):
        return {key: told_apart(item, numbers) for key, item in value.items()}
    if isinstance(value, list):
        return [told_apart(item, numbers) for item in value]
    if value in ("x", "y", "b", "5", "7", "8", "$5.95 USD"):
        return f"{value}{next(numbers)}"
    return value + next(numbers) if type(value) is int and value else value


@given(answers)
@settings(max_examples=300, deadline=None)
def test_every_leaf_of_a_response_is_reachable(data: dict[str, Any]) -> None:
    data = told_apart(data, count(100))
    found = set(reachable(read(data)))
    assert [leaf for leaf in leaves(data) if spelling(leaf) not in found] == []


@given(answers)
@settings(max_examples=100, deadline=None)
def test_reading_again_what_was_dumped_changes_nothing(data: dict[str, Any]) -> None:
    assume("class_" not in data)  # a field's name in Python is also that of an unknown field here
    answer = read(data, model=Nested)
    assert Nested.model_validate(answer.model_dump()).model_dump() == answer.model_dump()
    assert Nested.model_validate_json(answer.model_dump_json()).model_dump_json() == answer.model_dump_json()


@given(answers)
@settings(max_examples=100, deadline=None)
def test_strict_reading_fails_just_where_something_contradicts_its_type(data: dict[str, Any]) -> None:
    answer = read(data)
    try:
        assert read(data, strict=True) == answer
    except UnreadableValueError as error:
        assert error.path
    assert read(data) == answer
