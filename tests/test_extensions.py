"""The ``x-`` vocabulary: what is malformed, misplaced or misspelled is reported where it stands."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lowering import errors, field, lower, model, warnings

from generator.ir import Effect, Encoding, EncodingKind
from generator.normalise.extensions import OF_FIELDS, OF_OPERATIONS, OF_PARAMETERS, Extensions
from generator.normalise.select import select
from generator.origin import Origin
from generator.problems import Problems
from generator.specs.node import Map


def operation(extension: str) -> str:
    return f"/?action=Set:\n  request: {{properties: {{a: {{type: integer}}, b: {{type: integer}}}}}}\n  {extension}"


def parameter(extension: str) -> str:
    return f"/?action=Set: {{request: {{properties: {{a: {{type: integer, {extension}}}}}}}}}"


# ---- Malformed


@pytest.mark.parametrize(
    ("extension", "message"),
    [
        ("x-effect: reads", "x-effect must be read or write or destructive"),
        ("x-effect: [read]", "x-effect must be read or write or destructive"),
        ("x-since: [8]", "x-since must be a text"),
        ("x-deprecated: true", "x-deprecated must be a text"),
        ("x-errors: No", "x-errors must be a list of texts"),
        ("x-errors: [1]", "x-errors must be a list of texts"),
        ("x-records: {a: b}", "x-records must be a text"),
        ("x-requires: a", "x-requires must be a list of rules"),
        ("x-requires: {any: [a]}", "x-requires must be a list of rules"),
    ],
)
def test_what_is_malformed_on_an_operation(extension: str, message: str) -> None:
    assert errors(operation(extension)) == [f"3: {message}"]


KINDS = "form, comma, php-serialize, json-base64, numbered"


@pytest.mark.parametrize(
    ("extension", "message"),
    [
        ("x-sensitive: maybe", "x-sensitive must be true or false"),
        ("x-since: {a: 1}", "x-since must be a text"),
        ("x-encoding: csv", f"x-encoding must be one of {KINDS}, or {{kind, each, file: {{name, data}}, date}}"),
        ("x-encoding: []", f"x-encoding must be one of {KINDS}, or {{kind, each, file: {{name, data}}, date}}"),
        ("x-encoding: {}", f"x-encoding must be one of {KINDS}, or {{kind, each, file: {{name, data}}, date}}"),
        (
            "x-encoding: {kinds: comma}",
            f"x-encoding must be one of {KINDS}, or {{kind, each, file: {{name, data}}, date}}",
        ),
        (
            "x-encoding: {kind: [comma]}",
            f"x-encoding must be one of {KINDS}, or {{kind, each, file: {{name, data}}, date}}",
        ),
        (
            "x-encoding: {each: yes}",
            f"x-encoding must be one of {KINDS}, or {{kind, each, file: {{name, data}}, date}}",
        ),
        (
            "x-encoding: {file: {name: a}}",
            f"x-encoding must be one of {KINDS}, or {{kind, each, file: {{name, data}}, date}}",
        ),
        ("x-encoding: {date: now}", "x-encoding must be given another date, since `now` lacks the parts of a date"),
        ("x-encoding: {date: MM/MM}", "x-encoding must be given another date, since `MM/MM` says a part twice"),
    ],
)
def test_what_is_malformed_on_a_parameter(extension: str, message: str) -> None:
    assert errors(parameter(extension)) == [f"1: {message}"]


@pytest.mark.parametrize(
    ("extension", "message"),
    [
        ("x-actions: Get", "x-actions must be a list of texts"),
        ("x-actions: 0", "x-actions must be a list of texts"),
        ("x-actions: [1]", "x-actions must be a list of texts"),
        ("x-actions: [Get, Gte]", "x-actions names no action: `Gte`"),
        ("x-actions: [Nowhere]", "x-actions names no action: `Nowhere`"),
    ],
)
def test_the_actions_that_send_a_field_must_be_known(extension: str, message: str) -> None:
    text = f"/?action=Get: {{response: {{$ref: R}}}}\nR: {{properties: {{\n  a: {{{extension}}}, b: {{}}}}}}"
    assert errors(text) == [f"3: {message}"]


@pytest.mark.parametrize("named", ["nothing", "name"])
def test_flattened_must_name_an_object(named: str) -> None:
    text = f"/?action=Get: {{response: {{$ref: R}}}}\nR: {{x-flattened: {named}, properties: {{name: {{type: string}}, b: {{}}}}}}"
    assert errors(text) == [f"2: x-flattened names no object among the properties: `{named}`"]


# ---- Meaning


def test_a_model_whose_fields_may_stand_beside_the_others() -> None:
    api = lower("""
        /?action=Get: {response: {$ref: R}}
        R: {x-flattened: client, properties: {client: {type: object, properties: {id: {}}}, b: {}}}
    """)
    assert model(api, "R").flattened == "client"


def test_a_field_that_some_actions_send() -> None:
    api = lower("""
        /?action=GetOne: {response: {$ref: R}}
        /?action=GetAll: {request: {properties: {like: {$ref: R}}}, response: {properties: {all: {type: array, items: {$ref: R}}}}}
        R: {type: object, properties: {a: {type: string, x-actions: [GetOne]}, b: {type: string}}}
    """)
    assert (field(api, "R", "a").actions, field(api, "R", "b").actions) == (("GetOne",), None)
    assert [[each.actions for each in given.fields] for given in api.inputs] == [[None, None]]
    # A part of the API keeps its models whole.
    assert field(select(api, ["GetAll"]), "R", "a").actions == ()


# ---- Misplaced and misspelled


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (operation("x-encoding: comma"), "3: x-encoding has no meaning on an operation"),
        (parameter("x-effect: read"), "1: x-effect has no meaning on a parameter"),
        (parameter("x-flattened: a"), "1: x-flattened has no meaning on a parameter"),
        (parameter("x-actions: [Set]"), "1: x-actions has no meaning on a parameter"),
        ("/?action=Get: {response: {properties: {a: {x-encoding: comma}, b: {}}}}",
         "1: x-encoding has no meaning on a field or an object"),
        ("/?action=Set: {request: {x-requires: [{any: [a]}], properties: {a: {}}}}",
         "1: x-requires has no meaning on a whole request"),
        (operation("x-efect: read"), "3: `x-efect` is not known"),
        (parameter("x-sensitve: true"), "1: `x-sensitve` is not known"),
    ],
)  # fmt: skip
def test_what_stands_in_the_wrong_place_or_is_misspelled_is_reported(text: str, message: str) -> None:
    assert warnings(text) == [message]


@pytest.mark.parametrize("extension", ["x-amazon-apigateway: {a: 1}", "x-go-name: A", "x-codegen: 1"])
def test_extensions_of_others_are_none_of_our_business(extension: str) -> None:
    lower(operation(extension))
    lower(parameter(extension))


# ---- In general

_ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from([*EncodingKind, "any", "all", "date"]),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["kind", "each", "file", "date", "any", "name"]), inner)
    ),
    max_leaves=6,
)


@given(st.sampled_from(sorted(OF_OPERATIONS | OF_PARAMETERS | OF_FIELDS)), _ANYTHING)
def test_no_value_of_an_extension_is_a_traceback(name: str, value: Any) -> None:
    node = Map(Origin("spec.yml", "", 1, 1))
    node[name] = value
    found = Extensions.of(node, Problems())
    found.check_names(OF_OPERATIONS, "an operation")
    assert found.text(name) is None or isinstance(found.text(name), str)
    assert found.flag(name) in (None, True, False)
    assert all(isinstance(text, str) for text in found.texts(name))
    assert isinstance(found.encoding(), Encoding)
    assert isinstance(found.items(name, "a list"), list)
    assert found.effect() in (None, *Effect)
