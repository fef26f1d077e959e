"""Every rule of lint: a change of a project without findings that it finds, and one next to it that it must not find."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from linting import FILES, linted

from generator.lint.catalogue import RULES

Change = tuple[str, str]

EMAIL = "{email: {type: string, description: Email address.}}"
DAY = "{properties: {day: {type: string, format: date, description: Day of the order.}}}"
ACTION = "  - target: $.components.schemas.Order\n"
REMOVAL = "  - {{target: $.components.schemas.Order.properties{0}, description: No., remove: true}}\n"
ANEW = "{properties: {id: {type: integer, description: Order ID.}}}"
RULE = "[{class: NotFound, match: not found}]"
STATUS = "[Active, Closed], description: Whether it may buy.}"
SINCE = '{type: string, format: date, example: "2020-01-31", description: First day.}'
CODE = "{type: string, pattern: '^[a-z]{3}$', maxLength: 3, example: abc, description: Short name.}"
LIMIT = '{type: number, minimum: 0, maximum: 10, example: "1.5", description: How much it may owe.}'
NOTE = "{type: string, description: Text on it.}"
CLIENT_ID = "clientid: {type: integer, description: The client to delete.}"
PASSWORD = '{type: string, example: "***", description: Only the client with this password.}'
SECOND = """  /?action=GetPlans:
    post:
      operationId: getPlans
      summary: Get Plans
      description: Retrieve the plans.
      tags: [Orders]
      externalDocs: {url: https://docs.example/getplans/}
      responses: {'200': {description: Plans., content: {application/json: {schema: {$ref: '#/components/schemas/Done'}}}}}
components:
"""
EIGHT = ", ".join(f"f{number}: {{type: string, description: Field {number}.}}" for number in range(8))


def models(one: str, other: str) -> Change:
    """The responses of two operations, by their properties."""
    schemas = f"    First: {{type: object, properties: {{{one}}}}}\n    Second: {{type: object, properties: {{{other}}}}}\n"
    return "    Done: {type: object, properties: {result: {type: string}}}\n", (
        f"    Done: {{type: object, properties: {{a: {{$ref: '#/components/schemas/First'}}, "
        f"b: {{$ref: '#/components/schemas/Second'}}}}}}\n{schemas}"
    )


def justified(code: str, at: str) -> dict[str, str]:
    return {"lint.yml": f"lint: 1\njustified: [{{code: {code}, at: {at}, reason: It is so.}}]\n"}


# code: (what is found, what is not); changes of texts, or whole files.
CASES: dict[str, tuple[Any, Any]] = {
    # Structure
    "file-unreadable": ({"schemas/x.yml": "a: b: c"}, {"schemas/x.txt": "a: b: c"}),
    "openapi-structure": ([("openapi: 3.0.3", "openapi: 3.0.3\nfoo: 1")], [("openapi: 3.0.3", "openapi: 3.0.3\nx-foo: 1")]),
    "json-schema-structure": ([("title: Shop Order", "title: [1]")], [("title: Shop Order", "title: Shop order")]),
    "reference-broken": (
        [("items: {$ref: '#/components/schemas/Client'}", "items: {$ref: '#/components/schemas/Clint'}")],
        [("items: {$ref: '#/components/schemas/Client'}", "items: {$ref: '#/components/schemas/Order'}")],
    ),
    "entry-empty": (
        [("required: [id]", "required: []"), (DAY, "{properties: {day: {type: string, format: date, description: }}}")],
        [("tags:\n", "x-note:\ntags:\n")],
    ),
    "reference-siblings": (
        [("items: {$ref: '#/components/schemas/Client'}", "items: {$ref: '#/components/schemas/Client', nullable: true}")],
        [("items: {$ref: '#/components/schemas/Client'}", "items: {allOf: [{$ref: '#/components/schemas/Client'}], nullable: true}")],
    ),
    "operation-id-duplicate": ([("operationId: deleteClient", "operationId: getClients")], []),
    "required-undeclared": ([("required: [id]", "required: [id, name]")], [("required: [id]", "required: [id, status]")]),
    "path-action": ([("/?action=DeleteClient", "/delete")], [("/?action=DeleteClient", "/api?action=DeleteClient")]),
    "api-contradiction": ([("{Order.note: openapi}", "{}")], [("{Order.note: openapi}", "{Order.note: json-schema}")]),
    "not-represented": ([("'200':\n          description: Deleted.", "'404': {description: None.}\n        '200':\n          description: Deleted.")], []),
    "enum-contradicts-type": (
        [(STATUS, "[Active, 5], description: Whether it may buy.}")],
        [(STATUS, "[Active, '5'], description: Whether it may buy.}")],
    ),
    "format-unknown": ([(NOTE, "{type: string, format: runes, description: Text on it.}")], [(NOTE, "{type: string, format: uuid, description: Text on it.}")]),
    # Overlays
    "overlay-structure": ([("overlay: 1.1.0", "overlay: 2.0.0")], [("overlay: 1.1.0", "overlay: 1.0.0")]),
    "overlay-application": ([(DAY, "{properties: 5}")], [(DAY, "{x-since: 5}")]),
    "overlay-target-unmatched": ([("schemas.Client.properties", "schemas.Clint.properties")], [("schemas.Client.properties", "schemas['Client'].properties")]),
    "overlay-no-effect": (
        [(EMAIL, "{code: {maxLength: 3}}")],
        [(EMAIL, "{code: {maxLength: 4}}")],
    ),
    "overlay-part-no-effect": (
        [(EMAIL, "{code: {maxLength: 3, description: Shorter name.}}")],
        [(EMAIL, "{code: {maxLength: 4, description: Shorter name.}}")],
    ),
    "overlay-overwritten": (
        [(ACTION, "  - target: $.components.schemas.Client\n    description: No.\n    update: {properties: {email: {description: Other.}}}\n" + ACTION)],
        [(ACTION, "  - target: $.components.schemas.Client\n    description: No.\n    update: {properties: {email: {format: email}}}\n" + ACTION)],
    ),
    "overlay-untyped-property": (
        [(DAY, "{properties: {nota: {description: Text on it.}}}")],
        [(DAY, "{properties: {note: {description: Text on it.}}}")],
    ),
    "overlay-removed-unnamed": (
        [(ACTION, REMOVAL.format("") + ACTION), (DAY, ANEW)],
        [(ACTION, REMOVAL.format(".note") + REMOVAL.format("") + ACTION), (DAY, ANEW)],
    ),
    "overlay-extends": ([("overlay: 1.1.0", "overlay: 1.1.0\nextends: ../other.yml")], [("overlay: 1.1.0", "overlay: 1.1.0\nextends: ../openapi.yml")]),
    "overlay-reason": ([('    description: "Lacks the day: https://docs.example/listorders/"\n', "")], [("Lacks the day: https://docs.example/listorders/", "Lacks it.")]),
    # Dialect
    "dialect-structure": ([("dialect: 1", "dialect: 2")], []),
    "dialect-sense": ([("datetime: [\"YYYY-MM-DD hh:mm:ss\"]", "datetime: [now]")], [("datetime: [\"YYYY-MM-DD hh:mm:ss\"]", "datetime: [YYYYMMDD]")]),
    "dialect-setting-unused": ([("groups: {}", "groups: {default: Others}")], [("groups: {}", "groups: {default: Orders}")]),
    "effect-pattern-unused": ([('"List*"]', '"List*", "Find*"]')], [('"List*"]', '"List[A-Z]*"]')]),
    "effect-undecided": (
        [('{read: ["Get*", "List*"]}', '{read: ["Get*"]}')],
        [('{read: ["Get*", "List*"]}', '{read: ["Get*"]}'), ("operationId: listOAuthOrders", "operationId: listOAuthOrders\n      x-effect: write")],
    ),
    "page-writes": (
        [('{read: ["Get*", "List*"]}', '{write: ["*"]}')],
        [('{read: ["Get*", "List*"]}', '{write: ["*"]}'), ("operationId: getClients", "operationId: getClients\n      x-effect: write")],
    ),
    "sensitive-name-unused": ([("sensitive: [password2]", "sensitive: [password2, pin]")], [("sensitive: [password2]", "sensitive: [password2, token, code]")]),
    "word-unused": ([("words: [OAuth]", "words: [OAuth, OpenId]")], [("words: [OAuth]", "words: [OAuth, DeleteClient, iDEAL]"), (STATUS, "[iDEAL, Paid], description: Whether it may buy.}")]),
    "error-rule-unused": (
        [(RULE, "[{class: NotFound, match: not found}, {class: Permission, match: client}]")],
        [(RULE, "[{class: NotFound, match: ^client}]")],
    ),
    "decision-unused": ([("{Order.note: openapi}", "{Order.note: openapi, Order.id: openapi}")], []),
    # Descriptions
    "operation-summary": ([("      summary: Delete Client\n", "")], [("summary: Delete Client", "summary: x")]),
    "operation-description": ([("      description: Delete a client for good.\n", "")], [("Delete a client for good.", "x")]),
    "operation-external-docs": ([("      externalDocs: {url: https://docs.example/deleteclient/}\n", "")], []),
    "parameter-description": ([(CLIENT_ID, "clientid: {type: integer}")], [(CLIENT_ID, "clientid: {type: integer, title: The client.}")]),
    "field-description": ([(NOTE, "{type: string}")], [("result: {type: string}\n        total", "message: {type: string}\n        total")]),
    "enum-description": (
        [(STATUS, "[Active, Shut]}")],
        [(STATUS, "[Active, Closed]}")],  # those of the parameter, which is described
    ),
    "tag-description": ([("name: Orders, description: What they buy.", "name: Orders")], [("What they buy.", "x")]),
    "description-says-nothing": ([("Delete a client for good.", "Delete Client")], [("Delete a client for good.", "Delete Clients")]),
    "text-repeated": ([("summary: Delete Client", "summary: Get Clients")], [("summary: Delete Client", "summary: Get clients")]),
    "deprecated-reason": (
        [(NOTE, "{type: string, deprecated: true, description: Text on it.}")],
        [(NOTE, "{type: string, deprecated: true, x-deprecated: Use id., description: Text on it.}")],
    ),
    "parameter-in-text-only": ([("parameter `status`", "parameter `statuses`")], [("parameter `status`", "state `statuses`")]),
    "response-undescribed": ([("          content: {application/json: {schema: {$ref: '#/components/schemas/Done'}}}\n", "")], []),
    # Names
    "operation-id-missing": ([("      operationId: deleteClient\n", "")], []),
    "operation-id-mismatch": ([("operationId: deleteClient", "operationId: removeClient")], [("operationId: deleteClient", "operationId: clients_delete-client")]),
    "external-docs-mismatch": ([("example/deleteclient/", "example/getclients")], [("example/deleteclient/", "example/clients")]),
    "tag-undeclared": ([("tags: [Orders]", "tags: [Order]")], [("  - {name: Orders, description: What they buy.}\n", "  - {name: Orders, description: x}\n")]),
    "tag-unused": ([("  - {name: Orders,", "  - {name: Plans, description: x}\n  - {name: Orders,")], [("tags: [Orders]", "tags: [Orders, Clients]")]),
    "extension-unknown": ([("description: A person who buys.", "x-secret: 1")], [("description: A person who buys.", "description: A person who buys.\n      x-since: '1'")]),
    "extension-misplaced": ([(CLIENT_ID, "clientid: {type: integer, x-records: a, description: The client.}")], [(CLIENT_ID, "clientid: {type: integer, x-since: '1', description: The client.}")]),
    "parameter-spelling-differs": (
        [("required: [clientid]", "required: [client_id]"), (CLIENT_ID, "client_id: {type: integer, description: The client.}")],
        [("required: [clientid]", "required: [client]"), (CLIENT_ID, "client: {type: integer, description: The client.}")],
    ),
    # Values
    "example-contradicts-schema": ([(SINCE, '{type: string, format: date, example: "31/01/2020", description: First day.}')], [(SINCE, '{type: string, format: date, example: "0000-00-00", description: First day.}')]),
    "default-contradicts-schema": ([("default: 25", "default: many")], [("default: 25", "default: 0")]),
    "limits-unsatisfiable": ([("minimum: 0", "minimum: 11")], [("minimum: 0", "minimum: 10")]),
    "pattern-unusable": ([("'^[a-z]{3}$'", "'^([a-z]+)+$'")], [("'^[a-z]{3}$'", "'^[a-z]+$'")]),
    "enum-differs-from-sibling": ([(STATUS, "[Active, closed], description: Whether it may buy.}")], [(STATUS, "[Paid, Unpaid], description: Whether it may buy.}")]),
    "parameter-type-differs": ([(CLIENT_ID, "clientid: {type: string, description: The client.}")], [(CLIENT_ID, "clientid: {type: array, items: {type: integer}, description: The client.}")]),
    # Unused and repeated
    "component-unused": (
        [("    Done: {type", "    Gone: {type: object}\n    Done: {type")],
        [("note: {type: string, description: Text on it.}", "note: {type: string, description: Text on it.}\n        done: {allOf: [{$ref: '#/components/schemas/Done'}], description: x}")],
    ),
    "definition-unused": ([("  Text: {type: string}", "  Text: {type: string}\n  Gone: {type: string}")], [("  Text: {type: string}", "  Text: {$ref: '#/definitions/Other'}\n  Other: {type: string}")]),
    "model-duplicate": ([models(EIGHT, EIGHT)], [models(EIGHT, EIGHT.replace("f1: {type: string", "f1: {type: integer").replace("f2:", "g2:"))]),
    "model-near-duplicate": ([models(EIGHT, EIGHT.replace("f1: {type: string", "f1: {type: integer"))], [models(EIGHT, EIGHT)]),
    # Secrets
    "secret-not-sensitive": (
        [("note: {type: string, description: Text on it.}", "api_key: {type: string, description: Key.}")],
        [("note: {type: string, description: Text on it.}", "api_key: {type: string, x-sensitive: false, description: Key.}")],
    ),
    "secret-in-example": (
        [(PASSWORD, "{type: string, example: vT7-qq81, description: Its password.}")],
        [(PASSWORD, "{type: string, example: your-password, description: Its password.}")],
    ),
    "server-insecure": ([("https://shop.example", "http://shop.example")], [("https://shop.example", "http://localhost:8080")]),
    # Justifications
    "justification-structure": ({"lint.yml": "lint: 1\njustified: [{code: tag-unused, at: x}]\n"}, {"lint.yml": "lint: 1\n"}),
    "justification-unused": (justified("tag-unused", "Gone"), {"lint.yml": "lint: 1\njustified: []\n"}),
}  # fmt: skip


def found(root: Path, case: Any) -> set[str]:
    files = case if isinstance(case, dict) else None
    return {finding.code for finding in linted(root, *(() if files else case), files=files).findings}


def test_every_rule_has_a_case() -> None:
    assert CASES.keys() | {"name-collision"} == RULES.keys()  # that one needs targets: see test_lint.py


def test_the_project_has_no_findings(tmp_path: Path) -> None:
    assert FILES.keys() == {"openapi.yml", "dialect.yml", "overlays/10.yml", "schemas/order.yml"}
    assert found(tmp_path, []) == set()


@pytest.mark.parametrize("code", CASES)
def test_a_rule_finds_what_it_is_about(code: str, tmp_path: Path) -> None:
    assert code in found(tmp_path, CASES[code][0])


@pytest.mark.parametrize("code", CASES)
def test_a_rule_does_not_find_what_is_right(code: str, tmp_path: Path) -> None:
    assert code not in found(tmp_path, CASES[code][1])
