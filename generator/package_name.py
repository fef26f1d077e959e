"""What the package of a client can be called: a name that can be imported, and that hides nothing it needs."""

from __future__ import annotations

import keyword
import re
import sys

_NAME = re.compile("[a-z][a-z0-9_]*")
_LONGEST = 100
# Names of devices on Windows, where no folder can be called so.
_DEVICE = re.compile("con|prn|aux|nul|(com|lpt)[0-9]")
# What the Python client imports, and what that imports in turn, if only where it is there: a package of that name would
# be found in its place.
NEEDED = frozenset({
    "annotated_types", "anyio", "brotli", "brotlicffi", "certifi", "click", "h11", "h2", "httpcore", "httpx", "idna",
    "pydantic", "pydantic_core", "pygments", "rich", "sniffio", "socksio", "trio", "typing_extensions",
    "typing_inspection", "zstandard",
})  # fmt: skip


def problem_of_package(name: str) -> tuple[str, str] | None:
    """Why a package cannot be called so, and what to do; None where it can."""
    if not _NAME.fullmatch(name):
        return "cannot be the name of a package", "take small letters, digits and `_`"
    another = "take another name, such as one that ends in `_api`"
    if keyword.iskeyword(name):
        return "is a word of Python, and cannot be the name of a package", another
    if name in sys.stdlib_module_names:
        return "is a module of Python itself, which a package of that name would hide", another
    if name in NEEDED:
        return "is a package that the client needs, which one of that name would hide", another
    if _DEVICE.fullmatch(name):
        return "is a device on Windows, and cannot be the name of a folder", another
    if len(name) > _LONGEST:
        return f"has more than {_LONGEST} characters, and cannot be the name of a package", "take a shorter name"
    return None
