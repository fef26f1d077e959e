"""oneOf and anyOf: what of several alternatives is one type, and what stays several."""

from __future__ import annotations

import pytest
from lowering import answer, enums, field, field_type, lower, model, models, params, warnings

from generator.ir import AnyOf, EnumRef, ListOf, MapOf, ModelRef, Opaque, Scalar, ScalarKind, Type
from generator.normalise.alternatives import any_of, text_last

CLIENT = "Client: {type: object, properties: {id: {type: integer}}}"
TEXT, INTEGER, DECIMAL = Scalar(ScalarKind.TEXT), Scalar(ScalarKind.INTEGER), Scalar(ScalarKind.DECIMAL)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{oneOf: [{type: integer}, {type: string}]}", "integer | text"),
        ("{oneOf: [{type: string}, {type: integer}]}", "integer | text"),
        ("{anyOf: [{type: string}, {type: string, format: email}]}", "text"),
        ("{anyOf: [{type: integer}, {type: number}]}", "decimal"),
        ("{type: string, oneOf: [{format: date}, {format: date-time}]}", "date date | datetime date-time"),
        ("{oneOf: [{oneOf: [{type: integer}, {type: boolean}]}, {type: string}]}", "integer | boolean | text"),
        ("{anyOf: [{type: integer}, {}]}", "any"),
        ("{oneOf: [{type: integer}]}", "integer"),
        ("{oneOf: [{type: integer}, {type: integer}]}", "integer"),
        ("{oneOf: [{type: integer}, {type: array, items: {type: integer}}]}", "integer | [integer]"),
        ("{oneOf: [{type: array, items: {type: integer}}, {type: array, items: {type: string}}]}", "[integer | text]"),
        ("{oneOf: [{type: array, items: {type: integer}}, {type: array}]}", "[integer]"),
        ("{oneOf: [{type: object, additionalProperties: {type: integer}}, {type: string}]}", "{integer} | text"),
        ("{oneOf: [{type: object, additionalProperties: {type: integer}}, {type: object}]}", "{integer}"),
    ],
)
def test_alternatives_are_types_of_which_none_includes_another(schema: str, expected: str) -> None:
    assert field_type(schema) == expected


@pytest.mark.parametrize(
    ("schema", "expected", "values"),
    [
        ("{oneOf: [{type: integer}, {type: string, enum: [all]}]}", "integer | enum RIt", ("all",)),
        ("{oneOf: [{enum: [a]}, {enum: [b, c]}]}", "enum RIt", ("a", "b", "c")),
        ("{oneOf: [{enum: [1]}, {enum: [all]}]}", "enum RIt", ("1", "all")),
        ("{oneOf: [{type: integer, enum: [1]}, {type: string, enum: [all]}]}", "enum RIt", ("1", "all")),
        ("{anyOf: [{enum: [a]}, {type: string}]}", "enum RIt | text", ("a",)),
    ],
)
def test_values_of_several_alternatives_are_one_enum(schema: str, expected: str, values: tuple[str, ...]) -> None:
    api = answer(f"{{type: object, properties: {{it: {schema}, other: {{}}}}}}")
    assert models(api)["R"]["it"] == expected
    assert enums(api) == {"RIt": values}


def test_each_constant_documents_itself() -> None:
    api = answer("""
        type: object
        properties:
          it: {description: How., oneOf: [{const: a, title: At once}, {const: b, description: Before noon}, {const: c}]}
          other: {}
    """, version="3.1.0")  # fmt: skip
    (enum,) = api.enums
    assert (enum.values, enum.doc) == (("a", "b", "c"), "How.; a: At once; b: Before noon")


# ---- null


@pytest.mark.parametrize("null", ["{type: 'null'}", "{const: null}", "{enum: [null]}"])
def test_null_is_no_alternative(null: str) -> None:
    api = answer(
        f"{{type: object, properties: {{it: {{oneOf: [{{type: integer}}, {null}]}}, b: {{}}}}}}", version="3.1.0"
    )
    found = field(api, "R", "it")
    assert (models(api)["R"]["it"], found.nullable) == ("integer", True)


def test_an_alternative_that_may_be_null_is_an_alternative_all_the_same() -> None:
    api = answer("{type: object, properties: {it: {oneOf: [{type: integer}, {enum: [all, null]}]}, b: {}}}")
    assert models(api)["R"]["it"] == "integer | enum RIt"
    assert field(api, "R", "it").nullable


def test_null_may_be_an_alternative_of_an_alternative() -> None:
    inner = "{nullable: true, oneOf: [{type: integer}, {type: boolean}]}"
    api = answer(f"{{type: object, properties: {{it: {{oneOf: [{inner}, {{type: string}}]}}, b: {{}}}}}}")
    assert field(api, "R", "it").nullable


# ---- Objects


def test_objects_become_one_with_the_fields_of_all() -> None:
    api = answer("""
        type: object
        properties:
          it:
            description: Either.
            oneOf:
            - {type: object, required: [id, a], properties: {id: {type: integer}, a: {type: string}}}
            - {type: object, required: [id], properties: {id: {type: integer}, b: {type: boolean}}}
          other: {}
    """)
    assert models(api)["RIt"] == {"id": "integer", "a": "text", "b": "boolean"}
    assert [entry.required for entry in model(api, "RIt").fields] == [True, False, False]
    assert model(api, "RIt").doc == "Either."


def test_a_field_that_alternatives_describe_differently_has_alternatives() -> None:
    api = answer("""
        oneOf:
        - {type: object, properties: {kind: {enum: [card]}, number: {type: string}, holder: {$ref: Client}}}
        - {type: object, properties: {kind: {enum: [bank]}, number: {type: integer}, holder: {$ref: Client}}}
    """, CLIENT)  # fmt: skip
    assert models(api)["R"] == {"kind": "enum RKind", "number": "integer | text", "holder": "Client"}
    assert enums(api) == {"RKind": ("card", "bank")}


def test_a_single_alternative_documents_the_object_that_has_no_word_of_its_own() -> None:
    api = answer("{oneOf: [{description: Inner., properties: {a: {}, b: {}}}]}")
    assert model(api, "R").doc == "Inner."
    api = answer("{oneOf: [{description: A., properties: {a: {}}}, {description: B., properties: {b: {}}}]}")
    assert model(api, "R").doc == ""


def test_objects_of_components_become_one_too() -> None:
    api = answer("{type: object, properties: {it: {oneOf: [{$ref: Card}, {$ref: Bank}]}, b: {}}}", """
        Card: {type: object, properties: {number: {type: string}}, additionalProperties: false}
        Bank: {type: object, properties: {iban: {type: string}}, additionalProperties: false}
        """)  # fmt: skip
    assert models(api)["R"]["it"] == "RIt"
    assert models(api)["RIt"] == {"number": "text", "iban": "text"}
    assert model(api, "RIt").closed


def test_what_stands_around_alternatives_belongs_to_the_object() -> None:
    api = answer("""
        type: object
        description: An answer.
        required: [id]
        properties: {id: {type: integer}}
        anyOf: [{required: [id]}, {properties: {name: {type: string}}}]
    """)
    assert models(api) == {"R": {"id": "integer", "name": "text"}}
    assert (model(api, "R").doc, field(api, "R", "id").required) == ("An answer.", True)


def test_alternatives_that_only_require_change_nothing() -> None:
    api = answer("""
        type: object
        properties: {id: {type: integer}, email: {type: string}}
        anyOf: [{required: [id]}, {required: [email]}]
    """)
    assert [entry.required for entry in model(api, "R").fields] == [False, False]


def test_a_component_that_is_one_of_one_is_that_one() -> None:
    assert (
        field_type("{$ref: Maybe}", CLIENT, "Maybe: {oneOf: [{$ref: Client}, {type: 'null'}]}", version="3.1.0")
        == "Client"
    )


def test_an_object_and_another_type_are_two_types() -> None:
    assert field_type("{oneOf: [{$ref: Client}, {type: string}]}", CLIENT) == "Client | text"
    assert field_type("{oneOf: [{$ref: Client}, {type: array, items: {$ref: Client}}]}", CLIENT) == "Client | [Client]"


def test_an_object_that_says_no_more_than_that_is_any_of_the_others() -> None:
    assert field_type("{oneOf: [{$ref: Client}, {type: object}]}", CLIENT) == "Client"


def test_a_discriminator_is_reported() -> None:
    assert warnings("""
        /?action=Get: {response: {$ref: R}}
        R: {oneOf: [{$ref: Client}], discriminator: {propertyName: id}}
        Client: {type: object, properties: {id: {type: integer}}}
    """) == ["2: `discriminator` is not represented in the clients"]


def test_parameters_keep_their_alternatives_in_order() -> None:
    api = lower("/?action=Set: {request: {properties: {a: {oneOf: [{type: string}, {type: integer}]}}}}")
    assert params(api) == {"a": "text | integer"}


# ---- any_of


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], Opaque()),
        ([TEXT], TEXT),
        ([TEXT, TEXT], TEXT),
        ([TEXT, Opaque()], Opaque()),
        ([Scalar(ScalarKind.TEXT, "email"), Scalar(ScalarKind.TEXT, "uuid")], TEXT),
        ([INTEGER, TEXT, DECIMAL], AnyOf((DECIMAL, TEXT))),
        ([AnyOf((TEXT, INTEGER)), INTEGER, EnumRef("E")], AnyOf((TEXT, INTEGER, EnumRef("E")))),
        ([ListOf(TEXT, "item"), ListOf(TEXT)], ListOf(TEXT, "item")),
        ([ListOf(Opaque()), ListOf(TEXT, "item")], ListOf(TEXT, "item")),
        ([ListOf(TEXT), ListOf(INTEGER)], AnyOf((ListOf(TEXT), ListOf(INTEGER)))),
        ([MapOf(Opaque()), MapOf(TEXT)], MapOf(TEXT)),
        ([MapOf(TEXT), ModelRef("M"), ModelRef("M")], AnyOf((MapOf(TEXT), ModelRef("M")))),
    ],
)
def test_any_of_leaves_out_what_another_includes(options: list[Type], expected: Type) -> None:
    assert any_of(options) == expected


def test_a_text_is_tried_last() -> None:
    assert text_last(AnyOf((TEXT, EnumRef("E"), INTEGER))) == AnyOf((EnumRef("E"), INTEGER, TEXT))
    assert text_last(TEXT) == TEXT


@pytest.mark.parametrize(
    ("schema", "required"),
    [
        ("anyOf: [{required: [a, b]}, {required: [b, c]}]", "b"),
        ("allOf: [{oneOf: [{required: [a]}, {required: [a, b]}]}, {anyOf: [{required: [c]}, {required: [d]}]}]", "a"),
        ("allOf: [{oneOf: [{required: [a]}]}, {anyOf: [{required: [b]}]}], required: [c]", "abc"),
        ("oneOf: [{required: [a], oneOf: [{required: [b, c]}, {required: [b, d]}]}, {required: [b]}]", "b"),
        ("oneOf: [{required: [a]}, {nullable: true}]", "a"),
        ("oneOf: [{required: [a]}, {}]", ""),
    ],
)
def test_required_is_what_each_choice_by_itself_requires_anyway(schema: str, required: str) -> None:
    properties = "properties: {a: {}, b: {}, c: {}, d: {}}"
    api = answer(f"{{{properties}, {schema}}}")
    assert "".join(field.wire for field in model(api, "R").fields if field.required) == required
