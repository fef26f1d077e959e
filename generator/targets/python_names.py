"""Python's names for what the Api holds: reserved words escaped, collisions refused."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from ..ir import Api
from ..naming import Words, identifier
from ..origin import Origin, Problem, SpecError

_KEYWORDS = frozenset(keyword.kwlist)
_BUILTINS = frozenset(dir(builtins))
# What annotations in class bodies use: a field or a method of that name would hide it from the lines below.
_ANNOTATIONS = frozenset({"int", "str", "bool", "bytes", "list", "dict", "object"})
# What modules of models and groups import; a name from the spec that equals one of these gets its escape.
IMPORTED = frozenset({
    "Amount", "Any", "AsyncIterator", "AsyncSession", "ClassVar", "Date", "DateInput", "DateTime", "DateTimeInput",
    "Decimal", "Encoding", "Extra", "Field", "FilePath", "Final", "Iterator", "Keyed", "Literal", "Mapping", "Model",
    "Operation", "Page", "Paged", "Param", "Requirement", "Sequence", "Session", "Timeout", "TypeAlias", "TypedDict", "hide",
})  # fmt: skip
# Attributes of the models' base class, among them pydantic's; a test compares this with the real class.
MODEL_ATTRIBUTES = frozenset({
    "construct", "copy", "dict", "from_orm", "json", "model_computed_fields", "model_config", "model_construct",
    "model_copy", "model_dump", "model_dump_json", "model_extra", "model_fields", "model_fields_set",
    "model_json_schema", "model_parametrized_name", "model_post_init", "model_rebuild", "model_validate",
    "model_validate_json", "model_validate_strings", "parse_file", "parse_obj", "parse_raw", "schema", "schema_json",
    "unparsed", "update_forward_refs", "validate", "wire_flattened", "wire_sensitive", "wire_wrappers",
    "page_next_start", "page_total",
})  # fmt: skip
# Attributes of the client class, and modules of our own beside those of the groups.
_MODULES = _KEYWORDS | _BUILTINS | {"aclose", "call", "close", "from_env", "operations", "session", "shared"}
METHOD_ARGUMENTS = frozenset({"self", "extra", "timeout", "page_size", "max_records"})


@dataclass(slots=True)
class Names:
    """Every identifier of the client. Raises SpecError where two things would get the same one.

    models, inputs, enums: name in the Api -> class; these share one namespace, since group modules import all of them
    """

    words: Words
    models: dict[str, str] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
    enums: dict[str, str] = field(default_factory=dict)
    # Reserved in the body of a model, and at the top of a module; set once all types have their names.
    in_models: frozenset[str] = frozenset()
    in_modules: frozenset[str] = frozenset()

    def field(self, wire: str) -> str:
        """The attribute of a model that holds a field."""
        return identifier(wire, self.in_models)

    def argument(self, wire: str) -> str:
        """The keyword argument that sends a parameter."""
        return identifier(wire, _KEYWORDS | METHOD_ARGUMENTS)

    def method(self, action: str) -> str:
        """``GetClients`` -> ``get_clients``."""
        return identifier(self.words.snake(action), _KEYWORDS | _ANNOTATIONS)

    def iterator(self, action: str, verbs: Collection[str]) -> str:
        """``GetInvoices`` -> ``iter_invoices``; a verb that is not in the list stays."""
        words = self.words.split(action)
        rest = words[1:] if len(words) > 1 and words[0] in verbs else words
        return "iter_" + "_".join(word.lower() for word in rest)

    def constant(self, action: str) -> str:
        """``GetInvoices`` -> ``GET_INVOICES``."""
        return identifier(self.words.upper_snake(action), self.in_modules)

    def module(self, group: str) -> str:
        """The module, and the attribute of the client, of a group: ``Billing`` -> ``billing``."""
        return identifier(self.words.snake(group), _MODULES)

    def group_class(self, group: str) -> str:
        """The class of a group: ``Billing``."""
        return identifier(self.words.pascal(group), self.in_modules)


def names_of(api: Api) -> Names:
    """Names for all types of an Api."""
    names = Names(Words(api.words))
    taken: dict[str, tuple[str, Origin]] = {}
    problems: list[Problem] = []

    def claim(wire: str, suffix: str, origin: Origin) -> str:
        pascal = names.words.pascal(wire)
        pascal = pascal if pascal.endswith(suffix) else pascal + suffix
        name = identifier(pascal, _KEYWORDS | IMPORTED | _BUILTINS)
        problems.extend(claims(taken, name, wire, origin))
        return name

    for model in api.models:
        names.models[model.name] = claim(model.name, "", model.origin)
    for enum in api.enums:
        names.enums[enum.name] = claim(enum.name, "", enum.origin)
    for model in api.inputs:
        names.inputs[model.name] = claim(model.name, "Input", model.origin)
    if problems:
        raise SpecError(*problems)
    names.in_modules = _KEYWORDS | IMPORTED | _BUILTINS | taken.keys()
    names.in_models = _KEYWORDS | IMPORTED | _ANNOTATIONS | MODEL_ATTRIBUTES | taken.keys()
    return names


def claims(taken: dict[str, tuple[str, Origin]], name: str, wire: str, origin: Origin) -> Iterable[Problem]:
    """Notes that a name is taken; the problem, where it was already."""
    if name in taken:
        other, place = taken[name]
        yield Problem(
            f"{wire} and {other} would both be called {name} in Python",
            origin,
            "rename one of them, or take it out, with an overlay",
            (("the other one", place),),
        )
    else:
        taken[name] = (wire, origin)
