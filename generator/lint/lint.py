"""Runs every rule, and sorts out what is justified."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from ..ir import Api
from ..origin import Problem, closest, coded
from ..specs.sources import Sources
from ..specs.specs import Specs
from . import (
    descriptions,
    dialect_entries,
    duplicates,
    effects,
    examples,
    limits,
    names,
    overlays,
    removals,
    secrets,
    siblings,
    unused,
)
from .catalogue import RULES, Severity
from .finding import Finding, of_problem
from .justified import Sorted, load_patterns, sort_out
from .material import Documents, Material, Meaning, gather

# Rules that look at documents, and those that look at what these mean.
OF_DOCUMENTS: tuple[Callable[[Documents], Iterator[Finding]], ...] = (
    overlays.reasons, overlays.idle, overlays.overwritten, overlays.untyped, removals.unnamed,
    names.operation_ids, names.tags, names.extensions, unused.components, unused.definitions, unused.blanks,
    examples.examples, limits.limits, limits.patterns, limits.required, secrets.values, secrets.servers,
)  # fmt: skip
OF_MEANING: tuple[Callable[[Meaning], Iterator[Finding]], ...] = (
    descriptions.described, descriptions.repeated, descriptions.deprecated, descriptions.undeclared,
    names.external_docs, examples.defaults, siblings.enums, siblings.types, siblings.spellings, duplicates.models,
    secrets.undeclared, dialect_entries.effects, dialect_entries.sensitive, dialect_entries.words,
    dialect_entries.errors, dialect_entries.settings, effects.undecided, effects.paged_writes,
)  # fmt: skip


Unprintable = Callable[[Specs, Api], Iterable[Problem]]


class UnknownRuleError(Exception):
    """A pattern that names no rule; the message says so."""


class Selection:
    """The rules to report: those that match a pattern of ``select`` (all where there is none), and none of ``ignore``.

    Errors are reported even where others are selected: who looks for one thing wants to know that nothing can be seen.
    Raises UnknownRuleError.
    """

    def __init__(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> None:
        self._ignored = self._matching(ignore)
        self._codes = (self._matching(select) or set(RULES)) - self._ignored

    def __contains__(self, code: str) -> bool:
        return code in self._codes

    def shows(self, finding: Finding) -> bool:
        """Whether a finding is reported."""
        is_error = finding.severity is Severity.ERROR and finding.code not in self._ignored
        return is_error or finding.code in self._codes

    def _matching(self, patterns: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for pattern in patterns:
            codes = {code for code in RULES if fnmatchcase(code, pattern)}
            if not codes:
                near = closest(pattern, RULES)
                hint = f"did you mean {near}?" if near else "--list-rules shows all"
                raise UnknownRuleError(f"there is no rule {pattern}: {hint}")
            found |= codes
        return found


def lint(
    spec: Path,
    dialect: Path,
    sources: Sources,
    justifications: Path | None,
    selection: Selection,
    unprintable: Unprintable = lambda *_: (),
    overlays: Sequence[Path] | None = None,
) -> Sorted:
    """The findings, in the order of the files. Without ``justifications`` nothing is justified.

    unprintable:  what the targets cannot say of specs and the Api in them, where there is one
    overlays:     files, in their order; those beside the spec where none are named
    """
    material = gather(spec, dialect, sources, overlays)
    findings = {_identity(finding): finding for finding in reversed([*_all(material, unprintable)])}
    patterns, wrong = load_patterns(justifications, sources) if justifications else ([], [])
    chosen = [finding for finding in findings.values() if selection.shows(finding)]
    # A rule that did not run cannot show that it needs its justifications.
    is_whole = material.meaning is not None
    sorted_out = sort_out(chosen, [pattern for pattern in patterns if pattern.code in selection], unused=is_whole)
    left = [finding for finding in (*sorted_out.findings, *wrong) if selection.shows(finding)]
    return Sorted(tuple(sorted(left, key=lambda finding: _place(finding, sources))), sorted_out.justified)


def _identity(finding: Finding) -> tuple[object, ...]:
    """What makes two findings one: a component has one, however many operations use it."""
    if finding.code == "required-undeclared":  # a stage and a rule may both see it
        return finding.code, finding.origin.file, finding.origin.line
    return finding.code, finding.origin, finding.message


def _all(material: Material, unprintable: Unprintable) -> Iterator[Finding]:
    yield from map(of_problem, material.problems)
    if material.meaning is not None and all(problem.warning for problem in material.problems):
        problems = unprintable(material.meaning.documents.specs, material.meaning.api)
        yield from map(of_problem, coded("name-collision", problems))
    if material.documents is not None:
        for check in OF_DOCUMENTS:
            yield from check(material.documents)
    if material.meaning is not None:
        for rule in OF_MEANING:
            yield from rule(material.meaning)


def _place(finding: Finding, sources: Sources) -> tuple[int, str, int, int, str]:
    origin = finding.origin
    return sources.rank(origin.file), origin.file, origin.line, origin.column, finding.code
