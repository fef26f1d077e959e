"""Secrets: names that nobody declared as such, values in examples and texts, servers without TLS."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any
from urllib.parse import urlsplit

from ..ir import AnyOf, ListOf, Scalar, ScalarKind, Type
from ..origin import Origin, quote
from ..specs.node import List, Map
from .finding import Finding, found
from .material import Documents, Meaning

# userPassword, dbpw, appSecret, api_key, cardnumber, cvc2
_SECRET = re.compile(
    r"passw(or)?d|passphrase|secret|token$|(api|access|private|auth)[_-]?key|auth[_-]?code|cv[cv]2?$|card[_-]?num|pw$",
    re.IGNORECASE,
)
# What people write where a secret would be.
_PLACEHOLDER = re.compile(
    r"^$|example|sample|dummy|test|demo|your|change.?me|placeholder|passw(or)?d|secret|token|hidden|redacted|"
    r"^(.)\1*$|^[<{\[(].*[>}\])]$|^(1234\d*|4111[ -]?1111.*|4242[ -]?4242.*|abc\w{0,5})$|[*x.…]{3}",
    re.IGNORECASE,
)
# Keys that their makers let everybody recognise, a user and a password in an address, private keys, JSON web tokens
_KEY = re.compile(
    r"(?<![\w-])(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|(?:sk|rk)_live_[A-Za-z0-9]{16}|xox[abprs]-[A-Za-z0-9-]{10}|"
    r"eyJ[A-Za-z0-9_-]{10,1000}\.eyJ[A-Za-z0-9_-]{10})|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----|"
    r"\bhttps?://[^\s/:@]{1,100}:(?!\*|\.|<)[^\s/:@]{3,100}@"
)
_LOCAL = ("localhost", "127.0.0.1", "::1")


def undeclared(meaning: Meaning) -> Iterator[Finding]:
    """Texts whose name looks like that of a secret, and of which nobody says whether they are one."""
    decided = _decided(meaning.documents)
    for subject, wire, type_, sensitive, origin in _values(meaning):
        if not sensitive and origin not in decided and _SECRET.search(wire) and _is_text(type_):
            yield found(
                "secret-not-sensitive", subject, f"{quote(wire)} looks like a secret, and would be shown in logs",
                origin,
                "name it under `sensitive` in the dialect, or say x-sensitive: true, or false where it is none",
            )  # fmt: skip


def _values(meaning: Meaning) -> Iterator[tuple[str, str, Type, bool, Origin]]:
    for operation in meaning.operations:
        for param in operation.params:
            yield f"{operation.action}.{param.wire}", param.wire, param.type, param.sensitive, param.origin
    for model in (*meaning.api.models, *meaning.api.inputs):
        for field in model.fields:
            yield f"{model.name}.{field.wire}", field.wire, field.type, field.sensitive, field.origin


def _decided(documents: Documents) -> set[Origin]:
    """Where properties stand that say themselves whether they are secret."""
    return {
        holder.at(name)
        for node in documents.nodes
        if isinstance(holder := node.value.get("properties"), Map)
        for name, schema in holder.items()
        if isinstance(schema, Map) and "x-sensitive" in schema
    }


def _is_text(type_: Type) -> bool:
    match type_:
        case Scalar(kind=kind):
            return kind in (ScalarKind.TEXT, ScalarKind.BYTES)
        case ListOf(item=item):
            return _is_text(item)
        case AnyOf(options=options):
            return any(map(_is_text, options))
    return False


def values(documents: Documents) -> Iterator[Finding]:
    """Secrets in examples and defaults, and keys in any text."""
    names = frozenset(documents.dialect.wire.sensitive) if documents.dialect else frozenset()
    for node in documents.nodes:
        secret = node.value.get("format") == "password" or _is_secret(node.name, names)
        for key, value in node.value.items():
            if key in ("example", "examples", "default", "value"):
                for said, origin in _secrets(value, node.value.value_at(key), secret=secret, names=names):
                    yield _shown(node.label, said, origin)
            elif isinstance(value, str) and _KEY.search(value):
                yield _shown(node.label, value, node.value.value_at(key))


def _shown(subject: str, said: str, origin: Origin) -> Finding:
    message = f"{quote(said[:4] + '...')} looks like a real secret"
    return found("secret-in-example", subject, message, origin, "revoke it, and write `example` or `***` in its place")


def _secrets(value: Any, origin: Origin, *, secret: bool, names: Collection[str]) -> Iterator[tuple[str, Origin]]:
    """The texts in an example that look like secrets, by their names or by themselves."""
    stack: list[tuple[Any, Origin, bool]] = [(value, origin, secret)]
    while stack:
        said, place, is_secret = stack.pop()
        if isinstance(said, Map):
            stack += [(item, said.value_at(key), is_secret or _is_secret(key, names)) for key, item in said.items()]
        elif isinstance(said, List):
            stack += [(item, said.at(index), is_secret) for index, item in enumerate(said)]
        elif isinstance(said, str) and (_KEY.search(said) or (is_secret and not _PLACEHOLDER.search(said))):
            yield said, place


def _is_secret(name: str, names: Collection[str]) -> bool:
    return name in names or bool(_SECRET.search(name))


def servers(documents: Documents) -> Iterator[Finding]:
    """Addresses with http, but for those of this machine."""
    listed = documents.specs.openapi.get("servers")
    for server in listed if isinstance(listed, List) else ():
        url = server.get("url") if isinstance(server, Map) else None
        if isinstance(url, str) and url.lower().startswith("http://") and _host(url) not in _LOCAL:
            message = f"credentials would travel to {quote(url)} in the clear"
            yield found("server-insecure", url, message, server.value_at("url"), "write https")


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
