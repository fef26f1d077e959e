"""The TypeScript client as its users have it: packed, installed, compiled against and run, over real HTTP."""

from __future__ import annotations

import gzip
import json
import re
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from typescript_client import ROOT, copy_of_generated, mock, needs_tools

from generator.targets.typescript.checks import run

pytestmark = needs_tools

# Minified and gzipped bytes of a bundle with all actions; it says them all, and was half of this when this was written.
LARGEST = 100_000

MAIN = """
import { ApiError, extras, pageTotal, Whmcs } from "whmcs";
import type { Decimal, Invoice } from "whmcs";

const whmcs = Whmcs.fromEnv();
const page = await whmcs.billing.getInvoices({ userid: 1, limitnum: 5 });
const all: Invoice[] = [];
for await (const invoice of whmcs.billing.iterInvoices({}, { pageSize: 25 })) all.push(invoice);
const total: Decimal | null = all[0]?.total ?? null;
const payment = { invoiceid: 1, transid: "a", gateway: "paypal", date: "2030-01-31 07:08:09" };
export const pay = async (invoice: Invoice): Promise<unknown[]> => [
  await whmcs.billing.addInvoicePayment({ ...payment, amount: invoice.total, fees: undefined }),
  // @ts-expect-error what is required is no null
  await whmcs.billing.addInvoicePayment({ ...payment, transid: null }),
];
const wrong = new Whmcs({ url: process.env["WHMCS_URL"] ?? "", identifier: "no", secret: "no-canary" });
const error: unknown = await wrong.billing.getInvoices().catch((each: unknown) => each);
const currencies = await whmcs.system.getCurrencies();
console.log(JSON.stringify({
  listed: page.invoices.length, total: pageTotal(page), all: new Set(all.map(({ id }) => id)).size, amount: typeof total,
  unknown: Object.keys(extras(page)), error: error instanceof ApiError ? error.name : String(error), currencies: currencies.currencies.length,
  shown: JSON.stringify(whmcs) + String(error),
}));
"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a fake server."""
    with mock() as address:
        yield address


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive that `npm pack` makes."""
    folder = copy_of_generated(tmp_path_factory.mktemp("packed") / "whmcs")
    ended = run("npm", "pack", "--silent", "--offline", folder=folder)
    assert ended.returncode == 0, ended.stderr
    return folder / ended.stdout.strip().split("\n")[-1]


@pytest.fixture(scope="module")
def project(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has installed the archive, and a copy of the sources, and is compiled."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "package.json").write_text(json.dumps({"name": "scratch", "private": True, "type": "module"}))
    options = {
        "strict": True, "exactOptionalPropertyTypes": True, "noUncheckedIndexedAccess": True, "target": "ES2022",
        "module": "NodeNext", "types": ["node"], "outDir": "out", "rootDir": ".", "typeRoots": [str(ROOT / "node_modules/@types")],
        "skipLibCheck": False,
    }  # fmt: skip
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "include": ["*.ts", "vendor"]}))
    (folder / "main.ts").write_text(MAIN)
    (folder / "vendored.ts").write_text(MAIN.replace('"whmcs"', '"./vendor/whmcs/index.js"'))
    copy_of_generated(folder / "client")
    (folder / "vendor").mkdir()
    (folder / "client/src").rename(folder / "vendor/whmcs")
    ended = run("npm", "install", "--offline", "--no-audit", "--no-fund", "--silent", str(packed), folder=folder, link=False)
    assert ended.returncode == 0, ended.stderr
    ended = run("tsc", folder=folder, link=False)
    assert (ended.stdout, ended.returncode) == ("", 0)
    return folder


def test_the_archive_holds_what_is_needed_and_no_more(packed: Path) -> None:
    with tarfile.open(packed) as archive:
        names = {name.removeprefix("package/") for name in archive.getnames()}
    sources = {name.removeprefix("src/").removesuffix(".ts") for name in names if name.startswith("src/")}
    endings = (".js", ".js.map", ".d.ts", ".d.ts.map")
    assert names == {
        "CHANGELOG.md", "LICENSE", "README.md", "package.json", *(f"src/{name}.ts" for name in sources),
        *(f"dist/{name}{ending}" for name in sources for ending in endings),
    }  # fmt: skip
    assert {"index", "client", "runtime/session", "groups/billing", "models/billing"} <= sources


@pytest.mark.parametrize("script", ["main", "vendored"])
def test_a_project_of_its_users_compiles_and_runs(script: str, project: Path, server: str) -> None:
    variables = {"WHMCS_URL": server, "WHMCS_IDENTIFIER": "an-identifier", "WHMCS_SECRET": "a-secret"}
    ended = run("node", f"out/{script}.js", folder=project, link=False, **variables)
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout)
    shown = found.pop("shown")
    assert found == {
        "listed": 5, "total": 60, "all": 60, "amount": "string", "unknown": [], "error": "AuthenticationError", "currencies": 3,
    }  # fmt: skip
    assert not re.search("secret|canary|an-identifier", shown)


@pytest.mark.parametrize(
    "options",
    [
        {"target": "ES2022", "lib": ["ES2022"], "module": "NodeNext", "types": ["node"]},
        {"target": "ES2017", "lib": ["DOM", "DOM.Iterable", "ESNext"], "module": "ESNext", "moduleResolution": "bundler", "types": []},
        {"target": "ES2022", "lib": ["ES2022", "WebWorker"], "module": "Preserve", "types": []},
    ],
    ids=["no DOM", "as of Next.js", "a worker"],
)
def test_copied_sources_compile_with_the_settings_of_other_projects(options: dict[str, object], tmp_path: Path) -> None:
    copy_of_generated(tmp_path / "client")
    strict = {"strict": True, "skipLibCheck": False, "isolatedModules": True, "typeRoots": [str(ROOT / "node_modules/@types")]}
    (tmp_path / "package.json").write_text(json.dumps({"type": "module"}))
    (tmp_path / "tsconfig.json").write_text(json.dumps({"compilerOptions": {**strict, **options}, "include": ["client/src"]}))
    ended = run("tsc", "--noEmit", folder=tmp_path, link=False)
    assert (ended.stdout, ended.returncode) == ("", 0)


def test_a_bundle_for_the_web_is_small_and_needs_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--bundle", "--minify", "--format=esm", "--platform=neutral", "--main-fields=", "--outfile=bundle.js")
    ended = run("esbuild", "main.ts", *options, "--log-level=warning", folder=project, link=False)
    assert (ended.stderr, ended.returncode) == ("", 0)
    bundle = (project / "bundle.js").read_bytes()
    assert not re.search(rb"\bimport[ {(*\"]|\brequire\(", bundle)
    size = len(gzip.compress(bundle, mtime=0))
    with capsys.disabled():
        sys.stdout.write(f"\nTypeScript bundle with all actions: {len(bundle):,} bytes, {size:,} gzipped\n")
    assert size < LARGEST


def test_the_examples_of_the_readmes_compile(project: Path) -> None:
    shown = re.findall(r"```ts\n(.*?)```", (ROOT / "generated/typescript/README.md").read_text("utf-8"), re.DOTALL)
    shown += re.findall(r"```ts\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert len(shown) == 2
    for number, example in enumerate(shown):
        (project / f"example{number}.ts").write_text(example)
    ended = run("tsc", "--noEmit", folder=project, link=False)
    assert (ended.stdout, ended.returncode) == ("", 0)


@pytest.mark.parametrize(("name", "package", "compiles"), [("a.mts", {}, True), ("a.ts", {}, False), ("a.ts", {"type": "module"}, True)])
def test_an_await_outside_of_a_function_takes_what_the_readme_says(
    project: Path, tmp_path_factory: pytest.TempPathFactory, name: str, package: dict[str, str], compiles: bool
) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert '`await` outside of a function takes `"type": "module"` in your package.json, or a file whose name ends in `.mts`' in readme
    folder = tmp_path_factory.mktemp("plain")
    (folder / "node_modules").symlink_to(project / "node_modules")
    (folder / "package.json").write_text(json.dumps(package))
    (folder / name).write_text(re.findall(r"```ts\n(.*?)```", readme, re.DOTALL)[0])
    ended = run("tsc", "--noEmit", "--strict", "--module", "NodeNext", "--target", "ES2022", name, folder=folder, link=False)
    assert (ended.returncode == 0) is compiles, ended.stdout
    assert compiles or "TS1309" in ended.stdout


def test_the_examples_of_the_readmes_are_plain_javascript(project: Path) -> None:
    for place in ("README.md", "generated/typescript/README.md"):
        example = re.findall(r"```ts\n(.*?)```", (ROOT / place).read_text("utf-8"), re.DOTALL)[0]
        (project / "example.mjs").write_text(example)
        ended = run("node", "--check", "example.mjs", folder=project, link=False)
        assert (ended.stderr, ended.returncode) == ("", 0)
