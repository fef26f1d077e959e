"""What the rules look at: the documents as far as they can be read, and the Api as far as they describe one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..dialect.dialect import Dialect, load_dialect
from ..ir import Api, Operation
from ..normalise.normalise import describe
from ..origin import Problem, SpecError, coded
from ..specs.load import load
from ..specs.node import Map
from ..specs.sources import Sources
from ..specs.specs import Specs, survey
from .walk import Node, nodes

# Errors that leave an action out, and errors in documents of the right form.
_UNAPPLIED = frozenset({"overlay-target-unmatched", "overlay-application"})
_ODD = frozenset({"operation-id-duplicate", "default-contradicts-schema"})


@dataclass(frozen=True)
class Documents:
    """The documents, merged and with their references.

    overlays:    as they stand in their files
    is_applied:  whether all of their actions could be applied
    is_whole:    whether everything in the documents has the form that it should
    """

    specs: Specs
    overlays: Sequence[Map]
    dialect: Dialect | None
    is_applied: bool
    is_whole: bool

    @cached_property
    def nodes(self) -> Sequence[Node]:
        """Every object in them."""
        return tuple(nodes(self.specs.references, self.dialect.wire.endpoint.action if self.dialect else ""))


@dataclass(frozen=True)
class Meaning:
    """What the documents mean. ``entries`` is the dialect as it stands in its file."""

    api: Api
    dialect: Dialect
    entries: Map
    documents: Documents

    @cached_property
    def operations(self) -> Sequence[Operation]:
        """All of them, by group."""
        return tuple(operation for group in self.api.groups for operation in group.operations)


@dataclass(frozen=True, slots=True)
class Material:
    """All there is to look at; None is what could not be read. ``problems`` all have codes."""

    documents: Documents | None
    meaning: Meaning | None
    problems: Sequence[Problem]


def gather(spec: Path, dialect: Path, sources: Sources, overlays: Sequence[Path] | None = None) -> Material:
    """Reads everything, one stage after the other, as far as it goes. See ``load_specs`` for the overlays."""
    problems: list[Problem] = []
    sources.admit(dialect)
    read = _dialect(dialect, sources, problems)
    found = survey(spec, sources, overlays)
    problems += found.problems
    if found.specs is None:
        return Material(None, None, problems)
    known = None if read is None else read[0]
    errors = {problem.code for problem in found.problems if not problem.warning}
    documents = Documents(found.specs, found.overlays, known, not errors & _UNAPPLIED, errors <= _UNAPPLIED | _ODD)
    if read is None or not documents.is_whole:
        return Material(documents, None, problems)
    api, doubts = describe(found.specs, read[0])
    problems += doubts
    return Material(documents, Meaning(api, *read, documents), problems)


def _dialect(path: Path, sources: Sources, problems: list[Problem]) -> tuple[Dialect, Map] | None:
    try:
        return load_dialect(path, sources), load(path, sources)
    except SpecError as error:
        problems += coded("file-unreadable", error.problems)
        return None
