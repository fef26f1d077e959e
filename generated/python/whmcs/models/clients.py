"""Models of the group clients."""

from collections.abc import Mapping
from datetime import date as Date
from datetime import datetime as DateTime
from decimal import Decimal
from typing import Any, ClassVar

from pydantic import Field

from .._runtime.defaults import no_items
from .._runtime.model import Model
from .._runtime.paging import Page
from ..enums import CancellationRequestType, ClientStatus
from .shared import Client


class ClientsListResponse(Page):
    """What GetClients answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"clients": "client"}

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    clients: list[Client] = Field(default_factory=no_items)


class EmailPreferences(Model):
    """Which kinds of email a client or contact receives."""

    general: bool | None = None
    """General emails."""
    product: bool | None = None
    """Emails about products and services."""
    domain: bool | None = None
    """Emails about domains; someone has to receive these."""
    invoice: bool | None = None
    """Emails about invoices and payments."""
    support: bool | None = None
    """Emails about support tickets."""
    affiliate: bool | None = None
    """Emails about affiliate matters."""


class CustomFieldValue(Model):
    """The value of a custom field."""

    id: int | None = None
    """Custom field ID."""
    value: str | None = None


class ClientUser(Model):
    """A user with access to a client."""

    id: int | None = None
    """User ID."""
    name: str | None = None
    """First and last name."""
    email: str | None = None
    is_owner: bool | None = None
    """Whether the user owns the client."""


class ClientDetail(Model):
    """The full record of a client."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"users": "user"}

    client_id: int | None = None
    """The client ID, as in `id`."""
    owner_user_id: int | None = None
    """User ID of the owner."""
    userid: int | None = None
    """The client ID, as in `id`."""
    id: int | None = None
    """Client ID."""
    uuid: str | None = None
    firstname: str | None = None
    lastname: str | None = None
    fullname: str | None = None
    companyname: str | None = None
    email: str | None = None
    address1: str | None = None
    address2: str | None = None
    city: str | None = None
    fullstate: str | None = None
    """Name of the state or region."""
    state: str | None = None
    """State or region as it was entered."""
    postcode: str | None = None
    countrycode: str | None = None
    """ISO 3166 2-letter code."""
    country: str | None = None
    """ISO 3166 2-letter code."""
    phonenumber: str | None = None
    tax_id: str | None = None
    """Tax ID, such as a VAT number."""
    email_preferences: EmailPreferences | None = None
    """Which kinds of email a client or contact receives. Since 7.10."""
    statecode: str | None = None
    countryname: str | None = None
    phonecc: str | None = None
    """Country calling code, without the plus sign."""
    phonenumberformatted: str | None = None
    """Phone number with country calling code."""
    telephoneNumber: str | None = None
    """Phone number with country calling code."""
    billingcid: int | None = None
    """ID of the billing contact, 0 where it is the client."""
    notes: str | None = None
    """Notes that only staff see."""
    currency: int | None = None
    """Currency ID."""
    defaultgateway: str | None = None
    """System name of the default payment method, empty for none."""
    groupid: int | None = None
    """ID of the client group, 0 for none."""
    status: ClientStatus | None = None
    credit: Decimal | None = None
    """Credit balance in the client's currency."""
    taxexempt: bool | None = None
    latefeeoveride: bool | None = None
    """Whether late fees are waived."""
    overideduenotices: bool | None = None
    """Whether overdue notices are withheld."""
    separateinvoices: bool | None = None
    """Whether each service is invoiced on its own."""
    disableautocc: bool | None = None
    """Whether cards are not charged automatically."""
    emailoptout: bool | None = None
    marketing_emails_opt_in: bool | None = None
    overrideautoclose: bool | None = None
    """Whether the account stays open when inactive."""
    allowSingleSignOn: bool | None = None
    email_verified: bool | None = None
    language: str | None = None
    """Full name such as `english`; empty for the default."""
    isOptedInToMarketingEmails: bool | None = None
    lastlogin: str | None = None
    """Time, address and host of the last login, as text to show."""
    currency_code: str | None = None
    """Currency code, such as `USD`."""
    customfields: list[CustomFieldValue] = Field(default_factory=no_items)
    customfields1: str | None = None
    """Value of the first custom field; `customfields2` and so on follow. `customfields` has them
    by ID.
    """
    users: list[ClientUser] = Field(default_factory=no_items)
    """The users with access to the client. Since 8.0."""


class ClientStats(Model):
    """Figures about one client, answered where `stats` was asked for. Amounts are text in the
    client's currency, such as `$5.95 USD`.
    """

    numdueinvoices: int | None = None
    dueinvoicesbalance: str | None = None
    incredit: bool | None = None
    """Whether there is a credit balance."""
    creditbalance: str | None = None
    grossRevenue: str | None = None
    expenses: str | None = None
    income: str | None = None
    """Gross revenue less expenses."""
    numoverdueinvoices: int | None = None
    overdueinvoicesbalance: str | None = None
    numDraftInvoices: int | None = None
    draftInvoicesBalance: str | None = None
    numunpaidinvoices: int | None = None
    unpaidinvoicesamount: str | None = None
    numpaidinvoices: int | None = None
    paidinvoicesamount: str | None = None
    numcancelledinvoices: int | None = None
    cancelledinvoicesamount: str | None = None
    numrefundedinvoices: int | None = None
    refundedinvoicesamount: str | None = None
    numcollectionsinvoices: int | None = None
    collectionsinvoicesamount: str | None = None
    numpaymentpendinginvoices: int | None = None
    paymentpendinginvoicesamount: str | None = None
    productsnumactivehosting: int | None = None
    productsnumhosting: int | None = None
    productsnumactivereseller: int | None = None
    productsnumreseller: int | None = None
    productsnumactiveservers: int | None = None
    productsnumservers: int | None = None
    productsnumactiveother: int | None = None
    productsnumother: int | None = None
    productsnumactive: int | None = None
    productsnumtotal: int | None = None
    numactivedomains: int | None = None
    numdomains: int | None = None
    numacceptedquotes: int | None = None
    numquotes: int | None = None
    numtickets: int | None = None
    numactivetickets: int | None = None
    numaffiliatesignups: int | None = None
    isAffiliate: bool | None = None


class ClientDetailsResponse(Model):
    """What GetClientsDetails answers."""

    wire_flattened: ClassVar[str | None] = "client"

    result: str | None = None
    client: ClientDetail | None = None
    """The full record of a client."""
    stats: ClientStats | None = None
    """Figures about one client, answered where `stats` was asked for. Amounts are text in the
    client's currency, such as `$5.95 USD`.
    """


class AddClientResponse(Model):
    """What AddClient answers."""

    result: str | None = None
    clientid: int | None = None
    """ID of the newly created client."""


class UpdateClientResponse(Model):
    """What UpdateClient answers."""

    result: str | None = None
    clientid: int | None = None
    """Client ID."""


class DeleteClientResponse(Model):
    """What DeleteClient answers."""

    result: str | None = None
    clientid: int | None = None
    """Client ID."""


class ContactResponse(Model):
    """The contact that was added, changed or deleted."""

    result: str | None = None
    contactid: int | None = None
    """Contact ID."""


class CloseClientResponse(Model):
    """What CloseClient answers."""

    result: str | None = None
    clientid: int | None = None
    """Client ID."""


class CancellationRequest(Model):
    """A request to cancel a service."""

    id: int | None = None
    """ID of the request."""
    date: DateTime | None = None
    """When it was requested."""
    relid: int | None = None
    """Service ID."""
    reason: str | None = None
    type: CancellationRequestType | None = None
    created_at: DateTime | None = None
    updated_at: DateTime | None = None


class CancelledPackagesListResponse(Page):
    """What GetCancelledPackages answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"packages": "package"}

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    packages: list[CancellationRequest] = Field(default_factory=no_items)


class ClientGroup(Model):
    """A client group."""

    id: int | None = None
    """Client group ID."""
    groupname: str | None = None
    groupcolour: str | None = None
    """Colour of its clients in the admin area, such as `#ff0000`."""
    discountpercent: Decimal | None = None
    """Discount in percent."""
    susptermexempt: bool | None = None
    """Whether services are never suspended or terminated automatically."""
    separateinvoices: bool | None = None
    """Whether each service is invoiced on its own."""


class ClientGroupsListResponse(Model):
    """What GetClientGroups answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"groups": "group"}

    result: str | None = None
    totalresults: int | None = None
    groups: list[ClientGroup] = Field(default_factory=no_items)


class ClientPasswordResponse(Model):
    """What GetClientPassword answers."""

    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("password",))

    result: str | None = None
    password: str | None = None
    """Password in encrypted form."""


class ClientAddon(Model):
    """A product addon that a client owns."""

    id: int | None = None
    """ID of the client's addon."""
    qty: int | None = None
    """Since 8.12."""
    userid: int | None = None
    """Client ID."""
    orderid: int | None = None
    serviceid: int | None = None
    """ID of the service that it extends."""
    addonid: int | None = None
    """ID of the predefined addon, 0 for none."""
    name: str | None = None
    setupfee: Decimal | None = None
    recurring: Decimal | None = None
    """Amount of each billing cycle."""
    billingcycle: str | None = None
    tax: bool | None = None
    """Whether it is taxed."""
    status: str | None = None
    regdate: Date | None = None
    nextduedate: Date | None = None
    nextinvoicedate: Date | None = None
    paymentmethod: str | None = None
    """System name of the payment method, such as `paypal`."""
    paymentmethodname: str | None = None
    """Display name of the payment method."""
    notes: str | None = None
    """Notes that only staff see."""


class ClientAddonsListResponse(Model):
    """What GetClientsAddons answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"addons": "addon"}

    result: str | None = None
    serviceid: int | str | None = None
    """The service IDs asked for; one or a list."""
    clientid: int | None = None
    """The client ID asked for."""
    totalresults: int | None = None
    addons: list[ClientAddon] = Field(default_factory=no_items)


class ClientDomain(Model):
    """A domain that a client owns."""

    id: int | None = None
    """Domain ID."""
    userid: int | None = None
    """Client ID."""
    orderid: int | None = None
    regtype: str | None = None
    """How it was ordered; Register or Transfer."""
    domainname: str | None = None
    registrar: str | None = None
    """System name of the registrar module."""
    regperiod: int | None = None
    """Registration period in years."""
    firstpaymentamount: Decimal | None = None
    recurringamount: Decimal | None = None
    paymentmethod: str | None = None
    """System name of the payment method, such as `paypal`."""
    paymentmethodname: str | None = None
    """Display name of the payment method."""
    regdate: Date | None = None
    expirydate: Date | None = None
    nextduedate: Date | None = None
    status: str | None = None
    subscriptionid: str | None = None
    """Subscription at the payment gateway."""
    promoid: int | None = None
    """Promotion ID, 0 for none."""
    dnsmanagement: bool | None = None
    emailforwarding: bool | None = None
    idprotection: bool | None = None
    donotrenew: bool | None = None
    """Whether renewal is switched off."""
    notes: str | None = None
    """Notes that only staff see."""


class ClientDomainsListResponse(Page):
    """What GetClientsDomains answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"domains": "domain"}

    result: str | None = None
    clientid: int | None = None
    """The client ID asked for."""
    domainid: int | None = None
    """The domain ID asked for."""
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    domains: list[ClientDomain] = Field(default_factory=no_items)


class ConfigOptionValue(Model):
    """What is chosen for a configurable option of a service."""

    id: int | None = None
    """Configurable option ID."""
    option: str | None = None
    """Name of the option."""
    type: str | None = None
    """Kind of the option, such as `dropdown`."""
    value: str | None = None
    """What is chosen."""


class ClientProduct(Model):
    """A service, that is a product that a client owns."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {
        "customfields": "customfield",
        "configoptions": "configoption",
    }
    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("password",))

    id: int | None = None
    """Service ID."""
    qty: int | None = None
    """Since 8.12."""
    clientid: int | None = None
    orderid: int | None = None
    ordernumber: str | None = None
    """Order number as the client sees it."""
    pid: int | None = None
    """Product ID."""
    regdate: Date | None = None
    name: str | None = None
    """Product name."""
    translated_name: str | None = None
    """Product name in the client's language."""
    groupname: str | None = None
    """Name of the product group."""
    translated_groupname: str | None = None
    """Name of the product group in the client's language."""
    domain: str | None = None
    dedicatedip: str | None = None
    serverid: int | None = None
    """Server ID, 0 for none."""
    servername: str | None = None
    serverip: str | None = None
    serverhostname: str | None = None
    suspensionreason: str | None = None
    firstpaymentamount: Decimal | None = None
    recurringamount: Decimal | None = None
    paymentmethod: str | None = None
    """System name of the payment method, such as `paypal`."""
    paymentmethodname: str | None = None
    """Display name of the payment method."""
    billingcycle: str | None = None
    nextduedate: Date | None = None
    status: str | None = None
    username: str | None = None
    """Username of the service."""
    password: str | None = None
    """Password of the service."""
    subscriptionid: str | None = None
    """Subscription at the payment gateway."""
    promoid: int | None = None
    """Promotion ID, 0 for none."""
    overideautosuspend: bool | None = None
    """Whether automatic suspension waits until `overidesuspenduntil`."""
    overidesuspenduntil: Date | None = None
    ns1: str | None = None
    ns2: str | None = None
    assignedips: str | None = None
    """Further IP addresses, one a line."""
    notes: str | None = None
    """Notes that only staff see."""
    diskusage: int | None = None
    """In megabytes."""
    disklimit: int | None = None
    """In megabytes."""
    bwusage: int | None = None
    """Traffic so far, in megabytes."""
    bwlimit: int | None = None
    """Traffic allowed, in megabytes."""
    lastupdate: DateTime | None = None
    """When the usage was last updated."""
    customfields: list[CustomFieldValue] = Field(default_factory=no_items)
    configoptions: list[ConfigOptionValue] = Field(default_factory=no_items)


class ClientProductsListResponse(Page):
    """What GetClientsProducts answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"products": "product"}

    result: str | None = None
    clientid: int | None = None
    """The client ID asked for."""
    serviceid: int | None = None
    """The service ID asked for."""
    pid: int | None = None
    """The product ID asked for."""
    domain: str | None = None
    """The domain asked for."""
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    products: list[ClientProduct] = Field(default_factory=no_items)


class Contact(Model):
    """A contact of a client."""

    id: int | None = None
    """Contact ID."""
    userid: int | None = None
    """ID of the client whom the contact is for."""
    firstname: str | None = None
    lastname: str | None = None
    email: str | None = None
    address1: str | None = None
    address2: str | None = None
    city: str | None = None
    state: str | None = None
    postcode: str | None = None
    country: str | None = None
    """ISO 3166 2-letter code."""
    phonenumber: str | None = None
    domainemails: bool | None = None
    """Whether emails about domains are sent."""
    generalemails: bool | None = None
    """Whether general emails are sent."""
    invoiceemails: bool | None = None
    """Whether emails about invoices are sent."""
    productemails: bool | None = None
    """Whether emails about products are sent."""
    supportemails: bool | None = None
    """Whether emails about support tickets are sent."""
    affiliateemails: bool | None = None
    """Whether emails about affiliate matters are sent."""
    created_at: DateTime | None = None
    updated_at: DateTime | None = None


class ContactsListResponse(Page):
    """What GetContacts answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"contacts": "contact"}

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    contacts: list[Contact] = Field(default_factory=no_items)


class ClientEmail(Model):
    """An email sent to a client."""

    id: int | None = None
    """Email ID."""
    userid: int | None = None
    """Client ID."""
    subject: str | None = None
    message: str | None = None
    """Body as HTML."""
    date: DateTime | None = None
    to: str | None = None
    """Recipients."""
    cc: str | None = None
    bcc: str | None = None
    attachments: Any = None
    """Null for none; passed on as sent."""
    pending: bool | None = None
    """Whether it waits to be sent."""
    message_data: Any = None
    """Data of the message, null for none; passed on as sent."""
    failed: bool | None = None
    """Whether it could not be sent."""
    failure_reason: str | None = None
    retry_count: int | None = None
    created_at: DateTime | None = None
    updated_at: DateTime | None = None
    campaign_id: int | None = None
    """ID of the email campaign, 0 for none."""


class EmailsListResponse(Page):
    """What GetEmails answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"emails": "email"}

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    emails: list[ClientEmail] = Field(default_factory=no_items)
