"""Which examples a client would read as their schemas say, and which values look like secrets."""

from __future__ import annotations

from pathlib import Path

import pytest
from linting import linted

NOTE = "note: {type: string, description: Text on it.}"


def messages(root: Path, schema: str, example: str) -> list[str]:
    changed = f"note: {{description: Text., example: {example}, {schema}}}"
    found = linted(root, (NOTE, changed), ("{Order.note: openapi}", "{}"), ("  note: {type: integer}\n", ""))
    return [finding.message for finding in found.findings if finding.code == "example-contradicts-schema"]


@pytest.mark.parametrize(
    ("schema", "example"),
    [
        ("type: integer", "'12'"),
        ("type: integer", "''"),
        ("type: number", "'15.95'"),
        ("type: number", "15"),
        ("type: boolean", "'on'"),
        ("type: boolean", "1"),
        ("type: boolean", "''"),
        ("type: string", "12"),
        ("type: string, nullable: true", "null"),
        ("type: string, format: date", "'2020-02-30'"),  # how a date is written, not whether there is such a day
        ("type: string, format: date", "'0000-00-00'"),
        ("type: string, format: date-time", "'2020-01-31 10:00:00'"),
        ("type: array, items: {type: integer}", "['1', 2]"),
        ("type: array, items: {type: integer}", "''"),
        ("type: array, items: {type: integer}", "{}"),
        ("type: array, items: {type: integer}", "{'0': 1}"),
        ("type: object, properties: {a: {type: integer}}", "[]"),
        ("type: object, properties: {a: {type: integer}}", "{a: '1'}"),
        ("type: string, enum: ['1', '2']", "1"),
        ("type: string, pattern: '^a+$'", "aaa"),
        ("type: string, pattern: '(a+)+$'", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"),
        ("allOf: [{$ref: '#/components/schemas/Login'}]", "5"),  # the credentials are no concern of an example
        ("oneOf: [{type: integer}, {type: array, items: {type: integer}}]", "[1]"),
    ],
)
def test_an_example_is_read_as_a_client_reads_answers(schema: str, example: str, tmp_path: Path) -> None:
    assert messages(tmp_path, schema, example) == []


@pytest.mark.parametrize(
    ("schema", "example", "said"),
    [
        ("type: integer", "'1.5'", "`example` must be an integer, not the text `1.5`"),
        ("type: integer", "null", "`example` must be an integer, not empty"),
        ("type: boolean", "maybe", "`example` must be true or false, not the text `maybe`"),
        ("type: string", "[a]", "`example` must be text, not a list"),
        ("type: string, format: date", "'31.01.2020'", "`31.01.2020` is no date"),
        ("type: array, items: {type: integer}", "[a]", "item 1 of `example` must be an integer, not the text `a`"),
        ("type: object, properties: {a: {type: integer}}", "{a: x}", "`a` must be an integer, not the text `x`"),
        ("type: object, required: [a, b], properties: {a: {}, b: {}}", "{a: 1}", "`example` lacks `b`"),
        ("type: string, enum: [a, b]", "c", "`c` is not a value of `example`"),
        ("type: string, pattern: '^a+$'", "b", "`b` is not well formed"),
        ("type: number, maximum: 5", "6", "`example` must be at most 5"),
    ],
)
def test_an_example_that_nobody_can_read_is_found(schema: str, example: str, said: str, tmp_path: Path) -> None:
    assert messages(tmp_path, schema, example) == [f"this example does not fit its schema: {said}"]


RESPONSE = "application/json: {schema: {$ref: '#/components/schemas/ClientsPage'}"
FORM = "          application/x-www-form-urlencoded:\n            schema:\n              allOf:\n                - $ref: '#/components/schemas/Login'\n                - type: object\n                  required"


@pytest.mark.parametrize("id_", ["x", "'1'"])
@pytest.mark.parametrize("way", ["example: VALUE", "examples: {one: {value: VALUE}}"])
def test_examples_of_media_types_are_read_too(way: str, id_: str, tmp_path: Path) -> None:
    value = f"{{clients: {{client: [{{id: {id_}}}]}}}}"
    found = linted(tmp_path, (RESPONSE, f"{RESPONSE}, {way.replace('VALUE', value)}"))
    assert [finding.message for finding in found.findings] == (
        ["this example does not fit its schema: `id` must be an integer, not the text `x`"] if id_ == "x" else []
    )


def test_an_example_of_a_request_needs_no_credentials(tmp_path: Path) -> None:
    form = FORM.replace("            schema", "            example: {clientid: 5}\n            schema", 1)
    login = ("Login: {type: object,", "Login: {type: object, required: [token],")
    assert linted(tmp_path, (FORM, form), login).findings == ()
    wrong = linted(tmp_path, (FORM, form.replace("clientid: 5", "client: 5")), login)
    assert [finding.message for finding in wrong.findings] == [
        "this example does not fit its schema: `example` lacks `clientid`"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Use AKIAIOSFODNN7EXAMPLF to sign in.",
        "https://admin:hunter22@shop.example/ works.",
        "-----BEGIN RSA PRIVATE KEY-----",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.x",
    ],
)
def test_a_key_in_any_text_is_found(text: str, tmp_path: Path) -> None:
    found = linted(tmp_path, ("description: A person who buys.", f"description: '{text}'"))
    assert [finding.code for finding in found.findings] == ["secret-in-example"]
    assert text not in found.findings[0].message


@pytest.mark.parametrize("text", ["https://shop.example/a:b@c", "https://user:...@shop.example/", "Ask for a token."])
def test_an_ordinary_text_is_no_key(text: str, tmp_path: Path) -> None:
    assert linted(tmp_path, ("description: A person who buys.", f"description: '{text}'")).findings == ()
