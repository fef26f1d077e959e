"""Requests by the vectors: tests/wire/form.json, requirements.json, form_names.json, php_serialize.json."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from whmcs._runtime import form, php
from whmcs._runtime.misfit import Misfit
from whmcs._runtime.requirements import broken
from wire_support import operation, param, requirement, untag, vectors

ERRORS = {"type": TypeError, "value": ValueError}


@pytest.mark.parametrize("vector", vectors("form.json"))
def test_form(vector: dict[str, Any]) -> None:
    action = operation(*(param(row) for row in vector["params"]))
    values, extra = untag(vector["values"]), untag(vector.get("extra"))
    if "error" not in vector:
        assert form.encode(action, values, extra) == [tuple(pair) for pair in vector["form"]]
        return
    with pytest.raises(ERRORS[vector["error"]]) as caught:
        form.encode(action, values, extra)
    message = str(caught.value)
    assert message.startswith("DoIt: ")
    assert [word for word in vector["says"] if word not in message] == []
    assert vector.get("hides", "no such text") not in message


@pytest.mark.parametrize("vector", vectors("requirements.json"))
def test_requirements(vector: dict[str, Any]) -> None:
    action = operation(
        *(param(row) for row in vector["params"]), requires=tuple(requirement(row) for row in vector["requires"])
    )
    found = [[each.kind, [*each.names], each.words] for each in broken(action, untag(vector["values"]))]
    assert found == vector["broken"]


@pytest.mark.parametrize("vector", vectors("form_names.json"))
def test_names_that_php_reads_as_they_are_written(vector: dict[str, Any]) -> None:
    assert php.readable_name(vector["wire"]) is vector["readable"]


@pytest.mark.parametrize("vector", vectors("php_serialize.json"))
def test_php_serialize(vector: dict[str, Any]) -> None:
    if "error" in vector:
        with pytest.raises(Misfit) as caught:
            php.serialize(untag(vector["value"]))
        assert caught.value.kind is ERRORS[vector["error"]]
        return
    expected = (
        vector["serialized"].encode() if "serialized" in vector else base64.b64decode(vector["serialized_base64"])
    )
    assert php.serialize(untag(vector["value"])) == expected
