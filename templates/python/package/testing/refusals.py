"""How the server refuses a call: HTTP status and words, by reason.

A dialect whose server has words of its own for a reason says so in ``REFUSALS``; ``{action}``,
``{name}`` and ``{ip}`` are filled in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias, get_args

from .. import _dialect as dialect

Reason: TypeAlias = Literal[
    "no_action",
    "no_credentials",
    "credentials",
    "address",
    "permission",
    "unknown_action",
    "missing",
    "invalid",
]
Words: TypeAlias = tuple[int, str]

_NEUTRAL: Final[Mapping[Reason, Words]] = {
    "no_action": (400, "Invalid request: no action given"),
    "no_credentials": (403, "Credentials are missing"),
    "credentials": (403, "Credentials are wrong"),
    "address": (403, "Address {ip} is not allowed"),
    "permission": (403, 'Action "{action}" is not allowed'),
    "unknown_action": (200, 'Action "{action}" not found'),
    "missing": (200, "Parameter {name} is missing"),
    "invalid": (200, "Invalid request: {name}"),
}
_OWN: Final[Mapping[str, Words]] = dialect.REFUSALS
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)


class Refusal(Exception):
    """A call is not carried out: the HTTP status and the message of the answer."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def refusal(reason: Reason, *, action: str = "", name: str = "", ip: str = "192.0.2.1") -> Refusal:
    """The refusal for a reason, in the server's words."""
    status, words = _OWN.get(reason, _NEUTRAL[reason])
    for hole, filling in (("{action}", action), ("{name}", name), ("{ip}", ip)):
        words = words.replace(hole, filling)
    return Refusal(status, words)
