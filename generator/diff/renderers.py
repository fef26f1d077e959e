"""A comparison as people and programs read it: text, Markdown, JSON.

Texts of specs are data: what does not print is escaped, and so is what Markdown would obey.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..origin import Origin
from ..report import printable
from ..targets.prose import keeping_code
from .catalogue import CATALOGUE, Impact
from .change import Change
from .reading import Loaded
from .version import Proposal

# Methods that a line names.
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Report:
    """What there is to tell. ``home`` is the folder of the project's spec."""

    old: Loaded
    new: Loaded
    changes: tuple[Change, ...]
    version: Proposal
    home: Path

    def of(self, impact: Impact) -> tuple[Change, ...]:
        """The changes with an impact."""
        return tuple(change for change in self.changes if change.impact is impact)

    def places(self, change: Change) -> tuple[str | None, str | None]:
        """Where it stood, and where it stands."""
        return (
            None if change.old is None else self.old.place(change.old),
            None if change.new is None else self.new.place(change.new),
        )


def fails(report: Report, fail_on: Collection[str]) -> bool:
    """Whether there is something of what a run has to fail on: an impact, or one that is worse; or the version."""
    impacts = [*Impact]
    worst = min((impacts.index(change.impact) for change in report.changes), default=len(impacts))
    return any(
        not report.version.is_met if each == "version" else worst <= impacts.index(Impact(each)) for each in fail_on
    )


def as_text(report: Report) -> str:
    """What a terminal shows."""
    lines = []
    for impact in Impact:
        if changes := report.of(impact):
            lines += [f"{impact.capitalize()}", ""]
            for change in changes:
                lines += [f"  {printable(change.message)}", f"    {change.code}  {_where(report, change, ' -> ')}"]
            lines.append("")
    return "\n".join([*lines, f"{report.old.label} -> {report.new.label}: {_counts(report)}", _advice(report), ""])


def as_markdown(report: Report) -> str:
    """What a pull request shows."""
    lines = [f"## {markdown(report.old.label)} → {markdown(report.new.label)}: {_counts(report)}", ""]
    for impact in Impact:
        if changes := report.of(impact):
            lines += [f"### {impact.capitalize()}", "", *(_item(report, change) for change in changes), ""]
    return "\n".join([*lines, markdown(_advice(report)), ""])


def as_json(report: Report) -> str:
    """What programs read."""
    version = report.version
    document = {
        "old": report.old.label,
        "new": report.new.label,
        "impact": next((str(impact) for impact in Impact if report.of(impact)), None),
        "counts": {str(impact): len(report.of(impact)) for impact in Impact},
        "version": {
            "old": version.old, "new": version.new, "step": version.step, "least": version.least, "met": version.is_met,
        },
        "changes": [_plain(report, change) for change in report.changes],
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def catalogue() -> str:
    """Every kind of change, a line each."""
    lines = []
    for impact in Impact:
        kinds = [(code, kind) for code, kind in CATALOGUE.items() if kind.impact is impact]
        lines += [str(impact), *(f"  {code:<28}{kind.why}" for code, kind in kinds)]
    return "\n".join([*lines, ""])


def _plain(report: Report, change: Change) -> dict[str, Any]:
    old, new = report.places(change)
    return {
        "code": change.code,
        "impact": str(change.impact),
        "subject": change.subject,
        "message": change.message,
        "why": change.kind.why,
        "methods": list(change.methods),
        "old": _place(old, change.old),
        "new": _place(new, change.new),
    }


def _place(shown: str | None, origin: Origin | None) -> dict[str, Any] | None:
    if origin is None or shown is None:
        return None
    return {"place": shown, "pointer": origin.pointer, "line": origin.line, "column": origin.column}


def _item(report: Report, change: Change) -> str:
    methods = [f"`{method}`" for method in change.methods[:_ENOUGH] if f"`{method}`" not in change.message]
    more = len(change.methods) - _ENOUGH
    concerned = ", ".join(methods) + (f" and {more} more" if more > 0 else "") if methods else ""
    facts = [f"`{change.code}`", f"concerns {concerned}" if concerned else "", _where(report, change, " → ", _code)]
    return f"- {markdown(change.message)} ({'; '.join(filter(None, facts))})"


def _where(report: Report, change: Change, arrow: str, shown: Callable[[str], str] = str) -> str:
    old, new = report.places(change)
    return arrow.join(shown(place) for place in (old, new if new != old else None) if place)


def _code(place: str) -> str:
    return markdown(f"`{place}`")


def _counts(report: Report) -> str:
    counts = [f"{len(changes)} {impact}" for impact in Impact if (changes := report.of(impact))]
    return ", ".join(counts) or "nothing changes for callers"


def _advice(report: Report) -> str:
    version = report.version
    if version.step is None:
        return f"version {version.new}" if version.is_met else f"version {version.new} is too low: it was {version.old}"
    if version.is_met:
        return f"version {version.new}, from {version.old}: at least {version.least} is needed ({version.step})"
    return f"version {version.new} is too low: from {version.old}, at least {version.least} is needed ({version.step})"


# `name` in a message; what stands in it is shown as it is, for Markdown obeys nothing there.
_NAME = re.compile(r"(?<!`)`([^`]+)`(?!`)")
_SPECIAL = r"\`*_{}[]<>|#&~!"


def markdown(text: str) -> str:
    """A message as Markdown: names in backquotes stay code, everything else is text."""
    return keeping_code(printable(text), _NAME, _SPECIAL)
