"""The TypeScript target: the same bytes everywhere, a package of any spec and any dialect, which is the one that is committed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from python_client import PAGING, everything, operation, page_of, ref, spec
from real_specs import api, reading
from typescript_client import GENERATED, ROOT, evaluated, needs_tools, package, transpiled, written

from generator.output import MANIFEST
from generator.render import TEMPLATES, Renderer
from generator.targets.base import Job
from generator.targets.typescript import TypeScriptTarget
from generator.targets.typescript.checks import TypeScriptChecks, run
from generator.targets.typescript.text import LINE_LENGTH


def test_hash_seed_and_folder_change_no_byte(tmp_path: Path) -> None:
    outputs = []
    for seed, folder in (("0", tmp_path / "a"), ("1", tmp_path / "b b" / "c")):
        shutil.copytree(ROOT / "specs", folder / "specs")
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "TZ": "Asia/Tokyo"}
        command = [sys.executable, "-m", "generator", "generate", "typescript", "--out", "out"]
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        files = [path for path in (folder / "out").rglob("*") if path.is_file()]
        outputs.append({path.relative_to(folder).as_posix(): path.read_bytes() for path in files})
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) > 50


def test_what_is_committed_is_what_is_generated() -> None:
    job = Job(api(), Renderer(TEMPLATES), str, reading().changelog)
    files = {file.path: file.content for file in TypeScriptTarget().files(job)}
    contents = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    assert {path: (GENERATED / path).read_bytes() for path in files} == contents
    recorded = json.loads((ROOT / "generated" / MANIFEST).read_text())["targets"]["typescript"]["files"]
    assert {path.removeprefix("typescript/") for path in recorded} == files.keys()


def test_lines_are_no_longer_than_they_may_be() -> None:
    # What cannot be broken: a string, alone or behind the name of a property; an import's module; a path in a table.
    lone = re.compile(r"\s*(?:\w+: |\[)?\[?\"[^\"]*\"(?:, \"[^\"]*\")?\]?,?|\s*\*.*https?://\S+")
    long = [
        f"{path.name}: {line}"
        for path in (GENERATED / "src").rglob("*.ts")
        for line in path.read_text("utf-8").split("\n")
        if len(line) > LINE_LENGTH and not lone.fullmatch(line)
    ]
    assert long == []


def test_every_action_is_a_method_and_a_row_of_the_readme() -> None:
    readme = (GENERATED / "README.md").read_text("utf-8")
    for group in api().groups:
        module = next(path for path in (GENERATED / "src/groups").iterdir() if path.stem == group.name.lower())
        source = module.read_text("utf-8")
        for each in group.operations:
            assert f'  action: "{each.action}",\n' in source
            assert re.search(rf"^\| {group.name} \| {each.action} \| `{group.name.lower()}\.\w+`", readme, re.MULTILINE)
            assert not each.docs or f"@see {{@link {each.docs}}}" in source


def test_deprecations_and_versions_are_documented() -> None:
    params = [param for group in api().groups for each in group.operations for param in each.params]
    source = "".join(path.read_text("utf-8") for path in (GENERATED / "src/groups").iterdir())
    assert source.count("@deprecated") >= sum(param.deprecated is not None for param in params) > 0
    since = {param.since for param in params if param.since}
    assert since
    assert [version for version in since if f"Since {version}." not in source] == []


def test_the_only_senders_of_a_field_are_documented() -> None:
    for path in ("typescript/src/models/support.ts", "python/whmcs/models/support.py"):
        source = (GENERATED.parent / path).read_text("utf-8")
        assert "ID of the note. Only from GetTicketNotes." in source


@needs_tools
def test_another_dialect_makes_another_client(tmp_path: Path) -> None:
    out = package(tmp_path, everything(), sdk="Shop", product="Shop & Co")
    transpiled(out)
    found = evaluated(
        """
        import { Shop, ShopError, pageTotal } from "./dist/index.js";
        const thing = { id: "7", decimal: "1.50", list: [], wrapped: { one: ["1", "2"] }, class: "a", part: { parts: [{ id: 1 }] } };
        const answers = [{ ok: "yes", count: 1, records: [thing] }, { ok: "yes", ...thing }, { ok: "no", why: "x" }];
        const sent = [];
        const fetch = async (url, { body }) => {
          sent.push([String(url), Object.fromEntries(new URLSearchParams(String(body)))]);
          return new Response(JSON.stringify(answers[sent.length - 1]), { headers: { "content-type": "application/json" } });
        };
        const shop = new Shop({ url: "https://acme.example", apikey: "k", fetch });
        const records = [];
        for await (const record of shop.things.iterThings({ choice: "one" })) records.push(record);
        const added = await shop.things.addThing({ text: "a", rows: [{ text: "b", amount: 5 }], integer: 1, map: { k: "v" } });
        const error = await shop.things.getThing({ id: 1 }).catch((each) => [each instanceof ShopError, each.name, each.reason]);
        console.log(JSON.stringify({ sent, records, list: added.list, error }));
        """,
        out,
    )
    (record,) = found["records"]
    assert (record["decimal"], record["wrapped"], record["class"], record["part"]["parts"]) == ("1.50", [1, 2], "a", [{"id": 1, "parts": []}])
    assert (found["list"], found["error"]) == ([], [True, "ApiError", "x"])
    assert {url for url, _ in found["sent"]} == {"https://acme.example/rpc.php"}
    bodies = [body for _, body in found["sent"]]
    assert bodies[0] == {"skip": "0", "take": "10", "choice": "one", "do": "GetThings", "apikey": "k", "as": "json"}
    assert bodies[1] == {
        "text": "a", "text1": "b", "amount1": "5", "integer": "1", "map[k]": "v", "do": "AddThing", "apikey": "k", "as": "json",
    }  # fmt: skip



@needs_tools
def test_dates_are_written_as_the_dialect_has_them_however_deep_they_are(tmp_path: Path) -> None:
    day, time = {"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}
    params = {
        "lists": {"type": "array", "items": {"type": "array", "items": day}},
        "maps": {"type": "object", "additionalProperties": {"type": "array", "items": time}},
        "either": {"oneOf": [day, {"type": "integer"}]},
        "part": {"type": "object", "properties": {"lists": {"type": "array", "items": {"type": "array", "items": day}}}},
        "open": {"type": "array", "items": {"type": "array", "items": {"type": "string"}}},
    }
    forms = {"date": "DD/MM/YYYY", "datetime": "DD/MM/YYYY hh:mm", "true": "1", "false": "0"}
    out = package(tmp_path, spec({"DoIt": operation(params=params)}), requests=forms)
    transpiled(out)
    found = evaluated(
        """
        import { Acme } from "./dist/index.js";
        let sent;
        const fetch = async (_, { body }) => {
          sent = Object.fromEntries(new URLSearchParams(String(body)));
          return new Response('{"ok": "yes"}', { headers: { "content-type": "application/json" } });
        };
        const day = "2026-01-31";
        const acme = new Acme({ url: "https://acme.example", apikey: "k", fetch });
        await acme.things.doIt({
          lists: [[day, "never"]], maps: { a: ["2026-01-31 07:08:09"] }, either: day, part: { lists: [[day]] }, open: [[day]],
        });
        console.log(JSON.stringify(sent));
        """,
        out,
    )
    assert {name: value for name, value in found.items() if "[" in name or name == "either"} == {
        "lists[0][0]": "31/01/2026", "lists[0][1]": "never", "maps[a][0]": "31/01/2026 07:08", "either": "31/01/2026",
        "part[lists][0][0]": "31/01/2026", "open[0][0]": "2026-01-31",
    }  # fmt: skip

@needs_tools
@pytest.mark.parametrize("dialect", ["dialect.yml", "dialect-without-paging.yml"])
def test_acmes_dialect_compiles_under_acmes_names(dialect: str, tmp_path: Path) -> None:
    acme = ROOT / "tests/cases/acme"
    out = written(tmp_path, acme / "openapi.yml", acme / dialect)
    assert TypeScriptChecks().compile(out) == ""
    text = "".join(path.read_text("utf-8") for path in out.rglob("*") if path.is_file() and "runtime" not in path.parts)
    assert re.findall(r"(?i)whmcs(?!-codegen)", text) == []
    assert ("iterBills" in text) is (dialect == "dialect.yml")


@needs_tools
def test_what_was_published_makes_a_client_by_itself(tmp_path: Path) -> None:
    specs = tmp_path / "specs"
    shutil.copytree(ROOT / "specs", specs, ignore=shutil.ignore_patterns("overlays"))
    out = written(tmp_path / "out", specs / "whmcs-openapi.yml", specs / "dialect.yml")
    assert TypeScriptChecks().compile(out) == ""
    published = (specs / "whmcs-openapi.yml").read_text("utf-8").count("\n  /?action=")
    listed = re.findall(r"^\| \w+ \| \w+ \| `", (out / "README.md").read_text("utf-8"), re.MULTILINE)
    assert len(listed) == published > 0


def test_what_pages_is_walked_only_where_the_dialect_pages(tmp_path: Path) -> None:
    document = spec({"GetThings": operation(params=PAGING, answer=page_of(ref("Thing")))}, {"Thing": {"type": "object", "properties": {"id": {}}}})
    paged, plain = package(tmp_path / "1", document), package(tmp_path / "2", document, paging=None)
    assert "iterThings(" in (paged / "src/groups/things.ts").read_text()
    for name in ("groups/things.ts", "client.ts", "index.ts", "registry.ts"):
        assert not re.search(r"\biter|pageTotal|options: PageOptions", (plain / "src" / name).read_text()), name


@needs_tools
def test_what_pages_without_counters_is_walked_to_an_empty_page(tmp_path: Path) -> None:
    answer = {"type": "object", "properties": {"": {"type": "integer"}, "records": {"type": "array", "items": ref("Thing")}}}
    document = spec(
        {"GetThings": operation(params=PAGING, answer=answer)},
        {"Thing": {"type": "object", "properties": {"id": {"type": "integer"}}}},
    )
    out = package(tmp_path, document, paging={"start": "skip", "size": "take", "verbs": ["Get"]})
    texts = [path.read_text() for path in (out / "src/groups").glob("*.ts")]
    assert "pageTotal" not in "".join(texts)
    assert "`pageNextStart(page)` leads on" in "".join(texts)
    assert TypeScriptChecks().compile(out) == ""
    transpiled(out)
    found = evaluated(
        """
        import { Acme, pageNextStart, pageTotal } from "./dist/index.js";
        const sent = [];
        const fetch = async (_, { body }) => {
          const { skip, take } = Object.fromEntries(new URLSearchParams(String(body)));
          sent.push([skip, take]);
          const ids = [1, 2, 3].slice(Number(skip)).slice(0, 2);
          const answer = { ok: "yes", "": 1, records: ids.map((id) => ({ id })) };
          return new Response(JSON.stringify(answer), { headers: { "content-type": "application/json" } });
        };
        const acme = new Acme({ url: "https://acme.example", apikey: "k", fetch });
        const ids = [];
        for await (const { id } of acme.things.iterThings()) ids.push(id);
        const page = await acme.things.getThings({ skip: 1 });
        console.log(JSON.stringify({ ids, sent, page: [pageTotal(page), pageNextStart(page)] }));
        """,
        out,
    )
    assert found["ids"] == [1, 2, 3]
    assert found["sent"][:-1] == [["0", "25"], ["2", "25"], ["3", "25"]]
    assert found["page"] == [None, 3]


def test_the_tools_are_those_that_the_package_asks_for() -> None:
    asked = json.loads((GENERATED / "package.json").read_text())["devDependencies"]
    ours = json.loads((ROOT / "requirements/node/package.json").read_text())["devDependencies"]
    assert {name: version.lstrip("^~") for name, version in asked.items()}.items() <= ours.items()


@needs_tools
def test_the_package_finds_its_own_mistakes(tmp_path: Path) -> None:
    out = package(tmp_path, everything())
    path = out / "src/groups/things.ts"
    path.write_text(path.read_text().replace("call(GET_THING, params", "call(GET_THINGS, params"))
    assert "is not assignable to type 'Promise<Thing>'" in run("tsc", "--noEmit", folder=out).stdout
