"""By which names `diff` and `changelog` call things: those of the first client in the project, or of the one asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from diffing import SPEC as THINGS
from lowering import run
from test_diff_cli import OVERLAY
from test_diff_settings import HOME, Call, call, commit, project, settings

from generator.diff.compare import compare
from generator.diff.names import Naming, naming_of, wire_names
from generator.diff.side import Side
from generator.targets.openapi import OpenApiTarget
from generator.targets.python import PythonTarget
from generator.targets.typescript import TypeScriptTarget

__all__ = ["call", "project"]
OWN = """\
from pathlib import Path

class Own:
    name = "own"
    templates = Path(__file__).parent
    checks = None
    def prepare(self): pass
    def close(self): pass
    def files(self, job): return []
    def client_names(self, api): return 1 / 0
"""


def told(naming: Naming) -> dict[str, str]:
    """The messages where pages, a group and a model come and go."""
    old = THINGS.replace("GetThings", "GetManyThings").replace("Part", "BigPart").replace("[Rare]", "[Rare Things]")
    sides = [Side(run(text, words="[OAuth]")[0], {}, naming) for text in (old, THINGS)]
    return {f"{change.code} {change.subject}": change.message for change in compare(*sides)}


@pytest.mark.parametrize(
    ("targets", "method", "group"),
    [
        ([PythonTarget(), TypeScriptTarget()], "things.get_many_things", "rare_things"),
        ([OpenApiTarget(), TypeScriptTarget(), PythonTarget()], "things.getManyThings", "rareThings"),
        ([OpenApiTarget()], "Things.GetManyThings", "Rare Things"),
        ([], "Things.GetManyThings", "Rare Things"),
    ],
)
def test_the_first_client_gives_the_names(targets: list[OpenApiTarget], method: str, group: str) -> None:
    found = told(naming_of(targets))
    assert found["operation-removed GetManyThings"] == f"`{method}` is gone"
    assert found["group-removed group Rare Things"] == f"the client has no attribute `{group}` any more"
    assert found["model-renamed Part"] == "the class `BigPart` is now called `Part`"


def test_without_a_client_nothing_walks_through_pages() -> None:
    api = run(THINGS)[0]
    assert Side(api).iterator("GetThings") is None
    assert Side(api).method("GetThings") == "Things.GetThings"
    assert Side(api, {}, naming_of([TypeScriptTarget()])).iterator("GetThings") == "things.iterGetThings"


def test_the_wire_has_a_name_for_everything() -> None:
    api = run(THINGS)[0]
    names = wire_names(api)
    assert names.models.keys() == {model.name for model in api.models}
    assert (names.argument("way"), names.field("id"), names.group_class("Rare")) == ("way", "id", "Rare")


# A project


def change(project: Path, targets: str) -> None:
    commit(project, pyproject=settings(HOME, targets), overlay=OVERLAY)
    (project / "pyproject.toml").write_text(settings(HOME, targets, 'only = ["GetThings"]'))


@pytest.mark.parametrize(
    ("targets", "method"),
    [
        ("", "general.add_thing"),
        ('targets = ["typescript"]', "general.addThing"),
        ('targets = ["openapi", "typescript", "python"]', "general.addThing"),
        ('targets = ["openapi"]', "General.AddThing"),
    ],
)
def test_the_first_client_of_the_project_is_meant(call: Call, project: Path, targets: str, method: str) -> None:
    change(project, targets)
    assert f"`{method}` is gone" in call("diff", "HEAD").stdout
    assert call("changelog", "HEAD").exit_code == 0
    assert f"`{method}` is gone" in (project / "api/CHANGELOG.md").read_text()


def test_another_client_can_be_asked_for(call: Call, project: Path) -> None:
    change(project, 'targets = ["typescript"]')
    assert "`general.add_thing` is gone" in call("diff", "HEAD", "--target", "python").stdout
    unknown = call("diff", "HEAD", "--target", "pyhton")
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert unknown.stderr == "error: there is no target 'pyhton'; did you mean python?\n"


def test_a_target_of_one_s_own_that_fails_is_told(call: Call, project: Path) -> None:
    change(project, "")
    (project / "own.py").write_text(OWN)
    failed = call("diff", "HEAD", "--target", "own.py")
    assert (failed.exit_code, failed.stdout) == (2, "")
    assert "own.py:10: ZeroDivisionError: division by zero" in failed.stderr


def test_what_the_client_cannot_name_is_a_broken_side(call: Call, project: Path) -> None:
    change(project, 'targets = ["typescript"]')
    path = project / "api/openapi.yml"
    path.write_text(path.read_text().replace("/?action=AddThing", "/?action=getThings"))
    (project / "pyproject.toml").write_text(settings(HOME, 'targets = ["typescript"]'))
    broken = call("diff", "HEAD")
    assert broken.exit_code == 2
    assert "would both be called `getThings` in TypeScript" in broken.stderr
