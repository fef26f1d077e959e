"""The changelog: what is added where, what people wrote, and what happens the next time."""

from __future__ import annotations

import re
from html import unescape
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loading import CASES
from markdown_it import MarkdownIt

from generator.diff.catalogue import CATALOGUE, Impact, Section
from generator.diff.change import Change
from generator.diff.changelog import entries, update, updated
from generator.diff.renderers import markdown
from generator.report import printable

MEMORY = re.compile(r"\n<!-- written by .*?-->\n", re.DOTALL)


def change(code: str, message: str) -> Change:
    return Change(code, "x", message, None, None)


ADDED = change("operation-added", "there is a new method `a.b`, for `B`")
REMOVED = change("param-removed", "`a.c` no longer takes `d`")
DOCS = change("param-docs", "the documentation of `d` changes")
DEPRECATED = change("param-deprecated", "`d` of `a.c` is deprecated: Use e.")


def plain(text: str) -> str:
    """A changelog less what it remembers."""
    return MEMORY.sub("", text)


def test_a_changelog_begins_with_its_first_changes() -> None:
    assert plain(updated("", "Unreleased", [REMOVED, ADDED, DEPRECATED, DOCS])) == dedent(
        """\
        # Changelog

        What changes for users of the generated packages.

        ## Unreleased

        ### Added

        - There is a new method `a.b`, for `B`.

        ### Deprecated

        - `d` of `a.c` is deprecated: Use e.

        ### Removed

        - **Breaking:** `a.c` no longer takes `d`.
        """
    )


WRITTEN = """\
# Changelog

All of it, in prose.

```
## Unreleased
```

## [Unreleased]

We are proud of this one.

### Changed

- Something that
  a person wrote.

```
### Added
```

### Fixed

- A typo.

## [1.0.0] - 2026-01-01

### Added

- Everything.

[unreleased]: https://example.com/compare
[1.0.0]: https://example.com/1.0.0
"""


def test_what_people_wrote_stays_where_it_is() -> None:
    text = updated(WRITTEN, "Unreleased", [REMOVED, ADDED])
    assert [line for line in WRITTEN.split("\n") if line not in text.split("\n")] == []
    headings = re.findall(r"^##+ .*", plain(text), re.MULTILINE)
    assert headings == [
        "## Unreleased", "## [Unreleased]", "### Added", "### Changed", "### Added", "### Removed", "### Fixed",
        "## [1.0.0] - 2026-01-01", "### Added",
    ]  # fmt: skip
    assert text.endswith(WRITTEN[WRITTEN.index("## [1.0.0]") :])


def test_the_same_changes_change_nothing_more() -> None:
    for before in ("", WRITTEN, "# Mine", "## 1.0.0\n", "\n\n\n"):
        once = updated(before, "Unreleased", [REMOVED, ADDED])
        assert updated(once, "Unreleased", [REMOVED, ADDED]) == once
        assert updated(once, "unreleased", [ADDED, REMOVED]) == once


def test_what_is_no_longer_true_goes_and_what_people_wrote_beside_it_stays() -> None:
    once = updated("", "Unreleased", [REMOVED, ADDED]).replace("### Removed\n", "### Removed\n\n- By hand.")
    again = plain(updated(once, "Unreleased", [DEPRECATED]))
    assert "`a.b`" not in again
    assert "no longer takes" not in again
    assert "### Added" not in again
    assert "### Removed\n\n- By hand.\n" in again
    assert "- `d` of `a.c` is deprecated: Use e.\n" in again


def test_a_line_that_somebody_reworded_or_deleted_does_not_come_back() -> None:
    once = updated("", "Unreleased", [REMOVED, ADDED])
    mine = once.replace("- There is a new method `a.b`, for `B`.", "- Hooray: `a.b`!").replace(
        "- **Breaking:** `a.c` no longer takes `d`.\n", ""
    )
    again = updated(mine, "Unreleased", [REMOVED, ADDED, DEPRECATED])
    assert "- Hooray: `a.b`!" in again
    assert "There is a new method" not in again
    assert "no longer takes" not in again
    assert "is deprecated" in again


def test_a_version_takes_over_what_is_unreleased() -> None:
    text = updated(updated(WRITTEN, "Unreleased", [REMOVED]), "1.1.0", [REMOVED, ADDED])
    assert "## [1.1.0]\n\nWe are proud of this one.\n" in text
    assert "[Unreleased]" not in text
    assert "```\n## Unreleased\n```" in text
    assert "no longer takes" in updated(text, "1.1.0", [REMOVED, ADDED])
    assert updated(text, "v1.1.0", []).count("## ") == text.count("## ")


def test_a_damaged_memory_swallows_nothing() -> None:
    once = updated("", "Unreleased", [ADDED]).replace("\n-->", "\nMine.")
    assert "\nMine.\n" in updated(once, "Unreleased", [ADDED, REMOVED])


def test_without_changes_no_heading_is_made() -> None:
    assert updated("", "Unreleased", [DOCS]) == ""
    assert updated("# Mine\n", "2.0.0", []) == "# Mine\n"


def test_what_comes_and_goes_together_is_told_in_one_line() -> None:
    taken = [
        Change("param-added", f"B.{name}", f"`a.b` takes `{name}`", None, None, (), ("`a.b`", name)) for name in "xyz"
    ]
    gone = [
        Change("field-removed", f"M.{name}", "", None, None, (), (holder, name))
        for holder, name in (("`M`", "x"), ("`N`", "x"), ("`M`", "y"))
    ]
    (added,) = entries(taken)["Added"]
    assert added == "- `a.b` takes `x`, `y` and `z`."
    assert entries(taken[:1])["Added"] == ["- `a.b` takes `x`."]
    assert entries(gone)["Removed"][0] == "- **Breaking:** `M` no longer has `x` and `y`."
    assert len(entries(gone)["Removed"]) == 2


def test_texts_of_a_spec_are_no_markdown() -> None:
    hostile = change("field-added", "`A` has `x`\n## Owned\n<script> [a](b) `` ` --> <!-- *b*")
    (line,) = entries([hostile])["Added"]
    assert line.count("\n") == 0
    assert line == "- `A` has `x`\\\\n\\#\\# Owned\\\\n\\<script\\> \\[a\\](b) \\`\\` \\` --\\> \\<\\!-- \\*b\\*."


@CASES
@given(st.text("`<>&|*[](){}\\_#!~ \n a:/@", max_size=60))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    """What a renderer of Markdown makes of it: text, and code where names stand in backquotes; no tag, no link."""
    html = MarkdownIt().renderInline(f"`name` is {markdown(text)} and `a|b <c>`")
    shown = unescape(re.sub(r"</?code>", "", html))
    assert not re.findall(r"<(?!/?code>)", html)
    assert html.startswith("<code>name</code> is ") and html.endswith(" and <code>a|b &lt;c&gt;</code>")
    assert re.sub(r"[`\s]", "", shown) == re.sub(r"[`\s]", "", f"name is {printable(text)} and a|b <c>")


def test_each_section_that_the_catalogue_names_exists() -> None:
    assert {kind.section for kind in CATALOGUE.values()} == {None, *Section}
    assert [code for code, kind in CATALOGUE.items() if kind.impact is Impact.COSMETIC and kind.section] == []
    assert [code for code, kind in CATALOGUE.items() if kind.impact is Impact.BREAKING and not kind.section] == []


CHANGES = st.lists(
    st.builds(change, st.sampled_from(sorted(CATALOGUE)), st.text(max_size=30).map(lambda text: f"`x` {text}")),
    max_size=5,
)
LINES = st.lists(
    st.sampled_from(["## Unreleased", "## 1.0.0", "### Added", "### Odd", "- `x` .", "```", "", "[a]: b", "<!--", "-->"])
    | st.text(max_size=9),
    max_size=14,
)  # fmt: skip


@CASES
@given(LINES, CHANGES, CHANGES)
def test_nothing_that_people_wrote_is_lost_and_twice_is_once(
    lines: list[str], first: list[Change], second: list[Change]
) -> None:
    text = "\n".join(lines)
    once = updated(text, "Unreleased", first)
    assert updated(once, "Unreleased", first) == once
    twice = updated(once, "Unreleased", second)
    assert updated(twice, "Unreleased", second) == twice
    kept = [*twice.split("\n"), "### Added"]  # a heading goes with the last line under it
    assert [line for line in text.split("\n") if line.strip() and line not in kept] == []


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_file_keeps_its_line_ends_and_a_link_stays_one(tmp_path, ending: str) -> None:
    real, link = tmp_path / "real.md", tmp_path / "CHANGELOG.md"
    real.write_bytes(f"# Mine{ending}".encode())
    link.symlink_to(real)
    assert update(link, "Unreleased", [ADDED])
    assert not update(link, "Unreleased", [ADDED])
    assert link.is_symlink()
    text = real.read_bytes().decode()
    assert text.count("\n") == text.count(ending)
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["CHANGELOG.md", "real.md"]
