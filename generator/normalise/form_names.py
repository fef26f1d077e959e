"""Names of parameters as PHP reads them from a form: ``ids[]`` is the list ``ids``, and ``a.b`` comes as ``a_b``."""

from __future__ import annotations

import re

# "pid", "pid[0]", "filter[state]". Dots and spaces in front of the first bracket become underscores, and a name ends at
# a NUL; "[]" and "[ ]" are "the next".
_READ_AS_WRITTEN = re.compile(r"[^ .\[\0]+(\[(?!\s\])[^\[\]\0]+\])*", re.ASCII)
_NEXT = "[]"


def list_name(name: str) -> str:
    """The name of a list, ``ids[]`` or ``ids``, whose items are written with their indexes: ``ids``."""
    return name.removesuffix(_NEXT) or name


def is_read_as_written(name: str) -> bool:
    """Whether the server reads a variable of that name under this very name."""
    return _READ_AS_WRITTEN.fullmatch(name) is not None
