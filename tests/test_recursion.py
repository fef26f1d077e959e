"""Models that hold themselves, lists of themselves, long chains: everything that leads back or goes deep."""

from __future__ import annotations

import pytest
from lowering import answer, errors, failing, field_type, inputs, lower, models, params, run, warnings

from generator.ir import Type


def test_a_tree_is_a_model_that_holds_itself() -> None:
    api = answer("{type: object, properties: {root: {$ref: Node}}}", """
        Node: {type: object, properties: {name: {type: string}, children: {type: array, items: {$ref: Node}}}}
        """)  # fmt: skip
    assert models(api) == {"R": {"root": "Node"}, "Node": {"name": "text", "children": "[Node]"}}


def test_a_response_may_be_a_tree() -> None:
    api = answer("{type: object, properties: {next: {$ref: R}, name: {type: string}}}")
    assert models(api) == {"R": {"next": "R", "name": "text"}}


def test_models_may_hold_each_other() -> None:
    api = answer("{type: object, properties: {a: {$ref: A}}}", """
        A: {type: object, properties: {b: {$ref: B}, x: {}}}
        B: {type: object, properties: {maybe: {oneOf: [{$ref: A}, {$ref: C}]}, x: {}}}
        C: {type: object, properties: {c: {type: object, additionalProperties: {$ref: A}}}}
        """)  # fmt: skip
    assert models(api) == {
        "R": {"a": "A"},
        "A": {"b": "B", "x": "any"},
        "B": {"maybe": "BMaybe", "x": "any"},
        "BMaybe": {"b": "B", "x": "any", "c": "{A}"},
    }


def test_a_list_with_a_name_may_lead_back_by_way_of_an_object() -> None:
    api = answer("{type: object, properties: {tree: {$ref: Nodes}, x: {}}}", """
        Nodes: {type: array, items: {$ref: Node}}
        Node: {type: object, properties: {children: {$ref: Nodes}, x: {}}}
        """)  # fmt: skip
    assert models(api) == {"R": {"tree": "[Node]", "x": "any"}, "Node": {"children": "[Node]", "x": "any"}}


def test_a_list_of_itself_is_a_list_of_anything_and_reported() -> None:
    text = """
        /?action=Get: {response: {$ref: R}}
        R: {type: object, properties: {it: {$ref: Nested}, x: {}}}
        Nested: {type: array, items: {$ref: Nested}}
    """
    assert warnings(text) == ["3: a list or map of itself is read as anything"]


def test_a_map_of_itself_is_a_map_of_anything_and_reported() -> None:
    text = """
        /?action=Get: {response: {$ref: R}}
        R: {type: object, properties: {it: {$ref: Nested}, x: {}}}
        Nested: {type: object, additionalProperties: {oneOf: [{$ref: Nested}, {type: string}]}}
    """
    assert warnings(text) == ["3: a list or map of itself is read as anything"]


def test_an_object_that_only_has_a_list_of_itself_is_a_tree_and_no_wrapped_list() -> None:
    api = answer("{type: object, properties: {it: {$ref: Node}, x: {}}}", """
        Node: {type: object, properties: {children: {type: array, items: {$ref: Node}}}}
        """)  # fmt: skip
    assert models(api) == {"R": {"it": "Node", "x": "any"}, "Node": {"children": "[Node]"}}


def test_a_wrapped_list_may_lead_back_by_way_of_its_items() -> None:
    api = answer("{type: object, properties: {menu: {$ref: Entries}, x: {}}}", """
        Entries: {type: object, properties: {entry: {type: array, items: {$ref: Entry}}}}
        Entry: {type: object, properties: {title: {type: string}, entries: {$ref: Entries}}}
        """)  # fmt: skip
    assert models(api) == {
        "R": {"menu": "[Entry] in entry", "x": "any"},
        "Entry": {"title": "text", "entries": "[Entry] in entry"},
    }


def test_objects_of_requests_may_hold_themselves_too() -> None:
    api = lower("""
        /?action=Set: {request: {properties: {menu: {$ref: Entry}}}}
        Entry: {type: object, properties: {title: {type: string}, entries: {type: array, items: {$ref: Entry}}}}
    """)
    assert params(api) == {"menu": "Entry"}
    assert inputs(api) == {"Entry": {"title": "text", "entries": "[Entry]"}}


def test_a_schema_that_is_no_component_has_one_name_wherever_it_is_referred_to() -> None:
    api = lower("""
        /?action=Get:
          response:
            type: object
            properties:
              first: {type: object, properties: {next: {$ref: '#/paths/~1?action=Get/post/responses/200/content/application~1json/schema/properties/first'}}}
              second: {$ref: '#/paths/~1?action=Get/post/responses/200/content/application~1json/schema/properties/first'}
    """)
    assert models(api) == {
        "GetResponse": {"first": "GetResponseFirst", "second": "GetResponseFirst"},
        "GetResponseFirst": {"next": "GetResponseFirst"},
    }


def test_an_object_that_goes_on_inside_itself_without_a_name_is_one_model() -> None:
    api = answer("{type: object, properties: {it: {$ref: Node}, x: {}}}", """
        Node:
          type: object
          properties:
            name: {type: string}
            children: {type: array, items: {allOf: [{$ref: Node}, {properties: {depth: {type: integer}}}]}}
        """)  # fmt: skip
    assert models(api) == {
        "R": {"it": "Node", "x": "any"},
        "Node": {"name": "text", "children": "[NodeChildren]"},
        "NodeChildren": {"name": "text", "children": "[NodeChildren]", "depth": "integer"},
    }


def test_so_is_one_that_leads_back_by_way_of_alternatives() -> None:
    inner = "{type: object, properties: {next: {allOf: [{$ref: Node}, {properties: {b: {}}}]}, c: {}}}"
    api = answer("{type: object, properties: {it: {$ref: Node}, x: {}}}", f"""
        Node: {{type: object, oneOf: [{{properties: {{next: {{$ref: Node}}}}}}, {inner}]}}
        """)  # fmt: skip
    assert models(api)["Node"] == {"next": "NodeNext", "c": "any"}
    assert models(api)["NodeNext"] == {"next": "NodeNext", "c": "any", "b": "any"}


def test_what_two_models_take_over_from_a_third_is_one_model() -> None:
    api = answer("{type: object, properties: {a: {$ref: A}, b: {$ref: B}}}", """
        Base: {type: object, properties: {address: {type: object, properties: {city: {type: string}}}}}
        A: {allOf: [{$ref: Base}, {properties: {x: {}}}]}
        B: {allOf: [{$ref: Base}, {properties: {y: {}}}]}
        """)  # fmt: skip
    assert models(api)["A"] == {"address": "AAddress", "x": "any"}
    assert models(api)["B"] == {"address": "AAddress", "y": "any"}


def test_more_combinations_than_a_machine_can_count_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each path of properties leads to another set of these schemas; only 18 of them make 262,144 sets."""
    monkeypatch.setattr("generator.normalise.types._MAX_MODELS", 500)
    lines = [
        f"Q{i}: {{type: object, properties: {{a: {{$ref: Q{i + 1}}}, b: {{$ref: Q{i + 1}}}}}}}" for i in range(1, 18)
    ]
    lines.append("Q0: {type: object, properties: {a: {allOf: [{$ref: Q0}, {$ref: Q1}]}, b: {$ref: Q0}}}")
    lines.append("Q18: {type: object, properties: {c: {type: string}}}")
    found = failing(lambda: run("/?action=Get: {response: {$ref: Q0}}\n" + "\n".join(lines)))
    assert {problem.message for problem in found} == {"there are more than 500 objects"}


def test_a_long_chain_of_models_is_no_problem() -> None:
    chain = [f"A{i}: {{type: object, properties: {{next: {{$ref: A{i + 1}}}, x: {{}}}}}}" for i in range(1_000)]
    api = answer("{type: object, properties: {it: {$ref: A0}, x: {}}}", *chain, "A1000: {type: string}")
    assert len(api.models) == 1_001
    assert models(api)["A999"] == {"next": "text", "x": "any"}


def test_a_long_chain_of_lists_is_reported_and_no_traceback() -> None:
    chain = "\n".join(f"A{i}: {{type: array, items: {{$ref: A{i + 1}}}}}" for i in range(500))
    text = f"/?action=Get: {{response: {{$ref: A0}}}}\nA500: {{type: string}}\n{chain}"
    assert errors(text) == ["43: lists, maps and alternatives are nested deeper than 40 levels"]


def test_lists_in_lists_are_read_as_far_as_real_specs_go() -> None:
    schema = "{type: integer}"
    for _ in range(9):
        schema = f"{{type: array, items: {schema}}}"
    assert field_type(schema) == "[" * 9 + "integer" + "]" * 9


def test_every_reference_of_a_model_is_to_one_that_exists() -> None:
    """A field whose alternatives end as anything leaves no model behind that nothing holds."""
    api = answer("{type: object, properties: {it: {oneOf: [{properties: {a: {}}}, {}]}, x: {}}}")
    assert models(api) == {"R": {"it": "any", "x": "any"}}
    held: list[Type] = [entry.type for found in api.models for entry in found.fields]
    assert len(held) == 2
