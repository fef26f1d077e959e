"""The record of what we wrote, and whether there is anything to do: generator/output/manifest.py."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from outputs import ROOT, content, files_of, run

from generator.output import OutputError, compare, inputs_digest, installed_versions, is_current, write
from generator.output.manifest import load

FILES = {"python/b.py": "b\n", "python/a.py": "a\n"}


def test_the_manifest_lists_each_file_with_its_digests(tmp_path: Path):
    run(tmp_path, FILES, inputs="abc")
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    a = "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7"
    b = "0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f"
    assert manifest["targets"] == {"python": {"inputs": "abc", "files": {"python/a.py": [a, a], "python/b.py": [b, b]}}}
    assert f'        "python/a.py": ["{a}", "{a}"],\n' in (tmp_path / "manifest.json").read_text()


def test_the_output_is_the_same_in_any_place_at_any_time_and_in_any_order(tmp_path: Path):
    script = (
        "import sys\nfrom outputs import *\n"
        "run(Path(sys.argv[1]), dict.fromkeys({f'd{i}/f{j}.py' for i in range(9) for j in range(9)}, 'x\\n'))"
    )
    for seed in "12":
        (tmp_path / f"place {seed}").mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
        command = [sys.executable, "-c", script, "out"]
        subprocess.run(command, cwd=tmp_path / f"place {seed}", env=environment, check=True)
    one, other = ((tmp_path / f"place {seed}" / "out/manifest.json").read_bytes() for seed in "12")
    assert one == other
    assert str(tmp_path).encode() not in one


ZEROS = "0" * 64


def manifest_with(path: str, digests: object) -> str:
    return json.dumps({"version": 1, "targets": {"python": {"inputs": "", "files": {path: digests}}}})


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "null", "{", "[" * 100_000, '{"version": 1}', '{"version": 2, "targets": {}}', "\xff"),
        *('{"version": 1, "targets": []}', '{"version": 1, "targets": {"python": {"inputs": 1, "files": {}}}}'),
        *(manifest_with(path, [ZEROS, ZEROS]) for path in ("../victim", "/etc/passwd", "a/../../victim", "a\\b")),
        *(manifest_with("a", digests) for digests in (["0", "0"], [], "ab", None, [1, 2], [ZEROS])),
        "<<<<<<< ours\n{}\n=======\n",
    ],
    ids=lambda text: text[:20],
)
def test_a_manifest_that_cannot_be_trusted_is_refused(tmp_path: Path, text: str):
    (tmp_path / "manifest.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(OutputError, match=r"manifest\.json in the output folder cannot be used .* Restore it") as caught:
        run(tmp_path, FILES)
    assert not re.search(r"\w(Error|Exception)\b", str(caught.value)), "a name of Python's"
    assert content(tmp_path) == {}
    assert not is_current(tmp_path, {})


def test_a_manifest_cannot_have_files_deleted_that_were_not_generated(tmp_path: Path):
    run(tmp_path, FILES)
    (tmp_path / "python/mine.py").write_text("mine")
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    manifest["targets"]["python"]["files"]["python/mine.py"] = [ZEROS, ZEROS]
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    run(tmp_path, FILES)
    assert content(tmp_path) == FILES | {"python/mine.py": "mine"}


def test_a_manifest_that_reads_differently_is_drift_even_if_it_says_the_same(tmp_path: Path):
    run(tmp_path, FILES)
    text = (tmp_path / "manifest.json").read_text()
    (tmp_path / "manifest.json").write_text(json.dumps(json.loads(text)))
    assert not compare(tmp_path, files_of(FILES), {"python": "1"}).is_current
    run(tmp_path, FILES)
    assert (tmp_path / "manifest.json").read_text() == text


def edit(out: Path) -> None:
    (out / "python/a.py").write_text("A\n")


def link(out: Path) -> None:
    (out / "python/a.py").rename(out / "a")
    (out / "python/a.py").symlink_to(out / "a")


@pytest.mark.parametrize(
    "spoil",
    [
        edit,
        link,
        lambda out: (out / "python/a.py").unlink(),
        lambda out: shutil.rmtree(out / "python"),
        lambda out: shutil.rmtree(out),
        lambda out: (out / "manifest.json").unlink(),
        lambda out: (out / ".generating").mkdir(),
    ],
)
def test_an_output_that_someone_changed_is_not_current(tmp_path: Path, spoil: Any):
    out = tmp_path / "out"
    run(out, FILES)
    assert is_current(out, {"python": "1"})
    spoil(out)
    assert not is_current(out, {"python": "1"})


def test_an_output_is_current_for_its_inputs_and_targets_only(tmp_path: Path):
    write(tmp_path, (*files_of(FILES), *files_of({"ts/a": ""}, "ts")), {"python": "1", "ts": "2"})
    assert is_current(tmp_path, {"python": "1"})
    assert is_current(tmp_path, {"python": "1", "ts": "2"}, known=["python", "ts"])
    assert not is_current(tmp_path, {"python": "2"})
    assert not is_current(tmp_path, {"python": "1", "go": "3"})
    assert not is_current(tmp_path, {"python": "1"}, known=["python"])
    assert not is_current(tmp_path, {"python": "1"}, known=["python", "ts"], alone=True)


def test_that_nothing_is_to_be_done_is_found_out_at_once(tmp_path: Path):
    run(tmp_path, {f"python/m{index % 20}/f{index}.py": "x = 1  # text\n" * 500 for index in range(200)})
    took = []
    for _ in range(5):
        begun = time.perf_counter()
        inputs_digest({"generator": ROOT / "generator", "specs": ROOT / "specs", "templates": ROOT / "templates"})
        assert is_current(tmp_path, {"python": "1"})
        took.append(time.perf_counter() - begun)
    assert min(took) < 0.06


# Inputs


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "inputs"
    (folder / "overlays/more").mkdir(parents=True)
    (folder / "spec.yml").write_text("spec")
    (folder / "overlays/1.yml").write_text("1")
    (folder / "overlays/more/2.yml").write_text("2")
    return folder


def digest_of(folder: Path, **facts: str) -> str:
    return inputs_digest({"spec": folder / "spec.yml", "overlays": folder / "overlays", "gone": folder / "gone"}, facts)


def test_the_digest_of_the_inputs_does_not_depend_on_where_they_are(inputs: Path, monkeypatch: pytest.MonkeyPatch):
    before = digest_of(inputs)
    copy = shutil.copytree(inputs, inputs.parent / "copy")
    assert digest_of(copy) == before
    monkeypatch.chdir(copy)
    assert digest_of(Path()) == before


def rename(folder: Path) -> None:
    (folder / "overlays/1.yml").rename(folder / "overlays/0.yml")


def move_up(folder: Path) -> None:
    (folder / "overlays/more/2.yml").rename(folder / "overlays/2.yml")


@pytest.mark.parametrize(
    "change",
    [
        rename,
        move_up,
        lambda folder: (folder / "spec.yml").write_text("other"),
        lambda folder: (folder / "spec.yml").unlink(),
        lambda folder: (folder / "overlays/3.yml").write_text(""),
        lambda folder: (folder / "gone").write_text(""),
    ],
)
def test_any_change_of_the_inputs_changes_their_digest(inputs: Path, change: Any):
    before = digest_of(inputs)
    change(inputs)
    assert digest_of(inputs) != before


def test_facts_count_and_byte_code_does_not(inputs: Path):
    before = digest_of(inputs, black="1")
    assert digest_of(inputs, black="2") != before
    (inputs / "overlays/__pycache__").mkdir()
    (inputs / "overlays/__pycache__/x.pyc").write_text("")
    (inputs / "overlays/.swp").write_text("")
    assert digest_of(inputs, black="1") == before


def test_versions_are_those_that_are_installed():
    import importlib.metadata as metadata

    packages = ("black", "datamodel-code-generator", "jinja2")
    assert installed_versions(*packages) == {package: metadata.version(package) for package in packages}
    with pytest.raises(OutputError, match="Not installed: no-such-package"):
        installed_versions("black", "no-such-package")


def test_no_manifest_is_an_empty_one(tmp_path: Path):
    assert list(load(tmp_path / "nowhere").files()) == []
