"""The clients: an address, credentials, and one attribute for each group of actions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NoReturn, Self

import httpx

from ._runtime.credentials import from_environment
from ._runtime.options import DEFAULT_TIMEOUT, Options, Timeout
from ._runtime.secret import hide
from ._runtime.session import AsyncSession, Session

if TYPE_CHECKING:
    from ._runtime.hooks import Hook
    from ._runtime.retry import Retry
    from .groups.affiliates import Affiliates, AsyncAffiliates
    from .groups.authentication import AsyncAuthentication, Authentication
    from .groups.billing import AsyncBilling, Billing
    from .groups.clients import AsyncClients, Clients
    from .groups.domains import AsyncDomains, Domains
    from .groups.orders import AsyncOrders, Orders
    from .groups.projects import AsyncProjects, Projects
    from .groups.services import AsyncServices, Services
    from .groups.support import AsyncSupport, Support
    from .groups.system import AsyncSystem, System
    from .groups.users import AsyncUsers, Users


class Whmcs:
    """The WHMCS API of one installation. Threads may share one.

    Args:
        url: Address of the installation; the endpoint is found below it.
        identifier, secret: Sign in with these.
        username, password: Or these, which is advised against: needs legacy_login.
        accesskey: Sent along where it is given.
        http_client: Your own, for proxies, certificates or connection limits; you close it.
        timeout: Seconds for each step of a call; an httpx.Timeout, or TimeLimits with a total
            of their own.
        retries: Attempts after the first one, for reads only; or a Retry.
        strict: Raise UnreadableValueError where a value contradicts its documented type.
        rate_limit: Calls a second, evenly spaced; None for no limit.
        concurrency: Calls under way at once; None for no limit.
        hook: Called with a CallEvent after every request.
        allow_http: Send credentials over plain http to other machines.
        legacy_login: Allow the ways to sign in that are advised against.
        user_agent: What the server's log says; None for the name of this package.

    Raises:
        ConfigurationError: The address, the credentials or an option cannot be used.
    """

    def __init__(
        self,
        url: str,
        *,
        identifier: str | None = None,
        secret: str | None = None,
        username: str | None = None,
        password: str | None = None,
        accesskey: str | None = None,
        http_client: httpx.Client | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        retries: Retry | int = 2,
        strict: bool = False,
        rate_limit: float | None = None,
        concurrency: int | None = None,
        hook: Hook | None = None,
        allow_http: bool = False,
        legacy_login: bool = False,
        user_agent: str | None = None,
    ) -> None:
        url = hide(url)
        identifier = hide(identifier)
        secret = hide(secret)
        username = hide(username)
        password = hide(password)
        accesskey = hide(accesskey)
        self._session = Session(
            url,
            {
                "identifier": identifier,
                "secret": secret,
                "username": username,
                "password": password,
                "accesskey": accesskey,
            },
            Options(
                timeout=timeout,
                retries=retries,
                strict=strict,
                rate_limit=rate_limit,
                concurrency=concurrency,
                hook=hook,
                allow_http=allow_http,
                legacy_login=legacy_login,
                user_agent=user_agent,
            ),
            http_client,
        )

    @classmethod
    def from_env(
        cls,
        *,
        http_client: httpx.Client | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        retries: Retry | int = 2,
        strict: bool = False,
        rate_limit: float | None = None,
        concurrency: int | None = None,
        hook: Hook | None = None,
        allow_http: bool = False,
        legacy_login: bool = False,
        user_agent: str | None = None,
    ) -> Self:
        """A client for the address and the credentials in environment variables.

        Reads ``WHMCS_URL``, ``WHMCS_IDENTIFIER``, ``WHMCS_SECRET``, ``WHMCS_USERNAME``,
        ``WHMCS_PASSWORD``, ``WHMCS_ACCESS_KEY``. The arguments are those of the class.

        Raises:
            ConfigurationError: Variables are missing; the message names them.
        """
        url, found = from_environment(legacy_login=legacy_login)
        return cls(
            url,
            identifier=found.get("identifier"),
            secret=found.get("secret"),
            username=found.get("username"),
            password=found.get("password"),
            accesskey=found.get("accesskey"),
            http_client=http_client,
            timeout=timeout,
            retries=retries,
            strict=strict,
            rate_limit=rate_limit,
            concurrency=concurrency,
            hook=hook,
            allow_http=allow_http,
            legacy_login=legacy_login,
            user_agent=user_agent,
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}({vars(self).get('_session')!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a client holds credentials and connections: it cannot be pickled")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections; an http_client handed in stays open."""
        self._session.close()

    def call(
        self,
        action: str,
        params: Mapping[str, object] | None = None,
        *,
        effect: Literal["read", "write", "destructive"] = "write",
        timeout: Timeout | None = None,
    ) -> dict[str, Any] | list[Any]:
        """The JSON that any action answers, one of your own or one newer than this package.

        It is sent once, unless ``effect="read"`` says that sending it again does no harm.
        """
        params = hide(params)
        return self._session.call_unknown(
            action,
            params,
            effect=effect,
            timeout=timeout,
        )

    @cached_property
    def clients(self) -> Clients:
        """Client account management operations."""
        from .groups.clients import Clients

        return Clients(self._session)

    @cached_property
    def orders(self) -> Orders:
        """Orders, products and promotions."""
        from .groups.orders import Orders

        return Orders(self._session)

    @cached_property
    def billing(self) -> Billing:
        """Invoices, quotes, payments, transactions, credit and pay methods."""
        from .groups.billing import Billing

        return Billing(self._session)

    @cached_property
    def domains(self) -> Domains:
        """Domain registration and management."""
        from .groups.domains import Domains

        return Domains(self._session)

    @cached_property
    def support(self) -> Support:
        """Ticket and announcement management."""
        from .groups.support import Support

        return Support(self._session)

    @cached_property
    def services(self) -> Services:
        """Hosting and service provisioning."""
        from .groups.services import Services

        return Services(self._session)

    @cached_property
    def system(self) -> System:
        """System administration and configuration."""
        from .groups.system import System

        return System(self._session)

    @cached_property
    def users(self) -> Users:
        """User account and permission management."""
        from .groups.users import Users

        return Users(self._session)

    @cached_property
    def authentication(self) -> Authentication:
        """OAuth and SSO authentication operations."""
        from .groups.authentication import Authentication

        return Authentication(self._session)

    @cached_property
    def projects(self) -> Projects:
        """Project management operations."""
        from .groups.projects import Projects

        return Projects(self._session)

    @cached_property
    def affiliates(self) -> Affiliates:
        """Affiliate management operations."""
        from .groups.affiliates import Affiliates

        return Affiliates(self._session)


class AsyncWhmcs:
    """The WHMCS API of one installation. For asyncio.

    Args:
        url: Address of the installation; the endpoint is found below it.
        identifier, secret: Sign in with these.
        username, password: Or these, which is advised against: needs legacy_login.
        accesskey: Sent along where it is given.
        http_client: Your own, for proxies, certificates or connection limits; you close it.
        timeout: Seconds for each step of a call; an httpx.Timeout, or TimeLimits with a total
            of their own.
        retries: Attempts after the first one, for reads only; or a Retry.
        strict: Raise UnreadableValueError where a value contradicts its documented type.
        rate_limit: Calls a second, evenly spaced; None for no limit.
        concurrency: Calls under way at once; None for no limit.
        hook: Called with a CallEvent after every request.
        allow_http: Send credentials over plain http to other machines.
        legacy_login: Allow the ways to sign in that are advised against.
        user_agent: What the server's log says; None for the name of this package.

    Raises:
        ConfigurationError: The address, the credentials or an option cannot be used.
    """

    def __init__(
        self,
        url: str,
        *,
        identifier: str | None = None,
        secret: str | None = None,
        username: str | None = None,
        password: str | None = None,
        accesskey: str | None = None,
        http_client: httpx.AsyncClient | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        retries: Retry | int = 2,
        strict: bool = False,
        rate_limit: float | None = None,
        concurrency: int | None = None,
        hook: Hook | None = None,
        allow_http: bool = False,
        legacy_login: bool = False,
        user_agent: str | None = None,
    ) -> None:
        url = hide(url)
        identifier = hide(identifier)
        secret = hide(secret)
        username = hide(username)
        password = hide(password)
        accesskey = hide(accesskey)
        self._session = AsyncSession(
            url,
            {
                "identifier": identifier,
                "secret": secret,
                "username": username,
                "password": password,
                "accesskey": accesskey,
            },
            Options(
                timeout=timeout,
                retries=retries,
                strict=strict,
                rate_limit=rate_limit,
                concurrency=concurrency,
                hook=hook,
                allow_http=allow_http,
                legacy_login=legacy_login,
                user_agent=user_agent,
            ),
            http_client,
        )

    @classmethod
    def from_env(
        cls,
        *,
        http_client: httpx.AsyncClient | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        retries: Retry | int = 2,
        strict: bool = False,
        rate_limit: float | None = None,
        concurrency: int | None = None,
        hook: Hook | None = None,
        allow_http: bool = False,
        legacy_login: bool = False,
        user_agent: str | None = None,
    ) -> Self:
        """A client for the address and the credentials in environment variables.

        Reads ``WHMCS_URL``, ``WHMCS_IDENTIFIER``, ``WHMCS_SECRET``, ``WHMCS_USERNAME``,
        ``WHMCS_PASSWORD``, ``WHMCS_ACCESS_KEY``. The arguments are those of the class.

        Raises:
            ConfigurationError: Variables are missing; the message names them.
        """
        url, found = from_environment(legacy_login=legacy_login)
        return cls(
            url,
            identifier=found.get("identifier"),
            secret=found.get("secret"),
            username=found.get("username"),
            password=found.get("password"),
            accesskey=found.get("accesskey"),
            http_client=http_client,
            timeout=timeout,
            retries=retries,
            strict=strict,
            rate_limit=rate_limit,
            concurrency=concurrency,
            hook=hook,
            allow_http=allow_http,
            legacy_login=legacy_login,
            user_agent=user_agent,
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}({vars(self).get('_session')!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a client holds credentials and connections: it cannot be pickled")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Closes the connections; an http_client handed in stays open."""
        await self._session.aclose()

    async def call(
        self,
        action: str,
        params: Mapping[str, object] | None = None,
        *,
        effect: Literal["read", "write", "destructive"] = "write",
        timeout: Timeout | None = None,
    ) -> dict[str, Any] | list[Any]:
        """The JSON that any action answers, one of your own or one newer than this package.

        It is sent once, unless ``effect="read"`` says that sending it again does no harm.
        """
        params = hide(params)
        return await self._session.call_unknown(
            action,
            params,
            effect=effect,
            timeout=timeout,
        )

    @cached_property
    def clients(self) -> AsyncClients:
        """Client account management operations."""
        from .groups.clients import AsyncClients

        return AsyncClients(self._session)

    @cached_property
    def orders(self) -> AsyncOrders:
        """Orders, products and promotions."""
        from .groups.orders import AsyncOrders

        return AsyncOrders(self._session)

    @cached_property
    def billing(self) -> AsyncBilling:
        """Invoices, quotes, payments, transactions, credit and pay methods."""
        from .groups.billing import AsyncBilling

        return AsyncBilling(self._session)

    @cached_property
    def domains(self) -> AsyncDomains:
        """Domain registration and management."""
        from .groups.domains import AsyncDomains

        return AsyncDomains(self._session)

    @cached_property
    def support(self) -> AsyncSupport:
        """Ticket and announcement management."""
        from .groups.support import AsyncSupport

        return AsyncSupport(self._session)

    @cached_property
    def services(self) -> AsyncServices:
        """Hosting and service provisioning."""
        from .groups.services import AsyncServices

        return AsyncServices(self._session)

    @cached_property
    def system(self) -> AsyncSystem:
        """System administration and configuration."""
        from .groups.system import AsyncSystem

        return AsyncSystem(self._session)

    @cached_property
    def users(self) -> AsyncUsers:
        """User account and permission management."""
        from .groups.users import AsyncUsers

        return AsyncUsers(self._session)

    @cached_property
    def authentication(self) -> AsyncAuthentication:
        """OAuth and SSO authentication operations."""
        from .groups.authentication import AsyncAuthentication

        return AsyncAuthentication(self._session)

    @cached_property
    def projects(self) -> AsyncProjects:
        """Project management operations."""
        from .groups.projects import AsyncProjects

        return AsyncProjects(self._session)

    @cached_property
    def affiliates(self) -> AsyncAffiliates:
        """Affiliate management operations."""
        from .groups.affiliates import AsyncAffiliates

        return AsyncAffiliates(self._session)
