"""Turns an action-style OpenAPI description into client packages that are true on the wire."""

from pathlib import Path

# Beside this package: the generator runs from a checkout.
TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
