"""The group Orders: its operations as data, and the methods that call them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Final

from .._runtime.aliases import Amount, Extra, Keyed, Timeout
from .._runtime.operation import Condition, Encoding, Operation, Paged, Param, Requirement
from .._runtime.secret import hide
from .._runtime.session import AsyncSession, Session
from ..enums import AddOrderDomaintype, AddProductAutosetup, AddProductPaytype, AddProductType
from ..inputs import CyclePricingInput, ProductRecommendationInput
from ..models.orders import (
    AddOrderResponse,
    AddProductResponse,
    Order,
    OrderFraudCheckResponse,
    OrdersListResponse,
    OrderStatusesListResponse,
    ProductsListResponse,
    PromotionsListResponse,
)
from ..models.shared import SuccessResponse

GET_ORDERS: Final[Paged[OrdersListResponse, Order]] = Paged(
    action="GetOrders",
    group="Orders",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
        Param("id", "integer"),
        Param("userid", "integer"),
        Param("requestor_id", "integer"),
        Param("status", "text"),
    ),
    response=OrdersListResponse,
    records="orders",
    docs="https://developers.whmcs.com/api-reference/getorders/",
)
ADD_ORDER: Final[Operation[AddOrderResponse]] = Operation(
    action="AddOrder",
    group="Orders",
    effect="write",
    params=(
        Param("clientid", "integer", required=True),
        Param("paymentmethod", "text", required=True),
        Param("pid", "integer", shape="list"),
        Param("qty", "integer", shape="list", since="8.12"),
        Param("domain", "text", shape="list"),
        Param("billingcycle", "text", shape="list"),
        Param("domaintype", "text", shape="list", values=("register", "transfer")),
        Param("regperiod", "integer", shape="list"),
        Param("idnlanguage", "text", shape="list", since="8.0"),
        Param("eppcode", "text", shape="list", sensitive=True),
        Param("nameserver1", "text"),
        Param("nameserver2", "text"),
        Param("nameserver3", "text"),
        Param("nameserver4", "text"),
        Param("nameserver5", "text"),
        Param(
            "customfields",
            "any",
            shape="list",
            encoding=Encoding(kind="php-serialize", each=True),
        ),
        Param(
            "configoptions",
            "any",
            shape="list",
            encoding=Encoding(kind="php-serialize", each=True),
        ),
        Param("priceoverride", "decimal", shape="list"),
        Param("promocode", "text"),
        Param("promooverride", "boolean"),
        Param("affid", "integer"),
        Param("noinvoice", "boolean"),
        Param("noinvoiceemail", "boolean"),
        Param("noemail", "boolean"),
        Param("addons", "any", shape="list", encoding=Encoding(kind="comma", each=True)),
        Param(
            "addonsqty",
            "any",
            shape="list",
            since="8.12",
            encoding=Encoding(kind="comma", each=True),
        ),
        Param("hostname", "text", shape="list"),
        Param("ns1prefix", "text", shape="list"),
        Param("ns2prefix", "text", shape="list"),
        Param("rootpw", "text", shape="list", sensitive=True),
        Param("contactid", "integer"),
        Param("dnsmanagement", "boolean", shape="list"),
        Param(
            "domainfields",
            "any",
            shape="list",
            encoding=Encoding(kind="php-serialize", each=True),
        ),
        Param("emailforwarding", "boolean", shape="list"),
        Param("idprotection", "boolean", shape="list"),
        Param("domainpriceoverride", "decimal", shape="list"),
        Param("domainrenewoverride", "decimal", shape="list"),
        Param("domainrenewals", "integer", shape="map"),
        Param("clientip", "text"),
        Param("addonid", "integer"),
        Param("addonidqty", "integer", since="8.12"),
        Param("serviceid", "integer"),
        Param("addonids", "integer", shape="list"),
        Param("addonidsqty", "integer", shape="list", since="8.12"),
        Param("serviceids", "integer", shape="list"),
        Param("servicerenewals", "integer", shape="list", since="8.8"),
        Param("addonrenewals", "integer", shape="list", since="8.9"),
    ),
    response=AddOrderResponse,
    requires=(
        Requirement(
            any=(
                "pid",
                "domain",
                "domainrenewals",
                "addonid",
                "addonids",
                "servicerenewals",
                "addonrenewals",
            )
        ),
    ),
    errors=(
        "Client ID Not Found",
        "Unable to add order when client status is Closed",
        "Invalid Payment Method. Valid options include",
        "Addon ID invalid",
        "Service ID not owned by Client ID provided",
        "Domain status is set to 'Pending|Cancelled|Pending Transfer|Transferred|Fraud' and cannot be renewed",
        "Domain not owned by Client ID provided",
        "No items added to cart so order cannot proceed",
        "Expecting parameter '<request-parameter>' to be an array",
        "Service ID xxx can not be renewed at this time.",
    ),
    docs="https://developers.whmcs.com/api-reference/addorder/",
)
GET_PRODUCTS: Final[Operation[ProductsListResponse]] = Operation(
    action="GetProducts",
    group="Orders",
    effect="read",
    params=(
        Param("pid", "integer", shape="list", encoding=Encoding(kind="comma")),
        Param("gid", "integer"),
        Param("module", "text"),
    ),
    response=ProductsListResponse,
    docs="https://developers.whmcs.com/api-reference/getproducts/",
)
ACCEPT_ORDER: Final[Operation[SuccessResponse]] = Operation(
    action="AcceptOrder",
    group="Orders",
    effect="write",
    params=(
        Param("orderid", "integer", required=True),
        Param("serverid", "integer"),
        Param("serviceusername", "text"),
        Param("servicepassword", "text", sensitive=True),
        Param("registrar", "text"),
        Param("sendregistrar", "boolean"),
        Param("autosetup", "boolean"),
        Param("sendemail", "boolean"),
    ),
    response=SuccessResponse,
    errors=("Order ID not found or Status not Pending", "Server and/or registrar response message"),
    docs="https://developers.whmcs.com/api-reference/acceptorder/",
)
CANCEL_ORDER: Final[Operation[SuccessResponse]] = Operation(
    action="CancelOrder",
    group="Orders",
    effect="destructive",
    params=(
        Param("orderid", "integer", required=True),
        Param("cancelsub", "boolean"),
        Param("noemail", "boolean"),
    ),
    response=SuccessResponse,
    errors=(
        "Order ID not found or Status not Pending",
        "Subscription Cancellation Failed - Please check the gateway log for further information",
    ),
    docs="https://developers.whmcs.com/api-reference/cancelorder/",
)
DELETE_ORDER: Final[Operation[SuccessResponse]] = Operation(
    action="DeleteOrder",
    group="Orders",
    effect="destructive",
    params=(Param("orderid", "integer", required=True),),
    response=SuccessResponse,
    errors=("Order ID not found", "The order status must be in Cancelled or Fraud to be deleted"),
    docs="https://developers.whmcs.com/api-reference/deleteorder/",
)
FRAUD_ORDER: Final[Operation[SuccessResponse]] = Operation(
    action="FraudOrder",
    group="Orders",
    effect="destructive",
    params=(
        Param("orderid", "integer", required=True),
        Param("cancelsub", "boolean"),
    ),
    response=SuccessResponse,
    errors=(
        "Order ID Not Found",
        "Subscription Cancellation Failed - Please check the gateway log for further information",
    ),
    docs="https://developers.whmcs.com/api-reference/fraudorder/",
)
GET_ORDER_STATUSES: Final[Operation[OrderStatusesListResponse]] = Operation(
    action="GetOrderStatuses",
    group="Orders",
    effect="read",
    params=(),
    response=OrderStatusesListResponse,
    docs="https://developers.whmcs.com/api-reference/getorderstatuses/",
)
GET_PROMOTIONS: Final[Operation[PromotionsListResponse]] = Operation(
    action="GetPromotions",
    group="Orders",
    effect="read",
    params=(Param("code", "text"),),
    response=PromotionsListResponse,
    docs="https://developers.whmcs.com/api-reference/getpromotions/",
)
ORDER_FRAUD_CHECK: Final[Operation[OrderFraudCheckResponse]] = Operation(
    action="OrderFraudCheck",
    group="Orders",
    effect="write",
    params=(
        Param("orderid", "integer", required=True),
        Param("ipaddress", "text"),
    ),
    response=OrderFraudCheckResponse,
    errors=("Order ID Not Found", "No Active Fraud Module"),
    docs="https://developers.whmcs.com/api-reference/orderfraudcheck/",
)
PENDING_ORDER: Final[Operation[SuccessResponse]] = Operation(
    action="PendingOrder",
    group="Orders",
    effect="write",
    params=(Param("orderid", "integer", required=True),),
    response=SuccessResponse,
    errors=("Order ID Not Found",),
    docs="https://developers.whmcs.com/api-reference/pendingorder/",
)
ADD_PRODUCT: Final[Operation[AddProductResponse]] = Operation(
    action="AddProduct",
    group="Orders",
    effect="write",
    params=(
        Param("name", "text", required=True),
        Param("gid", "integer", required=True),
        Param("slug", "text", since="8.3"),
        Param("type", "text", values=("hostingaccount", "reselleraccount", "server", "other")),
        Param("stockcontrol", "boolean"),
        Param("qty", "integer"),
        Param("paytype", "text", values=("free", "onetime", "recurring")),
        Param("hidden", "boolean"),
        Param("showdomainoptions", "boolean"),
        Param("tax", "boolean"),
        Param("isFeatured", "boolean"),
        Param("proratabilling", "boolean"),
        Param("description", "text"),
        Param("shortdescription", "text"),
        Param("tagline", "text"),
        Param("color", "text"),
        Param("welcomeemail", "integer"),
        Param("proratadate", "integer"),
        Param("proratachargenextmonth", "integer"),
        Param("subdomain", "text", shape="list", encoding=Encoding(kind="comma")),
        Param("autosetup", "text", values=("", "on", "payment", "order")),
        Param("module", "text"),
        Param("servergroupid", "integer"),
        Param("configoption1", "any", shape="any"),
        Param("configoption2", "any", shape="any"),
        Param("configoption3", "any", shape="any"),
        Param("configoption4", "any", shape="any"),
        Param("configoption5", "any", shape="any"),
        Param("configoption6", "any", shape="any"),
        Param("order", "integer"),
        Param(
            "pricing",
            "object",
            shape="map",
            fields=(
                Param("msetupfee", "decimal"),
                Param("qsetupfee", "decimal"),
                Param("ssetupfee", "decimal"),
                Param("asetupfee", "decimal"),
                Param("bsetupfee", "decimal"),
                Param("tsetupfee", "decimal"),
                Param("monthly", "decimal"),
                Param("quarterly", "decimal"),
                Param("semiannually", "decimal"),
                Param("annually", "decimal"),
                Param("biennially", "decimal"),
                Param("triennially", "decimal"),
            ),
        ),
        Param(
            "recommendations",
            "object",
            shape="list",
            fields=(
                Param("id", "integer"),
                Param("order", "integer"),
            ),
        ),
        Param("ondemandrenewalconfigurationoverride", "boolean"),
        Param("ondemandrenewalsenabled", "boolean"),
        Param("ondemandrenewalperiodmonthly", "integer"),
        Param("ondemandrenewalperiodquarterly", "integer"),
        Param("ondemandrenewalperiodsemiannually", "integer"),
        Param("ondemandrenewalperiodannually", "integer"),
        Param("ondemandrenewalperiodbiennially", "integer"),
        Param("ondemandrenewalperiodtriennially", "integer"),
    ),
    response=AddProductResponse,
    requires=(
        Requirement(
            none=(
                "ondemandrenewalsenabled",
                "ondemandrenewalperiodmonthly",
                "ondemandrenewalperiodquarterly",
                "ondemandrenewalperiodsemiannually",
                "ondemandrenewalperiodannually",
                "ondemandrenewalperiodbiennially",
                "ondemandrenewalperiodtriennially",
            ),
            unless=(Condition("ondemandrenewalconfigurationoverride", flag=True),),
        ),
    ),
    errors=(
        "You must supply a name for the product",
        "You must supply a valid Product Group ID",
        "You must supply a valid welcome email ID",
        'Invalid product type. Must be one of "hostingaccount", "reselleraccount", "server" or "other"',
        'Invalid pay type. Must be one of "free", "onetime" or "recurring"',
        'Invalid autosetup value. Must be one of "", "on", "order" or "payment"',
        "The color must be a valid hexadecimal value.",
        "The recommendation product ID is invalid. This must be an existing product ID.",
    ),
    docs="https://developers.whmcs.com/api-reference/addproduct/",
)


class Orders:
    """Orders, products and promotions."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get_orders(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        id: int | None = None,
        userid: int | None = None,
        requestor_id: int | None = None,
        status: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> OrdersListResponse:
        """Get Orders.

        Retrieve the orders that match, with what was ordered, one page at a time.

        Args:
            limitstart: Offset of the first order, from 0. The server assumes 0.
            limitnum: Number of orders on a page. The server assumes 25.
            id: Only the order with this ID.
            userid: Only orders of this client.
            requestor_id: Only orders placed by this user.
            status: Only orders with this status: `Pending`, `Active` or another one of
                GetOrderStatuses.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``orders`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getorders/
        """
        extra = hide(extra)
        return self._session.call(
            GET_ORDERS,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "id": id,
                "userid": userid,
                "requestor_id": requestor_id,
                "status": status,
            },
            extra,
            timeout,
        )

    def iter_orders(
        self,
        *,
        limitstart: int | None = None,
        id: int | None = None,
        userid: int | None = None,
        requestor_id: int | None = None,
        status: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[Order]:
        """Every record of ``get_orders``, page after page, fetched as they are needed.

        Takes the parameters of ``get_orders``. It ends when all records have come, on an empty
        page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``Order``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_ORDERS,
            {
                "limitstart": limitstart,
                "id": id,
                "userid": userid,
                "requestor_id": requestor_id,
                "status": status,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    def add_order(
        self,
        *,
        clientid: int,
        paymentmethod: str,
        pid: Sequence[int | None] | None = None,
        qty: Sequence[int | None] | None = None,
        domain: Sequence[str | None] | None = None,
        billingcycle: Sequence[str | None] | None = None,
        domaintype: Sequence[AddOrderDomaintype | None] | None = None,
        regperiod: Sequence[int | None] | None = None,
        idnlanguage: Sequence[str | None] | None = None,
        eppcode: Sequence[str | None] | None = None,
        nameserver1: str | None = None,
        nameserver2: str | None = None,
        nameserver3: str | None = None,
        nameserver4: str | None = None,
        nameserver5: str | None = None,
        customfields: Sequence[Keyed[str] | None] | None = None,
        configoptions: Sequence[Keyed[int] | None] | None = None,
        priceoverride: Sequence[Amount | None] | None = None,
        promocode: str | None = None,
        promooverride: bool | None = None,
        affid: int | None = None,
        noinvoice: bool | None = None,
        noinvoiceemail: bool | None = None,
        noemail: bool | None = None,
        addons: Sequence[Sequence[int | None] | None] | None = None,
        addonsqty: Sequence[Sequence[int | None] | None] | None = None,
        hostname: Sequence[str | None] | None = None,
        ns1prefix: Sequence[str | None] | None = None,
        ns2prefix: Sequence[str | None] | None = None,
        rootpw: Sequence[str | None] | None = None,
        contactid: int | None = None,
        dnsmanagement: Sequence[bool | None] | None = None,
        domainfields: Sequence[Keyed[str] | None] | None = None,
        emailforwarding: Sequence[bool | None] | None = None,
        idprotection: Sequence[bool | None] | None = None,
        domainpriceoverride: Sequence[Amount | None] | None = None,
        domainrenewoverride: Sequence[Amount | None] | None = None,
        domainrenewals: Keyed[int] | None = None,
        clientip: str | None = None,
        addonid: int | None = None,
        addonidqty: int | None = None,
        serviceid: int | None = None,
        addonids: Sequence[int | None] | None = None,
        addonidsqty: Sequence[int | None] | None = None,
        serviceids: Sequence[int | None] | None = None,
        servicerenewals: Sequence[int | None] | None = None,
        addonrenewals: Sequence[int | None] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddOrderResponse:
        """Add Order.

        Place an order of products, domains, addons and renewals for a client. Nothing is set up
        until AcceptOrder is called. The lists run in parallel: the first entry of each one
        belongs to the first item, the second to the second and so on, with an empty entry where
        an item has no such value. Since 8.6 the server refuses a single value where it expects
        a list.

        At least one of ``pid``, ``domain``, ``domainrenewals``, ``addonid``, ``addonids``,
        ``servicerenewals`` or ``addonrenewals`` is needed.

        Args:
            clientid: ID of the client who orders.
            paymentmethod: System name of the payment method, such as `paypal` or `mailin`.
            pid: IDs of the products to order.
            qty: Quantities of the products. Since 8.12.
            domain: Domain names of the products and domains.
            billingcycle: Billing cycles of the products, such as `monthly`, `semiannually` or
                `annually`.
            domaintype: Whether the domains are registered or transferred.
            regperiod: Years to register each domain for.
            idnlanguage: Language codes of internationalised domains, such as `fre`. Since 8.0.
            eppcode: Authorisation codes of the domains to transfer.
            nameserver1: Nameserver 1 of all ordered domains.
            nameserver2: Nameserver 2 of all ordered domains.
            nameserver3: Nameserver 3 of all ordered domains.
            nameserver4: Nameserver 4 of all ordered domains.
            nameserver5: Nameserver 5 of all ordered domains.
            customfields: Custom fields of each product: values by field ID.
            configoptions: Configurable options of each product: the ID of the choice, or the
                quantity, by option ID.
            priceoverride: Prices of the products in place of their own.
            promocode: Promotion code to apply.
            promooverride: Apply the promotion even where no ordered product qualifies.
            affid: ID of the affiliate who is credited.
            noinvoice: Create no invoice for the order.
            noinvoiceemail: Send no email about the invoice.
            noemail: Send no order confirmation.
            addons: IDs of the addons to order with each product: a list of them for each.
            addonsqty: Quantities of the addons in `addons`. Since 8.12.
            hostname: Host names of ordered servers.
            ns1prefix: Prefixes of the first nameserver of ordered servers: `ns1` in
                `ns1.example.com`.
            ns2prefix: Prefixes of the second nameserver of ordered servers: `ns2` in
                `ns2.example.com`.
            rootpw: Root passwords of ordered servers.
            contactid: ID of the client's contact whose details all ordered domains bear.
            dnsmanagement: Whether the domains come with DNS management.
            domainfields: Values that the TLD of each domain asks for.
            emailforwarding: Whether the domains come with email forwarding.
            idprotection: Whether the domains come with ID protection.
            domainpriceoverride: Prices of registration or transfer in place of the configured
                ones.
            domainrenewoverride: Prices of renewal in place of the configured ones.
            domainrenewals: Domains to renew: the period in years by domain name.
            clientip: IP address to record with the order.
            addonid: ID of an addon to order on its own, for the service `serviceid`.
            addonidqty: Quantity of the addon in `addonid`. Since 8.12.
            serviceid: ID of the service that `addonid` is for.
            addonids: IDs of addons to order on their own, for the services in `serviceids`.
            addonidsqty: Quantities of `addonids`. Since 8.12.
            serviceids: IDs of the services that `addonids` are for.
            servicerenewals: IDs of services to renew. Since 8.8.
            addonrenewals: IDs of service addons to renew. Since 8.9.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddOrderResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found",
                "Unable to add order when client status is Closed", "Invalid Payment Method.
                Valid options include", "Addon ID invalid", "Service ID not owned by Client ID
                provided", "Domain status is set to 'Pending|Cancelled|Pending
                Transfer|Transferred|Fraud' and cannot be renewed", "Domain not owned by Client
                ID provided", "No items added to cart so order cannot proceed", "Expecting
                parameter '<request-parameter>' to be an array", "Service ID xxx can not be
                renewed at this time.".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addorder/
        """
        eppcode = hide(eppcode)
        rootpw = hide(rootpw)
        extra = hide(extra)
        return self._session.call(
            ADD_ORDER,
            {
                "clientid": clientid,
                "paymentmethod": paymentmethod,
                "pid": pid,
                "qty": qty,
                "domain": domain,
                "billingcycle": billingcycle,
                "domaintype": domaintype,
                "regperiod": regperiod,
                "idnlanguage": idnlanguage,
                "eppcode": eppcode,
                "nameserver1": nameserver1,
                "nameserver2": nameserver2,
                "nameserver3": nameserver3,
                "nameserver4": nameserver4,
                "nameserver5": nameserver5,
                "customfields": customfields,
                "configoptions": configoptions,
                "priceoverride": priceoverride,
                "promocode": promocode,
                "promooverride": promooverride,
                "affid": affid,
                "noinvoice": noinvoice,
                "noinvoiceemail": noinvoiceemail,
                "noemail": noemail,
                "addons": addons,
                "addonsqty": addonsqty,
                "hostname": hostname,
                "ns1prefix": ns1prefix,
                "ns2prefix": ns2prefix,
                "rootpw": rootpw,
                "contactid": contactid,
                "dnsmanagement": dnsmanagement,
                "domainfields": domainfields,
                "emailforwarding": emailforwarding,
                "idprotection": idprotection,
                "domainpriceoverride": domainpriceoverride,
                "domainrenewoverride": domainrenewoverride,
                "domainrenewals": domainrenewals,
                "clientip": clientip,
                "addonid": addonid,
                "addonidqty": addonidqty,
                "serviceid": serviceid,
                "addonids": addonids,
                "addonidsqty": addonidsqty,
                "serviceids": serviceids,
                "servicerenewals": servicerenewals,
                "addonrenewals": addonrenewals,
            },
            extra,
            timeout,
        )

    def get_products(
        self,
        *,
        pid: Sequence[int | None] | None = None,
        gid: int | None = None,
        module: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ProductsListResponse:
        """Get Products.

        Retrieve all products that match, with prices and options, to build an order form from
        them; the answer is not paged. Custom fields are listed only where they show on the
        order form.

        Args:
            pid: Only the products with these IDs.
            gid: Only products of this group.
            module: Only products with this server module, such as `cpanel`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``products`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getproducts/
        """
        extra = hide(extra)
        return self._session.call(
            GET_PRODUCTS,
            {"pid": pid, "gid": gid, "module": module},
            extra,
            timeout,
        )

    def accept_order(
        self,
        *,
        orderid: int,
        serverid: int | None = None,
        serviceusername: str | None = None,
        servicepassword: str | None = None,
        registrar: str | None = None,
        sendregistrar: bool | None = None,
        autosetup: bool | None = None,
        sendemail: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Accept Order.

        Accept a pending order. What is ordered is set up and registered only where `autosetup`
        and `sendregistrar` say so.

        Args:
            orderid: Order ID; the order has to be pending.
            serverid: ID of the server for the ordered products.
            serviceusername: Username for the ordered products.
            servicepassword: Password for the ordered products.
            registrar: System name of the registrar module for the ordered domains, such as
                `enom`.
            sendregistrar: Have the registrar register the domains.
            autosetup: Have the server modules set the products up, whatever their configuration
                says.
            sendemail: Send the usual emails, such as the welcome email.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Order ID not found or
                Status not Pending", "Server and/or registrar response message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/acceptorder/
        """
        servicepassword = hide(servicepassword)
        extra = hide(extra)
        return self._session.call(
            ACCEPT_ORDER,
            {
                "orderid": orderid,
                "serverid": serverid,
                "serviceusername": serviceusername,
                "servicepassword": servicepassword,
                "registrar": registrar,
                "sendregistrar": sendregistrar,
                "autosetup": autosetup,
                "sendemail": sendemail,
            },
            extra,
            timeout,
        )

    def cancel_order(
        self,
        *,
        orderid: int,
        cancelsub: bool | None = None,
        noemail: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Cancel Order.

        Cancel an order that is still pending.

        Args:
            orderid: Order ID; the order has to be pending.
            cancelsub: Cancel the payment subscriptions of the products too.
            noemail: Send no email about it.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Order ID not found or
                Status not Pending", "Subscription Cancellation Failed - Please check the
                gateway log for further information".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/cancelorder/
        """
        extra = hide(extra)
        return self._session.call(
            CANCEL_ORDER,
            {"orderid": orderid, "cancelsub": cancelsub, "noemail": noemail},
            extra,
            timeout,
        )

    def delete_order(
        self,
        *,
        orderid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Delete Order.

        Delete a cancelled or fraudulent order for good, with its services, addons, domains and
        invoices.

        Args:
            orderid: Order ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Order ID not found", "The
                order status must be in Cancelled or Fraud to be deleted".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deleteorder/
        """
        extra = hide(extra)
        return self._session.call(DELETE_ORDER, {"orderid": orderid}, extra, timeout)

    def fraud_order(
        self,
        *,
        orderid: int,
        cancelsub: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Mark Order as Fraud.

        Give an order the status Fraud.

        Args:
            orderid: Order ID.
            cancelsub: Cancel the PayPal subscriptions of the products too.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Order ID Not Found",
                "Subscription Cancellation Failed - Please check the gateway log for further
                information".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/fraudorder/
        """
        extra = hide(extra)
        return self._session.call(
            FRAUD_ORDER,
            {"orderid": orderid, "cancelsub": cancelsub},
            extra,
            timeout,
        )

    def get_order_statuses(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> OrderStatusesListResponse:
        """Get Order Statuses.

        Retrieve the order statuses of the installation, and how many orders have each.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``statuses`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getorderstatuses/
        """
        extra = hide(extra)
        return self._session.call(GET_ORDER_STATUSES, {}, extra, timeout)

    def get_promotions(
        self,
        *,
        code: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> PromotionsListResponse:
        """Get Promotions.

        Retrieve all promotions, or the one with a given code; the answer is not paged.

        Args:
            code: Only the promotion with this code.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``promotions`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getpromotions/
        """
        extra = hide(extra)
        return self._session.call(GET_PROMOTIONS, {"code": code}, extra, timeout)

    def order_fraud_check(
        self,
        *,
        orderid: int,
        ipaddress: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> OrderFraudCheckResponse:
        """Check Order for Fraud.

        Have the active fraud module check an order.

        Args:
            orderid: Order ID.
            ipaddress: IP address to check in place of that of the order.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``OrderFraudCheckResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Order ID Not Found", "No
                Active Fraud Module".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/orderfraudcheck/
        """
        extra = hide(extra)
        return self._session.call(
            ORDER_FRAUD_CHECK,
            {"orderid": orderid, "ipaddress": ipaddress},
            extra,
            timeout,
        )

    def pending_order(
        self,
        *,
        orderid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Set Order to Pending.

        Set an order and everything in it back to pending.

        Args:
            orderid: Order ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Order ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/pendingorder/
        """
        extra = hide(extra)
        return self._session.call(PENDING_ORDER, {"orderid": orderid}, extra, timeout)

    def add_product(
        self,
        *,
        name: str,
        gid: int,
        slug: str | None = None,
        type: AddProductType | None = None,
        stockcontrol: bool | None = None,
        qty: int | None = None,
        paytype: AddProductPaytype | None = None,
        hidden: bool | None = None,
        showdomainoptions: bool | None = None,
        tax: bool | None = None,
        isFeatured: bool | None = None,
        proratabilling: bool | None = None,
        description: str | None = None,
        shortdescription: str | None = None,
        tagline: str | None = None,
        color: str | None = None,
        welcomeemail: int | None = None,
        proratadate: int | None = None,
        proratachargenextmonth: int | None = None,
        subdomain: Sequence[str | None] | None = None,
        autosetup: AddProductAutosetup | None = None,
        module: str | None = None,
        servergroupid: int | None = None,
        configoption1: str | Amount | bool | None = None,
        configoption2: str | Amount | bool | None = None,
        configoption3: str | Amount | bool | None = None,
        configoption4: str | Amount | bool | None = None,
        configoption5: str | Amount | bool | None = None,
        configoption6: str | Amount | bool | None = None,
        order: int | None = None,
        pricing: Keyed[CyclePricingInput] | None = None,
        recommendations: Sequence[ProductRecommendationInput | None] | None = None,
        ondemandrenewalconfigurationoverride: bool | None = None,
        ondemandrenewalsenabled: bool | None = None,
        ondemandrenewalperiodmonthly: int | None = None,
        ondemandrenewalperiodquarterly: int | None = None,
        ondemandrenewalperiodsemiannually: int | None = None,
        ondemandrenewalperiodannually: int | None = None,
        ondemandrenewalperiodbiennially: int | None = None,
        ondemandrenewalperiodtriennially: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddProductResponse:
        """Add Product.

        Add a product that clients can order. The `ondemandrenewal` settings count only where
        `ondemandrenewalconfigurationoverride` is set.

        Not to be given: ``ondemandrenewalsenabled``, ``ondemandrenewalperiodmonthly``,
        ``ondemandrenewalperiodquarterly``, ``ondemandrenewalperiodsemiannually``,
        ``ondemandrenewalperiodannually``, ``ondemandrenewalperiodbiennially`` or
        ``ondemandrenewalperiodtriennially``, unless ``ondemandrenewalconfigurationoverride`` is
        true.

        Args:
            name: Name of the product.
            gid: ID of the product group.
            slug: Name of the product in addresses, by default made from its name. Since 8.3.
            type: Kind of product.
            stockcontrol: Whether the stock is limited to `qty`.
            qty: How many are in stock.
            paytype: How the product is paid for.
            hidden: Keep the product off the order form.
            showdomainoptions: Offer a domain with the product.
            tax: Whether the product is taxed.
            isFeatured: Whether its group features the product.
            proratabilling: Whether the first period is billed pro rata.
            description: Text of the product on the order form.
            shortdescription: Short text for places with less room.
            tagline: Line that advertises the product.
            color: Colour of the product as a hexadecimal value.
            welcomeemail: ID of the product email template to welcome the client with.
            proratadate: Day of the month up to which the first period is billed, for
                `proratabilling`.
            proratachargenextmonth: Day of the month from which the next month is billed too,
                for `proratabilling`.
            subdomain: Domains under which a subdomain is offered, such as `.example.com`.
            autosetup: When the product is set up: never (empty), when a pending order is
                accepted (`on`), on `payment`, or with the `order`.
            module: System name of the server module, such as `cpanel`.
            servergroupid: ID of the server group to take a server from.
            configoption1: First setting of the module.
            configoption2: Second setting of the module.
            configoption3: Third setting of the module.
            configoption4: Fourth setting of the module.
            configoption5: Fifth setting of the module.
            configoption6: Sixth setting of the module.
            order: Position on the order form.
            pricing: Prices by currency ID.
            recommendations: Products to recommend with this one.
            ondemandrenewalconfigurationoverride: Whether the product has settings of its own
                for renewal on demand.
            ondemandrenewalsenabled: Whether clients can renew early.
            ondemandrenewalperiodmonthly: Days during which monthly services can be renewed
                early.
            ondemandrenewalperiodquarterly: Days during which quarterly services can be renewed
                early.
            ondemandrenewalperiodsemiannually: Days during which semiannual services can be
                renewed early.
            ondemandrenewalperiodannually: Days during which annual services can be renewed
                early.
            ondemandrenewalperiodbiennially: Days during which biennial services can be renewed
                early.
            ondemandrenewalperiodtriennially: Days during which triennial services can be
                renewed early.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddProductResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "You must supply a name for
                the product", "You must supply a valid Product Group ID", "You must supply a
                valid welcome email ID", "Invalid product type. Must be one of "hostingaccount",
                "reselleraccount", "server" or "other"", "Invalid pay type. Must be one of
                "free", "onetime" or "recurring"", "Invalid autosetup value. Must be one of "",
                "on", "order" or "payment"", "The color must be a valid hexadecimal value.",
                "The recommendation product ID is invalid. This must be an existing product
                ID.".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addproduct/
        """
        extra = hide(extra)
        return self._session.call(
            ADD_PRODUCT,
            {
                "name": name,
                "gid": gid,
                "slug": slug,
                "type": type,
                "stockcontrol": stockcontrol,
                "qty": qty,
                "paytype": paytype,
                "hidden": hidden,
                "showdomainoptions": showdomainoptions,
                "tax": tax,
                "isFeatured": isFeatured,
                "proratabilling": proratabilling,
                "description": description,
                "shortdescription": shortdescription,
                "tagline": tagline,
                "color": color,
                "welcomeemail": welcomeemail,
                "proratadate": proratadate,
                "proratachargenextmonth": proratachargenextmonth,
                "subdomain": subdomain,
                "autosetup": autosetup,
                "module": module,
                "servergroupid": servergroupid,
                "configoption1": configoption1,
                "configoption2": configoption2,
                "configoption3": configoption3,
                "configoption4": configoption4,
                "configoption5": configoption5,
                "configoption6": configoption6,
                "order": order,
                "pricing": pricing,
                "recommendations": recommendations,
                "ondemandrenewalconfigurationoverride": ondemandrenewalconfigurationoverride,
                "ondemandrenewalsenabled": ondemandrenewalsenabled,
                "ondemandrenewalperiodmonthly": ondemandrenewalperiodmonthly,
                "ondemandrenewalperiodquarterly": ondemandrenewalperiodquarterly,
                "ondemandrenewalperiodsemiannually": ondemandrenewalperiodsemiannually,
                "ondemandrenewalperiodannually": ondemandrenewalperiodannually,
                "ondemandrenewalperiodbiennially": ondemandrenewalperiodbiennially,
                "ondemandrenewalperiodtriennially": ondemandrenewalperiodtriennially,
            },
            extra,
            timeout,
        )


class AsyncOrders:
    """Orders, products and promotions."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get_orders(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        id: int | None = None,
        userid: int | None = None,
        requestor_id: int | None = None,
        status: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> OrdersListResponse:
        """Get Orders.

        Retrieve the orders that match, with what was ordered, one page at a time.

        Args:
            limitstart: Offset of the first order, from 0. The server assumes 0.
            limitnum: Number of orders on a page. The server assumes 25.
            id: Only the order with this ID.
            userid: Only orders of this client.
            requestor_id: Only orders placed by this user.
            status: Only orders with this status: `Pending`, `Active` or another one of
                GetOrderStatuses.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``orders`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getorders/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_ORDERS,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "id": id,
                "userid": userid,
                "requestor_id": requestor_id,
                "status": status,
            },
            extra,
            timeout,
        )

    def iter_orders(
        self,
        *,
        limitstart: int | None = None,
        id: int | None = None,
        userid: int | None = None,
        requestor_id: int | None = None,
        status: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[Order]:
        """Every record of ``get_orders``, page after page, fetched as they are needed.

        Takes the parameters of ``get_orders``. It ends when all records have come, on an empty
        page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``Order``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_ORDERS,
            {
                "limitstart": limitstart,
                "id": id,
                "userid": userid,
                "requestor_id": requestor_id,
                "status": status,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def add_order(
        self,
        *,
        clientid: int,
        paymentmethod: str,
        pid: Sequence[int | None] | None = None,
        qty: Sequence[int | None] | None = None,
        domain: Sequence[str | None] | None = None,
        billingcycle: Sequence[str | None] | None = None,
        domaintype: Sequence[AddOrderDomaintype | None] | None = None,
        regperiod: Sequence[int | None] | None = None,
        idnlanguage: Sequence[str | None] | None = None,
        eppcode: Sequence[str | None] | None = None,
        nameserver1: str | None = None,
        nameserver2: str | None = None,
        nameserver3: str | None = None,
        nameserver4: str | None = None,
        nameserver5: str | None = None,
        customfields: Sequence[Keyed[str] | None] | None = None,
        configoptions: Sequence[Keyed[int] | None] | None = None,
        priceoverride: Sequence[Amount | None] | None = None,
        promocode: str | None = None,
        promooverride: bool | None = None,
        affid: int | None = None,
        noinvoice: bool | None = None,
        noinvoiceemail: bool | None = None,
        noemail: bool | None = None,
        addons: Sequence[Sequence[int | None] | None] | None = None,
        addonsqty: Sequence[Sequence[int | None] | None] | None = None,
        hostname: Sequence[str | None] | None = None,
        ns1prefix: Sequence[str | None] | None = None,
        ns2prefix: Sequence[str | None] | None = None,
        rootpw: Sequence[str | None] | None = None,
        contactid: int | None = None,
        dnsmanagement: Sequence[bool | None] | None = None,
        domainfields: Sequence[Keyed[str] | None] | None = None,
        emailforwarding: Sequence[bool | None] | None = None,
        idprotection: Sequence[bool | None] | None = None,
        domainpriceoverride: Sequence[Amount | None] | None = None,
        domainrenewoverride: Sequence[Amount | None] | None = None,
        domainrenewals: Keyed[int] | None = None,
        clientip: str | None = None,
        addonid: int | None = None,
        addonidqty: int | None = None,
        serviceid: int | None = None,
        addonids: Sequence[int | None] | None = None,
        addonidsqty: Sequence[int | None] | None = None,
        serviceids: Sequence[int | None] | None = None,
        servicerenewals: Sequence[int | None] | None = None,
        addonrenewals: Sequence[int | None] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddOrderResponse:
        """Add Order.

        Place an order of products, domains, addons and renewals for a client. Nothing is set up
        until AcceptOrder is called. The lists run in parallel: the first entry of each one
        belongs to the first item, the second to the second and so on, with an empty entry where
        an item has no such value. Since 8.6 the server refuses a single value where it expects
        a list.

        At least one of ``pid``, ``domain``, ``domainrenewals``, ``addonid``, ``addonids``,
        ``servicerenewals`` or ``addonrenewals`` is needed.

        Args:
            clientid: ID of the client who orders.
            paymentmethod: System name of the payment method, such as `paypal` or `mailin`.
            pid: IDs of the products to order.
            qty: Quantities of the products. Since 8.12.
            domain: Domain names of the products and domains.
            billingcycle: Billing cycles of the products, such as `monthly`, `semiannually` or
                `annually`.
            domaintype: Whether the domains are registered or transferred.
            regperiod: Years to register each domain for.
            idnlanguage: Language codes of internationalised domains, such as `fre`. Since 8.0.
            eppcode: Authorisation codes of the domains to transfer.
            nameserver1: Nameserver 1 of all ordered domains.
            nameserver2: Nameserver 2 of all ordered domains.
            nameserver3: Nameserver 3 of all ordered domains.
            nameserver4: Nameserver 4 of all ordered domains.
            nameserver5: Nameserver 5 of all ordered domains.
            customfields: Custom fields of each product: values by field ID.
            configoptions: Configurable options of each product: the ID of the choice, or the
                quantity, by option ID.
            priceoverride: Prices of the products in place of their own.
            promocode: Promotion code to apply.
            promooverride: Apply the promotion even where no ordered product qualifies.
            affid: ID of the affiliate who is credited.
            noinvoice: Create no invoice for the order.
            noinvoiceemail: Send no email about the invoice.
            noemail: Send no order confirmation.
            addons: IDs of the addons to order with each product: a list of them for each.
            addonsqty: Quantities of the addons in `addons`. Since 8.12.
            hostname: Host names of ordered servers.
            ns1prefix: Prefixes of the first nameserver of ordered servers: `ns1` in
                `ns1.example.com`.
            ns2prefix: Prefixes of the second nameserver of ordered servers: `ns2` in
                `ns2.example.com`.
            rootpw: Root passwords of ordered servers.
            contactid: ID of the client's contact whose details all ordered domains bear.
            dnsmanagement: Whether the domains come with DNS management.
            domainfields: Values that the TLD of each domain asks for.
            emailforwarding: Whether the domains come with email forwarding.
            idprotection: Whether the domains come with ID protection.
            domainpriceoverride: Prices of registration or transfer in place of the configured
                ones.
            domainrenewoverride: Prices of renewal in place of the configured ones.
            domainrenewals: Domains to renew: the period in years by domain name.
            clientip: IP address to record with the order.
            addonid: ID of an addon to order on its own, for the service `serviceid`.
            addonidqty: Quantity of the addon in `addonid`. Since 8.12.
            serviceid: ID of the service that `addonid` is for.
            addonids: IDs of addons to order on their own, for the services in `serviceids`.
            addonidsqty: Quantities of `addonids`. Since 8.12.
            serviceids: IDs of the services that `addonids` are for.
            servicerenewals: IDs of services to renew. Since 8.8.
            addonrenewals: IDs of service addons to renew. Since 8.9.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddOrderResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found",
                "Unable to add order when client status is Closed", "Invalid Payment Method.
                Valid options include", "Addon ID invalid", "Service ID not owned by Client ID
                provided", "Domain status is set to 'Pending|Cancelled|Pending
                Transfer|Transferred|Fraud' and cannot be renewed", "Domain not owned by Client
                ID provided", "No items added to cart so order cannot proceed", "Expecting
                parameter '<request-parameter>' to be an array", "Service ID xxx can not be
                renewed at this time.".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addorder/
        """
        eppcode = hide(eppcode)
        rootpw = hide(rootpw)
        extra = hide(extra)
        return await self._session.call(
            ADD_ORDER,
            {
                "clientid": clientid,
                "paymentmethod": paymentmethod,
                "pid": pid,
                "qty": qty,
                "domain": domain,
                "billingcycle": billingcycle,
                "domaintype": domaintype,
                "regperiod": regperiod,
                "idnlanguage": idnlanguage,
                "eppcode": eppcode,
                "nameserver1": nameserver1,
                "nameserver2": nameserver2,
                "nameserver3": nameserver3,
                "nameserver4": nameserver4,
                "nameserver5": nameserver5,
                "customfields": customfields,
                "configoptions": configoptions,
                "priceoverride": priceoverride,
                "promocode": promocode,
                "promooverride": promooverride,
                "affid": affid,
                "noinvoice": noinvoice,
                "noinvoiceemail": noinvoiceemail,
                "noemail": noemail,
                "addons": addons,
                "addonsqty": addonsqty,
                "hostname": hostname,
                "ns1prefix": ns1prefix,
                "ns2prefix": ns2prefix,
                "rootpw": rootpw,
                "contactid": contactid,
                "dnsmanagement": dnsmanagement,
                "domainfields": domainfields,
                "emailforwarding": emailforwarding,
                "idprotection": idprotection,
                "domainpriceoverride": domainpriceoverride,
                "domainrenewoverride": domainrenewoverride,
                "domainrenewals": domainrenewals,
                "clientip": clientip,
                "addonid": addonid,
                "addonidqty": addonidqty,
                "serviceid": serviceid,
                "addonids": addonids,
                "addonidsqty": addonidsqty,
                "serviceids": serviceids,
                "servicerenewals": servicerenewals,
                "addonrenewals": addonrenewals,
            },
            extra,
            timeout,
        )

    async def get_products(
        self,
        *,
        pid: Sequence[int | None] | None = None,
        gid: int | None = None,
        module: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ProductsListResponse:
        """Get Products.

        Retrieve all products that match, with prices and options, to build an order form from
        them; the answer is not paged. Custom fields are listed only where they show on the
        order form.

        Args:
            pid: Only the products with these IDs.
            gid: Only products of this group.
            module: Only products with this server module, such as `cpanel`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``products`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getproducts/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_PRODUCTS,
            {"pid": pid, "gid": gid, "module": module},
            extra,
            timeout,
        )

    async def accept_order(
        self,
        *,
        orderid: int,
        serverid: int | None = None,
        serviceusername: str | None = None,
        servicepassword: str | None = None,
        registrar: str | None = None,
        sendregistrar: bool | None = None,
        autosetup: bool | None = None,
        sendemail: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Accept Order.

        Accept a pending order. What is ordered is set up and registered only where `autosetup`
        and `sendregistrar` say so.

        Args:
            orderid: Order ID; the order has to be pending.
            serverid: ID of the server for the ordered products.
            serviceusername: Username for the ordered products.
            servicepassword: Password for the ordered products.
            registrar: System name of the registrar module for the ordered domains, such as
                `enom`.
            sendregistrar: Have the registrar register the domains.
            autosetup: Have the server modules set the products up, whatever their configuration
                says.
            sendemail: Send the usual emails, such as the welcome email.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Order ID not found or
                Status not Pending", "Server and/or registrar response message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/acceptorder/
        """
        servicepassword = hide(servicepassword)
        extra = hide(extra)
        return await self._session.call(
            ACCEPT_ORDER,
            {
                "orderid": orderid,
                "serverid": serverid,
                "serviceusername": serviceusername,
                "servicepassword": servicepassword,
                "registrar": registrar,
                "sendregistrar": sendregistrar,
                "autosetup": autosetup,
                "sendemail": sendemail,
            },
            extra,
            timeout,
        )

    async def cancel_order(
        self,
        *,
        orderid: int,
        cancelsub: bool | None = None,
        noemail: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Cancel Order.

        Cancel an order that is still pending.

        Args:
            orderid: Order ID; the order has to be pending.
            cancelsub: Cancel the payment subscriptions of the products too.
            noemail: Send no email about it.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Order ID not found or
                Status not Pending", "Subscription Cancellation Failed - Please check the
                gateway log for further information".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/cancelorder/
        """
        extra = hide(extra)
        return await self._session.call(
            CANCEL_ORDER,
            {"orderid": orderid, "cancelsub": cancelsub, "noemail": noemail},
            extra,
            timeout,
        )

    async def delete_order(
        self,
        *,
        orderid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Delete Order.

        Delete a cancelled or fraudulent order for good, with its services, addons, domains and
        invoices.

        Args:
            orderid: Order ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Order ID not found", "The
                order status must be in Cancelled or Fraud to be deleted".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deleteorder/
        """
        extra = hide(extra)
        return await self._session.call(DELETE_ORDER, {"orderid": orderid}, extra, timeout)

    async def fraud_order(
        self,
        *,
        orderid: int,
        cancelsub: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Mark Order as Fraud.

        Give an order the status Fraud.

        Args:
            orderid: Order ID.
            cancelsub: Cancel the PayPal subscriptions of the products too.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Order ID Not Found",
                "Subscription Cancellation Failed - Please check the gateway log for further
                information".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/fraudorder/
        """
        extra = hide(extra)
        return await self._session.call(
            FRAUD_ORDER,
            {"orderid": orderid, "cancelsub": cancelsub},
            extra,
            timeout,
        )

    async def get_order_statuses(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> OrderStatusesListResponse:
        """Get Order Statuses.

        Retrieve the order statuses of the installation, and how many orders have each.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``statuses`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getorderstatuses/
        """
        extra = hide(extra)
        return await self._session.call(GET_ORDER_STATUSES, {}, extra, timeout)

    async def get_promotions(
        self,
        *,
        code: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> PromotionsListResponse:
        """Get Promotions.

        Retrieve all promotions, or the one with a given code; the answer is not paged.

        Args:
            code: Only the promotion with this code.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``promotions`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getpromotions/
        """
        extra = hide(extra)
        return await self._session.call(GET_PROMOTIONS, {"code": code}, extra, timeout)

    async def order_fraud_check(
        self,
        *,
        orderid: int,
        ipaddress: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> OrderFraudCheckResponse:
        """Check Order for Fraud.

        Have the active fraud module check an order.

        Args:
            orderid: Order ID.
            ipaddress: IP address to check in place of that of the order.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``OrderFraudCheckResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Order ID Not Found", "No
                Active Fraud Module".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/orderfraudcheck/
        """
        extra = hide(extra)
        return await self._session.call(
            ORDER_FRAUD_CHECK,
            {"orderid": orderid, "ipaddress": ipaddress},
            extra,
            timeout,
        )

    async def pending_order(
        self,
        *,
        orderid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Set Order to Pending.

        Set an order and everything in it back to pending.

        Args:
            orderid: Order ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Order ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/pendingorder/
        """
        extra = hide(extra)
        return await self._session.call(PENDING_ORDER, {"orderid": orderid}, extra, timeout)

    async def add_product(
        self,
        *,
        name: str,
        gid: int,
        slug: str | None = None,
        type: AddProductType | None = None,
        stockcontrol: bool | None = None,
        qty: int | None = None,
        paytype: AddProductPaytype | None = None,
        hidden: bool | None = None,
        showdomainoptions: bool | None = None,
        tax: bool | None = None,
        isFeatured: bool | None = None,
        proratabilling: bool | None = None,
        description: str | None = None,
        shortdescription: str | None = None,
        tagline: str | None = None,
        color: str | None = None,
        welcomeemail: int | None = None,
        proratadate: int | None = None,
        proratachargenextmonth: int | None = None,
        subdomain: Sequence[str | None] | None = None,
        autosetup: AddProductAutosetup | None = None,
        module: str | None = None,
        servergroupid: int | None = None,
        configoption1: str | Amount | bool | None = None,
        configoption2: str | Amount | bool | None = None,
        configoption3: str | Amount | bool | None = None,
        configoption4: str | Amount | bool | None = None,
        configoption5: str | Amount | bool | None = None,
        configoption6: str | Amount | bool | None = None,
        order: int | None = None,
        pricing: Keyed[CyclePricingInput] | None = None,
        recommendations: Sequence[ProductRecommendationInput | None] | None = None,
        ondemandrenewalconfigurationoverride: bool | None = None,
        ondemandrenewalsenabled: bool | None = None,
        ondemandrenewalperiodmonthly: int | None = None,
        ondemandrenewalperiodquarterly: int | None = None,
        ondemandrenewalperiodsemiannually: int | None = None,
        ondemandrenewalperiodannually: int | None = None,
        ondemandrenewalperiodbiennially: int | None = None,
        ondemandrenewalperiodtriennially: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddProductResponse:
        """Add Product.

        Add a product that clients can order. The `ondemandrenewal` settings count only where
        `ondemandrenewalconfigurationoverride` is set.

        Not to be given: ``ondemandrenewalsenabled``, ``ondemandrenewalperiodmonthly``,
        ``ondemandrenewalperiodquarterly``, ``ondemandrenewalperiodsemiannually``,
        ``ondemandrenewalperiodannually``, ``ondemandrenewalperiodbiennially`` or
        ``ondemandrenewalperiodtriennially``, unless ``ondemandrenewalconfigurationoverride`` is
        true.

        Args:
            name: Name of the product.
            gid: ID of the product group.
            slug: Name of the product in addresses, by default made from its name. Since 8.3.
            type: Kind of product.
            stockcontrol: Whether the stock is limited to `qty`.
            qty: How many are in stock.
            paytype: How the product is paid for.
            hidden: Keep the product off the order form.
            showdomainoptions: Offer a domain with the product.
            tax: Whether the product is taxed.
            isFeatured: Whether its group features the product.
            proratabilling: Whether the first period is billed pro rata.
            description: Text of the product on the order form.
            shortdescription: Short text for places with less room.
            tagline: Line that advertises the product.
            color: Colour of the product as a hexadecimal value.
            welcomeemail: ID of the product email template to welcome the client with.
            proratadate: Day of the month up to which the first period is billed, for
                `proratabilling`.
            proratachargenextmonth: Day of the month from which the next month is billed too,
                for `proratabilling`.
            subdomain: Domains under which a subdomain is offered, such as `.example.com`.
            autosetup: When the product is set up: never (empty), when a pending order is
                accepted (`on`), on `payment`, or with the `order`.
            module: System name of the server module, such as `cpanel`.
            servergroupid: ID of the server group to take a server from.
            configoption1: First setting of the module.
            configoption2: Second setting of the module.
            configoption3: Third setting of the module.
            configoption4: Fourth setting of the module.
            configoption5: Fifth setting of the module.
            configoption6: Sixth setting of the module.
            order: Position on the order form.
            pricing: Prices by currency ID.
            recommendations: Products to recommend with this one.
            ondemandrenewalconfigurationoverride: Whether the product has settings of its own
                for renewal on demand.
            ondemandrenewalsenabled: Whether clients can renew early.
            ondemandrenewalperiodmonthly: Days during which monthly services can be renewed
                early.
            ondemandrenewalperiodquarterly: Days during which quarterly services can be renewed
                early.
            ondemandrenewalperiodsemiannually: Days during which semiannual services can be
                renewed early.
            ondemandrenewalperiodannually: Days during which annual services can be renewed
                early.
            ondemandrenewalperiodbiennially: Days during which biennial services can be renewed
                early.
            ondemandrenewalperiodtriennially: Days during which triennial services can be
                renewed early.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddProductResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "You must supply a name for
                the product", "You must supply a valid Product Group ID", "You must supply a
                valid welcome email ID", "Invalid product type. Must be one of "hostingaccount",
                "reselleraccount", "server" or "other"", "Invalid pay type. Must be one of
                "free", "onetime" or "recurring"", "Invalid autosetup value. Must be one of "",
                "on", "order" or "payment"", "The color must be a valid hexadecimal value.",
                "The recommendation product ID is invalid. This must be an existing product
                ID.".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addproduct/
        """
        extra = hide(extra)
        return await self._session.call(
            ADD_PRODUCT,
            {
                "name": name,
                "gid": gid,
                "slug": slug,
                "type": type,
                "stockcontrol": stockcontrol,
                "qty": qty,
                "paytype": paytype,
                "hidden": hidden,
                "showdomainoptions": showdomainoptions,
                "tax": tax,
                "isFeatured": isFeatured,
                "proratabilling": proratabilling,
                "description": description,
                "shortdescription": shortdescription,
                "tagline": tagline,
                "color": color,
                "welcomeemail": welcomeemail,
                "proratadate": proratadate,
                "proratachargenextmonth": proratachargenextmonth,
                "subdomain": subdomain,
                "autosetup": autosetup,
                "module": module,
                "servergroupid": servergroupid,
                "configoption1": configoption1,
                "configoption2": configoption2,
                "configoption3": configoption3,
                "configoption4": configoption4,
                "configoption5": configoption5,
                "configoption6": configoption6,
                "order": order,
                "pricing": pricing,
                "recommendations": recommendations,
                "ondemandrenewalconfigurationoverride": ondemandrenewalconfigurationoverride,
                "ondemandrenewalsenabled": ondemandrenewalsenabled,
                "ondemandrenewalperiodmonthly": ondemandrenewalperiodmonthly,
                "ondemandrenewalperiodquarterly": ondemandrenewalperiodquarterly,
                "ondemandrenewalperiodsemiannually": ondemandrenewalperiodsemiannually,
                "ondemandrenewalperiodannually": ondemandrenewalperiodannually,
                "ondemandrenewalperiodbiennially": ondemandrenewalperiodbiennially,
                "ondemandrenewalperiodtriennially": ondemandrenewalperiodtriennially,
            },
            extra,
            timeout,
        )
