"""The loaded tree: plain mappings and lists that also know where they, and each of their entries, stand.

They are ordinary ``dict`` and ``list`` objects, so JSONPath, the validators and tests read them as such. Scalars are
plain Python values; their place is asked of the container that holds them. A place is kept as one number and becomes an
``Origin`` only when it is asked for: a spec has a hundred thousand places, and messages name a few.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from ..origin import Origin
from .sources import Source

# How deep containers may stand in each other. Real specs stay below 30; recursive readers need a bound.
MAX_DEPTH = 100
TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"

Container: TypeAlias = "Map | List"
# Where a container was written: its file, the offset of its first character, and which entry of what it is there.
Home: TypeAlias = "tuple[Source, int, Container | None, str | int]"
# Where an entry stands: an offset in the file of its container, or a place that an overlay or an alias brought along.
Place: TypeAlias = int | Origin


class Map(dict[str, Any]):
    """A mapping. ``keys_at`` and ``values_at`` are the places of its keys and of its scalar values."""

    __slots__ = ("home", "keys_at", "values_at")

    def __init__(self, home: Origin | Home) -> None:
        super().__init__()
        self.home = home
        self.keys_at: dict[str, Place] = {}
        self.values_at: dict[str, Place] = {}

    @property
    def origin(self) -> Origin:
        """Where the mapping begins."""
        return _origin(self.home)

    def at(self, key: str) -> Origin:
        """Place of the key of an entry; of the mapping itself where it has no such entry."""
        return _entry(self, self.keys_at.get(key), key)

    def value_at(self, key: str) -> Origin:
        """Place of the value of an entry; of the mapping itself where it has no such entry."""
        value = self.get(key)
        if isinstance(value, (Map, List)):
            return value.origin
        return _entry(self, self.values_at.get(key), key)

    def put(self, key: str, value: Any, key_at: Origin, value_at: Origin) -> None:
        """Sets an entry that comes from elsewhere."""
        self[key] = value
        self.keys_at[key] = key_at
        self.values_at[key] = value_at

    def drop(self, key: str) -> None:
        """Removes an entry and forgets its place."""
        del self[key]
        self.keys_at.pop(key, None)
        self.values_at.pop(key, None)


class List(list[Any]):
    """A sequence; ``items_at[i]`` is the place of item i."""

    __slots__ = ("home", "items_at")

    def __init__(self, home: Origin | Home) -> None:
        super().__init__()
        self.home = home
        self.items_at: list[Place] = []

    @property
    def origin(self) -> Origin:
        """Where the list begins."""
        return _origin(self.home)

    def at(self, index: int) -> Origin:
        """Place of an item; of the list itself where it has no such item."""
        if not 0 <= index < len(self.items_at):
            return self.origin
        value = self[index]
        if isinstance(value, (Map, List)):
            return value.origin
        return _entry(self, self.items_at[index], index)

    def put(self, index: int, value: Any, at: Origin) -> None:
        """Sets an item to a value that comes from elsewhere; appends it where ``index`` is the length."""
        self[index : index + 1] = [value]
        self.items_at[index : index + 1] = [at]

    def drop(self, index: int) -> None:
        """Removes an item and forgets its place."""
        del self[index]
        del self.items_at[index]


class TooLargeError(Exception):
    """Copies of parts of a document (by aliases, by overlays) would add up to more than any real document holds."""


class Budget:
    """How many nodes may still be copied."""

    def __init__(self, nodes: int) -> None:
        self.left = nodes

    def spend(self, nodes: int) -> None:
        """Takes nodes from the budget; raises TooLargeError where it does not hold as many."""
        self.left -= nodes
        if self.left < 0:
            raise TooLargeError


def copy(value: Any, budget: Budget) -> Any:
    """A deep copy that keeps all places. Raises TooLargeError when the budget is spent."""
    if isinstance(value, Map):
        budget.spend(1 + len(value))
        twin = Map(value.home)
        twin.keys_at, twin.values_at = value.keys_at.copy(), value.values_at.copy()
        for key, item in value.items():
            twin[key] = copy(item, budget) if isinstance(item, (Map, List)) else item
        return twin
    if isinstance(value, List):
        budget.spend(1 + len(value))
        twin_list = List(value.home)
        twin_list.items_at = value.items_at.copy()
        twin_list.extend(copy(item, budget) if isinstance(item, (Map, List)) else item for item in value)
        return twin_list
    return value


def depth(value: Any) -> int:
    """How many containers stand in each other: 0 for a scalar, 1 for an empty list."""
    deepest, level = 0, [value]
    while level := [node for node in level if isinstance(node, (Map, List))]:
        deepest += 1
        level = [child for node in level for child in (node.values() if isinstance(node, Map) else node)]
    return deepest


def child(container: Any, key: str | int) -> Any:
    """An entry of a container; None where it has none."""
    if isinstance(container, Map):
        return container.get(str(key))
    if isinstance(container, List) and isinstance(key, int) and 0 <= key < len(container):
        return container[key]
    return None


def place_of_key(holder: Any, name: str | int) -> Origin:
    """Where one reads that an entry begins."""
    if isinstance(holder, Map):
        return holder.at(str(name))
    return holder.at(int(name)) if isinstance(holder, List) else Origin("", "", 1, 1)


def escaped(key: str | int) -> str:
    """One part of a JSON pointer: ``a/b`` -> ``a~1b``."""
    return str(key).replace("~", "~0").replace("/", "~1")


def _entry(container: Container, place: Place | None, key: str | int) -> Origin:
    if isinstance(place, Origin):
        return place
    if place is None or isinstance(container.home, Origin):
        return container.origin
    return _origin((container.home[0], place, container, key))


def _origin(home: Origin | Home) -> Origin:
    if isinstance(home, Origin):
        return home
    source, offset, parent, key = home
    line, column = source.place(offset)
    return Origin(source.name, _pointer(parent, key), line, column)


def _pointer(parent: Container | None, key: str | int) -> str:
    parts: list[str] = []
    while parent is not None:
        parts.append(f"/{escaped(key)}")
        if isinstance(parent.home, Origin):
            parts.append(parent.home.pointer)
            break
        _, _, parent, key = parent.home
    return "".join(reversed(parts))
