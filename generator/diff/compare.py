"""Two Apis -> everything that changes for callers of the generated client, by part of the IR.

Pure: it reads no file, and neither order nor places count. Two Apis that say the same give no change; two that say
different things give at least one. What is reached from itself is compared once, as all models are.
"""

from __future__ import annotations

from .catalogue import Impact
from .change import Change
from .enums import enums
from .error_rules import error_rules
from .models import objects
from .operations import groups, operations
from .pair import Pair
from .side import Side
from .wire import api, wire

_RANK = {impact: rank for rank, impact in enumerate(Impact)}


def compare(old: Side, new: Side) -> tuple[Change, ...]:
    """What changes, the worst first. Raises SpecError where a client cannot name what is in one of the two."""
    pair = Pair(old, new)
    found = (
        *api(pair),
        *wire(pair),
        *error_rules(pair),
        *groups(pair),
        *operations(pair),
        *objects(pair, "inputs"),
        *objects(pair, "models"),
        *enums(pair),
    )
    return tuple(sorted(dict.fromkeys(found), key=lambda change: _RANK[change.impact]))
