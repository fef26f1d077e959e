"""Specs changed at random: wherever they can, by their shape (``reworded``), or without regard to it (``changed``)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from generator.contract import hostile, specs
from generator.specs.load import parse
from generator.specs.sources import Source

ROOT = Path(__file__).parent.parent

# Documents to begin with: ours, and parts of those that are shipped.


def _shipped(path: str) -> Any:
    return json.loads(json.dumps(parse(Source(path, (ROOT / "specs" / path).read_text("utf-8")))))


def _part_of_the_shipped(actions: int = 12) -> dict[str, Any]:
    """Some actions of the shipped spec, with the components that they name."""
    whole = _shipped("whmcs-openapi.yml")
    paths = dict(list(whole["paths"].items())[:: max(1, len(whole["paths"]) // actions)])
    wanted, known = {}, whole["components"]["schemas"]
    rest = [json.dumps(paths)]
    while rest:
        text = rest.pop()
        for name in known.keys() - wanted.keys():
            if f'schemas/{name}"' in text:
                wanted[name] = known[name]
                rest.append(json.dumps(known[name]))
    schemas = {name: schema for name, schema in known.items() if name in wanted}
    return {**whole, "paths": paths, "components": {**whole["components"], "schemas": schemas}}


def starts() -> list[dict[str, Any]]:
    """Folders of specs, as path -> document; the first two are the spec and the dialect."""
    ours = specs.everything()
    overlay = {
        "overlay": "1.0.0",
        "info": {"title": "O", "version": "1"},
        "actions": [
            {"target": "$.info", "update": {"title": "Other", "description": "x"}},
            {"target": "$.paths[*].post", "update": {"x-since": "8.0"}},
            {"target": "$.components.schemas.Login", "update": {"description": "y"}},
        ],
    }
    name, schema = next(iter(ours["components"]["schemas"].items()))
    titled = {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"Acme {name}", **schema}
    justified = {"lint": 1, "justified": [{"code": "description-missing", "at": ["Get*"], "reason": "Because."}]}
    shipped = {"openapi.yml": _part_of_the_shipped(), "dialect.yml": _shipped("dialect.yml")}
    return [
        {
            "openapi.json": ours,
            "dialect.json": specs.DIALECT,
            "overlays/10.json": overlay,
            "schemas/a.json": titled,
            "lint.json": justified,
        },
        shipped,
    ]


# Changes at random.

_HOSTILE = hostile.texts("boom()")
_TEXTS = st.sampled_from([*_HOSTILE]).map(lambda tried: _HOSTILE[tried]) | st.text(max_size=8)
_NAMES = st.sampled_from(
    ["", ".", "..", "../x", "/etc/x", "a\0b", "CON", "aux.", "nul ", "x. ", "\u00e9", "e\u0301", "É", "x" * 300, "class",
     "constructor", "__proto__", "self", "-", "1", "$ref", "a/b", "a\\b", "\u202e", "\ufeff", "None", "x-effect"],
)  # fmt: skip
_NUMBERS = st.sampled_from([0, -1, 1, 2**31, 2**63, 10**400, 1e308, 5e-324, 0.1, -0.0])
_KEYWORDS = st.sampled_from(
    ["type", "properties", "items", "allOf", "oneOf", "anyOf", "enum", "const", "default", "format", "required", "nullable",
     "additionalProperties", "pattern", "example", "description", "deprecated", "readOnly", "x-effect", "x-requires",
     "x-encoding", "x-records", "x-errors", "x-since", "x-sensitive", "x-flattened", "x-actions", "maximum", "minLength", "title"],
)  # fmt: skip
_PATTERNS = st.sampled_from(["(a+)+$", "(", "(?P<x>a)\\1", "a{9999}", "[", "*" * 40, "(.*)*x", "(?i)a", ".*" * 30])
_REFS = st.sampled_from(
    ["#", "#/", "#/components/schemas/Login", "#/components/schemas/Missing", "openapi.yml#", "../x.yml", "dialect.yml",
     "http://x.invalid/y", "#/paths", "/etc/passwd", "#/%", "schemas/a.json", "file:///etc/passwd", "\0"],
).map(lambda target: {"$ref": target})  # fmt: skip
_LEAVES = st.one_of(
    st.none(), st.booleans(), _NUMBERS, _TEXTS, _NAMES, _KEYWORDS, _PATTERNS, _REFS, st.just([]), st.just({}),
    st.sampled_from(["string", "integer", "object", "array", "boolean", "number", "null", "date", "read", "write"]),
)  # fmt: skip


def _containers(document: Any) -> Iterator[Any]:
    """Every mapping and list in a document that holds something."""
    stack = [document]
    while stack:
        node = stack.pop()
        if isinstance(node, (dict, list)) and node:
            yield node
            stack += node.values() if isinstance(node, dict) else node


_SCHEMAS: st.SearchStrategy[Any] = st.recursive(
    st.builds(
        lambda kind, more: {"type": kind, **more},
        st.sampled_from(["string", "integer", "number", "boolean"]),
        st.dictionaries(st.sampled_from(["description", "title", "x-since"]), _TEXTS, max_size=2),
    )
    | st.builds(lambda text: {"type": "string", "default": text, "example": text}, _TEXTS)
    | st.builds(
        lambda values: {"type": "string", "enum": values}, st.lists(_TEXTS, min_size=1, max_size=4, unique=True)
    ),
    lambda inner: st.one_of(
        st.builds(lambda parts: {"type": "object", "properties": parts}, st.dictionaries(_TEXTS | _NAMES, inner, max_size=3)),
        st.builds(lambda item: {"type": "array", "items": item}, inner),
        st.builds(lambda how, parts: {how: parts}, st.sampled_from(["oneOf", "anyOf"]), st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda item: {"type": "object", "additionalProperties": item}, inner),
    ),
    max_leaves=6,
)  # fmt: skip


@st.composite
def reworded(draw: st.DrawFn, start: int) -> dict[str, Any]:
    """A folder whose texts, names and schemas are others, so that most of it still is what it should be."""
    folder = json.loads(json.dumps(STARTS[start]))
    found = [*_containers(next(iter(folder.values())))]
    texts = [(node, key) for node in found if isinstance(node, dict) for key in node if key in _SPOKEN]
    properties = [
        node["properties"] for node in found if isinstance(node, dict) and isinstance(node.get("properties"), dict)
    ]
    for _ in range(draw(st.integers(1, 6))):
        how = draw(st.sampled_from(["say", "name", "describe"]))
        holder = draw(st.sampled_from(properties))
        if how == "say" and texts:
            node, key = draw(st.sampled_from(texts))
            node[key] = draw(_TEXTS)
        elif how == "name":
            holder[draw(_TEXTS | _NAMES)] = draw(_SCHEMAS)
        elif holder:
            holder[draw(st.sampled_from([*holder]))] = draw(_SCHEMAS)
    return folder


_SPOKEN = frozenset({"description", "title", "summary", "x-since", "x-deprecated"})


@st.composite
def changed(draw: st.DrawFn, start: int) -> dict[str, Any]:
    """A folder of specs with one to six changes somewhere in it."""
    folder = json.loads(json.dumps(STARTS[start]))
    for _ in range(draw(st.integers(1, 6))):
        found = [*_containers(folder[draw(st.sampled_from([*folder]))])]
        if found:
            _change(draw, draw(st.sampled_from(found)), found)
    return folder


def _change(draw: st.DrawFn, node: Any, others: list[Any]) -> None:
    keys = [*node] if isinstance(node, dict) else [*range(len(node))]
    key = draw(st.sampled_from(keys))
    how = draw(st.sampled_from(["replace", "replace", "delete", "rename", "add", "copy", "nest", "swap"]))
    if how == "delete":
        del node[key]
    elif how == "rename" and isinstance(node, dict):
        node[draw(_NAMES | _TEXTS | _KEYWORDS)] = node.pop(key)
    elif how == "add" and isinstance(node, dict):
        node[draw(_KEYWORDS | _NAMES)] = draw(_LEAVES)
    elif how == "copy":
        node[key] = json.loads(json.dumps(draw(st.sampled_from(others))))
    elif how == "nest":
        node[key] = _nested(node[key], draw(st.sampled_from(["allOf", "items", "properties", ""])), draw(_DEPTHS))
    elif how == "swap":
        other = draw(st.sampled_from(keys))
        node[key], node[other] = node[other], node[key]
    else:
        node[key] = draw(_LEAVES)


_DEPTHS = st.sampled_from([1, 2, 30, 90])


def _nested(inner: Any, by: str, depth: int) -> Any:
    for _ in range(depth):
        inner = (
            {"allOf": [inner]}
            if by == "allOf"
            else [inner]
            if not by
            else {by: {"x": inner} if by == "properties" else inner}
        )
    return inner


STARTS = starts()
FOLDERS = st.sampled_from([0, 1]).flatmap(lambda start: changed(start) | reworded(start))
OWN = reworded(0)  # little enough to be rendered in a moment
