"""What only one language needs is in its own target: no shared stage imports it, asks for it or names it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from test_project import GENERATOR, ROOT, imports_of

from generator.targets.registry import BUILT_IN

HOMES = {place.partition(":")[0] for place in BUILT_IN.values()}
LANGUAGES = {"python", "typescript"}
# Modules and attributes that know what Python reserves.
OF_PYTHON = {"keyword", "builtins", "stdlib_module_names", "builtin_module_names"}
# Who needs such a thing all the same, and why.
MEANT = {
    "generator/new_target.py: keyword": "a target is written in Python, so that its module needs a name there",
    "generator/targets/registry.py: python": "a line for each language",
    "generator/targets/registry.py: typescript": "a line for each language",
    "generator/commands/mock.py: python": "the fake is a part of the Python client",
    "generator/contract/runs.py: python": "a folder of what changes the Python that runs a target",
}


def is_shared(path: Path) -> bool:
    """Whether a module of the generator belongs to no target."""
    parts = path.relative_to(ROOT / "generator").with_suffix("").parts
    return not (parts[0] == "targets" and parts[1] in HOMES)


def words_of(path: Path) -> Iterator[str]:
    """The modules that a file imports, the attributes that it asks for, and its texts."""
    yield from imports_of(path)
    for node in ast.walk(ast.parse(path.read_text())):
        match node:
            case ast.Attribute(attr=word) | ast.Constant(value=str(word)):
                yield word


SHARED = [path for path in GENERATOR if is_shared(path)]


def test_there_is_something_to_look_at() -> None:
    assert len(SHARED) > 80
    assert LANGUAGES <= HOMES <= {path.stem for path in (ROOT / "generator/targets").iterdir()}


def test_no_shared_stage_imports_a_language() -> None:
    homes = tuple(f"generator.targets.{home}" for home in HOMES)
    found = {
        f"{path.relative_to(ROOT).as_posix()} imports {name}"
        for path in SHARED
        for name in imports_of(path)
        if name in homes or name.startswith(tuple(f"{home}." for home in homes))
    }
    assert found == set()


def test_no_shared_stage_knows_a_language() -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()}: {word}"
        for path in SHARED
        for word in words_of(path)
        if word in OF_PYTHON | LANGUAGES
    }
    assert found == MEANT.keys()
