"""A bounded run of the fuzzer (``fuzzing.py``), on the same examples every time; `make fuzz` goes on with others."""

from __future__ import annotations

import pytest
from fuzzing import CHECKS, bounded, fuzz

# Some seconds each. Python takes a second an example, since its models are printed by another generator.
EXAMPLES = {"read": 250, "lint": 100, "typescript": 30, "python": 8}


@pytest.mark.parametrize("name", CHECKS)
def test_whatever_a_spec_holds_a_run_ends_with_a_result_or_a_report(name: str) -> None:
    fuzz(name, EXAMPLES[name])


def test_what_takes_long_or_much_is_found() -> None:
    with pytest.raises(TimeoutError), bounded(1):
        while True:
            pass
    with pytest.raises(MemoryError), bounded():
        bytearray(8 * 2**30)
