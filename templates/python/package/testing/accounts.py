"""The credentials that a fake server takes, made up from its seed, and how they are checked."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Mapping
from hmac import compare_digest
from typing import Final

from .. import _dialect as dialect
from .chance import Chance
from .refusals import refusal

# Every name that a credential can have.
FIELDS: Final = (
    *(name for scheme in dialect.SCHEMES for name in scheme),
    *dialect.CREDENTIAL_EXTRAS,
)


def made_up(chance: Chance) -> dict[str, str]:
    """Credentials of every scheme. They hold what a client must encode: ``+``, ``/``, ``=``."""
    names = dict.fromkeys(name for scheme in dialect.SCHEMES for name in scheme)
    return {name: f"{chance.at(name).hex(16)}+{chance.at(name, 2).hex(8)}/=" for name in names}


def scheme_of(given: Container[object]) -> tuple[str, ...]:
    """The first way to sign in of which every field is given; empty if there is none."""
    return next((scheme for scheme in dialect.SCHEMES if all(name in given for name in scheme)), ())


def check(given: Mapping[str, str], accounts: Mapping[str, str]) -> None:
    """Raises Refusal unless the fields make up one way to sign in, with the right values."""
    scheme = scheme_of(given)
    if not scheme:
        raise refusal("no_credentials")
    if not all(
        name in accounts and _same(given[name], _sent(name, accounts[name])) for name in scheme
    ):
        raise refusal("credentials")
    for name in dialect.CREDENTIAL_EXTRAS:
        if name in accounts and not _same(given.get(name, ""), _sent(name, accounts[name])):
            raise refusal("address")


def _sent(name: str, value: str) -> str:
    """The value as a client sends it."""
    if name not in dialect.MD5_FIELDS:
        return value
    return hashlib.md5(value.encode(), usedforsecurity=False).hexdigest()


def _same(one: str, other: str) -> bool:
    return compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
