r"""Texts in one spelling, whichever way they were written: ``it\&#039;s%20me`` -> ``its me``.

PHP, MySQL, HTML, URLs and JSON each escape a text in their own way, some on top of each other. In
this spelling all of them are the same: escapes are what they stand for, quotes and backslashes are
left out (``it\'s``, ``it''s``), white space, line breaks and ``+`` are one space, and case does not
count. Each character knows where it stood. The time taken is proportional to the text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple
from urllib.parse import unquote

from .charset import WHITE

# Escapes in escapes: JSON in HTML in a URL.
_LAYERS: Final = 4
_ESCAPE: Final = re.compile(
    r"&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|(?:%[0-9A-Fa-f]{2})+|(?:\\{1,4}u[0-9A-Fa-f]{4})+|\\x[0-9A-Fa-f]{2}|\\[nrt]"
)
_FILLER: Final = re.compile(
    rf"""(?:[\\'"{WHITE}+]|<br[{WHITE}]{{0,9}}/?>)+""", re.IGNORECASE | re.ASCII
)
# What people write between the digits of a number, as well.
_SEPARATORS: Final = re.compile(rf"""[\\'"{WHITE}+.\-]+""")


class Spelled(NamedTuple):
    """A text in the one spelling; ``starts`` and ``ends`` are the places of its characters."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def replaced(self, pattern: re.Pattern[str], by: Callable[[str], str]) -> Spelled:
        """The same with other text in the place of each match."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for match in pattern.finditer(self.text):
            first, last = match.span()
            piece = by(match[0])
            pieces += (self.text[at:first], piece)
            starts += self.starts[at:first]
            ends += self.ends[at:first]
            starts += [self.starts[first]] * len(piece)
            ends += [self.ends[last - 1]] * len(piece)
            at = last
        pieces.append(self.text[at:])
        return Spelled("".join(pieces), [*starts, *self.starts[at:]], [*ends, *self.ends[at:]])


def spelled(text: str) -> Spelled:
    """The text in the one spelling."""
    found = Spelled(text, range(len(text)), range(1, len(text) + 1))
    for _ in range(_LAYERS):
        if _ESCAPE.search(found.text) is None:
            break
        found = found.replaced(_ESCAPE, _meant)
    found = found.replaced(_FILLER, _space)
    return found._replace(text=folded(found.text))


def joined(found: Spelled) -> Spelled:
    """The same with numbers in one piece: ``4111-1111 1111`` -> ``411111111111``."""
    return found.replaced(_SEPARATORS, lambda _: "")


def folded(text: str) -> str:
    """The text in small letters, none of them in another place than before."""
    return text.lower() if text.isascii() else "".join(map(_small, text))


def _small(letter: str) -> str:
    small = letter.casefold()
    return small if len(small) == 1 else letter


def _meant(escape: str) -> str:
    """What escapes stand for."""
    if escape[0] == "&":
        return html.unescape(escape)
    if escape[0] == "%":
        return unquote(escape, errors="replace")
    if escape[1] not in "nrt":
        units = "".join(chr(int(digits, 16)) for digits in re.split(r"\\+[ux]", escape)[1:])
        return units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "\n"


def _space(filler: str) -> str:
    return " " if filler.strip("\\'\"") else ""
