"""What single keywords of a schema make of its shape, and how its alternatives are spread."""

from __future__ import annotations

import pytest
from lowering import answer, field, field_type, models, said, warnings
from shaping import limits, shape, shapes

from generator.normalise.shape import Shape
from generator.specs.load import parse
from generator.specs.sources import Source

# ---- Keywords


def test_null_is_no_type() -> None:
    made = shape("{type: [string, 'null']}")
    assert (made.types, made.nullable) == (("string",), True)


@pytest.mark.parametrize(
    "schema", ["{type: string, nullable: true}", "{enum: [a, null]}", "{type: 'null'}", "{const: null}"]
)
def test_null_makes_a_schema_nullable(schema: str) -> None:
    assert shape(schema).nullable


def test_an_enum_is_without_null() -> None:
    assert shape("{enum: [a, null, b]}").enum == ("a", "b")


def test_a_const_is_an_enum_of_one() -> None:
    assert shape("{const: a}").enum == ("a",)


@pytest.mark.parametrize(
    ("schema", "phrases"),
    [
        ("{minimum: 1, maximum: 5}", ("at least 1", "at most 5")),
        ("{maximum: 5, minimum: 1}", ("at least 1", "at most 5")),
        ("{exclusiveMinimum: 1}", ("more than 1",)),
        ("{minimum: 1, exclusiveMinimum: true}", ("more than 1",)),
        ("{minimum: 1, exclusiveMinimum: false}", ("at least 1",)),
        ("{exclusiveMaximum: true, maximum: 2.5}", ("less than 2.5",)),
        ("{allOf: [{minimum: 1}, {minimum: 3}, {minimum: 2}]}", ("at least 3",)),
        ("{allOf: [{maxLength: 8}, {maxLength: 9}]}", ("at most 8 characters",)),
        ("{allOf: [{pattern: ^a}, {pattern: b$}, {pattern: ^a}]}", ("matches ^a", "matches b$")),
        ("{multipleOf: 0.01}", ("a multiple of 0.01",)),
        ("{minItems: 1, uniqueItems: true}", ("at least 1 items", "no item twice")),
        ("{uniqueItems: false}", ()),
        ("{minProperties: 1, maxProperties: 2}", ("at least 1 entries", "at most 2 entries")),
        ("{contentMediaType: image/png}", ("holds image/png",)),
        ("{pattern: '{}'}", ("matches {}",)),
    ],
)
def test_limits_are_phrases_in_one_order(schema: str, phrases: tuple[str, ...]) -> None:
    assert limits(schema) == phrases


@pytest.mark.parametrize("keyword", ["not: {}", "discriminator: {propertyName: a}", "if: {}", "contains: {}", "x: 1"])
def test_a_keyword_without_a_meaning_here_is_reported(keyword: str) -> None:
    document, found, problems = shapes(f"type: object\n{keyword}")
    found.of((document,))
    assert [said(problem) for problem in problems] == [
        f"2: `{keyword.partition(':')[0]}` is not represented in the clients"
    ]


@pytest.mark.parametrize("keyword", ["example: 1", "examples: [1]", "$comment: x", "externalDocs: {url: x}", "xml: {}"])
def test_a_keyword_that_says_nothing_of_values_is_not(keyword: str) -> None:
    assert shape(f"{{type: string, {keyword}}}").types == ("string",)


def test_a_type_for_each_place_is_any_of_these_types() -> None:
    text = """
        /?action=Get: {response: {$ref: R}}
        R: {type: object, properties: {it: {type: array, prefixItems: [{type: integer}, {type: boolean}]}, b: {}}}
    """
    assert warnings(text, version="3.1.0") == [
        "2: a list with a type for each place is read as a list of any of these types"
    ]


def test_patterns_of_names_are_alternatives() -> None:
    api = answer(
        """{type: object, properties: {it: {type: object, patternProperties:
            {^a: {type: integer}, ^b: {type: boolean}}}, b: {}}}""",
        version="3.1.0",
    )
    found = field(api, "R", "it")
    assert found.limits == ("names match ^a", "names match ^b")
    assert models(api)["R"]["it"] == "{integer | boolean}"


def test_a_property_that_may_not_be_there_is_left_out_and_reported() -> None:
    text = """
        /?action=Get: {response: {$ref: R}}
        R: {type: object, properties: {a: {type: string}, b: false}}
    """
    assert warnings(text, version="3.1.0") == ["2: `b` may never be there, and is left out"]


def test_a_schema_true_is_anything() -> None:
    assert field_type("true", version="3.1.0") == "any"
    assert field_type("{type: array, items: true}", version="3.1.0") == "[any]"


# ---- Alternatives, as shapes


def leaves(text: str) -> list[Shape]:
    document, found, problems = shapes(text)
    made = found.alternatives(found.of((document,)))
    assert [said(problem) for problem in problems] == []
    return made


def test_a_schema_without_alternatives_is_its_own() -> None:
    assert [leaf.types for leaf in leaves("{type: string}")] == [("string",)]
    assert [leaf.types for leaf in leaves("{type: string, anyOf: []}")] == [("string",)]


def test_an_alternative_holds_what_stands_around_it() -> None:
    found = leaves("{type: string, oneOf: [{format: date}, {maxLength: 5}]}")
    assert [(leaf.types, leaf.notes.get("format"), leaf.limits) for leaf in found] == [
        (("string",), "date", {}),
        (("string",), None, {"maxLength": (5,)}),
    ]


def test_alternatives_inside_of_alternatives_are_spread_in_order() -> None:
    found = leaves("{oneOf: [{anyOf: [{const: 1}, {const: 2}]}, {const: 3}, {allOf: [{oneOf: [{const: 4}]}]}]}")
    assert [leaf.enum for leaf in found] == [(1,), (2,), (3,), (4,)]


def test_an_alternative_is_not_what_is_noted_around_it() -> None:
    found = leaves("{description: outer, oneOf: [{type: string}, {type: integer, description: inner}]}")
    assert [leaf.doc for leaf in found] == ["", "inner"]


def test_a_long_chain_of_alternatives_is_spread() -> None:
    chain = "\n".join(f"  A{i}: {{oneOf: [{{$ref: '#/$defs/A{i + 1}'}}]}}" for i in range(300))
    document, found, _ = shapes(f"$defs:\n{chain}\n  A300: {{type: integer}}\n")
    assert [leaf.types for leaf in found.alternatives(found.of((document["A0"],)))] == [("integer",)]


def test_either_of_equal_schemas_is_that_schema() -> None:
    _, found, _ = shapes("{}")
    one, other = (parse(Source("spec.yml", "type: string")) for _ in range(2))
    assert found.either([(one,), (one,)]) == (one,)
    assert found.either([]) == found.either([()]) == ()
    assert [*found.either([(one,), (other,)])[0]] == ["anyOf"]
    assert found.either([(one,), (other,)]) is found.either([(one,), (other,)])
