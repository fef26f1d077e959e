"""The parts of the comparison that follow something else: limits as they are phrased, types as the runtime has them, versions."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import get_args

import pytest
from diffing import side
from lowering import run
from real_specs import api as real_api

from generator.diff.change import Change
from generator.diff.compare import compare
from generator.diff.limits import limits
from generator.diff.side import Side
from generator.diff.types import TAKEN
from generator.diff.version import proposal
from generator.ir import ListOf, Model, ModelRef, Scalar, ScalarKind, Single
from generator.naming import Words
from generator.normalise.limits import LIMITS, phrases, with_limits
from generator.targets.python.names import Names
from generator.targets.python.types import argument


def said(**limit: object) -> tuple[str, ...]:
    return phrases(with_limits({}, limit))


# keyword, a bound that is easy to keep, one that is hard to keep
BOUNDS = [
    ("minimum", 1, 2), ("exclusiveMinimum", -2, -1.5), ("maximum", 100, 99), ("exclusiveMaximum", 1e3, 999),
    ("minLength", 1, 10), ("maxLength", 100, 20), ("minItems", 1, 2), ("maxItems", 10, 9), ("minProperties", 1, 2),
    ("maxProperties", 10, 9),
]  # fmt: skip
# keyword, two demands of which nobody can say which is the harder
OTHERS = [("pattern", "^a", "^b"), ("multipleOf", 2, 3), ("contentMediaType", "a/b", "a/c")]


@pytest.mark.parametrize(("keyword", "easy", "hard"), BOUNDS)
def test_a_bound_is_harder_or_easier_to_keep(keyword: str, easy: float, hard: float) -> None:
    before, after = said(**{keyword: easy}), said(**{keyword: hard})
    assert (limits(before, after), limits(after, before)) == ("tightened", "loosened")
    assert (limits((), after), limits(after, ()), limits(after, after)) == ("documented", "loosened", None)


@pytest.mark.parametrize(("keyword", "one", "other"), OTHERS)
def test_of_other_limits_a_new_one_counts_as_harder(keyword: str, one: object, other: object) -> None:
    assert limits(said(**{keyword: one}), said(**{keyword: other})) == "tightened"


# a limit that is easy to keep, one that is hard to keep: of the same number, but in another way, or of each item
STRICTER = [
    (said(minimum=1), said(minimum=1, exclusiveMinimum=True)),
    (said(maximum=9), said(maximum=9, exclusiveMaximum=True)),
    (said(minimum=1), said(minimum=1, exclusiveMinimum=1)),
    (said(exclusiveMinimum=1), said(minimum=2)),
    (said(minimum=1), said(exclusiveMinimum=2)),
    (said(maximum=9), said(exclusiveMaximum=8.5)),
    (said(exclusiveMaximum=9), said(maximum=8)),
    (("each at most 9 characters",), ("each at most 8 characters",)),
    (("each at least 1", "each at most 9"), ("each at least 1", "each at most 8")),
    (("at least 1", "each at least 1"), ("at least 1", "each each at least 1", "each at least 2")),
]


@pytest.mark.parametrize(("easy", "hard"), STRICTER)
def test_two_bounds_of_one_side_are_compared_whatever_their_words(easy: tuple[str, ...], hard: tuple[str, ...]) -> None:
    assert (limits(easy, hard), limits(hard, easy)) == ("tightened", "loosened")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said(minimum=1), said(exclusiveMinimum=0)),
        (said(minimum=1), said(exclusiveMinimum=0.5)),
        (said(minimum=0.5), said(minimum=1)),
        (said(minimum=-1), said(exclusiveMinimum=-2)),
        (said(maximum=9), said(exclusiveMaximum=10)),
        (said(maximum=9), said(maximum=9.9)),
        (said(maximum=-1), said(exclusiveMaximum=0)),
        (("each at least 1",), ("each more than 0",)),
    ],
)
def test_for_integers_two_bounds_may_be_one(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert (limits(one, other, whole=True), limits(other, one, whole=True)) == ("documented", "documented")
    assert "documented" not in (limits(one, other), limits(other, one))


def test_for_integers_other_bounds_stay_harder_or_easier() -> None:
    for easy, hard in ((said(minimum=1), said(exclusiveMinimum=1)), (said(exclusiveMaximum=9), said(maximum=7))):
        assert (limits(easy, hard, whole=True), limits(hard, easy, whole=True)) == ("tightened", "loosened")
    easy, hard = said(minimum=10**300), said(exclusiveMinimum=10**300)
    assert limits(easy, hard, whole=True) == "tightened"


def test_a_bound_that_is_already_kept_by_a_harder_one_is_only_documented() -> None:
    assert limits(said(exclusiveMinimum=1), said(minimum=1, exclusiveMinimum=1)) == "documented"
    assert limits(("at least 1",), ("at least 1.0",)) == "documented"
    assert limits(("at least nan",), ("at least 1",)) == "loosened"


def test_every_limit_that_normalise_phrases_is_tested() -> None:
    assert {keyword for keyword, *_ in (*BOUNDS, *OTHERS)} | {"uniqueItems"} == LIMITS
    assert limits((), said(uniqueItems=True)) == "documented"


def test_the_worst_of_several_limits_counts() -> None:
    assert limits(said(minimum=1, maximum=9), said(minimum=0, maximum=8)) == "tightened"
    assert limits(said(minimum=1), said(minimum=0, maxLength=3)) == "loosened"
    assert limits(said(minimum=1, maximum=5), said(maximum=5, minimum=1)) is None
    assert limits(("at least x",), ("at least y",)) == "tightened"


def test_parameters_take_what_the_runtime_says() -> None:
    from whmcs._runtime import aliases

    kinds = {"str": "text", "int": "integer", "Decimal": "decimal", "bool": "boolean"}
    for kind in ScalarKind:
        name = argument(Scalar(kind), Names(Words())).text
        alias = getattr(aliases, name, None)
        taken = {each.__name__ for each in get_args(alias)} if alias else {name}
        assert set(TAKEN[kind]) == {kinds.get(each, each) for each in taken}, kind


def change(code: str) -> Change:
    return Change(code, "x", "x", None, None)


@pytest.mark.parametrize(
    ("old", "codes", "step", "least"),
    [
        ("1.2.3", ["param-removed", "param-docs"], "major", "2.0.0"),
        ("1.2.3", ["param-docs", "param-added"], "minor", "1.3.0"),
        ("1.2.3", ["param-docs"], "patch", "1.2.4"),
        ("1.2.3", [], None, "1.2.3"),
        ("0.1.0", ["param-removed"], "minor", "0.2.0"),
        ("0.1.9", ["param-added"], "patch", "0.1.10"),
        ("0.0.0", ["param-docs"], "patch", "0.0.1"),
        ("0.9.9", ["model-renamed"], "minor", "0.10.0"),
        ("19.0.0", ["model-renamed"], "major", "20.0.0"),
    ],
)
def test_the_changes_ask_for_a_version(old: str, codes: list[str], step: str | None, least: str) -> None:
    found = proposal(old, old, map(change, codes))
    assert (found.step, found.least, found.is_met, found.is_raised) == (step, least, not codes, False)
    assert proposal(old, least, map(change, codes)).is_met
    assert proposal(old, "20.0.1", map(change, codes)).is_met


def test_versions_are_numbers_and_no_texts() -> None:
    assert proposal("1.9.0", "1.10.0", [change("param-added")]).is_met
    assert not proposal("1.10.0", "1.9.0", []).is_met


def test_models_within_models_for_thousands_of_levels_take_no_long_time() -> None:
    api = run("/?action=Get: {response: {$ref: M}}\nM: {type: object, properties: {x: {type: string}}}")[0]
    first = api.models[0]

    def chain(length: int, wire: str) -> Side:
        models = [
            Model(f"M{n}", (replace(first.fields[0], wire=wire), replace(first.fields[0], wire="next", type=ListOf(ModelRef(f"M{n + 1}")))),
                  "", None, False, first.origin)
            for n in range(length)
        ]  # fmt: skip
        last = replace(first, name=f"M{length}")
        group = api.groups[0]
        operation = replace(group.operations[0], result=Single(ModelRef("M0")))
        return side(replace(api, models=(*models, last), groups=(replace(group, operations=(operation,)),)))

    begun = perf_counter()
    assert len(compare(chain(4000, "x"), chain(4000, "y"))) == 8000
    assert perf_counter() - begun < 20


def test_every_method_of_a_shared_model_is_named() -> None:
    real = side(real_api())
    users = real.users(("models", "Client"))
    assert "clients.get_clients" in users
    assert users == tuple(method for method in real._methods if method in users)
    assert real.sends("SortDirection")
    assert not real.sends("DomainWhoisResponseStatus")
