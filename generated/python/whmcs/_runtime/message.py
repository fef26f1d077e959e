"""What one call sends: the form's pairs, with the action and the credentials merged in last.

PHP folds names: ``id``, ``id[x]`` and ``" id"`` are one variable, and a dot is an underscore. A
parameter whose name folds to one that the client sets is left out, with a warning.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeAlias, TypeVar

from .. import _dialect as dialect
from ..exceptions import ParameterError
from . import form
from .credentials import Credentials
from .operation import Operation
from .options import TimeLimits
from .outside import as_given, levels_to_caller
from .secret import hide, reveal
from .sensitive import Given

if TYPE_CHECKING:
    from .mask import Mask

T = TypeVar("T")
Pairs: TypeAlias = list[tuple[str, str]]

# Parameters that the package does not know, under the names they have on the wire.
Extra: TypeAlias = Mapping[str, object]

_FOLDED: Final = str.maketrans(" .", "__")
_CREDENTIALS: Final = {
    *dialect.CREDENTIAL_EXTRAS,
    *(name for scheme in dialect.SCHEMES for name in scheme),
}


class Message(NamedTuple, Generic[T]):
    """A call, ready to be sent.

    body:   the form (hidden)
    given:  what it was made of (hidden)
    start:  offset of the first record asked for
    size:   number of records asked for; 0 where the server chooses
    """

    operation: Operation[T]
    body: bytes
    given: Given
    timeout: TimeLimits
    start: int
    size: int

    def mask(self) -> Mask:
        """Masks what must not be shown of this call and of its answer."""
        # What a call needs only where something is told of it takes time to load; so does pydantic.
        from .mask import Mask
        from .model import sensitive_names

        secrets = reveal(self.given).secrets(self.operation)
        return Mask(secrets, sensitive_names(self.operation.response))


def compose(
    operation: Operation[T],
    params: Mapping[str, object],
    extra: Extra | None,
    credentials: Credentials,
    timeout: TimeLimits,
) -> Message[T]:
    """The message for one call; ``params`` and ``extra`` are hidden. Raises ParameterError."""
    pairs = _pairs(operation, params, extra)
    if isinstance(pairs, str):
        raise ParameterError(pairs, action=operation.action)
    taken = _taken(operation, credentials)
    if lost := sorted({_folded(name) for name, _ in reveal(pairs)} & taken):
        warnings.warn(
            f"{operation.action}: {', '.join(lost)} left out: the client sets this itself",
            stacklevel=levels_to_caller(),
        )
    body = _body(operation, pairs, credentials, taken)
    if body is None:
        raise ParameterError("a parameter holds text that is not Unicode", action=operation.action)
    return Message(
        operation=operation,
        body=body,
        given=hide(Given(reveal(pairs), params, extra or {}, credentials)),
        timeout=timeout,
        start=_number(pairs, dialect.PAGING_START),
        size=_number(pairs, dialect.PAGING_SIZE),
    )


def _pairs(
    operation: Operation[Any], params: Mapping[str, object], extra: Extra | None
) -> Pairs | str:
    """The form of the arguments (hidden), or what is wrong with them."""
    if extra is not None and not isinstance(as_given(reveal(extra)), Mapping):
        return "extra is not a mapping of names to values"
    try:
        form.check(operation, reveal(params), levels_to_caller() + 1, reveal(extra))
        return hide(form.encode(operation, reveal(params), reveal(extra)))
    except (TypeError, ValueError) as error:
        return str(error).removeprefix(f"{operation.action}: ")


def _number(pairs: Pairs, name: str) -> int:
    """The whole number that is sent under a name; 0 if there is none."""
    sent = dict(reveal(pairs)).get(name, "").strip()
    return int(sent[:20]) if sent.isascii() and sent.isdecimal() else 0


def _taken(operation: Operation[Any], credentials: Credentials) -> set[str]:
    """Names that only the client may set.

    An operation may have a parameter that is called like a credential, if that one is not in use.
    """
    declared = {param.wire for param in operation.params}
    sent = {name for name, _ in reveal(credentials.pairs)}
    return {
        _folded(name)
        for name in (dialect.ACTION, *dialect.FIXED, *sent, *(_CREDENTIALS - declared))
    }


def _folded(name: str) -> str:
    """The variable that PHP makes of a name, and more: case and outer underscores do not count."""
    variable = name.strip().partition("\0")[0].partition("[")[0]
    return variable.translate(_FOLDED).strip("_").casefold()


def _body(
    operation: Operation[Any], pairs: Pairs, credentials: Credentials, taken: set[str]
) -> bytes | None:
    """The form (hidden); None if some text of it cannot be encoded."""
    merged = [
        *((name, value) for name, value in reveal(pairs) if _folded(name) not in taken),
        (dialect.ACTION, operation.action),
        *reveal(credentials.pairs),
        *dialect.FIXED.items(),
    ]
    try:
        return hide(form.urlencode(merged))
    except UnicodeError:
        return None
