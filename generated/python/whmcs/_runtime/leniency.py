"""Makes the pydantic schema of a model lenient: a union of the declared type and of what servers send instead.

What fits is read by pydantic alone, without a call into Python; blanks and zero dates as well. Only
what fits neither goes to ``reading`` and ``shapes``, and what nobody can read becomes an ``Odd``
(see ``oddity``). Without ``Notes`` as context, as when a model is built by hand, that is an
ordinary ValidationError instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any, Final, TypeAlias, cast

from pydantic_core import PydanticCustomError, SchemaError, SchemaValidator, ValidationError
from pydantic_core import core_schema as core

from .. import _dialect as dialect
from . import dates, reading, shapes
from .oddity import Notes, Odd

Schema: TypeAlias = dict[str, Any]
Reader: TypeAlias = Callable[[Any], Any]

_BLANKS: Final = sorted(dialect.BLANK)
_NO_DATES: Final = sorted(dialect.BLANK | dialect.ZERO_DATES)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands.

    owner, field:  the model and its attribute; ``object`` for a response that is no model
    names:         wire names of the objects inside the value
    wrapper:       the key inside a list: {"items": "item"}
    item:          in a list or a map, where no value is no item
    """

    owner: type[Any]
    field: str
    names: shapes.Names
    wrapper: str | None = None
    item: bool = False

    def note(self, result: Any, info: core.ValidationInfo) -> Any:
        """The result. An Odd is noted, or is an error where nobody takes notes."""
        if type(result) is not Odd:
            return result
        if not isinstance(info.context, Notes):
            expected = {"expected": result.expected or "a value"}
            raise PydanticCustomError("unreadable", "Input should be {expected}", expected)
        info.context.fields.setdefault(self.owner, set()).add(self.field)
        return result


def lenient(schema: Schema, place: Place) -> Schema:
    """The schema, which now also takes what servers send in place of its values, and blanks for none."""
    kind = schema["type"]
    if kind in ("default", "nullable"):
        return {**schema, "schema": lenient(schema["schema"], place)}
    if kind == "union":
        return _union(schema, place)
    if kind in _SCALARS:
        scalar = _SCALARS[kind]
        blanks = [] if place.item else scalar.blanks()
        return _first_of(
            scalar.expected, *scalar.choices(), *blanks, _last(scalar.read, scalar.expected, place)
        )
    if kind == "list":
        return _list(schema, place)
    if kind == "dict":
        return _map(schema, place)
    if kind in ("model", "definition-ref"):
        return _first_of("an object", schema, _last(_nothing, "an object", place))
    if kind == "any" or kind.startswith("function-"):
        return schema
    return _first_of(
        "a value of the declared type",
        schema,
        _last(reading.integer, "a value of the declared type", place),
    )


def _first_of(expected: str, *choices: Schema) -> Schema:
    """The first choice that fits. ``expected`` is for the error where a model is built by hand."""
    return cast(
        Schema,
        core.union_schema(
            cast(Any, list(choices)),
            mode="left_to_right",
            custom_error_type="unreadable",
            custom_error_message=f"Input should be {expected}",
        ),
    )


def _last(read: Reader, expected: str, place: Place, empty: Any = None) -> Schema:
    """The last choice: asks ``read``, and keeps what it cannot read. ``empty`` makes the value for no value."""

    def fall_back(value: Any, info: core.ValidationInfo) -> Any:
        try:
            result = read(value)
        except ValueError:
            result = Odd(value, empty and empty(), expected)
        if result is None and place.item:
            result = Odd(value)
        return place.note(result, info)

    return cast(Schema, core.with_info_plain_validator_function(fall_back))


def _nothing(value: Any) -> None:
    if not shapes.is_nothing(value):
        raise ValueError


def _none_for(words: list[Any]) -> list[Schema]:
    """A choice that makes None of each of the words, without a call into Python."""
    if not words:
        return []
    none = core.with_default_schema(core.none_schema(), default=None, on_error="default")
    return [cast(Schema, core.chain_schema([core.literal_schema(words), none]))]


@dataclass(frozen=True, slots=True)
class _Scalar:
    """How one kind of value is read: choices within pydantic, blanks, and the reader for what is left."""

    choices: Callable[[], list[Schema]]
    blanks: Callable[[], list[Schema]]
    read: Reader
    expected: str


def _boolean_choices() -> list[Schema]:
    """pydantic's own words for true and false, which are most of the dialect's, then the others."""

    def others(words: frozenset[str], value: bool) -> list[Schema]:
        left = [word for word in sorted(words) if _pydantic_reads_word(word) is not value]
        constant = core.with_default_schema(core.none_schema(), default=value, on_error="default")
        return (
            [cast(Schema, core.chain_schema([core.literal_schema(left), constant]))] if left else []
        )

    return [
        cast(Schema, core.bool_schema()),
        *others(dialect.TRUE_WORDS, True),
        *others(dialect.FALSE_WORDS, False),
    ]


@cache
def _pydantic_reads_word(word: str) -> bool | None:
    try:
        return cast(bool, SchemaValidator(core.bool_schema()).validate_python(word))
    except ValidationError:
        return None


def _date_choices() -> list[Schema]:
    return _moment_choices(core.date_schema(), date, dialect.RESPONSE_DATES)


def _datetime_choices() -> list[Schema]:
    return _moment_choices(
        core.datetime_schema(tz_constraint="naive"), datetime, dialect.RESPONSE_DATETIMES
    )


def _moment_choices(
    schema: core.CoreSchema, kind: type[date], patterns: tuple[str, ...]
) -> list[Schema]:
    """Texts of the patterns that pydantic knows too, and Python's own dates. Pydantic alone would take "5" as well."""
    known = [
        dates.expression(pattern)
        for pattern in patterns
        if _pydantic_reads(schema["type"], pattern)
    ]
    fitting = core.str_schema(strict=True, pattern=f"^(?:{'|'.join(known)})$")
    texts = [cast(Schema, core.chain_schema([fitting, schema]))] if known else []
    return [*texts, cast(Schema, core.is_instance_schema(kind))]


@cache
def _pydantic_reads(kind: str, pattern: str) -> bool:
    moment = datetime(2031, 12, 24, 13, 14, 15)
    expected = dates.read(text := dates.write(moment, pattern), (pattern,))
    try:
        found = SchemaValidator(cast(Any, {"type": kind})).validate_python(text)
    except (ValidationError, SchemaError):
        return False
    return found in (expected, expected and expected.date())


_SCALARS: Final = {
    "int": _Scalar(
        lambda: [cast(Schema, core.int_schema())],
        lambda: _none_for(_BLANKS),
        reading.integer,
        "a whole number",
    ),
    "decimal": _Scalar(
        lambda: [cast(Schema, core.decimal_schema())],
        lambda: _none_for(_BLANKS),
        reading.decimal,
        "a decimal number",
    ),
    "bool": _Scalar(_boolean_choices, lambda: [], reading.boolean, "true or false"),
    "date": _Scalar(_date_choices, lambda: _none_for(_NO_DATES), reading.day, "a date"),
    "datetime": _Scalar(
        _datetime_choices, lambda: _none_for(_NO_DATES), reading.moment, "a date and time"
    ),
    "str": _Scalar(
        lambda: [cast(Schema, core.str_schema(coerce_numbers_to_str=True))],
        lambda: [],
        reading.text,
        "a text",
    ),
}


def _union(schema: Schema, place: Place) -> Schema:
    """The first type that fits, in the order declared; then a blank. Documented values are open: any text will do."""
    choices = _types(schema)
    kinds = {choice["type"] for choice in choices}
    if len(kinds) == 2 and "literal" in kinds and (open_kind := kinds & {"str", "int"}):
        return lenient({"type": open_kind.pop()}, place)
    narrowed = [each for choice in choices for each in _narrow(choice, place)]
    return _first_of(
        "one of the declared types",
        *narrowed,
        _last(reading.integer, "one of the declared types", place),
    )


def _narrow(schema: Schema, place: Place) -> list[Schema]:
    """Choices that take the declared type in its spellings, but no blanks."""
    kind = schema["type"]
    if kind not in _SCALARS:
        return [lenient(schema, place)] if kind in ("union", "any") else [_inside(schema, place)]
    scalar = _SCALARS[kind]

    def read(value: Any) -> Any:
        result = scalar.read(value)
        if result is None or type(result) is Odd:
            raise ValueError
        return result

    return [*scalar.choices(), cast(Schema, core.no_info_plain_validator_function(read))]


def _inside(schema: Schema, place: Place) -> Schema:
    """A list or map of lenient values; any other schema as it is."""
    inner = replace(place, item=True, wrapper=None)
    key = {"list": "items_schema", "dict": "values_schema"}.get(schema["type"], "")
    return {**schema, key: lenient(schema[key], inner)} if key in schema else schema


def _list(schema: Schema, place: Place) -> Schema:
    items = schema.get("items_schema", {"type": "any"})
    kinds = {single["type"] for single in _types(items)}
    rows = shapes.Rows(
        place.wrapper,
        fields=place.names if kinds & {"model", "definition-ref"} else None,
        scalar=not kinds.isdisjoint({*_SCALARS, "literal", "any"}),
        mapping=not kinds.isdisjoint({"dict", "any"}),
    )
    ordered = _inside(schema, place)
    if place.wrapper is not None:
        return _wrapped_list(ordered, rows, place)
    return _first_of(
        "a list", _ordered(list, rows.in_order, ordered), _last(_refuse, "a list", place, list)
    )


def _map(schema: Schema, place: Place) -> Schema:
    ordered = _inside(schema, place)
    return _first_of(
        "an object",
        _ordered(dict, shapes.entries, ordered),
        _last(_refuse, "an object", place, dict),
    )


def _ordered(kind: type[Any], reshape: Reader, schema: Schema) -> Schema:
    """The schema, for values of the right shape at once, for others after they are put in order."""
    at_once = core.json_or_python_schema(
        json_schema=core.list_schema() if kind is list else core.dict_schema(),
        python_schema=core.is_instance_schema(kind),
    )
    shaped = core.union_schema(
        [at_once, core.no_info_plain_validator_function(reshape)], mode="left_to_right"
    )
    return cast(Schema, core.chain_schema([shaped, cast(Any, schema)]))


def _refuse(value: Any) -> Any:
    raise ValueError


def _wrapped_list(schema: Schema, rows: shapes.Rows, place: Place) -> Schema:
    """The list inside ``{"client": [...]}``; what else the wrapper holds is kept."""
    wrapper = cast(str, rows.wrapper)

    def unwrap(
        value: Any, handler: core.ValidatorFunctionWrapHandler, info: core.ValidationInfo
    ) -> Any:
        is_wrapped = isinstance(value, dict) and wrapper in value
        inner = value[wrapper] if is_wrapped else value
        if not isinstance(inner, list):
            try:
                inner = rows.in_order(inner)
            except ValueError:
                return place.note(Odd(value, [], "a list"), info)
        items = handler(inner)
        if is_wrapped and len(value) > 1:
            rest = {key: other for key, other in value.items() if key != wrapper}
            return place.note(Odd(rest, items, rest=True), info)
        return items

    return cast(Schema, core.with_info_wrap_validator_function(unwrap, cast(Any, schema)))


def _types(schema: Schema) -> list[Schema]:
    """The schemas of the single types behind ``X | None`` and ``X | Y``."""
    if schema["type"] == "nullable":
        return _types(schema["schema"])
    if schema["type"] == "union":
        choices = [
            choice[0] if isinstance(choice, tuple) else choice for choice in schema["choices"]
        ]
        return [single for choice in choices for single in _types(choice)]
    return [schema]
