"""Documented values. Every alias is open: what a server sends beyond the list is kept as it is."""

from __future__ import annotations

from typing import Literal, TypeAlias

SortDirection: TypeAlias = Literal["ASC", "DESC"] | str
"""Direction of sorting."""
ClientStatus: TypeAlias = Literal["Active", "Inactive", "Closed"] | str
InvoiceStatus: TypeAlias = (
    Literal["Unpaid", "Paid", "Cancelled", "Refunded", "Collections", "Draft"] | str
)
TicketPriority: TypeAlias = Literal["Low", "Medium", "High"] | str
SuccessResponseResult: TypeAlias = Literal["success", "error"] | str
"""Operation result status."""
DomainWhoisResponseStatus: TypeAlias = Literal["available", "unavailable"] | str
"""Whether the name is free to register; not the outcome of the call."""
CancellationRequestType: TypeAlias = Literal["Immediate", "End of Billing Period"] | str
QuoteStage: TypeAlias = Literal["Draft", "Delivered", "On Hold", "Accepted", "Lost", "Dead"] | str
ModuleQueueItemServiceType: TypeAlias = Literal["domain", "service", "addon"] | str
AffiliatePaytype: TypeAlias = Literal["", "percentage", "fixedamount"] | str
"""Kind of commission; an empty text is the default kind."""
GetClientsOrderby: TypeAlias = (
    Literal[
        "id",
        "firstname",
        "lastname",
        "companyname",
        "email",
        "groupid",
        "datecreated",
        "status",
    ]
    | str
)
"""Column to sort by."""
AddOrderDomaintype: TypeAlias = Literal["register", "transfer"] | str
GetInvoicesStatus: TypeAlias = (
    Literal["Unpaid", "Paid", "Cancelled", "Refunded", "Collections", "Draft", "Overdue"] | str
)
"""Only invoices with this status. `Overdue` finds the unpaid ones that are past their due date."""
GetInvoicesOrderby: TypeAlias = (
    Literal["id", "invoicenumber", "date", "duedate", "total", "status"] | str
)
"""Field to sort by."""
GetInvoicesOrder: TypeAlias = Literal["asc", "desc"] | str
"""Direction of sorting."""
AddBillableItemUnit: TypeAlias = Literal["hours", "quantity"] | str
"""What `quantity` counts."""
AddBillableItemInvoiceaction: TypeAlias = (
    Literal["noinvoice", "nextcron", "nextinvoice", "duedate", "recur"] | str
)
"""When to bill: not yet, with the next run of the cron job, with the client's next invoice, at the
due date, or again and again.
"""
AddBillableItemRecurcycle: TypeAlias = Literal["Days", "Weeks", "Months", "Years"] | str
"""Unit of `recur`."""
AddCreditType: TypeAlias = Literal["add", "remove"] | str
"""Whether to add credit or to take it away."""
AddPayMethodType: TypeAlias = Literal["BankAccount", "CreditCard", "RemoteCreditCard"] | str
"""Kind of pay method."""
GetPayMethodsType: TypeAlias = Literal["BankAccount", "CreditCard"] | str
"""Only pay methods of this kind."""
AddProductType: TypeAlias = Literal["hostingaccount", "reselleraccount", "server", "other"] | str
"""Kind of product."""
AddProductPaytype: TypeAlias = Literal["free", "onetime", "recurring"] | str
"""How the product is paid for."""
AddProductAutosetup: TypeAlias = Literal["", "on", "payment", "order"] | str
"""When the product is set up: never (empty), when a pending order is accepted (`on`), on
`payment`, or with the `order`.
"""
UpdateClientProductOverideautosuspend: TypeAlias = Literal["on", "off"] | str
"""Whether automatic suspension is overridden, as the text `on` or `off`."""
UpdateClientProductUnset: TypeAlias = (
    Literal[
        "domain",
        "serviceusername",
        "servicepassword",
        "subscriptionid",
        "ns1",
        "ns2",
        "dedicatedip",
        "assignedips",
        "notes",
        "suspendreason",
    ]
    | str
)
UpgradeProductType: TypeAlias = Literal["product", "configoptions"] | str
"""What changes: the product (with `newproductid`) or the configurable options (with
`configoptions`).
"""
CreateOrUpdateTLDGroup: TypeAlias = Literal["HOT", "NEW", "SALE"] | str
"""Label shown beside the TLD; empty for none."""
UpdateClientDomainType: TypeAlias = Literal["Register", "Transfer"] | str
"""Kind of the domain order."""
GetTicketAttachmentType: TypeAlias = Literal["ticket", "reply", "note"] | str
"""What the file is attached to."""
SendAdminEmailType: TypeAlias = Literal["system", "account", "support"] | str
"""Which administrators receive it: those with notifications of this type."""
SendEmailCustomtype: TypeAlias = (
    Literal["general", "product", "domain", "invoice", "support", "affiliate"] | str
)
"""Type of an email with a text of its own."""
TriggerNotificationEventStatusStyle: TypeAlias = Literal["success", "danger", "info"] | str
"""Style in which the status is shown."""
CreateOAuthCredentialGrantType: TypeAlias = Literal["authorization_code", "single_sign_on"] | str
"""What the credential is for."""
