"""The package for WHMCS: complete, the same with and without async, usable wherever it is put."""

from __future__ import annotations

import ast
import contextlib
import importlib
import inspect
import io
import pkgutil
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import httpx
import pytest
import whmcs
import whmcs.groups
import whmcs.models
import whmcs.testing
from whmcs import _dialect as dialect
from whmcs import exceptions
from whmcs._runtime.operation import Operation, Paged
from whmcs.exceptions import ApiError
from whmcs.registry import OPERATIONS
from whmcs.testing.quirks import names

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path(whmcs.__file__).parent


# Groups


def groups() -> list[tuple[str, ModuleType, type, type]]:
    """Every group: its name, its module, the class and the asynchronous class."""
    found = []
    for info in pkgutil.iter_modules(whmcs.groups.__path__):
        module = importlib.import_module(f"whmcs.groups.{info.name}")
        classes = [
            kind for kind in vars(module).values() if isinstance(kind, type) and kind.__module__ == module.__name__
        ]
        blocking, asynchronous = classes
        found.append((info.name, module, blocking, asynchronous))
    return found


def methods(kind: type) -> dict[str, Any]:
    return {name: value for name, value in vars(kind).items() if not name.startswith("_")}


GROUPS = groups()
METHODS = [
    pytest.param(kind, method, id=f"{kind.__name__}.{name}")
    for _, _, *kinds in GROUPS
    for kind in kinds
    for name, method in methods(kind).items()
]
by_group = pytest.mark.parametrize(
    ("module", "blocking", "asynchronous"), [each[1:] for each in GROUPS], ids=[each[0] for each in GROUPS]
)


@by_group
def test_sync_and_async_offer_the_same_methods(module: ModuleType, blocking: type, asynchronous: type) -> None:
    assert asynchronous.__name__ == f"Async{blocking.__name__}"
    ours, theirs = methods(blocking), methods(asynchronous)
    assert [*ours] == [*theirs]
    for name, method in ours.items():
        other = theirs[name]
        assert inspect.iscoroutinefunction(other) is not name.startswith("iter_")
        assert not inspect.iscoroutinefunction(method)
        assert method.__doc__ == other.__doc__
        signature = str(inspect.signature(method))
        assert str(inspect.signature(other)) == signature.replace("-> 'Iterator[", "-> 'AsyncIterator[")


def test_sync_and_async_clients_offer_the_same() -> None:
    ours, theirs = whmcs.Whmcs, whmcs.AsyncWhmcs
    renamed = {"aclose": "close", "__aenter__": "__enter__", "__aexit__": "__exit__"}
    assert [renamed.get(name, name) for name in vars(theirs)] == [*vars(ours)]
    for name in ("__init__", "from_env", "call"):
        signature = str(inspect.signature(getattr(ours, name)))
        assert str(inspect.signature(getattr(theirs, name))) == signature.replace("httpx.Client", "httpx.AsyncClient")
    for name, _, blocking, asynchronous in GROUPS:
        assert vars(ours)[name].func.__annotations__ == {"return": blocking.__name__}
        assert vars(theirs)[name].func.__annotations__ == {"return": asynchronous.__name__}


@by_group
def test_there_is_an_iterator_exactly_for_what_pages(module: ModuleType, blocking: type, asynchronous: type) -> None:
    declared = [value for value in vars(module).values() if isinstance(value, Operation)]
    pages = [operation for operation in declared if isinstance(operation, Paged)]
    iterators = [name for name in methods(blocking) if name.startswith("iter_")]
    assert len(iterators) == len(pages)
    assert len(methods(blocking)) == len(declared) + len(pages)


_RAISED = {name for name, kind in vars(exceptions).items() if isinstance(kind, type) and issubclass(kind, ApiError)}


@pytest.mark.parametrize(("kind", "method"), METHODS)
def test_a_method_says_what_it_takes_returns_and_raises(kind: type, method: Any) -> None:
    doc = inspect.getdoc(method) or ""
    sections = re.findall(r"^(Args|Returns|Raises):$", doc, re.MULTILINE)
    assert sections == ["Args", "Returns", "Raises"]
    described = set(re.findall(r"^    (\w+): \S", doc, re.MULTILINE))
    parameters = [*inspect.signature(method).parameters.values()][1:]
    assert {parameter.kind for parameter in parameters} == {inspect.Parameter.KEYWORD_ONLY}
    if not method.__name__.startswith("iter_"):
        assert described - _RAISED <= {parameter.name for parameter in parameters}
    assert {"extra", "timeout", "ApiError"} <= described
    assert max(map(len, (method.__doc__ or "").split("\n"))) <= 100


def test_every_sensitive_argument_is_hidden_first() -> None:
    for _, module, *kinds in GROUPS:
        tree = ast.parse(inspect.getsource(module))
        sensitive = {
            op.action: {p.wire for p in op.params if p.sensitive}
            for op in vars(module).values()
            if isinstance(op, Operation)
        }
        assert len(kinds) == 2
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
            if function.name == "__init__":
                continue
            *hiding, last = function.body[1:]
            (call,) = [
                node for node in ast.walk(last) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            ]
            assert isinstance(call.args[0], ast.Name)
            operation = getattr(module, call.args[0].id)
            hidden = {ast.unparse(statement) for statement in hiding}
            taken = {argument.arg for argument in function.args.kwonlyargs}
            wanted = {wire for wire in sensitive[operation.action] if wire in taken} | {"extra"}
            assert hidden == {f"{name} = hide({name})" for name in wanted}


# Modules


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text("utf-8"))


def test_the_registry_knows_every_operation() -> None:
    declared = [op for _, module, *_ in GROUPS for op in vars(module).values() if isinstance(op, Operation)]
    assert sorted(op.action for op in declared) == sorted(OPERATIONS)
    assert all(OPERATIONS[op.action] is op for op in declared)


def test_models_are_all_exported_and_sorted_by_module() -> None:
    defined = []
    for info in pkgutil.iter_modules(whmcs.models.__path__):
        module = importlib.import_module(f"whmcs.models.{info.name}")
        defined += [
            name for name, kind in vars(module).items() if isinstance(kind, type) and kind.__module__ == module.__name__
        ]
    assert sorted(whmcs.models.__all__) == sorted(defined)
    assert dir(whmcs.models) == sorted(whmcs.models.__all__)
    assert all(getattr(whmcs.models, name).__name__ == name for name in defined)
    with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
        _ = whmcs.models.Nothing


def test_the_package_exports_its_clients_and_errors() -> None:
    from whmcs import exceptions

    errors = {
        name
        for name, kind in vars(exceptions).items()
        if isinstance(kind, type) and issubclass(kind, BaseException | Warning)
    }
    assert set(whmcs.__all__) == errors | {"Whmcs", "AsyncWhmcs", "CallEvent", "Hook", "Retry", "TimeLimits"}
    assert len(set(whmcs.__all__)) == len(whmcs.__all__)
    assert all(hasattr(whmcs, name) for name in whmcs.__all__)


def test_nothing_is_imported_but_the_standard_library_httpx_and_pydantic() -> None:
    found: dict[str, set[str]] = {}
    for path, tree in modules():
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            for name in names:
                found.setdefault(name.partition(".")[0], set()).add(path)
    others = {name: paths for name, paths in found.items() if name not in sys.stdlib_module_names}
    assert set(others) == {"httpx", "pydantic", "pydantic_core"}, others


def test_importing_the_client_loads_no_group_and_no_model() -> None:
    program = "import sys, whmcs; whmcs.Whmcs('https://x.example', identifier='a', secret='b'); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=PACKAGE.parent, capture_output=True, text=True, check=True
    )
    assert [
        name for name in loaded.stdout.split() if re.match(r"whmcs\.(groups|models|enums|inputs|testing)", name)
    ] == []


# Elsewhere


@pytest.fixture
def vendored(tmp_path: Path) -> Iterator[ModuleType]:
    """The package as somebody else's ``app.vendor.whmcs``."""
    for folder in ("app", "app/vendor"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "__init__.py").touch()
    shutil.copytree(PACKAGE, tmp_path / "app/vendor/whmcs", ignore=shutil.ignore_patterns("__pycache__"))
    sys.path.insert(0, str(tmp_path))
    try:
        yield importlib.import_module("app.vendor.whmcs")
    finally:
        sys.path.remove(str(tmp_path))
        for name in [name for name in sys.modules if name.partition(".")[0] == "app"]:
            del sys.modules[name]


def test_the_package_works_where_it_is_copied_to(vendored: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {name for name in sys.modules if name.partition(".")[0] == "whmcs"}
    answer = {"result": "success", "totalresults": 1, "clients": {"client": [{"id": "5"}]}}
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=answer))
    with vendored.Whmcs(
        "https://x.example", identifier="a", secret="b", http_client=httpx.Client(transport=transport)
    ) as client:
        page = client.clients.get_clients()
        assert [record.id for record in client.clients.iter_clients()] == [5]
    assert type(page).__module__ == "app.vendor.whmcs.models.clients"
    importlib.import_module("app.vendor.whmcs.testing")
    assert {name for name in sys.modules if name.partition(".")[0] == "whmcs"} == before


def test_the_package_imports_itself_relatively_only() -> None:
    absolute = [
        f"{path}:{node.lineno}"
        for path, tree in modules()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Import) and any(alias.name.partition(".")[0] == "whmcs" for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").partition(".")[0] == "whmcs")
    ]
    assert absolute == []


# The README


def blocks() -> list[str]:
    return re.findall(r"```python\n(.*?)```", (ROOT / "generated/python/README.md").read_text("utf-8"), re.DOTALL)


def answered(request: httpx.Request) -> httpx.Response:
    answer = {"result": "success", "totalresults": 2, "clients": {"client": [{"id": 1}, {"id": 2}]}}
    return httpx.Response(200, json=answer, request=request)


def test_the_readme_has_four_examples() -> None:
    assert len(blocks()) == 4


def test_the_first_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", lambda self, request: answered(request))
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(blocks()[0], {})
    assert printed.getvalue().count("firstname=") == 2


def test_the_example_for_asyncio_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    async def answer(self: object, request: httpx.Request) -> httpx.Response:
        return answered(request)

    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", answer)
    for name, value in {"WHMCS_URL": "https://x.example", "WHMCS_IDENTIFIER": "a", "WHMCS_SECRET": "b"}.items():
        monkeypatch.setenv(name, value)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(blocks()[1], {"__name__": "__main__"})
    assert printed.getvalue().count("firstname=") == 2


def test_the_example_for_tests_runs() -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(blocks()[2], {})
    assert printed.getvalue() == "GetClients\n"


def test_the_example_of_quirks_and_faults_runs() -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(blocks()[3], {})
    assert "permission" in printed.getvalue().casefold()


def test_the_readme_lists_every_quirk_and_every_fault() -> None:
    text = (ROOT / "generated/python/README.md").read_text("utf-8")
    _, faults, quirks = re.split(r"^\| (?:fault|quirk) \|.*\n", text.partition("## All actions")[0], flags=re.MULTILINE)
    listed = re.findall(r"^\| `(.*?)` \|", faults, re.MULTILINE)
    made = [eval(each, vars(whmcs.testing)) for each in listed]
    assert {type(each) for each in made} == {*get_args(whmcs.testing.Fault)}
    assert tuple(re.findall(r"^\| `(\w+)` \|", quirks, re.MULTILINE)) == names()


@pytest.mark.parametrize(
    ("argument", "value", "sent"),
    [
        ("date", date(2030, 1, 31), "2030-01-31"),
        ("date", "31/01/2030", "31/01/2030"),
        ("date", datetime(2030, 1, 31, 7), None),
        ("taxrate", Decimal("15.950"), "15.950"),
        ("taxrate", 15, "15"),
        ("taxrate", "15.950", "15.950"),
        ("taxrate", "15,95", None),
        ("taxrate", 0.1 + 0.2, "0.30000000000000004"),
        ("taxrate", 1e21, "1000000000000000000000"),
    ],
)
def test_dates_and_amounts_are_sent_as_the_readme_says(argument: str, value: Any, sent: str | None) -> None:
    with whmcs.testing.FakeWhmcs(strict=False) as fake, whmcs.Whmcs(fake.url, **fake.credentials) as client:
        found: str | None = None
        with contextlib.suppress(whmcs.exceptions.ParameterError):
            client.billing.create_invoice(userid=1, **{argument: value})
            found = dict(fake.calls[-1].pairs)[argument]
    assert found == sent


def test_the_readme_lists_every_action() -> None:
    text = (ROOT / "generated/python/README.md").read_text("utf-8")
    listed = re.findall(r"^\| \w+ \| (\w+) \| `(\w+)\.(\w+)`", text, re.MULTILINE)
    assert sorted(action for action, _, _ in listed) == sorted(OPERATIONS)
    client = whmcs.Whmcs("https://x.example", identifier="a", secret="b")
    assert all(callable(getattr(getattr(client, group), method)) for _, group, method in listed)


def test_the_readme_names_every_option_as_it_is_called() -> None:
    text = (ROOT / "generated/python/README.md").read_text("utf-8")
    options = set(inspect.signature(whmcs.Whmcs.__init__).parameters) - {"self", "url", *dialect.ENVIRONMENT}
    named = {name for name in options if re.search(rf"`{name}[`=]", text)}
    assert named == options
    line = text.partition("- **Options** of the client: ")[2].partition("`page_size`")[0]
    assert set(re.findall(r"`([a-z_]+)(?:=[^`]*)?`", line)) <= options
