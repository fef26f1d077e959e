"""Made-up texts that fit the name of their field: ``email`` -> ``ada.moore17@example.com``.

Nothing here can be anybody's: domains, addresses and telephone numbers are set aside for examples.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final, TypeAlias
from uuid import UUID

from .. import _dialect as dialect
from .chance import Chance

Maker: TypeAlias = Callable[[Chance], str]

_FIRST_NAMES: Final = (
    "Ada",
    "Béla",
    "Chloé",
    "Dina",
    "Edgar",
    "Fatima",
    "Grace",
    "Hiro",
    "Inès",
    "Jonas",
)
_LAST_NAMES: Final = (
    "Moore",
    "Nakamura",
    "O'Brien",
    "Petrova",
    "Quist",
    "Rossi",
    "Sørensen",
    "Tran",
)
_COMPANIES: Final = ("Moore & Sons", "Northwind", "Quist GmbH", 'Studio "Nine"', "Tran <Labs>")
_CITIES: Final = ("Basel", "Cork", "Graz", "Łódź", "Nantes", "Porto", "Uppsala")
_COUNTRIES: Final = ("AT", "CH", "DE", "FR", "IE", "PL", "PT", "SE")
_CURRENCIES: Final = ("EUR", "GBP", "USD")
_WORDS: Final = (
    "amber",
    "birch",
    "cedar",
    "delta",
    "ember",
    "fjord",
    "grove",
    "harbour",
    "island",
    "juniper",
)
_FIRST_DAY: Final = date(2020, 1, 1)
_DAYS: Final = 2000


def text(name: str, chance: Chance) -> str:
    """A text for the field of that wire name."""
    if name in dialect.SENSITIVE:
        return chance.hex(24)
    folded = re.sub(r"[^a-z0-9]", "", name.casefold())
    return next((make for pattern, make in _MAKERS if re.search(pattern, folded)), words)(chance)


def moment(chance: Chance) -> datetime:
    """A second of the years 2020 to 2025."""
    day = _FIRST_DAY + timedelta(days=chance.at("day").below(_DAYS))
    return datetime(day.year, day.month, day.day) + timedelta(
        seconds=chance.at("second").below(86400)
    )


def amount(chance: Chance) -> str:
    """An amount of money as text: 15.95."""
    cents = chance.below(50000)
    return f"{cents // 100}.{cents % 100:02d}"


def price(chance: Chance) -> str:
    """An amount as people read it: $15.95 USD."""
    return f"${amount(chance)} USD"


def words(chance: Chance) -> str:
    """Two words: Amber harbour."""
    return f"{chance.at('first').among(_WORDS)} {chance.at('last').among(_WORDS)}".capitalize()


def hostname(chance: Chance) -> str:
    """A domain that nobody can register: fjord17.example."""
    return f"{chance.among(_WORDS)}{chance.at('number').below(100)}.example"


def keys(name: str, chance: Chance) -> tuple[str, str]:
    """Two keys for a map of that name: currencies for prices, days for a series."""
    folded = name.casefold()
    if re.search(r"pric|currenc|amount", folded):
        return _CURRENCIES[0], _CURRENCIES[2]
    if re.search(r"date|day|series|timeline", folded):
        first = moment(chance).date()
        return first.isoformat(), (first + timedelta(days=1)).isoformat()
    return _WORDS[chance.below(5)], _WORDS[5 + chance.below(5)]


def _email(chance: Chance) -> str:
    first = chance.at("first").among(("ada", "dina", "edgar", "grace", "hiro", "jonas"))
    last = chance.at("last").among(("moore", "quist", "rossi", "tran"))
    return f"{first}.{last}{chance.below(100)}@example.com"


def _street(chance: Chance) -> str:
    return f"{1 + chance.below(99)} {chance.among(_WORDS).capitalize()} Street"


def _full_name(chance: Chance) -> str:
    return f"{chance.at('first').among(_FIRST_NAMES)} {chance.at('last').among(_LAST_NAMES)}"


# A pattern for the name of a field, letters and digits only -> its texts; the first to fit counts.
_MAKERS: Final[tuple[tuple[str, Maker], ...]] = (
    (r"token|hash|key$|signature", lambda chance: chance.hex(32)),
    (r"uuid|guid", lambda chance: str(UUID(chance.hex(32)))),
    (r"email", _email),
    (r"firstname", lambda chance: chance.among(_FIRST_NAMES)),
    (r"lastname", lambda chance: chance.among(_LAST_NAMES)),
    (r"compan|organi[sz]ation", lambda chance: chance.among(_COMPANIES)),
    (r"ids$", lambda chance: f"{1 + chance.below(99)},{100 + chance.below(99)}"),
    (r"domain|hostname|nameserver|^ns\d", hostname),
    (r"url|website|link", lambda chance: f"https://{hostname(chance)}/"),
    (r"^ip|ip$|ipaddress", lambda chance: f"192.0.2.{1 + chance.below(254)}"),
    (r"phone|fax", lambda chance: f"+1.55501{chance.below(100):02d}"),
    (r"address2", lambda chance: f"Floor {1 + chance.below(9)}"),
    (r"address|street", _street),
    (r"city|town|state$|region|county", lambda chance: chance.among(_CITIES)),
    (r"postcode|zip", lambda chance: str(10000 + chance.below(90000))),
    (r"country", lambda chance: chance.among(_COUNTRIES)),
    (r"income|revenue|expenses|balance|amount|price", price),
    (r"currencyprefix|^prefix$", lambda _: "$"),
    (r"currencysuffix|^suffix$", lambda _: " USD"),
    (r"currenc", lambda chance: chance.among(_CURRENCIES)),
    (r"version", lambda chance: f"8.{chance.below(20)}.{chance.at('patch').below(9)}"),
    (r"file", lambda chance: f"{chance.among(_WORDS)}.pdf"),
    (r"fullname|^name$|user|admin|author|owner|requestor", _full_name),
    (r"date|time|created|lastreply", lambda chance: str(moment(chance))),
    (r"num(ber)?$|^tid$|code$|ref$|id$", lambda chance: str(100000 + chance.below(900000))),
)
