"""The classes of the errors that a client raises for messages of the server, by the rules of the dialect."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from ..wire import ErrorRule

# The class of errors that no rule knows, and those that are not called after their kind.
BASE = "ApiError"
_CLASSES = {"Permission": "PermissionDeniedError", "General": BASE}


def by_class(messages: Iterable[str], rules: Sequence[ErrorRule]) -> dict[str, list[str]]:
    """Messages by the class of the error that is raised for them; ``BASE``, if it is among them, comes last."""
    found: dict[str, list[str]] = {}
    for message in messages:
        found.setdefault(_class_of(message, rules), []).append(message)
    return {name: found[name] for name in sorted(found, key=lambda name: name == BASE)}


def _class_of(message: str, rules: Sequence[ErrorRule]) -> str:
    """The class of a message, as the client finds it: of the first rule that fits; HTML entities are read first."""
    text = html.unescape(message.strip())
    kind = next((rule.kind for rule in rules if re.search(rule.match, text, re.IGNORECASE)), None)
    return BASE if kind is None else _CLASSES.get(kind, f"{kind}Error")
