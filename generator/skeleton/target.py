"""The skeleton target. So far it writes what there is as data; LEFT marks where a language begins.

``generator/targets/base.py`` is the contract, ``generator/targets/python`` the longest example of keeping it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.ir import AnyOf, Api, ListOf, MapOf, Model, ModelRef, Operation, Type
from generator.naming import Words, identifier
from generator.targets.base import HEADER, Command, File, Job, Offer

_NAME = "skeleton"
_TEMPLATES = Path(__file__).resolve().parent / "templates"
# LEFT: the words that are no identifiers in the language.
_RESERVED: frozenset[str] = frozenset()


class SkeletonChecks:
    """How the output is judged: see ``Checks`` in the contract."""

    reserved = _RESERVED
    attack = ""  # LEFT: a statement that makes a file called `canary` in the current folder

    def missing(self) -> str:
        """LEFT: say here what is not installed, say the compiler, and how to install it."""
        return ""

    def compile(self, folder: Path) -> str:
        """LEFT: what the compiler says, at its strictest."""
        raise NotImplementedError("run the compiler of the language over the output, at its strictest")

    def lint(self, folder: Path) -> str:
        """LEFT: what the linter says."""
        raise NotImplementedError("run the linter of the language over the output")

    def offers(self, folder: Path) -> Mapping[str, Offer]:
        """LEFT: run the client, call each method, walk each answer, tell the facts."""
        raise NotImplementedError("run the client, and tell what it offers: {action: Offer(params, fields, facts)}")

    def adapter(self, folder: Path) -> Command | None:
        """LEFT: what runs tests/wire against the client."""
        raise NotImplementedError("write the program that holds the client against tests/wire; its README says how")


@dataclass(frozen=True, slots=True)
class OperationView:
    """An operation as the templates print it. ``action`` is what an error in a template is reported with."""

    action: str
    source: str


class SkeletonTarget:
    """See ``Target`` in the contract."""

    name = _NAME
    templates = _TEMPLATES
    checks = SkeletonChecks()

    def prepare(self) -> None:
        """Nothing takes long."""

    def close(self) -> None:
        """Nothing was started."""

    def files(self, job: Job) -> list[File]:
        """LEFT: the client. A template for each kind of file, and views that hold all that it prints."""
        views = list(_views(job.api))
        common = {"header": HEADER, "package": job.api.wire.package, "operations": views}
        rendered = [
            File(path, job.renderer.render(f"{_NAME}/{path}.j2", **common)) for path in ("README.md", "operations.json")
        ]
        return rendered + [File(path, content) for path, content in job.renderer.static_files(_NAME)]


def _views(api: Api) -> Iterator[OperationView]:
    words, models = Words(api.words), {model.name: model for model in api.models}
    for group in api.groups:
        for operation in group.operations:
            yield OperationView(operation.action, _text(_facts(operation, words, models)))


def _facts(operation: Operation, words: Words, models: Mapping[str, Model]) -> dict[str, object]:
    """LEFT: two methods of one name are a SpecError, with both places; see ``targets/python/names.py``."""
    type_ = operation.result.type
    return {
        "action": operation.action,
        "method": identifier(words.snake(operation.action), _RESERVED),
        "summary": operation.summary,
        "params": [param.wire for param in operation.params],
        "fields": sorted(set(_places(type_, "", models, ()))) if type_ else [],
    }


def _places(type_: Type, path: str, models: Mapping[str, Model], above: tuple[str, ...]) -> Iterator[str]:
    """LEFT: a type of the language for each type of the Api. So far: the places in a value."""
    match type_:
        case ListOf(item=item):
            yield from _places(item, f"{path}[]", models, above)
        case MapOf(value=value):
            yield from _places(value, f"{path}.*", models, above)
        case AnyOf(options=options):
            for option in options:
                yield from _places(option, path, models, above)
        case ModelRef(name=name) if name not in above:
            for field in models[name].fields:
                place = f"{path}.{field.wire}" if path else field.wire
                yield place
                yield from _places(field.type, place, models, (*above, name))
        case _:
            pass


def _text(value: object) -> str:
    """LEFT: a function like this for each place that a text of the spec ends up in. This one: a value in JSON."""
    return json.dumps(value)
