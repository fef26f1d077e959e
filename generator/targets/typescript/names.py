"""TypeScript's names for what the Api holds: reserved words escaped, collisions refused.

Fields and parameters need none: they keep their wire names, quoted where they are no identifiers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from ...ir import Api, Group, Page
from ...naming import DEVICES, LONGEST_FILE, Words, identifier
from ...origin import Problem, SpecError, quote
from ..homes import SHARED, homes_of
from ..scope import Scope as AnyScope
from ..taken import Taken, refused_package, refused_sdk

_LANGUAGE = "TypeScript"
# What the language itself, its library of types and the web call something: ours would hide it.
GLOBALS = frozenset({
    "Array", "ArrayBuffer", "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaited", "BigInt", "Boolean", "Date",
    "Error", "Exclude", "Extract", "Function", "Generator", "Infinity", "Iterable", "Iterator", "JSON", "Map", "Math",
    "NaN", "NonNullable", "Number", "Object", "Omit", "Parameters", "Partial", "Pick", "Promise", "PromiseLike",
    "Proxy", "Readonly", "ReadonlyArray", "ReadonlyMap", "ReadonlySet", "Record", "Reflect", "RegExp", "Required",
    "ReturnType", "Set", "String", "Symbol", "ThisType", "URL", "URLSearchParams", "Uint8Array", "WeakMap", "WeakSet",
})  # fmt: skip
# What the modules of the package import from the runtime, and what its index exports beside the API's own names.
RUNTIME = frozenset({
    "CallEvent", "CallOptions", "Condition", "DateInput", "DateTimeInput", "Decimal", "DecimalInput",
    "Details", "Effect", "Encoding", "Environment", "ExactNumber", "Extra", "Fetch", "Float", "Hook", "IntegerInput",
    "Keyed", "Kind", "LocalDate", "LocalDateTime", "ModelSpec", "NAMES", "OPTIONS", "Operation", "Options",
    "PageOptions", "Paged", "Param", "REGISTRY", "Requirement", "Retry", "Session", "TypeSpec",
    "UntypedCallOptions", "Warning", "WarningHandler",
})  # fmt: skip
# The classes in the template ``errors.ts.j2``, less their root; a test compares the two.
ERRORS = frozenset({
    "ApiError", "AuthenticationError", "ClosedError", "ConfigurationError", "ConnectTimeoutError",
    "ConnectionFailedError", "ConnectionLostError", "InvalidParameterError", "IpNotAllowedError", "NotFoundError",
    "ParameterError", "PermissionDeniedError", "ReadTimeoutError", "ResponseError", "ServerUnavailableError",
    "TimedOutError", "TlsError", "TransportError", "UnavailableError", "UnreadableValueError",
})  # fmt: skip
# What objects have by themselves, what JSON and `await` ask them for: a method of that name would be taken for it.
_OF_OBJECTS = frozenset({
    "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "prototype", "then", "toJSON",
    "toLocaleString", "toString", "valueOf",
})  # fmt: skip
# What the client has beside its groups; ``session`` is private to it, as the groups are.
CLIENT_MEMBERS = frozenset({"call", "close", "session"})
_MODULES = DEVICES | {SHARED}
# Modules of Node.js that are imported without `node:` before them; a test compares them.
NODE_MODULES = frozenset({
    "assert", "async_hooks", "buffer", "child_process", "cluster", "console", "constants", "crypto", "dgram",
    "diagnostics_channel", "dns", "domain", "events", "fs", "http", "http2", "https", "inspector", "module", "net",
    "os", "path", "perf_hooks", "process", "punycode", "querystring", "readline", "repl", "stream", "string_decoder",
    "sys", "timers", "tls", "trace_events", "tty", "url", "util", "v8", "vm", "wasi", "worker_threads", "zlib",
})  # fmt: skip
# Why no package can have such a name.
_PACKAGES = {
    "is a module of Node.js itself, which is imported in place of a package of that name": NODE_MODULES,
    "is the folder of all packages, and npm refuses a package of that name": frozenset({"node_modules"}),
}


@dataclass(slots=True)
class Names:
    """Every identifier of the package. All but methods, modules and members of the client are in one namespace.

    models, inputs, enums:  name in the Api -> type
    specs:      model -> the constant that tells the runtime what is in it
    homes:      model -> the module in ``models`` that defines it
    classes:    group -> its class
    params:     action -> the type of its parameters
    constants:  action -> the constant that describes it
    """

    words: Words
    models: dict[str, str] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
    enums: dict[str, str] = field(default_factory=dict)
    specs: dict[str, str] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)
    params: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)

    def method(self, action: str) -> str:
        """``GetClients`` -> ``getClients``."""
        return identifier(self.words.camel(action), _OF_OBJECTS)

    def iterator(self, action: str, verbs: Collection[str]) -> str:
        """``GetInvoices`` -> ``iterInvoices``; a verb that is not in the list stays."""
        return "iter" + "".join(word[:1].upper() + word[1:] for word in self.words.after_verb(action, verbs))

    def member(self, group: str) -> str:
        """The property of the client that is a group: ``Billing`` -> ``billing``."""
        return identifier(self.words.camel(group), _OF_OBJECTS | CLIENT_MEMBERS)

    def group_class(self, group: str) -> str:
        """``Billing`` -> ``Billing``."""
        return self.classes[group]

    def argument(self, wire: str) -> str:
        """The key of a parameter, which is its wire name."""
        return wire

    def field(self, wire: str) -> str:
        """The property of an answer, which is the field's wire name."""
        return wire

    def module(self, group: str) -> str:
        """The module of a group: ``Project Management`` -> ``project-management``."""
        name = identifier(self.words.snake(group), ()).replace("_", "-")
        return f"{name}-group" if name in _MODULES else name


Scope: TypeAlias = AnyScope[Names]


def names_of(api: Api) -> Names:
    """Names for everything in an Api. Raises SpecError, with every problem, where two things would get the same one."""
    names = Names(Words(api.words))
    ours = {api.wire.sdk, f"{api.wire.sdk}Options", f"{api.wire.sdk}Error"}
    reserved = GLOBALS | RUNTIME | ERRORS | ours
    taken = Taken(_LANGUAGE)
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
    _name_the_rest(api, names, reserved.union(taken.places))
    names.homes = homes_of(api, names.module)
    refused = refused_sdk(api.wire, sorted(ours), GLOBALS | RUNTIME | ERRORS, _LANGUAGE)
    problems = [*refused_package(api.wire, _PACKAGES), *refused, *taken.problems, *_collisions(api, names)]
    if problems:
        raise SpecError(*problems)
    return names


def _name_the_rest(api: Api, names: Names, reserved: Collection[str]) -> None:
    """Names what the spec does not name itself: where such a name is taken, it gets its escape."""
    used = set(reserved)

    def unused(name: str) -> str:
        found = identifier(name, used)
        used.add(found)
        return found

    # Groups before the rest: their classes are what users see. Two that are equal are refused, not escaped.
    names.classes = {group.name: identifier(names.words.pascal(group.name), used) for group in api.groups}
    used.update(names.classes.values())
    actions = [operation.action for group in api.groups for operation in group.operations]
    names.params = {action: unused(names.words.pascal(action) + "Params") for action in actions}
    names.specs = {model: unused(f"{name}Spec") for model, name in names.models.items()}
    names.constants = {action: unused(names.words.upper_snake(action)) for action in actions}


def _collisions(api: Api, names: Names) -> Iterator[Problem]:
    modules, members, classes = Taken(_LANGUAGE), Taken(_LANGUAGE), Taken(_LANGUAGE)
    for group in api.groups:
        wire, first = f"group {quote(group.name)}", group.operations[0].origin
        module = names.module(group.name)
        if len(module) > LONGEST_FILE:
            message = f"{wire} has too long a name for a file"
            yield Problem(message, first, "give the tag a shorter name, with an overlay")
        elif modules.claim(module, wire, first) and members.claim(names.member(group.name), wire, first):
            classes.claim(names.classes[group.name], wire, first)
        yield from _collisions_in(group, api, names)
    yield from (*modules.problems, *members.problems, *classes.problems)


def _collisions_in(group: Group, api: Api, names: Names) -> Iterator[Problem]:
    methods = Taken(_LANGUAGE)
    for operation in group.operations:
        wire = quote(operation.action)
        methods.claim(names.method(operation.action), wire, operation.origin)
        if isinstance(operation.result, Page) and api.wire.paging:
            iterator = names.iterator(operation.action, api.wire.paging.verbs)
            methods.claim(iterator, f"the iterator of {wire}", operation.origin)
    yield from methods.problems
