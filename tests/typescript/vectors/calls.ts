/** Whole calls: requests.json, answers.json, retry.json, paging.json. */

import { inspect } from "node:util";

import { Whmcs } from "../../../generated/typescript/src/client.js";
import * as errors from "../../../generated/typescript/src/errors.js";
import { Clock } from "../../../generated/typescript/src/runtime/clock.js";
import type { Warning } from "../../../generated/typescript/src/runtime/hooks.js";
import { dumps, loads } from "../../../generated/typescript/src/runtime/json_text.js";
import type { Json } from "../../../generated/typescript/src/runtime/json_text.js";
import { fieldOf, modelIn, opened } from "../../../generated/typescript/src/runtime/model.js";
import type { Options } from "../../../generated/typescript/src/runtime/options.js";
import type { Operation, Paged, TypeSpec } from "../../../generated/typescript/src/runtime/schema.js";
import { Session } from "../../../generated/typescript/src/runtime/session.js";
import { same, tells, within } from "./expect.js";
import { argumentsOf, declared, listAt, operation, rowAt, textAt, textsAt, untag } from "./values.js";
import type { Row } from "./values.js";

const ADDRESS = "https://billing.example.com";
const CREDENTIALS = { identifier: "identifier-canary-1", secret: "secret-canary-2" };
const VALUES = { clientid: 5, password2: "password-canary-3" };
const CHANCES = [0, 0.999]; // the longest wait and about the shortest

/** A whole call and the request that is sent for it, or the error before. */
export async function requests(vector: Row): Promise<void> {
  const server = new Server([
    new Map<string, Json>([
      ["status", 200],
      ["body", '{"result":"success"}'],
    ]),
  ]);
  const told: string[] = [];
  await outcome(vector, async () => {
    const given = rowAt(vector, "options");
    const options = {
      fetch: server.fetch,
      allowHttp: given.get("allow_http") === true,
      legacyLogin: given.get("legacy_login") === true,
      onWarning: ({ message }: Warning) => told.push(message),
    };
    const [url, credentials] = [textAt(vector, "address"), credentialsOf(vector)];
    const values = untag(rowAt(vector, "values")) as Readonly<Record<string, unknown>>;
    if (vector.has("params")) {
      const extra = untag(rowAt(vector, "extra")) as Readonly<Record<string, unknown>>;
      await new Session(url, credentials, options).call(operation(declared(vector)), values, { extra });
    } else {
      await new Whmcs({ url, ...credentials, ...options }).call(textAt(vector, "action"), values);
    }
  });
  const [request] = server.sent;
  same(server.sent.length, vector.has("error") ? 0 : 1, "requests");
  if (request !== undefined) {
    same([request.init.method, request.url], ["POST", textAt(vector, "url")], "address");
    const headers = new Headers(request.init.headers);
    for (const [name, value] of rowAt(vector, "headers")) {
      same(headers.get(name), value, name);
    }
    same([...formOf(request)], untag(vector.get("form")), "form");
  }
  tells(told.join(" "), textsAt(vector, "leaves_out"), textsAt(vector, "hides"), "the warning");
  same(told.length > 0, vector.has("leaves_out"), "whether there is a warning");
}

function credentialsOf(vector: Row): Record<string, string> {
  return opened(rowAt(vector, "credentials")) as Record<string, string>;
}

/** An HTTP answer, or none: what comes of it. */
export async function answers(vector: Row): Promise<void> {
  const told: string[] = [];
  const server = new Server([vector]);
  const strict = vector.get("strict") === true;
  const options = server.options({ retries: 0, strict, onWarning: ({ message }) => told.push(message) });
  const values = opened(rowAt(vector, "values")) as object;
  const value = await outcome(vector, () =>
    vector.has("action")
      ? new Whmcs({ url: ADDRESS, ...CREDENTIALS, ...options }).call(textAt(vector, "action"), values)
      : server.session(options).call(thing(vector), { ...VALUES, ...values }),
  );
  if (vector.has("json")) {
    same(value, opened(loads(textAt(vector, "json"))), "the JSON");
  }
  for (const [name, expected] of rowAt(vector, "gives")) {
    same(fieldOf(value as object, name), expected, name);
  }
  sameWarnings(told, vector);
}

function sameWarnings(told: readonly string[], vector: Row): void {
  same(told.length, textsAt(vector, "warns").length, "warnings");
  tells(told.join(" "), textsAt(vector, "warns"), textsAt(vector, "hides"), "the warning");
}

/** How often a call is sent, and the waits between. */
export async function retry(vector: Row): Promise<void> {
  for (const chance of CHANCES) {
    const server = new Server(listAt(vector, "answers") as Row[], chance);
    const retries = Number(vector.get("retries") ?? 2);
    const session = server.session({
      retries: { retries, afterTimeout: vector.get("after_timeout") === true },
      totalTimeout: vector.has("total") ? Number(vector.get("total")) : null,
    });
    await outcome(vector, () => session.call(thing(vector), VALUES));
    same(server.sent.length, vector.get("sent"), "requests");
    same(new Set(server.sent.map(({ init }) => init.body)).size, 1, "different requests");
    const slept = server.clock.slept.map((wait) => Math.round(wait * 1000) / 1000);
    within(slept, untag(vector.get("waits")) as number[][], "waits");
  }
}

const GET_INVOICES: Paged = {
  action: "GetInvoices",
  group: "Billing",
  effect: "read",
  params: [
    { wire: "limitstart", kind: "integer" },
    { wire: "limitnum", kind: "integer" },
    { wire: "status", kind: "text" },
  ],
  records: "invoices",
  response: {
    model: () => ({
      name: "InvoicesListResponse",
      fields: [
        ["totalresults", "integer"],
        ["startnumber", "integer"],
        ["numreturned", "integer"],
        ["invoices", { list: INVOICE }],
      ],
    }),
  },
};
const INVOICE: TypeSpec = {
  model: () => ({
    name: "Invoice",
    fields: [
      ["id", "integer"],
      ["note", "text"],
    ],
  }),
};

/** A walk through pages: what is asked for, and what comes. */
export async function paging(vector: Row): Promise<void> {
  const pages = listAt(vector, "answers") as Row[];
  const server = new Server(
    pages.map((page) => {
      const body = dumps(new Map<string, Json>([["result", "success"], ...page]));
      return new Map<string, Json>([
        ["status", 200],
        ["body", body],
      ]);
    }),
  );
  const found: unknown[] = [];
  const told: string[] = [];
  const session = server.session({ onWarning: ({ message }) => told.push(message) });
  await outcome(vector, () => walk(session, vector, found));
  same(found, untag(vector.get("records")), "records");
  sameWarnings(told, vector);
  const windows = server.forms().map((form) => [Number(form.get("limitstart")), Number(form.get("limitnum"))]);
  same(windows, untag(vector.get("requests")), "requests");
  for (const [name, value] of rowAt(vector, "params")) {
    same(
      server.forms().every((form) => form.get(name) === value || name === "limitstart"),
      true,
      name,
    );
  }
}

async function walk(session: Session, vector: Row, found: unknown[]): Promise<void> {
  const most = vector.has("take") ? Number(vector.get("take")) : Infinity;
  const [pageSize, maxRecords] = ["page_size", "max_records"].map(
    (name) => untag(vector.get(name)) as number | undefined,
  );
  const params = Object.fromEntries(argumentsOf(rowAt(vector, "params")));
  const records = session.iterate(GET_INVOICES, params, { pageSize, maxRecords });
  while (found.length < most) {
    const next = await records.next();
    if (next.done === true) {
      break;
    }
    const record = next.value as object;
    found.push(fieldOf(record, "id") ?? fieldOf(record, "note"));
  }
}

/** What the call gives; or the error that the vector asks for, whose texts and details are compared. */
async function outcome(vector: Row, call: () => Promise<unknown>): Promise<unknown> {
  if (!vector.has("error")) {
    return call();
  }
  const error = await call().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof errors.WhmcsError)) {
    throw new Error(`outcome: ${inspect(error)}, not ${textAt(vector, "error")}`);
  }
  same(error.constructor.name, textAt(vector, "error"), "class");
  tells(error.message, textsAt(vector, "says"), textsAt(vector, "hides"), "the message");
  const shown = [inspect(error, { showHidden: true, depth: 9 }), JSON.stringify(error), String(error.stack)].join();
  tells(shown, [], textsAt(vector, "hides"), "the error");
  const asked = ["may_have_been_sent", "retry_after"].filter((name) => vector.has(name));
  const details = [...asked.map((name) => [name, vector.get(name)] as const), ...rowAt(vector, "details")];
  for (const [name, expected] of details) {
    // The server's own words are apart from the message, which says more.
    const field = name === "message" ? "reason" : name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    same(fieldOf(error, field), untag(expected), name);
  }
  return error;
}

/** A clock that does not wait, and notes how long it was to. */
class TestClock extends Clock {
  readonly slept: number[] = [];
  time = 0;
  readonly #chance: number;

  constructor(chance: number) {
    super();
    this.#chance = chance;
  }

  override now(): number {
    return this.time;
  }

  override chance(): number {
    return this.#chance;
  }

  override async sleep(seconds: number): Promise<void> {
    if (seconds > 0) {
      this.slept.push(seconds);
    }
    this.time += seconds;
    return Promise.resolve();
  }
}

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function formOf({ init }: Sent): URLSearchParams {
  return new URLSearchParams(typeof init.body === "string" ? init.body : "");
}

/** A server that answers so, one after the other. */
class Server {
  readonly sent: Sent[] = [];
  readonly clock: TestClock;
  readonly #rows: Row[];

  constructor(rows: readonly Row[], chance = 0) {
    this.#rows = [...rows];
    this.clock = new TestClock(chance);
  }

  options(options: Options): Options {
    return { fetch: this.fetch, timeout: 0.02, totalTimeout: null, onWarning: () => undefined, ...options };
  }

  session(options: Options): Session {
    return new Session(ADDRESS, CREDENTIALS, this.options(options), this.clock);
  }

  forms(): URLSearchParams[] {
    return this.sent.map(formOf);
  }

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    this.sent.push({ url, init });
    const row = this.#rows.shift();
    if (row === undefined) {
      throw new Error("there is a request more than the vector has answers");
    }
    this.clock.time += Number(row.get("seconds") ?? 0);
    if (row.has("failure")) {
      return failing(textAt(row, "failure"));
    }
    const content = untag(row.get("body")) as string | Uint8Array<ArrayBuffer>;
    const headers = opened(rowAt(row, "headers")) as Record<string, string>;
    return Promise.resolve(new Response(content, { status: Number(row.get("status")), headers }));
  };
}

/** What fetch does for a failure: the codes are those of Node. */
async function failing(kind: string): Promise<Response> {
  const codes = new Map([
    ["no connection", "ECONNREFUSED"],
    ["tls", "DEPTH_ZERO_SELF_SIGNED_CERT"],
    ["connect timeout", "UND_ERR_CONNECT_TIMEOUT"],
    ["connection lost", "ECONNRESET"],
  ]);
  const code = codes.get(kind);
  if (code === undefined) {
    return new Promise(() => undefined); // until the attempt's time is over
  }
  throw new TypeError("fetch failed", { cause: Object.assign(new Error(kind), { code }) });
}

/** What the action of answers.json and retry.json answers. Most answers declare their result. */
const ANSWER: TypeSpec = {
  model: () => ({
    name: "Answer",
    fields: [
      ["result", "text"],
      ["id", "integer"],
      ["name", "text"],
    ],
  }),
};

/** The action of answers.json and retry.json. */
function thing(vector: Row): Operation {
  const params = [
    { wire: "clientid", kind: "integer" },
    { wire: "password2", kind: "text", sensitive: true },
  ] as const;
  const effect = (vector.get("effect") ?? "write") as Operation["effect"];
  const response = vector.has("sensitive") ? hiding(textsAt(vector, "sensitive")) : ANSWER;
  return operation({ params, effect, response });
}

/** The answer of the vectors, with fields that are sensitive. */
function hiding(sensitive: readonly string[]): TypeSpec {
  const spec = modelIn(ANSWER);
  return { model: () => ({ name: "Answer", fields: [], ...spec, sensitive }) };
}
