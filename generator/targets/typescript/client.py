"""The class that users make: its credentials and its groups, and the registry of all actions."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Api, Group, Page
from ...naming import identifier
from ...wire import Wire
from ..facts import all_credential_fields, credential_fields
from ..prose import sentence
from .names import Scope
from .text import Tag, access, comment, key, string
from .types import Need, import_lines

# What the client's options are called beside the credentials: ``url``, and those of the runtime, which a test compares.
OPTIONS = frozenset({
    "allowHttp", "concurrency", "fetch", "hook", "legacyLogin", "onWarning", "rateLimit", "retries", "strict",
    "timeout", "totalTimeout", "url", "userAgent",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class CredentialView:
    """One credential: the option as a property, how it is read, its name on the wire as a property and as a literal.

    quoted:  the option as a literal
    """

    option: str
    quoted: str
    access: str
    wire: str
    name: str
    doc: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """One property of the client: its name, the class and the module behind it."""

    member: str
    class_name: str
    module: str
    doc: str


def group_view(group: Group, scope: Scope) -> GroupView:
    """A group as the client offers it."""
    doc = sentence(group.doc) or sentence(f"Operations of the group {group.name}")
    names = scope.names
    return GroupView(names.member(group.name), names.classes[group.name], names.module(group.name), comment([doc], 2))


def credentials(wire: Wire) -> list[CredentialView]:
    """What may be given to a client, the preferred scheme's fields first."""
    docs = _credential_docs(wire)
    return [
        CredentialView(key(option), string(option), access(option), key(name), string(name), comment([docs[name]], 2))
        for name, option in _options(wire).items()
    ]


def example_credentials(wire: Wire) -> str:
    """The options of the preferred way to sign in, as properties of an object: ``identifier: "...", secret: "..."``."""
    options = _options(wire)
    return ", ".join(f'{key(options[name])}: "..."' for name in wire.credentials.schemes[0].fields)


def _options(wire: Wire) -> dict[str, str]:
    """Credential -> the option that it is given as: itself, unless another option is called so."""
    return {name: identifier(name, OPTIONS) if name in OPTIONS else name for name in all_credential_fields(wire)}


def _credential_docs(wire: Wire) -> dict[str, str]:
    docs: dict[str, str] = dict.fromkeys(wire.credentials.extra, "Sent along where it is given.")
    for number, scheme in enumerate(wire.credentials.schemes):
        for name in credential_fields([scheme]):
            others = [f"`{other}`" for other in scheme.fields if other != name]
            beside = f", beside {' and '.join(others)}" if others else ""
            way = "Another way to sign in" if number else "Signs in"
            legacy = "; it is advised against, and needs `legacyLogin`" if scheme.legacy else ""
            docs.setdefault(name, f"{way}{beside}{legacy}.")
    return docs


def variables(wire: Wire) -> str:
    """The environment variables of ``fromEnv``, as code."""
    found = (wire.credentials.url, *all_credential_fields(wire).values())
    return ", ".join(f"`{name}`" for name in dict.fromkeys(found))


def client_doc(wire: Wire) -> str:
    """The comment above the client."""
    return comment(
        [
            f"The {wire.product} API of one installation. What it is given is checked at once, and sent in no address.",
            "Printed, inspected or made JSON of, it shows no credential.",
        ]
    )


def from_env_doc(wire: Wire) -> str:
    """The comment above the constructor that reads the environment."""
    return comment(
        [
            "A client for the address and the credentials in environment variables.",
            f"Reads {variables(wire)}. It throws a ConfigurationError that names those that are missing.",
            Tag("param", "options - How calls are made."),
            Tag("param", "environment - The variables, where they are not the process's own, as in a worker."),
        ],
        2,
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """One action in the registry: its name, that as a literal, and its constant."""

    action: str
    name: str
    constant: str


def registry_entries(api: Api, scope: Scope) -> list[Entry]:
    """All actions."""
    actions = [operation.action for group in api.groups for operation in group.operations]
    return [Entry(action, string(action), scope.names.constants[action]) for action in actions]


def registry_imports(api: Api, scope: Scope) -> list[str]:
    """The imports of the registry."""
    types: set[Need] = {("runtime/schema", kind) for kind in registry_kinds(api, scope)}
    values: set[Need] = {
        (f"groups/{scope.names.module(group.name)}", scope.names.constants[operation.action])
        for group in api.groups
        for operation in group.operations
    }
    return import_lines(types, values, "registry")


def registry_kinds(api: Api, scope: Scope) -> list[str]:
    """The types of what is in the registry."""
    operations = [operation for group in api.groups for operation in group.operations]
    pages = scope.paging is not None and any(isinstance(operation.result, Page) for operation in operations)
    return ["Operation", "Paged"] if pages else ["Operation"]
