"""One file that a user names, written all at once: whoever is killed, or finds the disk full, leaves the old one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from .tree import OutputError


def write_whole(path: Path, content: bytes) -> None:
    """Puts content in place of a file. A link stays one; a device or a pipe is written to. Raises OutputError."""
    try:
        real = Path(os.path.realpath(path))
        if real.exists() and not real.is_file():
            real.write_bytes(content)
        else:
            _replace(real, content)
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written: {error.strerror}; make room there, or name another file"
        ) from error


def _replace(real: Path, content: bytes) -> None:
    draft = real.with_name(f".{real.name}.new")
    draft.unlink(missing_ok=True)  # of a run that was killed; if it is a link, it is not followed
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if real.exists():
            draft.chmod(real.stat().st_mode & 0o777)
        draft.replace(real)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
