"""Targets and templates of the user's own: found, run, recorded, and told of in a line when they fail."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli import ROOT, contents, folder, run

__all__ = ["folder"]  # a fixture

TARGET = '''
from pathlib import Path

from generator.targets.base import File, HEADER


class ExampleTarget:
    name = "example"
    templates = Path(__file__).parent / "templates"
    checks = None

    def prepare(self):
        pass

    def close(self):
        pass

    def files(self, job):
        operations = [operation for group in job.api.groups for operation in group.operations]
        files = [File("client.example", job.renderer.render("example/client.example.j2", header=HEADER, operations=operations))]
        return files + [File(path, content) for path, content in job.renderer.static_files("example")]
'''
TEMPLATE = "// {{ header }}\n{% for operation in operations %}\n// {{ operation.action }}\n{% endfor %}\n"


@pytest.fixture
def own(folder: Path) -> Path:
    """The folder of a small spec, with a target of one's own."""
    (folder / "example_target.py").write_text(TARGET)
    (folder / "templates/example").mkdir(parents=True)
    (folder / "templates/example/client.example.j2").write_text(TEMPLATE)
    (folder / "templates/example/example.mod").write_text("module small\n")
    return folder


def generate(folder: Path, *arguments: str, code: int = 0) -> str:
    """What a run says."""
    ended = run(folder, "generate", *arguments, "--out", "out")
    assert "Traceback" not in ended.stderr
    assert ended.returncode == code, ended.stderr
    return ended.stdout + ended.stderr


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


# A target in a file


def test_a_file_may_be_a_target(own: Path) -> None:
    assert generate(own, "example_target.py") == "out: 2 added\n"
    assert (own / "out/example/client.example").read_text().split("\n")[1:3] == ["// GetThings", "// AddThing"]
    assert (own / "out/example/example.mod").read_text() == "module small\n"


def test_its_own_files_are_inputs(own: Path) -> None:
    generate(own, "example_target.py")
    assert generate(own, "example_target.py") == "out: up to date\n"
    edit(own / "templates/example/example.mod", "small", "large")
    assert generate(own, "example_target.py") == "out: 1 changed\n"
    edit(own / "example_target.py", 'File("client.example"', 'File("main.example"')
    assert generate(own, "example_target.py") == "out: 1 added, 1 removed\n"
    assert run(own, "check", "example_target.py", "--out", "out").stdout == "out: up to date\n"


def test_runs_that_do_not_know_it_leave_its_files_alone(own: Path) -> None:
    generate(own, "example_target.py")
    generate(own, "openapi")
    assert (own / "out/example/client.example").exists()
    assert generate(own, "openapi") == "out: up to date\n"
    assert generate(own, "example_target.py") == "out: up to date\n"


def test_its_result_does_not_depend_on_where_it_stands(own: Path) -> None:
    (own / "elsewhere").mkdir()
    generate(own, "example_target.py")
    before = contents(own / "out")
    for name in ("example_target.py", "templates"):
        (own / name).rename(own / "elsewhere" / name)
    assert generate(own, "elsewhere/example_target.py") == "out: up to date\n"
    assert contents(own / "out") == before


def test_what_stands_beside_it_can_be_imported(own: Path) -> None:
    (own / "example_names.py").write_text('FILE = "named.example"\n')
    edit(own / "example_target.py", "from pathlib", "import example_names\nfrom pathlib")
    edit(own / "example_target.py", '"client.example"', "example_names.FILE")
    generate(own, "example_target.py")
    assert (own / "out/example/named.example").exists()
    assert generate(own, "example_target.py") == "out: up to date\n"
    edit(own / "example_names.py", "named.example", "renamed.example")
    assert generate(own, "example_target.py") == "out: 1 added, 1 removed\n"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("class ExampleTarget", "class ExampleTarget(", "example_target.py:"),
        ("from pathlib", "import nowhere_to_be_found\nfrom pathlib", "example_target.py:2: ModuleNotFoundError"),
        ("def files", "def filed", "one class with a `name` and `files` is the target; found: none"),
        ("    checks = None\n", "", "lacks checks"),
        ('"example"', '"../example"', "cannot be the name of a target"),
        ('"example"', '"python"', "python is a target of the generator itself"),
        ('"example"', '"EXAMPLE"', "cannot be the name of a target"),
        ('"client.example"', '"../client.example"', "'example/../client.example' cannot be the path of a generated file"),
        ("operations=operations))", "operations=operations), 'gofmt')", "example/client.example: 'gofmt' is no Formatter"),
        ("return files", "return [{}]", "example_target.py: AttributeError: 'dict' object has no attribute 'path'"),
        ("return files", "return [File('a', 5)]", "example_target.py: AttributeError: 'int' object has no attribute"),
        ("files = [", "raise SystemExit(0)\n        files = [", "example_target.py:20: SystemExit: 0"),
        ("from pathlib", "raise SystemExit(0)\nfrom pathlib", "example_target.py:2: SystemExit: 0"),
        ('"example"', '"aux"', "aux is a device on Windows, and cannot be the name of a folder"),
        ("return files", "return files[5]", "example_target.py:21: IndexError: list index out of range"),
        ('"example/client.example.j2"', '"example/missing.j2"', "example/missing.j2: there is no such template in"),
    ],
)
def test_what_is_wrong_with_it_is_told_in_a_line(own: Path, before: str, after: str, said: str) -> None:
    edit(own / "example_target.py", before, after)
    assert said in generate(own, "example_target.py", code=2)
    assert not (own / "out").exists()


def test_an_installed_package_may_offer_one(own: Path) -> None:
    """As pip leaves it: a module, and a folder that lists its entry points."""
    site = own / "site"
    (site / "acme_go-1.dist-info").mkdir(parents=True)
    (own / "templates").rename(site / "templates")
    (own / "example_target.py").rename(site / "acme_go.py")
    (site / "acme_go-1.dist-info/METADATA").write_text("Name: acme-example\nVersion: 1\n")
    (site / "acme_go-1.dist-info/entry_points.txt").write_text("[whmcs_codegen.targets]\nexample = acme_go:ExampleTarget\n")
    command = [sys.executable, "-m", "generator", "generate", "--spec", "small.yml", "--out", "out"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(site)])}

    def called(name: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*command, name], cwd=own, env=environment, capture_output=True, text=True)

    assert called("example").stdout == "out: 2 added\n"
    assert "did you mean example?" in called("exampel").stderr
    (site / "acme_go.py").write_text("raise RuntimeError('boom')")
    broken = called("example")
    assert (broken.returncode, broken.stderr) == (
        2,
        "error: entry point example = acme_go:ExampleTarget: RuntimeError: boom\n",
    )


# One of the generator's own, as somebody writes it who adds a language


@pytest.fixture
def checkout(folder: Path) -> Path:
    """A generator with the target `example` among its own, in the folder of a small spec."""
    for name in ("generator", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "templates/example").mkdir()
    (folder / "templates/example/client.example.j2").write_text(TEMPLATE)
    (folder / "generator/targets/example.py").write_text(TARGET.replace("Path(__file__).parent", "Path('generator').parent"))
    edit(folder / "generator/targets/registry.py", "BUILT_IN = {\n", 'BUILT_IN = {\n    "example": "example:ExampleTarget",\n')
    return folder


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("from pathlib", "import nowhere_to_be_found\nfrom pathlib", "example.py:2: ModuleNotFoundError: No module named"),
        ("class ExampleTarget", "class ExampleTarget(", "example.py:7: SyntaxError: "),
        ("class ExampleTarget", "class Exemple", "registry.py: AttributeError: module 'generator.targets.example' has no"),
        ('name = "example"', 'name = "exemple"', "example.py: the target calls itself exemple"),
        ("    checks = None\n", "", "example.py: the target lacks checks; generator/targets/base.py is the contract"),
        ("def files", "def __init__(self):\n        1 / 0\n\n    def files", "example.py:19: ZeroDivisionError: "),
    ],
)
def test_one_of_ours_that_cannot_be_loaded_is_told_in_a_line(
    checkout: Path, before: str, after: str, said: str
) -> None:
    edit(checkout / "generator/targets/example.py", before, after)
    for command in (["generate", "example", "--spec", "small.yml"], ["contract", "example"], ["conformance", "example"]):
        assert_one_line(checkout, command, said)


@pytest.mark.parametrize("command", ["generate", "lint"])
def test_one_of_ours_that_fails_is_told_in_a_line(checkout: Path, command: str) -> None:
    edit(checkout / "generator/targets/example.py", "return files", "return [*map(int, 'x')]")
    assert_one_line(checkout, [command, "--spec", "small.yml"], "example.py:21: ValueError: invalid literal for int() with base 10: 'x'")


def assert_one_line(checkout: Path, command: list[str], said: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "generator", *command], cwd=checkout, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2, ended.stdout + ended.stderr
    assert ended.stderr.startswith(f"error: target example: {checkout}/generator/targets/")
    assert (said in ended.stderr, ended.stderr.count("\n")) == (True, 1), ended.stderr


# Templates in place of ours


def override(folder: Path, path: str, text: str) -> None:
    (folder / "mine" / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / "mine" / path).write_text(text)


def test_single_files_are_taken_in_place_of_ours(folder: Path) -> None:
    generate(folder, "python")
    before = contents(folder / "out")
    ours = (ROOT / "templates/python/package/_runtime/clock.py").read_text()
    override(folder, "python/LICENSE", "Mine.\n")
    override(folder, "python/package/_runtime/clock.py", f"{ours}\n\nMINE = 1\n")
    override(folder, "python/README.md.j2", "Mine: {{ package }}.\n")
    override(folder, "python/package/.clock.py.swp", "left behind")

    said = generate(folder, "python", "--templates", "mine")

    assert said == "out: 3 changed\n"
    after = contents(folder / "out")
    changed = {path for path in before if before[path] != after[path]} - {"manifest.json"}
    assert changed == {"python/LICENSE", "python/README.md", "python/whmcs/_runtime/clock.py"}
    assert after["python/README.md"].endswith(b"Mine: whmcs.\n")
    assert generate(folder, "python", "--templates", "mine") == "out: up to date\n"
    override(folder, "python/LICENSE", "Mine alone.\n")
    assert generate(folder, "python", "--templates", "mine") == "out: 1 changed\n"
    assert generate(folder, "python") == "out: 3 changed\n"
    assert contents(folder / "out") == before


def test_templates_that_datamodel_code_generator_reads_are_overridden_too(folder: Path) -> None:
    path = "python/datamodel/pydantic_v2/BaseModel.jinja2"
    ours = (ROOT / "templates" / path).read_text()
    override(folder, path, ours.replace("    {{ text.doc }}", "    mine = 1", 1))
    generate(folder, "python", "--templates", "mine")
    assert any("    mine = 1\n" in path.read_text() for path in (folder / "out/python/whmcs/models").glob("*.py"))


@pytest.mark.parametrize("path", ["python/README.md.j2", "python/datamodel/pydantic_v2/BaseModel.jinja2"])
def test_a_template_that_is_not_utf_8_is_named_with_its_folder_and_line(folder: Path, path: str) -> None:
    override(folder, path, "")
    (folder / "mine" / path).write_bytes(b"one\r\ntwo \xe9\n")
    said = generate(folder, "python", "--templates", "mine", code=2)
    assert said == f"error: mine/{path}:2: the file is not UTF-8; save it as UTF-8\n"
    assert not (folder / "out").exists()


def test_a_template_that_datamodel_code_generator_cannot_render_is_named_with_its_line(folder: Path) -> None:
    path = "python/datamodel/pydantic_v2/BaseModel.jinja2"
    for text, message in (("one\n{{ nope.nope }}\n", "'nope' is undefined"), ("one\n{{ two\n", "unexpected end of")):
        override(folder, path, text)
        said = generate(folder, "python", "--templates", "mine", code=2)
        assert said.startswith("error: ")
        assert f"mine/{path}:2: " in said
        assert message in said
        assert said.count("\n") == 1


def test_a_file_that_overrides_nothing_is_an_error(folder: Path) -> None:
    override(folder, "python/package/cliend.py.j2", "x")
    override(folder, "cobol/x.j2", "x")
    said = generate(folder, "python", "--templates", "mine", code=2)
    assert "mine/python/package/cliend.py.j2: overrides nothing; did you mean python/package/client.py.j2?" in said
    assert "mine/cobol/x.j2: overrides nothing; its path must be that of a file below templates/" in said
    assert not (folder / "out").exists()


def test_what_stands_in_the_place_of_a_template_and_is_no_file_is_an_error(folder: Path) -> None:
    (folder / "mine/python/package/client.py.j2").mkdir(parents=True)
    (folder / "mine/python/README.md.j2").symlink_to("nowhere")
    (folder / "mine/python/LICENSE").symlink_to("LICENSE")
    said = generate(folder, "python", "--templates", "mine", code=2)
    for path in ("package/client.py.j2", "README.md.j2", "LICENSE"):
        assert f"mine/python/{path}: is no file, so that it overrides nothing; put a file there" in said
    assert not (folder / "out").exists()


def test_a_byte_order_mark_of_a_template_does_not_get_into_the_output(folder: Path) -> None:
    override(folder, "python/README.md.j2", "\ufeffours\n")
    generate(folder, "python", "--templates", "mine")
    written = (folder / "out/python/README.md").read_bytes()
    assert written.endswith(b"\nours\n")
    assert "\ufeff".encode() not in written


def test_a_folder_of_templates_that_is_not_there_is_an_error(folder: Path) -> None:
    generate(folder, "openapi")
    assert "'nowhere' does not exist" in generate(folder, "openapi", "--templates", "nowhere", code=2)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("operation.method.name", "operation.method.nam", "LINE (operation GetThings): 'generator.targets.python"),
        ("{{ operation.method.doc }}", "{{ 1 + operation.action }}", "LINE (operation GetThings): TypeError: "),
        ("{% if operation.iterator %}", "{% if operation.iterator", "mine/python/package/groups/group.py.j2:"),
        ("{{ class_doc }}", "{{ class_dok }}", "LINE: 'class_dok' is undefined"),
        ("{{ class_doc }}", "{{ 1 // 0 }}", "LINE: ZeroDivisionError: "),
        ("{{ class_doc }}", "{% include 'python/nowhere.j2' %}", "LINE: there is no template python/nowhere.j2 in mine"),
    ],
)
def test_an_error_in_a_template_names_file_line_and_operation(
    folder: Path, before: str, after: str, said: str
) -> None:
    path = "python/package/groups/group.py.j2"
    ours = (ROOT / "templates" / path).read_text()
    assert before in ours
    override(folder, path, ours.replace(before, after))
    told = generate(folder, "python", "--templates", "mine", code=2)
    assert told.startswith("error: ")
    line = ours[: ours.index(before)].count("\n") + 1
    assert said.replace("LINE", f"mine/{path}:{line}") in told
    assert not (folder / "out").exists()


def test_an_error_in_the_registry_of_typescript_names_the_operation(folder: Path) -> None:
    path = "typescript/package/src/registry.ts.j2"
    before = "{% for entry in entries %}\n"
    ours = (ROOT / "templates" / path).read_text()
    assert before in ours
    override(folder, path, ours.replace(before, f"{before}{{{{ 1 / (entry.action != 'GetThings') }}}}\n"))
    told = generate(folder, "typescript", "--templates", "mine", code=2)
    line = ours[: ours.index(before)].count("\n") + 2
    assert f"mine/{path}:{line} (operation GetThings): ZeroDivisionError: " in told


def test_the_manifest_says_which_targets_are_the_users_own(own: Path) -> None:
    generate(own, "openapi", "example_target.py")
    targets = json.loads((own / "out/manifest.json").read_text())["targets"]
    assert {name: section.get("own") for name, section in targets.items()} == {"example": True, "openapi": None}
