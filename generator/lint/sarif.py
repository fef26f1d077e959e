"""Findings as SARIF 2.1.0, which code hosts show beside the lines that they are about.

Paths are relative to the current folder, so that it should be that of the checkout. A fingerprint is made of the rule,
the file and the subject: it stays the same when lines move.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..origin import Origin
from ..report import printable
from ..specs.sources import Sources
from .catalogue import RULES, Rule, Severity
from .finding import Finding
from .justified import Sorted

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(found: Sorted, sources: Sources) -> str:
    """The log as JSON; justified findings are in it, suppressed."""
    numbers = {code: index for index, code in enumerate(RULES)}
    entries = [(finding, None) for finding in found.findings] + [*found.justified]
    prints = _fingerprints(finding for finding, _ in entries)
    results = [
        _result(finding, reason, numbers[finding.code], mark, sources)
        for (finding, reason), mark in zip(entries, prints, strict=True)
    ]
    driver = {"name": "whmcs-codegen", "semanticVersion": _version(), "rules": [_rule(rule) for rule in RULES.values()]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=True, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    text = f"{rule.title[0].upper()}{rule.title[1:]}: {rule.reason}."
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": text},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, reason: str | None, number: int, mark: str, sources: Sources) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{printable(finding.message)}. To do: {printable(finding.hint)}."},
        "locations": [_location(finding.origin, sources, finding.subject)],
        "partialFingerprints": {"subject/v1": mark},
    }
    if finding.also:
        result["relatedLocations"] = [
            {**_location(origin, sources), "id": index, "message": {"text": printable(message)}}
            for index, (message, origin) in enumerate(finding.also)
        ]
    if reason is not None:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}]
    return result


def _location(origin: Origin, sources: Sources, subject: str = "") -> dict[str, Any]:
    place: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(origin, sources)},
            "region": {"startLine": origin.line, "startColumn": origin.column},
        }
    }
    if subject:
        place["logicalLocations"] = [{"fullyQualifiedName": subject}]
    return place


def _uri(origin: Origin, sources: Sources) -> str:
    """The path from the current folder; from that of the spec where it lies elsewhere, since no uri is absolute."""
    path, here = sources.path(origin.file), Path.cwd().resolve()
    name = path.relative_to(here).as_posix() if path.is_relative_to(here) else origin.file
    return quote(name)


def _fingerprints(findings: Iterable[Finding]) -> list[str]:
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for finding in findings:
        key = (finding.code, finding.origin.file, finding.subject)
        found.append(sha256("\0".join((*key, str(seen[key]))).encode("utf-8", "replace")).hexdigest())
        seen[key] += 1
    return found


def _version() -> str:
    try:
        return version("whmcs-codegen")
    except PackageNotFoundError:  # it runs from a checkout that is not installed
        return "0.0.0"
