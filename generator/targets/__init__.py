"""The registry of targets: a language is one module, one template folder and one line here."""

from __future__ import annotations

from .base import Embeddable, File, Job, Target
from .openapi import OpenApiTarget
from .python import PythonTarget

TARGETS: dict[str, Target] = {target.name: target for target in (OpenApiTarget(), PythonTarget())}

__all__ = ["TARGETS", "Embeddable", "File", "Job", "Target"]
