"""Who is calling. Which fields there are, and which belong together, the dialect says."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from typing import Final, NoReturn, TypeAlias

from .. import _dialect as dialect
from ..exceptions import ConfigurationError
from .outside import as_given
from .secret import hide, reveal

Scheme: TypeAlias = tuple[str, ...]

# A secret read from a file often ends with a line break, and the server only says that it is wrong.
_CONTROL: Final = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


class Credentials:
    """One complete way to sign in.

    scheme:  the names of its fields
    pairs:   what is sent (hidden)
    given:   the values as the user gave them (hidden)
    """

    def __init__(
        self, scheme: Scheme, pairs: tuple[tuple[str, str], ...], given: tuple[str, ...]
    ) -> None:
        self.scheme = scheme
        self.pairs = hide(pairs)
        self.given = hide(given)

    def __repr__(self) -> str:
        return f"Credentials({', '.join(self.scheme)})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("credentials cannot be pickled or copied")


def choose(given: Mapping[str, str | None], *, legacy_login: bool) -> Credentials:
    """The credentials among the arguments of a client, hidden or not. Raises ConfigurationError."""
    given = hide(given)
    values = {name: hide(value) for name, value in reveal(given).items() if value is not None}
    for extra in dialect.CREDENTIAL_EXTRAS:
        if reveal(values.get(extra)) == "":
            del values[extra]
    for name, value in values.items():
        _check(name, value)
    scheme = _scheme(values)
    if scheme in dialect.LEGACY_SCHEMES and not legacy_login:
        raise ConfigurationError(
            f"signing in with {_names(scheme)} is switched off; "
            f"give {_alternatives(legacy=False)}, or legacy_login=True if there is no other way"
        )
    names = (*scheme, *(name for name in dialect.CREDENTIAL_EXTRAS if name in values))
    # Texts as they are, whatever a class derived from text makes of printing them.
    texts = hide(tuple(str.__str__(reveal(values[name])) for name in names))
    pairs = hide(tuple((name, _sent(name, text)) for name, text in zip(names, reveal(texts))))
    return Credentials(scheme, pairs, texts)


def from_environment(
    *, legacy_login: bool = False, environ: Mapping[str, str] | None = None
) -> tuple[str, dict[str, str]]:
    """Address and credentials from the environment, their values hidden.

    Of several complete ways to sign in the first that is not switched off is taken. Raises
    ConfigurationError, naming the variables, if some are missing.
    """
    environ = hide(os.environ if environ is None else environ)
    names = {**dialect.ENVIRONMENT, "": dialect.ENVIRONMENT_URL}
    found = {
        field: hide(reveal(environ)[name])
        for field, name in names.items()
        if reveal(environ).get(name)
    }
    schemes = [
        scheme for scheme in dialect.SCHEMES if legacy_login or scheme not in dialect.LEGACY_SCHEMES
    ]
    scheme = max(
        schemes or dialect.SCHEMES, key=lambda each: sum(name in found for name in each) / len(each)
    )
    if missing := [names[field] for field in ("", *scheme) if field not in found]:
        raise ConfigurationError(f"not set in the environment: {', '.join(missing)}")
    taken = (*scheme, *dialect.CREDENTIAL_EXTRAS)
    return found[""], {field: found[field] for field in taken if field in found}


def _scheme(values: Mapping[str, str]) -> Scheme:
    """The one scheme that the given fields make up."""
    begun = [scheme for scheme in dialect.SCHEMES if any(name in values for name in scheme)]
    if not begun:
        raise ConfigurationError(f"no credentials: give {_alternatives(legacy=False)}")
    if len(begun) > 1:
        raise ConfigurationError(f"two ways to sign in at once: give {_alternatives(legacy=True)}")
    if missing := [name for name in begun[0] if name not in values]:
        raise ConfigurationError(f"credentials are incomplete: {_names(missing)} is missing")
    return begun[0]


def _check(name: str, value: str) -> None:
    if not isinstance(as_given(reveal(value)), str):
        raise ConfigurationError(f"{name} is not text")
    if not reveal(value):
        raise ConfigurationError(f"{name} is empty")
    if _CONTROL.search(reveal(value)):
        raise ConfigurationError(
            f"{name} holds a line break or another character that cannot be printed"
        )


def _sent(name: str, value: str) -> str:
    """The value as it is sent."""
    if name not in dialect.MD5_FIELDS:
        return value
    return hashlib.md5(value.encode(), usedforsecurity=False).hexdigest()


def _names(scheme: Scheme | list[str]) -> str:
    return " and ".join(scheme)


def _alternatives(*, legacy: bool) -> str:
    """The ways to sign in, in words: ``a and b, or c and d``."""
    schemes = [
        scheme for scheme in dialect.SCHEMES if legacy or scheme not in dialect.LEGACY_SCHEMES
    ]
    return ", or ".join(map(_names, schemes or dialect.SCHEMES))
