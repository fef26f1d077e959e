"""The overlays of this project as documents: one tag a file, a reason for each action, one way of saying things.

An overlay of your own has no published tag in its name, such as ``90-mine.yml``: it is held to none of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from real_specs import DOCUMENTED, ROOT, documented_operations, group_of


def tag_of(path: Path) -> str:
    """The tag that a file is named after: Billing of 20-billing-quotes.yml."""
    return path.stem.partition("-")[2].partition("-")[0].capitalize()


PAGE = re.compile(r"https://developers\.whmcs\.com/api-reference/([a-z]+)/")
PUBLISHED = yaml.safe_load((ROOT / "specs/whmcs-openapi.yml").read_text())
TAGS = {tag["name"] for tag in PUBLISHED["tags"]}
FILES = sorted(path for path in (ROOT / "specs/overlays").glob("*.yml") if tag_of(path) in TAGS)
# Reasons without a page: what is added for the action beside it, and what the tags are called.
WITHOUT_PAGE = re.compile(r"Adds |The component in place of what was removed\.|.* documented under Billing")
# Two words for one thing, other people's phrases, sentences without a beginning or an end.
ODD = re.compile(r"^(The (ID|email address) of|Set to true|This )|\b(admins?(?! area)|etc|eg|via)\b|^[a-z]|[^.`]$")


@cache
def actions(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text())["actions"]
    return found


def every_action() -> list[dict[str, Any]]:
    return [action for path in FILES for action in actions(path)]


def operations_and_schemas(path: Path) -> list[dict[str, Any]]:
    """What the actions of a file add or change, without the names of tags."""
    return [action.get("update", {}) for action in actions(path) if not action["target"].startswith("$.tags")]


def texts(node: Any) -> Iterator[str]:
    """Every description in a part of a document, wherever it stands."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name in {"description", "x-deprecated"} and isinstance(value, str):
                yield value
            else:
                yield from texts(value)
    elif isinstance(node, list):
        for item in node:
            yield from texts(item)


def added(path: Path) -> list[str]:
    """The actions that a file adds."""
    return [
        name.partition("=")[2] for action in actions(path) if action["target"] == "$.paths" for name in action["update"]
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_about_the_tag_that_it_is_named_after(path: Path):
    tag = tag_of(path)
    assert yaml.safe_load(path.read_text())["info"]["title"].startswith(f"{tag}: ")
    named = {name for action in actions(path) for name in re.findall(r"\?action=(\w+)", action["target"])}
    foreign = sorted(name for name in (*named, *added(path)) if group_of()[name] != tag)
    assert not foreign, f"{path.name} is about the tag {tag}; move these to the files of their tags: {foreign}"
    # What was published is corrected in one file a tag, and what is new stands in others.
    assert bool(added(path)) is not path.stem.endswith("-corrections"), f"{path.name} adds and corrects: split it"
    assert len(path.read_text().splitlines()) <= 900, f"split {path.name} in two: {path.stem}-<subject>.yml"


def test_what_is_documented_is_published_and_corrected_or_added():
    published = {name.partition("=")[2] for name in PUBLISHED["paths"]}
    new = {name for path in FILES for name in added(path)}
    missing = sorted(DOCUMENTED.keys() - published - new)
    assert not missing, f"add these in specs/overlays/, in the file of their tag: {missing}"
    targets = " ".join(action["target"] for action in every_action())
    corrected = {*re.findall(r"\?action=(\w+)'\]\.post(?: |$)", targets)}
    uncorrected = sorted(published - corrected)
    assert not uncorrected, f"say in specs/overlays/*-corrections.yml what these do, and x-effect: {uncorrected}"


def test_every_documented_action_stands_under_a_published_tag():
    foreign = sorted(f"{name}: {tag}" for name, tag in group_of().items() if name in DOCUMENTED and tag not in TAGS)
    assert not foreign, f"give these one of the tags {sorted(TAGS)} in specs/overlays/: {foreign}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_correction_says_where_the_truth_is_documented(path: Path):
    known = {name.lower() for name in group_of()}
    for action in actions(path):
        place, pages = f"{path.name}, {action['target']}", PAGE.findall(action.get("description", ""))
        assert pages or WITHOUT_PAGE.match(action.get("description", "")), (
            f"{place}: say in `description` what was wrong, and its page of developers.whmcs.com/api-reference/; "
            'what goes with the action beside it begins with "Adds"'
        )
        assert {*pages} <= known, f"{place}: no such page: {sorted({*pages} - known)}"


def test_a_documented_change_beyond_new_names_is_told_with_its_version():
    for action, operation in documented_operations().items():
        said = [operation.doc, operation.deprecated or ""]
        said += [f"{param.doc} {param.deprecated}" for param in operation.params]
        for version in DOCUMENTED[action].get("changed", ()):
            assert any(f" {version}" in text for text in said), (
                f"say in the description of {action} in specs/overlays/ what is another way since {version}"
            )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_texts_are_short_sentences_in_one_voice(path: Path):
    for text in (text for update in operations_and_schemas(path) for text in texts(update)):
        odd = ODD.search(text)
        assert not odd, (
            f"{path.name}: {text!r}: write whole sentences in the words of the other texts; odd is {odd[0]!r}"
        )
        assert len(text) < 420, f"{path.name}: shorten {text!r}"
