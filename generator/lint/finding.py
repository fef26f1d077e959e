"""One thing that a rule finds."""

from __future__ import annotations

from dataclasses import dataclass

from ..origin import Origin, Problem
from .catalogue import RULES, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding, with its place.

    subject:  what it is about, in words that stay the same when lines move: ``Invoice.status``, ``effects.read.Find*``
    also:     further places that belong to it
    """

    code: str
    severity: Severity
    subject: str
    message: str
    origin: Origin
    hint: str
    also: tuple[tuple[str, Origin], ...] = ()


def found(code: str, subject: str, message: str, origin: Origin, hint: str, *also: tuple[str, Origin]) -> Finding:
    """A finding of a rule in the catalogue, as severe as it says."""
    return Finding(code, RULES[code].severity, subject, message, origin, hint, also)


def of_problem(problem: Problem) -> Finding:
    """What a stage of the generator reports, as a finding; what stops a run is an error, as there."""
    severity = Severity.WARNING if problem.warning else Severity.ERROR
    subject = f"{problem.origin.file}#{problem.origin.pointer}"
    return Finding(problem.code, severity, subject, problem.message, problem.origin, problem.hint, problem.also)
