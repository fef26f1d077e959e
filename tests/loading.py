"""Documents from texts, and places turned back into offsets, for the tests of the loader."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from generator.origin import Origin, Problem, SpecError
from generator.specs.load import parse
from generator.specs.node import Map
from generator.specs.sources import Source, Sources

# Busy machines are slow now and then, which says nothing of a test.
CASES = settings(deadline=None)

OPENAPI_30 = 'openapi: 3.0.3\ninfo: {title: T, version: "1"}\n'
OPENAPI_31 = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'


def document(text: str, name: str = "openapi.yml") -> Map:
    """The document in a text."""
    return parse(Source(name, text))


def failure(call: Callable[[], Any]) -> list[Problem]:
    """The problems that a call fails with."""
    with pytest.raises(SpecError) as caught:
        call()
    return list(caught.value.problems)


def said(problems: Sequence[Problem]) -> list[str]:
    """``3:5 message`` of each problem; the name of the file before it where it is not the main one."""
    return [f"{place(problem.origin)} {problem.message}" for problem in problems]


def pointed(text: str, problems: Sequence[Problem]) -> list[str]:
    """The word that each problem points at, and its message: ``summery: this has no meaning``."""
    lines = text.split("\n")
    words = [re.match(r"[\w$/.'\"-]+|.?", lines[at.line - 1][at.column - 1 :]) for at in (p.origin for p in problems)]
    return [f"{word[0] if word else ''}: {problem.message}" for word, problem in zip(words, problems, strict=True)]


def place(origin: Origin) -> str:
    """``3:5``, or ``other.yml:3:5``."""
    short = f"{origin.line}:{origin.column}"
    return short if origin.file.startswith("openapi.") else f"{origin.file}:{short}"


def offset(text: str, origin: Origin) -> int:
    """Where in a text with plain line feeds a place is."""
    return sum(len(line) + 1 for line in text.split("\n")[: origin.line - 1]) + origin.column - 1


def folder(root: Path, files: dict[str, str]) -> Sources:
    """Writes files, and opens the folder."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="")
    return Sources(root)
