"""`diff` and the settings of a project: the old side is read by those of its revision."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_cli import ROOT, SPEC
from test_diff_cli import OVERLAY, git

from generator.cli import cli

Call = Callable[..., Result]


def settings(*lines: str) -> str:
    return "\n".join(["[tool.whmcs-codegen]", *lines, ""])


def commit(project: Path, **files: str) -> None:
    """Commits the files; `pyproject` is pyproject.toml."""
    for name, text in files.items():
        path = project / {"pyproject": "pyproject.toml", "overlay": "mine/90.yml", "config": "settings.toml"}[name]
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    git(project, "add", ".")
    git(project, "commit", "-qm", "more", "--allow-empty")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a spec in its folder `api`, and nothing committed."""
    (tmp_path / "api").mkdir()
    (tmp_path / "api/openapi.yml").write_text(SPEC)
    shutil.copy(ROOT / "specs/dialect.yml", tmp_path / "api")
    git(tmp_path, "init", "-q", "-b", "main")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(project: Path) -> Call:
    def invoke(*arguments: str) -> Result:
        result = CliRunner().invoke(cli, list(arguments))
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return invoke


HOME = 'spec = "api/openapi.yml"'


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('package = "one"', 'package = "two"', "the package `one` is now called `two`"),
        ('only = ["GetThings"]', "", "there is a new method `general.add_thing`"),
        ("", 'only = ["GetThings"]', "`general.add_thing` is gone"),
        ("", 'overlays = ["mine"]', "field-added  HEAD:api/openapi.yml:31 -> mine/90.yml:5"),
        ('overlays = ["mine/90.yml"]', "overlays = []", "field-removed  HEAD:mine/90.yml:5 -> api/openapi.yml:31"),
        ('output = "a"\nspek = 1', 'output = "b"', "nothing changes for callers"),
    ],
)
def test_a_setting_that_changes_is_compared(call: Call, project: Path, before: str, after: str, told: str) -> None:
    commit(project, pyproject=settings(HOME, before), overlay=OVERLAY)
    (project / "pyproject.toml").write_text(settings(HOME, after))
    shown = call("diff", "HEAD")
    assert (shown.exit_code, told in shown.stdout) == (0, True), shown.output
    assert "nothing changes" in call("diff", "HEAD", "HEAD").stdout


def test_a_spec_that_moved_is_found_where_the_settings_of_that_time_say(call: Call, project: Path) -> None:
    commit(project, pyproject=settings(HOME))
    git(project, "mv", "api", "new")
    git(project, "mv", "new/openapi.yml", "new/v1.yml")
    commit(project, pyproject=settings('spec = "new/v1.yml"'))
    assert call("diff", "HEAD~1").stdout.startswith("HEAD~1 -> new: nothing changes for callers")
    assert "nothing changes" in call("diff", "HEAD~1", "HEAD").stdout
    # What the command line names wins.
    assert "there is no new/v1.yml at HEAD~1" in call("diff", "HEAD~1", "--spec", "new/v1.yml").stderr
    assert "nothing changes" in call("diff", "HEAD~1:api", "HEAD:new/v1.yml").stdout


def test_a_dialect_that_moved_is_found_too(call: Call, project: Path) -> None:
    git(project, "add", ".")
    git(project, "mv", "api/dialect.yml", "old.yml")
    commit(project, pyproject=settings(HOME, 'dialect = "old.yml"'))
    git(project, "mv", "old.yml", "api/dialect.yml")
    (project / "pyproject.toml").write_text(settings(HOME))
    assert "nothing changes" in call("diff", "HEAD").stdout


def test_a_file_of_config_is_that_of_the_revision(call: Call, project: Path) -> None:
    commit(project, config=HOME + '\npackage = "one"\n', pyproject=settings(HOME, 'package = "other"'))
    (project / "settings.toml").write_text(HOME + '\npackage = "two"\n')
    assert "the package `one` is now called `two`" in call("diff", "HEAD", "--config", "settings.toml").stdout


def test_settings_above_the_current_folder_are_those_of_the_revision(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(project, pyproject=settings(HOME, 'package = "one"'))
    (project / "pyproject.toml").write_text(settings(HOME, 'package = "two"'))
    monkeypatch.chdir(project / "api")
    (project / "api/pyproject.toml").write_text("[project]\n")
    assert "the package `one` is now called `two`" in call("diff", "HEAD").stdout


@pytest.mark.parametrize("then", [None, "[project]\n", "[tool.other]\nx = 1\n"])
def test_without_settings_then_those_of_today_hold(call: Call, project: Path, then: str | None) -> None:
    commit(project, **({"pyproject": then} if then else {}))
    (project / "pyproject.toml").write_text(settings(HOME, 'package = "two"'))
    assert "nothing changes" in call("diff", "HEAD").stdout


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (settings(HOME, "only = 3"), "`only` is not a list of texts"),
        (settings(HOME, "only = ["), "this is no TOML: Invalid value"),
        (settings(HOME, 'package = "no name"'), "`no name`"),
        ("tool.whmcs-codegen = 1\n", "tool.whmcs-codegen is not a table"),
        (settings(HOME, 'overlays = ["a\\u0000b"]'), "`overlays` is no path"),
    ],
)
def test_wrong_settings_of_a_revision_are_told_with_their_place(
    call: Call, project: Path, then: str, said: str
) -> None:
    commit(project, pyproject=then)
    (project / "pyproject.toml").write_text(settings(HOME))
    shown = call("diff", "HEAD")
    assert shown.exit_code == 2
    assert said in shown.stderr
    assert " --> HEAD:pyproject.toml:" in shown.stderr


@pytest.mark.parametrize("line", ['overlays = ["{}", "no"]', 'dialect = "{}"', 'spec = "{}/a.yml"'])
def test_no_name_in_old_settings_breaks_it(call: Call, project: Path, line: str) -> None:
    commit(project, pyproject=settings(*([] if line.startswith("spec") else [HOME]), line.format("x" * 5000)))
    (project / "pyproject.toml").write_text(settings(HOME))
    shown = call("diff", "HEAD")
    assert shown.exit_code in (0, 2)
    assert shown.stderr.count("\n") == (1 if shown.exit_code else 0)


@pytest.mark.parametrize("setting", ['overlays = ["../90.yml"]', 'dialect = "../90.yml"'])
def test_old_settings_lead_to_nothing_outside_of_the_revision(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, setting: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    monkeypatch.setattr(tempfile, "tempdir", str(outside))  # revisions are unpacked in a folder of it
    (outside / "90.yml").write_text(OVERLAY if "overlays" in setting else (ROOT / "specs/dialect.yml").read_text())
    commit(project, pyproject=settings(HOME, setting))
    (project / "pyproject.toml").write_text(settings(HOME))
    shown = call("diff", "HEAD")
    if "overlays" in setting:
        assert "nothing changes" in shown.stdout
    else:
        assert "there is no dialect.yml beside HEAD:api/openapi.yml" in shown.stderr


def test_a_link_to_settings_is_not_followed(call: Call, project: Path) -> None:
    (project / "pyproject.toml").symlink_to("/etc/passwd")
    commit(project)
    (project / "pyproject.toml").unlink()
    (project / "pyproject.toml").write_text(settings(HOME))
    assert "`pyproject.toml` is a link" in call("diff", "HEAD").stderr
