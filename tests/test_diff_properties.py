"""What holds of every comparison: nothing is overlooked, nothing is made up, nothing breaks it, and it stays fast."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum as Choice
from time import perf_counter
from typing import Any

import pytest
import yaml
from diffing import BASE, SPEC, side
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import CASES
from lowering import run
from real_specs import api as real_api
from test_acme import read as acme

from generator.diff.catalogue import CATALOGUE
from generator.diff.compare import compare
from generator.ir import Api, Enum, EnumRef, Model, ModelRef, Operation
from generator.origin import Origin, SpecError
from generator.wire import Wire


def small(text: str = SPEC) -> Api:
    return run(text, **BASE)[0]


@pytest.mark.parametrize("api", [real_api, acme, small], ids=["real", "acme", "small"])
def test_an_api_does_not_differ_from_itself(api: Any) -> None:
    assert compare(side(api()), side(api())) == ()


def test_everything_of_one_api_differs_from_another() -> None:
    there, back = compare(side(real_api()), side(acme())), compare(side(acme()), side(real_api()))
    assert there
    assert back
    assert {change.code for change in (*there, *back)} <= CATALOGUE.keys()


# Parts whose change would leave the rest pointing at nothing, or is no change: `test_diff_changes` has the renames.
# The version of the packages is no news to callers: it is held against what changes.
SKIPPED = {(Wire, "version"), (Model, "name"), (Enum, "name"), (Enum, "kind"), (EnumRef, "name"), (ModelRef, "name")}
# What is referred to cannot just be dropped.
KEPT = {(Api, "groups"), (Api, "models"), (Api, "inputs"), (Api, "enums")}
TEXTS = {"deprecated", "since", "docs", "default", "flattened", "fallback", "warning", "date", "format", "wrapper"}


def mutants(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Everything that is one small step away, with the place of the step."""
    if isinstance(value, Origin):
        return
    if is_dataclass(value):
        for each in fields(value):  # type: ignore[arg-type]
            if (type(value), each.name) in SKIPPED:
                continue
            held, place = getattr(value, each.name), f"{path}.{each.name}"
            steps = mutants(held, place)
            if held is None:
                steps = iter([(place, "x")] if each.name in TEXTS else [])
            for where, other in steps:
                if not _is_dropped_too_much((type(value), each.name), held, other):
                    yield where, replace(value, **{each.name: other})  # type: ignore[type-var]
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield f"{path}[-{index}]", value[:index] + value[index + 1 :]
            yield from (
                (where, (*value[:index], other, *value[index + 1 :]))
                for where, other in mutants(item, f"{path}[{index}]")
            )
    elif isinstance(value, dict):
        for key, item in value.items():
            yield f"{path}[-{key}]", {name: other for name, other in value.items() if name != key}
            yield f"{path}[{key}]", {**value, key: f"{item}x"}
    elif isinstance(value, Choice):
        yield from ((path, other) for other in type(value) if other is not value)
    elif isinstance(value, bool):
        yield path, not value
    elif isinstance(value, int):
        yield path, value + 1
    elif isinstance(value, str):
        yield path, value + "x"


def _is_dropped_too_much(place: tuple[type, str], held: Any, other: Any) -> bool:
    """Whether something is gone that others refer to, or the last operation of a group."""
    if not isinstance(held, tuple) or len(other) == len(held):
        return False
    return place in KEPT or (isinstance(held[0], Operation) and not other)


def test_nothing_that_the_ir_says_is_overlooked() -> None:
    api = small()
    steps = list(mutants(api))
    assert len(steps) > 500
    overlooked = [where for where, other in steps if not compare(side(api), side(other))]
    assert overlooked == []


def test_changes_there_are_changes_back() -> None:
    api = small()
    for where, other in mutants(api):
        assert compare(side(other), side(api)), where


def test_places_and_order_do_not_count() -> None:
    moved = small("\n\n" + SPEC.replace("/?action=AddThing", "\n/?action=AddThing"))
    api = small()
    groups = tuple(replace(group, operations=group.operations[::-1]) for group in api.groups[::-1])
    turned = replace(api, groups=groups, models=api.models[::-1], enums=api.enums[::-1], inputs=api.inputs[::-1])
    assert compare(side(api), side(moved)) == ()
    assert compare(side(api), side(turned)) == ()


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_keys_in_a_spec_does_not_count(seed: int) -> None:
    document = yaml.safe_load(SPEC)
    shuffled = yaml.safe_dump(_shuffled(document, random.Random(seed)), sort_keys=False)
    assert compare(side(small()), side(small(shuffled))) == ()


def _shuffled(node: Any, chance: random.Random) -> Any:
    if isinstance(node, dict):
        entries = [(key, _shuffled(value, chance)) for key, value in node.items()]
        return dict(chance.sample(entries, len(entries)))
    return [_shuffled(item, chance) for item in node] if isinstance(node, list) else node


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-9, 9), st.text(max_size=9),
    st.sampled_from(["string", "integer", "array", "object", "date", "Thing", "GetThings", "id", "\u202e`{%\n"]),
)  # fmt: skip


@settings(CASES, max_examples=80)
@given(st.data())
def test_no_edit_of_a_spec_breaks_the_comparison(data: st.DataObject) -> None:
    document = yaml.safe_load(SPEC)
    for _ in range(data.draw(st.integers(1, 4))):
        _edit(document[data.draw(st.sampled_from(sorted(document)))], data)
    try:
        other = side(small(yaml.safe_dump(document, sort_keys=False)))
        changes = (*compare(side(small()), other), *compare(other, side(small())))
    except SpecError:
        return  # it is no spec any more, or Python cannot name what is in it
    for change in changes:
        assert change.code in CATALOGUE
        assert change.message


def _edit(node: Any, data: st.DataObject) -> None:
    """Drops, copies or replaces something somewhere in a document."""
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        if isinstance(node[key], dict | list) and data.draw(st.booleans()):
            node = node[key]
            continue
        match data.draw(st.sampled_from(["drop", "rename", "copy", "replace"])):
            case "drop":
                del node[key]
            case "rename" if isinstance(node, dict):
                node[f"{key}{data.draw(st.sampled_from(['', 's', '_', '2']))}"] = node.pop(key)
            case "copy":
                node[key] = (
                    node[data.draw(st.sampled_from(keys if key in node else [key]))]
                    if isinstance(node, dict)
                    else node[key]
                )
            case _:
                node[key] = data.draw(SCALARS)
        return


def test_models_within_themselves_are_compared_once() -> None:
    spec = "/?action=Get: {response: {$ref: A}}\nA: {type: object, properties: {b: {$ref: B}, a: {$ref: A}, x: {type: string}}}\n"
    spec += "B: {type: object, properties: {a: {$ref: A}, b: {type: array, items: {$ref: B}}, y: {type: string}}}\n"
    other = (
        spec.replace("$ref: A", "$ref: Ax")
        .replace("\nA:", "\nAx:")
        .replace("$ref: B", "$ref: Bx")
        .replace("\nB:", "\nBx:")
    )
    found = compare(side(run(spec)[0]), side(run(other)[0]))
    assert [(change.code, change.subject) for change in found] == [("model-renamed", "Ax"), ("model-renamed", "Bx")]
    assert found[0].methods == ("general.get",)


def large(times: int) -> Api:
    """The real Api, so many times over, each time with models of its own names."""
    api = real_api()
    groups = tuple(
        replace(group, name=f"{group.name}{n}", operations=tuple(replace(each, action=f"{each.action}N{n}") for each in group.operations))
        for n in range(times)
        for group in api.groups
    )  # fmt: skip
    return replace(api, groups=groups)


def test_the_time_grows_with_the_spec_and_not_faster() -> None:
    def seconds(times: int) -> float:
        new = large(times)
        # Everything changes at once.
        old = replace(new, groups=tuple(
            replace(group, operations=tuple(replace(each, summary="x", params=each.params[1:]) for each in group.operations))
            for group in new.groups
        ), models=tuple(replace(model, fields=model.fields[1:]) for model in new.models))  # fmt: skip
        begun = perf_counter()
        assert len(compare(side(old), side(new))) > 300 * times
        return perf_counter() - begun

    seconds(1)
    assert seconds(12) < 12 * 4 * max(seconds(2) / 2, 0.02)
