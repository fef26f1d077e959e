"""The JSON document in what a server really sends: behind a byte order mark, between PHP warnings.

A wrong answer is worse than none, so among other text only a document that stands alone is one: it
fills whole lines, and what is around it does not lead on to it or go on with it, as where a message
quotes JSON. One with a result may also begin or end the body, glued to a text that lacks a line's
end, as hooks print it. Behind a line that begins with a document that cannot be read nothing is
looked for: nobody knows where it ends, and what follows may be a part of it. Documents that
contradict each other are no answer.

Vectors: tests/wire/body.json.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, TypeAlias

from . import json_text
from .charset import WHITE, text_of
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
# What is in front of a part of something, "[" or "[body] =>", and behind one: "in /x.php".
_LEADS_ON: Final = re.compile(r"""(?:[\[{(,]|=>|["'`][ \t]*:)\Z""")
_GOES_ON: Final = re.compile(r"[\]}),:;=]|</|in /|in [A-Z]:")
# The same in front, which may also be in front of an answer in a line of its own: "Output:", "<div>".
_INTRODUCES: Final = re.compile(r"(?:[:=]|<(?![bh]r\b)[a-z][^<>]*>)\Z", _TAGS)
_GOES_ON_GLUED: Final = re.compile(r"[\]}),:=]|</")
_QUOTES: Final = ('"', "'", "`")
# Each that is tried takes time.
_MOST_BROKEN: Final = 100
# A tag that is longer is not looked at.
_TAG: Final = 200


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
    placed = [*_placed(text, spans)]
    if any(place and span.data is None for span, place in placed):
        return None
    known = [span for span, place in placed if place and _may_answer(span.data)]
    alone = [span for span, place in placed if place == "alone" and _may_answer(span.data)]
    first, last = len(text) - len(text.lstrip(WHITE)), len(text.rstrip(WHITE))
    at_ends = [span for span in spans if span.start == first or span.end == last]
    glued = [span for span in at_ends if span not in known and _is_glued(text, span)]

    with_result = [span for span in alone if has_result(span.data)]
    with_result = with_result or sorted(
        (span for span in [*known, *glued] if has_result(span.data)), key=lambda span: span.start
    )
    without = [span for span in alone if span in at_ends]
    chosen = with_result or [span for span in without if has_outcome(span.data)] or without
    others = [span for span in at_ends if has_result(span.data)]
    outcomes = {envelope(span.data).outcome for span in [*(with_result or alone), *others]}
    if not chosen or len(outcomes) != 1 or (others and not with_result):
        return None
    if _is_inside(text, spans, chosen[-1]):
        return None
    data = chosen[-1].data
    around = (text[: chosen[-1].start].strip(WHITE), text[chosen[-1].end :].strip(WHITE))
    return None if data is None else Found(data, "\n".join(filter(None, around)))


def _may_answer(data: Document | None) -> bool:
    """Whether it may be an answer: of lists, one of records or of texts. Mixed ones are not."""
    return not is_array(data) or _is_list(data)


def _is_list(rows: list[Any]) -> bool:
    return any(all(isinstance(row, kind) for row in rows) for kind in (dict, str))


def _is_glued(text: str, span: _Span) -> bool:
    """Whether a document that ends the text is glued to what is in front of it, or one that begins it."""
    before, after = text[: span.start].lstrip(WHITE), text[span.end :].rstrip(WHITE)
    if before and after:
        return False
    tail = before[-_TAG:]
    is_part = _LEADS_ON.search(tail) or _INTRODUCES.search(tail) or _GOES_ON_GLUED.match(after)
    edge = before[-1:] or after[:1]
    return not is_part and edge not in _QUOTES and edge not in WHITE


def _is_inside(text: str, spans: list[_Span], span: _Span) -> bool:
    """Whether the text in front of a document, without others, opens brackets that it does not close."""
    rest: list[str] = []
    position = 0
    for each in spans:
        if each.start > span.start:
            break
        rest.append(text[position : each.start])
        position = each.end
        if each.data is None:  # it goes on in the next line, where its own ends in a bracket
            rest.append(text[each.start : each.end].rstrip(WHITE)[-1:])
    around = "".join(rest)
    return around.count("{") > around.count("}") or around.count("[") > around.count("]")


def _placed(text: str, spans: list[_Span]) -> Iterator[tuple[_Span, str]]:
    """Each document with how it stands; those that share a line with nothing but each other alike."""
    blocks: list[list[_Span]] = []
    for span in spans:
        between = text[blocks[-1][-1].end : span.start] if blocks else "\n"
        if between.strip(WHITE) or "\n" in between:
            blocks.append([span])
        else:
            blocks[-1].append(span)
    # What cannot be read is a part of the text in front of the next one.
    ends = [
        0,
        *(block[-1].end if block[-1].data is not None else block[0].start for block in blocks),
    ]
    starts = [*(block[0].start for block in blocks), len(text)]
    for block, end, start in zip(blocks, ends, starts[1:], strict=False):
        place = _place(text[end : block[0].start], text[block[-1].end : start])
        yield from ((span, place) for span in block)


def _place(before: str, after: str) -> str:
    """How stands what is between two texts.

    ``alone``, where it fills whole lines and is no part of them; ``introduced``, where the line
    before may lead on to it; nothing for a part of them.
    """
    front, back = before.rstrip(WHITE), after.lstrip(WHITE)
    tail = front[-_TAG:]
    is_first = "\n" in before[len(front) :]
    begins = not front or is_first or _NEW_LINE.search(tail)
    ends = not back or "\n" in after[: len(after) - len(back)] or back[0] == "<"
    is_part = _LEADS_ON.search(tail) or _GOES_ON.match(back)
    is_quoted = front[-1:] in _QUOTES and front[-1:] == back[:1]
    if is_part or is_quoted or not begins or not ends:
        return ""
    if not _INTRODUCES.search(tail):
        return "alone"
    return "introduced" if is_first else ""


def _documents(text: str) -> Iterator[_Span]:
    """Each document in the text, outermost only.

    One that cannot be read goes on to the end of its line; to that of the text, where it begins one,
    and where too many others were before it.
    """
    position = broken = 0
    shown = _Shown(text)
    while opening := _OPENING.search(text, position):
        start = opening.start()
        if (after := shown.after(position, start)) > start:
            position = after
            continue
        try:
            data, position = json_text.loads_at(text, start)
        except ValueError:
            front = text[position:start].rstrip(" \t\r")
            begins = not front or front[-1] == "\n" or _NEW_LINE.search(front[-_TAG:])
            broken += 1
            end = len(text) if begins or broken > _MOST_BROKEN else text.find("\n", start)
            data, position = None, end if end >= 0 else len(text)
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
