"""Names that a package cannot have are told as such, wherever one is given."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest
from lowering import DIALECT
from test_dialect import refusals

from generator.package_name import NEEDED, problem_of_package
from generator.settings import SettingsError, load_settings

ROOT = Path(__file__).parent.parent
ANOTHER = "take another name, such as one that ends in `_api`"
REFUSED = {
    "class": "`class` is a word of Python, and cannot be the name of a package",
    "os": "`os` is a module of Python itself, which a package of that name would hide",
    "httpx": "`httpx` is a package that the client needs, which one of that name would hide",
    "con": "`con` is a device on Windows, and cannot be the name of a folder",
    "lpt1": "`lpt1` is a device on Windows, and cannot be the name of a folder",
}


@pytest.mark.parametrize("name", ["whmcs", "acme_2", "class_", "none", "match", "cone", "x"])
def test_most_words_can_be_the_name_of_a_package(name: str) -> None:
    assert problem_of_package(name) is None


def test_a_name_has_some_length() -> None:
    assert problem_of_package("x" * 100) is None
    assert problem_of_package("x" * 101) == (
        "has more than 100 characters, and cannot be the name of a package", "take a shorter name"
    )  # fmt: skip


@pytest.mark.parametrize("name", ["1x", "a-b", "a.b", "../x", "a/b", "A", "_x", "", "ä", "x\n", "a b", "٣"])
def test_what_is_no_word_cannot(name: str) -> None:
    assert problem_of_package(name) == ("cannot be the name of a package", "take small letters, digits and `_`")


@pytest.mark.parametrize("name", REFUSED)
def test_settings_with_such_a_name_are_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(f'output = "out"\npackage = "{name}"\n')
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path / "mine.toml", tuple)
    (problem,) = caught.value.problems
    assert (problem.message, problem.hint, problem.origin.line) == (REFUSED[name], ANOTHER, 2)


@pytest.mark.parametrize("name", REFUSED)
def test_a_dialect_with_such_a_name_is_refused(name: str) -> None:
    found = refusals(head=DIALECT["head"].replace("package: shop", f"package: {name}"))
    assert [line.partition(": ")[2] for line in found] == [REFUSED[name]]


def test_all_that_the_client_needs_is_known() -> None:
    template = (ROOT / "templates/python/pyproject.toml.j2").read_text()
    (listed,) = re.findall(r"^dependencies = .*$", template, re.MULTILINE)
    pending, found = tomllib.loads(listed)["dependencies"], set()
    while pending:
        name = re.split(r"[^A-Za-z0-9_-]", pending.pop())[0].replace("-", "_").lower()
        if name not in found:
            found.add(name)
            pending += [each for each in requires(name) or () if ";" not in each]
    modules = {module for module, owners in packages_distributions().items() for owner in owners
               if owner.replace("-", "_").lower() in found and not module.startswith("_")}  # fmt: skip
    assert modules - NEEDED == set()
    assert {"httpx", "pydantic", "pydantic_core"} <= modules
    extras = {re.split(r"[^A-Za-z0-9_-]", each)[0] for name in ("httpx", "httpcore") for each in requires(name) or ()}
    assert extras - NEEDED == set()
