"""The merged OpenAPI document itself, for other tools: one file, overlays applied."""

from __future__ import annotations

from ..render import TEMPLATES
from .base import HEADER, File, Job


class OpenApiTarget:
    """``generated/openapi/<package>-openapi.yml``."""

    name = "openapi"
    templates = TEMPLATES  # of which it has none
    checks = None

    def prepare(self) -> None:
        """Nothing takes long."""

    def close(self) -> None:
        """Nothing was started."""

    def files(self, job: Job) -> list[File]:
        """The one file."""
        return [File(f"{job.api.wire.package}-openapi.yml", f"# {HEADER}\n{job.document()}")]
