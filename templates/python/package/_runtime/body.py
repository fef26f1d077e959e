"""The JSON document in what a server really sends: behind a byte order mark, between PHP warnings.

A wrong answer is worse than none, so among other text only a document that stands alone is one: it
fills whole lines, and what is around it does not lead on to it or go on with it, as where a message
quotes JSON. The only one may also be glued to the end or the start of a text that lacks a line's end,
as hooks print it. Behind a document that cannot be read to its end nothing is looked for: nobody knows
where it ends, and what follows may be a part of it. Documents that contradict each other are no
answer.

Vectors: tests/wire/body.json.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final, NamedTuple, TypeAlias

from . import json_text
from .charset import text_of
from .envelope import envelope, has_outcome, has_result
from .shapes import is_array, is_object

Document: TypeAlias = dict[str, Any] | list[Any]

_TAGS: Final = re.IGNORECASE | re.ASCII
_SPACE: Final = r"[ \t\r\n]*"
_TEXT: Final = r'"(?:[^"\\]|\\.){0,200}"'
_OBJECT: Final = rf"\{{{_SPACE}(?:\}}|{_TEXT}{_SPACE}:)"
# What a document begins with. The {x} of a script and the [0] of a message are none. At the start of a line less of
# one is enough: it may be an answer that is broken from its first key on.
_OPENING: Final = re.compile(
    rf"""(?<![^\n])(?:\{{{_SPACE}"|\[{_SPACE}[{{"\]])"""
    rf"""|{_OBJECT}|\[{_SPACE}(?:\]|{_OBJECT}|{_TEXT}{_SPACE}[,\]])""",
    re.DOTALL,
)
# Parts that no answer stands in: what no reader of a page sees, and pages as a whole; and what ends each of them.
_HIDING: Final = re.compile(r"<!--|<script\b|<!doctype html\b|<html\b", _TAGS)
_HIDING_ENDS: Final = {
    "<!--": re.compile("-->"),
    "<script": re.compile("</script", _TAGS),
    "<html": re.compile("</html", _TAGS),
    # One that is cut off, or that nothing ends, goes on to the end.
    "<!doctype html": re.compile(r"</html|\Z", _TAGS),
}
# Tags that a new line begins behind.
_NEW_LINE: Final = re.compile(
    r"(?:-->|<[bh]r\b[^<>]*>|</(?:div|html|p|pre|script|style|table)[ \t\r\n]*>)\Z", _TAGS
)
# What is in front of a part of something: "gateway said:", "[", "[body] =>", "<pre>"; and behind one: "in /x.php".
_LEADS_ON: Final = re.compile(r"(?:[\[{(,:=]|=>|<(?![bh]r\b)[a-z][^<>]*>)\Z", _TAGS)
_GOES_ON: Final = re.compile(r"[\]}),:;=]|</|in /|in [A-Z]:")
_QUOTES: Final = ('"', "'", "`")
# The end of a text that lacks a line's end, and the start of one behind such a line.
_GLUED_END: Final = re.compile(r"(?:[a-z0-9_.!]|</[a-z0-9]{1,20}>)\Z", _TAGS)
_GLUED_START: Final = re.compile(r"[a-z0-9_]", _TAGS)
# A tag that is longer is not looked at.
_TAG: Final = 200
# What other languages take for white space too.
_WHITE: Final = (
    "\t\n\v\f\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)


class Found(NamedTuple):
    """The document: an object or a list. ``noise`` is the text around it, normally empty."""

    data: Document
    noise: str = ""


def find_json(body: bytes, content_type: str = "") -> Found | None:
    """The JSON document in the body, even with PHP warnings before or after it.

    None if there is none: an HTML page, nothing at all, a mere text, a document that breaks off. The
    body is read about twice, whatever it holds.
    """
    text = text_of(body, content_type).removeprefix("\ufeff")
    try:
        data = json_text.loads(text)
    except ValueError:
        return _find_in_noise(text)
    return Found(data) if is_object(data) or is_array(data) else None


class _Span(NamedTuple):
    """Where a document stands. ``data`` is None where it cannot be read."""

    start: int
    end: int
    data: Document | None


def _find_in_noise(text: str) -> Found | None:
    """The last document that has a result; without one, a document at either end of the text."""
    spans = [*_documents(text)]
    alone = [span for span in _alone(text, spans) if not is_array(span.data) or _is_list(span.data)]
    if not alone and len(spans) == 1 and _is_glued(text, spans[0]):
        alone = spans
    with_result = [span for span in alone if has_result(span.data)]
    outcomes = {envelope(span.data).outcome for span in with_result or alone}
    if len(outcomes) != 1 or any(span.data is None for span in alone):
        return None
    first, last = len(text) - len(text.lstrip(_WHITE)), len(text.rstrip(_WHITE))
    at_ends = [span for span in alone if span.start == first or span.end == last]
    chosen = with_result or [span for span in at_ends if has_outcome(span.data)] or at_ends
    if not chosen or (data := chosen[-1].data) is None:
        return None
    around = (text[: chosen[-1].start].strip(_WHITE), text[chosen[-1].end :].strip(_WHITE))
    return Found(data, "\n".join(filter(None, around)))


def _is_list(rows: list[Any]) -> bool:
    """Whether a list may be an answer: one of records or of texts. Mixed ones are not."""
    return any(all(isinstance(row, kind) for row in rows) for kind in (dict, str))


def _is_glued(text: str, span: _Span) -> bool:
    """Whether a document with a result stands directly behind a text, or in front of one."""
    before, after = text[: span.start], text[span.end :]
    tail = before[-_TAG:]
    behind = _GLUED_END.search(tail) and not _LEADS_ON.search(tail) and _stands_alone("", after)
    ahead = _GLUED_START.match(after) and _stands_alone(before, "")
    return has_result(span.data) and bool(behind or ahead)


def _alone(text: str, spans: list[_Span]) -> Iterator[_Span]:
    """The documents that stand alone, also those that share a line with nothing but each other."""
    blocks: list[list[_Span]] = []
    for span in spans:
        between = text[blocks[-1][-1].end : span.start] if blocks else "\n"
        if between.strip(_WHITE) or "\n" in between:
            blocks.append([span])
        else:
            blocks[-1].append(span)
    ends = [0, *(block[-1].end for block in blocks)]
    starts = [*(block[0].start for block in blocks), len(text)]
    around = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    for block, (before, after) in zip(blocks, pairwise(around), strict=True):
        if _stands_alone(before, after):
            yield from block


def _stands_alone(before: str, after: str) -> bool:
    """Whether what is between two texts fills whole lines, and is no part of them."""
    front, back = before.rstrip(_WHITE), after.lstrip(_WHITE)
    tail = front[-_TAG:]
    begins = not front or "\n" in before[len(front) :] or _NEW_LINE.search(tail)
    ends = not back or "\n" in after[: len(after) - len(back)] or back[0] == "<"
    is_part = _LEADS_ON.search(tail) or _GOES_ON.match(back)
    is_quoted = front[-1:] in _QUOTES and front[-1:] == back[:1]
    return bool(begins and ends and not is_part and not is_quoted)


def _documents(text: str) -> Iterator[_Span]:
    """Each document in the text, outermost only.

    One that cannot be read is the last: it goes on to the end.
    """
    position = 0
    shown = _Shown(text)
    while opening := _OPENING.search(text, position):
        start = opening.start()
        if (after := shown.after(position, start)) > start:
            position = after
            continue
        try:
            data, position = json_text.loads_at(text, start)
        except ValueError:
            yield _Span(start, len(text), None)
            return
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
