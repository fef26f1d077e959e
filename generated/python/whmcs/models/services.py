"""Models of the group services."""

from datetime import datetime as DateTime

from pydantic import Field

from .._runtime.defaults import no_items
from .._runtime.model import Model
from ..enums import ModuleQueueItemServiceType


class UpdateClientProductResponse(Model):
    """What UpdateClientProduct answers."""

    result: str | None = None
    serviceid: int | None = None
    """Service ID."""


class UpgradeProductResponse(Model):
    """What UpgradeProduct answers."""

    result: str | None = None
    upgradeinprogress: bool | None = None
    """Whether the service has an unfinished upgrade already; with `calconly`."""
    oldproductid: int | None = None
    oldproductname: str | None = None
    newproductid: int | None = None
    newproductname: str | None = None
    daysuntilrenewal: int | None = None
    """Days left of the period that is paid for."""
    totaldays: int | None = None
    """Days of the whole period."""
    newproductbillingcycle: str | None = None
    price: str | None = None
    """Price of the upgrade as text, as the client sees it."""
    id: int | None = None
    """ID of the upgrade."""
    orderid: int | None = None
    order_number: str | None = None
    invoiceid: int | None = None
    """ID of the invoice, where there is one."""


class ModuleParameter(Model):
    """A setting of a module."""

    name: str | None = None
    """Key of the setting in ActivateModule and UpdateModuleConfiguration."""
    displayName: str | None = None
    """Name that staff see."""
    fieldType: str | None = None
    """Kind of input, such as `text` or `yesno`."""


class ModuleConfigurationParametersResponse(Model):
    """What GetModuleConfigurationParameters answers."""

    result: str | None = None
    parameters: list[ModuleParameter] = Field(default_factory=no_items)


class ModuleQueueItem(Model):
    """A module command that failed."""

    id: int | None = None
    serviceType: ModuleQueueItemServiceType | None = None
    serviceId: int | None = None
    """ID of the domain, service or addon."""
    moduleName: str | None = None
    moduleAction: str | None = None
    """Command that failed, such as `CreateAccount`."""
    lastAttempt: DateTime | None = None
    lastAttemptError: str | None = None
    numRetries: int | None = None
    completed: bool | None = None
    createdAt: DateTime | None = None
    updatedAt: DateTime | None = None


class ModuleQueueResponse(Model):
    """What GetModuleQueue answers."""

    result: str | None = None
    count: int | None = None
    """Number of commands returned."""
    queue: list[ModuleQueueItem] = Field(default_factory=no_items)


class UpdateClientAddonResponse(Model):
    """What UpdateClientAddon answers."""

    result: str | None = None
    id: int | None = None
    """ID of the client's addon."""


class HealthStatusResponse(Model):
    """Results of the health checks. The documentation names none of them."""

    result: str | None = None


class ServerStatus(Model):
    """Present state of a server."""

    http: bool | None = None
    """Whether the server answers over HTTP."""
    load: str | None = None
    """Load; empty unless `fetchStatus` was asked for."""
    uptime: str | None = None
    """Time since the last start; empty unless `fetchStatus` was asked for."""


class Server(Model):
    """A server that services are provisioned on."""

    id: int | None = None
    name: str | None = None
    hostname: str | None = None
    ipaddress: str | None = None
    active: bool | None = None
    activeServices: int | None = None
    """Number of services on the server."""
    maxAllowedServices: int | None = None
    percentUsed: int | None = None
    """Share of `maxAllowedServices` in use, in percent."""
    module: str | None = None
    """System name of the module."""
    status: ServerStatus | None = None
    """Present state of a server."""


class ServersListResponse(Model):
    """What GetServers answers."""

    result: str | None = None
    servers: list[Server] = Field(default_factory=no_items)
    fetchStatus: bool | None = None
    """The flag of the request."""
