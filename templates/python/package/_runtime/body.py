"""The JSON document in what a server really sends: behind a byte order mark, between PHP warnings.

Vectors: tests/wire/body.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, TypeAlias

from . import json_text
from .charset import text_of
from .envelope import has_outcome
from .shapes import is_array, is_object

Document: TypeAlias = dict[str, Any] | list[Any]

# What a document can begin with: {"key", {}, [{ or []. The {x} of a script and the [0] of a message cannot.
_OPENING: Final = re.compile(r"""\{\s*["}]|\[\s*[{\]]""")
# What may be left of true, false, null or a number where a text is cut off.
_CUT_OFF: Final = re.compile(r"t(r(ue?)?)?|f(a(l(se?)?)?)?|n(u(ll?)?)?|-?[\d.eE+-]*|\\u?\w{0,4}")
# Parts that no answer stands in: what no reader of a page sees, and pages as a whole; and what ends each of them.
_HIDING: Final = re.compile(r"<!--|<script\b|<!doctype html\b|<html\b", re.IGNORECASE)
_HIDING_ENDS: Final = {
    "<!--": re.compile("-->"),
    "<script": re.compile("</script", re.IGNORECASE),
    "<html": re.compile("</html", re.IGNORECASE),
    # One that is cut off, or that nothing ends, goes on to the end.
    "<!doctype html": re.compile(r"</html|\Z", re.IGNORECASE),
}
_QUOTES: Final = ('"', "'", "`")  # of an attribute, or of what PHP prints of a text
# How often a search may fail before a page counts as one without a document. A failure costs a look at the whole text.
_FAILURES: Final = 500


class Found(NamedTuple):
    """The document: an object or a list. ``noise`` is the text around it, normally empty."""

    data: Document
    noise: str = ""


def find_json(body: bytes, content_type: str = "") -> Found | None:
    """The JSON document in the body, even with PHP warnings before or after it.

    None if there is none: an HTML page, nothing at all, a mere text, a document that breaks off.
    """
    try:
        data = json_text.loads(body)
    except ValueError:
        return _find_in_noise(text_of(body, content_type).removeprefix("\ufeff"))
    return Found(data) if is_object(data) or is_array(data) else None


class _Span(NamedTuple):
    start: int
    end: int
    data: Document


def _find_in_noise(text: str) -> Found | None:
    """The last document that is an envelope; without one, a document at either end of the text.

    What stands in an HTML page, a comment, a script or quotes is none.
    """
    spans = [span for span in _spans(text) if text[span.start - 1 : span.start] not in _QUOTES]
    chosen = [span for span in spans if has_outcome(span.data)] or [
        span for span in spans if _is_framed(text, span)
    ]
    if not chosen:
        return None
    span = chosen[-1]
    around = (text[: span.start].strip(), text[span.end :].strip())
    return Found(span.data, "\n".join(filter(None, around)))


def _spans(text: str) -> Iterator[_Span]:
    """Each document in the text, outermost only.

    One that breaks off ends the search: a document inside of it is not the answer.
    """
    end = len(text.rstrip())
    position, failures = 0, 0
    shown = _Shown(text)
    while failures < _FAILURES and (opening := _OPENING.search(text, position)):
        start = opening.start()
        if (after := shown.after(position, start)) > start:
            position = after
            continue
        try:
            data, position = json_text.loads_at(text, start)
        except json.JSONDecodeError as error:
            if error.msg.startswith("Unterminated string") or _breaks_off(text, error.pos, end):
                return
            # What was read of a document that failed is not looked into: its parts are no answer.
            position = max(start + 1, error.pos)
            failures += 1
        except ValueError:
            position = start + 1
            failures += 1
        else:
            yield _Span(start, position, data)


class _Shown:
    """A text without its pages, comments and scripts, of those that are closed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._unclosed: set[str] = set()  # those that no end follows: each is looked for once

    def after(self, position: int, start: int) -> int:
        """``start``; or the end of the page, comment or script, begun since ``position``, around it."""
        while position < start and (hiding := _HIDING.search(self._text, position, start)):
            kind = hiding[0].lower()
            end = None
            if kind not in self._unclosed:
                end = _HIDING_ENDS[kind].search(self._text, hiding.end())
            if end is None:
                self._unclosed.add(kind)
            position = hiding.end() if end is None else end.end()
        return max(position, start)


def _breaks_off(text: str, position: int, end: int) -> bool:
    """Whether a document that cannot be read from a position on is one that was cut off there."""
    return position >= end or (
        end - position <= 20 and _CUT_OFF.fullmatch(text, position, end) is not None
    )


def _is_framed(text: str, span: _Span) -> bool:
    """Whether the document fills whole lines at one end of the text.

    A ``[]`` in the middle of a message does not, and the ``[0]`` of ``array[0]`` is no list of records.
    """
    before, after = text[: span.start], text[span.end :]
    if before.strip() and after.strip():
        return False
    begins = before.rstrip(" \t")[-1:] in ("", "\n", ">")
    ends = after.lstrip(" \t\r")[:1] in ("", "\n", "<")
    return (
        begins
        and ends
        and (isinstance(span.data, dict) or all(isinstance(row, dict) for row in span.data))
    )
