"""What is said where tools are not installed: those that lack, and no others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.targets import base
from generator.targets.python import checks as python
from generator.targets.typescript import checks as typescript
from generator.targets.typescript.checks import TypeScriptChecks

ROOT = Path(__file__).resolve().parent.parent
HINT = "; `make ready-to-test` in a checkout of the generator installs what is needed"


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as `requirements/install-node.sh` makes it."""
    for file in ("bin/node", "installed.json", *(f"node_modules/.bin/{name}" for name in ("tsc", "eslint", "esbuild"))):
        path = tmp_path / "node" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("#!/bin/sh\n")
        path.chmod(0o755)
    monkeypatch.setattr(typescript, "_TOOLS", tmp_path / "node")
    monkeypatch.setattr(typescript.shutil, "which", lambda _: "/usr/bin/node")
    return tmp_path / "node"


def test_nothing_lacks(tools: Path) -> None:
    assert TypeScriptChecks().missing() == ""


@pytest.mark.parametrize("gone", ["installed.json", "node_modules", "bin"])
def test_node_is_not_said_to_lack_where_its_tools_do(gone: str, tools: Path) -> None:
    (tools / gone).rename(tools / "gone")
    assert TypeScriptChecks().missing() == f"not installed: tsc, eslint, esbuild{HINT}"


def test_a_tool_that_lacks_is_named_alone(tools: Path) -> None:
    (tools / "node_modules/.bin/eslint").unlink()
    assert TypeScriptChecks().missing() == f"not installed: eslint{HINT}"


def test_no_node(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tools / "bin/node").write_text("#!/bin/sh\nexec /nowhere/node\n")
    assert TypeScriptChecks().missing() == f"not installed: Node.js 20 or newer{HINT}"
    (tools / "bin").rename(tools / "gone")
    monkeypatch.setattr(typescript.shutil, "which", lambda _: None)
    assert TypeScriptChecks().missing() == f"not installed: Node.js 20 or newer, tsc, eslint, esbuild{HINT}"


def test_what_python_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(python, "find_spec", lambda name: None if name == "ruff" else name)
    assert python.PythonChecks().missing() == f"not installed: ruff{HINT}"


# Without a checkout, as from a wheel


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of a generator that is installed, with Node.js and without tools."""
    for module in (base, python, typescript):
        monkeypatch.setattr(module, "IS_CHECKOUT", False)
    monkeypatch.setattr(typescript.shutil, "which", lambda name: "/usr/bin/node" if name == "node" else None)
    (tmp_path / "project/below").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "project/below")
    return tmp_path / "project"


def install(modules: Path, *names: str) -> None:
    for name in names:
        (modules / name / "bin").mkdir(parents=True)


def test_an_installed_generator_takes_the_tools_of_the_project(project: Path) -> None:
    install(project / "node_modules", "typescript", "eslint")
    install(project / "below/node_modules", "eslint", "typescript", "typescript-eslint")
    assert TypeScriptChecks().missing() == ""
    ended = typescript.run("node", "-e", "console.log(process.env.PATH)", folder=project / "below", link=False)
    assert ended.returncode or f"{project}/below/node_modules/.bin" in ended.stdout
    (project / "below/node_modules/typescript-eslint").rename(project / "elsewhere")
    assert "typescript-eslint" in TypeScriptChecks().missing()


def test_or_those_beside_the_compiler_on_the_path(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modules = project.parent / "lib/node_modules"
    install(modules, "typescript", "eslint", "typescript-eslint")
    (modules / "typescript/bin/tsc").write_text("")
    (project.parent / "tsc").symlink_to(modules / "typescript/bin/tsc")
    monkeypatch.setattr(typescript.shutil, "which", lambda name: str(project.parent / "tsc"))
    assert TypeScriptChecks().missing() == ""
    (out := project / "out").mkdir()
    typescript.run("node", "--version", folder=out)
    assert (out / "node_modules").readlink() == modules


def test_how_to_install_what_lacks_without_a_checkout(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the versions that the project itself is checked with."""
    pinned = json.loads((ROOT / "requirements/node/package.json").read_text())["devDependencies"]
    names = ("typescript", "eslint", "typescript-eslint")
    command = " ".join(f"{name}@{pinned[name].partition('.')[0]}" for name in names)
    said = f"not installed: {', '.join(names)}; `npm install --save-dev {command}` installs what is needed"
    assert TypeScriptChecks().missing() == said
    monkeypatch.setattr(python, "find_spec", lambda name: None if name in ("mypy", "ruff") else name)
    said = "not installed: mypy, ruff; `pip install mypy ruff` installs what is needed"
    assert python.PythonChecks().missing() == said
