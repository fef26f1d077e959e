"""The diff that `check` prints: any change of any files, as `git apply` reads it. generator/output/changes.py."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from outputs import run

from generator.output import Change, Manifest, Plan, Status, compare, diff, format_all
from generator.output.tree import File, OutputTree, digest

# Lines that other ways of splitting would tear apart, and lines that look like a diff.
LINES = st.sampled_from(["", "a", "a ", "\x0c", "x\u2028y", "x\x85y", "\r", "+", "-a", "--- a/b", "@@ -1 +1 @@", "\\"])
TEXTS = st.builds(lambda lines, end: "\n".join(lines) + end, st.lists(LINES, max_size=12), st.sampled_from(["", "\n"]))
FOLDERS = st.dictionaries(st.sampled_from(["a", "b c/d", "b c/e", "é/f"]), TEXTS, max_size=4)


def plan_of(old: dict[str, bytes], new: dict[str, bytes]) -> Plan:
    changes = [
        Change(path, Status.ADDED if path not in old else Status.CHANGED, old.get(path), new.get(path))
        for path in sorted(old.keys() | new.keys())
        if old.get(path) != new.get(path)
    ]
    return Plan(tuple(changes), Manifest(), is_recorded=True)


def encoded(texts: dict[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in texts.items()}


@settings(max_examples=60, deadline=None)
@given(FOLDERS, FOLDERS)
@example({"a": "x"}, {"a": "x\n"})
@example({"a": ""}, {"b c/d": ""})
@example({"a": "x\n"}, {"a": ""})
def test_git_makes_the_new_files_from_the_old_ones_and_the_diff(old: dict[str, str], new: dict[str, str]):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in encoded(old).items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(text)
        patch = diff(plan_of(encoded(old), encoded(new)))
        if patch:
            command = ["git", "apply", "--whitespace=nowarn", "-"]
            subprocess.run(command, input=patch.encode(), cwd=folder, check=True, capture_output=True)
        found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert found == encoded(new)


def test_a_diff_reads_like_this():
    old = {"a b": b"1\n", "changed": b"1\n2\n3\n", "end": b"x\n", "gone": b"1\n", "picture": b"\0"}
    new = {"a b": b"2\n", "changed": b"1\n2.5\n3\n", "end": b"x", "more": b"1\n", "picture": b"\xff", "text": b"\xff"}
    assert diff(plan_of(old, new)) == (
        "diff --git a/a b b/a b\n--- a/a b\t\n+++ b/a b\t\n@@ -1 +1 @@\n-1\n+2\n"
        "diff --git a/changed b/changed\n--- a/changed\n+++ b/changed\n@@ -1,3 +1,3 @@\n 1\n-2\n+2.5\n 3\n"
        "diff --git a/end b/end\n--- a/end\n+++ b/end\n@@ -1 +1 @@\n-x\n+x\n\\ No newline at end of file\n"
        "diff --git a/gone b/gone\ndeleted file mode 100644\n--- a/gone\n+++ /dev/null\n@@ -1 +0,0 @@\n-1\n"
        "diff --git a/more b/more\nnew file mode 100644\n--- /dev/null\n+++ b/more\n@@ -0,0 +1 @@\n+1\n"
        "diff --git a/picture b/picture\nBinary files a/picture and b/picture differ\n"
        "diff --git a/text b/text\nnew file mode 100644\nBinary files /dev/null and b/text differ\n"
    )


def test_the_diff_of_an_output_shows_what_a_run_would_change_and_no_more(tmp_path: Path):
    run(tmp_path, {"a": "1\n", "edited": "1\n", "gone": "1\n", "kept": "1\n"})
    (tmp_path / "edited").write_text("2\n")
    (tmp_path / "kept").write_text("2\n")
    files = [File(path, "python", b"1\n", digest(b"1\n")) for path in ("a", "edited", "new")]
    shown = diff(compare(tmp_path, files, {"python": "1"}))
    names = [line.split()[2] for line in shown.splitlines() if line.startswith("diff")]
    assert names == ["a/edited", "a/gone", "a/new"]
    assert diff(compare(tmp_path, format_all(OutputTree(), tmp_path), {"ts": "1"})) == ""
