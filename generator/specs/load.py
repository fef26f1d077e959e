"""A YAML or JSON file -> a document whose every node knows its place (see ``node``).

Files come from strangers: whatever is in one ends in a document or in problems with their places, never in a traceback,
an endless loop or a full memory.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from ..origin import Origin, Problem, SpecError
from .node import List, Map
from .places import SUFFIXES
from .read_json import read_json
from .read_yaml import read_yaml
from .sources import Source, Sources, UnreadableError

_READERS = dict(zip(SUFFIXES, (read_json, read_yaml, read_yaml), strict=True))


def load(path: Path, sources: Sources) -> Map:
    """The document in a file. Raises SpecError, with every problem, where it is none."""
    try:
        return parse(sources.read(path))
    except UnreadableError as error:
        name = path.relative_to(sources.root) if path.is_relative_to(sources.root) else path
        raise SpecError(Problem(error.message, Origin(name.as_posix(), "", 1, 1), error.hint)) from None


def parse(source: Source) -> Map:
    """The document in a text. Raises SpecError, with every problem, where it is none."""
    read = _READERS.get(PurePosixPath(source.name).suffix.lower())
    if read is None:
        raise SpecError(
            Problem(
                "the name of the file does not say whether it is YAML or JSON",
                source.origin(),
                f"end the name in {', '.join(SUFFIXES)}",
            )
        )
    with without_collection():
        document, problems = read(source)
    if not isinstance(document, Map):
        kind = "a list" if isinstance(document, List) else "a single value"
        place = document.origin if isinstance(document, List) else source.origin(_first(source))
        problems.append(Problem(f"a document is a mapping, and this is {kind}", place, "write `name: value` entries"))
    if problems or not isinstance(document, Map):
        raise SpecError(*problems)
    return document


def _first(source: Source) -> int:
    """Offset of the first character that is not blank."""
    return len(source.text) - len(source.text.lstrip())


@contextmanager
def without_collection() -> Iterator[None]:
    """Halves the time: nothing of a tree is garbage, and the collector would look at all of it again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
