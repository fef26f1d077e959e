"""Overlays change a document as the OpenAPI Overlay Specification says, and every value keeps its place."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loading import CASES, document, failure, place, said

from generator.specs import overlay
from generator.specs.node import Map
from generator.specs.overlay import apply, merge
from generator.specs.validate import validate_overlay

DOCUMENT = """
openapi: 3.0.3
info: {title: T, version: "1", xs: [1, 2]}
tags: [{name: a}, {name: b}, {name: c}]
paths:
  /a:
    get: {summary: A, tags: [x], deprecated: false}
    put: {summary: B}
  /b:
    get: {summary: C}
"""


def overlays(*actions: str, version: str = "1.0.0", name: str = "overlays/10.yml") -> Map:
    """An overlay with actions in flow style, each on a line of its own, from line 4."""
    lines = [
        f"overlay: {version}",
        "info: {title: O, version: '1'}",
        "actions:",
        *(f"- {action}" for action in actions),
    ]
    found = document("\n".join(lines), name)
    assert validate_overlay(found) == []
    return found


def applied(*actions: str, version: str = "1.0.0") -> Any:
    return apply(document(DOCUMENT), [overlays(*actions, version=version)])


def problems(*actions: str, version: str = "1.0.0") -> list[tuple[str, str]]:
    """What each problem points at in its action, and its message; ``W`` before that of a warning."""
    found = merge(document(DOCUMENT), [overlays(*actions, version=version)]).problems
    return [
        (f"- {actions[problem.origin.line - 4]}"[problem.origin.column - 1 :], "W " * problem.warning + problem.message)
        for problem in found
    ]


def assert_one(found: list[tuple[str, str]], at: str, message: str) -> None:
    assert [text for _, text in found] == [message]
    assert found[0][0].startswith(at)


def test_an_object_is_merged_recursively() -> None:
    merged = applied("{target: \"$.paths['/a']\", update: {get: {summary: New, x-more: {y: 1}}, post: {}}}")
    assert merged["paths"] == {
        "/a": {
            "get": {"summary": "New", "tags": ["x"], "deprecated": False, "x-more": {"y": 1}},
            "put": {"summary": "B"},
            "post": {},
        },
        "/b": {"get": {"summary": "C"}},
    }


def test_paths_and_components_are_added_to_what_holds_them() -> None:
    merged = applied(
        "{target: $.paths, update: {/c: {}}}",
        "{target: $, update: {paths: {/d: {}}, components: {schemas: {A: {}}}}}",
        "{target: $.components, update: {schemas: {B: {}}, responses: {A: {}}}}",
        "{target: $.components.schemas, update: {C: {}}}",
    )
    assert [*merged["paths"]] == ["/a", "/b", "/c", "/d"]
    assert merged["components"] == {"schemas": {"A": {}, "B": {}, "C": {}}, "responses": {"A": {}}}


_SCHEMA = '{target: $, update: {components: {schemas: {"It\'s": {type: object}}}}}'


@pytest.mark.parametrize(
    ("action", "at", "message", "target"),
    [
        ("{target: $.paths, update: {/c: {}, /a: {}}}", "/a", "the path `/a`", "$.paths['/a']"),
        ("{target: $, update: {paths: {/a: {post: {}}}}}", "/a", "the path `/a`", "$.paths['/a']"),
        ("{target: $.components.schemas, update: {\"It's\": {}}}", '"It', "the component `It's`", r"$.components.schemas['It\'s']"),
        ("{target: $.components, update: {schemas: {\"It's\": {}}}}", '"It', "the component `It's`", r"$.components.schemas['It\'s']"),
    ],
)  # fmt: skip
def test_what_is_there_already_cannot_be_added(action: str, at: str, message: str, target: str) -> None:
    found = problems(_SCHEMA, action)
    assert_one(found, at, f"this adds {message}, and the document has it already")
    merged = merge(document(DOCUMENT), [overlays(_SCHEMA, action)])
    assert merged.problems[0].hint.endswith(f" {target}")
    assert "post" not in merged.document["paths"]["/a"]
    # The target that is proposed is one.
    correction = json.dumps({"target": target, "update": {"x-corrected": True}})
    assert problems(_SCHEMA, correction) == []


def test_what_another_overlay_added_cannot_be_added_again() -> None:
    one, other = (overlays("{target: $.paths, update: {/c: {}}}", name=f"overlays/{name}.yml") for name in ("10", "20"))
    (problem,) = merge(document(DOCUMENT), [one, other]).problems
    assert str(problem.origin).startswith("overlays/20.yml:4:")
    assert [str(place) for _, place in problem.also] == ["overlays/10.yml:4:30"]


def test_what_was_removed_can_be_added() -> None:
    merged = applied("{target: \"$.paths['/a']\", remove: true}", "{target: $.paths, update: {/a: {}}}")
    assert merged["paths"]["/a"] == {}


def test_the_root_can_be_updated() -> None:
    assert applied("{target: $, update: {x-new: 1}}")["x-new"] == 1


def test_an_update_of_a_list_is_appended_as_one_item() -> None:
    assert applied("{target: $.tags, update: {name: d}}")["tags"][2:] == [{"name": "c"}, {"name": "d"}]
    assert applied("{target: \"$.paths['/a'].get.tags\", update: y}")["paths"]["/a"]["get"]["tags"] == ["x", "y"]


def test_lists_inside_of_objects_are_concatenated() -> None:
    assert applied("{target: $.info, update: {xs: [2, 3]}}")["info"]["xs"] == [1, 2, 2, 3]


def test_single_values_are_replaced_by_anything() -> None:
    merged = applied("{target: \"$.paths['/a'].get\", update: {summary: [1], deprecated: {a: 1}}}")
    assert merged["paths"]["/a"]["get"] == {"summary": [1], "tags": ["x"], "deprecated": {"a": 1}}


def test_null_is_a_value() -> None:
    assert applied("{target: $.info, update: {title: null}}")["info"]["title"] is None
    assert applied("{target: $.tags, update: null}")["tags"][-1] is None


def test_remove_takes_entries_out_of_objects_and_lists() -> None:
    assert "/a" not in applied("{target: \"$.paths['/a']\", remove: true}")["paths"]
    assert applied('{target: "$.tags[0,2]", remove: true}')["tags"] == [{"name": "b"}]
    assert applied("{target: \"$.tags[?@.name != 'b']\", remove: true}")["tags"] == [{"name": "b"}]
    assert applied('{target: "$.info.xs[?@ == 1]", remove: true}')["info"]["xs"] == [2]
    assert applied('{target: "$.tags[*]", remove: true}')["tags"] == []
    assert "title" not in applied("{target: $.info.title, remove: true}")["info"]


def test_what_is_removed_together_with_its_container_is_gone_once() -> None:
    assert applied("{target: '$..*', remove: true}") == {}
    assert applied("{target: \"$['info', 'info']\", remove: true}").keys() == {"openapi", "tags", "paths"}


def test_remove_false_is_as_if_it_were_not_there() -> None:
    assert applied("{target: $.info, remove: false, update: {title: N}}")["info"]["title"] == "N"


def test_actions_run_in_order_on_what_the_ones_before_left() -> None:
    merged = applied(
        "{target: $.paths, update: {/new: {get: {summary: 1}}}}",
        "{target: \"$.paths['/new'].get\", update: {summary: 2}}",
        "{target: \"$.paths['/a']\", remove: true}",
        "{target: $.paths, update: {/a: {fresh: true}}}",
    )
    assert merged["paths"]["/new"] == {"get": {"summary": 2}}
    assert merged["paths"]["/a"] == {"fresh": True}


def test_overlays_run_one_after_the_other() -> None:
    first = overlays("{target: $.info, update: {xa: 1}}")
    second = overlays("{target: $.info.xa, update: 2}", version="1.1.0", name="overlays/20.yml")
    assert apply(document(DOCUMENT), [first, second])["info"]["xa"] == 2
    assert said(failure(lambda: apply(document(DOCUMENT), [second, first]))) == [
        "overlays/20.yml:4:12 `$.info.xa` matches nothing"
    ]


def test_targets_do_not_share_what_they_are_given() -> None:
    merged = applied(
        "{target: '$.paths.*.get', update: {x: {y: []}}}",
        "{target: \"$.paths['/a'].get.x\", update: {y: [1], z: 2}}",
    )
    assert merged["paths"]["/a"]["get"]["x"] == {"y": [1], "z": 2}
    assert merged["paths"]["/b"]["get"]["x"] == {"y": []}


def test_neither_document_nor_overlay_is_changed() -> None:
    original, changes = document(DOCUMENT), overlays("{target: '$.paths.*', update: {get: {x: {}}}}")
    before = json.dumps([original, changes])
    merged = apply(original, [changes])
    merged["paths"]["/a"]["get"]["x"]["more"] = 1
    assert json.dumps([original, changes]) == before


class TestVersion11:
    def test_single_values_can_be_targets(self) -> None:
        merged = applied("{target: $.info.title, update: N}", "{target: '$.info.xs[1]', update: 5}", version="1.1.0")
        assert merged["info"] == {"title": "N", "version": "1", "xs": [1, 5]}

    def test_copy_merges_a_part_of_the_document_into_the_targets(self) -> None:
        merged = applied(
            "{target: \"$.paths['/b']\", copy: \"$.paths['/a']\"}",
            "{target: $.tags, copy: '$.tags[0]'}",
            version="1.1.0",
        )
        assert merged["paths"]["/b"] == {
            "get": {"summary": "A", "tags": ["x"], "deprecated": False},
            "put": {"summary": "B"},
        }
        assert merged["tags"][3] == {"name": "a"}

    def test_a_copy_is_taken_before_it_is_put_anywhere(self) -> None:
        merged = applied("{target: $.info, copy: $}", version="1.1.0")
        assert set(merged["info"]["info"]) == {"title", "version", "xs"}

    @pytest.mark.parametrize(
        ("copied", "message"),
        [
            ("$.nope", "`$.nope` matches nothing"),
            ("$.paths.*", "`$.paths.*` matches 2 places, and only one can be copied"),
            ("$.", "`$.` is no JSONPath: unexpected end of expression"),
        ],
    )
    def test_exactly_one_place_is_copied(self, copied: str, message: str) -> None:
        found = problems(f"{{target: $.info, copy: '{copied}'}}", version="1.1.0")
        assert_one(found, f"'{copied}'", message)


@pytest.mark.parametrize(
    ("action", "at", "message"),
    [
        ("{target: $.nope, update: {}}", "$.nope", "`$.nope` matches nothing"),
        ("{target: \"$.paths['/A']\", remove: true}", '"$', "`$.paths['/A']` matches nothing"),
        ("{target: '$.tags[3]', remove: true}", "'$", "`$.tags[3]` matches nothing"),
        ("{target: '', update: {}}", "''", "`` is no JSONPath: "),
        ("{target: info, update: {}}", "info", "`info` is no JSONPath: "),
        ("{target: '$.info[?foo]', update: {}}", "'$", "`$.info[?foo]` is no JSONPath: "),
        ("{target: '$.info[?foo(@)]', update: {}}", "'$", "`$.info[?foo(@)]` is no JSONPath: "),
        ("{target: $, remove: true}", "$, remove", "the document itself cannot be removed"),
        ("{target: $.info, update: [1]}", "update", "a list cannot be merged into an object"),
        ("{target: $.info, update: text}", "update", "a single value cannot be merged into an object"),
        ("{target: $.info, update: {xs: 1}}", "xs", "`xs` is a single value here and a list in the document"),
        ("{target: $, update: {info: [1]}}", "info", "`info` is a list here and an object in the document"),
        ("{target: $, update: {tags: {}}}", "tags", "`tags` is an object here and a list in the document"),
        ("{target: $, update: {paths: null}}", "paths", "`paths` is a single value here and an object in the document"),
        ("{target: $.info.title, update: N}", "$", "`$.info.title` matches a single value, which Overlay 1.0 cannot "),
    ],
)  # fmt: skip
def test_an_action_that_cannot_be_applied_is_an_error_at_its_line(action: str, at: str, message: str) -> None:
    found = problems("{target: $.info, update: {x: 1}}", action)
    assert len(found) == 1
    assert found[0][0].startswith(at)
    assert found[0][1].startswith(message)


_UNNEEDED = "this action changes nothing: the document says all of it already"
_NESTED = "the whole list becomes one item of the list that it is appended to"


@pytest.mark.parametrize(
    ("action", "at", "message"),
    [
        ("{target: $.info, update: {title: T}}", "update", _UNNEEDED),
        ("{target: $.info, update: {}}", "update", _UNNEEDED),
        ("{target: $.info}", "target", "this action does nothing"),
        ("{target: $.info.title, remove: true, update: {}}", "update", "`update` has no effect beside `remove`"),
        ("{target: $.tags, update: [{}]}", "update", _NESTED),
    ],
)  # fmt: skip
def test_an_action_that_is_not_meant_so_is_a_warning(action: str, at: str, message: str) -> None:
    assert_one(problems(action), at, f"W {message}")


def test_true_is_not_the_same_as_one() -> None:
    assert applied("{target: $, update: {x: 1}}", "{target: $, update: {x: true}}")["x"] is True
    assert problems("{target: $, update: {x: 1}}", "{target: $, update: {x: true}}") == []


def test_every_problem_of_every_overlay_is_reported() -> None:
    first = overlays("{target: $.a, update: {}}", "{target: $.info, update: 1}", "{target: $.b, remove: true}")
    second = overlays("{target: $.c, update: {}}", name="overlays/20.yml")
    found = failure(lambda: apply(document(DOCUMENT), [first, second]))
    assert [(problem.origin.file, problem.origin.line) for problem in found] == [
        ("overlays/10.yml", 4), ("overlays/10.yml", 5), ("overlays/10.yml", 6), ("overlays/20.yml", 4),
    ]  # fmt: skip


def test_values_keep_the_place_where_they_were_written() -> None:
    merged = applied(
        "{target: \"$.paths['/a'].get\", update: {summary: New, x: {y: [1]}, tags: [z]}}",
        "{target: '$.paths.*.get', update: {same: {a: 1}}}",
        "{target: $.tags, update: {name: d}}",
        "{target: '$.tags[0]', remove: true}",
    )
    get = merged["paths"]["/a"]["get"]
    assert [place(get.origin), place(get.at("deprecated")), place(get["tags"].at(0))] == ["7:10", "7:34", "7:30"]
    assert [place(get.at("summary")), place(get.value_at("summary"))] == [
        "overlays/10.yml:4:42",
        "overlays/10.yml:4:51",
    ]
    assert get["x"]["y"].at(0).pointer == "/actions/0/update/x/y/0"
    assert get["tags"].at(1).pointer == "/actions/0/update/tags/0"
    assert merged["paths"]["/b"]["get"]["same"].value_at("a").pointer == "/actions/1/update/same/a"
    assert [merged["tags"].at(index).pointer for index in range(3)] == ["/tags/1", "/tags/2", "/actions/2/update"]
    assert merged["tags"][1].at("name").pointer == "/tags/2/name"


# Laws, on documents that nobody would think of.

_KEYS = st.sampled_from(["a", "b", "c", "d/e", "~"])
_VALUES = st.recursive(
    st.sampled_from([None, True, False, 0, 1, "x", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=12,
)
_OBJECTS = st.dictionaries(_KEYS, _VALUES, max_size=4)


def _merged(old: Any, new: Any) -> Any:
    """The specification's merge on plain data; raises TypeError where it has none."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: _merged(old[key], value) if key in old else value for key, value in new.items()}}
    if isinstance(old, list) and isinstance(new, list):
        return old + new
    if isinstance(old, dict | list):
        raise TypeError
    return new


def _overlay(*actions: dict[str, Any]) -> Map:
    return document(json.dumps({"overlay": "1.1.0", "info": {}, "actions": actions}), "overlays/10.json")


@CASES
@given(_OBJECTS, _OBJECTS)
def test_merging_is_what_the_specification_says(old: dict[str, Any], new: dict[str, Any]) -> None:
    found = merge(document(json.dumps(old), "a.json"), [_overlay({"target": "$", "update": new})])
    try:
        expected = _merged(old, new)
    except TypeError:
        assert any(not problem.warning for problem in found.problems)
    else:
        assert found.document == expected
        assert all(problem.warning for problem in found.problems)
        assert list(found.document) == list(expected)


@CASES
@given(_OBJECTS, _OBJECTS)
def test_nothing_changes_exactly_when_the_warning_says_so(old: dict[str, Any], new: dict[str, Any]) -> None:
    found = merge(document(json.dumps(old), "a.json"), [_overlay({"target": "$", "update": new})])
    if all(problem.warning for problem in found.problems):
        assert bool(found.problems) == (json.dumps(found.document) == json.dumps(old))


@CASES
@given(_OBJECTS)
def test_copying_the_whole_document_under_a_new_name_keeps_it(value: dict[str, Any]) -> None:
    found = merge(document(json.dumps(value), "a.json"), [_overlay({"target": "$", "copy": "$"})])
    assert "new" not in value
    renamed = _overlay({"target": "$", "update": {"new": {}}}, {"target": "$.new", "copy": "$"})
    result = merge(document(json.dumps(value), "a.json"), [renamed])
    assert result.document["new"] == {**value, "new": {}}
    assert found.document.keys() == value.keys()


@CASES
@given(_OBJECTS, st.sampled_from(["$.a", "$.*", "$..a", "$..*", "$..[0]", "$.b[*]", "$['a', 'b']"]))
def test_what_was_removed_is_matched_no_more(value: dict[str, Any], target: str) -> None:
    found = merge(document(json.dumps(value), "a.json"), [_overlay({"target": target, "remove": True})])
    again = merge(found.document, [_overlay({"target": target, "remove": True})])
    if target not in ("$..[0]", "$.b[*]"):  # the next item has taken its place
        assert [problem.message for problem in again.problems] == [f"`{target}` matches nothing"]


class TestSafety:
    @pytest.mark.parametrize("action", ["{target: $.tags, copy: $.tags}", "{target: $.info.xs, copy: $}"])
    def test_doubling_copies_end_in_a_problem(self, action: str) -> None:
        begun = time.perf_counter()
        found = problems(*[action] * 60, version="1.1.0")
        assert "the result is nested deeper" in found[-1][1] or "the overlays add more" in found[-1][1]
        assert time.perf_counter() - begun < 10

    def test_many_targets_of_a_large_update_end_in_a_problem(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(overlay, "MAX_ADDED", 30)
        action = "{target: '$.paths.*.*', update: {a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}}"
        assert_one(problems(action), "target", "the overlays add more than 30 nodes")

    def test_depth_has_a_bound(self) -> None:
        deep = "[" * 60 + "]" * 60
        into = "$.info.a" + "[0]" * 50
        found = problems(
            f"{{target: $.info, update: {{a: {deep}}}}}", f"{{target: '{into}', copy: $.info.a}}", version="1.1.0"
        )
        assert_one(found, "copy", "the result is nested deeper than 100 levels")

    @pytest.mark.parametrize(
        "target",
        ["$" + "[?(@" * 2000, "$[?" + "(" * 5000, "$..[?@.a" + " && @.a" * 3000 + "]", "$" + ".a" * 5000],
        ids=["filters", "brackets", "conditions", "names"],
    )
    def test_endless_queries_are_refused_or_match_nothing(self, target: str) -> None:
        assert len(problems(f"{{target: '{target}', update: {{}}}}")) == 1
