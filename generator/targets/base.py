"""What a target is: a pure function from the Api to files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from ..ir import Api
from ..render import Renderer


@dataclass(frozen=True, slots=True)
class File:
    """A generated file. ``path`` is relative to the target's folder; ``settled`` text needs no formatter.

    ``formatter`` names who formats the text ("python"), or is None where the text is final as it is. A text is settled
    where it was written in the formatter's own style: formatting it changes nothing, which a full check proves.
    """

    path: str
    content: str | bytes
    formatter: str | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """What a target works from. ``document`` gives the merged OpenAPI document, as YAML."""

    api: Api
    renderer: Renderer
    document: Callable[[], str]


class Target(Protocol):
    """Writes clients in one language. ``name`` is the folder under ``generated/``."""

    name: str

    def prepare(self) -> None:
        """Starts what takes long and needs no spec; called before the specs are read."""
        ...

    def close(self) -> None:
        """Ends what ``prepare`` or ``files`` started."""
        ...

    def files(self, job: Job) -> list[File]:
        """All files of the client. Raises SpecError where the language cannot say what the spec says."""
        ...


@runtime_checkable
class Embeddable(Protocol):
    """A target whose client can be a part of another package. Any other is copied into a repository as it is."""

    def embedded(self, path: str, api: Api) -> str | None:
        """Where one of its files stands in the folder that is the client there; None for what is left out."""
        ...
