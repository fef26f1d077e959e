"""The JSON document in what a server really sends: behind a byte order mark, between PHP warnings.

Vectors: tests/wire/body.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from . import json_text
from .envelope import has_outcome
from .shapes import is_array, is_object

Document: TypeAlias = dict[str, Any] | list[Any]

_OPENING: Final = re.compile(r"[\[{]")
# How much text may be read again before a page full of brackets counts as one without a document.
_PATIENCE: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """The document: an object or a list. ``noise`` is the text around it, normally empty."""

    data: Document
    noise: str = ""


def find_json(body: bytes) -> Found | None:
    """The JSON document in the body, even with PHP warnings before or after it.

    None if there is none: an HTML page, nothing at all, a mere text, a document that breaks off.
    """
    try:
        data = json_text.loads(body)
    except ValueError:
        return _find_in_noise(body.decode("utf-8", "replace").removeprefix("\ufeff"))
    return Found(data) if is_object(data) or is_array(data) else None


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    data: Document


def _find_in_noise(text: str) -> Found | None:
    """The last document that is an envelope; without one, a document at either end of the text."""
    spans = list(_spans(text))
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
    position, patience = 0, _PATIENCE
    while patience > 0 and (opening := _OPENING.search(text, position)):
        start = opening.start()
        position = start + 1
        try:
            data, position = json_text.loads_at(text, start)
        except json.JSONDecodeError as error:
            if error.msg.startswith("Unterminated string") or not text[error.pos :].strip():
                return
            patience -= error.pos - start + 1
        except ValueError:
            patience -= len(text) // 8
        else:
            yield _Span(start, position, data)


def _is_framed(text: str, span: _Span) -> bool:
    """Whether the document fills whole lines at one end of the text.

    It also has to be more than the ``[0]`` in a message about ``array[0]``.
    """
    before, after = text[: span.start], text[span.end :]
    if before.strip() and (after.strip() or not span.data):
        return False
    begins = before.rstrip(" \t")[-1:] in ("", "\n", ">")
    ends = after.lstrip(" \t\r")[:1] in ("", "\n", "<")
    return (
        begins
        and ends
        and (isinstance(span.data, dict) or all(isinstance(row, dict) for row in span.data))
    )
