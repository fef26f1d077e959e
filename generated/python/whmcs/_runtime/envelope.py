"""What a response says about the call: it worked, it failed, and why.

An envelope is missing from some answers: then the data speaks for itself. Vectors:
tests/wire/envelope.json.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from .. import _dialect as dialect
from .charset import WHITE
from .secret import STARS, is_secret
from .shapes import is_array, is_object

Outcome: TypeAlias = Literal["success", "error", "unknown"]

_WORDS: Final[dict[str, Outcome]] = {
    **{word.lower(): "success" for word in dialect.ENVELOPE_SUCCESS},
    **{word.lower(): "error" for word in dialect.ENVELOPE_ERROR},
}
# How far inside the texts of a message are looked for.
_DEEPEST: Final = 9


class Envelope(NamedTuple):
    """The judgement over a response.

    outcome:  ``unknown`` where it is no answer of the API: a mere text, another kind of result
    message:  the server's words; of a success this may be data
    warning:  what the server remarks beside the outcome
    more:     what it says beside the message: the words of a registrar, where its own are general
    """

    outcome: Outcome
    message: str | None = None
    warning: str | None = None
    more: str | None = None

    @property
    def success(self) -> bool:
        """Whether the call worked."""
        return self.outcome == "success"

    @property
    def error(self) -> bool:
        """Whether the server says that the call failed."""
        return self.outcome == "error"


def envelope(data: object) -> Envelope:
    """The judgement over the JSON document of a response.

    The result decides. Without one, so does a status that is one of the result's words (any other
    status is data), or a filled field named after an error. An object that has none of these, and a
    list, are data; but a list of nothing but one error is that error.
    """
    if is_array(data):
        return envelope(data[0]) if len(data) == 1 and _is_error(data[0]) else Envelope("success")
    if not is_object(data):
        return Envelope("unknown")
    texts = dict.fromkeys(filter(None, (_text(data.get(key)) for key in dialect.ENVELOPE_MESSAGE)))
    message, *more = texts or [None]
    warning = _text(data.get(dialect.ENVELOPE_WARNING)) if dialect.ENVELOPE_WARNING else None
    outcome = _outcome(data)
    if outcome == "success" and warning and not has_outcome(data) and _is_bare(data):
        outcome = "error"
    if outcome == "error" and not message:
        message = warning
    return Envelope(outcome, message, warning, "; ".join(filter(None, more)) or None)


def is_success(result: object) -> bool:
    """Whether a result is one of the words for success."""
    return isinstance(result, str) and _WORDS.get(result.strip(WHITE).lower()) == "success"


def _is_bare(data: dict[str, Any], *others: str | None) -> bool:
    """Whether there are but words, and others: a failure that some servers tell as a warning."""
    return {*data} <= {dialect.ENVELOPE_WARNING, *dialect.ENVELOPE_MESSAGE, *others}


def _is_error(row: object) -> bool:
    """Whether the only row of a list is an envelope that says error, and no record with a status."""
    if not is_object(row) or not has_outcome(row) or _outcome(row) != "error":
        return False
    return has_result(row) or _is_bare(row, dialect.ENVELOPE_RESULT, dialect.ENVELOPE_FALLBACK)


def has_outcome(data: object) -> bool:
    """Whether the document says in so many words that the call worked or failed."""
    return has_result(data) or (is_object(data) and bool(_word(data, dialect.ENVELOPE_FALLBACK)))


def has_result(data: object) -> bool:
    """Whether it says so by its result, and not by the status that stands in for one."""
    return is_object(data) and _word(data, dialect.ENVELOPE_RESULT) is not None


def _outcome(data: dict[str, Any]) -> Outcome:
    if word := _word(data, dialect.ENVELOPE_RESULT):
        return word
    if data.get(dialect.ENVELOPE_RESULT) not in (None, ""):
        return "unknown"
    if word := _word(data, dialect.ENVELOPE_FALLBACK):
        return word
    failed = any(_text(data.get(key)) for key in dialect.ENVELOPE_ERROR)
    return "error" if failed else "success"


def _word(data: dict[str, Any], key: str | None) -> Outcome | None:
    value = None if key is None else data.get(key)
    if isinstance(value, int):  # true and 1 are the words "true" and "1", where a dialect has them
        value = str(value)
    return _WORDS.get(value.strip(WHITE).lower()) if isinstance(value, str) else None


def _text(value: object) -> str | None:
    """A message as one text; those of a list or an object are joined, with stars for secrets."""
    return "; ".join(_texts(value, 0)) or None


def _texts(value: object, level: int) -> Iterator[str]:
    if isinstance(value, str):
        yield from filter(None, [value.strip(WHITE)])
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        yield str(value)
    elif level < _DEEPEST and is_object(value):
        for key, item in value.items():
            texts = list(_texts(item, level + 1))
            yield from [STARS] if texts and is_secret(key) else texts
    elif level < _DEEPEST and is_array(value):
        for item in value:
            yield from _texts(item, level + 1)
