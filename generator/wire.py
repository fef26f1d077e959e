"""The run-time part of a dialect: the facts that a generated client carries, each once.

Read from ``dialect.yml`` by ``dialect``, held by ``ir.Api.wire``, rendered into every client. Nothing here knows a
language.
"""

from __future__ import annotations

from dataclasses import dataclass

from .origin import Origin


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where calls go. ``fixed`` holds parameters that every call sends."""

    path: str
    action: str
    fixed: dict[str, str]


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to sign in: wire name -> environment variable. ``md5`` names the fields sent as a hex MD5."""

    fields: dict[str, str]
    md5: tuple[str, ...]
    legacy: bool


@dataclass(frozen=True, slots=True)
class Credentials:
    """``extra`` fields may go beside any scheme; ``url`` is the environment variable with the address."""

    schema: str
    schemes: tuple[Scheme, ...]
    extra: dict[str, str]
    url: str


@dataclass(frozen=True, slots=True)
class Paging:
    """Names of the paging parameters (start, size) and of the response's counters (total, first, returned).

    A counter that no response has is None: a walk then ends on an empty page, or where pages repeat each other.
    """

    start: str
    size: str
    default_size: int
    total: str | None
    first: str | None
    returned: str | None
    verbs: tuple[str, ...]

    @property
    def counters(self) -> frozenset[str]:
        """The counters that there are."""
        return frozenset(filter(None, (self.total, self.first, self.returned)))


@dataclass(frozen=True, slots=True)
class Envelope:
    """How a response says success or error. ``message`` keys are tried in order."""

    result: str
    success: tuple[str, ...]
    error: tuple[str, ...]
    message: tuple[str, ...]
    fallback: str | None
    warning: str | None


@dataclass(frozen=True, slots=True)
class RequestForms:
    """How values are written. Date patterns use YYYY, MM, DD, hh, mm, ss."""

    date: str
    datetime: str
    true: str
    false: str


@dataclass(frozen=True, slots=True)
class ResponseForms:
    """How values are read. Date patterns are tried in order; ``blank`` texts mean no value."""

    date: tuple[str, ...]
    datetime: tuple[str, ...]
    zero_dates: tuple[str, ...]
    true: tuple[str, ...]
    false: tuple[str, ...]
    blank: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ErrorRule:
    """A message that matches ``match`` (a regular expression, any case) is an error of class ``kind``.

    ``General`` is for messages whose words mean none of the other classes, whatever further rules would find in them.
    """

    kind: str
    match: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """How a call is refused for a reason: HTTP status and text, in which {action}, {name} and {ip} are filled in."""

    reason: str
    status: int
    message: str


@dataclass(frozen=True, slots=True)
class Wire:
    """All of the above, and the names that the client is called by.

    sdk_at:      where ``sdk``, the name of the client's class, is said
    package_at:  where ``package`` is said: in the dialect, or in the settings
    version:     that of the client's packages
    """

    product: str
    sdk: str
    sdk_at: Origin
    package: str
    package_at: Origin
    version: str
    endpoint: Endpoint
    credentials: Credentials
    paging: Paging | None
    envelope: Envelope
    requests: RequestForms
    responses: ResponseForms
    sensitive: tuple[str, ...]
    errors: tuple[ErrorRule, ...]
    refusals: tuple[Refusal, ...]
