"""Black, which gives the Python client its style: about 0.65 ms a line, by far the slowest part of a run."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from ...formatter import Formatter
from .text import LINE_LENGTH

if TYPE_CHECKING:
    from black.mode import Mode

_VERSIONS = ("PY311", "PY312", "PY313", "PY314")


def format_python(text: str) -> str:
    """The text in Black's style. Raises ``black.InvalidInput`` if it is no Python."""
    import black  # 0.17 s, and most runs have nothing to format

    return black.format_str(text, mode=_mode())


@cache
def _identity() -> str:
    return f"black {version('black')} {LINE_LENGTH} {' '.join(_VERSIONS)}"


@cache
def _mode() -> Mode:
    from black.mode import Mode, TargetVersion

    # Without target versions Black drops the magic trailing comma after keyword-only parameters.
    return Mode(target_versions={TargetVersion[name] for name in _VERSIONS}, line_length=LINE_LENGTH)


BLACK = Formatter(_identity, format_python, _mode)
