"""`whmcs-codegen diff` and `changelog` as maintainers call them: sides, messages, exit codes, what is left untouched."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_cli import ROOT, SPEC

from generator.cli import cli
from generator.diff.catalogue import CATALOGUE

Call = Callable[..., Result]
OVERLAY = """\
overlay: 1.0.0
info: {title: Corrections, version: "1"}
actions:
  - target: $.components.schemas.Things.properties
    update: {size: {type: integer}}
"""


def git(folder: Path, *arguments: str) -> str:
    identity = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {
        **os.environ,
        **identity,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_OPTIONAL_LOCKS": "0",
    }
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with specs at two revisions, tagged v1 and v2, and a work tree that has gone on since."""
    specs = tmp_path / "specs"
    (specs / "overlays").mkdir(parents=True)
    (specs / "whmcs-openapi.yml").write_text(SPEC)
    shutil.copy(ROOT / "specs/dialect.yml", specs)
    (specs / "notes.md").write_text("not a spec\n")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    git(tmp_path, "tag", "v1")
    (specs / "overlays/10.yml").write_text(OVERLAY)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "two")
    git(tmp_path, "tag", "v2")
    edit(specs / "whmcs-openapi.yml", "                  required: [kind]\n", "")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(repository: Path) -> Call:
    def invoke(*arguments: str) -> Result:
        result = CliRunner().invoke(cli, list(arguments))
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return invoke


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


def test_a_revision_is_compared_with_the_work_tree(call: Call) -> None:
    assert call("diff", "v2").stdout == (
        "Additive\n\n"
        "  `kind` of `general.get_things` may be left out\n"
        "    param-becomes-optional  v2:specs/whmcs-openapi.yml:16 -> specs/whmcs-openapi.yml:15\n\n"
        "v2 -> specs: 1 additive\n"
        "version 0.1.0 is too low: from 0.1.0, at least 0.1.1 is needed (patch)\n"
    )


def test_two_revisions_are_compared_with_all_that_lay_beside_the_spec(call: Call) -> None:
    found = call("diff", "v2", "v1", "--format", "json")
    (change,) = json.loads(found.stdout)["changes"]
    assert (change["code"], change["subject"], change["impact"]) == ("field-removed", "Things.size", "breaking")
    assert change["old"]["place"] == "v2:specs/overlays/10.yml:5"
    assert change["new"]["place"] == "v1:specs/whmcs-openapi.yml:31"
    assert change["methods"] == ["general.get_things"]
    assert change["why"] == CATALOGUE["field-removed"].why


def test_a_file_without_the_overlays_of_the_other_side_is_warned_of(call: Call, repository: Path) -> None:
    """All that the overlays say would count as a change; a revision has what it had."""
    (repository / "new.yml").write_text(SPEC)
    shutil.copy(repository / "specs/dialect.yml", repository)
    bare = "warning: new.yml has no overlays beside it, {} has 1 overlay: all that these say counts as a change; compare git"
    for sides, other in ((("v2", "new.yml"), "v2"), (("new.yml", "specs"), "specs"), (("new.yml",), "specs")):
        said = call("diff", *sides).stderr
        assert (said.startswith(bare.format(other)), said.count("\n")) == (True, 1)
    (repository / "old.yml").write_text(SPEC)
    for sides in (("v1", "v2"), ("v1",), ("v1", "new.yml"), ("specs", "specs"), ("old.yml", "new.yml")):
        assert call("diff", *sides).stderr == ""


def test_a_target_without_names_of_its_own_is_told_of(call: Call) -> None:
    named = call("diff", "v2", "--target", "openapi")
    assert "`kind` of `General.GetThings` may be left out" in named.stdout
    assert named.stderr == (
        "note: no names of a client (`client_names`) come from openapi; "
        "changes are told by the names in the specs: actions, parameters, fields\n"
    )
    assert call("diff", "v2", "--target", "typescript").stderr == ""


def test_files_and_folders_are_compared(call: Call, repository: Path) -> None:
    other = repository / "other"
    shutil.copytree(repository / "specs", other)
    edit(other / "whmcs-openapi.yml", "AddThing", "AppendThing")
    said = "-> other: 1 breaking, 1 additive"
    (other / "lint.yml").write_text("lint: 1\n")
    (other / "folder.yml").mkdir()
    assert said in call("diff", "specs", "other").stdout
    assert (
        "-> other/whmcs-openapi.yml: 1 breaking"
        in call("diff", "specs/whmcs-openapi.yml", "other/whmcs-openapi.yml").stdout
    )
    (other / "whmcs-openapi.yml").rename(other / "openapi.json.yml")
    assert said in call("diff", "specs", "other").stdout
    assert "main -> specs: " in call("diff", "main").stdout


def test_a_spec_of_another_name_is_found_at_its_path(call: Call, repository: Path) -> None:
    git(repository, "mv", "specs/whmcs-openapi.yml", "specs/api.yml")
    git(repository, "commit", "-qam", "three")
    failed = call("diff", "v2", "--spec", "specs/api.yml")
    assert (failed.exit_code, failed.stderr) == (
        2,
        "error: there is no specs/api.yml at v2; name the spec of that time, as in v2:path/to/api.yml\n",
    )
    assert "1 additive" in call("diff", "v2:specs/whmcs-openapi.yml", "--spec", "specs/api.yml").stdout


def test_a_folder_of_a_revision_is_searched_as_one_on_the_disk_is(call: Call, repository: Path) -> None:
    said = call("diff", "v2:specs/whmcs-openapi.yml").stdout
    assert "1 additive" in said
    assert call("diff", "v2:specs").stdout == said.replace("v2:specs/whmcs-openapi.yml -> ", "v2:specs -> ")
    git(repository, "mv", "specs/whmcs-openapi.yml", "specs/api.yml")
    (repository / "specs/lint.yml").write_text("lint: 1\n")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "three")
    assert "1 additive" in call("diff", "v2:specs", "HEAD:specs/", "--dialect", "specs/dialect.yml").stdout
    (repository / "specs/other.yml").write_text("a: 1\n")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "four")
    failed = call("diff", "HEAD:specs", "v2").stderr
    several = "has no whmcs-openapi.yml, and not just one other document (api.yml, other.yml); name the file"
    assert failed == f"error: HEAD:specs {several}\n"


def test_nothing_of_the_repository_changes(call: Call, repository: Path) -> None:
    def state() -> tuple[str, dict[str, tuple[int, bytes]]]:
        files = {
            str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in repository.rglob("*") if path.is_file()
        }
        return git(repository, "status", "--porcelain"), files

    before = state()
    call("diff", "v1", "v2")
    call("diff", "v1")
    assert state() == before


def test_attributes_and_hooks_of_the_repository_have_no_say(call: Call, repository: Path) -> None:
    (repository / ".gitattributes").write_text("*.yml filter=evil export-ignore diff=evil\n")
    git(repository, "config", "filter.evil.smudge", "touch evil")
    git(repository, "config", "diff.evil.textconv", "touch evil")
    git(repository, "add", ".gitattributes")
    git(repository, "commit", "-qm", "three")
    assert call("diff", "HEAD").exit_code == 0
    assert not (repository / "evil").exists()


@pytest.mark.parametrize(
    "revision",
    [
        "--output=x", "-h", "nope", "", "HEAD..v1", "^HEAD", "HEAD^{tree}", "HEAD:", ":specs/whmcs-openapi.yml", "v1 v2",
        "v1;touch evil", "$(touch evil)", "\x1b[31m", "v1\nv2", "x" * 5000, "HEAD:../x.yml", "HEAD:/etc/passwd",
        "HEAD:specs/notes.md", "HEAD:specs/overlays", "HEAD:nope", "\udc80", "HEAD@{99}", "\u202etxt",
    ],
)  # fmt: skip
def test_what_is_no_side_is_refused_in_one_line(call: Call, repository: Path, revision: str) -> None:
    for command in ("diff", "changelog"):
        refused = call(command, "--", revision)
        assert refused.exit_code == 2
        assert refused.stdout == ""
        assert refused.stderr.startswith("error: ")
        assert refused.stderr.count("\n") == 1
        assert refused.stderr.rstrip("\n").isprintable()
    assert {path.name for path in repository.iterdir()} == {".git", "specs"}


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--file", "specs/dialect.yml", "specs/dialect.yml is a document, and no changelog: name another with --file"),
        ("--heading", "a\nb", "a heading is one line"),
        ("--heading", "  ", "a heading is one line"),
    ],
)
def test_the_changelog_is_written_nowhere_else(
    call: Call, repository: Path, option: str, value: str, said: str
) -> None:
    refused = call("changelog", "v1", option, value)
    assert refused.exit_code == 2
    assert refused.stderr.endswith(f"Error: {said}\n")
    assert git(repository, "status", "--porcelain") == " M specs/whmcs-openapi.yml\n"


def test_without_git_or_a_repository_it_says_so(call: Call, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.move(repository / ".git", repository / "gone")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repository.parent))
    assert "is neither a file nor a folder, and " in call("diff", "v1").stderr
    assert "is in no git repository\n" in call("diff", "v1").stderr
    monkeypatch.setenv("PATH", str(repository))
    assert call("diff", "v1").stderr == "error: git is not installed; name files or folders to compare\n"


def test_a_link_in_a_revision_is_not_followed(call: Call, repository: Path) -> None:
    (repository / "specs/overlays/20.yml").symlink_to("/etc/passwd")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "three")
    assert call("diff", "HEAD", "v1").stderr == (
        "error: `specs/overlays/20.yml` is a link, or leads elsewhere, at that revision; name a file instead\n"
    )


def test_specs_at_the_root_of_a_repository_and_a_call_from_a_folder_below(
    call: Call, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "api é").mkdir()
    for name in ("whmcs-openapi.yml", "dialect.yml"):
        git(repository, "mv", f"specs/{name}", name)
        shutil.copy(repository / name, repository / "api é")
    git(repository, "add", ".")
    git(repository, "commit", "-qam", "three")
    assert "HEAD -> .: nothing changes" in call("diff", "HEAD", "--spec", "whmcs-openapi.yml").stdout
    monkeypatch.chdir(repository / "api é")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    (repository / "api é/whmcs-openapi.yml").write_text(SPEC)
    found = call("diff", "HEAD", "--spec", "whmcs-openapi.yml")
    assert "HEAD:api é/whmcs-openapi.yml:15 -> whmcs-openapi.yml:16\n" in found.stdout


def test_a_full_disk_is_said(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    failed = call("diff", "v1")
    assert failed.exit_code == 2
    assert failed.stderr.startswith("error: the specs of v1 cannot be put into ")
    assert failed.stderr.endswith(": No space left on device\n")


def test_a_broken_side_is_reported_with_its_places(call: Call, repository: Path) -> None:
    edit(repository / "specs/whmcs-openapi.yml", "schemas/Things'", "schemas/Thongs'")
    git(repository, "commit", "-qam", "three")
    broken = call("diff", "HEAD", "v1")
    assert broken.exit_code == 2
    assert " --> HEAD:specs/whmcs-openapi.yml:21:" in broken.stderr
    assert "schema: {$ref: '#/components/schemas/Thongs'}\n" in broken.stderr
    assert " --> specs/whmcs-openapi.yml:21:" in call("diff", "v1").stderr


def test_a_name_that_python_cannot_give_twice_is_a_broken_side(call: Call, repository: Path) -> None:
    edit(repository / "specs/whmcs-openapi.yml", "/?action=AddThing", "/?action=getThings")
    broken = call("diff", "v1")
    assert broken.exit_code == 2
    assert "would both be called `get_things` in Python" in broken.stderr


def test_a_dialect_stands_beside_the_spec_or_is_named(call: Call, repository: Path) -> None:
    lone = repository / "lone"
    lone.mkdir()
    shutil.copy(repository / "specs/whmcs-openapi.yml", lone)
    assert (
        call("diff", "lone").stderr
        == "error: there is no dialect.yml beside lone/whmcs-openapi.yml; name one with --dialect\n"
    )
    assert "1 breaking" in call("diff", "specs", "lone", "--dialect", "specs/dialect.yml").stdout


def test_changes_of_the_dialect_have_their_places(call: Call, repository: Path) -> None:
    edit(repository / "specs/dialect.yml", "size: limitnum", "size: pagesize")
    line = (repository / "specs/dialect.yml").read_text().splitlines().index("  size: pagesize") + 1
    assert f"paging-changed  v1:specs/dialect.yml:{line} -> specs/dialect.yml:{line}\n" in call("diff", "v1").stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("v2", "v1"), 0),
        (("v2", "v1", "--fail-on", "breaking"), 1),
        (("v1", "v2", "--fail-on", "breaking"), 0),
        (("v1", "v2", "--fail-on", "additive"), 1),
        (("v2", "v1", "--fail-on", "cosmetic"), 1),
        (("v1", "v1", "--fail-on", "cosmetic", "--fail-on", "version"), 0),
        (("v1", "v2", "--fail-on", "version"), 1),
        (("v1", "v2", "--fail-on", "breaking", "--fail-on", "version"), 1),
        (("v1", "--fail-on", "everything"), 2),
        ((), 2),
    ],
)
def test_the_exit_code_says_what_a_pipeline_asks(call: Call, arguments: tuple[str, ...], code: int) -> None:
    assert call("diff", *arguments).exit_code == code


def test_a_version_that_went_down_is_told_where_nothing_else_changes(call: Call, repository: Path) -> None:
    git(repository, "commit", "-qam", "three")
    edit(repository / "specs/dialect.yml", "version: 0.1.0", "version: 0.0.5")
    found = call("diff", "HEAD", "--fail-on", "version")
    assert found.exit_code == 1
    assert found.stdout.endswith("version 0.0.5 is too low: it was 0.1.0\n")


def test_a_version_that_is_high_enough_passes(call: Call, repository: Path) -> None:
    edit(repository / "specs/dialect.yml", "version: 0.1.0", "version: 0.2.0")
    found = call("diff", "v1", "--fail-on", "version")
    assert found.exit_code == 0
    assert "version 0.2.0, from 0.1.0: at least 0.1.1 is needed (patch)" in found.stdout


def test_markdown_holds_texts_as_text(call: Call, repository: Path) -> None:
    edit(repository / "specs/whmcs-openapi.yml", "properties: {name: {type: string}}",
         'properties: {"a`b|<script>*[x](y)": {type: string}, name: {type: string}}')  # fmt: skip
    shown = call("diff", "v2", "--format", "markdown").stdout
    assert shown.startswith(
        "## v2 → specs: 2 additive\n\n### Additive\n\n- `kind` of `general.get_things` may be left out"
    )
    assert "<script>" not in shown.replace("\\<script\\>", "")
    assert "](y)" not in shown.replace("\\]", "")


def test_explain_lists_every_kind(call: Call) -> None:
    listed = call("diff", "--explain").stdout
    assert set(re.findall(r"^  (\S+) ", listed, re.MULTILINE)) == CATALOGUE.keys()


def test_the_readme_sorts_changes_as_the_catalogue_does() -> None:
    readme = (ROOT / "README.md").read_text()
    section = readme[readme.index("## After a spec update") :].partition("\n## ")[0]
    rows = re.findall(r"^\| (breaking|additive|cosmetic) \| (.*) \|$", section, re.MULTILINE)
    assert [impact for impact, _ in rows] == ["breaking", "additive", "cosmetic"]
    for impact, text in rows:
        codes = re.findall(r"`([a-z]+(?:-[a-z]+)+)`", text)
        assert codes
        assert {str(CATALOGUE[code].impact) for code in codes} == {impact}


def test_the_changelog_is_written_beside_the_spec(call: Call, repository: Path) -> None:
    first = call("changelog", "v1")
    assert (first.exit_code, first.stdout) == (0, "specs/CHANGELOG.md: changes are under Unreleased\n")
    text = (repository / "specs/CHANGELOG.md").read_text()
    assert text.startswith(
        "# Changelog\n\nWhat changes for users of the generated packages.\n\n## Unreleased\n\n"
        "### Added\n\n- `Things` has `size`, integer.\n\n### Changed\n\n- `kind` of `general.get_things` may be left out.\n\n<!--"
    )
    assert call("changelog", "v1").stdout == "specs/CHANGELOG.md: nothing to change\n"
    edit(repository / "specs/dialect.yml", "version: 0.1.0", "version: 0.1.1")
    assert call("changelog", "v1").stdout == "specs/CHANGELOG.md: changes are under 0.1.1\n"
    assert (repository / "specs/CHANGELOG.md").read_text() == text.replace("Unreleased", "0.1.1")


def test_a_changelog_under_a_version_that_is_too_low_is_written_with_a_warning(call: Call, repository: Path) -> None:
    edit(repository / "specs/whmcs-openapi.yml", "AddThing", "AppendThing")
    assert call("changelog", "v2").stderr == ""  # it is not raised yet: Unreleased
    edit(repository / "specs/dialect.yml", "version: 0.1.0", "version: 0.1.1")
    line = (repository / "specs/dialect.yml").read_text().split("version: 0.1.1")[0].count("\n") + 1
    warned = call("changelog", "v2")
    assert (warned.exit_code, warned.stdout) == (0, "specs/CHANGELOG.md: changes are under 0.1.1\n")
    assert warned.stderr == (
        "warning: version 0.1.1 is too low: from 0.1.0 these changes ask for at least 0.2.0 (minor); "
        f"raise `version` at specs/dialect.yml:{line}, and the heading with it\n"
    )
    assert call("changelog", "v2", "--heading", "Next").stderr == warned.stderr
    assert call("changelog", "v2", "--heading", "Unreleased").stderr == ""
    edit(repository / "specs/dialect.yml", "version: 0.1.1", "version: 0.2.0")
    assert call("changelog", "v2").stderr == ""


def test_a_changelog_that_cannot_be_written_is_one_line(call: Call, repository: Path) -> None:
    (repository / "bytes.md").write_bytes(b"\xff")
    assert call("changelog", "v1", "--file", "bytes.md").stderr == "error: bytes.md is not UTF-8; save it as UTF-8\n"
    gone = call("changelog", "v1", "--file", "no/where.md")
    assert (gone.exit_code, gone.stderr.count("\n")) == (2, 1)
    assert call("changelog", "v1", "--heading", "a\nb").exit_code == 2


def test_what_the_settings_of_a_project_name_is_compared(call: Call, repository: Path) -> None:
    (repository / "mine").mkdir()
    (repository / "mine/90.yml").write_text(OVERLAY.replace("size", "weight"))
    settings = '[tool.whmcs-codegen]\noverlays = ["specs/overlays", "mine"]\nonly = ["GetThings"]\n'
    (repository / "pyproject.toml").write_text(settings)
    told = call("diff", "v1", "v2").stdout
    assert "`Things` has `size`" in told
    assert "weight" not in told
    (repository / "pyproject.toml").write_text(settings.replace("GetThings", "GetOthers"))
    assert "nothing" in call("diff", "v1", "v2").stdout


@pytest.mark.parametrize("named", ['"mine"', '"mine/90.yml"'])
def test_overlays_elsewhere_are_those_of_the_revision(call: Call, repository: Path, named: str) -> None:
    (repository / "pyproject.toml").write_text(f"[tool.whmcs-codegen]\noverlays = [{named}]\n")
    (repository / "mine").mkdir()
    (repository / "mine/90.yml").write_text(OVERLAY.replace("size", "weight"))
    git(repository, "add", "mine")
    git(repository, "commit", "-qm", "three")
    edit(repository / "mine/90.yml", "weight: {type: integer}", "weight: {type: string}")
    told = call("diff", "HEAD").stdout
    assert "field-type-changed  HEAD:mine/90.yml:5 -> mine/90.yml:5" in told
    assert "`Things` has `weight`" in call("diff", "v2", "HEAD").stdout  # it was not there yet
    for name in ("mine", "specs"):
        shutil.copytree(repository / name, repository / "old" / name)
    edit(repository / "old/mine/90.yml", "weight", "height")
    assert "`weight`" in call("diff", "old/specs").stdout
