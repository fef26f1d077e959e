"""Models of the group users."""

from collections.abc import Mapping
from datetime import datetime as DateTime
from typing import ClassVar

from pydantic import Field

from .._runtime.defaults import no_items
from .._runtime.model import Model
from .._runtime.paging import Page


class UserResponse(Model):
    """The user that was added or changed."""

    result: str | None = None
    user_id: int | None = None
    """User ID."""


class PermissionsListResponse(Model):
    """What GetPermissionsList answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"permissions": "permission"}

    result: str | None = None
    status: str | None = None
    """Stands in for `result` where that is not sent."""
    permissions: list[str] = Field(default_factory=no_items)


class UserPermissionsResponse(Model):
    """What GetUserPermissions answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"permissions": "permission"}

    result: str | None = None
    permissions: list[str] = Field(default_factory=no_items)


class UserClient(Model):
    """A client that a user has access to."""

    id: int | None = None
    """Client ID."""
    isOwner: bool | None = None
    """Whether the user owns the client."""


class User(Model):
    """A user, who logs in with an email address and has access to clients."""

    id: int | None = None
    """User ID."""
    firstname: str | None = None
    lastname: str | None = None
    email: str | None = None
    datecreated: DateTime | None = None
    validationdata: str | None = None
    """What an identity check answered, empty for none."""
    clients: list[UserClient] = Field(default_factory=no_items)
    """The clients that the user has access to."""


class UsersListResponse(Page):
    """What GetUsers answers."""

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    users: list[User] = Field(default_factory=no_items)
