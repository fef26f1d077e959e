"""Paths -> endpoints: which action each is, and what cannot be one."""

from __future__ import annotations

import pytest
from lowering import errors, lower, only, operations, params, warnings

ENDPOINT = "{path: includes/api.php, action: action, fixed: {responsetype: json}}"


def actions(text: str, **options: str) -> list[str]:
    return list(operations(lower(text, **options)))


# ---- Naming the action


@pytest.mark.parametrize(
    ("path", "action"),
    [
        ("/?action=GetClients", "GetClients"),
        ("/api.php?action=GetClients", "GetClients"),
        ("/includes/api.php?action=GetClients", "GetClients"),
        ("/?responsetype=json&action=GetClients", "GetClients"),
        ("/?action=GetClients#first", "GetClients"),
        ("/?action=Get%20Clients", "Get Clients"),
        ("/?action=clients.list", "clients.list"),
        ("/?action=../../x", "../../x"),
        ("/?action=__class__", "__class__"),
        ("/?action=😀", "😀"),
        ("/?action=" + "x" * 900, "x" * 900),
    ],
)
def test_the_query_of_a_path_names_an_action(path: str, action: str) -> None:
    assert actions(f"'{path}': {{request: {{properties: {{a: {{}}}}}}}}") == [action]


@pytest.mark.parametrize("named", ["enum: [GetClients]", "type: string, enum: [GetClients]"])
def test_a_property_with_a_single_allowed_value_names_an_action(named: str) -> None:
    api = lower(f"/clients: {{request: {{required: [action], properties: {{action: {{{named}}}, a: {{}}}}}}}}")
    assert only(api).action == "GetClients"
    assert params(api) == {"a": "any"}


def test_so_does_a_constant() -> None:
    assert actions("/clients: {request: {properties: {action: {const: GetClients}}}}", version="3.1.0") == [
        "GetClients"
    ]


def test_so_does_a_query_parameter() -> None:
    text = """
        /clients:
          parameters: [{name: action, in: query, required: true, schema: {type: string, enum: [GetClients]}}]
          request: {properties: {a: {type: integer}}}
    """
    api = lower(text)
    assert (only(api).action, params(api)) == ("GetClients", {"a": "integer"})


def test_path_and_request_may_both_name_it() -> None:
    text = "/?action=GetClients: {request: {properties: {action: {enum: [%s]}}}}"
    assert actions(text % "GetClients") == ["GetClients"]
    assert actions(text % "GetOrders, GetClients") == ["GetClients"]
    assert errors(text % "GetOrders") == ["1: different actions are named here: `GetClients`, `GetOrders`"]


def test_a_path_may_name_only_one() -> None:
    assert errors("/?action=A&action=B: {request: {properties: {a: {}}}}") == [
        "1: different actions are named here: `A`, `B`"
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("/clients: {response: {}}", "the path `/clients` names no action"),
        ("/?action=: {response: {}}", "the path `/?action=` names no action"),
        ("'/?action= ': {response: {}}", "the path `/?action= ` names no action"),
        ("/?other=GetClients: {response: {}}", "the path `/?other=GetClients` names no action"),
        ("/a: {request: {properties: {action: {enum: ['']}}}}", "the path `/a` names no action"),
        ("/a: {request: {properties: {action: {enum: [A, B]}}}}", "`action` has several values here"),
        ("/a: {request: {properties: {action: {type: string}}}}", "`action` has any value here"),
    ],
)
def test_a_path_that_names_no_action_is_an_error(text: str, message: str) -> None:
    assert f"1: {message}" in errors(text)


def test_a_path_of_another_endpoint_is_an_error() -> None:
    assert errors("/billing.php?action=Get: {response: {}}") == [
        "1: `/billing.php` is not the endpoint: every call goes to `includes/api.php`"
    ]


def test_what_else_a_query_says_is_an_error() -> None:
    assert errors("/?action=Get&mode=fast&responsetype=xml: {response: {}}") == [
        "1: `mode=fast` in the query of a path is not sent",
        "1: `responsetype=xml` in the query of a path is not sent",
    ]


def test_an_action_that_is_described_twice_is_an_error_that_shows_both_places() -> None:
    text = "/?action=Get: {response: {}}\n/api.php?action=Get: {response: {}}"
    assert errors(text) == ["2: the action `Get` is described twice"]


def test_get_and_post_of_one_action_are_two_descriptions() -> None:
    text = """
        /?action=Get:
          get: {responses: {'200': {description: ''}}}
          post: {responses: {'200': {description: ''}}}
    """
    assert errors(text) == ["3: the action `Get` is described twice"]


def test_actions_that_differ_in_case_are_two_actions() -> None:
    assert actions("/?action=Get: {response: {type: object}}\n/?action=get: {response: {type: object}}") == [
        "Get",
        "get",
    ]


# ---- Paths


def test_a_path_may_be_a_reference() -> None:
    text = """
        /?action=Get: {post: {description: Long., responses: {'200': {description: ''}}}}
        /?action=Set: {summary: Short., $ref: '#/paths/~1?action=Get'}
    """
    found = operations(lower(text))
    assert [(name, found[name].summary, found[name].doc) for name in found] == [
        ("Get", "", "Long."),
        ("Set", "Short.", "Long."),
    ]


def test_summary_and_description_may_stand_at_the_path() -> None:
    text = """
        /?action=Get:
          summary: Short.
          description: Long.
          post: {description: Own., responses: {'200': {description: ''}}}
    """
    assert (only(lower(text)).summary, only(lower(text)).doc) == ("Short.", "Own.")


def test_a_path_without_an_operation_is_reported() -> None:
    text = "/?action=Get: {response: {type: object}}\n/?action=Set: {summary: Later.}"
    assert warnings(text) == ["2: the path `/?action=Set` has no operation"]


@pytest.mark.parametrize("method", ["get", "put", "delete", "patch"])
def test_another_method_is_called_by_post_and_reported(method: str) -> None:
    text = f"/?action=Get: {{{method}: {{responses: {{'200': {{description: ''}}}}}}}}"
    expected = f"1: `Get` is described as {method.upper()}, and called by POST as all actions are"
    assert warnings(text) == [expected]


def test_what_would_make_a_single_call_different_is_reported() -> None:
    text = """
        /?action=Get:
          servers: [{url: 'https://other.example.com'}]
          security: []
          callbacks: {done: {'{$request.body#/url}': {post: {responses: {'200': {description: ''}}}}}}
          response: {type: object}
    """
    assert warnings(text) == [
        f"{line}: `{name}` of a single path or operation is not represented: all calls are alike"
        for line, name in ((2, "servers"), (3, "security"), (4, "callbacks"))
    ]


# ---- Groups


def test_the_first_tag_is_the_group_and_others_are_reported() -> None:
    text = "/?action=Get: {tags: [Billing, Orders], response: {type: object}}"
    assert warnings(text) == ["1: `Get` has 2 tags; the first one is its group"]


@pytest.mark.parametrize("tags", ["", "tags: [], ", "tags: [''], "])
def test_operations_without_a_tag_get_the_default_group(tags: str) -> None:
    api = lower(f"/?action=Get: {{{tags}response: {{type: object}}}}", groups="{default: Other}")
    assert [group.name for group in api.groups] == ["Other"]


def test_without_a_word_from_the_dialect_that_is_general() -> None:
    assert [group.name for group in lower("/?action=Get: {response: {type: object}}").groups] == ["General"]
