"""Models of the group orders."""

from collections.abc import Mapping
from datetime import date as Date
from datetime import datetime as DateTime
from decimal import Decimal
from typing import Any, ClassVar

from pydantic import Field

from .._runtime.defaults import no_entries, no_items
from .._runtime.model import Model
from .._runtime.paging import Page


class OrderRenewals(Model):
    """What an order renews, by kind. The documentation shows empty lists only."""

    domains: list[Any] = Field(default_factory=no_items)
    services: list[Any] = Field(default_factory=no_items)
    addons: list[Any] = Field(default_factory=no_items)


class OrderItem(Model):
    """One thing that was ordered."""

    type: str | None = None
    """Kind of item, such as `product`, `addon` or `domain`."""
    relid: int | None = None
    """ID of the service, addon or domain that came of it."""
    producttype: str | None = None
    """Kind of product, such as `Hosting Account`."""
    product: str | None = None
    """Name of the product."""
    domain: str | None = None
    billingcycle: str | None = None
    amount: Decimal | None = None
    status: str | None = None
    """Status of the service, addon or domain."""


class Order(Model):
    """An order with what was ordered."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"lineitems": "lineitem"}
    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("transfersecret",))

    id: int | None = None
    ordernum: str | None = None
    """Order number that the client sees."""
    userid: int | None = None
    """Client ID."""
    contactid: int | None = None
    """ID of the contact whose details the domains bear, 0 for none."""
    date: DateTime | None = None
    currencyprefix: str | None = None
    currencysuffix: str | None = None
    amount: Decimal | None = None
    """Total of the order, in the client's currency."""
    status: str | None = None
    paymentmethod: str | None = None
    """System name of the payment method, such as `paypal`."""
    invoiceid: int | None = None
    """ID of the invoice, 0 for none."""
    notes: str | None = None
    requestor_id: int | None = None
    """ID of the user who placed the order."""
    admin_requestor_id: int | None = None
    """ID of the administrator who placed the order, 0 for none."""
    nameservers: str | None = None
    """Nameservers of the ordered domains."""
    transfersecret: str | None = None
    """Authorisation codes of the domains to transfer."""
    renewals: str | None = None
    """What the order renews."""
    renewalsByType: OrderRenewals | None = None
    """What an order renews, by kind. The documentation shows empty lists only."""
    promocode: str | None = None
    promotype: str | None = None
    """Kind of discount that the promotion gives."""
    promovalue: Decimal | None = None
    """Amount or percentage of the discount."""
    orderdata: str | None = None
    """Further details in a form of the server's own."""
    ipaddress: str | None = None
    """IP address from which the order was placed."""
    fraudmodule: str | None = None
    """Module that checked the order, empty for none."""
    fraudoutput: str | None = None
    """Result of the fraud check as JSON text."""
    paymentmethodname: str | None = None
    """Display name of the payment method."""
    paymentstatus: str | None = None
    """Whether the invoice is paid, in words."""
    name: str | None = None
    """Name of the client."""
    frauddata: str | None = None
    validationdata: str | None = None
    lineitems: list[OrderItem] = Field(default_factory=no_items)
    """What was ordered."""


class OrdersListResponse(Page):
    """What GetOrders answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"orders": "order"}

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    orders: list[Order] = Field(default_factory=no_items)


class AddOrderResponse(Model):
    """What AddOrder answers."""

    result: str | None = None
    orderid: int | None = None
    """ID of the created order."""
    productids: str | None = None
    """Deprecated: Renamed in 7.8, and may go; use `serviceids`."""
    addonids: str | None = None
    """IDs of the new service addons, separated by commas."""
    domainids: str | None = None
    """IDs of the new domains, separated by commas."""
    invoiceid: int | None = None
    """ID of the invoice for the order."""
    serviceids: str | None = None
    """IDs of the new services, separated by commas. Since 7.8."""


class ProductPrices(Model):
    """Prices of a product in one currency."""

    prefix: str | None = None
    """What stands before an amount, such as `$`."""
    suffix: str | None = None
    """What stands behind an amount, such as `USD`."""
    msetupfee: Decimal | None = None
    """Set-up fee of the monthly cycle."""
    qsetupfee: Decimal | None = None
    """Set-up fee of the quarterly cycle."""
    ssetupfee: Decimal | None = None
    """Set-up fee of the semiannual cycle."""
    asetupfee: Decimal | None = None
    """Set-up fee of the annual cycle."""
    bsetupfee: Decimal | None = None
    """Set-up fee of the biennial cycle."""
    tsetupfee: Decimal | None = None
    """Set-up fee of the triennial cycle."""
    monthly: Decimal | None = None
    quarterly: Decimal | None = None
    semiannually: Decimal | None = None
    annually: Decimal | None = None
    biennially: Decimal | None = None
    triennially: Decimal | None = None


class ProductCustomField(Model):
    """A custom field of a product's order form."""

    id: int | None = None
    name: str | None = None
    description: str | None = None
    required: bool | None = None


class CyclePricing(Model):
    """Set-up fees and prices in one currency for each billing cycle; -1.00 where the cycle is not
    offered. One-time payments are under `monthly`.
    """

    msetupfee: Decimal | None = None
    """Set-up fee of the monthly cycle."""
    qsetupfee: Decimal | None = None
    """Set-up fee of the quarterly cycle."""
    ssetupfee: Decimal | None = None
    """Set-up fee of the semiannual cycle."""
    asetupfee: Decimal | None = None
    """Set-up fee of the annual cycle."""
    bsetupfee: Decimal | None = None
    """Set-up fee of the biennial cycle."""
    tsetupfee: Decimal | None = None
    """Set-up fee of the triennial cycle."""
    monthly: Decimal | None = None
    quarterly: Decimal | None = None
    semiannually: Decimal | None = None
    annually: Decimal | None = None
    biennially: Decimal | None = None
    triennially: Decimal | None = None


class ProductConfigOptionChoice(Model):
    """A choice of a configurable option."""

    id: int | None = None
    name: str | None = None
    rawName: str | None = None
    recurring: Decimal | None = None
    """Recurring price."""
    required: bool | None = None
    pricing: dict[str, CyclePricing] = Field(default_factory=no_entries)
    """Prices by currency code, such as `USD`."""


class ProductConfigOption(Model):
    """A configurable option of a product."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"options": "option"}

    id: int | None = None
    name: str | None = None
    type: int | None = None
    """Code of the kind of input."""
    minqty: int | None = None
    """Least quantity. Since 8.12."""
    maxqty: int | None = None
    """Greatest quantity. Since 8.12."""
    options: list[ProductConfigOptionChoice] = Field(default_factory=no_items)


class Product(Model):
    """A product that can be ordered."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {
        "customfields": "customfield",
        "configoptions": "configoption",
    }

    pid: int | None = None
    gid: int | None = None
    """ID of the product group."""
    type: str | None = None
    """Kind of product, such as `hostingaccount` or `server`."""
    name: str | None = None
    description: str | None = None
    module: str | None = None
    """System name of the server module, such as `cpanel`."""
    paytype: str | None = None
    """How the product is paid for: `free`, `onetime` or `recurring`."""
    pricing: dict[str, ProductPrices] = Field(default_factory=no_entries)
    """Prices by currency code, such as `USD`."""
    slug: str | None = None
    """Name of the product in addresses. Since 8.3."""
    product_url: str | None = Field(None, alias="product-url")
    """Address of the order page. Since 8.3."""
    allowqty: int | None = None
    """Whether and how several can be ordered at once; 0 where they cannot. Since 8.12."""
    quantity_available: int | None = None
    """How many are in stock. Since 8.12."""
    customfields: list[ProductCustomField] = Field(default_factory=no_items)
    configoptions: list[ProductConfigOption] = Field(default_factory=no_items)


class ProductsListResponse(Model):
    """What GetProducts answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"products": "product"}

    result: str | None = None
    totalresults: int | None = None
    products: list[Product] = Field(default_factory=no_items)
    startnumber: int | None = None
    numreturned: int | None = None


class OrderStatus(Model):
    """A status that orders can have."""

    title: str | None = None
    count: int | None = None
    """Number of orders with this status."""


class OrderStatusesListResponse(Model):
    """What GetOrderStatuses answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"statuses": "status"}

    result: str | None = None
    totalresults: int | None = None
    statuses: list[OrderStatus] = Field(default_factory=no_items)


class Promotion(Model):
    """A promotion code and its terms."""

    id: int | None = None
    code: str | None = None
    type: str | None = None
    """Kind of discount, such as `Percentage` or `Fixed Amount`."""
    recurring: bool | None = None
    """Whether renewals get the discount too."""
    value: Decimal | None = None
    """Amount or percentage of the discount."""
    cycles: str | None = None
    """Billing cycles that qualify, separated by commas; empty for all."""
    appliesto: str | None = None
    """What gets the discount: IDs of products and the like, separated by commas."""
    requires: str | None = None
    """What has to be ordered with it, in the form of `appliesto`."""
    requiresexisting: bool | None = None
    """Whether a service that the client has already counts for `requires`."""
    startdate: Date | None = None
    expirationdate: Date | None = None
    maxuses: int | None = None
    """How often the code can be used, 0 for no limit."""
    uses: int | None = None
    """How often the code was used."""
    lifetimepromo: bool | None = None
    applyonce: bool | None = None
    """Whether only one item of an order gets the discount."""
    newsignups: bool | None = None
    """Whether only new clients can use the code."""
    existingclient: bool | None = None
    """Whether only existing clients can use the code."""
    onceperclient: bool | None = None
    """Whether each client can use the code only once."""
    recurfor: int | None = None
    """How many times the discount recurs, 0 for no limit."""
    upgrades: bool | None = None
    """Whether the code is for upgrades."""
    upgradeconfig: str | None = None
    """Terms of upgrades in a form of the server's own."""
    notes: str | None = None


class PromotionsListResponse(Model):
    """What GetPromotions answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"promotions": "promotion"}

    result: str | None = None
    totalresults: int | None = None
    promotions: list[Promotion] = Field(default_factory=no_items)


class OrderFraudCheckResponse(Model):
    """What OrderFraudCheck answers."""

    result: str | None = None
    status: str | None = None
    """Outcome of the check; not the status of the call."""
    module: str | None = None
    """Module that checked the order."""
    results: str | None = None
    """Details of the check in a form of the module's own."""


class AddProductResponse(Model):
    """What AddProduct answers."""

    result: str | None = None
    pid: int | None = None
    """Product ID."""
