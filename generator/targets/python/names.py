"""Python's names for what the Api holds: reserved words escaped, collisions refused."""

from __future__ import annotations

import builtins
import keyword
import re
import sys
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from ...ir import Api, Group, Page
from ...naming import DEVICES, LONGEST_FILE, Words, identifier
from ...origin import Problem, SpecError, quote
from ..homes import SHARED, homes_of
from ..scope import Scope as AnyScope
from ..taken import Taken, refused_package, refused_sdk

_KEYWORDS = frozenset(keyword.kwlist)
_BUILTINS = frozenset(dir(builtins))
# What annotations in class bodies use: a field or a method of that name would hide it from the lines below.
_ANNOTATIONS = frozenset({"int", "str", "bool", "bytes", "list", "dict", "object"})
# What the generated modules import; a name from the spec that equals one of these gets its escape.
IMPORTED = frozenset({
    "Amount", "Any", "AsyncIterator", "AsyncSession", "ClassVar", "Condition", "DEFAULT_TIMEOUT", "Date", "DateInput",
    "DateTime", "DateTimeInput", "Decimal", "Encoding", "Extra", "Field", "FilePath", "Final", "Hook", "Iterator",
    "Keyed", "Literal", "Mapping", "Model", "NoReturn", "Operation", "Options", "Page", "Paged", "Param",
    "Required", "Requirement", "Retry", "Self", "Sequence", "Session", "TYPE_CHECKING", "Timeout", "TypeAlias",
    "TypedDict", "cached_property", "from_environment", "hide", "httpx", "no_entries", "no_items",
})  # fmt: skip
# What datamodel-code-generator imports in what it prints: it would call a model of that name otherwise.
_PRINTED = frozenset({"ConfigDict"})
# The classes in the template ``exceptions.py.j2``, less their root; a test compares the two.
EXCEPTIONS = frozenset({
    "ApiError", "ApiWarning", "AuthenticationError", "ClosedError", "ConfigurationError", "ConnectTimeoutError",
    "ConnectionFailedError", "ConnectionLostError", "InvalidParameterError", "IpNotAllowedError", "NotFoundError",
    "ParameterError", "PermissionDeniedError", "ReadTimeoutError", "ResponseError", "ServerUnavailableError",
    "TimedOutError", "TlsError", "TransportError", "UnavailableError", "UnreadableValueError",
})  # fmt: skip
# What the package exports beside these and its own classes.
EXPORTED = frozenset({"CallEvent", "Hook", "Retry", "TimeLimits"})
# What the client imports, and what that imports in turn, if only where it is there: a package of that name would be
# found in its place.
NEEDED = frozenset({
    "annotated_types", "anyio", "brotli", "brotlicffi", "certifi", "click", "h11", "h2", "httpcore", "httpx", "idna",
    "pydantic", "pydantic_core", "pygments", "rich", "sniffio", "socksio", "trio", "typing_extensions",
    "typing_inspection", "zstandard",
})  # fmt: skip
# Why no package can have such a name.
_PACKAGES = {
    "is a word of Python, and cannot be the name of a package": _KEYWORDS,
    "is a module of Python itself, which a package of that name would hide": sys.stdlib_module_names,
    "is a package that the Python client needs, which one of that name would hide": NEEDED,
}
# Attributes of the models' base classes and of their metaclasses, most of them pydantic's; a test compares them.
MODEL_ATTRIBUTES = frozenset({
    "construct", "copy", "dict", "from_orm", "json", "model_computed_fields", "model_config", "model_construct",
    "model_copy", "model_dump", "model_dump_json", "model_extra", "model_fields", "model_fields_set",
    "model_json_schema", "model_parametrized_name", "model_post_init", "model_rebuild", "model_validate",
    "model_validate_json", "model_validate_strings", "mro", "page_next_start", "page_total", "parse_file",
    "parse_obj", "parse_raw", "register", "schema", "schema_json", "unparsed", "update_forward_refs", "validate",
    "wire_actions", "wire_flattened", "wire_hides", "wire_sensitive", "wire_wrappers",
})  # fmt: skip
# Attributes of the client, and modules of our own beside those of the groups.
CLIENT_ATTRIBUTES = frozenset({"aclose", "call", "close", "from_env"})
# Attributes of the fake, which has one more for each credential.
FAKE_ATTRIBUTES = frozenset({
    "accounts", "answer", "calls", "calls_to", "credentials", "fail", "fault", "handle", "population", "quirk",
    "quirks", "recover", "reset", "start", "stop", "transport", "url",
})  # fmt: skip
_MODULES = _KEYWORDS | _BUILTINS | IMPORTED | CLIENT_ATTRIBUTES | DEVICES | {SHARED}
_LANGUAGE = "Python"
# What the body of a method uses, beside the constant of its operation.
_IN_METHODS = frozenset({"self", "extra", "timeout", "page_size", "max_records", "hide"})


@dataclass(slots=True)
class Names:
    """Every identifier of the client.

    models, inputs, enums:  name in the Api -> class; these share one namespace, since group modules import all of them
    homes:                  model -> the module in ``models`` that defines it
    """

    words: Words
    models: dict[str, str] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
    enums: dict[str, str] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    # Reserved for fields, for classes of groups, for constants of operations, for arguments.
    _in_models: frozenset[str] = frozenset()
    _in_clients: frozenset[str] = frozenset()
    _in_modules: frozenset[str] = frozenset()
    _in_methods: frozenset[str] = frozenset()

    def reserve(self, api: Api, types: Collection[str]) -> None:
        """Reserves what stands in the same scope: types for fields and classes, classes for constants, and so on."""
        self._in_models = _KEYWORDS | MODEL_ATTRIBUTES | IMPORTED | _ANNOTATIONS | frozenset(types)
        self._in_clients = _KEYWORDS | _BUILTINS | IMPORTED | {api.wire.sdk, f"Async{api.wire.sdk}"} | frozenset(types)
        self._in_modules = self._in_clients.union(*(self.group_classes(group.name) for group in api.groups))
        constants = {self.constant(operation.action) for group in api.groups for operation in group.operations}
        self._in_methods = _KEYWORDS | _IN_METHODS | constants

    def field(self, wire: str) -> str:
        """The attribute of a model that holds a field."""
        return identifier(wire, self._in_models)

    def argument(self, wire: str) -> str:
        """The keyword argument that sends a parameter."""
        return identifier(wire, self._in_methods)

    def method(self, action: str) -> str:
        """``GetClients`` -> ``get_clients``."""
        return identifier(self.words.snake(action), _KEYWORDS | _ANNOTATIONS)

    def iterator(self, action: str, verbs: Collection[str]) -> str:
        """``GetInvoices`` -> ``iter_invoices``; a verb that is not in the list stays."""
        return "iter_" + "_".join(word.lower() for word in self.words.after_verb(action, verbs))

    def constant(self, action: str) -> str:
        """``GetInvoices`` -> ``GET_INVOICES``."""
        return identifier(self.words.upper_snake(action), self._in_modules)

    def module(self, group: str) -> str:
        """The module of a group: ``Billing`` -> ``billing``."""
        return identifier(self.words.snake(group), _MODULES)

    def member(self, group: str) -> str:
        """The attribute of the client that is a group, called like its module."""
        return self.module(group)

    def group_class(self, group: str) -> str:
        """The sync class of a group: ``Billing``."""
        return self.group_classes(group)[0]

    def group_classes(self, group: str) -> tuple[str, str]:
        """The sync and the async class of a group: ``Billing``, ``AsyncBilling``."""
        name = identifier(self.words.pascal(group), self._in_clients)
        while f"Async{name}" in self._in_clients:
            name += "_"
        return name, f"Async{name}"


Scope: TypeAlias = AnyScope[Names]


def names_of(api: Api) -> Names:
    """Names for everything in an Api. Raises SpecError, with every problem, where two things would get the same one."""
    names = Names(Words(api.words))
    taken = Taken(_LANGUAGE)
    reserved = _KEYWORDS | IMPORTED | _BUILTINS | _PRINTED
    for found, entries, suffix in (
        (names.models, api.models, ""),
        (names.enums, api.enums, ""),
        (names.inputs, api.inputs, "Input"),
    ):
        for entry in entries:
            pascal = names.words.pascal(entry.name)
            # A schema called LineInput may be answered, too: what is sent is then a LineInputInput.
            ends_so = pascal.endswith(suffix) and pascal not in taken.places
            name = identifier(pascal if ends_so else pascal + suffix, reserved)
            taken.claim(name, quote(entry.name), entry.origin)
            found[entry.name] = name
    names.reserve(api, taken.places)
    names.homes = homes_of(api, names.module)
    sdk = api.wire.sdk
    refused = refused_sdk(api.wire, (sdk, f"Async{sdk}", f"{sdk}Error"), reserved | EXCEPTIONS | EXPORTED, _LANGUAGE)
    problems = [*refused_package(api.wire, _PACKAGES), *refused, *taken.problems, *_collisions(api, names)]
    if problems:
        raise SpecError(*problems)
    return names


def refused_folder(name: str) -> str:
    """Why no `import` can name a folder, and what it could be called; nothing where one can."""
    if _importable(name):
        return ""
    why = "is a word of Python" if name in _KEYWORDS else "is no name in Python"
    near = re.sub(r"[^A-Za-z0-9_]", "_", name)
    better = near if _importable(near) else f"client_{near}"
    return f"{quote(name)} {why}, so that no `import` can name it; call the folder {better}, for instance"


def _importable(name: str) -> bool:
    """Whether it is an identifier, and the one that Python reads: it normalises them."""
    return name.isidentifier() and name not in _KEYWORDS and unicodedata.normalize("NFKC", name) == name


def _collisions(api: Api, names: Names) -> Iterator[Problem]:
    modules, classes = Taken(_LANGUAGE), Taken(_LANGUAGE)
    for group in api.groups:
        wire, first = f"group {quote(group.name)}", group.operations[0].origin
        module = names.module(group.name)
        if len(module) > LONGEST_FILE:
            message = f"{wire} has too long a name for a file"
            yield Problem(message, first, "give the tag a shorter name, with an overlay")
        elif modules.claim(module, wire, first):
            for name in names.group_classes(group.name):
                classes.claim(name, wire, first)
        yield from _collisions_in(group, api, names)
    for model in api.models:
        fields = Taken(_LANGUAGE)
        for each in model.fields:
            fields.claim(names.field(each.wire), quote(each.wire), each.origin)
        yield from fields.problems
    yield from modules.problems
    yield from classes.problems


def _collisions_in(group: Group, api: Api, names: Names) -> Iterator[Problem]:
    methods = Taken(_LANGUAGE)
    for operation in group.operations:
        wire = quote(operation.action)
        methods.claim(names.method(operation.action), wire, operation.origin)
        if isinstance(operation.result, Page) and api.wire.paging:
            iterator = names.iterator(operation.action, api.wire.paging.verbs)
            methods.claim(iterator, f"the iterator of {wire}", operation.origin)
        arguments = Taken(_LANGUAGE)
        for param in operation.params:
            arguments.claim(names.argument(param.wire), quote(param.wire), param.origin)
        yield from arguments.problems
    yield from methods.problems
