"""Where every ``$ref`` leads: all of them are checked up front, so that following one later cannot fail.

A reference leads into its own document or into another file in the folder of the spec. Whether a ``$ref`` is one at all
depends on where it stands (see ``grammar``): in an example it is data, below ``properties`` it is a property.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from ..origin import Origin, Problem, SpecError, closest, quote
from .blanks import blanks
from .circles import survey
from .grammar import REFERABLE, Kind, in_place, parts
from .node import List, Map, child
from .sources import UnreadableError
from .versions import OPENAPI_3_1, Rules, dialect, root_of, rules_of

# In how many schemas one schema may unfold by allOf, anyOf, oneOf and references. Fourteen that each name the next one
# twice are as many; a real schema has some dozens.
MAX_UNFOLDED = 10_000
# The same for all of them together, which is what checking them takes: some seconds at most.
MAX_UNFOLDED_IN_ALL = 1_000_000

# "https://", "file:", "C:", "//host"
_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
# To how many references to nothing a name is proposed: looking for it takes milliseconds where there are many names.
_PROPOSALS = 50
_BAD_ESCAPE = re.compile(r"~(?![01])")
_UNSUPPORTED = ("$dynamicRef", "$recursiveRef")
# What may stand beside the $ref of a draft-07 document without being lost: it says nothing of the value.
_BESIDE = frozenset({"$ref", "$schema", "$id", "$comment", "definitions", "$defs"})
_BESIDE_3_1 = frozenset({"$ref", "summary", "description"})


@dataclass(frozen=True, slots=True)
class Stray:
    """A target that no document is checked for as a whole: it lies in a fragment, or among data."""

    node: Map
    kind: Kind
    document: Map


class References:
    """All references of the documents, and of the files that they lead to.

    documents:  name of the file -> document; those that were reached by reference too
    problems:   what is wrong with the references
    strays:     see Stray
    blanks:     entries that said nothing, and were taken out: their keys and places
    is_bounded: whether the schemas unfold into so few others that they can all be looked at
    """

    def __init__(self, openapi: Map, schemas: Sequence[Map] = (), load: Callable[[str], Map] | None = None) -> None:
        self.documents: dict[str, Map] = {}
        self.problems: list[Problem] = []
        self.strays: list[Stray] = []
        self.blanks: list[tuple[str, Origin]] = []
        self._load = load
        self.is_bounded = True
        self._unusable: set[str] = set()
        self._names: dict[str, str] = {}
        self._rules: dict[str, Rules] = {}
        self._fragments: set[str] = set()
        self._strayed: set[int] = set()
        self._next: dict[int, Map] = {}
        self._alone: set[int] = set()
        self._kinds: dict[int, Kind] = {}
        self._nodes: list[Map] = []
        self._pending: list[tuple[Map, Kind, Map]] = []
        self._add(openapi, Kind.DOCUMENT, rules_of(openapi, Rules(False, False)))
        for schema in schemas:
            self._add(schema, Kind.SCHEMA, rules_of(schema, Rules(True, True)))
        for node, kind, document in self._pending:  # grows while it is read
            self._follow(node, kind, document)
        self._check_circles()

    def target(self, node: Map) -> Map:
        """What a node refers to, however many references lie between; the node itself where it is no reference.

        The same object for every reference to the same place. A boolean schema comes as ``{}`` or ``{not: {}}``.
        """
        while (following := self._next.get(id(node))) is not None:
            node = following
        return node

    def step(self, node: Map) -> Map | None:
        """What a node refers to directly, which may be a reference again; None where it is no reference."""
        return self._next.get(id(node))

    def kind(self, node: Map) -> Kind | None:
        """What a node of the documents is; None for data."""
        return self._kinds.get(id(node))

    def counts_siblings(self, node: Map) -> bool:
        """Whether what stands beside the ``$ref`` of a reference has a meaning."""
        return id(node) not in self._alone

    # ---- Finding the references

    def _add(self, document: Map, kind: Kind | None, rules: Rules) -> None:
        name = document.origin.file
        self.documents[name] = document
        self._rules[name] = rules
        if kind is not None:
            self._walk(document, kind, document)

    def _walk(self, node: Map, kind: Kind, document: Map) -> None:
        """Notes every reference in an object that is part of a document."""
        rules = self._rules[document.origin.file]
        stack: list[tuple[Any, Kind]] = [(node, kind)]
        while stack:
            value, kind = stack.pop()
            if not isinstance(value, Map) or id(value) in self._kinds:
                continue
            self._kinds[id(value)] = kind
            for key in [*blanks(value, kind)]:
                self.blanks.append((key, value.at(key)))
                value.drop(key)
            if kind is Kind.SCHEMA:
                self._nodes.append(value)
                self._check_schema(value, document)
            if "$ref" in value and kind in REFERABLE:
                self._pending.append((value, kind, document))
                if kind is not Kind.SCHEMA:
                    self._nodes.append(value)
                if kind is not Kind.PATH_ITEM and not (rules.siblings and kind is Kind.SCHEMA):
                    self._alone.add(id(value))
                    self._check_siblings(value, kind, rules)
                    continue
            stack.extend(parts(value, kind))

    def _check_schema(self, schema: Map, document: Map) -> None:
        for name in _UNSUPPORTED:
            if name in schema:
                self._report(f"`{name}` is not supported", schema.at(name), "say it with $ref")
        if schema is document:
            return
        if isinstance(schema.get("$id"), str) and not schema["$id"].startswith("#"):
            self._report(
                "`$id` inside a document is not supported: it would change where the references below it lead",
                schema.at("$id"),
                "remove it, or move the schema into a file of its own",
            )
        same = dialect(schema) == dialect(document) or ("openapi" in document and dialect(schema) == OPENAPI_3_1)
        if "$schema" in schema and not same:
            self._report(
                "a schema in another dialect than the document around it is not supported",
                schema.at("$schema"),
                "move the schema into a file of its own",
            )

    def _check_siblings(self, node: Map, kind: Kind, rules: Rules) -> None:
        allowed = _BESIDE if kind is Kind.SCHEMA else _BESIDE_3_1 if rules.siblings else ("$ref",)
        lost = [name for name in node if name not in allowed]
        if lost:
            way = "wrap the reference: `allOf: [{$ref: ...}]`" if kind is Kind.SCHEMA else "move it to the target"
            self.problems.append(
                Problem(
                    f"{', '.join(map(quote, lost[:5]))} beside `$ref` means nothing in this version",
                    node.at(lost[0]),
                    f"take it out, or {way}",
                    warning=True,
                    code="reference-siblings",
                )
            )

    # ---- Following them

    def _follow(self, node: Map, kind: Kind, document: Map) -> None:
        place = node.value_at("$ref")
        ref = node["$ref"]
        if not isinstance(ref, str):
            self._report("a reference is text", place, "write `$ref: '#/components/...'`")
            return
        address, _, fragment = ref.partition("#")
        into = self._document(address, document, place)
        if into is None:
            return
        found = self._find(into, fragment, ref, place)
        if found is None:
            return
        value, where = found
        if isinstance(value, bool) and kind is Kind.SCHEMA and self._rules[into.origin.file].booleans:
            self._next[id(node)] = _boolean(value, where)
        elif not isinstance(value, Map):
            self._report(
                f"a {kind} is expected here, and {quote(ref)} is none", place, "correct the reference", ("it", where)
            )
        elif self._kinds.get(id(value), kind) is not kind:
            self._report(
                f"a {kind} is expected here, and {quote(ref)} is a {self._kinds[id(value)]}",
                place,
                "correct the reference",
                ("it is described here", where),
            )
        else:
            self._next[id(node)] = value
            unknown = id(value) not in self._kinds or into.origin.file in self._fragments
            if unknown and id(value) not in self._strayed:
                self._strayed.add(id(value))
                self.strays.append(Stray(value, kind, into))
            self._walk(value, kind, into)

    def _document(self, address: str, document: Map, place: Origin) -> Map | None:
        """The document at the address of a reference; None, with a problem, where there is none."""
        if not address:
            return document
        if _REMOTE.match(address):
            self._report(
                f"{quote(address)} is a remote reference, and nothing is fetched",
                place,
                "put the file into the folder of the spec, and name its path",
            )
            return None
        try:
            path = unquote(address, errors="strict")
        except UnicodeDecodeError:
            path = "?"
        if "?" in address or path == "?":
            self._report(f"{quote(address)} is not the path of a file", place, "name a file in the folder of the spec")
            return None
        name = posixpath.normpath(posixpath.join(posixpath.dirname(document.origin.file), path))
        if name.startswith(("../", "/")) or name == "..":
            self._report(
                f"{quote(address)} leads out of the folder of the spec",
                place,
                "keep every file that belongs to the spec in its folder",
            )
            return None
        return self._loaded(name, place, self._rules[document.origin.file])

    def _loaded(self, name: str, place: Origin, rules: Rules) -> Map | None:
        name = self._names.get(name, name)
        if name in self.documents:
            return self.documents[name]
        if name in self._unusable:
            return None
        try:
            if self._load is None:
                raise UnreadableError(f"there is no file {name}", "correct the path")
            document = self._load(name)
        except UnreadableError as error:
            self._report(error.message, place, error.hint)
            return None
        except SpecError as error:
            self._unusable.add(name)
            here = ("it is referred to here", place)
            self.problems.extend(replace(problem, also=(*problem.also, here)) for problem in error.problems)
            return None
        # Links may lead to a document that is known by another name.
        name = self._names[name] = document.origin.file
        if name not in self.documents:
            kind, whole = root_of(document)
            if not whole:
                self._fragments.add(name)
            self._add(document, kind, rules_of(document, rules))
        return self.documents[name]

    def _find(self, document: Map, fragment: str, ref: str, place: Origin) -> tuple[Any, Origin] | None:
        """What a JSON pointer leads to, and its place; None, with a problem, where that is nothing."""
        try:
            pointer = unquote(fragment, errors="strict")
        except UnicodeDecodeError:
            pointer = "~"
        if pointer and not pointer.startswith("/") and pointer != "~":
            self._report(f"{quote(ref)} names an anchor, which is not supported", place, "write a path: #/$defs/name")
            return None
        if _BAD_ESCAPE.search(pointer):
            self._report(f"{quote(ref)} is no JSON pointer", place, "write / in a name as ~1, and ~ as ~0")
            return None
        value: Any = document
        where = document.origin
        for part in pointer.split("/")[1:]:
            name = part.replace("~1", "/").replace("~0", "~")
            known = value
            if isinstance(known, Map) and name in known:
                value, where = known[name], known.at(name)
            elif isinstance(known, List) and re.fullmatch(r"0|[1-9][0-9]{0,8}", name) and int(name) < len(known):
                value, where = child(known, int(name)), known.at(int(name))
            else:
                few = len(self.problems) < _PROPOSALS
                near = closest(name, known) if few and isinstance(known, Map) else None
                hint = f"did you mean {quote(near)}?" if near else "correct the reference, or add what it names"
                self._report(f"{quote(ref)} does not exist: nothing is called {quote(name)} there", place, hint)
                return None
        return value, where

    # ---- Circles

    def _check_circles(self) -> None:
        found = survey(self._nodes, self._edges)
        reported: set[int] = set()
        for circle in found.circles:
            references = [node for node in circle if id(node) in self._next]
            first, *others = sorted(references, key=lambda node: (node.origin.file, node.origin.line))
            if id(first) in reported:
                continue
            reported.add(id(first))
            only = len(references) == len(circle)
            self._report(
                "this reference leads back to itself, and never to a definition"
                if only
                else "this reference makes a schema a part of itself",
                first.value_at("$ref"),
                "let one of them say what it is" if only else "let only a property or an item lead back",
                *(("by way of", node.value_at("$ref")) for node in others[:5]),
            )
        for circle in found.circles:
            for node in circle:
                self._next.pop(id(node), None)
        largest = max(self._nodes, key=lambda node: found.size[id(node)], default=None)
        if largest is None:
            return
        too_large = found.size[id(largest)] > MAX_UNFOLDED
        self.is_bounded = not too_large and sum(found.size[id(node)] for node in self._nodes) <= MAX_UNFOLDED_IN_ALL
        if too_large:
            said = f"this schema unfolds into more than {MAX_UNFOLDED:,} others"
            self._report(said, largest.origin, "use fewer alternatives, or references that do not multiply")
        elif not self.is_bounded and not found.circles:
            said = f"all schemas together unfold into more than {MAX_UNFOLDED_IN_ALL:,} others, this one into most"
            self._report(said, largest.origin, "use shorter chains of references and of allOf")

    def _edges(self, node: Map) -> Iterable[Map]:
        following = self._next.get(id(node))
        if following is not None:
            yield following
        if following is None or id(node) not in self._alone:
            yield from (part for part in in_place(node) if isinstance(part, Map))

    def _report(self, message: str, place: Origin, hint: str, *also: tuple[str, Origin]) -> None:
        self.problems.append(Problem(message, place, hint, also))


def _boolean(value: bool, where: Origin) -> Map:
    schema = Map(where)
    if not value:
        schema.put("not", Map(where), where, where)
    return schema
