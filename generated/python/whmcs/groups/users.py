"""The group Users: its operations as data, and the methods that call them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Final

from .._runtime.aliases import Extra, Timeout
from .._runtime.operation import Encoding, Operation, Paged, Param, Requirement
from .._runtime.secret import hide
from .._runtime.session import AsyncSession, Session
from ..enums import SortDirection
from ..models.shared import SuccessResponse
from ..models.users import (
    AddUserResponse,
    PermissionsListResponse,
    UpdateUserResponse,
    User,
    UserPermissionsResponse,
    UsersListResponse,
)

ADD_USER: Final[Operation[AddUserResponse]] = Operation(
    action="AddUser",
    group="Users",
    effect="write",
    params=(
        Param("firstname", "text", required=True),
        Param("lastname", "text", required=True),
        Param("email", "text", required=True),
        Param("password2", "text", required=True, sensitive=True),
        Param("language", "text"),
    ),
    response=AddUserResponse,
    errors=(
        "You did not enter a first name",
        "You did not enter a last name",
        "You did not enter an email address",
        "You did not enter a password",
        "The email address entered is not valid",
        "A user already exists with that email address",
    ),
    docs="https://developers.whmcs.com/api-reference/adduser/",
)
CREATE_CLIENT_INVITE: Final[Operation[SuccessResponse]] = Operation(
    action="CreateClientInvite",
    group="Users",
    effect="write",
    params=(
        Param("client_id", "integer", required=True),
        Param("email", "text", required=True),
        Param("permissions", "text", shape="list", required=True, encoding=Encoding(kind="comma")),
    ),
    response=SuccessResponse,
    errors=(
        "Email is required",
        "Invalid client id",
        "The email address entered is not valid",
        "User permissions are required",
        "User already associated with client",
    ),
    docs="https://developers.whmcs.com/api-reference/createclientinvite/",
)
DELETE_USER_CLIENT: Final[Operation[SuccessResponse]] = Operation(
    action="DeleteUserClient",
    group="Users",
    effect="destructive",
    params=(
        Param("user_id", "integer", required=True),
        Param("client_id", "integer", required=True),
    ),
    response=SuccessResponse,
    errors=(
        "Invalid user id",
        "Invalid client id",
        "User is not associated with client",
        "You cannot remove the account owner",
    ),
    docs="https://developers.whmcs.com/api-reference/deleteuserclient/",
)
GET_PERMISSIONS_LIST: Final[Operation[PermissionsListResponse]] = Operation(
    action="GetPermissionsList",
    group="Users",
    effect="read",
    params=(),
    response=PermissionsListResponse,
    docs="https://developers.whmcs.com/api-reference/getpermissionslist/",
)
GET_USER_PERMISSIONS: Final[Operation[UserPermissionsResponse]] = Operation(
    action="GetUserPermissions",
    group="Users",
    effect="read",
    params=(
        Param("user_id", "integer", required=True),
        Param("client_id", "integer", required=True),
    ),
    response=UserPermissionsResponse,
    errors=("Invalid user id", "Invalid client id", "User is not associated with client"),
    docs="https://developers.whmcs.com/api-reference/getuserpermissions/",
)
GET_USERS: Final[Paged[UsersListResponse, User]] = Paged(
    action="GetUsers",
    group="Users",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
        Param("sorting", "text", values=("ASC", "DESC")),
        Param("search", "text"),
    ),
    response=UsersListResponse,
    records="users",
    docs="https://developers.whmcs.com/api-reference/getusers/",
)
RESET_PASSWORD: Final[Operation[SuccessResponse]] = Operation(
    action="ResetPassword",
    group="Users",
    effect="write",
    params=(
        Param("id", "integer"),
        Param("email", "text"),
    ),
    response=SuccessResponse,
    requires=(Requirement(any=("id", "email")),),
    errors=(
        "Please provide a valid email address",
        "User Not Found",
        "Please enter the email address or provide the id",
    ),
    docs="https://developers.whmcs.com/api-reference/resetpassword/",
)
UPDATE_USER: Final[Operation[UpdateUserResponse]] = Operation(
    action="UpdateUser",
    group="Users",
    effect="write",
    params=(
        Param("user_id", "integer", required=True),
        Param("firstname", "text"),
        Param("lastname", "text"),
        Param("email", "text"),
        Param("language", "text"),
    ),
    response=UpdateUserResponse,
    requires=(Requirement(any=("email", "firstname", "lastname", "language")),),
    errors=(
        "Invalid User ID requested",
        "One of `email`, `firstname`, `lastname`, or `language` is required",
        "The email address entered is not valid",
        "A user already exists with that email address",
    ),
    docs="https://developers.whmcs.com/api-reference/updateuser/",
)
UPDATE_USER_PERMISSIONS: Final[Operation[SuccessResponse]] = Operation(
    action="UpdateUserPermissions",
    group="Users",
    effect="write",
    params=(
        Param("user_id", "integer", required=True),
        Param("client_id", "integer", required=True),
        Param("permissions", "text", shape="list", required=True, encoding=Encoding(kind="comma")),
    ),
    response=SuccessResponse,
    errors=(
        "Invalid user id",
        "Invalid client id",
        "Permissions cannot be set on a client owner",
        "Missing permissions definition",
        "User is not associated with client",
    ),
    docs="https://developers.whmcs.com/api-reference/updateuserpermissions/",
)


class Users:
    """User account and permission management."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_user(
        self,
        *,
        firstname: str,
        lastname: str,
        email: str,
        password2: str,
        language: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddUserResponse:
        """Add User.

        Add a user, who can log in but has no access to any client yet.

        Args:
            firstname: First name.
            lastname: Last name.
            email: Email address that the user logs in with.
            password2: Password that the user logs in with.
            language: Default language by its full name, such as `english` or `french`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddUserResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "You did not enter a first
                name", "You did not enter a last name", "You did not enter an email address",
                "You did not enter a password", "The email address entered is not valid", "A
                user already exists with that email address".

        Effect: write. Since 8.0.0.
        Documentation: https://developers.whmcs.com/api-reference/adduser/
        """
        password2 = hide(password2)
        extra = hide(extra)
        return self._session.call(
            ADD_USER,
            {
                "firstname": firstname,
                "lastname": lastname,
                "email": email,
                "password2": password2,
                "language": language,
            },
            extra,
            timeout,
        )

    def create_client_invite(
        self,
        *,
        client_id: int,
        email: str,
        permissions: Sequence[str | None],
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Create Client Invite.

        Invite someone by email to manage a client account.

        Args:
            client_id: Client ID.
            email: Whom to invite.
            permissions: What the user may do, such as `products` and `tickets`; see
                GetPermissionsList.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Email is required",
                "Invalid client id", "The email address entered is not valid", "User permissions
                are required", "User already associated with client".

        Effect: write. Since 8.0.0.
        Documentation: https://developers.whmcs.com/api-reference/createclientinvite/
        """
        extra = hide(extra)
        return self._session.call(
            CREATE_CLIENT_INVITE,
            {"client_id": client_id, "email": email, "permissions": permissions},
            extra,
            timeout,
        )

    def delete_user_client(
        self,
        *,
        user_id: int,
        client_id: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Delete User Client.

        Take a user's access to a client away. The user and the client stay; an owner cannot be
        removed.

        Args:
            user_id: User ID.
            client_id: Client ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid user id", "Invalid
                client id", "User is not associated with client", "You cannot remove the account
                owner".

        Effect: destructive. Since 8.0.0.
        Documentation: https://developers.whmcs.com/api-reference/deleteuserclient/
        """
        extra = hide(extra)
        return self._session.call(
            DELETE_USER_CLIENT,
            {"user_id": user_id, "client_id": client_id},
            extra,
            timeout,
        )

    def get_permissions_list(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> PermissionsListResponse:
        """Get Permissions List.

        Retrieve the names of all permissions that a user can have for a client.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``permissions`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getpermissionslist/
        """
        extra = hide(extra)
        return self._session.call(GET_PERMISSIONS_LIST, {}, extra, timeout)

    def get_user_permissions(
        self,
        *,
        user_id: int,
        client_id: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UserPermissionsResponse:
        """Get User Permissions.

        Retrieve what a user may do for a client.

        Args:
            user_id: User ID.
            client_id: Client ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``permissions`` holds the records.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid user id", "Invalid
                client id", "User is not associated with client".

        Effect: read. Since 8.0.0.
        Documentation: https://developers.whmcs.com/api-reference/getuserpermissions/
        """
        extra = hide(extra)
        return self._session.call(
            GET_USER_PERMISSIONS,
            {"user_id": user_id, "client_id": client_id},
            extra,
            timeout,
        )

    def get_users(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        sorting: SortDirection | None = None,
        search: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UsersListResponse:
        """Get Users.

        Retrieve the users that match, one page at a time.

        Args:
            limitstart: Offset of the first user, from 0. The server assumes 0.
            limitnum: Number of users on a page. The server assumes 25.
            sorting: Direction of sorting. The server assumes ASC.
            search: Start of the email address, first name, last name or full name.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``users`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read. Since 8.1.0.
        Documentation: https://developers.whmcs.com/api-reference/getusers/
        """
        extra = hide(extra)
        return self._session.call(
            GET_USERS,
            {"limitstart": limitstart, "limitnum": limitnum, "sorting": sorting, "search": search},
            extra,
            timeout,
        )

    def iter_users(
        self,
        *,
        limitstart: int | None = None,
        sorting: SortDirection | None = None,
        search: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[User]:
        """Every record of ``get_users``, page after page, fetched as they are needed.

        Takes the parameters of ``get_users``. It ends when all records have come, on an empty
        page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``User``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_USERS,
            {"limitstart": limitstart, "sorting": sorting, "search": search},
            page_size,
            max_records,
            extra,
            timeout,
        )

    def reset_password(
        self,
        *,
        id: int | None = None,
        email: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Reset Password.

        Start the password reset of a user, found by ID or email address.

        At least one of ``id`` or ``email`` is needed.

        Args:
            id: User ID; not a client ID.
            email: Email address of the user, in place of `id`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Please provide a valid
                email address", "User Not Found", "Please enter the email address or provide the
                id".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/resetpassword/
        """
        extra = hide(extra)
        return self._session.call(RESET_PASSWORD, {"id": id, "email": email}, extra, timeout)

    def update_user(
        self,
        *,
        user_id: int,
        firstname: str | None = None,
        lastname: str | None = None,
        email: str | None = None,
        language: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateUserResponse:
        """Update User.

        Update the given fields of a user; at least one is needed.

        At least one of ``email``, ``firstname``, ``lastname`` or ``language`` is needed.

        Args:
            user_id: User ID.
            firstname: First name.
            lastname: Last name.
            email: Email address that the user logs in with.
            language: Default language by its full name, such as `english` or `french`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateUserResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid User ID requested",
                "One of `email`, `firstname`, `lastname`, or `language` is required", "The email
                address entered is not valid", "A user already exists with that email address".

        Effect: write. Since 8.0.0.
        Documentation: https://developers.whmcs.com/api-reference/updateuser/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_USER,
            {
                "user_id": user_id,
                "firstname": firstname,
                "lastname": lastname,
                "email": email,
                "language": language,
            },
            extra,
            timeout,
        )

    def update_user_permissions(
        self,
        *,
        user_id: int,
        client_id: int,
        permissions: Sequence[str | None],
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Update User Permissions.

        Set what a user may do for a client. An owner may do everything and has no permissions
        to set.

        Args:
            user_id: User ID.
            client_id: Client ID.
            permissions: All that the user may do, such as `domains`; see GetPermissionsList.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid user id", "Invalid
                client id", "Permissions cannot be set on a client owner", "Missing permissions
                definition", "User is not associated with client".

        Effect: write. Since 8.0.0.
        Documentation: https://developers.whmcs.com/api-reference/updateuserpermissions/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_USER_PERMISSIONS,
            {"user_id": user_id, "client_id": client_id, "permissions": permissions},
            extra,
            timeout,
        )


class AsyncUsers:
    """User account and permission management."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add_user(
        self,
        *,
        firstname: str,
        lastname: str,
        email: str,
        password2: str,
        language: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddUserResponse:
        """Add User.

        Add a user, who can log in but has no access to any client yet.

        Args:
            firstname: First name.
            lastname: Last name.
            email: Email address that the user logs in with.
            password2: Password that the user logs in with.
            language: Default language by its full name, such as `english` or `french`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddUserResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "You did not enter a first
                name", "You did not enter a last name", "You did not enter an email address",
                "You did not enter a password", "The email address entered is not valid", "A
                user already exists with that email address".

        Effect: write. Since 8.0.0.
        Documentation: https://developers.whmcs.com/api-reference/adduser/
        """
        password2 = hide(password2)
        extra = hide(extra)
        return await self._session.call(
            ADD_USER,
            {
                "firstname": firstname,
                "lastname": lastname,
                "email": email,
                "password2": password2,
                "language": language,
            },
            extra,
            timeout,
        )

    async def create_client_invite(
        self,
        *,
        client_id: int,
        email: str,
        permissions: Sequence[str | None],
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Create Client Invite.

        Invite someone by email to manage a client account.

        Args:
            client_id: Client ID.
            email: Whom to invite.
            permissions: What the user may do, such as `products` and `tickets`; see
                GetPermissionsList.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Email is required",
                "Invalid client id", "The email address entered is not valid", "User permissions
                are required", "User already associated with client".

        Effect: write. Since 8.0.0.
        Documentation: https://developers.whmcs.com/api-reference/createclientinvite/
        """
        extra = hide(extra)
        return await self._session.call(
            CREATE_CLIENT_INVITE,
            {"client_id": client_id, "email": email, "permissions": permissions},
            extra,
            timeout,
        )

    async def delete_user_client(
        self,
        *,
        user_id: int,
        client_id: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Delete User Client.

        Take a user's access to a client away. The user and the client stay; an owner cannot be
        removed.

        Args:
            user_id: User ID.
            client_id: Client ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid user id", "Invalid
                client id", "User is not associated with client", "You cannot remove the account
                owner".

        Effect: destructive. Since 8.0.0.
        Documentation: https://developers.whmcs.com/api-reference/deleteuserclient/
        """
        extra = hide(extra)
        return await self._session.call(
            DELETE_USER_CLIENT,
            {"user_id": user_id, "client_id": client_id},
            extra,
            timeout,
        )

    async def get_permissions_list(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> PermissionsListResponse:
        """Get Permissions List.

        Retrieve the names of all permissions that a user can have for a client.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``permissions`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getpermissionslist/
        """
        extra = hide(extra)
        return await self._session.call(GET_PERMISSIONS_LIST, {}, extra, timeout)

    async def get_user_permissions(
        self,
        *,
        user_id: int,
        client_id: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UserPermissionsResponse:
        """Get User Permissions.

        Retrieve what a user may do for a client.

        Args:
            user_id: User ID.
            client_id: Client ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``permissions`` holds the records.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid user id", "Invalid
                client id", "User is not associated with client".

        Effect: read. Since 8.0.0.
        Documentation: https://developers.whmcs.com/api-reference/getuserpermissions/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_USER_PERMISSIONS,
            {"user_id": user_id, "client_id": client_id},
            extra,
            timeout,
        )

    async def get_users(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        sorting: SortDirection | None = None,
        search: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UsersListResponse:
        """Get Users.

        Retrieve the users that match, one page at a time.

        Args:
            limitstart: Offset of the first user, from 0. The server assumes 0.
            limitnum: Number of users on a page. The server assumes 25.
            sorting: Direction of sorting. The server assumes ASC.
            search: Start of the email address, first name, last name or full name.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``users`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read. Since 8.1.0.
        Documentation: https://developers.whmcs.com/api-reference/getusers/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_USERS,
            {"limitstart": limitstart, "limitnum": limitnum, "sorting": sorting, "search": search},
            extra,
            timeout,
        )

    def iter_users(
        self,
        *,
        limitstart: int | None = None,
        sorting: SortDirection | None = None,
        search: str | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[User]:
        """Every record of ``get_users``, page after page, fetched as they are needed.

        Takes the parameters of ``get_users``. It ends when all records have come, on an empty
        page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``User``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_USERS,
            {"limitstart": limitstart, "sorting": sorting, "search": search},
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def reset_password(
        self,
        *,
        id: int | None = None,
        email: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Reset Password.

        Start the password reset of a user, found by ID or email address.

        At least one of ``id`` or ``email`` is needed.

        Args:
            id: User ID; not a client ID.
            email: Email address of the user, in place of `id`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Please provide a valid
                email address", "User Not Found", "Please enter the email address or provide the
                id".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/resetpassword/
        """
        extra = hide(extra)
        return await self._session.call(RESET_PASSWORD, {"id": id, "email": email}, extra, timeout)

    async def update_user(
        self,
        *,
        user_id: int,
        firstname: str | None = None,
        lastname: str | None = None,
        email: str | None = None,
        language: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateUserResponse:
        """Update User.

        Update the given fields of a user; at least one is needed.

        At least one of ``email``, ``firstname``, ``lastname`` or ``language`` is needed.

        Args:
            user_id: User ID.
            firstname: First name.
            lastname: Last name.
            email: Email address that the user logs in with.
            language: Default language by its full name, such as `english` or `french`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateUserResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid User ID requested",
                "One of `email`, `firstname`, `lastname`, or `language` is required", "The email
                address entered is not valid", "A user already exists with that email address".

        Effect: write. Since 8.0.0.
        Documentation: https://developers.whmcs.com/api-reference/updateuser/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_USER,
            {
                "user_id": user_id,
                "firstname": firstname,
                "lastname": lastname,
                "email": email,
                "language": language,
            },
            extra,
            timeout,
        )

    async def update_user_permissions(
        self,
        *,
        user_id: int,
        client_id: int,
        permissions: Sequence[str | None],
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Update User Permissions.

        Set what a user may do for a client. An owner may do everything and has no permissions
        to set.

        Args:
            user_id: User ID.
            client_id: Client ID.
            permissions: All that the user may do, such as `domains`; see GetPermissionsList.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invalid user id", "Invalid
                client id", "Permissions cannot be set on a client owner", "Missing permissions
                definition", "User is not associated with client".

        Effect: write. Since 8.0.0.
        Documentation: https://developers.whmcs.com/api-reference/updateuserpermissions/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_USER_PERMISSIONS,
            {"user_id": user_id, "client_id": client_id, "permissions": permissions},
            extra,
            timeout,
        )
