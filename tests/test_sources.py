"""Which files are read, under which names, and that nothing outside the folder of a spec ever is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from loading import failure, folder, said

from generator.origin import Origin
from generator.specs import sources
from generator.specs.load import load
from generator.specs.sources import Sources, UnreadableError


def test_names_are_paths_from_the_folder(tmp_path: Path) -> None:
    opened = folder(tmp_path, {"overlays/10.yml": "a: 1\n"})
    assert load(tmp_path / "overlays" / "10.yml", opened).at("a") == Origin("overlays/10.yml", "/a", 1, 1)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert load(tmp_path / "a.yml", Sources(tmp_path)).at("a").column == 1


@pytest.mark.parametrize(
    ("content", "place"),
    [(b"\xff\xfea\x00", "1:1"), (b"a: 1\nb: \xc3\xa9\xe9", "2:5"), (b"\xef\xbb\xbfa: \x80", "1:4")],
)
def test_what_is_not_utf_8_is_refused_every_time(tmp_path: Path, content: bytes, place: str) -> None:
    (tmp_path / "openapi.yml").write_bytes(content)
    opened = Sources(tmp_path)
    for _ in range(2):
        found = said(failure(lambda: load(tmp_path / "openapi.yml", opened)))
        assert found == [f"{place} the file is not UTF-8: no character begins with this byte"]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    opened = folder(tmp_path, {"a.yml": "a: 1\n"})
    first = opened.read(tmp_path / "a.yml")
    (tmp_path / "a.yml").write_text("a: 2\n")
    assert opened.read(tmp_path / "." / "a.yml") is first


def test_a_file_elsewhere_is_read_where_the_caller_named_it(tmp_path: Path) -> None:
    for name in ("specs/a.yml", "own/named.yml", "own/other.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a: 1\n")
    opened = Sources(tmp_path / "specs", [tmp_path / "own/named.yml"])
    assert load(tmp_path / "own/named.yml", opened).at("a") == Origin("../own/named.yml", "/a", 1, 1)
    assert opened.path("../own/named.yml") == tmp_path / "own/named.yml"
    with pytest.raises(UnreadableError, match="lies outside the folder of the spec"):
        opened.read(tmp_path / "own/other.yml")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nope.yml", "there is no file nope.yml"),
        ("inside", "inside is not a file"),
        ("../outside.yml", "../outside.yml lies outside the folder of the spec"),
        ("inside/../../outside.yml", "../outside.yml lies outside the folder of the spec"),
        ("link.yml", "link.yml lies outside the folder of the spec"),
        ("circle.yml", "circle.yml "),
        ("pipe.yml", "pipe.yml is not a file"),
        ("a" * 300 + ".yml", "cannot be read"),
        ("a.yml/b.yml", "cannot be read"),
        ("large.yml", "large.yml has 0 MiB; 0 is the limit"),
    ],
)
def test_only_files_of_the_folder_are_read(
    tmp_path: Path, path: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "root"
    folder(root, {"a.yml": "", "inside/x": "", "../outside.yml": "secret", "large.yml": "x" * 50})
    (root / "link.yml").symlink_to("../outside.yml")
    (root / "circle.yml").symlink_to("circle.yml")
    os.mkfifo(root / "pipe.yml")
    monkeypatch.setattr(sources, "MAX_BYTES", 40)
    with pytest.raises(UnreadableError) as caught:
        Sources(root).read(root / path)
    assert message in caught.value.message


def test_a_link_inside_the_folder_is_the_file_that_it_leads_to(tmp_path: Path) -> None:
    opened = folder(tmp_path, {"a.yml": "a: 1\n"})
    (tmp_path / "b.yml").symlink_to("a.yml")
    assert opened.read(tmp_path / "b.yml").name == "a.yml"


def test_a_missing_file_is_a_problem_of_that_file(tmp_path: Path) -> None:
    found = failure(lambda: load(tmp_path / "openapi.yml", Sources(tmp_path)))
    assert said(found) == ["1:1 there is no file openapi.yml"]


def test_the_name_says_the_format(tmp_path: Path) -> None:
    opened = folder(tmp_path, {"openapi.txt": "a: 1\n", "b.YAML": "a: 1\n", "c.Json": '{"a": 1}'})
    assert load(tmp_path / "b.YAML", opened) == load(tmp_path / "c.Json", opened)
    found = said(failure(lambda: load(tmp_path / "openapi.txt", opened)))
    assert found == ["1:1 the name of the file does not say whether it is YAML or JSON"]
