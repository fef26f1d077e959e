"""The vectors against the Python client: one function a file, which raises AssertionError where a vector does not hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from . import calls, requests, responses

Vector: TypeAlias = dict[str, Any]

CHECKS: Mapping[str, Callable[[Vector], None]] = {
    "answers.json": calls.answers,
    "body.json": responses.body,
    "decode_lists.json": responses.decode_lists,
    "decode_maps.json": responses.decode_maps,
    "decode_scalars.json": responses.decode_scalars,
    "envelope.json": responses.envelope,
    "errors.json": responses.errors,
    "form.json": requests.form,
    "form_names.json": requests.form_names,
    "paging.json": calls.paging,
    "php_serialize.json": requests.php_serialize,
    "requests.json": calls.requests,
    "requirements.json": requests.requirements,
    "retry.json": calls.retry,
}
