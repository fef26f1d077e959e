"""``dialect.yml`` -> Dialect, and what is refused: a dialect that is malformed, or that makes no sense."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lowering import DIALECT, dialect, dialect_text, failing

from generator.dialect.dates import DATE, misfit
from generator.dialect.dialect import load_dialect
from generator.ir import Effect
from generator.specs.sources import Sources
from generator.wire import Credentials, Endpoint, ErrorRule, Paging, Scheme

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "generator/specs/schemas/dialect.json").read_text())


def refusals(**changes: str) -> list[str]:
    """Why a dialect with these entries is refused, each with the text that is pointed at."""
    lines = dialect_text(**changes).splitlines()
    return [
        f"{lines[problem.origin.line - 1][problem.origin.column - 1 :].split(',')[0].rstrip(']}')}: {problem.message}"
        for problem in failing(lambda: dialect(**changes))
    ]


# ---- The documentation


def test_contributing_says_which_entries_must_be_there() -> None:
    """The table has every entry of the schema, in its cell."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = text[text.index("## A dialect of your own\n") :].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line[:1] == "|"]
    told = {name.strip("`"): [set(re.findall("`(.*?)`", cell)) for cell in cells] for name, *cells in rows[2:]}
    assert told == {name: [needed, known - needed] for name, needed, known in entries("", SCHEMA)}


def test_the_least_dialect_that_contributing_shows_is_one(tmp_path: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    shown = text[text.index("## A dialect of your own\n") :].partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / "dialect.yml").write_text(shown)
    found = load_dialect(tmp_path / "dialect.yml", Sources(tmp_path))
    assert (found.effect("getThings"), found.effect("other")) == (Effect.READ, Effect.WRITE)
    assert found.wire.paging is None


def entries(name: str, schema: dict[str, Any]) -> Iterator[tuple[str, set[str], set[str]]]:
    """Each object of a schema by its place: what it must have, and all that it may have."""
    schema = schema.get("items", schema)
    if "properties" in schema:
        yield name or "the dialect", set(schema.get("required", ())), {*schema["properties"]}
        for key, inner in schema["properties"].items():
            yield from entries(f"{name}.{key}" if name else key, inner)
    elif isinstance(inner := schema.get("additionalProperties"), dict) and "properties" in inner:
        yield from entries(f"{name}.*", inner)


# ---- Meaning


def test_every_entry_has_its_place() -> None:
    found = dialect(
        credentials="""
            schema: Key
            schemes:
              - {fields: {user: SHOP_USER, word: SHOP_WORD}, md5: [word], legacy: true}
            extra: {pass: SHOP_PASS}
            url: SHOP_URL""",
        errors="[{class: NotFound, match: not found}]",
        words="[iDEAL]",
        groups="{default: Other}",
        entities="{title_prefix: Shop., decisions: {A.b: json-schema}}",
    )
    assert (found.wire.product, found.wire.sdk, found.wire.package) == ("Shop", "Shop", "shop")
    assert found.wire.endpoint == Endpoint("includes/api.php", "action", {"responsetype": "json"})
    scheme = Scheme({"user": "SHOP_USER", "word": "SHOP_WORD"}, ("word",), True)
    assert found.wire.credentials == Credentials("Key", (scheme,), {"pass": "SHOP_PASS"}, "SHOP_URL")
    assert found.wire.paging == Paging("limitstart", "limitnum", 25, "totalresults", "startnumber", "numreturned", ())
    assert found.wire.envelope.message == ("message",)
    assert found.wire.envelope.warning is None
    assert found.wire.requests.true == "1"
    assert found.wire.responses.zero_dates == ()
    assert found.wire.errors == (ErrorRule("NotFound", "not found"),)
    assert (found.words, found.default_group, found.wrapped_lists) == (("iDEAL",), "Other", True)
    assert (found.title_prefix, found.decisions["A.b"].keep) == ("Shop.", "json-schema")


def test_the_version_of_the_packages_has_three_numbers() -> None:
    head = DIALECT["head"].rstrip("}")
    assert dialect().wire.version == "0.0.0"
    assert dialect(head=f"{head}, version: 1.20.3}}").wire.version == "1.20.3"
    for wrong in ("1.2", "1.2.3.4", "01.2.3", "1.2.3-rc1", "v1.2.3", "'\"1.2.3'"):
        assert len(refusals(head=f"{head}, version: {wrong}}}")) == 1


def test_what_may_be_left_out() -> None:
    found = dialect(words="", effects="", paging="", lists="", sensitive="", entities="")
    assert found.wire.paging is None
    assert (found.words, found.effects, found.wrapped_lists, found.decisions) == ((), (), False, {})
    assert (found.default_group, found.title_prefix, found.wire.sensitive) == ("General", "", ())
    assert found.effect("GetClients") is Effect.WRITE


def test_slashes_around_the_path_of_the_endpoint_say_nothing() -> None:
    assert dialect(endpoint="{path: /rpc/, action: method}").wire.endpoint == Endpoint("rpc", "method", {})
    assert dialect(endpoint="{path: /, action: method}").wire.endpoint.path == ""


def test_schemes_exclude_each_other_and_may_share_fields() -> None:
    schemes = "[{fields: {user: A_USER, word: A_WORD}}, {fields: {user: A_USER, key: A_KEY}}]"
    assert len(dialect(credentials=f"{{schema: K, schemes: {schemes}, url: A_URL}}").wire.credentials.schemes) == 2


def test_the_dialect_of_this_project_makes_sense() -> None:
    path = ROOT / "specs/dialect.yml"
    assert load_dialect(path, Sources(path.parent)).wire.package == "whmcs"


# ---- Malformed


@pytest.mark.parametrize("name", sorted({*SCHEMA["required"]} - {"dialect", "product", "sdk", "package"}))
def test_what_may_not_be_left_out(name: str) -> None:
    assert refusals(**{name: ""}) == [f"dialect: 1: this object lacks `{name}`"]


def test_every_object_of_the_schema_says_what_else_it_allows() -> None:
    def objects(node: object) -> list[dict[str, object]]:
        inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        own = [node] if isinstance(node, dict) and node.get("type") == "object" else []
        return own + [found for value in inner for found in objects(value)]

    assert [found for found in objects(SCHEMA) if "additionalProperties" not in found] == []


@pytest.mark.parametrize(
    ("changes", "blamed"),
    [
        ({"pagging": "{}"}, "pagging"),
        ({"credentials": "{schema: K, schemes: [{fields: {}}], url: A_URL}"}, "fields"),
        ({"credentials": "{schema: K, schemes: [], url: A_URL}"}, "schemes"),
        ({"credentials": "{schema: K, schemes: [{fields: {a: lower}}], url: A_URL}"}, "lower"),
        ({"envelope": "{result: r, success: [], error: [e], message: [m]}"}, "success"),
        ({"effects": "[{reads: [a]}]"}, "reads"),
        ({"entities": "{decisions: {A.b: mine}}"}, "mine"),
        ({"errors": "[{class: Odd, match: a}]"}, "Odd"),
    ],
)
def test_what_the_schema_refuses(changes: dict[str, str], blamed: str) -> None:
    (refused,) = refusals(**changes)
    assert refused.startswith(blamed)


# ---- Without sense


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"head": '{dialect: 1, product: Shop, sdk: "Shop\\n", package: shop}'}, "sdk"),
        ({"head": '{dialect: 1, product: Shop, sdk: Shop, package: "shop\\n"}'}, "package"),
        ({"head": '{dialect: 1, product: Shop, sdk: Shop, package: shop, version: "1.2.3\\n"}'}, "version"),
        ({"endpoint": '{path: "api.php\\n", action: action}'}, "path"),
    ],
)
def test_names_of_classes_and_files_are_one_line(changes: dict[str, str], refused: str) -> None:
    (found,) = failing(lambda: dialect(**changes))
    assert found.message == f"`{refused}` holds a line end or another control character"


def test_the_path_stays_inside_of_the_installation() -> None:
    assert refusals(endpoint="{path: ../api.php, action: action}") == [
        "../api.php: the path leads out of the address of the installation"
    ]


def test_an_api_may_page_without_counters_and_without_a_usual_size() -> None:
    assert dialect(paging="{start: skip, size: take}").wire.paging == Paging("skip", "take", 25, None, None, None, ())


def test_a_size_of_pages_is_an_integer_however_it_is_written() -> None:
    read = dialect(paging="{start: skip, size: take, default_size: 25.0, total: t, first: f, returned: r}")
    assert read.wire.paging is not None
    assert repr(read.wire.paging.default_size) == "25"


@pytest.mark.parametrize(
    "changes",
    [
        {"endpoint": "{path: a, action: identifier}"},
        {"endpoint": "{path: a, action: action, fixed: {secret: x}}"},
        {"endpoint": "{path: a, action: action, fixed: {action: x}}"},
        {"endpoint": "{path: a, action: action, fixed: {accesskey: x}}"},
        {"endpoint": "{path: a, action: limitnum}"},
        {"paging": "{start: page, size: page, default_size: 1, total: t, first: f, returned: r}"},
    ],
)
def test_a_name_is_sent_for_one_purpose(changes: dict[str, str]) -> None:
    (found,) = failing(lambda: dialect(**changes))
    assert found.message.endswith("is sent for two purposes")
    assert len(found.also) == 1


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"credentials": "{schema: K, schemes: [{fields: {a: A_A}, md5: [b]}], url: A_URL}"},
         "b: `b` is no field of this scheme"),
        ({"credentials": "{schema: K, schemes: [{fields: {a: A_A}}, {fields: {a: A_A}}], url: A_URL}"},
         "{a: A_A: two schemes have the same fields, so nobody can choose between them"),
        ({"envelope": "{result: r, success: [ok], error: [no, ok], message: [m]}"},
         "ok: `ok` stands under `success` and under `error`"),
        ({"responses": '{date: [YYYY-MM-DD], datetime: [YYYY], "true": ["1"], "false": ["1"]}'},
         '"1": `1` stands under `true` and under `false`'),
        ({"requests": '{date: YYYY-MM-DD, datetime: YYYY-MM-DD hh:mm, "true": "1", "false": "1"}'},
         '"1": true and false are written alike'),
        ({"requests": '{date: YYYY-MM, datetime: YYYY-MM-DD hh:mm, "true": "1", "false": "0"}'},
         "YYYY-MM: the pattern `YYYY-MM` lacks DD"),
        ({"requests": '{date: YYYY-MM-DD, datetime: YYYY-MM-DD, "true": "1", "false": "0"}'},
         "YYYY-MM-DD: the pattern `YYYY-MM-DD` lacks hh, mm"),
        ({"responses": '{date: [DD.MM], datetime: [YYYY], "true": ["1"], "false": ["0"]}'},
         "DD.MM: the pattern `DD.MM` lacks YYYY"),
        ({"errors": "[{class: NotFound, match: '(?!a)b'}]"},
         "'(?!a)b': this pattern cannot be used: it has a look-ahead, which not every language knows"),
        ({"errors": "[{class: NotFound, match: '(?P<name>b)'}]"},
         "'(?P<name>b)': no exception has a place for the group `name`"),
    ],
)  # fmt: skip
def test_what_makes_no_sense(changes: dict[str, str], refused: str) -> None:
    assert refusals(**changes) == [refused]


def test_everything_that_makes_no_sense_is_told_at_once() -> None:
    found = failing(lambda: dialect(
        endpoint="{path: .., action: secret}",
        envelope="{result: r, success: [ok], error: [ok], message: [m]}",
        errors="[{class: NotFound, match: '('}, {class: NotFound, match: '(a+)+'}]",
    ))  # fmt: skip
    assert len(found) == 5


# ---- Patterns of dates


@pytest.mark.parametrize(
    "pattern", ["YYYY-MM-DD", "DD.MM.YYYY", "YYYYMMDD", "MM/DD/YYYY hh:mm:ss", "YYYY-MM-DDThh:mm:ssZ"]
)
def test_a_pattern_of_a_date(pattern: str) -> None:
    assert misfit(pattern, DATE) is None


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("", "lacks YYYY, MM, DD"),
        ("DD.MM.YY", "lacks YYYY"),
        ("YYYY-MM-DD-DD", "says a part twice"),
        ("YYYY-MMM-DD", "has letters without a meaning: M"),
        ("yyyy-MM-DD", "lacks YYYY"),
        ("DD. of MM YYYY", "has letters without a meaning: of"),
    ],
)
def test_no_pattern_of_a_date(pattern: str, why: str) -> None:
    assert misfit(pattern, DATE) == why


def test_what_is_not_quoted_is_to_be_quoted_as_it_is_written() -> None:
    (problem,) = failing(lambda: dialect(endpoint="{path: api.php, action: do, fixed: {json: true}}"))
    assert problem.hint == 'write it in quotes: "true"'
