"""What is said of fields and parameters beside their types: secrets, limits, deprecations, defaults."""

from __future__ import annotations

import pytest
from lowering import answer, field, lower, param


def test_what_is_said_of_a_field_beside_its_type() -> None:
    api = answer("""
        type: object
        required: [a]
        properties:
          a: {type: string, description: One., nullable: true, deprecated: true, minLength: 2, default: xy}
          b: {type: string, x-since: 8.1, x-deprecated: use a, format: password}
          c: {type: string}
    """)
    a, b, c = (field(api, "R", name) for name in "abc")
    assert (a.doc, a.required, a.nullable, a.deprecated) == ("One.", True, True, "deprecated in the API")
    assert (a.limits, a.default) == (("at least 2 characters",), "xy")
    assert (b.since, b.deprecated, b.sensitive) == ("8.1", "use a", True)
    assert (c.required, c.nullable, c.sensitive, c.deprecated, c.default) == (False, False, False, None, None)


@pytest.mark.parametrize(
    ("schema", "sensitive"),
    [
        ("password2: {type: string}", True),
        ("password2: {type: string, x-sensitive: false}", False),
        ("PASSWORD2: {type: string}", False),
        ("pin: {type: string, x-sensitive: true}", True),
        ("pin: {type: string, format: password}", True),
        ("pins: {type: array, items: {type: string, format: password}}", True),
        ("pins: {type: object, additionalProperties: {type: string, x-sensitive: true}}", True),
        ("pin: {oneOf: [{type: integer}, {type: string, format: password}]}", True),
        ("pin: {type: string}", False),
    ],
)
def test_secrets_are_known_by_name_by_format_and_by_their_own_word(schema: str, sensitive: bool) -> None:
    api = lower(f"/?action=Set: {{request: {{properties: {{{schema}}}}}}}")
    assert param(api, schema.partition(":")[0]).sensitive is sensitive


def test_limits_of_items_and_alternatives_are_limits_of_the_field() -> None:
    api = answer("""
        type: object
        properties:
          a: {type: array, minItems: 1, items: {type: integer, minimum: 3}}
          b: {oneOf: [{type: integer, maximum: 9}, {type: string, maxLength: 4}]}
          c: {type: object, additionalProperties: {type: array, items: {type: string, minLength: 2}}}
    """)
    assert field(api, "R", "a").limits == ("at least 1 items", "each at least 3")
    assert field(api, "R", "b").limits == ("at most 9", "at most 4 characters")
    assert field(api, "R", "c").limits == ("each each at least 2 characters",)


def test_a_list_that_must_be_empty_is_no_limit_of_the_others() -> None:
    schema = "{oneOf: [{type: array, items: {type: string}}, {type: array, maxItems: 0}]}"
    api = answer(f"{{type: object, properties: {{a: {schema}, b: {{}}}}}}")
    assert field(api, "R", "a").limits == ()


def test_items_that_may_be_null_are_noted() -> None:
    api = answer("{type: object, properties: {a: {type: array, items: {type: string, nullable: true}}, b: {}}}")
    assert field(api, "R", "a").limits == ("each may be null",)
