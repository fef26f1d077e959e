"""The overlays of this project as documents: one tag a file, a reason for each action, one way of saying things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from real_specs import ROOT, group_of

FILES = sorted((ROOT / "specs/overlays").glob("*.yml"))
PAGE = re.compile(r"https://developers\.whmcs\.com/api-reference/([a-z]+)/")
PUBLISHED = yaml.safe_load((ROOT / "specs/whmcs-openapi.yml").read_text())
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


def operations_and_schemas() -> list[dict[str, Any]]:
    """What the actions add or change, without the names of tags."""
    return [action.get("update", {}) for action in every_action() if not action["target"].startswith("$.tags")]


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
    tag = path.stem.split("-")[1].capitalize()
    assert yaml.safe_load(path.read_text())["info"]["title"].startswith(f"{tag}: ")
    named = {name for action in actions(path) for name in re.findall(r"\?action=(\w+)", action["target"])}
    assert {group_of()[name] for name in (*named, *added(path))} == {tag}
    # What was published is corrected in one file a tag, and what is new stands in others.
    assert bool(added(path)) is not path.stem.endswith("-corrections")
    assert len(path.read_text().splitlines()) <= 900


def test_143_actions_are_added_and_all_19_published_ones_corrected():
    new = [name for path in FILES for name in added(path)]
    assert len(new) == len(set(new)) == 143
    targets = " ".join(action["target"] for action in every_action())
    corrected = {*re.findall(r"\?action=(\w+)'\]\.post(?: |$)", targets)}
    assert corrected == {name.partition("=")[2] for name in PUBLISHED["paths"]}


def test_every_operation_stands_under_a_published_tag():
    assert {*group_of().values()} == {tag["name"] for tag in PUBLISHED["tags"]}


def test_each_correction_says_where_the_truth_is_documented():
    for action in every_action():
        pages = PAGE.findall(action["description"])
        assert pages or WITHOUT_PAGE.match(action["description"]), action
        assert {*pages} <= {name.lower() for name in group_of()}, action


def test_texts_are_sentences_in_one_voice():
    assert not [text for update in operations_and_schemas() for text in texts(update) if ODD.search(text)]


def test_texts_are_short():
    assert max(len(text) for update in operations_and_schemas() for text in texts(update)) < 420
