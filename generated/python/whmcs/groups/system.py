"""The group System: its operations as data, and the methods that call them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Final

from .._runtime.aliases import DateInput, DateTimeInput, Extra, Keyed, Timeout
from .._runtime.operation import Condition, Encoding, Operation, Paged, Param, Requirement
from .._runtime.secret import hide
from .._runtime.session import AsyncSession, Session
from ..enums import SendAdminEmailType, SendEmailCustomtype, TriggerNotificationEventStatusStyle
from ..inputs import NotificationAttributeInput
from ..models.shared import SuccessResponse
from ..models.system import (
    ActivityLogEntry,
    ActivityLogResponse,
    AddBannedIpResponse,
    AdminDetailsResponse,
    AdminUsersListResponse,
    AutomationLogResponse,
    ConfigurationValueResponse,
    CurrenciesListResponse,
    DecryptPasswordResponse,
    EmailTemplatesListResponse,
    EncryptPasswordResponse,
    PaymentMethodsListResponse,
    SetConfigurationValueResponse,
    StaffOnlineListResponse,
    StatsResponse,
    ToDoItem,
    ToDoItemsListResponse,
    ToDoItemStatusesListResponse,
    UpdateAnnouncementResponse,
    UpdateToDoItemResponse,
    WhmcsDetailsResponse,
)

WHMCS_DETAILS: Final[Operation[WhmcsDetailsResponse]] = Operation(
    action="WhmcsDetails",
    group="System",
    effect="read",
    params=(),
    response=WhmcsDetailsResponse,
    docs="https://developers.whmcs.com/api-reference/whmcsdetails/",
)
GET_STATS: Final[Operation[StatsResponse]] = Operation(
    action="GetStats",
    group="System",
    effect="read",
    params=(Param("timeline_days", "integer", since="7.7"),),
    response=StatsResponse,
    docs="https://developers.whmcs.com/api-reference/getstats/",
)
ADD_BANNED_IP: Final[Operation[AddBannedIpResponse]] = Operation(
    action="AddBannedIp",
    group="System",
    effect="write",
    params=(
        Param("ip", "text", required=True),
        Param("reason", "text", required=True),
        Param("days", "integer"),
        Param("expires", "datetime"),
    ),
    response=AddBannedIpResponse,
    requires=(Requirement(any=("days", "expires")),),
    docs="https://developers.whmcs.com/api-reference/addbannedip/",
)
DECRYPT_PASSWORD: Final[Operation[DecryptPasswordResponse]] = Operation(
    action="DecryptPassword",
    group="System",
    effect="read",
    params=(Param("password2", "text", required=True, sensitive=True),),
    response=DecryptPasswordResponse,
    docs="https://developers.whmcs.com/api-reference/decryptpassword/",
)
ENCRYPT_PASSWORD: Final[Operation[EncryptPasswordResponse]] = Operation(
    action="EncryptPassword",
    group="System",
    effect="read",
    params=(Param("password2", "text", required=True, sensitive=True),),
    response=EncryptPasswordResponse,
    docs="https://developers.whmcs.com/api-reference/encryptpassword/",
)
GET_ACTIVITY_LOG: Final[Paged[ActivityLogResponse, ActivityLogEntry]] = Paged(
    action="GetActivityLog",
    group="System",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
        Param("clientid", "integer", since="8.5"),
        Param("date", "text"),
        Param("user", "text"),
        Param("description", "text"),
        Param("ipaddress", "text"),
    ),
    response=ActivityLogResponse,
    records="activity",
    docs="https://developers.whmcs.com/api-reference/getactivitylog/",
)
GET_ADMIN_DETAILS: Final[Operation[AdminDetailsResponse]] = Operation(
    action="GetAdminDetails",
    group="System",
    effect="read",
    params=(),
    response=AdminDetailsResponse,
    docs="https://developers.whmcs.com/api-reference/getadmindetails/",
)
GET_ADMIN_USERS: Final[Operation[AdminUsersListResponse]] = Operation(
    action="GetAdminUsers",
    group="System",
    effect="read",
    params=(
        Param("roleid", "integer"),
        Param("email", "text"),
        Param("include_disabled", "boolean"),
    ),
    response=AdminUsersListResponse,
    docs="https://developers.whmcs.com/api-reference/getadminusers/",
)
GET_AUTOMATION_LOG: Final[Operation[AutomationLogResponse]] = Operation(
    action="GetAutomationLog",
    group="System",
    effect="read",
    params=(
        Param("startdate", "date"),
        Param("enddate", "date"),
        Param("namespace", "text"),
    ),
    response=AutomationLogResponse,
    docs="https://developers.whmcs.com/api-reference/getautomationlog/",
)
GET_CONFIGURATION_VALUE: Final[Operation[ConfigurationValueResponse]] = Operation(
    action="GetConfigurationValue",
    group="System",
    effect="read",
    params=(Param("setting", "text", required=True),),
    response=ConfigurationValueResponse,
    errors=("Parameter setting is required", "Invalid name for parameter setting"),
    docs="https://developers.whmcs.com/api-reference/getconfigurationvalue/",
)
GET_CURRENCIES: Final[Operation[CurrenciesListResponse]] = Operation(
    action="GetCurrencies",
    group="System",
    effect="read",
    params=(),
    response=CurrenciesListResponse,
    docs="https://developers.whmcs.com/api-reference/getcurrencies/",
)
GET_EMAIL_TEMPLATES: Final[Operation[EmailTemplatesListResponse]] = Operation(
    action="GetEmailTemplates",
    group="System",
    effect="read",
    params=(
        Param("type", "text"),
        Param("language", "text"),
    ),
    response=EmailTemplatesListResponse,
    docs="https://developers.whmcs.com/api-reference/getemailtemplates/",
)
GET_PAYMENT_METHODS: Final[Operation[PaymentMethodsListResponse]] = Operation(
    action="GetPaymentMethods",
    group="System",
    effect="read",
    params=(),
    response=PaymentMethodsListResponse,
    docs="https://developers.whmcs.com/api-reference/getpaymentmethods/",
)
GET_STAFF_ONLINE: Final[Operation[StaffOnlineListResponse]] = Operation(
    action="GetStaffOnline",
    group="System",
    effect="read",
    params=(),
    response=StaffOnlineListResponse,
    docs="https://developers.whmcs.com/api-reference/getstaffonline/",
)
GET_TO_DO_ITEM_STATUSES: Final[Operation[ToDoItemStatusesListResponse]] = Operation(
    action="GetToDoItemStatuses",
    group="System",
    effect="read",
    params=(),
    response=ToDoItemStatusesListResponse,
    docs="https://developers.whmcs.com/api-reference/gettodoitemstatuses/",
)
GET_TO_DO_ITEMS: Final[Paged[ToDoItemsListResponse, ToDoItem]] = Paged(
    action="GetToDoItems",
    group="System",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
        Param("status", "text"),
    ),
    response=ToDoItemsListResponse,
    records="items",
    docs="https://developers.whmcs.com/api-reference/gettodoitems/",
)
LOG_ACTIVITY: Final[Operation[SuccessResponse]] = Operation(
    action="LogActivity",
    group="System",
    effect="write",
    params=(
        Param("clientid", "integer", since="8.0"),
        Param("description", "text", required=True),
    ),
    response=SuccessResponse,
    docs="https://developers.whmcs.com/api-reference/logactivity/",
)
SEND_ADMIN_EMAIL: Final[Operation[SuccessResponse]] = Operation(
    action="SendAdminEmail",
    group="System",
    effect="write",
    params=(
        Param("messagename", "text"),
        Param("custommessage", "text"),
        Param("customsubject", "text"),
        Param("type", "text", values=("system", "account", "support")),
        Param("deptid", "integer"),
        Param("mergefields", "any", shape="map"),
    ),
    response=SuccessResponse,
    requires=(Requirement(any=("messagename", "custommessage")),),
    errors=("Email Template not found",),
    docs="https://developers.whmcs.com/api-reference/sendadminemail/",
)
SEND_EMAIL: Final[Operation[SuccessResponse]] = Operation(
    action="SendEmail",
    group="System",
    effect="write",
    params=(
        Param("messagename", "text"),
        Param("id", "integer"),
        Param(
            "customtype",
            "text",
            values=("general", "product", "domain", "invoice", "support", "affiliate"),
        ),
        Param("custommessage", "text"),
        Param("customsubject", "text"),
        Param("customvars", "any", shape="map", encoding=Encoding(kind="php-serialize")),
    ),
    response=SuccessResponse,
    requires=(
        Requirement(all=("id",)),
        Requirement(any=("messagename", "customtype")),
        Requirement(all=("customsubject", "custommessage"), unless=(Condition("messagename"),)),
    ),
    errors=(
        "You must provide either an existing email template name or a custom message type",
        "Invalid message type provided",
        "A subject is required for a custom message",
        "A message body is required for a custom message",
        "The custom variables you provided are invalid.",
        "A related ID is required",
        "Email Template not found",
        "Email Template is disabled",
        "Sending Failed. Please see documentation.",
    ),
    docs="https://developers.whmcs.com/api-reference/sendemail/",
)
SET_CONFIGURATION_VALUE: Final[Operation[SetConfigurationValueResponse]] = Operation(
    action="SetConfigurationValue",
    group="System",
    effect="write",
    params=(
        Param("setting", "text", required=True),
        Param("value", "text", required=True, sensitive=True),
    ),
    response=SetConfigurationValueResponse,
    errors=(
        "Parameter setting is required",
        "Invalid name for parameter setting",
        "Parameter value is required",
    ),
    docs="https://developers.whmcs.com/api-reference/setconfigurationvalue/",
)
TRIGGER_NOTIFICATION_EVENT: Final[Operation[SuccessResponse]] = Operation(
    action="TriggerNotificationEvent",
    group="System",
    effect="write",
    params=(
        Param("notification_identifier", "text"),
        Param("title", "text"),
        Param("message", "text"),
        Param("url", "text"),
        Param("status", "text"),
        Param("statusStyle", "text", values=("success", "danger", "info")),
        Param(
            "attributes",
            "object",
            shape="list",
            fields=(
                Param("label", "text", required=True),
                Param("value", "text", required=True),
                Param("url", "text"),
                Param("style", "text"),
                Param("icon", "text"),
            ),
        ),
    ),
    response=SuccessResponse,
    requires=(Requirement(all=("notification_identifier", "title", "message")),),
    errors=(
        "API Notification Events require a identifier string to be passed.",
        "API Notification Events require a title to be provided.",
        "API Notification Events require a message to be provided.",
    ),
    docs="https://developers.whmcs.com/api-reference/triggernotificationevent/",
)
UPDATE_ADMIN_NOTES: Final[Operation[SuccessResponse]] = Operation(
    action="UpdateAdminNotes",
    group="System",
    effect="write",
    params=(Param("notes", "text", required=True),),
    response=SuccessResponse,
    docs="https://developers.whmcs.com/api-reference/updateadminnotes/",
)
UPDATE_ANNOUNCEMENT: Final[Operation[UpdateAnnouncementResponse]] = Operation(
    action="UpdateAnnouncement",
    group="System",
    effect="write",
    params=(
        Param("announcementid", "integer", required=True),
        Param("title", "text"),
        Param("announcement", "text"),
        Param("date", "datetime"),
        Param("published", "boolean"),
    ),
    response=UpdateAnnouncementResponse,
    errors=("Announcement ID Not Found",),
    docs="https://developers.whmcs.com/api-reference/updateannouncement/",
)
UPDATE_TO_DO_ITEM: Final[Operation[UpdateToDoItemResponse]] = Operation(
    action="UpdateToDoItem",
    group="System",
    effect="write",
    params=(
        Param("itemid", "integer", required=True),
        Param("adminid", "integer", required=True),
        Param("status", "text"),
        Param("date", "date", encoding=Encoding(date="YYYYMMDD")),
        Param("title", "text"),
        Param("description", "text"),
        Param("duedate", "date", encoding=Encoding(date="YYYYMMDD")),
    ),
    response=UpdateToDoItemResponse,
    docs="https://developers.whmcs.com/api-reference/updatetodoitem/",
)


class System:
    """System administration and configuration."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def whmcs_details(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> WhmcsDetailsResponse:
        """Get WHMCS Details.

        Retrieve the version of the installation.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``WhmcsDetailsResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read. Since 8.0.0.
        Documentation: https://developers.whmcs.com/api-reference/whmcsdetails/
        """
        extra = hide(extra)
        return self._session.call(WHMCS_DETAILS, {}, extra, timeout)

    def get_stats(
        self,
        *,
        timeline_days: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> StatsResponse:
        """Get Stats.

        Retrieve the business figures of the dashboard: income, orders, tickets and what is
        waiting.

        Args:
            timeline_days: Number of days to return `timeline_data` for. Limits: at most 90.
                Since 7.7.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``StatsResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getstats/
        """
        extra = hide(extra)
        return self._session.call(GET_STATS, {"timeline_days": timeline_days}, extra, timeout)

    def add_banned_ip(
        self,
        *,
        ip: str,
        reason: str,
        days: int | None = None,
        expires: DateTimeInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddBannedIpResponse:
        """Add Banned IP.

        Ban an IP address.

        At least one of ``days`` or ``expires`` is needed.

        Args:
            ip: IP address to ban.
            reason: Why the address is banned; only staff see it.
            days: Length of the ban in days, from which the server works out its end.
            expires: End of the ban, in place of `days`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddBannedIpResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addbannedip/
        """
        extra = hide(extra)
        return self._session.call(
            ADD_BANNED_IP,
            {"ip": ip, "reason": reason, "days": days, "expires": expires},
            extra,
            timeout,
        )

    def decrypt_password(
        self,
        *,
        password2: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DecryptPasswordResponse:
        """Decrypt Password.

        Decrypt a text that the installation has encrypted.

        Args:
            password2: Text to decrypt, as EncryptPassword returns it.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DecryptPasswordResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/decryptpassword/
        """
        password2 = hide(password2)
        extra = hide(extra)
        return self._session.call(DECRYPT_PASSWORD, {"password2": password2}, extra, timeout)

    def encrypt_password(
        self,
        *,
        password2: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> EncryptPasswordResponse:
        """Encrypt Password.

        Encrypt a text with the key of the installation. The result differs each time: decrypt
        to compare.

        Args:
            password2: Text to encrypt.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``EncryptPasswordResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/encryptpassword/
        """
        password2 = hide(password2)
        extra = hide(extra)
        return self._session.call(ENCRYPT_PASSWORD, {"password2": password2}, extra, timeout)

    def get_activity_log(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        clientid: int | None = None,
        date: str | None = None,
        user: str | None = None,
        description: str | None = None,
        ipaddress: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ActivityLogResponse:
        """Get Activity Log.

        Retrieve entries of the activity log.

        Args:
            limitstart: Offset of the first entry, from 0. The server assumes 0.
            limitnum: Number of entries on a page. The server assumes 25.
            clientid: Only entries of this client. Before 8.5 the server knows it as `userid`.
                Since 8.5.
            date: Only entries of this day, in the date format of the installation, such as
                `01/01/2016`.
            user: Only entries of this client or user (by email address) or administrator (by
                username).
            description: Only entries whose text contains this.
            ipaddress: Only entries from this IP address.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``activity`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getactivitylog/
        """
        extra = hide(extra)
        return self._session.call(
            GET_ACTIVITY_LOG,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "clientid": clientid,
                "date": date,
                "user": user,
                "description": description,
                "ipaddress": ipaddress,
            },
            extra,
            timeout,
        )

    def iter_activity_log(
        self,
        *,
        limitstart: int | None = None,
        clientid: int | None = None,
        date: str | None = None,
        user: str | None = None,
        description: str | None = None,
        ipaddress: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[ActivityLogEntry]:
        """Every record of ``get_activity_log``, page after page, fetched as they are needed.

        Takes the parameters of ``get_activity_log``. It ends when all records have come, on an
        empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``ActivityLogEntry``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_ACTIVITY_LOG,
            {
                "limitstart": limitstart,
                "clientid": clientid,
                "date": date,
                "user": user,
                "description": description,
                "ipaddress": ipaddress,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    def get_admin_details(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AdminDetailsResponse:
        """Get Admin Details.

        Retrieve the details of the administrator of the API credentials.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AdminDetailsResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getadmindetails/
        """
        extra = hide(extra)
        return self._session.call(GET_ADMIN_DETAILS, {}, extra, timeout)

    def get_admin_users(
        self,
        *,
        roleid: int | None = None,
        email: str | None = None,
        include_disabled: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AdminUsersListResponse:
        """Get Admin Users.

        Retrieve the administrators.

        Args:
            roleid: Only administrators with this role.
            email: Only administrators whose email address contains this.
            include_disabled: Include disabled administrators too.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AdminUsersListResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read. Since 7.7.
        Documentation: https://developers.whmcs.com/api-reference/getadminusers/
        """
        extra = hide(extra)
        return self._session.call(
            GET_ADMIN_USERS,
            {"roleid": roleid, "email": email, "include_disabled": include_disabled},
            extra,
            timeout,
        )

    def get_automation_log(
        self,
        *,
        startdate: DateInput | None = None,
        enddate: DateInput | None = None,
        namespace: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AutomationLogResponse:
        """Get Automation Log.

        Retrieve what the automation tasks have done.

        Args:
            startdate: First day; today where left out.
            enddate: Last day; today where left out.
            namespace: Only this task, such as `createinvoices`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AutomationLogResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getautomationlog/
        """
        extra = hide(extra)
        return self._session.call(
            GET_AUTOMATION_LOG,
            {"startdate": startdate, "enddate": enddate, "namespace": namespace},
            extra,
            timeout,
        )

    def get_configuration_value(
        self,
        *,
        setting: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ConfigurationValueResponse:
        """Get Configuration Value.

        Retrieve a setting of the installation.

        Args:
            setting: Name of the setting, such as `SystemURL`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ConfigurationValueResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Parameter setting is
                required", "Invalid name for parameter setting".

        Effect: read. Since 7.0.0-beta.1.
        Documentation: https://developers.whmcs.com/api-reference/getconfigurationvalue/
        """
        extra = hide(extra)
        return self._session.call(
            GET_CONFIGURATION_VALUE,
            {"setting": setting},
            extra,
            timeout,
        )

    def get_currencies(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CurrenciesListResponse:
        """Get Currencies.

        Retrieve the currencies of the installation.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``currencies`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getcurrencies/
        """
        extra = hide(extra)
        return self._session.call(GET_CURRENCIES, {}, extra, timeout)

    def get_email_templates(
        self,
        *,
        type: str | None = None,
        language: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> EmailTemplatesListResponse:
        """Get Email Templates.

        Retrieve the email templates.

        Args:
            type: Only templates of this type, such as `general`.
            language: Only templates in this language; those in the default language where left
                out.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``emailtemplates`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getemailtemplates/
        """
        extra = hide(extra)
        return self._session.call(
            GET_EMAIL_TEMPLATES,
            {"type": type, "language": language},
            extra,
            timeout,
        )

    def get_payment_methods(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> PaymentMethodsListResponse:
        """Get Payment Methods.

        Retrieve the payment methods that are switched on.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``paymentmethods`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getpaymentmethods/
        """
        extra = hide(extra)
        return self._session.call(GET_PAYMENT_METHODS, {}, extra, timeout)

    def get_staff_online(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> StaffOnlineListResponse:
        """Get Staff Online.

        Retrieve the administrators who are logged in.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``staffonline`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getstaffonline/
        """
        extra = hide(extra)
        return self._session.call(GET_STAFF_ONLINE, {}, extra, timeout)

    def get_to_do_item_statuses(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ToDoItemStatusesListResponse:
        """Get To-Do Item Statuses.

        Count the to-do items of each status.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``todoitemstatuses`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/gettodoitemstatuses/
        """
        extra = hide(extra)
        return self._session.call(GET_TO_DO_ITEM_STATUSES, {}, extra, timeout)

    def get_to_do_items(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        status: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ToDoItemsListResponse:
        """Get To-Do Items.

        Retrieve the to-do items.

        Args:
            limitstart: Offset of the first item, from 0. The server assumes 0.
            limitnum: Number of items on a page. The server assumes 25.
            status: Only items with this status, such as `New`, `Pending`, `In Progress` or
                `Completed`. `Incomplete` stands for all that are not completed.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``items`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/gettodoitems/
        """
        extra = hide(extra)
        return self._session.call(
            GET_TO_DO_ITEMS,
            {"limitstart": limitstart, "limitnum": limitnum, "status": status},
            extra,
            timeout,
        )

    def iter_to_do_items(
        self,
        *,
        limitstart: int | None = None,
        status: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[ToDoItem]:
        """Every record of ``get_to_do_items``, page after page, fetched as they are needed.

        Takes the parameters of ``get_to_do_items``. It ends when all records have come, on an
        empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``ToDoItem``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_TO_DO_ITEMS,
            {"limitstart": limitstart, "status": status},
            page_size,
            max_records,
            extra,
            timeout,
        )

    def log_activity(
        self,
        *,
        description: str,
        clientid: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Log Activity.

        Write an entry into the activity log.

        Args:
            clientid: ID of the client that the entry is about. Before 8.0 the server knows it
                as `userid`. Since 8.0.
            description: Text of the entry.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/logactivity/
        """
        extra = hide(extra)
        return self._session.call(
            LOG_ACTIVITY,
            {"clientid": clientid, "description": description},
            extra,
            timeout,
        )

    def send_admin_email(
        self,
        *,
        messagename: str | None = None,
        custommessage: str | None = None,
        customsubject: str | None = None,
        type: SendAdminEmailType | None = None,
        deptid: int | None = None,
        mergefields: Keyed[object] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Send Admin Email.

        Send an email to administrators, from a template or with a text of its own.

        At least one of ``messagename`` or ``custommessage`` is needed.

        Args:
            messagename: Template to send, by name; one for administrators.
            custommessage: HTML body, in place of a template.
            customsubject: Subject; goes with `custommessage`.
            type: Which administrators receive it: those with notifications of this type.
            deptid: ID of the support department; goes with the type `support`.
            mergefields: Values of the template's merge fields, by name.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Email Template not found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/sendadminemail/
        """
        extra = hide(extra)
        return self._session.call(
            SEND_ADMIN_EMAIL,
            {
                "messagename": messagename,
                "custommessage": custommessage,
                "customsubject": customsubject,
                "type": type,
                "deptid": deptid,
                "mergefields": mergefields,
            },
            extra,
            timeout,
        )

    def send_email(
        self,
        *,
        messagename: str | None = None,
        id: int | None = None,
        customtype: SendEmailCustomtype | None = None,
        custommessage: str | None = None,
        customsubject: str | None = None,
        customvars: Keyed[object] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Send Email.

        Send an email to a client, from a template or with a text of its own. Templates of the
        system, such as order confirmations, password resets, quotes, bounce messages and the
        affiliate report, cannot be sent this way.

        Needed: ``id``.
        At least one of ``messagename`` or ``customtype`` is needed.
        Needed: ``customsubject`` and ``custommessage``, unless ``messagename`` is given.

        Args:
            messagename: Template to send, by name; one for clients.
            id: ID of what the email is about: the client (`general`), service (`product`),
                domain, invoice, ticket (`support`) or affiliate.
            customtype: Type of an email with a text of its own.
            custommessage: HTML body; goes with `customtype`.
            customsubject: Subject; goes with `customtype`.
            customvars: Further merge fields for either kind of email, by name.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "You must provide either an
                existing email template name or a custom message type", "Invalid message type
                provided", "A subject is required for a custom message", "A message body is
                required for a custom message", "The custom variables you provided are
                invalid.", "A related ID is required", "Email Template not found", "Email
                Template is disabled", "Sending Failed. Please see documentation.".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/sendemail/
        """
        extra = hide(extra)
        return self._session.call(
            SEND_EMAIL,
            {
                "messagename": messagename,
                "id": id,
                "customtype": customtype,
                "custommessage": custommessage,
                "customsubject": customsubject,
                "customvars": customvars,
            },
            extra,
            timeout,
        )

    def set_configuration_value(
        self,
        *,
        setting: str,
        value: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SetConfigurationValueResponse:
        """Set Configuration Value.

        Change a setting of the installation. Documented for the local API only: a remote call
        may be refused.

        Args:
            setting: Name of the setting.
            value: New value; empty text unsets it.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SetConfigurationValueResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Parameter setting is
                required", "Invalid name for parameter setting", "Parameter value is required".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/setconfigurationvalue/
        """
        value = hide(value)
        extra = hide(extra)
        return self._session.call(
            SET_CONFIGURATION_VALUE,
            {"setting": setting, "value": value},
            extra,
            timeout,
        )

    def trigger_notification_event(
        self,
        *,
        notification_identifier: str | None = None,
        title: str | None = None,
        message: str | None = None,
        url: str | None = None,
        status: str | None = None,
        statusStyle: TriggerNotificationEventStatusStyle | None = None,
        attributes: Sequence[NotificationAttributeInput | None] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Trigger Notification Event.

        Send a custom notification to wherever the notification rules direct it.

        Needed: ``notification_identifier``, ``title`` and ``message``.

        Args:
            notification_identifier: Identifier that notification rules can ask for.
            title: Headline.
            message: Body of the notification.
            url: Address that the notification leads to.
            status: Status to show, in words.
            statusStyle: Style in which the status is shown.
            attributes: Further facts to show.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "API Notification Events
                require a identifier string to be passed.", "API Notification Events require a
                title to be provided.", "API Notification Events require a message to be
                provided.".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/triggernotificationevent/
        """
        extra = hide(extra)
        return self._session.call(
            TRIGGER_NOTIFICATION_EVENT,
            {
                "notification_identifier": notification_identifier,
                "title": title,
                "message": message,
                "url": url,
                "status": status,
                "statusStyle": statusStyle,
                "attributes": attributes,
            },
            extra,
            timeout,
        )

    def update_admin_notes(
        self,
        *,
        notes: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Update Admin Notes.

        Replace the notes of the administrator of the API credentials.

        Args:
            notes: New text of the notes.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateadminnotes/
        """
        extra = hide(extra)
        return self._session.call(UPDATE_ADMIN_NOTES, {"notes": notes}, extra, timeout)

    def update_announcement(
        self,
        *,
        announcementid: int,
        title: str | None = None,
        announcement: str | None = None,
        date: DateTimeInput | None = None,
        published: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateAnnouncementResponse:
        """Update Announcement.

        Change an announcement. What is left out stays as it is.

        Args:
            announcementid: Announcement ID.
            title: New title.
            announcement: New text.
            date: New date and time.
            published: Whether clients can see it.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateAnnouncementResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Announcement ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateannouncement/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_ANNOUNCEMENT,
            {
                "announcementid": announcementid,
                "title": title,
                "announcement": announcement,
                "date": date,
                "published": published,
            },
            extra,
            timeout,
        )

    def update_to_do_item(
        self,
        *,
        itemid: int,
        adminid: int,
        status: str | None = None,
        date: DateInput | None = None,
        title: str | None = None,
        description: str | None = None,
        duedate: DateInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateToDoItemResponse:
        """Update To-Do Item.

        Change a to-do item. What is left out stays as it is.

        Args:
            itemid: ID of the to-do item.
            adminid: ID of the administrator who changes it.
            status: New status, such as `Completed`.
            date: New date, sent as the number YYYYMMDD.
            title: New title.
            description: New description.
            duedate: New due date, sent as the number YYYYMMDD.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateToDoItemResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updatetodoitem/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_TO_DO_ITEM,
            {
                "itemid": itemid,
                "adminid": adminid,
                "status": status,
                "date": date,
                "title": title,
                "description": description,
                "duedate": duedate,
            },
            extra,
            timeout,
        )


class AsyncSystem:
    """System administration and configuration."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def whmcs_details(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> WhmcsDetailsResponse:
        """Get WHMCS Details.

        Retrieve the version of the installation.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``WhmcsDetailsResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read. Since 8.0.0.
        Documentation: https://developers.whmcs.com/api-reference/whmcsdetails/
        """
        extra = hide(extra)
        return await self._session.call(WHMCS_DETAILS, {}, extra, timeout)

    async def get_stats(
        self,
        *,
        timeline_days: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> StatsResponse:
        """Get Stats.

        Retrieve the business figures of the dashboard: income, orders, tickets and what is
        waiting.

        Args:
            timeline_days: Number of days to return `timeline_data` for. Limits: at most 90.
                Since 7.7.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``StatsResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getstats/
        """
        extra = hide(extra)
        return await self._session.call(GET_STATS, {"timeline_days": timeline_days}, extra, timeout)

    async def add_banned_ip(
        self,
        *,
        ip: str,
        reason: str,
        days: int | None = None,
        expires: DateTimeInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddBannedIpResponse:
        """Add Banned IP.

        Ban an IP address.

        At least one of ``days`` or ``expires`` is needed.

        Args:
            ip: IP address to ban.
            reason: Why the address is banned; only staff see it.
            days: Length of the ban in days, from which the server works out its end.
            expires: End of the ban, in place of `days`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddBannedIpResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addbannedip/
        """
        extra = hide(extra)
        return await self._session.call(
            ADD_BANNED_IP,
            {"ip": ip, "reason": reason, "days": days, "expires": expires},
            extra,
            timeout,
        )

    async def decrypt_password(
        self,
        *,
        password2: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DecryptPasswordResponse:
        """Decrypt Password.

        Decrypt a text that the installation has encrypted.

        Args:
            password2: Text to decrypt, as EncryptPassword returns it.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DecryptPasswordResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/decryptpassword/
        """
        password2 = hide(password2)
        extra = hide(extra)
        return await self._session.call(DECRYPT_PASSWORD, {"password2": password2}, extra, timeout)

    async def encrypt_password(
        self,
        *,
        password2: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> EncryptPasswordResponse:
        """Encrypt Password.

        Encrypt a text with the key of the installation. The result differs each time: decrypt
        to compare.

        Args:
            password2: Text to encrypt.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``EncryptPasswordResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/encryptpassword/
        """
        password2 = hide(password2)
        extra = hide(extra)
        return await self._session.call(ENCRYPT_PASSWORD, {"password2": password2}, extra, timeout)

    async def get_activity_log(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        clientid: int | None = None,
        date: str | None = None,
        user: str | None = None,
        description: str | None = None,
        ipaddress: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ActivityLogResponse:
        """Get Activity Log.

        Retrieve entries of the activity log.

        Args:
            limitstart: Offset of the first entry, from 0. The server assumes 0.
            limitnum: Number of entries on a page. The server assumes 25.
            clientid: Only entries of this client. Before 8.5 the server knows it as `userid`.
                Since 8.5.
            date: Only entries of this day, in the date format of the installation, such as
                `01/01/2016`.
            user: Only entries of this client or user (by email address) or administrator (by
                username).
            description: Only entries whose text contains this.
            ipaddress: Only entries from this IP address.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``activity`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getactivitylog/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_ACTIVITY_LOG,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "clientid": clientid,
                "date": date,
                "user": user,
                "description": description,
                "ipaddress": ipaddress,
            },
            extra,
            timeout,
        )

    def iter_activity_log(
        self,
        *,
        limitstart: int | None = None,
        clientid: int | None = None,
        date: str | None = None,
        user: str | None = None,
        description: str | None = None,
        ipaddress: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[ActivityLogEntry]:
        """Every record of ``get_activity_log``, page after page, fetched as they are needed.

        Takes the parameters of ``get_activity_log``. It ends when all records have come, on an
        empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``ActivityLogEntry``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_ACTIVITY_LOG,
            {
                "limitstart": limitstart,
                "clientid": clientid,
                "date": date,
                "user": user,
                "description": description,
                "ipaddress": ipaddress,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def get_admin_details(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AdminDetailsResponse:
        """Get Admin Details.

        Retrieve the details of the administrator of the API credentials.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AdminDetailsResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getadmindetails/
        """
        extra = hide(extra)
        return await self._session.call(GET_ADMIN_DETAILS, {}, extra, timeout)

    async def get_admin_users(
        self,
        *,
        roleid: int | None = None,
        email: str | None = None,
        include_disabled: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AdminUsersListResponse:
        """Get Admin Users.

        Retrieve the administrators.

        Args:
            roleid: Only administrators with this role.
            email: Only administrators whose email address contains this.
            include_disabled: Include disabled administrators too.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AdminUsersListResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read. Since 7.7.
        Documentation: https://developers.whmcs.com/api-reference/getadminusers/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_ADMIN_USERS,
            {"roleid": roleid, "email": email, "include_disabled": include_disabled},
            extra,
            timeout,
        )

    async def get_automation_log(
        self,
        *,
        startdate: DateInput | None = None,
        enddate: DateInput | None = None,
        namespace: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AutomationLogResponse:
        """Get Automation Log.

        Retrieve what the automation tasks have done.

        Args:
            startdate: First day; today where left out.
            enddate: Last day; today where left out.
            namespace: Only this task, such as `createinvoices`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AutomationLogResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getautomationlog/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_AUTOMATION_LOG,
            {"startdate": startdate, "enddate": enddate, "namespace": namespace},
            extra,
            timeout,
        )

    async def get_configuration_value(
        self,
        *,
        setting: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ConfigurationValueResponse:
        """Get Configuration Value.

        Retrieve a setting of the installation.

        Args:
            setting: Name of the setting, such as `SystemURL`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ConfigurationValueResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Parameter setting is
                required", "Invalid name for parameter setting".

        Effect: read. Since 7.0.0-beta.1.
        Documentation: https://developers.whmcs.com/api-reference/getconfigurationvalue/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_CONFIGURATION_VALUE,
            {"setting": setting},
            extra,
            timeout,
        )

    async def get_currencies(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CurrenciesListResponse:
        """Get Currencies.

        Retrieve the currencies of the installation.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``currencies`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getcurrencies/
        """
        extra = hide(extra)
        return await self._session.call(GET_CURRENCIES, {}, extra, timeout)

    async def get_email_templates(
        self,
        *,
        type: str | None = None,
        language: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> EmailTemplatesListResponse:
        """Get Email Templates.

        Retrieve the email templates.

        Args:
            type: Only templates of this type, such as `general`.
            language: Only templates in this language; those in the default language where left
                out.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``emailtemplates`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getemailtemplates/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_EMAIL_TEMPLATES,
            {"type": type, "language": language},
            extra,
            timeout,
        )

    async def get_payment_methods(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> PaymentMethodsListResponse:
        """Get Payment Methods.

        Retrieve the payment methods that are switched on.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``paymentmethods`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getpaymentmethods/
        """
        extra = hide(extra)
        return await self._session.call(GET_PAYMENT_METHODS, {}, extra, timeout)

    async def get_staff_online(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> StaffOnlineListResponse:
        """Get Staff Online.

        Retrieve the administrators who are logged in.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``staffonline`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getstaffonline/
        """
        extra = hide(extra)
        return await self._session.call(GET_STAFF_ONLINE, {}, extra, timeout)

    async def get_to_do_item_statuses(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ToDoItemStatusesListResponse:
        """Get To-Do Item Statuses.

        Count the to-do items of each status.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``todoitemstatuses`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/gettodoitemstatuses/
        """
        extra = hide(extra)
        return await self._session.call(GET_TO_DO_ITEM_STATUSES, {}, extra, timeout)

    async def get_to_do_items(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        status: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ToDoItemsListResponse:
        """Get To-Do Items.

        Retrieve the to-do items.

        Args:
            limitstart: Offset of the first item, from 0. The server assumes 0.
            limitnum: Number of items on a page. The server assumes 25.
            status: Only items with this status, such as `New`, `Pending`, `In Progress` or
                `Completed`. `Incomplete` stands for all that are not completed.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``items`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/gettodoitems/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_TO_DO_ITEMS,
            {"limitstart": limitstart, "limitnum": limitnum, "status": status},
            extra,
            timeout,
        )

    def iter_to_do_items(
        self,
        *,
        limitstart: int | None = None,
        status: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[ToDoItem]:
        """Every record of ``get_to_do_items``, page after page, fetched as they are needed.

        Takes the parameters of ``get_to_do_items``. It ends when all records have come, on an
        empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``ToDoItem``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_TO_DO_ITEMS,
            {"limitstart": limitstart, "status": status},
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def log_activity(
        self,
        *,
        description: str,
        clientid: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Log Activity.

        Write an entry into the activity log.

        Args:
            clientid: ID of the client that the entry is about. Before 8.0 the server knows it
                as `userid`. Since 8.0.
            description: Text of the entry.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/logactivity/
        """
        extra = hide(extra)
        return await self._session.call(
            LOG_ACTIVITY,
            {"clientid": clientid, "description": description},
            extra,
            timeout,
        )

    async def send_admin_email(
        self,
        *,
        messagename: str | None = None,
        custommessage: str | None = None,
        customsubject: str | None = None,
        type: SendAdminEmailType | None = None,
        deptid: int | None = None,
        mergefields: Keyed[object] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Send Admin Email.

        Send an email to administrators, from a template or with a text of its own.

        At least one of ``messagename`` or ``custommessage`` is needed.

        Args:
            messagename: Template to send, by name; one for administrators.
            custommessage: HTML body, in place of a template.
            customsubject: Subject; goes with `custommessage`.
            type: Which administrators receive it: those with notifications of this type.
            deptid: ID of the support department; goes with the type `support`.
            mergefields: Values of the template's merge fields, by name.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Email Template not found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/sendadminemail/
        """
        extra = hide(extra)
        return await self._session.call(
            SEND_ADMIN_EMAIL,
            {
                "messagename": messagename,
                "custommessage": custommessage,
                "customsubject": customsubject,
                "type": type,
                "deptid": deptid,
                "mergefields": mergefields,
            },
            extra,
            timeout,
        )

    async def send_email(
        self,
        *,
        messagename: str | None = None,
        id: int | None = None,
        customtype: SendEmailCustomtype | None = None,
        custommessage: str | None = None,
        customsubject: str | None = None,
        customvars: Keyed[object] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Send Email.

        Send an email to a client, from a template or with a text of its own. Templates of the
        system, such as order confirmations, password resets, quotes, bounce messages and the
        affiliate report, cannot be sent this way.

        Needed: ``id``.
        At least one of ``messagename`` or ``customtype`` is needed.
        Needed: ``customsubject`` and ``custommessage``, unless ``messagename`` is given.

        Args:
            messagename: Template to send, by name; one for clients.
            id: ID of what the email is about: the client (`general`), service (`product`),
                domain, invoice, ticket (`support`) or affiliate.
            customtype: Type of an email with a text of its own.
            custommessage: HTML body; goes with `customtype`.
            customsubject: Subject; goes with `customtype`.
            customvars: Further merge fields for either kind of email, by name.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "You must provide either an
                existing email template name or a custom message type", "Invalid message type
                provided", "A subject is required for a custom message", "A message body is
                required for a custom message", "The custom variables you provided are
                invalid.", "A related ID is required", "Email Template not found", "Email
                Template is disabled", "Sending Failed. Please see documentation.".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/sendemail/
        """
        extra = hide(extra)
        return await self._session.call(
            SEND_EMAIL,
            {
                "messagename": messagename,
                "id": id,
                "customtype": customtype,
                "custommessage": custommessage,
                "customsubject": customsubject,
                "customvars": customvars,
            },
            extra,
            timeout,
        )

    async def set_configuration_value(
        self,
        *,
        setting: str,
        value: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SetConfigurationValueResponse:
        """Set Configuration Value.

        Change a setting of the installation. Documented for the local API only: a remote call
        may be refused.

        Args:
            setting: Name of the setting.
            value: New value; empty text unsets it.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SetConfigurationValueResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Parameter setting is
                required", "Invalid name for parameter setting", "Parameter value is required".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/setconfigurationvalue/
        """
        value = hide(value)
        extra = hide(extra)
        return await self._session.call(
            SET_CONFIGURATION_VALUE,
            {"setting": setting, "value": value},
            extra,
            timeout,
        )

    async def trigger_notification_event(
        self,
        *,
        notification_identifier: str | None = None,
        title: str | None = None,
        message: str | None = None,
        url: str | None = None,
        status: str | None = None,
        statusStyle: TriggerNotificationEventStatusStyle | None = None,
        attributes: Sequence[NotificationAttributeInput | None] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Trigger Notification Event.

        Send a custom notification to wherever the notification rules direct it.

        Needed: ``notification_identifier``, ``title`` and ``message``.

        Args:
            notification_identifier: Identifier that notification rules can ask for.
            title: Headline.
            message: Body of the notification.
            url: Address that the notification leads to.
            status: Status to show, in words.
            statusStyle: Style in which the status is shown.
            attributes: Further facts to show.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "API Notification Events
                require a identifier string to be passed.", "API Notification Events require a
                title to be provided.", "API Notification Events require a message to be
                provided.".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/triggernotificationevent/
        """
        extra = hide(extra)
        return await self._session.call(
            TRIGGER_NOTIFICATION_EVENT,
            {
                "notification_identifier": notification_identifier,
                "title": title,
                "message": message,
                "url": url,
                "status": status,
                "statusStyle": statusStyle,
                "attributes": attributes,
            },
            extra,
            timeout,
        )

    async def update_admin_notes(
        self,
        *,
        notes: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Update Admin Notes.

        Replace the notes of the administrator of the API credentials.

        Args:
            notes: New text of the notes.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateadminnotes/
        """
        extra = hide(extra)
        return await self._session.call(UPDATE_ADMIN_NOTES, {"notes": notes}, extra, timeout)

    async def update_announcement(
        self,
        *,
        announcementid: int,
        title: str | None = None,
        announcement: str | None = None,
        date: DateTimeInput | None = None,
        published: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateAnnouncementResponse:
        """Update Announcement.

        Change an announcement. What is left out stays as it is.

        Args:
            announcementid: Announcement ID.
            title: New title.
            announcement: New text.
            date: New date and time.
            published: Whether clients can see it.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateAnnouncementResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Announcement ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateannouncement/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_ANNOUNCEMENT,
            {
                "announcementid": announcementid,
                "title": title,
                "announcement": announcement,
                "date": date,
                "published": published,
            },
            extra,
            timeout,
        )

    async def update_to_do_item(
        self,
        *,
        itemid: int,
        adminid: int,
        status: str | None = None,
        date: DateInput | None = None,
        title: str | None = None,
        description: str | None = None,
        duedate: DateInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateToDoItemResponse:
        """Update To-Do Item.

        Change a to-do item. What is left out stays as it is.

        Args:
            itemid: ID of the to-do item.
            adminid: ID of the administrator who changes it.
            status: New status, such as `Completed`.
            date: New date, sent as the number YYYYMMDD.
            title: New title.
            description: New description.
            duedate: New due date, sent as the number YYYYMMDD.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateToDoItemResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updatetodoitem/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_TO_DO_ITEM,
            {
                "itemid": itemid,
                "adminid": adminid,
                "status": status,
                "date": date,
                "title": title,
                "description": description,
                "duedate": duedate,
            },
            extra,
            timeout,
        )
