"""How pydantic itself reads single values as servers send them, without a call into Python.

Each kind has choices for a left-to-right union: the declared type in its usual spellings, then
blanks and zero dates as None, then Python's own values. What fits none of them is for ``reading``.
A choice that does not fit costs more than one that fits: what servers send most comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any, Final, NamedTuple, TypeAlias, cast

from pydantic_core import SchemaError, SchemaValidator, ValidationError
from pydantic_core import core_schema as core

from .. import _dialect as dialect
from . import dates, reading

Schema: TypeAlias = dict[str, Any]
Reader: TypeAlias = Callable[[Any], Any]


class Scalar(NamedTuple):
    """One kind of value.

    read:      reads what the choices do not take
    expected:  what the kind is called in errors
    spelled:   the declared schema for what servers send, as choices
    by_hand:   the declared schema for Python's own values, where these need another one
    blanks:    texts that stand for no value
    alone:     whether JSON has nearly always what is declared, so that it is read without choices
    """

    read: Reader
    expected: str
    spelled: Callable[[Schema], list[Schema]]
    by_hand: Callable[[Schema], Schema] | None = None
    blanks: frozenset[str] = frozenset()
    alone: bool = False

    def choices(self, schema: Schema, blanks: bool) -> list[Schema]:
        """The choices for a declared schema; with ``blanks`` one that makes None of each blank text."""
        none = constant_for(dict.fromkeys(self.blanks)) if blanks else []
        return [*self.spelled(schema), *none, *([self.by_hand(schema)] if self.by_hand else [])]


# What nothing fits, not even null.
_NEVER: Final = core.str_schema(strict=True, min_length=1, max_length=0)


def constant_for(words: Mapping[str | int, object]) -> list[Schema]:
    """A choice that makes its value of each of the words; none where there are no words."""
    if not words:
        return []
    expected = sorted(words, key=str)
    # That a text is empty is quicker to see by its length.
    is_empty = core.str_schema(strict=True, max_length=0)
    literal = is_empty if expected == [""] else core.literal_schema(expected)
    value = {**words}.get  # no function of Python's own: it is called often
    return [cast(Schema, core.no_info_after_validator_function(value, literal))]


# pydantic alone would take "1_0", other alphabets' digits and any Unicode space.
_WHOLE: Final = r"^[ \t\r\n]*[+-]?[0-9]+(\.0*)?[ \t\r\n]*$"
_NUMBER: Final = r"^[ \t\r\n]*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?[ \t\r\n]*$"


def _integer(schema: Schema) -> list[Schema]:
    """Whole numbers, also as text; ``reading`` takes those of other types.

    No pattern is tried on an empty text, which is sent often.
    """
    texts = core.str_schema(strict=True, min_length=1, pattern=_WHOLE)
    return [
        {**schema, "strict": True},
        cast(Schema, core.chain_schema([texts, cast(core.CoreSchema, schema)])),
    ]


def _text(schema: Schema) -> list[Schema]:
    return [{**schema, "strict": True}]


def _number_as_text(schema: Schema) -> Schema:
    """Whole numbers from Python; ``reading`` takes others."""
    text = cast(core.CoreSchema, {**schema, "coerce_numbers_to_str": True})
    return _from_python(cast(Schema, core.chain_schema([core.int_schema(strict=True), text])))


def _decimal(schema: Schema) -> list[Schema]:
    """Numbers that are text or whole; others in JSON have lost digits.

    Decimal is asked itself: it takes the pattern as it stands, and pydantic's way to it is longer.
    """
    texts = core.str_schema(strict=True, min_length=1, pattern=_NUMBER)
    kinds: tuple[core.CoreSchema, ...] = (texts, core.int_schema(strict=True))
    written = core.to_string_ser_schema()  # as JSON, whichever of the two it was read from
    exact = [
        core.no_info_after_validator_function(Decimal, kind, serialization=written)
        for kind in kinds
    ]
    if len(schema) == 1:  # nothing but its type
        return [cast(Schema, each) for each in exact]
    return [
        cast(Schema, core.chain_schema([each, cast(core.CoreSchema, schema)])) for each in exact
    ]


def _boolean(schema: Schema) -> list[Schema]:
    """true and false, and the dialect's words; pydantic's own words are others, such as "y" and "t"."""
    sides = ((dialect.TRUE_WORDS, True), (dialect.FALSE_WORDS, False))
    words = {word: value for side, value in sides for word in _spelled(side)}
    return [{**schema, "strict": True}, *constant_for(words)]


def _spelled(words: Iterable[str]) -> Iterator[str | int]:
    """The words; those that are digits also as numbers."""
    for word in words:
        yield word
        if word.isascii() and word.isdecimal():
            yield int(word)


# As long as an ISO date, and no number: pydantic takes "1769817600" for seconds since 1970. Of a zero date the
# year tells enough; to have it read and refused takes twice as long.
_ISO_DATE: Final = core.str_schema(
    strict=True, min_length=10, max_length=10, pattern="^[1-9][0-9]{3}-"
)


def _date(schema: Schema) -> list[Schema]:
    """Texts as pydantic reads them, which are ISO dates."""
    known = any(_agrees("date", pattern) for pattern in dialect.RESPONSE_DATES)
    texts = core.chain_schema([_ISO_DATE, cast(core.CoreSchema, schema)])
    return [cast(Schema, texts)] if known else []


def _datetime(schema: Schema) -> list[Schema]:
    """Texts as pydantic reads them, but without a zone; seconds since 1970 would be in UTC.

    More digits of a second than a datetime holds would be cut off without a trace.
    """
    known = any(_agrees("datetime", pattern) for pattern in dialect.RESPONSE_DATETIMES)
    return [{**_naive(schema), "microseconds_precision": "error"}] if known else []


def _naive(schema: Schema) -> Schema:
    return {**schema, "tz_constraint": "naive"}


def _strictly(schema: Schema) -> Schema:
    """Values that are of the type."""
    return _from_python({**schema, "strict": True})


def _naive_strictly(schema: Schema) -> Schema:
    return _strictly(_naive(schema))


def _from_python(schema: Schema) -> Schema:
    """The schema for Python data; nothing of JSON fits it."""
    python = cast(core.CoreSchema, schema)
    return cast(Schema, core.json_or_python_schema(json_schema=_NEVER, python_schema=python))


@cache
def _agrees(kind: str, pattern: str) -> bool:
    """Whether pydantic reads dates of the pattern, and as we do."""
    text = dates.write(datetime(2031, 12, 24, 13, 14, 15), pattern)
    expected = dates.read(text, (pattern,))
    try:
        found = SchemaValidator(cast(Any, {"type": kind})).validate_python(text)
    except (ValidationError, SchemaError):
        return False
    return expected is not None and found in (expected, expected.date())


_NO_DATE: Final = dialect.BLANK | dialect.ZERO_DATES

# By the type of pydantic's schema.
SCALARS: Final = {
    "int": Scalar(reading.integer, "a whole number", _integer, None, dialect.BLANK),
    "decimal": Scalar(reading.decimal, "a decimal number", _decimal, _strictly, dialect.BLANK),
    "bool": Scalar(reading.boolean, "true or false", _boolean),
    "date": Scalar(reading.day, "a date", _date, _strictly, _NO_DATE),
    "datetime": Scalar(reading.moment, "a date and time", _datetime, _naive_strictly, _NO_DATE),
    "str": Scalar(reading.text, "a text", _text, _number_as_text, alone=True),
}
