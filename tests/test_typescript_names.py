"""TypeScript's names: whatever the wire calls things, they can be used; where two would be one, both places are told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from loading import failure
from python_client import PAGING, everything, operation, page_of, ref, spec
from test_python_names import LIST, TEXT
from typescript_client import GENERATED, ROOT, evaluated, needs_tools, package, transpiled

from generator.naming import Words
from generator.origin import Problem
from generator.targets.typescript.client import OPTIONS
from generator.targets.typescript.names import CLIENT_MEMBERS, ERRORS, GLOBALS, RUNTIME

# Names that mean something to JavaScript, to TypeScript, to `await` and JSON, or to what they land beside.
AWKWARD = [
    "__proto__", "__defineGetter__", "constructor", "prototype", "hasOwnProperty", "toString", "valueOf", "toJSON", "then",
    "catch", "_private", "#private", "$dollar", "../../x", "a.b", "a-b", "2fa", "12", "-1", "1e3", "ключ", "日本", "class", "default",
    "delete", "new", "function", "await", "async", "yield", "let", "static", "get", "set", "public", "type", "interface", "enum",
    "any", "unknown", "never", "string", "number", "undefined", "null", "true", "this", "super", "arguments", "eval", "params",
    "options", "session", "call", "close", "iterate", "fromEnv", "length", "name", "Array", "Object", "Promise", "Record", "Map",
    "Date", "Error", "Symbol", "JSON", "Omit", "Partial", "Uint8Array", "NaN", "Session", "Operation", "Paged", "Decimal",
    "LocalDate", "ModelSpec", "CallOptions", "REGISTRY", "Warning", "ApiError", "AcmeError", "Acme", "AcmeOptions",
    "Thing", "Things", "ThingSpec", "Float", "GetThings", "GetThingsParams", "GET_THINGS", "con", "nul", "com1", "index", "shared", "enums",
    "inputs", "models", "x", "x_", "id",
]  # fmt: skip
# Those that are still different as methods, which keep only the capitals within.
CAMEL = [*{Words().camel(name).rstrip("_"): name for name in AWKWARD if Words().camel(name)}.values()]
BARE: dict[str, Any] = {"type": "object", "properties": {"id": TEXT}}

# A session that notes what it is handed.
NOTING = """
const noted = [];
const session = {
  call: (operation, params) => { noted.push([operation.action, params]); return Promise.resolve(null); },
  iterate: (operation, params) => { noted.push([operation.action, params]); },
};
const own = (group) => Object.getOwnPropertyNames(Object.getPrototypeOf(group)).filter((name) => name !== "constructor");
"""


@needs_tools
def test_fields_parameters_and_keys_keep_their_names(tmp_path: Path) -> None:
    integers = {name: {"type": "integer"} for name in AWKWARD}
    record = {"type": "object", "properties": {**integers, "rows": {"type": "array", "items": ref("Row")}}}
    params = {**integers, "row": ref("Row")}
    document = spec(
        {"GetThings": operation(params=params, answer=ref("Thing"))},
        {"Thing": record, "Row": {"type": "object", "properties": integers, "required": AWKWARD[:3]}},
    )
    out = package(tmp_path, document)
    transpiled(out)
    found = evaluated(
        """
        import { GET_THINGS } from "./dist/groups/things.js";
        import { ThingSpec } from "./dist/models/things.js";
        const names = (fields) => fields.map(({ wire }) => wire);
        const row = GET_THINGS.params.find(({ wire }) => wire === "row");
        console.log(JSON.stringify([names(GET_THINGS.params), names(row.fields), ThingSpec.fields.map(([wire]) => wire)]));
        """,
        out,
    )
    assert found == [[*AWKWARD, "row"], AWKWARD, [*AWKWARD, "rows"]]
    sources = "".join((out / "src" / path).read_text("utf-8") for path in ("groups/things.ts", "inputs.ts", "models/things.ts"))
    for name in ('["__proto__"]', "constructor", '"ключ"', '"2fa"', "class"):
        assert len(re.findall(rf"^  {re.escape(name)}\??: ", sources, re.MULTILINE)) == 4, name


@needs_tools
def test_actions_of_one_group_may_have_any_name(tmp_path: Path) -> None:
    out = package(tmp_path, spec({quote(name): operation() for name in CAMEL}))
    transpiled(out)
    found = evaluated(
        f"""
        import {{ Things_ as Things }} from "./dist/groups/things.js";{NOTING}
        const group = new Things(session);
        for (const name of own(group)) group[name]({{}});
        const held = await group;
        console.log(JSON.stringify([noted.map(([action]) => action), held === group, JSON.stringify(group), String(group)]));
        """.replace("Things_ as Things", class_in(out, "things") + " as Things"),
        out,
    )
    assert sorted(found[0]) == sorted(CAMEL)
    assert found[1:] == [True, "{}", "[object Object]"]


@needs_tools
def test_groups_and_models_may_have_any_name(tmp_path: Path) -> None:
    names = [*{Words().snake(name): name for name in CAMEL}.values()]
    paths = {f"Get{number}": operation(tag=name, answer=ref(f"Model{number}")) for number, name in enumerate(names)}
    models = {f"Model{number}": BARE for number in range(len(names))}
    typed = ["Array", "Promise", "Record", "Session", "Decimal", "ApiError", "Acme", "AcmeOptions", "CallOptions", "GetTypedParams"]
    for name in typed:
        paths[f"GetTyped{name}"] = operation(tag="Typed", answer=ref(name))
        models[name] = BARE
    out = package(tmp_path, spec(paths, models))
    transpiled(out)
    found = evaluated(
        """
        import { Acme } from "./dist/index.js";
        const acme = new Acme({ url: "https://acme.example", apikey: "k", fetch: async () => new Response('{"ok":"yes"}') });
        const members = Object.getOwnPropertyNames(Acme.prototype).filter((name) => !["constructor", "call", "close"].includes(name));
        const called = [];
        for (const member of members) {
          const group = await acme[member];
          const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(group)).filter((name) => name !== "constructor");
          for (const method of methods) called.push(typeof (await group[method]()));
        }
        console.log(JSON.stringify([members.length, called.length, [...new Set(called)], JSON.stringify(acme)]));
        """,
        out,
    )
    assert found == [len(names) + 1, len(paths), ["object"], "{}"]


def test_a_schema_called_like_an_input_may_be_sent_and_answered(tmp_path: Path) -> None:
    row = {"type": "object", "properties": {"id": {"type": "integer"}}}
    document = spec({"GetThings": operation(params={"row": ref("RowInput")}, answer=ref("RowInput"))}, {"RowInput": row})
    out = package(tmp_path, document)
    assert "interface RowInputInput " in (out / "src/inputs.ts").read_text("utf-8")
    transpiled(out)


def class_in(out: Path, module: str) -> str:
    """The class of a group's module."""
    (name,) = re.findall(r"^export class (\w+) ", (out / f"src/groups/{module}.ts").read_text("utf-8"), re.MULTILINE)
    return name


# Collisions.

COLLISIONS = {
    "actions": (
        spec({"GetIt": operation(), "Get_It": operation()}),
        "`Get_It` and `GetIt` would both be called `getIt` in TypeScript",
        ["/paths/~1?do=Get_It", "/paths/~1?do=GetIt"],
    ),
    "an iterator": (
        spec(
            {"GetThings": operation(params=PAGING, answer=page_of(ref("It"))), "IterThings": operation()}, {"It": BARE}
        ),
        "`IterThings` and the iterator of `GetThings` would both be called `iterThings` in TypeScript",
        ["IterThings", "GetThings"],
    ),
    "groups": (
        spec({"GetIt": operation(tag="Bill ing"), "GetThat": operation(tag="bill_ing")}),
        "group `bill_ing` and group `Bill ing` would both be called `bill-ing` in TypeScript",
        ["GetThat", "GetIt"],
    ),
    "models": (
        spec({"GetIt": operation(answer=ref("It")), "GetThat": operation(answer=ref("it"))}, {"It": BARE, "it": BARE}),
        "`it` and `It` would both be called `It` in TypeScript",
        ["/components/schemas/it", "/components/schemas/It"],
    ),
}


@pytest.mark.parametrize("name", COLLISIONS)
def test_a_collision_is_an_error_with_both_places(name: str, tmp_path: Path) -> None:
    document, message, places = COLLISIONS[name]
    (problem,) = collisions(tmp_path, document)
    assert problem.message == message
    assert problem.origin.pointer.endswith(places[0])
    assert [origin.pointer.endswith(places[1]) for _, origin in problem.also] == [True]


def test_all_collisions_are_reported_at_once(tmp_path: Path) -> None:
    paths = {"GetIt": operation(), "getIt": operation(), "get_it": operation(), "GetThat": operation(tag="things")}
    assert len(collisions(tmp_path, spec(paths))) == 3


def test_fields_that_differ_in_their_case_only_are_two(tmp_path: Path) -> None:
    it = {"type": "object", "properties": {"a-b": LIST, "a_b": LIST, "A_B": LIST, "aB": LIST}}
    document = spec({"GetIt": operation(answer=ref("It"), params={"x-y": TEXT, "x_y": TEXT, "xY": TEXT})}, {"It": it})
    source = (package(tmp_path, document) / "src/models/things.ts").read_text("utf-8")
    assert re.findall(r"^  (\S+): number\[\];", source, re.MULTILINE) == ['"a-b"', "a_b", "A_B", "aB"]


def test_what_is_named_by_us_gives_way(tmp_path: Path) -> None:
    models = {"Thing": BARE, "ThingSpec": BARE, "GetThingParams": BARE}
    paths = {"GetThing": operation(answer=ref("Thing")), "GetSpec": operation(answer=ref("ThingSpec"), tag="Thing")}
    paths |= {"GetParams": operation(answer=ref("GetThingParams")), "get_thing": operation(tag="Other")}
    out = package(tmp_path, spec(paths, models))
    sources = "".join(path.read_text("utf-8") for path in sorted((out / "src").glob("[gm]*/*.ts")))
    exported = re.findall(r"^export (?:const|type|interface|class) (\w+)", sources, re.MULTILINE)
    assert len(exported) == len(set(exported))
    assert {"ThingSpec", "ThingSpec_", "GetThingParams", "GetThingParams_", "GetThingParams__", "Thing", "Thing_"} <= set(exported)


def collisions(folder: Path, document: dict[str, Any]) -> list[Problem]:
    return failure(lambda: package(folder, document))


@pytest.mark.parametrize("sdk", ["Session", "Promise", "Retry", "Api", "Call", "Transport", "Decimal"])
def test_the_client_is_called_like_nothing_else(tmp_path: Path, sdk: str) -> None:
    (problem,) = failure(lambda: package(tmp_path, spec({"GetThings": operation()}), sdk=sdk))
    assert problem.message.startswith(f"the client cannot be called `{sdk}`: `{sdk}")
    assert problem.message.endswith(" is something else in TypeScript")
    assert problem.origin.pointer == "/sdk"


# What the generator knows of the runtime.

TEMPLATES = ROOT / "templates/typescript/package/src"


def test_the_errors_are_those_of_the_package() -> None:
    found = re.findall(r"^export (?:class|interface) (\w+)", (TEMPLATES / "errors.ts.j2").read_text(), re.MULTILINE)
    assert {*found} == ERRORS | {"Details"}


def test_the_options_are_those_of_the_runtime() -> None:
    source = (TEMPLATES / "runtime/options.ts").read_text()
    body = source[source.index("export interface Options {") :]
    found = re.findall(r"^  readonly (\w+)\?: ", body[: body.index("\n}")], re.MULTILINE)
    assert {*found, "url"} == OPTIONS


def test_what_is_imported_and_exported_is_reserved(tmp_path: Path) -> None:
    out = package(tmp_path, everything())
    found: set[str] = set()
    for path in [*(out / "src").glob("groups/*.ts"), *(out / "src").glob("models/*.ts"), *(out / "src").glob("*.ts")]:
        if path.stem not in ("client", "errors"):
            for names in re.findall(r"^(?:im|ex)port (?:type )?\{([^}]*)\} from \"\.+/(?:runtime|registry)", path.read_text(), re.M):
                found |= {name.strip() for name in names.split(",") if name.strip()}
    assert {name for name in found if name[0].isupper()} <= RUNTIME | {"GET_THINGS"}
    assert RUNTIME - found <= {"Session", "Details", "NAMES", "OPTIONS", "REGISTRY", "Warning"}


def test_the_members_of_the_client_are_reserved() -> None:
    source = (GENERATED / "src/client.ts").read_text()
    members = {*re.findall(r"^  (?:async )?(\w+)[<(]", source, re.MULTILINE)} - {"constructor"}
    assert members | {"session"} == CLIENT_MEMBERS


def test_globals_that_are_used_are_reserved() -> None:
    used = set()
    for path in [*(GENERATED / "src/groups").iterdir(), *(GENERATED / "src/models").iterdir(), GENERATED / "src/client.ts"]:
        code = re.sub(r"/\*\*.*?\*/|\"[^\"\n]*\"", "", path.read_text("utf-8"), flags=re.DOTALL)
        used |= {*re.findall(r"\b(Promise|AsyncGenerator|Record|Readonly|Omit|Partial|Uint8Array|Map|Set|Array|Object)\b", code)}
    assert {"Promise", "AsyncGenerator", "Omit"} <= used <= GLOBALS
