"""The settings of a project: where they are found, what they mean, and what is said of wrong ones."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.package_name import PackageName
from generator.report import render
from generator.settings import Settings, SettingsError, load_settings

ROOT = Path(__file__).resolve().parent.parent
OWN_OVERLAY = """\
overlay: 1.0.0
info: {title: Own, version: 1.0.0}
actions:
  - target: $.info
    update: {title: Mine}
"""
OWN_TARGET = """\
from pathlib import Path
from generator.targets.base import File

class Own:
    name = "own"
    templates = Path(__file__).parent
    checks = None
    def prepare(self): pass
    def close(self): pass
    def files(self, job):
        return [File("actions.txt", "".join(f"{each.action}\\n" for group in job.api.groups for each in group.operations))]
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a spec, which is the current folder."""
    (tmp_path / "api").mkdir()
    (tmp_path / "api/spec.yml").write_text("x: 1\n")
    (tmp_path / "own.yml").write_text(OWN_OVERLAY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, table: str, before: str = "") -> None:
    (folder / "pyproject.toml").write_text(f"{before}[tool.whmcs-codegen]\n{table}")


def load(named: Path | None = None) -> Settings:
    return load_settings(named, lambda: ("openapi", "python"))


def report(named: Path | None = None) -> str:
    with pytest.raises(SettingsError) as raised:
        load(named)
    return render(raised.value.problems, raised.value.sources)


# Where


def test_a_project_that_says_nothing_has_the_defaults(project: Path) -> None:
    assert load() == Settings()
    (project / "pyproject.toml").write_text("[project]\nname = 'mine'\n[tool.other]\nspec = 1\n")
    assert load() == Settings()


def test_all_that_can_be_said(project: Path) -> None:
    (project / "own.py").write_text("")
    write(
        project,
        """spec = "api/spec.yml"
dialect = 'api/spec.yml'
overlays = ["own.yml", "api"]
targets = ["python", "own.py"]
output = "out/of it"
package = "acme_2"
only = ["Billing", "GetClients"]
templates = "api"
""",
    )
    assert load() == Settings(
        Path("pyproject.toml").absolute(),
        Path("api/spec.yml"),
        Path("api/spec.yml"),
        (Path("own.yml"), Path("api")),
        ("python", "own.py"),
        Path("out/of it"),
        PackageName("acme_2", Path("pyproject.toml"), (project / "pyproject.toml").read_text().index("package")),
        ("Billing", "GetClients"),
        Path("api"),
    )


def test_they_are_found_upwards_and_their_paths_start_where_they_are(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, 'spec = "api/spec.yml"\n')
    below = project / "src/deep"
    below.mkdir(parents=True)
    (below / "pyproject.toml").write_text("[project]\nname = 'another, without settings'\n")
    monkeypatch.chdir(below)
    assert load().spec == Path("../../api/spec.yml")
    assert load().output == Path("../../generated")


def test_a_broken_file_that_is_not_about_us_is_passed_by(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.black\n")
    assert load() == Settings()


def test_a_file_that_is_named_has_its_settings_at_the_top(project: Path) -> None:
    write(project, 'output = "not this"\n')
    (project / "api/codegen.toml").write_text('spec = "spec.yml"\n')
    found = load(Path("api/codegen.toml"))
    assert (found.spec, found.output) == (Path("api/spec.yml"), Path("api/generated"))


def test_a_pyproject_that_is_named_must_have_the_table(project: Path) -> None:
    (project / "pyproject.toml").write_text("[project]\nname = 'mine'\n")
    assert "error: pyproject.toml has no table [tool.whmcs-codegen]\n" in report(Path("pyproject.toml"))


@pytest.mark.parametrize(
    "text",
    [
        '[tool]\nwhmcs-codegen = {output = "x"}\n',
        'tool.whmcs-codegen.output = "x"\n',
        '[tool."whmcs-codegen"]\noutput = "x"\n',
        '[ tool . whmcs-codegen ]\n"output" = "x"\n',
    ],
)
def test_toml_may_say_it_in_any_of_its_ways(project: Path, text: str) -> None:
    (project / "pyproject.toml").write_text(text)
    assert load().output == Path("x")


# What is wrong, and where


@pytest.mark.parametrize(
    ("table", "message", "place", "hint"),
    [
        ('ouput = "x"', "there is no setting `ouput`", "3:1", "did you mean `output`?"),
        ("# output\n  spec = 1", "`spec` is not a text", "4:3", 'write it as `spec = "..."`'),
        ('spec = ""', "`spec` is empty", "3:1", 'write it as `spec = "..."`'),
        ('spec = "nope.yml"', "`spec` names `nope.yml`, which is no file", "3:1", "correct it: paths start at"),
        ('spec = "api"', "`spec` names `api`, which is no file", "3:1", "correct it: paths start at"),
        ('overlays = "own.yml"', "`overlays` is not a list of texts", "3:1", 'write it as `overlays = ["...", "..."]`'),
        ('only = ["A", ""]', "`only` holds an empty text", "3:1", 'write it as `only = ["...", "..."]`'),
        ('overlays = ["api",\n"own.yml", "./api"]', "`overlays` names `./api` twice", "4:12", "keep one of the two"),
        ("only = [1]", "`only` is not a list of texts", "3:1", 'write it as `only = ["...", "..."]`'),
        ("[tool.whmcs-codegen.only]\na = 1", "`only` is not a list of texts", "3:21", 'write it as `only = ["'),
        (
            'overlays = [\n  "own.yml",\n  "not.yml",\n]',
            "`overlays` names `not.yml`, which does not exist",
            "5:3",
            "cor",
        ),
        ('targets = ["python", "cobol"]', "there is no target `cobol`", "3:22", "there are openapi, python, and files"),
        ('targets = ["../own.py"]', "`targets` names `../own.py`, which does not exist", "3:12", "correct it"),
        ('templates = "mine"', "`templates` names `mine`, which does not exist", "3:1", "correct it"),
        ('package = "con"', "`con` is a device on Windows, and cannot be the name of a folder", "3:1",
         "take another name, such as one that ends in `_api`"),
        ('package = "../x"', "`../x` cannot be the name of a package", "3:1", "take small letters, digits and `_`"),
        ('output = "a\\u0000b"', "`output` is no path", "3:1", "take the NUL out"),
        ('spec = "' + "x" * 5000 + '"', f"`spec` names `{'x' * 77}...`, which is no file", "3:1", "correct it"),
        ("spec = ", "this is no TOML: Invalid value", "3:8", "correct it"),
        ("spec = [", "this is no TOML: ", "", "correct it"),
        ("spec = " + "[" * 5000, "this is ", "", ""),
    ],
)
def test_a_wrong_setting_is_shown_where_it_stands(
    project: Path, table: str, message: str, place: str, hint: str
) -> None:
    write(project, table + "\n", before="[tool.other]\n")
    said = report()
    assert f"error: {message}" in said
    assert f"--> pyproject.toml:{place}" in said
    assert f"help: {hint}" in said


def test_another_table_s_key_of_that_name_is_not_meant(project: Path) -> None:
    write(project, 'output = "x"\n[tool.other]\nspec = 1\n[tool.later]\nonly = 2\n', before="[tool.a]\nspecs = 3\n")
    assert load().output == Path("x")
    write(project, 'speck = "x"\n[tool.other]\nspeck = 1\n', before="[tool.a]\nspeck = 3\n")
    assert "--> pyproject.toml:4:1" in report()


def test_everything_wrong_is_told_at_once(project: Path) -> None:
    write(project, "spec = 1\nonly = 2\nwhat = 3\n")
    assert report().endswith("3 errors")


@pytest.mark.parametrize(
    "text", ["[tool]\nwhmcs-codegen = 1\n", 'tool.whmcs-codegen = "x"\n', "[[tool.whmcs-codegen]]"]
)
def test_something_else_in_place_of_the_table(project: Path, text: str) -> None:
    (project / "pyproject.toml").write_text(text)
    assert "error: tool.whmcs-codegen is not a table" in report()


def test_what_is_no_text_is_told(project: Path) -> None:
    (project / "odd.toml").write_bytes(b"a = 1\nspec = '\xff'\n")
    assert "--> odd.toml:2:9" in report(Path("odd.toml"))


KEYS = ["spec", "dialect", "overlays", "targets", "output", "package", "only", "templates", "other", '"a b"', "x.y"]
VALUES = [
    "1",
    '"x"',
    "[]",
    '["a", 1]',
    '["api"]',
    "{}",
    "{a = 1}",
    "[[1]]",
    "true",
    "1979-05-27",
    "nan",
    '"""',
    "[",
    "'\\x00'",
]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES) | st.text(max_size=8)), max_size=6),
    st.sampled_from(["[tool.whmcs-codegen]", "[[tool.whmcs-codegen]]", "[tool]", "", "[tool.whmcs-codegen.only]"]),
)
def test_whatever_stands_there_is_settings_or_a_report(lines: list[tuple[str, str]], header: str) -> None:
    text = "\n".join([header, *(f"{key} = {value}" for key, value in lines), "# whmcs-codegen"])
    with TemporaryDirectory() as folder:
        file = Path(folder) / "pyproject.toml"
        file.write_text(text, encoding="utf-8", errors="replace", newline="")
        try:
            load(file)
        except SettingsError as error:
            for problem in error.problems:
                assert 1 <= problem.origin.line <= max(1, len(text.split("\n")))
            assert render(error.problems, error.sources)


# With the commands


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def whole(project: Path) -> Path:
    """A project with the published spec, an overlay in another folder, and a client of its own name."""
    shutil.copy(ROOT / "specs/whmcs-openapi.yml", project / "api/spec.yml")
    shutil.copy(ROOT / "specs/dialect.yml", project / "dialect.yml")
    write(
        project,
        """spec = "api/spec.yml"
dialect = "dialect.yml"
overlays = ["own.yml"]
targets = ["openapi"]
output = "out"
only = ["GetClients"]
""",
    )
    return project


def test_commands_follow_the_settings_from_any_folder(whole: Path) -> None:
    done = run(whole / "api", "generate")
    assert (done.returncode, done.stdout) == (0, "../out: 1 added\n"), done.stderr
    document = (whole / "out/openapi/whmcs-openapi.yml").read_text()
    assert "title: Mine" in document
    assert document.count("/?action=") == 1
    assert run(whole, "check").stdout == "out: up to date\n"
    assert [line.split("\t")[0] for line in run(whole, "list").stdout.splitlines()] == ["action", "GetClients"]


def test_an_overlay_elsewhere_counts_as_an_input(whole: Path) -> None:
    run(whole, "generate")
    (whole / "own.yml").write_text(OWN_OVERLAY.replace("Mine", "Ours"))
    checked = run(whole, "check")
    assert checked.returncode == 3
    assert "+  title: Ours" in checked.stdout


def test_a_mistake_in_an_overlay_elsewhere_is_shown_with_its_place(whole: Path) -> None:
    (whole / "own.yml").write_text(OWN_OVERLAY.replace("$.info", "$.nope"))
    failed = run(whole, "generate")
    assert failed.returncode == 1
    assert "--> own.yml:4:" in failed.stderr


@pytest.mark.parametrize("file", ["../secret.yml", "./../secret.yml"])
def test_an_overlay_elsewhere_may_not_refer_to_files_outside_the_spec_s_folder(whole: Path, file: str) -> None:
    (whole / "secret.yml").write_text("a: {type: string}\n")
    (whole / "own.yml").write_text(
        OWN_OVERLAY.replace("$.info", "$.components.schemas").replace(
            "{title: Mine}", "{Odd: {$ref: '" + file + "#/a'}}"
        )
    )
    failed = run(whole, "generate")
    assert failed.returncode == 1
    assert " the folder of the spec\n --> own.yml:5:" in failed.stderr


def test_templates_and_targets_of_one_s_own_are_found_from_any_folder(whole: Path) -> None:
    (whole / "mine/python").mkdir(parents=True)
    (whole / "mine/python/LICENSE").write_text("Mine alone.\n")
    (whole / "own.py").write_text(OWN_TARGET)
    said = (whole / "pyproject.toml").read_text().replace('["openapi"]', '["python", "own.py"]')
    (whole / "pyproject.toml").write_text(said + 'templates = "mine"\n')

    done = run(whole / "api", "generate")

    assert done.returncode == 0, done.stderr
    assert (whole / "out/python/LICENSE").read_text() == "Mine alone.\n"
    assert (whole / "out/own/actions.txt").read_text() == "GetClients\n"
    vendored = run(whole, "vendor", "own.py", "copy")
    assert vendored.returncode == 0, vendored.stderr
    assert (whole / "copy/actions.txt").read_text() == "GetClients\n"
    assert "(own by generator" in run(whole, "vendor", "--check", "copy").stdout
    assert run(whole, "vendor", "python", "client").returncode == 0
    assert (whole / "client/LICENSE").read_text() == "Mine alone.\n"


def test_options_win_over_settings(whole: Path) -> None:
    done = run(whole, "generate", "openapi", "--only", "GetOrders", "--out", "elsewhere")
    assert done.returncode == 0, done.stderr
    assert "/?action=GetOrders" in (whole / "elsewhere/openapi/whmcs-openapi.yml").read_text()
    assert not (whole / "out").exists()


def test_the_package_is_called_as_the_settings_say(whole: Path) -> None:
    write(whole, 'spec = "api/spec.yml"\ndialect = "dialect.yml"\npackage = "billing_api"\nonly = ["GetClients"]\n')
    assert run(whole, "generate", "python").returncode == 0
    assert (whole / "generated/python/billing_api/client.py").exists()
    assert "from billing_api import Whmcs" in (whole / "generated/python/README.md").read_text()


@pytest.mark.parametrize("arguments", [["generate"], ["check"], ["list"], ["mock"]])
def test_wrong_settings_end_a_command_with_a_report(whole: Path, arguments: list[str]) -> None:
    write(whole, "spec = 1\n")
    failed = run(whole, *arguments)
    assert (failed.returncode, failed.stdout) == (2, "")
    assert "error: `spec` is not a text\n --> pyproject.toml:2:1\n" in failed.stderr


@pytest.mark.parametrize("only", ["", " , ", ","])
def test_only_nothing_is_refused(whole: Path, only: str) -> None:
    failed = run(whole, "generate", "--only", only)
    assert failed.returncode == 2
    assert "--only names nothing" in failed.stderr


def test_an_unknown_name_ends_with_what_it_may_mean(whole: Path) -> None:
    failed = run(whole, "generate", "--only", "GetCleints,../x")
    assert failed.returncode == 2
    assert failed.stderr == (
        "error: `GetCleints` is neither a group nor an action; did you mean `GetClients`?\n"
        "`../x` is neither a group nor an action\n"
        "`whmcs-codegen list` shows what there is\n"
    )


def test_an_unknown_name_in_the_settings_is_told_with_its_place(whole: Path) -> None:
    settings = whole / "pyproject.toml"
    settings.write_text(settings.read_text().replace('only = ["GetClients"]', 'only = ["GetClients", "GetInvoces"]'))
    failed = run(whole, "generate")
    assert failed.returncode == 2
    assert failed.stderr == (
        "error: `GetInvoces` is neither a group nor an action; did you mean `GetInvoices`?\n"
        "`whmcs-codegen list` shows what there is\n"
        " --> pyproject.toml:7:1\n"
    )
    said = run(whole, "generate", "--only", "Nope")
    assert "pyproject.toml" not in said.stderr


def test_this_project_s_own_settings_hold_wherever_one_stands_in_it() -> None:
    assert run(ROOT / "tests", "check").stdout == "../generated: up to date\n"
