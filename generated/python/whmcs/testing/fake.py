"""What a fake server knows and does, but for how requests get to it: see ``server``."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

from .. import _dialect as dialect
from .._runtime.operation import Operation
from .._runtime.outside import as_given
from ..registry import OPERATIONS
from . import accounts, answering, calls, faults, made_up, misspelt
from .calls import Call
from .chance import Chance
from .exchange import Delivery, Request
from .faults import Fault
from .made_up import Population, World
from .quirks import Quirks
from .receiving import Received, Rules, receive
from .scripts import Answer, Condition, Failure, Script


class Fake:
    """Answers calls with made-up data or with what it is told, records them, misbehaves on demand.

    seed:         what all made-up values are made from
    population:   how many records the lists of paging actions have
    strict:       whether what the real server ignores is refused, such as unknown parameters
    prefix:       path of the installation, like /billing; None for any
    credentials:  field -> value, for those that shall not be made up
    operations:   what can be called, by action; all of the package by default
    on_call:      told of each request when it arrives
    """

    def __init__(
        self,
        *,
        seed: int | str = 0,
        population: int = 60,
        strict: bool = True,
        prefix: str | None = None,
        credentials: Mapping[str, str] | None = None,
        operations: Mapping[str, Operation[Any]] | None = None,
        on_call: Callable[[Call], object] | None = None,
    ) -> None:
        if unknown := sorted(set(credentials or {}) - set(accounts.FIELDS)):
            known = ", ".join(accounts.FIELDS)
            raise ValueError(
                f"no credentials of {dialect.PRODUCT}: {', '.join(unknown)}; there are {known}"
            )
        if prefix is not None and (not prefix.startswith("/") or prefix.endswith("/")) and prefix:
            raise ValueError("prefix is a path like /billing")
        self._chance = Chance(seed)
        self._rules = Rules(
            operations=OPERATIONS if operations is None else operations,
            accounts={**accounts.made_up(self._chance), **(credentials or {})},
            strict=strict,
            prefix=prefix,
        )
        made_up.check_count(population)
        self._records = population
        self._on_call = on_call
        self._lock = threading.Lock()
        self.reset()

    def reset(self) -> None:
        """Forgets everything but the credentials: calls, answers, populations, quirks, faults."""
        with self._lock:
            self._calls: list[Call] = []
            self._scripts: dict[str, Script] = {}
            self._populations: dict[str, Population] = {}
            self._conditions: list[Condition] = []
            self._quirks = Quirks()

    @property
    def accounts(self) -> Mapping[str, str]:
        """Credential field -> value, of every way to sign in."""
        return dict(self._rules.accounts)

    @property
    def calls(self) -> list[Call]:
        """Every request that has arrived, in their order; those that were refused too."""
        with self._lock:
            return list(self._calls)

    def calls_to(self, action: str) -> list[Call]:
        """The requests for one action. Warns where none has come, and its name looks misspelt."""
        found = [call for call in self.calls if call.action == action]
        if not found:
            self._hold("calls_to", action)
        return found

    def answer(self, action: str, *answers: Answer) -> None:
        """From now on the action answers this; of several, each in its turn, and the last for ever.

        The action may be one that the package does not know. A Mapping needs no envelope. Raises
        TypeError or ValueError for what no server can answer. A name that looks misspelt, of the
        action or of a field, is a MisspeltWarning.
        """
        if not answers:
            raise TypeError(f"answer: there is no answer for {action}; None is one without data")
        for answer in answers:
            answering.check(answer)
        self._hold("answer", action)
        if operation := self._rules.operations.get(action):
            misspelt.warn_of_fields("answer", action, answers, made_up.known_fields(operation))
        with self._lock:
            self._scripts.setdefault(action, Script()).replace(answers)

    def fail(
        self, action: str, message: str, *, status: int = 200, calls: int | None = None
    ) -> None:
        """From now on, or for so many calls, the action answers with an error.

        A name that looks misspelt is a MisspeltWarning.
        """
        failure = Failure(message, status)
        answering.check(failure)
        self._hold("fail", action)
        with self._lock:
            script = self._scripts.setdefault(action, Script())
            if calls is None:
                script.replace([failure])
            else:
                script.put_ahead(failure, calls)

    def population(self, action: str, records: Population) -> None:
        """How many records the list of an action has, or what they hold; the rest is made up.

        Raises TypeError or ValueError if there is no such action, list, or record.
        """
        operation = self._rules.operations.get(action)
        if operation is None:
            near = misspelt.nearest(action, self._rules.operations, 0.6)
            meant = f"; did you mean {near}?" if near else ""
            raise ValueError(f"population: there is no action {action}{meant}")
        known = made_up.check(operation, records, self._chance)
        if not isinstance(records, int):
            misspelt.warn_of_fields("population", action, records, known)
        with self._lock:
            self._populations[action] = records

    @property
    def quirks(self) -> Quirks:
        """What is odd about every answer."""
        return self._quirks

    @quirks.setter
    def quirks(self, quirks: Quirks) -> None:
        if not isinstance(as_given(quirks), Quirks):
            raise TypeError(f"quirks: takes Quirks, such as Quirks(flat=True), not {quirks!r}")
        self._quirks = quirks

    def quirk(self, quirks: Quirks, *, action: str | None = None, calls: int | None = None) -> None:
        """Oddities of the answers of one action or of all, for the next calls or for ever.

        Raises TypeError where they are none.
        """
        if not isinstance(as_given(quirks), Quirks):
            raise TypeError(f"quirk: takes Quirks, such as Quirks(flat=True), not {quirks!r}")
        self._hold("quirk", action)
        with self._lock:
            self._conditions.append(Condition(quirks, action, calls))

    def fault(self, fault: Fault, *, action: str | None = None, calls: int | None = None) -> None:
        """What goes wrong with calls to one action or to all, for the next calls or for ever.

        Of several, one after the other: the second one when the first has gone wrong often enough.
        A delay comes on top. Raises TypeError where it is none of the faults.
        """
        if not isinstance(as_given(fault), Fault):
            raise TypeError(
                f"fault: takes Slow, Truncated, Reset, Page or Forbidden, such as Page(503), not {fault!r}"
            )
        self._hold("fault", action)
        with self._lock:
            self._conditions.append(Condition(fault, action, calls))

    def recover(self) -> None:
        """Ends all quirks and faults."""
        with self._lock:
            self._conditions = []
            self._quirks = Quirks()

    def handle(self, request: Request) -> Delivery:
        """What comes back. Raises what a function raises that was given as an answer."""
        with self._lock:
            known = frozenset(self._scripts)
        received = receive(request, self._rules, known)
        with self._lock:
            delay, fault, quirks = self._taken(received.action)
            in_front = answering.in_front(fault, received.action)
            reaches = in_front is None and received.refusal is None
            call = _call(request, received, reaches)
            self._calls.append(call)
            script = self._scripts.get(received.action) if reaches else None
            answer = script.take() if script else None
            world = World(self._chance, self._records, dict(self._populations))
        if self._on_call is not None:
            self._on_call(call)
        if in_front is not None:
            return Delivery(in_front, delay, reset=isinstance(fault, faults.Reset))
        response = answering.respond(received, answer, world, quirks)
        share = fault.share if isinstance(fault, faults.Truncated) else 1.0
        return Delivery(response, delay, isinstance(fault, faults.Reset), share)

    def _hold(self, where: str, action: str | None) -> None:
        """Warns of an action that nobody knows and that looks misspelt."""
        if action is not None and action not in self._scripts:
            misspelt.warn(where, "the action", action, self._rules.operations)

    def _taken(self, action: str) -> tuple[float, Fault | None, Quirks]:
        """What holds for a call: a delay, another fault, all quirks. Counts them down."""
        delay, fault, quirks = 0.0, None, self._quirks
        for condition in self._conditions:
            match condition.what:
                case Quirks() as more if condition.applies(action):
                    quirks |= more
                case faults.Slow(seconds) if not delay and condition.applies(action):
                    delay = seconds
                case (
                    faults.Truncated()
                    | faults.Reset()
                    | faults.Page()
                    | faults.Forbidden() as other
                ):
                    if fault is None and condition.applies(action):
                        fault = other
                case _:
                    pass
        return delay, fault, quirks


def _call(request: Request, received: Received, reaches: bool) -> Call:
    operation = received.operation
    return Call(
        action=received.action,
        effect=operation.effect if operation else None,
        params=received.params,
        pairs=received.pairs,
        path=request.target,
        headers=request.headers,
        problem=received.refusal.message if received.refusal else None,
        carried_out=reaches,
        _sensitive=calls.sensitive_names(operation),
    )
