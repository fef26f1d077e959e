"""How the TypeScript client is judged: by tsc at its strictest, by ESLint, and by running what is built of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ...shipped import IS_CHECKOUT
from ..base import Command, Offer, not_installed, part_of_checkout

_ROOT = Path(__file__).resolve().parents[3]
# Where `make ready-to-test` puts node, npm and the tools of requirements/node.
_TOOLS = _ROOT / ".cache/node"
# What the client's own package.json names, and how a project without a checkout gets it.
_PACKAGES = ("typescript", "eslint", "typescript-eslint")
_INSTALL = "npm install --save-dev typescript@6 eslint@10 typescript-eslint@8"
_OFFERS = Path(__file__).with_name("offers.mjs")
_ADAPTER = Path("tests/typescript")


class TypeScriptChecks:
    """See ``Checks``."""

    reserved = frozenset({
        "arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete",
        "do", "else", "enum", "eval", "export", "extends", "false", "finally", "for", "function", "if", "implements",
        "import", "in", "instanceof", "interface", "let", "new", "null", "package", "private", "protected", "public",
        "return", "static", "super", "switch", "this", "throw", "true", "try", "typeof", "undefined", "var", "void",
        "while", "with", "yield",
    })  # fmt: skip
    attack = "process.getBuiltinModule('fs').writeFileSync('canary', '')"

    def missing(self) -> str:
        """Node.js and the tools in ``requirements/node``; without a checkout, what the client itself names of them."""
        if not IS_CHECKOUT:
            node = [] if shutil.which("node") else ["Node.js 20 or newer"]
            packages = [name for name in _PACKAGES if not (_modules() / name).is_dir()]
            return not_installed([*node, *packages], _INSTALL)
        own = _TOOLS / "bin/node"
        has_node = _runs(own) if own.is_file() else shutil.which("node") is not None
        tools = _TOOLS / "node_modules/.bin"
        is_set_up = own.is_file() and (_TOOLS / "installed.json").is_file()
        lacking = [tool for tool in ("tsc", "eslint", "esbuild") if not (is_set_up and (tools / tool).exists())]
        return not_installed([*([] if has_node else ["Node.js 20 or newer"]), *lacking], _INSTALL)

    def compile(self, folder: Path) -> str:
        """The compiler, by the rules in the client's own tsconfig.json."""
        return _said("tsc", "--noEmit", folder=folder)

    def lint(self, folder: Path) -> str:
        """ESLint, by the rules in the client's own eslint.config.js."""
        return _said("eslint", ".", folder=folder)

    def offers(self, folder: Path) -> Mapping[str, Offer]:
        """Calls every method of every group, walks the types it takes and answers, and tells what operations say."""
        build(folder)
        ended = run("node", str(_OFFERS), str(folder), folder=folder)
        if ended.returncode:
            raise RuntimeError(ended.stderr)
        found = json.loads(ended.stdout)
        return {
            action: Offer(frozenset(each["params"]), frozenset(each["fields"]), each["facts"])
            for action, each in found.items()
        }

    def adapter(self, folder: Path) -> Command:
        """``tests/typescript/conformance.ts``, built with the client in the folder, where it expects it to be."""
        program = part_of_checkout(_ROOT / _ADAPTER)
        work = folder / ".conformance"
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(folder / "src", work / "generated/typescript/src")
        shutil.copytree(program, work / _ADAPTER)
        shutil.copytree(
            folder, work / "templates/typescript", ignore=shutil.ignore_patterns("src", "dist", ".*", "node_*")
        )
        if said := _said("tsc", "-p", str(_ADAPTER), folder=work):
            raise RuntimeError(said)
        built = work / ".cache/typescript" / _ADAPTER / "conformance.js"
        return Command((str(_TOOLS / "bin/node"), str(built)), work)


def _modules() -> Path:
    """The folder of the tools: that of the checkout; else the project's, or the one that the tsc on the path is in."""
    if IS_CHECKOUT:
        return _TOOLS / "node_modules"
    here = Path.cwd()
    places = [folder / "node_modules" for folder in (here, *here.parents)]
    if tsc := shutil.which("tsc"):
        places += [folder for folder in Path(tsc).resolve().parents if folder.name == "node_modules"]
    return next((place for place in places if all((place / name).is_dir() for name in _PACKAGES)), places[0])


@cache
def _runs(node: Path) -> bool:
    """Whether it can be started: the file is there also where the Node.js that it stands for is gone."""
    # Started without a shell, and by the path of the tools that the project sets up itself.
    return subprocess.run([node, "--version"], capture_output=True, check=False).returncode == 0  # noqa: S603


def build(folder: Path) -> Path:
    """The folder with the JavaScript of a package. Raises RuntimeError with what the compiler says."""
    if said := _said("tsc", folder=folder):
        raise RuntimeError(said)
    return folder / "dist"


def run(*command: str, folder: Path, link: bool = True, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs one of the tools in a folder. ``link``: modules of the tools can be imported from there."""
    modules = folder / "node_modules"
    if link and not modules.exists():
        modules.symlink_to(_modules(), target_is_directory=True)
    path = os.pathsep.join([str(_TOOLS / "bin"), str(_modules() / ".bin"), os.environ.get("PATH", "")])
    environment = {**os.environ, **variables, "PATH": path}
    return subprocess.run(  # noqa: S603 - our own tools
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def _said(*command: str, folder: Path) -> str:
    """What a tool prints, if it does not end well or prints something."""
    ended = run(*command, folder=folder)
    said = (ended.stdout + ended.stderr).strip()
    return said or (f"exit code {ended.returncode}" if ended.returncode else "")
