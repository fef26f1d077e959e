"""Words of a spec as prose: the same in every language, before it is escaped for one."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

# Unicode's classes of controls, halves of characters, private ones, directions and joiners, line ends, and blanks other
# than the blank: source shows them as escapes, visible and with no way to reorder it.
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp", "Zs"})


def one_line(text: str) -> str:
    """Text with every run of blanks and line ends as one blank."""
    return " ".join(text.split())


def sentence(text: str) -> str:
    """Text on one line that ends as a sentence does; nothing of nothing."""
    line = one_line(text)
    return line if not line or line[-1] in ".!?" else line + "."


def lines(text: str) -> str:
    """Text with one kind of line end, and without tabs."""
    return "\n".join(text.expandtabs(4).splitlines()).strip()


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


def wrap_lines(text: str, width: int) -> str:
    """Text whose lines are wrapped each, where they are too long."""
    return "\n".join(wrap(line, width) if len(line) > width else line for line in text.split("\n"))


def flush(lines: list[str]) -> list[str]:
    """Without what all lines but the first are indented by: it means nothing in documentation."""
    margins = [len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()]
    return [lines[0].rstrip(), *(line[min(margins, default=0) :].rstrip() for line in lines[1:])]


def deprecation(reason: str) -> str:
    """``Deprecated: use that instead.``, and the word only once where the reason begins with it."""
    said = sentence(reason)
    return said if said.lower().startswith("deprecated") else f"Deprecated: {said}"


def senders(actions: Sequence[str] | None) -> str:
    """``Only from GetTicket and GetTickets.``; nothing where nothing is said of actions."""
    if not actions:
        return "" if actions is None else "From none of the actions here."
    *others, last = map(one_line, actions)
    return f"Only from {', '.join(others)} and {last}." if others else f"Only from {last}."


# `clientid`, whose inside means nothing to Markdown, nor in a table: no backquote, bar, backslash, tag or bracket.
_CODE = re.compile(r"(?<!`)`(?! )[^`|\\<>\[\]]+(?<! )`(?!`)")
_SPECIAL = r"\`*_{}[]<>|#"


def markdown(text: str) -> str:
    """Text as it may stand in a line or a table of Markdown: names in backquotes stay code, all else is text."""
    line = "".join(char for char in one_line(text) if char.isprintable())
    return keeping_code(line, _CODE, _SPECIAL)


def keeping_code(text: str, code: re.Pattern[str], special: str) -> str:
    """The text with a backslash before each of the special characters, but where ``code`` matches."""
    parts, end = [], 0
    for match in code.finditer(text):
        parts += [_escaped(text[end : match.start()], special), match[0]]
        end = match.end()
    return "".join([*parts, _escaped(text[end:], special)])


def _escaped(text: str, special: str) -> str:
    return "".join(f"\\{char}" if char in special else char for char in text)
