"""Python source text from data, escaped and in Black's own style.

Nothing from a spec gets into generated code but through these functions: a text is always a literal or the inside of a
docstring, whatever it holds, and never a comment, since comments give orders to tools (``# fmt: off``). What they
write is already as Black would have it, so that formatting is rarely needed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from ..prose import INVISIBLE, flush, lines, one_line, wrap_lines

LINE_LENGTH = 100
# Columns of a docstring line, the indentation counted.
_DOC_WIDTH = 96
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\", " ": " "}


def string(text: str) -> str:
    """A string literal in Black's quotes: double, unless single ones save a backslash; never three in a row."""
    body = _escaped(text)
    if body.count('"') > body.count("'"):
        body = body.replace('"""', '""\\x22')
    if body.count('"') > body.count("'"):
        return "'" + body.replace("'", "\\'") + "'"
    return '"' + body.replace('"', '\\"') + '"'


def _escaped(text: str) -> str:
    if text.isprintable():
        return text.replace("\\", "\\\\")
    return "".join(map(_escaped_char, text))


def _escaped_char(char: str) -> str:
    known = _SHORT.get(char)
    if known is not None:
        return known
    if unicodedata.category(char) not in INVISIBLE:
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def literal(value: Any, indent: int = 0, before: int = 0) -> str:
    """A Python literal of texts, numbers, booleans, None and containers of them.

    ``indent`` is the depth of the line it stands in, ``before`` the columns that its neighbours take on that line.
    """
    line = flat(value)
    if not isinstance(value, dict | tuple | list) or not value or indent + before + len(line) <= LINE_LENGTH:
        return line
    inner = indent + 4
    if isinstance(value, dict):
        lines = [f"{flat(key)}: {literal(item, inner, len(flat(key)) + 3)}" for key, item in value.items()]
        return block("{", lines, "}", indent)
    opening, closing = ("[", "]") if isinstance(value, list) else ("(", ")")
    return block(opening, [literal(item, inner, 1) for item in value], closing, indent)


def flat(value: Any) -> str:
    """A literal on one line, however long."""
    if isinstance(value, str):
        return string(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flat(key)}: {flat(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flat, value)) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(flat, value)) + ("," if len(value) == 1 else "") + ")"
    return repr(value)


def tuple_of(items: list[str], indent: int, before: int) -> str:
    """A tuple of source texts: one item on the line where it fits, several an item a line, as Black has it."""
    if len(items) == 1 and "\n" not in items[0] and indent + before + len(items[0]) + 3 <= LINE_LENGTH:
        return f"({items[0]},)"
    return block("(", items, ")", indent) if items else "()"


def frozenset_of(items: Iterable[str], left: str, indent: int) -> str:
    """``left`` and a frozenset of texts in one fixed order, as Black has it."""
    members = tuple(sorted(items))
    if not members:
        return f"{left}frozenset()"
    margin = " " * (indent + 4)
    line = f"{left}frozenset({flat(members)})"
    if indent + len(line) <= LINE_LENGTH:
        return line
    return f"{left}frozenset(\n{margin}{literal(members, indent + 4)}\n{' ' * indent})"


def block(opening: str, lines: Iterable[str], closing: str, indent: int = 0) -> str:
    """Brackets with an item a line, each with its comma: Black keeps these apart however short they are."""
    inner = " " * (indent + 4)
    return opening + "\n" + "".join(f"{inner}{line},\n" for line in lines) + " " * indent + closing


def docstring(paragraphs: Iterable[str], indent: int) -> str:
    """A docstring; a paragraph is wrapped unless it is several lines already. Empty paragraphs are left out."""
    margin = " " * indent
    parts = [part for part in (lines(paragraph) for paragraph in paragraphs) if part]
    wrapped = [wrap_lines(part, _DOC_WIDTH - indent) for part in parts]
    body = [_doc_line(line) for line in flush("\n\n".join(wrapped).split("\n"))]
    opening = '""" ' if body[0].startswith('"') else '"""'
    if len(body) == 1:
        return f'{opening}{body[0]}{" " if body[0].endswith(chr(34)) else ""}"""'
    first, *rest = body
    return opening + "\n".join([first, *(f"{margin}{line}" if line else "" for line in rest), f'{margin}"""'])


def inside_docstring(text: str) -> str:
    """Text on one line, for a template that puts it between other words of a docstring."""
    return _doc_line(one_line(text))


# What would end a docstring, or look as if it did.
_QUOTES = re.compile('"{3,}')


def _doc_line(line: str) -> str:
    return _QUOTES.sub(lambda found: '\\"' * len(found[0]), _escaped(line))


# A line that is nothing but one string, perhaps with a name before and a comma behind: Black does not split strings.
_LONE_STRING = re.compile(r"""\s*(\w+=)?(?P<quote>["'])(?:\\.|(?!(?P=quote)).)*(?P=quote),?""")


def is_settled(text: str) -> bool:
    """Whether text made of the shapes above is as Black would have it: no code is longer than a line may be.

    A line with wide characters may be longer than it has characters: it counts as if all that are not ASCII were wide.
    """
    in_docstring = False
    for line in text.split("\n"):
        is_doc = in_docstring or line.lstrip().startswith('"""')
        in_docstring ^= line.count('"""') % 2 == 1
        if not is_doc and _columns(line) > LINE_LENGTH and not _LONE_STRING.fullmatch(line):
            return False
    return True


def _columns(line: str) -> int:
    return len(line) if line.isascii() else 2 * len(line)
