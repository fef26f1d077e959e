"""Regular expressions that mean the same in Python, JavaScript and RE2, and that no text can keep busy.

The subset: characters, ``.``, classes, ``\\d \\w \\s \\b``, anchors, alternatives, groups, and repetitions of what
holds none. What a pattern costs in the worst case is counted: every open repetition, and every place where a match can
start, multiplies by the length of the text, every choice by the number of its ways.
"""

from __future__ import annotations

import re
import string
import warnings
from dataclasses import dataclass, replace

# The longest text that is searched, and the steps that a search may take: some tenths of a second.
_LENGTH = 2_000
_STEPS = 100_000_000
_MANY = _STEPS + 1
_MAX_REPEAT = 1_000  # as in RE2
_MAX_DEPTH = 20

_ESCAPES = frozenset("dDwWsSbBtnrfv") | frozenset(string.punctuation)
_GROUP = re.compile(r"\((?:\?:|\?P<[A-Za-z_][A-Za-z0-9_]*>|(?!\?))")
_COUNT = re.compile(r"\{(\d{1,4})(,(\d{0,4}))?\}")
_REFUSED = {
    "(?=": "a look-ahead", "(?!": "a look-ahead", "(?<=": "a look-behind", "(?<!": "a look-behind",
    "(?P=": "a back reference", "(?(": "a condition",
}  # fmt: skip


def objection(pattern: str) -> str | None:
    """Why a pattern cannot be used; None where it can."""
    try:
        cost = _Reader(pattern).whole()
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)
    except _NotPortableError as error:
        return f"{error}, which not every language knows"
    except (re.error, FutureWarning) as error:
        return f"it is not a regular expression: {error}"
    except _TooSlowError as error:
        return str(error)
    return None if cost <= _STEPS else "some texts would take it too long: it has too many repetitions and choices"


def width(pattern: str) -> tuple[int, int | None] | None:
    """How many characters a text has at least and at most that matches; None where the pattern cannot be used.

    There is no most where more may stand before or behind what matches.
    """
    if objection(pattern) is not None:
        return None
    options = _Reader(pattern).options()
    whole = all(option.anchored and option.ends for option in options)
    most = [option.most for option in options if option.most is not None]
    return min(option.least for option in options), max(most) if whole and len(most) == len(options) else None


class _NotPortableError(Exception):
    """The pattern has a part that is outside the subset; the message names it."""


class _TooSlowError(Exception):
    """The pattern has a part that can take exponential time."""


@dataclass(frozen=True, slots=True)
class _Cost:
    """In how many ways a part can match at one place, and how many open repetitions it has one after the other.

    anchored, ends:  whether it begins with ``^``, and ends with ``$``
    least, most:     how many characters it matches; None where there is no end to it
    """

    ways: int = 1
    open: int = 0
    anchored: bool = False
    ends: bool = False
    least: int = 0
    most: int | None = 0

    def then(self, other: _Cost) -> _Cost:
        most = None if self.most is None or other.most is None else self.most + other.most
        anchored = self.anchored or other.anchored
        ways = min(self.ways * other.ways, _MANY)
        return _Cost(ways, self.open + other.open, anchored, other.ends, self.least + other.least, most)

    def steps(self) -> int:
        """Steps of a search in the longest text."""
        return self.ways * int(_LENGTH ** min(self.open + (not self.anchored), 9))


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self._depth = 0

    def whole(self) -> int:
        """The steps that the pattern takes in the worst case."""
        options = self.options()
        if self._at < len(self._pattern):
            raise re.error("unbalanced parenthesis")
        return sum(option.steps() for option in options)

    def options(self) -> list[_Cost]:
        """The alternatives from here to the end of the group, or of the pattern."""
        options = [self._sequence()]
        while self._take("|"):
            options.append(self._sequence())
        return options

    def _sequence(self) -> _Cost:
        cost = _Cost(anchored=self._pattern.startswith("^", self._at))
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            cost = cost.then(self._repeated(self._item()))
        return cost

    def _item(self) -> _Cost:
        char = self._pattern[self._at]
        if char == "(":
            return self._group()
        self._at += 1
        if char in "^$":
            return _Cost(ends=char == "$")
        if char == "[":
            self._class()
        elif char == "\\":
            is_place = self._pattern[self._at : self._at + 1] in ("b", "B")
            self._escape()
            if is_place:
                return _Cost()
        elif char in "*+?":
            raise re.error("nothing to repeat")
        elif char in "{}":
            raise _NotPortableError("it has a brace that is not escaped")
        return _Cost(least=1, most=1)

    def _group(self) -> _Cost:
        start = _GROUP.match(self._pattern, self._at)
        if start is None:
            found = next((said for sign, said in _REFUSED.items() if self._pattern.startswith(sign, self._at)), None)
            raise _NotPortableError(f"it has {found or f'the group {self._pattern[self._at : self._at + 4]}'}")
        self._at = start.end()
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise _NotPortableError(f"it has more than {_MAX_DEPTH} groups in each other")
        options = self.options()
        self._depth -= 1
        if not self._take(")"):
            raise re.error("missing )")
        most = [option.most for option in options if option.most is not None]
        return _Cost(
            sum(option.ways for option in options),
            max(option.open for option in options),
            least=min(option.least for option in options),
            most=max(most) if len(most) == len(options) else None,
        )

    def _class(self) -> None:
        self._take("^")
        begun = self._at
        while not self._pattern.startswith("]", self._at) or self._at == begun:
            if self._at >= len(self._pattern):
                raise re.error("unterminated character set")
            if self._pattern[self._at] in "[]" or self._pattern[self._at : self._at + 2] in ("--", "&&", "||", "~~"):
                raise _NotPortableError("it has a bracket or an operator in a class, not escaped")
            self._at += 1
            if self._pattern[self._at - 1] == "\\":
                self._escape()
        self._at += 1

    def _escape(self) -> None:
        char = self._pattern[self._at : self._at + 1]
        if char.isdigit():
            raise _NotPortableError("it has a back reference")
        if char and char not in _ESCAPES:
            raise _NotPortableError(f"it has the escape \\{char}")
        self._at += 1

    def _repeated(self, item: _Cost) -> _Cost:
        """The cost of an item with the repetition behind it."""
        sign = self._pattern[self._at : self._at + 1]
        count = _COUNT.match(self._pattern, self._at) if sign == "{" else None
        if count is not None:
            least = int(count[1])
            most = least if count[2] is None else int(count[3]) if count[3] else None
        elif sign and sign in "*+?":
            least, most = (1 if sign == "+" else 0), (1 if sign == "?" else None)
        else:
            return item
        self._at = self._at + 1 if count is None else count.end()
        self._take("?")
        if self._take("+"):
            raise _NotPortableError("it has a possessive repetition")
        if max(least, most or 0) > _MAX_REPEAT:
            raise _NotPortableError(f"it repeats more than {_MAX_REPEAT} times")
        longest = None if most is None or item.most is None else item.most * most
        return replace(_times(item, least, most), least=item.least * least, most=longest)

    def _take(self, char: str) -> bool:
        found = self._pattern.startswith(char, self._at)
        self._at += found
        return found


def _times(item: _Cost, least: int, most: int | None) -> _Cost:
    if most == 1:
        return _Cost(item.ways + (least == 0), item.open)
    if item.open or (most is None and item.ways > 1):
        raise _TooSlowError(
            "some texts would take it forever: it repeats a group in which there is a repetition or a choice"
        )
    if most is None:
        return _Cost(open=1)
    if item.ways == 1:
        return _Cost(most - least + 1)
    return _Cost(_MANY if most > 30 else min(sum(item.ways**times for times in range(least, most + 1)), _MANY))
