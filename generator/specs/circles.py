"""Circles in a graph of nodes, and how far each node unfolds. Without recursion: chains of references may be long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from .node import Map


@dataclass(slots=True)
class Survey:
    """What was found.

    circles:  nodes that lead to each other in a circle, in the order in which they do
    size:     id of a node -> number of nodes that it unfolds into, itself included, counted again wherever they recur
    """

    circles: list[list[Map]] = field(default_factory=list)
    size: dict[int, int] = field(default_factory=dict)


def survey(nodes: Iterable[Map], edges: Callable[[Map], Iterable[Map]]) -> Survey:
    """Follows the edges from every node, each once."""
    found = Survey()
    for node in nodes:
        if id(node) not in found.size:
            _descend(node, edges, found)
    return found


def _descend(start: Map, edges: Callable[[Map], Iterable[Map]], found: Survey) -> None:
    path: list[tuple[Map, Iterator[Map]]] = [(start, iter(edges(start)))]
    depth_of = {id(start): 0}
    found.size[id(start)] = 1
    while path:
        node, rest = path[-1]
        child = next(rest, None)
        if child is None:
            path.pop()
            del depth_of[id(node)]
            if path:
                found.size[id(path[-1][0])] += found.size[id(node)]
        elif id(child) in depth_of:
            found.circles.append([member for member, _ in path[depth_of[id(child)] :]])
        elif id(child) in found.size:
            found.size[id(node)] += found.size[id(child)]
        else:
            found.size[id(child)] = 1
            depth_of[id(child)] = len(path)
            path.append((child, iter(edges(child))))
