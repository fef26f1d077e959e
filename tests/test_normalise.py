"""The stage as a whole: groups, what is left out, the order of problems, determinism, cost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lowering import dialect, enums, failing, inputs, lower, models, operations, run, said, specs, warnings

from generator.ir import AnyOf, EnumRef, ListOf, MapOf, ModelRef, Type
from generator.listing import as_json
from generator.normalise.normalise import normalise
from generator.origin import Origin, Problem, SpecError
from generator.problems import Problems, in_file_order
from generator.specs.load import parse
from generator.specs.resolve import References
from generator.specs.sources import Source
from generator.specs.specs import Specs

ROOT = Path(__file__).resolve().parent.parent

# ---- The Api


def test_declared_tags_come_first_and_those_without_operations_not_at_all() -> None:
    document = parse(Source("spec.yml", """
openapi: 3.0.3
info: {title: A title, version: 1.5, description: About.}
tags: [{name: Billing, description: Money.}, {name: Empty}, {name: Clients}]
paths:
  /?action=A: {post: {tags: [Other], responses: {'200': {description: ''}}}}
  /?action=B: {post: {tags: [Clients], responses: {'200': {description: ''}}}}
  /?action=C: {post: {responses: {'200': {description: ''}}}}
  /?action=D: {post: {tags: [Billing], responses: {'200': {description: ''}}}}
components: {schemas: {AuthCredentials: {type: object}}}
"""))  # fmt: skip
    api, problems = normalise(Specs(document, (), References(document), ()), dialect())
    assert problems == []
    assert (api.title, api.version, api.doc, api.words) == ("A title", "1.5", "About.", ("OAuth",))
    assert [(group.name, group.doc) for group in api.groups] == [
        ("Billing", "Money."), ("Clients", ""), ("Other", ""), ("General", ""),
    ]  # fmt: skip


def test_a_document_without_paths_is_an_api_without_operations() -> None:
    assert lower("{}").groups == ()


def test_enums_are_named_after_fields_of_models_and_not_after_parameters() -> None:
    api = lower("""
        /?action=Set: {request: {properties: {state: {enum: [a, b]}}}}
        /?action=Get: {response: {$ref: Client}}
        Client: {type: object, properties: {status: {enum: [b, a]}, x: {}}}
    """)
    assert enums(api) == {"ClientStatus": ("b", "a")}


# ---- What is left out


def test_a_schema_that_no_operation_uses_is_reported() -> None:
    text = """
        /?action=Get: {response: {$ref: Used}}
        Used: {type: object, properties: {a: {$ref: Also}, b: {}}}
        Also: {type: object, properties: {a: {type: string}}}
        Unused: {type: object, properties: {a: {$ref: Inner}}}
        Inner: {type: object, properties: {a: {type: string}}}
    """
    assert warnings(text) == [
        "4: the schema `Unused` is not used by any operation, and left out",
        "5: the schema `Inner` is not used by any operation, and left out",
    ]
    assert list(models(run(text)[0])) == ["Used", "Also"]


def test_webhooks_are_reported() -> None:
    document = parse(Source("spec.yml", """
openapi: 3.1.0
info: {title: A, version: '1'}
webhooks: {paid: {post: {responses: {'200': {description: ''}}}}}
components: {schemas: {AuthCredentials: {type: object}}}
"""))  # fmt: skip
    _, problems = normalise(Specs(document, (), References(document), ()), dialect())
    assert [said(problem) for problem in problems] == ["4: webhooks are not represented: a client only calls"]


# ---- Problems


def test_all_problems_of_a_run_are_told_at_once_and_in_the_order_of_the_file() -> None:
    found = failing(lambda: run("""
        /?action=A: {request: {properties: {a: {type: integer, x-encoding: comma}}}}
        /nothing: {response: {type: object}}
        /?action=B: {tags: [x, y], response: {$ref: R}}
        R: {allOf: [{properties: {id: {type: string}}}, {properties: {id: {type: integer}}}]}
        /?action=A: {response: {type: object}, x-since: []}
    """.replace("/?action=A: {response", "/?responsetype=json&action=A: {response")))  # fmt: skip
    assert [said(problem) for problem in found] == [
        "1: the encoding of `a` is for a list",
        "2: the path `/nothing` names no action",
        "3: `B` has 2 tags; the first one is its group",
        "4: type integer contradicts string, which also holds here",
        "5: the action `A` is described twice",
    ]


def test_what_was_doubtful_before_is_told_with_the_errors() -> None:
    document = parse(Source("spec.yml", "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {/x: {post: {}}}"))
    earlier = Problem("odd", document.at("info"), "think about it", warning=True)
    found = failing(lambda: normalise(Specs(document, (), References(document), (earlier,)), dialect()))
    assert [problem.message for problem in found][:2] == ["odd", "the path `/x` names no action"]


def test_long_names_are_cut_in_messages() -> None:
    (found,) = failing(lambda: run(f"? /{'x' * 10_000}\n: {{response: {{type: string}}}}"))
    assert len(found.message) < 120


def test_the_order_of_problems_is_that_of_the_files_then_of_the_lines() -> None:
    places = [("b.yml", 3), ("a.yml", 9), ("main.yml", 2), ("b.yml", 1), ("main.yml", 1), ("b.yml", 1)]
    found = [Problem(file, Origin(file, "", line, 1), "") for file, line in places]
    ordered = [(problem.origin.file, problem.origin.line) for problem in in_file_order(found, ["main.yml"])]
    assert ordered == [("main.yml", 1), ("main.yml", 2), ("a.yml", 9), ("b.yml", 1), ("b.yml", 3)]


def test_a_problem_is_told_once() -> None:
    problems = Problems()
    for _ in range(2):
        problems.warn("odd", Origin("a", "", 1, 1), "hint")
    assert len(list(problems)) == 1


# ---- In general

_TYPES = ["string", "integer", "number", "boolean", "object", "array", "null"]
_SCHEMAS = st.recursive(
    st.one_of(
        st.just({}),
        st.sampled_from([{"$ref": f"#/components/schemas/{name}"} for name in "ABC"]),
        st.fixed_dictionaries({"type": st.sampled_from(_TYPES) | st.lists(st.sampled_from(_TYPES), min_size=1, unique=True)}),
        st.fixed_dictionaries({"enum": st.lists(st.sampled_from(["a", "b", 1, True, None, 0.5]), min_size=1, max_size=3)}),
        st.fixed_dictionaries({"format": st.sampled_from(["date", "byte", "odd"]), "minLength": st.just(1)}),
    ),
    lambda inner: st.one_of(
        st.fixed_dictionaries({"properties": st.dictionaries(st.sampled_from(["a", "b", "", "😀"]), inner, max_size=3)}),
        st.fixed_dictionaries({"items": inner, "type": st.just("array")}),
        st.fixed_dictionaries({"additionalProperties": inner}),
        st.fixed_dictionaries({"allOf": st.lists(inner, min_size=1, max_size=2)}),
        st.fixed_dictionaries({"oneOf": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"anyOf": st.lists(inner, min_size=1, max_size=2), "type": st.just("object")}),
        st.fixed_dictionaries({"type": st.just("object"), "properties": st.fixed_dictionaries({"list": inner})}),
    ),
    max_leaves=8,
)  # fmt: skip


def _held(type_: Type) -> list[Type]:
    match type_:
        case ListOf(item=inner) | MapOf(value=inner):
            return [type_, *_held(inner)]
        case AnyOf(options=options):
            return [type_, *(found for option in options for found in _held(option))]
    return [type_]


@settings(deadline=None, max_examples=200)
@given(_SCHEMAS, _SCHEMAS, _SCHEMAS)
def test_any_schema_becomes_an_api_that_hangs_together_or_problems_with_places(a: object, b: object, c: object) -> None:
    text = (
        f"/?action=Get: {{request: {{properties: {{it: {a!r}}}}}, response: {{properties: {{it: {b!r}, x: {{}}}}}}}}\n"
    )
    text = text + f"A: {a!r}\nB: {b!r}\nC: {c!r}\n"
    text = text.replace("None", "null").replace("True", "true")
    try:
        api, problems = run(text, valid=False, version="3.1.0")
    except SpecError as error:
        assert all(problem.origin.file and problem.message and problem.hint for problem in error.problems)
        return
    assert all(problem.warning and problem.origin.file for problem in problems)
    in_responses = [held for model in api.models for field in model.fields for held in _held(field.type)]
    in_requests = [held for model in api.inputs for field in model.fields for held in _held(field.type)]
    in_requests += [held for found in operations(api).values() for param in found.params for held in _held(param.type)]
    assert {held.name for held in in_responses if isinstance(held, ModelRef)} <= models(api).keys()
    assert {held.name for held in in_requests if isinstance(held, ModelRef)} == inputs(api).keys()
    assert {held.name for held in (*in_responses, *in_requests) if isinstance(held, EnumRef)} == enums(api).keys()
    values = [(enum.kind, frozenset(enum.values)) for enum in api.enums]
    assert len(set(values)) == len(values)
    assert not any(
        isinstance(option, AnyOf) for held in in_responses if isinstance(held, AnyOf) for option in held.options
    )


@pytest.mark.parametrize("seed", ["1", "2"])
def test_hash_seeds_change_nothing(seed: str) -> None:
    """Names of limits and extensions go through sets on their way; none of that may show."""
    script = (
        "from lowering import *\n"
        "from generator.listing import as_json\n"
        "print(as_json(run('''/?action=Get:\n"
        "  request: {properties: {username: {type: string}, password: {maxLength: 5, minLength: 1, pattern: a}}}\n"
        "  response: {properties: {a: {enum: [c, a, b]}, b: {minimum: 1, maximum: 2, multipleOf: 3}}}\n''')[0]))"
    )
    command = [sys.executable, "-c", script]
    found = [
        subprocess.run(
            command, cwd=ROOT / "tests", env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("0", seed)
    ]  # fmt: skip
    assert found[0] == found[1]


def _seconds(count: int) -> float:
    """CPU time for an API of so many actions, each with models and enums of its own."""
    blocks = [
        f"""
/?action=Get{i}: {{request: {{allOf: [{{$ref: AuthCredentials}}, {{properties: {{limitstart: {{type: integer}},
  limitnum: {{type: integer}}, state: {{enum: [s{i}, t{i}]}}}}}}]}}, response: {{$ref: Page{i}}}}}
Page{i}: {{type: object, properties: {{result: {{type: string}}, rows: {{properties: {{row: {{type: array, items: {{$ref: Row{i}}}}}}}}}}}}}
Row{i}: {{allOf: [{{$ref: Base{i}}}, {{properties: {{b: {{oneOf: [{{type: integer}}, {{enum: [all]}}]}}, c: {{enum: [c{i}]}}}}}}]}}
Base{i}: {{type: object, properties: {{a: {{type: string, maxLength: 5}}, inner: {{type: object, properties: {{n: {{}}}}}}}}}}"""
        for i in range(count)
    ]
    made, known = specs("\n".join(blocks), valid=False), dialect()
    best = float("inf")
    for _ in range(3):
        begun = process_time()
        api, _ = normalise(made, known)
        best = min(best, process_time() - begun)
    assert len(operations(api)) == count
    assert as_json(api)
    return best


def test_the_cost_is_linear_in_the_size_of_the_spec() -> None:
    assert _seconds(400) / _seconds(50) < 8 * 3
