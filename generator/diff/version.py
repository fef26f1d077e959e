"""Changes -> the least version that the packages may have next, by https://semver.org.

From 1.0.0 on      breaking: major    additive: minor    cosmetic: patch
Before 1.0.0       breaking: minor    additive and cosmetic: patch

Before 1.0.0 Semantic Versioning allows anything; package managers read `~=0.1.2` and `^0.1.2` as above.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .catalogue import Impact
from .change import Change

_Numbers = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What becomes of a version.

    old, new:  what the dialects say
    step:      "major", "minor" or "patch"; None where nothing changes
    least:     the least version that the changes ask for
    """

    old: str
    new: str
    step: str | None
    least: str

    @property
    def is_met(self) -> bool:
        """Whether the new version is high enough."""
        return _numbers(self.new) >= _numbers(self.least)

    @property
    def is_raised(self) -> bool:
        """Whether the new version is a later one."""
        return _numbers(self.new) > _numbers(self.old)


def proposal(old: str, new: str, changes: Iterable[Change]) -> Proposal:
    """What the changes ask of the version."""
    impacts = {change.impact for change in changes}
    worst = next((impact for impact in Impact if impact in impacts), None)
    if worst is None:
        return Proposal(old, new, None, old)
    step = _step(worst, _numbers(old))
    return Proposal(old, new, step, _raised(_numbers(old), step))


def _step(worst: Impact, version: _Numbers) -> str:
    steps = {Impact.BREAKING: "major", Impact.ADDITIVE: "minor", Impact.COSMETIC: "patch"}
    if version[0] == 0:
        steps |= {Impact.BREAKING: "minor", Impact.ADDITIVE: "patch"}
    return steps[worst]


def _raised(version: _Numbers, step: str) -> str:
    major, minor, patch = version
    if step == "major":
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if step == "minor" else f"{major}.{minor}.{patch + 1}"


def _numbers(version: str) -> _Numbers:
    """``1.20.3`` -> (1, 20, 3). The dialect's schema knows no other form."""
    major, minor, patch = version.split(".")
    return int(major), int(minor), int(patch)
