"""What jsonschema finds -> problems that people understand, at the place in the file that is to blame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from jsonschema.exceptions import ValidationError

from ..origin import Origin, Problem, closest, quote
from .node import List, Map, child, place_of_key

_Path: TypeAlias = Sequence[str | int]

_TYPES = {
    "object": "an object",
    "array": "a list",
    "string": "text",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}
_CHOICES = ("anyOf", "oneOf")
_BOUNDS = {
    "minimum": "must be at least",
    "exclusiveMinimum": "must be more than",
    "maximum": "must be at most",
    "exclusiveMaximum": "must be less than",
    "multipleOf": "must be a multiple of",
    "const": "must be",
}
_SIZES = {
    "minLength": ("needs at least", "character", "characters"),
    "maxLength": ("has room for", "character", "characters"),
    "minItems": ("needs at least", "item", "items"),
    "maxItems": ("has room for", "item", "items"),
    "minProperties": ("needs at least", "entry", "entries"),
    "maxProperties": ("has room for", "entry", "entries"),
}
# Patterns that OpenAPI's schemas use for names -> what they mean.
_PATTERNS = (
    ("^\\/", "a path begins with /"),
    ("^/", "a path begins with /"),
    ("[1-5](?:", "the names are status codes (200, 4XX) and default"),
    ("a-zA-Z0-9", "a name consists of letters, digits, and . _ -"),
)


def explain(root: Map, errors: Iterable[ValidationError], below: _Path = ()) -> Iterator[Problem]:
    """The problems of a node, from what a validator says of it, or of what lies ``below`` it."""
    return iter(dict.fromkeys(_explain(root, errors, below)))


def _explain(root: Map, errors: Iterable[ValidationError], below: _Path) -> Iterator[Problem]:
    causes = [cause for error in errors for cause in _causes(error)]
    paths = [tuple(cause.absolute_path) for cause in causes]
    untyped = {path for path, cause in zip(paths, causes, strict=True) if cause.validator == "type"}
    faulty = {path for path, cause in zip(paths, causes, strict=True) if not _may_follow(cause)}
    faulty |= {path[:-1] for path in faulty}
    for path, cause in zip(paths, causes, strict=True):
        if path in untyped and cause.validator != "type":
            continue  # it is not even of the right type
        if _may_follow(cause) and (path if cause.validator in _CHOICES else path[:-1]) in faulty:
            continue
        yield _problem(root, cause, [*below, *path])


def _may_follow(error: ValidationError) -> bool:
    """Whether an error may only be there because of another one in the same object."""
    return error.validator in _CHOICES or getattr(error, "conditional", False)


def _causes(error: ValidationError) -> list[ValidationError]:
    """The errors behind an error: where no alternative fits, those of the one that comes closest."""
    if not error.context or error.validator not in _CHOICES:
        return [error]
    options: dict[Any, list[ValidationError]] = {}
    for part in error.context:
        options.setdefault(part.schema_path[0], []).extend(_causes(part))
    best = min(options.values(), key=lambda causes: (-max(len(cause.absolute_path) for cause in causes), len(causes)))
    same_level = all(
        cause.validator == "type" and len(cause.path) == 0 for causes in options.values() for cause in causes
    )
    if same_level:
        types = [name for causes in options.values() for cause in causes for name in _listed(cause.validator_value)]
        best[0].validator_value = types
        return best[:1]
    return best


def _problem(root: Map, error: ValidationError, path: _Path) -> Problem:
    holder, name = _holder(root, path)
    value = child(holder, name) if path else root
    if error.validator == "additionalProperties":
        message, hint = _unknown(error, str(name))
        return Problem(message, place_of_key(holder, name), hint)
    message, hint = _message(error, _subject(path), value)
    is_value = path and not isinstance(value, (Map, List)) and value is not None
    place = place_of_value(holder, name) if is_value else place_of_key(holder, name) if path else root.origin
    return Problem(message, place, hint)


def _holder(root: Map, path: _Path) -> tuple[Any, str | int]:
    """The container of what a path leads to, and its name there."""
    holder: Any = root
    for part in path[:-1]:
        holder = child(holder, part)
    return holder, path[-1] if path else ""


def place_of_value(holder: Any, name: str | int) -> Origin:
    """Where the value of an entry stands."""
    return holder.value_at(str(name)) if isinstance(holder, Map) else place_of_key(holder, name)


def _subject(path: _Path) -> str:
    if not path:
        return "this object"
    if isinstance(path[-1], str):
        return quote(path[-1])
    owner = next((part for part in reversed(path) if isinstance(part, str)), "")
    return f"item {path[-1] + 1} of {quote(owner)}"


def _unknown(error: ValidationError, name: str) -> tuple[str, str]:
    schema: Any = error.schema if isinstance(error.schema, Mapping) else {}
    known = list(schema.get("properties", ()))
    near = closest(name, known)
    if near:
        return f"{quote(name)} has no meaning here", f"did you mean {quote(near)}?"
    for pattern in schema.get("patternProperties", ()):
        for part, meaning in _PATTERNS:
            if part in pattern:
                return f"{quote(name)} has no meaning here", meaning
    what = f"known are {', '.join(known)}" if 0 < len(known) <= 12 else "remove it"
    return f"{quote(name)} has no meaning here", f"{what}; a name of your own begins with x-"


def _message(error: ValidationError, subject: str, value: Any) -> tuple[str, str]:
    wanted: Any = error.validator_value
    match error.validator:
        case "required":
            names = ", ".join(map(quote, wanted))
            return f"{subject} lacks {names}", "add it" if len(wanted) == 1 else "add them"
        case "type":
            types = _or([_TYPES.get(name, str(name)) for name in dict.fromkeys(_listed(wanted))])
            quoting = "text" in types and isinstance(value, (bool, int, float))
            written = str(value).lower() if isinstance(value, bool) else value
            hint = f'write it in quotes: "{written}"' if quoting else f"write {types}"
            if subject == "`required`" and isinstance(value, bool):
                hint = "name what is required in the `required: [...]` of the object that holds it"
            return f"{subject} must be {types}, not {_kind(value)}", hint
        case "enum":
            near = (
                closest(value, [name for name in wanted if isinstance(name, str)]) if isinstance(value, str) else None
            )
            options = ", ".join(map(str, wanted))
            return f"{_shown(value)} is not a value of {subject.rpartition(' of ')[2]}", (
                f"did you mean {quote(near)}?" if near else f"write one of {options}"
            )
        case "pattern":
            said = error.instance if isinstance(error.instance, str) else value
            hint = next((meaning for part, meaning in _PATTERNS if part in wanted), f"write what matches {wanted}")
            return f"{quote(said)} is not well formed", hint
        case "uniqueItems":
            return f"{subject} was there before", "remove one of the two"
        case "format":
            return f"{_shown(value)} is no {wanted}", f"write a {wanted}"
        case "not" if isinstance(wanted, dict) and set(wanted) <= {"required", "description"}:
            names = " and ".join(map(quote, wanted["required"]))
            return f"{names} exclude each other", "keep one of the two"
        case str() as keyword if keyword in _BOUNDS:
            return f"{subject} {_BOUNDS[_bound(keyword, error.schema)]} {wanted}", "correct it"
        case str() as keyword if keyword in _SIZES:
            verb, one, many = _SIZES[keyword]
            return f"{subject} {verb} {wanted} {one if wanted == 1 else many}", "correct it"
        case "anyOf" | "oneOf":
            return f"{subject} fits more than one of the alternatives", "keep the entries of one alternative only"
        case "dependentRequired" | "dependencies":
            return f"{subject} lacks an entry that another one needs", "add it"
        case _:
            return (
                f"{subject} is not allowed as it is",
                f"see the rule {quote(error.validator or 'false')} of its specification",
            )


def _bound(keyword: str, schema: Any) -> str:
    """What a bound excludes; OpenAPI 3.0 and the schema of its files say `exclusiveMinimum: true` beside `minimum`."""
    exclusive = "exclusive" + keyword[:1].upper() + keyword[1:]
    return exclusive if isinstance(schema, Mapping) and schema.get(exclusive) is True else keyword


def _or(names: list[str]) -> str:
    """``a list or text``; ``an object, true or false``."""
    return " or ".join(names) if "true or false" not in names else ", ".join(sorted(names))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _shown(value: Any) -> str:
    return quote(value) if isinstance(value, str) else _kind(value) if isinstance(value, (dict, list)) else str(value)


def _kind(value: Any) -> str:
    match value:
        case None:
            return "empty"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"the number {value}"
        case str():
            return f"the text {quote(value)}"
        case list():
            return "a list"
        case _:
            return "an object"
