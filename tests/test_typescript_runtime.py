"""The runtime of the TypeScript client: its own tests under Node.js, and that it means what the Python one means.

Forms and serialized values are asked of both and judged by real PHP; what is read of answers is asked of both.
"""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from php_server import Php, running_php
from pydantic import create_model
from test_php import array_key, flat
from typescript_client import ROOT, mock, needs_tools
from whmcs._runtime import decode, form, json_text, php
from whmcs._runtime.misfit import Misfit
from whmcs._runtime.model import Model
from wire_support import KINDS, operation, param, untag, vectors

from generator.targets.typescript.checks import run

pytestmark = needs_tools

TESTS = ROOT / "tests/typescript"
SLOW = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
QUIRKS = "text-numbers,blank-lists,lone-objects,zero-dates,warnings,byte-order-mark"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the JavaScript of tests/typescript, in which the client stands where they expect it."""
    folder = tmp_path_factory.mktemp("typescript")
    sources = [*(ROOT / "generated/typescript/src").rglob("*.ts"), *TESTS.rglob("*.ts")]
    names = sorted(path.relative_to(ROOT).as_posix() for path in sources)
    ended = run(
        "esbuild", *names, "--outbase=.", f"--outdir={folder}", "--format=esm", "--log-level=error", folder=ROOT
    )
    assert ended.returncode == 0, ended.stderr
    (folder / "package.json").write_text('{"type": "module"}')
    return folder / "tests/typescript"


@pytest.fixture(scope="module")
def mocks() -> Iterator[None]:
    """Two fake servers, a good one and a quirky one, whose addresses are in the environment."""
    with mock() as good, mock("--quirks", QUIRKS) as quirky, pytest.MonkeyPatch.context() as patch:
        patch.setenv("MOCK_URL", good)
        patch.setenv("MOCK_QUIRKY_URL", quirky)
        yield


@pytest.mark.parametrize("file", sorted(path.stem for path in TESTS.glob("*.test.ts")))
def test_what_its_own_tests_say(built: Path, mocks: None, file: str) -> None:
    ended = run("node", "--expose-gc", "--test", "--test-timeout=120000", str(built / f"{file}.js"), folder=ROOT)
    assert ended.returncode == 0, ended.stdout + ended.stderr


class Runtime:
    """The runtime in TypeScript, answering questions; see answering.ts."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, about: str, **question: Any) -> Any:
        """What it answers, as JSON."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"ask": about, **question}) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@pytest.fixture(scope="module")
def runtime(built: Path) -> Iterator[Runtime]:
    node = ROOT / ".cache/node/bin/node"
    pipe = subprocess.PIPE
    command = [node, built / "answering.js"]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8") as process:
        yield Runtime(process)
        process.kill()


@pytest.fixture(scope="module")
def server() -> Iterator[Php]:
    with running_php() as running:
        yield running


@pytest.mark.parametrize("vector", [row for row in vectors("form.json") if "error" not in row.values[0]])
def test_php_reads_every_form_as_it_is_written(runtime: Runtime, server: Php, vector: dict[str, Any]) -> None:
    asked = {name: vector[name] for name in ("params", "values", "extra") if name in vector}
    body = runtime.ask("form", **asked)["body"]
    assert flat(server.form(body.encode("ascii"))) == [(name, text.encode()) for name, text in vector["form"]]


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6) | st.sampled_from(
    ["", "0", "1", "5.00", "-1", "a,b", "+7", ".5", "12,50", "a]", "a[b]", " ", "2026-01-31", "on"]
)
tagged = st.sampled_from(
    [{"$decimal": digits} for digits in ("1.50", "1E+3", "-0.00", "5.5", "1E-10", "Infinity", "1E+999999")]
    + [{"$float": digits} for digits in ("0.1", "5.0", "1e21", "1e-7", "-0.0", "nan", "123456789012345678", "1e17")]
    + [{"$bytes": "AP8="}, {"$date": "2026-01-31"}, {"$datetime": "2026-01-31 07:08:09+02:00"}]
)
keys = texts | st.integers(-3, 2**65)
nested: st.SearchStrategy[Any] = st.recursive(
    texts | st.integers(-(2**70), 2**70) | tagged | st.booleans() | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3)
        # As pairs: an object of JavaScript has its own order of keys.
        | st.lists(st.tuples(keys, inner).map(list), max_size=3).map(lambda pairs: {"$map": pairs})
    ),
    max_leaves=8,
)
kinds = st.sampled_from(["text", "integer", "decimal", "boolean", "date", "bytes", "object", "any"])
encodings = st.fixed_dictionaries(
    {"kind": st.sampled_from(["form", "comma", "php-serialize", "json-base64", "numbered"])},
    optional={"each": st.just(True)},
)
shapes = st.sampled_from(["value", "list", "map", "any"])
fields = st.lists(
    st.fixed_dictionaries(
        {"wire": st.sampled_from("ab01"), "kind": kinds, "shape": shapes}, optional={"required": st.just(True)}
    ),
    min_size=1,
    max_size=2,
    unique_by=lambda field: field["wire"],
)
declared = st.fixed_dictionaries(
    {"wire": st.just("p"), "kind": kinds, "shape": shapes}, optional={"encoding": encodings}
) | (st.fixed_dictionaries({"wire": st.just("p"), "kind": st.just("object"), "shape": shapes, "fields": fields}))


@given(declared, nested)
@SLOW
def test_forms_are_what_the_python_client_sends(runtime: Runtime, row: dict[str, Any], value: Any) -> None:
    found = runtime.ask("form", params=[row], values={"p": value})
    try:
        expected = form.encode(operation(param(row)), {"p": untag(value)})
    except (TypeError, ValueError):
        assert "error" in found
        return
    assert [tuple(pair) for pair in found["form"]] == expected


segments = st.lists(st.sampled_from(["a", "password", "CVV", "pin", "PIN", "digits", "note"]), min_size=1, max_size=3)


@given(segments, segments, st.sampled_from(["values", "extra"]))
@SLOW
def test_what_is_sensitive_is_so_in_the_python_client(
    runtime: Runtime, flat: list[str], deep: list[str], given_as: str
) -> None:
    rows = [
        {"wire": "pin", "kind": "any", "shape": "any", "sensitive": True},
        {"wire": "card", "kind": "object", "fields": [{"wire": "digits", "kind": "text", "sensitive": True}]},
    ]
    name = flat[0] + "".join(f"[{segment}]" for segment in flat[1:])
    value: Any = {"$surrogate": "canary\\udcff"}
    for key in reversed(deep[1:]):
        value = {key: value}
    asked: dict[str, Any] = {"values": {}, "extra": {}, given_as: {name: value}}
    error = runtime.ask("form", params=rows, **asked)["error"]
    with pytest.raises(ValueError, match="surrogate") as caught:
        form.encode(operation(*map(param, rows)), untag(asked["values"]), untag(asked["extra"]))
    shown = {"password", "cvv", "pin", "digits"}.isdisjoint(each.lower() for each in (*flat, *deep[1:]))
    assert ("canary" in error, "canary" in str(caught.value)) == (shown, shown)


@given(nested)
@SLOW
def test_serialized_values_are_what_the_python_client_sends(runtime: Runtime, server: Php, value: Any) -> None:
    found = runtime.ask("serialize", value=value)
    try:
        expected = php.serialize(untag(value))
    except Misfit:
        assert "error" in found
        return
    content = base64.b64decode(found["base64"])
    assert content == expected
    assert server.unserialize(content)[1]


@given(st.dictionaries(texts.filter(php.readable_key), texts, max_size=4))
@SLOW
def test_php_reads_any_text_under_any_key(runtime: Runtime, server: Php, entries: dict[str, str]) -> None:
    pairs = {"$map": [list(pair) for pair in entries.items()]}
    body = runtime.ask("form", params=[{"wire": "p", "kind": "text", "shape": "map"}], values={"p": pairs})["body"]
    expected = {"p": {array_key(key): text.encode() for key, text in entries.items()}} if entries else {}
    assert server.form(body.encode("ascii")) == expected


sent_texts = st.text(
    st.characters(max_codepoint=0x2FF, exclude_categories=["Cs", "Cc", "Nd", "Zs"]), max_size=4
) | st.sampled_from(
    [
        "",
        " ",
        "0",
        "5",
        "5.00",
        "-1",
        "2026-01-31",
        "2026-01-31 07:08:09",
        "2026-01-31T07:08:09",
        "0000-00-00",
        "2026-02-30",
        "31/01/2026",
        "20260131",
        "$5",
        ".5",
        "+5",
        "007.5",
        "on",
        "No",
        "true",
        "1,5",
        "-0.00",
        "5.",
    ]
)
sent: st.SearchStrategy[str] = st.recursive(
    sent_texts.map(json.dumps)
    | st.sampled_from(["0", "1", "5", "-5", "5.0", "5.5", "-0", "0.0", "15.950", "null", "true", "false"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{','.join(items)}]")
        | st.dictionaries(
            st.sampled_from(["0", "1", "2", "id", "name", "item", "__proto__", "constructor", "toJSON"]),
            inner,
            max_size=3,
        ).map(lambda items: "{" + ",".join(f'"{key}":{item}' for key, item in items.items()) + "}")
    ),
    max_leaves=8,
)
names = st.sampled_from(sorted(KINDS))
types = (
    names
    | st.fixed_dictionaries({"list": names}, optional={"wrapper": st.just("item")})
    | st.fixed_dictionaries({"map": names})
)


@given(types, sent)
@SLOW
def test_answers_are_what_the_python_client_reads(runtime: Runtime, kind: Any, text: str) -> None:
    body = f'{{"result":"success","field":{text}}}'.encode()
    answer: Any = decode.read(operation(response=_model(kind)), body)
    found = runtime.ask("decode", kind=kind, json=text)
    assert found["unparsed"] == sorted(answer.unparsed)
    assert found["value"] == json.loads(json.dumps(_shown(answer.field), default=str))


def _model(kind: Any) -> type[Model]:
    """An answer with a field of that kind."""
    if isinstance(kind, str):
        annotation = KINDS[kind]
        is_open = kind.partition("-of-")[0] not in ("list", "map")
        field: Any = (annotation | None, None) if is_open else (annotation, annotation())
    else:
        inner = KINDS[kind.get("list") or kind["map"]]
        field = (list[inner], []) if "list" in kind else (dict[str, inner], {})  # type: ignore[valid-type]
    model: type[Model] = create_model("Answer", __base__=Model, field=field)
    model.wire_wrappers = {"field": kind["wrapper"]} if "wrapper" in kind else {}
    return model


def _shown(value: Any) -> Any:
    """The value as the other runtime has it: fields that nobody documents beside the others."""
    if isinstance(value, Model):
        return {**_shown(vars(value)), **_shown(value.model_extra or {})}
    if isinstance(value, dict):
        return {key: _shown(item) for key, item in value.items()}
    return [_shown(item) for item in value] if isinstance(value, list) else value


noise = st.sampled_from(
    [
        "",
        " ",
        "\n",
        "<br />\n",
        "Notice: a[0] {x}\n",
        "\ufeff",
        "{",
        "[",
        '{"a":1}',
        "{}",
        "[]",
        '{"result":"success"}',
        '"',
        "\\",
    ]
)


@given(noise, sent, noise, st.integers(0, 60))
@SLOW
def test_bodies_are_what_the_python_client_finds(
    runtime: Runtime, before: str, text: str, after: str, cut: int
) -> None:
    body = f"{before}{text}{after}".encode()
    body = body[: len(body) - cut] if 0 < cut < 20 else body
    found = decode.find_json(body)
    expected = None if found is None else json_text.dumps(found.data)
    assert runtime.ask("body", base64=base64.b64encode(body).decode())["json"] == expected


# What documents, pages and messages are made of.
shreds = st.sampled_from([
    "{", "}", "[", "]", '"', "'", ",", ":", "\\", ";", "(", ")", "=>", " ", "\t", "\n", "\r\n", "\x00", "\xa0", "\x1c", "\ufeff",
    "<!--", "-->", "<script>", "</script>", "<!DOCTYPE html>", "<html>", "</html>", "<br />", "<b>", "</b>", "<pre>", "</pre>",
    "text", "NaN", "1", '"a"', '{"a":', '["a"', '[{"a":1}', "[]", "{}", '{"id":1}', '["enom"]', '[{"result":"error"}]',
    '{"result":"success"}', '{"result":"error","message":"no"}', '{"status":"success"}', '{"status":"error"}',
    '{"result":"error","message":"a "b" c","x":', '{"error":"x"}', '{"result":false}', "Notice: Array [] in x\n",
])  # fmt: skip


@given(st.lists(shreds, max_size=12).map("".join))
@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_is_found_among_shreds(runtime: Runtime, text: str) -> None:
    found = decode.find_json(text.encode())
    expected = {"json": None if found is None else json_text.dumps(found.data), "noise": found and found.noise}
    assert runtime.ask("body", base64=base64.b64encode(text.encode()).decode()) == expected


# Characters of UTF-8, some of them cut off, overlong or beyond the last one, and single bytes.
pieces = st.sampled_from([
    "ü".encode(), "表".encode(), "😀".encode(), "\ufeff".encode(), b"\xc3", b"\xe2\x82", b"\xf0\x9f\x98", b"\xed\xa0\x80",
    b"\xe0\x80\x80", b"\xf4\x90\x80\x80", b"\x80", b"\x81", b"\xff", b"a",
])  # fmt: skip


@given(st.lists(st.one_of(pieces, st.integers(0x80, 0xFF).map(lambda byte: bytes([byte]))), max_size=12))
@SLOW
def test_bodies_that_are_not_utf_8_have_the_same_text(runtime: Runtime, parts: list[bytes]) -> None:
    body = b'{"result":"success","text":"' + b"".join(parts) + b'\xff"}'
    found = decode.find_json(body)
    assert found is not None
    assert runtime.ask("body", base64=base64.b64encode(body).decode())["json"] == json_text.dumps(found.data)
