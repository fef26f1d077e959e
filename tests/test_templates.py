"""``templates`` lists what can be overridden, and copies it so that it can be."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.render import check_overrides
from generator.shipped import TEMPLATES


def templates(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["templates", *map(str, arguments)])


def test_all_are_listed_by_the_path_that_overrides_them() -> None:
    listed = templates().stdout.splitlines()
    assert {"python/README.md.j2", "typescript/package.json.j2", "python/package/_runtime/form.py"} <= {*listed}
    assert [path for path in listed if not (TEMPLATES / path).is_file()] == []


def test_a_path_names_what_is_at_it_and_below_it() -> None:
    assert templates("python/README.md.j2").stdout == "python/README.md.j2\n"
    below = templates("python/package/_runtime/", "python/LICENSE").stdout.splitlines()
    assert below[0] == "python/LICENSE"
    assert len(below) > 5
    assert all(path.startswith("python/package/_runtime/") for path in below[1:])


@pytest.mark.parametrize("path", ["pyth", "python/README", "../specs", "/etc/passwd", "python/../python", "", "."])
def test_a_path_without_templates_is_refused(path: str, tmp_path: Path) -> None:
    refused = templates("python/LICENSE", path, "--out", tmp_path / "mine")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == f"error: there is no template {path!r}: `whmcs-codegen templates` lists them\n"
    assert not (tmp_path / "mine").exists()


def test_a_copy_overrides_what_it_was_copied_from(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    said = templates("typescript", "python/README.md.j2", "--out", mine)
    assert said.stdout.endswith(f"`whmcs-codegen generate --templates {mine}` takes them\n")
    assert (mine / "python/README.md.j2").read_bytes() == (TEMPLATES / "python/README.md.j2").read_bytes()
    check_overrides(mine, [TEMPLATES])
    assert {path.name for path in mine.iterdir()} == {"python", "typescript"}


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "python").mkdir()
    (tmp_path / "python/LICENSE").write_text("mine")
    refused = templates("python", "--out", tmp_path)
    assert refused.exit_code == 2
    assert refused.stderr == f"error: in the way, and not overwritten: {tmp_path}/python/LICENSE\n"
    assert [path.read_text() for path in tmp_path.rglob("*") if path.is_file()] == ["mine"]


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "mine/python").mkdir(parents=True)
    (tmp_path / "mine/python/LICENSE").symlink_to(tmp_path / "elsewhere")
    refused = templates("python/LICENSE", "--out", tmp_path / "mine")
    assert (refused.exit_code, refused.stderr.startswith("error: in the way, and not overwritten: ")) == (2, True)
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_in_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "python").write_text("mine")
    refused = templates("python/LICENSE", "--out", tmp_path)
    assert refused.exit_code == 2
    assert refused.stderr.startswith("error: cannot be written: ")
