"""Models that several groups share."""

from datetime import date as Date
from decimal import Decimal

from .._runtime.model import Model
from ..enums import ClientStatus, SuccessResponseResult


class Client(Model):
    """A client as lists show it."""

    id: int | None = None
    """Client ID."""
    firstname: str | None = None
    lastname: str | None = None
    email: str | None = None
    datecreated: Date | None = None
    groupid: int | None = None
    """ID of the client group, 0 for none."""
    status: ClientStatus | None = None
    companyname: str | None = None


class SuccessResponse(Model):
    """What AcceptOrder and 50 other actions answer."""

    result: SuccessResponseResult | None = None
    """Operation result status."""
    message: str | None = None
    """Descriptive result message."""


class Currency(Model):
    """A currency."""

    id: int | None = None
    code: str | None = None
    """ISO 4217 code."""
    prefix: str | None = None
    suffix: str | None = None
    format: int | None = None
    """Number of the format that amounts are shown in."""
    rate: Decimal | None = None
    """Conversion rate from the default currency, whose rate is 1."""
