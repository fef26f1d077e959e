"""Models of the group authentication."""

from typing import ClassVar

from pydantic import Field

from .._runtime.defaults import no_items
from .._runtime.model import Model


class ValidateLoginResponse(Model):
    """What ValidateLogin answers."""

    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("passwordhash",))

    result: str | None = None
    userid: int | None = None
    """User ID."""
    passwordhash: str | None = None
    """Session token, put into the session as `login_auth_tk` to log the user in. Not sent where
    the user has two-factor authentication.
    """
    twoFactorEnabled: bool | None = None
    """Whether the user has two-factor authentication."""


class SsoTokenResponse(Model):
    """What CreateSsoToken answers."""

    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("access_token", "redirect_url"))

    result: str | None = None
    access_token: str | None = None
    """SSO access token."""
    redirect_url: str | None = None
    """URL to redirect client to for SSO login."""


class CreateOAuthCredentialResponse(Model):
    """What CreateOAuthCredential answers."""

    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("clientSecret",))

    result: str | None = None
    credentialId: int | None = None
    """Credential ID."""
    clientIdentifier: str | None = None
    """Generated client identifier."""
    clientSecret: str | None = None
    """Generated secret."""


class DeleteOAuthCredentialResponse(Model):
    """What DeleteOAuthCredential answers."""

    result: str | None = None
    credentialId: int | None = None
    """Credential ID."""


class OAuthCredential(Model):
    """What an application uses to talk to WHMCS over OAuth."""

    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("clientSecret",))

    credentialId: int | None = None
    """Credential ID."""
    name: str | None = None
    description: str | None = None
    grantTypes: str | None = None
    """Grant types separated by spaces."""
    scope: str | None = None
    """Scopes separated by spaces."""
    clientIdentifier: str | None = None
    clientSecret: str | None = None
    uuid: str | None = None
    serviceId: int | None = None
    """Service ID of a `single_sign_on` credential."""
    logoUri: str | None = None
    redirectUri: list[str] = Field(default_factory=no_items)
    """Addresses that users may be sent back to."""
    rsaKeyPairId: int | None = None
    createdAt: str | None = None
    """Date and time as the server writes them."""
    updatedAt: str | None = None
    """Date and time as the server writes them."""


class OAuthCredentialsListResponse(Model):
    """What ListOAuthCredentials answers."""

    result: str | None = None
    clients: list[OAuthCredential] = Field(default_factory=no_items)


class UpdateOAuthCredentialResponse(Model):
    """What UpdateOAuthCredential answers."""

    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("newClientSecret",))

    result: str | None = None
    credentialId: int | None = None
    """Credential ID."""
    newClientSecret: str | None = None
    """Sent only where `resetSecret` was true."""
