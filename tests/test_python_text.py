"""Texts of a spec as Python source: always data, always what they were, always in Black's style."""

from __future__ import annotations

import ast
import inspect
import tokenize
import unicodedata
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.targets.prose import one_line, senders, sentence
from generator.targets.python.formatter import format_python
from generator.targets.python.text import (
    docstring,
    flat,
    frozenset_of,
    inside_docstring,
    is_settled,
    literal,
    string,
)

CASES = settings(deadline=None)

# Pieces of text that mean something to Python, to Black, to linters, to templates or to terminals.
SHARP = [
    '"""', "'''", '"', "'", '""', "''", "\\", "\\\\", '\\"', "\\'", "\\N{BULLET}", "\\x41", "\\XAB", "{{ 7 * 7 }}",
    "{% raw %}", "{# #}", "${HOME}", "%s", "{0}", "\n", "\r\n", "\r", "\t", "\f", "\v", "\0", "\x1b[31m", "\x7f",
    "\x85", "\u2028", "\u2029", "\u202e", "\u2066", "\u200b", "\ufeff", "\u00a0", "\u3000", "\ud800", "\U000e0001",
    "é", "e\u0301", "日本語", "👩‍👩‍👧", "*/", "#", "# fmt: off", "# fmt: skip", "# type: ignore", "# noqa",
    "# -*- coding: latin-1 -*-", "Args:", "    ", " ", "x", "word", ").model_rebuild()", "class Evil(Model):",
    "\nclass Evil(Model):", "import os; os.abort()", "a" * 120, "日" * 60, "\u0301" * 120,
]  # fmt: skip
texts = st.lists(st.sampled_from(SHARP) | st.text(max_size=8), max_size=8).map("".join)
words = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=30)
scalars = texts | st.integers() | st.booleans() | st.none()
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(texts | st.integers(), inner, max_size=3)
    ),
    max_leaves=12,
)


def in_style(source: str) -> bool:
    return format_python(source) == source


def alike(value: Any, other: Any) -> bool:
    """Equal, and of the same types: True is not 1 here."""
    return repr(value) == repr(other)


@given(texts)
@CASES
@example('"""')
@example('a "b" it\'s')
@example("\\")
@example('\\"')
def test_a_string_is_the_text_again(text: str) -> None:
    source = string(text)
    assert ast.literal_eval(source) == text
    assert '"""' not in source


@given(texts)
@CASES
@example('"""')
@example("''\"")
@example('"""\'\'')
def test_a_string_is_in_blacks_style(text: str) -> None:
    assert in_style(f"X = {string(text)}\n")


@given(texts)
@CASES
def test_nothing_invisible_stands_in_the_source(text: str) -> None:
    for source in (string(text), docstring([text], 4)):
        odd = {char for char in source if not char.isprintable()} - {"\n"}
        assert {char for char in odd if unicodedata.category(char) != "Cn"} == set()


@given(values)
@CASES
def test_a_literal_is_the_value_again(value: Any) -> None:
    assert alike(ast.literal_eval(flat(value)), value)
    assert alike(ast.literal_eval(literal(value, 4, 20)), value)


@given(
    st.recursive(texts.filter(bool), lambda inner: st.lists(inner, min_size=1, max_size=5).map(tuple), max_leaves=12)
)
@CASES
def test_a_literal_that_is_settled_is_in_blacks_style(value: Any) -> None:
    source = f"NAME: Final = {literal(value, 0, 14)}\n"
    assert not is_settled(source) or in_style(source)


@given(st.dictionaries(texts, texts, max_size=5))
@CASES
def test_a_dictionary_that_is_settled_is_in_blacks_style(value: dict[str, str]) -> None:
    source = f"NAME: Final = {literal(value, 0, 14)}\n"
    assert not is_settled(source) or in_style(source)


@given(st.lists(texts, max_size=6))
@CASES
def test_a_frozenset_has_one_order_and_blacks_style(members: list[str]) -> None:
    source = frozenset_of(members, "NAME: Final = ", 0) + "\n"
    assert source == frozenset_of(reversed(members), "NAME: Final = ", 0) + "\n"
    assert eval(source.partition("= ")[2]) == set(members)
    assert not is_settled(source) or in_style(source)


def around_class(doc: str) -> str:
    return f"class Thing:\n    {doc}\n\n    x = 1\n"


def around_function(doc: str) -> str:
    return f"class Thing:\n    def method(self) -> None:\n        {doc}\n        return None\n"


def around_module(doc: str) -> str:
    return f"{doc}\n\nx = 1\n"


AROUND: list[tuple[Callable[[str], str], int]] = [(around_module, 0), (around_class, 4), (around_function, 8)]


@pytest.mark.parametrize(("around", "indent"), AROUND)
@given(st.lists(texts, min_size=1, max_size=3).filter(lambda parts: "".join(parts).strip()))
@CASES
@example(['"quoted"'])
@example(["ends with a backslash \\"])
@example(["First\n    indented more\n        and more"])
@example(["a" * 120])
@example(["word " * 40 + '"'])
@example(['"""""' + "a" * 120])
def test_a_docstring_is_one_string_and_in_blacks_style(
    around: Callable[[str], str], indent: int, paragraphs: list[str]
) -> None:
    source = around(docstring(paragraphs, indent))
    strings = [
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert len(strings) == 1
    assert is_settled(source)
    assert in_style(source)


@given(texts)
@CASES
def test_a_docstring_keeps_every_word(text: str) -> None:
    found = ast.get_docstring(ast.parse(around_function(docstring([text or "x"], 8))).body[0].body[0])  # type: ignore[attr-defined]
    assert one_line(found or "") == one_line(text or "x")


def test_a_docstring_wraps_paragraphs_and_keeps_lines() -> None:
    text = docstring(["Summary.", "word " * 30, "  - one\n  - two", "", "Args:\n    name: What it is."], 4)
    assert inspect.cleandoc(text.strip('"')).split("\n") == [
        "Summary.",
        "",
        ("word " * 18).strip(),
        ("word " * 12).strip(),
        "",
        "- one",
        "  - two",
        "",
        "Args:",
        "    name: What it is.",
    ]


@given(texts)
@CASES
def test_text_inside_a_docstring_stays_inside(text: str) -> None:
    source = f'"""The {inside_docstring(text)} API."""\n'
    tree = ast.parse(source)
    assert len(tree.body) == 1
    assert "\n" not in source[:-1]


@given(texts)
@CASES
def test_no_text_becomes_a_comment(text: str) -> None:
    for source in (f"x = {string(text)}\n", around_class(docstring([text, "end"], 4))):
        tokens = tokenize.generate_tokens(StringIO(source).readline)
        assert [token for token in tokens if token.type == tokenize.COMMENT] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A thing", "A thing."),
        ("A thing.", "A thing."),
        ("Really?", "Really?"),
        ("  ", ""),
        ("Two\nlines", "Two lines."),
    ],
)
def test_a_sentence_ends(text: str, expected: str) -> None:
    assert sentence(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "x = call(" + "argument, " * 20 + ")",
        'x = {"key": "' + "a" * 100 + '"}',
        'x = ["' + "日" * 40 + '", 1]',
        'x = call("' + "a" * 100 + '", 1)',
    ],
)
def test_code_that_may_be_too_long_is_not_settled(line: str) -> None:
    assert not is_settled(f'"""Doc."""\n\n{line}\n')


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        (None, ""),
        ((), "From none of the actions here."),
        (("GetTicket",), "Only from GetTicket."),
        (("GetTicket", "GetTickets", "Get\nAll"), "Only from GetTicket, GetTickets and Get All."),
    ],
)
def test_the_actions_that_send_a_field_are_a_sentence(actions: tuple[str, ...] | None, said: str) -> None:
    assert senders(actions) == said


@pytest.mark.parametrize(
    "line", ['    "' + "a" * 200 + '",', "    name='\"" + "a" * 200 + "',", '"""' + "word " * 40 + '"""']
)
def test_what_black_cannot_split_is_settled(line: str) -> None:
    assert is_settled(line + "\n")
