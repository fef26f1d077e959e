"""A client inside another repository: copied, updated, checked there, and never at the cost of somebody's work."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from vendor_support import contents, edit_spec, run

from generator.cli import cli

# Copying


def test_the_folder_is_the_package_with_a_stamp(dest: Path) -> None:
    names = set(contents(dest))
    assert {"__init__.py", "client.py", "groups/things.py", "models/things.py", "testing/__main__.py"} <= names
    assert {"README.md", "LICENSE", "manifest.json", "SHA256SUMS", ".gitattributes"} <= names
    assert "pyproject.toml" not in names
    section = json.loads((dest / "manifest.json").read_text())["targets"]["python"]
    assert section["facts"].keys() == {"generator", "specs"}
    assert {path: digests[1] for path, digests in section["files"].items()} == {
        path: hashlib.sha256(content).hexdigest() for path, content in contents(dest).items() if path != "manifest.json"
    }


def test_it_is_the_package_that_generate_writes(dest: Path, project: Path) -> None:
    CliRunner().invoke(cli, ["generate", "python"], catch_exceptions=False)
    generated = contents(project / "generated/python/whmcs")
    assert {path: content for path, content in contents(dest).items() if path in generated} == generated


def test_two_copies_are_alike_to_the_byte_wherever_they_are(dest: Path) -> None:
    run("python", "elsewhere")
    assert contents(Path("elsewhere")) == contents(dest)


def test_a_copy_that_is_up_to_date_is_left_alone(dest: Path) -> None:
    times = {path: path.stat().st_mtime_ns for path in dest.rglob("*")}
    assert run("python", "acme/vendor/small").output == "acme/vendor/small: up to date\n"
    assert {path: path.stat().st_mtime_ns for path in dest.rglob("*")} == times


def test_an_update_says_what_changes_and_removes_what_went_away(dest: Path) -> None:
    mine = dest / "groups/mine.py"
    mine.write_text("# not generated\n")
    edit_spec("/?action=AddOther", "/?action=AddAnother")
    edit_spec("tags: [Others]", "tags: [Things]")
    before = contents(dest)

    shown = run("python", "acme/vendor/small", "--dry-run").output
    assert contents(dest) == before
    done = run("python", "acme/vendor/small").output

    assert "changed: acme/vendor/small/groups/things.py\n" in done
    assert "removed: acme/vendor/small/groups/others.py\n" in done
    assert shown.splitlines()[:-1] == done.splitlines()[:-1]
    assert shown.splitlines()[-1] == done.splitlines()[-1].replace("small: ", "small: would be: ")
    assert not (dest / "groups/others.py").exists()
    assert mine.exists()


def test_another_spec_of_the_same_meaning_changes_the_stamp_alone(dest: Path) -> None:
    edit_spec("info: {title: Small", "# a comment\ninfo: {title: Small")
    assert run("python", "acme/vendor/small").output == "acme/vendor/small: only manifest.json changed\n"


# Names


@pytest.mark.parametrize(
    ("name", "why", "better"),
    [
        ("my-client", "is no name in Python", "my_client"),
        ("class", "is a word of Python", "client_class"),
        ("2x", "is no name in Python", "client_2x"),
        ("v1.2", "is no name in Python", "v1_2"),
        ("\ufb01nance", "is no name in Python", "_nance"),
    ],
)
def test_a_folder_that_python_cannot_import_is_refused(project: Path, name: str, why: str, better: str) -> None:
    said = run("python", f"acme/{name}", code=2).output
    assert said == (
        f"error: acme/{name} cannot be the python client: `{name}` {why}, so that no `import` can name it; "
        f"call the folder {better}, for instance\n"
    )
    assert run("python", f"acme/{name}", "--dry-run", "--force", code=2).output == said
    assert not (project / "acme").exists()
    run("typescript", f"acme/{name}")
    run("python", f"acme/{better}")


def test_the_name_is_the_folders_own_however_it_is_said(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "my-app").mkdir()
    run("python", "my-app/../my-app/client/")
    (project / "my-client").mkdir()
    monkeypatch.chdir(project / "my-client")
    specs = ["--spec", "../specs/whmcs-openapi.yml", "--dialect", "../specs/dialect.yml"]
    assert "`my-client` is no name in Python" in run("python", ".", *specs, code=2).output


def test_a_copy_that_lies_in_such_a_folder_is_still_checked(dest: Path) -> None:
    moved = dest.rename(dest.with_name("my-client"))
    assert "as it was vendored" in run("--check", str(moved)).output
    run("python", str(moved), code=2)


# Somebody's work


def test_edits_are_named_and_overwritten_only_by_force(dest: Path) -> None:
    client = dest / "client.py"
    generated = client.read_bytes()
    client.write_text("mine\n")
    edit_spec("AddOther", "AddAnother")
    before = contents(dest)

    refused = run("python", "acme/vendor/small", code=2)

    assert refused.stderr == (
        "error: These were edited since they were vendored; --force gives the edits up:\n  acme/vendor/small/client.py\n"
    )
    assert contents(dest) == before
    assert "edited: acme/vendor/small/client.py\n" in run("python", "acme/vendor/small", "--dry-run").output
    assert "edited: acme/vendor/small/client.py\n" in run("python", "acme/vendor/small", "--force").output
    assert client.read_bytes() == generated


def test_an_edited_file_that_is_no_longer_part_of_it_goes_only_by_force(dest: Path) -> None:
    (dest / "groups/others.py").write_text("mine\n")
    before = contents(dest)
    refused = run("python", "acme/vendor/small", "--only", "Things", code=2)
    assert refused.stderr == (
        "error: These were edited since they were vendored; --force gives the edits up:\n"
        "  acme/vendor/small/groups/others.py, which is no longer part of the client\n"
    )
    assert contents(dest) == before
    told = run("python", "acme/vendor/small", "--only", "Things", "--dry-run").stderr
    assert "kept: acme/vendor/small/groups/others.py: no longer part of the client, but edited" in told
    done = run("python", "acme/vendor/small", "--only", "Things", "--force")
    assert "removed: acme/vendor/small/groups/others.py\n" in done.stdout
    assert not (dest / "groups/others.py").exists()
    run("--check", "acme/vendor/small")
    run("python", "acme/vendor/small", "--all")
    assert (dest / "groups/others.py").exists()


def test_what_was_never_vendored_is_in_the_way_even_of_force(project: Path) -> None:
    (project / "acme").mkdir()
    (project / "acme/__init__.py").write_text("mine\n")
    refused = run("python", "acme", "--force", code=2)
    assert "These are in the way" in refused.stderr
    assert contents(project / "acme") == {"__init__.py": b"mine\n"}


@pytest.mark.parametrize("option", [(), ("--dry-run",)])
def test_a_folder_of_other_things_is_taken_only_by_force(project: Path, option: tuple[str, ...]) -> None:
    before = contents(project / "specs")
    refused = run("python", "specs", *option, code=2)
    assert refused.stderr == (
        "error: specs holds dialect.yml, and no client was vendored there: name a folder of its own, or use --force, "
        "which leaves what is there beside the client\n"
    )
    assert contents(project / "specs") == before
    run("python", "specs", "--force")
    assert before.items() <= contents(project / "specs").items()
    assert run("python", "specs").stdout == "specs: up to date\n"


def test_an_empty_folder_and_one_with_hidden_files_are_taken(project: Path) -> None:
    (project / "acme").mkdir()
    (project / "acme/.keep").write_text("")
    assert run("python", "acme").stdout.endswith(" added\n")


@pytest.mark.parametrize("name", ["client.py", "groups"])
def test_no_link_is_followed_out_of_the_folder(dest: Path, project: Path, name: str) -> None:
    outside = project / "outside"
    shutil.move(dest / name, outside)
    (dest / name).symlink_to(outside)
    before = contents(outside) if outside.is_dir() else outside.read_bytes()
    edit_spec("AddOther", "AddAnother")
    for arguments in ([], ["--force"], ["--dry-run"]):
        CliRunner().invoke(cli, ["vendor", "python", "acme/vendor/small", *arguments])
    assert (contents(outside) if outside.is_dir() else outside.read_bytes()) == before
    assert "is a symbolic link" in run("--check", "acme/vendor/small", code=1).output


# Places


def test_a_link_is_no_place(dest: Path) -> None:
    Path("link").symlink_to(dest)
    for arguments, code in ((["python", "link"], 2), (["--check", "link"], 1)):
        assert "error: link is a symbolic link, which is not followed" in run(*arguments, code=code).stderr
    Path("dangling").symlink_to("nowhere")
    assert "dangling is a symbolic link" in run("python", "dangling", code=2).stderr
    assert not Path("nowhere").exists()


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("file", "error: file is a file: name the folder"),
        ("file/below", "error: file/below cannot be a folder: Not a directory"),
        ("x" * 300, f"error: {'x' * 300} cannot be a folder: File name too long"),
        ("generated/python/mine", "which is generated itself: vendor into another folder"),
        ("generated", "error: generated is an output folder of `generate`: vendor into a folder of its own"),
        ("acme/vendor/small/inner", "which is generated itself: vendor into another folder"),
        ("/proc/nobody/may/write", "error: The output is left as it was: "),
    ],
)
def test_a_place_that_cannot_be(dest: Path, place: str, said: str) -> None:
    Path("file").write_text("mine\n")
    CliRunner().invoke(cli, ["generate", "openapi"], catch_exceptions=False)
    before = contents(Path())
    assert said in run("python", place, code=2).stderr
    assert contents(Path()) == before


def test_a_folder_that_cannot_be_written_is_left_as_it_was(dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit_spec("AddOther", "AddAnother")
    before = contents(dest)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "client.py")

    monkeypatch.setattr(Path, "replace", refuse)
    assert "error: The output is left as it was: Permission denied" in run("python", "acme/vendor/small", code=2).stderr
    assert contents(dest) == before


def test_a_client_of_another_target_is_not_replaced(dest: Path) -> None:
    refused = run("openapi", "acme/vendor/small", code=2)
    assert refused.stderr == (
        "error: acme/vendor/small holds the python client: vendor the openapi client into another folder\n"
    )


def test_other_targets_are_copied_as_they_are(project: Path) -> None:
    run("openapi", "docs/api", "--only", "things")
    assert set(contents(project / "docs/api")) == {
        "whmcs-openapi.yml", "manifest.json", "SHA256SUMS", ".gitattributes",
    }  # fmt: skip
    assert "(openapi by generator 0.1.0, only things)" in run("--check", "docs/api").output


def test_the_typescript_sources_are_a_folder_of_their_own(project: Path) -> None:
    run("typescript", "web/src/small", "--only", "Things")
    names = set(contents(project / "web/src/small"))
    assert {"index.ts", "client.ts", "groups/things.ts", "runtime/session.ts", "README.md", "LICENSE"} <= names
    assert not {"package.json", "tsconfig.json", "groups/others.ts"} & names
    assert "as it was vendored (typescript by generator 0.1.0, only Things)" in run("--check", "web/src/small").output


@pytest.mark.parametrize("arguments", [[], ["python"], ["python", "a", "b"], ["--check"], ["x"]])
def test_a_call_that_says_too_little_or_too_much(project: Path, arguments: list[str]) -> None:
    assert "say which client (openapi, python" in run(*arguments, code=2).stderr


def test_a_target_that_there_is_not(project: Path) -> None:
    assert run("pyhton", "x", code=2).stderr == "error: there is no target 'pyhton'; did you mean python?\n"
    assert not Path("x").exists()


# Parts


def test_a_part_stays_the_part_that_it_was(project: Path) -> None:
    run("python", "small", "--only", "get_things")
    assert not (project / "small/groups/others.py").exists()
    edit_spec("name: {type: string}", "name: {type: integer}")

    assert "changed: small/models/things.py" in run("python", "small").output

    assert not (project / "small/groups/others.py").exists()
    assert run("--check", "small").output == "small: as it was vendored (python by generator 0.1.0, only get_things)\n"
    assert "added: small/groups/others.py" in run("python", "small", "--all").output
    assert run("python", "small").output == "small: up to date\n"


def test_everything_and_a_part_are_not_both(project: Path) -> None:
    assert "--all takes everything, and --only a part" in run("python", "x", "--all", "--only", "Things", code=2).stderr


def test_the_settings_choose_the_part_of_a_new_copy(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.whmcs-codegen]\nonly = ["Things"]\n')
    run("python", "small")
    assert "only Things" in run("--check", "small").output


@pytest.mark.parametrize("only", ["../x", "Nope", "Things,/etc/passwd", "GetThings\x1b[31m"])
def test_an_unknown_name_changes_nothing(dest: Path, only: str) -> None:
    before = contents(dest)
    refused = run("python", "acme/vendor/small", "--only", only, code=2)
    assert "is neither a group nor an action" in refused.stderr
    assert "\x1b" not in refused.stderr
    assert contents(dest) == before
