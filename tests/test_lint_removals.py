"""What an overlay removes without naming it is found: in a small project, and wherever the published spec may grow."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from linting import linted
from real_specs import ROOT

from generator.lint.catalogue import Severity
from generator.lint.lint import Selection, lint
from generator.specs.bundle import bundle
from generator.specs.sources import Sources
from generator.specs.specs import load_specs

CODE = "overlay-removed-unnamed"
ACTION = "  - target: $.components.schemas.Order\n"
DAY = "{properties: {day: {type: string, format: date, description: Day of the order.}}}"
WORDS = {"properties", "allOf", "anyOf", "oneOf", "items", "schema", "content", "requestBody", "responses"}
NOTE = "note: {type: string, description: Text on it.}"
ID = "id: {type: integer, description: Order ID.}"


def lost(root: Path, published: str, anew: str, *named: str) -> list[str]:
    """What is found of an Order with the published properties, which are removed and declared anew."""
    targets = (*named, "$.components.schemas.Order.properties")
    removals = "".join(f'  - {{target: "{target}", description: No., remove: true}}\n' for target in targets)
    changes = [(NOTE, published), (ACTION, removals + ACTION), (DAY, f"{{properties: {{{ID}, {anew}}}}}")]
    everything = linted(root, *changes).findings
    assert all(finding.severity is not Severity.ERROR for finding in everything)
    found = [finding for finding in everything if finding.code == CODE]
    head = "overlays/10.yml $.components.schemas.Order.properties."
    assert all(finding.subject.startswith(head) and finding.origin.file == "openapi.yml" for finding in found)
    return [finding.subject.removeprefix(head) for finding in found]


@pytest.mark.parametrize(
    ("published", "anew", "missing"),
    [
        (NOTE, NOTE, []),
        (f"{NOTE}\n        more: {{type: string}}", NOTE, ["more"]),
        ("note: {type: string, deprecated: true}", NOTE, ["note.deprecated"]),
        ("note: {type: string, title: Old., example: x}", NOTE, []),
        ("note: {type: integer}", NOTE, []),
        ("note: {type: string, enum: [a, b]}", "note: {type: string, enum: [b, c]}", ["note.enum.a"]),
        (
            "note: {type: object, properties: {id: {type: integer}, key: {type: string}}}",
            "note: {$ref: '#/components/schemas/Client'}",
            ["note.properties.key"],
        ),
        (
            "note: {type: object, properties: {id: {type: integer}}}",
            "note: {allOf: [{$ref: '#/components/schemas/Client'}], description: x}",
            [],
        ),
        ("note: {type: array, items: {type: string, maxLength: 3}}", "note: {type: array, items: {type: string}}",
         ["note.items.maxLength"]),
        ("note: {type: object, x-rows: [{name: a, text: x}, {name: b, text: y, more: z}]}",
         "note: {type: object, x-rows: [{name: b, text: y}, {name: c, more: z}]}",
         ["note.x-rows.a", "note.x-rows.b.more"]),
        ("note: {type: integer, minimum: 1}", "note: {oneOf: [{type: integer, minimum: 1}, {type: string}]}", []),
    ],
)  # fmt: skip
def test_what_is_not_declared_anew_is_found(published: str, anew: str, missing: list[str], tmp_path: Path) -> None:
    assert lost(tmp_path, published, anew) == missing


def test_what_is_named_before_is_meant(tmp_path: Path) -> None:
    published = f"{NOTE}\n        more: {{type: string, enum: [a]}}\n        most: {{type: string}}"
    head = "$.components.schemas.Order.properties"
    assert lost(tmp_path, published, NOTE, f"{head}['more', 'most']") == []


def test_the_report_shows_both_places(tmp_path: Path) -> None:
    removal = "  - {target: $.components.schemas.Order.properties, description: No., remove: true}\n"
    changes = [(ACTION, removal + ACTION), (DAY, f"{{properties: {{{ID}}}}}")]
    (finding,) = (each for each in linted(tmp_path, *changes).findings if each.code == CODE)
    assert finding.message == "`note` is removed with what is around it, and nothing puts it back"
    ((said, place),) = finding.also
    assert (said, place.file, place.column) == ("the removal", "overlays/10.yml", 14)


# The specs of the project


def objects(node: Any) -> Iterator[dict[str, Any]]:
    """Every object in a document, whatever it is."""
    if isinstance(node, dict):
        yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from objects(each)


def test_whatever_is_published_tomorrow_arrives_or_is_found(tmp_path: Path) -> None:
    """A new property in each object, and a new word on each property: none of them is lost without a word."""
    specs = Path(shutil.copytree(ROOT / "specs", tmp_path / "specs"))
    document = yaml.safe_load((specs / "whmcs-openapi.yml").read_text())
    names = (f"brandnew{number}" for number in range(10_000))
    new = []
    for holder in [each["properties"] for each in objects(document) if isinstance(each.get("properties"), dict)]:
        for schema in holder.values():
            new.append(f"x-{next(names)}")
            schema[new[-1]] = True
        new.append(next(names))
        holder[new[-1]] = {"type": "string"}
    (specs / "whmcs-openapi.yml").write_text(yaml.safe_dump(document, sort_keys=False))

    sources = Sources(specs)
    loaded = load_specs(specs / "whmcs-openapi.yml", sources)
    merged = yaml.safe_dump(bundle(loaded))
    # A field or a component that is removed by its name goes with all that it has.
    meant = [each.value for each in loaded.removed if each.key not in each.holder and each.key not in WORDS]
    found = lint(specs / "whmcs-openapi.yml", specs / "dialect.yml", sources, None, Selection())
    told = {finding.subject.rpartition(".")[2] for finding in found.findings if finding.code == CODE}
    assert len(new) > 200
    assert {name for name in told if "brandnew" in name} <= {*new}
    assert [name for name in new if name not in merged and name not in told and f"'{name}'" not in str(meant)] == []
