"""A small spec that has something of everything, and what the comparison says of two of them."""

from __future__ import annotations

from lowering import run

from generator.diff.change import Change
from generator.diff.compare import compare
from generator.diff.side import Places, Side
from generator.ir import Api
from generator.targets.python.names import names_of

SPEC = """
/?action=GetThings:
  tags: [Things]
  summary: Get things
  request:
    properties:
      limitstart: {type: integer}
      limitnum: {type: integer}
      kind: {type: string, enum: [big, small]}
      since: {type: string, format: date}
      age: {type: integer, minimum: 1, maximum: 9, default: 3}
      pin: {type: string, x-sensitive: true}
      old: {type: string, deprecated: true, x-deprecated: Use kind.}
      files: {type: array, x-encoding: comma, items: {type: string}}
      note: {type: string}
      rows: {type: array, items: {$ref: Row}}
  response: {$ref: Things}
/?action=JoinThings:
  tags: [Things]
  request:
    properties: {one: {type: string}, two: {type: string}, way: {type: string, enum: [side, end]}, all: {type: boolean}}
  x-requires: [{all: [one], when: {way: [side]}, unless: [all]}, {none: [two], when: [one, all]}]
/?action=AddThing:
  tags: [Things]
  summary: Add a thing
  request: {required: [name], properties: {name: {type: string}, email: {type: string}, agreed: {type: boolean}}}
  x-requires: [{any: [email, agreed]}]
  response: {$ref: Thing}
/?action=DeleteThing: {tags: [Rare], deprecated: true, x-deprecated: Do not., request: {properties: {id: {type: integer}}}}
Things:
  type: object
  properties:
    totalresults: {type: integer}
    things: {type: object, properties: {thing: {type: array, items: {$ref: Thing}}}}
Thing:
  type: object
  required: [id]
  properties:
    id: {type: integer}
    size: {anyOf: [{type: integer}, {type: string, format: date}]}
    state: {type: string, enum: [New, Used]}
    sign: {type: string, nullable: true}
    token: {type: string, x-sensitive: true}
    gone: {type: string, deprecated: true, x-deprecated: It went.}
    notes: {type: array, items: {type: string}}
    part: {$ref: Part}
Part: {type: object, properties: {weight: {type: number}, whole: {$ref: Thing}}}
Row: {type: object, required: [cells], properties: {cells: {type: integer}, label: {type: string}}}
"""
RULES = '[{class: NotFound, match: "not found"}, {class: Permission, match: "denied"}]'
BASE = {"errors": RULES, "words": "[OAuth]"}


def side(api: Api, dialect: Places | None = None) -> Side:
    """An Api as one of two that are compared, by the names of the Python client."""
    return Side(api, dialect or {}, names_of)


def changes(
    before: str, after: str, old: dict[str, str] | None = None, new: dict[str, str] | None = None
) -> tuple[Change, ...]:
    """What changes from one spec to another; ``old`` and ``new`` are entries of their dialects."""
    sides = [side(run(text, **{**BASE, **(options or {})})[0]) for text, options in ((before, old), (after, new))]
    return compare(*sides)


def found(before: str, after: str, old: dict[str, str] | None = None, new: dict[str, str] | None = None) -> set[str]:
    """The same, as ``code subject``."""
    return {f"{change.code} {change.subject}" for change in changes(before, after, old, new)}
