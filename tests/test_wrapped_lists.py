"""``{"clients": {"client": [...]}}``: an object whose only property is a list is that list, where the dialect says so."""

from __future__ import annotations

import pytest
from lowering import answer, field, field_type, inputs, lower, models, params

ITEM = "{type: array, items: {type: object, properties: {id: {type: integer}}}}"


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{type: object, properties: {client: {type: array, items: {type: string}}}}", "[text] in client"),
        ("{properties: {client: {items: {type: string}}}}", "[text] in client"),
        ("{type: object, nullable: true, properties: {client: {type: array, items: {}}}}", "[any] in client"),
        ("{allOf: [{type: object}, {properties: {a: {type: array, items: {type: integer}}}}]}", "[integer] in a"),
        ("{oneOf: [{properties: {a: {type: array, items: {type: integer}}}}, {type: array}]}", "[integer] in a"),
        ("{oneOf: [{properties: {a: {type: array, items: {type: integer}}}}, {nullable: true, enum: [null]}]}",
         "[integer] in a"),
        ("{type: object, properties: {a: {type: array}, b: {type: string}}}", "RIt"),
        ("{type: object, properties: {a: {type: string}}}", "RIt"),
        ("{type: object, properties: {a: {oneOf: [{type: array}, {type: string}]}}}", "RIt"),
    ],
)  # fmt: skip
def test_only_a_single_list_is_a_wrapped_list(schema: str, expected: str) -> None:
    assert field_type(schema) == expected


def test_the_items_are_named_by_the_outer_field() -> None:
    api = answer(f"{{type: object, properties: {{items: {{type: object, properties: {{item: {ITEM}}}}}, x: {{}}}}}}")
    assert models(api) == {"R": {"items": "[RItem] in item", "x": "any"}, "RItem": {"id": "integer"}}


def test_a_component_that_wraps_is_no_model_and_its_items_are_named_by_it() -> None:
    api = answer("{type: object, properties: {bought: {$ref: Lines}, x: {}}}", f"""
        Lines: {{type: object, properties: {{line: {ITEM}}}}}
        """)  # fmt: skip
    assert models(api) == {"R": {"bought": "[Line] in line", "x": "any"}, "Line": {"id": "integer"}}


def test_what_the_inner_name_says_belongs_to_the_field() -> None:
    api = answer("""
        type: object
        properties:
          pins: {properties: {pin: {type: array, description: All pins., maxItems: 3, items: {type: string, format: password}}}}
          x: {}
    """)
    found = field(api, "R", "pins")
    assert (found.doc, found.limits, found.sensitive) == ("All pins.", ("at most 3 items",), True)


def test_a_whole_response_is_an_object_even_where_it_only_has_a_list() -> None:
    api = answer(f"{{type: object, properties: {{clients: {ITEM}}}}}")
    assert models(api) == {"R": {"clients": "[RClient]"}, "RClient": {"id": "integer"}}


def test_only_fields_are_wrapped() -> None:
    """An item or an entry has nowhere to keep the inner name."""
    inner = "{type: object, properties: {member: {type: array, items: {type: string}}}}"
    api = answer(f"{{type: object, properties: {{groups: {{type: array, items: {inner}}}, "
                 f"map: {{type: object, additionalProperties: {inner}}}}}}}")  # fmt: skip
    assert models(api) == {
        "R": {"groups": "[RGroup]", "map": "{RMapValue}"},
        "RGroup": {"member": "[text]"},
        "RMapValue": {"member": "[text]"},
    }


def test_requests_are_written_as_they_are_declared() -> None:
    api = lower(f"/?action=Add: {{request: {{properties: {{items: {{type: object, properties: {{item: {ITEM}}}}}}}}}}}")
    assert params(api) == {"items": "AddItems"}
    assert inputs(api) == {"AddItems": {"item": "[AddItemsItem]"}, "AddItemsItem": {"id": "integer"}}


def test_another_dialect_has_no_wrapped_lists() -> None:
    schema = "{type: object, properties: {client: {type: array, items: {type: string}}}}"
    assert field_type(schema, lists="{wrapped: false}") == "RIt"
    assert field_type(schema, lists="") == "RIt"
