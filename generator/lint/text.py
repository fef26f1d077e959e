"""Findings as people and programs read them: the report of a compiler, and JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..origin import Origin
from ..report import Piece, counted, entry, printed
from ..specs.sources import Sources
from .catalogue import Severity
from .finding import Finding
from .justified import Sorted

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.ADVICE: "bold green"}


def as_text(found: Sorted, sources: Sources, console: Console | None = None) -> str:
    """What the user reads, without a line end at the end."""
    pieces: list[Piece] = []
    for finding in found.findings:
        kind = f"{finding.severity.word}[{finding.code}]"
        pieces += entry(kind, _STYLES[finding.severity], finding, sources, finding.subject)
    return printed([*pieces, (summary(found), "bold")], console)


def summary(found: Sorted) -> str:
    """``1 error, 2 warnings, 3 pieces of advice; 4 justified``."""
    counts = [(_count(found.findings, severity), severity.word) for severity in reversed(Severity)]
    advice = counts.pop()[0]
    said = [counted(counts), f"{advice} {'piece' if advice == 1 else 'pieces'} of advice" if advice else ""]
    justified = f"; {len(found.justified)} justified" if found.justified else ""
    return (", ".join(filter(None, said)) or "nothing found") + justified


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)


def as_json(found: Sorted) -> str:
    """``{counts, findings, justified}``; a file is named as in an Origin, from the folder of the spec."""
    document = {
        "counts": {severity.word: _count(found.findings, severity) for severity in reversed(Severity)},
        "findings": [_plain(finding) for finding in found.findings],
        "justified": [{**_plain(finding), "reason": reason} for finding, reason in found.justified],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _plain(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.word,
        "subject": finding.subject,
        "message": finding.message,
        **_place(finding.origin),
        "hint": finding.hint,
        "also": [{"message": message, **_place(origin)} for message, origin in finding.also],
    }


def _place(origin: Origin) -> dict[str, Any]:
    return {"file": origin.file, "line": origin.line, "column": origin.column, "pointer": origin.pointer}
