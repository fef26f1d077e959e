"""The Api as a table and as JSON."""

from __future__ import annotations

import json

import pytest
from lowering import lower, only

from generator.listing import Row, as_json, rows
from generator.targets.uses import purpose

SPEC = """
    /?action=GetClients:
      tags: [Clients]
      request:
        required: [search]
        properties: {search: {type: string}, limitstart: {type: integer}, limitnum: {type: integer}}
      response: {type: object, properties: {clients: {type: array, items: {$ref: Client}}}}
    /?action=ListStates: {response: {type: array, items: {type: string}}}
    /?action=DeleteClient:
      tags: [Clients]
      deprecated: true
      request: {required: [old], properties: {id: {type: integer, default: 1}, old: {x-deprecated: No., type: string}}}
    Client: {type: object, properties: {id: {type: integer}, status: {enum: [on, off]}}}
"""


def test_the_table_has_every_operation_by_group() -> None:
    assert rows(lower(SPEC)) == [
        Row("GetClients", "Clients", "read", "pages", "search* limitstart limitnum", "spec.yml:1", "-"),
        Row("DeleteClient", "Clients", "destructive", "-", "id old*~", "spec.yml:8", "deprecated"),
        Row("ListStates", "General", "read", "list", "", "spec.yml:7", "-"),
    ]


def test_the_table_shows_what_does_not_print() -> None:
    api = lower(r'"/?action=a%1B[2J%0Ab": {tags: ["x\ty"], request: {properties: {"\x1b]0;": {}}}}')
    (row,) = rows(api)
    assert (row.action, row.params) == (r"a\x1b[2J\nb", r"\x1b]0;")
    assert "\t" not in row.group


def test_json_holds_everything_and_says_what_each_thing_is() -> None:
    found = json.loads(as_json(lower(SPEC)))
    assert found["is"] == "Api"
    operation = found["groups"][0]["operations"][0]
    assert operation["result"] == {
        "is": "Page",
        "type": {"is": "ModelRef", "name": "GetClientsResponse"},
        "field": "clients",
        "item": {"is": "ModelRef", "name": "Client"},
    }
    assert operation["params"][0]["type"] == {"is": "Scalar", "kind": "text", "format": None}
    assert operation["params"][0]["origin"]["line"] == 5
    assert found["enums"][0]["values"] == ["on", "off"]
    assert found["groups"][0]["operations"][1]["params"][0]["default"] == 1
    assert found["wire"]["endpoint"]["fixed"] == {"responsetype": "json"}


def test_json_shows_letters_as_they_are() -> None:
    assert '"größe"' in as_json(lower("/?action=Get: {request: {properties: {größe: {type: integer}}}}"))


def test_json_is_the_same_for_the_same_api() -> None:
    assert as_json(lower(SPEC)) == as_json(lower(SPEC))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("summary: Get Client Notes, description: Retrieve them all. They are many.", "Retrieve them all"),
        ("summary: Clients Notes, description: 'Are there any? Ask.'", "Are there any?"),
        ("description: Retrieve version 8.1 of them", "Retrieve version 8.1 of them"),
        ("summary: Get Notes, tags: [Notes]", "Get Notes"),
        ("summary: Read what staff wrote, description: Retrieve them.", "Read what staff wrote"),
        ("summary: Read what staff wrote, deprecated: true", "Read what staff wrote (deprecated)"),
        ("tags: [Notes]", ""),
    ],
)
def test_what_an_action_does_is_more_than_its_name(said: str, shown: str) -> None:
    assert purpose(only(lower(f"/?action=GetClientsNotes: {{{said}}}"))) == shown
