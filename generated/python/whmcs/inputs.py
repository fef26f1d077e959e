"""Objects that parameters hold. Keys are the wire's own names."""

from __future__ import annotations

from typing import TypedDict

from ._runtime.aliases import Amount

# Which kinds of email a client or contact receives.
EmailPreferencesInput = TypedDict(
    "EmailPreferencesInput",
    {
        "general": "bool",
        "product": "bool",
        "domain": "bool",
        "invoice": "bool",
        "support": "bool",
        "affiliate": "bool",
    },
    total=False,
)
# A line of a new invoice.
InvoiceItemInput = TypedDict(
    "InvoiceItemInput",
    {
        "itemdescription": "str",
        "itemamount": "Amount",
        "itemtaxed": "bool",
    },
    total=False,
)
# A file to attach.
TicketAttachmentInput = TypedDict(
    "TicketAttachmentInput",
    {
        "name": "str",
        "data": "bytes",
    },
    total=False,
)
# A line of a new quote.
QuoteItemInput = TypedDict(
    "QuoteItemInput",
    {
        "desc": "str",
        "qty": "int",
        "up": "Amount",
        "discount": "Amount",
        "taxable": "bool",
    },
    total=False,
)
# A line to change or to add.
QuoteItemUpdateInput = TypedDict(
    "QuoteItemUpdateInput",
    {
        "id": "int",
        "desc": "str",
        "qty": "int",
        "up": "Amount",
        "discount": "Amount",
        "taxable": "bool",
    },
    total=False,
)
# Set-up fees and prices in one currency for each billing cycle; -1.00 where the cycle is not offered. One-time payments are under `monthly`.
CyclePricingInput = TypedDict(
    "CyclePricingInput",
    {
        "msetupfee": "Amount",
        "qsetupfee": "Amount",
        "ssetupfee": "Amount",
        "asetupfee": "Amount",
        "bsetupfee": "Amount",
        "tsetupfee": "Amount",
        "monthly": "Amount",
        "quarterly": "Amount",
        "semiannually": "Amount",
        "annually": "Amount",
        "biennially": "Amount",
        "triennially": "Amount",
    },
    total=False,
)
# A product to recommend.
ProductRecommendationInput = TypedDict(
    "ProductRecommendationInput",
    {
        "id": "int",
        "order": "int",
    },
    total=False,
)
# A fact in a notification.
NotificationAttributeInput = TypedDict(
    "NotificationAttributeInput",
    {
        "label": "str",
        "value": "str",
        "url": "str",
        "style": "str",
        "icon": "str",
    },
    total=False,
)
