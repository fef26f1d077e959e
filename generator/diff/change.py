"""A change, as the comparison finds it."""

from __future__ import annotations

from dataclasses import dataclass

from ..origin import Origin
from .catalogue import CATALOGUE, Impact, Kind


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is not as it was. Texts of the specs stand in ``subject`` and ``message`` as they are.

    code:      its kind, see ``catalogue``
    subject:   what changes, in the words of the wire: ``GetInvoices.status``, ``Invoice.total``, ``dialect.endpoint``
    message:   what callers see, as a sentence without its full stop
    old, new:  where it stands, or what holds it there; None where there is no such place
    methods:   the methods that are concerned: ``billing.get_invoices``; none where it concerns all of them
    entry:     of a parameter or a field that comes or goes: what holds it, as messages call it, and its wire name
    """

    code: str
    subject: str
    message: str
    old: Origin | None
    new: Origin | None
    methods: tuple[str, ...] = ()
    entry: tuple[str, str] | None = None

    @property
    def kind(self) -> Kind:
        """Its entry in the catalogue."""
        return CATALOGUE[self.code]

    @property
    def impact(self) -> Impact:
        """What it means for callers."""
        return self.kind.impact
