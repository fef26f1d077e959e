"""A target on trial: its output for each of the specs, generated and run once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import pipeline
from ..ir import Api
from ..output import OutputTree
from ..pipeline import Inputs, Progress
from ..shipped import IS_CHECKOUT, SPECS
from ..specs.sources import Sources
from ..targets.base import Checks, Offer, Target
from ..targets.registry import BUILT_IN, find
from . import specs
from .hostile import texts

# Begins every summary in the hostile spec, with a number.
MARK = "hostile-text-"


@dataclass(frozen=True, slots=True)
class Output:
    """What a target makes of a spec, in a folder that checks may write to.

    rendered:  path and text of each file that is no copy of a static one
    beside:    what else there is in the folder above it
    """

    api: Api
    folder: Path
    rendered: Mapping[str, str]
    beside: frozenset[str]


class Subject:
    """``reference`` names the target as on the command line; ``scratch`` is a folder for its outputs."""

    def __init__(self, reference: str, scratch: Path) -> None:
        self.reference = str(Path(reference).resolve()) if reference.endswith(".py") else reference
        self.scratch = scratch
        self.entry = find(self.reference)
        self.target: Target = self.entry.load()
        self._outputs: dict[str, Output] = {}
        self._offers: dict[str, Mapping[str, Offer]] = {}

    @property
    def checks(self) -> Checks:
        """Raises NotImplementedError for a target that has none."""
        if self.target.checks is None:
            raise NotImplementedError("the target has no checks")
        return self.target.checks

    def output(self, name: str) -> Output:
        """The output for one of ``plain``, ``reserved``, ``hostile``, or for the ``project``'s own specs."""
        if name not in self._outputs:
            self._outputs[name] = self._project() if name == "project" else self._made(name)
        return self._outputs[name]

    def offers(self, name: str) -> Mapping[str, Offer]:
        """What the client in an output offers."""
        if name not in self._offers:
            self._offers[name] = self.checks.offers(self.output(name).folder)
        return self._offers[name]

    def inputs(self, name: str) -> Inputs:
        """The files of a spec, written into the scratch folder."""
        document, dialect = _SPECS[name](self)
        folder = self.scratch / name / "spec"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "openapi.json").write_text(json.dumps(document))
        (folder / "dialect.json").write_text(json.dumps({**specs.DIALECT, **dialect}))
        return Inputs(folder / "openapi.json", folder / "dialect.json")

    def _project(self) -> Output:
        inputs = Inputs(SPECS / "whmcs-openapi.yml", SPECS / "dialect.yml")
        generated = SPECS.parent / "generated"
        if not (IS_CHECKOUT and self.entry.name in BUILT_IN and pipeline.up_to_date(inputs, generated, [self.entry])):
            return self._write(inputs, self.scratch / "project/out")
        reading = pipeline.read(inputs, Sources(inputs.spec.parent), Progress())
        folder = copied(generated / self.entry.name, self.scratch / "project/out")
        return Output(reading.api, folder, {}, frozenset())

    def _made(self, name: str) -> Output:
        return self._write(self.inputs(name), self.scratch / name / "out")

    def _write(self, inputs: Inputs, out: Path) -> Output:
        progress = Progress()
        with pipeline.prepared([self.entry]) as targets:
            reading = pipeline.read(inputs, Sources(inputs.spec.parent), progress)
            tree = pipeline.render(reading, targets, progress)
        pipeline.generate(tree, inputs, out, [self.entry], progress)
        beside = {path.name for path in out.iterdir()} - {self.target.name, "manifest.json"}
        return Output(reading.api, out / self.target.name, self._rendered(tree, out), frozenset(beside))

    def _rendered(self, tree: OutputTree, out: Path) -> dict[str, str]:
        from ..render import Renderer

        static = {content for _, content in Renderer(self.target.templates).static_files(self.target.name)}
        paths = [draft.path for draft in tree if draft.content not in static]
        return {path.partition("/")[2]: (out / path).read_bytes().decode("utf-8", "replace") for path in paths}


def copied(folder: Path, to: Path) -> Path:
    """A copy of a client below a folder, without what tools have left there: it may be written to."""
    left_behind = shutil.ignore_patterns(".*", "node_modules", "dist", "build", "__pycache__", "*.egg-info")
    return Path(shutil.copytree(folder, to / folder.name, ignore=left_behind))


def _plain(_: Subject) -> tuple[dict[str, Any], Mapping[str, Any]]:
    return specs.everything(), {}


def _reserved(subject: Subject) -> tuple[dict[str, Any], Mapping[str, Any]]:
    return specs.reserved(subject.checks.reserved), {}


def _hostile(subject: Subject) -> tuple[dict[str, Any], Mapping[str, Any]]:
    attack = subject.target.checks.attack if subject.target.checks else "canary()"
    said = texts(attack).values()
    document, names = specs.documented(said, MARK), specs.named(said)
    document["paths"] |= names["paths"]
    document["components"]["schemas"] |= names["components"]["schemas"]
    return document, specs.spoken(said)


_SPECS: Mapping[str, Callable[[Subject], tuple[dict[str, Any], Mapping[str, Any]]]] = {
    "plain": _plain,
    "reserved": _reserved,
    "hostile": _hostile,
}
