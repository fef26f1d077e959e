"""Text without secrets: ``Password x7!q is wrong`` -> ``Password *** is wrong``.

Servers echo what they were sent: in error messages, in debug pages. Whatever of an answer gets into
an error goes through here first.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from functools import cache
from typing import Final
from urllib.parse import quote, quote_plus

from .. import _dialect as dialect
from .secret import STARS

# Line breaks, terminal escapes, marks that reverse the direction of text.
_CONTROL: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+"
)
_SCRIPT: Final = re.compile(
    r"<(script|style)\b.*?(</\1\s*>|\Z)|<!--.*?(-->|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG: Final = re.compile(r"<[^<>]*>")
_SHORT: Final = 4


class Mask:
    """Replaces the given secrets, in each spelling a server may echo them in."""

    def __init__(self, secrets: Iterable[str]) -> None:
        spellings = {spelling for secret in secrets for spelling in _spellings(secret)}
        longest_first = sorted(spellings, key=lambda text: (-len(text), text))
        pattern = "|".join(map(_pattern, longest_first)) or "(?!)"
        self._pattern = re.compile(pattern, re.IGNORECASE)  # %2F, %2f

    def __call__(self, text: str) -> str:
        return self._pattern.sub(STARS, text)

    def told(self, text: str, limit: int) -> str:
        """A line of what a server says, with whatever stands behind a sensitive name masked, too."""
        return self.line(_named().sub(_starred, text), limit)

    def line(self, text: str, limit: int) -> str:
        """One printable line of at most ``limit`` characters, secrets masked."""
        line = " ".join(_CONTROL.sub(" ", self(text)).split())
        return line if len(line) <= limit else f"{line[: limit - 3]}..."

    def snippet(self, body: bytes, limit: int = 200) -> str:
        """The beginning of the text of a page: no tags, no scripts, secrets masked."""
        text = _named().sub(_starred, self(body.decode("utf-8", "replace")))
        return self.line(_TAG.sub(" ", _SCRIPT.sub(" ", text)), limit)


def _spellings(secret: str) -> set[str]:
    """The secret as it is, and as it stands in a URL, in HTML and in JSON."""
    secret = secret.strip()
    if not secret:
        return set()
    escaped = json.dumps(secret)[1:-1]
    cut = (
        {f"{secret[:15]}..."} if len(secret) > 15 else set[str]()
    )  # as PHP shows it in stack traces
    return cut | {
        secret,
        quote(secret, safe="", errors="replace"),
        quote_plus(secret, errors="replace"),
        html.escape(secret),
        html.escape(secret).replace("&#x27;", "&#039;"),
        escaped,
        escaped.replace("/", "\\/"),
        json.dumps(secret, ensure_ascii=False)[1:-1],
    }


def _pattern(secret: str) -> str:
    """A short secret counts where it stands alone: masking every 1 of a text would help nobody."""
    pattern = re.escape(secret)
    return rf"(?<!\w){pattern}(?!\w)" if len(secret) < _SHORT else pattern


@cache
def _named() -> re.Pattern[str]:
    """A value behind a sensitive name: ``"password": "x"``, ``password=x``, ``[password] => x``."""
    names = sorted(dialect.SENSITIVE, key=lambda name: (-len(name), name))
    before = (
        rf"""["'\[]?\b(?:{"|".join(map(re.escape, names)) or "(?!)"})\b["'\]]?\s*(?:=>|[:=])\s*"""
    )
    value = r"""("(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s,;&<>}\]]+)"""
    return re.compile(f"({before}){value}", re.IGNORECASE)


def _starred(match: re.Match[str]) -> str:
    return f"{match[1]}{STARS}"
