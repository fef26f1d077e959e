"""Which files are documents, told without reading any."""

from __future__ import annotations

from collections.abc import Iterable
from os.path import lexists
from pathlib import Path, PurePath

SUFFIXES = (".json", ".yml", ".yaml")
# The folder beside a spec that corrects it, where nobody names another.
OVERLAYS = "overlays"


def documents(folder: Path, pattern: str) -> list[Path]:
    """The documents in a folder, by name; none where there is no folder.

    What stands in its place, such as a link that leads nowhere, is given itself: reading it says what is wrong.
    """
    if lexists(folder) and not folder.is_dir():
        return [folder]
    found = (path for path in folder.glob(pattern) if path.suffix.lower() in SUFFIXES and path.name[0] != ".")
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def may_be_main(path: PurePath) -> bool:
    """Whether a file in the folder of a spec may be the spec itself, by its name."""
    return path.suffix.lower() in SUFFIXES and not path.stem.startswith("dialect") and path.stem != "lint"


def overlay_files(places: Iterable[Path]) -> list[Path]:
    """The overlays in some places: files as they are, of a folder its documents by name."""
    return [file for place in places for file in (documents(place, "*") if place.is_dir() else [place])]
