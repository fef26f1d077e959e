"""Every target keeps the contract of ``generator/targets/base.py``: the proofs of ``generator/contract``, one a test."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from generator.contract.proofs import PROOFS, Proof
from generator.contract.subject import Subject
from generator.targets.registry import built_in

CASES = [
    pytest.param(entry.name, proof, id=f"{entry.name}: {proof.name}")
    for entry in built_in()
    for proof in PROOFS
    if entry.load().checks is not None or not proof.tools
]


@pytest.fixture(scope="module")
def subject(tmp_path_factory: pytest.TempPathFactory):
    """A target on trial, by name; its outputs are made once."""

    @cache
    def made(name: str) -> Subject:
        return Subject(name, Path(tmp_path_factory.mktemp(name)))

    return made


@pytest.mark.parametrize(("name", "proof"), CASES)
def test_a_target_keeps_the_contract(name: str, proof: Proof, subject) -> None:
    on_trial: Subject = subject(name)
    checks = on_trial.target.checks
    if proof.tools and checks is not None and (missing := checks.missing()):
        pytest.skip(missing)
    proof.run(on_trial)
