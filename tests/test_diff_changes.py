"""Each kind of change: a small spec, what is edited in it, and exactly what the comparison then says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from diffing import BASE, SPEC, changes, found, side
from lowering import lower

from generator.diff.catalogue import Impact
from generator.diff.compare import compare


def edited(before: str, after: str) -> str:
    assert SPEC.count(before) == 1, before
    return SPEC.replace(before, after)


# (what is edited, what it becomes) -> {code: subject}; the reverse edit -> the same
SPECS: list[tuple[str, str, set[str], set[str]]] = [
    ("      note: {type: string}\n", "", {"param-removed GetThings.note"}, {"param-added GetThings.note"}),
    (
        "required: [name]", "required: [name, email]",
        {"param-becomes-required AddThing.email"}, {"param-becomes-optional AddThing.email"},
    ),
    (
        "{required: [name], properties: {name: {type: string}, ", "{properties: {",
        {"param-removed AddThing.name"}, {"required-param-added AddThing.name"},
    ),
    (
        "since: {type: string, format: date}", "since: {type: string}",
        {"param-narrowed GetThings.since"}, {"param-widened GetThings.since"},
    ),
    (
        "age: {type: integer, ", "age: {type: number, ",
        {"param-widened GetThings.age"}, {"param-narrowed GetThings.age"},
    ),
    (
        "note: {type: string}\n      rows", "note: {type: string, format: email}\n      rows",
        {"param-hint GetThings.note"}, {"param-hint GetThings.note"},
    ),
    (
        "default: 3", "default: 4",
        {"param-default-changed GetThings.age"}, {"param-default-changed GetThings.age"},
    ),
    (
        ", default: 3", "",
        {"param-default-documented GetThings.age"}, {"param-default-documented GetThings.age"},
    ),
    (
        "minimum: 1", "minimum: 2",
        {"param-limit-tightened GetThings.age"}, {"param-limit-loosened GetThings.age"},
    ),
    (
        "minimum: 1", "minimum: 1, exclusiveMinimum: true",
        {"param-limit-tightened GetThings.age"}, {"param-limit-loosened GetThings.age"},
    ),
    (
        "minimum: 1", "minimum: 0, exclusiveMinimum: true",
        {"param-limit-documented GetThings.age"}, {"param-limit-documented GetThings.age"},
    ),
    (
        "maximum: 9", "maximum: 9, exclusiveMaximum: true",
        {"param-limit-tightened GetThings.age"}, {"param-limit-loosened GetThings.age"},
    ),
    (
        "maximum: 9, ", "",
        {"param-limit-loosened GetThings.age"}, {"param-limit-documented GetThings.age"},
    ),
    (
        ", deprecated: true, x-deprecated: Use kind.", "",
        {"param-undeprecated GetThings.old"}, {"param-deprecated GetThings.old"},
    ),
    ("Use kind.", "Use note.", {"param-docs GetThings.old"}, {"param-docs GetThings.old"}),
    (
        "pin: {type: string, x-sensitive: true}", "pin: {type: string}",
        {"param-unmasked GetThings.pin"}, {"param-masked GetThings.pin"},
    ),
    (
        ", x-encoding: comma", "",
        {"param-encoding-changed GetThings.files"}, {"param-encoding-changed GetThings.files"},
    ),
    (
        "note: {type: string}\n      rows", "note: {type: string, description: A note.}\n      rows",
        {"param-docs GetThings.note"}, {"param-docs GetThings.note"},
    ),
    (
        "  x-requires: [{any: [email, agreed]}]\n", "",
        {"requirement-removed AddThing"}, {"requirement-added AddThing"},
    ),
    (
        "{any: [email, agreed]}", "{any: [email, agreed, name]}",
        {"requirement-loosened AddThing"}, {"requirement-changed AddThing"},
    ),
    ("[one, all]", "[all, one]", set(), set()),
    ("[one, all]", "[one]", {"requirement-loosened JoinThings"}, {"requirement-changed JoinThings"}),
    (", unless: [all]", "", {"requirement-changed JoinThings"}, {"requirement-loosened JoinThings"}),
    ("{way: [side]}", "{way: [end]}", {"requirement-changed JoinThings"}, {"requirement-changed JoinThings"}),
    ("{any: [email, agreed]}", "{any: [agreed, email]}", set(), set()),
    (
        "required: [cells], ", "",
        {"param-becomes-optional Row.cells"}, {"param-becomes-required Row.cells"},
    ),
    ("label: {type: string}", "title: {type: string}", {"param-removed Row.label", "param-added Row.title"},
     {"param-removed Row.title", "param-added Row.label"}),
    ("Row: {type: object, ", "Row: {type: object, description: A row., ", {"input-docs Row"}, {"input-docs Row"}),
    (
        "      rows: {type: array, items: {$ref: Row}}\n", "",
        {"param-removed GetThings.rows", "input-removed Row"}, {"param-added GetThings.rows", "input-added Row"},
    ),
    (
        "    id: {type: integer}\n    size", "    size",
        {"field-removed Thing.id"}, {"field-added Thing.id"},
    ),
    (
        "    id: {type: integer}\n    size", "    id: {type: number}\n    size",
        {"field-type-changed Thing.id"}, {"field-type-changed Thing.id"},
    ),
    (
        "size: {anyOf: [{type: integer}, {type: string, format: date}]}", "size: {type: integer}",
        {"field-type-narrowed Thing.size"}, {"field-type-changed Thing.size"},
    ),
    (
        "[{type: integer}, {type: string, format: date}]", "[{type: string, format: date}, {type: integer}]",
        {"field-type-changed Thing.size"}, {"field-type-changed Thing.size"},
    ),
    (
        "sign: {type: string,", "sign: {type: string, format: email,",
        {"field-hint Thing.sign"}, {"field-hint Thing.sign"},
    ),
    ("required: [id]", "required: [id, state]", {"field-becomes-required Thing.state"},
     {"field-becomes-optional Thing.state"}),
    (
        ", nullable: true", "",
        {"field-becomes-non-nullable Thing.sign"}, {"field-becomes-nullable Thing.sign"},
    ),
    (
        "notes: {type: array, items: {type: string}}", "notes: {type: array, items: {type: string, nullable: true}}",
        {"field-becomes-nullable Thing.notes"}, {"field-becomes-non-nullable Thing.notes"},
    ),
    (
        "x-encoding: comma, items: {type: string}", "x-encoding: comma, items: {type: string, nullable: true}",
        {"param-limit-loosened GetThings.files"}, {"param-limit-tightened GetThings.files"},
    ),
    (
        "token: {type: string, x-sensitive: true}", "token: {type: string}",
        {"field-unmasked Thing.token"}, {"field-masked Thing.token"},
    ),
    (
        ", deprecated: true, x-deprecated: It went.", "",
        {"field-undeprecated Thing.gone"}, {"field-deprecated Thing.gone"},
    ),
    ("It went.", "It is gone.", {"field-docs Thing.gone"}, {"field-docs Thing.gone"}),
    (
        "state: {type: string,", "state: {x-actions: [AddThing], type: string,",
        {"field-docs Thing.state"}, {"field-docs Thing.state"},
    ),
    (
        "notes: {type: array, items: {type: string}}",
        "notes: {type: object, properties: {note: {type: array, items: {type: string}}}}",
        {"wrapper-added Thing.notes"}, {"wrapper-changed Thing.notes"},
    ),
    ("Thing:\n  type: object\n  required", "Thing:\n  type: object\n  description: It.\n  required",
     {"model-docs Thing", "field-docs Part.whole"}, {"model-docs Thing", "field-docs Part.whole"}),
    (
        "Thing:\n  type: object\n  required", "Thing:\n  type: object\n  x-flattened: part\n  required",
        {"model-flattened Thing"}, {"model-unflattened Thing"},
    ),
    (
        "    part: {$ref: Part}\n", "",
        {"field-removed Thing.part", "model-removed Part"}, {"field-added Thing.part", "model-added Part"},
    ),
    ("enum: [New, Used]", "enum: [New, Used, Worn]", {"enum-value-added ThingState"}, {"enum-value-retired ThingState"}),
    ("enum: [big, small]", "enum: [big, small, tiny]", {"enum-value-added GetThingsKind"},
     {"enum-value-removed GetThingsKind"}),
    ("enum: [big, small]", "enum: [small, big]", set(), set()),
    (
        ", enum: [New, Used]", "",
        {"field-hint Thing.state", "enum-removed ThingState"}, {"field-hint Thing.state", "enum-added ThingState"},
    ),
    (
        "{type: string, enum: [New, Used]}", "{type: integer, enum: [1, 2]}",
        {"field-type-changed Thing.state", "enum-kind-changed ThingState"},
        {"field-type-changed Thing.state", "enum-kind-changed ThingState"},
    ),
    (
        "enum: [New, Used]", "enum: [big, small]",
        # Equal sets are one enum, under the name of the first that has it.
        {"enum-removed GetThingsKind", "param-hint GetThings.kind", "enum-value-added ThingState",
         "enum-value-removed ThingState"},
        {"enum-added GetThingsKind", "param-hint GetThings.kind", "enum-value-added ThingState",
         "enum-value-retired ThingState"},
    ),
    (
        "{type: string, enum: [New, Used]}", "{type: string, enum: [New, Used], description: Whether it is new.}",
        {"enum-docs ThingState", "field-docs Thing.state"}, {"enum-docs ThingState", "field-docs Thing.state"},
    ),
    (
        "  tags: [Things]\n  summary: Add a thing", "  tags: [Rare]\n  summary: Add a thing",
        {"operation-moved AddThing"}, {"operation-moved AddThing"},
    ),
    ("{tags: [Rare], ", "{tags: [Things], ", {"operation-moved DeleteThing", "group-removed group Rare"},
     {"operation-moved DeleteThing", "group-added group Rare"}),
    ("{tags: [Rare], ", "{tags: [rare], ", {"group-respelled group rare"}, {"group-respelled group Rare"}),
    ("?action=AddThing", "?action=addThing", {"action-renamed addThing"}, {"action-renamed AddThing"}),
    ("?action=DeleteThing", "?action=deletething", {"operation-removed DeleteThing", "operation-added deletething"},
     {"operation-removed deletething", "operation-added DeleteThing"}),
    (
        "?action=DeleteThing: {tags: [Rare], ", "?action=deleteThing: {tags: [rare], ",
        # What an action does is told by its verb, in its case.
        {"group-respelled group rare", "action-renamed deleteThing", "effect-changed deleteThing"},
        {"group-respelled group Rare", "action-renamed DeleteThing", "effect-changed DeleteThing"},
    ),
    (
        "deprecated: true, x-deprecated: Do not., ", "",
        {"operation-undeprecated DeleteThing"}, {"operation-deprecated DeleteThing"},
    ),
    ("Do not.", "Never.", {"operation-docs DeleteThing"}, {"operation-docs DeleteThing"}),
    ("summary: Add a thing", "summary: Add it", {"operation-docs AddThing"}, {"operation-docs AddThing"}),
    (
        "  summary: Get things\n", "  summary: Get things\n  x-effect: write\n",
        {"read-becomes-write GetThings"}, {"write-becomes-read GetThings"},
    ),
    (
        "  summary: Add a thing\n", "  summary: Add a thing\n  x-effect: destructive\n",
        {"effect-changed AddThing"}, {"effect-changed AddThing"},
    ),
    (
        "      limitnum: {type: integer}\n", "",
        {"param-removed GetThings.limitnum", "iterator-removed GetThings", "result-hint GetThings"},
        {"param-added GetThings.limitnum", "iterator-added GetThings", "result-hint GetThings"},
    ),
    (
        "  x-requires: [{any: [email, agreed]}]\n  response: {$ref: Thing}\n", "  x-requires: [{any: [email, agreed]}]\n",
        {"result-removed AddThing"}, {"result-added AddThing"},
    ),
    (
        "  response: {$ref: Thing}\n", "  response: {$ref: Part}\n",
        {"result-type-changed AddThing"}, {"result-type-changed AddThing"},
    ),
    (
        "  response: {$ref: Thing}\n", "  response: {type: array, items: {anyOf: [{type: integer}, {type: string}]}}\n",
        {"result-type-changed AddThing"}, {"result-type-changed AddThing"},
    ),
    (
        "items: {$ref: Thing}", "items: {$ref: Part}",
        {"field-type-changed Things.things", "records-changed GetThings"},
        {"field-type-changed Things.things", "records-changed GetThings"},
    ),
    (
        SPEC[SPEC.index("/?action=DeleteThing") : SPEC.index("Things:\n  type")], "",
        {"operation-removed DeleteThing", "group-removed group Rare"},
        {"operation-added DeleteThing", "group-added group Rare"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "there", "back"), SPECS, ids=lambda value: str(value)[:60])
def test_a_change_of_a_spec(before: str, after: str, there: set[str], back: set[str]) -> None:
    other = edited(before, after)
    assert found(SPEC, other) == there
    assert found(other, SPEC) == back


RENAMES = [
    (("Part}", "Piece}"), ("Part:", "Piece:"), "model-renamed Piece"),
    (("Row}", "Line}"), ("Row:", "Line:"), "input-renamed Line"),
]


@pytest.mark.parametrize(("use", "definition", "expected"), RENAMES)
def test_a_model_that_only_its_name_tells_apart_is_renamed(use: Any, definition: Any, expected: str) -> None:
    other = SPEC.replace(*use).replace(*definition)
    assert found(SPEC, other) == {expected}


def test_components_that_the_client_calls_as_before_are_not_renamed() -> None:
    row, sort = "{type: object, properties: {a: {$ref: %s}}}", "{type: string, enum: [up, down]}"
    text = "/?action=Get: {request: {properties: {rows: {type: array, items: {$ref: %s}}}}, response: {$ref: %s}}\n"
    specs = [
        f"{text % (name, name)}{name}: {row % enum}\n{enum}: {sort}\n"
        for name, enum in (("Table_row", "Sort_order"), ("TableRow", "SortOrder"))
    ]
    assert found(*specs) == set()
    assert "model-renamed Row" in found(specs[1], specs[1].replace("TableRow", "Row"))


def test_a_model_with_other_fields_is_no_rename() -> None:
    other = SPEC.replace("{$ref: Row}", "{$ref: Line}").replace(
        SPEC[SPEC.index("Row:") :], "Line: {type: object, properties: {x: {type: string}}}\n"
    )
    assert found(SPEC, other) == {"input-removed Row", "input-added Line", "param-narrowed GetThings.rows"}


def test_an_enum_that_gets_another_name_is_renamed() -> None:
    other = SPEC.replace("kind: {type", "sort: {type").replace("Thing:\n", "Thing:\n", 1)
    codes = {change.code for change in changes(SPEC, other)}
    assert codes == {"param-removed", "param-added", "enum-removed", "enum-added"}
    shared = "state: {type: string, enum: [New, Used]}\n    sort: {type: string, enum: [New, Used]}\n"
    two = SPEC.replace("state: {type: string, enum: [New, Used]}\n", shared)
    assert found(two, two.replace(shared, shared[shared.index("sort") :])) == {
        "field-removed Thing.state",
        "enum-renamed ThingSort",
    }


def test_names_that_are_split_otherwise_are_other_names_in_python() -> None:
    told = changes(SPEC, SPEC, None, {"words": "[OAuth, GetThings]"})
    assert ("identifier-changed", "`things.get_things` is now called `things.getthings`") in {
        (c.code, c.message) for c in told
    }
    assert {change.impact for change in told} == {Impact.BREAKING, Impact.COSMETIC}


def test_a_class_that_takes_the_name_of_a_field_renames_its_attribute() -> None:
    before = SPEC.replace("    part: {$ref: Part}", "    Part_: {type: string}\n    part: {$ref: Part}").replace(
        "Part_", "Piece"
    )
    after = before.replace("whole: {$ref: Thing}", "whole: {$ref: Thing}, piece: {$ref: Piece}")
    after += "Piece: {type: object, properties: {x: {type: string}}}\n"
    assert ("identifier-changed", "Thing.Piece") in {(change.code, change.subject) for change in changes(before, after)}


def test_the_documentation_of_groups_and_of_the_api() -> None:
    api = lower(SPEC, **BASE)
    groups = (replace(api.groups[0], doc="Of things."), *api.groups[1:])
    told = compare(side(api), side(replace(api, title="Store", groups=groups)))
    assert {(change.code, change.subject) for change in told} == {
        ("api-docs", "api.title"),
        ("group-docs", "group Things"),
    }


def test_a_result_may_be_narrowed_and_described_otherwise() -> None:
    either = "/?action=Get: {response: {anyOf: [{type: integer}, {type: string}]}}"
    narrowed = changes(either, "/?action=Get: {response: {type: integer}}")
    assert [change.code for change in narrowed] == ["result-type-narrowed"]
