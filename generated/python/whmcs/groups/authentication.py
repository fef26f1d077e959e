"""The group Authentication: its operations as data, and the methods that call them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .._runtime.aliases import Extra, Timeout
from .._runtime.operation import Condition, Operation, Param, Requirement
from .._runtime.secret import hide
from .._runtime.session import AsyncSession, Session
from ..enums import CreateOAuthCredentialGrantType, SortDirection
from ..models.authentication import (
    CreateOAuthCredentialResponse,
    DeleteOAuthCredentialResponse,
    OAuthCredentialsListResponse,
    SsoTokenResponse,
    UpdateOAuthCredentialResponse,
    ValidateLoginResponse,
)

VALIDATE_LOGIN: Final[Operation[ValidateLoginResponse]] = Operation(
    action="ValidateLogin",
    group="Authentication",
    effect="write",
    params=(
        Param("email", "text", required=True),
        Param("password2", "text", required=True, sensitive=True),
    ),
    response=ValidateLoginResponse,
    errors=("Email or Password Invalid",),
    docs="https://developers.whmcs.com/api-reference/validatelogin/",
)
CREATE_SSO_TOKEN: Final[Operation[SsoTokenResponse]] = Operation(
    action="CreateSsoToken",
    group="Authentication",
    effect="write",
    params=(
        Param("client_id", "integer"),
        Param(
            "admin_user",
            "text",
            deprecated="WHMCS does not know it and ignores it; tokens are for users, see `user_id`.",
        ),
        Param(
            "sso_destination",
            "text",
            deprecated="WHMCS does not know it and ignores it; use `destination`.",
        ),
        Param("user_id", "integer"),
        Param("destination", "text"),
        Param("service_id", "integer"),
        Param("domain_id", "integer"),
        Param("sso_redirect_path", "text"),
    ),
    response=SsoTokenResponse,
    requires=(Requirement(any=("client_id", "user_id")),),
    errors=(
        "Invalid client_id",
        "Invalid user_id",
        "Invalid user_id for client",
        "A valid client_id or user_id is required",
        "Invalid destination",
        "Token could not be provisioned: x",
        "SSO authentication blocked for client x",
    ),
    docs="https://developers.whmcs.com/api-reference/createssotoken/",
)
CREATE_OAUTH_CREDENTIAL: Final[Operation[CreateOAuthCredentialResponse]] = Operation(
    action="CreateOAuthCredential",
    group="Authentication",
    effect="write",
    params=(
        Param("grantType", "text", required=True, values=("authorization_code", "single_sign_on")),
        Param("scope", "text", required=True),
        Param("name", "text"),
        Param("serviceId", "integer"),
        Param("description", "text"),
        Param("logoUri", "text"),
        Param("redirectUri", "text"),
    ),
    response=CreateOAuthCredentialResponse,
    requires=(
        Requirement(all=("name",), when=(Condition("grantType", values=("authorization_code",)),)),
        Requirement(all=("serviceId",), when=(Condition("grantType", values=("single_sign_on",)),)),
    ),
    errors=(
        "A valid grant type is required.",
        'The requested grant type "x" is invalid.',
        "A name for the Client Credential is required.",
        "A service ID is required for the single sign-on grant type.",
        "At least one valid scope is required.",
        'The requested scope "x" is invalid.',
        "A valid Service ID is required.",
        "Service ID not associated with valid Client.",
    ),
    docs="https://developers.whmcs.com/api-reference/createoauthcredential/",
)
DELETE_OAUTH_CREDENTIAL: Final[Operation[DeleteOAuthCredentialResponse]] = Operation(
    action="DeleteOAuthCredential",
    group="Authentication",
    effect="destructive",
    params=(Param("credentialId", "integer", required=True),),
    response=DeleteOAuthCredentialResponse,
    errors=("Invalid Credential ID provided.",),
    docs="https://developers.whmcs.com/api-reference/deleteoauthcredential/",
)
LIST_OAUTH_CREDENTIALS: Final[Operation[OAuthCredentialsListResponse]] = Operation(
    action="ListOAuthCredentials",
    group="Authentication",
    effect="read",
    params=(
        Param("grantType", "text", values=("authorization_code", "single_sign_on")),
        Param("sortField", "text"),
        Param("sortOrder", "text", values=("ASC", "DESC")),
        Param("limit", "integer"),
    ),
    response=OAuthCredentialsListResponse,
    docs="https://developers.whmcs.com/api-reference/listoauthcredentials/",
)
UPDATE_OAUTH_CREDENTIAL: Final[Operation[UpdateOAuthCredentialResponse]] = Operation(
    action="UpdateOAuthCredential",
    group="Authentication",
    effect="write",
    params=(
        Param("credentialId", "integer"),
        Param("clientApiIdentifier", "text"),
        Param("name", "text"),
        Param("description", "text"),
        Param("grantType", "text", values=("authorization_code", "single_sign_on")),
        Param("scope", "text"),
        Param("serviceId", "integer"),
        Param("logoUri", "text"),
        Param("redirectUri", "text", shape="list"),
        Param("resetSecret", "boolean"),
    ),
    response=UpdateOAuthCredentialResponse,
    requires=(Requirement(any=("credentialId", "clientApiIdentifier")),),
    errors=(
        "A Credential ID or Client Identifier is required.",
        "Invalid Credential ID provided.",
        "Invalid Client Identifier provided.",
        'The requested grant type "xxxxx" is invalid.',
        "A name for the Client Credential is required.",
        "A service ID is required for the single sign-on grant type.",
        'The requested scope "xxxxxxx" is invalid.',
    ),
    docs="https://developers.whmcs.com/api-reference/updateoauthcredential/",
)


class Authentication:
    """OAuth and SSO authentication operations."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def validate_login(
        self,
        *,
        email: str,
        password2: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ValidateLoginResponse:
        """Validate Login.

        Check the email address and password of a user. A match starts a session and counts as
        the last login. Prefer CreateSsoToken for remote login.

        Args:
            email: Email address that the user logs in with.
            password2: Password to check.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ValidateLoginResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Email or Password Invalid".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/validatelogin/
        """
        password2 = hide(password2)
        extra = hide(extra)
        return self._session.call(
            VALIDATE_LOGIN,
            {"email": email, "password2": password2},
            extra,
            timeout,
        )

    def create_sso_token(
        self,
        *,
        client_id: int | None = None,
        admin_user: str | None = None,
        sso_destination: str | None = None,
        user_id: int | None = None,
        destination: str | None = None,
        service_id: int | None = None,
        domain_id: int | None = None,
        sso_redirect_path: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SsoTokenResponse:
        """Create SSO Token.

        Create a token that logs a client's user in once, within 60 seconds, without password,
        captcha or second factor. Verify who asks for it before handing it out.

        At least one of ``client_id`` or ``user_id`` is needed.

        Args:
            client_id: Client ID; whose account to log in to.
            admin_user: Admin username to create SSO token for. Deprecated: WHMCS does not know
                it and ignores it; tokens are for users, see `user_id`.
            sso_destination: Destination URL after SSO redirect. Deprecated: WHMCS does not know
                it and ignores it; use `destination`.
            user_id: User ID; the owner of the client where it is left out.
            destination: Where the user arrives, such as `clientarea:services`; the client
                area's home page by default.
            service_id: Service ID, for a destination that shows a service.
            domain_id: Domain ID, for a destination that shows a domain.
            sso_redirect_path: Relative path, for the destination `sso:custom_redirect`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SsoTokenResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid client_id",
                "Invalid user_id", "Invalid user_id for client", "A valid client_id or user_id
                is required", "Invalid destination", "Token could not be provisioned: x", "SSO
                authentication blocked for client x".

        Effect: write. Since 7.10.0.
        Documentation: https://developers.whmcs.com/api-reference/createssotoken/
        """
        extra = hide(extra)
        return self._session.call(
            CREATE_SSO_TOKEN,
            {
                "client_id": client_id,
                "admin_user": admin_user,
                "sso_destination": sso_destination,
                "user_id": user_id,
                "destination": destination,
                "service_id": service_id,
                "domain_id": domain_id,
                "sso_redirect_path": sso_redirect_path,
            },
            extra,
            timeout,
        )

    def create_oauth_credential(
        self,
        *,
        grantType: CreateOAuthCredentialGrantType,
        scope: str,
        name: str | None = None,
        serviceId: int | None = None,
        description: str | None = None,
        logoUri: str | None = None,
        redirectUri: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CreateOAuthCredentialResponse:
        """Create OAuth Credential.

        Create an OAuth credential. One for `authorization_code` needs a name, one for
        `single_sign_on` a service.

        Needed where ``grantType`` is ``authorization_code``: ``name``.
        Needed where ``grantType`` is ``single_sign_on``: ``serviceId``.

        Args:
            grantType: What the credential is for.
            scope: Scopes separated by spaces, such as `clientarea:sso clientarea:billing_info`.
            name: Name; required for `authorization_code`.
            serviceId: Service ID; required for `single_sign_on`.
            description: What the credential is used for.
            logoUri: Logo image; a URL or a path relative to the client area.
            redirectUri: Address that users may be sent back to.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``CreateOAuthCredentialResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "A valid grant type is
                required.", "The requested grant type "x" is invalid.", "A name for the Client
                Credential is required.", "A service ID is required for the single sign-on grant
                type.", "At least one valid scope is required.", "The requested scope "x" is
                invalid.", "A valid Service ID is required.", "Service ID not associated with
                valid Client.".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/createoauthcredential/
        """
        extra = hide(extra)
        return self._session.call(
            CREATE_OAUTH_CREDENTIAL,
            {
                "grantType": grantType,
                "scope": scope,
                "name": name,
                "serviceId": serviceId,
                "description": description,
                "logoUri": logoUri,
                "redirectUri": redirectUri,
            },
            extra,
            timeout,
        )

    def delete_oauth_credential(
        self,
        *,
        credentialId: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DeleteOAuthCredentialResponse:
        """Delete OAuth Credential.

        Delete an OAuth credential for good.

        Args:
            credentialId: Credential ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DeleteOAuthCredentialResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid Credential ID
                provided.".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deleteoauthcredential/
        """
        extra = hide(extra)
        return self._session.call(
            DELETE_OAUTH_CREDENTIAL,
            {"credentialId": credentialId},
            extra,
            timeout,
        )

    def list_oauth_credentials(
        self,
        *,
        grantType: CreateOAuthCredentialGrantType | None = None,
        sortField: str | None = None,
        sortOrder: SortDirection | None = None,
        limit: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> OAuthCredentialsListResponse:
        """List OAuth Credentials.

        Retrieve the OAuth credentials that match, with their secrets.

        Args:
            grantType: Only credentials of this grant type.
            sortField: Field to sort by.
            sortOrder: Direction of sorting.
            limit: Number of credentials to retrieve; there is no offset.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``clients`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/listoauthcredentials/
        """
        extra = hide(extra)
        return self._session.call(
            LIST_OAUTH_CREDENTIALS,
            {
                "grantType": grantType,
                "sortField": sortField,
                "sortOrder": sortOrder,
                "limit": limit,
            },
            extra,
            timeout,
        )

    def update_oauth_credential(
        self,
        *,
        credentialId: int | None = None,
        clientApiIdentifier: str | None = None,
        name: str | None = None,
        description: str | None = None,
        grantType: CreateOAuthCredentialGrantType | None = None,
        scope: str | None = None,
        serviceId: int | None = None,
        logoUri: str | None = None,
        redirectUri: Sequence[str | None] | None = None,
        resetSecret: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateOAuthCredentialResponse:
        """Update OAuth Credential.

        Update the given fields of an OAuth credential, found by ID or client identifier.

        At least one of ``credentialId`` or ``clientApiIdentifier`` is needed.

        Args:
            credentialId: Credential ID.
            clientApiIdentifier: Client identifier of the credential, in place of
                `credentialId`.
            name: Name.
            description: What the credential is used for.
            grantType: What the credential is for.
            scope: Scopes separated by spaces, as CreateOAuthCredential takes them.
            serviceId: Service ID; required for `single_sign_on`.
            logoUri: Logo image; a URL or a path relative to the client area.
            redirectUri: Addresses that users may be sent back to.
            resetSecret: Get a new secret.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateOAuthCredentialResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "A Credential ID or Client
                Identifier is required.", "Invalid Credential ID provided.", "Invalid Client
                Identifier provided.", "The requested grant type "xxxxx" is invalid.", "A name
                for the Client Credential is required.", "A service ID is required for the
                single sign-on grant type.", "The requested scope "xxxxxxx" is invalid.".

        Effect: write. Since 6.2.0.
        Documentation: https://developers.whmcs.com/api-reference/updateoauthcredential/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_OAUTH_CREDENTIAL,
            {
                "credentialId": credentialId,
                "clientApiIdentifier": clientApiIdentifier,
                "name": name,
                "description": description,
                "grantType": grantType,
                "scope": scope,
                "serviceId": serviceId,
                "logoUri": logoUri,
                "redirectUri": redirectUri,
                "resetSecret": resetSecret,
            },
            extra,
            timeout,
        )


class AsyncAuthentication:
    """OAuth and SSO authentication operations."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def validate_login(
        self,
        *,
        email: str,
        password2: str,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ValidateLoginResponse:
        """Validate Login.

        Check the email address and password of a user. A match starts a session and counts as
        the last login. Prefer CreateSsoToken for remote login.

        Args:
            email: Email address that the user logs in with.
            password2: Password to check.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ValidateLoginResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Email or Password Invalid".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/validatelogin/
        """
        password2 = hide(password2)
        extra = hide(extra)
        return await self._session.call(
            VALIDATE_LOGIN,
            {"email": email, "password2": password2},
            extra,
            timeout,
        )

    async def create_sso_token(
        self,
        *,
        client_id: int | None = None,
        admin_user: str | None = None,
        sso_destination: str | None = None,
        user_id: int | None = None,
        destination: str | None = None,
        service_id: int | None = None,
        domain_id: int | None = None,
        sso_redirect_path: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SsoTokenResponse:
        """Create SSO Token.

        Create a token that logs a client's user in once, within 60 seconds, without password,
        captcha or second factor. Verify who asks for it before handing it out.

        At least one of ``client_id`` or ``user_id`` is needed.

        Args:
            client_id: Client ID; whose account to log in to.
            admin_user: Admin username to create SSO token for. Deprecated: WHMCS does not know
                it and ignores it; tokens are for users, see `user_id`.
            sso_destination: Destination URL after SSO redirect. Deprecated: WHMCS does not know
                it and ignores it; use `destination`.
            user_id: User ID; the owner of the client where it is left out.
            destination: Where the user arrives, such as `clientarea:services`; the client
                area's home page by default.
            service_id: Service ID, for a destination that shows a service.
            domain_id: Domain ID, for a destination that shows a domain.
            sso_redirect_path: Relative path, for the destination `sso:custom_redirect`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SsoTokenResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid client_id",
                "Invalid user_id", "Invalid user_id for client", "A valid client_id or user_id
                is required", "Invalid destination", "Token could not be provisioned: x", "SSO
                authentication blocked for client x".

        Effect: write. Since 7.10.0.
        Documentation: https://developers.whmcs.com/api-reference/createssotoken/
        """
        extra = hide(extra)
        return await self._session.call(
            CREATE_SSO_TOKEN,
            {
                "client_id": client_id,
                "admin_user": admin_user,
                "sso_destination": sso_destination,
                "user_id": user_id,
                "destination": destination,
                "service_id": service_id,
                "domain_id": domain_id,
                "sso_redirect_path": sso_redirect_path,
            },
            extra,
            timeout,
        )

    async def create_oauth_credential(
        self,
        *,
        grantType: CreateOAuthCredentialGrantType,
        scope: str,
        name: str | None = None,
        serviceId: int | None = None,
        description: str | None = None,
        logoUri: str | None = None,
        redirectUri: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CreateOAuthCredentialResponse:
        """Create OAuth Credential.

        Create an OAuth credential. One for `authorization_code` needs a name, one for
        `single_sign_on` a service.

        Needed where ``grantType`` is ``authorization_code``: ``name``.
        Needed where ``grantType`` is ``single_sign_on``: ``serviceId``.

        Args:
            grantType: What the credential is for.
            scope: Scopes separated by spaces, such as `clientarea:sso clientarea:billing_info`.
            name: Name; required for `authorization_code`.
            serviceId: Service ID; required for `single_sign_on`.
            description: What the credential is used for.
            logoUri: Logo image; a URL or a path relative to the client area.
            redirectUri: Address that users may be sent back to.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``CreateOAuthCredentialResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "A valid grant type is
                required.", "The requested grant type "x" is invalid.", "A name for the Client
                Credential is required.", "A service ID is required for the single sign-on grant
                type.", "At least one valid scope is required.", "The requested scope "x" is
                invalid.", "A valid Service ID is required.", "Service ID not associated with
                valid Client.".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/createoauthcredential/
        """
        extra = hide(extra)
        return await self._session.call(
            CREATE_OAUTH_CREDENTIAL,
            {
                "grantType": grantType,
                "scope": scope,
                "name": name,
                "serviceId": serviceId,
                "description": description,
                "logoUri": logoUri,
                "redirectUri": redirectUri,
            },
            extra,
            timeout,
        )

    async def delete_oauth_credential(
        self,
        *,
        credentialId: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DeleteOAuthCredentialResponse:
        """Delete OAuth Credential.

        Delete an OAuth credential for good.

        Args:
            credentialId: Credential ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DeleteOAuthCredentialResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid Credential ID
                provided.".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deleteoauthcredential/
        """
        extra = hide(extra)
        return await self._session.call(
            DELETE_OAUTH_CREDENTIAL,
            {"credentialId": credentialId},
            extra,
            timeout,
        )

    async def list_oauth_credentials(
        self,
        *,
        grantType: CreateOAuthCredentialGrantType | None = None,
        sortField: str | None = None,
        sortOrder: SortDirection | None = None,
        limit: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> OAuthCredentialsListResponse:
        """List OAuth Credentials.

        Retrieve the OAuth credentials that match, with their secrets.

        Args:
            grantType: Only credentials of this grant type.
            sortField: Field to sort by.
            sortOrder: Direction of sorting.
            limit: Number of credentials to retrieve; there is no offset.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``clients`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/listoauthcredentials/
        """
        extra = hide(extra)
        return await self._session.call(
            LIST_OAUTH_CREDENTIALS,
            {
                "grantType": grantType,
                "sortField": sortField,
                "sortOrder": sortOrder,
                "limit": limit,
            },
            extra,
            timeout,
        )

    async def update_oauth_credential(
        self,
        *,
        credentialId: int | None = None,
        clientApiIdentifier: str | None = None,
        name: str | None = None,
        description: str | None = None,
        grantType: CreateOAuthCredentialGrantType | None = None,
        scope: str | None = None,
        serviceId: int | None = None,
        logoUri: str | None = None,
        redirectUri: Sequence[str | None] | None = None,
        resetSecret: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateOAuthCredentialResponse:
        """Update OAuth Credential.

        Update the given fields of an OAuth credential, found by ID or client identifier.

        At least one of ``credentialId`` or ``clientApiIdentifier`` is needed.

        Args:
            credentialId: Credential ID.
            clientApiIdentifier: Client identifier of the credential, in place of
                `credentialId`.
            name: Name.
            description: What the credential is used for.
            grantType: What the credential is for.
            scope: Scopes separated by spaces, as CreateOAuthCredential takes them.
            serviceId: Service ID; required for `single_sign_on`.
            logoUri: Logo image; a URL or a path relative to the client area.
            redirectUri: Addresses that users may be sent back to.
            resetSecret: Get a new secret.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateOAuthCredentialResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "A Credential ID or Client
                Identifier is required.", "Invalid Credential ID provided.", "Invalid Client
                Identifier provided.", "The requested grant type "xxxxx" is invalid.", "A name
                for the Client Credential is required.", "A service ID is required for the
                single sign-on grant type.", "The requested scope "xxxxxxx" is invalid.".

        Effect: write. Since 6.2.0.
        Documentation: https://developers.whmcs.com/api-reference/updateoauthcredential/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_OAUTH_CREDENTIAL,
            {
                "credentialId": credentialId,
                "clientApiIdentifier": clientApiIdentifier,
                "name": name,
                "description": description,
                "grantType": grantType,
                "scope": scope,
                "serviceId": serviceId,
                "logoUri": logoUri,
                "redirectUri": redirectUri,
                "resetSecret": resetSecret,
            },
            extra,
            timeout,
        )
