"""Python's names: whatever the wire calls things, they can be used; where two would be one, both places are told."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, Required, get_type_hints
from urllib.parse import quote

import pytest
from loading import failure
from python_client import PAGING, Client, everything, generated, operation, page_of, ref, spec
from whmcs import exceptions
from whmcs._runtime.options import DEFAULT_TIMEOUT, Options
from whmcs._runtime.paging import Page

from generator.naming import Words
from generator.origin import Problem
from generator.targets.python.client import OPTIONS
from generator.targets.python.names import CLIENT_ATTRIBUTES, EXCEPTIONS, FAKE_ATTRIBUTES, IMPORTED, MODEL_ATTRIBUTES

# Names that mean something to Python, to pydantic, to typing, or to the modules and classes that they land in.
AWKWARD = [
    "__class__", "__init__", "__slots__", "_private", "__mangled", "../../x", "a.b", "2fa", "ключ", "class", "def",
    "None", "True", "async", "match", "type", "self", "cls", "super", "property", "print", "object", "extra",
    "timeout", "page_size", "max_records", "hide", "int", "str", "bool", "bytes", "list", "dict", "set", "date",
    "datetime", "Date", "DateTime", "Decimal", "Any", "Literal", "Final", "ClassVar", "Sequence", "Mapping", "Field",
    "BaseModel", "RootModel", "ConfigDict", "Model", "Page", "Paged", "Param", "Operation", "Encoding", "Session",
    "Options", "Retry", "Hook", "httpx", "cached_property", "annotations", "no_items", "no_entries", "model_config",
    "model_fields", "model_extra", "model_dump", "copy", "json", "schema", "validate", "construct", "unparsed",
    "wire_wrappers", "page_total", "Optional", "Union", "Enum", "UUID", "Annotated", "AnyUrl", "TypedDict", "Acme",
    "AsyncAcme", "close", "aclose", "call", "from_env", "shared", "con", "nul", "com1", "enums", "inputs", "models",
    "groups", "GET_THINGS", "GetThings", "Thing", "Things", "AsyncThings", "mro", "register", "x", "x_", "id",
    "Unpack", "Self", "Required",
]  # fmt: skip
# Those that are still different in the names of modules and methods, which have no capitals.
LOWER = [*{Words().snake(name): name for name in AWKWARD if Words().snake(name)}.values()]
SCHEMAS: list[tuple[dict[str, Any], Any, Any]] = [
    ({"type": "integer"}, "5", 5),
    ({"type": "string", "format": "date"}, "31.01.2030", "2030-01-31"),
    ({"type": "array", "items": {"type": "string"}}, ["a"], ["a"]),
    ({"type": "object", "additionalProperties": {"type": "integer"}}, {"a": "1"}, {"a": 1}),
    ({"type": "string", "enum": ["a", "b"]}, "a", "a"),
    ({"type": "number"}, "1.50", "1.50"),
]


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A client in which fields, keys and parameters have all the awkward names."""
    record = {name: SCHEMAS[index % len(SCHEMAS)][0] for index, name in enumerate(AWKWARD)}
    row = {name: {"type": "integer"} for name in AWKWARD}
    thing = {"type": "object", "properties": record}
    params = {**{name: {"type": "integer"} for name in AWKWARD}, "rows": {"type": "array", "items": ref("Row")}}
    paths = {"GetThings": operation(params=params, answer=ref("Thing"))}
    document = spec(paths, {"Thing": thing, "Row": {"type": "object", "properties": row}})
    with generated(tmp_path_factory.mktemp("awkward"), document) as client:
        yield client


@pytest.mark.parametrize("name", AWKWARD)
def test_a_field_may_have_any_name(name: str, awkward: Client) -> None:
    index = AWKWARD.index(name)
    _, sent, expected = SCHEMAS[index % len(SCHEMAS)]
    answer = awkward.module("models.things").Thing.model_validate({name: sent})
    (attribute,) = [key for key, field in type(answer).model_fields.items() if (field.alias or key) == name]
    value = getattr(answer, attribute)
    assert value == expected or str(value) == expected
    assert answer.model_extra == answer.unparsed == {}


def test_every_parameter_is_sent_under_its_own_name(awkward: Client) -> None:
    sdk, _ = awkward.connected({"ok": "yes"})
    method = sdk.things.get_things
    taken = [name for name in inspect.signature(method).parameters if name not in ("rows", "extra", "timeout")]
    sent: dict[str, object] = {}
    sdk.things._session.call = lambda operation, params, extra, timeout: sent.update(params)
    method(**{name: number for number, name in enumerate(taken)})
    assert [*sent] == [*AWKWARD, "rows"]
    assert [*sent.values()] == [*range(len(taken)), None]


def test_keys_of_an_input_are_those_of_the_wire(awkward: Client) -> None:
    assert [*awkward.module("inputs").RowInput.__annotations__] == AWKWARD


@pytest.mark.parametrize("name", ["class", "__private", "a-b", "int", "Required", "text", "ключ"])
def test_an_input_may_have_any_key(name: str, tmp_path: Path) -> None:
    row = {
        "type": "object",
        "properties": {name: {"type": "integer"}, "after": {"type": "integer"}},
        "required": [name],
    }
    document = spec({"GetThings": operation(params={"row": ref("Row")})}, {"Row": row})
    with generated(tmp_path, document) as client:
        made = client.module("inputs").RowInput
        assert get_type_hints(made, include_extras=True) == {name: Required[int], "after": int}


@pytest.mark.parametrize(
    "name",
    ["Part", "Row", "RowInput", "Literal", "Model", "Page", "UUID", "Optional", "int", "Async", "ConfigDict", "date"],
)
def test_a_model_may_have_any_name(name: str, tmp_path: Path) -> None:
    answer = {
        "type": "object",
        "properties": {
            "id": {"type": "integer"},
            "parts": {"type": "array", "items": ref(name)},
            "day": {"type": "string", "format": "date"},  # makes datamodel-code-generator import ConfigDict
        },
    }
    kind = {"type": "string", "enum": ["a"]}
    document = spec(
        {"GetThings": operation(params={**PAGING, "row": ref(name)}, answer=page_of(ref(name)))},
        {name: {**answer, "properties": {**answer["properties"], "kind": kind}}},
    )
    with generated(tmp_path, document) as client:
        sdk, _ = client.connected({"ok": "yes", "records": [{"id": 1, "parts": [{"id": "2"}]}]})
        (record,) = sdk.things.iter_things()
        assert record.parts[0].id == 2
        assert type(record) is type(record.parts[0])


def test_groups_and_actions_may_have_any_name(tmp_path: Path) -> None:
    # Beside `Acme` and `Things`, these would be two classes of one name, which is an error.
    names = [name for name in LOWER if not name.startswith("Async")]
    paths = {f"Get{number}{name}": operation(tag=name) for number, name in enumerate(names)}
    models = {"Options": {"type": "object", "properties": {}}, "Billing": {"type": "object", "properties": {}}}
    paths["GetIt"] = operation(tag="Billing", answer=ref("Billing"))
    with generated(tmp_path, spec(paths, models)) as client:
        sdk, requests = client.connected({"ok": "yes"})
        registry = client.module("registry").OPERATIONS
        places = dict(registry._places)
        assert len({module for module, _ in places.values()}) == len(names) + 1
        for action, (module, _) in places.items():
            group = getattr(sdk, module)
            (method,) = [getattr(group, method) for method in dir(group) if not method.startswith("_")]
            method()
            assert registry[action].action == action
        assert len(requests) == len(places)


def test_actions_of_one_group_may_have_any_name(tmp_path: Path) -> None:
    with generated(tmp_path, spec({quote(name): operation() for name in LOWER})) as client:
        sdk, requests = client.connected({"ok": "yes"})
        methods = [name for name in dir(sdk.things) if not name.startswith("_")]
        assert len(methods) == len(LOWER)
        for name in methods:
            getattr(sdk.things, name)()
        assert len(requests) == len(LOWER)


# Collisions.

LIST = {"type": "array", "items": {"type": "integer"}}
TEXT = {"type": "string"}
BARE: dict[str, Any] = {"type": "object", "properties": {"id": TEXT}}
COLLISIONS = {
    "fields": (
        spec(
            {"GetIt": operation(answer=ref("It"))}, {"It": {"type": "object", "properties": {"a-b": TEXT, "a_b": TEXT}}}
        ),
        "`a_b` and `a-b` would both be called `a_b` in Python",
        ["/components/schemas/It/properties/a_b", "/components/schemas/It/properties/a-b"],
    ),
    "parameters": (
        spec({"GetIt": operation(params={"class": TEXT, "class_": TEXT})}),
        "`class_` and `class` would both be called `class_` in Python",
        ["class_", "class"],
    ),
    "actions": (
        spec({"GetIt": operation(), "Get_It": operation()}),
        "`Get_It` and `GetIt` would both be called `get_it` in Python",
        ["/paths/~1?do=Get_It", "/paths/~1?do=GetIt"],
    ),
    "an iterator": (
        spec(
            {"GetThings": operation(params=PAGING, answer=page_of(ref("It"))), "IterThings": operation()}, {"It": BARE}
        ),
        "`IterThings` and the iterator of `GetThings` would both be called `iter_things` in Python",
        ["IterThings", "GetThings"],
    ),
    "groups": (
        spec({"GetIt": operation(tag="Billing"), "GetThat": operation(tag="billing")}),
        "group `billing` and group `Billing` would both be called `billing` in Python",
        ["GetThat", "GetIt"],
    ),
    "classes of groups": (
        spec({"GetIt": operation(tag="Billing"), "GetThat": operation(tag="Async Billing")}),
        "group `Async Billing` and group `Billing` would both be called `AsyncBilling` in Python",
        ["GetThat", "GetIt"],
    ),
    "models": (
        spec({"GetIt": operation(answer=ref("It")), "GetThat": operation(answer=ref("it"))}, {"It": BARE, "it": BARE}),
        "`it` and `It` would both be called `It` in Python",
        ["/components/schemas/it", "/components/schemas/It"],
    ),
    "a model and an enum": (
        spec(
            {"GetIt": operation(answer=ref("It"))},
            {
                "It": {
                    "type": "object",
                    "properties": {"kind": {"type": "string", "enum": ["a"]}, "a": ref("it_kind")},
                },
                "it_kind": BARE,
            },
        ),
        "`ItKind` and `it_kind` would both be called `ItKind` in Python",
        ["enum", "it_kind"],
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
    it = {"type": "object", "properties": {"a-b": TEXT, "a_b": TEXT, "a.b": TEXT}}
    paths = {
        "GetIt": operation(answer=ref("It"), params={"x-y": TEXT, "x_y": TEXT}),
        "getIt": operation(),
        "GetThat": operation(tag="things"),
    }
    assert len(collisions(tmp_path, spec(paths, {"It": it}))) == 5


def collisions(folder: Path, document: dict[str, Any]) -> list[Problem]:
    def generate() -> None:
        with generated(folder, document):
            pass

    return failure(generate)


@pytest.mark.parametrize("sdk", ["None", "Session", "Any", "Retry", "TimeLimits", "Api", "Transport"])
def test_the_client_is_called_like_nothing_else(tmp_path: Path, sdk: str) -> None:
    def generate() -> None:
        with generated(tmp_path, spec({"GetThings": operation()}), sdk=sdk):
            pass

    (problem,) = failure(generate)
    assert problem.message.startswith(f"the client cannot be called `{sdk}`: `{sdk}")
    assert problem.message.endswith(" is something else in Python")
    assert problem.origin.pointer == "/sdk"


# What the generator knows of the runtime.


def test_the_attributes_of_models_are_reserved() -> None:
    names = {*dir(Page), *dir(type(Page))}
    assert {name for name in names if not name.startswith("_")} == MODEL_ATTRIBUTES


def test_the_attributes_of_the_client_are_reserved(tmp_path: Path) -> None:
    with generated(tmp_path, spec({"GetThings": operation()})) as client:
        module = client.module("client")
        public = {name for kind in (module.Acme, module.AsyncAcme) for name in dir(kind) if not name.startswith("_")}
        assert public - {"things"} == CLIENT_ATTRIBUTES


def test_a_credential_may_have_any_name(tmp_path: Path) -> None:
    names = ["calls", "credentials", "property", "str", "transport", "url"]
    fields = {name: f"ACME_{name.upper()}" for name in names}
    credentials = {"schema": "Login", "schemes": [{"fields": fields}], "url": "ACME_URL"}
    with generated(tmp_path, spec({"GetThings": operation()}), credentials=credentials) as client:
        kind = client.module("testing").FakeAcme
        fake = kind()
        assert fake.credentials == {f"{name}_": fake.accounts[name] for name in names}
        assert [getattr(fake, f"{name}_") for name in names] == [fake.accounts[name] for name in names]
        assert {name for name in dir(kind) if not name.startswith("_")} - {f"{name}_" for name in names} == FAKE_ATTRIBUTES
        with client.module().Acme("https://acme.example", **fake.credentials) as sdk:
            assert sdk.things


def test_what_is_imported_is_reserved(tmp_path: Path) -> None:
    with generated(tmp_path, everything()) as client:
        found: set[str] = set()
        for path, source in client.rendered().items():
            if path.startswith(("groups/", "models/")) or path in ("client.py", "enums.py", "inputs.py"):
                found |= imported(source)
    assert found - {"import_module"} == IMPORTED


def imported(source: str) -> set[str]:
    """The names that a module imports, less those of the spec."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module != "__future__":
            own = node.level and (node.module or "").partition(".")[0] != "_runtime"
            names |= set() if own else {alias.asname or alias.name for alias in node.names}
    return names


def test_the_exceptions_are_those_of_the_package() -> None:
    found = {
        name
        for name, kind in vars(exceptions).items()
        if isinstance(kind, type) and issubclass(kind, Warning | Exception)
    }
    assert found == {"WhmcsError", *EXCEPTIONS}


def test_the_options_are_those_of_the_runtime() -> None:
    declared = []
    for field in fields(Options):
        default = "DEFAULT_TIMEOUT" if field.default is MISSING else repr(field.default)
        declared.append(f"{field.name}: {field.type} = {default}")
    assert [option.argument for option in OPTIONS] == declared
    assert Options().timeout is DEFAULT_TIMEOUT
    assert all(option.doc.endswith(".") for option in OPTIONS)
