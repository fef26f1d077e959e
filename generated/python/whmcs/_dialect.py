"""How WHMCS behaves everywhere: the facts behind the runtime, each once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PRODUCT: Final[str] = "WHMCS"
SDK: Final[str] = "Whmcs"
PACKAGE: Final[str] = "whmcs"
ENDPOINT_PATH: Final[str] = "includes/api.php"
ACTION: Final[str] = "action"
FIXED: Final[Mapping[str, str]] = {"responsetype": "json"}
SCHEMES: Final[tuple[tuple[str, ...], ...]] = (("identifier", "secret"), ("username", "password"))
LEGACY_SCHEMES: Final[frozenset[tuple[str, ...]]] = frozenset((("username", "password"),))
MD5_FIELDS: Final[frozenset[str]] = frozenset(("password",))
CREDENTIAL_EXTRAS: Final[tuple[str, ...]] = ("accesskey",)
ENVIRONMENT: Final[Mapping[str, str]] = {
    "identifier": "WHMCS_IDENTIFIER",
    "secret": "WHMCS_SECRET",
    "username": "WHMCS_USERNAME",
    "password": "WHMCS_PASSWORD",
    "accesskey": "WHMCS_ACCESS_KEY",
}
ENVIRONMENT_URL: Final[str] = "WHMCS_URL"
SENSITIVE: Final[frozenset[str]] = frozenset(
    (
        "access_token",
        "accesskey",
        "bank_account",
        "bank_code",
        "bankacct",
        "bankcode",
        "card_expiry",
        "card_number",
        "cardcvv",
        "cardnum",
        "clientSecret",
        "cvv",
        "eppcode",
        "expdate",
        "issuenumber",
        "newClientSecret",
        "password",
        "password2",
        "passwordhash",
        "remote_token",
        "rootpw",
        "secret",
        "securityqans",
        "serverpassword",
        "servicepassword",
        "transfersecret",
    )
)
PAGING_START: Final[str] = "limitstart"
PAGING_SIZE: Final[str] = "limitnum"
PAGING_DEFAULT_SIZE: Final[int] = 25
PAGING_TOTAL: Final[str] = "totalresults"
PAGING_FIRST: Final[str] = "startnumber"
PAGING_RETURNED: Final[str] = "numreturned"
ENVELOPE_RESULT: Final[str] = "result"
ENVELOPE_SUCCESS: Final[frozenset[str]] = frozenset(("success",))
ENVELOPE_ERROR: Final[frozenset[str]] = frozenset(("error",))
ENVELOPE_MESSAGE: Final[tuple[str, ...]] = ("message", "error", "errormessage")
ENVELOPE_FALLBACK: Final[str | None] = "status"
ENVELOPE_WARNING: Final[str | None] = "warning"
ERROR_RULES: Final[tuple[tuple[str, str], ...]] = (
    ("IpNotAllowed", "^invalid ip\\b:? *(?P<ip>[0-9a-f.:]+)?"),
    ("Permission", '^invalid permissions: api action "(?P<action>[^"]+)" is not allowed'),
    ("Permission", "^(access|permission) denied([.!:,]|$)"),
    ("Authentication", "^authentication failed|^invalid or missing credentials"),
    ("Authentication", "^administrator account disabled"),
    (
        "Unavailable",
        "maintenance mode|too many requests|rate limit|(temporarily|service) unavailable",
    ),
    ("NotFound", "\\bnot found\\b|\\bdoes not exist\\b|\\bcannot find\\b|\\bcould not be found\\b"),
    ("NotFound", "^no [a-z ]*found\\b|^attachments deleted"),
    ("InvalidParameter", "\\brequire[ds]?\\b|\\bmissing\\b|\\bmust (provide|have)\\b"),
    (
        "InvalidParameter",
        "^you (must|did not)\\b|^please (provide|enter)\\b|\\bnot (set|entered|provided)\\b",
    ),
    (
        "InvalidParameter",
        "^no [a-z ]*provided\\b|^no items added|^nothing to update|^empty action request",
    ),
    ("InvalidParameter", "^invalid\\b|\\b(is|are) invalid\\b|\\binvalid[.]?$|\\bnot (a )?valid\\b"),
    (
        "InvalidParameter",
        "^expecting parameter|\\btld is not supported\\b|\\bcan only be\\b|^only one\\b",
    ),
    (
        "InvalidParameter",
        "\\bmust be (a|an|arrays|greater|in decimal format|specified|unique)\\b|\\bexceeds\\b",
    ),
    ("InvalidParameter", "\\bcan ?not be (empty|blank|in the future)\\b|\\bmaximum [a-z ]+ is\\b"),
    ("InvalidParameter", "\\bnot (match|belong|own|owned|associated)\\b|^cannot create and send"),
    (
        "InvalidParameter",
        "\\balready (exists|associated)\\b|^duplicate\\b|\\bnot available for use\\b",
    ),
    ("InvalidParameter", "^multiple [a-z ]+ pay methods found"),
)
REFUSALS: Final[Mapping[str, tuple[int, str]]] = {
    "no_action": (400, "Empty action request"),
    "no_credentials": (403, "Invalid or missing credentials"),
    "credentials": (403, "Authentication Failed"),
    "address": (403, "Invalid IP {ip}"),
    "permission": (403, 'Invalid Permissions: API action "{action}" is not allowed'),
    "missing": (200, "{name} is required"),
}
REQUEST_DATE: Final[str] = "YYYY-MM-DD"
REQUEST_DATETIME: Final[str] = "YYYY-MM-DD hh:mm:ss"
TRUE: Final[str] = "1"
FALSE: Final[str] = "0"
RESPONSE_DATES: Final[tuple[str, ...]] = ("YYYY-MM-DD", "YYYYMMDD", "DD/MM/YYYY")
RESPONSE_DATETIMES: Final[tuple[str, ...]] = (
    "YYYY-MM-DD hh:mm:ss",
    "YYYY-MM-DDThh:mm:ss",
    "YYYY-MM-DD hh:mm",
)
ZERO_DATES: Final[frozenset[str]] = frozenset(
    ("-0001-11-30", "-0001-11-30 00:00:00", "0000-00-00", "0000-00-00 00:00:00", "00000000")
)
TRUE_WORDS: Final[frozenset[str]] = frozenset(("1", "on", "true", "yes"))
FALSE_WORDS: Final[frozenset[str]] = frozenset(("", "0", "false", "no", "off"))
BLANK: Final[frozenset[str]] = frozenset(("",))
