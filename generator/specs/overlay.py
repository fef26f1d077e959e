"""Document + overlays -> document: the corrections of ``overlays/*.yml``, as the OpenAPI Overlay Specification says.

The actions run in the order in which they stand, each on what the ones before it left. Every value keeps the place
where it was written, so that a later message about it points into the overlay. The overlays are expected to be valid
documents of version 1.0 or 1.1; see ``validate_overlay``.

A path or a component is corrected by an action whose target is it or a part of it, and added by one whose target is
what holds it: ``$.paths``. To add what is there already is an error: mostly it was published in the meantime.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathNode, JSONPathQuery

from ..origin import Origin, Problem, SpecError, quote
from .node import MAX_DEPTH, TOO_DEEP, Budget, List, Map, TooLargeError, copy, depth

# How many nodes the actions may add, all together; every target of an action gets a copy of its own.
MAX_ADDED = 500_000

# The way from the root of the document to a node.
Location: TypeAlias = "tuple[int | str, ...]"

_NO_EFFECT = "overlay-no-effect"
_UNTOUCHED = "correct the target, or remove the action if the document no longer needs it"


class _Environment(JSONPathEnvironment):
    max_recursion_depth = MAX_DEPTH + 1


@dataclass(frozen=True, slots=True)
class Removal:
    """An object or list that an action took out of ``holder``, where later actions may have put another one."""

    action: Map
    holder: Map
    key: str
    value: Map | List


@dataclass(frozen=True, slots=True)
class Merged:
    """The document with every overlay applied as far as possible, and what was wrong with them.

    idle:     places of updates that say what the document said before, within actions that do change something
    removed:  what had a key and parts of its own
    """

    document: Map
    problems: tuple[Problem, ...]
    idle: tuple[Origin, ...] = ()
    removed: tuple[Removal, ...] = ()


def apply(document: Map, overlays: Sequence[Map]) -> Map:
    """A copy of the document with the overlays applied. Raises SpecError, with every problem of every overlay."""
    merged = merge(document, overlays)
    errors = [problem for problem in merged.problems if not problem.warning]
    if errors:
        raise SpecError(*merged.problems)
    return merged.document


def merge(document: Map, overlays: Sequence[Map]) -> Merged:
    """The same for who goes on in spite of problems: an action that cannot be applied is left out."""
    if not overlays:
        return Merged(document, ())
    run = _Run(copy(document, Budget(10**9)))
    for overlay in overlays:
        for action in overlay["actions"]:
            try:
                run.apply(action, primitives=not overlay["overlay"].startswith("1.0."))
            except TooLargeError:
                run.report(
                    f"the overlays add more than {MAX_ADDED:,} nodes", action.at("target"), "select fewer targets"
                )
                return Merged(run.document, tuple(run.problems))
    return Merged(run.document, tuple(run.problems), tuple(run.idle), tuple(run.removed))


class _Run:
    """One pass over all actions; ``document`` is changed in place."""

    def __init__(self, document: Map) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self._budget = Budget(MAX_ADDED)
        self._paths = _Environment()
        self.idle: list[Origin] = []
        self.removed: list[Removal] = []
        # The entries of the update at hand, by their object and key: where each stands, None once it changed a target.
        self._entries: dict[tuple[int, str], Origin | None] = {}

    def apply(self, action: Map, *, primitives: bool) -> None:
        """Applies one action; ``primitives`` says whether it may replace single values."""
        targets = self._select(action, "target")
        if targets is None:
            return
        self._entries = {}
        if not targets:
            self.report(
                f"{quote(action['target'])} matches nothing",
                action.value_at("target"),
                _UNTOUCHED,
                code="overlay-target-unmatched",
            )
        elif action.get("remove") is True:
            self._remove(action, targets)
        elif "update" in action:
            changed = [self._update(action, target, primitives) for target in targets]
            if any(changed):
                self.idle += [place for place in self._entries.values() if place is not None]
            else:
                self._unneeded(action, "update")
        elif "copy" in action:
            self._copy(action, targets)
        else:
            self.report(
                "this action does nothing",
                action.at("target"),
                "say `update`, `remove` or `copy`",
                warning=True,
                code=_NO_EFFECT,
            )

    def report(
        self,
        message: str,
        place: Origin,
        hint: str,
        *also: tuple[str, Origin],
        warning: bool = False,
        code: str = "",
    ) -> None:
        """Adds a problem."""
        self.problems.append(Problem(message, place, hint, also, warning, code))

    def _select(self, action: Map, field: str) -> list[JSONPathNode] | None:
        """What a JSONPath selects, each node once; None where it is no JSONPath."""
        try:
            query: JSONPathQuery = self._paths.compile(action[field])
            found = {node.location: node for node in query.finditer(self.document)}
        except JSONPathError as error:
            message = f"{quote(action[field])} is no JSONPath: {error.args[0]}"
        except RecursionError:
            message = f"{quote(action[field])} is nested too deeply"
        else:
            return list(found.values())
        self.report(message, action.value_at(field), "write a JSONPath as RFC 9535 says, such as $.paths['/x'].post")
        return None

    def _remove(self, action: Map, targets: list[JSONPathNode]) -> None:
        if "update" in action or "copy" in action:
            other = "update" if "update" in action else "copy"
            self.report(
                f"`{other}` has no effect beside `remove`",
                action.at(other),
                "take one of the two out",
                warning=True,
                code=_NO_EFFECT,
            )
        if any(target.parent is None for target in targets):
            self.report("the document itself cannot be removed", action.value_at("target"), "select a part of it")
            return
        # Later items first: the index of an earlier one then still holds.
        for target in sorted(targets, key=_index, reverse=True):
            container, key = _container(target), target.location[-1]
            if isinstance(container, List) and isinstance(key, int):
                container.drop(key)
            elif isinstance(container, Map) and key in container:
                if isinstance(target.value, (Map, List)):
                    self.removed.append(Removal(action, container, str(key), target.value))
                container.drop(str(key))

    def _copy(self, action: Map, targets: list[JSONPathNode]) -> None:
        selected = self._select(action, "copy")
        if selected is None:
            return
        if len(selected) != 1:
            said = "matches nothing" if not selected else f"matches {len(selected)} places, and only one can be copied"
            self.report(f"{quote(action['copy'])} {said}", action.value_at("copy"), "select exactly one place")
            return
        source = selected[0]
        value, place = copy(source.value, self._budget), _place(source, self.document)
        changed = [self._merge_into(target, value, place, action, "copy") for target in targets]
        if not any(changed):
            self._unneeded(action, "copy")

    def _update(self, action: Map, target: JSONPathNode, primitives: bool) -> bool:
        if not primitives and not isinstance(target.value, (Map, List)):
            self.report(
                f"{quote(action['target'])} matches a single value, which Overlay 1.0 cannot update",
                action.value_at("target"),
                "select the object or list that holds it, or write `overlay: 1.1.0`",
                ("the value", _place(target, self.document)),
            )
            return True
        return self._merge_into(target, action["update"], action.value_at("update"), action, "update")

    def _merge_into(self, target: JSONPathNode, value: Any, place: Origin, action: Map, field: str) -> bool:
        """Merges a value into one target; True unless that changed nothing."""
        if len(target.location) + depth(value) + 1 > MAX_DEPTH:
            self.report(f"the result is {TOO_DEEP}", action.at(field), "name the inner parts and refer to them")
            return True
        if isinstance(target.value, List):
            self._append(target.value, value, place, action, field)
            return True
        if isinstance(target.value, Map) and isinstance(value, Map):
            return self._merge(target.value, value, target.location)
        if isinstance(target.value, Map) or isinstance(value, (Map, List)):
            self.report(
                f"{_kind(value)} cannot be merged into {_kind(target.value)}",
                action.at(field),
                f"give {_kind(target.value)}, or correct the target",
                ("the target", _place(target, self.document)),
            )
            return True
        return self._replace(target, value, place)

    def _append(self, items: List, value: Any, place: Origin, action: Map, field: str) -> None:
        if isinstance(value, List) and not any(isinstance(item, List) for item in items):
            self.report(
                "the whole list becomes one item of the list that it is appended to",
                action.at(field),
                "write one action for each item, or update the object that holds the list",
                warning=True,
            )
        items.put(len(items), copy(value, self._budget), place)

    def _replace(self, target: JSONPathNode, value: Any, place: Origin) -> bool:
        container, key = _container(target), target.location[-1]
        if isinstance(container, Map):
            container.put(str(key), value, container.at(str(key)), place)
        elif isinstance(container, List) and isinstance(key, int):
            container.put(key, value, place)
        return not _same(target.value, value)

    def _merge(self, into: Map, update: Map, location: Location) -> bool:
        """Objects merge, lists append, anything else replaces; True unless that changed nothing."""
        changed = False
        for key, value in update.items():
            old, inner = into.get(key), (*location, key)
            if key in into and _is_added_whole(inner):
                changed = True
                self._report_added_twice(inner, update.at(key), into.at(key))
            elif isinstance(old, Map) and isinstance(value, Map):
                changed |= self._merge(old, value, inner)
            elif isinstance(old, List) and isinstance(value, List):
                for index, item in enumerate(value):
                    old.put(len(old), copy(item, self._budget), value.at(index))
                changed |= bool(value)
            elif isinstance(old, (Map, List)):
                changed = True
                self.report(
                    f"{quote(key)} is {_kind(value)} here and {_kind(old)} in the document",
                    update.at(key),
                    f"give {_kind(old)}, or remove the old value with an action of its own first",
                    ("the value in the document", into.at(key)),
                )
            else:
                is_new = key not in into or not _same(old, value)
                changed |= is_new
                self._entries.setdefault((id(update), key), update.at(key))
                if is_new:
                    self._entries[id(update), key] = None
                into.put(key, copy(value, self._budget), update.at(key), update.value_at(key))
        return changed

    def _report_added_twice(self, location: Location, place: Origin, there: Origin) -> None:
        what = "path" if location[0] == "paths" else "component"
        self.report(
            f"this adds the {what} {quote(location[-1])}, and the document has it already",
            place,
            f"if it was published in the meantime, take it out here; what is wrong with it is corrected by actions "
            f"with the target {_json_path(location)}",
            ("the one in the document", there),
        )

    def _unneeded(self, action: Map, field: str) -> None:
        self.report(
            "this action changes nothing: the document says all of it already",
            action.at(field),
            "remove the action",
            warning=True,
            code=_NO_EFFECT,
        )


def _is_added_whole(location: Location) -> bool:
    """Whether a path or a component stands there: one that a target leads into is corrected, any other is added."""
    return len(location) == {"paths": 2, "components": 3}.get(str(location[0]), 0)


def _json_path(location: Location) -> str:
    """``$.paths['/users']``"""
    *above, last = (str(part) for part in location)
    escaped = last.replace("\\", "\\\\").replace("'", "\\'")
    return f"{'.'.join(['$', *above])}['{escaped}']"


def _index(target: JSONPathNode) -> int:
    key = target.location[-1]
    return key if isinstance(key, int) else 0


def _container(target: JSONPathNode) -> Any:
    return target.parent.value if target.parent else None


def _place(target: JSONPathNode, document: Map) -> Origin:
    container, key = _container(target), target.location[-1] if target.location else None
    if isinstance(container, Map):
        return container.value_at(str(key))
    if isinstance(container, List) and isinstance(key, int):
        return container.at(key)
    return document.origin


def _same(left: Any, right: Any) -> bool:
    """Equality as JSON knows it: true is not 1. Containers count as different, which only costs a warning."""
    return type(left) is type(right) and not isinstance(left, (Map, List)) and bool(left == right)


def _kind(value: Any) -> str:
    return "an object" if isinstance(value, Map) else "a list" if isinstance(value, List) else "a single value"
