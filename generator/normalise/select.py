"""An Api -> a smaller one: some groups or actions of it, and the models and enums that these lead to.

Every target takes the result as it takes the whole: a client of three actions is complete in itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from ..ir import Api, Group, Model, Operation
from ..origin import closest, quote
from ..problems import SelectionError
from .reach import enums_in, models_in


def select(api: Api, names: Sequence[str], *, must_exist: bool = True) -> Api:
    """The groups and actions of these names, in the order of the Api; all of it where no name is given.

    A name may be written as the spec, the client or a command line has it: ``GetInvoices``, ``get_invoices`` and
    ``getinvoices`` are one. Where a group and an action share a name, both are taken. Raises SelectionError for a name
    that is neither, unless names need not exist.
    """
    if not names:
        return api
    actions = [operation.action for group in api.groups for operation in group.operations]
    chosen_groups, unknown_groups = _chosen(names, [group.name for group in api.groups])
    chosen_actions, unknown_actions = _chosen(names, actions)
    unknown = [name for name in names if name in unknown_groups & unknown_actions]
    if unknown and must_exist:
        raise SelectionError(_refusal(unknown, [*(group.name for group in api.groups), *actions]))

    def is_chosen(group: Group, operation: Operation) -> bool:
        return group.name in chosen_groups or operation.action in chosen_actions

    return _narrowed(api, is_chosen)


def _narrowed(api: Api, is_chosen: Callable[[Group, Operation], bool]) -> Api:
    """The Api with these operations, and what they hold."""
    groups = []
    for group in api.groups:
        operations = tuple(operation for operation in group.operations if is_chosen(group, operation))
        if operations:
            groups.append(replace(group, operations=operations))
    kept = [operation for group in groups for operation in group.operations]
    answers = [operation.result.type for operation in kept if operation.result.type is not None]
    params = [param.type for operation in kept for param in operation.params]
    named = {operation.action for operation in kept}
    models = models_in(answers, {model.name: _sent_by(named, model) for model in api.models})
    inputs = models_in(params, {model.name: model for model in api.inputs})
    enums = enums_in((*answers, *params), (*models, *inputs), {enum.name: enum for enum in api.enums})
    return replace(api, groups=tuple(groups), models=models, inputs=inputs, enums=enums)


def _sent_by(actions: Collection[str], model: Model) -> Model:
    """The model whose fields name no other actions as those that send them."""
    fields = [
        field if field.actions is None else replace(field, actions=tuple(a for a in field.actions if a in actions))
        for field in model.fields
    ]
    return replace(model, fields=tuple(fields))


def _chosen(names: Iterable[str], known: Sequence[str]) -> tuple[set[str], set[str]]:
    """What of the known the names mean, and the names that mean none of it. The exact spelling goes first."""
    by_key: dict[str, set[str]] = {}
    for each in known:
        by_key.setdefault(_key(each), set()).add(each)
    chosen: set[str] = set()
    unknown: set[str] = set()
    for name in names:
        found = {name} if name in known else by_key.get(_key(name), set())
        chosen |= found
        if not found:
            unknown.add(name)
    return chosen, unknown


def _key(name: str) -> str:
    """``Domain Names``, ``domain_names`` -> ``domainnames``. A name without any letter is left as it is."""
    return "".join(char for char in name.casefold() if char.isalnum()) or name


def _refusal(unknown: Iterable[str], known: Sequence[str]) -> str:
    keys = {_key(each): each for each in known}
    lines = []
    for name in unknown:
        near = closest(_key(name), keys)
        meant = f"; did you mean {quote(keys[near])}?" if near else ""
        lines.append(f"{quote(name)} is neither a group nor an action{meant}")
    return "\n".join([*lines, "`whmcs-codegen list` shows what there is"])
