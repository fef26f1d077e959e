"""What an error message means: the rules of the dialect, beside what people see in ``cases/error-classes.txt``."""

from __future__ import annotations

import inspect
import re
from functools import cache

import httpx
import pytest
from real_specs import ROOT, api, documented_operations, group_of
from whmcs import Whmcs
from whmcs.exceptions import (
    ApiError,
    AuthenticationError,
    InvalidParameterError,
    IpNotAllowedError,
    NotFoundError,
    PermissionDeniedError,
    UnavailableError,
)

from generator.naming import Words

CLASSES = {
    "Authentication": AuthenticationError,
    "IpNotAllowed": IpNotAllowedError,
    "Permission": PermissionDeniedError,
    "Unavailable": UnavailableError,
    "NotFound": NotFoundError,
    "InvalidParameter": InvalidParameterError,
    "General": ApiError,
}


@cache
def judged() -> dict[str, str]:
    """The class of each message, as people see it."""
    found: dict[str, str] = {}
    kind = ""
    for line in (ROOT / "tests/cases/error-classes.txt").read_text().splitlines():
        if not line.startswith("    "):
            kind = line if line in CLASSES else kind
        elif not line.lstrip().startswith("#"):
            assert line[4:] not in found, f"twice: {line[4:]}"
            found[line[4:]] = kind
    return found


def documented() -> set[str]:
    return {message for operation in documented_operations().values() for message in operation.errors}


def test_every_documented_message_is_judged():
    unjudged = sorted(documented() - judged().keys())
    assert not unjudged, f"put these under the class that they should get in tests/cases/error-classes.txt: {unjudged}"


def test_general_errors_are_the_exception():
    general = [message for message in documented() if judged()[message] == "General"]
    assert len(general) < len(documented()) / 5


def test_every_message_is_of_the_class_that_people_see_in_it():
    found = {message: next((kind for kind, rule in rules() if rule.search(message)), "General") for message in judged()}
    wrong = {
        message: f"is {kind}, not {judged()[message]}" for message, kind in found.items() if kind != judged()[message]
    }
    assert not wrong


def rules() -> list[tuple[str, re.Pattern[str]]]:
    return [(rule.kind, re.compile(rule.match, re.IGNORECASE)) for rule in api().wire.errors]


def test_every_rule_is_the_first_that_fits_some_message():
    deciding = {next((rule.pattern for _, rule in rules() if rule.search(message)), None) for message in judged()}
    assert not {rule.pattern for _, rule in rules()} - deciding


def test_the_rules_mean_the_same_to_every_language():
    # Go and Rust know no look-around, back-references or possessive quantifiers; JavaScript writes some otherwise.
    beyond = re.compile(r"\(\?(?!P<[a-z]+>|:)|\\(?![bdsw.\\()\[\]])|[*+?}]\+|\[\[:")
    assert not [rule.match for rule in api().wire.errors if beyond.search(rule.match)]


@pytest.fixture(scope="module")
def failing() -> Whmcs:
    """A client whose every call fails, with the text of its parameter as the message."""

    def respond(request: httpx.Request) -> httpx.Response:
        message = httpx.QueryParams(request.content.decode())["text"]
        return httpx.Response(403, json={"result": "error", "message": message})

    client = httpx.Client(transport=httpx.MockTransport(respond))
    return Whmcs("https://billing.example.com", identifier="i", secret="s", http_client=client)


@pytest.mark.parametrize("change", [str, str.upper, str.lower], ids=["as documented", "upper case", "lower case"])
def test_the_client_raises_that_class(failing: Whmcs, change: type[str]):
    wrong = {}
    for message, kind in judged().items():
        with pytest.raises(ApiError) as caught:
            failing.call("Anything", {"text": change(message)})
        if type(caught.value) is not CLASSES[kind]:
            wrong[message] = f"raises {type(caught.value).__name__}, not {kind}"
    assert not wrong


def test_docstrings_name_that_class(failing: Whmcs):
    words = Words(api().words)
    for action, operation in documented_operations().items():
        group = getattr(failing, words.snake(group_of()[action]))
        doc = inspect.getdoc(getattr(group, words.snake(action))) or ""
        raised = doc.partition("Raises:\n")[2].partition("\n\n")[0]
        items = dict(re.findall(r"^    (\w+): (.*(?:\n     .*)*)", raised, re.MULTILINE))
        found = {name: " ".join(text.split()) for name, text in items.items()}
        for message in operation.errors:
            name, words_of_it = CLASSES[judged()[message]].__name__, " ".join(message.split())
            assert f'"{words_of_it}"' in found[name], f"{action}: {message}"


def test_what_a_message_names_is_handed_over(failing: Whmcs):
    with pytest.raises(IpNotAllowedError) as address:
        failing.call("Anything", {"text": "Invalid IP: 2001:db8::7"})
    assert address.value.ip == "2001:db8::7"
    with pytest.raises(PermissionDeniedError) as action:
        failing.call("Anything", {"text": 'Invalid Permissions: API action "getclients" is not allowed'})
    assert action.value.denied_action == "getclients"


# Texts of registrars and servers, which only look like WHMCS's own.
@pytest.mark.parametrize(
    "message",
    [
        "Access denied for user 'root'@'localhost' (using password: NO)",
        "create failed: permission denied (publickey)",
        "login to the server failed: Authentication failed",
        "cURL error 28: timed out",
        "The backup store answers: Invalid Access Key",
        'An unexpected error occurred: Class "Foo" not found',
        "Client Delete Failed: record does not exist",
        "Failed to deactivate: the value is missing",
        "Module Configuration Update Failed: API key is required",
        "Error Deleting Remote Pay Method: customer not found",
        "Error Creating Remote Token: Your card number is invalid",
        "Token could not be provisioned: invalid scope",
        "Order must be in status active",
        "",
    ],
)
def test_texts_of_other_systems_are_errors_in_general(failing: Whmcs, message: str):
    with pytest.raises(ApiError) as caught:
        failing.call("Anything", {"text": message})
    assert type(caught.value) is ApiError
