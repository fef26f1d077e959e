"""Wire names -> words -> identifiers."""

from __future__ import annotations

import keyword
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.naming import Words, identifier, singular

WORDS = Words(["OAuth", "WHMCS"])
# What specs of strangers call things.
HOSTILE = ["", " ", "__class__", "../../x", "a b", "😀", "größe", "1st", "-", "a\nb", '"""', "{{ x }}", "x" * 10_000]
names = st.text() | st.text("abcABC019_-./") | st.sampled_from(HOSTILE)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("GetClientsDetails", "Get Clients Details"),
        ("getClientsDetails", "get Clients Details"),
        ("GetTLDPricing", "Get TLD Pricing"),
        ("GetTLD", "Get TLD"),
        ("ListOAuthCredentials", "List OAuth Credentials"),
        ("WHMCSDetails", "WHMCS Details"),
        ("WhmcsDetails", "Whmcs Details"),
        ("HTML5Page", "HTML5 Page"),
        ("tax2", "tax2"),
        ("ns1Host", "ns1 Host"),
        ("email_preferences[general]", "email preferences general"),
        ("product-url", "product url"),
        ("clients.list", "clients list"),
        ("2fa", "2 fa"),
        ("__class__", "class"),
        ("", ""),
        ("😀", ""),
    ],
)
def test_a_name_is_split_where_people_see_words(name: str, words: str) -> None:
    assert " ".join(WORDS.split(name)) == words


def test_words_are_put_into_a_case_last() -> None:
    assert WORDS.snake("GetTLDPricing") == "get_tld_pricing"
    assert WORDS.upper_snake("ListOAuthCredentials") == "LIST_OAUTH_CREDENTIALS"
    assert WORDS.pascal("invoice_items") == "InvoiceItems"
    assert WORDS.pascal("GetTLDPricing") == "GetTLDPricing"
    assert WORDS.pascal("ListOAuthCredentials") == "ListOAuthCredentials"


def test_the_longest_of_the_known_words_wins() -> None:
    assert Words(["QR", "QRCode"]).split("getQRCodeURL") == ("get", "QRCode", "URL")


def test_known_words_are_no_regular_expressions() -> None:
    assert Words(["C++", "."]).split("MyC++Lib") == ("My", "C++", "Lib")


@given(names)
def test_no_letter_and_no_digit_is_lost(name: str) -> None:
    kept = re.sub(r"[^A-Za-z0-9]", "", name)
    assert "".join(WORDS.split(name)) == kept
    assert WORDS.snake(name).replace("_", "") == WORDS.pascal(name).lower() == kept.lower()


@pytest.mark.parametrize(
    ("name", "escaped"),
    [
        ("clientid", "clientid"),
        ("product-url", "product_url"),
        ("2fa", "x2fa"),
        ("class", "class_"),
        ("__class__", "x__class__"),
        ("_private", "x_private"),
        ("../../x", "x______x"),
        ("größe", "größe"),
        ("gro\u0308\u00dfe", "größe"),
        ("имя-2", "имя_2"),
        ("名前", "名前"),
        ("\ufb01le", "file"),
        ("x²", "x2"),
        ("a\u0301\u0301", "á\u0301"),
        ("कि-का", "कि_का"),
        ("\u0308a", "ẍa"),
        ("٢", "x٢"),
        ("😀", "x_"),
        ("", "x"),
    ],
)
def test_one_mechanical_escape(name: str, escaped: str) -> None:
    assert identifier(name, keyword.kwlist) == escaped


def test_an_escaped_name_that_is_reserved_too_is_escaped_again() -> None:
    assert identifier("class", {"class", "class_"}) == "class__"


@given(names, st.sets(names))
def test_the_escape_always_gives_an_identifier(name: str, reserved: set[str]) -> None:
    found = identifier(name, reserved)
    assert found.isidentifier()
    assert found == unicodedata.normalize("NFKC", found)
    assert not found.startswith("_")
    assert found not in reserved


@given(st.from_regex(r"[A-Za-z][A-Za-z0-9_]*", fullmatch=True))
def test_an_identifier_is_left_alone(name: str) -> None:
    assert identifier(name, ()) == name


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("items", "item"),
        ("categories", "category"),
        ("addresses", "address"),
        ("statuses", "status"),
        ("warehouses", "warehouse"),
        ("taxes", "tax"),
        ("branches", "branch"),
        ("InvoiceItems", "InvoiceItem"),
        ("status", "status"),
        ("address", "address"),
        ("basis", "basis"),
        ("data", "data"),
        ("s", "s"),
        ("", ""),
    ],
)
def test_the_singular_of_a_list(plural: str, expected: str) -> None:
    assert singular(plural) == expected
