"""Each kind of change of a dialect: what is edited in it, and exactly what the comparison then says."""

from __future__ import annotations

import pytest
from diffing import BASE, SPEC, changes, found
from lowering import DIALECT
from test_diff_changes import RENAMES, SPECS

from generator.diff.catalogue import CATALOGUE


def entry(name: str, before: str, after: str) -> dict[str, str]:
    text = {**DIALECT, **BASE}[name]
    assert text.count(before) == 1, before
    return {name: text.replace(before, after)}


DIALECTS: list[tuple[str, str, str, set[str], set[str]]] = [
    ("head", "product: Shop", "product: Store", {"api-docs dialect.product"}, {"api-docs dialect.product"}),
    ("head", "package: shop", "package: store", {"package-renamed dialect.package"}, {"package-renamed dialect.package"}),
    ("head", "sdk: Shop", "sdk: Store", {"package-renamed dialect.sdk"}, {"package-renamed dialect.sdk"}),
    ("endpoint", "api.php", "v2.php", {"endpoint-changed dialect.endpoint.path"}, {"endpoint-changed dialect.endpoint.path"}),
    ("endpoint", "json", "xml", {"endpoint-changed dialect.endpoint.fixed"}, {"endpoint-changed dialect.endpoint.fixed"}),
    (
        "credentials", "\n          - fields: {username: SHOP_USERNAME, password: SHOP_PASSWORD}", "",
        {"credentials-removed dialect.credentials.schemes"}, {"credentials-added dialect.credentials.schemes"},
    ),
    (
        "credentials", "password: SHOP_PASSWORD}", "password: SHOP_PASSWORD}\n            legacy: true",
        {"credentials-discouraged dialect.credentials.schemes"}, {"credentials-encouraged dialect.credentials.schemes"},
    ),
    (
        "credentials", "password: SHOP_PASSWORD}", "password: SHOP_PASSWORD}\n            md5: [password]",
        {"credentials-changed dialect.credentials.schemes"}, {"credentials-changed dialect.credentials.schemes"},
    ),
    (
        "credentials", "SHOP_SECRET", "SHOP_KEY",
        {"credentials-changed dialect.credentials.schemes"}, {"credentials-changed dialect.credentials.schemes"},
    ),
    (
        "credentials", "\n        extra: {accesskey: SHOP_ACCESS_KEY}", "",
        {"credentials-removed dialect.credentials.extra"}, {"credentials-added dialect.credentials.extra"},
    ),
    (
        "credentials", "SHOP_URL", "SHOP_ADDRESS",
        {"credentials-changed dialect.credentials.url"}, {"credentials-changed dialect.credentials.url"},
    ),
    ("paging", "total: totalresults", "total: total", {"paging-changed dialect.paging.total"},
     {"paging-changed dialect.paging.total"}),
    ("paging", "total: totalresults, ", "", {"paging-changed dialect.paging.total"}, {"paging-changed dialect.paging.total"}),
    ("paging", "25", "50", {"page-size-changed dialect.paging.default_size"},
     {"page-size-changed dialect.paging.default_size"}),
    ("paging", "returned: numreturned", "returned: numreturned, verbs: [Find]", {"dialect-naming dialect.paging.verbs"},
     {"dialect-naming dialect.paging.verbs"}),
    ("paging", "returned: numreturned", "returned: numreturned, verbs: [Get]",
     {"dialect-naming dialect.paging.verbs", "identifier-changed GetThings"},
     {"dialect-naming dialect.paging.verbs", "identifier-changed GetThings"}),
    ("envelope", "result: result", "result: outcome", {"envelope-changed dialect.envelope.result"},
     {"envelope-changed dialect.envelope.result"}),
    ("envelope", "fallback: status", "warning: warning",
     {"envelope-changed dialect.envelope.fallback", "reading-added dialect.envelope.warning"},
     {"envelope-changed dialect.envelope.warning", "reading-added dialect.envelope.fallback"}),
    ("envelope", "[success]", "[success, ok]", {"reading-added dialect.envelope.success"},
     {"reading-removed dialect.envelope.success"}),
    ("envelope", "[message]", "[message, reason]", {"reading-added dialect.envelope.message"},
     {"reading-removed dialect.envelope.message"}),
    ("envelope", "[message]", "[reason, message]",
     {"reading-added dialect.envelope.message", "reading-reordered dialect.envelope.message"},
     {"reading-removed dialect.envelope.message"}),
    ("requests", "date: YYYY-MM-DD", "date: YYYYMMDD", {"request-form-changed dialect.requests.date"},
     {"request-form-changed dialect.requests.date"}),
    ("responses", "date: [YYYY-MM-DD]", "date: [YYYY-MM-DD, DD/MM/YYYY]", {"reading-added dialect.responses.date"},
     {"reading-removed dialect.responses.date"}),
    ("responses", '"true": ["1"]', '"true": ["1", "on"]', {"reading-added dialect.responses.true"},
     {"reading-removed dialect.responses.true"}),
    ("sensitive", "[password2]", "[password2, pw]", {"secret-added dialect.sensitive"}, {"secret-removed dialect.sensitive"}),
    ("errors", '"denied"}', '"denied"}, {class: Unavailable, match: "busy"}', {"error-rule-added dialect.errors"},
     {"error-rules-changed dialect.errors"}),
    ("words", "[OAuth]", "[OAuth, NoSuchThing]", {"dialect-naming dialect.words"}, {"dialect-naming dialect.words"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "after", "there", "back"), DIALECTS, ids=lambda value: str(value)[:40])
def test_a_change_of_the_dialect(name: str, before: str, after: str, there: set[str], back: set[str]) -> None:
    other = entry(name, before, after)
    assert found(SPEC, SPEC, None, other) == there
    assert found(SPEC, SPEC, other, None) == back


def test_without_paging_there_are_no_iterators() -> None:
    assert found(SPEC, SPEC, None, {"paging": ""}) == {
        "paging-removed dialect.paging",
        "iterator-removed GetThings",
        "result-hint GetThings",
    }
    assert "paging-added dialect.paging" in found(SPEC, SPEC, {"paging": ""}, None)


def test_every_kind_of_change_has_a_test() -> None:
    tested = {expected.partition(" ")[0] for _, _, there, back in SPECS for expected in there | back}
    tested |= {expected.partition(" ")[0] for _, _, _, there, back in DIALECTS for expected in there | back}
    tested |= {expected.partition(" ")[0] for *_, expected in RENAMES}
    apart = {"enum-renamed", "group-docs", "paging-added", "paging-removed", "result-type-narrowed"}
    assert tested | apart == CATALOGUE.keys()
    assert not tested & apart


# Of the rules of error messages, each with its pattern and its class.
A, B, C = (f"{{class: {kind}, match: {match}}}" for kind, match in (("NotFound", "aa"), ("Permission", "bb"), ("NotFound", "cc|dd")))
KNOWN = "error messages that match `{}` are known as `{}`"
NO_LONGER = "error messages that match `{}` are no longer known as `{}`"
ADDED, CHANGED = "error-rule-added", "error-rules-changed"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([A], [A, C, B], [(ADDED, KNOWN.format("cc|dd", "NotFound")), (ADDED, KNOWN.format("bb", "Permission"))]),
        ([A], [B, A], [(CHANGED, KNOWN.format("bb", "Permission") + ", whatever later rules say")]),
        ([A, B], [A], [(CHANGED, NO_LONGER.format("bb", "Permission"))]),
        ([A, B], [A, B.replace("Permission", "NotFound")],
         [(CHANGED, KNOWN.format("bb", "NotFound") + ", no longer as `Permission`")]),
        ([A, B], [A, B.replace("bb", "ee")],
         [(CHANGED, NO_LONGER.format("bb", "Permission")), (ADDED, KNOWN.format("ee", "Permission"))]),
        ([A, B, C], [A, C, B], [(CHANGED, KNOWN.format("cc|dd", "NotFound") + ", also where they match `bb`")]),
        ([A, B], [A, B, A], [(ADDED, KNOWN.format("aa", "NotFound"))]),
        ([A, B, A], [A, B], [(CHANGED, NO_LONGER.format("aa", "NotFound"))]),
        ([A, B], [A, B], []),
    ],
)  # fmt: skip
def test_each_rule_of_error_messages_is_told(before: list[str], after: list[str], said: list[tuple[str, str]]) -> None:
    old, new = ({"errors": f"[{', '.join(rules)}]"} for rules in (before, after))
    assert [(change.code, change.message) for change in changes(SPEC, SPEC, old, new)] == said
