"""The project of these tests, and a client that was vendored in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from vendor_support import prepare, run


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small spec, which is the current one; the client goes to ``acme/vendor/small``."""
    prepare(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def vendored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the client, made once."""
    place = tmp_path_factory.mktemp("vendored")
    with pytest.MonkeyPatch.context() as patch:
        prepare(place)
        patch.chdir(place)
        run("python", "small")
    return place / "small"


@pytest.fixture
def dest(project: Path, vendored: Path) -> Path:
    shutil.copytree(vendored, project / "acme/vendor/small")
    return project / "acme/vendor/small"
