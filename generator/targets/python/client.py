"""The classes that users make: their credentials, options and groups, and what the package exports."""

from __future__ import annotations

import keyword
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...ir import Api, Group
from ...naming import identifier
from ...wire import Scheme, Wire
from ..facts import all_credential_fields, credential_fields
from ..prose import sentence, wrap
from .imports import export_order, import_order, imports
from .names import EXCEPTIONS, EXPORTED, FAKE_ATTRIBUTES, Names
from .text import docstring, string

_DOC_WIDTH = 92


@dataclass(frozen=True, slots=True)
class GroupView:
    """One attribute of the client: its name, which is that of the module, the classes behind it, its docstring."""

    module: str
    class_name: str
    async_name: str
    doc: str


def group_view(group: Group, names: Names) -> GroupView:
    """A group as the client offers it."""
    doc = sentence(group.doc) or sentence(f"Operations of the group {group.name}")
    return GroupView(names.module(group.name), *names.group_classes(group.name), docstring([doc], 8))


def group_imports(groups: list[GroupView]) -> list[str]:
    """The imports of the groups' classes, for type checkers only: groups are loaded when first used."""
    ordered = sorted(groups, key=lambda group: import_order(group.module))
    return [imports(f".groups.{group.module}", (group.async_name, group.class_name), 4)[0] for group in ordered]


@dataclass(frozen=True, slots=True)
class CredentialView:
    """One credential: argument of the client and attribute of its fake, name on the wire, its literal, variable."""

    argument: str
    wire: str
    key: str
    variable: str


def all_credentials(wire: Wire) -> list[CredentialView]:
    """What may be given to a client, the preferred scheme's fields first."""
    return _views(all_credential_fields(wire))


def credentials(schemes: Sequence[Scheme]) -> list[CredentialView]:
    """The fields of ways to sign in."""
    return _views(credential_fields(schemes))


def _views(fields: Mapping[str, str]) -> list[CredentialView]:
    reserved = {*keyword.kwlist, *_ARGUMENTS, *FAKE_ATTRIBUTES, *(option.name for option in OPTIONS)}
    return [
        CredentialView(identifier(name, reserved), name, string(name), variable) for name, variable in fields.items()
    ]


@dataclass(frozen=True, slots=True)
class Option:
    """A keyword argument of the client: its name, the argument as it is declared, what it means."""

    name: str
    argument: str
    doc: str


# The fields of ``Options`` in the runtime, with their types and defaults; a test compares the two.
OPTIONS = tuple(
    Option(argument.partition(":")[0], argument, doc)
    for argument, doc in (
        (
            "timeout: Timeout = DEFAULT_TIMEOUT",
            "Seconds for each step of a call; an httpx.Timeout, or TimeLimits with a total of their own.",
        ),
        ("retries: Retry | int = 2", "Attempts after the first one, for reads only; or a Retry."),
        ("strict: bool = False", "Raise UnreadableValueError where a value contradicts its documented type."),
        ("rate_limit: float | None = None", "Calls a second, evenly spaced; None for no limit."),
        ("concurrency: int | None = None", "Calls under way at once; None for no limit."),
        ("hook: Hook | None = None", "Called with a CallEvent after every request."),
        ("allow_http: bool = False", "Send credentials over plain http to other machines."),
        ("legacy_login: bool = False", "Allow the ways to sign in that are advised against."),
        ("user_agent: str | None = None", "What the server's log says; None for the name of this package."),
    )
)
# What else the constructors take or use, and what the class of the fake uses below its attributes.
_ARGUMENTS = ("self", "cls", "url", "http_client", "hide", "found", "from_environment", "property", "str")
_HTTP_CLIENT = "Your own, for proxies, certificates or connection limits; you close it."


@dataclass(frozen=True, slots=True)
class ClientMode:
    """What differs between the sync and the async client."""

    class_name: str
    session: str
    http_client: str
    define: str
    wait: str
    prefix: str
    doc: str
    groups: tuple[tuple[GroupView, str], ...]


def client_modes(api: Api, groups: list[GroupView]) -> list[ClientMode]:
    """The sync and the async client. ``groups`` are with the classes that each of them offers."""
    sdk = api.wire.sdk
    return [
        ClientMode(
            sdk, "Session", "Client", "def", "", "", _client_doc(api, "Threads may share one."),
            tuple((group, group.class_name) for group in groups),
        ),
        ClientMode(
            f"Async{sdk}", "AsyncSession", "AsyncClient", "async def", "await ", "a", _client_doc(api, "For asyncio."),
            tuple((group, group.async_name) for group in groups),
        ),
    ]  # fmt: skip


def _client_doc(api: Api, note: str) -> str:
    items = [
        ("url", "Address of the installation; the endpoint is found below it."),
        *_credential_docs(api.wire),
        ("http_client", _HTTP_CLIENT),
        *((option.name, option.doc) for option in OPTIONS),
    ]
    lines = [wrap(f"    {name}: {text}", _DOC_WIDTH, "        ") for name, text in items]
    raised = wrap("    ConfigurationError: The address, the credentials or an option cannot be used.", _DOC_WIDTH)
    return docstring(
        [
            f"The {api.wire.product} API of one installation. {note}",
            "Args:\n" + "\n".join(lines),
            f"Raises:\n{raised}",
        ],
        4,
    )


def _credential_docs(wire: Wire) -> list[tuple[str, str]]:
    docs = []
    for number, scheme in enumerate(wire.credentials.schemes):
        text = "or these" if number else "Sign in with these" if len(scheme.fields) > 1 else "Sign in with this"
        note = ", which is advised against: needs legacy_login" if scheme.legacy else ""
        docs.append((_listed(credentials([scheme])), sentence(text.capitalize() + note)))
    if wire.credentials.extra:
        docs.append((_listed(_views(wire.credentials.extra)), "Sent along where it is given."))
    return docs


def _listed(views: list[CredentialView]) -> str:
    return ", ".join(view.argument for view in views)


def from_env_doc(wire: Wire) -> str:
    """The docstring of the constructor that reads the environment."""
    return docstring(
        [
            "A client for the address and the credentials in environment variables.",
            f"Reads {variables(wire)}. The arguments are those of the class.",
            "Raises:\n    ConfigurationError: Variables are missing; the message names them.",
        ],
        8,
    )


def variables(wire: Wire, quote: str = "``") -> str:
    """The environment variables of ``from_env``, in backquotes."""
    found = (wire.credentials.url, *(view.variable for view in all_credentials(wire)))
    return ", ".join(f"{quote}{name}{quote}" for name in found)


def exceptions(sdk: str) -> list[str]:
    """The exceptions that the package exports, in the order of imports."""
    return sorted((f"{sdk}Error", *EXCEPTIONS), key=import_order)


def exported(sdk: str) -> list[str]:
    """Everything that the package exports, in the order of ``__all__``."""
    return sorted((*exceptions(sdk), *EXPORTED, sdk, f"Async{sdk}"), key=export_order)
