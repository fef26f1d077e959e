"""Rules between parameters: what x-requires says beside ``documented-conditions.yml``, which has what is documented."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml
from real_specs import DOCUMENTED, ROOT, operations, reading

TABLE = ROOT / "tests/documented-conditions.yml"


@cache
def table() -> dict[str, list[dict[str, Any]]]:
    """Action -> what is documented about its parameters."""
    found: dict[str, list[dict[str, Any]]] = yaml.safe_load(TABLE.read_text())
    return found


def entries() -> Iterator[tuple[str, dict[str, Any]]]:
    return ((action, entry) for action, found in table().items() for entry in found)


@cache
def declared() -> dict[str, list[dict[str, Any]]]:
    """Action -> its x-requires, as it stands in the merged document."""
    posts = [(path, item["post"]) for path, item in reading().specs.openapi["paths"].items()]
    return {path.partition("=")[2]: list(post.get("x-requires", ())) for path, post in posts}


def named(rule: dict[str, Any]) -> set[str]:
    """The parameters that a rule is about."""
    return {name for part in rule.values() if part is not True for name in part}


def test_every_documented_rule_is_declared():
    missing = [
        f"{action}: {entry['rule']}"
        for action, entry in entries()
        if "rule" in entry and entry["rule"] not in declared()[action]
    ]
    assert not missing, f"add these to x-requires of the action in specs/overlays/, or correct {TABLE.name}: {missing}"


def test_every_declared_rule_is_documented():
    documented = {action: [entry.get("rule") for entry in found] for action, found in table().items()}
    # What a user adds about actions of their own is theirs.
    extra = [
        f"{action}: {rule}"
        for action, rules in declared().items()
        if action in DOCUMENTED
        for rule in rules
        if rule not in documented.get(action, ())
    ]
    assert not extra, f"say in tests/{TABLE.name} which parameters are documented so, or take them out: {extra}"


def test_every_entry_is_a_rule_or_a_reason_about_parameters_that_exist():
    for action, entry in entries():
        known = {param.wire for param in operations()[action].params}
        assert entry.keys() in ({"of", "rule"}, {"of", "none"}), f"{action}: an entry has `of`, and `rule` or `none`"
        assert {*entry["of"]} <= known, f"{action} has no {sorted({*entry['of']} - known)}: correct tests/{TABLE.name}"
        if "rule" in entry:
            assert {*entry["of"]} <= named(entry["rule"]), f"{action}: {entry} names parameters beyond its rule"
        else:
            assert entry["none"].endswith("."), f"{action}: the reason is a sentence"
