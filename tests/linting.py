"""A small project that has no findings, and changes of it -> what ``lint`` finds."""

from __future__ import annotations

from pathlib import Path

from generator.lint.finding import Finding
from generator.lint.justified import Sorted
from generator.lint.lint import Selection, lint
from generator.specs.sources import Sources

FILES = {
    "openapi.yml": """\
openapi: 3.0.3
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
tags:
  - {name: Clients, description: People who buy.}
  - {name: Orders, description: What they buy.}
security: [{Keys: []}]
paths:
  /?action=GetClients:
    post:
      operationId: getClients
      summary: Get Clients
      description: Retrieve the clients that match; the parameter `status` says which.
      tags: [Clients]
      externalDocs: {url: https://docs.example/getclients/}
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema:
              allOf:
                - $ref: '#/components/schemas/Login'
                - type: object
                  properties:
                    start: {type: integer, default: 0, description: "Offset of the first client, from 0."}
                    size: {type: integer, default: 25, description: Clients on a page.}
                    status: {type: string, enum: [Active, Closed], description: Only clients with this status.}
                    password2: {type: string, example: "***", description: Only the client with this password.}
                    clientid: {type: integer, description: Only this client.}
      responses:
        '200':
          description: A page of clients.
          content: {application/json: {schema: {$ref: '#/components/schemas/ClientsPage'}}}
  /?action=DeleteClient:
    post:
      operationId: deleteClient
      summary: Delete Client
      description: Delete a client for good.
      tags: [Clients]
      externalDocs: {url: https://docs.example/deleteclient/}
      x-errors: [Client Not Found]
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema:
              allOf:
                - $ref: '#/components/schemas/Login'
                - type: object
                  required: [clientid]
                  properties:
                    clientid: {type: integer, description: The client to delete.}
      responses:
        '200':
          description: Deleted.
          content: {application/json: {schema: {$ref: '#/components/schemas/Done'}}}
  /?action=ListOAuthOrders:
    post:
      operationId: listOAuthOrders
      summary: List Orders
      description: Retrieve the orders of applications.
      tags: [Orders]
      externalDocs: {url: https://docs.example/listoauthorders/}
      responses:
        '200':
          description: Orders.
          content: {application/json: {schema: {$ref: '#/components/schemas/Orders'}}}
components:
  securitySchemes: {Keys: {type: apiKey, in: query, name: key}}
  schemas:
    Login: {type: object, properties: {token: {type: string}}}
    Done: {type: object, properties: {result: {type: string}}}
    ClientsPage:
      type: object
      properties:
        result: {type: string}
        total: {type: integer}
        clients: {type: object, properties: {client: {type: array, items: {$ref: '#/components/schemas/Client'}}}}
    Client:
      type: object
      description: A person who buys.
      required: [id]
      properties:
        id: {type: integer, description: Client ID.}
        status: {type: string, enum: [Active, Closed], description: Whether it may buy.}
        since: {type: string, format: date, example: "2020-01-31", description: First day.}
        code: {type: string, pattern: '^[a-z]{3}$', maxLength: 3, example: abc, description: Short name.}
        limit: {type: number, minimum: 0, maximum: 10, example: "1.5", description: How much it may owe.}
        orders: {type: array, items: {$ref: '#/components/schemas/Order'}, description: Its orders.}
    Orders:
      type: object
      properties:
        orders: {type: array, items: {$ref: '#/components/schemas/Order'}}
    Order:
      type: object
      description: What was bought.
      properties:
        id: {type: integer, description: Order ID.}
        note: {type: string, description: Text on it.}
""",
    "dialect.yml": """\
dialect: 1
product: Shop
sdk: Shop
package: shop
words: [OAuth]
endpoint: {path: api, action: action}
credentials:
  schema: Login
  schemes: [{fields: {token: SHOP_TOKEN}}]
  url: SHOP_URL
groups: {}
effects: [{destructive: ["Delete*"]}, {read: ["Get*", "List*"]}]
paging: {start: start, size: size, default_size: 25, total: total, first: first, returned: returned}
envelope: {result: result, success: [success], error: [error], message: [message]}
lists: {wrapped: true}
requests: {date: YYYY-MM-DD, datetime: "YYYY-MM-DD hh:mm:ss", "true": "1", "false": "0"}
responses:
  date: [YYYY-MM-DD]
  datetime: ["YYYY-MM-DD hh:mm:ss"]
  zero_dates: ["0000-00-00"]
  "true": ["1", "on"]
  "false": ["0", ""]
  blank: [""]
sensitive: [password2]
entities: {title_prefix: "Shop ", decisions: {Order.note: openapi}}
errors: [{class: NotFound, match: not found}]
""",
    "overlays/10.yml": """\
overlay: 1.1.0
info: {title: Corrections, version: "1"}
actions:
  - target: $.components.schemas.Client.properties
    description: "Lacks the address: https://docs.example/getclients/"
    update: {email: {type: string, description: Email address.}}
  - target: $.components.schemas.Order
    description: "Lacks the day: https://docs.example/listorders/"
    update: {properties: {day: {type: string, format: date, description: Day of the order.}}}
""",
    "schemas/order.yml": """\
$schema: http://json-schema.org/draft-07/schema#
title: Shop Order
type: object
definitions:
  Text: {type: string}
properties:
  id: {type: integer}
  note: {type: integer}
  reference: {allOf: [{$ref: '#/definitions/Text'}], description: Number that clients see.}
""",
}


def project(root: Path, *changes: tuple[str, str], files: dict[str, str] | None = None) -> Sources:
    """Writes the project with every first text of a change replaced by the second, once, in whichever file it is."""
    texts = dict(FILES)
    for old, new in changes:
        (name,) = (name for name, text in texts.items() if old in text)
        assert texts[name].count(old) == 1, old
        texts[name] = texts[name].replace(old, new)
    for name, text in {**texts, **(files or {})}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return Sources(root)


def linted(root: Path, *changes: tuple[str, str], files: dict[str, str] | None = None) -> Sorted:
    """What is found in the project with some changes; a file lint.yml justifies."""
    return run(root, project(root, *changes, files=files))


def run(root: Path, sources: Sources, selection: Selection | None = None) -> Sorted:
    """What is found in a folder."""
    beside = root / "lint.yml"
    justifications = beside if beside.exists() else None
    return lint(root / "openapi.yml", root / "dialect.yml", sources, justifications, selection or Selection())


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """The codes of findings, in their order."""
    return [finding.code for finding in findings]
