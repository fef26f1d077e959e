"""Requests -> the parameters of an operation: credentials, query parameters, media types, alternatives of bodies."""

from __future__ import annotations

import pytest
from lowering import errors, lower, only, operations, param, params, run, warnings

from generator.ir import Condition, Requirement

# ---- Credentials


def test_credentials_are_stripped_by_reference_and_not_by_name() -> None:
    api = lower("""
        /?action=ValidateLogin:
          request:
            allOf:
            - {$ref: AuthCredentials}
            - {type: object, properties: {email: {type: string}, password2: {type: string}}}
        AuthCredentials: {type: object, required: [email], properties: {email: {type: string}, password2: {type: string}}}
    """)
    assert params(api) == {"email": "text", "password2": "text"}


@pytest.mark.parametrize(
    "body",
    [
        "{$ref: AuthCredentials}",
        "{allOf: [{$ref: AuthCredentials}]}",
        "{allOf: [{$ref: Signed}]}",
        "{allOf: [{allOf: [{$ref: AuthCredentials}]}, {type: object}]}",
        "{$ref: Alias}",
    ],
)
def test_credentials_are_stripped_however_deep_the_reference_is(body: str) -> None:
    used = {"Signed": "Signed: {allOf: [{$ref: AuthCredentials}]}", "Alias": "Alias: {$ref: AuthCredentials}"}
    more = "\n".join(text for name, text in used.items() if name in body)
    assert params(lower(f"/?action=Ping: {{request: {body}}}\n{more}")) == {}


def test_credentials_are_stripped_from_every_alternative_of_a_body() -> None:
    text = """
        /?action=Find:
          request:
            oneOf:
            - {allOf: [{$ref: AuthCredentials}, {required: [id, kind], properties: {id: {type: integer}, kind: {}}}]}
            - {allOf: [{$ref: AuthCredentials}, {required: [email, kind], properties: {email: {type: string}, kind: {}}}]}
    """
    assert warnings(text) == ["4: alternatives of a whole request are offered side by side"]


def test_another_dialect_names_another_schema() -> None:
    credentials = "{schema: Key, schemes: [{fields: {key: SHOP_KEY}}], url: SHOP_URL}"
    text = """
        /?action=Ping: {request: {allOf: [{$ref: Key}, {properties: {identifier: {type: string}}}]}}
        Key: {type: object, properties: {key: {type: string}}}
    """
    assert params(lower(text, credentials=credentials)) == {"identifier": "text"}


def test_a_schema_of_credentials_that_does_not_exist_is_reported_in_the_dialect() -> None:
    credentials = "{schema: Nothing, schemes: [{fields: {key: SHOP_KEY}}], url: SHOP_URL}"
    found = warnings("/?action=Ping: {request: {properties: {a: {}}}}", credentials=credentials)
    assert found == [
        "dialect.yml:7: there is no schema `Nothing`, so no credentials are taken out of the requests",
    ]


def test_a_parameter_cannot_have_the_name_of_a_credential() -> None:
    assert errors("/?action=Ping: {request: {properties: {secret: {type: string}, accesskey: {type: string}}}}") == [
        "1: the parameter `secret` has the name of a credential, which is sent in its place",
        "1: the parameter `accesskey` has the name of a credential, which is sent in its place",
    ]


def test_the_name_of_a_credential_that_is_rarely_used_is_only_reported() -> None:
    assert warnings("/?action=AddAdmin: {request: {properties: {username: {type: string}}}}") == [
        "1: the parameter `username` has the name of a credential, and cannot be given where that is used"
    ]


def test_action_and_fixed_parameters_are_no_parameters_of_the_operation() -> None:
    body = "{required: [action], properties: {action: {enum: [Ping]}, responsetype: {type: string}, a: {}}}"
    assert params(lower(f"/?action=Ping: {{request: {body}}}")) == {"a": "any"}


# ---- Required


def test_required_parameters() -> None:
    text = "/?action=Add: {request: {required: [b], properties: {a: {type: string}, b: {type: integer}}}}"
    assert params(lower(text)) == {"a": "text", "b*": "integer"}


def test_a_required_parameter_must_be_declared() -> None:
    text = "/?action=Add: {request: {required: [b, identifier], properties: {a: {type: string}}}}"
    assert errors(text, valid=False) == ["1: `b` is required, but no property of that name is declared"]


def test_what_is_read_only_is_no_parameter() -> None:
    text = "/?action=Add: {request: {required: [id], properties: {id: {type: integer, readOnly: true}, a: {}}}}"
    assert params(lower(text)) == {"a": "any"}


def test_a_parameter_that_may_be_null_is_one_that_may_be_left_out() -> None:
    text = "/?action=Add: {request: {properties: {a: {type: string, nullable: true}}}}"
    assert params(lower(text)) == {"a": "text"}


# ---- Query parameters


def test_query_parameters_are_sent_with_the_others() -> None:
    api = lower("""
        /?action=Find:
          parameters:
          - {name: search, in: query, required: true, description: Words., schema: {type: string, description: Text.}}
          - {name: pin, in: query, deprecated: true, x-sensitive: true, schema: {type: integer}}
          request: {properties: {order: {type: string}}}
    """)
    assert params(api) == {"search*": "text", "pin": "integer", "order": "text"}
    assert param(api, "search").doc == "Words."
    assert param(api, "search").origin.line == 3
    assert (param(api, "pin").sensitive, param(api, "pin").deprecated) == (True, "deprecated in the API")


def test_a_query_parameter_may_be_a_reference() -> None:
    found = operations(lower("""
        /?action=A: {parameters: [{$ref: '#/paths/~1?action=B/post/parameters/0'}], response: {type: object}}
        /?action=B: {parameters: [{name: page, in: query, schema: {type: integer}}], response: {type: object}}
    """))  # fmt: skip
    assert [[entry.wire for entry in found[name].params] for name in "AB"] == [["page"], ["page"]]


def test_a_reference_to_a_parameter_may_describe_it_anew() -> None:
    found = operations(lower("""
        /?action=A: {parameters: [{$ref: '#/paths/~1?action=B/post/parameters/0', description: Mine.}], response: {type: object}}
        /?action=B: {parameters: [{name: page, in: query, description: Old., schema: {}}], response: {type: object}}
    """, version="3.1.0"))  # fmt: skip
    assert [found[name].params[0].doc for name in "AB"] == ["Mine.", "Old."]


def test_the_parameters_of_an_operation_replace_those_of_its_path() -> None:
    text = """
        /?action=Find:
          parameters:
          - {name: a, in: query, required: true, schema: {type: string}}
          - {name: b, in: query, schema: {type: string}}
          post:
            parameters: [{name: a, in: query, schema: {type: integer}}]
            responses: {'200': {description: ''}}
    """
    assert params(lower(text)) == {"a": "integer", "b": "text"}


def test_a_query_parameter_and_a_property_of_one_name_must_agree() -> None:
    text = """
        /?action=Find:
          parameters: [{name: a, in: query, required: true, schema: {type: string}}]
          request: {properties: {a: {type: %s}}}
    """
    assert params(lower(text % "string, maxLength: 5")) == {"a*": "text"}
    assert errors(text % "integer") == ["3: type integer contradicts string, which also holds here"]


@pytest.mark.parametrize("place", ["header", "cookie", "path"])
def test_a_parameter_elsewhere_cannot_be_sent(place: str) -> None:
    text = f"/?action=Find: {{parameters: [{{name: a, in: {place}, required: true, schema: {{}}}}], response: {{}}}}"
    expected = f"1: `a` is a parameter in the {place}, and everything is sent in the form"
    assert errors(text, valid=False) == [expected]


LIST = "{type: array, items: {type: string}}"
MAP = "{type: object, additionalProperties: {type: string}}"
# (what is said, of what) -> how it is written; None where it is not represented.
STYLES = [
    ("style: form", LIST, "form"), ("explode: true", LIST, "form"), ("explode: false", LIST, "comma"),
    ("style: form, explode: false", LIST, "comma"), ("style: form, explode: false", MAP, None),
    ("style: form, explode: false", "{type: string}", "form"), ("style: deepObject, explode: true", MAP, "form"),
    ("style: deepObject", MAP, "form"), ("style: deepObject", LIST, None), ("style: pipeDelimited", LIST, None),
    ("explode: false", f"{{anyOf: [{LIST}, {{type: string}}]}}", "comma"),
    ("explode: false", f"{{anyOf: [{LIST}, {{type: string, nullable: true, enum: [null]}}]}}", "comma"),
    ("explode: false", f"{{anyOf: [{LIST}, {MAP}]}}", None), ("explode: false", f"{{type: array, items: {LIST}}}", None),
    ("explode: false", f"{{type: array, items: {MAP}}}", None), ("explode: false", "{}", "form"),
    ("style: spaceDelimited, explode: false", LIST, None), ("allowReserved: true", "{type: string}", None),
]  # fmt: skip


@pytest.mark.parametrize(("said", "schema", "kind"), STYLES)
@pytest.mark.parametrize("place", ["query", "body"])
def test_how_a_parameter_is_written_may_be_said_in_openapi_s_words(
    said: str, schema: str, kind: str | None, place: str
) -> None:
    if place == "query":
        text = f"/?action=Find: {{parameters: [{{name: a, in: query, {said}, schema: {schema}}}], response: {{}}}}"
    else:
        form = f"{{schema: {{properties: {{a: {schema}}}}}, encoding: {{a: {{{said}}}}}}}"
        text = body(f"application/x-www-form-urlencoded: {form}")
    api, problems = run(text)
    assert any("not represented" in problem.message for problem in problems) is (kind is None)
    assert only(api).params[0].encoding.kind == (kind or "form")


def test_what_x_encoding_says_goes_before_a_style() -> None:
    schema = "{type: array, items: {type: string}, x-encoding: json-base64}"
    text = f"/?action=Find: {{parameters: [{{name: a, in: query, explode: false, schema: {schema}}}], response: {{}}}}"
    assert only(run(text)[0]).params[0].encoding.kind == "json-base64"


# ---- Media types


def body(*media: str) -> str:
    return "\n".join([
        "/?action=Add:", "  requestBody:", "    content:", *(f"      {entry}" for entry in media),
        "  responses: {'200': {description: ''}}",
    ])  # fmt: skip


SCHEMA = "{schema: {properties: {a: {type: string}}}}"


@pytest.mark.parametrize(
    "media", ["application/x-www-form-urlencoded", "'application/x-www-form-urlencoded; charset=utf-8'"]
)
def test_a_form_is_sent(media: str) -> None:
    assert params(lower(body(f"{media}: {SCHEMA}"))) == {"a": "text"}


@pytest.mark.parametrize("media", ["multipart/form-data", "application/json"])
def test_what_is_described_otherwise_is_sent_as_a_form_and_reported(media: str) -> None:
    assert warnings(body(f"{media}: {SCHEMA}")) == [f"4: a request described as `{media}` is sent as a form"]


def test_of_several_descriptions_the_form_is_taken() -> None:
    other = "application/json: {schema: {properties: {b: {type: string}}}}"
    form = f"application/x-www-form-urlencoded: {SCHEMA}"
    assert warnings(body(other, form)) == [
        "4: the request as `application/json` is not sent: as `application/x-www-form-urlencoded` it is"
    ]


def test_equal_descriptions_are_not_worth_a_word() -> None:
    text = body("application/x-www-form-urlencoded: {schema: {$ref: A}}", "application/json: {schema: {$ref: A}}")
    assert params(lower(f"{text}\nA: {{type: object, properties: {{a: {{type: string}}}}}}")) == {"a": "text"}


def test_what_cannot_be_a_form_is_reported() -> None:
    assert warnings(body("text/xml: {schema: {type: string}}")) == ["4: the request as `text/xml` is not sent"]


def test_the_encoding_of_a_media_type_is_reported() -> None:
    media = "{schema: {properties: {a: {type: string}}}, encoding: {a: {contentType: application/json}}}"
    assert warnings(body(f"application/x-www-form-urlencoded: {media}")) == [
        "4: `encoding` is not represented: the form is written as the dialect says"
    ]


@pytest.mark.parametrize(
    ("said", "count"), [("{style: form, explode: false}", 0), ("{style: form}", 1), ("{style: spaceDelimited}", 1)]
)
def test_the_encoding_that_x_encoding_says_is_not_reported(said: str, count: int) -> None:
    media = (
        f"{{schema: {{properties: {{a: {{type: array, items: {{}}, x-encoding: comma}}}}}}, encoding: {{a: {said}}}}}"
    )
    assert len(warnings(body(f"application/x-www-form-urlencoded: {media}"))) == count


def test_a_body_may_be_a_reference() -> None:
    text = """
        /?action=A: {post: {requestBody: {$ref: '#/paths/~1?action=B/post/requestBody'}, responses: {'200': {description: ''}}}}
        /?action=B: {request: {properties: {a: {type: string}}}}
    """
    found = operations(lower(text))
    assert [[entry.wire for entry in found[name].params] for name in "AB"] == [["a"], ["a"]]


def test_a_request_must_be_an_object() -> None:
    assert errors("/?action=Add: {request: {type: array, items: {type: string}}}") == [
        "1: the request is no object, so it has no parameters"
    ]


def test_parameters_without_a_name_are_reported() -> None:
    text = "/?action=Add: {request: {properties: {a: {}}, additionalProperties: {type: string}}}"
    assert warnings(text) == ["1: parameters that are not declared go through extra="]


# ---- Alternatives of a body


def test_alternatives_that_only_require_are_a_requirement() -> None:
    api = lower("""
        /?action=Find:
          request:
            allOf:
            - {$ref: AuthCredentials}
            - required: [kind]
              properties: {id: {type: integer}, email: {type: string}, kind: {type: string}}
              anyOf: [{required: [id]}, {required: [email]}]
          x-requires: [{all: [kind], unless: [id]}]
    """)
    assert params(api) == {"id": "integer", "email": "text", "kind*": "text"}
    assert only(api).requirements == (
        Requirement(any=("id", "email")),
        Requirement(all=("kind",), unless=(Condition("id"),)),
    )


def test_alternatives_that_require_several_are_reported() -> None:
    text = """
        /?action=Find:
          request:
            properties: {id: {type: integer}, city: {type: string}, name: {type: string}}
            anyOf: [{required: [id]}, {required: [city, name]}]
    """
    assert warnings(text) == ["4: which parameters go together is not checked where alternatives require several"]


def test_alternatives_of_parameters_are_offered_side_by_side() -> None:
    text = """
        /?action=Find:
          request:
            required: [kind]
            properties: {kind: {type: string}}
            oneOf:
            - {required: [id], properties: {id: {type: integer}, page: {type: integer}}}
            - {required: [id], properties: {id: {type: string}}}
    """
    assert warnings(text) == ["6: alternatives of a whole request are offered side by side"]


def test_what_every_alternative_requires_is_required_beside_other_alternatives() -> None:
    text = """
        /?action=Pay:
          request:
            allOf:
            - oneOf:
              - {required: [kind, card], properties: {kind: {}, card: {}}}
              - {required: [kind, iban], properties: {kind: {}, iban: {}}}
            - anyOf:
              - {required: [email], properties: {email: {}}}
              - {required: [phone], properties: {phone: {}}}
    """
    api, _ = run(text)
    assert [entry.wire for entry in only(api).params if entry.required] == ["kind"]


# ---- Names


@pytest.mark.parametrize("place", ["query", "body"])
def test_brackets_that_say_that_a_parameter_is_a_list_are_no_part_of_its_name(place: str) -> None:
    lists = {"ids[]": "integer", "filter[states][]": "string"}
    if place == "query":
        schemas = [f"{{name: '{name}', in: query, required: true, schema: {{type: array, items: {{type: {kind}}}}}}}"
                   for name, kind in lists.items()]  # fmt: skip
        text = f"/?action=Find: {{parameters: [{', '.join(schemas)}]}}"
    else:
        schemas = [f"'{name}': {{type: array, items: {{type: {kind}}}}}" for name, kind in lists.items()]
        text = f"/?action=Find: {{request: {{required: ['ids[]', 'filter[states][]'], properties: {{{', '.join(schemas)}}}}}}}"
    api = lower(text)
    assert params(api) == {"ids*": "[integer]", "filter[states]*": "[text]"}


def test_a_requirement_names_lists_as_they_are_sent() -> None:
    choice = "anyOf: [{required: ['ids[]']}, {required: [name]}]"
    api = lower(f"/?action=Find: {{request: {{properties: {{'ids[]': {{type: array}}, name: {{}}}}, {choice}}}}}")
    assert only(api).requirements == (Requirement(any=("ids", "name")),)
    both = choice.replace("name", "ids")
    api = lower(f"/?action=Find: {{request: {{properties: {{'ids[]': {{type: array}}, ids: {{type: array}}}}, {both}}}}}")
    assert only(api).requirements == (Requirement(any=("ids",)),)


@pytest.mark.parametrize("name", ["a.b", "a b", "a[]", "a[b", "a[b]c", "[a]", ".a", "a[ ]"])
def test_a_name_that_is_read_as_another_one_is_reported(name: str) -> None:
    (warning,) = warnings(f"/?action=Find: {{request: {{properties: {{'{name}': {{type: string}}}}}}}}")
    assert warning == f"1: `{name}` cannot be sent: PHP does not read such a name as it is written"


@pytest.mark.parametrize("name", ["a-b", "a[b.c]", "a[0][b c]", "ä", "$a", "a]"])
def test_other_names_are_read_as_they_are_written(name: str) -> None:
    api = lower(f"/?action=Find: {{request: {{properties: {{'{name}': {{type: string}}}}}}}}")
    assert params(api) == {name: "text"}
