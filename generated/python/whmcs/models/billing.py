"""Models of the group billing."""

from collections.abc import Mapping
from datetime import date as Date
from datetime import datetime as DateTime
from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from .._runtime.defaults import no_items
from .._runtime.model import Model
from .._runtime.paging import Page
from ..enums import InvoiceStatus, QuoteStage
from .shared import Client


class InvoiceItem(Model):
    """A line of an invoice."""

    id: int | None = None
    """Line item ID; UpdateInvoice refers to the line by it."""
    type: str | None = None
    """What the line is for, such as `Hosting` or `Domain`; empty for free text."""
    relid: int | None = None
    """ID of the service, domain or the like that the line is for, 0 for none."""
    description: str | None = None
    """Line item description."""
    amount: Decimal | None = None
    """Line item amount."""
    taxed: bool | None = None
    """Whether the line is taxed."""


class Invoice(Model):
    """An invoice as lists show it."""

    id: int | None = None
    """Unique invoice identifier."""
    userid: int | None = None
    """Client ID."""
    firstname: str | None = None
    lastname: str | None = None
    companyname: str | None = None
    invoicenum: str | None = None
    """Sequential invoice number, empty where such numbering is off."""
    date: Date | None = None
    """Invoice issue date."""
    duedate: Date | None = None
    """Invoice payment due date."""
    datepaid: DateTime | None = None
    """When the invoice was paid."""
    subtotal: Decimal | None = None
    """Sum of the line items before tax."""
    credit: Decimal | None = None
    """Part that was paid from the credit balance."""
    tax: Decimal | None = None
    """First tax."""
    tax2: Decimal | None = None
    """Second tax."""
    total: Decimal | None = None
    """Amount to pay after tax and credit."""
    balance: Decimal | None = None
    """Amount left to pay. GetInvoices does not answer it; GetInvoice does."""
    status: InvoiceStatus | None = None
    """Current invoice status."""
    paymentmethod: str | None = None
    """System name of the payment method, such as `paypal`."""
    last_capture_attempt: DateTime | None = None
    date_refunded: DateTime | None = None
    date_cancelled: DateTime | None = None
    taxrate: Decimal | None = None
    """First tax rate in percent."""
    taxrate2: Decimal | None = None
    """Second tax rate in percent."""
    paymethodid: int | None = None
    """Pay method ID, none where no pay method is assigned."""
    notes: str | None = None
    created_at: DateTime | None = None
    updated_at: DateTime | None = None
    currencycode: str | None = None
    """Code of the client's currency, such as `USD`."""
    currencyprefix: str | None = None
    currencysuffix: str | None = None
    items: list[InvoiceItem] = Field(default_factory=no_items)
    """Line items on the invoice."""


class InvoicesListResponse(Page):
    """What GetInvoices answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"invoices": "invoice"}

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    invoices: list[Invoice] = Field(default_factory=no_items)


class Transaction(Model):
    """Money received or paid out."""

    id: int | None = None
    userid: int | None = None
    """ID of the client, 0 for none."""
    currency: int | None = None
    """ID of the currency; 0 stands for the client's own."""
    gateway: str | None = None
    """System name of the gateway, such as `paypal`."""
    date: DateTime | None = None
    description: str | None = None
    amountin: Decimal | None = None
    """Amount received."""
    fees: Decimal | None = None
    """Fee that the gateway charged."""
    amountout: Decimal | None = None
    """Amount paid out."""
    rate: Decimal | None = None
    """Exchange rate to the default currency."""
    transid: str | None = None
    """The gateway's ID of the transaction."""
    invoiceid: int | None = None
    """ID of the invoice, 0 for none."""
    refundid: int | None = None
    """`id` of the transaction that is refunded, 0 for none."""


class InvoiceResponse(Model):
    """The full record of an invoice."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"items": "item", "transactions": "transaction"}

    result: str | None = None
    invoiceid: int | None = None
    userid: int | None = None
    """Client ID."""
    date: Date | None = None
    duedate: Date | None = None
    total: Decimal | None = None
    """Amount to pay after tax and credit."""
    status: InvoiceStatus | None = None
    items: list[InvoiceItem] = Field(default_factory=no_items)
    invoicenum: str | None = None
    """Sequential invoice number, empty where such numbering is off."""
    datepaid: DateTime | None = None
    """When the invoice was paid."""
    lastcaptureattempt: DateTime | None = None
    subtotal: Decimal | None = None
    """Sum of the line items before tax."""
    credit: Decimal | None = None
    """Part that was paid from the credit balance."""
    tax: Decimal | None = None
    """First tax."""
    tax2: Decimal | None = None
    """Second tax."""
    balance: Decimal | None = None
    """Amount left to pay."""
    taxrate: Decimal | None = None
    """First tax rate in percent."""
    taxrate2: Decimal | None = None
    """Second tax rate in percent."""
    paymentmethod: str | None = None
    """System name of the payment method, such as `paypal`."""
    notes: str | None = None
    ccgateway: bool | None = None
    """Whether the payment method takes cards, so that CapturePayment can be tried."""
    transactions: list[Transaction] = Field(default_factory=no_items)
    """Payments and refunds of the invoice."""


class CreateInvoiceResponse(Model):
    """What CreateInvoice answers."""

    result: str | None = None
    invoiceid: int | None = None
    """ID of the created invoice."""
    status: InvoiceStatus | None = None


class AddBillableItemResponse(Model):
    """What AddBillableItem answers."""

    result: str | None = None
    status: str | None = None
    """Sent in place of `result`, with the same values."""
    billableid: int | None = None
    """Billable item ID."""


class AddCreditResponse(Model):
    """What AddCredit answers."""

    result: str | None = None
    newbalance: Decimal | None = None
    """Credit balance of the client after the change."""


class ApplyCreditResponse(Model):
    """What ApplyCredit answers."""

    result: str | None = None
    invoiceid: int | None = None
    amount: Decimal | None = None
    """Credit applied."""
    invoicepaid: bool | None = None
    """Whether the invoice is paid in full now."""


class GenInvoicesResponse(Model):
    """What GenInvoices answers."""

    result: str | None = None
    numcreated: int | None = None
    """Number of new invoices."""
    latestinvoiceid: int | None = None
    """ID of the last new invoice, where `clientid` was given."""


class Credit(Model):
    """An entry of a client's credit log."""

    id: int | None = None
    date: Date | None = None
    description: str | None = None
    amount: Decimal | None = None
    """Amount added; negative where credit was used or removed."""
    relid: int | None = None
    """ID of what the entry belongs to, 0 for none."""


class CreditsListResponse(Model):
    """What GetCredits answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"credits": "credit"}

    result: str | None = None
    totalresults: int | None = None
    clientid: int | None = None
    credits: list[Credit] = Field(default_factory=no_items)


class UpdateInvoiceResponse(Model):
    """What UpdateInvoice answers."""

    result: str | None = None
    invoiceid: int | None = None


class PayMethodResponse(Model):
    """The pay method that was added or changed."""

    result: str | None = None
    clientid: int | None = None
    """ID of the client that it belongs to."""
    paymethodid: int | None = None
    """Pay method ID."""


class DeletePayMethodResponse(Model):
    """What DeletePayMethod answers."""

    result: str | None = None
    paymethodid: int | None = None


class PayMethod(Model):
    """A stored card or bank account. The fields of the other kind are missing."""

    wire_sensitive: ClassVar[frozenset[str]] = frozenset(
        ("expiry_date", "issue_number", "remote_token", "start_date")
    )

    id: int | None = None
    type: str | None = None
    """Kind of pay method, such as `CreditCard`, `RemoteCreditCard` or `BankAccount`."""
    description: str | None = None
    """Name of the pay method."""
    gateway_name: str | None = None
    """System name of the gateway that stores it, empty for none."""
    contact_type: str | None = None
    """Whose billing address is used, such as `Client`."""
    contact_id: int | None = None
    """ID of what `contact_type` names."""
    card_last_four: str | None = None
    expiry_date: str | None = None
    """Month and year of expiry as text."""
    start_date: str | None = None
    issue_number: str | None = None
    card_type: str | None = None
    """Brand of the card, such as `Visa`."""
    remote_token: str | None = None
    """The gateway's token, empty for none."""
    last_updated: str | None = None
    """Time of the last change in the date format of the installation."""
    bank_name: str | None = None


class PayMethodsListResponse(Model):
    """What GetPayMethods answers."""

    result: str | None = None
    clientid: int | None = None
    paymethods: list[PayMethod] = Field(default_factory=no_items)


class TransactionsListResponse(Model):
    """What GetTransactions answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"transactions": "transaction"}

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    transactions: list[Transaction] = Field(default_factory=no_items)


class UpdateTransactionResponse(Model):
    """What UpdateTransaction answers."""

    result: str | None = None
    transactionid: int | None = None


class AcceptQuoteResponse(Model):
    """What AcceptQuote answers."""

    result: str | None = None
    invoiceid: int | None = None
    """Invoice ID."""


class CreateQuoteResponse(Model):
    """What CreateQuote answers."""

    result: str | None = None
    quoteid: int | None = None
    """Quote ID."""


class QuoteItem(Model):
    """A line of a quote."""

    id: int | None = None
    description: str | None = None
    quantity: int | None = None
    unitprice: Decimal | None = None
    discount: Decimal | None = None
    """Discount on the line."""
    taxable: bool | None = None


class Quote(Model):
    """A quote, for a client or for somebody who is none yet."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"items": "item"}

    id: int | None = None
    subject: str | None = None
    stage: QuoteStage | None = None
    validuntil: Date | None = None
    """Last day of validity."""
    userid: int | None = None
    """ID of the client, 0 for none."""
    client: Client | None = None
    """A client as lists show it. Since 8.7."""
    firstname: str | None = None
    """Like the rest of the address, filled where the quote has no client."""
    lastname: str | None = None
    companyname: str | None = None
    email: str | None = None
    address1: str | None = None
    address2: str | None = None
    city: str | None = None
    state: str | None = None
    postcode: str | None = None
    country: str | None = None
    """Country as an ISO 3166 2-letter code."""
    phonenumber: str | None = None
    tax_id: str | None = None
    currency: int | None = None
    """ID of the currency."""
    subtotal: Decimal | None = None
    """Sum of the lines before tax."""
    tax1: Decimal | None = None
    """First tax."""
    tax2: Decimal | None = None
    """Second tax."""
    total: Decimal | None = None
    proposal: str | None = None
    """Text of the proposal that the client sees."""
    customernotes: str | None = None
    """Notes that the client sees."""
    adminnotes: str | None = None
    """Notes that only staff see."""
    datecreated: Date | None = None
    lastmodified: Date | None = None
    datesent: Date | None = None
    dateaccepted: Date | None = None
    items: list[QuoteItem] = Field(default_factory=no_items)


class QuotesListResponse(Page):
    """What GetQuotes answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"quotes": "quote"}

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    quotes: list[Quote] = Field(default_factory=no_items)
