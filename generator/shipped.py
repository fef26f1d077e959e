"""Where the files that ship with the generator are: templates, specs, wire vectors, and what ``init`` writes.

In a checkout they are folders beside this package, there to be read and changed; a wheel has them inside it, since
nothing else is sure to be installed with it (see ``[tool.setuptools.package-dir]`` in pyproject.toml).
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_INSIDE = _HERE / "shipped_files"
IS_CHECKOUT = not _INSIDE.is_dir()
_ROOT = _HERE.parent if IS_CHECKOUT else _INSIDE

TEMPLATES = _ROOT / "templates"
SPECS = _ROOT / "specs"
STARTER = _ROOT / "starter"
# The wire vectors are tests of every client, those of a target of one's own too.
WIRE = _ROOT / ("tests/wire" if IS_CHECKOUT else "wire")
