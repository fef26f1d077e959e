"""The vectors of tests/wire hold for the Python client, each as a test of its own."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conformance.python import CHECKS
from wire_support import FOLDER, vectors

ROWS = [pytest.param(file, *row.values, id=f"{file}: {row.id}") for file in CHECKS for row in vectors(file)]


@pytest.mark.parametrize(("file", "vector"), ROWS)
def test_vector(file: str, vector: dict[str, Any]) -> None:
    CHECKS[file](vector)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.name)
def test_a_file_is_documented_and_its_vectors_have_names_and_evidence(path: Path) -> None:
    readme = (FOLDER / "README.md").read_text()
    rows = json.loads(path.read_text())["vectors"]
    names = [row["name"] for row in rows]
    assert path.name in CHECKS
    assert f"| `{path.name}` |" in readme
    assert len(set(names)) == len(names)
    assert {row["evidence"] for row in rows} <= set(re.findall(r"^\| `([a-z]+)` \| ", readme, re.MULTILINE))
