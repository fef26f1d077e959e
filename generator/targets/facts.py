"""The dialect of an Api -> named facts, which a client's runtime finds in one module of constants.

Every language has them under the same names; it only says their values in its own way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from ..wire import Scheme, Wire


class Form(Enum):
    """What a fact is made of."""

    TEXT = "a text"
    MAYBE = "a text or nothing"
    NUMBER = "a whole number"
    TEXTS = "texts in an order"
    WORDS = "texts without an order"
    MAPPING = "texts by text"
    ROWS = "rows of texts in an order"
    ROW_SET = "rows of texts without an order"
    REFUSALS = "HTTP status and message by reason, for a fake of the server"
    RULES = "pairs: a class of errors, the pattern of its messages"


class Fact(NamedTuple):
    """One constant. ``value`` holds plain texts, numbers, tuples, sets and dicts."""

    name: str
    form: Form
    value: object


def dialect_facts(wire: Wire) -> list[Fact]:
    """Everything that the runtime knows of the server."""
    return [*_client(wire), *_paging(wire), *_envelope(wire), *_forms(wire)]


def credential_fields(schemes: Sequence[Scheme]) -> dict[str, str]:
    """The fields of ways to sign in: wire name -> environment variable, the preferred scheme's first."""
    fields: dict[str, str] = {}
    for scheme in schemes:
        fields |= scheme.fields
    return fields


def all_credential_fields(wire: Wire) -> Mapping[str, str]:
    """The same with what may go beside any of them."""
    return credential_fields(wire.credentials.schemes) | wire.credentials.extra


def _client(wire: Wire) -> list[Fact]:
    schemes = wire.credentials.schemes
    return [
        Fact("PRODUCT", Form.TEXT, wire.product),
        Fact("SDK", Form.TEXT, wire.sdk),
        Fact("PACKAGE", Form.TEXT, wire.package),
        Fact("ENDPOINT_PATH", Form.TEXT, wire.endpoint.path),
        Fact("ACTION", Form.TEXT, wire.endpoint.action),
        Fact("FIXED", Form.MAPPING, wire.endpoint.fixed),
        Fact("SCHEMES", Form.ROWS, tuple(tuple(scheme.fields) for scheme in schemes)),
        Fact("LEGACY_SCHEMES", Form.ROW_SET, {tuple(scheme.fields) for scheme in schemes if scheme.legacy}),
        Fact("MD5_FIELDS", Form.WORDS, {name for scheme in schemes for name in scheme.md5}),
        Fact("CREDENTIAL_EXTRAS", Form.TEXTS, tuple(wire.credentials.extra)),
        Fact("ENVIRONMENT", Form.MAPPING, dict(all_credential_fields(wire))),
        Fact("ENVIRONMENT_URL", Form.TEXT, wire.credentials.url),
        Fact("SENSITIVE", Form.WORDS, set(wire.sensitive)),
    ]


def _paging(wire: Wire) -> list[Fact]:
    paging = wire.paging
    return [
        Fact("PAGING_START", Form.TEXT, paging.start if paging else ""),
        Fact("PAGING_SIZE", Form.TEXT, paging.size if paging else ""),
        Fact("PAGING_DEFAULT_SIZE", Form.NUMBER, paging.default_size if paging else 0),
        Fact("PAGING_TOTAL", Form.TEXT, (paging and paging.total) or ""),
        Fact("PAGING_FIRST", Form.TEXT, (paging and paging.first) or ""),
        Fact("PAGING_RETURNED", Form.TEXT, (paging and paging.returned) or ""),
    ]


def _envelope(wire: Wire) -> list[Fact]:
    envelope = wire.envelope
    return [
        Fact("ENVELOPE_RESULT", Form.TEXT, envelope.result),
        Fact("ENVELOPE_SUCCESS", Form.WORDS, set(envelope.success)),
        Fact("ENVELOPE_ERROR", Form.WORDS, set(envelope.error)),
        Fact("ENVELOPE_MESSAGE", Form.TEXTS, envelope.message),
        Fact("ENVELOPE_FALLBACK", Form.MAYBE, envelope.fallback),
        Fact("ENVELOPE_WARNING", Form.MAYBE, envelope.warning),
        Fact("ERROR_RULES", Form.RULES, tuple((rule.kind, rule.match) for rule in wire.errors)),
        Fact("REFUSALS", Form.REFUSALS, {each.reason: (each.status, each.message) for each in wire.refusals}),
    ]


def _forms(wire: Wire) -> list[Fact]:
    requests, responses = wire.requests, wire.responses
    return [
        Fact("REQUEST_DATE", Form.TEXT, requests.date),
        Fact("REQUEST_DATETIME", Form.TEXT, requests.datetime),
        Fact("TRUE", Form.TEXT, requests.true),
        Fact("FALSE", Form.TEXT, requests.false),
        Fact("RESPONSE_DATES", Form.TEXTS, responses.date),
        Fact("RESPONSE_DATETIMES", Form.TEXTS, responses.datetime),
        Fact("ZERO_DATES", Form.WORDS, set(responses.zero_dates)),
        Fact("TRUE_WORDS", Form.WORDS, set(responses.true)),
        Fact("FALSE_WORDS", Form.WORDS, set(responses.false)),
        Fact("BLANK", Form.WORDS, set(responses.blank)),
    ]
