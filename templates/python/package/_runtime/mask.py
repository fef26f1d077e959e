"""Text without secrets: ``Password x7!q is wrong`` -> ``Password *** is wrong``.

Servers echo what they were sent: in error messages, in debug pages. Whatever of an answer gets into
an error goes through here first, before it is shortened. A secret is found however it is spelled
(see ``spelling``), and so is the beginning of a long one that is cut off. One of less than four
characters, such as a card's code, counts only where it stands alone: masking every 1 of a text
would help nobody. One that is hardly more than quotes is found only as it was given.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from .. import _dialect as dialect
from .charset import WHITE, text_of
from .named import without_named
from .secret import STARS, hide, reveal
from .spelling import Spelled, folded, joined, spelled

Span: TypeAlias = tuple[int, int]

# Line breaks, terminal escapes, marks of the direction of text and of the order of bytes.
_CONTROL: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+"
)
_SCRIPT: Final = re.compile(
    r"<(script|style)\b.*?(</\1\s*>|\Z)|<!--.*?(-->|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG: Final = re.compile(r"<[^<>]*>")
_SHORT: Final = 4
# PHP shows no more bytes than this of a text in its stack traces.
_CUT: Final = 15
# Numbers that people write in groups: of cards and of bank accounts.
_NUMBER: Final = re.compile(r"[0-9A-Za-z]{0,4}(?:[ .\-]?[0-9A-Za-z]){8,34}")
# What is looked at of a text, from its beginning; and what of that may end in a part of a secret.
_MOST: Final = 1 << 18
_MARGIN: Final = 1000


class Mask:
    """Replaces the given secrets, and values behind sensitive names: the dialect's and ``names``."""

    def __init__(self, secrets: Iterable[str] = (), names: Iterable[str] = ()) -> None:
        stripped = {secret.strip(WHITE) for secret in secrets} - {""}
        self._secrets = hide([_Secret.of(secret) for secret in sorted(stripped)])
        self.names = dialect.SENSITIVE.union(names)

    def __call__(self, text: str) -> str:
        """The text with stars for the secrets; less its end, if it is very long."""
        is_whole = len(text) <= _MOST
        pieces: list[str] = []
        at = 0
        for first, last in _merged(self._spans(text[:_MOST])):
            pieces += (text[at:first], STARS)
            at = last
        masked = "".join((*pieces, text[at:_MOST]))
        return masked if is_whole else masked[:-_MARGIN]

    def told(self, text: str, limit: int) -> str:
        """A line of what a server says, with whatever stands behind a sensitive name masked, too."""
        return _line(without_named(self(text), self.names), limit)

    def line(self, text: str, limit: int) -> str:
        """One printable line of at most ``limit`` characters, secrets masked."""
        return _line(self(text), limit)

    def snippet(self, body: bytes, content_type: str = "", limit: int = 200) -> str:
        """The beginning of the text of a page: no tags, no scripts, secrets masked."""
        text = without_named(self(text_of(body, content_type)), self.names)
        return _line(_TAG.sub(" ", _SCRIPT.sub(" ", text)), limit)

    def _spans(self, text: str) -> Iterator[Span]:
        """Where the secrets are."""
        if not reveal(self._secrets):
            return
        as_sent, found = folded(text), spelled(text)
        in_one_piece = joined(found)
        for secret in reveal(self._secrets):
            for first, last in _places(as_sent, secret.given):
                if not secret.short or _is_alone(text, first, last):
                    yield first, last
            for first, last in _originals(found, _places(found.text, secret.spelled)):
                if not secret.short or _is_alone(text, first, last):
                    yield first, last
            yield from _originals(found, _beginnings(found.text, secret))
            yield from _originals(in_one_piece, _places(in_one_piece.text, secret.number))


class _Secret(NamedTuple):
    """What to look for; an empty text is nothing.

    given:    in a text as it was sent
    spelled:  in a text in the one spelling
    head:     the beginning of that which may stand alone
    number:   in a text whose numbers are in one piece
    short:    counts only where it stands alone
    """

    given: str
    spelled: str
    head: str
    number: str
    short: bool

    @classmethod
    def of(cls, secret: str) -> _Secret:
        found = spelled(secret)
        known = found.text.strip(WHITE)
        if len(known) < _SHORT <= len(secret):
            known = ""
        cut = secret.encode("utf-8", "replace")[:_CUT].decode("utf-8", "ignore")
        head = spelled(cut).text.strip(WHITE)
        is_number = _NUMBER.fullmatch(secret) and sum(map(str.isdecimal, secret)) >= 8
        return cls(
            given=folded(secret),
            spelled=known,
            head=head if _SHORT <= len(head) < len(known) and known.startswith(head) else "",
            number=joined(found).text if is_number else "",
            short=len(secret) < _SHORT,
        )


def _places(text: str, part: str) -> Iterator[Span]:
    at = text.find(part) if part else -1
    while at >= 0:
        yield at, at + len(part)
        at = text.find(part, at + len(part))


def _beginnings(text: str, secret: _Secret) -> Iterator[Span]:
    """Where the secret begins, up to where it goes on differently."""
    at = text.find(secret.head) if secret.head else -1
    while at >= 0:
        rest = text[at : at + len(secret.spelled)]
        end = at + len(os.path.commonprefix((secret.spelled, rest)))
        yield at, end
        at = text.find(secret.head, end)


def _originals(found: Spelled, places: Iterable[Span]) -> Iterator[Span]:
    """The places in the text as it was sent."""
    for first, last in places:
        yield found.starts[first], found.ends[last - 1]


def _is_alone(text: str, first: int, last: int) -> bool:
    around = text[max(first - 1, 0) : first] + text[last : last + 1]
    return not any(letter.isalnum() or letter == "_" for letter in around)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """The same in order, none of them within or next to another."""
    start, end = 0, -1
    for first, last in sorted(spans):
        if first > end:
            if end >= 0:
                yield start, end
            start, end = first, last
        end = max(end, last)
    if end >= 0:
        yield start, end


def _line(text: str, limit: int) -> str:
    line = " ".join(_CONTROL.sub(" ", text).split())
    return line if len(line) <= limit else f"{line[: limit - 3]}..."
