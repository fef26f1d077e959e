"""Changes -> lines under a heading of a changelog, in the style of https://keepachangelog.com.

What people write there stays. Of the lines that this module writes, a comment at the end of the heading remembers a
digest each: one that somebody has reworded or deleted since does not come back, and one that is no longer true goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ..origin import quote
from ..output import OutputError, write_whole
from ..report import printable
from .catalogue import CATALOGUE, Impact, Section
from .change import Change
from .renderers import markdown

UNRELEASED = "Unreleased"
_TITLE = "# Changelog\n\nWhat changes for users of the generated packages.\n"
# Also what Keep a Changelog knows beyond our own sections.
_ORDER = (*Section, "Fixed")

_FENCE = re.compile(r" {0,3}(```|~~~)")
_HEADING = re.compile(r"## +(.*)")
_PART = re.compile(r"### +(.*)")
# "[0.2.0] - 2026-11-22" -> 0.2.0
_NAME = re.compile(r"\[?v?([^\]\s]+)\]?")
_LINK = re.compile(r"\[[^\]]+\]: ")
_MEMORY = "<!-- written by whmcs-codegen changelog, with digests of its lines:"
_WIDTH = 15
_DIGESTS = re.compile(r"[0-9a-f]{8}( [0-9a-f]{8})*|-->")


class ChangelogError(Exception):
    """A changelog cannot be read or written; the message is one line."""


# What comes and goes together is told in one line.
_TOGETHER = {
    "param-added": "takes", "required-param-added": "demands", "param-removed": "no longer takes",
    "field-added": "has", "field-removed": "no longer has",
}  # fmt: skip


def entries(changes: Iterable[Change]) -> dict[str, list[str]]:
    """Section -> its lines, the worst first. What is cosmetic is left to the documentation."""
    told: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        if change.kind.section is not None:
            told.setdefault((change.code, change.entry[0] if change.entry else change.message), []).append(change)
    found: dict[str, list[str]] = {str(section): [] for section in Section}
    for (code, holder), group in told.items():
        kind, message = CATALOGUE[code], group[0].message
        names = [quote(change.entry[1]) for change in group if change.entry]
        if code in _TOGETHER and len(names) > 1:
            message = f"{holder} {_TOGETHER[code]} {', '.join(names[:-1])} and {names[-1]}"
        found[str(kind.section)].append(_line(message, breaking=kind.impact is Impact.BREAKING))
    return {section: lines for section, lines in found.items() if lines}


def _line(message: str, *, breaking: bool) -> str:
    said = printable(message).rstrip(". ")
    return f"- {'**Breaking:** ' if breaking else ''}{markdown(said[:1].upper() + said[1:])}."


def updated(text: str, heading: str, changes: Iterable[Change]) -> str:
    """The changelog with the changes under a heading, which it gets where it has none.

    A version that is not there yet takes over what is Unreleased.
    """
    wanted = entries(changes)
    lines = (text or _TITLE).removesuffix("\n").split("\n")
    found = _find(lines, heading)
    if found is None and heading != UNRELEASED and (found := _find(lines, UNRELEASED)) is not None:
        lines[found[0]] = re.sub(UNRELEASED, lambda _: heading, lines[found[0]], count=1, flags=re.IGNORECASE)
    if found is None and not wanted:
        return text
    if found is None:
        found = _insert(lines, heading)
    begin, end = found
    part = _parsed(lines[begin + 1 : end])
    _merge(part, wanted)
    return "\n".join([*lines[: begin + 1], *part.lines(last=end == len(lines)), *lines[end:]]) + "\n"


def update(path: Path, heading: str, changes: Iterable[Change]) -> bool:
    """Writes the changes into a file; whether it changes. Raises ChangelogError."""
    try:
        if path.exists() and not path.is_file():
            raise ChangelogError(f"{path} is not a file; name another with --file")
        text = path.read_bytes().decode("utf-8") if path.exists() else ""
    except UnicodeDecodeError:
        raise ChangelogError(f"{path} is not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise ChangelogError(f"{path} cannot be read: {error.strerror}; check its permissions") from None
    ending = "\r\n" if "\r\n" in text else "\n"
    new = updated(text.replace("\r\n", "\n"), heading, changes).replace("\n", ending)
    if new == text:
        return False
    try:
        write_whole(path, new.encode("utf-8"))
    except OutputError as error:
        raise ChangelogError(str(error)) from None
    return True


def _find(lines: Sequence[str], heading: str) -> tuple[int, int] | None:
    """Where a heading stands, and where the next one does."""
    headings = _headings(lines)
    ends = [*(begin for begin, _ in headings[1:]), len(lines)]
    for (begin, title), end in zip(headings, ends, strict=False):
        name = _NAME.match(title)
        if name and name[1].casefold() == heading.casefold():
            return begin, end
    return None


def _headings(lines: Sequence[str]) -> list[tuple[int, str]]:
    """The headings of the second level, and their lines; what stands between fences is code."""
    in_code = _in_code(lines)
    found = [(number, _HEADING.match(line)) for number, line in enumerate(lines) if not in_code[number]]
    return [(number, heading[1]) for number, heading in found if heading]


def _in_code(lines: Sequence[str]) -> list[bool]:
    """Of each line whether it stands between fences, or is one. What nothing closes is no code."""
    found = [False] * len(lines)
    fence, begin = "", 0
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence, begin = mark[1], number
        elif mark and fence == mark[1]:
            found[begin : number + 1] = [True] * (number + 1 - begin)
            fence = ""
    return found


def _insert(lines: list[str], heading: str) -> tuple[int, int]:
    """Puts a heading above the others, or at the end."""
    headings = _headings(lines)
    begin = headings[0][0] if headings else len(lines)
    if begin and lines[begin - 1].strip():
        lines.insert(begin, "")
        begin += 1
    lines[begin:begin] = [f"## {heading}", ""]
    return begin, begin + 2


@dataclass(slots=True)
class _Body:
    """What stands under a heading.

    head:   lines before the first section
    parts:  (title, lines) of each section
    tail:   definitions of links at the end
    known:  digests of the lines that were written here
    """

    head: list[str] = field(default_factory=list)
    parts: list[tuple[str, list[str]]] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)

    def lines(self, *, last: bool) -> list[str]:
        """All of it, blank lines between; none at the end of the file."""
        blocks = [self.head, *([f"### {title}", "", *lines] for title, lines in self.parts)]
        if self.known:
            digests = sorted(self.known)
            rows = [" ".join(digests[at : at + _WIDTH]) for at in range(0, len(digests), _WIDTH)]
            blocks.append([_MEMORY, *rows, "-->"])
        blocks.append(self.tail)
        found = [""]
        for block in blocks:
            found += [*block, ""] if block else []
        return found[:-1] if last else found


def _parsed(lines: Sequence[str]) -> _Body:
    body = _Body()
    rest = list(lines)
    while rest and (not rest[-1].strip() or _LINK.match(rest[-1])):
        body.tail.insert(0, rest.pop())
    body.tail = _trimmed(body.tail)
    current, in_memory = body.head, False
    for line, is_code in zip(rest, _in_code(rest), strict=True):
        if line.startswith(_MEMORY):
            in_memory = True
        elif in_memory and _DIGESTS.fullmatch(line):
            in_memory = line != "-->"
            body.known.update(line.split() if in_memory else ())
        elif not is_code and (title := _PART.match(line)):
            current = []
            body.parts.append((title[1].strip(), current))
        else:
            current.append(line)
            in_memory = False
    body.head = _trimmed(body.head)
    body.parts = [(title, _trimmed(part)) for title, part in body.parts]
    return body


def _trimmed(lines: list[str]) -> list[str]:
    """The lines without blank ones around them."""
    begin = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    end = next((at for at in range(len(lines), begin, -1) if lines[at - 1].strip()), begin)
    return lines[begin:end]


def _merge(body: _Body, wanted: dict[str, list[str]]) -> None:
    """Takes out what was written before and no longer holds, puts in what is new."""
    digests = {_digest(line): line for lines in wanted.values() for line in lines}
    for title, lines in list(body.parts):
        kept = [line for line in lines if _digest(line) not in body.known or _digest(line) in digests]
        if len(kept) < len(lines) and not any(line.strip() for line in kept):
            body.parts.remove((title, lines))
        lines[:] = _trimmed(kept)
    there = {line for _, lines in body.parts for line in lines}
    for title, lines in wanted.items():
        new = [line for line in lines if _digest(line) not in body.known and line not in there]
        if new:
            _part(body, title).extend(new)
    body.known = set(digests)


def _part(body: _Body, title: str) -> list[str]:
    """The lines of a section, which is made where there is none, in its order."""
    for known, lines in body.parts:
        if known.casefold() == title.casefold():
            return lines
    later = _ORDER[_ORDER.index(title) + 1 :]
    at = next((at for at, (known, _) in enumerate(body.parts) if known in later), len(body.parts))
    made: list[str] = []
    body.parts.insert(at, (title, made))
    return made


def _digest(line: str) -> str:
    return sha256(line.encode()).hexdigest()[:8]
