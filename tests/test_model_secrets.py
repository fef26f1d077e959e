"""No text, error or pickle of a model shows a sensitive value."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
from model_support import Client, read
from pydantic import ValidationError

SECRETS = {
    "id": 1,
    "password": "hunter2",
    "unknown": {"cvv": "hunter2", "rows": [{"secret": "hunter2"}]},
    "client": {"pin": "hunter2", "codes": ["hunter2"], "keys": {"a": "hunter2"}, "password": "hunter2", "name": "Jo"},
    "odd": {"password": "hunter2"},
    "total": {"password": "hunter2"},
}


@pytest.fixture
def secretive() -> Any:
    answer = read(SECRETS)
    assert json.dumps(answer.model_dump(mode="json")).count("hunter2") == 8  # those who ask for the data have it
    return answer


def test_no_text_of_a_model_shows_sensitive_values(secretive: Any) -> None:
    for shown in (
        repr(secretive),
        str(secretive),
        f"{secretive}",
        f"{secretive!r:>9}",
        repr([secretive]),
        repr(secretive.client),
    ):
        assert "hunter2" not in shown
        assert "***" in shown
    assert "name='Jo'" in repr(secretive)


def test_data_that_is_too_deep_is_shown_in_part() -> None:
    deep: Any = "x"
    for _ in range(800):
        deep = [deep]
    assert "Ellipsis" in repr(read({"unknown": deep}))


def test_empty_sensitive_values_are_shown_as_empty() -> None:
    assert repr(Client(pin="", codes=[])).startswith("Client(id=None, name=None, status=None, pin='', codes=[]")


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickle_holds_no_sensitive_values(secretive: Any, protocol: int) -> None:
    pickled = pickle.dumps(secretive, protocol)
    assert b"hunter2" not in pickled
    restored = pickle.loads(pickled)
    assert (restored.id, restored.client.name) == (1, "Jo")
    assert (restored.client.pin, restored.client.codes, restored.client.keys) == (None, [], {})
    assert restored.unparsed == {"total": {}}
    assert secretive.client.pin == "hunter2"


def test_a_pickle_of_harmless_values_is_whole() -> None:
    answer = read({"id": 1, "total": "?", "new": [1], "items": {"item": [{"id": 3}]}})
    restored = pickle.loads(pickle.dumps(answer))
    assert restored == answer
    assert restored.unparsed == {"total": "?"}
    assert restored.model_fields_set == answer.model_fields_set


def test_copies_are_whole(secretive: Any) -> None:
    for copied in (copy.copy(secretive), copy.deepcopy(secretive), secretive.model_copy()):
        assert copied == secretive
        assert (copied.client.pin, copied.unparsed) == ("hunter2", secretive.unparsed)


def test_errors_of_models_made_by_hand_do_not_show_values() -> None:
    with pytest.raises(ValidationError) as caught:
        Client.model_validate({"pin": ["hunter2"]})
    assert "hunter2" not in str(caught.value)
