"""Texts of a spec as TypeScript source: always data, always what they were, never the end of a comment or an order."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from typescript_client import evaluated, needs_tools

from generator.targets.prose import INVISIBLE
from generator.targets.typescript.dialect import portable
from generator.targets.typescript.text import (
    LINE_LENGTH,
    Source,
    Tag,
    access,
    comment,
    imports,
    inside_comment,
    key,
    literal,
    see,
    string,
    union,
)

# Pieces of text that mean something to JavaScript, to TSDoc, to linters, to templates or to terminals.
SHARP = [
    '"', "'", "`", "${x}", "${boom()}", "\\", "\\\\", '\\"', "\\u0041", "\\x41", "\\0", "\\8", "{{ 7 * 7 }}", "{% raw %}",
    "\n", "\r\n", "\r", "\t", "\f", "\v", "\0", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u2029", "\u202e", "\u2066",
    "\u200b", "\ufeff", "\u00a0", "\ud800", "\udfff", "\ue000", "\ue001", "\U000e0001", "é", "e\u0301", "日本語", "👩‍👩‍👧",
    "*/", "/*", "*", "/", "//", "**/", "*\\/", "<!--", "-->", "@ts-ignore", "@ts-nocheck", "@deprecated", "@param x",
    "{@link x}", "{@", "@", "#", "#__PURE__", "# sourceMappingURL=x", "//# sourceMappingURL=x", "eslint-disable",
    "eslint-disable-next-line", "\neslint-disable", " * ", "user@example.com", "boom();", "\nboom();\n", "    ", " ",
    "0", "x", "word", "a" * 130, "日" * 70,
]  # fmt: skip
texts = st.lists(st.sampled_from(SHARP) | st.text(max_size=6), max_size=7).map("".join)
batches = st.lists(texts, min_size=20, max_size=60)
# A batch goes to a process of its own: there are few of them, and what fails is not made smaller.
CASES = settings(
    deadline=None, max_examples=12, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.large_base_example],
)  # fmt: skip
scalars = texts | st.integers(-(2**53) + 1, 2**53 - 1) | st.booleans() | st.none()
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner.filter(lambda x: x is not None), max_size=3),
    max_leaves=12,
)  # fmt: skip


def is_visible(text: str) -> bool:
    """Whether a text has one line and nothing in it that changes what stands beside it."""
    return all(char == " " or unicodedata.category(char) not in INVISIBLE for char in text)


@needs_tools
@CASES
@given(found=st.lists(values, min_size=10, max_size=30))
def test_a_literal_is_its_value(found: list[Any], tmp_path: Path) -> None:
    sources = [literal(value, 2, 5) for value in found]
    lines = ",\n".join(sources)
    assert evaluated(f"console.log(JSON.stringify([\n{lines}\n]))", tmp_path) == found


@given(texts)
def test_a_string_is_one_line_of_visible_characters(text: str) -> None:
    assert is_visible(string(text))


@needs_tools
@CASES
@given(found=batches)
def test_a_comment_ends_where_it_is_to_end(found: list[str], tmp_path: Path) -> None:
    lines = ["const out = [], boom = () => out.push(-1);"]
    for number, text in enumerate(found):
        lines += [comment([text, Tag("returns", text), see(text), text], 2), f"out.push({number});"]
        lines.append(f"/** A {inside_comment(text)} in a line. */")
    lines.append("console.log(JSON.stringify(out));")
    assert evaluated("\n".join(lines), tmp_path) == [*range(len(found))]


# Reads comments as editors do, and the tools that take orders from them.
READER = """
import { createRequire } from "node:module";
const ts = createRequire(import.meta.url)("typescript");
const source = ts.createSourceFile("x.ts", SOURCE, ts.ScriptTarget.ES2022, true);
const tags = source.statements.map((each) => ts.getJSDocTags(each).map((tag) => tag.tagName.text));
const orders = [...(source.commentDirectives ?? []), source.checkJsDirective, ...source.pragmas.keys()].filter(Boolean);
console.log(JSON.stringify({ tags, orders: orders.length }));
"""


@needs_tools
@CASES
@given(found=batches)
def test_no_text_is_a_tag_or_an_order(found: list[str], tmp_path: Path) -> None:
    ours = ["param", "returns", "see"]
    tags = [Tag("param", "params - x"), Tag("returns"), see("")]
    parts = [
        comment([text, *[Tag(tag.name, f"{tag.text} {text}") for tag in tags]]) + f"\nvar x{number};"
        for number, text in enumerate(found)
    ]
    read = evaluated(READER.replace("SOURCE", string("\n".join(parts))), tmp_path)
    assert read == {"tags": [ours] * len(found), "orders": 0}


@given(texts)
def test_a_comment_shows_what_it_holds(text: str) -> None:
    assert all(is_visible(line) for line in comment([text, Tag("x", text)], 4).split("\n"))


@given(texts)
def test_words_stay_in_a_comment(text: str) -> None:
    said = re.sub(r"[\s\\*/]+", "", comment([f"a {text}"]))
    plain = "".join(char for char in re.sub(r"[\s\\*/]+", "", text) if is_visible(char))
    assert [char for char in plain if char not in said] == []


def test_the_layout_of_a_comment() -> None:
    assert comment(["One line."]) == "/** One line. */"
    assert comment(["One.", "", "Two.", Tag("param", "x - a"), Tag("returns", "b")], 2) == (
        "/**\n   * One.\n   *\n   * Two.\n   *\n   * @param x - a\n   * @returns b\n   */"
    )
    wrapped = comment(["word " * 60, Tag("throws", "word " * 40)], 2).split("\n")
    assert max(map(len, wrapped)) <= LINE_LENGTH
    assert wrapped[-2].startswith("   *   word")


def test_the_layout_of_data() -> None:
    assert literal({"wire": "a", "none": None, "kind": Source("() => X")}) == '{ wire: "a", kind: () => X }'
    assert literal(["word"] * 30, 2).split("\n")[1] == '    "word",'
    assert literal({}) + literal([]) == "{}[]"
    assert union(['"a"', '"b"', '"a"'], "type X = ") == 'type X = "a" | "b"'
    assert union([f'"{"a" * 50}{n}"' for n in range(3)], "type X = ").split("\n")[0] == "type X ="
    assert imports("./a.js", ["B", "A", "B"], types=True) == 'import type { A, B } from "./a.js";'


@pytest.mark.parametrize(
    ("name", "as_key", "read"),
    [
        ("id", "id", ".id"), ("class", "class", ".class"), ("a-b", '"a-b"', '["a-b"]'), ("2fa", '"2fa"', '["2fa"]'),
        ("", '""', '[""]'), ("ключ", '"ключ"', '["ключ"]'), ("$x_1", "$x_1", ".$x_1"), ("a\n", '"a\\n"', '["a\\n"]'),
        ("__proto__", '["__proto__"]', ".__proto__"), ("constructor", "constructor", ".constructor"),
    ],
)  # fmt: skip
def test_a_name_as_a_property(name: str, as_key: str, read: str) -> None:
    assert (key(name), access(name)) == (as_key, read)


@pytest.mark.parametrize(
    "address", ["https://a.example/x", "https://a.example/}", "https://a.example/ x", "javascript:x", "https://a\u2028b", ""]
)
def test_only_an_address_is_a_link(address: str) -> None:
    assert ("{@link" in comment(["x", see(address)])) == (address == "https://a.example/x")


@pytest.mark.parametrize(
    ("pattern", "ours"),
    [
        ("^x(?P<ip>[0-9]+)", "^x(?<ip>[0-9]+)"), (r"\(?P<x", r"\(?P<x"), ("[(?P<]", "[(?P<]"), (r"\\(?P<a>b)", r"\\(?<a>b)"),
        ("(?:a|b)", "(?:a|b)"), (r"[\]](?P<a>.)", r"[\]](?<a>.)"),
    ],
)  # fmt: skip
def test_a_pattern_names_its_groups_as_javascript_does(pattern: str, ours: str) -> None:
    assert portable(pattern) == ours
