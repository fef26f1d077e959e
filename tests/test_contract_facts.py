"""A client whose methods and types are all there, but which acts by something else than the spec, is found out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import pytest

from generator.contract.facts import differences
from generator.contract.proofs import PROOFS, tried
from generator.contract.subject import Subject
from generator.ir import Effect, Encoding, Field, ListOf, Model, Operation, Scalar, ScalarKind

(PROOF,) = [proof for proof in PROOFS if proof.name == "clients know what the spec says"]
TEXT = Scalar(ScalarKind.TEXT)


def of_operations(change: Callable[[Operation], Operation]) -> Callable[..., Any]:
    """What makes of a function that declares an operation one that is told of another operation."""
    return lambda declare: lambda operation, *rest: declare(change(operation), *rest)


def of_params(**facts: Any) -> Callable[..., Any]:
    """The same for functions that describe a parameter, or an entry of an object in one."""
    return lambda describe: lambda param, *rest: describe(replace(param, **facts), *rest)


def changed(model: Model, change: Callable[[Field], Field]) -> Model:
    return replace(model, fields=tuple(map(change, model.fields)))


def of_fields(change: Callable[[Field], Field]) -> Callable[..., Any]:
    """The same for functions that are told of a model."""
    return lambda print_: lambda model, *rest: print_(changed(model, change), *rest)


def of_models(change: Callable[[Field], Field]) -> Callable[..., Any]:
    """The same for a method that is told of the Api."""

    def mutated(plan: Callable[..., None]) -> Callable[..., None]:
        return lambda self, api, *rest: plan(
            self, replace(api, models=tuple(changed(model, change) for model in api.models)), *rest
        )

    return mutated


def without_type(field: Field) -> Field:
    return replace(field, type=TEXT) if isinstance(field.type, Scalar) else field


def without_wrapper(field: Field) -> Field:
    return replace(field, type=replace(field.type, wrapper=None)) if isinstance(field.type, ListOf) else field


def rules_of_all(operation: Operation) -> Operation:
    """Each rule without its conditions."""
    return replace(operation, requirements=tuple(replace(rule, when=()) for rule in operation.requirements))


def all_text(kind_of: Callable[..., Any]) -> Callable[..., Any]:
    """What says of every value that it is a text."""
    return lambda type_, enums: ("text", *kind_of(type_, enums)[1:])


# A function of both targets' module of declarations, what becomes of it -> what is said.
DECLARED = {
    "all effects are read": ("_facts", of_operations(lambda each: replace(each, effect=Effect.READ)),
        'plain: AddThing: effect: the client says "read", the spec "write"'),
    "all effects are write": ("_facts", of_operations(lambda each: replace(each, effect=Effect.WRITE)),
        'plain: DropThing: effect: the client says "write", the spec "destructive"'),
    "no parameters": ("_facts", of_operations(lambda each: replace(each, params=())),
        "plain: GetThing: params: the client says nothing, the spec {"),
    "one parameter less": ("_facts", of_operations(lambda each: replace(each, params=each.params[1:])),
        "plain: GetThing: params: the client says nothing, the spec {"),
    "no rules": ("_facts", of_operations(lambda each: replace(each, requirements=())),
        "plain: AddThing: requires: the client says nothing, the spec [{"),
    "rules without conditions": ("_facts", of_operations(rules_of_all), "plain: AddThing: requires: the client says [{"),
    "nothing is deprecated": ("_facts", of_operations(lambda each: replace(each, deprecated=None)),
        'plain: DropThing: deprecated: the client says nothing, the spec "Say AddThing."'),
    "every kind is text": ("kind_of", all_text,
        'plain: AddThing: params.integer.kind: the client says "text", the spec "integer"'),
    "no encoding": ("_param", of_params(encoding=Encoding()),
        'plain: AddThing: params.rows.encoding: the client says nothing, the spec {"kind": "numbered"}'),
    "no parameter is sensitive": ("_param", of_params(sensitive=False),
        "plain: AddThing: params.pin.sensitive: the client says nothing, the spec true"),
    "no entry is sensitive": ("_field", of_params(sensitive=False),
        "plain: AddThing: params.rows.fields.pin.sensitive: the client says nothing, the spec true"),
    "no parameter is required": ("_param", of_params(required=False),
        "plain: GetThing: params.id.required: the client says nothing, the spec true"),
    "no parameter is deprecated": ("_param", of_params(deprecated=None),
        'plain: AddThing: params.old.deprecated: the client says nothing, the spec "Say text."'),
}  # fmt: skip
# The same of the modules of models.
MODELS = {
    "nothing in answers is sensitive": (lambda field: replace(field, sensitive=False),
        "plain: GetThing: answer.fields.pin.sensitive: the client says nothing, the spec true"),
    "every field is a text": (without_type,
        'plain: GetThing: answer.fields.decimal.type: the client says "text", the spec "decimal"'),
    "no list has a wrapper": (without_wrapper,
        'plain: GetThing: answer.fields.wrapped.type.wrapper: the client says nothing, the spec "one"'),
}  # fmt: skip
LANGUAGES = ("python", "typescript")
# Building TypeScript takes its time: not everything is tried twice.
SLOW = {
    "all effects are read", "no parameters", "no rules", "every kind is text", "no encoding", "no parameter is sensitive",
}  # fmt: skip
CASES = [(language, name) for language in LANGUAGES for name in DECLARED if language == "python" or name in SLOW]


def said(language: str, scratch: Path) -> str:
    """Why the proof fails."""
    subject = Subject(language, scratch)
    if missing := subject.checks.missing():
        pytest.skip(missing)
    verdict, why = tried(PROOF, subject)
    assert verdict == "fails", (verdict, why)
    return why


@pytest.mark.parametrize(("language", "name"), CASES)
def test_operations_that_say_something_else_are_found(
    language: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    function, mutated, why = DECLARED[name]
    mutate(monkeypatch, language, "declarations", function, mutated)
    assert why in said(language, tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MODELS)
def test_models_that_say_something_else_are_found(
    language: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change, why = MODELS[name]
    if language == "python":
        mutate(monkeypatch, language, "models.ModelPlan", "__init__", of_models(change))
    else:
        mutate(monkeypatch, language, "models", "_spec", of_fields(change))
    assert why in said(language, tmp_path)


def mutate(patch: pytest.MonkeyPatch, language: str, place: str, function: str, mutated: Callable[..., Any]) -> None:
    """Puts a mutant in place of a function of a target."""
    owner = resolve_name(f"generator.targets.{language}.{place}")
    patch.setattr(owner, function, mutated(getattr(owner, function)))


@pytest.mark.parametrize(
    ("told", "same"),
    [
        ({"effect": "read"}, True),
        ({"effect": "read", "params": {}, "deprecated": None, "requires": [], "records": ""}, True),
        ({"effect": "read", "params": {"id": {"required": False}}}, True),
        ({"effect": "read", "params": {"id": {"required": True}}}, False),
        ({"effect": "read", "more": 1}, False),
        ({"effect": ["read"]}, False),
        ({}, False),
    ],
)
def test_what_says_nothing_may_be_left_out_and_nothing_else(told: dict[str, Any], same: bool) -> None:
    assert (not list(differences(told, {"effect": "read", "params": {}}))) == same


@pytest.mark.parametrize(
    ("place", "told", "wanted", "same"),
    [
        ("answer", "text", "bytes", True),
        ("answer", "bytes", "bytes", True),
        ("answer", "bytes", "text", False),
        ("answer", "text", "integer", False),
        ("params", "text", "bytes", False),
    ],
)
def test_bytes_may_be_left_in_base64_in_answers_alone(place: str, told: str, wanted: str, same: bool) -> None:
    found = list(differences({place: {"fields": {"x": {"type": told}}}}, {place: {"fields": {"x": {"type": wanted}}}}))
    assert (not found) == same


def test_values_in_lists_are_compared_as_they_are() -> None:
    assert list(differences({"values": ["", "a"]}, {"values": ["a"]})) != []
    assert list(differences({"values": [0, 1]}, {"values": [1]})) != []


def test_a_parameter_that_is_made_up_is_told() -> None:
    assert list(differences({"params": {"x": {"kind": "text"}}}, {"params": {}})) == [
        'params: the client says {"x": {"kind": "text"}}, the spec nothing'
    ]
