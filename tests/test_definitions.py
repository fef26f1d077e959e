"""Definitions inside of JSON Schemas: models under their names, entities where a file holds nothing else."""

from __future__ import annotations

import pytest
from lowering import lower, models

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


@pytest.mark.parametrize("word", ["$defs", "definitions"])
def test_definitions_are_models_under_their_names(word: str) -> None:
    api = lower(SPEC, schemas={"invoice": f"""
        title: Shop Invoice
        type: object
        properties: {{from: {{$ref: '#/{word}/address'}}, to: {{$ref: '#/{word}/address'}}, level: {{$ref: '#/{word}/Level'}}}}
        {word}:
          address: {{type: object, properties: {{city: {{type: string}}}}}}
          Level: {{enum: [a]}}
    """})  # fmt: skip
    assert models(api)["Invoice"] | {"id": ""} == {
        "id": "", "total": "decimal", "status": "text", "from": "Address", "to": "Address", "level": "enum Level",
    }  # fmt: skip
    assert models(api)["Address"] == {"city": "text"}


def test_a_definition_of_the_name_of_a_component_is_that_component() -> None:
    spec = (
        SPEC.replace("total: {type: number}", "total: {$ref: Money}")
        + "    Money: {type: object, properties: {cents: {}}}"
    )
    schema = """
        title: Shop Invoice
        type: object
        properties: {due: {$ref: '#/$defs/Money'}}
        $defs: {Money: {type: object, properties: {currency: {type: string}}}}
    """
    found = models(lower(spec, schemas={"invoice": schema}))
    assert found["Invoice"]["total"] == found["Invoice"]["due"] == "Money"
    assert found["Money"] == {"cents": "any", "currency": "text"}


def test_a_file_of_definitions_describes_each_of_them() -> None:
    api = lower(SPEC, schemas={"all": """
        $defs:
          Invoice: {type: object, properties: {note: {type: string}}}
          payment: {title: Shop Payment, type: object, properties: {id: {type: integer}}}
          Level: {enum: [a]}
    """})  # fmt: skip
    assert models(api)["Invoice"]["note"] == "text"
    assert models(api)["Payment"] == {"id": "integer"}


def test_the_document_may_refer_to_the_file_of_an_entity() -> None:
    spec = "/?action=Get: {response: {type: object, properties: {bill: {$ref: 'schemas/bill.yml'}, x: {}}}}"
    api = lower(spec, schemas={"bill": "{title: Shop Invoice, type: object, properties: {id: {type: integer}}}"})
    assert models(api) == {"GetResponse": {"bill": "Invoice", "x": "any"}, "Invoice": {"id": "integer"}}
