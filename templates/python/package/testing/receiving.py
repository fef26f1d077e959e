"""A request as the server sees it: action, credentials, parameters, and what is wrong with them.

The checks are those of the real server, or stricter: what it would ignore or misread without a word
is refused here, so that a test sees it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from .. import _dialect as dialect
from .._runtime import requirements
from .._runtime.operation import Operation
from . import accounts, parameters, php_form
from .exchange import Request
from .php_form import PhpKey, PhpValue
from .refusals import Refusal, refusal

Variables: TypeAlias = Mapping[PhpKey, PhpValue]

_ENDPOINT: Final = "/" + dialect.ENDPOINT_PATH.strip("/")
_FORM: Final = "application/x-www-form-urlencoded"
# PHP's post_max_size, by default.
MAX_BODY: Final = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Rules:
    """What requests are judged by.

    operations:  all that are known, by action
    accounts:    credential field -> its value
    strict:      whether what the real server ignores is refused
    prefix:      path of the installation; None for any
    """

    operations: Mapping[str, Operation[Any]]
    accounts: Mapping[str, str]
    strict: bool
    prefix: str | None


@dataclass(frozen=True, slots=True)
class Received:
    """What a request says; ``pairs`` is its form as sent, ``refusal`` what is wrong with it."""

    action: str
    operation: Operation[Any] | None
    params: dict[str, Any]
    pairs: tuple[tuple[str, str], ...]
    refusal: Refusal | None


def receive(request: Request, rules: Rules, also_known: Collection[str]) -> Received:
    """The request, read and judged. ``also_known`` are actions that a test has answers for."""
    try:
        _check_http(request, rules.prefix)
    except Refusal as refused:
        return Received("", None, {}, (), refused)
    pairs = php_form.pairs(request.body)
    variables = php_form.parse(request.body)
    action = _text(variables, dialect.ACTION)
    operation = rules.operations.get(action)
    own = _own(variables, operation)
    read = parameters.untyped(own) if operation is None else parameters.read(operation, own)
    problem: Refusal | None = None
    try:
        _check_call(variables, action, operation, rules, also_known)
        if operation is not None:
            _check_needed(operation, read.values)
        if rules.strict:
            _check_form(pairs, variables)
            _check_parameters(read)
    except Refusal as refused:
        problem = refused
    legible = tuple((php_form.legible(name), php_form.legible(value)) for name, value in pairs)
    return Received(action, operation, read.values, legible, problem)


def _check_http(request: Request, prefix: str | None) -> None:
    path, question, _ = request.target.partition("?")
    fits = path.endswith(_ENDPOINT) if prefix is None else path == prefix + _ENDPOINT
    if not fits or "//" in path:
        raise Refusal(404, f"no such page: {path}")
    if request.method != "POST":
        raise Refusal(405, f"Invalid request: {request.method}; calls are POST requests")
    if question:
        raise Refusal(400, "Invalid request: an address with a query, which ends up in logs")
    if (
        media := request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    ) != _FORM:
        raise Refusal(
            415, f"Invalid request: Content-Type must be {_FORM}, not {media or 'missing'}"
        )
    if len(request.body) > MAX_BODY:
        raise Refusal(413, f"Invalid request: more than {MAX_BODY} bytes")


def _check_call(
    variables: Variables,
    action: str,
    operation: Operation[Any] | None,
    rules: Rules,
    also_known: Collection[str],
) -> None:
    if not action:
        raise refusal("no_action")
    accounts.check(
        {name: _text(variables, name) for name in accounts.FIELDS if name in variables},
        rules.accounts,
    )
    for name, value in dialect.FIXED.items():
        if _text(variables, name) != value:
            raise refusal("invalid", name=f"{name} must be {value}", action=action)
    if operation is None and action not in also_known:
        raise refusal("unknown_action", action=action)


def _check_needed(operation: Operation[Any], given: Mapping[str, Any]) -> None:
    for param in operation.params:
        if param.required and param.wire not in given:
            raise refusal("missing", name=param.wire, action=operation.action)
    for rule in requirements.broken(operation, given):
        if rule.kind == "none":
            raise refusal("invalid", name=rule.words, action=operation.action)
        name = " or ".join(rule.names) if rule.kind == "any" else rule.names[0]
        raise refusal("missing", name=name, action=operation.action)


def _check_form(pairs: list[tuple[str, str]], variables: Variables) -> None:
    """Refuses a form of which PHP drops or overwrites a part."""
    texts = [text for pair in pairs for text in pair]
    if any(not text.isascii() and re.search("[\ud800-\udfff]", text) for text in texts):
        raise refusal("invalid", name="text that is not UTF-8")
    if len(pairs) > php_form.MAX_VARS:
        raise refusal(
            "invalid",
            name=f"{len(pairs)} variables; PHP reads {php_form.MAX_VARS} and drops the rest",
        )
    if (lost := len(pairs) - _leaves(variables)) == 0:
        return
    twice = [
        name
        for name, times in Counter(name for name, _ in pairs).items()
        if times > 1 and "[]" not in name
    ]
    if twice:
        raise refusal(
            "invalid",
            name=f"{php_form.legible(twice[0])} is sent twice; PHP keeps the last one only",
        )
    raise refusal(
        "invalid", name=f"{lost} of {len(pairs)} variables are lost: PHP drops or overwrites them"
    )


def _leaves(value: Variables | PhpValue) -> int:
    if isinstance(value, str):
        return 1
    return sum(_leaves(item) for item in value.values())


def _check_parameters(read: parameters.Parameters) -> None:
    if read.unknown:
        raise refusal("invalid", name=f"unknown parameter {', '.join(read.unknown)}")
    if read.problems:
        raise refusal("invalid", name=read.problems[0])


def _own(variables: Variables, operation: Operation[Any] | None) -> dict[PhpKey, PhpValue]:
    """The variables that belong to the action."""
    declared = {param.wire for param in operation.params} if operation else set[str]()
    signed = accounts.scheme_of(variables) or set(accounts.FIELDS) - declared
    taken = {dialect.ACTION, *dialect.FIXED, *signed, *dialect.CREDENTIAL_EXTRAS}
    return {name: value for name, value in variables.items() if name not in taken}


def _text(variables: Variables, name: str) -> str:
    value = variables.get(name, "")
    return php_form.legible(value) if isinstance(value, str) else ""
