"""How models and operations are used: what answers what, and which calls show what a client can do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ..ir import Api, Effect, Group, Model, ModelRef, Operation, Page
from .prose import one_line

_ENOUGH = 3
_WORD = re.compile(r"\w+")
# "Close an account: its invoices go. The records stay." ends after "go."; "e.g. this" goes on.
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z`])")


@dataclass(frozen=True, slots=True)
class Uses:
    """Which models are pages, and which actions answer a model."""

    pages: frozenset[str]
    answers: Mapping[str, list[str]]


def uses_of(api: Api) -> Uses:
    """How the models of an Api are used."""
    pages = set()
    answers: dict[str, list[str]] = defaultdict(list)
    for group in api.groups:
        for operation in group.operations:
            if isinstance(operation.result.type, ModelRef):
                answers[operation.result.type.name].append(operation.action)
            if isinstance(operation.result, Page):
                pages.add(operation.result.type.name)
    return Uses(frozenset(pages), answers)


def plain_doc(model: Model, uses: Uses, quote: str) -> str:
    """What can be said of a model that the spec does not describe. ``quote`` is how a language marks code."""
    actions = [one_line(action) for action in uses.answers.get(model.name, ())]
    if not actions:
        return f"{quote}{one_line(model.name)}{quote} of the API."
    if len(actions) > _ENOUGH:
        return f"What {actions[0]} and {len(actions) - 1} other actions answer."
    return f"What {' and '.join(actions)} {'answer' if len(actions) > 1 else 'answers'}."


def purpose(operation: Operation) -> str:
    """What an action does, for a table: its summary, or more where that only repeats the name.

    More is the first sentence of its description. What is deprecated says so.
    """
    name = operation.action.casefold()
    summary, doc = one_line(operation.summary), one_line(operation.doc)
    if all(word.removesuffix("s") in name for word in _WORD.findall(summary.casefold())) and doc:
        summary = _SENTENCE_END.split(doc, maxsplit=1)[0].removesuffix(".")
    return f"{summary} (deprecated)".strip() if operation.deprecated else summary


@dataclass(frozen=True, slots=True)
class Showcase:
    """Operations to show in a README, each with its group.

    easiest:  one that reads, if any does, and requires the least
    paged:    the first that reads and pages; None where nothing does
    """

    easiest: tuple[Group, Operation]
    paged: tuple[Group, Operation] | None


def showcase(api: Api) -> Showcase | None:
    """What to show of an Api; None where it has no operation."""
    every = [(group, operation) for group in api.groups for operation in group.operations]
    if not every:
        return None
    reads = [pair for pair in every if pair[1].effect is Effect.READ] or every
    paged = [pair for pair in reads if isinstance(pair[1].result, Page) and api.wire.paging]
    easiest = min(reads, key=lambda pair: sum(param.required for param in pair[1].params))
    return Showcase(easiest, paged[0] if paged else None)
