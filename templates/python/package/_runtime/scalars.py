"""How pydantic itself reads single values as servers send them, without a call into Python.

Each kind has choices for a left-to-right union: the declared type in its usual spellings, then
blanks and zero dates as None, then Python's own values. What fits none of them is for ``reading``.
A choice that does not fit costs more than one that fits: what servers send most comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
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
        none = constant_for(self.blanks, None) if blanks else []
        return [*self.spelled(schema), *none, *([self.by_hand(schema)] if self.by_hand else [])]


# What nothing fits, not even null.
_NEVER: Final = core.str_schema(strict=True, min_length=1, max_length=0)


def constant_for(words: Iterable[str | int], value: object) -> list[Schema]:
    """A choice that makes one value of each of the words; none where there are no words."""
    if not (expected := sorted(words, key=str)):
        return []
    constant = dict.fromkeys(expected, value).get  # no function of Python's own: it is called often
    literal = core.literal_schema(expected)
    return [cast(Schema, core.no_info_after_validator_function(constant, literal))]


# pydantic alone would take "1_0", other alphabets' digits and any Unicode space.
_WHOLE: Final = r"^[ \t\r\n]*[+-]?[0-9]+(\.0*)?[ \t\r\n]*$"
_NUMBER: Final = r"^[ \t\r\n]*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?[ \t\r\n]*$"


def _digits(pattern: str, schema: Schema) -> core.CoreSchema:
    """Texts that are numbers."""
    text = core.str_schema(strict=True, pattern=pattern)
    return core.chain_schema([text, cast(core.CoreSchema, schema)])


def _integer(schema: Schema) -> list[Schema]:
    """Whole numbers; ``reading`` takes those of other types."""
    return [{**schema, "strict": True}, cast(Schema, _digits(_WHOLE, schema))]


def _text(schema: Schema) -> list[Schema]:
    return [{**schema, "strict": True}]


def _number_as_text(schema: Schema) -> Schema:
    """Numbers from Python, which are exact there."""
    return _from_python({**schema, "coerce_numbers_to_str": True})


def _decimal(schema: Schema) -> list[Schema]:
    """Numbers that are text or whole; others in JSON have lost digits."""
    whole = core.chain_schema([core.int_schema(strict=True), cast(core.CoreSchema, schema)])
    return [cast(Schema, _digits(_NUMBER, schema)), cast(Schema, whole)]


def _boolean(schema: Schema) -> list[Schema]:
    """true and false, and the dialect's words; pydantic's own words are others, such as "y" and "t"."""
    sides = ((dialect.TRUE_WORDS, True), (dialect.FALSE_WORDS, False))
    words = [choice for side, value in sides for choice in constant_for(_spelled(side), value)]
    return [{**schema, "strict": True}, *words]


def _spelled(words: Iterable[str]) -> Iterator[str | int]:
    """The words; those that are digits also as numbers."""
    for word in words:
        yield word
        if word.isascii() and word.isdecimal():
            yield int(word)


# As long as an ISO date, and no number: pydantic takes "1769817600" for seconds since 1970.
_ISO_DATE: Final = core.str_schema(strict=True, min_length=10, max_length=10, pattern="[0-9]-")


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
