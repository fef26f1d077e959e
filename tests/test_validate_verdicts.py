"""The verdicts are those of the libraries, also on documents that are wrong in ways that nobody thought of."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from loading import CASES, document
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

from generator.specs.explain import explain
from generator.specs.plain import plainly_valid
from generator.specs.validate import _openapi, validate_json_schema

SPEC = Path(__file__).parent.parent / "specs" / "whmcs-openapi.yml"


@cache
def _small_spec() -> dict[str, Any]:
    """A part of the published spec, with one of everything else."""
    spec: dict[str, Any] = yaml.load(SPEC.read_text("utf-8"), yaml.CSafeLoader)
    spec["paths"] = dict(list(spec["paths"].items())[:3])
    spec["components"]["schemas"] = dict(list(spec["components"]["schemas"].items())[:5])
    spec["components"] |= yaml.safe_load("""
parameters: {P: {name: a, in: query, schema: {type: integer}}, Q: {name: b, in: header, content: {a/b: {}}}}
responses: {R: {description: d, headers: {X: {schema: {type: string}}}, links: {l: {operationId: x}}}}
requestBodies: {B: {content: {a/b: {schema: {type: object}, examples: {e: {value: 1}}, encoding: {z: {headers: {}}}}}}}
callbacks: {C: {'{$request.body}': {get: {responses: {'200': {description: d}}}}}}
""")
    return spec


_JUNK: list[Any] = [
    None, True, 0, -1, 1.5, "", "x", "string", "object", "query", "path", [], {}, [1], ["a", "a"], [{}], {"a": 1},
    {"$ref": "#/x"}, {"$ref": 5}, {"type": "array"}, {"type": "string", "x-a": 1}, {"schema": {}}, {"content": {}},
    {"description": "d"}, {"name": "n", "in": "path", "required": True, "schema": {}},
    {"type": "http", "scheme": "bearer"}, {"type": "apiKey"},
]  # fmt: skip
_NAMES = [
    "$ref", "type", "properties", "items", "allOf", "enum", "required", "x-a", "schema", "content", "parameters", "not",
    "responses", "example", "examples", "additionalProperties", "200", "2", "/a", "get", "tags", "name", "in", "style",
]  # fmt: skip


def _containers(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        yield value
        for part in value.values() if isinstance(value, dict) else value:
            yield from _containers(part)


def _mutated(seed: int) -> dict[str, Any]:
    """The small spec with a few things changed."""
    choose = random.Random(seed)
    spec: dict[str, Any] = json.loads(json.dumps(_small_spec()))
    for _ in range(choose.choice([1, 1, 1, 2, 3])):
        container = choose.choice(list(_containers(spec)))
        junk = json.loads(json.dumps(choose.choice(_JUNK)))
        if isinstance(container, list):
            container.insert(choose.randint(0, len(container)), junk)
        elif container and choose.random() < 0.2:
            del container[choose.choice(list(container))]
        else:
            container[choose.choice([*container, *_NAMES])] = junk
    return spec


def _shape_problems(spec: dict[str, Any], modern: bool) -> list[Any]:
    root = document(json.dumps(spec), "openapi.json")
    return list(explain(root, _openapi(modern).errors(root)))


@CASES
@given(st.integers(0, 10**9))
def test_a_shape_is_wrong_when_openapi_spec_validator_says_so(seed: int) -> None:
    spec = _mutated(seed)
    for modern, library in ((False, OpenAPIV30SpecValidator), (True, OpenAPIV31SpecValidator)):
        spec["openapi"] = "3.1.0" if modern else "3.0.3"
        wrong = any(True for _ in library.schema_validator.iter_errors(spec))
        found = _shape_problems(spec, modern)
        # For 3.1 the library checks schemas elsewhere, and only some of them; here they are part of the shape.
        assert bool(found) == wrong if not modern else bool(found) or not wrong
        assert all(problem.origin.file == "openapi.json" and len(problem.message) < 250 for problem in found)


_KEYWORDS = [
    "type", "description", "required", "enum", "default", "minLength", "maximum", "nullable", "x-a", "$ref", "format",
    "additionalProperties", "uniqueItems", "title", "pattern", "unknown",
]  # fmt: skip
_WORTH = ["string", "object", "null", "", True, False, 0, -1, 1.5, [], ["a"], ["a", "a"], [1], None, {}]
_SCHEMAS = st.recursive(
    st.dictionaries(st.sampled_from(_KEYWORDS), st.sampled_from(_WORTH), max_size=4),
    lambda inner: st.fixed_dictionaries({}, optional={
        "type": st.sampled_from(["object", "array", "x"]), "properties": st.dictionaries(st.sampled_from("ab"), inner),
        "items": inner | st.lists(inner, max_size=2), "allOf": st.lists(inner, max_size=2), "not": inner,
        "oneOf": st.lists(inner, max_size=2), "additionalProperties": inner,
    }),
    max_leaves=5,
)  # fmt: skip


@CASES
@given(_SCHEMAS)
def test_what_is_called_plain_is_valid_everywhere(schema: dict[str, Any]) -> None:
    if plainly_valid(schema):
        assert Draft7Validator(Draft7Validator.META_SCHEMA).is_valid(schema)
        assert Draft202012Validator(Draft202012Validator.META_SCHEMA).is_valid(schema)
        spec = {
            "openapi": "3.0.3",
            "info": {"title": "", "version": ""},
            "paths": {},
            "components": {"schemas": {"A": schema}},
        }
        assert OpenAPIV30SpecValidator.schema_validator.is_valid(spec)


@CASES
@given(_SCHEMAS)
def test_a_json_schema_is_wrong_when_jsonschema_says_so(schema: dict[str, Any]) -> None:
    for validator, address in (
        (Draft7Validator, "http://json-schema.org/draft-07/schema#"),
        (Draft202012Validator, "https://json-schema.org/draft/2020-12/schema"),
    ):
        named = {"$schema": address, **schema}
        valid = validator(validator.META_SCHEMA).is_valid(named)
        assert (validate_json_schema(document(json.dumps(named), "a.json")) == []) == valid


def test_plain_is_what_nearly_all_schemas_of_the_published_spec_are() -> None:
    parts = yaml.load(SPEC.read_text("utf-8"), yaml.CSafeLoader)["components"]["schemas"].values()
    assert all(map(plainly_valid, parts))
