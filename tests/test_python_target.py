"""The Python target: the same bytes everywhere, and a client of any spec and any dialect."""

from __future__ import annotations

import inspect
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import whmcs
import whmcs.groups
import whmcs.models
import yaml
from loading import failure
from python_client import DIALECT, PAGING, Client, drafts_of, everything, generated, operation, page_of, ref, spec

from generator.render import Renderer, TemplateError

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path(whmcs.__file__).parent


# The same everywhere


def test_hash_seed_and_folder_change_no_byte(tmp_path: Path) -> None:
    outputs = []
    for seed, folder in (("0", tmp_path / "a"), ("1", tmp_path / "b b" / "c")):
        shutil.copytree(ROOT / "specs", folder / "specs")
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "TZ": "Asia/Tokyo"}
        command = [sys.executable, "-m", "generator", "generate", "python", "--out", "out"]
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        files = [path for path in (folder / "out").rglob("*") if path.is_file()]
        outputs.append({path.relative_to(folder).as_posix(): path.read_bytes() for path in files})
    assert [*outputs[0]].sort() == [*outputs[1]].sort()
    assert [path for path, content in outputs[0].items() if outputs[1][path] != content] == []
    assert len(outputs[0]) > 50


def test_no_place_is_named_in_what_is_generated() -> None:
    for path in (ROOT / "generated/python").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts and "_cache" not in str(path):
            assert str(ROOT).encode() not in path.read_bytes(), path


# Other specs


def test_what_is_no_longer_described_is_no_longer_there(tmp_path: Path) -> None:
    """A whole tag of the published file, whichever comes last in it."""
    shutil.copytree(ROOT / "specs/schemas", tmp_path / "schemas")
    shutil.copy(ROOT / "specs/dialect.yml", tmp_path)
    published = yaml.safe_load((ROOT / "specs/whmcs-openapi.yml").read_text("utf-8"))
    command = [sys.executable, "-m", "generator", "generate", "python", "--spec", "openapi.json", "--out", "out"]

    def generate(document: dict[str, Any]) -> dict[str, str]:
        (tmp_path / "openapi.json").write_text(json.dumps(document))
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
        package = tmp_path / "out/python/whmcs"
        return {path.relative_to(package).as_posix(): path.read_text("utf-8") for path in package.rglob("*.py")}

    paths: dict[str, Any] = published["paths"]
    (tag,) = [*paths.values()][-1]["post"]["tags"]
    kept = {path: item for path, item in paths.items() if item["post"]["tags"] != [tag]}
    gone = [path.partition("=")[2] for path in paths.keys() - kept]
    before, after = generate(published), generate({**published, "paths": kept})

    group = f"groups/{tag.lower()}.py"
    assert group in before and group not in after
    assert before.keys() - after.keys() <= {group, f"models/{tag.lower()}.py", "models/shared.py"}
    assert after.keys() <= before.keys()
    for action in gone:
        assert action in before["registry.py"]
        told = re.compile(rf"\b{action}(?:Response)?\b")
        assert [path for path, source in after.items() if told.search(source) and "_runtime" not in path] == []


def test_another_dialect_makes_another_client(tmp_path: Path) -> None:
    with generated(tmp_path, everything(), sdk="Shop", product="Shop & Co") as client:
        thing = {
            "id": "7",
            "decimal": "1.50",
            "list": [],
            "wrapped": {"one": ["1", "2"]},
            "class": "a",
            "part": {"parts": [{"id": 1}]},
        }
        answers = [{"ok": "yes", "count": 1, "records": [thing]}, {"ok": "yes", **thing}, {"ok": "no", "why": "x"}]
        shop, requests = client.connected(*answers)
        (record,) = shop.things.iter_things(choice="one")
        assert (str(record.decimal), record.wrapped, record.class_, record.part.parts[0].id) == ("1.50", [1, 2], "a", 1)
        added = shop.things.add_thing(text="a", rows=[{"text": "b", "amount": 5}], integer=1, map={"k": "v"})
        assert added.list_ == []
        with pytest.raises(client.module("exceptions").ShopError, match="x"):
            shop.things.get_thing(id=1)
        bodies = [dict(httpx.QueryParams(request.content.decode())) for request in requests]
        assert bodies[0] == {"skip": "0", "take": "10", "choice": "one", "do": "GetThings", "apikey": "k", "as": "json"}
        assert bodies[1] == {
            "text": "a", "text1": "b", "amount1": "5", "integer": "1", "map[k]": "v",
            "do": "AddThing", "apikey": "k", "as": "json",
        }  # fmt: skip
        assert {str(request.url) for request in requests} == {"https://acme.example/rpc.php"}


@pytest.mark.parametrize(("success", "error"), [(True, False), (1, 0), ("true", "false")])
def test_a_result_may_be_true_or_a_number_where_the_dialect_has_its_word(
    success: object, error: object, tmp_path: Path
) -> None:
    words = {name: [str(word).lower()] for name, word in (("success", success), ("error", error))}
    envelope = {"result": "done", "message": ["why"], **words}
    answer = {"type": "object", "properties": {"done": {}, "id": {"type": "integer"}}}
    with generated(tmp_path, spec({"Add": operation(answer=answer)}), envelope=envelope) as client:
        acme, _ = client.connected({"done": success, "id": 7}, {"done": error, "why": "full"}, {"done": 2, "id": 7})
        assert acme.things.add().id == 7
        with pytest.raises(client.module("exceptions").ApiError, match="full"):
            acme.things.add()
        with pytest.raises(client.module("exceptions").ResponseError):
            acme.things.add()


def test_names_with_keys_are_parameters_of_the_fake_as_of_the_client(tmp_path: Path) -> None:
    text = {"type": "string"}
    numbers = {"type": "array", "items": {"type": "integer"}}
    params = {
        "filter[state]": text, "filter[ids][]": numbers, "filter[deep][er]": text, "ids[]": numbers,
        "row[0]": text, "sort": {"type": "object", "additionalProperties": text},
    }  # fmt: skip
    with generated(tmp_path, spec({"Find": operation(params=params)})) as client:
        fake_type = client.module("testing").FakeAcme
        with fake_type() as fake, client.module().Acme(fake.url, **fake.credentials) as acme:
            given = {"filter_state_": "open", "filter_ids_": [1, 2], "ids": [3], "row_0_": "x", "sort": {"by": "id"}}
            acme.things.find(**given)
            (call,) = fake.calls
            assert dict(call.params) == {
                "filter[state]": "open", "filter[ids]": [1, 2], "ids": [3], "row[0]": "x", "sort": {"by": "id"},
            }  # fmt: skip
            with pytest.raises(client.module("exceptions").AcmeError, match="unknown parameter filter"):
                acme.things.find(extra={"filter[other]": "1"}, **given)


def test_a_dialect_without_paging_has_no_iterators(tmp_path: Path) -> None:
    document = spec(
        {"GetThings": operation(params=PAGING, answer=page_of(ref("Thing")))},
        {"Thing": {"type": "object", "properties": {"id": {}}}},
    )
    with generated(tmp_path, document, paging=None) as client:
        sdk, _ = client.connected({"ok": "yes"})
        assert [name for name in dir(sdk.things) if not name.startswith("_")] == ["get_things"]


UNCOUNTED = {"start": "skip", "size": "take", "verbs": ["Get"]}
# Its answers have a field of no name, which is none of the counters that have none.
NAMELESS = {"type": "object", "properties": {"": {"type": "integer"}, "records": {"type": "array", "items": ref("Thing")}}}


def test_what_pages_without_counters_is_walked_to_an_empty_page(tmp_path: Path) -> None:
    document = spec(
        {"GetThings": operation(params=PAGING, answer=NAMELESS)},
        {"Thing": {"type": "object", "properties": {"id": {"type": "integer"}}}},
    )
    with generated(tmp_path, document, paging=UNCOUNTED) as client:
        answers = [{"ok": "yes", "": 1, "records": [{"id": each} for each in ids]} for ids in ((1, 2), (3,), ())]
        sdk, requests = client.connected(*answers)
        assert [thing.id for thing in sdk.things.iter_things()] == [1, 2, 3]
        asked = [dict(httpx.QueryParams(request.content.decode())) for request in requests]
        assert [(body["skip"], body["take"]) for body in asked] == [("0", "25"), ("2", "25"), ("3", "25")]
        page = client.connected(answers[0])[0].things.get_things(skip=4)
        assert (page.page_total, page.page_next_start) == (None, 6)
        with (
            client.module("testing").FakeAcme(population=60) as fake,
            client.module().Acme(fake.url, **fake.credentials) as whole,
        ):
            assert len({thing.id for thing in whole.things.iter_things()}) == 60
            assert len(whole.things.get_things().records) == 25


def test_credentials_of_any_name_can_be_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scheme = {"fields": {"class": "SHOP_CLASS", "api-key": "SHOP_KEY", "timeout": "SHOP_TIMEOUT"}}
    credentials = {**DIALECT["credentials"], "schemes": [scheme]}
    with generated(tmp_path, spec({"GetThings": operation()}), credentials=credentials) as client:
        module = client.module("client")
        parameters = [*inspect.signature(module.Acme).parameters]
        assert parameters[:4] == ["url", "class_", "api_key", "timeout_"]
        assert [*client.module("testing").Credentials.__annotations__] == ["class_", "api_key", "timeout_"]
        for name, value in {
            "ACME_URL": "https://x.example",
            "SHOP_CLASS": "c",
            "SHOP_KEY": "k",
            "SHOP_TIMEOUT": "t",
        }.items():
            monkeypatch.setenv(name, value)
        sent: list[bytes] = []
        transport = httpx.MockTransport(
            lambda request: sent.append(request.content) or httpx.Response(200, json={"ok": "yes"})
        )
        module.Acme.from_env(http_client=httpx.Client(transport=transport)).things.get_things()
        assert dict(httpx.QueryParams(sent[0].decode())) == {
            "do": "GetThings",
            "as": "json",
            "class": "c",
            "api-key": "k",
            "timeout": "t",
        }


def test_models_that_hold_each_other_are_read(tmp_path: Path) -> None:
    left = {"type": "object", "properties": {"right": ref("Right"), "lefts": {"type": "array", "items": ref("Left")}}}
    right = {"type": "object", "properties": {"left": ref("Left"), "id": {"type": "integer"}}}
    paths = {"GetLeft": operation(answer=ref("Left")), "GetRight": operation(answer=ref("Right"), tag="Other")}
    with generated(tmp_path, spec(paths, {"Left": left, "Right": right})) as client:
        sdk, _ = client.connected({"ok": "yes", "right": {"left": {"right": {"id": "3"}}}, "lefts": [{"lefts": ""}]})
        assert sdk.things.get_left().right.left.right.id == 3


def test_a_model_that_no_action_answers_is_there_as_well(tmp_path: Path) -> None:
    (tmp_path / "spec/schemas").mkdir(parents=True)
    nested = {"type": "object", "properties": {"id": {"type": "integer"}}}
    # It holds a model of its own, and one that an action answers, which holds one that two groups share.
    properties = {"own": {"type": "object", "properties": {"a": nested}}, "thing": ref("Thing")}
    properties["thing"]["$ref"] = f"../openapi.json{properties['thing']['$ref']}"
    lonely = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "Lonely", "type": "object"}
    lonely |= {"properties": properties}
    (tmp_path / "spec/schemas/lonely.json").write_text(json.dumps(lonely))
    thing = {"type": "object", "properties": {"id": {"type": "integer"}, "both": ref("Both")}}
    paths = {"GetThings": operation(answer=ref("Thing")), "GetBoth": operation(answer=ref("Both"), tag="Other")}
    with generated(tmp_path, spec(paths, {"Thing": thing, "Both": nested})) as client:
        read = client.module("models").Lonely.model_validate({"own": {"a": {"id": "4"}}, "thing": {"id": "5"}})
        assert (read.own.a.id, read.thing.id) == (4, 5)
        assert type(read.thing) is client.module("models").Thing


def test_a_chain_of_a_thousand_models_is_no_problem_for_the_target(tmp_path: Path) -> None:
    count = 300  # the loader and pydantic nest too, and less deeply
    schemas = {
        f"M{number}": {"type": "object", "properties": {"next": ref(f"M{number + 1}")}} for number in range(count)
    }
    schemas[f"M{count}"] = {"type": "object", "properties": {"id": {"type": "integer"}}}
    drafts = drafts_of(tmp_path, spec({"GetThings": operation(answer=ref("M0"))}, schemas), DIALECT)
    source = drafts["acme/models/things.py"].content.decode()
    order = [int(number) for number in re.findall(r"^class M(\d+)\(", source, re.MULTILINE)]
    assert order == [*range(count, -1, -1)]
    assert "next: M" in source


@pytest.mark.parametrize("length", [30, 60, 96, 130])
def test_names_of_any_length_are_printed_in_style(length: int, tmp_path: Path) -> None:
    """Around a line's length, so that everything is just short enough somewhere, and just too long elsewhere."""

    def long(name: str, more: int = 0) -> str:
        return (name + "word" * length)[: length + more]

    kinds: list[dict[str, Any]] = [
        {"type": "string", "enum": [long("a"), long("b")][: 1 + number % 2]} for number in range(3)
    ]
    either = {"oneOf": [{"type": "integer"}, {"type": "array", "items": ref(long("Record"))}, *kinds]}
    fields = {long("field", number): either if number % 3 else kinds[0] for number in range(-8, 8)}
    fields |= {long("list", number): {"type": "array", "items": ref(long("Record"))} for number in range(-4, 4)}
    schemas = {long("Record"): {"type": "object", "properties": fields}}
    params = {
        long("param", number): {**kinds[number % 3], "description": long("text", number)} for number in range(-8, 8)
    }
    params[long("rows")] = {"type": "array", "items": ref(long("Record"))}
    names = [*params]
    paths = {
        long("Get", number): operation(
            params={**dict([*params.items()][: number + 9]), **PAGING},
            answer=page_of(ref(long("Record"))), tag=long("Group")[:90],
            **{
                "x-errors": [long("error")] * (1 + number % 3),
                "x-requires": [{"any": names[: 1 + number % 4]}, {"all": names[:1], "unless": names[1:2]}] if number > 0 else [],
            },
        )
        for number in range(-8, 8)
    }  # fmt: skip
    with generated(tmp_path, spec(paths, schemas)) as client:
        for path in client.rendered():
            if path.startswith(("groups/", "models/")):
                client.module(path.removesuffix(".py").removesuffix("/__init__").replace("/", "."))


def test_a_spec_without_operations_makes_a_client_without_groups(tmp_path: Path) -> None:
    with generated(tmp_path, spec({})) as client:
        sdk, requests = client.connected({"ok": "yes", "a": 1})
        assert sdk.call("Anything") == {"ok": "yes", "a": 1}
        assert len(client.module("registry").OPERATIONS) == 0
        assert len(requests) == 1


def test_a_name_that_no_file_can_have_is_an_error(tmp_path: Path) -> None:
    (problem,) = failure(lambda: drafts_of(tmp_path, spec({"GetIt": operation(tag="a" * 300)}), DIALECT))
    assert problem.message.endswith("has too long a name for a file")


# Expected output. Update it with UPDATE_GOLDEN=1 in the environment (`make golden`), and read the difference.

GOLDEN = Path(__file__).parent / "cases/python"


@pytest.fixture(scope="module")
def every_shape(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with generated(tmp_path_factory.mktemp("shapes"), everything(), package="acme") as client:
        yield client


@pytest.mark.parametrize("path", ["groups/things.py", "models/things.py", "enums.py", "inputs.py", "registry.py"])
def test_it_reads_as_if_written_by_hand(path: str, every_shape: Client) -> None:
    golden = GOLDEN / f"{path.replace('/', '-')}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(every_shape.source(path), "utf-8", newline="")
    assert every_shape.source(path) == golden.read_text("utf-8")


# Templates


def test_a_broken_template_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.j2").write_text("one\ntwo {{ missing }}\n")
    (tmp_path / "b.j2").write_text("one\n{% for %}\n")
    (tmp_path / "c.j2").write_text("{% include 'nowhere.j2' %}")
    (tmp_path / "d.j2").write_bytes(b"one\ntwo\n\xff\n")
    (tmp_path / "e.j2").write_text("{% include 'd.j2' %}")
    renderer = Renderer(tmp_path)
    for template, message in (
        ("a.j2", "a.j2:2: 'missing' is undefined"),
        ("b.j2", "b.j2:2: "),
        ("c.j2", "c.j2:1: there is no template nowhere.j2"),
        ("d.j2", f"{tmp_path / 'd.j2'}:3: the file is not UTF-8"),
        ("e.j2", f"{tmp_path / 'd.j2'}:3: the file is not UTF-8"),
    ):
        with pytest.raises(TemplateError) as caught:
            renderer.render(template)
        assert message in str(caught.value)


def test_what_tools_leave_behind_is_not_copied(tmp_path: Path) -> None:
    for name in ("a.py", "b.j2", ".cache/x", "__pycache__/a.pyc", "sub/.a.py.swp", "sub/b.py~", "sub/c.py", ".hidden"):
        (tmp_path / "python" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "python" / name).write_text(name)
    assert [*Renderer(tmp_path).static_files("python")] == [("a.py", b"a.py"), ("sub/c.py", b"sub/c.py")]
