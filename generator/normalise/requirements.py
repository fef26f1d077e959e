"""``x-requires`` of an operation -> its rules: which of its parameters need, replace or exclude each other.

    - {any: [clientid, email]}
    - {all: [address1, city], unless: [skipvalidation]}
    - {all: [duedate], when: {invoiceaction: [duedate, recur]}}
    - {none: [invoiceid], when: [credit]}
    - {all: [itemamount, itemtaxed], when: [itemdescription], each: true}

A rule has one of ``any``, ``all`` and ``none``. The conditions ``when`` and ``unless`` list parameters, one of which
has to be given and be neither empty nor false, nor 0 unless it is an amount; or they say which values of a parameter
count, and where the server assumes one of these, a call without the parameter counts as well. ``each`` applies the rule
to every key of parameters that are maps; there it counts that the key is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..ir import AnyOf, Condition, Enum, EnumRef, MapOf, Opaque, Param, Requirement, Scalar, ScalarKind
from ..origin import Origin, closest, quote
from ..problems import Problems
from ..specs.node import List, Map
from .extensions import Extensions, is_texts

_KINDS = ("any", "all", "none")
_CONDITIONS = ("when", "unless")
_PARTS = (*_KINDS, *_CONDITIONS, "each")


def requirements(
    extensions: Extensions, params: Sequence[Param], enums: Mapping[str, Enum], problems: Problems
) -> tuple[Requirement, ...]:
    """The rules of an operation; what is malformed or cannot hold goes to ``problems``."""
    reader = _Reader({param.wire: param for param in params}, enums, problems)
    rules = [reader.rule(rule, place) for rule, place in extensions.items("x-requires", "a list of rules")]
    return tuple(rule for rule in rules if rule is not None)


class _Reader:
    """Reads rules about some parameters."""

    def __init__(self, params: Mapping[str, Param], enums: Mapping[str, Enum], problems: Problems) -> None:
        self._params = params
        self._enums = enums
        self._problems = problems

    def rule(self, rule: Any, place: Origin) -> Requirement | None:
        """One rule; None where it has no meaning."""
        if not self._is_rule(rule, place):
            return None
        named = {kind: self._names(rule, kind) for kind in _KINDS}
        read = Requirement(
            **named,
            when=self._conditions(rule, "when"),
            unless=self._conditions(rule, "unless"),
            each=rule.get("each", False),
        )
        self._check(read, rule)
        return read

    # ---- Form

    def _is_rule(self, rule: Any, place: Origin) -> bool:
        if not isinstance(rule, Map):
            self._error("a rule of x-requires is a mapping", place, "write {any: [names]}, or {all: [names]}")
            return False
        kinds = [kind for kind in _KINDS if kind in rule]
        for part in rule:
            if part not in _PARTS:
                near = closest(part, _PARTS)
                hint = f"did you mean {near}?" if near else f"its parts are {', '.join(_PARTS)}"
                self._error(f"a rule of x-requires has no part {quote(part)}", rule.at(part), hint)
        if len(kinds) != 1:
            found = " and ".join(kinds) or "none of them"
            hint = "write one rule for each" if kinds else "say which parameters the rule is about"
            self._error(f"a rule of x-requires has one of any, all and none; this has {found}", place, hint)
        malformed = list(_malformed(rule))
        for part, wanted in malformed:
            self._error(f"{quote(part)} of a rule must be {wanted}", rule.value_at(part), "correct it, or take it out")
        return rule.keys() <= {*_PARTS} and len(kinds) == 1 and not malformed

    def _names(self, rule: Map, part: str) -> tuple[str, ...]:
        return tuple(name for name, place in _with_places(rule, part) if self._is_known(name, place))

    def _conditions(self, rule: Map, part: str) -> tuple[Condition, ...]:
        """The conditions of a rule, less those that are wrong."""
        found = []
        for name, place in _with_places(rule, part):
            if not self._is_known(name, place):
                continue
            values = rule[part][name] if isinstance(rule[part], Map) else List(place)
            known = [self._is_value(name, value, values.at(index)) for index, value in enumerate(values)]
            if all(known):
                found.append(self._condition(name, tuple(values)))
        return tuple(found)

    def _condition(self, name: str, values: tuple[Any, ...]) -> Condition:
        param = self._params[name]
        return Condition(
            name,
            values,
            absent=param.default is not None and param.default in values,
            flag=param.type == Scalar(ScalarKind.BOOLEAN),
            amount=param.type == Scalar(ScalarKind.DECIMAL),
        )

    # ---- Sense

    def _is_known(self, name: str, place: Origin) -> bool:
        if name in self._params:
            return True
        near = closest(name, self._params)
        self._error(
            f"x-requires names no parameter: {quote(name)}",
            place,
            f"did you mean {quote(near)}?" if near else "name a declared parameter, or declare it",
        )
        return False

    def _is_value(self, name: str, value: Any, place: Origin) -> bool:
        """Whether a parameter can have a value; a condition on any other would never hold."""
        wrong, hint = "", "name one of its values"
        match self._params[name].type:
            case Scalar(kind=ScalarKind.BOOLEAN):
                wrong, hint = "is a flag, of which no values are named", f"write [{name}]: where it is true"
            case EnumRef(name=enum):
                known = self._enums[enum].values
                near = closest(str(value), map(str, known))
                wrong = "" if value in known else f"has no value {quote(value)}"
                hint = (
                    f"did you mean {quote(near)}?"
                    if near not in (None, str(value))
                    else f"it has {', '.join(map(str, known))}"
                )
            case Scalar(kind=ScalarKind.TEXT):
                wrong = "" if isinstance(value, str) else f"is a text, and {quote(value)} is a number"
            case Scalar(kind=ScalarKind.INTEGER):
                wrong = "" if isinstance(value, int) else f"is a number, and {quote(value)} is none"
            case AnyOf() | Opaque():
                pass
            case _:
                wrong, hint = "has no values to compare with", f"write [{name}]: where it is given"
        if wrong:
            self._error(f"{quote(name)} {wrong}", place, hint)
        return not wrong

    def _check(self, read: Requirement, rule: Map) -> None:
        """Reports a rule that cannot hold, or that no call could keep."""
        subjects = dict.fromkeys((*read.any, *read.all, *read.none))
        when, unless = ({each.wire for each in part} for part in (read.when, read.unless))
        for name in subjects:
            if name in when | unless:
                part = "when" if name in when else "unless"
                self._error(f"{quote(name)} is a condition of itself", rule.at(part), "take it out of one of the two")
            if name in read.none and self._params[name].required:
                self._error(f"{quote(name)} is always required", rule.at("none"), "take it out of this rule")
        for name in sorted(when & unless):
            self._error(f"{quote(name)} is in `when` and `unless`", rule.at("unless"), "say it once")
        if read.none and not ("when" in rule or "unless" in rule):
            self._error("`none` without a condition", rule.at("none"), "say with `when` what excludes these parameters")
        if read.each and "when" not in rule:
            self._error("`each` without a condition", rule.at("each"), "say with `when` whose keys are meant")
        for name in sorted({*subjects, *when, *unless}) if read.each else ():
            if not isinstance(self._params[name].type, MapOf):
                self._error(f"{quote(name)} is no map, so it has no keys", rule.at("each"), "take `each` out")

    def _error(self, message: str, place: Origin, hint: str) -> None:
        self._problems.error(message, place, hint)


def _with_places(rule: Map, part: str) -> Iterable[tuple[str, Origin]]:
    """The names that a part of a rule lists, or has as keys, each once."""
    names = rule.get(part, ())
    return {name: names.at(name) if isinstance(names, Map) else names.at(at) for at, name in enumerate(names)}.items()


def _malformed(rule: Map) -> Iterator[tuple[str, str]]:
    """The parts of a rule that are no such thing, and what they must be."""
    for part in filter(rule.__contains__, _KINDS):
        if not is_texts(rule[part]):
            yield part, "a list of parameters"
    for part in filter(rule.__contains__, _CONDITIONS):
        if not is_texts(rule[part]) and not _is_values(rule[part]):
            yield part, "a list of parameters, or parameters with lists of their values"
    if not isinstance(rule.get("each", False), bool):
        yield "each", "true or false"


def _is_values(conditions: Any) -> bool:
    """Whether this is names with lists of texts or whole numbers."""
    return (
        isinstance(conditions, Map)
        and bool(conditions)
        and all(
            isinstance(values, List) and values and all(type(value) in (str, int) for value in values)
            for values in conditions.values()
        )
    )
