"""Rules between parameters, ``x-requires``: what they mean, and what is said where they make no sense."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lowering import failing, lower, only, run

from generator.ir import Condition, Requirement
from generator.origin import SpecError

PARAMS = """
    kind: {type: string, enum: [card, bank], default: card}
    level: {type: integer, enum: [1, 2]}
    text: {type: string}
    count: {type: integer}
    flag: {type: boolean}
    price: {type: number}
    lines: {type: object, additionalProperties: {type: string}}
    taxed: {type: object, additionalProperties: {type: boolean}}
    always: {type: string}
"""


def operation(rules: str) -> str:
    return f"/?action=Set:\n  x-requires: {rules}\n  request:\n   required: [always]\n   properties:{PARAMS}"


def rules(text: str) -> tuple[Requirement, ...]:
    return only(lower(operation(text))).requirements


# ---- Meaning


@pytest.mark.parametrize(
    ("rule", "meaning"),
    [
        ("{any: [text, count]}", Requirement(any=("text", "count"))),
        ("{all: [text], unless: [flag]}", Requirement(all=("text",), unless=(Condition("flag", flag=True),))),
        ("{all: [text], when: [count, price]}", Requirement(all=("text",), when=(Condition("count"), Condition("price", amount=True)))),
        ("{none: [count], when: [text]}", Requirement(none=("count",), when=(Condition("text"),))),
        ("{all: [text], when: {level: [2]}}", Requirement(all=("text",), when=(Condition("level", (2,)),))),
        ("{all: [count], when: {text: [a, b]}}", Requirement(all=("count",), when=(Condition("text", ("a", "b")),))),
        (
            "{all: [taxed], when: [lines], each: true}",
            Requirement(all=("taxed",), when=(Condition("lines"),), each=True),
        ),
    ],
)  # fmt: skip
def test_what_a_rule_means(rule: str, meaning: Requirement) -> None:
    assert rules(f"[{rule}]") == (meaning,)


@pytest.mark.parametrize(("values", "absent"), [("[card]", True), ("[bank]", False), ("[bank, card]", True)])
def test_a_call_without_a_parameter_has_the_value_that_the_server_assumes(values: str, absent: bool) -> None:
    ((condition,),) = [rule.when for rule in rules(f"[{{all: [text], when: {{kind: {values}}}}}]")]
    assert condition.absent is absent


def test_rules_keep_their_order() -> None:
    assert [rule.any or rule.all for rule in rules("[{any: [text]}, {all: [count]}]")] == [("text",), ("count",)]


# ---- What makes no sense

PARTS = "any, all, none, when, unless, each"


@pytest.mark.parametrize(
    ("rule", "message", "hint"),
    [
        ("text", "a rule of x-requires is a mapping", "write {any: [names]}, or {all: [names]}"),
        ("{}", "a rule of x-requires has one of any, all and none; this has none of them", "say which parameters the rule is about"),
        ("{unless: [text]}", "a rule of x-requires has one of any, all and none; this has none of them", "say which parameters the rule is about"),
        ("{any: [text], all: [count]}", "a rule of x-requires has one of any, all and none; this has any and all", "write one rule for each"),
        ("{all: [text], wen: [count]}", "a rule of x-requires has no part `wen`", "did you mean when?"),
        ("{all: [text], or: [count]}", "a rule of x-requires has no part `or`", f"its parts are {PARTS}"),
        ("{any: text}", "`any` of a rule must be a list of parameters", "correct it, or take it out"),
        ("{any: []}", "`any` of a rule must be a list of parameters", "correct it, or take it out"),
        ("{all: [1]}", "`all` of a rule must be a list of parameters", "correct it, or take it out"),
        ("{all: [text], when: count}", "`when` of a rule must be a list of parameters, or parameters with lists of their values", "correct it, or take it out"),
        ("{all: [text], when: {kind: card}}", "`when` of a rule must be a list of parameters, or parameters with lists of their values", "correct it, or take it out"),
        ("{all: [text], unless: {kind: [true]}}", "`unless` of a rule must be a list of parameters, or parameters with lists of their values", "correct it, or take it out"),
        ("{all: [taxed], when: [lines], each: 1}", "`each` of a rule must be true or false", "correct it, or take it out"),
        ("{any: [text, cuont]}", "x-requires names no parameter: `cuont`", "did you mean `count`?"),
        ("{all: [text], when: {other: [1]}}", "x-requires names no parameter: `other`", "name a declared parameter, or declare it"),
        ("{all: [text], when: {kind: [crad]}}", "`kind` has no value `crad`", "did you mean `card`?"),
        ("{all: [text], unless: {level: [3]}}", "`level` has no value `3`", "it has 1, 2"),
        ("{all: [text], when: {level: ['1']}}", "`level` has no value `1`", "it has 1, 2"),
        ("{all: [text], when: {flag: [1]}}", "`flag` is a flag, of which no values are named", "write [flag]: where it is true"),
        ("{all: [text], when: {price: [1]}}", "`price` has no values to compare with", "write [price]: where it is given"),
        ("{all: [text], when: {count: [one]}}", "`count` is a number, and `one` is none", "name one of its values"),
        ("{all: [count], when: {text: [1]}}", "`text` is a text, and `1` is a number", "name one of its values"),
        ("{all: [text], when: [text]}", "`text` is a condition of itself", "take it out of one of the two"),
        ("{none: [text], unless: [text]}", "`text` is a condition of itself", "take it out of one of the two"),
        ("{none: [text]}", "`none` without a condition", "say with `when` what excludes these parameters"),
        ("{none: [always], when: [text]}", "`always` is always required", "take it out of this rule"),
        ("{all: [text], when: [count], unless: [count]}", "`count` is in `when` and `unless`", "say it once"),
        ("{all: [taxed], each: true}", "`each` without a condition", "say with `when` whose keys are meant"),
        ("{all: [text], when: [lines], each: true}", "`text` is no map, so it has no keys", "take `each` out"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said_at_its_line(rule: str, message: str, hint: str) -> None:
    (problem,) = failing(lambda: run(operation(f"[{rule}]")))
    assert (problem.message, problem.hint, problem.origin.line) == (message, hint, 2)


def test_every_rule_is_looked_at() -> None:
    text = operation("\n   - {any: [one]}\n   - {all: [text]}\n   - all: [text]\n     when: [count, two]")
    found = failing(lambda: run(text))
    assert [(str(problem.origin), problem.message) for problem in found] == [
        ("spec.yml:3:13", "x-requires names no parameter: `one`"),
        ("spec.yml:6:20", "x-requires names no parameter: `two`"),
    ]


_NAMES = st.sampled_from(["text", "kind", "flag", "lines", "always", "card", 1, True, None, ""])
_PART = st.one_of(
    _NAMES, st.lists(_NAMES, max_size=3), st.dictionaries(st.text(max_size=3) | st.just("kind"), st.lists(_NAMES))
)
_RULE = st.dictionaries(st.sampled_from([*PARTS.split(", "), "x"]), _PART, max_size=4)


@given(st.lists(_RULE | _PART, max_size=3))
def test_no_rule_is_a_traceback(found: list[Any]) -> None:
    try:
        rules(json.dumps(found))
    except SpecError as error:
        assert all(problem.hint for problem in error.problems)
