"""Problems -> text as compilers print it: message, ``file:line:column``, the line with a caret, what to do.

    error: the key `title` is given twice
     --> specs/openapi.yml:4:3
      |
    4 |   title: Two
      |   ^
    note: it is given here first
     --> specs/openapi.yml:3:3
      |
    3 |   title: One
      |   ^
    help: keep one of the two

Specs come from strangers and terminals obey control characters: everything that does not print is shown as an escape.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from .origin import Origin, Problem
from .specs.sources import Sources

if TYPE_CHECKING:  # rich costs a tenth of a second, which only a run with problems has to spend
    from rich.console import Console

# A piece of text and its style, in rich's words.
Piece: TypeAlias = tuple[str, str]


class Entry(Protocol):
    """What can be printed: a problem, or what else has a message and a place."""

    @property
    def message(self) -> str: ...
    @property
    def origin(self) -> Origin: ...
    @property
    def hint(self) -> str: ...
    @property
    def also(self) -> tuple[tuple[str, Origin], ...]: ...


# Columns of a source line that are shown; longer lines are cut around the caret.
_WIDTH = 100
_TAB = "    "

# Control, format (bidirectional overrides, zero width), surrogate, private, unassigned, line and paragraph ends.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


# Problems that are shown at once. A hostile document can have hundreds of thousands.
_MOST = 500


def render(problems: Sequence[Problem], sources: Sources, console: Console | None = None) -> str:
    """What the user reads, without a line end at the end; styled as far as a console is given and can show it."""
    kinds = {True: ("warning", "bold yellow"), False: ("error", "bold red")}
    shown = problems if len(problems) <= _MOST else sorted(problems, key=lambda each: each.warning)[:_MOST]
    pieces = [piece for problem in shown for piece in entry(*kinds[problem.warning], problem, sources)]
    if left := len(problems) - len(shown):
        pieces.append((f"and {left} more, which show when these are mended\n\n", ""))
    return printed([*pieces, (_counts(problems), "bold")], console)


def printed(pieces: Sequence[Piece], console: Console | None = None) -> str:
    """The text of all pieces, styled as far as a console is given and can show it."""
    if console is None:
        return "".join(text for text, _ in pieces)
    from rich.text import Text

    with console.capture() as capture:
        console.print(Text.assemble(*pieces), soft_wrap=True, highlight=False, end="")
    return capture.get()


def entry(kind: str, style: str, problem: Entry, sources: Sources, subject: str = "") -> Iterator[Piece]:
    """One problem and an empty line; ``subject`` is what it is about, in a line of its own."""
    yield kind, style
    yield f": {printable(problem.message)}\n", "bold"
    yield from _excerpt(problem.origin, sources, style)
    if subject:
        yield "   = ", "blue"
        yield f"{printable(subject)}\n", ""
    for message, origin in problem.also:
        yield "note", "bold cyan"
        yield f": {printable(message)}\n", "bold"
        yield from _excerpt(origin, sources, "bold cyan")
    yield "help", "bold green"
    yield f": {printable(problem.hint)}\n\n", ""


def _excerpt(origin: Origin, sources: Sources, style: str) -> Iterator[Piece]:
    """The place, and the line with a caret where there is one."""
    number = str(origin.line)
    margin = " " * len(number)
    yield f"{margin}--> ", "blue"
    yield f"{shown_path(origin, sources)}:{origin.line}:{origin.column}\n", ""
    source = sources.get(origin.file)
    line = source.line(origin.line) if source else ""
    if not line.strip():
        return
    shown, caret = _cut(line, origin.column - 1)
    yield f"{margin} |\n{number} |", "blue"
    yield f" {shown}\n", ""
    yield f"{margin} |", "blue"
    yield f"{' ' * (caret + 1)}^\n", style


def _cut(line: str, column: int) -> tuple[str, int]:
    """The part of a line around one of its characters that fits, and the columns that stand before that character."""
    from rich.cells import cell_len

    start = max(0, column - _WIDTH)
    cells = [printable(character) for character in line[start : column + _WIDTH]]
    widths = [cell_len(cell) for cell in cells]
    at = min(column - start, len(cells))
    first, last = at, len(cells)
    while first > 0 and sum(widths[first - 1 :]) <= _WIDTH:
        first -= 1
    while first > 0 and sum(widths[first - 1 : at]) <= _WIDTH // 2:
        first -= 1
    while sum(widths[first:last]) > _WIDTH:
        last -= 1
    before = "…" if start + first else ""
    after = "…" if last < len(cells) or len(line) > column + _WIDTH else ""
    shown = before + "".join(cells[first:last]) + after
    return shown.rstrip(), len(before) + sum(widths[first:at])


def printable(text: str) -> str:
    """The text with every character that does not print, or that steers a terminal, shown as an escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\t\n\r":
        return {"\t": _TAB, "\n": "\\n", "\r": "\\r"}[character]
    if unicodedata.category(character) not in _HIDDEN:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def shown_path(origin: Origin, sources: Sources) -> str:
    """The file as one would name it from the current folder; its full path where it lies elsewhere."""
    path = sources.path(origin.file)
    here = Path.cwd().resolve()
    return printable(str(path.relative_to(here) if path.is_relative_to(here) else path))


def _counts(problems: Sequence[Problem]) -> str:
    """``2 errors, 1 warning``."""
    warnings = sum(problem.warning for problem in problems)
    return counted(((len(problems) - warnings, "error"), (warnings, "warning")))


def counted(counts: Iterable[tuple[int, str]]) -> str:
    """``2 errors, 1 warning``."""
    return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)
