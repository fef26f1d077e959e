"""What an Api promises: parameters, places in the answer and facts of each action, as a client must offer them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir import AnyOf, Api, ListOf, MapOf, Model, ModelRef, Type
from ..targets.base import Offer
from .facts import Facts


def promised(api: Api) -> dict[str, Offer]:
    """Action -> what can be reached of it; see ``Offer``."""
    models = {model.name: model for model in api.models}
    facts = Facts(api)
    return {
        operation.action: Offer(
            frozenset(param.wire for param in operation.params),
            frozenset(_places(operation.result.type, "", models, ())) if operation.result.type else frozenset(),
            facts.of(operation),
        )
        for group in api.groups
        for operation in group.operations
    }


def _places(type_: Type, path: str, models: Mapping[str, Model], above: tuple[str, ...]) -> Iterator[str]:
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
