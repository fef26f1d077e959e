"""Whether a well-formed dialect makes sense: clashing names, patterns of no date, regexes that could hang."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..origin import Origin, Problem, quote
from ..package_name import problem_of_package
from ..specs.node import Map
from .dates import DATE, DATETIME, misfit
from .regexes import objection

# What the exceptions of a client can hold.
_GROUPS = frozenset({"ip", "action"})
_NAMED = re.compile(r"\(\?P<(\w+)>")


def nonsense(document: Map) -> Iterator[Problem]:
    """What is wrong with a dialect whose shape is right."""
    yield from _lines(document)
    yield from _called(document)
    yield from _names(document)
    for index, scheme in enumerate(document["credentials"]["schemes"]):
        yield from _scheme(scheme, document["credentials"]["schemes"][:index])
    envelope, requests, responses = (document[name] for name in ("envelope", "requests", "responses"))
    yield from _common(envelope, "success", "error")
    yield from _common(responses, "true", "false")
    if requests["true"] == requests["false"]:
        yield Problem("true and false are written alike", requests.value_at("false"), "give them different texts")
    for name, needed in (("date", DATE), ("datetime", DATETIME)):
        yield from _pattern(requests[name], requests.value_at(name), needed)
        for index, pattern in enumerate(responses[name]):
            yield from _pattern(pattern, responses[name].at(index), ("YYYY",))
    for rule in document.get("errors", ()):
        yield from _error_rule(rule)


def _lines(document: Map) -> Iterator[Problem]:
    """Names that become files, classes and addresses; a pattern that ends in $ lets a line end pass."""
    holders = ((document, "sdk"), (document, "package"), (document, "version"), (document["endpoint"], "path"))
    for holder, name in holders:
        if not holder.get(name, "").isprintable():
            yield Problem(f"`{name}` holds a line end or another control character", holder.value_at(name), "remove it")
    if ".." in document["endpoint"]["path"].split("/"):
        yield Problem(
            "the path leads out of the address of the installation", document["endpoint"].value_at("path"),
            "write it without `..`",
        )  # fmt: skip


def _called(document: Map) -> Iterator[Problem]:
    name = document["package"]
    problem = problem_of_package(name) if name.isprintable() else None
    if problem is not None:
        yield Problem(f"{quote(name)} {problem[0]}", document.value_at("package"), problem[1])


def _names(document: Map) -> Iterator[Problem]:
    """Every name that a request may hold means one thing."""
    named: dict[str, Origin] = {}
    for name, place in _sent(document):
        if name in named:
            yield Problem(
                f"{quote(name)} is sent for two purposes", place, "correct one of the two",
                (("the other one", named[name]),),
            )  # fmt: skip
        named.setdefault(name, place)


def _sent(document: Map) -> Iterator[tuple[str, Origin]]:
    """The names that the dialect sends, with their places; schemes exclude each other and may share names."""
    endpoint, credentials, paging = document["endpoint"], document["credentials"], document.get("paging")
    yield endpoint["action"], endpoint.value_at("action")
    fields = {name: scheme["fields"].at(name) for scheme in credentials["schemes"] for name in scheme["fields"]}
    for holder in (endpoint.get("fixed"), credentials.get("extra")):
        yield from ((name, holder.at(name)) for name in holder or ())
    yield from fields.items()
    if paging is not None:
        yield from ((paging[name], paging.value_at(name)) for name in ("start", "size"))


def _scheme(scheme: Map, before: Sequence[Map]) -> Iterator[Problem]:
    fields = scheme["fields"]
    for index, name in enumerate(scheme.get("md5", ())):
        if name not in fields:
            yield Problem(
                f"{quote(name)} is no field of this scheme", scheme["md5"].at(index), "name one of its fields"
            )
    for other in before:
        if other["fields"].keys() == fields.keys():
            yield Problem(
                "two schemes have the same fields, so nobody can choose between them", fields.origin, "take one out",
                (("the other one", other["fields"].origin),),
            )  # fmt: skip


def _common(holder: Map, left: str, right: str) -> Iterator[Problem]:
    for index, word in enumerate(holder[right]):
        if word in holder[left]:
            yield Problem(
                f"{quote(word)} stands under `{left}` and under `{right}`",
                holder[right].at(index),
                "keep one of the two",
            )


def _pattern(pattern: str, place: Origin, needed: tuple[str, ...]) -> Iterator[Problem]:
    why = misfit(pattern, needed)
    if why is not None:
        yield Problem(f"the pattern {quote(pattern)} {why}", place, "use YYYY, MM, DD, hh, mm and ss")


def _error_rule(rule: Map) -> Iterator[Problem]:
    why = objection(rule["match"])
    place = rule.value_at("match")
    if why is not None:
        yield Problem(f"this pattern cannot be used: {why}", place, "say it more plainly, or in several rules")
    for name in _NAMED.findall(rule["match"]):
        if name not in _GROUPS:
            yield Problem(
                f"no exception has a place for the group {quote(name)}",
                place,
                "name it `ip` or `action`, or write (?:...)",
            )
