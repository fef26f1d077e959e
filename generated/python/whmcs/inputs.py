"""Objects that parameters hold. Keys are the wire's own names; only those that are Required must be given."""

from __future__ import annotations

from typing import Required, TypedDict

from ._runtime.aliases import Amount


class EmailPreferencesInput(TypedDict, total=False):
    """Which kinds of email a client or contact receives."""

    general: bool
    """General emails."""
    product: bool
    """Emails about products and services."""
    domain: bool
    """Emails about domains; someone has to receive these."""
    invoice: bool
    """Emails about invoices and payments."""
    support: bool
    """Emails about support tickets."""
    affiliate: bool
    """Emails about affiliate matters."""


class InvoiceItemInput(TypedDict, total=False):
    """A line of a new invoice."""

    itemdescription: str
    """Text of the line."""
    itemamount: Amount
    """Amount in the client's currency."""
    itemtaxed: bool
    """Whether the line is taxed."""


class TicketAttachmentInput(TypedDict, total=False):
    """A file to attach."""

    name: Required[str]
    """Name of the file."""
    data: Required[bytes]
    """Content of the file."""


class QuoteItemInput(TypedDict, total=False):
    """A line of a new quote."""

    desc: str
    """Text of the line."""
    qty: int
    """Quantity."""
    up: Amount
    """Price of one unit."""
    discount: Amount
    """Discount on the line."""
    taxable: bool
    """Whether the line is taxed."""


class QuoteItemUpdateInput(TypedDict, total=False):
    """A line to change or to add."""

    id: int
    """ID of the line to change; none for a new one."""
    desc: str
    """Text of the line."""
    qty: int
    """Quantity."""
    up: Amount
    """Price of one unit."""
    discount: Amount
    """Discount on the line."""
    taxable: bool
    """Whether the line is taxed."""


class CyclePricingInput(TypedDict, total=False):
    """Set-up fees and prices in one currency for each billing cycle; -1.00 where the cycle is not
    offered. One-time payments are under `monthly`.
    """

    msetupfee: Amount
    """Set-up fee of the monthly cycle."""
    qsetupfee: Amount
    """Set-up fee of the quarterly cycle."""
    ssetupfee: Amount
    """Set-up fee of the semiannual cycle."""
    asetupfee: Amount
    """Set-up fee of the annual cycle."""
    bsetupfee: Amount
    """Set-up fee of the biennial cycle."""
    tsetupfee: Amount
    """Set-up fee of the triennial cycle."""
    monthly: Amount
    quarterly: Amount
    semiannually: Amount
    annually: Amount
    biennially: Amount
    triennially: Amount


class ProductRecommendationInput(TypedDict, total=False):
    """A product to recommend."""

    id: int
    """Product ID."""
    order: int
    """Position, from 0."""


class NotificationAttributeInput(TypedDict, total=False):
    """A fact in a notification."""

    label: Required[str]
    value: Required[str]
    url: str
    """Address that the value leads to."""
    style: str
    """Style in which the value is shown, such as `success`."""
    icon: str
