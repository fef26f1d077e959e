"""Addresses, credentials and options: what is taken, and what is refused without repeating it."""

from __future__ import annotations

import asyncio
import hashlib
import re
import ssl
from typing import Any

import httpx
import pytest
from session_support import ADDRESS, CREDENTIALS, GET_INVOICES, Blocking, answer, server, write_json
from whmcs import TimeLimits, exceptions
from whmcs._runtime.clock import Clock
from whmcs._runtime.credentials import from_environment
from whmcs._runtime.options import Options
from whmcs._runtime.retry import Retry
from whmcs._runtime.session import AsyncSession, Session
from whmcs._runtime.setup import Setup


@pytest.mark.parametrize(
    ("address", "endpoint"),
    [
        ("https://host.example", "https://host.example/includes/api.php"),
        ("https://host.example/", "https://host.example/includes/api.php"),
        ("https://host.example/billing", "https://host.example/billing/includes/api.php"),
        ("https://host.example/billing//", "https://host.example/billing/includes/api.php"),
        ("https://host.example/billing/includes/api.php", "https://host.example/billing/includes/api.php"),
        ("https://host.example/billing/includes/api.php/", "https://host.example/billing/includes/api.php"),
        (" https://host.example:8443/a%20b\n", "https://host.example:8443/a%20b/includes/api.php"),
        ("http://localhost:8000", "http://localhost:8000/includes/api.php"),
        ("http://127.4.5.6", "http://127.4.5.6/includes/api.php"),
        ("http://[::1]:80/x", "http://[::1]/x/includes/api.php"),
        ("https://[2001:db8::7]:65535", "https://[2001:db8::7]:65535/includes/api.php"),
        ("https://host.example.", "https://host.example./includes/api.php"),
        ("https://10.0.0.1:8443", "https://10.0.0.1:8443/includes/api.php"),
    ],
)
def test_the_endpoint_is_below_the_address(address: str, endpoint: str) -> None:
    session = Session(address, CREDENTIALS)
    assert repr(session) == f"Session({endpoint}, identifier + secret)"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://canary:canary@host.example", "user name or a password"),
        ("https://canary@host.example", "user name or a password"),
        ("https://host.example/?identifier=canary", "end with its path"),
        ("https://host.example/#canary", "end with its path"),
        ("https://host.example?", "end with its path"),
        ("https://host.example:canary", "not a URL"),
        ("https://canary:can/ary@host.example", "not a URL"),
        ("canary.example", "not a URL"),
        ("ftp://canary.example", "not a URL"),
        ("https://", "not a URL"),
        ("", "not a URL"),
        ("https://can\x00ary", "not a URL"),
        ("https://canary.example:99999", "not a URL"),
        ("https://canary.example:-1", "not a URL"),
        ("https://canary..example", "not a URL"),
        ("https://can ary.example", "not a URL"),
        ("https://canary%2eexample", "not a URL"),
        ("https://canary.example\\canary", "not a URL"),
        ("https://can^ary|.example", "not a URL"),
        (f"https://canary{'a' * 60}.example", "not a URL"),
        (f"https://{'canary.' * 40}example", "not a URL"),
        ("http://canary.example", "https://"),
        ("http://127.0.0.1.canary.example", "https://"),
        ("http://localhost.canary", "https://"),
        ("http://0.0.0.0", "https://"),
        ("http://a.localhost", "https://"),
        ("http://localhost.canary.example", "https://"),
        ("http://127.0.0.1.nip.io", "https://"),
        ("http://127.1", "https://"),
        ("http://2130706433", "https://"),
        ("http://0x7f.1", "https://"),
        ("http://127.0.0.1.", "https://"),
        ("http://[::ffff:10.0.0.1]", "https://"),
        ("http://[::]", "https://"),
        ("http://10.0.0.1", "https://"),
    ],
)
def test_other_addresses_are_refused_without_repeating_them(address: str, reason: str) -> None:
    with pytest.raises(exceptions.ConfigurationError, match=reason) as caught:
        Session(address, CREDENTIALS)
    assert "canary" not in str(caught.value)


def test_plain_http_is_for_those_who_ask_for_it() -> None:
    session = Session("http://10.0.0.1", CREDENTIALS, Options(allow_http=True))
    assert "http://10.0.0.1/includes/api.php" in repr(session)


@pytest.mark.parametrize(
    ("credentials", "reason"),
    [
        ({}, "no credentials: give identifier and secret"),
        ({"identifier": None, "secret": None}, "no credentials"),
        ({"identifier": "canary"}, "secret is missing"),
        ({"secret": "canary"}, "identifier is missing"),
        ({"identifier": "", "secret": "canary"}, "identifier is empty"),
        ({"identifier": 5, "secret": "canary"}, "identifier is not text"),
        ({"identifier": "i", "secret": "canary\n"}, "secret holds a line break"),
        ({"identifier": "i", "secret": "canary\ud800"}, "secret holds"),
        ({"identifier": "i", "username": "canary"}, "two ways to sign in"),
        ({"accesskey": "canary"}, "no credentials"),
        ({"username": "u", "password": "canary"}, "legacy_login=True"),
    ],
)
def test_credentials_are_one_complete_scheme(credentials: dict[str, Any], reason: str) -> None:
    with pytest.raises(exceptions.ConfigurationError, match=reason) as caught:
        Session(ADDRESS, credentials)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    "timeout",
    [
        *(0, -1, float("nan"), float("inf"), True, "5", 86_400.1, 1e10, 10**400, 2**31),
        *(httpx.Timeout(1e10), httpx.Timeout(5, read=10**400), httpx.Timeout(5, pool=1e7)),
        *(TimeLimits(5, total=1e10), TimeLimits(httpx.Timeout(None), total=10**400), TimeLimits(5, total=0)),
    ],
)
def test_what_is_no_timeout_is_refused(timeout: Any) -> None:
    with pytest.raises(exceptions.ConfigurationError, match="timeout"):
        Options(timeout=timeout)
    caller = Blocking(answer({"result": "success"}))
    with pytest.raises(exceptions.ConfigurationError, match="timeout"):
        caller.call(GET_INVOICES, {}, timeout=timeout)
    assert caller.sent == []


@pytest.mark.parametrize(
    "timeout", [86_400, TimeLimits(86_400, total=432_000), TimeLimits(httpx.Timeout(None), total=432_000)], ids=repr
)
def test_the_longest_timeout_fits_a_real_connection(timeout: Any) -> None:
    async def call() -> None:
        async with AsyncSession(address, CREDENTIALS, Options(timeout=timeout)) as session:
            await session.call(GET_INVOICES, {})

    with server(lambda handler, _: write_json(handler, {"result": "success"})) as address:
        with Session(address, CREDENTIALS, Options(timeout=timeout)) as session:
            session.call(GET_INVOICES, {})
        asyncio.run(call())


def test_a_wait_that_is_longer_than_a_platform_can_sleep_is_slept_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    Clock().sleep(3 * 86_400 + 0.5)
    assert slept == [86_400, 86_400, 86_400, 0.5]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("rate_limit", 0),
        ("rate_limit", float("nan")),
        ("rate_limit", "x"),
        ("rate_limit", True),
        ("concurrency", 0),
        ("concurrency", 1.5),
        ("concurrency", "2"),
        ("retries", -1),
        ("retries", 1.5),
        ("retries", "2"),
        ("retries", None),
        ("retries", True),
        ("hook", "print"),
        ("user_agent", "x\r\nSecret: y"),
        ("user_agent", 3),
        ("user_agent", b"x"),
        ("strict", "no"),
        ("allow_http", 1),
        ("legacy_login", None),
        ("timeout", None),
        ("timeout", [5]),
    ],
    ids=str,
)
def test_options_are_checked_and_named(name: str, wrong: Any) -> None:
    with pytest.raises(exceptions.ConfigurationError, match=rf"^{name} is not|^{name} cannot"):
        Options(**{name: wrong})


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("retries", "x"),
        ("first_delay", "x"),
        ("first_delay", float("nan")),
        ("longest_delay", True),
        ("longest_request", None),
        ("statuses", [503]),
        ("statuses", {"503"}),
        ("after_timeout", "yes"),
    ],
    ids=str,
)
def test_so_is_a_policy_for_retries(name: str, wrong: Any) -> None:
    with pytest.raises(exceptions.ConfigurationError, match=f"^{name} is not"):
        Retry(**{name: wrong})


ENVIRONMENT = {"WHMCS_URL": ADDRESS, "WHMCS_IDENTIFIER": "i", "WHMCS_SECRET": "s"}
LEGACY = {"WHMCS_URL": ADDRESS, "WHMCS_USERNAME": "u", "WHMCS_PASSWORD": "p"}


@pytest.mark.parametrize(
    ("environ", "legacy", "names"),
    [
        (ENVIRONMENT, False, ["identifier", "secret"]),
        ({**ENVIRONMENT, "WHMCS_ACCESS_KEY": "k"}, False, ["identifier", "secret", "accesskey"]),
        ({**ENVIRONMENT, "WHMCS_ACCESS_KEY": ""}, False, ["identifier", "secret"]),
        ({**ENVIRONMENT, **LEGACY}, False, ["identifier", "secret"]),
        ({**ENVIRONMENT, **LEGACY}, True, ["identifier", "secret"]),
        (LEGACY, True, ["username", "password"]),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, dict) else str(value),
)
def test_address_and_credentials_come_from_the_environment(
    environ: dict[str, str], legacy: bool, names: list[str]
) -> None:
    address, credentials = from_environment(legacy_login=legacy, environ=environ)
    assert list(credentials) == names
    session = Session(address, credentials, Options(legacy_login=legacy))
    assert repr(session) == f"Session({ADDRESS}/includes/api.php, {names[0]} + {names[1]})"


@pytest.mark.parametrize(
    ("environ", "missing"),
    [
        ({}, "WHMCS_URL, WHMCS_IDENTIFIER, WHMCS_SECRET"),
        ({**ENVIRONMENT, "WHMCS_SECRET": ""}, "WHMCS_SECRET"),
        ({**ENVIRONMENT, "WHMCS_URL": ""}, "WHMCS_URL"),
        (LEGACY, "WHMCS_IDENTIFIER, WHMCS_SECRET"),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, dict) else value,
)
def test_what_is_missing_in_the_environment_is_named(environ: dict[str, str], missing: str) -> None:
    with pytest.raises(exceptions.ConfigurationError) as caught:
        from_environment(environ=environ)
    assert str(caught.value) == f"not set in the environment: {missing}"


def signed(credentials: dict[str, str | None], **options: Any) -> dict[str, str]:
    caller = Blocking(answer({"result": "success"}))
    client = httpx.Client(transport=httpx.MockTransport(caller._recorded(answer({"result": "success"}))))
    Session(ADDRESS, credentials, Options(**options), client).call_untyped("X", {}, effect="read")
    (form,) = caller.forms()
    return form


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("SSL_CERT_FILE", "/nonexistent/ca.pem", "No such file"),
        ("HTTPS_PROXY", "foo://proxy.example:1", "address of a proxy"),
        ("HTTPS_PROXY", "http://ada:s3cret@proxy.example:port", "address of a proxy"),
        ("HTTPS_PROXY", "http://ada:s3cr#et@proxy.example:1", "address of a proxy"),
        ("HTTPS_PROXY", "http://ada:s3cr/et@proxy.example:1", "address of a proxy"),
        ("ALL_PROXY", "foo://ad#a:s3cret@proxy.example:1", "address of a proxy"),
        ("HTTPS_PROXY", "http://ada:s3cr\x01et@proxy.example:1", "address of a proxy"),
        ("NO_PROXY", "http://ada:s3cret@proxy.example:port", "NO_PROXY"),
    ],
)
@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_an_environment_that_no_client_can_be_made_of_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, reason: str, asynchronous: bool
) -> None:
    monkeypatch.setenv(name, value)

    async def call() -> None:
        await AsyncSession(ADDRESS, CREDENTIALS).call(GET_INVOICES, {})

    with pytest.raises(exceptions.ConfigurationError, match=reason) as caught:
        asyncio.run(call()) if asynchronous else Session(ADDRESS, CREDENTIALS).call(GET_INVOICES, {})
    assert "correct the proxies and certificates" in str(caught.value)
    assert not re.search("s3cr|ada|x01", str(caught.value))
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    ("address", "loads"),
    [
        ("http://127.0.0.1:1", False),
        ("http://localhost/billing", False),
        ("http://[::1]:8080", False),
        ("https://127.0.0.1:1", True),
        ("https://billing.example", True),
        ("http://billing.example", True),  # by a proxy, whose own certificate counts
    ],
)
def test_certificates_are_loaded_where_a_call_may_need_them(address: str, loads: bool) -> None:
    verify = Setup(address, CREDENTIALS, Options(allow_http=True), Clock()).certificates()
    if loads:
        assert verify is True
    else:
        assert isinstance(verify, ssl.SSLContext)
        assert (verify.get_ca_certs(), verify.verify_mode) == ([], ssl.CERT_REQUIRED)


def test_the_access_key_goes_beside_the_credentials() -> None:
    form = signed({"identifier": "i", "secret": "s", "accesskey": "key"})
    assert form == {"action": "X", "identifier": "i", "secret": "s", "accesskey": "key", "responsetype": "json"}


def test_an_empty_access_key_is_none() -> None:
    assert "accesskey" not in signed({"identifier": "i", "secret": "s", "accesskey": ""})


def test_the_legacy_login_sends_the_md5_of_the_password() -> None:
    form = signed({"username": "admin", "password": "pässwörd"}, legacy_login=True)
    assert form["username"] == "admin"
    assert form["password"] == hashlib.md5("pässwörd".encode()).hexdigest()
