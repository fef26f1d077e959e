"""TypeScript source text from data, escaped and laid out as Prettier would have it, 120 columns wide.

Nothing from a spec gets into generated code but through these functions: a text is always a literal or the inside of a
documentation comment, whatever it holds. In a comment it can neither end it nor give orders to tools (``@ts-ignore``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..prose import INVISIBLE, flush, lines, one_line, wrap, wrap_lines

LINE_LENGTH = 120
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\", " ": " "}
_IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*", re.ASCII)


class Source(str):
    """TypeScript as it is to be printed, in a place where other texts become string literals."""

    __slots__ = ()


def string(text: str) -> str:
    """A string literal: in double quotes, unless single ones save a backslash."""
    body = _escaped(text)
    if body.count('"') > body.count("'"):
        return "'" + body.replace("'", "\\'") + "'"
    return '"' + body.replace('"', '\\"') + '"'


def key(name: str) -> str:
    """A name as that of a property, in an interface or in an object: quoted where it is no identifier."""
    if name == "__proto__":
        return '["__proto__"]'  # the plain name would set the prototype of an object
    return name if _IDENTIFIER.fullmatch(name) else string(name)


def access(name: str) -> str:
    """What reads a property, behind an object: ``.name`` or ``["odd-name"]``."""
    return f".{name}" if _IDENTIFIER.fullmatch(name) else f"[{string(name)}]"


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
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\u{{{code:x}}}"


def literal(value: object, indent: int = 0, before: int = 0) -> str:
    """Texts, numbers, booleans, None, Source, and lists and objects of them, in as many lines as it needs.

    ``indent`` is the depth of the line it stands in, ``before`` the columns that its neighbours take on that line.
    Keys of objects are names of our own or are escaped by ``key``; entries that are None are left out.
    """
    line = flat(value)
    if not isinstance(value, Mapping | list | tuple) or _fits(line, indent + before):
        return line
    if isinstance(value, Mapping):
        entries = [(f"{key(name)}: ", item) for name, item in value.items() if item is not None]
        return block("{", [left + literal(item, indent + 2, len(left) + 1) for left, item in entries], "}", indent)
    return block("[", [literal(item, indent + 2, 1) for item in value], "]", indent)


def flat(value: object) -> str:
    """The same on one line, however long."""
    match value:
        case Source():
            return value
        case str():
            return string(value)
        case bool():
            return "true" if value else "false"
        case None:
            return "null"
        case Mapping():
            inner = ", ".join(f"{key(name)}: {flat(item)}" for name, item in value.items() if item is not None)
            return f"{{ {inner} }}" if inner else "{}"
        case list() | tuple():
            return "[" + ", ".join(map(flat, value)) + "]"
    return repr(value)


def _fits(text: str, before: int) -> bool:
    return "\n" not in text and before + len(text) <= LINE_LENGTH


def block(opening: str, items: Iterable[str], closing: str, indent: int) -> str:
    """Brackets with an item a line, each with its comma."""
    inner = " " * (indent + 2)
    return opening + "\n" + "".join(f"{inner}{item},\n" for item in items) + " " * indent + closing


def union(options: Iterable[str], left: str) -> str:
    """``left`` and alternatives, as a type: on one line where it fits, else one a line."""
    found = list(dict.fromkeys(options))
    line = left + " | ".join(found)
    if len(line) < LINE_LENGTH:
        return line
    return left.rstrip() + "".join(f"\n  | {option}" for option in found)


def imports(module: str, names: Iterable[str], *, types: bool = False) -> str:
    """``import type { A, B } from "./module.js";``; nothing where there is nothing to import."""
    wanted = sorted(set(names))
    if not wanted:
        return ""
    head = "import type" if types else "import"
    line = f"{head} {{ {', '.join(wanted)} }} from {string(module)};"
    return line if len(line) <= LINE_LENGTH else f"{head} {block('{', wanted, '}', 0)} from {string(module)};"


@dataclass(frozen=True, slots=True)
class Tag:
    """``@name {@link target} text``, a paragraph of a comment. Name and target are ours, or checked by ``see``."""

    name: str
    text: str = ""
    target: str = ""


def see(address: str) -> Tag:
    """``@see {@link address}``; as plain text where an address could not stand in a link."""
    plain = one_line(address)
    return Tag("see", target=plain) if _ADDRESS.fullmatch(plain) else Tag("see", plain)


# Nothing that could end a link or a comment, or begin another tag.
_ADDRESS = re.compile(r"https?://[^\s{}|@*\\\x00-\x20\x7f-\U0010ffff]+")


def comment(paragraphs: Iterable[str | Tag], indent: int = 0) -> str:
    """A documentation comment; a line that is too long is wrapped. Empty paragraphs are left out."""
    margin = " " * indent
    width = LINE_LENGTH - indent - 3
    body: list[str] = []
    was_tag = False
    for paragraph in paragraphs:
        is_tag = isinstance(paragraph, Tag)
        text = _tag_lines(paragraph, width) if isinstance(paragraph, Tag) else _plain_lines(paragraph, width)
        if text:
            body += [*([""] if body and not (is_tag and was_tag) else []), *text]
            was_tag = is_tag
    if len(body) == 1 and indent + len(body[0]) + 7 <= LINE_LENGTH:
        return f"/** {body[0]} */"
    return "/**\n" + "".join(f"{margin} * {line}".rstrip() + "\n" for line in body) + f"{margin} */"


def _tag_lines(tag: Tag, width: int) -> list[str]:
    head = f"@{tag.name}" + (f" {{@link {tag.target}}}" if tag.target else "")
    return wrap(f"{head} {inside_comment(tag.text)}".rstrip(), width, "  ").split("\n")


def _plain_lines(text: str, width: int) -> list[str]:
    said = lines(text)
    if not said:
        return []
    escaped = "\n".join(inside_comment_line(line) for line in flush(said.split("\n")))
    return wrap_lines(escaped, width).split("\n")


# What ends a comment, what begins a tag in it, and what tools take for orders: "@ts-ignore", "# sourceMappingURL=".
_END = re.compile(r"\*(?=/)")
_ORDER = re.compile(r"@|(?<![\w\\])#(?=\s*[A-Za-z_])|\{(?=\s*@)")


def inside_comment_line(line: str) -> str:
    """A line as it may stand in a comment; blanks at its beginning are kept."""
    text = line if line.isprintable() else "".join(map(_visible, line))
    text = _END.sub(r"*\\", text)
    return _ORDER.sub(lambda found: "\\" + found[0], text)


def _visible(char: str) -> str:
    return char if unicodedata.category(char) not in INVISIBLE or char == " " else _escaped_char(char)


def inside_comment(text: str) -> str:
    """Text on one line, as it may stand in a comment."""
    return inside_comment_line(one_line(text))
