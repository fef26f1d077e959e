"""What is said of a change: its message, its order, its methods and places."""

from __future__ import annotations

import pytest
from diffing import SPEC, changes
from test_diff_changes import edited

from generator.diff.catalogue import Impact


def test_null_among_items_is_no_demand() -> None:
    of_each = SPEC.replace("comma, items: {type: string}", "comma, items: {type: string, maxLength: 9}")
    nulls = of_each.replace("maxLength: 9", "maxLength: 8, nullable: true")
    assert {(change.code, change.message) for change in changes(of_each, nulls)} == {
        ("param-limit-tightened", "of `files` of `things.get_things` is demanded: `each at most 8 characters`"),
        ("param-limit-loosened", "items of `files` of `things.get_things` may be null"),
    }


def test_an_action_in_another_case_keeps_its_method_and_what_else_changes_about_it_is_told() -> None:
    other = edited("?action=AddThing:", "?action=addThing:").replace(
        "agreed: {type: boolean}", "agreed: {type: string}"
    )
    assert {(change.code, change.subject, change.message) for change in changes(SPEC, other)} == {
        ("action-renamed", "addThing", "`things.add_thing` sends the action `addThing`, no longer `AddThing`"),
        (
            "param-narrowed",
            "addThing.agreed",
            "`agreed` of `things.add_thing` takes text, no longer boolean",
        ),
    }


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "{type: string, enum: [big, small]}", "{type: integer, enum: [1, 2]}",
            "`kind` of `things.get_things` takes `GetThingsKind` of integer, no longer `GetThingsKind` of text",
        ),
        (
            "{type: string, enum: [New, Used]}", "{type: integer, enum: [1, 2]}",
            "`state` of `Thing` is `ThingState` of integer, no longer `ThingState` of text",
        ),
        (
            "note: {type: string}", "note: {type: string, format: email}",
            "`note` of `things.get_things` takes the same values, described as text with the format `email`, no longer as text",
        ),
        (
            "notes: {type: array, items: {type: string}}", "notes: {type: array, items: {type: string, format: uri}}",
            "`notes` of `Thing` is read as before, and described as list of text with the format `uri`, no longer as list of text",
        ),
        (
            "{type: string, enum: [New, Used]}", "{type: string}",
            "`state` of `Thing` is read as before, and described as text, no longer as `ThingState`",
        ),
    ],
)  # fmt: skip
def test_two_types_are_told_apart_by_what_differs(before: str, after: str, message: str) -> None:
    assert message in {change.message for change in changes(SPEC, edited(before, after))}


def test_the_worst_comes_first_and_each_change_says_who_is_concerned_and_where() -> None:
    other = SPEC.replace("    id: {type: integer}\n    size", "    size").replace("      note: {type: string}\n", "")
    told = changes(SPEC, other.replace("summary: Add a thing", "summary: Add it"))
    assert [change.impact for change in told] == [Impact.BREAKING, Impact.BREAKING, Impact.COSMETIC]
    param, field, docs = told
    assert (param.message, param.methods) == (
        "`things.get_things` no longer takes `note`",
        ("things.get_things", "things.iter_get_things"),
    )
    assert (param.old.line, param.new.line) == (14, 1)
    assert (field.message, field.methods) == ("`Thing` no longer has `id`", ("things.get_things", "things.add_thing"))
    assert docs.methods == ("things.add_thing",)


def test_texts_are_data() -> None:
    hostile = SPEC.replace("note: {type: string}\n      rows", '"`}}\\u202e\\n{%": {type: string}\n      rows')
    (gone, new) = sorted(changes(SPEC, hostile), key=lambda change: change.code, reverse=True)
    assert new.subject == "GetThings.`}}\u202e\n{%"
    assert gone.code == "param-removed"
