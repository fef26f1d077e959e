"""Makes a pydantic schema lenient: a union of the declared type and of what servers send instead.

What fits is read by pydantic alone, without a call into Python (see ``scalars``). Only what fits
nothing goes to ``reading`` and ``shapes``, and what nobody can read becomes an ``Odd`` (see
``oddity``). Without ``Notes`` as context, as when a model is made by hand, it is an ordinary
ValidationError instead.

JSON is read as it stands (see ``decode``), unless

- a number in it has a fraction: pydantic makes floats of those, so that digits are lost;
- a text is declared, and a number or anything else was sent: that is rare, and choices take time.

Then ``Unfit`` is raised, and the document is read from Python data with exact numbers.
"""

from __future__ import annotations

from operator import itemgetter
from typing import Any, Final, NamedTuple, cast

from pydantic_core import PydanticCustomError
from pydantic_core import core_schema as core

from . import reading, shapes
from .oddity import Notes, Odd
from .scalars import SCALARS, Reader, Scalar, Schema


class Unfit(Exception):
    """The document cannot be read as JSON, only from Python data."""


def exact(value: Any, info: core.ValidationInfo) -> Any:
    """The value. Raises Unfit where digits of it may be lost."""
    if _is_document(info) and _has_float(value):
        raise Unfit
    return value


def _is_document(info: core.ValidationInfo) -> bool:
    """Whether JSON is read that can be read anew from Python data."""
    return info.mode == "json" and isinstance(info.context, Notes)


def _has_float(value: Any) -> bool:
    if shapes.is_array(value):
        return any(map(_has_float, value))
    return any(map(_has_float, value.values())) if shapes.is_object(value) else type(value) is float


_ANY: Final = core.any_schema()
# Whatever nobody declares: an unknown field, a field of any type.
ANYTHING: Final = core.json_or_python_schema(
    json_schema=core.union_schema(
        [
            core.str_schema(strict=True),
            core.int_schema(strict=True),
            core.with_info_after_validator_function(exact, _ANY),
        ],
        mode="left_to_right",
    ),
    python_schema=_ANY,
)


class Place(NamedTuple):
    """Where a value stands.

    owner, field:  the model and its attribute; ``object`` for an answer that is no model
    names:         wire names of the objects inside the value
    wrapper:       the key inside a list: "item" for {"items": {"item": [...]}}
    item:          in a list or a map, where no value is no item
    """

    owner: type[Any]
    field: str
    names: shapes.Names
    wrapper: str | None = None
    item: bool = False

    def note(self, result: Any, info: core.ValidationInfo) -> Any:
        """The result. An Odd is noted, or is an error where nobody takes notes."""
        if type(result) is not Odd:
            return result
        if not isinstance(info.context, Notes):
            raise PydanticCustomError("unreadable", "Input should be a value of the declared type")
        info.context.fields.setdefault(self.owner, set()).add(self.field)
        return result


def lenient(schema: Schema, place: Place) -> Schema:
    """The schema, which now also takes what servers send instead, and blanks for no value."""
    kind = schema["type"]
    if kind in ("default", "nullable"):
        return {**schema, "schema": lenient(schema["schema"], place)}
    if kind == "union":
        return _union(schema, place)
    if kind == "list":
        return _list(schema, place)
    if kind == "dict":
        return _map(schema, place)
    if kind in SCALARS:
        return _single(SCALARS[kind], schema, place)
    if kind in ("model", "definition-ref"):
        return _first_of("an object", [schema, _last(_nothing, "an object", place)])
    if kind == "any":
        return cast(Schema, ANYTHING)
    if kind.startswith("function-"):
        return schema
    declared = "a value of the declared type"
    return _first_of(declared, [schema, _last(reading.nothing, declared, place)])


def _single(scalar: Scalar, schema: Schema, place: Place) -> Schema:
    choices = scalar.choices(schema, blanks=not place.item)
    last = _last(scalar.read, scalar.expected, place)
    any_of = _first_of(scalar.expected, [*choices, last])
    if not scalar.alone:
        return any_of
    [alone] = cast(list[core.CoreSchema], scalar.spelled(schema))
    return cast(Schema, core.json_or_python_schema(alone, cast(core.CoreSchema, any_of)))


def _first_of(expected: str, choices: list[Schema]) -> Schema:
    """The first choice that fits. ``expected`` is for the error where a model is made by hand."""
    union = core.union_schema(
        cast(list[core.CoreSchema], choices),  # type: ignore[arg-type]
        mode="left_to_right",
        custom_error_type="unreadable",
        custom_error_message=f"Input should be {expected}",
    )
    return cast(Schema, union)


def _last(read: Reader, expected: str, place: Place, empty: Reader = lambda value: None) -> Schema:
    """The last choice: ``read`` tries, and what it cannot read is kept, ``empty`` in its place."""

    def fall_back(value: Any, info: core.ValidationInfo) -> Any:
        exact(value, info)
        try:
            result = read(value)
        except ValueError:
            if _is_document(info) and (read is _refuse or isinstance(value, list | dict)):
                raise Unfit from None  # a part of it may be no text where one is declared
            result = Odd(value, empty(value), expected)
        if result is None and place.item:
            result = Odd(value)
        return place.note(result, info)

    return cast(Schema, core.with_info_plain_validator_function(fall_back))


def _nothing(value: Any) -> None:
    if not shapes.is_nothing(value):
        raise ValueError


def _union(schema: Schema, place: Place) -> Schema:
    """The first type that fits, in the order declared. Documented values never exclude others."""
    choices = _types(schema)
    kinds = {choice["type"] for choice in choices}
    if len(kinds) == 2 and "literal" in kinds and (open_kind := kinds & {"str", "int"}):
        return lenient({"type": open_kind.pop()}, place)
    narrowed = [each for choice in choices for each in _narrow(choice, place)]
    if "dict" in kinds and "list" not in kinds:
        narrowed.append(cast(Schema, core.no_info_plain_validator_function(_empty_map)))
    declared = "one of the declared types"
    return _first_of(declared, [*narrowed, _last(reading.nothing, declared, place)])


def _narrow(schema: Schema, place: Place) -> list[Schema]:
    """Choices that take the type in its spellings, but neither blanks nor other shapes."""
    if schema["type"] not in SCALARS:
        return [_inside(schema, place)]
    scalar = SCALARS[schema["type"]]

    def read(value: Any, info: core.ValidationInfo) -> Any:
        result = scalar.read(exact(value, info))
        if result is None or type(result) is Odd:
            raise ValueError
        return result

    last = cast(Schema, core.with_info_plain_validator_function(read))
    return [*scalar.choices(schema, blanks=False), last]


def _empty_map(value: Any) -> dict[str, Any]:
    """PHP writes an empty map as a list."""
    if value != []:
        raise ValueError
    return {}


def _inside(schema: Schema, place: Place) -> Schema:
    """A list or map of lenient values; any other schema as it is."""
    key = {"list": "items_schema", "dict": "values_schema"}.get(schema["type"], "")
    if key not in schema:
        return schema
    return {**schema, key: lenient(schema[key], place._replace(item=True, wrapper=None))}


def _list(schema: Schema, place: Place) -> Schema:
    kinds = {single["type"] for single in _types(schema.get("items_schema", {"type": "any"}))}
    rows = shapes.Rows(
        place.wrapper,
        fields=place.names if kinds & {"model", "definition-ref"} else None,
        scalar=not kinds.isdisjoint({*SCALARS, "literal", "any"}),
        mapping=not kinds.isdisjoint({"dict", "any"}),
    )
    ordered = _inside(schema, place)
    if place.wrapper is not None:
        return _wrapped_list(ordered, rows, place.wrapper, place)
    last = _last(_refuse, "a list", place, lambda value: [])
    return _first_of("a list", [*_shaped(list, rows.in_order, ordered, kinds, place), last])


def _map(schema: Schema, place: Place) -> Schema:
    last = _last(_refuse, "an object", place, lambda value: {})
    kinds = {single["type"] for single in _types(schema.get("values_schema", {"type": "any"}))}
    shaped = _shaped(dict, shapes.entries, _inside(schema, place), kinds, place)
    return _first_of("an object", [*shaped, last])


def _shaped(
    kind: type[Any], reshape: Reader, schema: Schema, inner_kinds: set[str], place: Place
) -> list[Schema]:
    """The schema for values of the right shape at once, for others after they are put in order.

    Of a list that came with keys that are no numbering, these are kept.
    """
    is_nested = not inner_kinds.isdisjoint({"list", "dict"})

    def put_in_order(
        value: Any, validate: core.ValidatorFunctionWrapHandler, info: core.ValidationInfo
    ) -> Any:
        if isinstance(value, kind) and not is_nested:  # it has been tried
            raise ValueError
        ordered = reshape(exact(value, info))
        items = validate(ordered)
        is_keyed = kind is list and shapes.is_keyed(value, ordered)
        return place.note(Odd(value, items), info) if is_keyed else items

    held = cast(core.CoreSchema, schema)
    later = cast(Schema, core.with_info_wrap_validator_function(put_in_order, held))
    # To try the same schema twice at each level of lists in lists would take exponential time.
    return [later] if is_nested else [schema, later]


def _refuse(value: Any) -> None:
    raise ValueError


def _wrapped_list(schema: Schema, rows: shapes.Rows, wrapper: str, place: Place) -> Schema:
    """The list inside ``{"client": [...]}``; what else the wrapper holds is kept."""

    def unwrap(
        value: Any, validate: core.ValidatorFunctionWrapHandler, info: core.ValidationInfo
    ) -> Any:
        rest = shapes.without(wrapper, exact(value, info))
        inner = value if rest is None else value[wrapper]
        try:
            ordered = rows.in_order(inner)
        except ValueError:
            return place.note(Odd(value, [], "a list"), info)
        items = validate(ordered)
        if shapes.is_keyed(inner, ordered):
            if rest is None:
                return place.note(Odd(value, items), info)
            rest = value
        return place.note(Odd(rest, items, rest=True), info) if rest else items

    held = cast(core.CoreSchema, schema)
    alone = core.typed_dict_schema(
        {wrapper: core.typed_dict_field(held)}, extra_behavior="forbid", total=True
    )
    at_once = core.no_info_after_validator_function(itemgetter(wrapper), alone)
    otherwise = core.with_info_wrap_validator_function(unwrap, held)
    return _first_of("a list", [cast(Schema, at_once), cast(Schema, otherwise)])


def _types(schema: Schema) -> list[Schema]:
    """The schemas of the single types behind ``X | None`` and ``X | Y``."""
    if schema["type"] == "nullable":
        return _types(schema["schema"])
    if schema["type"] != "union":
        return [schema]
    choices: list[Any] = schema["choices"]
    return [
        single
        for choice in choices
        for single in _types(cast(Schema, choice[0] if isinstance(choice, tuple) else choice))
    ]
