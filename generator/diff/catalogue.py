"""Every kind of change, with what it means for those who call the generated client. This is the one table.

breaking   code that was right may fail, be refused by a type checker, send something else or get something else
additive   code that was right does what it did; there is more to use, less to heed, or a new warning
cosmetic   documentation and hints change, which no running program and no type checker sees

What a spec only begins to say (a default, a limit, the values of a text) is cosmetic: the server did so before.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Impact(StrEnum):
    """What a change means for callers, the worst first."""

    BREAKING = "breaking"
    ADDITIVE = "additive"
    COSMETIC = "cosmetic"


class Section(StrEnum):
    """Where a changelog tells of it, in the order of Keep a Changelog."""

    ADDED = "Added"
    CHANGED = "Changed"
    DEPRECATED = "Deprecated"
    REMOVED = "Removed"
    SECURITY = "Security"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change. ``section`` is None for what no changelog needs to tell."""

    impact: Impact
    section: Section | None
    why: str


def _breaking(why: str, section: Section = Section.CHANGED) -> Kind:
    return Kind(Impact.BREAKING, section, why)


def _additive(why: str, section: Section | None = Section.CHANGED) -> Kind:
    return Kind(Impact.ADDITIVE, section, why)


def _cosmetic(why: str) -> Kind:
    return Kind(Impact.COSMETIC, None, why)


_ADDED, _DEPRECATED, _REMOVED, _SECURITY = Section.ADDED, Section.DEPRECATED, Section.REMOVED, Section.SECURITY

CATALOGUE: dict[str, Kind] = {
    # Groups and operations
    "group-added": _additive("the client has one more attribute", None),
    "group-removed": _breaking("an attribute of the client is gone", _REMOVED),
    "group-respelled": _cosmetic("the client's names for it stay"),
    "group-docs": _cosmetic("only its documentation changes"),
    "operation-added": _additive("there is one more method", _ADDED),
    "operation-removed": _breaking("the method is gone", _REMOVED),
    "operation-moved": _breaking("the method is an attribute of another group"),
    "action-renamed": _breaking("the method stays, but sends, and is known to hooks and `OPERATIONS` by, another name"),
    "operation-deprecated": _additive("calling it warns", _DEPRECATED),
    "operation-undeprecated": _additive("calling it no longer warns"),
    "operation-docs": _cosmetic("only its documentation changes"),
    "iterator-added": _additive("every page can be walked through", _ADDED),
    "iterator-removed": _breaking("the method that walks through all pages is gone", _REMOVED),
    "identifier-changed": _breaking("the wire's name stays, the client's name for it changes"),
    "read-becomes-write": _breaking("it is no longer tried again, so a lost connection reaches the caller"),
    "write-becomes-read": _additive("it is tried again where a connection is lost"),
    "effect-changed": _cosmetic("neither of the two is tried again; only hooks and documentation tell them apart"),
    # Results
    "result-added": _additive("what returned None returns a value"),
    "result-removed": _breaking("what returned a value returns None"),
    "result-type-changed": _breaking("the method returns something else"),
    "result-type-narrowed": _additive("the method returns less than code was prepared for"),
    "result-hint": _cosmetic("the same type is described in another way"),
    "records-changed": _breaking("the iterator yields something else"),
    # Parameters, and the keys of objects that parameters hold
    "param-added": _additive("it may be left out", _ADDED),
    "required-param-added": _breaking("calls without it fail"),
    "param-removed": _breaking("calls with it fail", _REMOVED),
    "param-becomes-required": _breaking("calls without it fail"),
    "param-becomes-optional": _additive("it may be left out"),
    "param-widened": _additive("it takes everything that it took, and more"),
    "param-narrowed": _breaking("it no longer takes everything that it took"),
    "param-hint": _cosmetic("it takes the same values, described in another way"),
    "param-default-changed": _breaking("calls that leave it out mean something else"),
    "param-default-documented": _cosmetic("the server is said, or no longer said, to assume what it assumed before"),
    "param-limit-tightened": _breaking("the server refuses values that it took"),
    "param-limit-loosened": _additive("the server takes values that it refused"),
    "param-limit-documented": _cosmetic("a limit is said for the first time; the client does not check it"),
    "param-deprecated": _additive("sending it warns", _DEPRECATED),
    "param-undeprecated": _additive("sending it no longer warns"),
    "param-masked": _additive("its value is kept out of logs and messages", _SECURITY),
    "param-unmasked": _breaking("its value begins to appear in logs and messages", _SECURITY),
    "param-encoding-changed": _breaking("the same value is sent in another form"),
    "param-docs": _cosmetic("only its documentation changes"),
    "requirement-added": _breaking("calls that break the rule fail before they are sent"),
    "requirement-changed": _breaking("calls that keep the old rule may break the new one"),
    "requirement-loosened": _additive("calls that keep the old rule keep the new one"),
    "requirement-removed": _additive("calls that broke the rule are sent"),
    "input-added": _additive("a type of parameters can be imported", None),
    "input-removed": _breaking("imports of the type fail", _REMOVED),
    "input-renamed": _breaking("imports of the type fail"),
    "input-docs": _cosmetic("only its documentation changes"),
    # Models and their fields
    "model-added": _additive("a class can be imported", None),
    "model-removed": _breaking("imports of the class fail", _REMOVED),
    "model-renamed": _breaking("imports of the class fail"),
    "model-flattened": _additive("the shape that older servers answer is read, too"),
    "model-unflattened": _breaking("the shape that older servers answer is no longer read"),
    "model-docs": _cosmetic("only its documentation changes"),
    "field-added": _additive("there is more to read", _ADDED),
    "field-removed": _breaking("reading the attribute fails", _REMOVED),
    "field-type-changed": _breaking("the attribute holds something else"),
    "field-type-narrowed": _additive("the attribute holds less than code was prepared for"),
    "field-hint": _cosmetic("the same type is described in another way"),
    "field-becomes-optional": _breaking("it may be None where it was documented as always sent"),
    "field-becomes-required": _additive("it is documented as always sent"),
    "field-becomes-nullable": _breaking("it, or an item of it, may be None where it was documented to hold a value"),
    "field-becomes-non-nullable": _additive("it, or each item of it, is documented to hold a value"),
    "field-deprecated": _additive("it will go away", _DEPRECATED),
    "field-undeprecated": _additive("it is there to stay"),
    "field-masked": _additive("its value is kept out of logs and reprs", _SECURITY),
    "field-unmasked": _breaking("its value begins to appear in logs and reprs", _SECURITY),
    "field-docs": _cosmetic("only its documentation changes"),
    "wrapper-added": _additive("lists inside a key are read, and bare lists as before"),
    "wrapper-changed": _breaking("the list is no longer looked for where it was"),
    # Enums, all of which are open: `Literal[...] | str`
    "enum-added": _additive("an alias can be imported", None),
    "enum-removed": _breaking("imports of the alias fail", _REMOVED),
    "enum-renamed": _breaking("imports of the alias fail"),
    "enum-kind-changed": _breaking("its values are of another type"),
    "enum-value-added": _additive("any value was taken and kept before", _ADDED),
    "enum-value-removed": _breaking("calls that send it are refused", _REMOVED),
    "enum-value-retired": _cosmetic("it is only read: code that looks for it still runs, and finds it no more"),
    "enum-docs": _cosmetic("only its documentation changes"),
    # The dialect
    "package-renamed": _breaking("imports fail"),
    "api-docs": _cosmetic("only its documentation changes"),
    "endpoint-changed": _breaking("calls go elsewhere, or send something else"),
    "credentials-added": _additive("there is another way to sign in", _ADDED),
    "credentials-removed": _breaking("a way to sign in is gone", _REMOVED),
    "credentials-changed": _breaking("signing in takes other arguments, environment variables or forms"),
    "credentials-discouraged": _breaking("signing in so has to be allowed with legacy_login"),
    "credentials-encouraged": _additive("signing in so no longer has to be allowed"),
    "paging-changed": _breaking("pages are asked for, or their counters read, under other names"),
    "paging-added": _additive("pages can be walked through", _ADDED),
    "paging-removed": _breaking("pages can no longer be walked through", _REMOVED),
    "page-size-changed": _additive("iterators yield the same records, in pages of another size"),
    "envelope-changed": _breaking("success and error are told apart by other names"),
    "request-form-changed": _breaking("the same value is sent in another form"),
    "reading-added": _additive("an answer that could not be read can be"),
    "reading-removed": _breaking("an answer that was understood no longer is"),
    "reading-reordered": _breaking("of several ways to read an answer another comes first"),
    "secret-added": _additive("values of that name are kept out of logs and messages", _SECURITY),
    "secret-removed": _breaking("values of that name begin to appear in logs and messages", _SECURITY),
    "error-rule-added": _additive("an error that had no class of its own gets one, below the class that it had"),
    "error-rules-changed": _breaking("an `except` may no longer catch what it caught"),
    "dialect-naming": _cosmetic("it steers the generator; what becomes of it is told where it shows"),
}
