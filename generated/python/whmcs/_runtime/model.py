"""The base of all models: lenient reading, unknown fields kept, sensitive values never shown.

total      a value in its declared type, or None
unparsed   what could not be read, as it was sent: {"total": "$5.95 USD"}
model_extra  fields that the package does not know, as they were sent
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, ClassVar, Final, cast, get_args

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema
from pydantic_core import core_schema as core

from .. import _dialect as dialect
from . import leniency, shapes
from .leniency import Place, Schema
from .secret import STARS

UNPARSED: Final = "_unparsed"


class Model(BaseModel):
    """Something that the server answers.

    wire_wrappers:   wire name of a list -> the key inside it: {"items": "item"} for {"items": {"item": [...]}}
    wire_sensitive:  wire names whose values no repr, str or pickle shows, beside those that never may
    wire_flattened:  wire name of an object whose fields older servers send beside it
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

    @property
    def unparsed(self) -> dict[str, Any]:
        """Raw values that the declared types could not take, by wire name.

        ``total`` for a field, ``ids[1]`` for an item left out of a list, ``pricing[USD]`` for one
        of a map, ``clients.total`` for what stood beside the list in its wrapper. Empty for a
        regular response.
        """
        private = self.__pydantic_private__ or {}
        return cast(dict[str, Any], private.get(UNPARSED, {}))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        if schema["type"] == "model" and schema["cls"] is cls:
            _make_lenient(cls, cast(Schema, schema))
        return schema

    @classmethod
    def wire_hides(cls, wire: str) -> bool:
        """Whether values of that wire name, or that key of ``unparsed``, are never shown."""
        name = wire.partition("[")[0].partition(".")[0]
        return not {name, wire}.isdisjoint(cls.wire_sensitive | dialect.SENSITIVE)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        wire_names = wire_names_of(type(self))
        for name, value in super().__repr_args__():
            yield name, self._shown(wire_names.get(name or "", name or ""), value)
        if self.unparsed:
            yield "unparsed", {key: self._shown(key, raw) for key, raw in self.unparsed.items()}

    def _shown(self, wire: str, value: Any) -> Any:
        return _STARS if value and self.wire_hides(wire) else scrubbed(value, keep_keys=True)

    def __getstate__(self) -> dict[Any, Any]:
        """What a pickle holds: no sensitive value. A copy made by ``copy`` or ``model_copy`` is whole."""
        state = super().__getstate__()
        wire_names, fields = wire_names_of(type(self)), type(self).model_fields
        state["__dict__"] = {
            name: (
                fields[name].get_default(call_default_factory=True)
                if name in fields and self.wire_hides(wire_names[name])
                else scrubbed(value)
            )
            for name, value in state["__dict__"].items()
        }
        state["__pydantic_extra__"] = self._safe(state["__pydantic_extra__"] or {})
        if self.unparsed:
            state["__pydantic_private__"] = {
                **state["__pydantic_private__"],
                UNPARSED: self._safe(self.unparsed),
            }
        return state

    def _safe(self, raw: Mapping[str, Any]) -> dict[str, Any]:
        return {key: scrubbed(value) for key, value in raw.items() if not self.wire_hides(key)}


# Names that no field may have: a field ``json`` would hide ``Model.json``. Names that begin with an
# underscore are no fields to pydantic.
RESERVED: Final = frozenset(dir(Model))


@cache
def wire_names_of(model: type[BaseModel]) -> dict[str, str]:
    """Attribute -> name on the wire, of each field. Not to be changed."""
    return {name: field.alias or name for name, field in model.model_fields.items()}


class _Stars:
    def __repr__(self) -> str:
        return STARS


_STARS: Final = _Stars()


def scrubbed(value: Any, *, keep_keys: bool = False) -> Any:
    """Plain data without the values of sensitive names: left out, or with ``keep_keys`` shown as stars."""
    if isinstance(value, list):
        return [scrubbed(item, keep_keys=keep_keys) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _STARS if key in dialect.SENSITIVE and item else scrubbed(item, keep_keys=keep_keys)
        for key, item in value.items()
        if keep_keys or key not in dialect.SENSITIVE
    }


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The first model in an annotation: Client of ``list[Client]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(model_in, get_args(annotation))), None)


def place_of(
    owner: type[Any], name: str, annotation: Callable[[], Any], wrapper: str | None = None
) -> Place:
    """The place for values of an annotation, which is asked for when it is complete."""

    @cache
    def names() -> frozenset[str]:
        model = model_in(annotation())
        return frozenset() if model is None else frozenset(wire_names_of(model).values())

    return Place(owner, name, names, wrapper)


def _make_lenient(cls: type[Model], schema: Schema) -> None:
    """Rewrites the fields of the model's schema in place."""
    holder = schema
    while holder["schema"]["type"] != "model-fields":
        holder = holder["schema"]
    fields = {
        name: _lenient_field(cls, name, field) for name, field in holder["schema"]["fields"].items()
    }
    holder["schema"] = {**holder["schema"], "fields": fields}
    if cls.wire_flattened is not None:
        holder["schema"] = core.no_info_before_validator_function(
            _nester(cls, cls.wire_flattened), holder["schema"]
        )


def _lenient_field(cls: type[Model], name: str, field: Schema) -> Schema:
    wire = field.get("validation_alias", name)
    wrapper = cls.wire_wrappers.get(wire) if isinstance(wire, str) else None
    schema = field["schema"]
    if schema["type"] != "default":  # nothing that is documented as required is always sent
        empty: Callable[[], Any] = {"list": list, "dict": dict}.get(schema["type"], type(None))
        schema = {"type": "default", "schema": schema, "default_factory": empty}
    place = place_of(cls, name, lambda: cls.model_fields[name].annotation, wrapper)
    return {**field, "schema": leniency.lenient(schema, place)}


def _nester(cls: type[Model], wire: str) -> Callable[[Any], Any]:
    """Puts the fields of the object ``wire`` into it, where they stand beside it."""

    @cache
    def names() -> tuple[frozenset[str], frozenset[str]]:
        own = wire_names_of(cls)
        attribute = next(name for name, wire_name in own.items() if wire_name == wire)
        inner = model_in(cls.model_fields[attribute].annotation)
        return (
            frozenset() if inner is None else frozenset(wire_names_of(inner).values())
        ), frozenset(own.values())

    return lambda data: shapes.nested(data, wire, *names()) if isinstance(data, dict) else data
