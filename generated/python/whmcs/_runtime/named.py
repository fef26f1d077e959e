r"""Text without the values behind sensitive names: ``"password": "x"`` -> ``"password": ***``.

The names are found as JSON, PHP (print_r, var_dump, var_export, serialize), XML, URLs and prose
write them, also where quotes are escaped. A value that is a list or an object goes as a whole, and
one that breaks off up to the end. The time taken is proportional to the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from .charset import WHITE
from .secret import STARS

_QUOTE: Final = (
    r"""(?:\\{0,8}["']|&(?:quot|apos|\#0{0,5}3[49]|\#x0{0,5}2[27]);|\\{1,8}u002[27]|%2[27])"""
)
# Not with the case of letters left open: U+0130 would be one of these, too.
_WORD: Final = "(?-i:[A-Za-z0-9_])"
_OPENING: Final = re.compile(_QUOTE, re.IGNORECASE)
# What PHP writes before a text or an array: string(7) "x", array(1) {, Array (, s:7:"x", a:1:{
_TYPED: Final = re.compile(
    rf"(?:(?:string|array)\([0-9]{{1,9}}\)|array|[as]:[0-9]{{1,9}}:)[{WHITE}]*(?=[\"'({{])",
    re.IGNORECASE,
)
_BARE: Final = re.compile(rf"[^{WHITE},;&<>}}\])]+")
_TEXTS: Final = {
    '"': re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?', re.DOTALL),
    "'": re.compile(r"'[^'\\]*(?:\\.[^'\\]*)*'?", re.DOTALL),
}
_PART: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\](){}]', re.DOTALL)


def without_named(text: str, names: frozenset[str]) -> str:
    """The text with stars for whatever stands behind one of the names, in any case of letters."""
    pieces: list[str] = []
    at = 0
    pattern = _behind(names)
    while match := pattern.search(text, at):
        end = _end_of_element(text, match.end()) if match["tag"] else _end(text, match.end())
        pieces += (text[at : match.end()], STARS if end > match.end() else "")
        at = max(end, match.end())
    return "".join((*pieces, text[at:]))


@lru_cache(maxsize=64)
def _behind(names: frozenset[str]) -> re.Pattern[str]:
    """A name, up to where its value begins."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    name = rf"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!{_WORD})"
    space = f"[{WHITE}]"
    sign = rf"{_QUOTE}?\]?{space}*(?:=>|[:=])|{_QUOTE};|{_QUOTE}{space}+value{space}*="
    assigned = rf"(?<!{_WORD}){name}(?:{sign}){space}*"
    return re.compile(rf"{assigned}|(?P<tag><{name}[^<>]{{0,200}}>)", re.IGNORECASE)


def _end_of_element(text: str, at: int) -> int:
    end = text.find("<", at)
    return len(text) if end < 0 else end


def _end(text: str, at: int) -> int:
    """Where the value ends that begins there; the end of the text if it breaks off."""
    if typed := _TYPED.match(text, at):
        at = typed.end()
    opening = text[at : at + 1]
    if opening in _TEXTS:
        match = _TEXTS[opening].match(text, at)
    elif opening and opening in "{[(":
        return _end_of_list(text, at)
    elif quote := _OPENING.match(text, at):
        end = text.find(quote[0], quote.end())
        while end > 0 and text[end - 1] == "\\":  # a quote inside, escaped once more
            end = text.find(quote[0], end + 1)
        return len(text) if end < 0 else end + len(quote[0])
    else:
        match = _BARE.match(text, at)
    return match.end() if match else at


def _end_of_list(text: str, at: int) -> int:
    level = 0
    for part in _PART.finditer(text, at):
        if part[0][0] == '"':
            continue
        level += 1 if part[0] in "{[(" else -1
        if level == 0:
            return part.end()
    return len(text)
