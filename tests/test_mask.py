"""Secrets in texts of servers: found in whichever spelling, in bounded time, and nothing else is taken for one."""

from __future__ import annotations

import html
import json
import time
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from whmcs._runtime.mask import Mask
from whmcs._runtime.spelling import spelled

SECRET = 'it\'s-s3cret "<b>" é&/\\+x'
CARD = "4111111111111111"


def addslashes(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\'\"" else letter for letter in text)


def htmlentities(text: str) -> str:
    return html.escape(text).replace("&#x27;", "&#039;").replace("é", "&eacute;")


SPELLINGS = {
    "as it is": str,
    "in capitals": str.upper,
    "addslashes": addslashes,
    "twice": lambda text: addslashes(addslashes(text)),
    "MySQL": lambda text: text.replace("'", "''").replace('"', '""'),
    "htmlspecialchars": lambda text: html.escape(text).replace("&#x27;", "&#039;"),
    "&#39;": lambda text: html.escape(text).replace("&#x27;", "&#39;"),
    "&apos;": lambda text: html.escape(text).replace("&#x27;", "&apos;"),
    "html.escape": html.escape,
    "htmlentities": htmlentities,
    "numeric entities": lambda text: "".join(each if each.isalnum() else f"&#{ord(each)};" for each in text),
    "rawurlencode": lambda text: quote(text, safe=""),
    "urlencode": quote_plus,
    "urlencode in small letters": lambda text: quote_plus(text).lower(),
    "json_encode": lambda text: json.dumps(text)[1:-1].replace("/", "\\/"),
    "JSON_UNESCAPED": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "JSON_HEX": lambda text: "".join(each if each in "its3crbx" else f"\\u{ord(each):04X}" for each in text),
    "repr": lambda text: repr(text)[1:-1],
    "JSON in HTML": lambda text: html.escape(json.dumps(text)[1:-1]),
    "HTML in a URL": lambda text: quote_plus(htmlentities(text)),
    "SQL in JSON": lambda text: json.dumps(addslashes(text))[1:-1],
    "URL in HTML in JSON": lambda text: json.dumps(html.escape(quote_plus(text)))[1:-1],
}


def words(text: str) -> list[str]:
    return [word for word in ("s3cret", "eacute", "00e9", "C3%A9", "é") if word.lower() in text.lower()]


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize(
    "around", ["{}", "before {} after", "query='{}'", '{{"message":"{}"}}', "x={}&y=1", "<b>{}</b>"]
)
def test_a_secret_is_masked_in_every_spelling(spelling: str, around: str) -> None:
    text = around.format(SPELLINGS[spelling](SECRET))
    masked = Mask([SECRET])(text)
    assert words(text)
    assert not words(masked), masked
    assert masked == around.format("***").replace("  ", " ")


@pytest.mark.parametrize(
    "secret", ["a\r\nb longer", "tab\tand more", "pass+word", "100%25 x", "C:\\new\\table", "a&amp;quot;b-c"]
)
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_characters_that_mean_something_in_a_spelling(secret: str, spelling: str) -> None:
    assert Mask([secret])(f"<{SPELLINGS[spelling](secret)}>") == "<***>"


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111.1111.1111.1111",
        "4111%201111%201111%201111",
        "4111&nbsp;1111 1111 1111",
    ],
)
def test_numbers_are_masked_in_groups(text: str) -> None:
    for secret in (CARD, "4111 1111 1111 1111"):
        assert Mask([secret])(f"Card {text} declined, {CARD}") == "Card *** declined, ***"
    assert Mask([CARD])("Card ************1111") == "Card ************1111"
    assert Mask(["GB33BUKB20201555555555"])("GB33 BUKB 2020 1555 5555 55") == "***"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("CVV 123 is wrong", "CVV *** is wrong"),
        ("cvv=123&x=1", "cvv=***&x=1"),
        ('["123"]', '["***"]'),
        ("client 91234 at 01:23, 123é, 123_", "client 91234 at 01:23, 123é, 123_"),
    ],
)
def test_a_very_short_secret_counts_where_it_stands_alone(text: str, masked: str) -> None:
    assert Mask(["123"])(text) == masked


def test_the_beginning_of_a_long_secret_is_masked() -> None:
    mask = Mask(["correct-horse battery's staple"])
    for text in ("#0 login('correct-horse b...')", "correct-horse battery\\'s st", "correct-horse b"):
        assert "horse" not in mask(text)
    assert mask("correct horse or correct-hors") == "correct horse or correct-hors"
    assert "парол" not in Mask(["пароль-очень-длинный"])("login('пароль-о...')")


@pytest.mark.parametrize(
    "secret", ["", " ", "'", "''''", "a''''''", "\\\\\\\\", "+-+-", "(.*)+", "[a-z", "%", "&#39;", "\ud800x1y"]
)
def test_odd_secrets(secret: str) -> None:
    masked = Mask([secret])(f"one {secret} two a b")
    assert masked.startswith("one ")
    assert masked.endswith(" two a b")
    assert len(secret.strip()) < 4 or secret not in masked


def test_texts_without_a_secret_stay_as_they_are() -> None:
    text = "It is  \\o/ &amp; 100%25 \\u0041 'best estate' 12 34"
    assert Mask(["hunter2", "test", "1234", "x'y'z", CARD])(text) == text
    assert Mask()(text) == text


letters = st.sampled_from("abcXYZ0189 '\"\\/<>&%+-_;#=.,éßΣя€😀\n\tnu2")
names = st.lists(st.sampled_from(sorted({*SPELLINGS} - {"repr", "JSON_HEX", "in capitals"})), max_size=2)


@settings(max_examples=300, deadline=None)
@given(st.text(letters, min_size=6, max_size=40), names, st.text(" .,:|", max_size=3), st.text(" .,:|", max_size=3))
def test_any_secret_is_masked_in_any_spelling_of_a_spelling(
    secret: str, layers: list[str], before: str, after: str
) -> None:
    assume(len(spelled(secret).text.strip()) >= 4)
    text = secret.strip()
    for layer in layers:
        text = SPELLINGS[layer](text)
    masked = Mask([secret])(before + text + after)
    longest = max(spelled(secret).text.split(), key=len)
    assert "***" in masked
    assert len(longest) < 4 or longest not in spelled(masked.replace("***", "")).text


@pytest.mark.parametrize(
    "unit",
    ["&#39;", "\\", "'", '"', "a'", "<", "<b", "&", "&amp;", "&#", "%25", "%41", "%", "\\u0027", " ", "+ ", "<br ", "<script ", "</script", "s3cret ",
     "it's-s3cret", "it\\'s-", "4111-", "4", "password", "password ", 'password":', 'password":{', "[password] => Array(", "<password ",
     "password=\"\\", "(", "{", "é", "İ"],
)  # fmt: skip
def test_hostile_texts_take_bounded_time(unit: str) -> None:
    """What takes time with the square of the length would take hours here."""
    mask = Mask([SECRET, CARD, "4" * 400 + "x", "'" * 300 + "a" * 300, "s3cret " * 2000, "\\'" * 50 + "x"])
    body = (unit * (4_000_000 // len(unit))).encode()
    started = time.process_time()
    mask.snippet(body)
    mask.told(body.decode(), 1000)
    assert time.process_time() - started < 8


def test_the_end_of_what_is_looked_at_shows_no_part_of_a_secret() -> None:
    most = 1 << 18
    for place in range(most - 40, most + 5, 3):
        body = f"<p>x</p><!-- {' ' * (place - 20)} --> hunter2-hunter3 end {'.' * 5000}"
        assert "hunter" not in Mask(["hunter2-hunter3"]).snippet(body.encode())
        assert "hunter" not in Mask(["hunter2-hunter3"]).line(f"{'<b>' * (place // 3)}hunter2-hunter3", most * 2)
