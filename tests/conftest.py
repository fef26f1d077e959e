"""Where tests find the generated client: ``import whmcs`` is generated/python/whmcs."""

from __future__ import annotations

import sys
from pathlib import Path

# At the end: PYTHONPATH may name another build of the package.
sys.path.append(str(Path(__file__).parent.parent / "generated" / "python"))
