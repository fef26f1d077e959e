"""Only what changed is formatted, and it is all formatted the same: generator/output/formatting.py."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.formatter import Formatter
from generator.output import FormatError, OutputError, OutputTree, format_all, formatting, write
from generator.targets.python.formatter import BLACK

FORMATTED: list[str] = []


def shout(text: str) -> str:
    FORMATTED.append(text)
    if "broken" in text:
        raise ValueError("line 1: no good")
    return text.upper()


def loud(version: str) -> Formatter:
    return Formatter(lambda: f"loud {version}", shout)


LOUD = loud("1")


def tree_of(contents: dict[str, str], formatter: Formatter = LOUD, settled: bool = False) -> OutputTree:
    tree = OutputTree()
    for path, text in contents.items():
        tree.add(path, text, target="python", formatter=formatter, settled=settled)
    return tree


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output that was written before, with nothing formatted since."""
    write(tmp_path, format_all(tree_of({"a": "a\n", "b": "b\n"}), tmp_path), {"python": "1"})
    FORMATTED.clear()
    return tmp_path


def contents(files: tuple[formatting.File, ...]) -> dict[str, str]:
    return {file.path: file.content.decode() for file in files}


def test_what_is_there_already_is_not_formatted_again(out: Path):
    files = format_all(tree_of({"a": "a\n", "b": "b2\n", "c": "c\n"}), out)
    assert contents(files) == {"a": "A\n", "b": "B2\n", "c": "C\n"}
    assert FORMATTED == ["b2\n", "c\n"]


def test_the_same_draft_has_the_same_source_however_it_was_formatted(out: Path):
    again = format_all(tree_of({"a": "a\n"}), out)
    anew = format_all(tree_of({"a": "a\n"}), out, full=True)
    assert again == anew


def test_a_full_run_formats_everything(out: Path):
    (out / "a").write_text("tampered\n")
    assert contents(format_all(tree_of({"a": "a\n", "b": "b\n"}), out, full=True))["a"] == "A\n"
    assert FORMATTED == ["a\n", "b\n"]


def test_another_version_of_the_formatter_formats_again(out: Path):
    format_all(tree_of({"a": "a\n"}, loud("2")), out)
    assert FORMATTED == ["a\n"]


def replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("spoil", [lambda path: path.write_text("x"), Path.unlink, replace_by_folder])
def test_what_someone_changed_is_formatted_again(out: Path, spoil: Callable[[Path], object]):
    spoil(out / "a")
    assert contents(format_all(tree_of({"a": "a\n"}), out)) == {"a": "A\n"}


def test_a_damaged_manifest_saves_nothing(out: Path):
    (out / "manifest.json").write_text("{")
    format_all(tree_of({"a": "a\n"}), out)
    assert FORMATTED == ["a\n"]


def test_a_settled_text_is_formatted_in_a_full_run_only(tmp_path: Path):
    tree = tree_of({"a": "a\n"}, settled=True)
    assert contents(format_all(tree, tmp_path)) == {"a": "a\n"}
    assert contents(format_all(tree, tmp_path, full=True)) == {"a": "A\n"}


def test_a_file_without_formatter_is_left_alone(tmp_path: Path):
    tree = OutputTree()
    tree.add("a", b"\xff\r\n", target="python")
    assert format_all(tree, tmp_path, full=True)[0].content == b"\xff\r\n"


def test_a_formatter_is_no_name(tmp_path: Path):
    with pytest.raises(OutputError, match=r"^a: 'python' is no Formatter"):
        OutputTree().add("a", "", target="python", formatter="python")


def test_drafts_that_cannot_be_formatted_are_all_named_and_kept(tmp_path: Path):
    tree = tree_of({"d/a": "broken 1\n", "b": "fine\n", "c": "broken 2\n"})
    with pytest.raises(FormatError) as caught:
        format_all(tree, tmp_path / "out", dumps=tmp_path / "dumps")
    why = "cannot be formatted, which is a mistake in a template or a target: ValueError: line 1: no good"
    assert str(caught.value) == (
        f"d/a {why}\n  its text is in {tmp_path}/dumps/d/a.dump\nc {why}\n  its text is in {tmp_path}/dumps/c.dump"
    )
    assert (tmp_path / "dumps/d/a.dump").read_text() == "broken 1\n"
    assert not (tmp_path / "out").exists()


def test_a_dump_that_cannot_be_kept_does_not_hide_the_error(tmp_path: Path):
    (tmp_path / "dumps").write_text("")
    with pytest.raises(FormatError, match=r"no good\n  \(its text could not be kept in .*: Not a directory\)"):
        format_all(tree_of({"a": "broken\n"}), tmp_path, dumps=tmp_path / "dumps/x")


# Black


PYTHON = {
    f"p/{name}.py": f"def {name}(*, first: int, second = {{ 'a':1 }},): return  first\n" + "x =  1\n" * number
    for number, name in enumerate("abcdefgh")
}
EXPECTED = 'def a(\n    *,\n    first: int,\n    second={"a": 1},\n):\n    return first\n'


def test_python_is_in_the_style_of_black_with_its_trailing_commas(tmp_path: Path):
    assert contents(format_all(tree_of(PYTHON, BLACK), tmp_path))["p/a.py"] == EXPECTED


@pytest.mark.parametrize("threads", [1, 2])
def test_several_processes_give_what_one_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, threads: int):
    alone = format_all(tree_of(PYTHON, BLACK), tmp_path)
    monkeypatch.setattr(formatting, "_WORTH", {"fork": 1, "spawn": 1})
    monkeypatch.setattr(formatting.threading, "active_count", lambda: threads)
    monkeypatch.setattr(formatting, "_cores", lambda: 2)
    assert format_all(tree_of(PYTHON, BLACK), tmp_path) == alone
    with pytest.raises(FormatError, match=r"^q\.py cannot be formatted.*: InvalidInput: cannot parse"):
        format_all(tree_of(PYTHON | {"q.py": "a b\n"}, BLACK), tmp_path)


def test_where_no_process_can_be_started_formatting_goes_on_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*args: object, **kwargs: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(formatting, "_WORTH", {"fork": 1, "spawn": 1})
    monkeypatch.setattr(formatting, "_cores", lambda: 2)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", fail)
    assert contents(format_all(tree_of(PYTHON, BLACK), tmp_path))["p/a.py"] == EXPECTED
