"""Which module a model is defined in: that of the one group that uses it, or the shared one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from ..ir import AnyOf, Api, ListOf, MapOf, Model, ModelRef, Type

SHARED = "shared"


def homes_of(api: Api, module: Callable[[str], str]) -> dict[str, str]:
    """Model -> its module; ``module`` gives that of a group.

    A model in a group's module holds only models of that module or of the shared one, and a shared model only shared
    ones: nothing is imported in a circle.
    """
    models = {model.name: model for model in api.models}
    users: dict[str, set[str]] = defaultdict(set)
    for group in api.groups:
        answers = [operation.result.type for operation in group.operations if operation.result.type is not None]
        for name in _reachable(answers, models):
            users[name].add(module(group.name))
    for name in _reachable([ModelRef(name) for name in models if name not in users], models):
        users[name].add(SHARED)  # no action answers it
    return {name: users[name].copy().pop() if len(users[name]) == 1 else SHARED for name in models}


def _reachable(types: Iterable[Type], models: Mapping[str, Model]) -> list[str]:
    found: dict[str, None] = {}
    pending = list(types)
    while pending:
        for name in models_in(pending.pop()):
            if name not in found:
                found[name] = None
                pending.extend(field.type for field in models[name].fields)
    return list(found)


def models_in(type_: Type) -> Iterator[str]:
    """The names of the models in a type."""
    match type_:
        case ModelRef(name=name):
            yield name
        case ListOf(item=inner) | MapOf(value=inner):
            yield from models_in(inner)
        case AnyOf(options=options):
            for option in options:
                yield from models_in(option)


def parts_first(models: Iterable[Model]) -> list[Model]:
    """Each model behind those that it holds, as far as they do not hold each other."""
    waiting = {model.name: model for model in models}
    ordered: list[Model] = []
    # Models that are being visited, each with what it holds and what of that is not yet seen to.
    path: list[tuple[Model, Iterator[str]]] = []
    while waiting or path:
        if not path:
            path.append(_opened(waiting, next(iter(waiting))))
        model, held = path[-1]
        part = next((name for name in held if name in waiting), None)
        if part is None:
            ordered.append(model)
            path.pop()
        else:
            path.append(_opened(waiting, part))
    return ordered


def _opened(waiting: dict[str, Model], name: str) -> tuple[Model, Iterator[str]]:
    model = waiting.pop(name)
    return model, iter([part for field in model.fields for part in models_in(field.type)])
