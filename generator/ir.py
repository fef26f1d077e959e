"""The intermediate representation: what an API offers, in no programming language.

Made by ``normalise``, read by the targets; ``whmcs-codegen ir`` prints it as JSON. Everything is frozen and ordered as
in the spec. Names are the wire's own names: a target turns them into identifiers (see ``naming``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .origin import Origin
from .wire import Wire


class ScalarKind(StrEnum):
    """What a single value means, whichever JSON type it travels in."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. ``format`` is the spec's own word (``email``, ``float``, ...), kept for documentation."""

    kind: ScalarKind
    format: str | None = None


@dataclass(frozen=True, slots=True)
class EnumRef:
    """A value of ``Api.enums[name]``; values that the spec does not list are kept as they are."""

    name: str


@dataclass(frozen=True, slots=True)
class ModelRef:
    """An object described by ``Api.models[name]``."""

    name: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; ``wrapper`` is the inner key where the wire says ``{"clients": {"client": [...]}}``."""

    item: Type
    wrapper: str | None = None


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object whose keys are data (currency codes, dates, ids)."""

    value: Type


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of several types, tried in this order; never holds an AnyOf."""

    options: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Opaque:
    """Anything at all: passed on as it was sent."""


Type = Scalar | EnumRef | ModelRef | ListOf | MapOf | AnyOf | Opaque


class EncodingKind(StrEnum):
    """How a parameter's value is written into the form."""

    FORM = "form"  # pid[0]=1&pid[1]=2, itemdescription[12]=text
    COMMA = "comma"  # 1,2,3
    PHP_SERIALIZE = "php-serialize"  # base64 of PHP's serialize()
    JSON_BASE64 = "json-base64"  # base64 of JSON
    NUMBERED = "numbered"  # rows [{"itemamount": 5}, ...] become itemamount1=5, ...


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a parameter is written.

    each:  the value is a list, and every item of it is encoded so on its own
    file:  the keys (file name, file content) of a row that may be given as a path
    date:  pattern for a date in YYYY, MM, DD, hh, mm, ss where it differs from the dialect's
    """

    kind: EncodingKind = EncodingKind.FORM
    each: bool = False
    file: tuple[str, str] | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of one operation. ``default`` is what the server assumes: documented, never sent."""

    wire: str
    type: Type
    required: bool
    doc: str
    default: Any
    sensitive: bool
    deprecated: str | None
    since: str | None
    encoding: Encoding
    limits: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Condition:
    """Whether a parameter is given, and says something: neither empty, nor false, nor 0, which stands for no ID.

    Of a key of a map (``each``): whether it is there.

    values:  it has to be one of these
    absent:  not to give it will do as well, since the server then assumes one of them
    flag:    it is a flag, of which one says that it is true
    amount:  it is an amount, of which 0 is one as well
    """

    wire: str
    values: tuple[str, ...] | tuple[int, ...] = ()
    absent: bool = False
    flag: bool = False
    amount: bool = False


@dataclass(frozen=True, slots=True)
class Requirement:
    """Parameters that are needed together or in place of each other, or exclude each other.

    One of the first three names parameters.

    any:     at least one of these must be given
    all:     every one of these must be given
    none:    not one of these may be given
    when:    the rule holds only where one of these conditions does; empty: always
    unless:  it does not hold where one of these does
    each:    the parameters are maps, and the rule is about each of their keys
    """

    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    when: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    each: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an object.

    required:  it is documented as always sent
    default:   what the server assumes: documented, never sent
    actions:   the only actions of this Api that send it; None: all that answer the object
    """

    wire: str
    type: Type
    doc: str
    required: bool
    nullable: bool
    sensitive: bool
    deprecated: str | None
    since: str | None
    limits: tuple[str, ...]
    origin: Origin
    default: Any = None
    actions: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """An object on the wire.

    flattened:  name of a field whose own fields may stand beside the others instead (older servers)
    closed:     the spec forbids other fields; clients keep them all the same
    """

    name: str
    fields: tuple[Field, ...]
    doc: str
    flattened: str | None
    closed: bool
    origin: Origin


@dataclass(frozen=True, slots=True)
class Enum:
    """A set of documented values, all text or all integers. Clients take and keep other values too."""

    name: str
    kind: ScalarKind
    values: tuple[str, ...] | tuple[int, ...]
    doc: str
    origin: Origin


class Effect(StrEnum):
    """What a call does to the installation: only reads may be sent twice."""

    READ = "read"
    WRITE = "write"
    DESTRUCTIVE = "destructive"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a longer list: the operation takes an offset and a size. ``field`` holds the records."""

    type: ModelRef
    field: str
    item: Type


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole list. ``field`` is None where the response is the bare list."""

    type: ModelRef | ListOf
    field: str | None
    item: Type


@dataclass(frozen=True, slots=True)
class Single:
    """One object, or whatever the spec says where it says no object."""

    type: Type


@dataclass(frozen=True, slots=True)
class Ack:
    """Nothing but the envelope. ``type`` is None where the spec describes no response body."""

    type: ModelRef | None


Result = Page | Listing | Single | Ack


@dataclass(frozen=True, slots=True)
class Operation:
    """One action.

    errors:  messages that the action is documented to answer
    docs:    address of its documentation page
    """

    action: str
    summary: str
    doc: str
    params: tuple[Param, ...]
    requirements: tuple[Requirement, ...]
    result: Result
    effect: Effect
    deprecated: str | None
    since: str | None
    errors: tuple[str, ...]
    docs: str | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Group:
    """The operations under one tag."""

    name: str
    doc: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Api:
    """Everything a target needs.

    models:  objects that responses hold; a ModelRef in a response names one of these
    inputs:  objects that parameters hold; a ModelRef in a parameter names one of these
    wire:    the run-time part of the dialect
    words:   words with capitals inside, for ``naming``
    """

    title: str
    version: str
    doc: str
    groups: tuple[Group, ...]
    models: tuple[Model, ...]
    inputs: tuple[Model, ...]
    enums: tuple[Enum, ...]
    wire: Wire
    words: tuple[str, ...]
