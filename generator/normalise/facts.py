"""What a schema says of a parameter or a field beside its type: documentation, default, secrecy, limits."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from ..problems import Problems
from .extensions import OF_FIELDS, OF_PARAMETERS, Extensions
from .flatten import Shapes
from .limits import one_of, phrases
from .scalars import Values, allowed_values
from .shape import Nodes, Shape

# How far lists of lists are looked into; what stands deeper has no limits and no secrets.
_MAX_DEPTH = 3
# The reason of a deprecation that has none.
UNSAID = "deprecated in the API"


@dataclass(frozen=True, slots=True)
class Facts:
    """See the fields of the same names in ``ir.Param`` and ``ir.Field``."""

    doc: str
    default: Any
    nullable: bool
    sensitive: bool
    deprecated: str | None
    since: str | None
    limits: tuple[str, ...]
    actions: tuple[str, ...] | None = None


class FactReader:
    """Reads facts.

    sensitive:  the names whose values are never shown
    actions:    those that the spec describes
    """

    def __init__(
        self, shapes: Shapes, sensitive: Collection[str], actions: Collection[str], problems: Problems
    ) -> None:
        self._shapes = shapes
        self._sensitive = frozenset(sensitive)
        self._known_actions = frozenset(actions)
        self._problems = problems

    def of_field(self, wire: str, nodes: Nodes) -> Facts:
        """The facts about a field of an object."""
        shape = self._shapes.of(nodes)
        extensions = Extensions(shape.extensions, self._problems)
        extensions.check_names(OF_FIELDS, "a field or an object")
        return replace(self._facts(wire, shape, extensions), actions=extensions.actions(self._known_actions))

    def of_parameter(self, wire: str, nodes: Nodes) -> Facts:
        """The facts about a parameter."""
        shape = self._shapes.of(nodes)
        extensions = Extensions(shape.extensions, self._problems)
        extensions.check_names(OF_PARAMETERS, "a parameter")
        return self._facts(wire, shape, extensions)

    def _facts(self, wire: str, shape: Shape, extensions: Extensions) -> Facts:
        declared = extensions.flag("x-sensitive")
        by_itself = wire in self._sensitive or self._is_secret(shape, _MAX_DEPTH)
        return Facts(
            doc=shape.doc,
            default=shape.notes.get("default"),
            nullable=self._shapes.nullable(shape),
            sensitive=by_itself if declared is None else declared,
            deprecated=deprecation(extensions, bool(shape.notes.get("deprecated"))),
            since=extensions.text("x-since"),
            limits=self._limits(shape, _MAX_DEPTH),
        )

    def _is_secret(self, shape: Shape, depth: int) -> bool:
        """Whether a value, or one inside of a list, is a secret by its format or by its own word."""
        if shape.notes.get("format") == "password" or shape.extensions.get("x-sensitive", (None,))[0] is True:
            return True
        parts = [self._shapes.of(nodes) for nodes in self._inside(shape)]
        if shape.choices:
            parts += self._shapes.alternatives(shape)
        return depth > 0 and any(self._is_secret(part, depth - 1) for part in parts)

    def _limits(self, shape: Shape, depth: int) -> tuple[str, ...]:
        """The limits as phrases, those of items and entries too."""
        found = [*phrases(shape.limits), *(f"names match {pattern}" for pattern in shape.patterns)]
        if shape.enum is not None:
            found += self._values(shape)
        if depth > 0:
            for inner in map(self._shapes.of, self._inside(shape)):
                found += ["each may be null"] if self._shapes.nullable(inner) else []
                found += [f"each {phrase}" for phrase in self._limits(inner, depth - 1)]
            if shape.choices:
                # A list that must be empty is one way of saying that there is nothing.
                leaves = [leaf for leaf in self._shapes.alternatives(shape) if leaf.limits.get("maxItems") != (0,)]
                found += [phrase for leaf in leaves for phrase in self._limits(leaf, depth - 1)]
        return tuple(dict.fromkeys(found))

    def _inside(self, shape: Shape) -> list[Nodes]:
        """The schemas of items and of entries."""
        return [nodes for nodes in (self._shapes.elements(shape), self._shapes.entries(shape)) if nodes]

    def _values(self, shape: Shape) -> list[str]:
        """Allowed values that are no enum of the Api."""
        allowed = allowed_values(shape, self._problems)
        if allowed is None:
            return []
        if allowed == Values(booleans=allowed.booleans) and len(allowed.booleans) == 1:
            return [one_of(allowed.booleans)]
        return [one_of(allowed.numbers)] if allowed.numbers else []


def deprecation(extensions: Extensions, flag: bool) -> str | None:
    """Why something is deprecated, as the spec says it; None where it is not."""
    reason = extensions.text("x-deprecated")
    return reason or (UNSAID if flag or reason is not None else None)
