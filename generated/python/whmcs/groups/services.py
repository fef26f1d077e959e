"""The group Services: its operations as data, and the methods that call them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .._runtime.aliases import Amount, DateInput, DateTimeInput, Extra, Keyed, Timeout
from .._runtime.operation import Encoding, Operation, Param, Requirement
from .._runtime.secret import hide
from .._runtime.session import AsyncSession, Session
from ..enums import (
    ModuleQueueItemServiceType,
    UpdateClientProductOverideautosuspend,
    UpdateClientProductUnset,
    UpgradeProductType,
)
from ..models.services import (
    HealthStatusResponse,
    ModuleConfigurationParametersResponse,
    ModuleQueueResponse,
    ServersListResponse,
    UpdateClientAddonResponse,
    UpdateClientProductResponse,
    UpgradeProductResponse,
)
from ..models.shared import SuccessResponse

MODULE_CHANGE_PACKAGE: Final[Operation[SuccessResponse]] = Operation(
    action="ModuleChangePackage",
    group="Services",
    effect="write",
    params=(Param("serviceid", "integer", required=True, since="7.7"),),
    response=SuccessResponse,
    errors=(
        "Service ID is required",
        "Service ID not found",
        "Service not assigned to a module",
        "Server response message",
    ),
    docs="https://developers.whmcs.com/api-reference/modulechangepackage/",
)
MODULE_CHANGE_PW: Final[Operation[SuccessResponse]] = Operation(
    action="ModuleChangePw",
    group="Services",
    effect="write",
    params=(
        Param("serviceid", "integer", required=True, since="7.7"),
        Param("servicepassword", "text", sensitive=True),
    ),
    response=SuccessResponse,
    errors=(
        "Service ID is required",
        "Service ID not found",
        "Service not assigned to a module",
        "Server response message",
    ),
    docs="https://developers.whmcs.com/api-reference/modulechangepw/",
)
MODULE_CREATE: Final[Operation[SuccessResponse]] = Operation(
    action="ModuleCreate",
    group="Services",
    effect="write",
    params=(Param("serviceid", "integer", required=True, since="7.7"),),
    response=SuccessResponse,
    errors=(
        "Service ID is required",
        "Service ID not found",
        "Service not assigned to a module",
        "Server response message",
    ),
    docs="https://developers.whmcs.com/api-reference/modulecreate/",
)
MODULE_CUSTOM: Final[Operation[SuccessResponse]] = Operation(
    action="ModuleCustom",
    group="Services",
    effect="write",
    params=(
        Param("serviceid", "integer", required=True, since="7.7"),
        Param("func_name", "text", required=True),
    ),
    response=SuccessResponse,
    errors=(
        "Service ID is required",
        "Service ID not found",
        "Service not assigned to a module",
        "Server response message",
    ),
    docs="https://developers.whmcs.com/api-reference/modulecustom/",
)
MODULE_SUSPEND: Final[Operation[SuccessResponse]] = Operation(
    action="ModuleSuspend",
    group="Services",
    effect="write",
    params=(
        Param("serviceid", "integer", required=True, since="7.7"),
        Param("suspendreason", "text"),
    ),
    response=SuccessResponse,
    errors=(
        "Service ID is required",
        "Service ID not found",
        "Service not assigned to a module",
        "Server response message",
    ),
    docs="https://developers.whmcs.com/api-reference/modulesuspend/",
)
MODULE_TERMINATE: Final[Operation[SuccessResponse]] = Operation(
    action="ModuleTerminate",
    group="Services",
    effect="destructive",
    params=(Param("serviceid", "integer", required=True, since="7.7"),),
    response=SuccessResponse,
    errors=(
        "Service ID is required",
        "Service ID not found",
        "Service not assigned to a module",
        "Server response message",
    ),
    docs="https://developers.whmcs.com/api-reference/moduleterminate/",
)
MODULE_UNSUSPEND: Final[Operation[SuccessResponse]] = Operation(
    action="ModuleUnsuspend",
    group="Services",
    effect="write",
    params=(Param("serviceid", "integer", required=True, since="7.7"),),
    response=SuccessResponse,
    errors=(
        "Service ID is required",
        "Service ID not found",
        "Service not assigned to a module",
        "Server response message",
    ),
    docs="https://developers.whmcs.com/api-reference/moduleunsuspend/",
)
UPDATE_CLIENT_PRODUCT: Final[Operation[UpdateClientProductResponse]] = Operation(
    action="UpdateClientProduct",
    group="Services",
    effect="write",
    params=(
        Param("serviceid", "integer", required=True),
        Param("pid", "integer"),
        Param("serverid", "integer"),
        Param("regdate", "date"),
        Param("nextduedate", "date"),
        Param("terminationdate", "date"),
        Param("domain", "text"),
        Param("firstpaymentamount", "decimal"),
        Param("recurringamount", "decimal"),
        Param("paymentmethod", "text"),
        Param("billingcycle", "text"),
        Param("subscriptionid", "text"),
        Param("status", "text"),
        Param("notes", "text"),
        Param("serviceusername", "text"),
        Param("servicepassword", "text", sensitive=True),
        Param("overideautosuspend", "text", values=("on", "off")),
        Param("overidesuspenduntil", "date"),
        Param("ns1", "text"),
        Param("ns2", "text"),
        Param("dedicatedip", "text"),
        Param("assignedips", "text"),
        Param("diskusage", "integer"),
        Param("disklimit", "integer"),
        Param("bwusage", "integer"),
        Param("bwlimit", "integer"),
        Param("suspendreason", "text"),
        Param("promoid", "integer"),
        Param(
            "unset",
            "text",
            shape="list",
            values=(
                "domain",
                "serviceusername",
                "servicepassword",
                "subscriptionid",
                "ns1",
                "ns2",
                "dedicatedip",
                "assignedips",
                "notes",
                "suspendreason",
            ),
        ),
        Param("autorecalc", "boolean"),
        Param("customfields", "text", shape="map", encoding=Encoding(kind="php-serialize")),
        Param("configoptions", "any", shape="map", encoding=Encoding(kind="php-serialize")),
    ),
    response=UpdateClientProductResponse,
    errors=("Service ID Not Found",),
    docs="https://developers.whmcs.com/api-reference/updateclientproduct/",
)
UPGRADE_PRODUCT: Final[Operation[UpgradeProductResponse]] = Operation(
    action="UpgradeProduct",
    group="Services",
    effect="write",
    params=(
        Param("serviceid", "integer", required=True),
        Param("calconly", "boolean"),
        Param("paymentmethod", "text", required=True),
        Param("type", "text", required=True, values=("product", "configoptions")),
        Param("newproductid", "integer"),
        Param("newproductbillingcycle", "text"),
        Param("promocode", "text"),
        Param("configoptions", "integer", shape="map"),
    ),
    response=UpgradeProductResponse,
    errors=(
        "Service ID Not Found",
        "Unable to accept upgrade order. Previous upgrade invoice for service is still unpaid.",
        "Invalid Payment Method. Valid options include xxx",
        "Invalid Upgrade Type",
    ),
    docs="https://developers.whmcs.com/api-reference/upgradeproduct/",
)
ACTIVATE_MODULE: Final[Operation[SuccessResponse]] = Operation(
    action="ActivateModule",
    group="Services",
    effect="write",
    params=(
        Param("moduleType", "text", required=True),
        Param("moduleName", "text", required=True),
        Param("parameters", "any", shape="map", sensitive=True),
    ),
    response=SuccessResponse,
    errors=(
        "Invalid module type provided. Supported module types include: xxx",
        "Invalid module name provided.",
        "Module activation not supported by module type.",
        "Failed to activate: xxx",
        "An unexpected error occurred: xxx",
    ),
    docs="https://developers.whmcs.com/api-reference/activatemodule/",
)
DEACTIVATE_MODULE: Final[Operation[SuccessResponse]] = Operation(
    action="DeactivateModule",
    group="Services",
    effect="destructive",
    params=(
        Param("moduleType", "text", required=True),
        Param("moduleName", "text", required=True),
        Param("newGateway", "text"),
    ),
    response=SuccessResponse,
    errors=(
        "Invalid module type provided. Supported module types include: xxx",
        "Invalid module name provided.",
        "Module deactivation not supported by module type.",
        "Failed to deactivate: xxx",
        "An unexpected error occurred: xxx",
    ),
    docs="https://developers.whmcs.com/api-reference/deactivatemodule/",
)
GET_MODULE_CONFIGURATION_PARAMETERS: Final[Operation[ModuleConfigurationParametersResponse]] = (
    Operation(
        action="GetModuleConfigurationParameters",
        group="Services",
        effect="read",
        params=(
            Param("moduleType", "text", required=True),
            Param("moduleName", "text", required=True),
        ),
        response=ModuleConfigurationParametersResponse,
        errors=(
            "Invalid module type provided. Supported module types include: xxx",
            "Invalid module name provided.",
            "Get module configuration parameters not supported by module type.",
            "An unexpected error occurred: xxx",
        ),
        docs="https://developers.whmcs.com/api-reference/getmoduleconfigurationparameters/",
    )
)
GET_MODULE_QUEUE: Final[Operation[ModuleQueueResponse]] = Operation(
    action="GetModuleQueue",
    group="Services",
    effect="read",
    params=(
        Param("relatedId", "integer", since="7.10"),
        Param("serviceType", "text", values=("domain", "service", "addon")),
        Param("moduleName", "text"),
        Param("moduleAction", "text"),
        Param("since", "datetime"),
    ),
    response=ModuleQueueResponse,
    docs="https://developers.whmcs.com/api-reference/getmodulequeue/",
)
UPDATE_MODULE_CONFIGURATION: Final[Operation[SuccessResponse]] = Operation(
    action="UpdateModuleConfiguration",
    group="Services",
    effect="write",
    params=(
        Param("moduleType", "text", required=True),
        Param("moduleName", "text", required=True),
        Param("parameters", "any", shape="map", sensitive=True),
    ),
    response=SuccessResponse,
    errors=(
        "Invalid module type provided. Supported module types include: xxx",
        "Invalid module name provided.",
        "Module activation not supported by module type.",
        "Module Configuration Update Failed: xxx",
        "An unexpected error occurred: xxx",
    ),
    docs="https://developers.whmcs.com/api-reference/updatemoduleconfiguration/",
)
UPDATE_CLIENT_ADDON: Final[Operation[UpdateClientAddonResponse]] = Operation(
    action="UpdateClientAddon",
    group="Services",
    effect="write",
    params=(
        Param("id", "integer", required=True),
        Param("status", "text"),
        Param("addonid", "integer"),
        Param("name", "text"),
        Param("setupfee", "decimal"),
        Param("recurring", "decimal"),
        Param("billingcycle", "text"),
        Param("nextduedate", "date"),
        Param("terminationdate", "date"),
        Param("notes", "text"),
        Param("autorecalc", "boolean"),
    ),
    response=UpdateClientAddonResponse,
    requires=(
        Requirement(
            any=(
                "status",
                "addonid",
                "name",
                "setupfee",
                "recurring",
                "billingcycle",
                "nextduedate",
                "terminationdate",
                "notes",
                "autorecalc",
            )
        ),
    ),
    errors=("Addon ID Not Found", "Nothing to Update"),
    docs="https://developers.whmcs.com/api-reference/updateclientaddon/",
)
GET_HEALTH_STATUS: Final[Operation[HealthStatusResponse]] = Operation(
    action="GetHealthStatus",
    group="Services",
    effect="read",
    params=(Param("fetchStatus", "boolean"),),
    response=HealthStatusResponse,
    docs="https://developers.whmcs.com/api-reference/gethealthstatus/",
)
GET_SERVERS: Final[Operation[ServersListResponse]] = Operation(
    action="GetServers",
    group="Services",
    effect="read",
    params=(
        Param("serviceId", "integer"),
        Param("addonId", "integer"),
        Param("fetchStatus", "boolean"),
    ),
    response=ServersListResponse,
    docs="https://developers.whmcs.com/api-reference/getservers/",
)


class Services:
    """Hosting and service provisioning."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def module_change_package(
        self,
        *,
        serviceid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Change Package.

        Move the account of a service to the package of its present product, through its module.

        Args:
            serviceid: ID of the service. Before 7.7 the server knows it as `accountid`. Since
                7.7.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID is required",
                "Service ID not found", "Service not assigned to a module", "Server response
                message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/modulechangepackage/
        """
        extra = hide(extra)
        return self._session.call(
            MODULE_CHANGE_PACKAGE,
            {"serviceid": serviceid},
            extra,
            timeout,
        )

    def module_change_pw(
        self,
        *,
        serviceid: int,
        servicepassword: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Change Service Password.

        Set the password of the account of a service on its server, through its module.

        Args:
            serviceid: ID of the service. Before 7.7 the server knows it as `accountid`. Since
                7.7.
            servicepassword: New password of the service; without it the module sets the stored
                one.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID is required",
                "Service ID not found", "Service not assigned to a module", "Server response
                message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/modulechangepw/
        """
        servicepassword = hide(servicepassword)
        extra = hide(extra)
        return self._session.call(
            MODULE_CHANGE_PW,
            {"serviceid": serviceid, "servicepassword": servicepassword},
            extra,
            timeout,
        )

    def module_create(
        self,
        *,
        serviceid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Create Service Account.

        Create the account of a service on its server, through its module.

        Args:
            serviceid: ID of the service. Before 7.7 the server knows it as `accountid`. Since
                7.7.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID is required",
                "Service ID not found", "Service not assigned to a module", "Server response
                message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/modulecreate/
        """
        extra = hide(extra)
        return self._session.call(MODULE_CREATE, {"serviceid": serviceid}, extra, timeout)

    def module_custom(
        self,
        *,
        serviceid: int,
        func_name: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Run Custom Module Function.

        Run a function that only the module of a service has.

        Args:
            serviceid: ID of the service. Before 7.7 the server knows it as `accountid`. Since
                7.7.
            func_name: Name of the function in the module, such as `reboot`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID is required",
                "Service ID not found", "Service not assigned to a module", "Server response
                message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/modulecustom/
        """
        extra = hide(extra)
        return self._session.call(
            MODULE_CUSTOM,
            {"serviceid": serviceid, "func_name": func_name},
            extra,
            timeout,
        )

    def module_suspend(
        self,
        *,
        serviceid: int,
        suspendreason: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Suspend Service.

        Suspend the account of a service on its server, through its module.

        Args:
            serviceid: ID of the service. Before 7.7 the server knows it as `accountid`. Since
                7.7.
            suspendreason: Why the service is suspended.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID is required",
                "Service ID not found", "Service not assigned to a module", "Server response
                message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/modulesuspend/
        """
        extra = hide(extra)
        return self._session.call(
            MODULE_SUSPEND,
            {"serviceid": serviceid, "suspendreason": suspendreason},
            extra,
            timeout,
        )

    def module_terminate(
        self,
        *,
        serviceid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Terminate Service.

        Delete the account of a service from its server, through its module.

        Args:
            serviceid: ID of the service. Before 7.7 the server knows it as `accountid`. Since
                7.7.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID is required",
                "Service ID not found", "Service not assigned to a module", "Server response
                message".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/moduleterminate/
        """
        extra = hide(extra)
        return self._session.call(MODULE_TERMINATE, {"serviceid": serviceid}, extra, timeout)

    def module_unsuspend(
        self,
        *,
        serviceid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Unsuspend Service.

        Lift the suspension of a service on its server, through its module.

        Args:
            serviceid: ID of the service. Before 7.7 the server knows it as `accountid`. Since
                7.7.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID is required",
                "Service ID not found", "Service not assigned to a module", "Server response
                message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/moduleunsuspend/
        """
        extra = hide(extra)
        return self._session.call(MODULE_UNSUSPEND, {"serviceid": serviceid}, extra, timeout)

    def update_client_product(
        self,
        *,
        serviceid: int,
        pid: int | None = None,
        serverid: int | None = None,
        regdate: DateInput | None = None,
        nextduedate: DateInput | None = None,
        terminationdate: DateInput | None = None,
        domain: str | None = None,
        firstpaymentamount: Amount | None = None,
        recurringamount: Amount | None = None,
        paymentmethod: str | None = None,
        billingcycle: str | None = None,
        subscriptionid: str | None = None,
        status: str | None = None,
        notes: str | None = None,
        serviceusername: str | None = None,
        servicepassword: str | None = None,
        overideautosuspend: UpdateClientProductOverideautosuspend | None = None,
        overidesuspenduntil: DateInput | None = None,
        ns1: str | None = None,
        ns2: str | None = None,
        dedicatedip: str | None = None,
        assignedips: str | None = None,
        diskusage: int | None = None,
        disklimit: int | None = None,
        bwusage: int | None = None,
        bwlimit: int | None = None,
        suspendreason: str | None = None,
        promoid: int | None = None,
        unset: Sequence[UpdateClientProductUnset | None] | None = None,
        autorecalc: bool | None = None,
        customfields: Keyed[str] | None = None,
        configoptions: Keyed[object] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateClientProductResponse:
        """Update Client Service.

        Change the record of a service. What is left out stays as it is; nothing is sent to the
        server.

        Args:
            serviceid: Service ID.
            pid: ID of the product that the service belongs to.
            serverid: ID of the server that the service is on.
            regdate: Date of registration.
            nextduedate: Date the next payment is due.
            terminationdate: Date of termination.
            domain: Domain name of the service.
            firstpaymentamount: First payment, in the client's currency.
            recurringamount: Amount of each renewal invoice, in the client's currency.
            paymentmethod: System name of the payment method, such as `paypal`.
            billingcycle: Billing cycle, such as `One-Time`, `Monthly` or `Quarterly`.
            subscriptionid: ID of the subscription at the payment gateway.
            status: New status, such as `Active` or `Terminated`.
            notes: Notes that only staff see.
            serviceusername: Username of the account on the server.
            servicepassword: Password of the account on the server.
            overideautosuspend: Whether automatic suspension is overridden, as the text `on` or
                `off`.
            overidesuspenduntil: Last day on which automatic suspension is overridden.
            ns1: Nameserver 1, for VPS and dedicated servers.
            ns2: Nameserver 2, for VPS and dedicated servers.
            dedicatedip: Dedicated IP address.
            assignedips: Further IP addresses, for VPS and dedicated servers.
            diskusage: Disk space in use, in megabytes.
            disklimit: Disk space allowed, in megabytes.
            bwusage: Traffic so far, in megabytes.
            bwlimit: Traffic allowed, in megabytes.
            suspendreason: Why the service is suspended.
            promoid: ID of the promotion that applies to the service.
            unset: Names of the fields to empty.
            autorecalc: Work out the recurring amount anew; `recurringamount` is ignored then.
            customfields: Values of custom fields, keyed by the ID of the field.
            configoptions: Choices for configurable options, keyed by the ID of the option: the
                ID of the choice, or `{optionid, qty}` for an option with a quantity.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateClientProductResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateclientproduct/
        """
        servicepassword = hide(servicepassword)
        extra = hide(extra)
        return self._session.call(
            UPDATE_CLIENT_PRODUCT,
            {
                "serviceid": serviceid,
                "pid": pid,
                "serverid": serverid,
                "regdate": regdate,
                "nextduedate": nextduedate,
                "terminationdate": terminationdate,
                "domain": domain,
                "firstpaymentamount": firstpaymentamount,
                "recurringamount": recurringamount,
                "paymentmethod": paymentmethod,
                "billingcycle": billingcycle,
                "subscriptionid": subscriptionid,
                "status": status,
                "notes": notes,
                "serviceusername": serviceusername,
                "servicepassword": servicepassword,
                "overideautosuspend": overideautosuspend,
                "overidesuspenduntil": overidesuspenduntil,
                "ns1": ns1,
                "ns2": ns2,
                "dedicatedip": dedicatedip,
                "assignedips": assignedips,
                "diskusage": diskusage,
                "disklimit": disklimit,
                "bwusage": bwusage,
                "bwlimit": bwlimit,
                "suspendreason": suspendreason,
                "promoid": promoid,
                "unset": unset,
                "autorecalc": autorecalc,
                "customfields": customfields,
                "configoptions": configoptions,
            },
            extra,
            timeout,
        )

    def upgrade_product(
        self,
        *,
        serviceid: int,
        paymentmethod: str,
        type: UpgradeProductType,
        calconly: bool | None = None,
        newproductid: int | None = None,
        newproductbillingcycle: str | None = None,
        promocode: str | None = None,
        configoptions: Keyed[int] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpgradeProductResponse:
        """Upgrade Service.

        Order a change of product or of configurable options for a service, or work out its
        price.

        Args:
            serviceid: Service ID.
            calconly: Only work out the price; nothing is ordered.
            paymentmethod: System name of the payment method for the upgrade, such as `paypal`.
            type: What changes: the product (with `newproductid`) or the configurable options
                (with `configoptions`).
            newproductid: Product ID.
            newproductbillingcycle: Billing cycle of the new product, such as `monthly`.
            promocode: Promotion code for the upgrade.
            configoptions: New values of configurable options, keyed by the ID of the option:
                the ID of the choice, or the number of units.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpgradeProductResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID Not Found",
                "Unable to accept upgrade order. Previous upgrade invoice for service is still
                unpaid.", "Invalid Payment Method. Valid options include xxx", "Invalid Upgrade
                Type".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/upgradeproduct/
        """
        extra = hide(extra)
        return self._session.call(
            UPGRADE_PRODUCT,
            {
                "serviceid": serviceid,
                "calconly": calconly,
                "paymentmethod": paymentmethod,
                "type": type,
                "newproductid": newproductid,
                "newproductbillingcycle": newproductbillingcycle,
                "promocode": promocode,
                "configoptions": configoptions,
            },
            extra,
            timeout,
        )

    def activate_module(
        self,
        *,
        moduleType: str,
        moduleName: str,
        parameters: Keyed[object] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Activate Module.

        Switch a module on and, where given, configure it.

        Args:
            moduleType: Type of the module, such as `gateway`.
            moduleName: System name of the module, such as `paypal`.
            parameters: Settings of the module, keyed by the names that
                GetModuleConfigurationParameters lists.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid module type
                provided. Supported module types include: xxx", "Invalid module name provided.",
                "Module activation not supported by module type.", "Failed to activate: xxx",
                "An unexpected error occurred: xxx".

        Effect: write. Since 7.0.0-beta.1.
        Documentation: https://developers.whmcs.com/api-reference/activatemodule/
        """
        parameters = hide(parameters)
        extra = hide(extra)
        return self._session.call(
            ACTIVATE_MODULE,
            {"moduleType": moduleType, "moduleName": moduleName, "parameters": parameters},
            extra,
            timeout,
        )

    def deactivate_module(
        self,
        *,
        moduleType: str,
        moduleName: str,
        newGateway: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Deactivate Module.

        Switch a module off. Its settings may be lost.

        Args:
            moduleType: Type of the module, such as `gateway`.
            moduleName: System name of the module, such as `paypal`.
            newGateway: System name of the gateway that takes over what used this one; for
                gateways only.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid module type
                provided. Supported module types include: xxx", "Invalid module name provided.",
                "Module deactivation not supported by module type.", "Failed to deactivate:
                xxx", "An unexpected error occurred: xxx".

        Effect: destructive. Since 7.0.0-beta.1.
        Documentation: https://developers.whmcs.com/api-reference/deactivatemodule/
        """
        extra = hide(extra)
        return self._session.call(
            DEACTIVATE_MODULE,
            {"moduleType": moduleType, "moduleName": moduleName, "newGateway": newGateway},
            extra,
            timeout,
        )

    def get_module_configuration_parameters(
        self,
        *,
        moduleType: str,
        moduleName: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ModuleConfigurationParametersResponse:
        """Get Module Configuration Parameters.

        Retrieve the settings that a module can be given.

        Args:
            moduleType: Type of the module, such as `gateway`.
            moduleName: System name of the module, such as `paypal`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``parameters`` holds the records.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid module type
                provided. Supported module types include: xxx", "Invalid module name provided.",
                "Get module configuration parameters not supported by module type.", "An
                unexpected error occurred: xxx".

        Effect: read. Since 7.0.0-beta.1.
        Documentation:
        https://developers.whmcs.com/api-reference/getmoduleconfigurationparameters/
        """
        extra = hide(extra)
        return self._session.call(
            GET_MODULE_CONFIGURATION_PARAMETERS,
            {"moduleType": moduleType, "moduleName": moduleName},
            extra,
            timeout,
        )

    def get_module_queue(
        self,
        *,
        relatedId: int | None = None,
        serviceType: ModuleQueueItemServiceType | None = None,
        moduleName: str | None = None,
        moduleAction: str | None = None,
        since: DateTimeInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ModuleQueueResponse:
        """Get Module Queue.

        Retrieve the module commands that failed and are not yet done.

        Args:
            relatedId: ID of the domain, service or addon; goes with `serviceType`. Since 7.10.
            serviceType: Only commands for this kind of item; every kind where left out. `addon`
                is known since 7.10.
            moduleName: System name of the module, such as `cpanel`.
            moduleAction: Command, such as `CreateAccount` or `SuspendAccount`.
            since: Only commands from this moment on.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ModuleQueueResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read. Since 7.1.0-beta.1.
        Documentation: https://developers.whmcs.com/api-reference/getmodulequeue/
        """
        extra = hide(extra)
        return self._session.call(
            GET_MODULE_QUEUE,
            {
                "relatedId": relatedId,
                "serviceType": serviceType,
                "moduleName": moduleName,
                "moduleAction": moduleAction,
                "since": since,
            },
            extra,
            timeout,
        )

    def update_module_configuration(
        self,
        *,
        moduleType: str,
        moduleName: str,
        parameters: Keyed[object] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Update Module Configuration.

        Change settings of an active module.

        Args:
            moduleType: Type of the module, such as `gateway`.
            moduleName: System name of the module, such as `paypal`.
            parameters: Settings to change, keyed by the names that
                GetModuleConfigurationParameters lists.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid module type
                provided. Supported module types include: xxx", "Invalid module name provided.",
                "Module activation not supported by module type.", "Module Configuration Update
                Failed: xxx", "An unexpected error occurred: xxx".

        Effect: write. Since 7.0.0-beta.1.
        Documentation: https://developers.whmcs.com/api-reference/updatemoduleconfiguration/
        """
        parameters = hide(parameters)
        extra = hide(extra)
        return self._session.call(
            UPDATE_MODULE_CONFIGURATION,
            {"moduleType": moduleType, "moduleName": moduleName, "parameters": parameters},
            extra,
            timeout,
        )

    def update_client_addon(
        self,
        *,
        id: int,
        status: str | None = None,
        addonid: int | None = None,
        name: str | None = None,
        setupfee: Amount | None = None,
        recurring: Amount | None = None,
        billingcycle: str | None = None,
        nextduedate: DateInput | None = None,
        terminationdate: DateInput | None = None,
        notes: str | None = None,
        autorecalc: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateClientAddonResponse:
        """Update Client Addon.

        Change the record of an addon that a client has. What is left out stays as it is.

        At least one of ``status``, ``addonid``, ``name``, ``setupfee``, ``recurring``,
        ``billingcycle``, ``nextduedate``, ``terminationdate``, ``notes`` or ``autorecalc`` is
        needed.

        Args:
            id: ID of the client's addon.
            status: New status, such as `Active` or `Terminated`.
            addonid: ID of the predefined addon that this one is to be.
            name: Name of its own for the addon.
            setupfee: Set-up fee, in the client's currency.
            recurring: Amount of each renewal, in the client's currency.
            billingcycle: Billing cycle, such as `Monthly`.
            nextduedate: Date the next payment is due.
            terminationdate: Date of termination.
            notes: Notes that only staff see.
            autorecalc: Work out the recurring amount anew; `recurring` is ignored then.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateClientAddonResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Addon ID Not Found",
                "Nothing to Update".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateclientaddon/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_CLIENT_ADDON,
            {
                "id": id,
                "status": status,
                "addonid": addonid,
                "name": name,
                "setupfee": setupfee,
                "recurring": recurring,
                "billingcycle": billingcycle,
                "nextduedate": nextduedate,
                "terminationdate": terminationdate,
                "notes": notes,
                "autorecalc": autorecalc,
            },
            extra,
            timeout,
        )

    def get_health_status(
        self,
        *,
        fetchStatus: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> HealthStatusResponse:
        """Get Health Status.

        Retrieve the system health checks. The documentation names no field of the answer; what
        the server sends is kept.

        Args:
            fetchStatus: Ask the servers for their present state, which takes time.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``HealthStatusResponse``: Results of the health checks. The documentation names none
            of them.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/gethealthstatus/
        """
        extra = hide(extra)
        return self._session.call(
            GET_HEALTH_STATUS,
            {"fetchStatus": fetchStatus},
            extra,
            timeout,
        )

    def get_servers(
        self,
        *,
        serviceId: int | None = None,
        addonId: int | None = None,
        fetchStatus: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ServersListResponse:
        """Get Servers.

        Retrieve the servers that services are provisioned on.

        Args:
            serviceId: Only servers that fit the module of this service.
            addonId: Only servers that fit the module of this addon of a client.
            fetchStatus: Ask the servers for their present state, which takes time.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ServersListResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getservers/
        """
        extra = hide(extra)
        return self._session.call(
            GET_SERVERS,
            {"serviceId": serviceId, "addonId": addonId, "fetchStatus": fetchStatus},
            extra,
            timeout,
        )


class AsyncServices:
    """Hosting and service provisioning."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def module_change_package(
        self,
        *,
        serviceid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Change Package.

        Move the account of a service to the package of its present product, through its module.

        Args:
            serviceid: ID of the service. Before 7.7 the server knows it as `accountid`. Since
                7.7.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID is required",
                "Service ID not found", "Service not assigned to a module", "Server response
                message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/modulechangepackage/
        """
        extra = hide(extra)
        return await self._session.call(
            MODULE_CHANGE_PACKAGE,
            {"serviceid": serviceid},
            extra,
            timeout,
        )

    async def module_change_pw(
        self,
        *,
        serviceid: int,
        servicepassword: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Change Service Password.

        Set the password of the account of a service on its server, through its module.

        Args:
            serviceid: ID of the service. Before 7.7 the server knows it as `accountid`. Since
                7.7.
            servicepassword: New password of the service; without it the module sets the stored
                one.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID is required",
                "Service ID not found", "Service not assigned to a module", "Server response
                message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/modulechangepw/
        """
        servicepassword = hide(servicepassword)
        extra = hide(extra)
        return await self._session.call(
            MODULE_CHANGE_PW,
            {"serviceid": serviceid, "servicepassword": servicepassword},
            extra,
            timeout,
        )

    async def module_create(
        self,
        *,
        serviceid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Create Service Account.

        Create the account of a service on its server, through its module.

        Args:
            serviceid: ID of the service. Before 7.7 the server knows it as `accountid`. Since
                7.7.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID is required",
                "Service ID not found", "Service not assigned to a module", "Server response
                message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/modulecreate/
        """
        extra = hide(extra)
        return await self._session.call(MODULE_CREATE, {"serviceid": serviceid}, extra, timeout)

    async def module_custom(
        self,
        *,
        serviceid: int,
        func_name: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Run Custom Module Function.

        Run a function that only the module of a service has.

        Args:
            serviceid: ID of the service. Before 7.7 the server knows it as `accountid`. Since
                7.7.
            func_name: Name of the function in the module, such as `reboot`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID is required",
                "Service ID not found", "Service not assigned to a module", "Server response
                message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/modulecustom/
        """
        extra = hide(extra)
        return await self._session.call(
            MODULE_CUSTOM,
            {"serviceid": serviceid, "func_name": func_name},
            extra,
            timeout,
        )

    async def module_suspend(
        self,
        *,
        serviceid: int,
        suspendreason: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Suspend Service.

        Suspend the account of a service on its server, through its module.

        Args:
            serviceid: ID of the service. Before 7.7 the server knows it as `accountid`. Since
                7.7.
            suspendreason: Why the service is suspended.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID is required",
                "Service ID not found", "Service not assigned to a module", "Server response
                message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/modulesuspend/
        """
        extra = hide(extra)
        return await self._session.call(
            MODULE_SUSPEND,
            {"serviceid": serviceid, "suspendreason": suspendreason},
            extra,
            timeout,
        )

    async def module_terminate(
        self,
        *,
        serviceid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Terminate Service.

        Delete the account of a service from its server, through its module.

        Args:
            serviceid: ID of the service. Before 7.7 the server knows it as `accountid`. Since
                7.7.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID is required",
                "Service ID not found", "Service not assigned to a module", "Server response
                message".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/moduleterminate/
        """
        extra = hide(extra)
        return await self._session.call(MODULE_TERMINATE, {"serviceid": serviceid}, extra, timeout)

    async def module_unsuspend(
        self,
        *,
        serviceid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Unsuspend Service.

        Lift the suspension of a service on its server, through its module.

        Args:
            serviceid: ID of the service. Before 7.7 the server knows it as `accountid`. Since
                7.7.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID is required",
                "Service ID not found", "Service not assigned to a module", "Server response
                message".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/moduleunsuspend/
        """
        extra = hide(extra)
        return await self._session.call(MODULE_UNSUSPEND, {"serviceid": serviceid}, extra, timeout)

    async def update_client_product(
        self,
        *,
        serviceid: int,
        pid: int | None = None,
        serverid: int | None = None,
        regdate: DateInput | None = None,
        nextduedate: DateInput | None = None,
        terminationdate: DateInput | None = None,
        domain: str | None = None,
        firstpaymentamount: Amount | None = None,
        recurringamount: Amount | None = None,
        paymentmethod: str | None = None,
        billingcycle: str | None = None,
        subscriptionid: str | None = None,
        status: str | None = None,
        notes: str | None = None,
        serviceusername: str | None = None,
        servicepassword: str | None = None,
        overideautosuspend: UpdateClientProductOverideautosuspend | None = None,
        overidesuspenduntil: DateInput | None = None,
        ns1: str | None = None,
        ns2: str | None = None,
        dedicatedip: str | None = None,
        assignedips: str | None = None,
        diskusage: int | None = None,
        disklimit: int | None = None,
        bwusage: int | None = None,
        bwlimit: int | None = None,
        suspendreason: str | None = None,
        promoid: int | None = None,
        unset: Sequence[UpdateClientProductUnset | None] | None = None,
        autorecalc: bool | None = None,
        customfields: Keyed[str] | None = None,
        configoptions: Keyed[object] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateClientProductResponse:
        """Update Client Service.

        Change the record of a service. What is left out stays as it is; nothing is sent to the
        server.

        Args:
            serviceid: Service ID.
            pid: ID of the product that the service belongs to.
            serverid: ID of the server that the service is on.
            regdate: Date of registration.
            nextduedate: Date the next payment is due.
            terminationdate: Date of termination.
            domain: Domain name of the service.
            firstpaymentamount: First payment, in the client's currency.
            recurringamount: Amount of each renewal invoice, in the client's currency.
            paymentmethod: System name of the payment method, such as `paypal`.
            billingcycle: Billing cycle, such as `One-Time`, `Monthly` or `Quarterly`.
            subscriptionid: ID of the subscription at the payment gateway.
            status: New status, such as `Active` or `Terminated`.
            notes: Notes that only staff see.
            serviceusername: Username of the account on the server.
            servicepassword: Password of the account on the server.
            overideautosuspend: Whether automatic suspension is overridden, as the text `on` or
                `off`.
            overidesuspenduntil: Last day on which automatic suspension is overridden.
            ns1: Nameserver 1, for VPS and dedicated servers.
            ns2: Nameserver 2, for VPS and dedicated servers.
            dedicatedip: Dedicated IP address.
            assignedips: Further IP addresses, for VPS and dedicated servers.
            diskusage: Disk space in use, in megabytes.
            disklimit: Disk space allowed, in megabytes.
            bwusage: Traffic so far, in megabytes.
            bwlimit: Traffic allowed, in megabytes.
            suspendreason: Why the service is suspended.
            promoid: ID of the promotion that applies to the service.
            unset: Names of the fields to empty.
            autorecalc: Work out the recurring amount anew; `recurringamount` is ignored then.
            customfields: Values of custom fields, keyed by the ID of the field.
            configoptions: Choices for configurable options, keyed by the ID of the option: the
                ID of the choice, or `{optionid, qty}` for an option with a quantity.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateClientProductResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateclientproduct/
        """
        servicepassword = hide(servicepassword)
        extra = hide(extra)
        return await self._session.call(
            UPDATE_CLIENT_PRODUCT,
            {
                "serviceid": serviceid,
                "pid": pid,
                "serverid": serverid,
                "regdate": regdate,
                "nextduedate": nextduedate,
                "terminationdate": terminationdate,
                "domain": domain,
                "firstpaymentamount": firstpaymentamount,
                "recurringamount": recurringamount,
                "paymentmethod": paymentmethod,
                "billingcycle": billingcycle,
                "subscriptionid": subscriptionid,
                "status": status,
                "notes": notes,
                "serviceusername": serviceusername,
                "servicepassword": servicepassword,
                "overideautosuspend": overideautosuspend,
                "overidesuspenduntil": overidesuspenduntil,
                "ns1": ns1,
                "ns2": ns2,
                "dedicatedip": dedicatedip,
                "assignedips": assignedips,
                "diskusage": diskusage,
                "disklimit": disklimit,
                "bwusage": bwusage,
                "bwlimit": bwlimit,
                "suspendreason": suspendreason,
                "promoid": promoid,
                "unset": unset,
                "autorecalc": autorecalc,
                "customfields": customfields,
                "configoptions": configoptions,
            },
            extra,
            timeout,
        )

    async def upgrade_product(
        self,
        *,
        serviceid: int,
        paymentmethod: str,
        type: UpgradeProductType,
        calconly: bool | None = None,
        newproductid: int | None = None,
        newproductbillingcycle: str | None = None,
        promocode: str | None = None,
        configoptions: Keyed[int] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpgradeProductResponse:
        """Upgrade Service.

        Order a change of product or of configurable options for a service, or work out its
        price.

        Args:
            serviceid: Service ID.
            calconly: Only work out the price; nothing is ordered.
            paymentmethod: System name of the payment method for the upgrade, such as `paypal`.
            type: What changes: the product (with `newproductid`) or the configurable options
                (with `configoptions`).
            newproductid: Product ID.
            newproductbillingcycle: Billing cycle of the new product, such as `monthly`.
            promocode: Promotion code for the upgrade.
            configoptions: New values of configurable options, keyed by the ID of the option:
                the ID of the choice, or the number of units.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpgradeProductResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID Not Found",
                "Unable to accept upgrade order. Previous upgrade invoice for service is still
                unpaid.", "Invalid Payment Method. Valid options include xxx", "Invalid Upgrade
                Type".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/upgradeproduct/
        """
        extra = hide(extra)
        return await self._session.call(
            UPGRADE_PRODUCT,
            {
                "serviceid": serviceid,
                "calconly": calconly,
                "paymentmethod": paymentmethod,
                "type": type,
                "newproductid": newproductid,
                "newproductbillingcycle": newproductbillingcycle,
                "promocode": promocode,
                "configoptions": configoptions,
            },
            extra,
            timeout,
        )

    async def activate_module(
        self,
        *,
        moduleType: str,
        moduleName: str,
        parameters: Keyed[object] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Activate Module.

        Switch a module on and, where given, configure it.

        Args:
            moduleType: Type of the module, such as `gateway`.
            moduleName: System name of the module, such as `paypal`.
            parameters: Settings of the module, keyed by the names that
                GetModuleConfigurationParameters lists.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid module type
                provided. Supported module types include: xxx", "Invalid module name provided.",
                "Module activation not supported by module type.", "Failed to activate: xxx",
                "An unexpected error occurred: xxx".

        Effect: write. Since 7.0.0-beta.1.
        Documentation: https://developers.whmcs.com/api-reference/activatemodule/
        """
        parameters = hide(parameters)
        extra = hide(extra)
        return await self._session.call(
            ACTIVATE_MODULE,
            {"moduleType": moduleType, "moduleName": moduleName, "parameters": parameters},
            extra,
            timeout,
        )

    async def deactivate_module(
        self,
        *,
        moduleType: str,
        moduleName: str,
        newGateway: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Deactivate Module.

        Switch a module off. Its settings may be lost.

        Args:
            moduleType: Type of the module, such as `gateway`.
            moduleName: System name of the module, such as `paypal`.
            newGateway: System name of the gateway that takes over what used this one; for
                gateways only.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid module type
                provided. Supported module types include: xxx", "Invalid module name provided.",
                "Module deactivation not supported by module type.", "Failed to deactivate:
                xxx", "An unexpected error occurred: xxx".

        Effect: destructive. Since 7.0.0-beta.1.
        Documentation: https://developers.whmcs.com/api-reference/deactivatemodule/
        """
        extra = hide(extra)
        return await self._session.call(
            DEACTIVATE_MODULE,
            {"moduleType": moduleType, "moduleName": moduleName, "newGateway": newGateway},
            extra,
            timeout,
        )

    async def get_module_configuration_parameters(
        self,
        *,
        moduleType: str,
        moduleName: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ModuleConfigurationParametersResponse:
        """Get Module Configuration Parameters.

        Retrieve the settings that a module can be given.

        Args:
            moduleType: Type of the module, such as `gateway`.
            moduleName: System name of the module, such as `paypal`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``parameters`` holds the records.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid module type
                provided. Supported module types include: xxx", "Invalid module name provided.",
                "Get module configuration parameters not supported by module type.", "An
                unexpected error occurred: xxx".

        Effect: read. Since 7.0.0-beta.1.
        Documentation:
        https://developers.whmcs.com/api-reference/getmoduleconfigurationparameters/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_MODULE_CONFIGURATION_PARAMETERS,
            {"moduleType": moduleType, "moduleName": moduleName},
            extra,
            timeout,
        )

    async def get_module_queue(
        self,
        *,
        relatedId: int | None = None,
        serviceType: ModuleQueueItemServiceType | None = None,
        moduleName: str | None = None,
        moduleAction: str | None = None,
        since: DateTimeInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ModuleQueueResponse:
        """Get Module Queue.

        Retrieve the module commands that failed and are not yet done.

        Args:
            relatedId: ID of the domain, service or addon; goes with `serviceType`. Since 7.10.
            serviceType: Only commands for this kind of item; every kind where left out. `addon`
                is known since 7.10.
            moduleName: System name of the module, such as `cpanel`.
            moduleAction: Command, such as `CreateAccount` or `SuspendAccount`.
            since: Only commands from this moment on.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ModuleQueueResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read. Since 7.1.0-beta.1.
        Documentation: https://developers.whmcs.com/api-reference/getmodulequeue/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_MODULE_QUEUE,
            {
                "relatedId": relatedId,
                "serviceType": serviceType,
                "moduleName": moduleName,
                "moduleAction": moduleAction,
                "since": since,
            },
            extra,
            timeout,
        )

    async def update_module_configuration(
        self,
        *,
        moduleType: str,
        moduleName: str,
        parameters: Keyed[object] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Update Module Configuration.

        Change settings of an active module.

        Args:
            moduleType: Type of the module, such as `gateway`.
            moduleName: System name of the module, such as `paypal`.
            parameters: Settings to change, keyed by the names that
                GetModuleConfigurationParameters lists.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid module type
                provided. Supported module types include: xxx", "Invalid module name provided.",
                "Module activation not supported by module type.", "Module Configuration Update
                Failed: xxx", "An unexpected error occurred: xxx".

        Effect: write. Since 7.0.0-beta.1.
        Documentation: https://developers.whmcs.com/api-reference/updatemoduleconfiguration/
        """
        parameters = hide(parameters)
        extra = hide(extra)
        return await self._session.call(
            UPDATE_MODULE_CONFIGURATION,
            {"moduleType": moduleType, "moduleName": moduleName, "parameters": parameters},
            extra,
            timeout,
        )

    async def update_client_addon(
        self,
        *,
        id: int,
        status: str | None = None,
        addonid: int | None = None,
        name: str | None = None,
        setupfee: Amount | None = None,
        recurring: Amount | None = None,
        billingcycle: str | None = None,
        nextduedate: DateInput | None = None,
        terminationdate: DateInput | None = None,
        notes: str | None = None,
        autorecalc: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateClientAddonResponse:
        """Update Client Addon.

        Change the record of an addon that a client has. What is left out stays as it is.

        At least one of ``status``, ``addonid``, ``name``, ``setupfee``, ``recurring``,
        ``billingcycle``, ``nextduedate``, ``terminationdate``, ``notes`` or ``autorecalc`` is
        needed.

        Args:
            id: ID of the client's addon.
            status: New status, such as `Active` or `Terminated`.
            addonid: ID of the predefined addon that this one is to be.
            name: Name of its own for the addon.
            setupfee: Set-up fee, in the client's currency.
            recurring: Amount of each renewal, in the client's currency.
            billingcycle: Billing cycle, such as `Monthly`.
            nextduedate: Date the next payment is due.
            terminationdate: Date of termination.
            notes: Notes that only staff see.
            autorecalc: Work out the recurring amount anew; `recurring` is ignored then.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateClientAddonResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Addon ID Not Found",
                "Nothing to Update".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateclientaddon/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_CLIENT_ADDON,
            {
                "id": id,
                "status": status,
                "addonid": addonid,
                "name": name,
                "setupfee": setupfee,
                "recurring": recurring,
                "billingcycle": billingcycle,
                "nextduedate": nextduedate,
                "terminationdate": terminationdate,
                "notes": notes,
                "autorecalc": autorecalc,
            },
            extra,
            timeout,
        )

    async def get_health_status(
        self,
        *,
        fetchStatus: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> HealthStatusResponse:
        """Get Health Status.

        Retrieve the system health checks. The documentation names no field of the answer; what
        the server sends is kept.

        Args:
            fetchStatus: Ask the servers for their present state, which takes time.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``HealthStatusResponse``: Results of the health checks. The documentation names none
            of them.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/gethealthstatus/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_HEALTH_STATUS,
            {"fetchStatus": fetchStatus},
            extra,
            timeout,
        )

    async def get_servers(
        self,
        *,
        serviceId: int | None = None,
        addonId: int | None = None,
        fetchStatus: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ServersListResponse:
        """Get Servers.

        Retrieve the servers that services are provisioned on.

        Args:
            serviceId: Only servers that fit the module of this service.
            addonId: Only servers that fit the module of this addon of a client.
            fetchStatus: Ask the servers for their present state, which takes time.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ServersListResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getservers/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_SERVERS,
            {"serviceId": serviceId, "addonId": addonId, "fetchStatus": fetchStatus},
            extra,
            timeout,
        )
