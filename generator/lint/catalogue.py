"""Every rule of ``lint``: its code, which stays the same for ever, how much it weighs, and why it is there.

``docs/lint.md`` is made of this list.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How much a finding weighs.

    ERROR:    nothing can be generated
    WARNING:  something is very likely wrong, or has no effect
    ADVICE:   it could be better
    """

    ADVICE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """``warning``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. ``title`` says what it finds, ``reason`` why that matters or what counts."""

    code: str
    severity: Severity
    title: str
    reason: str


_E, _W, _A = Severity.ERROR, Severity.WARNING, Severity.ADVICE

# Area -> its rules.
AREAS: dict[str, tuple[Rule, ...]] = {
    "Structure": (
        Rule("file-unreadable", _E, "a file is no YAML, no JSON, or no document", "nothing else can be said of it"),
        Rule("openapi-structure", _E, "the document breaks the OpenAPI Specification", "other tools refuse it, too"),
        Rule("json-schema-structure", _E, "a JSON Schema breaks its metaschema", "nobody can tell what it means"),
        Rule("reference-broken", _E, "a `$ref` leads to nothing usable", "what it stands for is not described"),
        Rule("reference-siblings", _W, "something stands beside a `$ref` where it means nothing", "it is lost"),
        Rule("operation-id-duplicate", _E, "an operationId is given twice", "ids name operations for other tools"),
        Rule("required-undeclared", _W, "`required` names a property that is not described", "nobody can give it"),
        Rule("entry-empty", _A, "an entry says nothing: an empty `required`, no text", "other tools may refuse it"),
        Rule("path-action", _E, "a path names no action, several, one twice, or no endpoint", "nobody can call it"),
        Rule("api-contradiction", _E, "the specs contradict themselves", "no client can be right about it"),
        Rule("name-collision", _E, "two things would get the same name in a language", "a client can have one of them"),
        Rule("not-represented", _W, "a part of the specs does not reach the clients", "nothing is dropped in silence"),
        Rule("enum-contradicts-type", _W, "an allowed value is not of the type beside it", "no value fits both"),
        Rule("format-unknown", _W, "a format has no meaning here", "the value is read as its plain type"),
    ),
    "Overlays": (
        Rule("overlay-structure", _E, "an overlay breaks the Overlay Specification", "it cannot be applied"),
        Rule("overlay-application", _E, "an action does not fit what it selects", "it cannot be applied"),
        Rule("overlay-target-unmatched", _E, "the target of an action matches nothing", "what it corrects is gone"),
        Rule("overlay-no-effect", _W, "an action changes nothing", "the document says all of it already"),
        Rule("overlay-part-no-effect", _A, "an entry of an update changes nothing", "the document says so already"),
        Rule("overlay-overwritten", _W, "a later action replaces what an update says", "nothing of it is left"),
        Rule("overlay-untyped-property", _A, "an update adds a property without a type", "what it meant may be gone"),
        Rule("overlay-removed-unnamed", _A, "a removal takes something along that it does not name", "it may be new"),
        Rule("overlay-extends", _W, "an overlay says that it extends another document", "it is applied all the same"),
        Rule("overlay-reason", _A, "an action has no description", "a correction is worth its evidence"),
    ),
    "Dialect": (
        Rule("dialect-structure", _E, "the dialect is malformed", "nothing can be read without it"),
        Rule("dialect-sense", _E, "an entry of the dialect makes no sense", "names clash, patterns match nothing"),
        Rule("dialect-setting-unused", _W, "a setting of the dialect changes nothing", "no operation shows it"),
        Rule("effect-pattern-unused", _W, "a pattern of `effects` decides on no action", "it may be misspelled"),
        Rule("effect-undecided", _A, "nothing says what an operation does", "it counts as a write, never sent again"),
        Rule("page-writes", _A, "an operation that answers pages counts as a write", "most likely, it only reads"),
        Rule("sensitive-name-unused", _W, "a `sensitive` name occurs nowhere", "it may be misspelled, or missing"),
        Rule("word-unused", _W, "a word of `words` changes how no name is split", "it may be misspelled"),
        Rule("error-rule-unused", _W, "a rule of `errors` decides on no documented message", "it may never match"),
        Rule("decision-unused", _W, "a decision decides nothing", "no two descriptions contradict each other there"),
    ),
    "Descriptions": (
        Rule("operation-summary", _A, "an operation has no summary", "it is the first line of its documentation"),
        Rule("operation-description", _A, "an operation has no description", "it is what its caller reads"),
        Rule("operation-external-docs", _A, "an operation names no `externalDocs`", "they are its evidence"),
        Rule("parameter-description", _A, "a parameter has no description", "its caller has to guess"),
        Rule(
            "field-description",
            _A,
            "a field has no description",
            "its reader has to guess; what the dialect explains (the envelope, the counters) and what is an object "
            "with a description needs none",
        ),
        Rule("enum-description", _A, "a set of allowed values is described nowhere", "values are codes"),
        Rule("tag-description", _A, "a tag has no description", "it is the documentation of a group"),
        Rule("description-says-nothing", _A, "a description only repeats the name", "it is as good as none"),
        Rule("text-repeated", _W, "two operations have the same summary or description", "one of them was copied"),
        Rule("deprecated-reason", _A, "it is not said why something is deprecated", "say what to use instead"),
        Rule("parameter-in-text-only", _W, "a text speaks of a parameter that is not declared", "nobody can give it"),
        Rule("response-undescribed", _A, "a response has no schema", "its fields are untyped"),
    ),
    "Names": (
        Rule("operation-id-missing", _A, "an operation has no operationId", "other tools name methods after it"),
        Rule("operation-id-mismatch", _W, "an operationId does not name the action", "one of the two was copied"),
        Rule("external-docs-mismatch", _W, "`externalDocs` are those of another action", "the address was copied"),
        Rule("tag-undeclared", _A, "the tag of an operation is not declared", "its group has no documentation"),
        Rule("tag-unused", _W, "no operation has a declared tag", "it may be misspelled"),
        Rule("extension-unknown", _W, "an `x-` entry has no meaning here", "it may be misspelled"),
        Rule("extension-misplaced", _W, "an `x-` entry has no meaning in this place", "it is not read there"),
        Rule("parameter-spelling-differs", _A, "a name of a parameter has two spellings", "one may be wrong"),
    ),
    "Values": (
        Rule(
            "example-contradicts-schema",
            _W,
            "an example does not fit its schema",
            "examples are read as a client reads answers: numbers and flags may be texts, dates have the dialect's "
            "form, an empty text is an empty list",
        ),
        Rule("default-contradicts-schema", _W, "a default does not fit its schema", "no server assumes it"),
        Rule("limits-unsatisfiable", _W, "no value satisfies all limits", "one of them is wrong"),
        Rule("pattern-unusable", _W, "a pattern is no regular expression, or can take forever", "nobody can check it"),
        Rule(
            "enum-differs-from-sibling",
            _W,
            "two sets of values for fields of one name differ in a few",
            "one of them may lack a value, or spell it otherwise",
        ),
        Rule("parameter-type-differs", _A, "a parameter has another type than in other operations", "one may be wrong"),
    ),
    "Unused and repeated": (
        Rule("component-unused", _W, "nothing refers to a component", "nothing of it reaches a client"),
        Rule("definition-unused", _W, "nothing refers to a definition of a JSON Schema", "nothing of it is used"),
        Rule("model-duplicate", _A, "two models have the same fields", "one component would be one model"),
        Rule("model-near-duplicate", _A, "two models differ in one field", "one of them may lack it"),
    ),
    "Secrets": (
        Rule("secret-not-sensitive", _W, "a name looks like a secret and is not sensitive", "its value reaches logs"),
        Rule("secret-in-example", _W, "an example or a text holds what looks like a secret", "specs are public"),
        Rule("server-insecure", _W, "a server is named with http", "credentials travel in the clear"),
    ),
    "Justifications": (
        Rule("justification-structure", _E, "the file of justifications is malformed", "it justifies nothing"),
        Rule("justification-unused", _W, "a justification matches no finding", "what it excuses is gone"),
    ),
}

RULES = {rule.code: rule for rules in AREAS.values() for rule in rules}


def listing() -> str:
    """The rules for a terminal: code, severity, title."""
    width = max(map(len, RULES))
    return "".join(
        f"{area}\n" + "".join(f"  {rule.code:{width}}  {rule.severity.word:8} {rule.title}\n" for rule in rules)
        for area, rules in AREAS.items()
    )


def as_markdown() -> str:
    """The tables of ``docs/lint.md``."""
    return "".join(
        f"\n### {area}\n\n| code | severity | finds | why |\n|---|---|---|---|\n"
        + "".join(f"| `{rule.code}` | {rule.severity.word} | {rule.title} | {rule.reason} |\n" for rule in rules)
        for area, rules in AREAS.items()
    )
