"""Regular expressions of a dialect: those that mean the same everywhere and that no text can keep busy."""

from __future__ import annotations

import re
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dialect.regexes import objection, width


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "not found|does not exist",
        "no .* found",
        r"^invalid ip:? *(?P<ip>[0-9a-f.:]+)?",
        r'^invalid permissions: "(?P<action>[^"]+)" is not allowed|^access denied',
        r"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}",
        r"(\d{1,3}\.){3}\d{1,3}",
        r"(?:ab)+c",
        r"[a-z\]\-]+",
        r"\bword\b",
        r"a+?",
        r"\{0\}",
        "größe|😀+",
    ],
)
def test_what_every_language_knows(pattern: str) -> None:
    assert objection(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        ("(?=a)", "a look-ahead"),
        ("(?!a)", "a look-ahead"),
        ("(?<=a)b", "a look-behind"),
        ("(?<!a)b", "a look-behind"),
        (r"(a)\1", "a back reference"),
        ("(?P<ip>a)(?P=ip)", "a back reference"),
        ("(a)?(?(1)b)", "a condition"),
        ("(?i)a", "the group (?i)"),
        ("(?>a)", "the group (?>a"),
        ("a*+", "a possessive repetition"),
        (r"\Aa", r"the escape \A"),
        (r"\x41", r"the escape \x"),
        ("[[:alpha:]]", "a bracket or an operator in a class, not escaped"),
        ("[]a]", "a bracket or an operator in a class, not escaped"),
        ("[a--b]", "a bracket or an operator in a class, not escaped"),
        ("{", "a brace that is not escaped"),
        ("a{,3}", "a brace that is not escaped"),
        ("(" * 30 + ")" * 30, "more than 20 groups in each other"),
    ],
)
def test_what_some_languages_do_not_know(pattern: str, part: str) -> None:
    assert objection(pattern) == f"it has {part}, which not every language knows"


def test_as_many_repetitions_as_every_language_knows() -> None:
    assert objection("a{1000}") is None
    assert objection("a{1001}") == "it repeats more than 1000 times, which not every language knows"


@pytest.mark.parametrize(
    "pattern", ["(", ")", "[a", "*", "a**", "\\", "[\\", "a{2,1}", "[z-a]", "(?P<a>b)(?P<a>c)", r"[\d-x]"]
)
def test_what_is_no_regular_expression(pattern: str) -> None:
    assert (objection(pattern) or "").startswith("it is not a regular expression: ")


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+b",
        "(a*)*",
        "(a|a)*b",
        "(a|ab)+",
        "(.*a){9}",
        "(a?){9,}",
        "a*a*a*b",
        ".*.*",
        "^.*.*.*x",
        "a?" * 30 + "a" * 30,
        "x{0,1000}y{0,1000}",
        "((a{0,9}){0,9}){0,9}",
        "(a|b|ab){1,40}",
    ],
)
def test_what_some_text_could_keep_busy(pattern: str) -> None:
    assert (objection(pattern) or "").startswith("some texts would take it")


_ITEMS = st.sampled_from(["a", "b", ".", "[ab]", r"\w", "[^b]", " "])
_SIGNS = st.sampled_from(["", "", "*", "+", "?", "{2}", "{0,3}", "{1,40}", "*?"])


def _sequence(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.builds("{}{}".format, items, _SIGNS), min_size=1, max_size=4).map("".join)


_PATTERNS = st.recursive(
    _sequence(_ITEMS),
    lambda inner: _sequence(_ITEMS | inner.map("({})".format) | st.builds("({}|{})".format, inner, inner)),
    max_leaves=4,
)


@settings(deadline=None)
@given(st.booleans(), _PATTERNS)
def test_what_is_accepted_takes_no_text_long(is_anchored: bool, pattern: str) -> None:
    pattern = f"^{pattern}" if is_anchored else pattern
    if objection(pattern) is not None:
        return
    found = re.compile(pattern, re.IGNORECASE)
    begun = perf_counter()
    for text in ("a" * 1_999 + "!", "ab" * 1_000, "a " * 1_000):
        found.search(text)
    assert perf_counter() - begun < 30  # seconds; a pattern that can hang would take years


@given(st.text())
def test_any_text_gets_an_answer(pattern: str) -> None:
    assert objection(pattern) is None or objection(pattern)
    if objection(pattern) is None:
        re.compile(pattern)


@pytest.mark.parametrize(
    ("pattern", "least", "most"),
    [
        ("^[a-z]{2,3}$", 2, 3),
        ("^(a|bcd)$", 1, 3),
        ("^(ab){3}c?$", 6, 7),
        (r"^\bno\.$", 3, 3),
        (r"^a\$", 2, None),
        ("^a+$", 1, None),
        ("abc", 3, None),
        ("^abc", 3, None),
        ("^a$|b", 1, None),
        ("^a$|^bc$", 1, 2),
        ("^[$]$", 1, 1),
        ("", 0, None),
    ],
)
def test_how_long_a_text_is_that_matches(pattern: str, least: int, most: int | None) -> None:
    assert width(pattern) == (least, most)


def test_nothing_is_said_of_the_length_where_the_pattern_cannot_be_used() -> None:
    assert width("(?=a)") is None
    assert width("(a+)+") is None
