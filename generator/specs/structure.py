"""A JSON Schema as a checker of documents: jsonschema, with some keywords of its own for speed and for clearer errors.

The schemas of OpenAPI say "a response or a reference" everywhere, as alternatives. jsonschema tries all of them and,
where none fits, reports them all. Here the alternative is chosen by what tells it apart, and only its errors count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend, validator_for
from referencing import Registry

Errors: TypeAlias = Iterator[ValidationError]
# Checks a part of a document that another schema than the one at hand describes.
Check: TypeAlias = Callable[[Any], Errors]

_Schema: TypeAlias = Mapping[str, Any]

# Properties by whose value the alternatives of OpenAPI's schemas differ: security schemes, places of parameters.
_TAGS = ("type", "in")


class Structure:
    """Checks values by a JSON Schema, or by one of its definitions.

    others:  reference in the schema (``#/definitions/Schema``, ``#meta``) -> what checks values in its place
    """

    def __init__(self, schema: _Schema, others: Mapping[str, Check] | None = None) -> None:
        # Without `$schema`, by which jsonschema would choose a checker without the keywords below.
        self._schema = {name: value for name, value in schema.items() if name != "$schema"}
        self._others = others or {}
        self._targets: dict[str, Any] = {}
        keywords = {
            "$ref": self._ref,
            "$dynamicRef": self._ref,
            "required": required,
            "uniqueItems": unique,
            "oneOf": self._one_of,
            "additionalProperties": additional,
            "unevaluatedProperties": self._unevaluated,
        }
        kind: Any = extend(validator_for(schema, Draft202012Validator), keywords)  # type: ignore[no-untyped-call]
        self._validator: Any = kind(self._schema, registry=Registry())

    def errors(self, value: Any, definition: str = "#") -> Errors:
        """What is wrong with a value, by the definition at a reference of the schema."""
        errors: Errors = self._validator.descend(value, self._target(definition))
        return errors

    def _target(self, reference: str) -> Any:
        """A definition, by its reference."""
        if reference not in self._targets:
            found: Any = self._schema
            # "meta/validation#/$defs/stringArray" is of another part of the metaschema, which stands here in one piece.
            for part in reference.partition("#")[2].split("/")[1:]:
                found = found[part]
            self._targets[reference] = found
        return self._targets[reference]

    def _ref(self, validator: Any, reference: str, instance: Any, _: _Schema) -> Errors:
        if reference in self._others:
            return self._others[reference](instance)
        errors: Errors = validator.descend(instance, self._target(reference))
        return errors

    def _one_of(self, validator: Any, options: list[_Schema], instance: Any, schema: _Schema) -> Errors:
        if isinstance(instance, dict):
            for tag in _TAGS:
                values = [self._tag_values(option, tag) for option in options]
                if all(values):
                    yield from _tagged(validator, options, values, instance, tag)
                    return
        chosen = _choice(options, instance)
        if chosen is None:
            yield from Draft202012Validator.VALIDATORS["oneOf"](validator, options, instance, schema)
        else:
            yield from validator.descend(instance, options[chosen], schema_path=chosen)

    def _tag_values(self, option: _Schema, tag: str) -> list[Any]:
        """The values of a property that choose an alternative; none where it does not depend on the property."""
        while "$ref" in option:
            option = self._target(option["$ref"])
        values: list[Any] = option.get("properties", {}).get(tag, {}).get("enum", [])
        return values

    def _unevaluated(self, validator: Any, allowed: Any, instance: Any, schema: _Schema) -> Errors:
        if allowed is not False or not isinstance(instance, dict):
            return
        properties = schema.get("properties", {})
        extra = [name for name in instance if name not in properties and not name.startswith("x-")]
        if extra:
            known = self._evaluated(validator, instance, schema)
            for name in extra:
                if name not in known:
                    error: Any = _unknown(name, instance[name])
                    # It has a meaning beside other entries, which may be the ones that are wrong.
                    error.conditional = name in self._mentioned(schema)
                    yield error

    def _mentioned(self, schema: Any) -> set[str]:
        """The properties that a schema speaks of in any case at all."""
        if not isinstance(schema, Mapping):
            return set()
        parts = [schema.get("then"), schema.get("else"), *schema.get("dependentSchemas", {}).values()]
        for name in ("allOf", "oneOf", "anyOf"):
            parts += schema.get(name, ())
        if "$ref" in schema:
            parts.append(self._target(schema["$ref"]))
        return set(schema.get("properties", ())).union(*map(self._mentioned, parts))

    def _evaluated(self, validator: Any, instance: dict[str, Any], schema: Any) -> set[str]:
        """The properties of an object that a schema speaks of, by the keywords that OpenAPI 3.1's schema uses."""
        if not isinstance(schema, Mapping):
            return set()
        if "additionalProperties" in schema:
            return set(instance)
        known = {name for name in schema.get("properties", {}) if name in instance}
        for pattern in schema.get("patternProperties", {}):
            known.update(name for name in instance if re.search(pattern, name))
        parts = [*schema.get("allOf", ())]
        if "$ref" in schema:
            parts.append(self._target(schema["$ref"]))
        parts += [part for name, part in schema.get("dependentSchemas", {}).items() if name in instance]
        if "if" in schema:
            holds = validator.evolve(schema=schema["if"]).is_valid(instance)
            parts += [schema.get("then", {}), schema["if"]] if holds else [schema.get("else", {})]
        for name in ("oneOf", "anyOf"):
            parts += [part for part in schema.get(name, ()) if validator.evolve(schema=part).is_valid(instance)]
        return known.union(*(self._evaluated(validator, instance, part) for part in parts))


def _choice(options: list[_Schema], instance: Any) -> int | None:
    """Which of "an object or a reference (or true or false)" is meant; None where the alternatives are others."""
    references = [index for index, option in enumerate(options) if option.get("$ref") == "#/definitions/Reference"]
    if not references:
        return None
    if isinstance(instance, dict) and "$ref" in instance:
        return references[0]
    flags = [index for index, option in enumerate(options) if option.get("type") == "boolean"]
    if flags and isinstance(instance, bool):
        return flags[0]
    others = [index for index in range(len(options)) if index not in (*references, *flags)]
    return others[0] if len(others) == 1 else None


def _tagged(
    validator: Any, options: list[_Schema], values: list[list[Any]], instance: dict[str, Any], tag: str
) -> Errors:
    """Checks by the alternative that a property chooses."""
    for index, option in enumerate(options):
        if instance.get(tag) in values[index]:
            yield from validator.descend(instance, option, schema_path=index)
            return
    if tag in instance:
        known = [value for group in values for value in group]
        yield ValidationError("", path=[tag], validator="enum", validator_value=known, instance=instance[tag])
    else:
        yield ValidationError("", validator="required", validator_value=[tag], instance=instance)


def required(_: Any, names: Any, instance: Any, __: _Schema) -> Errors:
    """All that is missing, in one error."""
    if isinstance(names, list) and isinstance(instance, dict):
        missing = [name for name in names if name not in instance]
        if missing:
            yield ValidationError("", validator="required", validator_value=missing, instance=instance)


def unique(_: Any, wanted: Any, instance: Any, __: _Schema) -> Errors:
    """One error for each item that was there before, at its place; in one pass, where jsonschema compares all pairs."""
    if wanted is not True or not isinstance(instance, list):
        return
    seen: set[str] = set()
    for index, item in enumerate(instance):
        text = json.dumps(item, sort_keys=True)
        if text in seen:
            yield ValidationError("", validator="uniqueItems", instance=item, path=[index])
        seen.add(text)


def additional(validator: Any, allowed: Any, instance: Any, schema: _Schema) -> Errors:
    """One error for each property too many, at its place."""
    if not isinstance(instance, dict):
        return
    properties, patterns = schema.get("properties", {}), tuple(schema.get("patternProperties", ()))
    for name, value in instance.items():
        if name in properties or any(re.search(pattern, name) for pattern in patterns):
            continue
        if allowed is False:
            yield _unknown(name, value)
        elif allowed is not True:
            yield from validator.descend(value, allowed, path=name)


def _unknown(name: str, value: Any) -> ValidationError:
    return ValidationError("", validator="additionalProperties", instance=value, path=[name])
