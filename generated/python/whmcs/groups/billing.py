"""The group Billing: its operations as data, and the methods that call them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Final

from .._runtime.aliases import Amount, DateInput, DateTimeInput, Extra, Keyed, Timeout
from .._runtime.operation import Condition, Encoding, Operation, Paged, Param, Requirement
from .._runtime.secret import hide
from .._runtime.session import AsyncSession, Session
from ..enums import (
    AddBillableItemInvoiceaction,
    AddBillableItemRecurcycle,
    AddBillableItemUnit,
    AddCreditType,
    AddPayMethodType,
    GetInvoicesOrder,
    GetInvoicesOrderby,
    GetInvoicesStatus,
    GetPayMethodsType,
    InvoiceStatus,
    QuoteStage,
)
from ..inputs import InvoiceItemInput, QuoteItemInput, QuoteItemUpdateInput
from ..models.billing import (
    AcceptQuoteResponse,
    AddBillableItemResponse,
    AddCreditResponse,
    AddPayMethodResponse,
    ApplyCreditResponse,
    CreateInvoiceResponse,
    CreateQuoteResponse,
    CreditsListResponse,
    DeletePayMethodResponse,
    GenInvoicesResponse,
    Invoice,
    InvoiceResponse,
    InvoicesListResponse,
    PayMethodsListResponse,
    Quote,
    QuotesListResponse,
    TransactionsListResponse,
    UpdateInvoiceResponse,
    UpdatePayMethodResponse,
    UpdateTransactionResponse,
)
from ..models.shared import SuccessResponse

GET_INVOICES: Final[Paged[InvoicesListResponse, Invoice]] = Paged(
    action="GetInvoices",
    group="Billing",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
        Param("userid", "integer"),
        Param(
            "status",
            "text",
            values=("Unpaid", "Paid", "Cancelled", "Refunded", "Collections", "Draft", "Overdue"),
        ),
        Param(
            "orderby",
            "text",
            values=("id", "invoicenumber", "date", "duedate", "total", "status"),
            since="7.7",
        ),
        Param("order", "text", values=("asc", "desc"), since="7.7"),
    ),
    response=InvoicesListResponse,
    records="invoices",
    docs="https://developers.whmcs.com/api-reference/getinvoices/",
)
GET_INVOICE: Final[Operation[InvoiceResponse]] = Operation(
    action="GetInvoice",
    group="Billing",
    effect="read",
    params=(Param("invoiceid", "integer", required=True),),
    response=InvoiceResponse,
    errors=("Invoice ID Not Found",),
    docs="https://developers.whmcs.com/api-reference/getinvoice/",
)
CREATE_INVOICE: Final[Operation[CreateInvoiceResponse]] = Operation(
    action="CreateInvoice",
    group="Billing",
    effect="write",
    params=(
        Param("userid", "integer", required=True),
        Param(
            "status",
            "text",
            values=("Unpaid", "Paid", "Cancelled", "Refunded", "Collections", "Draft"),
        ),
        Param("sendinvoice", "boolean"),
        Param("paymentmethod", "text"),
        Param("duedate", "date"),
        Param("draft", "boolean"),
        Param("taxrate", "decimal"),
        Param("taxrate2", "decimal"),
        Param("date", "date"),
        Param("notes", "text"),
        Param(
            "items",
            "object",
            shape="list",
            encoding=Encoding(kind="numbered"),
            fields=(
                Param("itemdescription", "text"),
                Param("itemamount", "decimal"),
                Param("itemtaxed", "boolean"),
            ),
        ),
        Param("autoapplycredit", "boolean"),
    ),
    response=CreateInvoiceResponse,
    requires=(Requirement(none=("sendinvoice",), when=(Condition("draft", flag=True),)),),
    errors=(
        "Client ID Not Found",
        "Cannot create and send a draft invoice in a single API request. Please create and send separately.",
    ),
    docs="https://developers.whmcs.com/api-reference/createinvoice/",
)
ADD_BILLABLE_ITEM: Final[Operation[AddBillableItemResponse]] = Operation(
    action="AddBillableItem",
    group="Billing",
    effect="write",
    params=(
        Param("clientid", "integer", required=True),
        Param("description", "text", required=True),
        Param("amount", "decimal", required=True),
        Param("unit", "text", required=True, values=("hours", "quantity"), since="8.2"),
        Param("quantity", "decimal", since="8.2"),
        Param(
            "invoiceaction",
            "text",
            values=("noinvoice", "nextcron", "nextinvoice", "duedate", "recur"),
        ),
        Param("recur", "integer"),
        Param("recurcycle", "text", values=("Days", "Weeks", "Months", "Years")),
        Param("recurfor", "integer"),
        Param("duedate", "date"),
    ),
    response=AddBillableItemResponse,
    requires=(
        Requirement(
            all=("duedate",),
            when=(Condition("invoiceaction", values=("duedate", "recur")),),
        ),
        Requirement(
            all=("recur", "recurcycle", "recurfor"),
            when=(Condition("invoiceaction", values=("recur",)),),
        ),
    ),
    errors=(
        "Client ID not Found",
        "You must provide a description",
        "Invalid Invoice Action",
        "Recurring must have a unit, cycle and limit",
        "Due date is required",
        "Invalid Unit, please specify either 'hours' or 'quantity'",
        "Invalid Date Format - Expected: 'YYYY-mm-dd'",
    ),
    docs="https://developers.whmcs.com/api-reference/addbillableitem/",
)
ADD_CREDIT: Final[Operation[AddCreditResponse]] = Operation(
    action="AddCredit",
    group="Billing",
    effect="write",
    params=(
        Param("clientid", "integer", required=True),
        Param("description", "text", required=True),
        Param("amount", "decimal", required=True),
        Param("date", "date"),
        Param("adminid", "integer"),
        Param("type", "text", values=("add", "remove")),
    ),
    response=AddCreditResponse,
    errors=(
        "Type can only be add or remove",
        "Client ID Not Found",
        "Admin ID Not Found",
        "No Amount Provided",
        "Amount must be in decimal format: ### or ###.##",
        "Date Format is not Valid",
    ),
    docs="https://developers.whmcs.com/api-reference/addcredit/",
)
ADD_INVOICE_PAYMENT: Final[Operation[SuccessResponse]] = Operation(
    action="AddInvoicePayment",
    group="Billing",
    effect="write",
    params=(
        Param("invoiceid", "integer", required=True),
        Param("transid", "text", required=True),
        Param("gateway", "text", required=True),
        Param("date", "datetime", required=True),
        Param("amount", "decimal"),
        Param("fees", "decimal"),
        Param("noemail", "boolean"),
    ),
    response=SuccessResponse,
    errors=(
        "Invoice ID Not Found",
        "It is not possible to add a payment to an invoice that is Cancelled",
    ),
    docs="https://developers.whmcs.com/api-reference/addinvoicepayment/",
)
APPLY_CREDIT: Final[Operation[ApplyCreditResponse]] = Operation(
    action="ApplyCredit",
    group="Billing",
    effect="write",
    params=(
        Param("invoiceid", "integer", required=True),
        Param("amount", "any", shape="any"),
        Param("noemail", "boolean"),
    ),
    response=ApplyCreditResponse,
    errors=(
        "Invoice ID Not Found",
        "Invoice Not in Unpaid Status",
        "Amount exceeds customer credit balance",
        "Amount Exceeds Invoice Balance",
        "Credit Amount to apply must be greater than zero",
    ),
    docs="https://developers.whmcs.com/api-reference/applycredit/",
)
CAPTURE_PAYMENT: Final[Operation[SuccessResponse]] = Operation(
    action="CapturePayment",
    group="Billing",
    effect="write",
    params=(
        Param("invoiceid", "integer", required=True),
        Param("cvv", "text", sensitive=True),
    ),
    response=SuccessResponse,
    errors=("Invoice Not Found or Not Unpaid", "Payment Attempt Failed"),
    docs="https://developers.whmcs.com/api-reference/capturepayment/",
)
GEN_INVOICES: Final[Operation[GenInvoicesResponse]] = Operation(
    action="GenInvoices",
    group="Billing",
    effect="write",
    params=(
        Param("noemails", "boolean"),
        Param("clientid", "integer"),
        Param("serviceids", "integer", shape="list"),
        Param("domainids", "integer", shape="list"),
        Param("addonids", "integer", shape="list"),
    ),
    response=GenInvoicesResponse,
    errors=("Client ID Not Found",),
    docs="https://developers.whmcs.com/api-reference/geninvoices/",
)
GET_CREDITS: Final[Operation[CreditsListResponse]] = Operation(
    action="GetCredits",
    group="Billing",
    effect="read",
    params=(Param("clientid", "integer", required=True),),
    response=CreditsListResponse,
    errors=("Client ID Not Found",),
    docs="https://developers.whmcs.com/api-reference/getcredits/",
)
UPDATE_INVOICE: Final[Operation[UpdateInvoiceResponse]] = Operation(
    action="UpdateInvoice",
    group="Billing",
    effect="write",
    params=(
        Param("invoiceid", "integer", required=True),
        Param(
            "status",
            "text",
            values=("Unpaid", "Paid", "Cancelled", "Refunded", "Collections", "Draft"),
        ),
        Param("paymentmethod", "text"),
        Param("taxrate", "decimal"),
        Param("taxrate2", "decimal"),
        Param("credit", "decimal"),
        Param("date", "date"),
        Param("duedate", "date"),
        Param("datepaid", "date"),
        Param("notes", "text"),
        Param("itemdescription", "text", shape="map"),
        Param("itemamount", "decimal", shape="map"),
        Param("itemtaxed", "boolean", shape="map"),
        Param("newitemdescription", "text", shape="list"),
        Param("newitemamount", "decimal", shape="list"),
        Param("newitemtaxed", "boolean", shape="list"),
        Param("deletelineids", "integer", shape="list"),
        Param("publish", "boolean"),
        Param("publishandsendemail", "boolean"),
    ),
    response=UpdateInvoiceResponse,
    requires=(
        Requirement(
            all=("itemamount", "itemtaxed"),
            when=(Condition("itemdescription"),),
            each=True,
        ),
    ),
    errors=(
        "Invoice ID Not Found",
        "Invoice must be in Draft status to be published",
        "Missing Variables: itemdescription, itemamount and itemtaxed are required for each item being changed",
        "Invalid status $status",
    ),
    docs="https://developers.whmcs.com/api-reference/updateinvoice/",
)
ADD_PAY_METHOD: Final[Operation[AddPayMethodResponse]] = Operation(
    action="AddPayMethod",
    group="Billing",
    effect="write",
    params=(
        Param("clientid", "integer", required=True),
        Param("type", "text", values=("BankAccount", "CreditCard", "RemoteCreditCard")),
        Param("description", "text"),
        Param("gateway_module_name", "text"),
        Param("card_number", "text", sensitive=True),
        Param("card_expiry", "text", sensitive=True),
        Param("card_start", "text", sensitive=True),
        Param("card_issue_number", "integer", sensitive=True),
        Param("bank_name", "text"),
        Param("bank_account_type", "text"),
        Param("bank_code", "text", sensitive=True),
        Param("bank_account", "text", sensitive=True),
        Param("set_as_default", "boolean"),
    ),
    response=AddPayMethodResponse,
    requires=(
        Requirement(
            all=("card_number", "card_expiry"),
            when=(Condition("type", values=("CreditCard", "RemoteCreditCard"), absent=True),),
        ),
        Requirement(
            all=("gateway_module_name",),
            when=(Condition("type", values=("RemoteCreditCard",)),),
        ),
        Requirement(
            all=("bank_code", "bank_account"),
            when=(Condition("type", values=("BankAccount",)),),
        ),
    ),
    errors=(
        "Client ID Is Required",
        "Invalid Client ID",
        "Invalid Pay Method Type. Type should be one of 'BankAccount', 'CreditCard', or 'RemoteCreditCard'",
        "Gateway is Required for RemoteCreditCard type",
        "No Local Credit Card Payment Gateways Enabled",
        "Card Number is required for 'CreditCard' or 'RemoteCreditCard' type",
        "Expiry Date is required for 'CreditCard' or 'RemoteCreditCard' type",
        "Expiry Date is invalid",
        "Start Date is invalid",
        "Issue Number is invalid",
        "Invalid Gateway Module Name. Must be one of: xxx (list of active gateways)",
        "Unsupported Gateway Type for Storage",
        "Error Creating Remote Token: xxx (error from module)",
        "Routing number is required",
        "Account number is required",
        "Gateway is Required for Bank Account Storage",
    ),
    docs="https://developers.whmcs.com/api-reference/addpaymethod/",
)
ADD_TRANSACTION: Final[Operation[SuccessResponse]] = Operation(
    action="AddTransaction",
    group="Billing",
    effect="write",
    params=(
        Param("paymentmethod", "text", required=True),
        Param("userid", "integer"),
        Param("invoiceid", "integer"),
        Param("transid", "text"),
        Param("date", "text"),
        Param("currencyid", "integer"),
        Param("description", "text"),
        Param("amountin", "decimal"),
        Param("fees", "decimal"),
        Param("amountout", "decimal"),
        Param("rate", "decimal"),
        Param("credit", "boolean"),
        Param("allowduplicatetransid", "boolean"),
    ),
    response=SuccessResponse,
    requires=(
        Requirement(any=("userid", "invoiceid", "currencyid")),
        Requirement(none=("invoiceid",), when=(Condition("credit", flag=True),)),
    ),
    errors=(
        "Client ID Not Found",
        "Invoice ID Not Found",
        "User ID does not own the given Invoice ID",
        "Currency ID Not Found",
        "Currency ID does not match Client currency",
        "A Currency ID is required for non-customer related transactions",
        "Payment Method is required",
        "Transaction ID must be Unique",
    ),
    docs="https://developers.whmcs.com/api-reference/addtransaction/",
)
DELETE_PAY_METHOD: Final[Operation[DeletePayMethodResponse]] = Operation(
    action="DeletePayMethod",
    group="Billing",
    effect="destructive",
    params=(
        Param("clientid", "integer", required=True),
        Param("paymethodid", "integer", required=True),
        Param("failonremotefailure", "boolean"),
    ),
    response=DeletePayMethodResponse,
    errors=(
        "Client ID is Required",
        "Pay Method ID is Required",
        "Invalid Pay Method ID",
        "Pay Method does not belong to passed Client ID",
        "Error Deleting Remote Pay Method: xxx (response from module)",
    ),
    docs="https://developers.whmcs.com/api-reference/deletepaymethod/",
)
GET_PAY_METHODS: Final[Operation[PayMethodsListResponse]] = Operation(
    action="GetPayMethods",
    group="Billing",
    effect="read",
    params=(
        Param("clientid", "integer", required=True),
        Param("paymethodid", "integer"),
        Param("type", "text", values=("BankAccount", "CreditCard")),
    ),
    response=PayMethodsListResponse,
    errors=(
        "Client ID Is Required",
        "Invalid Pay Method Type. Should be 'BankAccount' or 'CreditCard'",
        "Client Not Found",
    ),
    docs="https://developers.whmcs.com/api-reference/getpaymethods/",
)
GET_TRANSACTIONS: Final[Operation[TransactionsListResponse]] = Operation(
    action="GetTransactions",
    group="Billing",
    effect="read",
    params=(
        Param("invoiceid", "integer"),
        Param("clientid", "integer"),
        Param("transid", "text"),
    ),
    response=TransactionsListResponse,
    docs="https://developers.whmcs.com/api-reference/gettransactions/",
)
UPDATE_PAY_METHOD: Final[Operation[UpdatePayMethodResponse]] = Operation(
    action="UpdatePayMethod",
    group="Billing",
    effect="write",
    params=(
        Param("clientid", "integer", required=True),
        Param("paymethodid", "integer", required=True),
        Param("card_number", "text", sensitive=True),
        Param("card_expiry", "text", sensitive=True),
        Param("card_start", "text", sensitive=True),
        Param("card_issue_number", "integer", sensitive=True),
        Param("bank_name", "text"),
        Param("bank_account_type", "text"),
        Param("bank_code", "text", sensitive=True),
        Param("bank_account", "text", sensitive=True),
        Param("set_as_default", "boolean"),
    ),
    response=UpdatePayMethodResponse,
    requires=(
        Requirement(
            any=(
                "card_number",
                "card_expiry",
                "card_start",
                "card_issue_number",
                "bank_name",
                "bank_account_type",
                "bank_code",
                "bank_account",
                "set_as_default",
            )
        ),
    ),
    errors=(
        "Pay Method ID is Required",
        "Client ID is Required",
        "Invalid Pay Method ID",
        "Pay Method does not belong to passed Client ID",
        "Unsupported Gateway Type for Update",
        "No Details Provided for Update",
        "Unable to Update Card Number for Assisted Gateway",
        "Expiry Date is invalid",
        "Start Date is invalid",
        "Issue Number is invalid",
        "Error Updating Remote Pay Method: xxx (message from gateway)",
    ),
    docs="https://developers.whmcs.com/api-reference/updatepaymethod/",
)
UPDATE_TRANSACTION: Final[Operation[UpdateTransactionResponse]] = Operation(
    action="UpdateTransaction",
    group="Billing",
    effect="write",
    params=(
        Param("transactionid", "integer", required=True),
        Param("refundid", "integer"),
        Param("userid", "integer"),
        Param("invoiceid", "integer"),
        Param("transid", "text"),
        Param("date", "date"),
        Param("gateway", "text"),
        Param("currency", "integer"),
        Param("description", "text"),
        Param("amountin", "decimal"),
        Param("fees", "decimal"),
        Param("amountout", "decimal"),
        Param("rate", "decimal"),
        Param("credit", "boolean"),
    ),
    response=UpdateTransactionResponse,
    requires=(Requirement(none=("invoiceid",), when=(Condition("credit", flag=True),)),),
    docs="https://developers.whmcs.com/api-reference/updatetransaction/",
)
ACCEPT_QUOTE: Final[Operation[AcceptQuoteResponse]] = Operation(
    action="AcceptQuote",
    group="Billing",
    effect="write",
    params=(Param("quoteid", "integer", required=True),),
    response=AcceptQuoteResponse,
    errors=("Quote ID Not Found",),
    docs="https://developers.whmcs.com/api-reference/acceptquote/",
)
CREATE_QUOTE: Final[Operation[CreateQuoteResponse]] = Operation(
    action="CreateQuote",
    group="Billing",
    effect="write",
    params=(
        Param("subject", "text", required=True),
        Param(
            "stage",
            "text",
            required=True,
            values=("Draft", "Delivered", "On Hold", "Accepted", "Lost", "Dead"),
        ),
        Param("validuntil", "text", required=True),
        Param("datecreated", "text"),
        Param(
            "lineitems",
            "object",
            shape="list",
            encoding=Encoding(kind="php-serialize"),
            fields=(
                Param("desc", "text"),
                Param("qty", "integer"),
                Param("up", "decimal"),
                Param("discount", "decimal"),
                Param("taxable", "boolean"),
            ),
        ),
        Param("userid", "integer"),
        Param("firstname", "text"),
        Param("lastname", "text"),
        Param("companyname", "text"),
        Param("email", "text"),
        Param("address1", "text"),
        Param("address2", "text"),
        Param("city", "text"),
        Param("state", "text"),
        Param("postcode", "text"),
        Param("country", "text"),
        Param("phonenumber", "text"),
        Param("tax_id", "text", since="7.7"),
        Param("currency", "integer"),
        Param("proposal", "text"),
        Param("customernotes", "text"),
        Param("adminnotes", "text"),
    ),
    response=CreateQuoteResponse,
    errors=("Subject is required", "Invalid Stage", "Valid Until is required"),
    docs="https://developers.whmcs.com/api-reference/createquote/",
)
DELETE_QUOTE: Final[Operation[SuccessResponse]] = Operation(
    action="DeleteQuote",
    group="Billing",
    effect="destructive",
    params=(Param("quoteid", "integer", required=True),),
    response=SuccessResponse,
    errors=("Quote ID Not Found",),
    docs="https://developers.whmcs.com/api-reference/deletequote/",
)
GET_QUOTES: Final[Paged[QuotesListResponse, Quote]] = Paged(
    action="GetQuotes",
    group="Billing",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
        Param("quoteid", "integer"),
        Param("userid", "integer"),
        Param("subject", "text"),
        Param(
            "stage",
            "text",
            values=("Draft", "Delivered", "On Hold", "Accepted", "Lost", "Dead"),
        ),
        Param("datecreated", "date"),
        Param("lastmodified", "date"),
        Param("validuntil", "date"),
    ),
    response=QuotesListResponse,
    records="quotes",
    docs="https://developers.whmcs.com/api-reference/getquotes/",
)
SEND_QUOTE: Final[Operation[SuccessResponse]] = Operation(
    action="SendQuote",
    group="Billing",
    effect="write",
    params=(Param("quoteid", "integer", required=True),),
    response=SuccessResponse,
    errors=("Quote ID Not Found",),
    docs="https://developers.whmcs.com/api-reference/sendquote/",
)
UPDATE_QUOTE: Final[Operation[SuccessResponse]] = Operation(
    action="UpdateQuote",
    group="Billing",
    effect="write",
    params=(
        Param("quoteid", "integer", required=True),
        Param("subject", "text"),
        Param(
            "stage",
            "text",
            values=("Draft", "Delivered", "On Hold", "Accepted", "Lost", "Dead"),
        ),
        Param("validuntil", "text"),
        Param("datecreated", "text"),
        Param(
            "lineitems",
            "object",
            shape="list",
            encoding=Encoding(kind="php-serialize"),
            fields=(
                Param("id", "integer"),
                Param("desc", "text"),
                Param("qty", "integer"),
                Param("up", "decimal"),
                Param("discount", "decimal"),
                Param("taxable", "boolean"),
            ),
        ),
        Param("userid", "integer"),
        Param("firstname", "text"),
        Param("lastname", "text"),
        Param("companyname", "text"),
        Param("email", "text"),
        Param("address1", "text"),
        Param("address2", "text"),
        Param("city", "text"),
        Param("state", "text"),
        Param("country", "text"),
        Param("phonenumber", "text"),
        Param("tax_id", "text", since="7.7"),
        Param("currency", "integer"),
        Param("proposal", "text"),
        Param("customernotes", "text"),
        Param("adminnotes", "text"),
    ),
    response=SuccessResponse,
    errors=("Quote ID Not Found", "Invalid Stage"),
    docs="https://developers.whmcs.com/api-reference/updatequote/",
)


class Billing:
    """Invoices, quotes, payments, transactions, credit and pay methods."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get_invoices(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        userid: int | None = None,
        status: GetInvoicesStatus | None = None,
        orderby: GetInvoicesOrderby | None = None,
        order: GetInvoicesOrder | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> InvoicesListResponse:
        """Get Invoices.

        Retrieve the invoices that match, one page at a time. GetInvoice has the line items, the
        transactions and the balance of one.

        Args:
            limitstart: Offset of the first invoice, from 0. The server assumes 0.
            limitnum: Number of invoices on a page. The server assumes 25.
            userid: Only invoices of this client.
            status: Only invoices with this status. `Overdue` finds the unpaid ones that are
                past their due date.
            orderby: Field to sort by. Since 7.7.
            order: Direction of sorting. Since 7.7.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``invoices`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getinvoices/
        """
        extra = hide(extra)
        return self._session.call(
            GET_INVOICES,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "userid": userid,
                "status": status,
                "orderby": orderby,
                "order": order,
            },
            extra,
            timeout,
        )

    def iter_invoices(
        self,
        *,
        limitstart: int | None = None,
        userid: int | None = None,
        status: GetInvoicesStatus | None = None,
        orderby: GetInvoicesOrderby | None = None,
        order: GetInvoicesOrder | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[Invoice]:
        """Every record of ``get_invoices``, page after page, fetched as they are needed.

        Takes the parameters of ``get_invoices``. It ends when all records have come, on an
        empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``Invoice``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_INVOICES,
            {
                "limitstart": limitstart,
                "userid": userid,
                "status": status,
                "orderby": orderby,
                "order": order,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    def get_invoice(
        self,
        *,
        invoiceid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> InvoiceResponse:
        """Get Invoice.

        Retrieve one invoice with its line items and transactions.

        Args:
            invoiceid: Invoice ID; not the number, which is `invoicenum`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``InvoiceResponse``: The full record of an invoice.

        Raises:
            ApiError: The server answers with an error. Documented: "Invoice ID Not Found".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getinvoice/
        """
        extra = hide(extra)
        return self._session.call(GET_INVOICE, {"invoiceid": invoiceid}, extra, timeout)

    def create_invoice(
        self,
        *,
        userid: int,
        status: InvoiceStatus | None = None,
        sendinvoice: bool | None = None,
        paymentmethod: str | None = None,
        duedate: DateInput | None = None,
        draft: bool | None = None,
        taxrate: Amount | None = None,
        taxrate2: Amount | None = None,
        date: DateInput | None = None,
        notes: str | None = None,
        items: Sequence[InvoiceItemInput | None] | None = None,
        autoapplycredit: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CreateInvoiceResponse:
        """Create Invoice.

        Create an invoice for a client, with its line items. A draft cannot be sent in the same
        call: send it later with UpdateInvoice.

        Not to be given where ``draft`` is true: ``sendinvoice``.

        Args:
            userid: ID of the client to invoice.
            status: Status that the invoice begins with. The server assumes Unpaid.
            sendinvoice: Email the invoice to the client. Not together with `draft`.
            paymentmethod: System name of the payment method, such as `paypal`.
            duedate: Day on which payment is due.
            draft: Create the invoice as a draft; `status` is not needed then.
            taxrate: First tax rate in percent, in place of the configured one.
            taxrate2: Second tax rate in percent, in place of the configured one.
            date: Date that the invoice bears.
            notes: Notes shown on the invoice.
            items: What is invoiced, a row for each line.
            autoapplycredit: Pay from the client's credit balance as far as it goes.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``CreateInvoiceResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found",
                "Cannot create and send a draft invoice in a single API request. Please create
                and send separately.".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/createinvoice/
        """
        extra = hide(extra)
        return self._session.call(
            CREATE_INVOICE,
            {
                "userid": userid,
                "status": status,
                "sendinvoice": sendinvoice,
                "paymentmethod": paymentmethod,
                "duedate": duedate,
                "draft": draft,
                "taxrate": taxrate,
                "taxrate2": taxrate2,
                "date": date,
                "notes": notes,
                "items": items,
                "autoapplycredit": autoapplycredit,
            },
            extra,
            timeout,
        )

    def add_billable_item(
        self,
        *,
        clientid: int,
        description: str,
        amount: Amount,
        unit: AddBillableItemUnit,
        quantity: Amount | None = None,
        invoiceaction: AddBillableItemInvoiceaction | None = None,
        recur: int | None = None,
        recurcycle: AddBillableItemRecurcycle | None = None,
        recurfor: int | None = None,
        duedate: DateInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddBillableItemResponse:
        """Add Billable Item.

        Add work or goods to bill to a client. `invoiceaction` says when the item gets onto an
        invoice; its value `recur` needs `recur`, `recurcycle`, `recurfor` and `duedate` as
        well, its value `duedate` the date.

        Needed where ``invoiceaction`` is ``duedate`` or ``recur``: ``duedate``.
        Needed where ``invoiceaction`` is ``recur``: ``recur``, ``recurcycle`` and ``recurfor``.

        Args:
            clientid: ID of the client to bill.
            description: Text of the line on the invoice.
            amount: Total to bill, in the client's currency.
            unit: What `quantity` counts. Since 8.2.
            quantity: Number of units that the item stands for. Called `hours` before 8.2. The
                server assumes 0. Since 8.2.
            invoiceaction: When to bill: not yet, with the next run of the cron job, with the
                client's next invoice, at the due date, or again and again.
            recur: Number of `recurcycle` units between two invoices.
            recurcycle: Unit of `recur`.
            recurfor: How many times to bill.
            duedate: Day on which payment is due.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddBillableItemResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID not Found", "You
                must provide a description", "Invalid Invoice Action", "Recurring must have a
                unit, cycle and limit", "Due date is required", "Invalid Unit, please specify
                either 'hours' or 'quantity'", "Invalid Date Format - Expected: 'YYYY-mm-dd'".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addbillableitem/
        """
        extra = hide(extra)
        return self._session.call(
            ADD_BILLABLE_ITEM,
            {
                "clientid": clientid,
                "description": description,
                "amount": amount,
                "unit": unit,
                "quantity": quantity,
                "invoiceaction": invoiceaction,
                "recur": recur,
                "recurcycle": recurcycle,
                "recurfor": recurfor,
                "duedate": duedate,
            },
            extra,
            timeout,
        )

    def add_credit(
        self,
        *,
        clientid: int,
        description: str,
        amount: Amount,
        date: DateInput | None = None,
        adminid: int | None = None,
        type: AddCreditType | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddCreditResponse:
        """Add Credit.

        Add to the credit balance of a client, or take from it.

        Args:
            clientid: Client ID.
            description: Reason for the change; only staff see it.
            amount: Amount in the client's currency, above 0 and with at most two decimals, also
                where `type` is `remove`.
            date: Day on which the credit was given.
            adminid: ID of an active administrator to record as the author, by default the
                caller's.
            type: Whether to add credit or to take it away.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddCreditResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Type can only be add or
                remove", "Client ID Not Found", "Admin ID Not Found", "No Amount Provided",
                "Amount must be in decimal format: ### or ###.##", "Date Format is not Valid".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addcredit/
        """
        extra = hide(extra)
        return self._session.call(
            ADD_CREDIT,
            {
                "clientid": clientid,
                "description": description,
                "amount": amount,
                "date": date,
                "adminid": adminid,
                "type": type,
            },
            extra,
            timeout,
        )

    def add_invoice_payment(
        self,
        *,
        invoiceid: int,
        transid: str,
        gateway: str,
        date: DateTimeInput,
        amount: Amount | None = None,
        fees: Amount | None = None,
        noemail: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Add Invoice Payment.

        Record a payment that was made for an invoice. Nothing is charged; CapturePayment does
        that.

        Args:
            invoiceid: Invoice ID.
            transid: The gateway's ID of the transaction; unique.
            gateway: System name of the gateway, such as `paypal` or `authorize`.
            date: When the payment was made, in server time.
            amount: Amount paid; all that is due where it is left out.
            fees: Part of the amount that the gateway kept as its fee.
            noemail: Send no email about the payment.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invoice ID Not Found", "It
                is not possible to add a payment to an invoice that is Cancelled".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addinvoicepayment/
        """
        extra = hide(extra)
        return self._session.call(
            ADD_INVOICE_PAYMENT,
            {
                "invoiceid": invoiceid,
                "transid": transid,
                "gateway": gateway,
                "date": date,
                "amount": amount,
                "fees": fees,
                "noemail": noemail,
            },
            extra,
            timeout,
        )

    def apply_credit(
        self,
        *,
        invoiceid: int,
        amount: Amount | str | None = None,
        noemail: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ApplyCreditResponse:
        """Apply Credit.

        Pay an unpaid invoice, or part of it, from the client's credit balance.

        Args:
            invoiceid: Invoice ID.
            amount: Amount to apply, above 0 and no more than the credit and the balance of the
                invoice. The documentation allows text as well, without saying which.
            noemail: Send no email where this pays the invoice in full.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ApplyCreditResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invoice ID Not Found",
                "Invoice Not in Unpaid Status", "Amount exceeds customer credit balance",
                "Amount Exceeds Invoice Balance", "Credit Amount to apply must be greater than
                zero".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/applycredit/
        """
        extra = hide(extra)
        return self._session.call(
            APPLY_CREDIT,
            {"invoiceid": invoiceid, "amount": amount, "noemail": noemail},
            extra,
            timeout,
        )

    def capture_payment(
        self,
        *,
        invoiceid: int,
        cvv: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Capture Payment.

        Charge the client's card for an unpaid invoice now.

        Args:
            invoiceid: Invoice ID; the invoice has to be unpaid.
            cvv: Security code of the card.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invoice Not Found or Not
                Unpaid", "Payment Attempt Failed".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/capturepayment/
        """
        cvv = hide(cvv)
        extra = hide(extra)
        return self._session.call(
            CAPTURE_PAYMENT,
            {"invoiceid": invoiceid, "cvv": cvv},
            extra,
            timeout,
        )

    def gen_invoices(
        self,
        *,
        noemails: bool | None = None,
        clientid: int | None = None,
        serviceids: Sequence[int | None] | None = None,
        domainids: Sequence[int | None] | None = None,
        addonids: Sequence[int | None] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> GenInvoicesResponse:
        """Generate Invoices.

        Create the invoices that are due, for everyone or only for the client, services, domains
        and addons that are named.

        Args:
            noemails: Send no emails about the new invoices.
            clientid: Only invoices of this client.
            serviceids: IDs of the services to invoice.
            domainids: IDs of the domains to invoice.
            addonids: IDs of the service addons to invoice.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``GenInvoicesResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/geninvoices/
        """
        extra = hide(extra)
        return self._session.call(
            GEN_INVOICES,
            {
                "noemails": noemails,
                "clientid": clientid,
                "serviceids": serviceids,
                "domainids": domainids,
                "addonids": addonids,
            },
            extra,
            timeout,
        )

    def get_credits(
        self,
        *,
        clientid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CreditsListResponse:
        """Get Credits.

        Retrieve the whole credit log of a client.

        Args:
            clientid: Client ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``CreditsListResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getcredits/
        """
        extra = hide(extra)
        return self._session.call(GET_CREDITS, {"clientid": clientid}, extra, timeout)

    def update_invoice(
        self,
        *,
        invoiceid: int,
        status: InvoiceStatus | None = None,
        paymentmethod: str | None = None,
        taxrate: Amount | None = None,
        taxrate2: Amount | None = None,
        credit: Amount | None = None,
        date: DateInput | None = None,
        duedate: DateInput | None = None,
        datepaid: DateInput | None = None,
        notes: str | None = None,
        itemdescription: Keyed[str] | None = None,
        itemamount: Keyed[Amount] | None = None,
        itemtaxed: Keyed[bool] | None = None,
        newitemdescription: Sequence[str | None] | None = None,
        newitemamount: Sequence[Amount | None] | None = None,
        newitemtaxed: Sequence[bool | None] | None = None,
        deletelineids: Sequence[int | None] | None = None,
        publish: bool | None = None,
        publishandsendemail: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateInvoiceResponse:
        """Update Invoice.

        Change an invoice or its lines, or publish a draft. Totals follow from the lines and tax
        rates. Lines are changed by their ID; each needs an entry in `itemdescription`,
        `itemamount` and `itemtaxed` alike. A new line takes the same position in
        `newitemdescription`, `newitemamount` and `newitemtaxed`.

        Needed where ``itemdescription`` is given, key by key: ``itemamount`` and ``itemtaxed``.

        Args:
            invoiceid: Invoice ID.
            status: New status.
            paymentmethod: System name of the payment method, such as `paypal`.
            taxrate: First tax rate in percent, in place of the configured one.
            taxrate2: Second tax rate in percent, in place of the configured one.
            credit: Part that was paid from the credit balance.
            date: Date that the invoice bears.
            duedate: Day on which payment is due.
            datepaid: Day on which the invoice was paid.
            notes: Notes shown on the invoice.
            itemdescription: New texts of existing lines by line ID. GetInvoice answers the IDs.
            itemamount: Amounts of existing lines by line ID; required with `itemdescription`.
            itemtaxed: Whether existing lines are taxed by line ID; required with
                `itemdescription`.
            newitemdescription: Texts of the new lines.
            newitemamount: Amounts of the new lines.
            newitemtaxed: Whether the new lines are taxed.
            deletelineids: IDs of the lines to remove.
            publish: Turn the draft into an unpaid invoice.
            publishandsendemail: Publish the draft and email it to the client.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateInvoiceResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invoice ID Not Found",
                "Invoice must be in Draft status to be published", "Missing Variables:
                itemdescription, itemamount and itemtaxed are required for each item being
                changed", "Invalid status $status".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateinvoice/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_INVOICE,
            {
                "invoiceid": invoiceid,
                "status": status,
                "paymentmethod": paymentmethod,
                "taxrate": taxrate,
                "taxrate2": taxrate2,
                "credit": credit,
                "date": date,
                "duedate": duedate,
                "datepaid": datepaid,
                "notes": notes,
                "itemdescription": itemdescription,
                "itemamount": itemamount,
                "itemtaxed": itemtaxed,
                "newitemdescription": newitemdescription,
                "newitemamount": newitemamount,
                "newitemtaxed": newitemtaxed,
                "deletelineids": deletelineids,
                "publish": publish,
                "publishandsendemail": publishandsendemail,
            },
            extra,
            timeout,
        )

    def add_pay_method(
        self,
        *,
        clientid: int,
        type: AddPayMethodType | None = None,
        description: str | None = None,
        gateway_module_name: str | None = None,
        card_number: str | None = None,
        card_expiry: str | None = None,
        card_start: str | None = None,
        card_issue_number: int | None = None,
        bank_name: str | None = None,
        bank_account_type: str | None = None,
        bank_code: str | None = None,
        bank_account: str | None = None,
        set_as_default: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddPayMethodResponse:
        """Add Pay Method.

        Store a card or a bank account for a client. Cards need `card_number` and `card_expiry`,
        bank accounts `bank_code` and `bank_account`, a `RemoteCreditCard` also
        `gateway_module_name`. Not every tokenised gateway can be used through the API.

        Needed where ``type`` is not given or is ``CreditCard`` or ``RemoteCreditCard``:
        ``card_number`` and ``card_expiry``.
        Needed where ``type`` is ``RemoteCreditCard``: ``gateway_module_name``.
        Needed where ``type`` is ``BankAccount``: ``bank_code`` and ``bank_account``.

        Args:
            clientid: Client ID.
            type: Kind of pay method. The server assumes CreditCard.
            description: Name of the pay method.
            gateway_module_name: System name of the tokenised gateway to store it at, such as
                `authorizecim`.
            card_number: Number of the card.
            card_expiry: Month and year of expiry, MMYY: `0927` is September 2027.
            card_start: Month and year from which the card is valid, MMYY.
            card_issue_number: Issue number of the card.
            bank_name: Name of the bank.
            bank_account_type: Kind of account, such as `checking`.
            bank_code: Routing number or sort code.
            bank_account: Account number.
            set_as_default: Make it the client's default pay method.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddPayMethodResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Is Required",
                "Invalid Client ID", "Invalid Pay Method Type. Type should be one of
                'BankAccount', 'CreditCard', or 'RemoteCreditCard'", "Gateway is Required for
                RemoteCreditCard type", "No Local Credit Card Payment Gateways Enabled", "Card
                Number is required for 'CreditCard' or 'RemoteCreditCard' type", "Expiry Date is
                required for 'CreditCard' or 'RemoteCreditCard' type", "Expiry Date is invalid",
                "Start Date is invalid", "Issue Number is invalid", "Invalid Gateway Module
                Name. Must be one of: xxx (list of active gateways)", "Unsupported Gateway Type
                for Storage", "Error Creating Remote Token: xxx (error from module)", "Routing
                number is required", "Account number is required", "Gateway is Required for Bank
                Account Storage".

        Effect: write. Since 7.8.0.
        Documentation: https://developers.whmcs.com/api-reference/addpaymethod/
        """
        card_number = hide(card_number)
        card_expiry = hide(card_expiry)
        card_start = hide(card_start)
        card_issue_number = hide(card_issue_number)
        bank_code = hide(bank_code)
        bank_account = hide(bank_account)
        extra = hide(extra)
        return self._session.call(
            ADD_PAY_METHOD,
            {
                "clientid": clientid,
                "type": type,
                "description": description,
                "gateway_module_name": gateway_module_name,
                "card_number": card_number,
                "card_expiry": card_expiry,
                "card_start": card_start,
                "card_issue_number": card_issue_number,
                "bank_name": bank_name,
                "bank_account_type": bank_account_type,
                "bank_code": bank_code,
                "bank_account": bank_account,
                "set_as_default": set_as_default,
            },
            extra,
            timeout,
        )

    def add_transaction(
        self,
        *,
        paymentmethod: str,
        userid: int | None = None,
        invoiceid: int | None = None,
        transid: str | None = None,
        date: str | None = None,
        currencyid: int | None = None,
        description: str | None = None,
        amountin: Amount | None = None,
        fees: Amount | None = None,
        amountout: Amount | None = None,
        rate: Amount | None = None,
        credit: bool | None = None,
        allowduplicatetransid: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Add Transaction.

        Record a payment, a payout or a refund. One that belongs to no client needs
        `currencyid`. `credit` and `invoiceid` exclude each other.

        At least one of ``userid``, ``invoiceid`` or ``currencyid`` is needed.
        Not to be given where ``credit`` is true: ``invoiceid``.

        Args:
            paymentmethod: System name of the payment method, such as `paypal`.
            userid: Client ID.
            invoiceid: Invoice ID.
            transid: The gateway's ID of the transaction.
            date: Day of the transaction in the installation's date format, such as
                `DD/MM/YYYY`.
            currencyid: ID of the currency, where no client is given.
            description: Text of the transaction.
            amountin: Amount received.
            fees: Fee that the gateway charged; may be negative.
            amountout: Amount paid out.
            rate: Exchange rate to the default currency.
            credit: Add the amount to the client's credit. Not with `invoiceid`.
            allowduplicatetransid: Accept a `transid` that is in use already. The server assumes
                False.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found",
                "Invoice ID Not Found", "User ID does not own the given Invoice ID", "Currency
                ID Not Found", "Currency ID does not match Client currency", "A Currency ID is
                required for non-customer related transactions", "Payment Method is required",
                "Transaction ID must be Unique".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addtransaction/
        """
        extra = hide(extra)
        return self._session.call(
            ADD_TRANSACTION,
            {
                "paymentmethod": paymentmethod,
                "userid": userid,
                "invoiceid": invoiceid,
                "transid": transid,
                "date": date,
                "currencyid": currencyid,
                "description": description,
                "amountin": amountin,
                "fees": fees,
                "amountout": amountout,
                "rate": rate,
                "credit": credit,
                "allowduplicatetransid": allowduplicatetransid,
            },
            extra,
            timeout,
        )

    def delete_pay_method(
        self,
        *,
        clientid: int,
        paymethodid: int,
        failonremotefailure: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DeletePayMethodResponse:
        """Delete Pay Method.

        Delete a pay method of a client, and its token at the gateway where there is one.

        Args:
            clientid: Client ID.
            paymethodid: Pay method ID.
            failonremotefailure: Answer an error where the gateway does not delete its token.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DeletePayMethodResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID is Required",
                "Pay Method ID is Required", "Invalid Pay Method ID", "Pay Method does not
                belong to passed Client ID", "Error Deleting Remote Pay Method: xxx (response
                from module)".

        Effect: destructive. Since 7.8.0.
        Documentation: https://developers.whmcs.com/api-reference/deletepaymethod/
        """
        extra = hide(extra)
        return self._session.call(
            DELETE_PAY_METHOD,
            {
                "clientid": clientid,
                "paymethodid": paymethodid,
                "failonremotefailure": failonremotefailure,
            },
            extra,
            timeout,
        )

    def get_pay_methods(
        self,
        *,
        clientid: int,
        paymethodid: int | None = None,
        type: GetPayMethodsType | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> PayMethodsListResponse:
        """Get Pay Methods.

        Retrieve the pay methods of a client, without card and account numbers.

        Args:
            clientid: Client ID.
            paymethodid: Only this pay method.
            type: Only pay methods of this kind.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``PayMethodsListResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Is Required",
                "Invalid Pay Method Type. Should be 'BankAccount' or 'CreditCard'", "Client Not
                Found".

        Effect: read. Since 7.8.0.
        Documentation: https://developers.whmcs.com/api-reference/getpaymethods/
        """
        extra = hide(extra)
        return self._session.call(
            GET_PAY_METHODS,
            {"clientid": clientid, "paymethodid": paymethodid, "type": type},
            extra,
            timeout,
        )

    def get_transactions(
        self,
        *,
        invoiceid: int | None = None,
        clientid: int | None = None,
        transid: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> TransactionsListResponse:
        """Get Transactions.

        Retrieve all transactions that match; the answer is not paged.

        Args:
            invoiceid: Only transactions for this invoice.
            clientid: Only transactions of this client.
            transid: Only the transaction with this ID of the gateway's.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``transactions`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/gettransactions/
        """
        extra = hide(extra)
        return self._session.call(
            GET_TRANSACTIONS,
            {"invoiceid": invoiceid, "clientid": clientid, "transid": transid},
            extra,
            timeout,
        )

    def update_pay_method(
        self,
        *,
        clientid: int,
        paymethodid: int,
        card_number: str | None = None,
        card_expiry: str | None = None,
        card_start: str | None = None,
        card_issue_number: int | None = None,
        bank_name: str | None = None,
        bank_account_type: str | None = None,
        bank_code: str | None = None,
        bank_account: str | None = None,
        set_as_default: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdatePayMethodResponse:
        """Update Pay Method.

        Change the details of a stored card or bank account. At least one detail has to be
        given.

        At least one of ``card_number``, ``card_expiry``, ``card_start``, ``card_issue_number``,
        ``bank_name``, ``bank_account_type``, ``bank_code``, ``bank_account`` or
        ``set_as_default`` is needed.

        Args:
            clientid: Client ID.
            paymethodid: Pay method ID.
            card_number: New number of the card.
            card_expiry: New month and year of expiry, MMYY: `0927` is September 2027.
            card_start: New month and year from which the card is valid, MMYY.
            card_issue_number: New issue number of the card.
            bank_name: New name of the bank.
            bank_account_type: New kind of account, such as `checking`.
            bank_code: New routing number or sort code.
            bank_account: New account number.
            set_as_default: Make it the client's default pay method.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdatePayMethodResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Pay Method ID is Required",
                "Client ID is Required", "Invalid Pay Method ID", "Pay Method does not belong to
                passed Client ID", "Unsupported Gateway Type for Update", "No Details Provided
                for Update", "Unable to Update Card Number for Assisted Gateway", "Expiry Date
                is invalid", "Start Date is invalid", "Issue Number is invalid", "Error Updating
                Remote Pay Method: xxx (message from gateway)".

        Effect: write. Since 7.8.0.
        Documentation: https://developers.whmcs.com/api-reference/updatepaymethod/
        """
        card_number = hide(card_number)
        card_expiry = hide(card_expiry)
        card_start = hide(card_start)
        card_issue_number = hide(card_issue_number)
        bank_code = hide(bank_code)
        bank_account = hide(bank_account)
        extra = hide(extra)
        return self._session.call(
            UPDATE_PAY_METHOD,
            {
                "clientid": clientid,
                "paymethodid": paymethodid,
                "card_number": card_number,
                "card_expiry": card_expiry,
                "card_start": card_start,
                "card_issue_number": card_issue_number,
                "bank_name": bank_name,
                "bank_account_type": bank_account_type,
                "bank_code": bank_code,
                "bank_account": bank_account,
                "set_as_default": set_as_default,
            },
            extra,
            timeout,
        )

    def update_transaction(
        self,
        *,
        transactionid: int,
        refundid: int | None = None,
        userid: int | None = None,
        invoiceid: int | None = None,
        transid: str | None = None,
        date: DateInput | None = None,
        gateway: str | None = None,
        currency: int | None = None,
        description: str | None = None,
        amountin: Amount | None = None,
        fees: Amount | None = None,
        amountout: Amount | None = None,
        rate: Amount | None = None,
        credit: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateTransactionResponse:
        """Update Transaction.

        Change a recorded transaction. `credit` and `invoiceid` exclude each other.

        Not to be given where ``credit`` is true: ``invoiceid``.

        Args:
            transactionid: ID of the transaction, the `id` of GetTransactions.
            refundid: `id` of the transaction that is refunded.
            userid: Client ID.
            invoiceid: Invoice ID.
            transid: The gateway's ID of the transaction.
            date: Day of the transaction.
            gateway: System name of the gateway, such as `paypal`.
            currency: ID of the currency, where the transaction has no client.
            description: Text of the transaction.
            amountin: Amount received.
            fees: Fee that the gateway charged; may be negative.
            amountout: Amount paid out.
            rate: Exchange rate to the default currency.
            credit: Add the amount to the client's credit. Not with `invoiceid`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateTransactionResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updatetransaction/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_TRANSACTION,
            {
                "transactionid": transactionid,
                "refundid": refundid,
                "userid": userid,
                "invoiceid": invoiceid,
                "transid": transid,
                "date": date,
                "gateway": gateway,
                "currency": currency,
                "description": description,
                "amountin": amountin,
                "fees": fees,
                "amountout": amountout,
                "rate": rate,
                "credit": credit,
            },
            extra,
            timeout,
        )

    def accept_quote(
        self,
        *,
        quoteid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AcceptQuoteResponse:
        """Accept Quote.

        Mark a quote as accepted and turn it into an invoice.

        Args:
            quoteid: Quote ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AcceptQuoteResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Quote ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/acceptquote/
        """
        extra = hide(extra)
        return self._session.call(ACCEPT_QUOTE, {"quoteid": quoteid}, extra, timeout)

    def create_quote(
        self,
        *,
        subject: str,
        stage: QuoteStage,
        validuntil: str,
        datecreated: str | None = None,
        lineitems: Sequence[QuoteItemInput | None] | None = None,
        userid: int | None = None,
        firstname: str | None = None,
        lastname: str | None = None,
        companyname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        tax_id: str | None = None,
        currency: int | None = None,
        proposal: str | None = None,
        customernotes: str | None = None,
        adminnotes: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CreateQuoteResponse:
        """Create Quote.

        Create a quote, either for the client `userid` or for somebody new, whose name, address
        and currency are given instead.

        Args:
            subject: Subject.
            stage: Stage.
            validuntil: Last day of validity in the installation's date format, such as
                `DD/MM/YYYY`.
            datecreated: Day of creation in the installation's date format, such as
                `DD/MM/YYYY`.
            lineitems: Lines of the quote.
            userid: ID of the client, for a quote to an existing one.
            firstname: First name, where no `userid` is given.
            lastname: Last name, where no `userid` is given.
            companyname: Company, where no `userid` is given.
            email: Email address, where no `userid` is given.
            address1: First line of the address, where no `userid` is given.
            address2: Second line of the address, where no `userid` is given.
            city: City, where no `userid` is given.
            state: State or region, where no `userid` is given.
            postcode: Post code, where no `userid` is given.
            country: Country as an ISO 3166 2-letter code, where no `userid` is given.
            phonenumber: Phone number without the country code, where no `userid` is given.
            tax_id: Tax ID, such as a VAT number. Since 7.7.
            currency: ID of the currency, where no `userid` is given.
            proposal: Text of the proposal that the client sees.
            customernotes: Notes that the client sees.
            adminnotes: Notes that only staff see.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``CreateQuoteResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Subject is required",
                "Invalid Stage", "Valid Until is required".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/createquote/
        """
        extra = hide(extra)
        return self._session.call(
            CREATE_QUOTE,
            {
                "subject": subject,
                "stage": stage,
                "validuntil": validuntil,
                "datecreated": datecreated,
                "lineitems": lineitems,
                "userid": userid,
                "firstname": firstname,
                "lastname": lastname,
                "companyname": companyname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "postcode": postcode,
                "country": country,
                "phonenumber": phonenumber,
                "tax_id": tax_id,
                "currency": currency,
                "proposal": proposal,
                "customernotes": customernotes,
                "adminnotes": adminnotes,
            },
            extra,
            timeout,
        )

    def delete_quote(
        self,
        *,
        quoteid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Delete Quote.

        Delete a quote for good.

        Args:
            quoteid: Quote ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Quote ID Not Found".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deletequote/
        """
        extra = hide(extra)
        return self._session.call(DELETE_QUOTE, {"quoteid": quoteid}, extra, timeout)

    def get_quotes(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        quoteid: int | None = None,
        userid: int | None = None,
        subject: str | None = None,
        stage: QuoteStage | None = None,
        datecreated: DateInput | None = None,
        lastmodified: DateInput | None = None,
        validuntil: DateInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> QuotesListResponse:
        """Get Quotes.

        Retrieve the quotes that match, with their lines, one page at a time.

        Args:
            limitstart: Offset of the first quote, from 0. The server assumes 0.
            limitnum: Number of quotes on a page. The server assumes 25.
            quoteid: Only this quote.
            userid: Only quotes for this client.
            subject: Only quotes with this subject.
            stage: Only quotes at this stage.
            datecreated: Only quotes created on this day.
            lastmodified: Only quotes last changed on this day.
            validuntil: Only quotes whose last day of validity this is.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``quotes`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getquotes/
        """
        extra = hide(extra)
        return self._session.call(
            GET_QUOTES,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "quoteid": quoteid,
                "userid": userid,
                "subject": subject,
                "stage": stage,
                "datecreated": datecreated,
                "lastmodified": lastmodified,
                "validuntil": validuntil,
            },
            extra,
            timeout,
        )

    def iter_quotes(
        self,
        *,
        limitstart: int | None = None,
        quoteid: int | None = None,
        userid: int | None = None,
        subject: str | None = None,
        stage: QuoteStage | None = None,
        datecreated: DateInput | None = None,
        lastmodified: DateInput | None = None,
        validuntil: DateInput | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[Quote]:
        """Every record of ``get_quotes``, page after page, fetched as they are needed.

        Takes the parameters of ``get_quotes``. It ends when all records have come, on an empty
        page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``Quote``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_QUOTES,
            {
                "limitstart": limitstart,
                "quoteid": quoteid,
                "userid": userid,
                "subject": subject,
                "stage": stage,
                "datecreated": datecreated,
                "lastmodified": lastmodified,
                "validuntil": validuntil,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    def send_quote(
        self,
        *,
        quoteid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Send Quote.

        Email a quote to its client.

        Args:
            quoteid: Quote ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Quote ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/sendquote/
        """
        extra = hide(extra)
        return self._session.call(SEND_QUOTE, {"quoteid": quoteid}, extra, timeout)

    def update_quote(
        self,
        *,
        quoteid: int,
        subject: str | None = None,
        stage: QuoteStage | None = None,
        validuntil: str | None = None,
        datecreated: str | None = None,
        lineitems: Sequence[QuoteItemUpdateInput | None] | None = None,
        userid: int | None = None,
        firstname: str | None = None,
        lastname: str | None = None,
        companyname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        tax_id: str | None = None,
        currency: int | None = None,
        proposal: str | None = None,
        customernotes: str | None = None,
        adminnotes: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Update Quote.

        Change a quote and its lines; a line without `id` is a new one.

        Args:
            quoteid: Quote ID.
            subject: Subject.
            stage: Stage.
            validuntil: Last day of validity in the installation's date format, such as
                `DD/MM/YYYY`.
            datecreated: Day of creation in the installation's date format, such as
                `DD/MM/YYYY`.
            lineitems: Lines to change or to add.
            userid: ID of the client, for a quote to an existing one.
            firstname: First name, where no `userid` is given.
            lastname: Last name, where no `userid` is given.
            companyname: Company, where no `userid` is given.
            email: Email address, where no `userid` is given.
            address1: First line of the address, where no `userid` is given.
            address2: Second line of the address, where no `userid` is given.
            city: City, where no `userid` is given.
            state: State or region, where no `userid` is given.
            country: Country as an ISO 3166 2-letter code, where no `userid` is given.
            phonenumber: Phone number without the country code, where no `userid` is given.
            tax_id: Tax ID, such as a VAT number. Since 7.7.
            currency: ID of the currency, where no `userid` is given.
            proposal: Text of the proposal that the client sees.
            customernotes: Notes that the client sees.
            adminnotes: Notes that only staff see.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Quote ID Not Found",
                "Invalid Stage".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updatequote/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_QUOTE,
            {
                "quoteid": quoteid,
                "subject": subject,
                "stage": stage,
                "validuntil": validuntil,
                "datecreated": datecreated,
                "lineitems": lineitems,
                "userid": userid,
                "firstname": firstname,
                "lastname": lastname,
                "companyname": companyname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "country": country,
                "phonenumber": phonenumber,
                "tax_id": tax_id,
                "currency": currency,
                "proposal": proposal,
                "customernotes": customernotes,
                "adminnotes": adminnotes,
            },
            extra,
            timeout,
        )


class AsyncBilling:
    """Invoices, quotes, payments, transactions, credit and pay methods."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get_invoices(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        userid: int | None = None,
        status: GetInvoicesStatus | None = None,
        orderby: GetInvoicesOrderby | None = None,
        order: GetInvoicesOrder | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> InvoicesListResponse:
        """Get Invoices.

        Retrieve the invoices that match, one page at a time. GetInvoice has the line items, the
        transactions and the balance of one.

        Args:
            limitstart: Offset of the first invoice, from 0. The server assumes 0.
            limitnum: Number of invoices on a page. The server assumes 25.
            userid: Only invoices of this client.
            status: Only invoices with this status. `Overdue` finds the unpaid ones that are
                past their due date.
            orderby: Field to sort by. Since 7.7.
            order: Direction of sorting. Since 7.7.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``invoices`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getinvoices/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_INVOICES,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "userid": userid,
                "status": status,
                "orderby": orderby,
                "order": order,
            },
            extra,
            timeout,
        )

    def iter_invoices(
        self,
        *,
        limitstart: int | None = None,
        userid: int | None = None,
        status: GetInvoicesStatus | None = None,
        orderby: GetInvoicesOrderby | None = None,
        order: GetInvoicesOrder | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[Invoice]:
        """Every record of ``get_invoices``, page after page, fetched as they are needed.

        Takes the parameters of ``get_invoices``. It ends when all records have come, on an
        empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``Invoice``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_INVOICES,
            {
                "limitstart": limitstart,
                "userid": userid,
                "status": status,
                "orderby": orderby,
                "order": order,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def get_invoice(
        self,
        *,
        invoiceid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> InvoiceResponse:
        """Get Invoice.

        Retrieve one invoice with its line items and transactions.

        Args:
            invoiceid: Invoice ID; not the number, which is `invoicenum`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``InvoiceResponse``: The full record of an invoice.

        Raises:
            ApiError: The server answers with an error. Documented: "Invoice ID Not Found".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getinvoice/
        """
        extra = hide(extra)
        return await self._session.call(GET_INVOICE, {"invoiceid": invoiceid}, extra, timeout)

    async def create_invoice(
        self,
        *,
        userid: int,
        status: InvoiceStatus | None = None,
        sendinvoice: bool | None = None,
        paymentmethod: str | None = None,
        duedate: DateInput | None = None,
        draft: bool | None = None,
        taxrate: Amount | None = None,
        taxrate2: Amount | None = None,
        date: DateInput | None = None,
        notes: str | None = None,
        items: Sequence[InvoiceItemInput | None] | None = None,
        autoapplycredit: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CreateInvoiceResponse:
        """Create Invoice.

        Create an invoice for a client, with its line items. A draft cannot be sent in the same
        call: send it later with UpdateInvoice.

        Not to be given where ``draft`` is true: ``sendinvoice``.

        Args:
            userid: ID of the client to invoice.
            status: Status that the invoice begins with. The server assumes Unpaid.
            sendinvoice: Email the invoice to the client. Not together with `draft`.
            paymentmethod: System name of the payment method, such as `paypal`.
            duedate: Day on which payment is due.
            draft: Create the invoice as a draft; `status` is not needed then.
            taxrate: First tax rate in percent, in place of the configured one.
            taxrate2: Second tax rate in percent, in place of the configured one.
            date: Date that the invoice bears.
            notes: Notes shown on the invoice.
            items: What is invoiced, a row for each line.
            autoapplycredit: Pay from the client's credit balance as far as it goes.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``CreateInvoiceResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found",
                "Cannot create and send a draft invoice in a single API request. Please create
                and send separately.".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/createinvoice/
        """
        extra = hide(extra)
        return await self._session.call(
            CREATE_INVOICE,
            {
                "userid": userid,
                "status": status,
                "sendinvoice": sendinvoice,
                "paymentmethod": paymentmethod,
                "duedate": duedate,
                "draft": draft,
                "taxrate": taxrate,
                "taxrate2": taxrate2,
                "date": date,
                "notes": notes,
                "items": items,
                "autoapplycredit": autoapplycredit,
            },
            extra,
            timeout,
        )

    async def add_billable_item(
        self,
        *,
        clientid: int,
        description: str,
        amount: Amount,
        unit: AddBillableItemUnit,
        quantity: Amount | None = None,
        invoiceaction: AddBillableItemInvoiceaction | None = None,
        recur: int | None = None,
        recurcycle: AddBillableItemRecurcycle | None = None,
        recurfor: int | None = None,
        duedate: DateInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddBillableItemResponse:
        """Add Billable Item.

        Add work or goods to bill to a client. `invoiceaction` says when the item gets onto an
        invoice; its value `recur` needs `recur`, `recurcycle`, `recurfor` and `duedate` as
        well, its value `duedate` the date.

        Needed where ``invoiceaction`` is ``duedate`` or ``recur``: ``duedate``.
        Needed where ``invoiceaction`` is ``recur``: ``recur``, ``recurcycle`` and ``recurfor``.

        Args:
            clientid: ID of the client to bill.
            description: Text of the line on the invoice.
            amount: Total to bill, in the client's currency.
            unit: What `quantity` counts. Since 8.2.
            quantity: Number of units that the item stands for. Called `hours` before 8.2. The
                server assumes 0. Since 8.2.
            invoiceaction: When to bill: not yet, with the next run of the cron job, with the
                client's next invoice, at the due date, or again and again.
            recur: Number of `recurcycle` units between two invoices.
            recurcycle: Unit of `recur`.
            recurfor: How many times to bill.
            duedate: Day on which payment is due.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddBillableItemResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID not Found", "You
                must provide a description", "Invalid Invoice Action", "Recurring must have a
                unit, cycle and limit", "Due date is required", "Invalid Unit, please specify
                either 'hours' or 'quantity'", "Invalid Date Format - Expected: 'YYYY-mm-dd'".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addbillableitem/
        """
        extra = hide(extra)
        return await self._session.call(
            ADD_BILLABLE_ITEM,
            {
                "clientid": clientid,
                "description": description,
                "amount": amount,
                "unit": unit,
                "quantity": quantity,
                "invoiceaction": invoiceaction,
                "recur": recur,
                "recurcycle": recurcycle,
                "recurfor": recurfor,
                "duedate": duedate,
            },
            extra,
            timeout,
        )

    async def add_credit(
        self,
        *,
        clientid: int,
        description: str,
        amount: Amount,
        date: DateInput | None = None,
        adminid: int | None = None,
        type: AddCreditType | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddCreditResponse:
        """Add Credit.

        Add to the credit balance of a client, or take from it.

        Args:
            clientid: Client ID.
            description: Reason for the change; only staff see it.
            amount: Amount in the client's currency, above 0 and with at most two decimals, also
                where `type` is `remove`.
            date: Day on which the credit was given.
            adminid: ID of an active administrator to record as the author, by default the
                caller's.
            type: Whether to add credit or to take it away.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddCreditResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Type can only be add or
                remove", "Client ID Not Found", "Admin ID Not Found", "No Amount Provided",
                "Amount must be in decimal format: ### or ###.##", "Date Format is not Valid".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addcredit/
        """
        extra = hide(extra)
        return await self._session.call(
            ADD_CREDIT,
            {
                "clientid": clientid,
                "description": description,
                "amount": amount,
                "date": date,
                "adminid": adminid,
                "type": type,
            },
            extra,
            timeout,
        )

    async def add_invoice_payment(
        self,
        *,
        invoiceid: int,
        transid: str,
        gateway: str,
        date: DateTimeInput,
        amount: Amount | None = None,
        fees: Amount | None = None,
        noemail: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Add Invoice Payment.

        Record a payment that was made for an invoice. Nothing is charged; CapturePayment does
        that.

        Args:
            invoiceid: Invoice ID.
            transid: The gateway's ID of the transaction; unique.
            gateway: System name of the gateway, such as `paypal` or `authorize`.
            date: When the payment was made, in server time.
            amount: Amount paid; all that is due where it is left out.
            fees: Part of the amount that the gateway kept as its fee.
            noemail: Send no email about the payment.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invoice ID Not Found", "It
                is not possible to add a payment to an invoice that is Cancelled".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addinvoicepayment/
        """
        extra = hide(extra)
        return await self._session.call(
            ADD_INVOICE_PAYMENT,
            {
                "invoiceid": invoiceid,
                "transid": transid,
                "gateway": gateway,
                "date": date,
                "amount": amount,
                "fees": fees,
                "noemail": noemail,
            },
            extra,
            timeout,
        )

    async def apply_credit(
        self,
        *,
        invoiceid: int,
        amount: Amount | str | None = None,
        noemail: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ApplyCreditResponse:
        """Apply Credit.

        Pay an unpaid invoice, or part of it, from the client's credit balance.

        Args:
            invoiceid: Invoice ID.
            amount: Amount to apply, above 0 and no more than the credit and the balance of the
                invoice. The documentation allows text as well, without saying which.
            noemail: Send no email where this pays the invoice in full.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``ApplyCreditResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invoice ID Not Found",
                "Invoice Not in Unpaid Status", "Amount exceeds customer credit balance",
                "Amount Exceeds Invoice Balance", "Credit Amount to apply must be greater than
                zero".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/applycredit/
        """
        extra = hide(extra)
        return await self._session.call(
            APPLY_CREDIT,
            {"invoiceid": invoiceid, "amount": amount, "noemail": noemail},
            extra,
            timeout,
        )

    async def capture_payment(
        self,
        *,
        invoiceid: int,
        cvv: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Capture Payment.

        Charge the client's card for an unpaid invoice now.

        Args:
            invoiceid: Invoice ID; the invoice has to be unpaid.
            cvv: Security code of the card.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invoice Not Found or Not
                Unpaid", "Payment Attempt Failed".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/capturepayment/
        """
        cvv = hide(cvv)
        extra = hide(extra)
        return await self._session.call(
            CAPTURE_PAYMENT,
            {"invoiceid": invoiceid, "cvv": cvv},
            extra,
            timeout,
        )

    async def gen_invoices(
        self,
        *,
        noemails: bool | None = None,
        clientid: int | None = None,
        serviceids: Sequence[int | None] | None = None,
        domainids: Sequence[int | None] | None = None,
        addonids: Sequence[int | None] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> GenInvoicesResponse:
        """Generate Invoices.

        Create the invoices that are due, for everyone or only for the client, services, domains
        and addons that are named.

        Args:
            noemails: Send no emails about the new invoices.
            clientid: Only invoices of this client.
            serviceids: IDs of the services to invoice.
            domainids: IDs of the domains to invoice.
            addonids: IDs of the service addons to invoice.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``GenInvoicesResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/geninvoices/
        """
        extra = hide(extra)
        return await self._session.call(
            GEN_INVOICES,
            {
                "noemails": noemails,
                "clientid": clientid,
                "serviceids": serviceids,
                "domainids": domainids,
                "addonids": addonids,
            },
            extra,
            timeout,
        )

    async def get_credits(
        self,
        *,
        clientid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CreditsListResponse:
        """Get Credits.

        Retrieve the whole credit log of a client.

        Args:
            clientid: Client ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``CreditsListResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getcredits/
        """
        extra = hide(extra)
        return await self._session.call(GET_CREDITS, {"clientid": clientid}, extra, timeout)

    async def update_invoice(
        self,
        *,
        invoiceid: int,
        status: InvoiceStatus | None = None,
        paymentmethod: str | None = None,
        taxrate: Amount | None = None,
        taxrate2: Amount | None = None,
        credit: Amount | None = None,
        date: DateInput | None = None,
        duedate: DateInput | None = None,
        datepaid: DateInput | None = None,
        notes: str | None = None,
        itemdescription: Keyed[str] | None = None,
        itemamount: Keyed[Amount] | None = None,
        itemtaxed: Keyed[bool] | None = None,
        newitemdescription: Sequence[str | None] | None = None,
        newitemamount: Sequence[Amount | None] | None = None,
        newitemtaxed: Sequence[bool | None] | None = None,
        deletelineids: Sequence[int | None] | None = None,
        publish: bool | None = None,
        publishandsendemail: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateInvoiceResponse:
        """Update Invoice.

        Change an invoice or its lines, or publish a draft. Totals follow from the lines and tax
        rates. Lines are changed by their ID; each needs an entry in `itemdescription`,
        `itemamount` and `itemtaxed` alike. A new line takes the same position in
        `newitemdescription`, `newitemamount` and `newitemtaxed`.

        Needed where ``itemdescription`` is given, key by key: ``itemamount`` and ``itemtaxed``.

        Args:
            invoiceid: Invoice ID.
            status: New status.
            paymentmethod: System name of the payment method, such as `paypal`.
            taxrate: First tax rate in percent, in place of the configured one.
            taxrate2: Second tax rate in percent, in place of the configured one.
            credit: Part that was paid from the credit balance.
            date: Date that the invoice bears.
            duedate: Day on which payment is due.
            datepaid: Day on which the invoice was paid.
            notes: Notes shown on the invoice.
            itemdescription: New texts of existing lines by line ID. GetInvoice answers the IDs.
            itemamount: Amounts of existing lines by line ID; required with `itemdescription`.
            itemtaxed: Whether existing lines are taxed by line ID; required with
                `itemdescription`.
            newitemdescription: Texts of the new lines.
            newitemamount: Amounts of the new lines.
            newitemtaxed: Whether the new lines are taxed.
            deletelineids: IDs of the lines to remove.
            publish: Turn the draft into an unpaid invoice.
            publishandsendemail: Publish the draft and email it to the client.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateInvoiceResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Invoice ID Not Found",
                "Invoice must be in Draft status to be published", "Missing Variables:
                itemdescription, itemamount and itemtaxed are required for each item being
                changed", "Invalid status $status".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateinvoice/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_INVOICE,
            {
                "invoiceid": invoiceid,
                "status": status,
                "paymentmethod": paymentmethod,
                "taxrate": taxrate,
                "taxrate2": taxrate2,
                "credit": credit,
                "date": date,
                "duedate": duedate,
                "datepaid": datepaid,
                "notes": notes,
                "itemdescription": itemdescription,
                "itemamount": itemamount,
                "itemtaxed": itemtaxed,
                "newitemdescription": newitemdescription,
                "newitemamount": newitemamount,
                "newitemtaxed": newitemtaxed,
                "deletelineids": deletelineids,
                "publish": publish,
                "publishandsendemail": publishandsendemail,
            },
            extra,
            timeout,
        )

    async def add_pay_method(
        self,
        *,
        clientid: int,
        type: AddPayMethodType | None = None,
        description: str | None = None,
        gateway_module_name: str | None = None,
        card_number: str | None = None,
        card_expiry: str | None = None,
        card_start: str | None = None,
        card_issue_number: int | None = None,
        bank_name: str | None = None,
        bank_account_type: str | None = None,
        bank_code: str | None = None,
        bank_account: str | None = None,
        set_as_default: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AddPayMethodResponse:
        """Add Pay Method.

        Store a card or a bank account for a client. Cards need `card_number` and `card_expiry`,
        bank accounts `bank_code` and `bank_account`, a `RemoteCreditCard` also
        `gateway_module_name`. Not every tokenised gateway can be used through the API.

        Needed where ``type`` is not given or is ``CreditCard`` or ``RemoteCreditCard``:
        ``card_number`` and ``card_expiry``.
        Needed where ``type`` is ``RemoteCreditCard``: ``gateway_module_name``.
        Needed where ``type`` is ``BankAccount``: ``bank_code`` and ``bank_account``.

        Args:
            clientid: Client ID.
            type: Kind of pay method. The server assumes CreditCard.
            description: Name of the pay method.
            gateway_module_name: System name of the tokenised gateway to store it at, such as
                `authorizecim`.
            card_number: Number of the card.
            card_expiry: Month and year of expiry, MMYY: `0927` is September 2027.
            card_start: Month and year from which the card is valid, MMYY.
            card_issue_number: Issue number of the card.
            bank_name: Name of the bank.
            bank_account_type: Kind of account, such as `checking`.
            bank_code: Routing number or sort code.
            bank_account: Account number.
            set_as_default: Make it the client's default pay method.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AddPayMethodResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Is Required",
                "Invalid Client ID", "Invalid Pay Method Type. Type should be one of
                'BankAccount', 'CreditCard', or 'RemoteCreditCard'", "Gateway is Required for
                RemoteCreditCard type", "No Local Credit Card Payment Gateways Enabled", "Card
                Number is required for 'CreditCard' or 'RemoteCreditCard' type", "Expiry Date is
                required for 'CreditCard' or 'RemoteCreditCard' type", "Expiry Date is invalid",
                "Start Date is invalid", "Issue Number is invalid", "Invalid Gateway Module
                Name. Must be one of: xxx (list of active gateways)", "Unsupported Gateway Type
                for Storage", "Error Creating Remote Token: xxx (error from module)", "Routing
                number is required", "Account number is required", "Gateway is Required for Bank
                Account Storage".

        Effect: write. Since 7.8.0.
        Documentation: https://developers.whmcs.com/api-reference/addpaymethod/
        """
        card_number = hide(card_number)
        card_expiry = hide(card_expiry)
        card_start = hide(card_start)
        card_issue_number = hide(card_issue_number)
        bank_code = hide(bank_code)
        bank_account = hide(bank_account)
        extra = hide(extra)
        return await self._session.call(
            ADD_PAY_METHOD,
            {
                "clientid": clientid,
                "type": type,
                "description": description,
                "gateway_module_name": gateway_module_name,
                "card_number": card_number,
                "card_expiry": card_expiry,
                "card_start": card_start,
                "card_issue_number": card_issue_number,
                "bank_name": bank_name,
                "bank_account_type": bank_account_type,
                "bank_code": bank_code,
                "bank_account": bank_account,
                "set_as_default": set_as_default,
            },
            extra,
            timeout,
        )

    async def add_transaction(
        self,
        *,
        paymentmethod: str,
        userid: int | None = None,
        invoiceid: int | None = None,
        transid: str | None = None,
        date: str | None = None,
        currencyid: int | None = None,
        description: str | None = None,
        amountin: Amount | None = None,
        fees: Amount | None = None,
        amountout: Amount | None = None,
        rate: Amount | None = None,
        credit: bool | None = None,
        allowduplicatetransid: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Add Transaction.

        Record a payment, a payout or a refund. One that belongs to no client needs
        `currencyid`. `credit` and `invoiceid` exclude each other.

        At least one of ``userid``, ``invoiceid`` or ``currencyid`` is needed.
        Not to be given where ``credit`` is true: ``invoiceid``.

        Args:
            paymentmethod: System name of the payment method, such as `paypal`.
            userid: Client ID.
            invoiceid: Invoice ID.
            transid: The gateway's ID of the transaction.
            date: Day of the transaction in the installation's date format, such as
                `DD/MM/YYYY`.
            currencyid: ID of the currency, where no client is given.
            description: Text of the transaction.
            amountin: Amount received.
            fees: Fee that the gateway charged; may be negative.
            amountout: Amount paid out.
            rate: Exchange rate to the default currency.
            credit: Add the amount to the client's credit. Not with `invoiceid`.
            allowduplicatetransid: Accept a `transid` that is in use already. The server assumes
                False.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found",
                "Invoice ID Not Found", "User ID does not own the given Invoice ID", "Currency
                ID Not Found", "Currency ID does not match Client currency", "A Currency ID is
                required for non-customer related transactions", "Payment Method is required",
                "Transaction ID must be Unique".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addtransaction/
        """
        extra = hide(extra)
        return await self._session.call(
            ADD_TRANSACTION,
            {
                "paymentmethod": paymentmethod,
                "userid": userid,
                "invoiceid": invoiceid,
                "transid": transid,
                "date": date,
                "currencyid": currencyid,
                "description": description,
                "amountin": amountin,
                "fees": fees,
                "amountout": amountout,
                "rate": rate,
                "credit": credit,
                "allowduplicatetransid": allowduplicatetransid,
            },
            extra,
            timeout,
        )

    async def delete_pay_method(
        self,
        *,
        clientid: int,
        paymethodid: int,
        failonremotefailure: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> DeletePayMethodResponse:
        """Delete Pay Method.

        Delete a pay method of a client, and its token at the gateway where there is one.

        Args:
            clientid: Client ID.
            paymethodid: Pay method ID.
            failonremotefailure: Answer an error where the gateway does not delete its token.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``DeletePayMethodResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID is Required",
                "Pay Method ID is Required", "Invalid Pay Method ID", "Pay Method does not
                belong to passed Client ID", "Error Deleting Remote Pay Method: xxx (response
                from module)".

        Effect: destructive. Since 7.8.0.
        Documentation: https://developers.whmcs.com/api-reference/deletepaymethod/
        """
        extra = hide(extra)
        return await self._session.call(
            DELETE_PAY_METHOD,
            {
                "clientid": clientid,
                "paymethodid": paymethodid,
                "failonremotefailure": failonremotefailure,
            },
            extra,
            timeout,
        )

    async def get_pay_methods(
        self,
        *,
        clientid: int,
        paymethodid: int | None = None,
        type: GetPayMethodsType | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> PayMethodsListResponse:
        """Get Pay Methods.

        Retrieve the pay methods of a client, without card and account numbers.

        Args:
            clientid: Client ID.
            paymethodid: Only this pay method.
            type: Only pay methods of this kind.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``PayMethodsListResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Is Required",
                "Invalid Pay Method Type. Should be 'BankAccount' or 'CreditCard'", "Client Not
                Found".

        Effect: read. Since 7.8.0.
        Documentation: https://developers.whmcs.com/api-reference/getpaymethods/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_PAY_METHODS,
            {"clientid": clientid, "paymethodid": paymethodid, "type": type},
            extra,
            timeout,
        )

    async def get_transactions(
        self,
        *,
        invoiceid: int | None = None,
        clientid: int | None = None,
        transid: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> TransactionsListResponse:
        """Get Transactions.

        Retrieve all transactions that match; the answer is not paged.

        Args:
            invoiceid: Only transactions for this invoice.
            clientid: Only transactions of this client.
            transid: Only the transaction with this ID of the gateway's.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            All at once: ``transactions`` holds the records.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/gettransactions/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_TRANSACTIONS,
            {"invoiceid": invoiceid, "clientid": clientid, "transid": transid},
            extra,
            timeout,
        )

    async def update_pay_method(
        self,
        *,
        clientid: int,
        paymethodid: int,
        card_number: str | None = None,
        card_expiry: str | None = None,
        card_start: str | None = None,
        card_issue_number: int | None = None,
        bank_name: str | None = None,
        bank_account_type: str | None = None,
        bank_code: str | None = None,
        bank_account: str | None = None,
        set_as_default: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdatePayMethodResponse:
        """Update Pay Method.

        Change the details of a stored card or bank account. At least one detail has to be
        given.

        At least one of ``card_number``, ``card_expiry``, ``card_start``, ``card_issue_number``,
        ``bank_name``, ``bank_account_type``, ``bank_code``, ``bank_account`` or
        ``set_as_default`` is needed.

        Args:
            clientid: Client ID.
            paymethodid: Pay method ID.
            card_number: New number of the card.
            card_expiry: New month and year of expiry, MMYY: `0927` is September 2027.
            card_start: New month and year from which the card is valid, MMYY.
            card_issue_number: New issue number of the card.
            bank_name: New name of the bank.
            bank_account_type: New kind of account, such as `checking`.
            bank_code: New routing number or sort code.
            bank_account: New account number.
            set_as_default: Make it the client's default pay method.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdatePayMethodResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Pay Method ID is Required",
                "Client ID is Required", "Invalid Pay Method ID", "Pay Method does not belong to
                passed Client ID", "Unsupported Gateway Type for Update", "No Details Provided
                for Update", "Unable to Update Card Number for Assisted Gateway", "Expiry Date
                is invalid", "Start Date is invalid", "Issue Number is invalid", "Error Updating
                Remote Pay Method: xxx (message from gateway)".

        Effect: write. Since 7.8.0.
        Documentation: https://developers.whmcs.com/api-reference/updatepaymethod/
        """
        card_number = hide(card_number)
        card_expiry = hide(card_expiry)
        card_start = hide(card_start)
        card_issue_number = hide(card_issue_number)
        bank_code = hide(bank_code)
        bank_account = hide(bank_account)
        extra = hide(extra)
        return await self._session.call(
            UPDATE_PAY_METHOD,
            {
                "clientid": clientid,
                "paymethodid": paymethodid,
                "card_number": card_number,
                "card_expiry": card_expiry,
                "card_start": card_start,
                "card_issue_number": card_issue_number,
                "bank_name": bank_name,
                "bank_account_type": bank_account_type,
                "bank_code": bank_code,
                "bank_account": bank_account,
                "set_as_default": set_as_default,
            },
            extra,
            timeout,
        )

    async def update_transaction(
        self,
        *,
        transactionid: int,
        refundid: int | None = None,
        userid: int | None = None,
        invoiceid: int | None = None,
        transid: str | None = None,
        date: DateInput | None = None,
        gateway: str | None = None,
        currency: int | None = None,
        description: str | None = None,
        amountin: Amount | None = None,
        fees: Amount | None = None,
        amountout: Amount | None = None,
        rate: Amount | None = None,
        credit: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> UpdateTransactionResponse:
        """Update Transaction.

        Change a recorded transaction. `credit` and `invoiceid` exclude each other.

        Not to be given where ``credit`` is true: ``invoiceid``.

        Args:
            transactionid: ID of the transaction, the `id` of GetTransactions.
            refundid: `id` of the transaction that is refunded.
            userid: Client ID.
            invoiceid: Invoice ID.
            transid: The gateway's ID of the transaction.
            date: Day of the transaction.
            gateway: System name of the gateway, such as `paypal`.
            currency: ID of the currency, where the transaction has no client.
            description: Text of the transaction.
            amountin: Amount received.
            fees: Fee that the gateway charged; may be negative.
            amountout: Amount paid out.
            rate: Exchange rate to the default currency.
            credit: Add the amount to the client's credit. Not with `invoiceid`.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``UpdateTransactionResponse``.

        Raises:
            ApiError: The server answers with an error.

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updatetransaction/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_TRANSACTION,
            {
                "transactionid": transactionid,
                "refundid": refundid,
                "userid": userid,
                "invoiceid": invoiceid,
                "transid": transid,
                "date": date,
                "gateway": gateway,
                "currency": currency,
                "description": description,
                "amountin": amountin,
                "fees": fees,
                "amountout": amountout,
                "rate": rate,
                "credit": credit,
            },
            extra,
            timeout,
        )

    async def accept_quote(
        self,
        *,
        quoteid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AcceptQuoteResponse:
        """Accept Quote.

        Mark a quote as accepted and turn it into an invoice.

        Args:
            quoteid: Quote ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``AcceptQuoteResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Quote ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/acceptquote/
        """
        extra = hide(extra)
        return await self._session.call(ACCEPT_QUOTE, {"quoteid": quoteid}, extra, timeout)

    async def create_quote(
        self,
        *,
        subject: str,
        stage: QuoteStage,
        validuntil: str,
        datecreated: str | None = None,
        lineitems: Sequence[QuoteItemInput | None] | None = None,
        userid: int | None = None,
        firstname: str | None = None,
        lastname: str | None = None,
        companyname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        tax_id: str | None = None,
        currency: int | None = None,
        proposal: str | None = None,
        customernotes: str | None = None,
        adminnotes: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CreateQuoteResponse:
        """Create Quote.

        Create a quote, either for the client `userid` or for somebody new, whose name, address
        and currency are given instead.

        Args:
            subject: Subject.
            stage: Stage.
            validuntil: Last day of validity in the installation's date format, such as
                `DD/MM/YYYY`.
            datecreated: Day of creation in the installation's date format, such as
                `DD/MM/YYYY`.
            lineitems: Lines of the quote.
            userid: ID of the client, for a quote to an existing one.
            firstname: First name, where no `userid` is given.
            lastname: Last name, where no `userid` is given.
            companyname: Company, where no `userid` is given.
            email: Email address, where no `userid` is given.
            address1: First line of the address, where no `userid` is given.
            address2: Second line of the address, where no `userid` is given.
            city: City, where no `userid` is given.
            state: State or region, where no `userid` is given.
            postcode: Post code, where no `userid` is given.
            country: Country as an ISO 3166 2-letter code, where no `userid` is given.
            phonenumber: Phone number without the country code, where no `userid` is given.
            tax_id: Tax ID, such as a VAT number. Since 7.7.
            currency: ID of the currency, where no `userid` is given.
            proposal: Text of the proposal that the client sees.
            customernotes: Notes that the client sees.
            adminnotes: Notes that only staff see.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``CreateQuoteResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Subject is required",
                "Invalid Stage", "Valid Until is required".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/createquote/
        """
        extra = hide(extra)
        return await self._session.call(
            CREATE_QUOTE,
            {
                "subject": subject,
                "stage": stage,
                "validuntil": validuntil,
                "datecreated": datecreated,
                "lineitems": lineitems,
                "userid": userid,
                "firstname": firstname,
                "lastname": lastname,
                "companyname": companyname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "postcode": postcode,
                "country": country,
                "phonenumber": phonenumber,
                "tax_id": tax_id,
                "currency": currency,
                "proposal": proposal,
                "customernotes": customernotes,
                "adminnotes": adminnotes,
            },
            extra,
            timeout,
        )

    async def delete_quote(
        self,
        *,
        quoteid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Delete Quote.

        Delete a quote for good.

        Args:
            quoteid: Quote ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Quote ID Not Found".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deletequote/
        """
        extra = hide(extra)
        return await self._session.call(DELETE_QUOTE, {"quoteid": quoteid}, extra, timeout)

    async def get_quotes(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        quoteid: int | None = None,
        userid: int | None = None,
        subject: str | None = None,
        stage: QuoteStage | None = None,
        datecreated: DateInput | None = None,
        lastmodified: DateInput | None = None,
        validuntil: DateInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> QuotesListResponse:
        """Get Quotes.

        Retrieve the quotes that match, with their lines, one page at a time.

        Args:
            limitstart: Offset of the first quote, from 0. The server assumes 0.
            limitnum: Number of quotes on a page. The server assumes 25.
            quoteid: Only this quote.
            userid: Only quotes for this client.
            subject: Only quotes with this subject.
            stage: Only quotes at this stage.
            datecreated: Only quotes created on this day.
            lastmodified: Only quotes last changed on this day.
            validuntil: Only quotes whose last day of validity this is.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            One page: ``quotes`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getquotes/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_QUOTES,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "quoteid": quoteid,
                "userid": userid,
                "subject": subject,
                "stage": stage,
                "datecreated": datecreated,
                "lastmodified": lastmodified,
                "validuntil": validuntil,
            },
            extra,
            timeout,
        )

    def iter_quotes(
        self,
        *,
        limitstart: int | None = None,
        quoteid: int | None = None,
        userid: int | None = None,
        subject: str | None = None,
        stage: QuoteStage | None = None,
        datecreated: DateInput | None = None,
        lastmodified: DateInput | None = None,
        validuntil: DateInput | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[Quote]:
        """Every record of ``get_quotes``, page after page, fetched as they are needed.

        Takes the parameters of ``get_quotes``. It ends when all records have come, on an empty
        page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            An iterator over ``Quote``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_QUOTES,
            {
                "limitstart": limitstart,
                "quoteid": quoteid,
                "userid": userid,
                "subject": subject,
                "stage": stage,
                "datecreated": datecreated,
                "lastmodified": lastmodified,
                "validuntil": validuntil,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def send_quote(
        self,
        *,
        quoteid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Send Quote.

        Email a quote to its client.

        Args:
            quoteid: Quote ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Quote ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/sendquote/
        """
        extra = hide(extra)
        return await self._session.call(SEND_QUOTE, {"quoteid": quoteid}, extra, timeout)

    async def update_quote(
        self,
        *,
        quoteid: int,
        subject: str | None = None,
        stage: QuoteStage | None = None,
        validuntil: str | None = None,
        datecreated: str | None = None,
        lineitems: Sequence[QuoteItemUpdateInput | None] | None = None,
        userid: int | None = None,
        firstname: str | None = None,
        lastname: str | None = None,
        companyname: str | None = None,
        email: str | None = None,
        address1: str | None = None,
        address2: str | None = None,
        city: str | None = None,
        state: str | None = None,
        country: str | None = None,
        phonenumber: str | None = None,
        tax_id: str | None = None,
        currency: int | None = None,
        proposal: str | None = None,
        customernotes: str | None = None,
        adminnotes: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Update Quote.

        Change a quote and its lines; a line without `id` is a new one.

        Args:
            quoteid: Quote ID.
            subject: Subject.
            stage: Stage.
            validuntil: Last day of validity in the installation's date format, such as
                `DD/MM/YYYY`.
            datecreated: Day of creation in the installation's date format, such as
                `DD/MM/YYYY`.
            lineitems: Lines to change or to add.
            userid: ID of the client, for a quote to an existing one.
            firstname: First name, where no `userid` is given.
            lastname: Last name, where no `userid` is given.
            companyname: Company, where no `userid` is given.
            email: Email address, where no `userid` is given.
            address1: First line of the address, where no `userid` is given.
            address2: Second line of the address, where no `userid` is given.
            city: City, where no `userid` is given.
            state: State or region, where no `userid` is given.
            country: Country as an ISO 3166 2-letter code, where no `userid` is given.
            phonenumber: Phone number without the country code, where no `userid` is given.
            tax_id: Tax ID, such as a VAT number. Since 7.7.
            currency: ID of the currency, where no `userid` is given.
            proposal: Text of the proposal that the client sees.
            customernotes: Notes that the client sees.
            adminnotes: Notes that only staff see.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Quote ID Not Found",
                "Invalid Stage".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updatequote/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_QUOTE,
            {
                "quoteid": quoteid,
                "subject": subject,
                "stage": stage,
                "validuntil": validuntil,
                "datecreated": datecreated,
                "lineitems": lineitems,
                "userid": userid,
                "firstname": firstname,
                "lastname": lastname,
                "companyname": companyname,
                "email": email,
                "address1": address1,
                "address2": address2,
                "city": city,
                "state": state,
                "country": country,
                "phonenumber": phonenumber,
                "tax_id": tax_id,
                "currency": currency,
                "proposal": proposal,
                "customernotes": customernotes,
                "adminnotes": adminnotes,
            },
            extra,
            timeout,
        )
