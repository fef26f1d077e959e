"""The group Clients: its operations as data, and the methods that call them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Final

from .._runtime.aliases import DateTimeInput, Extra, Keyed, Timeout
from .._runtime.operation import Condition, Encoding, Operation, Paged, Param, Requirement
from .._runtime.secret import hide
from .._runtime.session import AsyncSession, Session
from ..enums import ClientStatus, GetClientsOrderby, SortDirection
from ..inputs import EmailPreferencesInput
from ..models.clients import (
    AddClientResponse,
    AddContactResponse,
    CancellationRequest,
    CancelledPackagesListResponse,
    ClientAddonsListResponse,
    ClientDetailsResponse,
    ClientDomain,
    ClientDomainsListResponse,
    ClientEmail,
    ClientGroupsListResponse,
    ClientPasswordResponse,
    ClientProduct,
    ClientProductsListResponse,
    ClientsListResponse,
    CloseClientResponse,
    Contact,
    ContactsListResponse,
    DeleteClientResponse,
    DeleteContactResponse,
    EmailsListResponse,
    UpdateClientResponse,
    UpdateContactResponse,
)
from ..models.shared import Client

GET_CLIENTS: Final[Paged[ClientsListResponse, Client]] = Paged(
    action="GetClients",
    group="Clients",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
        Param("sorting", "text", values=("ASC", "DESC")),
        Param("status", "text", values=("Active", "Inactive", "Closed")),
        Param("search", "text"),
        Param(
            "orderby",
            "text",
            values=(
                "id",
                "firstname",
                "lastname",
                "companyname",
                "email",
                "groupid",
                "datecreated",
                "status",
            ),
            since="8.2",
        ),
        Param(
            "groupid",
            "integer",
            deprecated="WHMCS knows no such filter and ignores it; compare the `groupid` of each client instead.",
        ),
    ),
    response=ClientsListResponse,
    records="clients",
    docs="https://developers.whmcs.com/api-reference/getclients/",
)
GET_CLIENTS_DETAILS: Final[Operation[ClientDetailsResponse]] = Operation(
    action="GetClientsDetails",
    group="Clients",
    effect="read",
    params=(
        Param("clientid", "integer"),
        Param("email", "text"),
        Param("stats", "boolean"),
    ),
    response=ClientDetailsResponse,
    requires=(Requirement(any=("clientid", "email")),),
    errors=("Either clientid Or email Is Required", "Client Not Found"),
    docs="https://developers.whmcs.com/api-reference/getclientsdetails/",
)
ADD_CLIENT: Final[Operation[AddClientResponse]] = Operation(
    action="AddClient",
    group="Clients",
    effect="write",
    params=(
        Param("firstname", "text"),
        Param("lastname", "text"),
        Param("email", "text"),
        Param("address1", "text"),
        Param("address2", "text"),
        Param("city", "text"),
        Param("state", "text"),
        Param("postcode", "text"),
        Param("country", "text"),
        Param("phonenumber", "text"),
        Param("currency", "integer"),
        Param("groupid", "integer"),
        Param("notes", "text"),
        Param("companyname", "text"),
        Param("tax_id", "text", since="7.7"),
        Param("customfields", "text", shape="map", encoding=Encoding(kind="php-serialize")),
        Param("language", "text"),
        Param("clientip", "text"),
        Param("marketingoptin", "boolean"),
        Param("skipvalidation", "boolean"),
        Param("cardtype", "text", deprecated="Deprecated since 7.8; use AddPayMethod."),
        Param(
            "cardnum",
            "text",
            sensitive=True,
            deprecated="Deprecated since 7.8; use AddPayMethod.",
        ),
        Param(
            "expdate",
            "text",
            sensitive=True,
            deprecated="Deprecated since 7.8; use AddPayMethod.",
        ),
        Param(
            "startdate",
            "text",
            sensitive=True,
            deprecated="Deprecated since 7.8; use AddPayMethod.",
        ),
        Param(
            "issuenumber",
            "text",
            sensitive=True,
            deprecated="Deprecated since 7.8; use AddPayMethod.",
        ),
        Param("cvv", "text", sensitive=True, deprecated="Deprecated since 7.8; use AddPayMethod."),
        Param("owner_user_id", "integer", since="8.0"),
        Param("password2", "text", sensitive=True),
        Param("securityqid", "integer"),
        Param("securityqans", "text", sensitive=True),
        Param("noemail", "boolean"),
        Param(
            "status",
            "text",
            deprecated="WHMCS does not know it here and ignores it; use UpdateClient.",
            values=("Active", "Inactive", "Closed"),
        ),
        Param(
            "taxexempt",
            "boolean",
            deprecated="WHMCS does not know it here and ignores it; use UpdateClient.",
        ),
    ),
    response=AddClientResponse,
    requires=(
        Requirement(
            all=(
                "firstname",
                "lastname",
                "email",
                "address1",
                "city",
                "state",
                "postcode",
                "country",
                "phonenumber",
            ),
            unless=(Condition("skipvalidation", flag=True),),
        ),
        Requirement(all=("email", "password2"), unless=(Condition("owner_user_id"),)),
    ),
    errors=(
        "Invalid Owner User ID",
        "You did not enter your first name",
        "You did not enter your last name",
        "You did not enter your email address",
        "The email address you entered was not valid",
        "You did not enter your  address line 1",
        "You did not enter your city",
        "You did not enter your state",
        "You did not enter your postcode",
        "Valid country required",
        "You did not enter your phone number",
        "Invalid telephone phone number",
        "You did not provide required custom field value for",
        "The email address entered is not available for use.",
        "A user already exists with that email address",
    ),
    docs="https://developers.whmcs.com/api-reference/addclient/",
)
UPDATE_CLIENT: Final[Operation[UpdateClientResponse]] = Operation(
    action="UpdateClient",
    group="Clients",
    effect="write",
    params=(
        Param("clientid", "integer"),
        Param("clientemail", "text"),
        Param("firstname", "text"),
        Param("lastname", "text"),
        Param("email", "text"),
        Param("address1", "text"),
        Param("address2", "text"),
        Param("city", "text"),
        Param("state", "text"),
        Param("postcode", "text"),
        Param("country", "text"),
        Param("phonenumber", "text"),
        Param("currency", "integer"),
        Param("groupid", "integer"),
        Param("notes", "text"),
        Param("companyname", "text"),
        Param("tax_id", "text", since="7.7"),
        Param("customfields", "text", shape="map", encoding=Encoding(kind="php-serialize")),
        Param("language", "text"),
        Param("clientip", "text"),
        Param("marketingoptin", "boolean"),
        Param("skipvalidation", "boolean"),
        Param("cardtype", "text", deprecated="Deprecated since 7.8; use AddPayMethod."),
        Param(
            "cardnum",
            "text",
            sensitive=True,
            deprecated="Deprecated since 7.8; use AddPayMethod.",
        ),
        Param(
            "expdate",
            "text",
            sensitive=True,
            deprecated="Deprecated since 7.8; use AddPayMethod.",
        ),
        Param(
            "startdate",
            "text",
            sensitive=True,
            deprecated="Deprecated since 7.8; use AddPayMethod.",
        ),
        Param(
            "issuenumber",
            "text",
            sensitive=True,
            deprecated="Deprecated since 7.8; use AddPayMethod.",
        ),
        Param("cvv", "text", sensitive=True, deprecated="Deprecated since 7.8; use AddPayMethod."),
        Param(
            "bankcode",
            "text",
            sensitive=True,
            deprecated="Deprecated since 7.8; use AddPayMethod or UpdatePayMethod.",
        ),
        Param(
            "bankacct",
            "text",
            sensitive=True,
            deprecated="Deprecated since 7.8; use AddPayMethod or UpdatePayMethod.",
        ),
        Param("status", "text", values=("Active", "Inactive", "Closed")),
        Param("paymentmethod", "text"),
        Param(
            "email_preferences",
            "object",
            since="7.10",
            fields=(
                Param("general", "boolean"),
                Param("product", "boolean"),
                Param("domain", "boolean"),
                Param("invoice", "boolean"),
                Param("support", "boolean"),
                Param("affiliate", "boolean"),
            ),
        ),
        Param("clearcreditcard", "boolean"),
        Param("latefeeoveride", "boolean"),
        Param("overideduenotices", "boolean"),
        Param("taxexempt", "boolean"),
        Param("separateinvoices", "boolean"),
        Param("disableautocc", "boolean"),
        Param("overrideautoclose", "boolean"),
        Param(
            "password2",
            "text",
            sensitive=True,
            deprecated="Gone since 8.0 and ignored; the user gets a new password through ResetPassword.",
        ),
    ),
    response=UpdateClientResponse,
    requires=(Requirement(any=("clientid", "clientemail")),),
    errors=(
        "Client ID Not Found",
        "You must have at least one email address enabled to receive domain related notifications as required by ICANN. To disable domain notifications, please create an alternative contact that is set to receive them",
        "Duplicate Email Address",
        "The email address entered is not valid",
        "Multiple Credit Card Pay Methods Found",
        "Multiple Bank Account Pay Methods Found",
    ),
    docs="https://developers.whmcs.com/api-reference/updateclient/",
)
DELETE_CLIENT: Final[Operation[DeleteClientResponse]] = Operation(
    action="DeleteClient",
    group="Clients",
    effect="destructive",
    params=(
        Param("clientid", "integer", required=True),
        Param("deleteusers", "boolean"),
        Param("deletetransactions", "boolean"),
    ),
    response=DeleteClientResponse,
    errors=("Client ID Not Found", "Client Delete Failed: xxxxxx"),
    docs="https://developers.whmcs.com/api-reference/deleteclient/",
)
ADD_CONTACT: Final[Operation[AddContactResponse]] = Operation(
    action="AddContact",
    group="Clients",
    effect="write",
    params=(
        Param("clientid", "integer", required=True),
        Param("firstname", "text"),
        Param("lastname", "text"),
        Param("companyname", "text"),
        Param("email", "text"),
        Param("address1", "text"),
        Param("address2", "text"),
        Param("city", "text"),
        Param("state", "text"),
        Param("postcode", "text"),
        Param("country", "text"),
        Param("phonenumber", "text"),
        Param(
            "email_preferences",
            "object",
            since="7.10",
            fields=(
                Param("general", "boolean"),
                Param("product", "boolean"),
                Param("domain", "boolean"),
                Param("invoice", "boolean"),
                Param("support", "boolean"),
                Param("affiliate", "boolean"),
            ),
        ),
        Param("tax_id", "text", since="7.7"),
    ),
    response=AddContactResponse,
    errors=("Client ID Not Found", "Duplicate Email Address"),
    docs="https://developers.whmcs.com/api-reference/addcontact/",
)
CLOSE_CLIENT: Final[Operation[CloseClientResponse]] = Operation(
    action="CloseClient",
    group="Clients",
    effect="destructive",
    params=(Param("clientid", "integer", required=True),),
    response=CloseClientResponse,
    errors=("Client ID Not Found", "An unexpected error occurred: xxx"),
    docs="https://developers.whmcs.com/api-reference/closeclient/",
)
DELETE_CONTACT: Final[Operation[DeleteContactResponse]] = Operation(
    action="DeleteContact",
    group="Clients",
    effect="destructive",
    params=(Param("contactid", "integer", required=True),),
    response=DeleteContactResponse,
    errors=("Contact ID Not Found",),
    docs="https://developers.whmcs.com/api-reference/deletecontact/",
)
GET_CANCELLED_PACKAGES: Final[Paged[CancelledPackagesListResponse, CancellationRequest]] = Paged(
    action="GetCancelledPackages",
    group="Clients",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
    ),
    response=CancelledPackagesListResponse,
    records="packages",
    docs="https://developers.whmcs.com/api-reference/getcancelledpackages/",
)
GET_CLIENT_GROUPS: Final[Operation[ClientGroupsListResponse]] = Operation(
    action="GetClientGroups",
    group="Clients",
    effect="read",
    params=(),
    response=ClientGroupsListResponse,
    docs="https://developers.whmcs.com/api-reference/getclientgroups/",
)
GET_CLIENT_PASSWORD: Final[Operation[ClientPasswordResponse]] = Operation(
    action="GetClientPassword",
    group="Clients",
    effect="read",
    params=(
        Param("userid", "integer"),
        Param("email", "text"),
    ),
    response=ClientPasswordResponse,
    requires=(Requirement(any=("userid", "email")),),
    deprecated="Deprecated since 8.0, where passwords belong to users; check one with ValidateLogin, replace one with ResetPassword.",
    errors=("Client ID Not Found",),
    docs="https://developers.whmcs.com/api-reference/getclientpassword/",
)
GET_CLIENTS_ADDONS: Final[Operation[ClientAddonsListResponse]] = Operation(
    action="GetClientsAddons",
    group="Clients",
    effect="read",
    params=(
        Param("serviceid", "integer", shape="list", encoding=Encoding(kind="comma")),
        Param("clientid", "integer"),
        Param("addonid", "integer"),
    ),
    response=ClientAddonsListResponse,
    docs="https://developers.whmcs.com/api-reference/getclientsaddons/",
)
GET_CLIENTS_DOMAINS: Final[Paged[ClientDomainsListResponse, ClientDomain]] = Paged(
    action="GetClientsDomains",
    group="Clients",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
        Param("clientid", "integer"),
        Param("domainid", "integer"),
        Param("domain", "text"),
    ),
    response=ClientDomainsListResponse,
    records="domains",
    docs="https://developers.whmcs.com/api-reference/getclientsdomains/",
)
GET_CLIENTS_PRODUCTS: Final[Paged[ClientProductsListResponse, ClientProduct]] = Paged(
    action="GetClientsProducts",
    group="Clients",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
        Param("clientid", "integer"),
        Param("serviceid", "integer"),
        Param("pid", "integer"),
        Param("domain", "text"),
        Param("username2", "text"),
    ),
    response=ClientProductsListResponse,
    records="products",
    docs="https://developers.whmcs.com/api-reference/getclientsproducts/",
)
GET_CONTACTS: Final[Paged[ContactsListResponse, Contact]] = Paged(
    action="GetContacts",
    group="Clients",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
        Param("userid", "integer"),
        Param("firstname", "text"),
        Param("lastname", "text"),
        Param("companyname", "text"),
        Param("email", "text"),
        Param("address1", "text"),
        Param("address2", "text"),
        Param("city", "text"),
        Param("state", "text"),
        Param("postcode", "text"),
        Param("country", "text"),
        Param("phonenumber", "text"),
    ),
    response=ContactsListResponse,
    records="contacts",
    docs="https://developers.whmcs.com/api-reference/getcontacts/",
)
GET_EMAILS: Final[Paged[EmailsListResponse, ClientEmail]] = Paged(
    action="GetEmails",
    group="Clients",
    effect="read",
    params=(
        Param("clientid", "integer", required=True),
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
        Param("date", "datetime"),
        Param("subject", "text"),
    ),
    response=EmailsListResponse,
    records="emails",
    errors=("Client ID Not Found",),
    docs="https://developers.whmcs.com/api-reference/getemails/",
)
UPDATE_CONTACT: Final[Operation[UpdateContactResponse]] = Operation(
    action="UpdateContact",
    group="Clients",
    effect="write",
    params=(
        Param("contactid", "integer", required=True),
        Param("firstname", "text"),
        Param("lastname", "text"),
        Param("companyname", "text"),
        Param("email", "text"),
        Param("address1", "text"),
        Param("address2", "text"),
        Param("city", "text"),
        Param("state", "text"),
        Param("postcode", "text"),
        Param("country", "text"),
        Param("phonenumber", "text"),
        Param(
            "email_preferences",
            "object",
            since="7.10",
            fields=(
                Param("general", "boolean"),
                Param("product", "boolean"),
                Param("domain", "boolean"),
                Param("invoice", "boolean"),
                Param("support", "boolean"),
                Param("affiliate", "boolean"),
            ),
        ),
    ),
    response=UpdateContactResponse,
    errors=(
        "Contact ID Not Found",
        "Duplicate Email Address",
        "You must have at least one email address enabled to receive domain related notifications as required by ICANN. To disable domain notifications, please enable domain notifications for the primary account holder or another contact",
    ),
    docs="https://developers.whmcs.com/api-reference/updatecontact/",
)


class Clients:
    """Client account management operations."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get_clients(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        sorting: SortDirection | None = None,
        status: ClientStatus | None = None,
        search: str | None = None,
        orderby: GetClientsOrderby | None = None,
        groupid: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ClientsListResponse:
        """Get Clients.

        Retrieve the clients that match, one page at a time. GetClientsDetails has the full
        record of a client.

        Args:
            limitstart: Offset of the first client, from 0. The server assumes 0.
            limitnum: Number of clients on a page. The server assumes 25.
            sorting: Direction of sorting. The server assumes ASC.
            status: Only clients with this status.
            search: Start of the email address, first name, last name, full name or company
                name.
            orderby: Column to sort by. Since 8.2.
            groupid: Only clients of this group. Deprecated: WHMCS knows no such filter and
                ignores it; compare the `groupid` of each client instead.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``clients`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getclients/
        """
        extra = hide(extra)
        return self._session.call(
            GET_CLIENTS,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "sorting": sorting,
                "status": status,
                "search": search,
                "orderby": orderby,
                "groupid": groupid,
            },
            extra,
            timeout,
        )

    def iter_clients(
        self,
        *,
        limitstart: int | None = None,
        sorting: SortDirection | None = None,
        status: ClientStatus | None = None,
        search: str | None = None,
        orderby: GetClientsOrderby | None = None,
        groupid: int | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[Client]:
        """Every record of ``get_clients``, page after page, fetched as they are needed.

        Takes the parameters of ``get_clients``. It ends when all records have come, on an empty
        page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``Client``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_CLIENTS,
            {
                "limitstart": limitstart,
                "sorting": sorting,
                "status": status,
                "search": search,
                "orderby": orderby,
                "groupid": groupid,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    def get_clients_details(
        self,
        *,
        clientid: int | None = None,
        email: str | None = None,
        stats: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ClientDetailsResponse:
        """Get Client Details.

        Retrieve the full record of one client, by ID or email address. Pay methods are not part
        of it: see GetPayMethods.

        At least one of ``clientid`` or ``email`` is needed.

        Args:
            clientid: Client ID.
            email: Email address of the client, in place of `clientid`.
            stats: Include figures about the client.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ClientDetailsResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Either clientid Or email Is
                Required", "Client Not Found".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getclientsdetails/
        """
        extra = hide(extra)
        return self._session.call(
            GET_CLIENTS_DETAILS,
            {"clientid": clientid, "email": email, "stats": stats},
            extra,
            timeout,
        )

    def add_client(
        self,
        *,
        firstname: str | None = None,
        lastname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        currency: int | None = None,
        groupid: int | None = None,
        notes: str | None = None,
        companyname: str | None = None,
        tax_id: str | None = None,
        customfields: Keyed[str] | None = None,
        language: str | None = None,
        clientip: str | None = None,
        marketingoptin: bool | None = None,
        skipvalidation: bool | None = None,
        cardtype: str | None = None,
        cardnum: str | None = None,
        expdate: str | None = None,
        startdate: str | None = None,
        issuenumber: str | None = None,
        cvv: str | None = None,
        owner_user_id: int | None = None,
        password2: str | None = None,
        securityqid: int | None = None,
        securityqans: str | None = None,
        noemail: bool | None = None,
        status: ClientStatus | None = None,
        taxexempt: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddClientResponse:
        """Add Client.

        Add a new client account to WHMCS. A new user is created as its owner unless
        `owner_user_id` names an existing one.

        Needed: ``firstname``, ``lastname``, ``email``, ``address1``, ``city``, ``state``,
        ``postcode``, ``country`` and ``phonenumber``, unless ``skipvalidation`` is true.
        Needed: ``email`` and ``password2``, unless ``owner_user_id`` is given.

        Args:
            firstname: Client first name.
            lastname: Client last name.
            email: Client email address.
            address1: Client address line 1.
            address2: Client address line 2.
            city: Client city.
            state: Client state or region.
            postcode: Client postal or zip code.
            country: Client country (ISO 3166 2-letter code).
            phonenumber: Client phone number.
            currency: Currency ID for the client.
            groupid: Client group ID.
            notes: Notes that only staff see.
            companyname: Client company name.
            tax_id: Client tax ID, such as a VAT number. Since 7.7.
            customfields: Custom field values by custom field ID.
            language: Default language by its full name, such as `english` or `french`.
            clientip: IP address that the client comes from.
            marketingoptin: Whether to send marketing emails.
            skipvalidation: Let required fields be left out.
            cardtype: Brand of the card in full, such as `Visa` or `American Express`.
                Deprecated since 7.8; use AddPayMethod.
            cardnum: Card number. Deprecated since 7.8; use AddPayMethod.
            expdate: End of the card's validity as MMYY. Deprecated since 7.8; use AddPayMethod.
            startdate: Start of the card's validity as MMYY, where the card has one. Deprecated
                since 7.8; use AddPayMethod.
            issuenumber: Issue number, where the card has one. Deprecated since 7.8; use
                AddPayMethod.
            cvv: Card security code; it is not stored. Deprecated since 7.8; use AddPayMethod.
            owner_user_id: User ID of the owner; a new user is created where it is left out.
                Since 8.0.
            password2: Password of the new user. Required without `owner_user_id`.
            securityqid: ID of the security question of the new user. Goes with `securityqans`.
            securityqans: Answer of the new user to the security question.
            noemail: Send no welcome email.
            status: Client account status. Deprecated: WHMCS does not know it here and ignores
                it; use UpdateClient.
            taxexempt: Whether client is tax exempt. Deprecated: WHMCS does not know it here and
                ignores it; use UpdateClient.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddClientResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid Owner User ID",
                "You did not enter your first name", "You did not enter your last name", "You
                did not enter your email address", "The email address you entered was not
                valid", "You did not enter your address line 1", "You did not enter your city",
                "You did not enter your state", "You did not enter your postcode", "Valid
                country required", "You did not enter your phone number", "Invalid telephone
                phone number", "You did not provide required custom field value for", "The email
                address entered is not available for use.", "A user already exists with that
                email address".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addclient/
        """
        cardnum = hide(cardnum)
        expdate = hide(expdate)
        startdate = hide(startdate)
        issuenumber = hide(issuenumber)
        cvv = hide(cvv)
        password2 = hide(password2)
        securityqans = hide(securityqans)
        extra = hide(extra)
        return self._session.call(
            ADD_CLIENT,
            {
                "firstname": firstname,
                "lastname": lastname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "postcode": postcode,
                "country": country,
                "phonenumber": phonenumber,
                "currency": currency,
                "groupid": groupid,
                "notes": notes,
                "companyname": companyname,
                "tax_id": tax_id,
                "customfields": customfields,
                "language": language,
                "clientip": clientip,
                "marketingoptin": marketingoptin,
                "skipvalidation": skipvalidation,
                "cardtype": cardtype,
                "cardnum": cardnum,
                "expdate": expdate,
                "startdate": startdate,
                "issuenumber": issuenumber,
                "cvv": cvv,
                "owner_user_id": owner_user_id,
                "password2": password2,
                "securityqid": securityqid,
                "securityqans": securityqans,
                "noemail": noemail,
                "status": status,
                "taxexempt": taxexempt,
            },
            extra,
            timeout,
        )

    def update_client(
        self,
        *,
        clientid: int | None = None,
        clientemail: str | None = None,
        firstname: str | None = None,
        lastname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        currency: int | None = None,
        groupid: int | None = None,
        notes: str | None = None,
        companyname: str | None = None,
        tax_id: str | None = None,
        customfields: Keyed[str] | None = None,
        language: str | None = None,
        clientip: str | None = None,
        marketingoptin: bool | None = None,
        skipvalidation: bool | None = None,
        cardtype: str | None = None,
        cardnum: str | None = None,
        expdate: str | None = None,
        startdate: str | None = None,
        issuenumber: str | None = None,
        cvv: str | None = None,
        bankcode: str | None = None,
        bankacct: str | None = None,
        status: ClientStatus | None = None,
        paymentmethod: str | None = None,
        email_preferences: EmailPreferencesInput | None = None,
        clearcreditcard: bool | None = None,
        latefeeoveride: bool | None = None,
        overideduenotices: bool | None = None,
        taxexempt: bool | None = None,
        separateinvoices: bool | None = None,
        disableautocc: bool | None = None,
        overrideautoclose: bool | None = None,
        password2: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateClientResponse:
        """Update Client.

        Update the given fields of a client account, found by `clientid` or `clientemail`. The
        password and the security question belong to the user since 8.0.

        At least one of ``clientid`` or ``clientemail`` is needed.

        Args:
            clientid: Client ID.
            clientemail: Email address of the client, in place of `clientid`.
            firstname: Client first name.
            lastname: Client last name.
            email: Client email address.
            address1: Client address line 1.
            address2: Client address line 2.
            city: Client city.
            state: Client state or region.
            postcode: Client postal or zip code.
            country: Client country (ISO 3166 2-letter code).
            phonenumber: Client phone number.
            currency: Currency ID for the client.
            groupid: Client group ID.
            notes: Notes that only staff see.
            companyname: Client company name.
            tax_id: Client tax ID, such as a VAT number. Since 7.7.
            customfields: Custom field values by custom field ID.
            language: Default language by its full name, such as `english` or `french`.
            clientip: IP address that the client comes from.
            marketingoptin: Whether to send marketing emails.
            skipvalidation: Let required fields be left out.
            cardtype: Brand of the card in full, such as `Visa` or `American Express`.
                Deprecated since 7.8; use AddPayMethod.
            cardnum: Card number. Deprecated since 7.8; use AddPayMethod.
            expdate: End of the card's validity as MMYY. Deprecated since 7.8; use AddPayMethod.
            startdate: Start of the card's validity as MMYY, where the card has one. Deprecated
                since 7.8; use AddPayMethod.
            issuenumber: Issue number, where the card has one. Deprecated since 7.8; use
                AddPayMethod.
            cvv: Card security code; it is not stored. Deprecated since 7.8; use AddPayMethod.
            bankcode: Bank code of the client's bank account. Deprecated since 7.8; use
                AddPayMethod or UpdatePayMethod.
            bankacct: Number of the client's bank account. Deprecated since 7.8; use
                AddPayMethod or UpdatePayMethod.
            status: Client account status.
            paymentmethod: System name of the default payment method, such as `paypal`.
            email_preferences: Which kinds of email a client or contact receives. Since 7.10.
            clearcreditcard: Remove the stored card.
            latefeeoveride: Charge no late fees.
            overideduenotices: Send no overdue notices.
            taxexempt: Whether client is tax exempt.
            separateinvoices: Invoice each service on its own; otherwise items with the same due
                date and payment method share an invoice.
            disableautocc: Charge no card automatically.
            overrideautoclose: Keep an inactive account from being closed.
            password2: Client account password. Deprecated: Gone since 8.0 and ignored; the user
                gets a new password through ResetPassword.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateClientResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found", "You
                must have at least one email address enabled to receive domain related
                notifications as required by ICANN. To disable domain notifications, please
                create an alternative contact that is set to receive them", "Duplicate Email
                Address", "The email address entered is not valid", "Multiple Credit Card Pay
                Methods Found", "Multiple Bank Account Pay Methods Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateclient/
        """
        cardnum = hide(cardnum)
        expdate = hide(expdate)
        startdate = hide(startdate)
        issuenumber = hide(issuenumber)
        cvv = hide(cvv)
        bankcode = hide(bankcode)
        bankacct = hide(bankacct)
        password2 = hide(password2)
        extra = hide(extra)
        return self._session.call(
            UPDATE_CLIENT,
            {
                "clientid": clientid,
                "clientemail": clientemail,
                "firstname": firstname,
                "lastname": lastname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "postcode": postcode,
                "country": country,
                "phonenumber": phonenumber,
                "currency": currency,
                "groupid": groupid,
                "notes": notes,
                "companyname": companyname,
                "tax_id": tax_id,
                "customfields": customfields,
                "language": language,
                "clientip": clientip,
                "marketingoptin": marketingoptin,
                "skipvalidation": skipvalidation,
                "cardtype": cardtype,
                "cardnum": cardnum,
                "expdate": expdate,
                "startdate": startdate,
                "issuenumber": issuenumber,
                "cvv": cvv,
                "bankcode": bankcode,
                "bankacct": bankacct,
                "status": status,
                "paymentmethod": paymentmethod,
                "email_preferences": email_preferences,
                "clearcreditcard": clearcreditcard,
                "latefeeoveride": latefeeoveride,
                "overideduenotices": overideduenotices,
                "taxexempt": taxexempt,
                "separateinvoices": separateinvoices,
                "disableautocc": disableautocc,
                "overrideautoclose": overrideautoclose,
                "password2": password2,
            },
            extra,
            timeout,
        )

    def delete_client(
        self,
        *,
        clientid: int,
        deleteusers: bool | None = None,
        deletetransactions: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DeleteClientResponse:
        """Delete Client.

        Delete a client account for good, with everything that belongs to it.

        Args:
            clientid: Client ID.
            deleteusers: Delete its users too, except who belong to another client.
            deletetransactions: Delete its transactions too.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DeleteClientResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found",
                "Client Delete Failed: xxxxxx".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deleteclient/
        """
        extra = hide(extra)
        return self._session.call(
            DELETE_CLIENT,
            {
                "clientid": clientid,
                "deleteusers": deleteusers,
                "deletetransactions": deletetransactions,
            },
            extra,
            timeout,
        )

    def add_contact(
        self,
        *,
        clientid: int,
        firstname: str | None = None,
        lastname: str | None = None,
        companyname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        email_preferences: EmailPreferencesInput | None = None,
        tax_id: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddContactResponse:
        """Add Contact.

        Give a client one more contact.

        Args:
            clientid: ID of the client whom the contact is for.
            firstname: First name.
            lastname: Last name.
            companyname: Company name.
            email: Email address.
            address1: Address line 1.
            address2: Address line 2.
            city: City.
            state: State or region.
            postcode: Postal or zip code.
            country: Country as an ISO 3166 2-letter code.
            phonenumber: Phone number.
            email_preferences: Which kinds of email a client or contact receives. Since 7.10.
            tax_id: Tax ID, such as a VAT number. Since 7.7.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddContactResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found",
                "Duplicate Email Address".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addcontact/
        """
        extra = hide(extra)
        return self._session.call(
            ADD_CONTACT,
            {
                "clientid": clientid,
                "firstname": firstname,
                "lastname": lastname,
                "companyname": companyname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "postcode": postcode,
                "country": country,
                "phonenumber": phonenumber,
                "email_preferences": email_preferences,
                "tax_id": tax_id,
            },
            extra,
            timeout,
        )

    def close_client(
        self,
        *,
        clientid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CloseClientResponse:
        """Close Client.

        Close a client account: its invoices are cancelled and its products set to Cancelled or
        Terminated. The records stay.

        Args:
            clientid: Client ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``CloseClientResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found", "An
                unexpected error occurred: xxx".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/closeclient/
        """
        extra = hide(extra)
        return self._session.call(CLOSE_CLIENT, {"clientid": clientid}, extra, timeout)

    def delete_contact(
        self,
        *,
        contactid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DeleteContactResponse:
        """Delete Contact.

        Delete a contact for good.

        Args:
            contactid: Contact ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DeleteContactResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Contact ID Not Found".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deletecontact/
        """
        extra = hide(extra)
        return self._session.call(DELETE_CONTACT, {"contactid": contactid}, extra, timeout)

    def get_cancelled_packages(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CancelledPackagesListResponse:
        """Get Cancelled Packages.

        Retrieve the cancellation requests for services, one page at a time.

        Args:
            limitstart: Offset of the first request, from 0. The server assumes 0.
            limitnum: Number of requests on a page. The server assumes 25.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``packages`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getcancelledpackages/
        """
        extra = hide(extra)
        return self._session.call(
            GET_CANCELLED_PACKAGES,
            {"limitstart": limitstart, "limitnum": limitnum},
            extra,
            timeout,
        )

    def iter_cancelled_packages(
        self,
        *,
        limitstart: int | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[CancellationRequest]:
        """Every record of ``get_cancelled_packages``, page after page, fetched as they are needed.

        Takes the parameters of ``get_cancelled_packages``. It ends when all records have come,
        on an empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``CancellationRequest``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_CANCELLED_PACKAGES,
            {"limitstart": limitstart},
            page_size,
            max_records,
            extra,
            timeout,
        )

    def get_client_groups(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ClientGroupsListResponse:
        """Get Client Groups.

        Retrieve all client groups.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``groups`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getclientgroups/
        """
        extra = hide(extra)
        return self._session.call(GET_CLIENT_GROUPS, {}, extra, timeout)

    def get_client_password(
        self,
        *,
        userid: int | None = None,
        email: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ClientPasswordResponse:
        """Get Client Password.

        Retrieve the encrypted password of a client, by ID or email address.

        At least one of ``userid`` or ``email`` is needed.

        Args:
            userid: Client ID.
            email: Email address of the client, in place of `userid`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ClientPasswordResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found".

        Effect: read.
        Deprecated since 8.0, where passwords belong to users; check one with ValidateLogin,
        replace one with ResetPassword.
        Documentation: https://developers.whmcs.com/api-reference/getclientpassword/
        """
        extra = hide(extra)
        return self._session.call(
            GET_CLIENT_PASSWORD,
            {"userid": userid, "email": email},
            extra,
            timeout,
        )

    def get_clients_addons(
        self,
        *,
        serviceid: Sequence[int | None] | None = None,
        clientid: int | None = None,
        addonid: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ClientAddonsListResponse:
        """Get Client Addons.

        Retrieve the product addons that clients own.

        Args:
            serviceid: Only addons of these services.
            clientid: Only addons of this client.
            addonid: Only addons made from the predefined addon with this ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ClientAddonsListResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getclientsaddons/
        """
        extra = hide(extra)
        return self._session.call(
            GET_CLIENTS_ADDONS,
            {"serviceid": serviceid, "clientid": clientid, "addonid": addonid},
            extra,
            timeout,
        )

    def get_clients_domains(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        clientid: int | None = None,
        domainid: int | None = None,
        domain: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ClientDomainsListResponse:
        """Get Client Domains.

        Retrieve the domains that clients own, one page at a time.

        Args:
            limitstart: Offset of the first domain, from 0. The server assumes 0.
            limitnum: Number of domains on a page. The server assumes 25.
            clientid: Only domains of this client.
            domainid: Only the domain with this ID.
            domain: Only the domain with this name.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``domains`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getclientsdomains/
        """
        extra = hide(extra)
        return self._session.call(
            GET_CLIENTS_DOMAINS,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "clientid": clientid,
                "domainid": domainid,
                "domain": domain,
            },
            extra,
            timeout,
        )

    def iter_clients_domains(
        self,
        *,
        limitstart: int | None = None,
        clientid: int | None = None,
        domainid: int | None = None,
        domain: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[ClientDomain]:
        """Every record of ``get_clients_domains``, page after page, fetched as they are needed.

        Takes the parameters of ``get_clients_domains``. It ends when all records have come, on
        an empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``ClientDomain``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_CLIENTS_DOMAINS,
            {
                "limitstart": limitstart,
                "clientid": clientid,
                "domainid": domainid,
                "domain": domain,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    def get_clients_products(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        clientid: int | None = None,
        serviceid: int | None = None,
        pid: int | None = None,
        domain: str | None = None,
        username2: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ClientProductsListResponse:
        """Get Client Products.

        Retrieve the services (purchased products) that clients own, one page at a time.

        Args:
            limitstart: Offset of the first service, from 0. The server assumes 0.
            limitnum: Number of services on a page. The server assumes 25.
            clientid: Only services of this client.
            serviceid: Only the service with this ID.
            pid: Only services of the product with this ID.
            domain: Only services with this domain.
            username2: Only services with this service username.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``products`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getclientsproducts/
        """
        extra = hide(extra)
        return self._session.call(
            GET_CLIENTS_PRODUCTS,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "clientid": clientid,
                "serviceid": serviceid,
                "pid": pid,
                "domain": domain,
                "username2": username2,
            },
            extra,
            timeout,
        )

    def iter_clients_products(
        self,
        *,
        limitstart: int | None = None,
        clientid: int | None = None,
        serviceid: int | None = None,
        pid: int | None = None,
        domain: str | None = None,
        username2: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[ClientProduct]:
        """Every record of ``get_clients_products``, page after page, fetched as they are needed.

        Takes the parameters of ``get_clients_products``. It ends when all records have come, on
        an empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``ClientProduct``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_CLIENTS_PRODUCTS,
            {
                "limitstart": limitstart,
                "clientid": clientid,
                "serviceid": serviceid,
                "pid": pid,
                "domain": domain,
                "username2": username2,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    def get_contacts(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        userid: int | None = None,
        firstname: str | None = None,
        lastname: str | None = None,
        companyname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ContactsListResponse:
        """Get Contacts.

        Retrieve the contacts that match, one page at a time.

        Args:
            limitstart: Offset of the first contact, from 0. The server assumes 0.
            limitnum: Number of contacts on a page. The server assumes 25.
            userid: Only contacts of this client.
            firstname: Only contacts with this first name.
            lastname: Only contacts with this last name.
            companyname: Only contacts with this company name.
            email: Only contacts with this email address.
            address1: Only contacts with this address line 1.
            address2: Only contacts with this address line 2.
            city: Only contacts in this city.
            state: Only contacts in this state or region.
            postcode: Only contacts with this postal or zip code.
            country: Only contacts in this country (ISO 3166 2-letter code).
            phonenumber: Only contacts with this phone number.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``contacts`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getcontacts/
        """
        extra = hide(extra)
        return self._session.call(
            GET_CONTACTS,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "userid": userid,
                "firstname": firstname,
                "lastname": lastname,
                "companyname": companyname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "postcode": postcode,
                "country": country,
                "phonenumber": phonenumber,
            },
            extra,
            timeout,
        )

    def iter_contacts(
        self,
        *,
        limitstart: int | None = None,
        userid: int | None = None,
        firstname: str | None = None,
        lastname: str | None = None,
        companyname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[Contact]:
        """Every record of ``get_contacts``, page after page, fetched as they are needed.

        Takes the parameters of ``get_contacts``. It ends when all records have come, on an
        empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``Contact``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_CONTACTS,
            {
                "limitstart": limitstart,
                "userid": userid,
                "firstname": firstname,
                "lastname": lastname,
                "companyname": companyname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "postcode": postcode,
                "country": country,
                "phonenumber": phonenumber,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    def get_emails(
        self,
        *,
        clientid: int,
        limitstart: int | None = None,
        limitnum: int | None = None,
        date: DateTimeInput | None = None,
        subject: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> EmailsListResponse:
        """Get Emails.

        Retrieve the emails sent to a client, one page at a time.

        Args:
            clientid: Client ID.
            limitstart: Offset of the first email, from 0. The server assumes 0.
            limitnum: Number of emails on a page. The server assumes 25.
            date: Only emails sent at this date and time.
            subject: Only emails with a subject like this one.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``emails`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getemails/
        """
        extra = hide(extra)
        return self._session.call(
            GET_EMAILS,
            {
                "clientid": clientid,
                "limitstart": limitstart,
                "limitnum": limitnum,
                "date": date,
                "subject": subject,
            },
            extra,
            timeout,
        )

    def iter_emails(
        self,
        *,
        clientid: int,
        limitstart: int | None = None,
        date: DateTimeInput | None = None,
        subject: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[ClientEmail]:
        """Every record of ``get_emails``, page after page, fetched as they are needed.

        Takes the parameters of ``get_emails``. It ends when all records have come, on an empty
        page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``ClientEmail``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_EMAILS,
            {"clientid": clientid, "limitstart": limitstart, "date": date, "subject": subject},
            page_size,
            max_records,
            extra,
            timeout,
        )

    def update_contact(
        self,
        *,
        contactid: int,
        firstname: str | None = None,
        lastname: str | None = None,
        companyname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        email_preferences: EmailPreferencesInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateContactResponse:
        """Update Contact.

        Update the given fields of a contact.

        Args:
            contactid: Contact ID.
            firstname: First name.
            lastname: Last name.
            companyname: Company name.
            email: Email address.
            address1: Address line 1.
            address2: Address line 2.
            city: City.
            state: State or region.
            postcode: Postal or zip code.
            country: Country as an ISO 3166 2-letter code.
            phonenumber: Phone number.
            email_preferences: Which kinds of email a client or contact receives. Since 7.10.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateContactResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Contact ID Not Found",
                "Duplicate Email Address", "You must have at least one email address enabled to
                receive domain related notifications as required by ICANN. To disable domain
                notifications, please enable domain notifications for the primary account holder
                or another contact".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updatecontact/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_CONTACT,
            {
                "contactid": contactid,
                "firstname": firstname,
                "lastname": lastname,
                "companyname": companyname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "postcode": postcode,
                "country": country,
                "phonenumber": phonenumber,
                "email_preferences": email_preferences,
            },
            extra,
            timeout,
        )


class AsyncClients:
    """Client account management operations."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get_clients(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        sorting: SortDirection | None = None,
        status: ClientStatus | None = None,
        search: str | None = None,
        orderby: GetClientsOrderby | None = None,
        groupid: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ClientsListResponse:
        """Get Clients.

        Retrieve the clients that match, one page at a time. GetClientsDetails has the full
        record of a client.

        Args:
            limitstart: Offset of the first client, from 0. The server assumes 0.
            limitnum: Number of clients on a page. The server assumes 25.
            sorting: Direction of sorting. The server assumes ASC.
            status: Only clients with this status.
            search: Start of the email address, first name, last name, full name or company
                name.
            orderby: Column to sort by. Since 8.2.
            groupid: Only clients of this group. Deprecated: WHMCS knows no such filter and
                ignores it; compare the `groupid` of each client instead.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``clients`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getclients/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_CLIENTS,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "sorting": sorting,
                "status": status,
                "search": search,
                "orderby": orderby,
                "groupid": groupid,
            },
            extra,
            timeout,
        )

    def iter_clients(
        self,
        *,
        limitstart: int | None = None,
        sorting: SortDirection | None = None,
        status: ClientStatus | None = None,
        search: str | None = None,
        orderby: GetClientsOrderby | None = None,
        groupid: int | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[Client]:
        """Every record of ``get_clients``, page after page, fetched as they are needed.

        Takes the parameters of ``get_clients``. It ends when all records have come, on an empty
        page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``Client``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_CLIENTS,
            {
                "limitstart": limitstart,
                "sorting": sorting,
                "status": status,
                "search": search,
                "orderby": orderby,
                "groupid": groupid,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def get_clients_details(
        self,
        *,
        clientid: int | None = None,
        email: str | None = None,
        stats: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ClientDetailsResponse:
        """Get Client Details.

        Retrieve the full record of one client, by ID or email address. Pay methods are not part
        of it: see GetPayMethods.

        At least one of ``clientid`` or ``email`` is needed.

        Args:
            clientid: Client ID.
            email: Email address of the client, in place of `clientid`.
            stats: Include figures about the client.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ClientDetailsResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Either clientid Or email Is
                Required", "Client Not Found".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getclientsdetails/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_CLIENTS_DETAILS,
            {"clientid": clientid, "email": email, "stats": stats},
            extra,
            timeout,
        )

    async def add_client(
        self,
        *,
        firstname: str | None = None,
        lastname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        currency: int | None = None,
        groupid: int | None = None,
        notes: str | None = None,
        companyname: str | None = None,
        tax_id: str | None = None,
        customfields: Keyed[str] | None = None,
        language: str | None = None,
        clientip: str | None = None,
        marketingoptin: bool | None = None,
        skipvalidation: bool | None = None,
        cardtype: str | None = None,
        cardnum: str | None = None,
        expdate: str | None = None,
        startdate: str | None = None,
        issuenumber: str | None = None,
        cvv: str | None = None,
        owner_user_id: int | None = None,
        password2: str | None = None,
        securityqid: int | None = None,
        securityqans: str | None = None,
        noemail: bool | None = None,
        status: ClientStatus | None = None,
        taxexempt: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddClientResponse:
        """Add Client.

        Add a new client account to WHMCS. A new user is created as its owner unless
        `owner_user_id` names an existing one.

        Needed: ``firstname``, ``lastname``, ``email``, ``address1``, ``city``, ``state``,
        ``postcode``, ``country`` and ``phonenumber``, unless ``skipvalidation`` is true.
        Needed: ``email`` and ``password2``, unless ``owner_user_id`` is given.

        Args:
            firstname: Client first name.
            lastname: Client last name.
            email: Client email address.
            address1: Client address line 1.
            address2: Client address line 2.
            city: Client city.
            state: Client state or region.
            postcode: Client postal or zip code.
            country: Client country (ISO 3166 2-letter code).
            phonenumber: Client phone number.
            currency: Currency ID for the client.
            groupid: Client group ID.
            notes: Notes that only staff see.
            companyname: Client company name.
            tax_id: Client tax ID, such as a VAT number. Since 7.7.
            customfields: Custom field values by custom field ID.
            language: Default language by its full name, such as `english` or `french`.
            clientip: IP address that the client comes from.
            marketingoptin: Whether to send marketing emails.
            skipvalidation: Let required fields be left out.
            cardtype: Brand of the card in full, such as `Visa` or `American Express`.
                Deprecated since 7.8; use AddPayMethod.
            cardnum: Card number. Deprecated since 7.8; use AddPayMethod.
            expdate: End of the card's validity as MMYY. Deprecated since 7.8; use AddPayMethod.
            startdate: Start of the card's validity as MMYY, where the card has one. Deprecated
                since 7.8; use AddPayMethod.
            issuenumber: Issue number, where the card has one. Deprecated since 7.8; use
                AddPayMethod.
            cvv: Card security code; it is not stored. Deprecated since 7.8; use AddPayMethod.
            owner_user_id: User ID of the owner; a new user is created where it is left out.
                Since 8.0.
            password2: Password of the new user. Required without `owner_user_id`.
            securityqid: ID of the security question of the new user. Goes with `securityqans`.
            securityqans: Answer of the new user to the security question.
            noemail: Send no welcome email.
            status: Client account status. Deprecated: WHMCS does not know it here and ignores
                it; use UpdateClient.
            taxexempt: Whether client is tax exempt. Deprecated: WHMCS does not know it here and
                ignores it; use UpdateClient.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddClientResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid Owner User ID",
                "You did not enter your first name", "You did not enter your last name", "You
                did not enter your email address", "The email address you entered was not
                valid", "You did not enter your address line 1", "You did not enter your city",
                "You did not enter your state", "You did not enter your postcode", "Valid
                country required", "You did not enter your phone number", "Invalid telephone
                phone number", "You did not provide required custom field value for", "The email
                address entered is not available for use.", "A user already exists with that
                email address".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addclient/
        """
        cardnum = hide(cardnum)
        expdate = hide(expdate)
        startdate = hide(startdate)
        issuenumber = hide(issuenumber)
        cvv = hide(cvv)
        password2 = hide(password2)
        securityqans = hide(securityqans)
        extra = hide(extra)
        return await self._session.call(
            ADD_CLIENT,
            {
                "firstname": firstname,
                "lastname": lastname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "postcode": postcode,
                "country": country,
                "phonenumber": phonenumber,
                "currency": currency,
                "groupid": groupid,
                "notes": notes,
                "companyname": companyname,
                "tax_id": tax_id,
                "customfields": customfields,
                "language": language,
                "clientip": clientip,
                "marketingoptin": marketingoptin,
                "skipvalidation": skipvalidation,
                "cardtype": cardtype,
                "cardnum": cardnum,
                "expdate": expdate,
                "startdate": startdate,
                "issuenumber": issuenumber,
                "cvv": cvv,
                "owner_user_id": owner_user_id,
                "password2": password2,
                "securityqid": securityqid,
                "securityqans": securityqans,
                "noemail": noemail,
                "status": status,
                "taxexempt": taxexempt,
            },
            extra,
            timeout,
        )

    async def update_client(
        self,
        *,
        clientid: int | None = None,
        clientemail: str | None = None,
        firstname: str | None = None,
        lastname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        currency: int | None = None,
        groupid: int | None = None,
        notes: str | None = None,
        companyname: str | None = None,
        tax_id: str | None = None,
        customfields: Keyed[str] | None = None,
        language: str | None = None,
        clientip: str | None = None,
        marketingoptin: bool | None = None,
        skipvalidation: bool | None = None,
        cardtype: str | None = None,
        cardnum: str | None = None,
        expdate: str | None = None,
        startdate: str | None = None,
        issuenumber: str | None = None,
        cvv: str | None = None,
        bankcode: str | None = None,
        bankacct: str | None = None,
        status: ClientStatus | None = None,
        paymentmethod: str | None = None,
        email_preferences: EmailPreferencesInput | None = None,
        clearcreditcard: bool | None = None,
        latefeeoveride: bool | None = None,
        overideduenotices: bool | None = None,
        taxexempt: bool | None = None,
        separateinvoices: bool | None = None,
        disableautocc: bool | None = None,
        overrideautoclose: bool | None = None,
        password2: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateClientResponse:
        """Update Client.

        Update the given fields of a client account, found by `clientid` or `clientemail`. The
        password and the security question belong to the user since 8.0.

        At least one of ``clientid`` or ``clientemail`` is needed.

        Args:
            clientid: Client ID.
            clientemail: Email address of the client, in place of `clientid`.
            firstname: Client first name.
            lastname: Client last name.
            email: Client email address.
            address1: Client address line 1.
            address2: Client address line 2.
            city: Client city.
            state: Client state or region.
            postcode: Client postal or zip code.
            country: Client country (ISO 3166 2-letter code).
            phonenumber: Client phone number.
            currency: Currency ID for the client.
            groupid: Client group ID.
            notes: Notes that only staff see.
            companyname: Client company name.
            tax_id: Client tax ID, such as a VAT number. Since 7.7.
            customfields: Custom field values by custom field ID.
            language: Default language by its full name, such as `english` or `french`.
            clientip: IP address that the client comes from.
            marketingoptin: Whether to send marketing emails.
            skipvalidation: Let required fields be left out.
            cardtype: Brand of the card in full, such as `Visa` or `American Express`.
                Deprecated since 7.8; use AddPayMethod.
            cardnum: Card number. Deprecated since 7.8; use AddPayMethod.
            expdate: End of the card's validity as MMYY. Deprecated since 7.8; use AddPayMethod.
            startdate: Start of the card's validity as MMYY, where the card has one. Deprecated
                since 7.8; use AddPayMethod.
            issuenumber: Issue number, where the card has one. Deprecated since 7.8; use
                AddPayMethod.
            cvv: Card security code; it is not stored. Deprecated since 7.8; use AddPayMethod.
            bankcode: Bank code of the client's bank account. Deprecated since 7.8; use
                AddPayMethod or UpdatePayMethod.
            bankacct: Number of the client's bank account. Deprecated since 7.8; use
                AddPayMethod or UpdatePayMethod.
            status: Client account status.
            paymentmethod: System name of the default payment method, such as `paypal`.
            email_preferences: Which kinds of email a client or contact receives. Since 7.10.
            clearcreditcard: Remove the stored card.
            latefeeoveride: Charge no late fees.
            overideduenotices: Send no overdue notices.
            taxexempt: Whether client is tax exempt.
            separateinvoices: Invoice each service on its own; otherwise items with the same due
                date and payment method share an invoice.
            disableautocc: Charge no card automatically.
            overrideautoclose: Keep an inactive account from being closed.
            password2: Client account password. Deprecated: Gone since 8.0 and ignored; the user
                gets a new password through ResetPassword.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateClientResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found", "You
                must have at least one email address enabled to receive domain related
                notifications as required by ICANN. To disable domain notifications, please
                create an alternative contact that is set to receive them", "Duplicate Email
                Address", "The email address entered is not valid", "Multiple Credit Card Pay
                Methods Found", "Multiple Bank Account Pay Methods Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateclient/
        """
        cardnum = hide(cardnum)
        expdate = hide(expdate)
        startdate = hide(startdate)
        issuenumber = hide(issuenumber)
        cvv = hide(cvv)
        bankcode = hide(bankcode)
        bankacct = hide(bankacct)
        password2 = hide(password2)
        extra = hide(extra)
        return await self._session.call(
            UPDATE_CLIENT,
            {
                "clientid": clientid,
                "clientemail": clientemail,
                "firstname": firstname,
                "lastname": lastname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "postcode": postcode,
                "country": country,
                "phonenumber": phonenumber,
                "currency": currency,
                "groupid": groupid,
                "notes": notes,
                "companyname": companyname,
                "tax_id": tax_id,
                "customfields": customfields,
                "language": language,
                "clientip": clientip,
                "marketingoptin": marketingoptin,
                "skipvalidation": skipvalidation,
                "cardtype": cardtype,
                "cardnum": cardnum,
                "expdate": expdate,
                "startdate": startdate,
                "issuenumber": issuenumber,
                "cvv": cvv,
                "bankcode": bankcode,
                "bankacct": bankacct,
                "status": status,
                "paymentmethod": paymentmethod,
                "email_preferences": email_preferences,
                "clearcreditcard": clearcreditcard,
                "latefeeoveride": latefeeoveride,
                "overideduenotices": overideduenotices,
                "taxexempt": taxexempt,
                "separateinvoices": separateinvoices,
                "disableautocc": disableautocc,
                "overrideautoclose": overrideautoclose,
                "password2": password2,
            },
            extra,
            timeout,
        )

    async def delete_client(
        self,
        *,
        clientid: int,
        deleteusers: bool | None = None,
        deletetransactions: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DeleteClientResponse:
        """Delete Client.

        Delete a client account for good, with everything that belongs to it.

        Args:
            clientid: Client ID.
            deleteusers: Delete its users too, except who belong to another client.
            deletetransactions: Delete its transactions too.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DeleteClientResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found",
                "Client Delete Failed: xxxxxx".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deleteclient/
        """
        extra = hide(extra)
        return await self._session.call(
            DELETE_CLIENT,
            {
                "clientid": clientid,
                "deleteusers": deleteusers,
                "deletetransactions": deletetransactions,
            },
            extra,
            timeout,
        )

    async def add_contact(
        self,
        *,
        clientid: int,
        firstname: str | None = None,
        lastname: str | None = None,
        companyname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        email_preferences: EmailPreferencesInput | None = None,
        tax_id: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddContactResponse:
        """Add Contact.

        Give a client one more contact.

        Args:
            clientid: ID of the client whom the contact is for.
            firstname: First name.
            lastname: Last name.
            companyname: Company name.
            email: Email address.
            address1: Address line 1.
            address2: Address line 2.
            city: City.
            state: State or region.
            postcode: Postal or zip code.
            country: Country as an ISO 3166 2-letter code.
            phonenumber: Phone number.
            email_preferences: Which kinds of email a client or contact receives. Since 7.10.
            tax_id: Tax ID, such as a VAT number. Since 7.7.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddContactResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found",
                "Duplicate Email Address".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addcontact/
        """
        extra = hide(extra)
        return await self._session.call(
            ADD_CONTACT,
            {
                "clientid": clientid,
                "firstname": firstname,
                "lastname": lastname,
                "companyname": companyname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "postcode": postcode,
                "country": country,
                "phonenumber": phonenumber,
                "email_preferences": email_preferences,
                "tax_id": tax_id,
            },
            extra,
            timeout,
        )

    async def close_client(
        self,
        *,
        clientid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CloseClientResponse:
        """Close Client.

        Close a client account: its invoices are cancelled and its products set to Cancelled or
        Terminated. The records stay.

        Args:
            clientid: Client ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``CloseClientResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found", "An
                unexpected error occurred: xxx".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/closeclient/
        """
        extra = hide(extra)
        return await self._session.call(CLOSE_CLIENT, {"clientid": clientid}, extra, timeout)

    async def delete_contact(
        self,
        *,
        contactid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DeleteContactResponse:
        """Delete Contact.

        Delete a contact for good.

        Args:
            contactid: Contact ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DeleteContactResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Contact ID Not Found".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deletecontact/
        """
        extra = hide(extra)
        return await self._session.call(DELETE_CONTACT, {"contactid": contactid}, extra, timeout)

    async def get_cancelled_packages(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CancelledPackagesListResponse:
        """Get Cancelled Packages.

        Retrieve the cancellation requests for services, one page at a time.

        Args:
            limitstart: Offset of the first request, from 0. The server assumes 0.
            limitnum: Number of requests on a page. The server assumes 25.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``packages`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getcancelledpackages/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_CANCELLED_PACKAGES,
            {"limitstart": limitstart, "limitnum": limitnum},
            extra,
            timeout,
        )

    def iter_cancelled_packages(
        self,
        *,
        limitstart: int | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[CancellationRequest]:
        """Every record of ``get_cancelled_packages``, page after page, fetched as they are needed.

        Takes the parameters of ``get_cancelled_packages``. It ends when all records have come,
        on an empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``CancellationRequest``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_CANCELLED_PACKAGES,
            {"limitstart": limitstart},
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def get_client_groups(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ClientGroupsListResponse:
        """Get Client Groups.

        Retrieve all client groups.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``groups`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getclientgroups/
        """
        extra = hide(extra)
        return await self._session.call(GET_CLIENT_GROUPS, {}, extra, timeout)

    async def get_client_password(
        self,
        *,
        userid: int | None = None,
        email: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ClientPasswordResponse:
        """Get Client Password.

        Retrieve the encrypted password of a client, by ID or email address.

        At least one of ``userid`` or ``email`` is needed.

        Args:
            userid: Client ID.
            email: Email address of the client, in place of `userid`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ClientPasswordResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found".

        Effect: read.
        Deprecated since 8.0, where passwords belong to users; check one with ValidateLogin,
        replace one with ResetPassword.
        Documentation: https://developers.whmcs.com/api-reference/getclientpassword/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_CLIENT_PASSWORD,
            {"userid": userid, "email": email},
            extra,
            timeout,
        )

    async def get_clients_addons(
        self,
        *,
        serviceid: Sequence[int | None] | None = None,
        clientid: int | None = None,
        addonid: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ClientAddonsListResponse:
        """Get Client Addons.

        Retrieve the product addons that clients own.

        Args:
            serviceid: Only addons of these services.
            clientid: Only addons of this client.
            addonid: Only addons made from the predefined addon with this ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ClientAddonsListResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getclientsaddons/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_CLIENTS_ADDONS,
            {"serviceid": serviceid, "clientid": clientid, "addonid": addonid},
            extra,
            timeout,
        )

    async def get_clients_domains(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        clientid: int | None = None,
        domainid: int | None = None,
        domain: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ClientDomainsListResponse:
        """Get Client Domains.

        Retrieve the domains that clients own, one page at a time.

        Args:
            limitstart: Offset of the first domain, from 0. The server assumes 0.
            limitnum: Number of domains on a page. The server assumes 25.
            clientid: Only domains of this client.
            domainid: Only the domain with this ID.
            domain: Only the domain with this name.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``domains`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getclientsdomains/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_CLIENTS_DOMAINS,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "clientid": clientid,
                "domainid": domainid,
                "domain": domain,
            },
            extra,
            timeout,
        )

    def iter_clients_domains(
        self,
        *,
        limitstart: int | None = None,
        clientid: int | None = None,
        domainid: int | None = None,
        domain: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[ClientDomain]:
        """Every record of ``get_clients_domains``, page after page, fetched as they are needed.

        Takes the parameters of ``get_clients_domains``. It ends when all records have come, on
        an empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``ClientDomain``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_CLIENTS_DOMAINS,
            {
                "limitstart": limitstart,
                "clientid": clientid,
                "domainid": domainid,
                "domain": domain,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def get_clients_products(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        clientid: int | None = None,
        serviceid: int | None = None,
        pid: int | None = None,
        domain: str | None = None,
        username2: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ClientProductsListResponse:
        """Get Client Products.

        Retrieve the services (purchased products) that clients own, one page at a time.

        Args:
            limitstart: Offset of the first service, from 0. The server assumes 0.
            limitnum: Number of services on a page. The server assumes 25.
            clientid: Only services of this client.
            serviceid: Only the service with this ID.
            pid: Only services of the product with this ID.
            domain: Only services with this domain.
            username2: Only services with this service username.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``products`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getclientsproducts/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_CLIENTS_PRODUCTS,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "clientid": clientid,
                "serviceid": serviceid,
                "pid": pid,
                "domain": domain,
                "username2": username2,
            },
            extra,
            timeout,
        )

    def iter_clients_products(
        self,
        *,
        limitstart: int | None = None,
        clientid: int | None = None,
        serviceid: int | None = None,
        pid: int | None = None,
        domain: str | None = None,
        username2: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[ClientProduct]:
        """Every record of ``get_clients_products``, page after page, fetched as they are needed.

        Takes the parameters of ``get_clients_products``. It ends when all records have come, on
        an empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``ClientProduct``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_CLIENTS_PRODUCTS,
            {
                "limitstart": limitstart,
                "clientid": clientid,
                "serviceid": serviceid,
                "pid": pid,
                "domain": domain,
                "username2": username2,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def get_contacts(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        userid: int | None = None,
        firstname: str | None = None,
        lastname: str | None = None,
        companyname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ContactsListResponse:
        """Get Contacts.

        Retrieve the contacts that match, one page at a time.

        Args:
            limitstart: Offset of the first contact, from 0. The server assumes 0.
            limitnum: Number of contacts on a page. The server assumes 25.
            userid: Only contacts of this client.
            firstname: Only contacts with this first name.
            lastname: Only contacts with this last name.
            companyname: Only contacts with this company name.
            email: Only contacts with this email address.
            address1: Only contacts with this address line 1.
            address2: Only contacts with this address line 2.
            city: Only contacts in this city.
            state: Only contacts in this state or region.
            postcode: Only contacts with this postal or zip code.
            country: Only contacts in this country (ISO 3166 2-letter code).
            phonenumber: Only contacts with this phone number.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``contacts`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getcontacts/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_CONTACTS,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "userid": userid,
                "firstname": firstname,
                "lastname": lastname,
                "companyname": companyname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "postcode": postcode,
                "country": country,
                "phonenumber": phonenumber,
            },
            extra,
            timeout,
        )

    def iter_contacts(
        self,
        *,
        limitstart: int | None = None,
        userid: int | None = None,
        firstname: str | None = None,
        lastname: str | None = None,
        companyname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[Contact]:
        """Every record of ``get_contacts``, page after page, fetched as they are needed.

        Takes the parameters of ``get_contacts``. It ends when all records have come, on an
        empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``Contact``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_CONTACTS,
            {
                "limitstart": limitstart,
                "userid": userid,
                "firstname": firstname,
                "lastname": lastname,
                "companyname": companyname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "postcode": postcode,
                "country": country,
                "phonenumber": phonenumber,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def get_emails(
        self,
        *,
        clientid: int,
        limitstart: int | None = None,
        limitnum: int | None = None,
        date: DateTimeInput | None = None,
        subject: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> EmailsListResponse:
        """Get Emails.

        Retrieve the emails sent to a client, one page at a time.

        Args:
            clientid: Client ID.
            limitstart: Offset of the first email, from 0. The server assumes 0.
            limitnum: Number of emails on a page. The server assumes 25.
            date: Only emails sent at this date and time.
            subject: Only emails with a subject like this one.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``emails`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getemails/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_EMAILS,
            {
                "clientid": clientid,
                "limitstart": limitstart,
                "limitnum": limitnum,
                "date": date,
                "subject": subject,
            },
            extra,
            timeout,
        )

    def iter_emails(
        self,
        *,
        clientid: int,
        limitstart: int | None = None,
        date: DateTimeInput | None = None,
        subject: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[ClientEmail]:
        """Every record of ``get_emails``, page after page, fetched as they are needed.

        Takes the parameters of ``get_emails``. It ends when all records have come, on an empty
        page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``ClientEmail``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_EMAILS,
            {"clientid": clientid, "limitstart": limitstart, "date": date, "subject": subject},
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def update_contact(
        self,
        *,
        contactid: int,
        firstname: str | None = None,
        lastname: str | None = None,
        companyname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        email_preferences: EmailPreferencesInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateContactResponse:
        """Update Contact.

        Update the given fields of a contact.

        Args:
            contactid: Contact ID.
            firstname: First name.
            lastname: Last name.
            companyname: Company name.
            email: Email address.
            address1: Address line 1.
            address2: Address line 2.
            city: City.
            state: State or region.
            postcode: Postal or zip code.
            country: Country as an ISO 3166 2-letter code.
            phonenumber: Phone number.
            email_preferences: Which kinds of email a client or contact receives. Since 7.10.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateContactResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Contact ID Not Found",
                "Duplicate Email Address", "You must have at least one email address enabled to
                receive domain related notifications as required by ICANN. To disable domain
                notifications, please enable domain notifications for the primary account holder
                or another contact".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updatecontact/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_CONTACT,
            {
                "contactid": contactid,
                "firstname": firstname,
                "lastname": lastname,
                "companyname": companyname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "postcode": postcode,
                "country": country,
                "phonenumber": phonenumber,
                "email_preferences": email_preferences,
            },
            extra,
            timeout,
        )
