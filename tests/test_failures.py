"""What the user reads when a spec is wrong: ``failures/<name>/`` holds a spec and, in stderr.txt, the exact report.

Where a dialect stands beside the spec, everything is read up to the names that the Python client gets.

Update them with ``UPDATE_GOLDEN=1`` in the environment (``make golden``), and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from diffing import side
from loading import failure

from generator.pipeline import Inputs, Progress, read
from generator.report import render
from generator.specs.sources import Sources
from generator.specs.specs import load_specs

FAILURES = sorted((Path(__file__).parent / "failures").iterdir())


@pytest.mark.parametrize("folder", FAILURES, ids=lambda folder: folder.name)
def test_the_report_says_what_is_wrong_where_and_what_to_do(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    sources = Sources(folder)
    report = render(failure(lambda: _read(folder, sources)), sources) + "\n"
    golden = folder / "stderr.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(report, encoding="utf-8", newline="")
    assert report == golden.read_bytes().decode("utf-8")


def _read(folder: Path, sources: Sources) -> object:
    spec, dialect = folder / "openapi.yml", folder / "dialect.yml"
    if not dialect.is_file():
        return load_specs(spec, sources)
    return side(read(Inputs(spec, dialect), sources, Progress()).api).names
