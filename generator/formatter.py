"""What gives a generated text its final form. A target hands one along with each file that needs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Formatter:
    """Gives text its final form.

    identity:  name, version and settings: the same identity and text give the same result for ever
    function:  a function of a module, since it may run in another process
    prepare:   imports what it needs, once, before processes are started
    """

    identity: Callable[[], str]
    function: Callable[[str], str]
    prepare: Callable[[], object] = lambda: None
