/**
 * A tour of what every runtime has to do: calls over HTTP to servers of `whmcs-codegen mock`, and what is printed.
 *
 * It uses nothing but the package and what all runtimes have, so that nothing of Node is taken for granted.
 */

import { extras, pageTotal, unparsed, Whmcs, WhmcsError } from "whmcs";
import type { CallEvent, Decimal, Options } from "whmcs";

/**
 * Addresses: a server that answers, one that takes its time, one that hangs up after reading, one that does so with
 * writes only and sends reads of another kind elsewhere, and nobody at all.
 */
export interface Stops {
  readonly good: string;
  readonly slow: string;
  readonly lossy: string;
  readonly dropping: string;
  readonly nowhere: string;
}

const SIGNED = { identifier: "an-identifier", secret: "a-secret" };
const CANARY = "canary-7";

/** What happened at each stop. `fromEnv` makes a client of `good` from the environment of the runtime. */
export async function tour(stops: Stops, fromEnv: () => Whmcs): Promise<object> {
  const whmcs = fromEnv();
  const page = await whmcs.billing.getInvoices({ userid: 1, limitnum: 5 });
  const ids = new Set<number | null>();
  for await (const { id } of whmcs.billing.iterInvoices({}, { pageSize: 25 })) {
    ids.add(id);
  }
  const total: Decimal | null = page.invoices[0]?.total ?? null;
  const made = await whmcs.billing.createInvoice({ userid: 1, items: [{ itemdescription: "Ünï €", itemamount: "5.10" }] });
  const untyped = (await whmcs.call("GetCurrencies")) as { currencies: { currency: unknown[] } };
  await printed(whmcs);
  return {
    listed: page.invoices.length,
    total: pageTotal(page),
    all: ids.size,
    money: typeof total,
    written: typeof made.invoiceid,
    currencies: untyped.currencies.currency.length,
    wrong: await failed(stops.good, { read: true, secret: `wrong-${CANARY}` }),
    late: await failed(stops.slow, { read: true, timeout: 0.1 }),
    lateWrite: await failed(stops.slow, { read: false, timeout: 0.1 }),
    givenUp: await givenUp(stops.slow),
    lost: await failed(stops.lossy, { read: true, retries: 1 }),
    lostWrite: await failed(stops.lossy, { read: false, retries: 1 }),
    elsewhere: await failed(stops.dropping, { read: true, userAgent: "elsewhere" }),
    keptWrite: await afterRead(stops.dropping),
    nowhere: await failed(stops.nowhere, { read: true, retries: 1 }),
  };
}

interface Attempt extends Options {
  readonly read: boolean;
  readonly secret?: string;
}

/** The error of a call: its class, whether the server may have acted, and how often it was sent. */
async function failed(url: string, { read, ...given }: Attempt): Promise<unknown> {
  const events: CallEvent[] = [];
  const whmcs = new Whmcs({ url, ...SIGNED, retries: 0, ...given, hook: (event) => events.push(event) });
  const call = read ? whmcs.system.getCurrencies() : whmcs.system.logActivity({ description: CANARY });
  const error: unknown = await call.then(
    () => "no error",
    (thrown: unknown) => thrown,
  );
  console.log(error, String(error), events);
  return error instanceof WhmcsError ? [error.name, error.mayHaveBeenSent, events.length] : String(error);
}

/** The error of a write that has the connection of a read before it: some runtimes would send it again by themselves. */
async function afterRead(url: string): Promise<unknown> {
  const whmcs = new Whmcs({ url, ...SIGNED });
  await whmcs.system.getCurrencies();
  await whmcs.system.getCurrencies();
  const error: unknown = await whmcs.system.logActivity({ description: "once" }).catch((thrown: unknown) => thrown);
  return error instanceof WhmcsError ? [error.name, error.mayHaveBeenSent] : String(error);
}

/** The reason with which a signal of the platform ends a call. */
async function givenUp(url: string): Promise<unknown> {
  const call = new Whmcs({ url, ...SIGNED }).system.getCurrencies({}, { signal: AbortSignal.timeout(100) });
  return call.then(
    () => "no error",
    (reason: unknown) => (reason instanceof Error ? reason.name : typeof reason),
  );
}

/** Prints a client and an answer in the ways of the runtime; the canary in it may not be seen. */
async function printed(whmcs: Whmcs): Promise<void> {
  const inner = { password: CANARY, rows: [{ secret: CANARY, plain: "seen" }] };
  const text = JSON.stringify({ result: "success", clients: { client: [{ id: 1, ...inner, total: inner }] }, odd: inner });
  const hollow = new Whmcs({ url: "https://billing.example.com", ...SIGNED, fetch: () => Promise.resolve(new Response(text)) });
  const page = await hollow.clients.getClients();
  const answer = await hollow.call("AnUnknownAction");
  for (const value of [whmcs, hollow, page, page.clients[0], extras(page), extras(page)["odd"], unparsed(page), answer]) {
    console.log(value, [value], { value }, JSON.stringify(value));
  }
}
