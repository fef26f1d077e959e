"""What may be given and how it is written: form.json, requirements.json, form_names.json, php_serialize.json."""

from __future__ import annotations

import base64
from typing import Any

from whmcs._runtime import form as forms
from whmcs._runtime import php
from whmcs._runtime.misfit import Misfit
from whmcs._runtime.requirements import broken
from wire_support import operation, param, requirement, untag

from .expect import raised, same, tells

_ERRORS = {"type": TypeError, "value": ValueError}


def form(vector: dict[str, Any]) -> None:
    """Parameters and the variables of the form, in order, or the error."""
    action = operation(*(param(row) for row in vector["params"]))
    values, extra = untag(vector["values"]), untag(vector.get("extra"))
    if "error" not in vector:
        same(forms.encode(action, values, extra), [tuple(pair) for pair in vector["form"]], "form")
        return
    error = raised(_ERRORS[vector["error"]], lambda: forms.encode(action, values, extra), "form")
    same(str(error)[:6], "DoIt: ", "beginning of the message")
    tells(str(error), vector["says"], [vector["hides"]] if "hides" in vector else [], "the message")


def requirements(vector: dict[str, Any]) -> None:
    """The rules that values break."""
    rules = tuple(requirement(row) for row in vector["requires"])
    action = operation(*(param(row) for row in vector["params"]), requires=rules)
    found = [[each.kind, [*each.names], each.words] for each in broken(action, untag(vector["values"]))]
    same(found, vector["broken"], "broken")


def form_names(vector: dict[str, Any]) -> None:
    """Whether PHP reads a name as it is written."""
    same(php.readable_name(vector["wire"]), vector["readable"], "readable")


def php_serialize(vector: dict[str, Any]) -> None:
    """A value in PHP's own form, or the error."""
    value = untag(vector["value"])
    if "error" in vector:
        misfit = raised(Misfit, lambda: php.serialize(value), "serialized")
        same(misfit.kind, _ERRORS[vector["error"]], "kind of error")
        return
    expected = (
        vector["serialized"].encode() if "serialized" in vector else base64.b64decode(vector["serialized_base64"])
    )
    same(php.serialize(value), expected, "serialized")
