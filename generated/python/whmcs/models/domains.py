"""Models of the group domains."""

from decimal import Decimal
from typing import Any, ClassVar

from pydantic import Field

from .._runtime.defaults import no_entries, no_items
from .._runtime.model import Model
from ..enums import DomainWhoisResponseStatus
from .shared import Currency


class DomainWhoisResponse(Model):
    """What DomainWhois answers."""

    result: str | None = None
    status: DomainWhoisResponseStatus | None = None
    """Whether the name is free to register; not the outcome of the call."""
    whois: str | None = None
    """Text of the WHOIS server; may hold HTML line breaks."""


class CreateOrUpdateTLDResponse(Model):
    """What CreateOrUpdateTLD answers."""

    result: str | None = None
    extension: str | None = None
    """The TLD with its dot: `.com`."""
    id: int | None = None
    """TLD ID."""


class DomainLockingStatusResponse(Model):
    """What DomainGetLockingStatus answers."""

    result: str | None = None
    lockstatus: str | None = None
    """What the registrar says, such as `locked` or `unlocked`."""


class DomainNameserversResponse(Model):
    """What DomainGetNameservers answers."""

    result: str | None = None
    ns1: str | None = None
    ns2: str | None = None
    ns3: str | None = None
    ns4: str | None = None
    ns5: str | None = None


class DomainWhoisInfoResponse(Model):
    """The contacts of a domain. A registrar with further kinds of contact sends them beside these."""

    result: str | None = None
    Registrant: dict[str, str] | str | None = None
    """Holder of the domain; may come as JSON in a text."""
    Admin: dict[str, str] | str | None = None
    """Administrative contact; may come as JSON in a text."""
    Tech: dict[str, str] | str | None = None
    """Technical contact; may come as JSON in a text."""


class DomainEPPResponse(Model):
    """What DomainRequestEPP answers."""

    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("eppcode",))

    result: str | None = None
    eppcode: str | None = None
    """EPP code, if the registrar answers it; may hold HTML entities, to be decoded before use.
    None, and no error, means that the client gets it directly.
    """


class RegistrarsListResponse(Model):
    """The active registrars. The documented example answer is a bare `[]`, which is how PHP writes
    an answer without fields; it counts as no registrars.
    """

    result: str | None = None
    registrars: list[Any] = Field(default_factory=no_items)
    """One entry a registrar; its form is not documented."""


class TLDAddons(Model):
    """What can be had with a domain under a TLD."""

    dns: bool | None = None
    """DNS management."""
    email: bool | None = None
    """Email forwarding."""
    idprotect: bool | None = None
    """ID protection."""


class TLDPricing(Model):
    """What a TLD costs and what is offered with it."""

    tld: str | None = None
    """The TLD."""
    categories: list[str] = Field(default_factory=no_items)
    addons: TLDAddons | None = None
    """What can be had with a domain under a TLD."""
    group: str | None = None
    """Label shown beside the TLD, empty for none."""
    register_: dict[str, Decimal] = Field(default_factory=no_entries, alias="register")
    """Registration prices by years."""
    transfer: dict[str, Decimal] = Field(default_factory=no_entries)
    """Transfer prices by years."""
    renew: dict[str, Decimal] = Field(default_factory=no_entries)
    """Renewal prices by years."""
    grace_period: Any = None
    """Grace period; null where there is none. Its form is not documented."""
    redemption_period: Any = None
    """Redemption period; null where there is none. Its form is not documented."""


class TLDPricingResponse(Model):
    """What GetTLDPricing answers."""

    result: str | None = None
    currency: Currency | None = None
    """A currency."""
    pricing: dict[str, TLDPricing] = Field(default_factory=no_entries)
    """Prices by TLD without its first dot, such as `com`."""


class UpdateClientDomainResponse(Model):
    """What UpdateClientDomain answers."""

    result: str | None = None
    domainid: int | None = None
