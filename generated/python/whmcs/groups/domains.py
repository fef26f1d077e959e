"""The group Domains: its operations as data, and the methods that call them."""

from __future__ import annotations

from typing import Final

from .._runtime.aliases import Amount, DateInput, Extra, Keyed, Timeout
from .._runtime.operation import Condition, Operation, Param, Requirement
from .._runtime.secret import hide
from .._runtime.session import AsyncSession, Session
from ..enums import CreateOrUpdateTLDGroup, UpdateClientDomainType
from ..models.domains import (
    CreateOrUpdateTLDResponse,
    DomainEPPResponse,
    DomainLockingStatusResponse,
    DomainNameserversResponse,
    DomainWhoisInfoResponse,
    DomainWhoisResponse,
    RegistrarsListResponse,
    TLDPricingResponse,
    UpdateClientDomainResponse,
)
from ..models.shared import SuccessResponse

DOMAIN_REGISTER: Final[Operation[SuccessResponse]] = Operation(
    action="DomainRegister",
    group="Domains",
    effect="write",
    params=(
        Param("domainid", "integer"),
        Param("domain", "text"),
        Param("idnlanguage", "text", since="8.0"),
    ),
    response=SuccessResponse,
    requires=(Requirement(any=("domainid", "domain")),),
    errors=(
        "Domain Not Found",
        "Registrar Error Message",
        "Invalid IDN Language. Must be one of: xxx",
    ),
    docs="https://developers.whmcs.com/api-reference/domainregister/",
)
DOMAIN_WHOIS: Final[Operation[DomainWhoisResponse]] = Operation(
    action="DomainWhois",
    group="Domains",
    effect="read",
    params=(Param("domain", "text", required=True),),
    response=DomainWhoisResponse,
    errors=("Domain not valid", "The given TLD is not supported for WHOIS lookups"),
    docs="https://developers.whmcs.com/api-reference/domainwhois/",
)
CREATE_OR_UPDATE_TLD: Final[Operation[CreateOrUpdateTLDResponse]] = Operation(
    action="CreateOrUpdateTLD",
    group="Domains",
    effect="write",
    params=(
        Param("extension", "text", required=True),
        Param("id_protection", "boolean"),
        Param("dns_management", "boolean"),
        Param("email_forwarding", "boolean"),
        Param("epp_required", "boolean"),
        Param("auto_registrar", "text"),
        Param("group", "text", values=("HOT", "NEW", "SALE")),
        Param("currency_code", "text"),
        Param("grace_period_days", "integer"),
        Param("grace_period_fee", "decimal"),
        Param("redemption_period_days", "integer"),
        Param("redemption_period_fee", "decimal"),
        Param("register", "decimal", shape="map"),
        Param("renew", "decimal", shape="map"),
        Param("transfer", "decimal", shape="map"),
        Param("display_after", "text"),
    ),
    response=CreateOrUpdateTLDResponse,
    requires=(
        Requirement(
            all=("currency_code",),
            when=(
                Condition("register"),
                Condition("renew"),
                Condition("transfer"),
                Condition("grace_period_fee"),
                Condition("redemption_period_fee"),
            ),
        ),
    ),
    errors=(
        "Extension is required",
        "No Active Registrars - auto_registrar value cannot be defined",
        "Invalid auto_registrar value. Must be empty or one of: enom, resellerclub...",
        "Variable currency_code is required when defining pricing",
        "Provided currency_code value does not exist. Must be one of: USD, GBP...",
        "Parameters register, renew and transfer must be arrays",
        "The maximum register period is 10 years",
        "The maximum renew period is 9 years",
        "Only one transfer period can be defined",
        "The maximum transfer period is 10 years",
        "Invalid group parameter: GROUP. Should be one of HOT, NEW, SALE",
    ),
    docs="https://developers.whmcs.com/api-reference/createorupdatetld/",
)
DOMAIN_GET_LOCKING_STATUS: Final[Operation[DomainLockingStatusResponse]] = Operation(
    action="DomainGetLockingStatus",
    group="Domains",
    effect="read",
    params=(Param("domainid", "integer", required=True),),
    response=DomainLockingStatusResponse,
    errors=("Domain ID Not Found",),
    docs="https://developers.whmcs.com/api-reference/domaingetlockingstatus/",
)
DOMAIN_GET_NAMESERVERS: Final[Operation[DomainNameserversResponse]] = Operation(
    action="DomainGetNameservers",
    group="Domains",
    effect="read",
    params=(Param("domainid", "integer", required=True),),
    response=DomainNameserversResponse,
    errors=("Domain ID Not Found", "Registrar Function Not Supported", "Registrar Error Message"),
    docs="https://developers.whmcs.com/api-reference/domaingetnameservers/",
)
DOMAIN_GET_WHOIS_INFO: Final[Operation[DomainWhoisInfoResponse]] = Operation(
    action="DomainGetWhoisInfo",
    group="Domains",
    effect="read",
    params=(Param("domainid", "integer", required=True),),
    response=DomainWhoisInfoResponse,
    errors=("Domain ID Not Found", "Registrar Error Message"),
    docs="https://developers.whmcs.com/api-reference/domaingetwhoisinfo/",
)
DOMAIN_RELEASE: Final[Operation[SuccessResponse]] = Operation(
    action="DomainRelease",
    group="Domains",
    effect="destructive",
    params=(
        Param("domainid", "integer"),
        Param("domain", "text"),
        Param("newtag", "text", required=True),
    ),
    response=SuccessResponse,
    requires=(Requirement(any=("domainid", "domain")),),
    errors=("Domain Not Found", "Registrar Error Message"),
    docs="https://developers.whmcs.com/api-reference/domainrelease/",
)
DOMAIN_RENEW: Final[Operation[SuccessResponse]] = Operation(
    action="DomainRenew",
    group="Domains",
    effect="write",
    params=(
        Param("domainid", "integer"),
        Param("domain", "text"),
        Param("regperiod", "integer"),
    ),
    response=SuccessResponse,
    requires=(Requirement(any=("domainid", "domain")),),
    errors=("Domain Not Found", "Registrar Error Message"),
    docs="https://developers.whmcs.com/api-reference/domainrenew/",
)
DOMAIN_REQUEST_EPP: Final[Operation[DomainEPPResponse]] = Operation(
    action="DomainRequestEPP",
    group="Domains",
    effect="write",
    params=(Param("domainid", "integer", required=True),),
    response=DomainEPPResponse,
    errors=("Domain ID Not Found", "Registrar Error Message"),
    docs="https://developers.whmcs.com/api-reference/domainrequestepp/",
)
DOMAIN_TOGGLE_ID_PROTECT: Final[Operation[SuccessResponse]] = Operation(
    action="DomainToggleIdProtect",
    group="Domains",
    effect="write",
    params=(
        Param("domainid", "integer", required=True),
        Param("idprotect", "boolean"),
    ),
    response=SuccessResponse,
    errors=("Domain ID Not Found", "Registrar Error Message"),
    docs="https://developers.whmcs.com/api-reference/domaintoggleidprotect/",
)
DOMAIN_TRANSFER: Final[Operation[SuccessResponse]] = Operation(
    action="DomainTransfer",
    group="Domains",
    effect="write",
    params=(
        Param("domainid", "integer"),
        Param("domain", "text"),
        Param("eppcode", "text", sensitive=True),
    ),
    response=SuccessResponse,
    requires=(Requirement(any=("domainid", "domain")),),
    errors=("Domain Not Found", "Registrar Error Message"),
    docs="https://developers.whmcs.com/api-reference/domaintransfer/",
)
DOMAIN_UPDATE_LOCKING_STATUS: Final[Operation[SuccessResponse]] = Operation(
    action="DomainUpdateLockingStatus",
    group="Domains",
    effect="write",
    params=(
        Param("domainid", "integer", required=True),
        Param("lockstatus", "boolean"),
    ),
    response=SuccessResponse,
    errors=(
        "Domain ID Not Found",
        "Registrar Error Message",
        "An invalid configuration was detected with the registrar module",
    ),
    docs="https://developers.whmcs.com/api-reference/domainupdatelockingstatus/",
)
DOMAIN_UPDATE_NAMESERVERS: Final[Operation[SuccessResponse]] = Operation(
    action="DomainUpdateNameservers",
    group="Domains",
    effect="write",
    params=(
        Param("domainid", "integer"),
        Param("domain", "text"),
        Param("ns1", "text", required=True),
        Param("ns2", "text", required=True),
        Param("ns3", "text"),
        Param("ns4", "text"),
        Param("ns5", "text"),
    ),
    response=SuccessResponse,
    requires=(Requirement(any=("domainid", "domain")),),
    errors=("Domain ID Not Found", "ns1 and ns2 required", "Registrar Error Message"),
    docs="https://developers.whmcs.com/api-reference/domainupdatenameservers/",
)
DOMAIN_UPDATE_WHOIS_INFO: Final[Operation[SuccessResponse]] = Operation(
    action="DomainUpdateWhoisInfo",
    group="Domains",
    effect="write",
    params=(
        Param("domainid", "integer", required=True),
        Param("xml", "text", required=True),
    ),
    response=SuccessResponse,
    errors=("Domain ID Not Found", "XML Required", "Registrar Error Message"),
    docs="https://developers.whmcs.com/api-reference/domainupdatewhoisinfo/",
)
GET_REGISTRARS: Final[Operation[RegistrarsListResponse]] = Operation(
    action="GetRegistrars",
    group="Domains",
    effect="read",
    params=(),
    response=RegistrarsListResponse,
    docs="https://developers.whmcs.com/api-reference/getregistrars/",
)
GET_TLD_PRICING: Final[Operation[TLDPricingResponse]] = Operation(
    action="GetTLDPricing",
    group="Domains",
    effect="read",
    params=(
        Param("currencyid", "integer"),
        Param("clientid", "integer"),
    ),
    response=TLDPricingResponse,
    docs="https://developers.whmcs.com/api-reference/gettldpricing/",
)
UPDATE_CLIENT_DOMAIN: Final[Operation[UpdateClientDomainResponse]] = Operation(
    action="UpdateClientDomain",
    group="Domains",
    effect="write",
    params=(
        Param("domainid", "integer", required=True),
        Param("dnsmanagement", "boolean"),
        Param("emailforwarding", "boolean"),
        Param("idprotection", "boolean"),
        Param("donotrenew", "boolean"),
        Param("type", "text", values=("Register", "Transfer")),
        Param("regdate", "date"),
        Param("nextduedate", "date"),
        Param("expirydate", "date"),
        Param("domain", "text"),
        Param("firstpaymentamount", "decimal"),
        Param("recurringamount", "decimal"),
        Param("registrar", "text"),
        Param("regperiod", "integer"),
        Param("paymentmethod", "text"),
        Param("subscriptionid", "text"),
        Param("status", "text"),
        Param("notes", "text"),
        Param("promoid", "integer"),
        Param("autorecalc", "boolean"),
        Param("updatens", "boolean"),
        Param("ns1", "text"),
        Param("ns2", "text"),
        Param("ns3", "text"),
        Param("ns4", "text"),
        Param("ns5", "text"),
    ),
    response=UpdateClientDomainResponse,
    requires=(Requirement(all=("ns1", "ns2"), when=(Condition("updatens", flag=True),)),),
    errors=(
        "Domain ID Not Found",
        "The Registrar is not active",
        "ns1 and ns2 required",
        "Registrar Error Message",
    ),
    docs="https://developers.whmcs.com/api-reference/updateclientdomain/",
)


class Domains:
    """Domain registration and management."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def domain_register(
        self,
        *,
        domainid: int | None = None,
        domain: str | None = None,
        idnlanguage: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Register.

        Send the registration of a domain to its registrar. The domain has to exist in WHMCS
        already, usually through an order. The registrar's own message is the error message
        where it refuses.

        At least one of ``domainid`` or ``domain`` is needed.

        Args:
            domainid: Domain ID; preferred to the name.
            domain: Domain name; needed where there is no `domainid`.
            idnlanguage: Language code of an internationalised name; replaces the one stored
                with the domain. Since 8.0.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain Not Found",
                "Registrar Error Message", "Invalid IDN Language. Must be one of: xxx".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domainregister/
        """
        extra = hide(extra)
        return self._session.call(
            DOMAIN_REGISTER,
            {"domainid": domainid, "domain": domain, "idnlanguage": idnlanguage},
            extra,
            timeout,
        )

    def domain_whois(
        self,
        *,
        domain: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DomainWhoisResponse:
        """Domain WHOIS.

        Look up whether a domain name is registered, with the text that the WHOIS server
        answers.

        Args:
            domain: Full domain name, such as `example.com`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DomainWhoisResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain not valid", "The
                given TLD is not supported for WHOIS lookups".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/domainwhois/
        """
        extra = hide(extra)
        return self._session.call(DOMAIN_WHOIS, {"domain": domain}, extra, timeout)

    def create_or_update_tld(
        self,
        *,
        extension: str,
        id_protection: bool | None = None,
        dns_management: bool | None = None,
        email_forwarding: bool | None = None,
        epp_required: bool | None = None,
        auto_registrar: str | None = None,
        group: CreateOrUpdateTLDGroup | None = None,
        currency_code: str | None = None,
        grace_period_days: int | None = None,
        grace_period_fee: Amount | None = None,
        redemption_period_days: int | None = None,
        redemption_period_fee: Amount | None = None,
        register: Keyed[Amount] | None = None,
        renew: Keyed[Amount] | None = None,
        transfer: Keyed[Amount] | None = None,
        display_after: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CreateOrUpdateTLDResponse:
        """Create or Update TLD.

        Set up a TLD for sale: add it, or change it where it exists. Prices are given in one
        currency and converted into every other active one.

        Needed where ``register``, ``renew``, ``transfer``, ``grace_period_fee`` or
        ``redemption_period_fee`` is given: ``currency_code``.

        Args:
            extension: TLD to add or change, with its dot: `.com`.
            id_protection: Offer ID protection.
            dns_management: Offer DNS management.
            email_forwarding: Offer email forwarding.
            epp_required: Ask for an EPP code on transfers.
            auto_registrar: System name of the registrar module that registers on payment; empty
                for none.
            group: Label shown beside the TLD; empty for none.
            currency_code: Code of the currency of all prices and fees in this call, such as
                `USD`; required with any of them. It has to exist in WHMCS, with an exchange
                rate.
            grace_period_days: Length of the grace period in days.
            grace_period_fee: Fee for the grace period; -1 turns it off.
            redemption_period_days: Length of the redemption period in days.
            redemption_period_fee: Fee for redemption; -1 turns it off.
            register: Registration prices by years, 1 to 10: `{"1": 10.00, "2": 20.00}`.
            renew: Renewal prices by years, 1 to 9.
            transfer: Transfer price for the shortest registration period alone: `{"1": 10.00}`.
            display_after: Existing TLD that this one follows in lists.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``CreateOrUpdateTLDResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Extension is required", "No
                Active Registrars - auto_registrar value cannot be defined", "Invalid
                auto_registrar value. Must be empty or one of: enom, resellerclub...", "Variable
                currency_code is required when defining pricing", "Provided currency_code value
                does not exist. Must be one of: USD, GBP...", "Parameters register, renew and
                transfer must be arrays", "The maximum register period is 10 years", "The
                maximum renew period is 9 years", "Only one transfer period can be defined",
                "The maximum transfer period is 10 years", "Invalid group parameter: GROUP.
                Should be one of HOT, NEW, SALE".

        Effect: write. Since 7.10.0.
        Documentation: https://developers.whmcs.com/api-reference/createorupdatetld/
        """
        extra = hide(extra)
        return self._session.call(
            CREATE_OR_UPDATE_TLD,
            {
                "extension": extension,
                "id_protection": id_protection,
                "dns_management": dns_management,
                "email_forwarding": email_forwarding,
                "epp_required": epp_required,
                "auto_registrar": auto_registrar,
                "group": group,
                "currency_code": currency_code,
                "grace_period_days": grace_period_days,
                "grace_period_fee": grace_period_fee,
                "redemption_period_days": redemption_period_days,
                "redemption_period_fee": redemption_period_fee,
                "register": register,
                "renew": renew,
                "transfer": transfer,
                "display_after": display_after,
            },
            extra,
            timeout,
        )

    def domain_get_locking_status(
        self,
        *,
        domainid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DomainLockingStatusResponse:
        """Domain Get Locking Status.

        Ask the registrar whether a domain is locked against transfers.

        Args:
            domainid: Domain ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DomainLockingStatusResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/domaingetlockingstatus/
        """
        extra = hide(extra)
        return self._session.call(
            DOMAIN_GET_LOCKING_STATUS,
            {"domainid": domainid},
            extra,
            timeout,
        )

    def domain_get_nameservers(
        self,
        *,
        domainid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DomainNameserversResponse:
        """Domain Get Nameservers.

        Ask the registrar for the nameservers of a domain.

        Args:
            domainid: Domain ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DomainNameserversResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found",
                "Registrar Function Not Supported", "Registrar Error Message".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/domaingetnameservers/
        """
        extra = hide(extra)
        return self._session.call(
            DOMAIN_GET_NAMESERVERS,
            {"domainid": domainid},
            extra,
            timeout,
        )

    def domain_get_whois_info(
        self,
        *,
        domainid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DomainWhoisInfoResponse:
        """Domain Get WHOIS Info.

        Ask the registrar for the contacts of a domain. Which contacts there are, and what their
        fields are called, is up to the registrar.

        Args:
            domainid: Domain ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DomainWhoisInfoResponse``: The contacts of a domain. A registrar with further
            kinds of contact sends them beside these.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found",
                "Registrar Error Message".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/domaingetwhoisinfo/
        """
        extra = hide(extra)
        return self._session.call(
            DOMAIN_GET_WHOIS_INFO,
            {"domainid": domainid},
            extra,
            timeout,
        )

    def domain_release(
        self,
        *,
        newtag: str,
        domainid: int | None = None,
        domain: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Release.

        Have the registrar hand a domain over to another registrar's tag. WHMCS cannot take it
        back.

        At least one of ``domainid`` or ``domain`` is needed.

        Args:
            domainid: Domain ID; preferred to the name.
            domain: Domain name; needed where there is no `domainid`.
            newtag: Tag of the registrar that receives the domain.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain Not Found",
                "Registrar Error Message".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/domainrelease/
        """
        extra = hide(extra)
        return self._session.call(
            DOMAIN_RELEASE,
            {"domainid": domainid, "domain": domain, "newtag": newtag},
            extra,
            timeout,
        )

    def domain_renew(
        self,
        *,
        domainid: int | None = None,
        domain: str | None = None,
        regperiod: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Renew.

        Send the renewal of a domain to its registrar. Sent twice, it may renew twice.

        At least one of ``domainid`` or ``domain`` is needed.

        Args:
            domainid: Domain ID; preferred to the name.
            domain: Domain name; needed where there is no `domainid`.
            regperiod: Years to renew for; the stored period where absent.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain Not Found",
                "Registrar Error Message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domainrenew/
        """
        extra = hide(extra)
        return self._session.call(
            DOMAIN_RENEW,
            {"domainid": domainid, "domain": domain, "regperiod": regperiod},
            extra,
            timeout,
        )

    def domain_request_epp(
        self,
        *,
        domainid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DomainEPPResponse:
        """Domain Request EPP.

        Ask the registrar for the EPP code of a domain. Some registrars answer none and send it
        to the client instead.

        Args:
            domainid: Domain ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DomainEPPResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found",
                "Registrar Error Message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domainrequestepp/
        """
        extra = hide(extra)
        return self._session.call(DOMAIN_REQUEST_EPP, {"domainid": domainid}, extra, timeout)

    def domain_toggle_id_protect(
        self,
        *,
        domainid: int,
        idprotect: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Toggle ID Protect.

        Have the registrar turn ID protection of a domain on or off.

        Args:
            domainid: Domain ID.
            idprotect: Whether ID protection is to be on.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found",
                "Registrar Error Message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domaintoggleidprotect/
        """
        extra = hide(extra)
        return self._session.call(
            DOMAIN_TOGGLE_ID_PROTECT,
            {"domainid": domainid, "idprotect": idprotect},
            extra,
            timeout,
        )

    def domain_transfer(
        self,
        *,
        domainid: int | None = None,
        domain: str | None = None,
        eppcode: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Transfer.

        Have the registrar start the transfer of a domain to it.

        At least one of ``domainid`` or ``domain`` is needed.

        Args:
            domainid: Domain ID; preferred to the name.
            domain: Domain name; needed where there is no `domainid`.
            eppcode: EPP code, in place of the one stored with the domain.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain Not Found",
                "Registrar Error Message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domaintransfer/
        """
        eppcode = hide(eppcode)
        extra = hide(extra)
        return self._session.call(
            DOMAIN_TRANSFER,
            {"domainid": domainid, "domain": domain, "eppcode": eppcode},
            extra,
            timeout,
        )

    def domain_update_locking_status(
        self,
        *,
        domainid: int,
        lockstatus: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Update Locking Status.

        Have the registrar lock a domain against transfers, or unlock it.

        Args:
            domainid: Domain ID.
            lockstatus: Whether the domain is to be locked.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found",
                "Registrar Error Message", "An invalid configuration was detected with the
                registrar module".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domainupdatelockingstatus/
        """
        extra = hide(extra)
        return self._session.call(
            DOMAIN_UPDATE_LOCKING_STATUS,
            {"domainid": domainid, "lockstatus": lockstatus},
            extra,
            timeout,
        )

    def domain_update_nameservers(
        self,
        *,
        ns1: str,
        ns2: str,
        domainid: int | None = None,
        domain: str | None = None,
        ns3: str | None = None,
        ns4: str | None = None,
        ns5: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Update Nameservers.

        Have the registrar replace the nameservers of a domain by those given.

        At least one of ``domainid`` or ``domain`` is needed.

        Args:
            domainid: Domain ID; preferred to the name.
            domain: Domain name; needed where there is no `domainid`.
            ns1: Nameserver 1.
            ns2: Nameserver 2.
            ns3: Nameserver 3.
            ns4: Nameserver 4.
            ns5: Nameserver 5.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found", "ns1
                and ns2 required", "Registrar Error Message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domainupdatenameservers/
        """
        extra = hide(extra)
        return self._session.call(
            DOMAIN_UPDATE_NAMESERVERS,
            {
                "domainid": domainid,
                "domain": domain,
                "ns1": ns1,
                "ns2": ns2,
                "ns3": ns3,
                "ns4": ns4,
                "ns5": ns5,
            },
            extra,
            timeout,
        )

    def domain_update_whois_info(
        self,
        *,
        domainid: int,
        xml: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Update WHOIS Info.

        Have the registrar save new contacts for a domain.

        Args:
            domainid: Domain ID.
            xml: The contacts as XML: a `<contactdetails>` element, in it one element a contact,
                in that one element a field, such as
                `<Registrant><Name>...</Name></Registrant>`. Contacts and fields are those of
                DomainGetWhoisInfo; write an underscore for a space: `<Tel_Country_Code>`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found", "XML
                Required", "Registrar Error Message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domainupdatewhoisinfo/
        """
        extra = hide(extra)
        return self._session.call(
            DOMAIN_UPDATE_WHOIS_INFO,
            {"domainid": domainid, "xml": xml},
            extra,
            timeout,
        )

    def get_registrars(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> RegistrarsListResponse:
        """Get Registrars.

        Retrieve the active registrar modules.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``registrars`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read. Since 8.1.1.
        Documentation: https://developers.whmcs.com/api-reference/getregistrars/
        """
        extra = hide(extra)
        return self._session.call(GET_REGISTRARS, {}, extra, timeout)

    def get_tld_pricing(
        self,
        *,
        currencyid: int | None = None,
        clientid: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> TLDPricingResponse:
        """Get TLD Pricing.

        Retrieve what each TLD costs, in a given currency or in a client's. Only what has a
        price appears; a price of 0 counts.

        Args:
            currencyid: Currency of the prices; `clientid` is stronger.
            clientid: Client whose prices to return; or `currencyid`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``TLDPricingResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/gettldpricing/
        """
        extra = hide(extra)
        return self._session.call(
            GET_TLD_PRICING,
            {"currencyid": currencyid, "clientid": clientid},
            extra,
            timeout,
        )

    def update_client_domain(
        self,
        *,
        domainid: int,
        dnsmanagement: bool | None = None,
        emailforwarding: bool | None = None,
        idprotection: bool | None = None,
        donotrenew: bool | None = None,
        type: UpdateClientDomainType | None = None,
        regdate: DateInput | None = None,
        nextduedate: DateInput | None = None,
        expirydate: DateInput | None = None,
        domain: str | None = None,
        firstpaymentamount: Amount | None = None,
        recurringamount: Amount | None = None,
        registrar: str | None = None,
        regperiod: int | None = None,
        paymentmethod: str | None = None,
        subscriptionid: str | None = None,
        status: str | None = None,
        notes: str | None = None,
        promoid: int | None = None,
        autorecalc: bool | None = None,
        updatens: bool | None = None,
        ns1: str | None = None,
        ns2: str | None = None,
        ns3: str | None = None,
        ns4: str | None = None,
        ns5: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateClientDomainResponse:
        """Update Client Domain.

        Change the record of a domain. The registrar is told of new nameservers only, and only
        with `updatens`.

        Needed where ``updatens`` is true: ``ns1`` and ``ns2``.

        Args:
            domainid: Domain ID.
            dnsmanagement: Whether DNS management is on.
            emailforwarding: Whether email forwarding is on.
            idprotection: Whether ID protection is on.
            donotrenew: Whether renewal is switched off.
            type: Kind of the domain order.
            regdate: Date of registration.
            nextduedate: Date the next payment is due.
            expirydate: Date the registration ends.
            domain: New name of the domain.
            firstpaymentamount: Amount of the first payment.
            recurringamount: Amount of each renewal invoice; see `autorecalc`.
            registrar: System name of the registrar module, such as `enom`.
            regperiod: Registration period in years.
            paymentmethod: System name of the payment method, such as `paypal`.
            subscriptionid: ID of the subscription at the payment gateway.
            status: New status of the domain.
            notes: Notes that only staff see.
            promoid: ID of the promotion that applies.
            autorecalc: Work out the recurring amount anew; `recurringamount` is ignored then.
            updatens: Send the nameservers to the registrar; needs `ns1` and `ns2`.
            ns1: Nameserver 1.
            ns2: Nameserver 2.
            ns3: Nameserver 3.
            ns4: Nameserver 4.
            ns5: Nameserver 5.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateClientDomainResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found", "The
                Registrar is not active", "ns1 and ns2 required", "Registrar Error Message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateclientdomain/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_CLIENT_DOMAIN,
            {
                "domainid": domainid,
                "dnsmanagement": dnsmanagement,
                "emailforwarding": emailforwarding,
                "idprotection": idprotection,
                "donotrenew": donotrenew,
                "type": type,
                "regdate": regdate,
                "nextduedate": nextduedate,
                "expirydate": expirydate,
                "domain": domain,
                "firstpaymentamount": firstpaymentamount,
                "recurringamount": recurringamount,
                "registrar": registrar,
                "regperiod": regperiod,
                "paymentmethod": paymentmethod,
                "subscriptionid": subscriptionid,
                "status": status,
                "notes": notes,
                "promoid": promoid,
                "autorecalc": autorecalc,
                "updatens": updatens,
                "ns1": ns1,
                "ns2": ns2,
                "ns3": ns3,
                "ns4": ns4,
                "ns5": ns5,
            },
            extra,
            timeout,
        )


class AsyncDomains:
    """Domain registration and management."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def domain_register(
        self,
        *,
        domainid: int | None = None,
        domain: str | None = None,
        idnlanguage: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Register.

        Send the registration of a domain to its registrar. The domain has to exist in WHMCS
        already, usually through an order. The registrar's own message is the error message
        where it refuses.

        At least one of ``domainid`` or ``domain`` is needed.

        Args:
            domainid: Domain ID; preferred to the name.
            domain: Domain name; needed where there is no `domainid`.
            idnlanguage: Language code of an internationalised name; replaces the one stored
                with the domain. Since 8.0.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain Not Found",
                "Registrar Error Message", "Invalid IDN Language. Must be one of: xxx".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domainregister/
        """
        extra = hide(extra)
        return await self._session.call(
            DOMAIN_REGISTER,
            {"domainid": domainid, "domain": domain, "idnlanguage": idnlanguage},
            extra,
            timeout,
        )

    async def domain_whois(
        self,
        *,
        domain: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DomainWhoisResponse:
        """Domain WHOIS.

        Look up whether a domain name is registered, with the text that the WHOIS server
        answers.

        Args:
            domain: Full domain name, such as `example.com`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DomainWhoisResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain not valid", "The
                given TLD is not supported for WHOIS lookups".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/domainwhois/
        """
        extra = hide(extra)
        return await self._session.call(DOMAIN_WHOIS, {"domain": domain}, extra, timeout)

    async def create_or_update_tld(
        self,
        *,
        extension: str,
        id_protection: bool | None = None,
        dns_management: bool | None = None,
        email_forwarding: bool | None = None,
        epp_required: bool | None = None,
        auto_registrar: str | None = None,
        group: CreateOrUpdateTLDGroup | None = None,
        currency_code: str | None = None,
        grace_period_days: int | None = None,
        grace_period_fee: Amount | None = None,
        redemption_period_days: int | None = None,
        redemption_period_fee: Amount | None = None,
        register: Keyed[Amount] | None = None,
        renew: Keyed[Amount] | None = None,
        transfer: Keyed[Amount] | None = None,
        display_after: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CreateOrUpdateTLDResponse:
        """Create or Update TLD.

        Set up a TLD for sale: add it, or change it where it exists. Prices are given in one
        currency and converted into every other active one.

        Needed where ``register``, ``renew``, ``transfer``, ``grace_period_fee`` or
        ``redemption_period_fee`` is given: ``currency_code``.

        Args:
            extension: TLD to add or change, with its dot: `.com`.
            id_protection: Offer ID protection.
            dns_management: Offer DNS management.
            email_forwarding: Offer email forwarding.
            epp_required: Ask for an EPP code on transfers.
            auto_registrar: System name of the registrar module that registers on payment; empty
                for none.
            group: Label shown beside the TLD; empty for none.
            currency_code: Code of the currency of all prices and fees in this call, such as
                `USD`; required with any of them. It has to exist in WHMCS, with an exchange
                rate.
            grace_period_days: Length of the grace period in days.
            grace_period_fee: Fee for the grace period; -1 turns it off.
            redemption_period_days: Length of the redemption period in days.
            redemption_period_fee: Fee for redemption; -1 turns it off.
            register: Registration prices by years, 1 to 10: `{"1": 10.00, "2": 20.00}`.
            renew: Renewal prices by years, 1 to 9.
            transfer: Transfer price for the shortest registration period alone: `{"1": 10.00}`.
            display_after: Existing TLD that this one follows in lists.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``CreateOrUpdateTLDResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Extension is required", "No
                Active Registrars - auto_registrar value cannot be defined", "Invalid
                auto_registrar value. Must be empty or one of: enom, resellerclub...", "Variable
                currency_code is required when defining pricing", "Provided currency_code value
                does not exist. Must be one of: USD, GBP...", "Parameters register, renew and
                transfer must be arrays", "The maximum register period is 10 years", "The
                maximum renew period is 9 years", "Only one transfer period can be defined",
                "The maximum transfer period is 10 years", "Invalid group parameter: GROUP.
                Should be one of HOT, NEW, SALE".

        Effect: write. Since 7.10.0.
        Documentation: https://developers.whmcs.com/api-reference/createorupdatetld/
        """
        extra = hide(extra)
        return await self._session.call(
            CREATE_OR_UPDATE_TLD,
            {
                "extension": extension,
                "id_protection": id_protection,
                "dns_management": dns_management,
                "email_forwarding": email_forwarding,
                "epp_required": epp_required,
                "auto_registrar": auto_registrar,
                "group": group,
                "currency_code": currency_code,
                "grace_period_days": grace_period_days,
                "grace_period_fee": grace_period_fee,
                "redemption_period_days": redemption_period_days,
                "redemption_period_fee": redemption_period_fee,
                "register": register,
                "renew": renew,
                "transfer": transfer,
                "display_after": display_after,
            },
            extra,
            timeout,
        )

    async def domain_get_locking_status(
        self,
        *,
        domainid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DomainLockingStatusResponse:
        """Domain Get Locking Status.

        Ask the registrar whether a domain is locked against transfers.

        Args:
            domainid: Domain ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DomainLockingStatusResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/domaingetlockingstatus/
        """
        extra = hide(extra)
        return await self._session.call(
            DOMAIN_GET_LOCKING_STATUS,
            {"domainid": domainid},
            extra,
            timeout,
        )

    async def domain_get_nameservers(
        self,
        *,
        domainid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DomainNameserversResponse:
        """Domain Get Nameservers.

        Ask the registrar for the nameservers of a domain.

        Args:
            domainid: Domain ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DomainNameserversResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found",
                "Registrar Function Not Supported", "Registrar Error Message".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/domaingetnameservers/
        """
        extra = hide(extra)
        return await self._session.call(
            DOMAIN_GET_NAMESERVERS,
            {"domainid": domainid},
            extra,
            timeout,
        )

    async def domain_get_whois_info(
        self,
        *,
        domainid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DomainWhoisInfoResponse:
        """Domain Get WHOIS Info.

        Ask the registrar for the contacts of a domain. Which contacts there are, and what their
        fields are called, is up to the registrar.

        Args:
            domainid: Domain ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DomainWhoisInfoResponse``: The contacts of a domain. A registrar with further
            kinds of contact sends them beside these.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found",
                "Registrar Error Message".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/domaingetwhoisinfo/
        """
        extra = hide(extra)
        return await self._session.call(
            DOMAIN_GET_WHOIS_INFO,
            {"domainid": domainid},
            extra,
            timeout,
        )

    async def domain_release(
        self,
        *,
        newtag: str,
        domainid: int | None = None,
        domain: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Release.

        Have the registrar hand a domain over to another registrar's tag. WHMCS cannot take it
        back.

        At least one of ``domainid`` or ``domain`` is needed.

        Args:
            domainid: Domain ID; preferred to the name.
            domain: Domain name; needed where there is no `domainid`.
            newtag: Tag of the registrar that receives the domain.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain Not Found",
                "Registrar Error Message".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/domainrelease/
        """
        extra = hide(extra)
        return await self._session.call(
            DOMAIN_RELEASE,
            {"domainid": domainid, "domain": domain, "newtag": newtag},
            extra,
            timeout,
        )

    async def domain_renew(
        self,
        *,
        domainid: int | None = None,
        domain: str | None = None,
        regperiod: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Renew.

        Send the renewal of a domain to its registrar. Sent twice, it may renew twice.

        At least one of ``domainid`` or ``domain`` is needed.

        Args:
            domainid: Domain ID; preferred to the name.
            domain: Domain name; needed where there is no `domainid`.
            regperiod: Years to renew for; the stored period where absent.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain Not Found",
                "Registrar Error Message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domainrenew/
        """
        extra = hide(extra)
        return await self._session.call(
            DOMAIN_RENEW,
            {"domainid": domainid, "domain": domain, "regperiod": regperiod},
            extra,
            timeout,
        )

    async def domain_request_epp(
        self,
        *,
        domainid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DomainEPPResponse:
        """Domain Request EPP.

        Ask the registrar for the EPP code of a domain. Some registrars answer none and send it
        to the client instead.

        Args:
            domainid: Domain ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DomainEPPResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found",
                "Registrar Error Message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domainrequestepp/
        """
        extra = hide(extra)
        return await self._session.call(DOMAIN_REQUEST_EPP, {"domainid": domainid}, extra, timeout)

    async def domain_toggle_id_protect(
        self,
        *,
        domainid: int,
        idprotect: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Toggle ID Protect.

        Have the registrar turn ID protection of a domain on or off.

        Args:
            domainid: Domain ID.
            idprotect: Whether ID protection is to be on.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found",
                "Registrar Error Message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domaintoggleidprotect/
        """
        extra = hide(extra)
        return await self._session.call(
            DOMAIN_TOGGLE_ID_PROTECT,
            {"domainid": domainid, "idprotect": idprotect},
            extra,
            timeout,
        )

    async def domain_transfer(
        self,
        *,
        domainid: int | None = None,
        domain: str | None = None,
        eppcode: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Transfer.

        Have the registrar start the transfer of a domain to it.

        At least one of ``domainid`` or ``domain`` is needed.

        Args:
            domainid: Domain ID; preferred to the name.
            domain: Domain name; needed where there is no `domainid`.
            eppcode: EPP code, in place of the one stored with the domain.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain Not Found",
                "Registrar Error Message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domaintransfer/
        """
        eppcode = hide(eppcode)
        extra = hide(extra)
        return await self._session.call(
            DOMAIN_TRANSFER,
            {"domainid": domainid, "domain": domain, "eppcode": eppcode},
            extra,
            timeout,
        )

    async def domain_update_locking_status(
        self,
        *,
        domainid: int,
        lockstatus: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Update Locking Status.

        Have the registrar lock a domain against transfers, or unlock it.

        Args:
            domainid: Domain ID.
            lockstatus: Whether the domain is to be locked.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found",
                "Registrar Error Message", "An invalid configuration was detected with the
                registrar module".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domainupdatelockingstatus/
        """
        extra = hide(extra)
        return await self._session.call(
            DOMAIN_UPDATE_LOCKING_STATUS,
            {"domainid": domainid, "lockstatus": lockstatus},
            extra,
            timeout,
        )

    async def domain_update_nameservers(
        self,
        *,
        ns1: str,
        ns2: str,
        domainid: int | None = None,
        domain: str | None = None,
        ns3: str | None = None,
        ns4: str | None = None,
        ns5: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Update Nameservers.

        Have the registrar replace the nameservers of a domain by those given.

        At least one of ``domainid`` or ``domain`` is needed.

        Args:
            domainid: Domain ID; preferred to the name.
            domain: Domain name; needed where there is no `domainid`.
            ns1: Nameserver 1.
            ns2: Nameserver 2.
            ns3: Nameserver 3.
            ns4: Nameserver 4.
            ns5: Nameserver 5.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found", "ns1
                and ns2 required", "Registrar Error Message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domainupdatenameservers/
        """
        extra = hide(extra)
        return await self._session.call(
            DOMAIN_UPDATE_NAMESERVERS,
            {
                "domainid": domainid,
                "domain": domain,
                "ns1": ns1,
                "ns2": ns2,
                "ns3": ns3,
                "ns4": ns4,
                "ns5": ns5,
            },
            extra,
            timeout,
        )

    async def domain_update_whois_info(
        self,
        *,
        domainid: int,
        xml: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Domain Update WHOIS Info.

        Have the registrar save new contacts for a domain.

        Args:
            domainid: Domain ID.
            xml: The contacts as XML: a `<contactdetails>` element, in it one element a contact,
                in that one element a field, such as
                `<Registrant><Name>...</Name></Registrant>`. Contacts and fields are those of
                DomainGetWhoisInfo; write an underscore for a space: `<Tel_Country_Code>`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found", "XML
                Required", "Registrar Error Message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/domainupdatewhoisinfo/
        """
        extra = hide(extra)
        return await self._session.call(
            DOMAIN_UPDATE_WHOIS_INFO,
            {"domainid": domainid, "xml": xml},
            extra,
            timeout,
        )

    async def get_registrars(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> RegistrarsListResponse:
        """Get Registrars.

        Retrieve the active registrar modules.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``registrars`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read. Since 8.1.1.
        Documentation: https://developers.whmcs.com/api-reference/getregistrars/
        """
        extra = hide(extra)
        return await self._session.call(GET_REGISTRARS, {}, extra, timeout)

    async def get_tld_pricing(
        self,
        *,
        currencyid: int | None = None,
        clientid: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> TLDPricingResponse:
        """Get TLD Pricing.

        Retrieve what each TLD costs, in a given currency or in a client's. Only what has a
        price appears; a price of 0 counts.

        Args:
            currencyid: Currency of the prices; `clientid` is stronger.
            clientid: Client whose prices to return; or `currencyid`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``TLDPricingResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/gettldpricing/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_TLD_PRICING,
            {"currencyid": currencyid, "clientid": clientid},
            extra,
            timeout,
        )

    async def update_client_domain(
        self,
        *,
        domainid: int,
        dnsmanagement: bool | None = None,
        emailforwarding: bool | None = None,
        idprotection: bool | None = None,
        donotrenew: bool | None = None,
        type: UpdateClientDomainType | None = None,
        regdate: DateInput | None = None,
        nextduedate: DateInput | None = None,
        expirydate: DateInput | None = None,
        domain: str | None = None,
        firstpaymentamount: Amount | None = None,
        recurringamount: Amount | None = None,
        registrar: str | None = None,
        regperiod: int | None = None,
        paymentmethod: str | None = None,
        subscriptionid: str | None = None,
        status: str | None = None,
        notes: str | None = None,
        promoid: int | None = None,
        autorecalc: bool | None = None,
        updatens: bool | None = None,
        ns1: str | None = None,
        ns2: str | None = None,
        ns3: str | None = None,
        ns4: str | None = None,
        ns5: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateClientDomainResponse:
        """Update Client Domain.

        Change the record of a domain. The registrar is told of new nameservers only, and only
        with `updatens`.

        Needed where ``updatens`` is true: ``ns1`` and ``ns2``.

        Args:
            domainid: Domain ID.
            dnsmanagement: Whether DNS management is on.
            emailforwarding: Whether email forwarding is on.
            idprotection: Whether ID protection is on.
            donotrenew: Whether renewal is switched off.
            type: Kind of the domain order.
            regdate: Date of registration.
            nextduedate: Date the next payment is due.
            expirydate: Date the registration ends.
            domain: New name of the domain.
            firstpaymentamount: Amount of the first payment.
            recurringamount: Amount of each renewal invoice; see `autorecalc`.
            registrar: System name of the registrar module, such as `enom`.
            regperiod: Registration period in years.
            paymentmethod: System name of the payment method, such as `paypal`.
            subscriptionid: ID of the subscription at the payment gateway.
            status: New status of the domain.
            notes: Notes that only staff see.
            promoid: ID of the promotion that applies.
            autorecalc: Work out the recurring amount anew; `recurringamount` is ignored then.
            updatens: Send the nameservers to the registrar; needs `ns1` and `ns2`.
            ns1: Nameserver 1.
            ns2: Nameserver 2.
            ns3: Nameserver 3.
            ns4: Nameserver 4.
            ns5: Nameserver 5.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateClientDomainResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Domain ID Not Found", "The
                Registrar is not active", "ns1 and ns2 required", "Registrar Error Message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateclientdomain/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_CLIENT_DOMAIN,
            {
                "domainid": domainid,
                "dnsmanagement": dnsmanagement,
                "emailforwarding": emailforwarding,
                "idprotection": idprotection,
                "donotrenew": donotrenew,
                "type": type,
                "regdate": regdate,
                "nextduedate": nextduedate,
                "expirydate": expirydate,
                "domain": domain,
                "firstpaymentamount": firstpaymentamount,
                "recurringamount": recurringamount,
                "registrar": registrar,
                "regperiod": regperiod,
                "paymentmethod": paymentmethod,
                "subscriptionid": subscriptionid,
                "status": status,
                "notes": notes,
                "promoid": promoid,
                "autorecalc": autorecalc,
                "updatens": updatens,
                "ns1": ns1,
                "ns2": ns2,
                "ns3": ns3,
                "ns4": ns4,
                "ns5": ns5,
            },
            extra,
            timeout,
        )
