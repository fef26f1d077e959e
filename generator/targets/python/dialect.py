"""The dialect of an Api -> the constants of ``_dialect.py``, where the runtime finds every fact about the server."""

from __future__ import annotations

from ...wire import Wire
from .client import all_credentials
from .text import frozenset_of, literal

_TEXTS = "tuple[str, ...]"
_WORDS = "frozenset[str]"
_MAPPING = "Mapping[str, str]"
_MAYBE = "str | None"
_REFUSALS = "Mapping[str, tuple[int, str]]"


def dialect_constants(wire: Wire) -> list[str]:
    """The lines of ``_dialect.py``. Types are spelled out: of an empty container, nobody could tell them."""
    constants = [*_client(wire), *_paging(wire), *_envelope(wire), *_forms(wire)]
    return [_constant(name, type_, value) for name, type_, value in constants]


def _constant(name: str, type_: str, value: object) -> str:
    left = f"{name}: Final[{type_}] = "
    if isinstance(value, set):
        return frozenset_of(value, left, 0)
    return left + literal(value, 0, len(left))


def _client(wire: Wire) -> list[tuple[str, str, object]]:
    schemes = wire.credentials.schemes
    return [
        ("PRODUCT", "str", wire.product),
        ("SDK", "str", wire.sdk),
        ("PACKAGE", "str", wire.package),
        ("ENDPOINT_PATH", "str", wire.endpoint.path),
        ("ACTION", "str", wire.endpoint.action),
        ("FIXED", _MAPPING, wire.endpoint.fixed),
        ("SCHEMES", "tuple[tuple[str, ...], ...]", tuple(tuple(scheme.fields) for scheme in schemes)),
        ("LEGACY_SCHEMES", f"frozenset[{_TEXTS}]", {tuple(scheme.fields) for scheme in schemes if scheme.legacy}),
        ("MD5_FIELDS", _WORDS, {name for scheme in schemes for name in scheme.md5}),
        ("CREDENTIAL_EXTRAS", _TEXTS, tuple(wire.credentials.extra)),
        ("ENVIRONMENT", _MAPPING, {view.wire: view.variable for view in all_credentials(wire)}),
        ("ENVIRONMENT_URL", "str", wire.credentials.url),
        ("SENSITIVE", _WORDS, set(wire.sensitive)),
    ]


def _paging(wire: Wire) -> list[tuple[str, str, object]]:
    paging = wire.paging
    return [
        ("PAGING_START", "str", paging.start if paging else ""),
        ("PAGING_SIZE", "str", paging.size if paging else ""),
        ("PAGING_DEFAULT_SIZE", "int", paging.default_size if paging else 0),
        ("PAGING_TOTAL", "str", paging.total if paging else ""),
        ("PAGING_FIRST", "str", paging.first if paging else ""),
        ("PAGING_RETURNED", "str", paging.returned if paging else ""),
    ]


def _envelope(wire: Wire) -> list[tuple[str, str, object]]:
    envelope = wire.envelope
    return [
        ("ENVELOPE_RESULT", "str", envelope.result),
        ("ENVELOPE_SUCCESS", _WORDS, set(envelope.success)),
        ("ENVELOPE_ERROR", _WORDS, set(envelope.error)),
        ("ENVELOPE_MESSAGE", _TEXTS, envelope.message),
        ("ENVELOPE_FALLBACK", _MAYBE, envelope.fallback),
        ("ENVELOPE_WARNING", _MAYBE, envelope.warning),
        ("ERROR_RULES", "tuple[tuple[str, str], ...]", tuple((rule.kind, rule.match) for rule in wire.errors)),
        ("REFUSALS", _REFUSALS, {each.reason: (each.status, each.message) for each in wire.refusals}),
    ]


def _forms(wire: Wire) -> list[tuple[str, str, object]]:
    requests, responses = wire.requests, wire.responses
    return [
        ("REQUEST_DATE", "str", requests.date),
        ("REQUEST_DATETIME", "str", requests.datetime),
        ("TRUE", "str", requests.true),
        ("FALSE", "str", requests.false),
        ("RESPONSE_DATES", _TEXTS, responses.date),
        ("RESPONSE_DATETIMES", _TEXTS, responses.datetime),
        ("ZERO_DATES", _WORDS, set(responses.zero_dates)),
        ("TRUE_WORDS", _WORDS, set(responses.true)),
        ("FALSE_WORDS", _WORDS, set(responses.false)),
        ("BLANK", _WORDS, set(responses.blank)),
    ]
