"""Python source text from data, escaped and in Black's own style.

Nothing from a spec gets into generated code but through these functions: a text is always a literal or the inside of a
docstring, whatever it holds. What they write is already as Black would have it, so that formatting is rarely needed.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable
from typing import Any

LINE_LENGTH = 100
# Columns of a docstring line, the indentation counted.
_DOC_WIDTH = 96


def string(text: str) -> str:
    """A string literal in Black's quotes: double, unless single ones save a backslash."""
    body = "".join(_escaped(char) for char in text)
    if '"' in body and "'" not in body and '"""' not in body:
        return f"'{body}'"
    return '"' + body.replace('"', '\\"') + '"'


def _escaped(char: str) -> str:
    if char == "\\":
        return "\\\\"
    known = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(char)
    if known is not None:
        return known
    if char == " " or unicodedata.category(char)[0] not in "CZ":
        return char
    # Controls, bidirectional marks and exotic blanks: visible in the source, and no way to reorder it.
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
    parts = [part for part in (paragraph.strip() for paragraph in paragraphs) if part]
    lines = "\n\n".join(_wrapped(part, _DOC_WIDTH - indent) for part in parts).split("\n")
    body = [_doc_line(line.rstrip()) for line in lines]
    if len(body) == 1:
        text = body[0]
        return f'"""{text} """' if text.endswith('"') else f'"""{text}"""'
    return (
        '"""'
        + "\n".join(f"{margin}{line}" if line and number else line for number, line in enumerate(body))
        + f'\n{margin}"""'
    )


def _wrapped(text: str, width: int) -> str:
    return "\n".join(wrap(line, width) if len(line) > width else line for line in text.split("\n"))


def wrap(text: str, width: int, hanging: str | None = None) -> str:
    """Text in lines of at most ``width``; further lines begin like the first, or with ``hanging``."""
    margin = text[: len(text) - len(text.lstrip())]
    return textwrap.fill(
        text.strip(),
        max(width, 30),
        initial_indent=margin,
        subsequent_indent=margin if hanging is None else hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def one_line(text: str) -> str:
    """Text with every run of blanks and line ends as one blank."""
    return " ".join(text.split())


def _doc_line(line: str) -> str:
    margin = line[: len(line) - len(line.lstrip(" "))]
    body = "".join(_escaped(char) for char in line[len(margin) :])
    return margin + body.replace('"""', '\\"\\"\\"')


# A line that is nothing but one string, perhaps with a name before and a comma behind: Black does not split strings.
_LONE_STRING = re.compile(r"""\s*(\w+=)?(?P<quote>["'])(?:\\.|(?!(?P=quote)).)*(?P=quote),?""")


def is_settled(text: str) -> bool:
    """Whether text made of the shapes above is as Black would have it: no code is longer than a line may be."""
    in_docstring = False
    for line in text.split("\n"):
        quotes = line.count('"""')
        inside = in_docstring or (quotes and line.lstrip().startswith('"""'))
        in_docstring ^= quotes % 2 == 1
        if len(line) > LINE_LENGTH and not (inside or line.lstrip().startswith("#") or _LONE_STRING.fullmatch(line)):
            return False
    return True


def export_order(name: str) -> tuple[int, list[tuple[int, str]]]:
    """Sorts ``__all__`` as isort does: constants, classes, the rest; ``x2`` before ``x10``."""
    rank, _, _ = import_order(name)
    return rank, _natural(name)


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name)]


def import_order(name: str) -> tuple[int, list[tuple[int, str]], str]:
    """Sorts names as isort does: constants, classes, the rest; without case, and ``x2`` before ``x10``."""
    rank = 0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2
    return rank, _natural(name.lower()), name


def imports(module: str, names: Iterable[str], indent: int = 0) -> list[str]:
    """``from module import a, b``, in Black's and isort's style; no line where there is nothing to import."""
    wanted = sorted(names, key=import_order)
    margin = " " * indent
    line = f"{margin}from {module} import {', '.join(wanted)}"
    if not wanted:
        return []
    return [line if len(line) <= LINE_LENGTH else f"{margin}from {module} import " + exploded(wanted, indent)]


def exploded(names: Iterable[str], indent: int) -> str:
    """Names in round brackets, one a line."""
    return block("(", names, ")", indent)


def comment(text: str) -> str:
    """Text that may stand behind ``#``: one line, nothing invisible."""
    return "".join(_escaped(char) for char in one_line(text))
