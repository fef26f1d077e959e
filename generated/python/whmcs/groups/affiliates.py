"""The group Affiliates: its operations as data, and the methods that call them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Final

from .._runtime.aliases import Amount, Extra, Timeout
from .._runtime.operation import Operation, Paged, Param
from .._runtime.secret import hide
from .._runtime.session import AsyncSession, Session
from ..enums import AffiliatePaytype
from ..models.affiliates import Affiliate, AffiliatesListResponse
from ..models.shared import SuccessResponse

AFFILIATE_ACTIVATE: Final[Operation[SuccessResponse]] = Operation(
    action="AffiliateActivate",
    group="Affiliates",
    effect="write",
    params=(Param("userid", "integer", required=True),),
    response=SuccessResponse,
    errors=("Client ID not found",),
    docs="https://developers.whmcs.com/api-reference/affiliateactivate/",
)
GET_AFFILIATES: Final[Paged[AffiliatesListResponse, Affiliate]] = Paged(
    action="GetAffiliates",
    group="Affiliates",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
        Param("userid", "integer"),
        Param("visitors", "integer"),
        Param("paytype", "text", values=("", "percentage", "fixedamount")),
        Param("payamount", "decimal"),
        Param("onetime", "boolean"),
        Param("balance", "decimal"),
        Param("withdrawn", "decimal"),
    ),
    response=AffiliatesListResponse,
    records="affiliates",
    docs="https://developers.whmcs.com/api-reference/getaffiliates/",
)


class Affiliates:
    """Affiliate management operations."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def affiliate_activate(
        self,
        *,
        userid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Affiliate Activate.

        Make a client an affiliate.

        Args:
            userid: Client ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID not found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/affiliateactivate/
        """
        extra = hide(extra)
        return self._session.call(AFFILIATE_ACTIVATE, {"userid": userid}, extra, timeout)

    def get_affiliates(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        userid: int | None = None,
        visitors: int | None = None,
        paytype: AffiliatePaytype | None = None,
        payamount: Amount | None = None,
        onetime: bool | None = None,
        balance: Amount | None = None,
        withdrawn: Amount | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AffiliatesListResponse:
        """Get Affiliates.

        Retrieve the affiliates that match, one page at a time.

        Args:
            limitstart: Offset of the first affiliate, from 0. The server assumes 0.
            limitnum: Number of affiliates on a page. The server assumes 25.
            userid: Only the affiliate of this client.
            visitors: Only affiliates with this number of visitors.
            paytype: Only affiliates with this kind of commission; an empty text is the default
                kind.
            payamount: Only affiliates with this commission of their own.
            onetime: True for affiliates who are paid once per referral, false for the others.
            balance: Only affiliates with this balance.
            withdrawn: Only affiliates with this total of withdrawals.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            One page: ``affiliates`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getaffiliates/
        """
        extra = hide(extra)
        return self._session.call(
            GET_AFFILIATES,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "userid": userid,
                "visitors": visitors,
                "paytype": paytype,
                "payamount": payamount,
                "onetime": onetime,
                "balance": balance,
                "withdrawn": withdrawn,
            },
            extra,
            timeout,
        )

    def iter_affiliates(
        self,
        *,
        limitstart: int | None = None,
        userid: int | None = None,
        visitors: int | None = None,
        paytype: AffiliatePaytype | None = None,
        payamount: Amount | None = None,
        onetime: bool | None = None,
        balance: Amount | None = None,
        withdrawn: Amount | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[Affiliate]:
        """Every record of ``get_affiliates``, page after page, fetched as they are needed.

        Takes the parameters of ``get_affiliates``. It ends when all records have come, on an
        empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            An iterator over ``Affiliate``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_AFFILIATES,
            {
                "limitstart": limitstart,
                "userid": userid,
                "visitors": visitors,
                "paytype": paytype,
                "payamount": payamount,
                "onetime": onetime,
                "balance": balance,
                "withdrawn": withdrawn,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )


class AsyncAffiliates:
    """Affiliate management operations."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def affiliate_activate(
        self,
        *,
        userid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Affiliate Activate.

        Make a client an affiliate.

        Args:
            userid: Client ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID not found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/affiliateactivate/
        """
        extra = hide(extra)
        return await self._session.call(AFFILIATE_ACTIVATE, {"userid": userid}, extra, timeout)

    async def get_affiliates(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        userid: int | None = None,
        visitors: int | None = None,
        paytype: AffiliatePaytype | None = None,
        payamount: Amount | None = None,
        onetime: bool | None = None,
        balance: Amount | None = None,
        withdrawn: Amount | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AffiliatesListResponse:
        """Get Affiliates.

        Retrieve the affiliates that match, one page at a time.

        Args:
            limitstart: Offset of the first affiliate, from 0. The server assumes 0.
            limitnum: Number of affiliates on a page. The server assumes 25.
            userid: Only the affiliate of this client.
            visitors: Only affiliates with this number of visitors.
            paytype: Only affiliates with this kind of commission; an empty text is the default
                kind.
            payamount: Only affiliates with this commission of their own.
            onetime: True for affiliates who are paid once per referral, false for the others.
            balance: Only affiliates with this balance.
            withdrawn: Only affiliates with this total of withdrawals.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            One page: ``affiliates`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getaffiliates/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_AFFILIATES,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "userid": userid,
                "visitors": visitors,
                "paytype": paytype,
                "payamount": payamount,
                "onetime": onetime,
                "balance": balance,
                "withdrawn": withdrawn,
            },
            extra,
            timeout,
        )

    def iter_affiliates(
        self,
        *,
        limitstart: int | None = None,
        userid: int | None = None,
        visitors: int | None = None,
        paytype: AffiliatePaytype | None = None,
        payamount: Amount | None = None,
        onetime: bool | None = None,
        balance: Amount | None = None,
        withdrawn: Amount | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[Affiliate]:
        """Every record of ``get_affiliates``, page after page, fetched as they are needed.

        Takes the parameters of ``get_affiliates``. It ends when all records have come, on an
        empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            An iterator over ``Affiliate``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_AFFILIATES,
            {
                "limitstart": limitstart,
                "userid": userid,
                "visitors": visitors,
                "paytype": paytype,
                "payamount": payamount,
                "onetime": onetime,
                "balance": balance,
                "withdrawn": withdrawn,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )
