"""Names that a test says, held against those there are: of a misspelt one, nothing would be tested."""

from __future__ import annotations

import re
import warnings
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import Final

from .._runtime import misfit
from .._runtime.outside import levels_to_caller

# From that likeness on a name is taken for another one misspelt: stauts is as like status as 0.83.
_LIKENESS: Final = 0.8
# Shorter names are like others by chance: bcc is not cc misspelt.
_SHORTEST: Final = 4


class MisspeltWarning(UserWarning):
    """A test names an action or a field that is unknown, and very like a known one.

    Names of one's own are allowed: give it to ``warnings.filterwarnings`` where one is so like.
    """


def warn(where: str, what: str, name: str, known: Collection[str]) -> None:
    """Warns if the name is not known and like one that is."""
    if meant := nearest(name, known):
        text = f"{where}: {what} {name} is not known; did you mean {meant}?"
        warnings.warn(text, MisspeltWarning, levels_to_caller())


def warn_of_fields(
    where: str, action: str, records: Iterable[object], known: Collection[str]
) -> None:
    """Warns of the fields of these records that are not known and like one that is."""
    maps = [record for record in records if misfit.is_map(record)]
    for name in dict.fromkeys(str(name) for record in maps for name in record):
        warn(where, f"of {action}, the field", name, known)


def nearest(name: str, known: Collection[str], likeness: float = _LIKENESS) -> str | None:
    """The known name that is probably meant; None if it is known itself, or like none.

    Names that differ in digits only are meant to differ: ``address3`` is not ``address2``.
    """
    if name in known:
        return None
    is_short = len(name) < _SHORTEST
    others = () if is_short else (each for each in known if _letters(each) != _letters(name))
    folded = {each.casefold(): each for each in others}
    folded |= {each.casefold(): each for each in known if each.casefold() == name.casefold()}
    near = get_close_matches(name.casefold(), folded, 1, likeness)
    return folded[near[0]] if near else None


def _letters(name: str) -> str:
    return re.sub(r"\d", "", name)
