"""TypeScript clients that tests make: a small spec in, a package on the disk out; and the tools that judge it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from python_client import DIALECT

from generator import pipeline
from generator.pipeline import Inputs, Progress
from generator.specs.sources import Sources
from generator.targets.typescript import TypeScriptTarget
from generator.targets.typescript.checks import TypeScriptChecks, run

ROOT = Path(__file__).resolve().parent.parent
GENERATED = ROOT / "generated/typescript"
_MISSING = TypeScriptChecks().missing()
needs_tools = pytest.mark.skipif(bool(_MISSING), reason=_MISSING)


def package(folder: Path, document: Mapping[str, Any], **dialect: Any) -> Path:
    """The package of a spec, in a folder. ``dialect`` says what is different from Acme's. Raises SpecError."""
    said = {name: value for name, value in {**DIALECT, **dialect}.items() if value is not None}
    source = folder / "spec"
    source.mkdir(parents=True, exist_ok=True)
    (source / "openapi.json").write_text(json.dumps(document))
    (source / "dialect.json").write_text(json.dumps(said))
    return written(folder / "out", source / "openapi.json", source / "dialect.json")


def written(out: Path, spec: Path, dialect: Path) -> Path:
    """The package of a spec on the disk. Raises SpecError."""
    reading = pipeline.read(Inputs(spec, dialect), Sources(spec.parent), Progress())
    for draft in pipeline.render(reading, [TypeScriptTarget()], Progress()):
        path = out / draft.path.removeprefix("typescript/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(draft.content)
    return out


def copy_of_generated(folder: Path) -> Path:
    """The client for WHMCS in a folder of its own, without what tools left beside it."""
    shutil.copytree(GENERATED, folder, ignore=shutil.ignore_patterns("node_modules", "dist", ".*", "package-lock.json"))
    return folder


def transpiled(folder: Path) -> Path:
    """The folder with a package's JavaScript, its types taken away unseen: much faster than compiling it."""
    sources = sorted(path.relative_to(folder).as_posix() for path in (folder / "src").rglob("*.ts"))
    ended = run("esbuild", *sources, "--outbase=src", "--outdir=dist", "--format=esm", "--log-level=error", folder=folder)
    assert ended.returncode == 0, ended.stderr
    return folder / "dist"


def evaluated(script: str, folder: Path) -> Any:
    """What a module prints, as JSON; it is run in a folder, from where it may import."""
    file = folder / "script.mjs"
    file.write_text(script, "utf-8", newline="")
    ended = run("node", str(file), folder=folder)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


@contextmanager
def mock(*options: str) -> Iterator[str]:
    """The address of the fake server that ``whmcs-codegen mock`` runs."""
    signed = ("--credential=identifier=an-identifier", "--credential=secret=a-secret")
    command = [sys.executable, "-m", "generator", "mock", "--port=0", *signed, *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip().removeprefix("WHMCS_URL=")
        finally:
            process.kill()
