"""``python -m conformance.python tests/wire``: a line of JSON a vector, ``{"file", "vector", "ok", "why"}``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from . import CHECKS, Vector


def verdicts(folder: Path) -> Iterator[dict[str, Any]]:
    """What is said of each vector of each file; of a file without a check that there is none."""
    for path in sorted(folder.glob("*.json")):
        for vector in json.loads(path.read_text("utf-8"))["vectors"]:
            why = _failure(path.name, vector)
            yield {"file": path.name, "vector": vector["name"], "ok": why is None, **({"why": why} if why else {})}


def _failure(file: str, vector: Vector) -> str | None:
    if file not in CHECKS:
        return "the adapter knows no such file"
    try:
        CHECKS[file](vector)
    except Exception as error:
        return f"{type(error).__name__}: {error}" if not isinstance(error, AssertionError) else str(error)
    return None


if __name__ == "__main__":
    for verdict in verdicts(Path(sys.argv[1])):
        sys.stdout.write(json.dumps(verdict) + "\n")
