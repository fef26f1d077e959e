"""Where tests find the generated client: ``import whmcs`` is generated/python/whmcs."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

# At the end: PYTHONPATH may name another build of the package.
sys.path.append(str(Path(__file__).parent.parent / "generated" / "python"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where CI is set everything is installed, so a skipped test is a hole: it fails, with its reason."""
    report = yield
    in_ci = os.environ.get("CI", "").casefold() not in ("", "0", "false", "no")
    if report.skipped and in_ci and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.longrepr = f"{item.nodeid}: skipped where CI is set, which counts as a failure: {reason}"
    return report
