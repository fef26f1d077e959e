"""An action as data: its parameters, how each of them is written, and what it answers.

The group modules declare one ``Operation`` for each method; ``form`` and ``decode`` act on nothing
else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from .secret import is_secret

T = TypeVar("T")
I = TypeVar("I")  # the item of a page

Kind: TypeAlias = Literal[
    "text", "integer", "decimal", "boolean", "date", "datetime", "bytes", "object", "any"
]
Shape: TypeAlias = Literal["value", "list", "map", "any"]
Effect: TypeAlias = Literal["read", "write", "destructive"]


class Encoding(NamedTuple):
    """How the value of a parameter is written into the form.

    kind:  form           ``pid[0]=1&pid[1]=2``, ``itemdescription[12]=text``
           comma          ``1,2,3``
           php-serialize  base64 of PHP's serialize()
           json-base64    base64 of JSON
           numbered       rows ``[{"itemamount": 5}, ...]`` become ``itemamount1=5``, ...
    each:  the value is a list, and each of its items is written so on its own
    file:  the keys (file name, file content) of a row that may be given as a path
    date:  pattern of YYYY, MM, DD, hh, mm, ss for dates that are not written as usual
    """

    kind: Literal["form", "comma", "php-serialize", "json-base64", "numbered"] = "form"
    each: bool = False
    file: tuple[str, str] | None = None
    date: str | None = None


_FORM = Encoding()


class Param(NamedTuple):
    """A parameter. ``wire`` is its name in the form, ``kind`` that of a value, item or entry.

    fields: what the object may hold, or each object in the list or map; empty where that is open
    """

    wire: str
    kind: Kind
    shape: Shape = "value"
    required: bool = False
    sensitive: bool = False
    deprecated: str | None = None
    values: tuple[str | int, ...] = ()
    encoding: Encoding = _FORM
    since: str | None = None
    fields: tuple[Param, ...] = ()


class Condition(NamedTuple):
    """Whether a parameter is given, and says something: neither empty, nor false, nor 0 for no ID.

    Of a key of a map (``each``): whether it is there.

    values:  it has to be one of these
    absent:  not to give it will do as well: the server then assumes one of them
    flag:    it is a flag, of which one says that it is true
    amount:  it is an amount, of which 0 is one as well
    """

    wire: str
    values: tuple[str | int, ...] = ()
    absent: bool = False
    flag: bool = False
    amount: bool = False


class Requirement(NamedTuple):
    """Parameters that are needed together or in place of each other, or exclude each other.

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


# Without slots: typing writes __orig_class__ to what Operation[X](...) makes, which a frozen class
# with slots refuses with a TypeError that typing does not expect.
@dataclass(frozen=True, kw_only=True)
class Operation(Generic[T]):
    """One action. ``response``: the type it answers, or None for a mere success."""

    action: str
    group: str
    effect: Effect
    params: tuple[Param, ...]
    response: Any
    requires: tuple[Requirement, ...] = ()
    deprecated: str | None = None
    errors: tuple[str, ...] = ()
    docs: str | None = None

    def param(self, wire: str) -> Param | None:
        """The parameter of that name; None if the action documents none."""
        return next((param for param in self.params if param.wire == wire), None)

    def hides(self, wire: str) -> bool:
        """Whether values of that name are kept out of every message."""
        param = self.param(wire)
        return is_secret(wire) or (param is not None and param.sensitive)


@dataclass(frozen=True, kw_only=True)
class Paged(Operation[T], Generic[T, I]):
    """An action that answers a page of a longer list; ``records`` is the attribute of its items."""

    records: str
