"""What goes wrong with templates and targets: told in a line, and cheap to import for whoever catches it."""

from __future__ import annotations


class TemplateError(Exception):
    """A template is broken or in the wrong place; the message names it, with the line and the operation at hand."""


class TargetError(Exception):
    """A target cannot be found, loaded or run; the message says which, where and why."""
