"""Models of the group affiliates."""

from collections.abc import Mapping
from datetime import date as Date
from datetime import datetime as DateTime
from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from .._runtime.defaults import no_items
from .._runtime.model import Model
from .._runtime.paging import Page
from ..enums import AffiliatePaytype


class Affiliate(Model):
    """A client who is paid for referrals."""

    id: int | None = None
    """Affiliate ID."""
    date: Date | None = None
    """When the client became an affiliate."""
    clientid: int | None = None
    visitors: int | None = None
    """Number of visitors referred."""
    paytype: AffiliatePaytype | None = None
    """Kind of commission; an empty text is the default kind."""
    payamount: Decimal | None = None
    """Commission of the affiliate's own, in percent or as an amount."""
    onetime: bool | None = None
    """Whether a referral is paid for once, not with every payment."""
    balance: Decimal | None = None
    """Commission not yet withdrawn."""
    withdrawn: Decimal | None = None
    created_at: DateTime | None = None
    updated_at: DateTime | None = None


class AffiliatesListResponse(Page):
    """What GetAffiliates answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"affiliates": "affiliate"}

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    affiliates: list[Affiliate] = Field(default_factory=no_items)
