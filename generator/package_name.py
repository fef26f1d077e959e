"""What the package of a client can be called, whatever its language; targets refuse what their own cannot have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from .naming import DEVICES

_NAME = re.compile("[a-z][a-z0-9_]*")
_LONGEST = 100
_ANOTHER = "take another name, such as one that ends in `_api`"


@dataclass(frozen=True, slots=True)
class PackageName:
    """What the settings call the package; ``offset`` is where the text of ``file`` does."""

    name: str
    file: Path
    offset: int


def problem_of_package(name: str) -> tuple[str, str] | None:
    """Why no package can be called so, and what to do; None where it can."""
    if not _NAME.fullmatch(name):
        return "cannot be the name of a package", "take small letters, digits and `_`"
    if name in DEVICES:
        return "is a device on Windows, and cannot be the name of a folder", _ANOTHER
    if len(name) > _LONGEST:
        return f"has more than {_LONGEST} characters, and cannot be the name of a package", "take a shorter name"
    return None
