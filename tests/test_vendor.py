"""A client inside another repository: copied, updated, checked there, and never at the cost of somebody's work."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli

ROOT = Path(__file__).resolve().parent.parent
SPEC = """\
openapi: 3.0.3
info: {title: Small, version: "1"}
paths:
  /?action=GetThings:
    post:
      tags: [Things]
      requestBody: {content: {application/x-www-form-urlencoded: {schema: {allOf: [
        {$ref: '#/components/schemas/AuthCredentials'},
        {type: object, properties: {kind: {type: string, enum: [big, small]}}}]}}}}
      responses:
        '200': {description: Things., content: {application/json: {schema: {$ref: '#/components/schemas/Things'}}}}
  /?action=AddOther:
    post:
      tags: [Others]
      responses: {'200': {description: Added.}}
components:
  schemas:
    AuthCredentials: {type: object, properties: {identifier: {type: string}}}
    Things: {type: object, properties: {name: {type: string}}}
"""


def prepare(folder: Path) -> None:
    (folder / "specs").mkdir()
    (folder / "specs/whmcs-openapi.yml").write_text(SPEC)
    shutil.copy(ROOT / "specs/dialect.yml", folder / "specs/dialect.yml")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small spec, which is the current one; the client goes to ``acme/vendor/small``."""
    prepare(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(cli, ["vendor", *arguments])
    assert not isinstance(result.exception, Exception), result.exception
    assert result.exit_code == code, result.output
    return result


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def vendored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the client, made once."""
    place = tmp_path_factory.mktemp("vendored")
    with pytest.MonkeyPatch.context() as patch:
        prepare(place)
        patch.chdir(place)
        run("python", "small")
    return place / "small"


@pytest.fixture
def dest(project: Path, vendored: Path) -> Path:
    shutil.copytree(vendored, project / "acme/vendor/small")
    return project / "acme/vendor/small"


def edit_spec(before: str, after: str) -> None:
    spec = Path("specs/whmcs-openapi.yml")
    text = spec.read_text()
    assert before in text
    spec.write_text(text.replace(before, after))


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


# The check of the other repository


def test_a_check_needs_neither_specs_nor_settings(dest: Path, tmp_path: Path) -> None:
    shutil.rmtree("specs")
    Path("pyproject.toml").write_text("[tool.whmcs-codegen]\nspec = 1\n")
    shutil.move(dest, "moved")
    for arguments in (["--check", "moved"], ["python", "moved", "--check"]):
        assert run(*arguments).output == "moved: as it was vendored (python by generator 0.1.0)\n"


def test_a_check_passes_by_what_python_and_tools_leave(dest: Path) -> None:
    (dest / "__pycache__").mkdir()
    (dest / "__pycache__/client.cpython-311.pyc").write_bytes(b"")
    (dest / ".mypy_cache").mkdir()
    (dest / ".mypy_cache/x.json").write_text("{}")
    run("--check", "acme/vendor/small")


def test_a_check_names_what_is_edited_missing_and_extra(dest: Path) -> None:
    (dest / "client.py").write_text("mine\n")
    (dest / "groups/things.py").unlink()
    (dest / "models/mine.py").write_text("")
    found = run("--check", "acme/vendor/small", code=1)
    assert found.stdout.splitlines() == [
        "edited: acme/vendor/small/client.py",
        "missing: acme/vendor/small/groups/things.py",
        "extra: acme/vendor/small/models/mine.py",
    ]
    assert "`whmcs-codegen vendor python acme/vendor/small --force` mends what is edited or missing" in found.stderr


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="there is no sha256sum")
def test_sha256sum_checks_it_too(dest: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    assert subprocess.run(command, cwd=dest, check=False).returncode == 0
    (dest / "client.py").write_text("mine\n")
    assert subprocess.run(command, cwd=dest, check=False, capture_output=True).returncode == 1


@pytest.mark.parametrize("place", ["nowhere", "specs", "specs/dialect.yml"])
def test_a_check_of_something_else_fails(project: Path, place: str) -> None:
    assert "error: " in run("--check", place, code=1).stderr


def test_a_check_of_another_client_fails(dest: Path) -> None:
    assert "no openapi was vendored into" in run("openapi", "acme/vendor/small", "--check", code=1).stderr


@pytest.mark.parametrize(
    "stamp",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"version": 1, "targets": []}',
        '{"version": 2, "targets": {}}',
        '{"version": 1, "targets": {"python": {"inputs": "x", "files": {"../../x": ["0", "0"]}}}}',
        '{"version": 1, "targets": {"python": {"inputs": "x", "files": {}, "facts": {"only": 5}}}}',
        '{"version": 1, "targets": {"python": {"inputs": "x", "files": {}, "facts": []}}}',
        '{"version": 1, "targets": {"python": {"inputs": "x", "files": {}}}}',
        '{"version": 1, "targets": {"a": {"inputs": "x", "files": {}, "facts": {"b": "c"}}, '
        '"d": {"inputs": "x", "files": {}, "facts": {"b": "c"}}}}',
        "[" * 100_000,
        "\ud800",
    ],
)
def test_a_stamp_that_is_none_is_refused(dest: Path, stamp: str) -> None:
    (dest / "manifest.json").write_text(stamp, errors="surrogatepass")
    before = contents(dest)
    assert "error: " in run("--check", "acme/vendor/small", code=1).stderr
    run("python", "acme/vendor/small", code=2)
    run("python", "acme/vendor/small", "--force", code=2)
    assert contents(dest) == before


@pytest.mark.parametrize("path", ["../../../victim", "/etc/hostname", "a/../../../../victim", ".git/config"])
def test_a_tampered_stamp_leads_nowhere(dest: Path, project: Path, path: str) -> None:
    (project / "victim").write_text("mine\n")
    manifest = json.loads((dest / "manifest.json").read_text())
    manifest["targets"]["python"]["files"][path] = [hashlib.sha256(b"mine\n").hexdigest()] * 2
    (dest / "manifest.json").write_text(json.dumps(manifest))
    run("--check", "acme/vendor/small", code=1)
    run("python", "acme/vendor/small", "--force", code=2)
    assert (project / "victim").read_text() == "mine\n"


def test_a_stamp_that_is_a_link_is_not_read(dest: Path, project: Path) -> None:
    shutil.move(dest / "manifest.json", project / "manifest")
    (dest / "manifest.json").symlink_to(project / "manifest")
    assert "manifest.json is a symbolic link" in run("--check", "acme/vendor/small", code=1).stderr


# Interruptions

KILLED = """
import os, sys
from importlib import import_module
write = import_module("generator.output.write")
calls, put = [], write._Run._put
def put_and_die(self, path):
    if len(calls) == int(sys.argv[1]):
        os._exit(9)
    calls.append(path)
    put(self, path)
write._Run._put = put_and_die
from generator.cli import cli
cli(["vendor", "python", *sys.argv[2:]])
"""


@pytest.mark.parametrize("at", [0, 3])
@pytest.mark.parametrize("is_new", [False, True])
def test_a_run_that_was_killed_is_completed_by_the_next(dest: Path, at: int, is_new: bool) -> None:
    folder = Path("fresh") if is_new else dest
    edit_spec("AddOther", "AddAnother")
    edit_spec("kind:", "sort:")
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(at), str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
    )
    assert killed.returncode == 9, killed.stderr
    run("--check", str(folder), code=1)

    run("python", str(folder))

    run("--check", str(folder))
    run("python", "whole")
    assert contents(folder) == contents(Path("whole"))


# The client under another parent

USE = """
import pickle, sys
import acme.vendor.whmcs
assert not [name for name in sys.modules if name.startswith("acme.vendor.whmcs.groups.")], "loaded too early"
from acme.vendor.whmcs import ApiError, Whmcs
from acme.vendor.whmcs.models import Invoice
from acme.vendor.whmcs.registry import OPERATIONS
from acme.vendor.whmcs.testing import FakeWhmcs

with FakeWhmcs() as fake, Whmcs(fake.url, **fake.credentials) as client:
    page = client.billing.get_invoices(limitnum=2)
    assert pickle.loads(pickle.dumps(page)) == page
    assert [type(invoice) for invoice in page.invoices][:1] in ([], [Invoice])
    assert type(page).__module__.startswith("acme.vendor.whmcs.models")
    try:
        client.call("NoSuchAction")
    except ApiError as error:
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again)) == (type(error), str(error))
assert all(OPERATIONS[action].action == action for action in OPERATIONS)
wrong = [name for name in sys.modules if name.split(".")[0] == "whmcs"]
assert not wrong, wrong
"""


def test_the_whole_client_works_under_any_parent(tmp_path: Path) -> None:
    done = CliRunner().invoke(
        cli, ["vendor", "python", str(tmp_path / "acme/vendor/whmcs"), "--spec", str(ROOT / "specs/whmcs-openapi.yml")]
    )
    assert done.exit_code == 0, done.output

    def python(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        return subprocess.run(
            [sys.executable, "-W", "error", *arguments],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    used = python("-c", USE)
    assert used.returncode == 0, used.stderr
    helped = python("-m", "acme.vendor.whmcs.testing", "--help")
    assert helped.returncode == 0, helped.stderr
    assert "usage: python -m acme.vendor.whmcs.testing" in helped.stdout
    result = CliRunner().invoke(cli, ["vendor", "--check", str(tmp_path / "acme/vendor/whmcs")])
    assert result.exit_code == 0, result.output
