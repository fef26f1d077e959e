"""Shapes -> types: scalars, enums, lists, maps, models and their names."""

from __future__ import annotations

import pytest
from lowering import answer, enums, errors, field, field_type, inputs, lower, model, models, params, warnings

CLIENT = "Client: {type: object, properties: {id: {type: integer}}}"


def it(schema: str) -> str:
    """A spec whose response has a field ``it`` with the schema, on line 2."""
    return f"/?action=Get: {{response: {{$ref: R}}}}\nR: {{type: object, properties: {{it: {schema}, other: {{}}}}}}"


# ---- Single values


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{type: string}", "text"),
        ("{type: integer}", "integer"),
        ("{type: integer, format: int64}", "integer int64"),
        ("{type: number}", "decimal"),
        ("{type: number, format: float}", "decimal float"),
        ("{type: boolean}", "boolean"),
        ("{type: string, format: date}", "date date"),
        ("{type: string, format: date-time}", "datetime date-time"),
        ("{type: string, format: byte}", "bytes byte"),
        ("{type: string, format: binary}", "bytes binary"),
        ("{type: string, format: decimal}", "decimal decimal"),
        ("{type: string, format: email}", "text email"),
        ("{type: string, format: password}", "text password"),
        ("{format: date}", "date date"),
        ("{format: int32}", "integer int32"),
        ("{}", "any"),
        ("{description: Whatever.}", "any"),
        ("{minLength: 1}", "any"),
    ],
)
def test_a_type_and_a_format_say_what_a_value_means(schema: str, expected: str) -> None:
    assert field_type(schema) == expected


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{type: string, contentEncoding: base64}", "bytes"),
        ("{type: [string, 'null']}", "text"),
        ("{type: 'null'}", "any"),
        ("{type: [string, integer]}", "integer | text"),
        ("{type: [number, integer]}", "decimal"),
        ("{type: [array, 'null'], items: {type: string}}", "[text]"),
        ("{type: [object, array], properties: {a: {type: string}}, items: {type: integer}}", "RIt | [integer]"),
        ("{type: [string, number], format: date}", "date date | decimal"),
        ("{const: 1}", "enum RIt"),
        ("{const: null}", "any"),
    ],
)
def test_openapi_3_1_says_the_same_in_its_own_way(schema: str, expected: str) -> None:
    assert field_type(schema, version="3.1.0") == expected


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ("{type: string, format: colour}", "the format `colour` of string is not known: it is read as plain string"),
        ("{type: boolean, format: date}", "the format `date` of boolean is not known: it is read as plain boolean"),
        ("{type: string, contentEncoding: quoted-printable}",
         "contentEncoding `quoted-printable` is not undone: the text is kept as it is sent"),
    ],
)  # fmt: skip
def test_what_is_not_known_of_a_value_is_reported(schema: str, message: str) -> None:
    assert warnings(it(schema), version="3.1.0") == [f"2: {message}"]


# ---- Enums


@pytest.mark.parametrize(
    ("schema", "expected", "values"),
    [
        ("{type: string, enum: [a, b]}", "enum RIt", ("a", "b")),
        ("{enum: [a, b]}", "enum RIt", ("a", "b")),
        ("{type: integer, enum: [1, 0]}", "enum RIt", (1, 0)),
        ("{enum: [1, 2]}", "enum RIt", (1, 2)),
        ("{enum: [1, all]}", "enum RIt", ("1", "all")),
        ("{enum: [a, b, null]}", "enum RIt", ("a", "b")),
        ("{type: string, nullable: true, enum: [a, null]}", "enum RIt", ("a",)),
        ("{type: string, enum: ['', 'on']}", "enum RIt", ("", "on")),
        ("{type: string, enum: [on, off, no]}", "enum RIt", ("on", "off", "no")),
        ("{enum: [true, false, all]}", "boolean | enum RIt", ("all",)),
        ("{type: boolean, enum: [true]}", "boolean", None),
        ("{enum: [true, false]}", "boolean", None),
        ("{type: number, enum: [0.5, 1]}", "decimal", None),
        ("{enum: [0.5, 1]}", "decimal", None),
        ("{type: number, enum: [1, 2]}", "decimal", None),
        ("{type: string, format: date, enum: ['2020-02-02']}", "enum RIt", ("2020-02-02",)),
    ],
)
def test_allowed_values_are_an_enum_of_texts_or_of_integers(
    schema: str, expected: str, values: tuple[str | int, ...] | None
) -> None:
    api = answer(f"{{type: object, properties: {{it: {schema}, other: {{}}}}}}")
    assert models(api)["R"]["it"] == expected
    assert enums(api) == ({} if values is None else {"RIt": values})


@pytest.mark.parametrize(
    ("schema", "phrase"),
    [
        ("{type: boolean, enum: [true]}", "always true"),
        ("{type: number, enum: [0.5, 1]}", "one of 0.5, 1"),
        ("{type: number, enum: [0.5]}", "always 0.5"),
    ],
)
def test_allowed_values_that_are_no_enum_are_limits(schema: str, phrase: str) -> None:
    api = answer(f"{{type: object, properties: {{it: {schema}, other: {{}}}}}}")
    assert field(api, "R", "it").limits == (phrase,)


def test_values_that_are_not_written_as_their_type_are_taken_as_it_and_reported() -> None:
    text = it("{type: string, enum: [1, true, a]}")
    assert warnings(text) == [
        "2: the allowed value 1 is not written as text, and taken as one",
        "2: the allowed value true is not written as text, and taken as one",
    ]
    assert warnings(it("{type: integer, enum: ['1', 2]}")) == [
        "2: the allowed value 1 is not written as integer, and taken as one"
    ]
    assert warnings(it("{type: integer, enum: [2.0, 1e3]}")) == [
        "2: the allowed value 2.0 is not written as integer, and taken as one",
        "2: the allowed value 1000.0 is not written as integer, and taken as one",
    ]


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ("{type: integer, enum: [a]}", "the allowed value `a` contradicts the type integer"),
        ("{type: integer, enum: ['--5']}", "the allowed value `--5` contradicts the type integer"),
        ("{type: integer, enum: [1.5]}", "the allowed value `1.5` contradicts the type integer"),
        ("{type: boolean, enum: ['yes']}", "the allowed value `yes` contradicts the type true or false"),
        ("{type: array, items: {}, enum: [a]}", "the allowed value `a` contradicts the type array"),
    ],
)
def test_values_of_another_type_are_errors(schema: str, message: str) -> None:
    assert errors(it(schema)) == [f"2: {message}"]


def test_an_enum_of_objects_leaves_the_type_beside_it() -> None:
    text = it("{type: array, items: {type: string}, enum: [[a], [b]]}")
    assert warnings(text) == ["2: an enum of lists or objects says nothing to the clients"]


def test_equal_sets_of_values_are_one_enum_named_by_the_first_field() -> None:
    api = lower("""
        /?action=Add: {request: {properties: {state: {enum: [off, on]}}}, response: {$ref: R}}
        R: {type: object, properties: {status: {enum: [on, off]}, other: {type: string, enum: [off, on]}, x: {enum: [on]}}}
    """)
    assert models(api) == {"R": {"status": "enum RStatus", "other": "enum RStatus", "x": "enum RX"}}
    assert params(api) == {"state": "enum RStatus"}
    assert enums(api) == {"RStatus": ("on", "off"), "RX": ("on",)}


def test_texts_and_integers_are_different_values() -> None:
    api = answer("{type: object, properties: {a: {enum: ['1', '0']}, b: {enum: [1, 0]}}}")
    assert enums(api) == {"RA": ("1", "0"), "RB": (1, 0)}


def test_an_enum_with_a_name_of_its_own_keeps_it() -> None:
    api = answer("{type: object, properties: {inline: {enum: [a, b]}, named: {$ref: Level}}}", "Level: {enum: [b, a]}")
    assert models(api) == {"R": {"inline": "enum Level", "named": "enum Level"}}


def test_an_enum_that_nothing_holds_is_left_out() -> None:
    text = f"{it('{type: string}')}\nLevel: {{enum: [a]}}"
    assert warnings(text) == ["3: the schema `Level` is not used by any operation, and left out"]


def test_two_enums_of_one_name_are_an_error() -> None:
    assert errors("""
        /?action=Get: {response: {$ref: Client}}
        Client: {type: object, properties: {bank: {type: object, properties: {type: {enum: [a]}, x: {}}}, b: {}}}
        /?action=Other: {response: {$ref: ClientBank2}}
        ClientBank2: {type: object, properties: {x: {enum: [a, c]}, y: {$ref: ClientBankType}}}
        ClientBankType: {enum: [c, d]}
    """) == ["2: two enums would be called ClientBankType"]


# ---- Objects, maps and lists


def test_a_component_keeps_its_name_and_what_is_inside_is_named_by_owner_and_field() -> None:
    api = answer("""
        type: object
        properties:
          client:
            type: object
            properties:
              bank-account: {type: object, properties: {iban: {type: string}}}
          orders: {type: array, items: {type: object, properties: {id: {type: integer}}}}
          prices: {type: object, additionalProperties: {type: object, properties: {amount: {type: number}}}}
    """)
    assert models(api) == {
        "R": {"client": "RClient", "orders": "[ROrder]", "prices": "{RPricesValue}"},
        "RClient": {"bank-account": "RClientBankAccount"},
        "ROrder": {"id": "integer"},
        "RPricesValue": {"amount": "decimal"},
        "RClientBankAccount": {"iban": "text"},
    }


def test_an_inline_response_is_named_by_its_action() -> None:
    api = lower("/?action=getStats: {response: {type: object, properties: {day: {type: object, properties: {n: {}}}}}}")
    assert models(api) == {"GetStatsResponse": {"day": "GetStatsResponseDay"}, "GetStatsResponseDay": {"n": "any"}}


def test_objects_in_requests_are_named_by_action_and_parameter() -> None:
    api = lower("""
        /?action=AddOrder:
          request: {properties: {items: {type: array, items: {type: object, properties: {id: {type: integer}}}}}}
    """)
    assert params(api) == {"items": "[AddOrderItem]"}
    assert inputs(api) == {"AddOrderItem": {"id": "integer"}}
    assert models(api) == {}


def test_requests_and_responses_have_models_of_their_own() -> None:
    api = lower("""
        /?action=Set: {request: {properties: {client: {$ref: Client}}}, response: {$ref: Client}}
        Client:
          type: object
          properties:
            id: {type: integer, readOnly: true}
            password: {type: string, writeOnly: true}
            name: {type: string}
    """)
    assert models(api) == {"Client": {"id": "integer", "name": "text"}}
    assert inputs(api) == {"Client": {"password": "text", "name": "text"}}


def test_a_field_cannot_be_read_only_and_write_only() -> None:
    assert errors(it("{type: string, readOnly: true, writeOnly: true}")) == [
        "2: `it` is readOnly and writeOnly, so it would be nowhere"
    ]


def test_two_models_of_one_name_are_an_error_that_shows_both_places() -> None:
    text = """
        /?action=Get: {response: {$ref: R}}
        R:
          type: object
          properties:
            client: {type: object, properties: {id: {}}}
            other: {$ref: RClient}
        RClient: {type: object, properties: {name: {}}}
    """
    assert errors(text) == ["7: two models would be called RClient"]


@pytest.mark.parametrize("name", ["😀", "", "../../x", "__class__", "x" * 1_000, '"""', "a\\nb", "{{ x }}"])
def test_any_name_of_a_property_is_data(name: str) -> None:
    api = answer(f'{{type: object, properties: {{"{name}": {{type: object, properties: {{id: {{}}}}}}, b: {{}}}}}}'
                 if '"' not in name else
                 f"{{type: object, properties: {{'{name}': {{type: object, properties: {{id: {{}}}}}}, b: {{}}}}}}")  # fmt: skip
    wire = name.replace("\\n", "\n")
    (inner,) = (found for found in models(api) if found != "R")
    assert models(api)["R"][wire] == inner
    assert inner.startswith("R")
    assert inner.isalnum()


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{type: object}", "{any}"),
        ("{type: object, additionalProperties: true}", "{any}"),
        ("{type: object, additionalProperties: {}}", "{any}"),
        ("{type: object, additionalProperties: {type: number}}", "{decimal}"),
        ("{additionalProperties: {type: number}}", "{decimal}"),
        ("{type: object, additionalProperties: {type: object, additionalProperties: {$ref: Client}}}", "{{Client}}"),
        ("{type: array}", "[any]"),
        ("{items: {type: integer}}", "[integer]"),
        ("{type: array, items: {type: array, items: {$ref: Client}}}", "[[Client]]"),
        ("{type: array, items: {enum: [a]}}", "[enum RIt]"),
        ("{properties: {a: {type: string}, b: {type: string}}}", "RIt"),
    ],
)
def test_objects_with_data_as_keys_are_maps_and_arrays_are_lists(schema: str, expected: str) -> None:
    used = [CLIENT] if "Client" in schema else []
    assert field_type(schema, *used) == expected


def test_further_properties_of_an_object_are_reported_where_their_type_is_said() -> None:
    assert warnings(it("{type: object, properties: {a: {}}, additionalProperties: {type: number}}")) == [
        "2: values beyond the named properties are kept, but as they are sent"
    ]
    assert warnings(it("{type: object, properties: {a: {}}, additionalProperties: true}")) == []


def test_a_closed_object_is_noted() -> None:
    api = answer("{type: object, properties: {a: {$ref: Client}}, additionalProperties: false}", CLIENT)
    assert (model(api, "R").closed, model(api, "Client").closed) == (True, False)


def test_a_title_documents_what_has_no_description() -> None:
    api = answer("{type: object, title: An answer, properties: {a: {title: A, type: string}, b: {}}}")
    assert (model(api, "R").doc, field(api, "R", "a").doc) == ("An answer", "A")
