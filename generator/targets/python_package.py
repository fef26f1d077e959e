"""The files of the Python package of which there is one each: client, dialect, enums, inputs, registry, README."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..ir import Api, Effect, Enum, Group, Model, Operation, Page, ScalarKind
from ..wire import Wire
from . import python_types as types
from .python_names import Names
from .python_text import (
    LINE_LENGTH,
    block,
    comment,
    docstring,
    frozenset_of,
    import_order,
    imports,
    literal,
    one_line,
    string,
)

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class GroupView:
    """One attribute of the client: its name, module, class and docstring."""

    module: str
    class_name: str
    doc: str


def group_view(group: Group, names: Names) -> GroupView:
    """A group as the client offers it."""
    doc = one_line(group.doc) or f"Operations of the group {one_line(group.name)}"
    return GroupView(names.module(group.name), names.group_class(group.name), docstring([doc.rstrip(".") + "."], 8))


@dataclass(frozen=True, slots=True)
class CredentialView:
    """One credential argument of the client: wire name and environment variable."""

    name: str
    variable: str


def credentials(wire: Wire) -> list[CredentialView]:
    """The credential arguments, the preferred scheme's first."""
    fields: dict[str, str] = {}
    for scheme in wire.credentials.schemes:
        fields |= scheme.fields
    return [CredentialView(name, variable) for name, variable in (fields | wire.credentials.extra).items()]


@dataclass(frozen=True, slots=True)
class ClientMode:
    """What differs between the sync and the async client."""

    class_name: str
    session: str
    http_client: str
    define: str
    wait: str
    prefix: str
    mark: str
    doc: str


@dataclass(frozen=True, slots=True)
class Option:
    """A keyword argument of the client that becomes one of its Options."""

    name: str
    argument: str


# The fields of ``Options`` in the runtime, with their types and defaults; a test compares the two.
OPTIONS = tuple(
    Option(argument.partition(":")[0], argument)
    for argument in (
        "timeout: Timeout = DEFAULT_TIMEOUT",
        "retries: Retry | int = 2",
        "strict: bool = False",
        "rate_limit: float | None = None",
        "concurrency: int | None = None",
        "hook: Hook | None = None",
        "allow_http: bool = False",
        "legacy_login: bool = False",
        "user_agent: str | None = None",
    )
)
_OPTION_DOCS = (
    "http_client: Your own, for proxies, certificates or connection limits; you close it.",
    "timeout: Seconds, of every call that is not given its own.",
    "retries: Attempts after the first one, for reads only; or a Retry.",
    "strict: Raise UnreadableValueError where a value contradicts its documented type.",
    "rate_limit: Calls a second; concurrency: calls at once.",
    "hook: Called with a CallEvent after every request.",
    "allow_http: Send credentials over plain http to other machines.",
    "legacy_login: Allow the ways to sign in that are advised against.",
)


def client_modes(api: Api) -> list[ClientMode]:
    """The sync and the async client."""
    wire = api.wire
    return [
        ClientMode(wire.sdk, "Session", "Client", "def", "", "", "", _client_doc(api, "Threads may share one.")),
        ClientMode(
            f"Async{wire.sdk}", "AsyncSession", "AsyncClient", "async def", "await ", "a", "Async",
            _client_doc(api, "For asyncio."),
        ),
    ]  # fmt: skip


def _client_doc(api: Api, note: str) -> str:
    names = ", ".join(view.name for view in credentials(api.wire))
    arguments = [
        "url: Address of the installation; the endpoint is found below it.",
        f"{names}: Credentials; one way to sign in must be complete.",
        *_OPTION_DOCS,
    ]
    return docstring(
        [
            f"The {one_line(api.wire.product)} API of one installation. {note}",
            "Args:\n" + "\n".join(f"    {line}" for line in arguments),
        ],
        4,
    )


def variables(wire: Wire, quote: str = "``") -> str:
    """The environment variables of ``from_env``, in backquotes."""
    found = (wire.credentials.url, *(view.variable for view in credentials(wire)))
    return ", ".join(f"{quote}{name}{quote}" for name in found)


def exceptions(sdk: str) -> list[str]:
    """The exceptions that the package exports, sorted."""
    return sorted((f"{sdk}Error", *EXCEPTIONS), key=import_order)


# The classes in the template ``exceptions.py.j2``; a test compares the two.
EXCEPTIONS = (
    "ApiError", "ApiWarning", "AuthenticationError", "ClosedError", "ConfigurationError", "ConnectTimeoutError",
    "ConnectionFailedError", "ConnectionLostError", "InvalidParameterError", "IpNotAllowedError", "NotFoundError",
    "ParameterError", "PermissionDeniedError", "ReadTimeoutError", "ResponseError", "ServerUnavailableError",
    "TimedOutError", "TlsError", "TransportError", "UnavailableError", "UnreadableValueError",
)  # fmt: skip


def dialect_constants(wire: Wire) -> list[str]:
    """The lines of ``_dialect.py``."""
    paging, envelope, responses = wire.paging, wire.envelope, wire.responses
    schemes = wire.credentials.schemes
    values: dict[str, object] = {
        "PRODUCT": wire.product,
        "SDK": wire.sdk,
        "PACKAGE": wire.package,
        "ENDPOINT_PATH": wire.endpoint.path,
        "ACTION": wire.endpoint.action,
        "FIXED": wire.endpoint.fixed,
        "SCHEMES": tuple(tuple(scheme.fields) for scheme in schemes),
        "LEGACY_SCHEMES": {tuple(scheme.fields) for scheme in schemes if scheme.legacy},
        "MD5_FIELDS": {name for scheme in schemes for name in scheme.md5},
        "CREDENTIAL_EXTRAS": tuple(wire.credentials.extra),
        "ENVIRONMENT": {view.name: view.variable for view in credentials(wire)},
        "ENVIRONMENT_URL": wire.credentials.url,
        "PAGING_START": paging.start if paging else "",
        "PAGING_SIZE": paging.size if paging else "",
        "PAGING_DEFAULT_SIZE": paging.default_size if paging else 0,
        "PAGING_TOTAL": paging.total if paging else "",
        "PAGING_FIRST": paging.first if paging else "",
        "PAGING_RETURNED": paging.returned if paging else "",
        "ENVELOPE_RESULT": envelope.result,
        "ENVELOPE_SUCCESS": set(envelope.success),
        "ENVELOPE_ERROR": set(envelope.error),
        "ENVELOPE_MESSAGE": envelope.message,
        "ENVELOPE_FALLBACK": envelope.fallback,
        "ENVELOPE_WARNING": envelope.warning,
        "REQUEST_DATE": wire.requests.date,
        "REQUEST_DATETIME": wire.requests.datetime,
        "TRUE": wire.requests.true,
        "FALSE": wire.requests.false,
        "RESPONSE_DATES": responses.date,
        "RESPONSE_DATETIMES": responses.datetime,
        "ZERO_DATES": set(responses.zero_dates),
        "TRUE_WORDS": set(responses.true),
        "FALSE_WORDS": set(responses.false),
        "BLANK": set(responses.blank),
        "SENSITIVE": set(wire.sensitive),
        "ERROR_RULES": tuple((rule.kind, rule.match) for rule in wire.errors),
    }
    return [_constant(name, value) for name, value in values.items()]


# Types are spelled out: neither a reader nor a type checker could tell them from an empty container.
_TYPES = {
    "FIXED": "Final[Mapping[str, str]]",
    "SCHEMES": "Final[tuple[tuple[str, ...], ...]]",
    "LEGACY_SCHEMES": "Final[frozenset[tuple[str, ...]]]",
    "CREDENTIAL_EXTRAS": "Final[tuple[str, ...]]",
    "ENVIRONMENT": "Final[Mapping[str, str]]",
    "ENVELOPE_MESSAGE": "Final[tuple[str, ...]]",
    "ENVELOPE_FALLBACK": "Final[str | None]",
    "ENVELOPE_WARNING": "Final[str | None]",
    "RESPONSE_DATES": "Final[tuple[str, ...]]",
    "RESPONSE_DATETIMES": "Final[tuple[str, ...]]",
    "ERROR_RULES": "Final[tuple[tuple[str, str], ...]]",
    **dict.fromkeys(
        ("PRODUCT", "SDK", "PACKAGE", "ENDPOINT_PATH", "ACTION", "ENVIRONMENT_URL", "ENVELOPE_RESULT"), "Final[str]"
    ),
    **dict.fromkeys(("PAGING_START", "PAGING_SIZE", "PAGING_TOTAL", "PAGING_FIRST", "PAGING_RETURNED"), "Final[str]"),
    **dict.fromkeys(("REQUEST_DATE", "REQUEST_DATETIME", "TRUE", "FALSE"), "Final[str]"),
    "PAGING_DEFAULT_SIZE": "Final[int]",
    **dict.fromkeys(
        (
            "MD5_FIELDS",
            "ENVELOPE_SUCCESS",
            "ENVELOPE_ERROR",
            "ZERO_DATES",
            "TRUE_WORDS",
            "FALSE_WORDS",
            "BLANK",
            "SENSITIVE",
        ),
        "Final[frozenset[str]]",
    ),
}


def _constant(name: str, value: object) -> str:
    left = f"{name}: {_TYPES[name]} = "
    if isinstance(value, set):
        return frozenset_of(value, left, 0)
    return left + literal(value, 0, len(left))


@dataclass(frozen=True, slots=True)
class EnumView:
    """An enum as an open alias: the documented values, or any other."""

    name: str
    definition: str
    doc: str


def enum_view(enum: Enum, names: Names) -> EnumView:
    """An enum, ready to print."""
    name = names.enums[enum.name]
    other = "int" if enum.kind is ScalarKind.INTEGER else "str"
    values = ", ".join(string(value) if isinstance(value, str) else str(value) for value in enum.values)
    line = f"{name}: TypeAlias = Literal[{values}] | {other}"
    if len(line) > LINE_LENGTH:
        items = [string(value) if isinstance(value, str) else str(value) for value in enum.values]
        inner = f"Literal[{values}] | {other}"
        if len(inner) + 4 > LINE_LENGTH:
            inner = "Literal" + block("[", items, "]", 4) + f"\n    | {other}"
        line = f"{name}: TypeAlias = (\n    {inner}\n)"
    return EnumView(name, line, docstring([one_line(enum.doc)], 0) if enum.doc.strip() else "")


@dataclass(frozen=True, slots=True)
class InputView:
    """An object that a parameter holds, as a TypedDict in functional form: its keys may be any wire names."""

    name: str
    quoted: str
    doc: str
    fields: str


def inputs(api: Api, names: Names) -> tuple[list[InputView], str]:
    """The TypedDicts, and the imports of their module."""
    views = [
        InputView(
            names.inputs[model.name],
            string(names.inputs[model.name]),
            comment(model.doc or f"{model.name} in a request."),
            _input_fields(model, names),
        )
        for model in api.inputs
    ]
    words = {
        word
        for model in api.inputs
        for field in model.fields
        for word in _WORD.findall(types.argument(field.type, names))
    }
    lines = [
        *imports("collections.abc", {"Sequence"} & words),
        *imports("typing", ["TypedDict"]),
        "",
        *imports("._runtime.aliases", {"Amount", "DateInput", "DateTimeInput", "Keyed"} & words),
        *imports(".enums", words & set(names.enums.values())),
    ]
    return views, "\n".join(lines).rstrip()


def _input_fields(model: Model, names: Names) -> str:
    quoted = [f"{string(field.wire)}: {string(types.argument(field.type, names))}" for field in model.fields]
    return block("{", quoted, "}", 4) if quoted else "{}"


def registry(api: Api, names: Names) -> str:
    """Action -> (module, constant), as a literal."""
    table = {
        operation.action: (names.module(group.name), names.constant(operation.action))
        for group in api.groups
        for operation in group.operations
    }
    return block("{", [f"{string(action)}: {literal(place)}" for action, place in table.items()], "}", 4)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action in the table of the package's README."""

    group: str
    action: str
    call: str
    effect: str
    summary: str


def action_rows(api: Api, names: Names) -> list[ActionRow]:
    """All actions by group, as Markdown cells."""
    rows = []
    for group in api.groups:
        for operation in group.operations:
            call = f"`{names.module(group.name)}.{names.method(operation.action)}`"
            if isinstance(operation.result, Page) and api.wire.paging:
                call += f", `{names.iterator(operation.action, api.wire.paging.verbs)}`"
            rows.append(
                ActionRow(
                    _cell(group.name), _cell(operation.action), call, str(operation.effect), _cell(operation.summary)
                )
            )
    return rows


@dataclass(frozen=True, slots=True)
class Examples:
    """Calls that the package's README shows; made from the spec, so that they exist.

    constructor:  credentials of the preferred scheme, as arguments
    sample:       a call on the client that reads, with what it requires
    lines:        a paged call and its iteration, or the sample where nothing pages
    """

    constructor: str
    sample: str
    lines: list[str]


def examples(api: Api, names: Names) -> Examples:
    """Example calls: of the first action that pages, and of the first that reads."""
    every = [(group, operation) for group in api.groups for operation in group.operations]
    reads = [pair for pair in every if pair[1].effect is Effect.READ] or every
    easiest = min(reads, key=lambda pair: sum(param.required for param in pair[1].params))
    sample = _example_call(*easiest, names)
    lines = [f"print({api.wire.package}.{sample})"]
    paged = [pair for pair in reads if isinstance(pair[1].result, Page)]
    if paged and api.wire.paging:
        group, operation = paged[0]
        iterator = names.iterator(operation.action, api.wire.paging.verbs)
        where = f"{api.wire.package}.{names.module(group.name)}"
        lines = [
            f"page = {api.wire.package}.{_example_call(group, operation, names)}  # one page, typed",
            "print(page.page_total, page.page_next_start)",
            f"for record in {where}.{iterator}():  # every page",
            "    print(record)",
        ]
    constructor = ", ".join(f'{name}="..."' for name in api.wire.credentials.schemes[0].fields)
    return Examples(constructor, sample, lines)


def _example_call(group: Group, operation: Operation, names: Names) -> str:
    required = ", ".join(f"{names.argument(param.wire)}=..." for param in operation.params if param.required)
    return f"{names.module(group.name)}.{names.method(operation.action)}({required})"


def _cell(text: str) -> str:
    escaped = re.sub(r"([\\`*_{}\[\]<>|#])", r"\\\1", one_line(text))
    return "".join(char for char in escaped if char.isprintable())
