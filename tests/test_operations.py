"""Endpoints -> operations: what comes back, what it does, how its parameters are written."""

from __future__ import annotations

import pytest
from lowering import enums, errors, lower, models, only, operations, param, params, run, short, warnings

from generator.ir import Ack, Effect, Encoding, EncodingKind, Listing, Page, Result, Single

PAGES = "limitstart: {type: integer}, limitnum: {type: integer}"


def result(response: str, request: str = "a: {}", more: str = "", **options: str) -> Result:
    """The result of an action with the response."""
    text = f"/?action=Get: {{request: {{properties: {{{request}}}}}, response: {response}{more}}}"
    return only(lower(text, **options)).result


def described(found: Result) -> str:
    """A result at a glance: ``page clients: text``, ``list: text``, ``single GetResponse``, ``ack``."""
    match found:
        case Page(field=field, item=item):
            return f"page {field}: {short(item)}"
        case Listing(field=field, item=item):
            return f"list {field or 'alone'}: {short(item)}"
        case Single(type=type_):
            return f"single {short(type_)}"
        case Ack(type=None):
            return "ack of nothing"
        case Ack():
            return "ack"


# ---- Results


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("result: {}, message: {}", "ack"),
        ("result: {}, status: {}", "ack"),
        ("result: {}, totalresults: {}, clients: {type: array, items: {type: string}}", "list clients: text"),
        ("result: {}, clients: {properties: {client: {type: array, items: {type: string}}}}", "list clients: text"),
        ("result: {}, id: {}, clients: {type: array}", "single GetResponse"),
        ("result: {}, a: {type: array}, b: {type: array}", "single GetResponse"),
        ("result: {}, clientid: {}", "single GetResponse"),
        ("result: {}, prices: {type: object, additionalProperties: {}}", "single GetResponse"),
    ],
)
def test_what_a_response_is_besides_its_envelope(fields: str, expected: str) -> None:
    assert described(result(f"{{type: object, properties: {{{fields}}}}}")) == expected


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("{type: array, items: {type: string}}", "list alone: text"),
        ("{type: object}", "single {any}"),
        ("{}", "single any"),
        ("{type: object, additionalProperties: {type: integer}}", "single {integer}"),
    ],
)
def test_a_response_need_not_be_an_object(response: str, expected: str) -> None:
    assert described(result(response)) == expected


@pytest.mark.parametrize(
    "response", ["{type: string}", "{type: string, enum: [a]}", "{oneOf: [{type: integer}, {type: boolean}]}"]
)
def test_a_response_that_is_a_single_value_is_none(response: str) -> None:
    (warning,) = warnings(f"/?action=Get: {{response: {response}}}")
    assert warning.startswith("1: `Get` answers a single value")


@pytest.mark.parametrize("enum", ["{type: string, enum: [a]}", "{$ref: Word}"])
@pytest.mark.parametrize("around", ["{}", "{{type: array, items: {}}}", "{{type: object, additionalProperties: {}}}"])
def test_the_values_that_a_response_itself_may_have_are_an_enum(enum: str, around: str) -> None:
    api, _ = run(f"/?action=Get: {{response: {around.format(enum)}}}\nWord: {{type: string, enum: [a]}}")
    assert list(enums(api).values()) == [("a",)]


def test_a_response_without_a_body_is_an_ack_of_nothing() -> None:
    assert described(only(lower("/?action=Ping: {request: {properties: {a: {}}}}")).result) == "ack of nothing"


def test_an_action_pages_that_takes_an_offset_and_a_size() -> None:
    response = (
        "{type: object, properties: {result: {}, totalresults: {}, clients: {type: array, items: {type: string}}}}"
    )
    assert described(result(response, PAGES)) == "page clients: text"
    assert described(result(response, "limitnum: {type: integer}")) == "list clients: text"
    assert described(result(response, PAGES, paging="")) == "single GetResponse"


def test_a_page_may_hold_more_than_records() -> None:
    response = "{type: object, properties: {result: {}, clients: {type: array, items: {type: string}}, mood: {}}}"
    assert described(result(response, PAGES)) == "page clients: text"


def test_a_page_needs_one_list_unless_the_operation_names_it() -> None:
    response = "{type: object, properties: {clients: {type: array}, users: {type: array, items: {type: string}}}}"
    text = f"/?action=Get: {{request: {{properties: {{{PAGES}}}}}, response: {response}}}"
    assert errors(text) == ["1: `Get` pages, so its response needs one list of records, and it has 2: clients, users"]
    assert described(result(response, PAGES, ", x-records: users")) == "page users: text"
    assert described(result(response, more=", x-records: users")) == "list users: text"


@pytest.mark.parametrize("field", ["id: {}", "data: {properties: {records: {type: array}, count: {}}}"])
def test_a_page_without_a_list_is_a_single_call(field: str) -> None:
    text = f"/?action=Get: {{request: {{properties: {{{PAGES}}}}}, response: {{properties: {{{field}}}}}}}"
    assert warnings(text) == [
        "1: `Get` pages, but its response has no list of records: it is offered as a single call"
    ]
    assert described(only(run(text)[0]).result) == "single GetResponse"


def test_records_must_be_a_list_of_the_response() -> None:
    text = "/?action=Get: {response: {properties: {id: {}}}, x-records: users}"
    assert errors(text) == ["1: x-records names no list of the response: `users`"]


@pytest.mark.parametrize("response", ["{type: array, items: {type: string}}", "{}"])
def test_paging_through_something_without_a_name_is_reported(response: str) -> None:
    text = f"/?action=Get: {{request: {{properties: {{{PAGES}}}}}, response: {response}}}"
    assert warnings(text) == [
        "1: `Get` pages, but its response is no object that counts the records: it is offered as a single call"
    ]


def test_another_dialect_has_another_envelope_and_other_counters() -> None:
    response = (
        "{type: object, properties: {state: {}, reason: {}, count: {}, rows: {type: array, items: {type: string}}}}"
    )
    envelope = "{result: state, success: [ok], error: [failed], message: [reason]}"
    paging = "{start: offset, size: per_page, default_size: 10, total: count, first: from, returned: in_page}"
    assert described(result(response, envelope=envelope, paging=paging)) == "list rows: text"
    found = result(response, "offset: {}, per_page: {}", envelope=envelope, paging=paging)
    assert described(found) == "page rows: text"


# ---- Which response


def answers(*responses: str) -> str:
    return "\n".join(["/?action=Get:", "  responses:", *(f"    {response}" for response in responses)])


JSON = "content: {application/json: {schema: {type: array, items: {type: string}}}}"


def test_a_success_is_read_and_errors_are_the_dialects() -> None:
    text = answers(f"'200': {{description: '', {JSON}}}", "'404': {description: ''}", "default: {description: ''}")
    assert warnings(text) == [
        "4: the response 404 is not represented: errors are read as the dialect says",
        "5: the response default is not represented: errors are read as the dialect says",
    ]
    assert described(only(run(text)[0]).result) == "list alone: text"


@pytest.mark.parametrize(
    "responses",
    [
        ["'201': {description: '', %s}"],
        ["2XX: {description: '', %s}"],
        ["default: {description: '', %s}"],
    ],
)
def test_any_success_will_do(responses: list[str]) -> None:
    assert described(only(lower(answers(*(text % JSON for text in responses)))).result) == "list alone: text"


def test_of_several_successes_the_first_with_a_body_is_read() -> None:
    text = answers(
        "'204': {description: ''}", f"'200': {{description: '', {JSON}}}", f"'201': {{description: '', {JSON}}}"
    )
    found, problems = run(text)
    assert described(only(found).result) == "list alone: text"
    assert [problem.origin.line for problem in problems] == [3, 5]


def test_errors_that_share_a_description_are_reported_once() -> None:
    text = """
        /?action=A: {responses: {'200': {description: ''}, '400': {description: ''}}}
        /?action=B: {responses: {'200': {description: ''}, '400': {$ref: '#/paths/~1?action=A/post/responses/400'}}}
        /?action=C: {responses: {'200': {description: ''}, '400': {$ref: '#/paths/~1?action=A/post/responses/400'}}}
    """
    assert warnings(text) == ["1: the response 400 is not represented: errors are read as the dialect says"]


def test_a_response_may_be_a_reference() -> None:
    text = """
        /?action=A: {response: {type: object, properties: {id: {type: integer}}}}
        /?action=B: {responses: {'200': {$ref: '#/paths/~1?action=A/post/responses/200'}}}
    """
    api = lower(text)
    assert models(api) == {"AResponse": {"id": "integer"}}
    assert [described(found.result) for found in operations(api).values()] == ["single AResponse", "single AResponse"]


@pytest.mark.parametrize(
    "media", ["application/json", "'application/json; charset=utf-8'", "application/hal+json", "'*/*'"]
)
def test_a_response_is_json(media: str) -> None:
    text = answers(f"'200': {{description: '', content: {{{media}: {{schema: {{type: array, items: {{type: string}}}}}}}}}}")
    assert described(only(lower(text)).result) == "list alone: text"


def test_other_media_types_are_reported() -> None:
    text = answers(
        "'200':", "  description: ''", "  headers: {X: {schema: {}}}", "  content:",
        "    text/html: {schema: {type: string}}", "    application/json: {schema: {type: object}}",
        "    text/json-lines: {schema: {type: string}}",
    )  # fmt: skip
    assert warnings(text) == [
        "5: `headers` of a response are not represented",
        "7: a response as `text/html` is not read: JSON is",
        "9: a response as `text/json-lines` is not read: JSON is",
    ]


# ---- The operation


def test_what_is_said_of_an_operation() -> None:
    operation = only(lower("""
        /?action=AddClient:
          summary: Add
          description: Adds a client.
          deprecated: true
          externalDocs: {url: 'https://example.com/addclient'}
          x-since: 8.12
          x-errors: [Client Not Found, "You did not provide required fields"]
          response: {type: object}
    """))  # fmt: skip
    assert (operation.action, operation.summary, operation.doc) == ("AddClient", "Add", "Adds a client.")
    assert (operation.docs, operation.since) == ("https://example.com/addclient", "8.12")
    assert operation.errors == ("Client Not Found", "You did not provide required fields")
    assert operation.deprecated == "deprecated in the API"
    assert (operation.origin.file, operation.origin.line) == ("spec.yml", 1)


@pytest.mark.parametrize(
    ("action", "more", "effect"),
    [
        ("GetClients", "", Effect.READ),
        ("DeleteClient", "", Effect.DESTRUCTIVE),
        ("AddClient", "", Effect.WRITE),
        ("getClients", "", Effect.WRITE),
        ("GetClients", ", x-effect: write", Effect.WRITE),
        ("AddClient", ", x-effect: destructive", Effect.DESTRUCTIVE),
    ],
)
def test_the_effect_is_that_of_the_first_pattern_unless_the_operation_says_it(
    action: str, more: str, effect: Effect
) -> None:
    assert only(lower(f"/?action={action}: {{response: {{type: object}}{more}}}")).effect is effect


def test_the_first_pattern_decides() -> None:
    text = "/?action=GetRidOfClient: {response: {type: object}}"
    effects = '[{destructive: ["GetRid*"]}, {read: ["Get*"]}]'
    assert only(lower(text, effects=effects)).effect is Effect.DESTRUCTIVE


# ---- Parameters


def test_what_is_said_of_a_parameter() -> None:
    api = lower("""
        /?action=Set:
          request:
            properties:
              size:
                type: integer
                description: How many.
                default: 25
                minimum: 1
                x-since: "7.7"
                x-deprecated: use limit
    """)
    found = param(api, "size")
    assert (found.doc, found.default, found.limits) == ("How many.", 25, ("at least 1",))
    assert (found.since, found.deprecated, found.required, found.sensitive) == ("7.7", "use limit", False, False)
    assert found.origin.line == 4


def encoded(schema: str) -> Encoding:
    return param(lower(f"/?action=Set: {{request: {{properties: {{a: {schema}}}}}}}"), "a").encoding


LIST = "type: array, items: {type: integer}"
ROWS = "type: array, items: {type: object, properties: {name: {}, data: {}}}"


@pytest.mark.parametrize(
    ("schema", "encoding"),
    [
        ("{type: integer}", Encoding()),
        (f"{{{LIST}, x-encoding: comma}}", Encoding(EncodingKind.COMMA)),
        (f"{{{LIST}, x-encoding: {{kind: comma}}}}", Encoding(EncodingKind.COMMA)),
        ("{oneOf: [{type: integer}, {type: array}], x-encoding: comma}", Encoding(EncodingKind.COMMA)),
        ("{type: object, x-encoding: php-serialize}", Encoding(EncodingKind.PHP_SERIALIZE)),
        (f"{{{LIST}, x-encoding: {{kind: php-serialize, each: true}}}}", Encoding(EncodingKind.PHP_SERIALIZE, each=True)),
        (f"{{{ROWS}, x-encoding: numbered}}", Encoding(EncodingKind.NUMBERED)),
        (f"{{{ROWS}, x-encoding: {{kind: json-base64, file: {{name: name, data: data}}}}}}",
         Encoding(EncodingKind.JSON_BASE64, file=("name", "data"))),
        ("{type: string, format: date, x-encoding: {date: DD/MM/YYYY}}", Encoding(date="DD/MM/YYYY")),
        ("{type: array, items: {type: string, format: date}, x-encoding: {date: DDMMYYYY}}", Encoding(date="DDMMYYYY")),
        ("{x-encoding: comma}", Encoding(EncodingKind.COMMA)),
    ],
)  # fmt: skip
def test_how_a_parameter_is_written(schema: str, encoding: Encoding) -> None:
    assert encoded(schema) == encoding


@pytest.mark.parametrize(
    ("schema", "wanted"),
    [
        ("{type: integer, x-encoding: comma}", "a list"),
        ("{type: object, x-encoding: {kind: php-serialize, each: true}}", "a list"),
        (f"{{{LIST}, x-encoding: numbered}}", "a list of objects"),
        (f"{{{LIST}, x-encoding: {{kind: json-base64, file: {{name: name, data: data}}}}}}", "a list of objects"),
        ("{type: integer, x-encoding: {date: DDMMYYYY}}", "a date"),
    ],
)
def test_an_encoding_must_fit_the_type(schema: str, wanted: str) -> None:
    assert errors(f"/?action=Set: {{request: {{properties: {{a: {schema}}}}}}}") == [
        f"1: the encoding of `a` is for {wanted}"
    ]


@pytest.mark.parametrize("name", ["😀", "-/-/x", "__class__", "a-b", "a[b]", "class", "x" * 1_000])
def test_any_name_of_a_parameter_is_data(name: str) -> None:
    api = lower(f"/?action=Set: {{request: {{properties: {{'{name}': {{enum: [a]}}}}}}}}")
    assert [entry.wire for entry in only(api).params] == [name]
    (enum,) = api.enums
    assert enum.name.startswith("Set")
    assert enum.name.isalnum()


def test_the_groups_are_the_tags_in_the_order_of_the_document() -> None:
    text = "/?action=A: {tags: [Two], response: {type: object}}\n/?action=B: {tags: [One], response: {type: object}}"
    api = lower(text)
    assert [(group.name, [operation.action for operation in group.operations]) for group in api.groups] == [
        ("Two", ["A"]),
        ("One", ["B"]),
    ]
    assert list(operations(api)) == ["A", "B"]
    assert params(lower("/?action=A: {request: {properties: {a: {}}}}")) == {"a": "any"}
