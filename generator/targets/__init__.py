"""The registry of targets: a language is one module, one template folder and one line here."""

from __future__ import annotations

from .base import File, Job, Target
from .openapi import OpenApiTarget
from .python import PythonTarget
from .typescript import TypeScriptTarget

TARGETS: dict[str, Target] = {target.name: target for target in (OpenApiTarget(), PythonTarget(), TypeScriptTarget())}

__all__ = ["TARGETS", "File", "Job", "Target"]
