"""Reports: the caret stands under the right column, and nothing in a spec can steer the terminal."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loading import CASES, folder
from rich.cells import cell_len
from rich.console import Console

from generator.origin import Origin, Problem, SpecError, closest, in_order, quote
from generator.report import printable, render
from generator.specs.sources import Source, Sources

EVERYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=250)


def sources_of(text: str, name: str = "a.yml", root: Path | None = None) -> Sources:
    """Sources that have read one file, without a folder."""
    sources = Sources(root or Path.cwd())
    sources._read[name] = Source(name, text)
    return sources


def problem(message: str = "wrong", line: int = 1, column: int = 1, hint: str = "mend it", **more: object) -> Problem:
    return Problem(message, Origin("a.yml", "", line, column), hint, **more)  # type: ignore[arg-type]


def shown(text: str, line: int, column: int) -> tuple[str, int]:
    """The source line of a report without its margin, and the column of the caret in it, from 0."""
    lines = render([problem(line=line, column=column)], sources_of(text)).split("\n")
    margin = len(f"{line} | ")
    return lines[3][margin:], cell_len(lines[4][margin:]) - 1


def test_a_report_has_message_place_line_caret_and_advice() -> None:
    text = "info:\n  title: One\n  title: Two\n"
    first = Origin("a.yml", "/info/title", 2, 3)
    found = problem(
        "the key `title` is given twice", 3, 3, "keep one of the two", also=(("it is given here first", first),)
    )
    assert (
        render([found, problem("suspicious", 1, 1, "look", warning=True)], sources_of(text))
        == """\
error: the key `title` is given twice
 --> a.yml:3:3
  |
3 |   title: Two
  |   ^
note: it is given here first
 --> a.yml:2:3
  |
2 |   title: One
  |   ^
help: keep one of the two

warning: suspicious
 --> a.yml:1:1
  |
1 | info:
  | ^
help: look

1 error, 1 warning"""
    )


@pytest.mark.parametrize(
    ("errors", "warnings", "counts"),
    [(1, 0, "1 error"), (2, 0, "2 errors"), (0, 1, "1 warning"), (0, 2, "2 warnings"), (1, 2, "1 error, 2 warnings")],
)
def test_the_end_counts(errors: int, warnings: int, counts: str) -> None:
    found = [problem()] * errors + [problem(warning=True)] * warnings
    assert render(found, sources_of("x")).split("\n\n")[-1] == counts


def test_nothing_is_nothing() -> None:
    assert render([], sources_of("x")) == ""


def test_line_numbers_of_any_length_keep_the_margin() -> None:
    lines = render([problem(line=1000)], sources_of("x\n" * 1000)).split("\n")
    assert lines[1:5] == ["    --> a.yml:1000:1", "     |", "1000 | x", "     | ^"]


@pytest.mark.parametrize(
    ("text", "column", "line", "caret"),
    [
        ("abc", 1, "abc", 0),
        ("abc", 4, "abc", 3),
        ("  \tx: y", 4, "      x: y", 6),
        ("名前: x", 5, "名前: x", 6),
        ("e\u0301: x", 4, "e\u0301: x", 2),
        ("👍🏽: x", 5, "👍🏽: x", 4),
        ("a\x1b[31m: x", 8, "a\\x1b[31m: x", 10),
        ("\u202ex", 2, "\\u202ex", 6),
        ("a\u200bb", 3, "a\\u200bb", 7),
        ("\U000e0041b", 2, "\\U000e0041b", 10),
        ("x   ", 5, "x", 4),
    ],
)
def test_the_caret_stands_under_the_column_however_wide_the_line(text: str, column: int, line: str, caret: int) -> None:
    assert shown(text, 1, column) == (line, caret)


@CASES
@given(EVERYTHING, st.data())
def test_the_caret_stands_under_the_character(text: str, data: st.DataObject) -> None:
    text = text.replace("\n", "").replace("\r", "") + "|"
    column = data.draw(st.integers(1, len(text)))
    line, caret = shown(text, 1, column)
    # Characters without width stand where the next one does, too.
    under_caret = [line[end:] for end in range(len(line)) if sum(map(cell_len, line[:end])) == caret]
    assert any(rest.startswith(printable(text[column - 1])) for rest in under_caret)


@CASES
@given(EVERYTHING, st.integers(1, 400))
def test_lines_are_cut_to_fit(text: str, column: int) -> None:
    text = "x" * 50 + text.replace("\n", "").replace("\r", "") + "x" * 200
    line, caret = shown(text, 1, min(column, len(text)))
    assert sum(map(cell_len, line)) <= 102
    assert caret <= 102


def test_a_cut_line_shows_what_stands_around_the_caret() -> None:
    text = "".join(f"{n:04}," for n in range(2000))
    assert shown(text, 1, 1) == (text[:100] + "…", 0)
    line, caret = shown(text, 1, 5001)
    assert (line[0], line[caret : caret + 5], line[-1]) == ("…", "1000,", "…")
    line, caret = shown(text, 1, 10_000)
    assert (line, caret) == ("…" + text[-100:], 100)


def test_a_huge_line_is_no_trouble() -> None:
    sources = sources_of("x" * 5_000_000)
    assert len(render([problem(column=n) for n in range(1, 5_000_000, 100_000)], sources)) < 20_000


@CASES
@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_only_line_ends_of_ours_and_printable_characters_are_written(
    line: str, message: str, hint: str, name: str
) -> None:
    found = Problem(message, Origin("a.yml", "", 1, 1), hint, ((name, Origin(name, "", 2, 3)),))
    text = render([found], sources_of(line))
    hidden = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert not [char for char in text.replace("\n", "") if unicodedata.category(char) in hidden]
    assert [part for part in text.split("\n") if part.startswith(("error", "warning"))] == [
        f"error: {printable(message)}"
    ]


def test_line_ends_in_messages_are_escaped() -> None:
    assert render([problem("a\nerror: b\r\n")], sources_of("")).startswith("error: a\\nerror: b\\r\\n\n")


def test_a_place_without_a_line_is_named_all_the_same() -> None:
    for text, line in (("", 1), ("x\n", 2), ("x", 99), ("\n\n", 1)):
        assert render([problem(line=line)], sources_of(text)).split("\n")[:3] == [
            "error: wrong", f"{' ' * len(str(line))}--> a.yml:{line}:1", "help: mend it",
        ]  # fmt: skip


def test_paths_are_those_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(tmp_path / "specs", {"a.yml": "x"})
    for here, path in ((tmp_path, "specs/a.yml"), (tmp_path / "specs", "a.yml")):
        monkeypatch.chdir(here)
        for root in (tmp_path / "specs", Path(path).parent):
            assert render([problem()], Sources(root)).split("\n")[1] == f" --> {path}:1:1"
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    full = (tmp_path / "specs" / "a.yml").resolve()
    assert render([problem()], Sources(tmp_path / "specs")).split("\n")[1] == f" --> {full}:1:1"


def _console(**options: object) -> Console:
    return Console(file=io.StringIO(), width=20, **options)  # type: ignore[arg-type]


@CASES
@given(EVERYTHING, st.text(max_size=50))
def test_a_console_shows_the_same_text_in_colours(line: str, message: str) -> None:
    found = [problem(message + "[bold]x[/bold]", warning=True), problem()]
    plain = render(found, sources_of(line))
    assert render(found, sources_of(line), _console(no_color=True)) == plain
    coloured = render(found, sources_of(line), _console(force_terminal=True, color_system="standard"))
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert "\x1b[1;33mwarning\x1b[0m" in coloured


class TestOrder:
    def test_problems_come_as_one_reads_the_files_and_each_once(self) -> None:
        places = [("b", 1, 1), ("a", 2, 1), ("a", 1, 9), ("a", 1, 1), ("c", 1, 1), ("a", 1, 1)]
        found = [Problem("m", Origin(file, "", line, column), "h") for file, line, column in places]
        ordered = in_order(found, ["b", "a", "c"].index)
        assert [(at.file, at.line, at.column) for at in (each.origin for each in ordered)] == [
            ("b", 1, 1), ("a", 1, 1), ("a", 1, 9), ("a", 2, 1), ("c", 1, 1),
        ]  # fmt: skip

    def test_the_error_says_all_of_them_in_one_line(self) -> None:
        error = SpecError(problem("one"), problem("two", 3, 4))
        assert str(error) == "a.yml:1:1: one; a.yml:3:4: two"
        assert len(error.problems) == 2


def test_quotes_are_cut() -> None:
    assert quote("a") == "`a`"
    assert quote(5) == "`5`"
    assert len(quote("x" * 1000)) == 82


def test_the_closest_name_is_a_likely_misspelling() -> None:
    assert closest("respones", ["requestBody", "responses"]) == "responses"
    assert closest("Client", ["client"]) == "client"
    assert closest("foo", ["responses", "barometer"]) is None
    assert closest("x", []) is None
