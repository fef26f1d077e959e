"""Promises about the project as a whole: where knowledge lives, which way imports point, what is locked.

Every list of exceptions has a reason for each, and an exception that nothing needs any more fails.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
GENERATOR = sorted((ROOT / "generator").rglob("*.py"))
# Made by tools, and not part of the project; so are hidden folders, but for these.
PASSING = re.compile(r"\.(?!ci$|github$).*|node_modules|build|dist|__pycache__|.*\.egg-info|.*\.dumps")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def texts_of_the_project() -> dict[str, str]:
    """Every text file of the project, by path."""
    found = {}
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if not PASSING.fullmatch(name)]
        for path in (Path(folder, name) for name in names if not name.endswith(".pyc")):
            content = path.read_bytes()
            if b"\0" not in content:
                found[name_of(path)] = content.decode("utf-8", "replace")
    return found


# Specs


def test_the_published_specs_are_as_they_were_published():
    sources = (ROOT / "specs/SOURCES.md").read_text()
    listed = dict(re.findall(r"^\| `(\S+)` \| `([0-9a-f]{64})` \|$", sources, re.MULTILINE))
    published = [ROOT / "specs/whmcs-openapi.yml", *sorted((ROOT / "specs/schemas").iterdir())]
    assert listed == {
        path.relative_to(ROOT / "specs").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in published
    }


def test_the_changelog_of_the_packages_tells_of_their_version():
    version = yaml.safe_load((ROOT / "specs/dialect.yml").read_text())["version"]
    headings = re.findall(r"^## \[?([^\]\s]+)", (ROOT / "specs/CHANGELOG.md").read_text(), re.MULTILINE)
    assert version in headings, "run `whmcs-codegen changelog` for the last release"


# Dialect

# Words of the dialect that are words of English, Python or OpenAPI first.
ORDINARY = {
    "200": "a status of HTTP",
    "400": "a status of HTTP",
    "403": "a status of HTTP",
    "Authentication": "a class of errors, which the dialect chooses from",
    "General": "the name for a group without a name",
    "Get": "a capital letter in an example",
    "InvalidParameter": "a class of errors, which the dialect chooses from",
    "IpNotAllowed": "a class of errors, which the dialect chooses from",
    "List": "a type of Python",
    "NotFound": "a class of errors, which the dialect chooses from",
    "OAuth": "a word with capitals inside, in an example",
    "Permission": "a class of errors, which the dialect chooses from",
    "True": "a word of Python",
    "Unavailable": "a class of errors, which the dialect chooses from",
    "WHMCS": "what all this is for",
    "action": "an operation, in our own words",
    "error": "English",
    "false": "a word of JSON",
    "identifier": "a name, in a language",
    "json": "a format",
    "message": "English",
    "off": "English",
    "openapi": "a format",
    "password": "English, and a format of JSON Schema",
    "result": "English",
    "secret": "English",
    "status": "English",
    "success": "English",
    "true": "a word of JSON",
    "warning": "English",
    "whmcs": "part of our own name",
    "yes": "English",
}
TYPESCRIPT = "templates/typescript/package/src/runtime"
# (word, file): why it stands there.
FACTS_ELSEWHERE = {
    ("username", f"{TYPESCRIPT}/address.ts"): "a part of an address",
    ("YYYY-MM-DD", f"{TYPESCRIPT}/dates.ts"): "how a date is a text in TypeScript, whatever the server sends",
}


def facts(node: Any) -> Iterator[str]:
    """Every text in the dialect that stands for itself on the wire: values, and the names of parameters."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "version":  # of the generated packages: no server knows it
                continue
            yield from facts(value)
            if key in ("fields", "extra", "fixed"):
                yield from value
    elif isinstance(node, list):
        for value in node:
            yield from facts(value)
    else:
        yield str(node)


@cache
def dialect_words() -> frozenset[str]:
    """The facts of the dialect, but for those that are too short to be told from anything else."""
    return frozenset(word for word in facts(yaml.safe_load((ROOT / "specs/dialect.yml").read_text())) if len(word) > 2)


def places_of(words: set[str]) -> set[tuple[str, str]]:
    """(word, file) for each of the words that occurs as a whole in generator/ or templates/."""
    patterns = {word: re.compile(rf"(?<!\w){re.escape(word)}(?!\w)") for word in words}
    return {
        (word, path)
        for path, text in texts_of_the_project().items()
        if path.startswith(("generator/", "templates/"))
        for word, pattern in patterns.items()
        if pattern.search(text)
    }


def test_what_the_dialect_says_stands_nowhere_else():
    found = places_of(set(dialect_words() - ORDINARY.keys()))
    assert found - FACTS_ELSEWHERE.keys() == set(), "take it from the dialect, or say above why it stands here"
    assert FACTS_ELSEWHERE.keys() - found == set(), "no longer needed"


def test_the_dialect_has_distinctive_words_to_look_for():
    assert {"limitstart", "limitnum", "totalresults", "responsetype", "0000-00-00"} <= dialect_words() - ORDINARY.keys()


def test_each_ordinary_word_is_used():
    used = {word for word, _ in places_of(set(ORDINARY))}
    assert {word for word in ORDINARY if word not in dialect_words() or word not in used} == set()


# Code

LONG_FILES: dict[str, str] = {}


def test_no_file_of_the_generator_is_long():
    long = {name_of(path) for path in GENERATOR if path.read_text().count("\n") > 400}
    assert long == LONG_FILES.keys()


# Who may import what of ours; a folder stands for all in it. Anyone else may import anything but what is above it.
MAY_IMPORT = {
    "origin": set(),
    "wire": {"origin"},
    "ir": {"origin", "wire"},
    "errors": set(),
    "formatter": set(),
    "render": {"errors", "shipped"},
    "output": {"output", "formatter"},
    "targets": {"targets", "formatter", "ir", "wire", "naming", "origin", "render", "errors", "shipped"},
}
# No stage knows those that come after it.
ABOVE = {
    "cli": {"__main__"},
    "commands": {"cli"},
    "options": {"cli", "commands"},
    "vendoring": {"commands"},
    "diff": {"commands"},
    "lint": {"cli"},
    "pipeline": {"cli", "commands", "contract", "diff", "options", "terminal"},
    "targets": {"cli", "commands", "contract", "diff", "new_target", "options", "pipeline", "skeleton", "vendoring"},
    "output": {"cli", "commands", "contract", "diff", "options", "pipeline", "vendoring"},
    "normalise": {"cli", "diff", "lint", "pipeline"},
}


def imports_of(path: Path) -> Iterator[str]:
    """Full names of the modules that a file imports, at any depth of its code."""
    package = ["generator", *path.relative_to(ROOT / "generator").parent.parts]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


@cache
def own_imports() -> dict[str, frozenset[str]]:
    """Module or folder of the generator -> those that it imports."""
    found: dict[str, set[str]] = {}
    for path in GENERATOR:
        module = path.relative_to(ROOT / "generator").with_suffix("").parts[0]
        ours = (name.split(".")[1:2] for name in imports_of(path) if name.startswith("generator."))
        found.setdefault(module, set()).update(imported for names in ours for imported in names)
    return {module: frozenset(imported) for module, imported in found.items()}


def test_imports_point_one_way():
    wrong = {
        f"{module} imports {imported}"
        for module, all_imported in own_imports().items()
        for imported in all_imported
        if (module in MAY_IMPORT and imported not in MAY_IMPORT[module])
        or (imported in ABOVE and module != imported and module not in ABOVE[imported])
    }
    assert wrong == set()


def test_a_target_never_sees_the_loader():
    assert own_imports()["targets"] & {"specs", "normalise", "dialect"} == set()


def test_the_loader_knows_nothing_of_what_documents_mean():
    assert own_imports()["specs"] & {"normalise", "dialect", "ir", "targets"} == set()


def test_imports_go_round_in_no_circle():
    graph = {module: imported - {module} for module, imported in own_imports().items()}
    assert "origin" in list(TopologicalSorter(graph).static_order())


def test_the_generator_imports_no_test_and_no_bench():
    modules = {name.partition(".")[0] for path in GENERATOR for name in imports_of(path)}
    local = {path.stem for folder in ("tests", "bench") for path in (ROOT / folder).glob("*.py")}
    assert modules & ({"tests", "bench"} | local - {"__init__", "__main__"}) == set()


# Machines and registries


def test_no_file_names_a_path_of_a_machine():
    pattern = re.compile(r"(?<![\w.~*-])/(?:tmp|work|root|home|Users)/|\.\./shared\b")
    found = {
        f"{path}:{number}: {line.strip()}"
        for path, text in texts_of_the_project().items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    }
    assert found == set()


def test_no_file_names_a_registry():
    pattern = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|--(?:extra-)?index-ur[l]|--find-link[s]")
    assert {path for path, text in texts_of_the_project().items() if pattern.search(text)} == set()


# Locks

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
GROUPS = {name: list(map(Requirement, group)) for name, group in PROJECT["dependency-groups"].items()}
LOCKS = {
    "generate": [*map(Requirement, PROJECT["project"]["dependencies"]), *GROUPS["build"]],
    "test": [*map(Requirement, PROJECT["project"]["dependencies"]), *GROUPS["build"], *GROUPS["test"]],
    "bench": GROUPS["bench"],
    "lock": GROUPS["lock"],
}


def pins(lock: str) -> dict[str, str]:
    """Package -> version, of a lock."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    return dict(re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_everything_with_hashes_and_names_no_place(lock: str):
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(pins(lock)) > 0
    assert [entry.splitlines()[0] for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}", entry)] == []
    assert "://" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(lock: str):
    locked = pins(lock)
    found = {str(wanted): wanted.specifier.contains(locked[canonicalize_name(wanted.name)]) for wanted in LOCKS[lock]}
    assert [wanted for wanted, is_met in found.items() if not is_met] == [], "run `make lock`"


def test_tests_run_with_the_versions_that_generate():
    assert pins("generate").items() <= pins("test").items()


def test_the_lock_of_the_node_tools_pins_everything_with_hashes_and_names_no_place():
    folder = ROOT / "requirements/node"
    asked, lock = (json.loads((folder / name).read_text()) for name in ("package.json", "package-lock.json"))
    own, packages = lock["packages"].pop(""), lock["packages"]
    assert own["devDependencies"] == asked["devDependencies"], "run `make lock`"
    assert [name for name, each in packages.items() if not each["integrity"].startswith("sha512-")] == []
    assert [name for name, each in packages.items() if "resolved" in each] == []
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked["devDependencies"]} == asked["devDependencies"]


def test_every_lock_is_one_that_is_made():
    assert {path.stem for path in (ROOT / "requirements").glob("*.txt")} == LOCKS.keys()


# Commands

COMMAND = "make --keep-going lint check test"


def test_ci_and_the_workflow_run_the_same_and_what_the_readme_says():
    script = (ROOT / ".ci/run").read_text()
    assert script.splitlines()[-1] == COMMAND
    assert os.access(ROOT / ".ci/run", os.X_OK)
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text())
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert [step["run"] for step in steps if "run" in step] == ["bash .ci/run"]
    readme = (ROOT / "README.md").read_text()
    assert "make generate" in readme
    assert "make test" in readme


def test_the_license_is_the_one_that_is_declared():
    lines = (ROOT / "LICENSE").read_text().splitlines()
    assert lines[:3] == ["MIT License", "", "Copyright (c) 2026 the whmcs-codegen contributors"]
    assert PROJECT["project"]["license"] == "MIT"


def test_every_package_of_the_generator_is_installed():
    packages = {name_of(path.parent).replace("/", ".") for path in GENERATOR}
    listed = PROJECT["tool"]["setuptools"]
    assert packages == set(listed["packages"]) - listed["package-dir"].keys()
    assert listed["package-dir"].keys() <= set(listed["packages"])
