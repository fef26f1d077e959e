"""JSON Schemas beside the document: one model for both descriptions of an entity."""

from __future__ import annotations

import pytest
from lowering import enums, errors, failing, field, lower, model, models, run, said, warnings

SPEC = """
    /?action=GetInvoice: {response: {$ref: Invoice}}
    Invoice:
      type: object
      description: An invoice.
      required: [id]
      properties:
        id: {type: integer, description: Its number.}
        total: {type: number}
        status: {type: string}
"""


def merged(fields: str, spec: str = SPEC, **options: str) -> dict[str, dict[str, str]]:
    """The models of a spec and of a JSON Schema of invoices with the fields."""
    schema = f"{{title: Shop Invoice, type: object, properties: {{{fields}}}}}"
    return models(lower(spec, schemas={"invoice": schema}, **options))


def contradictions(fields: str, spec: str = SPEC, **options: str) -> list[str]:
    schema = f"title: Shop Invoice\ntype: object\nproperties: {{{fields}}}"
    return errors(spec, schemas={"invoice": schema}, **options)


# ---- What fills what


def test_the_model_has_the_properties_of_both_those_of_the_document_first() -> None:
    assert merged("due: {type: string, format: date}, total: {type: number}, note: {type: string}") == {
        "Invoice": {"id": "integer", "total": "decimal", "status": "text", "due": "date date", "note": "text"}
    }


def test_each_fills_what_the_other_lacks() -> None:
    api = lower(SPEC, schemas={"invoice": """
        title: Shop Invoice
        description: Another description.
        type: object
        required: [total]
        properties:
          id: {type: integer, description: Another number., minimum: 1, default: 7}
          total: {type: number, description: What is to pay., x-sensitive: true, x-since: "2", deprecated: true}
          status: {type: [string, 'null'], enum: [Paid, Unpaid, null]}
    """})  # fmt: skip
    assert model(api, "Invoice").doc == "An invoice."
    identity, total, status = (field(api, "Invoice", name) for name in ("id", "total", "status"))
    assert (identity.doc, identity.required, identity.limits, identity.default) == (
        "Its number.",
        True,
        ("at least 1",),
        7,
    )
    assert (total.doc, total.required, total.sensitive, total.since) == ("What is to pay.", True, True, "2")
    assert total.deprecated == "deprecated in the API"
    assert (models(api)["Invoice"]["status"], status.nullable) == ("enum InvoiceStatus", True)
    assert enums(api) == {"InvoiceStatus": ("Paid", "Unpaid")}


def test_either_may_require_what_only_the_other_describes() -> None:
    spec = SPEC.replace("required: [id]", "required: [id, note]")
    schema = "{title: Shop Invoice, type: object, required: [status, nothing], properties: {note: {type: string}}}"
    api, problems = run(spec, schemas={"invoice": schema}, valid=False)
    assert {entry.wire for entry in model(api, "Invoice").fields if entry.required} == {"id", "status", "note"}
    assert [said(problem) for problem in problems] == [
        "schemas/invoice.yml:1: `nothing` is required, but neither description has a property of that name"
    ]


def test_the_enum_that_a_schema_brings_is_the_one_of_the_parameters() -> None:
    api = lower(SPEC + "    /?action=Find: {request: {properties: {state: {enum: [Unpaid, Paid]}}}}\n",
                schemas={"invoice": "{title: Shop Invoice, type: object, properties: {status: {enum: [Paid, Unpaid]}}}"})  # fmt: skip
    assert enums(api) == {"InvoiceStatus": ("Paid", "Unpaid")}


def test_enums_that_differ_have_the_values_of_both() -> None:
    spec = """
        /?action=GetInvoice: {response: {$ref: Invoice}}
        Invoice: {type: object, properties: {status: {enum: [Paid, Draft]}, x: {}}}
    """
    api = lower(
        spec, schemas={"i": "{title: Shop Invoice, type: object, properties: {status: {enum: [Paid, Unpaid]}}}"}
    )
    assert enums(api) == {"InvoiceStatus": ("Paid", "Draft", "Unpaid")}


def test_enums_that_become_equal_are_one() -> None:
    spec = """
        /?action=GetInvoice: {response: {$ref: Invoice}}
        Invoice: {type: object, properties: {all: {enum: [a, b]}, some: {enum: [a]}}}
    """
    api = lower(spec, schemas={"i": "{title: Shop Invoice, type: object, properties: {some: {enum: [b]}}}"})
    assert models(api) == {"Invoice": {"all": "enum InvoiceAll", "some": "enum InvoiceAll"}}
    assert enums(api) == {"InvoiceAll": ("a", "b")}


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("{}", "{type: integer}", "integer"),
        ("{type: integer}", "{}", "integer"),
        ("{type: string}", "{type: string, format: date}", "date date"),
        ("{type: string, format: date}", "{type: string}", "date date"),
        ("{type: string}", "{type: string, format: email}", "text email"),
        ("{type: integer}", "{type: number}", "decimal"),
        ("{type: number, format: float}", "{type: number}", "decimal float"),
        ("{type: string}", "{enum: [a]}", "enum InvoiceIt"),
        ("{enum: [a]}", "{type: string}", "enum InvoiceIt"),
        ("{type: object}", "{type: object, properties: {a: {}, b: {}}}", "InvoiceIt"),
        ("{type: object, properties: {a: {}, b: {}}}", "{type: object}", "InvoiceIt"),
        ("{type: object, additionalProperties: {type: integer}}", "{type: object}", "{integer}"),
        ("{type: array, items: {type: string}}", "{type: array}", "[text]"),
        ("{type: array}", "{type: array, items: {type: string}}", "[text]"),
        ("{oneOf: [{type: integer}, {type: string}]}", "{type: integer}", "integer | text"),
        ("{type: string}", "{oneOf: [{type: string}, {type: integer}]}", "integer | text"),
        ("{type: object, properties: {item: {type: array, items: {type: string}}}}", "{type: array}", "[text] in item"),
    ],
)
def test_types_that_agree_are_one(ours: str, theirs: str, expected: str) -> None:
    spec = (
        f"/?action=Get: {{response: {{$ref: Invoice}}}}\nInvoice: {{type: object, properties: {{it: {ours}, x: {{}}}}}}"
    )
    assert merged(f"it: {theirs}", spec)["Invoice"]["it"] == expected


def test_a_plain_array_is_the_list_that_the_wire_wraps_and_its_items_are_one_model() -> None:
    spec = """
        /?action=GetInvoice: {response: {$ref: Invoice}}
        Invoice: {type: object, properties: {items: {properties: {item: {type: array, items: {$ref: Line}}}}, x: {}}}
        Line: {type: object, properties: {id: {type: integer}}}
    """
    assert merged("items: {type: array, items: {type: object, properties: {amount: {type: number}}}}", spec) == {
        "Invoice": {"items": "[Line] in item", "x": "any"},
        "Line": {"id": "integer", "amount": "decimal"},
    }


# ---- Contradictions


@pytest.mark.parametrize(
    ("ours", "theirs", "message"),
    [
        ("{type: integer}", "{type: string}", "a text here, and an integer in"),
        ("{type: boolean}", "{type: integer, enum: [0, 1]}", "one of 0, 1 here, and a boolean in"),
        ("{type: string, format: date}", "{type: string, format: date-time}", "a datetime here, and a date in"),
        ("{enum: [a]}", "{enum: [1]}", "one of 1 here, and one of a in"),
        ("{type: array, items: {type: string}}", "{type: string}", "a text here, and a list: each is a text in"),
        ("{type: array, items: {type: string}}", "{type: array, items: {type: boolean}}",
         "a list: each is a boolean here, and a list: each is a text in"),
        ("{type: object, properties: {a: {}}}", "{type: object, additionalProperties: {type: number}}",
         "a map: each value is a decimal here, and an object (InvoiceIt) in"),
        ("{oneOf: [{type: integer}, {type: string}]}", "{type: boolean}", "a boolean here, and an integer or a text in"),
        ("{properties: {a: {type: array}}}", "{properties: {b: {type: array}}}",
         "a list: each is anything here, and a list: each is anything in"),
    ],
)  # fmt: skip
def test_a_contradiction_of_types_is_an_error(ours: str, theirs: str, message: str) -> None:
    spec = (
        f"/?action=Get: {{response: {{$ref: Invoice}}}}\nInvoice: {{type: object, properties: {{it: {ours}, x: {{}}}}}}"
    )
    assert contradictions(f"it: {theirs}", spec) == [
        f"schemas/invoice.yml:3: Invoice.it is {message} the OpenAPI document"
    ]


def test_a_contradiction_shows_both_places() -> None:
    schema = "title: Shop Invoice\ntype: object\nproperties:\n  id: {type: string}"
    (problem,) = failing(lambda: run(SPEC, schemas={"invoice": schema}))
    assert (problem.origin.file, problem.origin.line) == ("schemas/invoice.yml", 4)
    assert [(place.file, place.line) for _, place in problem.also] == [("spec.yml", 7)]


@pytest.mark.parametrize(("keep", "expected"), [("openapi", "integer"), ("json-schema", "text")])
def test_the_dialect_decides_a_contradiction(keep: str, expected: str) -> None:
    entities = f"{{title_prefix: 'Shop ', decisions: {{Invoice.id: {keep}}}}}"
    assert merged("id: {type: string}", entities=entities)["Invoice"]["id"] == expected


def test_a_decision_may_take_in_a_model() -> None:
    entities = "{title_prefix: 'Shop ', decisions: {Invoice.id: json-schema}}"
    found = merged("id: {type: object, properties: {a: {}, b: {}}}", entities=entities)
    assert found["Invoice"]["id"] == "InvoiceId"
    assert found["InvoiceId"] == {"a": "any", "b": "any"}


def test_a_contradiction_inside_is_named_by_the_model_it_is_in() -> None:
    spec = """
        /?action=GetInvoice: {response: {$ref: Invoice}}
        Invoice: {type: object, properties: {items: {type: array, items: {$ref: Line}}, x: {}}}
        Line: {type: object, properties: {taxed: {type: boolean}}}
    """
    fields = "items: {type: array, items: {type: object, properties: {taxed: {type: integer}}}}"
    assert contradictions(fields, spec) == [
        "schemas/invoice.yml:3: Line.taxed is an integer here, and a boolean in the OpenAPI document"
    ]
    entities = "{title_prefix: 'Shop ', decisions: {Line.taxed: openapi}}"
    assert merged(fields, spec, entities=entities)["Line"] == {"taxed": "boolean"}


def test_a_decision_that_decides_nothing_is_reported() -> None:
    entities = "{title_prefix: 'Shop ', decisions: {Invoice.id: openapi, Nothing.here: openapi}}"
    schema = "{title: Shop Invoice, type: object, properties: {id: {type: integer}}}"
    found = warnings(SPEC, schemas={"invoice": schema}, entities=entities)
    assert [text.partition(": ")[2] for text in found] == [
        "the decision on Invoice.id decides nothing: no two descriptions contradict each other there",
        "the decision on Nothing.here decides nothing: no two descriptions contradict each other there",
    ]


def test_without_json_schemas_there_is_nothing_to_decide() -> None:
    assert warnings(SPEC, entities="{decisions: {Invoice.id: openapi}}") == []


# ---- Which entity


@pytest.mark.parametrize(
    "head",
    [
        "title: Shop Invoice",
        "title: Invoice",
        "title: Shop invoice",
        "description: No title.",
    ],
)
def test_the_title_says_which_component_or_else_the_file(head: str) -> None:
    api = lower(SPEC, schemas={"invoice": f"{{{head}, type: object, properties: {{extra: {{type: string}}}}}}"})
    assert models(api)["Invoice"]["extra"] == "text"


def test_an_entity_without_a_component_is_a_model_of_its_own() -> None:
    api = lower(SPEC, schemas={"a": """
        title: Shop Price List
        type: object
        properties: {prices: {type: array, items: {type: object, properties: {kind: {enum: [a, b]}}}}, self: {$ref: '#'}}
    """})  # fmt: skip
    assert models(api)["PriceList"] == {"prices": "[PriceListPrice]", "self": "PriceList"}
    assert models(api)["PriceListPrice"] == {"kind": "enum PriceListPriceKind"}
    assert enums(api) == {"PriceListPriceKind": ("a", "b")}


def test_two_json_schemas_of_one_entity_are_an_error() -> None:
    schema = "{title: Shop Invoice, type: object, properties: {a: {}}}"
    assert errors(SPEC, schemas={"one": schema, "two": schema}) == [
        "schemas/two.yml:1: two JSON Schemas describe `Invoice`"
    ]


def test_a_json_schema_of_no_object_adds_no_model_and_is_reported() -> None:
    assert warnings(SPEC, schemas={"level": "{title: Shop Level, enum: [a, b]}"}) == [
        "schemas/level.yml:1: `Level` is no object, so it adds no model"
    ]


def test_an_entity_whose_component_is_no_object_is_an_error() -> None:
    spec = "/?action=Get: {response: {$ref: R}}\nR: {type: object, properties: {a: {$ref: Level}, b: {}}}\nLevel: {enum: [a]}"
    assert errors(spec, schemas={"level": "{title: Shop Level, type: object, properties: {a: {}}}"}) == [
        "schemas/level.yml:1: `Level` is an object here, and none in the OpenAPI document"
    ]


def test_a_json_schema_without_a_name_is_an_error() -> None:
    assert errors(SPEC, schemas={"日本": "{type: object, properties: {a: {}}}"}) == [
        "schemas/日本.yml:1: nothing says what this schema describes"
    ]


def test_a_component_may_be_a_reference() -> None:
    spec = """
        /?action=GetInvoice: {response: {type: object, properties: {invoice: {$ref: Invoice}, x: {}}}}
        Invoice: {$ref: Bill}
        Bill: {type: object, properties: {id: {type: integer}}}
    """
    found = merged("total: {type: number}", spec)
    assert found["Bill"] == {"id": "integer", "total": "decimal"}
    assert "Invoice" not in found


# ---- In general


def test_long_chains_of_models_are_merged_on_both_sides() -> None:
    size = 600
    chain = "\n".join(f"A{i}: {{type: object, properties: {{next: {{$ref: A{i + 1}}}, x: {{}}}}}}" for i in range(size))
    spec = f"/?action=Get: {{response: {{$ref: A0}}}}\n{chain}\nA{size}: {{type: object, properties: {{x: {{}}}}}}"
    definitions = ", ".join(
        f"B{i}: {{type: object, properties: {{next: {{$ref: '#/$defs/B{i + 1}'}}, y: {{type: integer}}}}}}"
        for i in range(size)
    )
    schema = (
        f"{{title: A0, type: object, properties: {{next: {{$ref: '#/$defs/B0'}}}}, "
        f"$defs: {{{definitions}, B{size}: {{type: object, properties: {{z: {{}}}}}}}}}}"
    )
    found = models(lower(spec, schemas={"a": schema}))
    assert len(found) == size + 2
    assert found["A1"] == {"next": "A2", "x": "any", "y": "integer"}


def test_problems_are_told_in_the_order_of_the_files() -> None:
    schema = "title: Shop Invoice\ntype: object\nproperties: {status: {type: integer}, id: {type: string}}"
    spec = SPEC + "    /?action=B: {request: {properties: {a: {type: string, x-encoding: nonsense}}}}\n"
    found = [said(problem).partition(": ")[0] for problem in failing(lambda: run(spec, schemas={"invoice": schema}))]
    assert found == ["10", "schemas/invoice.yml:3", "schemas/invoice.yml:3"]
