"""The proofs, each a function of a Subject that raises AssertionError where the contract is broken.

A target that cannot be judged yet raises NotImplementedError, which says what is left to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..errors import TargetError, TemplateError
from ..origin import SpecError
from ..output import OutputError
from ..pipeline import guarded
from ..targets.base import HEADER, Command, Offer
from ..targets.registry import failure
from .facts import differences
from .promise import promised
from .runs import VARIED, two_runs
from .subject import MARK, Output, Subject
from .vectors import run

_SPECS = ("plain", "reserved", "hostile")
# No format of these has comments.
_WITHOUT_COMMENTS = (".json",)
_HEADER_LINES = 5
# Of many failures of one kind.
_TOLD = 20
# Of a text that is lost.
_LONGEST = 60


class Proof(NamedTuple):
    """What holds. ``tools``: whether it needs the target's checks, and what they need."""

    name: str
    run: Callable[[Subject], None]
    tools: bool = True


def files_have_the_header(subject: Subject) -> None:
    """Each rendered file says in its first lines where it comes from."""
    for path, text in subject.output("plain").rendered.items():
        if not path.endswith(_WITHOUT_COMMENTS) and HEADER not in "".join(text.splitlines(True)[:_HEADER_LINES]):
            raise AssertionError(f"{path} has no header: its first lines do not say {HEADER!r}")


def output_is_deterministic(subject: Subject) -> None:
    """Two processes write the same bytes: the other one by another clock, elsewhere, of somebody else; see ``runs``."""
    one, other = two_runs(subject)
    if differing := sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path)):
        raise AssertionError(f"two runs differ in {', '.join(differing)}: the other has {VARIED}")


def files_stay_in_their_folder(subject: Subject) -> None:
    """Whatever a spec says, no path leads out of the target's folder."""
    for name in _names(subject):
        if beside := subject.output(name).beside:
            raise AssertionError(f"{name}: {', '.join(sorted(beside))} should not be there")


def everything_is_reachable(subject: Subject) -> None:
    """Each action can be called with each of its parameters, and each place in its answer can be read."""
    for name in ("plain", "project"):
        _compare(subject, name)


def clients_know_what_the_spec_says(subject: Subject) -> None:
    """What they act by when they run is what the spec says: effects, kinds, encodings, rules, what is sensitive."""
    for name in ("plain", "project"):
        found: list[str] = []
        for action, promise, offer in _offered(subject, name):
            if offer.facts is None:
                raise NotImplementedError("let `offers` tell what the client knows of each action, see `Offer.facts`")
            found += [f"{name}: {action}: {each}" for each in differences(offer.facts, promise.facts)]
        _none_of(found, "facts differ")


def reserved_words_are_escaped(subject: Subject) -> None:
    """A spec may call everything by the words of the language."""
    if not subject.checks.reserved:
        raise NotImplementedError("name the words that are no identifiers in the language, see `Checks.reserved`")
    _compare(subject, "reserved")
    _silent("compiler", subject.checks.compile, subject.output("reserved"))


def hostile_texts_stay_data(subject: Subject) -> None:
    """No text of a spec runs, none is lost, and none makes up or hides anything."""
    if not subject.checks.attack:
        raise NotImplementedError("write the statement that would run if a text did, see `Checks.attack`")
    output = subject.output("hostile")
    _compare(subject, "hostile")
    _silent("compiler", subject.checks.compile, output)
    if found := list(output.folder.rglob("canary")):
        raise AssertionError(f"a text of the spec was run, and made {found[0].name}")
    text = "".join(output.rendered.values())
    summaries = [operation.summary for group in output.api.groups for operation in group.operations]
    marked = [summary for summary in summaries if summary.startswith(MARK)]
    if lost := [_short(each) for each in marked if not re.search(rf"{each.split()[0]}(?!\d)", text)]:
        raise AssertionError("\n".join(["these summaries are nowhere in the output:", *_first(lost)]))


def compiler_is_silent(subject: Subject) -> None:
    """At its strictest, it has nothing to say."""
    _silent("compiler", subject.checks.compile, subject.output("plain"))


def linter_is_silent(subject: Subject) -> None:
    """It has nothing to say, whatever the spec holds."""
    for name in _SPECS:
        _silent(f"linter ({name})", subject.checks.lint, subject.output(name))


def wire_vectors_hold(subject: Subject) -> None:
    """Each vector of tests/wire holds for the client of the project's own specs."""
    command: Command | None = subject.checks.adapter(subject.output("project").folder)
    if command is None:
        raise NotImplementedError("there is no adapter for the wire vectors")
    verdicts = run(command)
    if verdicts.failed:
        raise AssertionError("\n".join([f"{len(verdicts.failed)} vectors fail", *verdicts.told()]))


PROOFS = (
    Proof("files have the header", files_have_the_header, tools=False),
    Proof("files stay in their folder", files_stay_in_their_folder, tools=False),
    Proof("output is deterministic", output_is_deterministic, tools=False),
    Proof("everything is reachable", everything_is_reachable),
    Proof("clients know what the spec says", clients_know_what_the_spec_says),
    Proof("reserved words are escaped", reserved_words_are_escaped),
    Proof("hostile texts stay data", hostile_texts_stay_data),
    Proof("compiler is silent", compiler_is_silent),
    Proof("linter is silent", linter_is_silent),
    Proof("wire vectors hold", wire_vectors_hold),
)


def verdicts(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Each proof that applies, its verdict (holds, fails, left, not run), and why."""
    checks = subject.target.checks
    missing = guarded(subject.target, checks.missing) if checks else ""
    for proof in PROOFS:
        if proof.tools and checks is None:
            continue
        if proof.tools and missing:
            yield proof.name, "not run", missing
        else:
            yield proof.name, *tried(proof, subject)


def tried(proof: Proof, subject: Subject) -> tuple[str, str]:
    """The verdict of one proof, and why."""
    try:
        proof.run(subject)
    except NotImplementedError as left:
        return "left", str(left)
    except AssertionError as broken:
        return "fails", str(broken)
    except SpecError as error:
        return "fails", "; ".join(f"{problem.origin.pointer}: {problem.message}" for problem in error.problems)
    except (OutputError, TemplateError, TargetError) as error:
        return "fails", str(error)
    except (Exception, SystemExit) as error:
        return "fails", str(failure(subject.target, error))
    return "holds", ""


def _names(subject: Subject) -> tuple[str, ...]:
    """The specs that a target can be tried on: without checks, nobody knows its reserved words."""
    return _SPECS if subject.target.checks else ("plain", "hostile")


def _compare(subject: Subject, name: str) -> None:
    for action, promise, offer in _offered(subject, name):
        _same(f"{name}: {action}: parameters", offer.params, promise.params)
        _same(f"{name}: {action}: places in the answer", offer.fields, promise.fields)


def _offered(subject: Subject, name: str) -> Iterator[tuple[str, Offer, Offer]]:
    """Each action, what the Api promises of it and what the client offers."""
    offers, wanted = subject.offers(name), promised(subject.output(name).api)
    if missing := sorted(wanted.keys() - offers.keys()):
        raise AssertionError(f"{name}: no method calls {', '.join(missing)}")
    if more := sorted(offers.keys() - wanted.keys()):
        raise AssertionError(f"{name}: there is no action {', '.join(more)}")
    for action, promise in wanted.items():
        yield action, promise, offers[action]


def _same(what: str, have: frozenset[str], want: frozenset[str]) -> None:
    if have != want:
        raise AssertionError(f"{what}: lacks {sorted(want - have)}, adds {sorted(have - want)}")


def _none_of(found: list[str], what: str) -> None:
    if found:
        raise AssertionError("\n".join([f"{len(found)} {what}", *_first(found)]))


def _first(found: list[str]) -> list[str]:
    """The first ones, and how many more there are."""
    return found[:_TOLD] + ([f"and {len(found) - _TOLD} more"] if len(found) > _TOLD else [])


def _short(text: str) -> str:
    """A text in a line of its own, in quotes."""
    return repr(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}...")


def _silent(who: str, ask: Callable[[Path], str], output: Output) -> None:
    if said := ask(output.folder):
        raise AssertionError(f"the {who} says: {said}")
