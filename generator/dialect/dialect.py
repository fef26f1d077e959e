"""``dialect.yml`` -> Dialect: how an API behaves everywhere, beyond what its spec says of single actions.

The shape of the file is checked by ``schemas/dialect.json``, its sense by ``dialect_sense``; this module gives it its
meaning. What a client needs at run time is ``Dialect.wire`` and is rendered into the clients; the rest steers
``normalise``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from ..ir import Effect
from ..origin import Origin, SpecError, coded
from ..specs.load import load
from ..specs.node import Map
from ..specs.sources import Sources
from ..specs.validate import validate_dialect
from ..wire import (
    Credentials,
    Endpoint,
    Envelope,
    ErrorRule,
    Paging,
    Refusal,
    RequestForms,
    ResponseForms,
    Scheme,
    Wire,
)
from .dialect_sense import nonsense

# Of packages that are not released.
_UNVERSIONED = "0.0.0"
# Records that a walk asks for at a time where nobody says how many are usual.
_PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class Decision:
    """Whose type holds where an entity's two descriptions contradict each other: "openapi" or "json-schema"."""

    keep: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Dialect:
    """What ``normalise`` needs to know of an API's conventions.

    effects:         (effect, patterns of action names); the first match decides
    wrapped_lists:   whether an object whose only property is a list is that list
    title_prefix:    what titles of JSON Schemas begin with, before the entity's name
    decisions:       ``Model.field`` -> Decision
    credentials_at:  where the schema of the credentials is named
    """

    wire: Wire
    words: tuple[str, ...]
    default_group: str
    effects: tuple[tuple[Effect, tuple[str, ...]], ...]
    wrapped_lists: bool
    title_prefix: str
    decisions: Mapping[str, Decision]
    credentials_at: Origin

    def effect(self, action: str) -> Effect:
        """What an action does, by its name; a write where no pattern says otherwise."""
        return self.decided(action) or Effect.WRITE

    def decided(self, action: str) -> Effect | None:
        """What the patterns say that an action does; None where they say nothing of it."""
        for effect, patterns in self.effects:
            if any(fnmatchcase(action, pattern) for pattern in patterns):
                return effect
        return None


def load_dialect(path: Path, sources: Sources) -> Dialect:
    """The dialect in a file. Raises SpecError, with every problem, where it is malformed."""
    document = load(path, sources)
    problems = coded("dialect-structure", validate_dialect(document)) or coded("dialect-sense", nonsense(document))
    if problems:
        raise SpecError(*problems)
    entities = document.get("entities", {})
    decisions = entities.get("decisions", {})
    return Dialect(
        wire=_wire(document),
        words=tuple(document.get("words", ())),
        default_group=document.get("groups", {}).get("default", "General"),
        effects=tuple(
            (Effect(effect), tuple(patterns))
            for rule in document.get("effects", ())
            for effect, patterns in rule.items()
        ),
        wrapped_lists=document.get("lists", {}).get("wrapped", False),
        title_prefix=entities.get("title_prefix", ""),
        decisions={name: Decision(keep, decisions.at(name)) for name, keep in decisions.items()},
        credentials_at=document["credentials"].value_at("schema"),
    )


def _wire(document: Map) -> Wire:
    endpoint, envelope = document["endpoint"], document["envelope"]
    return Wire(
        product=document["product"],
        sdk=document["sdk"],
        sdk_at=document.value_at("sdk"),
        package=document["package"],
        package_at=document.value_at("package"),
        version=document.get("version", _UNVERSIONED),
        endpoint=Endpoint(endpoint["path"].strip("/"), endpoint["action"], dict(endpoint.get("fixed", {}))),
        credentials=_credentials(document["credentials"]),
        paging=_paging(document["paging"]) if "paging" in document else None,
        envelope=Envelope(
            result=envelope["result"],
            success=tuple(envelope["success"]),
            error=tuple(envelope["error"]),
            message=tuple(envelope["message"]),
            fallback=envelope.get("fallback"),
            warning=envelope.get("warning"),
        ),
        requests=RequestForms(**{name: document["requests"][name] for name in ("date", "datetime", "true", "false")}),
        responses=_responses(document["responses"]),
        sensitive=tuple(document.get("sensitive", ())),
        errors=tuple(ErrorRule(rule["class"], rule["match"]) for rule in document.get("errors", ())),
        refusals=tuple(
            Refusal(reason, said["status"], said["message"]) for reason, said in document.get("refusals", {}).items()
        ),
    )


def _credentials(node: Mapping[str, Any]) -> Credentials:
    schemes = tuple(
        Scheme(dict(scheme["fields"]), tuple(scheme.get("md5", ())), scheme.get("legacy", False))
        for scheme in node["schemes"]
    )
    return Credentials(node["schema"], schemes, dict(node.get("extra", {})), node["url"])


def _paging(node: Mapping[str, Any]) -> Paging:
    return Paging(
        start=node["start"],
        size=node["size"],
        default_size=int(node.get("default_size", _PAGE_SIZE)),  # 25.0 is an integer to JSON Schema
        total=node.get("total"),
        first=node.get("first"),
        returned=node.get("returned"),
        verbs=tuple(node.get("verbs", ())),
    )


def _responses(node: Mapping[str, Any]) -> ResponseForms:
    names = ("date", "datetime", "zero_dates", "true", "false", "blank")
    return ResponseForms(*(tuple(node.get(name, ())) for name in names))
