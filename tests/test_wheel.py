"""From the built wheel and from the sdist: installed where there is no checkout, and at work on a project of one's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parent.parent
BUILD = "from setuptools import build_meta as b; b.build_sdist('dist'); b.build_wheel('dist')"
# What a checkout has and a build must not need.
LEFT_OUT = shutil.ignore_patterns(
    ".*cache", ".git", ".venv", ".hypothesis", "*.egg-info", "build", "node_modules", "tests", "generated", "bench"
)
OWN_OVERLAY = """\
overlay: 1.0.0
info: {title: Ours, version: 1.0.0}
actions:
  - target: $.paths['/?action=GetClients'].post.requestBody.content['application/x-www-form-urlencoded'].schema.allOf[1].properties
    update: {branch: {type: integer, description: Only clients of this branch.}}
"""
USE = """
import sys
sys.path.insert(0, "generated/python")
import generator, whmcs
from whmcs.testing import FakeWhmcs
assert generator.__file__.startswith(sys.prefix), generator.__file__
with FakeWhmcs() as fake, whmcs.Whmcs(fake.url, **fake.credentials) as client:
    client.clients.get_clients(branch=7)
    assert fake.calls[-1].params["branch"] == 7, fake.calls[-1]
    print(client.loyalty.get_loyalty_points(clientid=1).points)
"""


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel and the sdist, built from a copy of the checkout with what is installed here."""
    copy = tmp_path_factory.mktemp("build") / "checkout"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    shutil.copytree(ROOT / "tests/wire", copy / "tests/wire")
    left = copy / "templates/python/package/_runtime/__pycache__"
    left.mkdir(exist_ok=True)
    (left / "session.cpython-311.pyc").write_bytes(b"")
    built = subprocess.run([sys.executable, "-c", BUILD], cwd=copy, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    (wheel,) = (copy / "dist").glob("*.whl")
    (sdist,) = (copy / "dist").glob("*.tar.gz")
    return {"wheel": wheel, "sdist": sdist}


@dataclass
class Installed:
    """An environment with the generator, and an empty folder to work in."""

    prefix: Path
    folder: Path

    def run(self, *command: str, code: int = 0) -> str:
        """What a command says, with the environment's programs first and nothing of this checkout in reach."""
        known = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "MAKEFLAGS", "ARGS")}
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={**known, "PATH": f"{self.prefix / 'bin'}{os.pathsep}{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr


@pytest.fixture(scope="module", params=["wheel", "sdist"])
def installed(
    request: pytest.FixtureRequest, distributions: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Installed:
    place = tmp_path_factory.mktemp(request.param)
    venv.create(place / "venv")
    python = place / "venv/bin/python"
    packages = sysconfig.get_path("purelib", vars={"base": str(place / "venv")})
    # What it depends on is that of this environment: its packages, but not the paths that its .pth files add.
    Path(packages, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    options = ["--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check", "--quiet"]
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", *options]
    done = subprocess.run(
        [*command, str(distributions[request.param])], cwd=place, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    (place / "work").mkdir()
    return Installed(place / "venv", place / "work")


def test_a_project_of_one_s_own_works_at_once(installed: Installed) -> None:
    installed.run("whmcs-codegen", "init")
    (installed.folder / "overlays/more.yml").write_text(OWN_OVERLAY)

    assert "generated: " in installed.run("make", "--no-print-directory", "generate")

    assert installed.run("make", "--no-print-directory", "check") == "generated: up to date\n"
    assert float(installed.run("python", "-c", USE)) >= 0
    assert "overlays/own.yml:" in installed.run("make", "--no-print-directory", "list")


def test_it_vendors_and_checks_without_the_project(installed: Installed) -> None:
    if not (installed.folder / "pyproject.toml").exists():
        installed.run("whmcs-codegen", "init")
    installed.run("whmcs-codegen", "vendor", "python", "../app/acme/whmcs", "--only", "GetLoyaltyPoints")
    elsewhere = Installed(installed.prefix, installed.folder.parent / "app")
    assert "as it was vendored" in elsewhere.run("whmcs-codegen", "vendor", "--check", "acme/whmcs")
    elsewhere.run("python", "-c", "from acme.whmcs import Whmcs; Whmcs.loyalty")


def test_its_fake_needs_nothing_that_is_generated(installed: Installed) -> None:
    if not (installed.folder / "pyproject.toml").exists():
        installed.run("whmcs-codegen", "init")
    said = installed.run("whmcs-codegen", "mock", "--only", "GetLoyaltyPoints", "--quirks", "?")
    assert "text-numbers\n" in said


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (("new-target", "nobody"), 2, "is in no checkout of the generator to add to: name a folder for a target of your own"),
        (("conformance", "python", "--out", "out"), 0, "NOT PROVED: python, all vectors: the program that holds this"),
    ],
)
def test_what_needs_a_checkout_says_so(installed: Installed, command: tuple[str, ...], code: int, said: str) -> None:
    (installed.folder / "out/python").mkdir(parents=True, exist_ok=True)
    assert said in installed.run("whmcs-codegen", *command, code=code)


def test_it_ships_its_license_and_no_byte_code(distributions: dict[str, Path]) -> None:
    with ZipFile(distributions["wheel"]) as wheel:
        names = wheel.namelist()
        (license_,) = (name for name in names if name.endswith(".dist-info/licenses/LICENSE"))
        assert wheel.read(license_) == (ROOT / "LICENSE").read_bytes()
    assert [name for name in names if name.endswith(".pyc")] == []
    own = [path for path in (ROOT / "generator").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert [path for path in own if path.relative_to(ROOT).as_posix() not in names] == []
    shipped = {name.removeprefix("generator/shipped_files/") for name in names if "/shipped_files/" in name}
    folders = [ROOT / name for name in ("specs", "starter", "templates", "tests/wire")]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert shipped == {path.relative_to(ROOT).as_posix().removeprefix("tests/") for path in files}
