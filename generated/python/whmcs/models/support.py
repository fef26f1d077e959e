"""Models of the group support."""

from collections.abc import Mapping
from datetime import datetime as DateTime
from typing import ClassVar

from pydantic import Field

from .._runtime.defaults import no_entries, no_items
from .._runtime.model import Model
from .._runtime.paging import Page
from ..enums import TicketPriority


class TicketAttachment(Model):
    """A file attached to a ticket, a reply or a note; GetTicketAttachment answers its content."""

    filename: str | None = None
    index: int | None = None
    """Position among the files of the same message, from 0."""


class Ticket(Model):
    """A ticket as GetTickets lists it; GetTicket answers its messages."""

    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("c",))

    id: int | None = None
    """Ticket ID, which the other ticket actions take as `ticketid`."""
    tid: str | None = None
    """Ticket number that clients see."""
    deptid: int | None = None
    userid: int | None = None
    """ID of the client; 0 where the sender is none."""
    name: str | None = None
    """Name of the sender."""
    email: str | None = None
    """Email address that the sender wrote from."""
    subject: str | None = None
    status: str | None = None
    priority: TicketPriority | None = None
    date: DateTime | None = None
    """When the ticket was opened."""
    lastreply: DateTime | None = None
    flag: int | None = None
    """ID of the administrator the ticket is flagged to, 0 for none."""
    service: str | None = None
    """Service or domain concerned: S and a service ID, or D and a domain ID."""
    owner_name: str | None = None
    """Name of the client that the ticket belongs to. Since 8.0."""
    requestor_name: str | None = None
    """Name of who opened the ticket. Since 8.0."""
    requestor_email: str | None = None
    """Email address of who opened the ticket. Since 8.0."""
    requestor_type: str | None = None
    """Kind of who opened the ticket, such as `Owner`. Since 8.0."""
    cc: str | None = None
    """Email addresses that get copies."""
    c: str | None = None
    """Access code, with which `tid` opens in the client area."""
    admin: str | None = None
    """Name of the administrator who opened the ticket, empty for none."""
    attachment: str | None = None
    """Stored names of the attached files; see `attachments`."""
    attachments: list[TicketAttachment] = Field(default_factory=no_items)
    """Since 7.10."""
    attachments_removed: bool | None = None
    """Whether the attached files have been deleted."""


class TicketsListResponse(Page):
    """What GetTickets answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"tickets": "ticket"}

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    tickets: list[Ticket] = Field(default_factory=no_items)


class OpenTicketResponse(Model):
    """What OpenTicket answers."""

    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("c",))

    result: str | None = None
    id: int | None = None
    """Ticket ID, which the other ticket actions take as `ticketid`."""
    tid: str | None = None
    """Ticket number that the client sees."""
    c: str | None = None
    """Access code, with which `tid` opens in the client area."""


class BlockTicketSenderResponse(Model):
    """What BlockTicketSender answers."""

    result: str | None = None
    deleted: bool | None = None
    """Whether the ticket was deleted as well."""


class MergeTicketResponse(Model):
    """What MergeTicket answers."""

    result: str | None = None
    ticketid: int | None = None
    """ID of the ticket that took in the others."""


class UpdateTicketResponse(Model):
    """What UpdateTicket answers."""

    result: str | None = None
    ticketid: int | None = None


class UpdateTicketReplyResponse(Model):
    """What UpdateTicketReply answers."""

    result: str | None = None
    replyid: int | None = None


class TicketReply(Model):
    """A message of a ticket; the first message is among them."""

    replyid: int | None = None
    """ID of the reply; 0 for the first message of the ticket."""
    userid: int | None = None
    """ID of the client who wrote it, 0 for none."""
    contactid: int | None = None
    """ID of the contact who wrote it, 0 for none."""
    name: str | None = None
    """Name of a sender who is no client."""
    email: str | None = None
    """Email address of a sender who is no client."""
    requestor_name: str | None = None
    """Name of who wrote it. Since 8.0."""
    requestor_email: str | None = None
    """Email address of who wrote it. Since 8.0."""
    requestor_type: str | None = None
    """Kind of who wrote it, such as `Owner`. Since 8.0."""
    date: DateTime | None = None
    message: str | None = None
    attachment: str | None = None
    """Stored names of the attached files; see `attachments`."""
    attachments: list[TicketAttachment] = Field(default_factory=no_items)
    """Since 7.10."""
    attachments_removed: bool | None = None
    """Whether the attached files have been deleted."""
    admin: str | None = None
    """Name of the administrator who wrote it, empty for none."""
    rating: int | None = None
    """Rating by the client, 0 for none."""


class TicketNote(Model):
    """A note on a ticket, for staff alone. Its ID is `id` from GetTicketNotes, and `noteid` from
    GetTicket.
    """

    id: int | None = None
    """ID of the note; from GetTicketNotes."""
    noteid: int | None = None
    """ID of the note; from GetTicket."""
    admin: str | None = None
    """Name of the administrator who wrote it."""
    date: DateTime | None = None
    message: str | None = None
    attachment: str | None = None
    """Stored names of the attached files."""
    attachments: list[TicketAttachment] = Field(default_factory=no_items)
    """The attached files; from GetTicket only. Since 7.10."""
    attachments_removed: bool | None = None
    """Whether the attached files have been deleted."""


class TicketResponse(Model):
    """A ticket with its replies and notes."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"replies": "reply", "notes": "note"}
    wire_sensitive: ClassVar[frozenset[str]] = frozenset(("c",))

    result: str | None = None
    ticketid: int | None = None
    """Ticket ID."""
    tid: str | None = None
    """Ticket number that clients see."""
    c: str | None = None
    """Access code, with which `tid` opens in the client area."""
    deptid: int | None = None
    deptname: str | None = None
    """Name of the department."""
    userid: int | None = None
    """ID of the client; 0 where the sender is none."""
    contactid: int | None = None
    """ID of the contact who opened the ticket, 0 for none."""
    name: str | None = None
    """Name of the sender."""
    email: str | None = None
    """Email address that the sender wrote from."""
    requestor_name: str | None = None
    """Name of who opened the ticket. Since 8.0."""
    requestor_type: str | None = None
    """Kind of who opened the ticket, such as `Owner`. Since 8.0."""
    requestor_email: str | None = None
    """Email address of who opened the ticket. Since 8.0."""
    cc: str | None = None
    """Email addresses that get copies."""
    date: DateTime | None = None
    """When the ticket was opened."""
    subject: str | None = None
    status: str | None = None
    priority: TicketPriority | None = None
    admin: str | None = None
    """Name of the administrator who opened the ticket, empty for none."""
    lastreply: DateTime | None = None
    flag: int | None = None
    """ID of the administrator the ticket is flagged to, 0 for none."""
    service: str | None = None
    """Service or domain concerned: S and a service ID, or D and a domain ID."""
    replies: list[TicketReply] = Field(default_factory=no_items)
    notes: list[TicketNote] = Field(default_factory=no_items)


class TicketAttachmentResponse(Model):
    """What GetTicketAttachment answers."""

    result: str | None = None
    filename: str | None = None
    data: str | None = None
    """Content of the file."""


class SupportStatus(Model):
    """A status that tickets can have."""

    title: str | None = None
    count: int | None = None
    """Tickets that have it."""
    color: str | None = None
    """Colour as on a web page; from GetSupportStatuses only. Since 8.0."""


class TicketCountsResponse(Model):
    """What GetTicketCounts answers."""

    result: str | None = None
    filteredDepartments: list[int] = Field(default_factory=no_items)
    """IDs of the departments that are counted."""
    allActive: int | None = None
    awaitingReply: int | None = None
    flaggedTickets: int | None = None
    """Tickets flagged to the administrator of the API credentials."""
    status: dict[str, SupportStatus] = Field(default_factory=no_entries)
    """Counts by status, in lower case without spaces such as `customerreply`; with
    `includeCountsByStatus` only.
    """


class TicketNotesListResponse(Model):
    """What GetTicketNotes answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"notes": "note"}

    result: str | None = None
    totalresults: int | None = None
    notes: list[TicketNote] = Field(default_factory=no_items)


class AddAnnouncementResponse(Model):
    """What AddAnnouncement answers."""

    result: str | None = None
    announcementid: int | None = None
    """Announcement ID."""


class AddCancelRequestResponse(Model):
    """What AddCancelRequest answers."""

    result: str | None = None
    serviceid: int | None = None
    userid: int | None = None
    """ID of the client who has the service."""


class AddClientNoteResponse(Model):
    """What AddClientNote answers."""

    result: str | None = None
    noteid: int | None = None
    """Note ID."""


class DeleteAnnouncementResponse(Model):
    """What DeleteAnnouncement answers."""

    result: str | None = None
    announcementid: int | None = None


class Announcement(Model):
    """An announcement, or the translation of one."""

    id: int | None = None
    date: DateTime | None = None
    title: str | None = None
    announcement: str | None = None
    """The text."""
    published: bool | None = None
    parentid: int | None = None
    """ID of the announcement that this one translates, 0 for none."""
    language: str | None = None
    """Language of a translation; empty otherwise."""
    created_at: DateTime | None = None
    updated_at: DateTime | None = None


class AnnouncementsListResponse(Page):
    """What GetAnnouncements answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"announcements": "announcement"}

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    announcements: list[Announcement] = Field(default_factory=no_items)


class Department(Model):
    """A support department."""

    id: int | None = None
    name: str | None = None
    awaitingreply: int | None = None
    """Tickets that wait for an answer."""
    opentickets: int | None = None
    """Tickets that are open."""


class DepartmentsListResponse(Model):
    """What GetSupportDepartments answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"departments": "department"}

    result: str | None = None
    totalresults: int | None = None
    departments: list[Department] = Field(default_factory=no_items)


class SupportStatusesListResponse(Model):
    """What GetSupportStatuses answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"statuses": "status"}

    result: str | None = None
    totalresults: int | None = None
    statuses: list[SupportStatus] = Field(default_factory=no_items)


class PredefinedReplyCategory(Model):
    """A category that predefined replies are sorted into."""

    id: int | None = None
    parentid: int | None = None
    """ID of the category above, 0 for none."""
    name: str | None = None
    replycount: int | None = None
    """Replies in it."""


class PredefinedReplyCategoriesListResponse(Model):
    """What GetTicketPredefinedCats answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"categories": "category"}

    result: str | None = None
    totalresults: int | None = None
    categories: list[PredefinedReplyCategory] = Field(default_factory=no_items)


class PredefinedReply(Model):
    """A reply written in advance."""

    name: str | None = None
    reply: str | None = None
    """The text."""


class PredefinedRepliesListResponse(Model):
    """What GetTicketPredefinedReplies answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"predefinedreplies": "predefinedreply"}

    result: str | None = None
    totalresults: int | None = None
    predefinedreplies: list[PredefinedReply] = Field(default_factory=no_items)
