"""Wire names -> identifiers: split into words, put into a case, escape what a language reserves.

One mechanical escape for every language: what no identifier may hold becomes ``_``, what may not begin one gets an
``x`` in front, what is reserved gets a ``_`` behind. Letters, marks and digits of any script may stand in one.

    product-url -> product_url    2fa -> x2fa    class -> class_    größe -> größe
"""

from __future__ import annotations

import re
from collections.abc import Collection
from unicodedata import normalize

# "GetTLDPricing" -> Get, TLD, Pricing; "tax2" -> tax2; "HTML5Page" -> HTML5, Page
_WORD = r"[A-Z]+[0-9]*(?![a-z0-9])|[A-Z]?[a-z]+[0-9]*|[A-Z]+|[0-9]+"


class Words:
    """Splits names into words. ``whole`` are words with capitals inside that the usual rule would tear (``OAuth``)."""

    def __init__(self, whole: Collection[str] = ()) -> None:
        longest_first = sorted(whole, key=lambda word: (-len(word), word))
        self._pattern = re.compile("|".join([*map(re.escape, longest_first), _WORD]))

    def split(self, name: str) -> tuple[str, ...]:
        """The words of a name, as written; none where it holds no letter and no digit."""
        return tuple(self._pattern.findall(name))

    def snake(self, name: str) -> str:
        """``GetClientsDetails`` -> ``get_clients_details``."""
        return "_".join(word.lower() for word in self.split(name))

    def upper_snake(self, name: str) -> str:
        """``GetClientsDetails`` -> ``GET_CLIENTS_DETAILS``."""
        return self.snake(name).upper()

    def pascal(self, name: str) -> str:
        """``invoice_items`` -> ``InvoiceItems``; capitals inside a word are kept (``ListOAuth`` -> ``ListOAuth``)."""
        return "".join(word[:1].upper() + word[1:] for word in self.split(name))

    def camel(self, name: str) -> str:
        """``GetTLDPricing`` -> ``getTLDPricing``; the first word has no capitals, others keep theirs."""
        first, *rest = self.split(name) or ("",)
        return first.lower() + "".join(word[:1].upper() + word[1:] for word in rest)

    def after_verb(self, name: str, verbs: Collection[str]) -> tuple[str, ...]:
        """The words of a name without the verb that it begins with: ``GetInvoices`` -> Invoices."""
        words = self.split(name)
        return words[1:] if len(words) > 1 and words[0] in verbs else words


# No file may have such a name on Windows.
DEVICES = frozenset({"aux", "con", "nul", "prn"}).union(f"{port}{n}" for port in ("com", "lpt") for n in range(10))
# Characters of a file's name, less than any system takes.
LONGEST_FILE = 100


def identifier(name: str, reserved: Collection[str]) -> str:
    """A name as an identifier that is not reserved, by the one escape above."""
    # Python reads its identifiers in NFKC, in which "ﬁ" is "fi", and a letter and its accent are one.
    text = "".join(map(_allowed, normalize("NFKC", name)))
    if not text or not text[0].isalpha():
        text = normalize("NFKC", "x" + text)
    while text in reserved:
        text += "_"
    return text


def _allowed(char: str) -> str:
    """The character, or ``_``. Vowels of some scripts are marks behind a letter, and count like letters."""
    return char if f"x{char}".isidentifier() else "_"


# Longest endings first: "addresses" -> "address", "statuses" -> "status", "warehouses" -> "warehouse"
_SINGULARS = (
    ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("ouses", "ouse"), ("auses", "ause"), ("uses", "us"), ("ies", "y"),
    ("xes", "x"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""),
)  # fmt: skip


def singular(name: str) -> str:
    """``categories`` -> ``category``, ``items`` -> ``item``; a name without a plural ending stays."""
    for plural, ending in _SINGULARS:
        if name.endswith(plural) and len(name) > len(plural):
            return name[: -len(plural)] + ending
    return name
