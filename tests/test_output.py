"""What a run adds, changes, removes and leaves alone: generator/output/tree.py, changes.py, write.py."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outputs import content, files_of, run, statuses

from generator.output import OutputError, OutputTree, Status, compare, diff, write
from generator.output.tree import check_path, portable

FIRST = {"python/whmcs/__init__.py": "a\n", "python/whmcs/groups/billing.py": "b\n", "python/whmcs/models.py": "c\n"}


# Paths


@pytest.mark.parametrize(
    "path",
    [
        *("", ".", "..", "../x", "a/../b", "a/./b", "a//b", "a/", "/etc/passwd"),
        *("C:/x", "C:x", "a\\b", "\\\\host\\share", "a.", "a ", "a/ /b", 'a"b', "a|b", "a?b", "a*b", "<a>"),
        *("con", "a/NUL.txt", "Aux .py", "com1", "LPT\u00b9.txt", "CONOUT$"),
        *("a\0b", "a\nb", "a\x7fb", "a\x1b[2Jb", "a\u202eb", "a\u2028b", "\ud800", "x" * 256, "\u00e9" * 128),
        *(".git/hooks/pre-commit", "a/.GIT/config", "manifest.json", "Manifest.JSON", ".generating/new/x"),
    ],
)
def test_a_path_that_is_not_portable_or_not_inside_is_refused(path: str):
    with pytest.raises(OutputError, match="cannot be the path of a generated file"):
        OutputTree().add(path, "", target="python")


@pytest.mark.parametrize("path", ["a/b.py", ".gitignore", "a b/c.d.e", "Größe/日本.py", "console", "a/manifest.json"])
def test_a_plain_path_is_taken(path: str):
    assert check_path(path) == path


@given(st.text(min_size=1, max_size=30) | st.lists(st.sampled_from(["..", ".", "", "a", "b ", "~", "-"])).map("/".join))
def test_no_path_leaves_the_output_folder(path: str):
    try:
        check_path(path)
    except OutputError:
        return
    assert os.path.normpath(f"/out/{path}") == f"/out/{path}"
    assert not path.startswith("/")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/b.py", "a/b.py"),
        ("a/Client.py", "a/client.py"),
        ("a/stra\u00dfe.py", "a/STRASSE.py"),
        ("a/caf\u00e9.py", "a/cafe\u0301.py"),
        ("a/b", "a/b/c.py"),
        ("a/b/c.py", "a/b"),
        ("A/b.py", "a/c.py"),
    ],
)
def test_two_files_that_are_one_somewhere_are_refused(one: str, other: str):
    tree = OutputTree()
    tree.add(one, "1", target="python")
    with pytest.raises(OutputError, match="must differ"):
        tree.add(other, "2", target="typescript")
    assert [draft.path for draft in tree] == [one]


def test_text_has_plain_line_ends_and_bytes_are_left_alone():
    tree = OutputTree()
    tree.add("a", "1\r\n2\r3\n", target="python")
    tree.add("b", b"1\r\n\xff", target="python")
    assert [draft.content for draft in tree] == [b"1\n2\n3\n", b"1\r\n\xff"]


def test_half_a_character_is_refused():
    with pytest.raises(OutputError, match=r"a: holds '\\ud83d', half of a character"):
        OutputTree().add("a", "x\ud83dy", target="python")


# What changes


def test_a_first_run_writes_everything_and_a_second_nothing(tmp_path: Path):
    out = tmp_path / "new" / "out"
    assert set(statuses(run(out, FIRST)).values()) == {"added"}
    assert content(out) == FIRST
    inodes = {path: (out / path).stat().st_ino for path in [*FIRST, "manifest.json"]}
    plan = run(out, FIRST)
    assert plan.is_current
    assert {path: (out / path).stat().st_ino for path in inodes} == inodes


def test_what_is_no_longer_generated_is_removed_with_its_empty_folders(tmp_path: Path):
    run(tmp_path, FIRST)
    plan = run(tmp_path, {"python/whmcs/__init__.py": "A\n"})
    assert statuses(plan) == {
        "python/whmcs/__init__.py": "changed",
        "python/whmcs/groups/billing.py": "removed",
        "python/whmcs/models.py": "removed",
    }
    assert content(tmp_path) == {"python/whmcs/__init__.py": "A\n"}
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["__init__.py", "manifest.json", "python", "whmcs"]


def test_what_others_put_there_is_kept_and_reported(tmp_path: Path):
    run(tmp_path, FIRST)
    mine = {"python/whmcs/groups/mine.py", "python/whmcs/notes/a.txt", "elsewhere/b.txt", "python/__pycache__/c.pyc"}
    for path in mine:
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("mine")
    plan = run(tmp_path, {"python/whmcs/__init__.py": "a\n"})
    assert [change.path for change in plan.of(Status.FOREIGN)] == ["python/whmcs/groups/mine.py", "python/whmcs/notes"]
    assert {path for path, text in content(tmp_path).items() if text == "mine"} == mine
    assert compare(tmp_path, files_of({"python/whmcs/__init__.py": "a\n"}), {"python": "1"}).is_current


def test_an_edit_by_hand_is_found_and_written_over(tmp_path: Path):
    run(tmp_path, FIRST)
    (tmp_path / "python/whmcs/models.py").write_text("mine\n")
    plan = compare(tmp_path, files_of(FIRST), {"python": "1"})
    assert not plan.is_current
    assert [change.path for change in plan.of(Status.EDITED)] == ["python/whmcs/models.py"]
    assert "-mine\n+c\n" in diff(plan)
    run(tmp_path, FIRST)
    assert content(tmp_path) == FIRST


def test_an_edit_of_a_file_that_is_no_longer_generated_is_kept(tmp_path: Path):
    run(tmp_path, FIRST)
    (tmp_path / "python/whmcs/models.py").write_text("mine\n")
    rest = {"python/whmcs/__init__.py": "a\n"}
    assert statuses(run(tmp_path, rest))["python/whmcs/models.py"] == "kept"
    assert content(tmp_path) == rest | {"python/whmcs/models.py": "mine\n"}
    assert statuses(run(tmp_path, rest))["python/whmcs/models.py"] == "foreign"


def test_a_file_that_someone_deleted_is_written_again(tmp_path: Path):
    run(tmp_path, FIRST)
    (tmp_path / "python/whmcs/models.py").unlink()
    assert [change.path for change in run(tmp_path, FIRST).of(Status.ADDED)] == ["python/whmcs/models.py"]
    assert content(tmp_path) == FIRST


def test_a_file_of_others_in_the_way_stops_the_run_before_anything_is_written(tmp_path: Path):
    run(tmp_path, FIRST)
    before = content(tmp_path)
    (tmp_path / "python/whmcs/new.py").write_text("mine")
    with pytest.raises(OutputError, match=r"in the way.*\n  python/whmcs/new\.py exists, and is not what"):
        run(tmp_path, {"python/whmcs/new.py": "generated", "python/whmcs/other.py": ""})
    assert content(tmp_path) == before | {"python/whmcs/new.py": "mine"}


def test_a_file_of_others_that_holds_just_what_is_generated_becomes_ours(tmp_path: Path):
    (tmp_path / "a").write_text("same\n")
    assert statuses(run(tmp_path, {"a": "same\n"})) == {"a": "unchanged"}
    run(tmp_path, {})
    assert content(tmp_path) == {}


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path):
    run(tmp_path, {"a": "1\n", "b/c/d": "2\n"})
    assert set(statuses(run(tmp_path, {"a/x": "3\n", "b": "4\n"})).values()) == {"added", "removed"}
    assert content(tmp_path) == {"a/x": "3\n", "b": "4\n"}


def test_a_folder_with_files_of_others_does_not_become_a_file(tmp_path: Path):
    run(tmp_path, {"b/c": "2\n"})
    (tmp_path / "b/mine").write_text("mine")
    with pytest.raises(OutputError, match="b is a folder"):
        run(tmp_path, {"b": "4\n"})
    assert content(tmp_path) == {"b/c": "2\n", "b/mine": "mine"}


def test_another_spelling_is_another_file_where_case_counts(tmp_path: Path):
    run(tmp_path, {"a/Client.py": "1\n"})
    run(tmp_path, {"a/client.py": "1\n"})
    assert content(tmp_path) == {"a/client.py": "1\n"}
    (tmp_path / "a/CLIENT.py").write_text("mine")
    with pytest.raises(OutputError, match="in the way"):
        run(tmp_path, {"a/CLIENT.py": "1\n"})


def test_another_spelling_replaces_the_file_where_case_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    run(tmp_path, {"a/Client.py": "1\n"})
    monkeypatch.setattr("generator.output.disk.Disk.is_same", lambda disk, one, other: portable(one) == portable(other))
    assert statuses(run(tmp_path, {"a/client.py": "1\n"})) == {"a/Client.py": "removed", "a/client.py": "added"}


# Targets


def test_a_run_of_one_target_leaves_the_others_alone(tmp_path: Path):
    write(tmp_path, (*files_of({"py/a": "1\n"}), *files_of({"ts/a": "1\n"}, "ts")), {"python": "p1", "ts": "t1"})
    write(tmp_path, files_of({"py/b": "2\n"}), {"python": "p2"})
    assert content(tmp_path) == {"py/b": "2\n", "ts/a": "1\n"}
    write(tmp_path, files_of({}, "ts"), {"ts": "t2"})
    assert content(tmp_path) == {"py/b": "2\n"}


def test_the_files_of_a_target_that_is_no_more_are_removed(tmp_path: Path):
    write(tmp_path, (*files_of({"py/a": "1\n"}), *files_of({"ts/a": "1\n"}, "ts")), {"python": "p1", "ts": "t1"})
    write(tmp_path, files_of({"py/a": "1\n"}), {"python": "p1"}, known=["python"])
    assert content(tmp_path) == {"py/a": "1\n"}


def test_where_targets_are_alone_the_files_of_all_others_are_removed(tmp_path: Path):
    own = (*files_of({"py/a": "1\n"}), *files_of({"own/a": "1\n", "own/b": "1\n"}, "own"))
    write(tmp_path, own, {"python": "p1", "own": "t1"}, known=["python"])
    (tmp_path / "own/b").write_text("edited")
    (tmp_path / "own/c").write_text("not ours")
    write(tmp_path, files_of({"py/a": "1\n"}), {"python": "p1"}, known=["python"])
    assert content(tmp_path).keys() == {"py/a", "own/a", "own/b", "own/c"}

    plan = write(tmp_path, files_of({"py/a": "1\n"}), {"python": "p1"}, known=["python"], alone=True)

    assert content(tmp_path) == {"py/a": "1\n", "own/b": "edited", "own/c": "not ours"}
    assert plan.retired == ("own",)
    assert compare(tmp_path, files_of({"py/a": "1\n"}), {"python": "p1"}, ["python"], alone=True).is_current


def test_a_target_cannot_write_the_file_of_another(tmp_path: Path):
    write(tmp_path, files_of({"shared/a": "1\n"}, "ts"), {"ts": "t1"})
    with pytest.raises(OutputError, match="shared/A is a file of the target ts"):
        run(tmp_path, {"shared/A": "2\n"})


# Links and other things that are no files


def test_a_link_in_place_of_a_file_is_neither_followed_nor_replaced(tmp_path: Path):
    out, victim = tmp_path / "out", tmp_path / "victim"
    victim.write_text("theirs")
    run(out, {"a": "1\n"})
    (out / "a").unlink()
    (out / "a").symlink_to(victim)
    with pytest.raises(OutputError, match="a is a symbolic link"):
        run(out, {"a": "2\n"})
    assert statuses(run(out, {}))["a"] == "kept"
    assert victim.read_text() == "theirs"
    assert content(out) == {"a": f"-> {victim}"}


@pytest.mark.parametrize("later", [{"d/a": "2\n"}, {"d/b": "1\n"}, {}])
def test_a_linked_folder_is_not_entered(tmp_path: Path, later: dict[str, str]):
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    run(out, {"d/a": "1\n"})
    (out / "d").rename(elsewhere)
    (out / "d").symlink_to(elsewhere)
    if later:
        with pytest.raises(OutputError, match="d is a symbolic link"):
            run(out, later)
    else:
        run(out, later)
    assert content(elsewhere) == {"a": "1\n"}


def test_the_output_folder_itself_may_be_a_link(tmp_path: Path):
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    run(tmp_path / "out", FIRST)
    assert content(tmp_path / "real") == FIRST


def test_a_linked_staging_folder_is_refused(tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/new").write_text("theirs")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/.generating").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="symbolic link"):
        run(tmp_path / "out", FIRST)
    assert content(tmp_path / "elsewhere") == {"new": "theirs"}


def test_a_pipe_in_the_way_is_refused_and_does_not_block(tmp_path: Path):
    os.mkfifo(tmp_path / "a")
    with pytest.raises(OutputError, match="a is not a regular file"):
        run(tmp_path, {"a": "1\n"})


def test_new_files_have_the_usual_mode_and_replaced_ones_keep_theirs(tmp_path: Path):
    before = os.umask(0o027)
    try:
        run(tmp_path, {"a": "1\n", "b": "1\n"})
        (tmp_path / "b").chmod(0o755)
        run(tmp_path, {"a": "2\n", "b": "2\n"})
    finally:
        os.umask(before)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in "ab"] == [0o640, 0o755]
