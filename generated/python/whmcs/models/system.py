"""Models of the group system."""

from collections.abc import Mapping
from datetime import date as Date
from datetime import datetime as DateTime
from decimal import Decimal
from typing import Any, ClassVar

from pydantic import Field

from .._runtime.defaults import no_entries, no_items
from .._runtime.model import Model
from .._runtime.paging import Page
from .shared import Currency


class WhmcsVersion(Model):
    """Version of the installation."""

    version: str | None = None
    """Version as people read it, such as `8.12.1`."""
    canonicalversion: str | None = None
    """Version with its release level, such as `8.12.1-release.1`."""


class WhmcsDetailsResponse(Model):
    """What WhmcsDetails answers."""

    result: str | None = None
    whmcs: WhmcsVersion | None = None
    """Version of the installation."""


class StatsTimeline(Model):
    """Figures of each day, keyed by date (YYYY-MM-DD); sent where `timeline_days` asks for them."""

    new_orders: dict[str, int] = Field(default_factory=no_entries)
    accepted_orders: dict[str, int] = Field(default_factory=no_entries)
    income: dict[str, Decimal] = Field(default_factory=no_entries)
    expenditure: dict[str, Decimal] = Field(default_factory=no_entries)
    new_tickets: dict[str, int] = Field(default_factory=no_entries)


class StatsResponse(Model):
    """What GetStats answers."""

    result: str | None = None
    income_today: str | None = None
    """Localised text, such as `$5.95 USD`."""
    income_thismonth: str | None = None
    """Localised text, such as `$5.95 USD`."""
    income_thisyear: str | None = None
    """Localised text, such as `$5.95 USD`."""
    income_alltime: str | None = None
    """Localised text, such as `$5.95 USD`."""
    orders_pending: int | None = None
    orders_today_cancelled: int | None = None
    orders_today_pending: int | None = None
    orders_today_fraud: int | None = None
    orders_today_active: int | None = None
    orders_today_total: int | None = None
    orders_yesterday_cancelled: int | None = None
    orders_yesterday_pending: int | None = None
    orders_yesterday_fraud: int | None = None
    orders_yesterday_active: int | None = None
    orders_yesterday_total: int | None = None
    orders_thismonth_total: int | None = None
    orders_thisyear_total: int | None = None
    tickets_allactive: int | None = None
    """Tickets in a status that counts as active."""
    tickets_awaitingreply: int | None = None
    """Tickets in a status that awaits a reply."""
    tickets_flaggedtickets: int | None = None
    """Tickets flagged to the administrator of the API credentials."""
    tickets_open: int | None = None
    tickets_answered: int | None = None
    tickets_customerreply: int | None = None
    tickets_closed: int | None = None
    tickets_onhold: int | None = None
    tickets_inprogress: int | None = None
    cancellations_pending: int | None = None
    todoitems_due: int | None = None
    networkissues_open: int | None = None
    billableitems_uninvoiced: int | None = None
    quotes_valid: int | None = None
    staff_online: int | None = None
    timeline_data: StatsTimeline | None = None
    """Figures of each day, keyed by date (YYYY-MM-DD); sent where `timeline_days` asks for them.
    Since 7.7.
    """


class AddBannedIpResponse(Model):
    """What AddBannedIp answers."""

    result: str | None = None
    banid: int | None = None
    """Ban ID."""


class DecryptPasswordResponse(Model):
    """What DecryptPassword answers."""

    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("password",))

    result: str | None = None
    password: str | None = None
    """The decrypted text."""


class EncryptPasswordResponse(Model):
    """What EncryptPassword answers."""

    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("password",))

    result: str | None = None
    password: str | None = None
    """The encrypted text."""


class ActivityLogEntry(Model):
    """An entry of the activity log."""

    id: int | None = None
    clientId: int | None = None
    """Since 8.0."""
    userId: int | None = None
    """Since 8.0."""
    adminId: int | None = None
    date: DateTime | None = None
    description: str | None = None
    username: str | None = None
    ipaddress: str | None = None
    userid: int | None = None
    """Deprecated: Former name of `clientId`, and may go."""


class ActivityLogResponse(Page):
    """What GetActivityLog answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"activity": "entry"}

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    activity: list[ActivityLogEntry] = Field(default_factory=no_items)


class AdminDetailsResponse(Model):
    """What GetAdminDetails answers."""

    result: str | None = None
    adminid: int | None = None
    name: str | None = None
    """Full name."""
    notes: str | None = None
    signature: str | None = None
    """Signature under replies to tickets."""
    allowedpermissions: str | None = None
    """Permissions, separated by commas."""
    departments: str | None = None
    """Support departments, separated by commas."""
    requesttime: DateTime | None = None
    whmcs: WhmcsVersion | None = None
    """Version of the installation."""


class AdminUser(Model):
    """An administrator."""

    id: int | None = None
    uuid: str | None = None
    roleId: int | None = None
    username: str | None = None
    twoFactorAuthModule: str | None = None
    """Module for two-factor authentication, empty where it is off."""
    firstname: str | None = None
    lastname: str | None = None
    email: str | None = None
    signature: str | None = None
    notes: str | None = None
    template: str | None = None
    language: str | None = None
    isDisabled: bool | None = None
    loginAttempts: int | None = None
    supportDepartmentIds: list[int] = Field(default_factory=no_items)
    receivesTicketNotifications: list[int] = Field(default_factory=no_items)
    """IDs of the support departments whose tickets are notified of."""
    homepageWidgetsConfig: str | None = None
    hiddenHomepageWidgets: str | None = None
    created_at: DateTime | None = None
    updated_at: DateTime | None = None
    fullName: str | None = None
    gravatarHash: str | None = None
    """Hash of the email address, as Gravatar uses it."""


class AdminUsersListResponse(Model):
    """What GetAdminUsers answers."""

    result: str | None = None
    count: int | None = None
    admin_users: list[AdminUser] = Field(default_factory=no_items)


class AutomationLogResponse(Model):
    """What GetAutomationLog answers."""

    result: str | None = None
    currentDatetime: DateTime | None = None
    lastDailyCronInvocationTime: DateTime | None = None
    startdate: DateTime | None = None
    enddate: DateTime | None = None
    statistics: Any = None
    """Figures of the tasks, grouped by date and then by namespace."""


class ConfigurationValueResponse(Model):
    """What GetConfigurationValue answers."""

    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("value",))

    result: str | None = None
    setting: str | None = None
    value: str | None = None
    """Settings may hold keys and passwords."""


class CurrenciesListResponse(Model):
    """What GetCurrencies answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"currencies": "currency"}

    result: str | None = None
    totalresults: int | None = None
    currencies: list[Currency] = Field(default_factory=no_items)


class EmailTemplate(Model):
    """An email template."""

    id: int | None = None
    name: str | None = None
    """What SendEmail takes as `messagename`."""
    subject: str | None = None
    custom: bool | None = None
    """Whether it was added to those of WHMCS."""


class EmailTemplatesListResponse(Model):
    """What GetEmailTemplates answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"emailtemplates": "emailtemplate"}

    result: str | None = None
    totalresults: int | None = None
    emailtemplates: list[EmailTemplate] = Field(default_factory=no_items)


class PaymentMethod(Model):
    """An active payment gateway."""

    module: str | None = None
    """System name, which `paymentmethod` parameters take."""
    displayname: str | None = None
    """Name that clients see."""


class PaymentMethodsListResponse(Model):
    """What GetPaymentMethods answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"paymentmethods": "paymentmethod"}

    result: str | None = None
    totalresults: int | None = None
    paymentmethods: list[PaymentMethod] = Field(default_factory=no_items)


class OnlineStaff(Model):
    """An administrator who is logged in."""

    adminusername: str | None = None
    logintime: DateTime | None = None
    ipaddress: str | None = None
    lastvisit: DateTime | None = None


class StaffOnlineListResponse(Model):
    """What GetStaffOnline answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"staffonline": "staff"}

    result: str | None = None
    totalresults: int | None = None
    staffonline: list[OnlineStaff] = Field(default_factory=no_items)


class ToDoItemStatus(Model):
    """A status of to-do items and its counts."""

    type: str | None = None
    """Name of the status."""
    count: int | None = None
    """Number of items."""
    overdue: int | None = None
    """Number of items past their due date."""


class ToDoItemStatusesListResponse(Model):
    """What GetToDoItemStatuses answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"todoitemstatuses": "status"}

    result: str | None = None
    totalresults: int | None = None
    todoitemstatuses: list[ToDoItemStatus] = Field(default_factory=no_items)


class ToDoItem(Model):
    """A to-do item of the staff."""

    id: int | None = None
    date: Date | None = None
    title: str | None = None
    description: str | None = None
    admin: int | None = None
    """ID of the administrator."""
    status: str | None = None
    duedate: Date | None = None


class ToDoItemsListResponse(Page):
    """What GetToDoItems answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"items": "item"}

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    items: list[ToDoItem] = Field(default_factory=no_items)


class SetConfigurationValueResponse(Model):
    """What SetConfigurationValue answers."""

    result: str | None = None
    value_changed: bool | None = None


class UpdateAnnouncementResponse(Model):
    """What UpdateAnnouncement answers."""

    result: str | None = None
    announcementid: int | None = None
    """Announcement ID."""


class UpdateToDoItemResponse(Model):
    """What UpdateToDoItem answers."""

    result: str | None = None
    itemid: int | None = None
    """ID of the to-do item."""
