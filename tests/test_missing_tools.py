"""What is said where tools are not installed: those that lack, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.targets.python import checks as python
from generator.targets.typescript import checks as typescript
from generator.targets.typescript.checks import TypeScriptChecks

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
