"""The group Support: its operations as data, and the methods that call them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Final

from .._runtime.aliases import DateTimeInput, Extra, FilePath, Keyed, Timeout
from .._runtime.operation import Condition, Encoding, Operation, Paged, Param, Requirement
from .._runtime.secret import hide
from .._runtime.session import AsyncSession, Session
from ..enums import CancellationRequestType, GetTicketAttachmentType, SortDirection, TicketPriority
from ..inputs import TicketAttachmentInput
from ..models.shared import SuccessResponse
from ..models.support import (
    AddAnnouncementResponse,
    AddCancelRequestResponse,
    AddClientNoteResponse,
    Announcement,
    AnnouncementsListResponse,
    BlockTicketSenderResponse,
    DeleteAnnouncementResponse,
    DepartmentsListResponse,
    MergeTicketResponse,
    OpenTicketResponse,
    PredefinedRepliesListResponse,
    PredefinedReplyCategoriesListResponse,
    SupportStatusesListResponse,
    Ticket,
    TicketAttachmentResponse,
    TicketCountsResponse,
    TicketNotesListResponse,
    TicketResponse,
    TicketsListResponse,
    UpdateTicketReplyResponse,
    UpdateTicketResponse,
)

GET_TICKETS: Final[Paged[TicketsListResponse, Ticket]] = Paged(
    action="GetTickets",
    group="Support",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
        Param("clientid", "integer"),
        Param("deptid", "integer"),
        Param("status", "text"),
        Param("subject", "text"),
        Param("email", "text"),
        Param("ignore_dept_assignments", "boolean"),
    ),
    response=TicketsListResponse,
    records="tickets",
    docs="https://developers.whmcs.com/api-reference/gettickets/",
)
OPEN_TICKET: Final[Operation[OpenTicketResponse]] = Operation(
    action="OpenTicket",
    group="Support",
    effect="write",
    params=(
        Param("deptid", "integer", required=True),
        Param("subject", "text", required=True),
        Param("message", "text", required=True),
        Param("priority", "text", values=("Low", "Medium", "High")),
        Param("clientid", "integer"),
        Param("name", "text"),
        Param("email", "text"),
        Param("userid", "integer", since="8.5"),
        Param("contactid", "integer"),
        Param("created", "datetime", since="8.0"),
        Param("serviceid", "integer"),
        Param("domainid", "integer"),
        Param("admin", "boolean"),
        Param("noemail", "boolean", since="8.3"),
        Param("markdown", "boolean"),
        Param("customfields", "text", shape="map", encoding=Encoding(kind="php-serialize")),
        Param(
            "attachments",
            "object",
            shape="list",
            since="7.5",
            encoding=Encoding(kind="json-base64", file=("name", "data")),
            fields=(
                Param("name", "text", required=True),
                Param("data", "bytes", required=True),
            ),
        ),
        Param("preventClientClosure", "boolean", since="8.11"),
    ),
    response=OpenTicketResponse,
    requires=(
        Requirement(all=("name", "email"), unless=(Condition("clientid"),)),
        Requirement(none=("domainid",), when=(Condition("serviceid"),)),
    ),
    errors=(
        "Client ID Not Found",
        "The system cannot find the provided user ID.",
        "Contact ID Not Found",
        "Name and email address are required if not a client",
        "Department ID not found",
        "Subject is required",
        "Message is required",
        "Service ID Not Found",
        "Domain ID Not Found",
        "Email Address Invalid",
        "Invalid Date Format",
        "Ticket creation date cannot be in the future",
        "Unable to generate ticket number",
    ),
    docs="https://developers.whmcs.com/api-reference/openticket/",
)
ADD_TICKET_NOTE: Final[Operation[SuccessResponse]] = Operation(
    action="AddTicketNote",
    group="Support",
    effect="write",
    params=(
        Param("message", "text", required=True),
        Param("ticketnum", "text"),
        Param("ticketid", "integer"),
        Param("markdown", "boolean"),
        Param(
            "attachments",
            "object",
            shape="list",
            since="7.5",
            encoding=Encoding(kind="json-base64", file=("name", "data")),
            fields=(
                Param("name", "text", required=True),
                Param("data", "bytes", required=True),
            ),
        ),
        Param("created", "datetime", since="8.0"),
    ),
    response=SuccessResponse,
    requires=(Requirement(any=("ticketnum", "ticketid")),),
    errors=(
        "Ticket ID not found",
        "Message is required",
        "Invalid Date Format",
        "Ticket creation date cannot be in the future",
    ),
    docs="https://developers.whmcs.com/api-reference/addticketnote/",
)
ADD_TICKET_REPLY: Final[Operation[SuccessResponse]] = Operation(
    action="AddTicketReply",
    group="Support",
    effect="write",
    params=(
        Param("ticketid", "integer", required=True),
        Param("message", "text", required=True),
        Param("markdown", "boolean"),
        Param("clientid", "integer"),
        Param("contactid", "integer"),
        Param("adminusername", "text"),
        Param("name", "text"),
        Param("email", "text"),
        Param("status", "text"),
        Param("noemail", "boolean"),
        Param("customfields", "text", shape="map", encoding=Encoding(kind="php-serialize")),
        Param(
            "attachments",
            "object",
            shape="list",
            since="7.5",
            encoding=Encoding(kind="json-base64", file=("name", "data")),
            fields=(
                Param("name", "text", required=True),
                Param("data", "bytes", required=True),
            ),
        ),
        Param("created", "datetime", since="8.0"),
    ),
    response=SuccessResponse,
    requires=(
        Requirement(
            all=("name", "email"),
            unless=(
                Condition("clientid"),
                Condition("adminusername"),
            ),
        ),
    ),
    errors=(
        "Ticket ID not found",
        "Client ID Not Found",
        "Contact ID Not Found",
        "Name and email address are required if not a client",
        "Message is required",
        "Email Address Invalid",
        "Invalid Ticket Status",
        "Invalid Date Format",
        "Reply creation date cannot be in the future",
    ),
    docs="https://developers.whmcs.com/api-reference/addticketreply/",
)
BLOCK_TICKET_SENDER: Final[Operation[BlockTicketSenderResponse]] = Operation(
    action="BlockTicketSender",
    group="Support",
    effect="destructive",
    params=(
        Param("ticketid", "integer", required=True),
        Param("delete", "boolean"),
    ),
    response=BlockTicketSenderResponse,
    errors=("Ticket ID Required", "Ticket ID Not Found"),
    docs="https://developers.whmcs.com/api-reference/blockticketsender/",
)
DELETE_TICKET: Final[Operation[SuccessResponse]] = Operation(
    action="DeleteTicket",
    group="Support",
    effect="destructive",
    params=(Param("ticketid", "integer", required=True),),
    response=SuccessResponse,
    errors=("Ticket ID not found",),
    docs="https://developers.whmcs.com/api-reference/deleteticket/",
)
DELETE_TICKET_NOTE: Final[Operation[SuccessResponse]] = Operation(
    action="DeleteTicketNote",
    group="Support",
    effect="destructive",
    params=(Param("noteid", "integer", required=True),),
    response=SuccessResponse,
    errors=("Note ID Not Found",),
    docs="https://developers.whmcs.com/api-reference/deleteticketnote/",
)
DELETE_TICKET_REPLY: Final[Operation[SuccessResponse]] = Operation(
    action="DeleteTicketReply",
    group="Support",
    effect="destructive",
    params=(
        Param("ticketid", "integer", required=True),
        Param("replyid", "integer", required=True),
    ),
    response=SuccessResponse,
    errors=("Ticket ID Required", "Reply ID Required", "Ticket ID Not Found", "Reply ID Not Found"),
    docs="https://developers.whmcs.com/api-reference/deleteticketreply/",
)
MERGE_TICKET: Final[Operation[MergeTicketResponse]] = Operation(
    action="MergeTicket",
    group="Support",
    effect="destructive",
    params=(
        Param("ticketid", "integer", required=True),
        Param(
            "mergeticketids",
            "integer",
            shape="list",
            required=True,
            encoding=Encoding(kind="comma"),
        ),
        Param("newsubject", "text"),
    ),
    response=MergeTicketResponse,
    errors=(
        "Ticket ID Required",
        "Ticket ID Invalid",
        "Merge Ticket IDs Required",
        "Invalid Merge Ticket IDs: x, x...,",
    ),
    docs="https://developers.whmcs.com/api-reference/mergeticket/",
)
UPDATE_TICKET: Final[Operation[UpdateTicketResponse]] = Operation(
    action="UpdateTicket",
    group="Support",
    effect="write",
    params=(
        Param("ticketid", "integer", required=True),
        Param("deptid", "integer"),
        Param("status", "text"),
        Param("subject", "text"),
        Param("userid", "integer"),
        Param("name", "text"),
        Param("email", "text"),
        Param("cc", "text"),
        Param("priority", "text", values=("Low", "Medium", "High")),
        Param("created", "datetime", since="8.0"),
        Param("flag", "integer"),
        Param("removeFlag", "boolean"),
        Param("message", "text", since="7.7"),
        Param("markdown", "boolean"),
        Param("customfields", "text", shape="map", encoding=Encoding(kind="php-serialize")),
        Param("preventClientClosure", "boolean", since="8.11"),
    ),
    response=UpdateTicketResponse,
    errors=(
        "Ticket ID Not Found",
        "Department ID Not Found",
        "Invalid Ticket Priority. Valid priorities are: Low,Medium,High",
        "Invalid Ticket Status. Valid statuses are: xxx",
        "Invalid Date Format",
        "Ticket creation date cannot be in the future",
    ),
    docs="https://developers.whmcs.com/api-reference/updateticket/",
)
UPDATE_TICKET_REPLY: Final[Operation[UpdateTicketReplyResponse]] = Operation(
    action="UpdateTicketReply",
    group="Support",
    effect="write",
    params=(
        Param("replyid", "integer", required=True),
        Param("message", "text", required=True),
        Param("markdown", "boolean"),
        Param("created", "datetime", since="8.0"),
    ),
    response=UpdateTicketReplyResponse,
    errors=(
        "Reply ID Required",
        "Message is Required",
        "Reply ID Not Found",
        "Invalid Date Format",
        "Reply creation date cannot be in the future",
    ),
    docs="https://developers.whmcs.com/api-reference/updateticketreply/",
)
GET_TICKET: Final[Operation[TicketResponse]] = Operation(
    action="GetTicket",
    group="Support",
    effect="read",
    params=(
        Param("ticketnum", "text"),
        Param("ticketid", "integer"),
        Param("repliessort", "text", values=("ASC", "DESC")),
    ),
    response=TicketResponse,
    requires=(Requirement(any=("ticketnum", "ticketid")),),
    docs="https://developers.whmcs.com/api-reference/getticket/",
)
GET_TICKET_ATTACHMENT: Final[Operation[TicketAttachmentResponse]] = Operation(
    action="GetTicketAttachment",
    group="Support",
    effect="read",
    params=(
        Param("relatedid", "integer", required=True),
        Param("type", "text", required=True, values=("ticket", "reply", "note")),
        Param("index", "integer", required=True),
    ),
    response=TicketAttachmentResponse,
    errors=(
        "Related ID Required",
        "Invalid Type. Must be one of ticket, reply, note",
        "Related ID Not Found",
        "Attachment Index Required",
        "No Attachments Found",
        "Attachments Deleted",
        "Invalid Attachment Index",
    ),
    docs="https://developers.whmcs.com/api-reference/getticketattachment/",
)
GET_TICKET_COUNTS: Final[Operation[TicketCountsResponse]] = Operation(
    action="GetTicketCounts",
    group="Support",
    effect="read",
    params=(
        Param("ignoreDepartmentAssignments", "boolean"),
        Param("includeCountsByStatus", "boolean"),
    ),
    response=TicketCountsResponse,
    docs="https://developers.whmcs.com/api-reference/getticketcounts/",
)
GET_TICKET_NOTES: Final[Operation[TicketNotesListResponse]] = Operation(
    action="GetTicketNotes",
    group="Support",
    effect="read",
    params=(Param("ticketid", "integer", required=True),),
    response=TicketNotesListResponse,
    docs="https://developers.whmcs.com/api-reference/getticketnotes/",
)
ADD_ANNOUNCEMENT: Final[Operation[AddAnnouncementResponse]] = Operation(
    action="AddAnnouncement",
    group="Support",
    effect="write",
    params=(
        Param("date", "datetime", required=True),
        Param("title", "text", required=True),
        Param("announcement", "text", required=True),
        Param("published", "boolean"),
    ),
    response=AddAnnouncementResponse,
    docs="https://developers.whmcs.com/api-reference/addannouncement/",
)
ADD_CANCEL_REQUEST: Final[Operation[AddCancelRequestResponse]] = Operation(
    action="AddCancelRequest",
    group="Support",
    effect="write",
    params=(
        Param("serviceid", "integer", required=True),
        Param("type", "text", values=("Immediate", "End of Billing Period")),
        Param("reason", "text"),
    ),
    response=AddCancelRequestResponse,
    errors=("Service ID Not Found", "Existing Cancellation Request Exists"),
    docs="https://developers.whmcs.com/api-reference/addcancelrequest/",
)
ADD_CLIENT_NOTE: Final[Operation[AddClientNoteResponse]] = Operation(
    action="AddClientNote",
    group="Support",
    effect="write",
    params=(
        Param("userid", "integer", required=True),
        Param("notes", "text", required=True),
        Param("sticky", "boolean"),
    ),
    response=AddClientNoteResponse,
    errors=("Client ID not found", "Notes can not be empty"),
    docs="https://developers.whmcs.com/api-reference/addclientnote/",
)
DELETE_ANNOUNCEMENT: Final[Operation[DeleteAnnouncementResponse]] = Operation(
    action="DeleteAnnouncement",
    group="Support",
    effect="destructive",
    params=(Param("announcementid", "integer", required=True),),
    response=DeleteAnnouncementResponse,
    docs="https://developers.whmcs.com/api-reference/deleteannouncement/",
)
GET_ANNOUNCEMENTS: Final[Paged[AnnouncementsListResponse, Announcement]] = Paged(
    action="GetAnnouncements",
    group="Support",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
    ),
    response=AnnouncementsListResponse,
    records="announcements",
    docs="https://developers.whmcs.com/api-reference/getannouncements/",
)
GET_SUPPORT_DEPARTMENTS: Final[Operation[DepartmentsListResponse]] = Operation(
    action="GetSupportDepartments",
    group="Support",
    effect="read",
    params=(Param("ignore_dept_assignments", "boolean"),),
    response=DepartmentsListResponse,
    docs="https://developers.whmcs.com/api-reference/getsupportdepartments/",
)
GET_SUPPORT_STATUSES: Final[Operation[SupportStatusesListResponse]] = Operation(
    action="GetSupportStatuses",
    group="Support",
    effect="read",
    params=(Param("deptid", "integer"),),
    response=SupportStatusesListResponse,
    docs="https://developers.whmcs.com/api-reference/getsupportstatuses/",
)
GET_TICKET_PREDEFINED_CATS: Final[Operation[PredefinedReplyCategoriesListResponse]] = Operation(
    action="GetTicketPredefinedCats",
    group="Support",
    effect="read",
    params=(),
    response=PredefinedReplyCategoriesListResponse,
    docs="https://developers.whmcs.com/api-reference/getticketpredefinedcats/",
)
GET_TICKET_PREDEFINED_REPLIES: Final[Operation[PredefinedRepliesListResponse]] = Operation(
    action="GetTicketPredefinedReplies",
    group="Support",
    effect="read",
    params=(Param("catid", "integer"),),
    response=PredefinedRepliesListResponse,
    docs="https://developers.whmcs.com/api-reference/getticketpredefinedreplies/",
)


class Support:
    """Ticket and announcement management."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get_tickets(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        clientid: int | None = None,
        deptid: int | None = None,
        status: str | None = None,
        subject: str | None = None,
        email: str | None = None,
        ignore_dept_assignments: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> TicketsListResponse:
        """Get Tickets.

        Retrieve the tickets that match, one page at a time.

        Args:
            limitstart: Offset of the first ticket, from 0. The server assumes 0.
            limitnum: Number of tickets on a page. The server assumes 25.
            clientid: Only tickets of this client.
            deptid: Only tickets of this department.
            status: Only tickets with this status: any of GetSupportStatuses, or `Awaiting
                Reply`, `All Active Tickets` or `My Flagged Tickets`.
            subject: Only tickets with a subject like this one.
            email: Only tickets of this sender who is no client.
            ignore_dept_assignments: Include the departments that the administrator of the API
                credentials does not belong to.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``tickets`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/gettickets/
        """
        extra = hide(extra)
        return self._session.call(
            GET_TICKETS,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "clientid": clientid,
                "deptid": deptid,
                "status": status,
                "subject": subject,
                "email": email,
                "ignore_dept_assignments": ignore_dept_assignments,
            },
            extra,
            timeout,
        )

    def iter_tickets(
        self,
        *,
        limitstart: int | None = None,
        clientid: int | None = None,
        deptid: int | None = None,
        status: str | None = None,
        subject: str | None = None,
        email: str | None = None,
        ignore_dept_assignments: bool | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[Ticket]:
        """Every record of ``get_tickets``, page after page, fetched as they are needed.

        Takes the parameters of ``get_tickets``. It ends when all records have come, on an empty
        page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``Ticket``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_TICKETS,
            {
                "limitstart": limitstart,
                "clientid": clientid,
                "deptid": deptid,
                "status": status,
                "subject": subject,
                "email": email,
                "ignore_dept_assignments": ignore_dept_assignments,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    def open_ticket(
        self,
        *,
        deptid: int,
        subject: str,
        message: str,
        priority: TicketPriority | None = None,
        clientid: int | None = None,
        name: str | None = None,
        email: str | None = None,
        userid: int | None = None,
        contactid: int | None = None,
        created: DateTimeInput | None = None,
        serviceid: int | None = None,
        domainid: int | None = None,
        admin: bool | None = None,
        noemail: bool | None = None,
        markdown: bool | None = None,
        customfields: Keyed[str] | None = None,
        attachments: Sequence[TicketAttachmentInput | FilePath] | None = None,
        preventClientClosure: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> OpenTicketResponse:
        """Open Ticket.

        Open a ticket for a client, or for a sender with a name and an email address.

        Needed: ``name`` and ``email``, unless ``clientid`` is given.
        Not to be given where ``serviceid`` is given: ``domainid``.

        Args:
            deptid: Department ID.
            subject: Subject.
            message: First message; see `markdown`.
            priority: Priority.
            clientid: Client who opens the ticket.
            name: Name of the sender; required without a client.
            email: Email address of the sender; required without a client.
            userid: User of the client who opens it; goes with `clientid`. Since 8.5.
            contactid: Contact of the client who opens it; goes with `clientid` and without
                `userid`.
            created: When the message shows as sent; not in the future. Since 8.0.
            serviceid: Service the ticket is about; not together with `domainid`.
            domainid: Domain the ticket is about; not together with `serviceid`.
            admin: Whether an administrator opens the ticket. Works only where WHMCS itself
                makes the call (localAPI) and names the administrator; elsewhere the client
                opens it all the same.
            noemail: Send no email about the ticket. Since 8.3.
            markdown: Show the message as Markdown.
            customfields: Values of custom fields by field ID.
            attachments: Files to attach. Since 7.5.
            preventClientClosure: Keep the client from closing the ticket; as the department
                says where absent. Since 8.11.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``OpenTicketResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found", "The
                system cannot find the provided user ID.", "Contact ID Not Found", "Name and
                email address are required if not a client", "Department ID not found", "Subject
                is required", "Message is required", "Service ID Not Found", "Domain ID Not
                Found", "Email Address Invalid", "Invalid Date Format", "Ticket creation date
                cannot be in the future", "Unable to generate ticket number".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/openticket/
        """
        extra = hide(extra)
        return self._session.call(
            OPEN_TICKET,
            {
                "deptid": deptid,
                "subject": subject,
                "message": message,
                "priority": priority,
                "clientid": clientid,
                "name": name,
                "email": email,
                "userid": userid,
                "contactid": contactid,
                "created": created,
                "serviceid": serviceid,
                "domainid": domainid,
                "admin": admin,
                "noemail": noemail,
                "markdown": markdown,
                "customfields": customfields,
                "attachments": attachments,
                "preventClientClosure": preventClientClosure,
            },
            extra,
            timeout,
        )

    def add_ticket_note(
        self,
        *,
        message: str,
        ticketnum: str | None = None,
        ticketid: int | None = None,
        markdown: bool | None = None,
        attachments: Sequence[TicketAttachmentInput | FilePath] | None = None,
        created: DateTimeInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Add Ticket Note.

        Write a note on a ticket, for staff alone.

        At least one of ``ticketnum`` or ``ticketid`` is needed.

        Args:
            message: Text of the note; see `markdown`.
            ticketnum: Ticket number that the client sees; this or `ticketid`.
            ticketid: ID of the ticket; this or `ticketnum`.
            markdown: Show the note as Markdown.
            attachments: Files to attach. Since 7.5.
            created: When the note shows as written; not in the future. Since 8.0.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Ticket ID not found",
                "Message is required", "Invalid Date Format", "Ticket creation date cannot be in
                the future".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addticketnote/
        """
        extra = hide(extra)
        return self._session.call(
            ADD_TICKET_NOTE,
            {
                "message": message,
                "ticketnum": ticketnum,
                "ticketid": ticketid,
                "markdown": markdown,
                "attachments": attachments,
                "created": created,
            },
            extra,
            timeout,
        )

    def add_ticket_reply(
        self,
        *,
        ticketid: int,
        message: str,
        markdown: bool | None = None,
        clientid: int | None = None,
        contactid: int | None = None,
        adminusername: str | None = None,
        name: str | None = None,
        email: str | None = None,
        status: str | None = None,
        noemail: bool | None = None,
        customfields: Keyed[str] | None = None,
        attachments: Sequence[TicketAttachmentInput | FilePath] | None = None,
        created: DateTimeInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Add Ticket Reply.

        Reply to a ticket as a client, an administrator, or a sender with a name and an email
        address.

        Needed: ``name`` and ``email``, unless ``clientid`` or ``adminusername`` is given.

        Args:
            ticketid: Ticket ID.
            message: Text of the reply; see `markdown`.
            markdown: Show the reply as Markdown.
            clientid: Client who replies.
            contactid: Contact who replies; goes with `clientid`.
            adminusername: Username of the administrator who replies.
            name: Name of a sender who is neither client nor administrator.
            email: Email address of a sender who is neither client nor administrator.
            status: Status that the ticket gets instead of the usual one after such a reply;
                GetSupportStatuses lists them.
            noemail: Send no email about the reply.
            customfields: New values of custom fields by field ID.
            attachments: Files to attach. Since 7.5.
            created: When the reply shows as sent; not in the future. Since 8.0.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Ticket ID not found",
                "Client ID Not Found", "Contact ID Not Found", "Name and email address are
                required if not a client", "Message is required", "Email Address Invalid",
                "Invalid Ticket Status", "Invalid Date Format", "Reply creation date cannot be
                in the future".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addticketreply/
        """
        extra = hide(extra)
        return self._session.call(
            ADD_TICKET_REPLY,
            {
                "ticketid": ticketid,
                "message": message,
                "markdown": markdown,
                "clientid": clientid,
                "contactid": contactid,
                "adminusername": adminusername,
                "name": name,
                "email": email,
                "status": status,
                "noemail": noemail,
                "customfields": customfields,
                "attachments": attachments,
                "created": created,
            },
            extra,
            timeout,
        )

    def block_ticket_sender(
        self,
        *,
        ticketid: int,
        delete: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> BlockTicketSenderResponse:
        """Block Ticket Sender.

        Block the unregistered sender of a ticket, and delete the ticket for good if asked to.

        Args:
            ticketid: ID of a ticket of the sender.
            delete: Delete the ticket as well.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``BlockTicketSenderResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Ticket ID Required",
                "Ticket ID Not Found".

        Effect: destructive. Since 7.10.0.
        Documentation: https://developers.whmcs.com/api-reference/blockticketsender/
        """
        extra = hide(extra)
        return self._session.call(
            BLOCK_TICKET_SENDER,
            {"ticketid": ticketid, "delete": delete},
            extra,
            timeout,
        )

    def delete_ticket(
        self,
        *,
        ticketid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Delete Ticket.

        Delete a ticket and all its replies for good.

        Args:
            ticketid: Ticket ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Ticket ID not found".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deleteticket/
        """
        extra = hide(extra)
        return self._session.call(DELETE_TICKET, {"ticketid": ticketid}, extra, timeout)

    def delete_ticket_note(
        self,
        *,
        noteid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Delete Ticket Note.

        Delete a note of a ticket for good.

        Args:
            noteid: Note ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Note ID Not Found".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deleteticketnote/
        """
        extra = hide(extra)
        return self._session.call(DELETE_TICKET_NOTE, {"noteid": noteid}, extra, timeout)

    def delete_ticket_reply(
        self,
        *,
        ticketid: int,
        replyid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Delete Ticket Reply.

        Delete one reply of a ticket for good.

        Args:
            ticketid: Ticket ID.
            replyid: Reply ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Ticket ID Required", "Reply
                ID Required", "Ticket ID Not Found", "Reply ID Not Found".

        Effect: destructive. Since 7.10.0.
        Documentation: https://developers.whmcs.com/api-reference/deleteticketreply/
        """
        extra = hide(extra)
        return self._session.call(
            DELETE_TICKET_REPLY,
            {"ticketid": ticketid, "replyid": replyid},
            extra,
            timeout,
        )

    def merge_ticket(
        self,
        *,
        ticketid: int,
        mergeticketids: Sequence[int | None],
        newsubject: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> MergeTicketResponse:
        """Merge Ticket.

        Merge tickets into one for good.

        Args:
            ticketid: ID of the ticket that takes in the others.
            mergeticketids: IDs of the tickets that go into it.
            newsubject: Subject from now on.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``MergeTicketResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Ticket ID Required",
                "Ticket ID Invalid", "Merge Ticket IDs Required", "Invalid Merge Ticket IDs: x,
                x...,".

        Effect: destructive. Since 7.10.0.
        Documentation: https://developers.whmcs.com/api-reference/mergeticket/
        """
        extra = hide(extra)
        return self._session.call(
            MERGE_TICKET,
            {"ticketid": ticketid, "mergeticketids": mergeticketids, "newsubject": newsubject},
            extra,
            timeout,
        )

    def update_ticket(
        self,
        *,
        ticketid: int,
        deptid: int | None = None,
        status: str | None = None,
        subject: str | None = None,
        userid: int | None = None,
        name: str | None = None,
        email: str | None = None,
        cc: str | None = None,
        priority: TicketPriority | None = None,
        created: DateTimeInput | None = None,
        flag: int | None = None,
        removeFlag: bool | None = None,
        message: str | None = None,
        markdown: bool | None = None,
        customfields: Keyed[str] | None = None,
        preventClientClosure: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateTicketResponse:
        """Update Ticket.

        Change a ticket or its first message.

        Args:
            ticketid: Ticket ID.
            deptid: ID of the department that takes the ticket over.
            status: New status; GetSupportStatuses lists them.
            subject: New subject.
            userid: Client that the ticket is to belong to.
            name: Name of a sender who is no client.
            email: Email address of a sender who is no client.
            cc: Email addresses that get copies.
            priority: New priority.
            created: When the first message shows as sent; not in the future. Since 8.0.
            flag: Administrator ID; the ticket is flagged to them.
            removeFlag: Take the flag off the ticket.
            message: New text of the first message. Since 7.7.
            markdown: Show the first message as Markdown.
            customfields: New values of custom fields by field ID.
            preventClientClosure: Keep the client from closing the ticket. Where absent, a
                ticket moved to a department that forbids it takes that over. Since 8.11.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateTicketResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Ticket ID Not Found",
                "Department ID Not Found", "Invalid Ticket Priority. Valid priorities are:
                Low,Medium,High", "Invalid Ticket Status. Valid statuses are: xxx", "Invalid
                Date Format", "Ticket creation date cannot be in the future".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateticket/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_TICKET,
            {
                "ticketid": ticketid,
                "deptid": deptid,
                "status": status,
                "subject": subject,
                "userid": userid,
                "name": name,
                "email": email,
                "cc": cc,
                "priority": priority,
                "created": created,
                "flag": flag,
                "removeFlag": removeFlag,
                "message": message,
                "markdown": markdown,
                "customfields": customfields,
                "preventClientClosure": preventClientClosure,
            },
            extra,
            timeout,
        )

    def update_ticket_reply(
        self,
        *,
        replyid: int,
        message: str,
        markdown: bool | None = None,
        created: DateTimeInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateTicketReplyResponse:
        """Update Ticket Reply.

        Change the text of a reply.

        Args:
            replyid: Reply ID.
            message: New text.
            markdown: Show the reply as Markdown; as before where absent.
            created: When the reply shows as sent; not in the future. Since 8.0.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateTicketReplyResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Reply ID Required",
                "Message is Required", "Reply ID Not Found", "Invalid Date Format", "Reply
                creation date cannot be in the future".

        Effect: write. Since 7.7.
        Documentation: https://developers.whmcs.com/api-reference/updateticketreply/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_TICKET_REPLY,
            {"replyid": replyid, "message": message, "markdown": markdown, "created": created},
            extra,
            timeout,
        )

    def get_ticket(
        self,
        *,
        ticketnum: str | None = None,
        ticketid: int | None = None,
        repliessort: SortDirection | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> TicketResponse:
        """Get Ticket.

        Retrieve a ticket with its replies and notes.

        At least one of ``ticketnum`` or ``ticketid`` is needed.

        Args:
            ticketnum: Ticket number that the client sees; this or `ticketid`.
            ticketid: ID of the ticket; this or `ticketnum`.
            repliessort: Order of the replies by time.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``TicketResponse``: A ticket with its replies and notes.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getticket/
        """
        extra = hide(extra)
        return self._session.call(
            GET_TICKET,
            {"ticketnum": ticketnum, "ticketid": ticketid, "repliessort": repliessort},
            extra,
            timeout,
        )

    def get_ticket_attachment(
        self,
        *,
        relatedid: int,
        type: GetTicketAttachmentType,
        index: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> TicketAttachmentResponse:
        """Get Ticket Attachment.

        Retrieve one file attached to a ticket, a reply or a note.

        Args:
            relatedid: ID of the ticket, reply or note, as `type` says.
            type: What the file is attached to.
            index: `index` of the file in `attachments`, from 0.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``TicketAttachmentResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Related ID Required",
                "Invalid Type. Must be one of ticket, reply, note", "Related ID Not Found",
                "Attachment Index Required", "No Attachments Found", "Attachments Deleted",
                "Invalid Attachment Index".

        Effect: read. Since 7.10.0.
        Documentation: https://developers.whmcs.com/api-reference/getticketattachment/
        """
        extra = hide(extra)
        return self._session.call(
            GET_TICKET_ATTACHMENT,
            {"relatedid": relatedid, "type": type, "index": index},
            extra,
            timeout,
        )

    def get_ticket_counts(
        self,
        *,
        ignoreDepartmentAssignments: bool | None = None,
        includeCountsByStatus: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> TicketCountsResponse:
        """Get Ticket Counts.

        Count the tickets that are active, that wait for a reply and that are flagged. Since 9.0
        only the departments of the administrator of the API credentials count, unless
        `ignoreDepartmentAssignments` is true.

        Args:
            ignoreDepartmentAssignments: Include the departments that the administrator of the
                API credentials does not belong to.
            includeCountsByStatus: Answer a count for each status as well.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``TicketCountsResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getticketcounts/
        """
        extra = hide(extra)
        return self._session.call(
            GET_TICKET_COUNTS,
            {
                "ignoreDepartmentAssignments": ignoreDepartmentAssignments,
                "includeCountsByStatus": includeCountsByStatus,
            },
            extra,
            timeout,
        )

    def get_ticket_notes(
        self,
        *,
        ticketid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> TicketNotesListResponse:
        """Get Ticket Notes.

        Retrieve all notes of a ticket.

        Args:
            ticketid: Ticket ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``notes`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getticketnotes/
        """
        extra = hide(extra)
        return self._session.call(GET_TICKET_NOTES, {"ticketid": ticketid}, extra, timeout)

    def add_announcement(
        self,
        *,
        date: DateTimeInput,
        title: str,
        announcement: str,
        published: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddAnnouncementResponse:
        """Add Announcement.

        Write an announcement, and publish it if asked to.

        Args:
            date: Date and time shown with it.
            title: Headline.
            announcement: Text.
            published: Show it to clients.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddAnnouncementResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addannouncement/
        """
        extra = hide(extra)
        return self._session.call(
            ADD_ANNOUNCEMENT,
            {"date": date, "title": title, "announcement": announcement, "published": published},
            extra,
            timeout,
        )

    def add_cancel_request(
        self,
        *,
        serviceid: int,
        type: CancellationRequestType | None = None,
        reason: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddCancelRequestResponse:
        """Add Cancel Request.

        Ask for the cancellation of a service, as its client would.

        Args:
            serviceid: Service ID.
            type: When the service is to end.
            reason: Reason that the client gives.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddCancelRequestResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID Not Found",
                "Existing Cancellation Request Exists".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addcancelrequest/
        """
        extra = hide(extra)
        return self._session.call(
            ADD_CANCEL_REQUEST,
            {"serviceid": serviceid, "type": type, "reason": reason},
            extra,
            timeout,
        )

    def add_client_note(
        self,
        *,
        userid: int,
        notes: str,
        sticky: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddClientNoteResponse:
        """Add Client Note.

        Write a note about a client, for staff alone.

        Args:
            userid: Client ID.
            notes: Text of the note.
            sticky: Show the note everywhere in the admin area where the client or their tickets
                appear.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddClientNoteResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID not found",
                "Notes can not be empty".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addclientnote/
        """
        extra = hide(extra)
        return self._session.call(
            ADD_CLIENT_NOTE,
            {"userid": userid, "notes": notes, "sticky": sticky},
            extra,
            timeout,
        )

    def delete_announcement(
        self,
        *,
        announcementid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DeleteAnnouncementResponse:
        """Delete Announcement.

        Delete an announcement; it cannot be restored.

        Args:
            announcementid: Announcement ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DeleteAnnouncementResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deleteannouncement/
        """
        extra = hide(extra)
        return self._session.call(
            DELETE_ANNOUNCEMENT,
            {"announcementid": announcementid},
            extra,
            timeout,
        )

    def get_announcements(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AnnouncementsListResponse:
        """Get Announcements.

        Retrieve the announcements, one page at a time.

        Args:
            limitstart: Offset of the first announcement, from 0. The server assumes 0.
            limitnum: Number of announcements on a page. The server assumes 25.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``announcements`` holds its records; the next begins at
            ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getannouncements/
        """
        extra = hide(extra)
        return self._session.call(
            GET_ANNOUNCEMENTS,
            {"limitstart": limitstart, "limitnum": limitnum},
            extra,
            timeout,
        )

    def iter_announcements(
        self,
        *,
        limitstart: int | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[Announcement]:
        """Every record of ``get_announcements``, page after page, fetched as they are needed.

        Takes the parameters of ``get_announcements``. It ends when all records have come, on an
        empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``Announcement``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_ANNOUNCEMENTS,
            {"limitstart": limitstart},
            page_size,
            max_records,
            extra,
            timeout,
        )

    def get_support_departments(
        self,
        *,
        ignore_dept_assignments: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DepartmentsListResponse:
        """Get Support Departments.

        Retrieve the support departments with how many tickets each has.

        Args:
            ignore_dept_assignments: Include the departments that the administrator of the API
                credentials does not belong to.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``departments`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getsupportdepartments/
        """
        extra = hide(extra)
        return self._session.call(
            GET_SUPPORT_DEPARTMENTS,
            {"ignore_dept_assignments": ignore_dept_assignments},
            extra,
            timeout,
        )

    def get_support_statuses(
        self,
        *,
        deptid: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SupportStatusesListResponse:
        """Get Support Statuses.

        Retrieve the statuses that tickets can have, with how many tickets have each.

        Args:
            deptid: Only count tickets of this department.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``statuses`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getsupportstatuses/
        """
        extra = hide(extra)
        return self._session.call(GET_SUPPORT_STATUSES, {"deptid": deptid}, extra, timeout)

    def get_ticket_predefined_cats(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> PredefinedReplyCategoriesListResponse:
        """Get Ticket Predefined Categories.

        Retrieve the categories of predefined replies.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``categories`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getticketpredefinedcats/
        """
        extra = hide(extra)
        return self._session.call(GET_TICKET_PREDEFINED_CATS, {}, extra, timeout)

    def get_ticket_predefined_replies(
        self,
        *,
        catid: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> PredefinedRepliesListResponse:
        """Get Ticket Predefined Replies.

        Retrieve the predefined replies.

        Args:
            catid: Only replies of this category.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``predefinedreplies`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getticketpredefinedreplies/
        """
        extra = hide(extra)
        return self._session.call(
            GET_TICKET_PREDEFINED_REPLIES,
            {"catid": catid},
            extra,
            timeout,
        )


class AsyncSupport:
    """Ticket and announcement management."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get_tickets(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        clientid: int | None = None,
        deptid: int | None = None,
        status: str | None = None,
        subject: str | None = None,
        email: str | None = None,
        ignore_dept_assignments: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> TicketsListResponse:
        """Get Tickets.

        Retrieve the tickets that match, one page at a time.

        Args:
            limitstart: Offset of the first ticket, from 0. The server assumes 0.
            limitnum: Number of tickets on a page. The server assumes 25.
            clientid: Only tickets of this client.
            deptid: Only tickets of this department.
            status: Only tickets with this status: any of GetSupportStatuses, or `Awaiting
                Reply`, `All Active Tickets` or `My Flagged Tickets`.
            subject: Only tickets with a subject like this one.
            email: Only tickets of this sender who is no client.
            ignore_dept_assignments: Include the departments that the administrator of the API
                credentials does not belong to.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``tickets`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/gettickets/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_TICKETS,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "clientid": clientid,
                "deptid": deptid,
                "status": status,
                "subject": subject,
                "email": email,
                "ignore_dept_assignments": ignore_dept_assignments,
            },
            extra,
            timeout,
        )

    def iter_tickets(
        self,
        *,
        limitstart: int | None = None,
        clientid: int | None = None,
        deptid: int | None = None,
        status: str | None = None,
        subject: str | None = None,
        email: str | None = None,
        ignore_dept_assignments: bool | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[Ticket]:
        """Every record of ``get_tickets``, page after page, fetched as they are needed.

        Takes the parameters of ``get_tickets``. It ends when all records have come, on an empty
        page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``Ticket``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_TICKETS,
            {
                "limitstart": limitstart,
                "clientid": clientid,
                "deptid": deptid,
                "status": status,
                "subject": subject,
                "email": email,
                "ignore_dept_assignments": ignore_dept_assignments,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def open_ticket(
        self,
        *,
        deptid: int,
        subject: str,
        message: str,
        priority: TicketPriority | None = None,
        clientid: int | None = None,
        name: str | None = None,
        email: str | None = None,
        userid: int | None = None,
        contactid: int | None = None,
        created: DateTimeInput | None = None,
        serviceid: int | None = None,
        domainid: int | None = None,
        admin: bool | None = None,
        noemail: bool | None = None,
        markdown: bool | None = None,
        customfields: Keyed[str] | None = None,
        attachments: Sequence[TicketAttachmentInput | FilePath] | None = None,
        preventClientClosure: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> OpenTicketResponse:
        """Open Ticket.

        Open a ticket for a client, or for a sender with a name and an email address.

        Needed: ``name`` and ``email``, unless ``clientid`` is given.
        Not to be given where ``serviceid`` is given: ``domainid``.

        Args:
            deptid: Department ID.
            subject: Subject.
            message: First message; see `markdown`.
            priority: Priority.
            clientid: Client who opens the ticket.
            name: Name of the sender; required without a client.
            email: Email address of the sender; required without a client.
            userid: User of the client who opens it; goes with `clientid`. Since 8.5.
            contactid: Contact of the client who opens it; goes with `clientid` and without
                `userid`.
            created: When the message shows as sent; not in the future. Since 8.0.
            serviceid: Service the ticket is about; not together with `domainid`.
            domainid: Domain the ticket is about; not together with `serviceid`.
            admin: Whether an administrator opens the ticket. Works only where WHMCS itself
                makes the call (localAPI) and names the administrator; elsewhere the client
                opens it all the same.
            noemail: Send no email about the ticket. Since 8.3.
            markdown: Show the message as Markdown.
            customfields: Values of custom fields by field ID.
            attachments: Files to attach. Since 7.5.
            preventClientClosure: Keep the client from closing the ticket; as the department
                says where absent. Since 8.11.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``OpenTicketResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found", "The
                system cannot find the provided user ID.", "Contact ID Not Found", "Name and
                email address are required if not a client", "Department ID not found", "Subject
                is required", "Message is required", "Service ID Not Found", "Domain ID Not
                Found", "Email Address Invalid", "Invalid Date Format", "Ticket creation date
                cannot be in the future", "Unable to generate ticket number".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/openticket/
        """
        extra = hide(extra)
        return await self._session.call(
            OPEN_TICKET,
            {
                "deptid": deptid,
                "subject": subject,
                "message": message,
                "priority": priority,
                "clientid": clientid,
                "name": name,
                "email": email,
                "userid": userid,
                "contactid": contactid,
                "created": created,
                "serviceid": serviceid,
                "domainid": domainid,
                "admin": admin,
                "noemail": noemail,
                "markdown": markdown,
                "customfields": customfields,
                "attachments": attachments,
                "preventClientClosure": preventClientClosure,
            },
            extra,
            timeout,
        )

    async def add_ticket_note(
        self,
        *,
        message: str,
        ticketnum: str | None = None,
        ticketid: int | None = None,
        markdown: bool | None = None,
        attachments: Sequence[TicketAttachmentInput | FilePath] | None = None,
        created: DateTimeInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Add Ticket Note.

        Write a note on a ticket, for staff alone.

        At least one of ``ticketnum`` or ``ticketid`` is needed.

        Args:
            message: Text of the note; see `markdown`.
            ticketnum: Ticket number that the client sees; this or `ticketid`.
            ticketid: ID of the ticket; this or `ticketnum`.
            markdown: Show the note as Markdown.
            attachments: Files to attach. Since 7.5.
            created: When the note shows as written; not in the future. Since 8.0.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Ticket ID not found",
                "Message is required", "Invalid Date Format", "Ticket creation date cannot be in
                the future".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addticketnote/
        """
        extra = hide(extra)
        return await self._session.call(
            ADD_TICKET_NOTE,
            {
                "message": message,
                "ticketnum": ticketnum,
                "ticketid": ticketid,
                "markdown": markdown,
                "attachments": attachments,
                "created": created,
            },
            extra,
            timeout,
        )

    async def add_ticket_reply(
        self,
        *,
        ticketid: int,
        message: str,
        markdown: bool | None = None,
        clientid: int | None = None,
        contactid: int | None = None,
        adminusername: str | None = None,
        name: str | None = None,
        email: str | None = None,
        status: str | None = None,
        noemail: bool | None = None,
        customfields: Keyed[str] | None = None,
        attachments: Sequence[TicketAttachmentInput | FilePath] | None = None,
        created: DateTimeInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Add Ticket Reply.

        Reply to a ticket as a client, an administrator, or a sender with a name and an email
        address.

        Needed: ``name`` and ``email``, unless ``clientid`` or ``adminusername`` is given.

        Args:
            ticketid: Ticket ID.
            message: Text of the reply; see `markdown`.
            markdown: Show the reply as Markdown.
            clientid: Client who replies.
            contactid: Contact who replies; goes with `clientid`.
            adminusername: Username of the administrator who replies.
            name: Name of a sender who is neither client nor administrator.
            email: Email address of a sender who is neither client nor administrator.
            status: Status that the ticket gets instead of the usual one after such a reply;
                GetSupportStatuses lists them.
            noemail: Send no email about the reply.
            customfields: New values of custom fields by field ID.
            attachments: Files to attach. Since 7.5.
            created: When the reply shows as sent; not in the future. Since 8.0.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Ticket ID not found",
                "Client ID Not Found", "Contact ID Not Found", "Name and email address are
                required if not a client", "Message is required", "Email Address Invalid",
                "Invalid Ticket Status", "Invalid Date Format", "Reply creation date cannot be
                in the future".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addticketreply/
        """
        extra = hide(extra)
        return await self._session.call(
            ADD_TICKET_REPLY,
            {
                "ticketid": ticketid,
                "message": message,
                "markdown": markdown,
                "clientid": clientid,
                "contactid": contactid,
                "adminusername": adminusername,
                "name": name,
                "email": email,
                "status": status,
                "noemail": noemail,
                "customfields": customfields,
                "attachments": attachments,
                "created": created,
            },
            extra,
            timeout,
        )

    async def block_ticket_sender(
        self,
        *,
        ticketid: int,
        delete: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> BlockTicketSenderResponse:
        """Block Ticket Sender.

        Block the unregistered sender of a ticket, and delete the ticket for good if asked to.

        Args:
            ticketid: ID of a ticket of the sender.
            delete: Delete the ticket as well.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``BlockTicketSenderResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Ticket ID Required",
                "Ticket ID Not Found".

        Effect: destructive. Since 7.10.0.
        Documentation: https://developers.whmcs.com/api-reference/blockticketsender/
        """
        extra = hide(extra)
        return await self._session.call(
            BLOCK_TICKET_SENDER,
            {"ticketid": ticketid, "delete": delete},
            extra,
            timeout,
        )

    async def delete_ticket(
        self,
        *,
        ticketid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Delete Ticket.

        Delete a ticket and all its replies for good.

        Args:
            ticketid: Ticket ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Ticket ID not found".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deleteticket/
        """
        extra = hide(extra)
        return await self._session.call(DELETE_TICKET, {"ticketid": ticketid}, extra, timeout)

    async def delete_ticket_note(
        self,
        *,
        noteid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Delete Ticket Note.

        Delete a note of a ticket for good.

        Args:
            noteid: Note ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Note ID Not Found".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deleteticketnote/
        """
        extra = hide(extra)
        return await self._session.call(DELETE_TICKET_NOTE, {"noteid": noteid}, extra, timeout)

    async def delete_ticket_reply(
        self,
        *,
        ticketid: int,
        replyid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Delete Ticket Reply.

        Delete one reply of a ticket for good.

        Args:
            ticketid: Ticket ID.
            replyid: Reply ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Ticket ID Required", "Reply
                ID Required", "Ticket ID Not Found", "Reply ID Not Found".

        Effect: destructive. Since 7.10.0.
        Documentation: https://developers.whmcs.com/api-reference/deleteticketreply/
        """
        extra = hide(extra)
        return await self._session.call(
            DELETE_TICKET_REPLY,
            {"ticketid": ticketid, "replyid": replyid},
            extra,
            timeout,
        )

    async def merge_ticket(
        self,
        *,
        ticketid: int,
        mergeticketids: Sequence[int | None],
        newsubject: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> MergeTicketResponse:
        """Merge Ticket.

        Merge tickets into one for good.

        Args:
            ticketid: ID of the ticket that takes in the others.
            mergeticketids: IDs of the tickets that go into it.
            newsubject: Subject from now on.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``MergeTicketResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Ticket ID Required",
                "Ticket ID Invalid", "Merge Ticket IDs Required", "Invalid Merge Ticket IDs: x,
                x...,".

        Effect: destructive. Since 7.10.0.
        Documentation: https://developers.whmcs.com/api-reference/mergeticket/
        """
        extra = hide(extra)
        return await self._session.call(
            MERGE_TICKET,
            {"ticketid": ticketid, "mergeticketids": mergeticketids, "newsubject": newsubject},
            extra,
            timeout,
        )

    async def update_ticket(
        self,
        *,
        ticketid: int,
        deptid: int | None = None,
        status: str | None = None,
        subject: str | None = None,
        userid: int | None = None,
        name: str | None = None,
        email: str | None = None,
        cc: str | None = None,
        priority: TicketPriority | None = None,
        created: DateTimeInput | None = None,
        flag: int | None = None,
        removeFlag: bool | None = None,
        message: str | None = None,
        markdown: bool | None = None,
        customfields: Keyed[str] | None = None,
        preventClientClosure: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateTicketResponse:
        """Update Ticket.

        Change a ticket or its first message.

        Args:
            ticketid: Ticket ID.
            deptid: ID of the department that takes the ticket over.
            status: New status; GetSupportStatuses lists them.
            subject: New subject.
            userid: Client that the ticket is to belong to.
            name: Name of a sender who is no client.
            email: Email address of a sender who is no client.
            cc: Email addresses that get copies.
            priority: New priority.
            created: When the first message shows as sent; not in the future. Since 8.0.
            flag: Administrator ID; the ticket is flagged to them.
            removeFlag: Take the flag off the ticket.
            message: New text of the first message. Since 7.7.
            markdown: Show the first message as Markdown.
            customfields: New values of custom fields by field ID.
            preventClientClosure: Keep the client from closing the ticket. Where absent, a
                ticket moved to a department that forbids it takes that over. Since 8.11.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateTicketResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Ticket ID Not Found",
                "Department ID Not Found", "Invalid Ticket Priority. Valid priorities are:
                Low,Medium,High", "Invalid Ticket Status. Valid statuses are: xxx", "Invalid
                Date Format", "Ticket creation date cannot be in the future".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateticket/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_TICKET,
            {
                "ticketid": ticketid,
                "deptid": deptid,
                "status": status,
                "subject": subject,
                "userid": userid,
                "name": name,
                "email": email,
                "cc": cc,
                "priority": priority,
                "created": created,
                "flag": flag,
                "removeFlag": removeFlag,
                "message": message,
                "markdown": markdown,
                "customfields": customfields,
                "preventClientClosure": preventClientClosure,
            },
            extra,
            timeout,
        )

    async def update_ticket_reply(
        self,
        *,
        replyid: int,
        message: str,
        markdown: bool | None = None,
        created: DateTimeInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateTicketReplyResponse:
        """Update Ticket Reply.

        Change the text of a reply.

        Args:
            replyid: Reply ID.
            message: New text.
            markdown: Show the reply as Markdown; as before where absent.
            created: When the reply shows as sent; not in the future. Since 8.0.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateTicketReplyResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Reply ID Required",
                "Message is Required", "Reply ID Not Found", "Invalid Date Format", "Reply
                creation date cannot be in the future".

        Effect: write. Since 7.7.
        Documentation: https://developers.whmcs.com/api-reference/updateticketreply/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_TICKET_REPLY,
            {"replyid": replyid, "message": message, "markdown": markdown, "created": created},
            extra,
            timeout,
        )

    async def get_ticket(
        self,
        *,
        ticketnum: str | None = None,
        ticketid: int | None = None,
        repliessort: SortDirection | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> TicketResponse:
        """Get Ticket.

        Retrieve a ticket with its replies and notes.

        At least one of ``ticketnum`` or ``ticketid`` is needed.

        Args:
            ticketnum: Ticket number that the client sees; this or `ticketid`.
            ticketid: ID of the ticket; this or `ticketnum`.
            repliessort: Order of the replies by time.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``TicketResponse``: A ticket with its replies and notes.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getticket/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_TICKET,
            {"ticketnum": ticketnum, "ticketid": ticketid, "repliessort": repliessort},
            extra,
            timeout,
        )

    async def get_ticket_attachment(
        self,
        *,
        relatedid: int,
        type: GetTicketAttachmentType,
        index: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> TicketAttachmentResponse:
        """Get Ticket Attachment.

        Retrieve one file attached to a ticket, a reply or a note.

        Args:
            relatedid: ID of the ticket, reply or note, as `type` says.
            type: What the file is attached to.
            index: `index` of the file in `attachments`, from 0.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``TicketAttachmentResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Related ID Required",
                "Invalid Type. Must be one of ticket, reply, note", "Related ID Not Found",
                "Attachment Index Required", "No Attachments Found", "Attachments Deleted",
                "Invalid Attachment Index".

        Effect: read. Since 7.10.0.
        Documentation: https://developers.whmcs.com/api-reference/getticketattachment/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_TICKET_ATTACHMENT,
            {"relatedid": relatedid, "type": type, "index": index},
            extra,
            timeout,
        )

    async def get_ticket_counts(
        self,
        *,
        ignoreDepartmentAssignments: bool | None = None,
        includeCountsByStatus: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> TicketCountsResponse:
        """Get Ticket Counts.

        Count the tickets that are active, that wait for a reply and that are flagged. Since 9.0
        only the departments of the administrator of the API credentials count, unless
        `ignoreDepartmentAssignments` is true.

        Args:
            ignoreDepartmentAssignments: Include the departments that the administrator of the
                API credentials does not belong to.
            includeCountsByStatus: Answer a count for each status as well.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``TicketCountsResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getticketcounts/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_TICKET_COUNTS,
            {
                "ignoreDepartmentAssignments": ignoreDepartmentAssignments,
                "includeCountsByStatus": includeCountsByStatus,
            },
            extra,
            timeout,
        )

    async def get_ticket_notes(
        self,
        *,
        ticketid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> TicketNotesListResponse:
        """Get Ticket Notes.

        Retrieve all notes of a ticket.

        Args:
            ticketid: Ticket ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``notes`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getticketnotes/
        """
        extra = hide(extra)
        return await self._session.call(GET_TICKET_NOTES, {"ticketid": ticketid}, extra, timeout)

    async def add_announcement(
        self,
        *,
        date: DateTimeInput,
        title: str,
        announcement: str,
        published: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddAnnouncementResponse:
        """Add Announcement.

        Write an announcement, and publish it if asked to.

        Args:
            date: Date and time shown with it.
            title: Headline.
            announcement: Text.
            published: Show it to clients.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddAnnouncementResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addannouncement/
        """
        extra = hide(extra)
        return await self._session.call(
            ADD_ANNOUNCEMENT,
            {"date": date, "title": title, "announcement": announcement, "published": published},
            extra,
            timeout,
        )

    async def add_cancel_request(
        self,
        *,
        serviceid: int,
        type: CancellationRequestType | None = None,
        reason: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddCancelRequestResponse:
        """Add Cancel Request.

        Ask for the cancellation of a service, as its client would.

        Args:
            serviceid: Service ID.
            type: When the service is to end.
            reason: Reason that the client gives.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddCancelRequestResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Service ID Not Found",
                "Existing Cancellation Request Exists".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addcancelrequest/
        """
        extra = hide(extra)
        return await self._session.call(
            ADD_CANCEL_REQUEST,
            {"serviceid": serviceid, "type": type, "reason": reason},
            extra,
            timeout,
        )

    async def add_client_note(
        self,
        *,
        userid: int,
        notes: str,
        sticky: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddClientNoteResponse:
        """Add Client Note.

        Write a note about a client, for staff alone.

        Args:
            userid: Client ID.
            notes: Text of the note.
            sticky: Show the note everywhere in the admin area where the client or their tickets
                appear.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddClientNoteResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID not found",
                "Notes can not be empty".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addclientnote/
        """
        extra = hide(extra)
        return await self._session.call(
            ADD_CLIENT_NOTE,
            {"userid": userid, "notes": notes, "sticky": sticky},
            extra,
            timeout,
        )

    async def delete_announcement(
        self,
        *,
        announcementid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DeleteAnnouncementResponse:
        """Delete Announcement.

        Delete an announcement; it cannot be restored.

        Args:
            announcementid: Announcement ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DeleteAnnouncementResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deleteannouncement/
        """
        extra = hide(extra)
        return await self._session.call(
            DELETE_ANNOUNCEMENT,
            {"announcementid": announcementid},
            extra,
            timeout,
        )

    async def get_announcements(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AnnouncementsListResponse:
        """Get Announcements.

        Retrieve the announcements, one page at a time.

        Args:
            limitstart: Offset of the first announcement, from 0. The server assumes 0.
            limitnum: Number of announcements on a page. The server assumes 25.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``announcements`` holds its records; the next begins at
            ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getannouncements/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_ANNOUNCEMENTS,
            {"limitstart": limitstart, "limitnum": limitnum},
            extra,
            timeout,
        )

    def iter_announcements(
        self,
        *,
        limitstart: int | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[Announcement]:
        """Every record of ``get_announcements``, page after page, fetched as they are needed.

        Takes the parameters of ``get_announcements``. It ends when all records have come, on an
        empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``Announcement``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_ANNOUNCEMENTS,
            {"limitstart": limitstart},
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def get_support_departments(
        self,
        *,
        ignore_dept_assignments: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DepartmentsListResponse:
        """Get Support Departments.

        Retrieve the support departments with how many tickets each has.

        Args:
            ignore_dept_assignments: Include the departments that the administrator of the API
                credentials does not belong to.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``departments`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getsupportdepartments/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_SUPPORT_DEPARTMENTS,
            {"ignore_dept_assignments": ignore_dept_assignments},
            extra,
            timeout,
        )

    async def get_support_statuses(
        self,
        *,
        deptid: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SupportStatusesListResponse:
        """Get Support Statuses.

        Retrieve the statuses that tickets can have, with how many tickets have each.

        Args:
            deptid: Only count tickets of this department.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``statuses`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getsupportstatuses/
        """
        extra = hide(extra)
        return await self._session.call(GET_SUPPORT_STATUSES, {"deptid": deptid}, extra, timeout)

    async def get_ticket_predefined_cats(
        self,
        *,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> PredefinedReplyCategoriesListResponse:
        """Get Ticket Predefined Categories.

        Retrieve the categories of predefined replies.

        Args:
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``categories`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getticketpredefinedcats/
        """
        extra = hide(extra)
        return await self._session.call(GET_TICKET_PREDEFINED_CATS, {}, extra, timeout)

    async def get_ticket_predefined_replies(
        self,
        *,
        catid: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> PredefinedRepliesListResponse:
        """Get Ticket Predefined Replies.

        Retrieve the predefined replies.

        Args:
            catid: Only replies of this category.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``predefinedreplies`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getticketpredefinedreplies/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_TICKET_PREDEFINED_REPLIES,
            {"catid": catid},
            extra,
            timeout,
        )
