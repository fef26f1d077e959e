"""What tsc and ESLint say of the generated TypeScript, and of code that uses it: right code passes, mistakes do not.

They check the client for WHMCS, and one whose spec has every shape and awkward names.
"""

from __future__ import annotations

import re
from pathlib import Path

from python_client import everything, operation, page_of, ref
from test_typescript_names import AWKWARD
from typescript_client import copy_of_generated, needs_tools, package

from generator.targets.typescript.checks import TypeScriptChecks, run

pytestmark = needs_tools

# Every type here must be exactly what is said.
RIGHT = """
import { ApiError, IpNotAllowedError, pageTotal, reveal, unparsed, Whmcs, WhmcsError } from "./index.js";
import type { Client, Decimal, GetInvoicesParams, Invoice, InvoiceResponse, LocalDate, LocalDateTime } from "./index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function exactly<A>() {
  return <B>(_value: B, _same: Same<A, B>): void => undefined;
}

export async function read(whmcs: Whmcs, signal: AbortSignal): Promise<void> {
  const page = await whmcs.billing.getInvoices({ status: "Unpaid", limitnum: 100 }, { timeout: 5, signal });
  exactly<Invoice[]>()(page.invoices, true);
  exactly<number | null>()(pageTotal(page), true);
  for await (const invoice of whmcs.billing.iterInvoices({}, { pageSize: 5, maxRecords: 9 })) {
    exactly<Invoice>()(invoice, true);
    exactly<number | null>()(invoice.id, true);
    exactly<Decimal | null>()(invoice.total, true);
    exactly<LocalDate | null>()(invoice.duedate, true);
    exactly<LocalDateTime | null>()(invoice.datepaid, true);
    const status: string | null = invoice.status;
    const isPaid = invoice.status === "Paid" || invoice.status === "a status of ours";
    console.log(status, isPaid, unparsed(invoice), reveal(invoice));
  }
  exactly<InvoiceResponse>()(await whmcs.billing.getInvoice({ invoiceid: 5 }), true);
  for await (const client of whmcs.clients.iterClients()) exactly<Client>()(client, true);
}

export async function write(whmcs: Whmcs): Promise<void> {
  await whmcs.billing.createInvoice(
    {
      userid: 1n, date: "2030-01-31", duedate: "31/01/2030", status: "a status of ours", taxrate: "7.5",
      items: [{ itemdescription: "a", itemamount: 5 }, { itemamount: "5.950", itemtaxed: undefined }],
    },
    { extra: { unknown: [1] }, strict: true },
  );
  await whmcs.support.openTicket({
    deptid: 1, subject: "s", message: "m", attachments: [{ name: "n", data: new Uint8Array([1]) }],
  });
  await whmcs.clients.updateClient({ clientid: 1, customfields: { 12: "a" } });
  await whmcs.clients.updateClient({ clientid: 1, customfields: new Map([[12, "a"]]) });
  const params: GetInvoicesParams = { userid: undefined, status: null };
  await whmcs.billing.getInvoices(params);
}

export async function byName(whmcs: Whmcs): Promise<void> {
  exactly<unknown>()(await whmcs.call("GetInvoice", { invoiceid: "1", misspelt: true }), true);
  exactly<unknown>()(await whmcs.call("MyOwnAction", { anything: [1, 2] }, { effect: "read" }), true);
}

export function made(): Whmcs {
  const fetched = Whmcs.fromEnv({ strict: true, retries: 1 }, { WHMCS_URL: "https://x.example" });
  fetched.close();
  return new Whmcs({
    url: "https://x.example", identifier: "i", secret: "s", accesskey: undefined, rateLimit: 5, fetch: (url, init) => fetch(url, init),
    hook: (event) => { console.log(event.action); },
  });
}

export function told(error: unknown): string {
  if (error instanceof IpNotAllowedError) return error.ip ?? "";
  if (error instanceof ApiError) return error.reason;
  return error instanceof WhmcsError ? String(error.mayHaveBeenSent) : "";
}
"""

# A mistake in every line that says so.
WRONG = """
import { Whmcs } from "./index.js";
import type { Invoice } from "./index.js";
export async function wrong(whmcs: Whmcs, invoice: Invoice): Promise<void> {
  await whmcs.billing.getInvoice({}); // WRONG
  await whmcs.billing.getInvoice({ invoiceid: "five" }); // WRONG
  await whmcs.billing.getInvoices({ user: 1 }); // WRONG
  await whmcs.billing.getInvoice({ invoiceid: null }); // WRONG
  await whmcs.billing.createInvoice({ userid: 1, date: new Date() }); // WRONG
  await whmcs.billing.createInvoice({ userid: 1, taxrate: "7,5" }); // WRONG
  await whmcs.billing.createInvoice({ userid: 1, sendinvoice: "yes" }); // WRONG
  await whmcs.support.openTicket({ deptid: 1, subject: "s", message: "m", attachments: ["a.pdf"] }); // WRONG
  whmcs.billing.iterInvoices({ limitnum: 5 }); // WRONG
  await whmcs.billing.getInvoices({}, { timeout: "5" }); // WRONG
  const total: number | null = invoice.total; // WRONG
  const id: number = invoice.id; // WRONG
  const day: Date | null = invoice.duedate; // WRONG
  console.log(total, id, day, invoice.nothing); // WRONG
  new Whmcs({ identifier: "i", secret: "s" }); // WRONG
  whmcs.billing = whmcs.billing; // WRONG
  (await whmcs.call("GetInvoice", { invoiceid: 1 })).invoiceid; // WRONG
  whmcs.nothing; // WRONG
}
"""


def errors_in(file: str, said: str) -> set[int]:
    """The lines of a file that the compiler finds fault with."""
    return {int(line) for line in re.findall(rf"^src/{file}\((\d+),\d+\): error ", said, re.MULTILINE)}


def test_right_code_compiles_and_every_mistake_is_found(tmp_path: Path) -> None:
    folder = copy_of_generated(tmp_path / "whmcs")
    (folder / "src/right.ts").write_text(RIGHT)
    (folder / "src/wrong.ts").write_text(WRONG)
    said = run("tsc", "--noEmit", "--noUnusedParameters", "false", folder=folder).stdout
    wanted = {number for number, line in enumerate(WRONG.split("\n"), 1) if "// WRONG" in line}
    assert errors_in("wrong.ts", said) == wanted, said
    assert [line for line in said.split("\n") if line.startswith("src/") and not line.startswith("src/wrong.ts")] == []


def test_every_shape_compiles_without_a_word(tmp_path: Path) -> None:
    document = everything()
    paths, schemas = document["paths"], document["components"]["schemas"]
    plain = {name: {"type": "string"} for name in AWKWARD}
    numbers = {name: {"type": "integer"} for name in AWKWARD}
    schemas |= {
        "Odd": {"type": "object", "properties": {**plain, "odd": {"type": "array", "items": ref("Odd")}}},
        "OddRow": {"type": "object", "properties": numbers, "required": AWKWARD[::2]},
        "Empty": {"type": "object", "properties": {}},
        **{name: {"type": "object", "properties": {"kind": {"type": "string", "enum": ["a"]}}} for name in ("Promise", "Array", "Session")},
    }
    rows = {"rows": {"type": "array", "items": ref("OddRow")}}
    paging = {"skip": {"type": "integer"}, "take": {"type": "integer"}}
    paths |= {
        "/?do=GetOdd": operation(params={**plain, **rows}, answer=ref("Odd"), tag="Options"),
        "/?do=GetPromises": operation(params=paging, answer=page_of(ref("Promise")), tag="Promise"),
        "/?do=GetTexts": operation(params=paging, answer=page_of({"type": "string"}), tag="Promise"),
        "/?do=then": operation(params=dict(list(plain.items())[:9]), answer=ref("Array"), tag="then"),
        "/?do=delete": operation(answer=ref("Session"), tag="class"),
        "/?do=GetEmpty": operation(answer=ref("Empty"), params={"empty": ref("Empty")}, tag="constructor"),
    }
    folder = package(tmp_path, document)
    assert TypeScriptChecks().compile(folder) == ""
    assert TypeScriptChecks().lint(folder) == ""


def test_the_least_that_a_spec_can_say_compiles(tmp_path: Path) -> None:
    document = everything()
    document["paths"] = {"/?do=Do": operation()}
    folder = package(tmp_path, document, paging=None)
    assert "pageTotal" not in (folder / "src/index.ts").read_text()
    assert TypeScriptChecks().compile(folder) == ""
    assert TypeScriptChecks().lint(folder) == ""
