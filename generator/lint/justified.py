"""``lint.yml``: findings that are meant to be as they are, each with its reason, where everybody reads it.

lint: 1
justified:
  - code: parameter-type-differs
    at: [GetActivityLog.date, "Update*.date"]     # subjects, as `lint` shows them; * stands for anything
    reason: The server takes a day here, and a moment there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path

from ..origin import Origin, Problem, SpecError, closest, coded, quote
from ..specs.load import load
from ..specs.node import List, Map
from ..specs.sources import Sources
from ..specs.validate import validate_justifications
from .catalogue import RULES, Severity
from .finding import Finding, found, of_problem

_CODE = "justification-structure"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of a justification: the findings of ``code`` whose subjects match ``at``."""

    code: str
    at: str
    reason: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Sorted:
    """Findings, those that are justified with their reasons."""

    findings: tuple[Finding, ...]
    justified: tuple[tuple[Finding, str], ...]


def load_patterns(path: Path, sources: Sources) -> tuple[list[Pattern], list[Finding]]:
    """The justifications in a file, and what is wrong with it."""
    try:
        document = load(path, sources)
    except SpecError as error:
        return [], [of_problem(problem) for problem in coded(_CODE, error.problems)]
    problems = coded(_CODE, validate_justifications(document))
    if problems:
        return [], [of_problem(problem) for problem in problems]
    rules = [rule for rule in document.get("justified", ()) if isinstance(rule, Map)]
    wrong = [of_problem(problem) for rule in rules for problem in _unknown(rule)]
    return [pattern for rule in rules if rule["code"] in RULES for pattern in _patterns(rule)], wrong


def _unknown(rule: Map) -> list[Problem]:
    if rule["code"] in RULES:
        return []
    near = closest(rule["code"], RULES)
    hint = f"did you mean {near}?" if near else "`whmcs-codegen lint --list-rules` shows all codes"
    return [Problem(f"there is no rule {quote(rule['code'])}", rule.value_at("code"), hint, code=_CODE)]


def _patterns(rule: Map) -> list[Pattern]:
    at = rule["at"]
    single = [(at, rule.value_at("at"))]
    places = [(said, at.at(index)) for index, said in enumerate(at)] if isinstance(at, List) else single
    return [Pattern(rule["code"], said, rule["reason"], place) for said, place in places]


def sort_out(findings: Sequence[Finding], patterns: Sequence[Pattern], *, unused: bool) -> Sorted:
    """Takes out what is justified; an error never is. ``unused``: a pattern that matches nothing is a finding, too."""
    by_code: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
    for index, pattern in enumerate(patterns):
        by_code.setdefault(pattern.code, []).append((index, re.compile(translate(pattern.at))))
    left: list[Finding] = []
    justified: list[tuple[Finding, str]] = []
    needed: set[int] = set()
    for finding in findings:
        matching = [index for index, pattern in by_code.get(finding.code, ()) if pattern.match(finding.subject)]
        if matching and finding.severity is not Severity.ERROR:
            needed.update(matching)
            justified.append((finding, patterns[matching[0]].reason))
        else:
            left.append(finding)
    for index, pattern in enumerate(patterns):
        if unused and index not in needed:
            message = f"no finding of {pattern.code} matches {quote(pattern.at)}"
            subject = f"{pattern.code} {pattern.at}"
            left.append(found("justification-unused", subject, message, pattern.origin, "take it out"))
    return Sorted(tuple(left), tuple(justified))
