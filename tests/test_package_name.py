"""Names that a package cannot have are told as such, wherever one is given."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.metadata import packages_distributions, requires
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from click.testing import CliRunner, Result
from flit_core import buildapi
from loading import failure
from lowering import DIALECT
from python_client import DIALECT as ACME
from python_client import drafts_of, operation, spec
from test_dialect import refusals
from typescript_client import needs_tools, package

from generator.cli import cli
from generator.package_name import problem_of_package
from generator.settings import SettingsError, load_settings
from generator.targets.python.names import NEEDED
from generator.targets.typescript.checks import run
from generator.targets.typescript.names import NODE_MODULES

ROOT = Path(__file__).parent.parent
SPEC = spec({"GetThings": operation()})
ANOTHER = "take another name, such as one that ends in `_api`"
REFUSED = {
    "con": "`con` is a device on Windows, and cannot be the name of a folder",
    "lpt1": "`lpt1` is a device on Windows, and cannot be the name of a folder",
}
OF_PYTHON = {
    "class": "`class` is a word of Python, and cannot be the name of a package",
    "json": "`json` is a module of Python itself, which a package of that name would hide",
    "httpx": "`httpx` is a package that the Python client needs, which one of that name would hide",
}
OF_TYPESCRIPT = {
    "fs": "`fs` is a module of Node.js itself, which is imported in place of a package of that name",
    "node_modules": "`node_modules` is the folder of all packages, and npm refuses a package of that name",
}


@pytest.mark.parametrize("name", ["whmcs", "acme_2", "class", "json", "fs", "none", "cone", "x"])
def test_most_words_can_be_the_name_of_a_package(name: str) -> None:
    assert problem_of_package(name) is None


def test_a_name_has_some_length() -> None:
    assert problem_of_package("x" * 100) is None
    assert problem_of_package("x" * 101) == (
        "has more than 100 characters, and cannot be the name of a package", "take a shorter name"
    )  # fmt: skip


@pytest.mark.parametrize("name", ["1x", "a-b", "a.b", "../x", "a/b", "A", "_x", "", "ä", "x\n", "a b", "٣"])
def test_what_is_no_word_cannot(name: str) -> None:
    assert problem_of_package(name) == ("cannot be the name of a package", "take small letters, digits and `_`")


@pytest.mark.parametrize("name", REFUSED)
def test_settings_with_such_a_name_are_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(f'output = "out"\npackage = "{name}"\n')
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path / "mine.toml", tuple)
    (problem,) = caught.value.problems
    assert (problem.message, problem.hint, problem.origin.line) == (REFUSED[name], ANOTHER, 2)


@pytest.mark.parametrize("name", REFUSED)
def test_a_dialect_with_such_a_name_is_refused(name: str) -> None:
    found = refusals(head=DIALECT["head"].replace("package: shop", f"package: {name}"))
    assert [line.partition(": ")[2] for line in found] == [REFUSED[name]]


@pytest.mark.parametrize("name", OF_PYTHON)
def test_what_python_cannot_import_is_refused_by_its_target(name: str, tmp_path: Path) -> None:
    (problem,) = failure(lambda: drafts_of(tmp_path, SPEC, {**ACME, "package": name}))
    assert (problem.message, problem.hint, problem.origin.pointer) == (OF_PYTHON[name], ANOTHER, "/package")
    package(tmp_path, SPEC, package=name)


@pytest.mark.parametrize("name", OF_TYPESCRIPT)
def test_what_node_cannot_import_is_refused_by_the_target_of_typescript(name: str, tmp_path: Path) -> None:
    (problem,) = failure(lambda: package(tmp_path, SPEC, package=name))
    assert (problem.message, problem.hint, problem.origin.pointer) == (OF_TYPESCRIPT[name], ANOTHER, "/package")
    drafts_of(tmp_path, SPEC, {**ACME, "package": name})


@pytest.mark.parametrize("name", ["class", "page"])
def test_examples_call_a_client_by_a_name_that_it_can_have(name: str, tmp_path: Path) -> None:
    readme = (package(tmp_path, SPEC, package=name) / "README.md").read_text()
    assert f'import {{ Acme }} from "{name}";\n\nconst {name}_ = new Acme(' in readme


@pytest.mark.parametrize("name", ["acme_", "a__b", "acme__"])
def test_a_package_of_any_name_is_built(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of a distribution ends in a letter or digit, also where the package's does not."""
    for path, draft in drafts_of(tmp_path, SPEC, {**ACME, "package": name}).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(draft.content)
    monkeypatch.chdir(tmp_path)
    with ZipFile(buildapi.build_wheel(str(tmp_path))) as wheel:
        (metadata,) = (path for path in wheel.namelist() if path.endswith("METADATA"))
        assert f"Name: {name.rstrip('_')}\n" in wheel.read(metadata).decode()
        assert {f"{name}/__init__.py", f"{name}/py.typed"} <= set(wheel.namelist())


@needs_tools
def test_the_modules_of_node_are_known(tmp_path: Path) -> None:
    script = "import { builtinModules } from 'module'; console.log(JSON.stringify(builtinModules))"
    names = json.loads(run("node", "--input-type=module", "--eval", script, folder=tmp_path).stdout)
    assert {name for name in names if re.fullmatch("[a-z][a-z0-9_]*", name)} - NODE_MODULES == set()


# A project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of TypeScript alone, its dialect in a folder of its own."""
    (tmp_path / "specs").mkdir()
    (tmp_path / "own").mkdir()
    (tmp_path / "specs/openapi.json").write_text(json.dumps(SPEC))
    (tmp_path / "own/dialect.yml").write_text(yaml.safe_dump({**ACME, "package": "class"}, sort_keys=False))
    (tmp_path / "pyproject.toml").write_text(
        '[tool.whmcs-codegen]\nspec = "specs/openapi.json"\ndialect = "own/dialect.yml"\ntargets = ["typescript"]\n'
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_a_project_without_python_may_use_its_words(project: Path) -> None:
    done = call("generate")
    assert done.exit_code == 0, done.output
    assert json.loads((project / "generated/typescript/package.json").read_text())["name"] == "class"
    assert call("lint", "--fail-on", "error").exit_code == 0
    assert call("lint", "--target", "python").exit_code == 1


def test_a_word_of_python_is_shown_in_the_dialect(project: Path) -> None:
    refused = call("generate", "python")
    line = (project / "own/dialect.yml").read_text().splitlines().index("package: class") + 1
    assert refused.exit_code == 1
    assert refused.stderr == f"""error: {OF_PYTHON["class"]}
 --> own/dialect.yml:{line}:10
  |
{line} | package: class
  |          ^
help: {ANOTHER}

1 error
"""
    assert not (project / "generated").exists()


def test_a_dialect_elsewhere_that_is_a_link_out_of_its_folder_is_refused(project: Path) -> None:
    (project / "own/dialect.yml").rename(project / "real.yml")
    (project / "own/dialect.yml").symlink_to("../real.yml")
    refused = call("generate")
    assert refused.exit_code == 1
    assert "error: ../own/dialect.yml lies outside the folder of the spec" in refused.stderr


def test_settings_may_be_a_link(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "shared.toml"
    (project / "linked.toml").symlink_to(elsewhere)
    text = (project / "pyproject.toml").read_text().replace("[tool.whmcs-codegen]\n", "")
    elsewhere.write_text(f'{text}package = "class"\n')
    assert call("generate", "--config", "linked.toml").exit_code == 0
    refused = call("generate", "python", "--config", "linked.toml")
    assert OF_PYTHON["class"] in refused.stderr
    assert '4 | package = "class"' in refused.stderr


def test_a_word_of_python_is_shown_in_the_settings(project: Path) -> None:
    with (project / "pyproject.toml").open("a") as settings:
        settings.write('package = "json"\n')
    assert call("generate").exit_code == 0
    written = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    refused = call("generate", "python")
    assert refused.exit_code == 1
    assert refused.stderr == f"""error: {OF_PYTHON["json"]}
 --> pyproject.toml:5:1
  |
5 | package = "json"
  | ^
help: {ANOTHER}

1 error
"""
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == written


# What is known of Python


def test_all_that_the_client_needs_is_known() -> None:
    template = (ROOT / "templates/python/pyproject.toml.j2").read_text()
    (listed,) = re.findall(r"^dependencies = .*$", template, re.MULTILINE)
    pending, found = tomllib.loads(listed)["dependencies"], set()
    while pending:
        name = re.split(r"[^A-Za-z0-9_-]", pending.pop())[0].replace("-", "_").lower()
        if name not in found:
            found.add(name)
            pending += [each for each in requires(name) or () if ";" not in each]
    modules = {module for module, owners in packages_distributions().items() for owner in owners
               if owner.replace("-", "_").lower() in found and not module.startswith("_")}  # fmt: skip
    assert modules - NEEDED == set()
    assert {"httpx", "pydantic", "pydantic_core"} <= modules
    extras = {re.split(r"[^A-Za-z0-9_-]", each)[0] for name in ("httpx", "httpcore") for each in requires(name) or ()}
    assert extras - NEEDED == set()
