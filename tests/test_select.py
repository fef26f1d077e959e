"""A part of an Api: what is asked for, all that it leads to, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import real_specs
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from openapi_spec_validator import validate

from generator.ir import AnyOf, Api, EnumRef, ListOf, MapOf, Model, ModelRef, Type
from generator.normalise.select import select
from generator.pipeline import Progress, read
from generator.problems import SelectionError
from generator.specs.sources import Sources

ROOT = Path(__file__).resolve().parent.parent
API = real_specs.api()
GROUPS = [group.name for group in API.groups]
ACTIONS = [operation.action for group in API.groups for operation in group.operations]


def actions(api: Api) -> list[str]:
    return [operation.action for group in api.groups for operation in group.operations]


def leaves(type_: Type | None) -> Iterator[ModelRef | EnumRef]:
    match type_:
        case ModelRef() | EnumRef():
            yield type_
        case ListOf(item=inner) | MapOf(value=inner):
            yield from leaves(inner)
        case AnyOf(options=options):
            for option in options:
                yield from leaves(option)


def any_sender(model: Model) -> Model:
    """The model without what its fields say of actions, of which a part may have fewer."""
    return replace(model, fields=tuple(replace(field, actions=None, default=None) for field in model.fields))


def test_no_name_is_everything() -> None:
    assert select(API, ()) is API


def test_a_group_is_taken_whole_and_an_action_alone_in_the_order_of_the_spec() -> None:
    part = select(API, ["Users", "GetClients"])
    users = next(group for group in API.groups if group.name == "Users")
    assert [group.name for group in part.groups] == [name for name in GROUPS if name in ("Users", "Clients")]
    assert next(group for group in part.groups if group.name == "Users") == users
    assert [name for name in actions(part) if name not in actions(select(API, ["Users"]))] == ["GetClients"]
    assert part.wire == API.wire


@pytest.mark.parametrize("name", ["GetInvoices", "getinvoices", "get_invoices", "GET-INVOICES"])
def test_an_action_may_be_spelt_as_in_the_client_or_in_small_letters(name: str) -> None:
    assert actions(select(API, [name])) == ["GetInvoices"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(GROUPS + ACTIONS), min_size=1, max_size=6))
def test_a_part_holds_all_that_it_refers_to_and_nothing_else(names: list[str]) -> None:
    part = select(API, names)
    operations = [operation for group in part.groups for operation in group.operations]
    answers = [operation.result.type for operation in operations]
    params = [param.type for operation in operations for param in operation.params]
    fields = [field.type for model in (*part.models, *part.inputs) for field in model.fields]
    found = [leaf for type_ in (*answers, *params, *fields) for leaf in leaves(type_)]

    # Whatever is held by something is there, and what is there is held by something.
    assert {leaf.name for leaf in found if isinstance(leaf, EnumRef)} == {enum.name for enum in part.enums}
    assert {leaf.name for leaf in found if isinstance(leaf, ModelRef)} == {
        model.name for model in (*part.models, *part.inputs)
    }
    assert {*map(any_sender, part.models)} <= {*map(any_sender, API.models)}
    assert set(names) <= {*actions(part), *(group.name for group in part.groups)}
    assert select(part, names) == part


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("GetInvoces", "`GetInvoces` is neither a group nor an action; did you mean `GetInvoices`?"),
        ("biling", "`biling` is neither a group nor an action; did you mean `Billing`?"),
        ("../x", "`../x` is neither a group nor an action"),
        ("*", "`*` is neither a group nor an action"),
        ("", "`` is neither a group nor an action"),
        ("a" * 1000, f"`{'a' * 77}...` is neither a group nor an action"),
    ],
)
def test_an_unknown_name_is_refused_with_what_it_may_mean(name: str, said: str) -> None:
    with pytest.raises(SelectionError) as raised:
        select(API, ["Billing", name])
    assert str(raised.value).splitlines() == [said, "`whmcs-codegen list` shows what there is"]


def test_every_unknown_name_is_told_at_once() -> None:
    with pytest.raises(SelectionError) as raised:
        select(API, ["One", "Billing", "Two"])
    assert [line.split()[0] for line in str(raised.value).splitlines()] == ["`One`", "`Two`", "`whmcs-codegen"]


# The other targets


@pytest.mark.parametrize("names", [("GetInvoices",), ("Users", "AddOrder"), ("Billing", "Clients", "Support")])
def test_the_document_of_a_part_is_valid_and_whole(names: tuple[str, ...]) -> None:
    inputs = real_specs.INPUTS
    part = read(type(inputs)(inputs.spec, inputs.dialect, only=names), inputs.sources(), Progress())
    document: dict[str, Any] = part.document()

    validate(document)
    described = [path.partition("=")[2] for path in document["paths"]]
    assert sorted(described) == sorted(actions(part.api))
    text = yaml.safe_dump(document)
    unused = [name for name in document["components"]["schemas"] if f"#/components/schemas/{name}" not in text]
    assert unused == []
    assert {tag["name"] for tag in document["tags"]} <= {group.name for group in part.api.groups}


@pytest.mark.parametrize("names", [("GetTicketNotes",), ("GetInvoices",), ("Projects",)])
def test_the_document_of_a_part_names_no_other_actions_and_is_read_again(names: tuple[str, ...], tmp_path: Path) -> None:
    inputs = real_specs.INPUTS
    part = read(type(inputs)(inputs.spec, inputs.dialect, only=names), inputs.sources(), Progress())
    spec = tmp_path / "part.yml"
    spec.write_text(yaml.safe_dump(part.document(), sort_keys=False), encoding="utf-8")
    again = read(type(inputs)(spec, inputs.dialect), Sources(tmp_path), Progress()).api

    def senders(api: Api) -> dict[str, tuple[str, ...]]:
        fields = [(model.name, field) for model in api.models for field in model.fields]
        return {f"{name}.{field.wire}": field.actions for name, field in fields if field.actions is not None}

    assert senders(again) == senders(part.api) != {}
    assert {action for named in senders(again).values() for action in named} <= {*actions(part.api)}


# A client of a part: everything in it can be imported, and does what it says.

IMPORT_ALL = """
import importlib, pathlib, pkgutil, sys
import whmcs
for module in pkgutil.walk_packages(whmcs.__path__, "whmcs."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
from whmcs import Whmcs
from whmcs.registry import OPERATIONS
from whmcs.testing import FakeWhmcs
assert sorted(OPERATIONS) == sorted(sys.argv[1:]), list(OPERATIONS)
with FakeWhmcs() as fake, Whmcs(fake.url, **fake.credentials) as client:
    for action in OPERATIONS:
        fields = {param.wire: 1 for param in OPERATIONS[action].params if param.required and param.kind == "integer"}
        if not OPERATIONS[action].requires and len(fields) == sum(param.required for param in OPERATIONS[action].params):
            client.call(action, fields)
"""


@pytest.mark.parametrize("only", ["getinvoices", "users,addcredit", "WhmcsDetails"])
def test_a_client_of_a_part_is_whole(only: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    generated = subprocess.run(
        [sys.executable, "-m", "generator", "generate", "python", "--only", only, "--out", str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert generated.returncode == 0, generated.stderr
    expected = actions(select(API, only.split(",")))
    readme = (out / "python/README.md").read_text()
    rows = [line.split(" | ")[1] for line in readme.splitlines() if line.startswith("| ") and " | `" in line]
    assert rows == expected
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_ALL, *expected],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(out / "python")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    for tool in (["ruff", "check", "--no-cache"], ["mypy", "--strict", "--cache-dir", str(tmp_path / "cache")]):
        judged = subprocess.run(
            [sys.executable, "-m", *tool, "whmcs"], cwd=out / "python", capture_output=True, text=True, check=False
        )
        assert judged.returncode == 0, judged.stdout
