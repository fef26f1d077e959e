"""Schemas -> shapes: references followed, ``allOf`` flattened, contradictions shown with both places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lowering import answer, errors, field, field_type, lower, models, params
from shaping import shape, shapes

from generator.normalise.limits import phrases
from generator.normalise.shape import Shape

# ---- allOf


def test_members_add_up() -> None:
    api = answer(
        "{allOf: [{$ref: Base}, {type: object, properties: {b: {type: integer}}}]}",
        """
        Base: {type: object, properties: {a: {type: string}}}
        """,
    )
    assert models(api) == {"R": {"a": "text", "b": "integer"}}


def test_members_of_members_add_up() -> None:
    api = answer(
        "{allOf: [{allOf: [{properties: {a: {type: string}}}, {$ref: B}]}, {properties: {c: {type: string}}}]}",
        """
        B: {allOf: [{$ref: C}], properties: {b: {type: integer}}}
        C: {type: object, properties: {d: {type: boolean}}}
        """,
    )
    assert models(api) == {"R": {"a": "text", "d": "boolean", "b": "integer", "c": "text"}}


def test_required_may_stand_in_a_sibling() -> None:
    api = lower("""
        /?action=Add:
          request:
            allOf:
            - {$ref: Base}
            - {required: [name]}
        Base: {type: object, properties: {name: {type: string}, city: {type: string}}}
    """)
    assert params(api) == {"name*": "text", "city": "text"}


def test_a_property_that_two_members_describe_is_one() -> None:
    api = answer(
        "{allOf: [{$ref: Base}, {properties: {a: {description: The name., maxLength: 5}}}]}",
        """
        Base: {type: object, properties: {a: {type: string, description: Old., minLength: 2}}}
        """,
    )
    found = field(api, "R", "a")
    assert (found.doc, found.limits) == ("The name.", ("at least 2 characters", "at most 5 characters"))


def test_the_later_description_and_default_win() -> None:
    made = shape("{allOf: [{description: one, default: 1}, {description: two, default: 2}], type: integer}")
    assert (made.doc, made.notes["default"]) == ("two", 2)


def test_what_stands_beside_all_of_comes_last() -> None:
    assert shape("{description: outer, allOf: [{description: inner}]}").doc == "outer"


def test_an_integer_is_a_number() -> None:
    assert shape("{allOf: [{type: number}, {type: integer}]}").types == ("integer",)
    assert shape("{allOf: [{type: integer}, {type: number}]}").types == ("integer",)


def test_a_number_and_a_text_have_no_type_in_common() -> None:
    assert errors("""
        /?action=Get: {response: {$ref: R}}
        R:
          allOf:
          - {type: object, properties: {id: {type: string}}}
          - {type: object, properties: {id: {type: integer}}}
    """) == ["5: type integer contradicts string, which also holds here"]


def test_a_contradiction_shows_both_places() -> None:
    document, found, problems = shapes("""
        allOf:
        - type: string
        - type: integer
    """)
    found.of((document,))
    (problem,) = problems
    assert problem.origin.line == 3
    assert [(note, place.line) for note, place in problem.also] == [("the other one", 2)]


@pytest.mark.parametrize(
    ("left", "right", "message"),
    [
        ("type: string, format: date", "type: string, format: email", "format email contradicts date"),
        ("enum: [a, b]", "enum: [c]", "enum c contradicts a, b"),
        ("enum: [a, b]", "const: c", "const c contradicts a, b"),
        ("type: [string, integer]", "type: [boolean, array]", "type boolean/array contradicts string/integer"),
    ],
)
def test_what_cannot_hold_together_is_an_error(left: str, right: str, message: str) -> None:
    document, found, problems = shapes(f"allOf: [{{{left}}}, {{{right}}}]")
    found.of((document,))
    assert [problem.message for problem in problems] == [f"{message}, which also holds here"]


def test_enums_that_overlap_hold_together_as_what_they_share() -> None:
    assert shape("{allOf: [{enum: [a, b, c]}, {enum: [c, b]}]}").enum == ("c", "b")


def test_types_that_overlap_hold_together_as_what_they_share() -> None:
    assert shape("{allOf: [{type: [string, integer]}, {type: [integer, boolean]}]}").types == ("integer",)


def test_sizes_of_numbers_do_not_contradict_each_other() -> None:
    assert shape("{type: integer, allOf: [{format: int32}, {format: int64}]}").notes["format"] == "int64"


def test_true_is_no_one() -> None:
    document, found, problems = shapes("allOf: [{enum: [1]}, {enum: [true]}]")
    found.of((document,))
    assert [problem.message for problem in problems] == ["enum true contradicts 1, which also holds here"]


# ---- References


def test_beside_a_reference_nothing_counts_in_openapi_3_0() -> None:
    text = """
        /?action=Get: {response: {$ref: R}}
        R: {type: object, properties: {a: {$ref: Name, description: Ignored., x-sensitive: true}}}
        Name: {type: string, description: A name.}
    """
    found = field(lower(text), "R", "a")
    assert (found.doc, found.sensitive) == ("A name.", False)


def test_beside_a_reference_everything_counts_in_openapi_3_1() -> None:
    api = answer(
        "{type: object, properties: {a: {$ref: Name, description: Mine., x-sensitive: true, maxLength: 3}}}",
        """
        Name: {type: string, description: A name.}
        """,
        version="3.1.0",
    )
    found = field(api, "R", "a")
    assert (found.doc, found.sensitive, found.limits) == ("Mine.", True, ("at most 3 characters",))


def test_beside_a_reference_to_a_reference_everything_counts_too() -> None:
    api = answer(
        "{type: object, properties: {a: {$ref: One}}}",
        """
        One: {$ref: Two, description: One., maxLength: 3}
        Two: {type: string, description: Two.}
        """,
        version="3.1.0",
    )
    found = field(api, "R", "a")
    assert (found.doc, found.limits) == ("One.", ("at most 3 characters",))


@pytest.mark.parametrize(
    "reference",
    [
        "{$ref: Client}",
        "{allOf: [{$ref: Client}]}",
        "{allOf: [{$ref: Client}], description: The client., nullable: true, deprecated: true}",
        "{type: object, allOf: [{$ref: Client}]}",
        "{allOf: [{allOf: [{$ref: Client}]}]}",
        "{$ref: Alias}",
        "{oneOf: [{$ref: Client}]}",
        "{oneOf: [{$ref: Client}, {nullable: true, enum: [null]}]}",
    ],
)
def test_a_reference_with_notes_beside_it_keeps_the_name_of_its_target(reference: str) -> None:
    alias = ["Alias: {$ref: Client}"] if "Alias" in reference else []
    assert field_type(reference, "Client: {type: object, properties: {id: {type: integer}}}", *alias) == "Client"


def test_a_property_that_two_members_refer_to_alike_keeps_the_name_of_its_target() -> None:
    api = answer(
        "{allOf: [{$ref: A}, {properties: {client: {$ref: Client}}}]}",
        """
        A: {type: object, properties: {client: {$ref: Client}}}
        Client: {type: object, properties: {id: {type: integer}}}
        """,
    )
    assert models(api)["R"] == {"client": "Client"}


def test_a_reference_with_more_beside_it_is_a_model_of_its_own() -> None:
    api = answer(
        "{type: object, properties: {it: {allOf: [{$ref: Client}, {properties: {more: {type: string}}}]}}}",
        """
        Client: {type: object, properties: {id: {type: integer}}}
        """,
    )
    assert models(api) == {"R": {"it": "RIt"}, "RIt": {"id": "integer", "more": "text"}}


def test_a_type_beside_a_reference_must_be_that_of_its_target() -> None:
    assert field_type("{type: string, allOf: [{$ref: Anything}]}", "Anything: {description: Whatever.}") == "text"


def test_a_schema_that_is_a_part_of_itself_is_refused_before() -> None:
    assert errors("""
        /?action=Get: {response: {$ref: A}}
        A: {allOf: [{$ref: B}]}
        B: {allOf: [{$ref: A}]}
    """) == ["2: this reference makes a schema a part of itself"]


def test_a_long_chain_of_references_is_followed() -> None:
    chain = [f"A{i}: {{allOf: [{{$ref: A{i + 1}}}]}}" for i in range(400)]
    assert field_type("{$ref: A0}", *chain, "A400: {type: integer}") == "integer"


# ---- In general

_KEYWORDS: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["string", "integer", "number", "object"]),
        "minimum": st.integers(0, 3),
        "maxLength": st.integers(0, 3),
        "enum": st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, unique=True),
        "required": st.lists(st.sampled_from(["a", "b"]), unique=True),
    },
)


def _combined(members: Sequence[dict[str, Any]]) -> tuple[Shape, bool]:
    document, found, problems = shapes(f"allOf: {list(members)!r}")
    return found.of((document,)), bool(list(problems))


@given(st.lists(_KEYWORDS, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_members_changes_nothing_but_the_order(members: list[dict[str, Any]], random: Any) -> None:
    shuffled = members.copy()
    random.shuffle(shuffled)
    (left, left_fails), (right, right_fails) = _combined(members), _combined(shuffled)
    assert left_fails is right_fails
    if not left_fails:
        assert left.types == right.types
        assert {*(left.enum or ())} == {*(right.enum or ())}
        assert left.limits == right.limits
        assert {*left.required} == {*right.required}


@given(_KEYWORDS)
def test_a_schema_beside_itself_says_nothing_new(schema: dict[str, Any]) -> None:
    once, twice = _combined([schema]), _combined([schema, schema])
    assert phrases(once[0].limits) == phrases(twice[0].limits)
    assert (once[0].types, once[0].enum, [*once[0].required]) == (twice[0].types, twice[0].enum, [*twice[0].required])
    assert not twice[1]


def test_the_same_schema_is_combined_once() -> None:
    document, found, _ = shapes("{type: object, properties: {a: {type: string}}}")
    assert found.of((document,)) is found.of((document,))
