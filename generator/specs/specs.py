"""The folder of a spec -> everything in it, merged, resolved and validated: the first stage of a run.

openapi.yml             the main document, whatever its name
overlays/*.yml          corrections of it, applied in the order of their names; or whatever the caller names instead
schemas/**/*.json       JSON Schemas of the same things, for comparison
...                     whatever those refer to
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..origin import Origin, Problem, SpecError, coded, in_order, quote
from .load import load, parse, without_collection
from .node import Map
from .overlay import Removal, merge
from .places import OVERLAYS, documents
from .resolve import References
from .sources import Sources
from .validate import validate_json_schema, validate_openapi, validate_overlay, validate_strays


@dataclass(frozen=True, slots=True)
class Specs:
    """What the folder holds.

    openapi:     the main document with its overlays applied
    schemas:     the files below ``schemas``
    references:  where every ``$ref`` in all of it leads
    warnings:    what is suspicious, but usable
    idle:        places in overlays of what the document says already
    removed:     what overlays removed
    """

    openapi: Map
    schemas: tuple[Map, ...]
    references: References
    warnings: tuple[Problem, ...]
    idle: tuple[Origin, ...] = ()
    removed: tuple[Removal, ...] = ()


@dataclass(frozen=True, slots=True)
class Survey:
    """What of a folder can be read, and everything that is wrong with it, in the order of the files.

    overlays, schemas:  those that are documents at all
    specs:              None where the main document or an overlay is none, or unfolds without measure; may be broken
                        where there are errors
    """

    overlays: tuple[Map, ...]
    schemas: tuple[Map, ...]
    specs: Specs | None
    problems: tuple[Problem, ...]

    @property
    def is_usable(self) -> bool:
        """Whether nothing is wrong that stops a run."""
        return self.specs is not None and not _has_errors(self.problems)


def load_specs(spec: Path, sources: Sources, overlays: Sequence[Path] | None = None) -> Specs:
    """The specs around a main document. Raises SpecError with all their problems, in the order of the files.

    overlays: files, in the order in which they are applied; those beside the main document where none are named
    """
    found = survey(spec, sources, overlays)
    if found.specs is None or not found.is_usable:
        raise SpecError(*found.problems)
    return found.specs


def survey(spec: Path, sources: Sources, overlays: Sequence[Path] | None = None) -> Survey:
    """The same for who goes on in spite of problems."""
    with without_collection():
        beside = documents(spec.parent / OVERLAYS, "*")
        return _survey(spec, sources, beside if overlays is None else overlays)


def _survey(spec: Path, sources: Sources, overlay_paths: Sequence[Path]) -> Survey:
    problems: list[Problem] = []
    folder = spec.parent
    main = _loaded([spec], sources, problems)
    overlays = _loaded(overlay_paths, sources, problems)
    for overlay in overlays:
        problems += coded("overlay-structure", validate_overlay(overlay))
    usable = not _has_errors(problems)
    schemas = _loaded(documents(folder / "schemas", "**/*"), sources, problems)
    for schema in schemas:
        problems += coded("json-schema-structure", validate_json_schema(schema))
    if not usable:  # whatever else could be said of the main document would be about another one than is meant
        return Survey(tuple(overlays), tuple(schemas), None, tuple(in_order(problems, sources.rank)))

    for overlay in overlays:
        problems += _extends_problems(overlay, main[0])
    merged = merge(main[0], overlays)
    problems += coded("overlay-application", merged.problems)
    references = References(merged.document, schemas, _loader(sources))
    problems += coded("reference-broken", references.problems)
    if not references.is_bounded:  # looking at every schema would take minutes, or years
        return Survey(tuple(overlays), tuple(schemas), None, tuple(in_order(problems, sources.rank)))
    problems += coded("openapi-structure", validate_strays(references, merged.document))
    for document in references.documents.values():
        if document is merged.document or "openapi" in document:
            problems += coded("openapi-structure", validate_openapi(document, references, problems))
        elif "$schema" in document and not any(document is schema for schema in schemas):
            problems += coded("json-schema-structure", validate_json_schema(document))
    found = tuple(in_order(problems, sources.rank))
    specs = Specs(merged.document, tuple(schemas), references, found, merged.idle, merged.removed)
    return Survey(tuple(overlays), tuple(schemas), specs, found)


def _loaded(paths: Iterable[Path], sources: Sources, problems: list[Problem]) -> list[Map]:
    documents = []
    for path in paths:
        try:
            documents.append(load(path, sources))
        except SpecError as error:
            problems.extend(coded("file-unreadable", error.problems))
    return documents


def _loader(sources: Sources) -> Callable[[str], Map]:
    """Reads the files that references name."""
    return lambda name: parse(sources.read(sources.root / name))


def _extends_problems(overlay: Map, main: Map) -> list[Problem]:
    """An overlay may say what it extends; a URL cannot be compared with a file, a path can."""
    said = overlay.get("extends")
    if not isinstance(said, str) or "://" in said:
        return []
    folder = posixpath.dirname(overlay.origin.file)
    if posixpath.normpath(posixpath.join(folder, said)) == main.origin.file:
        return []
    message = f"this overlay extends {quote(said)}, and is applied to {quote(main.origin.file)}"
    place, hint = overlay.value_at("extends"), "correct `extends`, or move the overlay"
    return [Problem(message, place, hint, warning=True, code="overlay-extends")]


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(not problem.warning for problem in problems)
