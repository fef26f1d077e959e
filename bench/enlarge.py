"""A spec -> the same spec N times over: every operation and schema is there N times, under names of its own.

    python -m bench.enlarge SPEC N OUTPUT
    python -m bench.enlarge SPEC touch OUTPUT      one more word in one operation's summary

A copy is one more action of the same group, as in a larger API; only the schema of the credentials stays one.
"""

from __future__ import annotations

import copy
import sys
from pathlib import Path
from typing import Any

import yaml

_SCHEMAS = "#/components/schemas/"
_SHARED = frozenset({"AuthCredentials"})


def enlarge(document: dict[str, Any], times: int) -> dict[str, Any]:
    """The enlarged document; the first copy keeps its names."""
    paths, schemas = document["paths"], document["components"]["schemas"]
    larger = copy.deepcopy(document)
    for number in range(2, times + 1):
        suffix = f"V{number}"
        for path, item in paths.items():
            larger["paths"][f"{path}{suffix}"] = _copied(item, suffix)
        for name, schema in schemas.items():
            if name not in _SHARED:
                larger["components"]["schemas"][f"{name}{suffix}"] = _copied(schema, suffix)
    return larger


def operations(document: dict[str, Any]) -> int:
    """How many operations there are."""
    return sum(len(item) for item in document["paths"].values())


def touch(document: dict[str, Any]) -> dict[str, Any]:
    """The document with one more word in the summary of its first operation."""
    touched = copy.deepcopy(document)
    operation = next(iter(next(iter(touched["paths"].values())).values()))
    operation["summary"] += " anew"
    return touched


def _copied(node: Any, suffix: str) -> Any:
    if isinstance(node, list):
        return [_copied(item, suffix) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: _copied(value, suffix) for key, value in node.items()}
    if isinstance(reference := made.get("$ref"), str) and reference.startswith(_SCHEMAS):
        made["$ref"] = reference if reference.removeprefix(_SCHEMAS) in _SHARED else f"{reference}{suffix}"
    if isinstance(identifier := made.get("operationId"), str):
        made["operationId"] = f"{identifier}{suffix}"
    return made


def main(spec: str, times: str, output: str) -> None:
    """Writes the spec, enlarged or touched."""
    document = yaml.load(Path(spec).read_text("utf-8"), yaml.CSafeLoader)
    made = touch(document) if times == "touch" else enlarge(document, int(times))
    with Path(output).open("w", encoding="utf-8") as file:
        yaml.dump(made, file, yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    print(operations(made))


if __name__ == "__main__":
    main(*sys.argv[1:])
