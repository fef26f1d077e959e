"""The base of all models: read leniently, unknown fields kept, sensitive values never shown.

Where a response holds what its documentation does not say, nothing of it is lost:

    invoice.total         a value of the declared type, or None
    invoice.unparsed      what could not be read, as it was sent: {"total": "$5.95 USD"}
    invoice.model_extra   fields that nobody documents, as they were sent

Annotations are evaluated here, without the ``__future__`` import: pydantic would do it anew for
each model.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, ClassVar, Final, Self, TypeGuard, cast, get_args

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema
from pydantic_core import core_schema as core

from . import json_text, shapes
from .leniency import ANYTHING, Place, exact, lenient
from .scalars import Schema
from .secret import STARS, is_secret

# Where pydantic keeps private attributes, and copies, compares and pickles them with the model.
UNPARSED: Final = "_unparsed"


class Model(BaseModel):
    """Something that the server answers.

    wire_wrappers:   wire name of a list -> the key inside it: "item" of {"items": {"item": [...]}}
    wire_sensitive:  wire names whose values no repr and no pickle holds; some never are
    wire_flattened:  wire name of an object whose fields older servers send beside it
    wire_actions:    wire name of a field -> the only actions that send it
    """

    model_config = ConfigDict(
        extra="allow",
        populate_by_name=True,
        defer_build=True,
        protected_namespaces=(),
        hide_input_in_errors=True,
    )

    wire_wrappers: ClassVar[Mapping[str, str]] = {}
    wire_sensitive: ClassVar[frozenset[str]] = frozenset()
    wire_flattened: ClassVar[str | None] = None
    wire_actions: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    @property
    def unparsed(self) -> dict[str, Any]:
        """What could not be read, as it was sent, by wire name. Empty for a regular response.

        ``total`` is a field; ``ids[1]`` was left out of a list, ``pricing[USD]`` out of a map;
        ``clients.total`` stood beside the list in its wrapper. A list that came as an object with
        other keys than 0, 1, 2 is here whole: ``clients`` or ``clients.client`` {"12": ...}, and so
        is one with a key around it that is not documented: {"active": [...]}.
        """
        private = self.__pydantic_private__ or {}
        return cast(dict[str, Any], private.get(UNPARSED, {}))

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """As ``model_validate`` of the document, whose numbers keep their digits."""
        try:
            document = json_text.loads(json_data)
        except ValueError:
            return super().model_validate_json(json_data, **options)  # it says what is wrong
        return cls.model_validate(document, **options)

    @classmethod
    def wire_hides(cls, wire: str) -> bool:
        """Whether values of that wire name, or that key of ``unparsed``, are never shown.

        What is no field of its own may belong to an object inside: their names count for it.
        """
        first, *others = wire.replace("[", ".").replace("]", ".").split(".")
        if any(map(is_secret, (first, *others))) or {first, wire} & cls.wire_sensitive:
            return True
        inner = sensitive_names(cls)
        unknown = (each for each in (first, wire) if each not in _known_names(cls))
        return bool(inner) and any(name.casefold() in inner for name in (*others, *unknown))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema = handler(source)
        # A class that is built already is only referred to.
        if schema["type"] == "model" and schema["cls"] is cls:
            _make_lenient(cls, cast(Schema, schema))
        return schema

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        wire_names = wire_names_of(type(self))
        for name, value in super().__repr_args__():
            yield name, self._shown(wire_names.get(name or "", name or ""), value)
        if self.unparsed:
            yield "unparsed", {key: self._shown(key, raw) for key, raw in self.unparsed.items()}

    def _shown(self, wire: str, value: Any) -> Any:
        if value and self.wire_hides(wire):
            return _STARS
        return starred(value, sensitive_names(type(self)))

    def __getstate__(self) -> dict[Any, Any]:
        """What a pickle holds: no sensitive value. A copy (``copy``, ``model_copy``) is whole."""
        state = super().__getstate__()
        fields, extra = state["__dict__"], state["__pydantic_extra__"]
        state["__dict__"] = {name: self._stored(name, value) for name, value in fields.items()}
        state["__pydantic_extra__"] = self._safe(extra or {})
        if self.unparsed:
            private = {**state["__pydantic_private__"], UNPARSED: self._safe(self.unparsed)}
            state["__pydantic_private__"] = private
        return state

    def _stored(self, name: str, value: Any) -> Any:
        field = type(self).model_fields.get(name)
        if field is None or not self.wire_hides(field.alias or name):
            return stripped(value, sensitive_names(type(self)))
        return None if field.is_required() else field.get_default(call_default_factory=True)

    def _safe(self, raw: Mapping[str, Any]) -> dict[str, Any]:
        names = sensitive_names(type(self))
        return {
            key: stripped(value, names) for key, value in raw.items() if not self.wire_hides(key)
        }


# Names that no field may have: a field ``json`` would hide ``Model.json``. Beside these, pydantic
# takes no field whose name begins with an underscore.
RESERVED: Final = frozenset(dir(Model))


class _Stars:
    def __repr__(self) -> str:
        return STARS


_STARS: Final = _Stars()


def starred(value: Any, names: frozenset[str] = frozenset(), levels: int = 30) -> Any:
    """Plain data to be shown: stars for the values of sensitive names, dots where it is too deep.

    ``names``, in small letters, are those that are sensitive beside the dialect's.
    """
    if not isinstance(value, list | dict):
        return value
    if not levels:
        return ...
    if shapes.is_array(value):
        return [starred(item, names, levels - 1) for item in value]
    return {
        key: _STARS if item and _is_named(key, names) else starred(item, names, levels - 1)
        for key, item in cast(dict[str, Any], value).items()
    }


def stripped(value: Any, names: frozenset[str]) -> Any:
    """Plain data without the sensitive names in it: the dialect's, and ``names``."""
    if shapes.is_array(value):
        return [stripped(item, names) for item in value]
    if not shapes.is_object(value):
        return value
    return {key: stripped(item, names) for key, item in value.items() if not _is_named(key, names)}


def _is_named(key: str, names: frozenset[str]) -> bool:
    return is_secret(key) or key.casefold() in names


@cache
def sensitive_names(annotation: Any) -> frozenset[str]:
    """The names, in small letters, that models in an annotation declare as sensitive, at any depth."""
    names: set[str] = set()
    seen: set[Any] = set()
    waiting = [annotation]
    while waiting:
        each = waiting.pop()
        if is_model(each) and each not in seen:
            seen.add(each)
            declared: frozenset[str] = getattr(each, "wire_sensitive", frozenset())
            names.update(map(str.casefold, declared))
            waiting += [field.annotation for field in each.model_fields.values()]
        else:
            waiting += get_args(each)
    return frozenset(names)


@cache
def wire_names_of(model: type[BaseModel]) -> Mapping[str, str]:
    """Attribute -> name on the wire, of each field."""
    return {name: field.alias or name for name, field in model.model_fields.items()}


@cache
def _known_names(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(wire_names_of(model).values())


def is_model(annotation: Any) -> TypeGuard[type[BaseModel]]:
    """Whether the annotation is a model and nothing else."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The first model in an annotation: Client of ``list[Client]``."""
    if is_model(annotation):
        return annotation
    return next(filter(None, map(model_in, get_args(annotation))), None)


def names_in(annotation: Any) -> frozenset[str]:
    """The wire names of the fields of the first model in an annotation."""
    model = model_in(annotation)
    return frozenset() if model is None else _known_names(model)


def _make_lenient(cls: type[Model], schema: Schema) -> None:
    """Rewrites the fields of the model's schema, in place."""
    holder = schema
    while holder["schema"]["type"] != "model-fields":  # inside of the validators of a subclass
        holder = holder["schema"]
    declared: dict[str, Schema] = holder["schema"]["fields"]
    fields = {name: _lenient_field(cls, name, field) for name, field in declared.items()}
    extras = {"extras_schema": ANYTHING} if cls.model_config.get("extra") == "allow" else {}
    holder["schema"] = {**holder["schema"], "fields": fields, **extras}
    if cls.wire_flattened is not None:
        nest = _nester(cls, cls.wire_flattened)
        holder["schema"] = core.with_info_before_validator_function(nest, holder["schema"])


def _lenient_field(cls: type[Model], name: str, field: Schema) -> Schema:
    wire = field.get("validation_alias", name)
    schema = field["schema"]
    if schema["type"] != "default":  # not even what is documented as required is always sent
        empty = {"list": list[Any], "dict": dict[Any, Any]}.get(schema["type"], type(None))
        schema = {"type": "default", "schema": schema, "default_factory": empty}
    place = Place(
        cls,
        name,
        # Asked for when it is first needed: the annotation may name a class that is not there yet.
        names=lambda: names_in(cls.model_fields[name].annotation),
        wrapper=cls.wire_wrappers.get(wire) if isinstance(wire, str) else None,
    )
    return {**field, "schema": lenient(schema, place)}


def _nester(cls: type[Model], wire: str) -> Callable[[Any, ValidationInfo], Any]:
    """Puts the fields of the object ``wire`` into it, where they stand beside it."""

    @cache
    def inner() -> frozenset[str]:
        attribute = next(name for name, known in wire_names_of(cls).items() if known == wire)
        return names_in(cls.model_fields[attribute].annotation)

    def nest(data: Any, info: ValidationInfo) -> Any:
        if not shapes.is_object(exact(data, info)):
            return data
        return shapes.nested(data, wire, inner(), _known_names(cls))

    return nest
