"""Entries of the dialect that change nothing about the API at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from ..ir import ListOf, Page
from ..naming import Words
from ..origin import Origin, quote
from ..specs.node import Map
from .finding import Finding, found
from .material import Meaning

_HINT = "correct it, take it out, or justify it where it is for what no spec describes"


def effects(meaning: Meaning) -> Iterator[Finding]:
    """Patterns that match no action, or only such as an earlier one matches."""
    left = {operation.action for operation in meaning.operations}
    known = set(left)
    for rule in meaning.entries.get("effects", ()):
        for effect, patterns in rule.items():
            for index, pattern in enumerate(patterns):
                matched = {action for action in known if fnmatchcase(action, pattern)}
                if not matched & left:
                    why = "earlier patterns decide on all that it matches" if matched else "it matches no action"
                    yield _idle(
                        "effect-pattern-unused", f"effects.{effect}.{pattern}", f"the pattern {quote(pattern)}", why,
                        patterns.at(index),
                    )  # fmt: skip
                left -= matched


def sensitive(meaning: Meaning) -> Iterator[Finding]:
    """Names of secrets that no parameter, no field and no credential has."""
    credentials = meaning.dialect.wire.credentials
    known = set(_wires(meaning)) | {*credentials.extra}
    known |= {name for scheme in credentials.schemes for name in scheme.fields}
    for index, name in enumerate(meaning.entries.get("sensitive", ())):
        if name not in known:
            yield _idle(
                "sensitive-name-unused", f"sensitive.{name}", f"the name {quote(name)}", "nothing is called so",
                meaning.entries["sensitive"].at(index),
            )  # fmt: skip


def words(meaning: Meaning) -> Iterator[Finding]:
    """Words without which every name is split in the same way."""
    listed = meaning.dialect.words
    whole = Words(listed)
    for index, word in enumerate(meaning.entries.get("words", ())):
        fewer = Words([other for other in listed if other != word])
        names = (name for name in _names(meaning) if word in name)
        if all(whole.split(name) == fewer.split(name) for name in names):
            yield _idle(
                "word-unused", f"words.{word}", f"the word {quote(word)}", "every name is split alike without it",
                meaning.entries["words"].at(index),
            )  # fmt: skip


def errors(meaning: Meaning) -> Iterator[Finding]:
    """Rules that no documented message falls under, or only such as an earlier rule decides on."""
    rules = meaning.entries.get("errors", ())
    patterns = [re.compile(rule["match"], re.IGNORECASE) for rule in rules]
    deciding: set[int] = set()
    matching: set[int] = set()
    for message in {message for operation in meaning.operations for message in operation.errors}:
        hits = [index for index, pattern in enumerate(patterns) if pattern.search(message[:2_000])]
        deciding.update(hits[:1])
        matching.update(hits)
    for index, rule in enumerate(rules):
        if index not in deciding:
            why = (
                "earlier rules decide on all messages that it matches"
                if index in matching
                else "it matches no message that is documented (x-errors)"
            )
            subject = f"errors.{rule['match']}"
            yield _idle("error-rule-unused", subject, f"the rule {quote(rule['match'])}", why, rule.value_at("match"))


def settings(meaning: Meaning) -> Iterator[Finding]:
    """Whole settings that no operation shows."""
    entries, dialect, api = meaning.entries, meaning.dialect, meaning.api
    groups = {group.name for group in api.groups}
    if "default" in entries.get("groups", {}) and dialect.default_group not in groups:
        yield _setting(entries["groups"], "default", "groups.default", "every operation has a tag")
    if "paging" in entries and not any(isinstance(operation.result, Page) for operation in meaning.operations):
        yield _setting(entries, "paging", "paging", "no operation takes its parameters and returns a list")
    fields = [field.type for model in api.models for field in model.fields]
    if dialect.wrapped_lists and not any(isinstance(type_, ListOf) and type_.wrapper for type_ in fields):
        yield _setting(entries["lists"], "wrapped", "lists.wrapped", "no list is wrapped into an object")
    titles = [str(schema.get("title", "")) for schema in meaning.documents.specs.schemas]
    if dialect.title_prefix and not any(title.startswith(dialect.title_prefix) for title in titles):
        place = "entities.title_prefix"
        yield _setting(entries["entities"], "title_prefix", place, "the title of no JSON Schema begins with it")
    yield from _credentials(meaning)


def _credentials(meaning: Meaning) -> Iterator[Finding]:
    """A schema of the credentials that no request refers to, so that nothing is taken out."""
    documents, name = meaning.documents, meaning.dialect.wire.credentials.schema
    schema = documents.specs.openapi.get("components", {}).get("schemas", {}).get(name)
    if isinstance(schema, Map) and not any(documents.specs.references.step(n.value) is schema for n in documents.nodes):
        yield _idle(
            "dialect-setting-unused", "credentials.schema", f"`credentials.schema` ({name})",
            "no request refers to it", meaning.dialect.credentials_at,
        )  # fmt: skip


def _setting(holder: Map, key: str, name: str, why: str) -> Finding:
    return _idle("dialect-setting-unused", name, f"`{name}`", why, holder.at(key))


def _idle(code: str, subject: str, what: str, why: str, origin: Origin) -> Finding:
    return found(code, subject, f"{what} does nothing: {why}", origin, _HINT)


def _wires(meaning: Meaning) -> Iterator[str]:
    """The names of all parameters and fields."""
    for operation in meaning.operations:
        yield from (param.wire for param in operation.params)
    for model in (*meaning.api.models, *meaning.api.inputs):
        yield from (field.wire for field in model.fields)


def _names(meaning: Meaning) -> Iterator[str]:
    """Everything that is split into words."""
    api = meaning.api
    yield from (operation.action for operation in meaning.operations)
    yield from (group.name for group in api.groups)
    yield from (model.name for model in (*api.models, *api.inputs))
    yield from (str(name) for enum in api.enums for name in (enum.name, *enum.values))
    yield from _wires(meaning)
    yield from (str(schema.get("title", "")) for schema in meaning.documents.specs.schemas)
    yield from meaning.documents.specs.openapi.get("components", {}).get("schemas", {})
