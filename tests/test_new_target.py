"""What ``new-target`` lays out works at once, in this checkout and out of it, and is refused where it would harm."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.contract.proofs import PROOFS, verdicts
from generator.contract.subject import Subject

ROOT = Path(__file__).resolve().parent.parent
LEFT = {proof.name for proof in PROOFS if proof.tools}


def new_target(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["new-target", *map(str, arguments)])


@pytest.mark.parametrize("name", ["example", "two-words", "x86", "skeleton"])
def test_a_target_of_ones_own_passes_what_it_can_and_says_what_is_left(name: str, tmp_path: Path) -> None:
    made = new_target(name, tmp_path / "own")
    assert made.exit_code == 0, made.output
    file = tmp_path / "own" / f"{name.replace('-', '_')}_target.py"
    assert f"made {file}\n" in made.output
    assert f"whmcs-codegen contract {file}" in made.output
    ast.parse(file.read_text())
    found = list(verdicts(Subject(str(file), tmp_path / "scratch")))
    assert {proof: verdict for proof, verdict, _ in found if verdict != "holds"} == dict.fromkeys(LEFT, "left")
    assert all(why for _, verdict, why in found if verdict == "left")


def test_nothing_of_the_skeleton_is_left_in_it(tmp_path: Path) -> None:
    new_target("example", tmp_path)
    texts = {path: path.read_text() for path in tmp_path.rglob("*") if path.is_file()}
    assert [path for path, text in texts.items() if "keleton" in f"{path.relative_to(tmp_path)}{text}"] == []
    assert "class ExampleTarget:" in texts[tmp_path / "example_target.py"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../x", "'../x' cannot be the name of a target"),
        ("/etc/x", "cannot be the name of a target"),
        ("", "cannot be the name of a target"),
        ("Go", "cannot be the name of a target"),
        ("a b", "cannot be the name of a target"),
        ("größe", "cannot be the name of a target"),
        ("a" * 41, "cannot be the name of a target"),
        ("example\n", "cannot be the name of a target"),
        ("python", "python is a target of the generator itself"),
        ("class", "class is a word of Python"),
        ("base", "in the way, and not overwritten: "),
    ],
)
def test_a_name_that_cannot_be_is_refused(
    name: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    before = sorted((ROOT / "generator").rglob("*.py"))
    made = new_target(name) if name == "base" else new_target(name, tmp_path / "own")
    assert (made.exit_code, [*tmp_path.iterdir()]) == (2, [])
    assert said in made.output
    assert sorted((ROOT / "generator").rglob("*.py")) == before


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "templates/example").mkdir(parents=True)
    (tmp_path / "templates/example/README.md.j2").write_text("mine")
    made = new_target("example", tmp_path)
    assert made.exit_code == 2
    assert f"in the way, and not overwritten: {tmp_path}/templates/example/README.md.j2" in made.output
    assert not (tmp_path / "example_target.py").exists()


def test_a_file_in_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    made = new_target("example", tmp_path / "file/own")
    assert made.exit_code == 2
    assert "in the way" in made.output


def test_it_goes_to_the_checkout_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "generator/targets/python").mkdir(parents=True)
    (tmp_path / "generator/targets/registry.py").write_text("")
    (tmp_path / "templates").mkdir()
    monkeypatch.chdir(tmp_path / "generator/targets/python")
    made = new_target("nobody")
    assert made.exit_code == 0, made.output
    assert f"1. call the whmcs-codegen of {tmp_path} for what follows: " in made.output
    assert "\n3. whmcs-codegen generate\n4. whmcs-codegen contract nobody\n" in made.output
    assert (tmp_path / "generator/targets/nobody.py").is_file()
    assert [*(tmp_path / "templates/nobody").iterdir()] != []
    assert not (ROOT / "generator/targets/nobody.py").exists()


def test_out_of_any_checkout_a_folder_has_to_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = new_target("nobody")
    assert made.exit_code == 2
    said = f"error: {tmp_path} is in no checkout of the generator to add to: name a folder for a target of your own\n"
    assert made.output == said
    assert [*tmp_path.iterdir()] == []
    assert new_target("nobody", "a folder").exit_code == 0
    assert "contract 'a folder/nowhere_target.py'" in new_target("nowhere", "a folder").output


# The documentation, as somebody follows it


def blocks(heading: str) -> list[tuple[str, str]]:
    """Language and text of each block of code below a heading of CONTRIBUTING.md."""
    text = (ROOT / "CONTRIBUTING.md").read_text()
    section = text[text.index(f"## {heading}\n") :].partition("\n## ")[0]
    return re.findall(r"^```(\w+)\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


def follow(heading: str, checkout: Path) -> str:
    """What the commands below a heading print; a line of Python among them is put into the registry.

    The language that they add is called otherwise: one of that name may be there by now.
    """
    said = ""
    for language, written in blocks(heading):
        text = re.sub(r"\bgo\b", "example", written).replace("GoTarget", "ExampleTarget")
        if language == "python":
            registry = checkout / "generator/targets/registry.py"
            registry.write_text(registry.read_text().replace("BUILT_IN = {\n", f"BUILT_IN = {{\n{text}"))
            continue
        ended = subprocess.run(["sh", "-ec", text], cwd=checkout, capture_output=True, text=True)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        said += ended.stdout
    return said


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what a clone holds, with this interpreter as its own."""
    folder = tmp_path / "clone"
    for name in ("generator", "templates", "specs", "tests", "generated"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".*", "e2e"))
    for name in ("pyproject.toml", "CONTRIBUTING.md", "Makefile"):
        shutil.copy(ROOT / name, folder)
    (folder / ".venv/bin").mkdir(parents=True)
    for name, command in (("python", ""), ("whmcs-codegen", "-m generator ")):
        script = folder / ".venv/bin" / name
        script.write_text(f'#!/bin/sh\nexec {sys.executable} {command}"$@"\n')
        script.chmod(0o755)
    return folder


def test_the_commands_for_adding_a_language_work(checkout: Path) -> None:
    said = follow("Add a language", checkout)
    assert "generated: 3 added" in said
    assert (checkout / "generated/example/operations.json").exists()
    verdicts = re.findall(r"^example: (.*?): (holds|left|fails)", said, re.MULTILINE)
    assert dict(verdicts) == {proof.name: "left" if proof.name in LEFT else "holds" for proof in PROOFS}
    assert said.endswith("generated: up to date\n")


def test_the_commands_for_targets_and_templates_of_ones_own_work(checkout: Path) -> None:
    said = follow("Targets and templates of your own", checkout)
    assert "fails" not in said
    assert (checkout / "build/clients/acme/operations.json").exists()
    assert "Our Python client" in (checkout / "build/clients/python/README.md").read_text()
