"""What stands where a file of the specs, or one to write, should: folders, pipes, devices, links, other encodings."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.contract.specs import DIALECT, operation, spec
from generator.output import OutputError, inputs_digest, write_whole

ROOT = Path(__file__).parent.parent


@pytest.fixture
def specs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a small spec; the tests run beside it, so that messages are the same everywhere."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "specs"
    for name in ("overlays", "schemas"):
        (folder / name).mkdir(parents=True)
    (folder / "openapi.yml").write_text(json.dumps(spec({"GetThings": operation()})))
    (folder / "dialect.yml").write_text(json.dumps(DIALECT))
    (tmp_path / "secret.yml").write_text("root:x:0:0\n")
    return folder


def run(command: str, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [command, "--spec", "specs/openapi.yml", *arguments])


def written(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def linked(target: str) -> Callable[[Path], object]:
    return lambda path: path.symlink_to(target)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * 2**20)


MAKERS: dict[str, Callable[[Path], object]] = {
    "folder": Path.mkdir,
    "pipe": os.mkfifo,
    "device": linked("/dev/zero"),
    "link to nothing": linked("nowhere.yml"),
    "link to itself": lambda path: path.symlink_to(path.name),
    "link to outside": lambda path: path.symlink_to(Path("secret.yml").resolve()),
    "50 MB": sparse,
    "empty": written(b""),
    "byte order mark alone": written(b"\xef\xbb\xbf"),
    "UTF-16": written("a: 1\n".encode("utf-16-le").join((b"\xff\xfe", b""))),
    "UTF-16 without mark": written("a: 1\n".encode("utf-16-be")),
    "UTF-32": written(b"\xff\xfe\0\0" + "a: 1\n".encode("utf-32-le")),
    "Latin-1": written(b"a: \xe9\n"),
}
NO_FILE = ("{0} is not a file", "name a YAML or JSON file")
OUTSIDE = ("{0} lies outside the folder of the spec", "keep every file that belongs to the spec in its folder")
NO_UTF_8 = ("the file is not UTF-8: no character begins with this byte", "save the file as UTF-8")
EMPTY = ("the file is empty", "write the document, or remove the file")
SAID = {
    "folder": NO_FILE,
    "pipe": NO_FILE,
    "device": OUTSIDE,
    "link to nothing": ("there is no file {1}nowhere.yml", "correct the path, or add the file"),
    "link to itself": ("{0} cannot be read: Too many levels of symbolic links", "check its permissions"),
    "link to outside": OUTSIDE,
    "50 MB": ("{0} has 50 MiB; 16 is the limit", "split the file"),
    "empty": EMPTY,
    "byte order mark alone": EMPTY,
    "UTF-16": NO_UTF_8,
    "UTF-16 without mark": (
        "the character U+0000 may not stand in YAML", "remove it, or write it as an escape in double quotes",
    ),
    "UTF-32": NO_UTF_8,
    "Latin-1": NO_UTF_8,
}  # fmt: skip
PLACES = {"spec": "openapi.yml", "overlay": "overlays/10.yml", "schema": "schemas/a.yml", "dialect": "dialect.yml"}


def put(kind: str, path: Path) -> None:
    path.unlink(missing_ok=True)
    MAKERS[kind](path)


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("place", PLACES)
def test_what_is_no_document_is_told_with_its_place(specs: Path, place: str, kind: str) -> None:
    put(kind, specs / PLACES[place])
    ended = run("generate", "--out", "out", "typescript")
    assert not (specs.parent / "out").exists()
    if ended.exit_code == 2:  # the command line looks at the two files that it is given
        unusable = {"folder", "link to nothing", "link to itself"}
        assert kind in {"spec": unusable, "dialect": unusable | {"pipe", "device"}}[place]
        assert f"specs/{PLACES[place]}" in ended.stderr
        return
    message, hint = SAID[kind]
    name = PLACES[place]
    folder = name.rpartition("/")[0]
    message = message.format(name, f"{folder}/" if folder else "")
    lines = [line for line in ended.stderr.splitlines() if " | " not in line and not line.strip().startswith("|")]
    assert ended.exit_code == 1, ended.stderr
    assert lines[0] == f"error: {message}"
    assert lines[1].startswith(f" --> specs/{name}:1:")
    assert [lines[-3], lines[-1]] == [f"help: {hint}", "1 error"]


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("place", ["lint.yml", "CHANGELOG.md"])
def test_files_that_may_be_there_are_read_as_carefully(specs: Path, kind: str, place: str) -> None:
    put(kind, specs / place)
    ended = run("lint", "--select", "file-*", "--format", "json") if place == "lint.yml" else run("ir")
    assert ended.exit_code in (0, 1), ended.stderr
    assert isinstance(ended.exception, (SystemExit, type(None)))


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("place", ["overlays", "schemas"])
def test_what_stands_in_the_place_of_a_folder_is_no_empty_folder(specs: Path, kind: str, place: str) -> None:
    (specs / place).rmdir()
    put(kind, specs / place)
    ended = run("ir")
    if kind == "folder":
        assert (ended.exit_code, ended.stderr) == (0, "")
        return
    assert ended.exit_code == 1
    assert f"\n --> specs/{place}:1:" in ended.stderr
    assert "help: " in ended.stderr


@pytest.mark.parametrize("kind", MAKERS)
def test_overlays_that_settings_name_are_read_as_carefully(specs: Path, kind: str) -> None:
    (specs.parent / "own").mkdir()
    put(kind, specs.parent / "own/10.yml")
    Path("pyproject.toml").write_text(
        '[tool.whmcs-codegen]\nspec = "specs/openapi.yml"\noverlays = ["specs/overlays", "own"]\n'
    )
    ended = CliRunner().invoke(cli, ["list"])
    assert ended.exit_code == 1
    assert f"{'secret.yml' if kind == 'link to outside' else 'own/10.yml'}:1:" in ended.stderr  # a project's own link
    assert "help: " in ended.stderr


@pytest.mark.parametrize("kind", ["pipe", "device", "link to nothing", "link to itself"])
def test_what_no_stage_reads_is_no_obstacle(specs: Path, kind: str) -> None:
    before = inputs_digest({"folder": specs})
    put(kind, specs / "schemas/notes.txt")
    assert inputs_digest({"folder": specs}) != before
    assert inputs_digest({"folder": specs}) == inputs_digest({"folder": specs})


# A file that the user names to be written.


@contextmanager
def crowded() -> Iterator[None]:
    """No file may grow beyond a few bytes, as on a full disk: nor may the one that a test run prints to."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    told = "a cannot be written: File too large; make room there, or name another file"
    with pytest.raises(OutputError, match=told), crowded():
        write_whole(tmp_path / "a", b"x" * 20)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}


def test_a_link_stays_one_and_the_draft_follows_none(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"theirs")
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "a").symlink_to("real")
    (tmp_path / ".real.new").symlink_to("victim")
    write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").readlink() == Path("real")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a": b"new", "real": b"new", "victim": b"theirs",
    }  # fmt: skip
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640


def test_a_bundle_goes_to_a_file_or_a_device(specs: Path) -> None:
    shown = run("bundle").stdout
    assert run("bundle", "--output", "b.yml").exit_code == 0
    assert Path("b.yml").read_text() == shown
    ended = run("bundle", "--output", "/dev/full")
    assert (ended.exit_code, ended.stderr) == (
        2, "error: /dev/full cannot be written: No space left on device; make room there, or name another file\n",
    )  # fmt: skip
    assert run("bundle", "--output", "/dev/null").exit_code == 0


@pytest.mark.parametrize("kind", ["folder", "pipe", "device", "UTF-16"])
def test_a_changelog_that_is_none_is_left_alone(specs: Path, kind: str) -> None:
    (specs / "new.yml").write_text((specs / "openapi.yml").read_text().replace("GetThings", "GetOthers"))
    put(kind, Path("LOG.md"))
    arguments = ["specs/openapi.yml", "specs/new.yml", "--dialect", "specs/dialect.yml", "--file", "LOG.md"]
    ended = CliRunner().invoke(cli, ["changelog", *arguments])
    assert ended.exit_code == 2, ended.output
    assert "LOG.md" in ended.stderr


def test_a_full_disk_behind_stdout_is_told_in_a_line(specs: Path) -> None:
    command = [sys.executable, "-m", "generator", "list", "--spec", "specs/openapi.yml"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(command, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (2, "error: No space left on device\n")


def test_a_terminal_of_few_characters_shows_escapes(specs: Path) -> None:
    (specs / "openapi.yml").write_text(json.dumps(spec({"GetThings": operation(tag="日本")})))
    command = [sys.executable, "-m", "generator", "list", "--spec", "specs/openapi.yml"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "latin-1"}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "\\u65e5\\u672c" in ended.stdout
