"""A vendored client is checked where it is, completed after an interruption, and works there under any parent."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from vendor_support import ROOT, contents, edit_spec, run

from generator.cli import cli

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
