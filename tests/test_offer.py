"""What the package offers of the real API: every action, with its effect, its pages, its versions and its texts."""

from __future__ import annotations

import inspect
import re
from functools import cache
from typing import Any

import pytest
from click.testing import CliRunner
from real_specs import DOCUMENTED, ROOT, api, documented_operations, group_of, operations, reading
from whmcs import AsyncWhmcs, Whmcs
from whmcs._runtime.operation import Paged
from whmcs.registry import OPERATIONS

from generator.cli import cli
from generator.dialect.dialect import load_dialect
from generator.ir import Listing, Page
from generator.naming import Words
from generator.specs.sources import Sources

# They take an offset and a size.
PAGED = {
    *("GetActivityLog", "GetAffiliates", "GetAnnouncements", "GetCancelledPackages", "GetClients", "GetClientsDomains"),
    *("GetClientsProducts", "GetContacts", "GetEmails", "GetInvoices", "GetOrders", "GetProjects", "GetQuotes"),
    *("GetTickets", "GetToDoItems", "GetUsers"),
}
# They answer how many there are, and take neither.
WITH_TOTAL = {
    *("GetClientGroups", "GetClientsAddons", "GetCredits", "GetCurrencies", "GetEmailTemplates", "GetOrderStatuses"),
    *("GetPaymentMethods", "GetProducts", "GetPromotions", "GetStaffOnline", "GetSupportDepartments"),
    *("GetSupportStatuses", "GetTicketNotes", "GetTicketPredefinedCats", "GetTicketPredefinedReplies"),
    *("GetToDoItemStatuses", "GetTransactions"),
}


@pytest.fixture(scope="module", params=[Whmcs, AsyncWhmcs])
def client(request: pytest.FixtureRequest) -> Any:
    return request.param("https://billing.example.com", identifier="i", secret="s")


@cache
def words() -> Words:
    return Words(api().words)


def group(client: Any, action: str) -> Any:
    return getattr(client, words().snake(group_of()[action]))


def doc(client: Any, action: str) -> str:
    """The docstring of the method, without its line breaks."""
    return " ".join(raw_doc(client, action).split())


def raw_doc(client: Any, action: str) -> str:
    return inspect.getdoc(getattr(group(client, action), words().snake(action))) or ""


def arguments(client: Any, action: str) -> dict[str, str]:
    """What the docstring says of each argument; a name that Python reserves is given without its ``_``."""
    found = re.findall(r"^    (\w+): (.+(?:\n     .+)*)", raw_doc(client, action), re.MULTILINE)
    return {name.rstrip("_"): " ".join(text.split()) for name, text in found}


def test_the_specs_are_beyond_doubt():
    assert [problem.message for problem in reading().warnings] == []


def test_list_shows_every_action():
    result = CliRunner().invoke(cli, ["list"])
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [row[0] for row in rows] == ["action", *operations()]


# Pages


def test_what_takes_an_offset_is_paged_and_nothing_else_is():
    paged = {action for action, operation in operations().items() if isinstance(operation.result, Page)}
    assert {action for action in paged if action in DOCUMENTED} == PAGED
    assert {action for action, operation in OPERATIONS.items() if isinstance(operation, Paged)} == paged
    assert {
        action for action, facts in DOCUMENTED.items() if {"limitstart", "limitnum"} <= facts.get("params", {}).keys()
    } == PAGED


def test_what_answers_a_total_alone_is_no_page():
    totals = {action for action, facts in DOCUMENTED.items() if "totalresults" in facts["response"]}
    assert totals == PAGED | WITH_TOTAL
    lists = {action for action in WITH_TOTAL if isinstance(operations()[action].result, Listing)}
    # These two say beside the list whom it is about.
    assert lists == WITH_TOTAL - {"GetClientsAddons", "GetCredits"}


def test_pages_and_only_pages_have_iterators(client: Any):
    paged = {action for action, operation in OPERATIONS.items() if isinstance(operation, Paged)}
    found = {name for action in operations() for name in dir(group(client, action)) if name.startswith("iter_")}
    assert found == {"iter_" + words().snake(action).removeprefix("get_") for action in paged}


# Effects


@cache
def judged_effects() -> dict[str, str]:
    """The effect of each action, as people see it."""
    found: dict[str, str] = {}
    effect = ""
    for line in (ROOT / "tests/cases/effects.txt").read_text().splitlines():
        if line.startswith("    "):
            found[line.strip().partition(":")[0]] = effect
        elif not line.startswith("#"):
            effect = line
    return found


def test_every_action_has_the_effect_that_people_see_in_it():
    wrong = sorted(
        f"{action} is declared as {operation.effect}, and judged as {judged_effects().get(action, 'nothing')}"
        for action, operation in documented_operations().items()
        if operation.effect != judged_effects().get(action)
    )
    assert not wrong, f"correct `x-effect` in specs/overlays/, or tests/cases/effects.txt: {wrong}"
    assert not judged_effects().keys() - operations().keys(), "tests/cases/effects.txt has actions that there are not"
    assert {action: operation.effect for action, operation in OPERATIONS.items()} == {
        action: operation.effect for action, operation in operations().items()
    }


def test_the_patterns_of_the_dialect_see_the_same():
    dialect = load_dialect(ROOT / "specs/dialect.yml", Sources(ROOT / "specs"))
    assert {action: dialect.effect(action) for action in documented_operations()} == judged_effects()


# Documentation


def test_every_method_names_its_effect_and_its_page(client: Any):
    for action, operation in documented_operations().items():
        text = doc(client, action)
        assert f"Effect: {operation.effect}." in text, action
        assert text.endswith(f"Documentation: https://developers.whmcs.com/api-reference/{action.lower()}/"), action


def test_every_walk_through_pages_names_them_too(client: Any):
    walks = 0
    for action, operation in documented_operations().items():
        if isinstance(operation.result, Page):
            walk = getattr(group(client, action), re.sub("^get_", "iter_", words().snake(action)))
            text = " ".join((inspect.getdoc(walk) or "").split())
            assert f"Effect: {operation.effect}." in text, action
            assert text.endswith(f"Documentation: https://developers.whmcs.com/api-reference/{action.lower()}/"), action
            walks += 1
    assert walks == 16


def test_every_parameter_is_described(client: Any):
    for action, operation in documented_operations().items():
        told = arguments(client, action)
        assert not [param.wire for param in operation.params if len(told.get(param.wire, "")) < 4], action


def test_versions_are_told(client: Any):
    for action, operation in operations().items():
        assert not operation.since or f"Since {operation.since}" in doc(client, action), action
        told = arguments(client, action)
        for param in operation.params:
            assert not param.since or f"Since {param.since}." in told[param.wire], f"{action}.{param.wire}"


def test_what_is_deprecated_says_so(client: Any):
    for action, operation in operations().items():
        for reason in (operation.deprecated, *(param.deprecated for param in operation.params)):
            assert not reason or " ".join(reason.split()).rstrip(".") in doc(client, action), action


def test_documented_messages_are_told(client: Any):
    for action, operation in operations().items():
        for message in operation.errors:
            assert " ".join(message.split()) in doc(client, action), f"{action}: {message}"


def test_the_readme_lists_every_action_by_group():
    readme = (ROOT / "generated/python/README.md").read_text()
    rows = re.findall(r"^\| (\w+) \| (\w+) \| `(\w+)\.(\w+)`", readme, re.MULTILINE)
    assert [(action, name) for name, action, _, _ in rows] == [*group_of().items()]
    for _, action, attribute, method in rows:
        assert (attribute, method) == (words().snake(group_of()[action]), words().snake(action))
