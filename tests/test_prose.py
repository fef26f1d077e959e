"""Texts of a spec in Markdown: names in backquotes are code, nothing else is anything but text."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.targets.prose import markdown, one_line

MARKDOWN = MarkdownIt().enable("table")


def cells(text: str) -> list[str]:
    """The HTML of the cells of a table's row; the text stands in the middle one."""
    html = MARKDOWN.render(f"| a | b | c |\n|---|---|---|\n| `x` | {markdown(text)} | `y` |\n")
    return re.findall(r"<td>(.*?)</td>", html.partition("<tbody>")[2], re.DOTALL)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("found by `clientid` or `clientemail`", "found by <code>clientid</code> or <code>clientemail</code>"),
        ("`a` `b`", "<code>a</code> <code>b</code>"),
        ("`a_b*c*` *d*", "<code>a_b*c*</code> *d*"),
        ("it's `half", "it's `half"),
        ("``two`` `", "``two`` `"),
        ("` blank `", "` blank `"),
        ("\\`a`", "\\<code>a</code>"),
        ("`a\n b`", "<code>a b</code>"),
        ("`\u200b`a`", "``a`"),
        ("`a|b`", "`a|b`"),
        ("`<b>`", "`&lt;b&gt;`"),
        ("[`a`](javascript:b)", "[<code>a</code>](javascript:b)"),
        ("`a\\` [x](y) `b`", "`a\\` [x](y) <code>b</code>"),
    ],
)
def test_names_in_backquotes_are_code_and_all_else_is_text(text: str, shown: str) -> None:
    assert cells(text)[1] == shown


@settings(max_examples=400)
@given(st.text("`<>&|*[](){}\\_#! \n\u200ba:/", max_size=40))
@example("`a``b`")
@example("```a`b```")
@example("`<a href='`b`'>`")
def test_any_text_stays_in_its_cell_and_is_shown_as_it_is(text: str) -> None:
    first, shown, last = cells(text)
    assert (first, last) == ("<code>x</code>", "<code>y</code>")
    assert not re.findall(r"<(?!/?code>)", shown)
    printable = "".join(char for char in one_line(text) if char.isprintable())
    assert re.sub(r"[`\s]", "", unescape(re.sub(r"</?code>", "", shown))) == re.sub(r"[`\s]", "", printable)
