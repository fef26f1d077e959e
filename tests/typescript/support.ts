/** What tests of the runtime share: servers that misbehave, sessions over them, secrets to look for. */

import { createServer } from "node:http";
import type { IncomingMessage, RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";

import { Clock } from "../../generated/typescript/src/runtime/clock.js";
import type { Fetch, Options } from "../../generated/typescript/src/runtime/options.js";
import type { Operation, Paged } from "../../generated/typescript/src/runtime/schema.js";
import { Session } from "../../generated/typescript/src/runtime/session.js";

/** Texts that nothing may show. */
export const SECRETS = {
  identifier: "identifier-canary-1",
  secret: "secret-canary/2 ü",
  password2: "password-canary-3",
  accesskey: "accesskey-canary-4",
};

export const CREDENTIALS = { identifier: SECRETS.identifier, secret: SECRETS.secret, accesskey: SECRETS.accesskey };

export const READ: Operation = {
  action: "GetIt",
  group: "Tests",
  effect: "read",
  params: [
    { wire: "id", kind: "integer" },
    { wire: "password2", kind: "text", sensitive: true },
  ],
  response: {
    model: () => ({
      name: "It",
      fields: [
        ["id", "integer"],
        ["name", "text"],
        ["password", "text"],
      ],
    }),
  },
};

export const WRITE: Operation = { ...READ, action: "DoIt", effect: "write" };

export const LIST: Paged = {
  action: "GetList",
  group: "Tests",
  effect: "read",
  params: [
    { wire: "limitstart", kind: "integer" },
    { wire: "limitnum", kind: "integer" },
  ],
  records: "rows",
  response: {
    model: () => ({
      name: "List",
      fields: [
        ["totalresults", "integer"],
        ["rows", { list: ROW, wrapper: "row" }],
      ],
    }),
  },
};
const ROW = { model: () => ({ name: "Row", fields: [["id", "integer"]] as const }) };

/** A session over a function in the place of fetch; it never warns on the console. */
export function sessionOver(fetch: Fetch, options: Options = {}, clock?: Clock): Session {
  const all: Options = { fetch, onWarning: () => undefined, retries: 0, ...options };
  return new Session("https://billing.example.com", CREDENTIALS, all, clock);
}

/** An answer of the API. */
export function answer(content: object | string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(typeof content === "string" ? content : JSON.stringify(content), { status, headers });
}

/** A server on this machine for as long as `use` runs. */
export async function serving(listener: RequestListener, use: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await use(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** What a request holds. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf-8");
}

/** What a promise is rejected with. */
export async function failure(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error("there is no error");
}

/** Everything that a value shows when it is printed, logged, stored or copied. */
export function shown(value: unknown): string {
  const texts = [
    inspect(value, { depth: 20, maxStringLength: null, maxArrayLength: null }),
    inspect(value, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null }),
    JSON.stringify(value),
    JSON.stringify({ ...(value as object) }),
    value instanceof Error ? `${String(value)} ${String(value.stack)} ${inspect(value.cause)}` : "",
  ];
  return texts.join("\n");
}

/** The secrets in a text, in any spelling that servers echo them in. */
export function leaks(text: string): string[] {
  return Object.values(SECRETS).flatMap((secret) => {
    const spellings = [secret, encodeURIComponent(secret), new URLSearchParams([["", secret]]).toString().slice(1)];
    return spellings.filter((spelling) => text.includes(spelling));
  });
}

/** A clock that does not wait, and notes how long it was to. Its time is that of its waits, and what else `passed`. */
export class PatientClock extends Clock {
  readonly slept: number[] = [];
  passed = 0;

  override now(): number {
    return this.slept.reduce((sum, seconds) => sum + seconds, this.passed);
  }

  override chance(): number {
    return 0;
  }

  override sleep(seconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (seconds > 0) {
      this.slept.push(seconds);
    }
    return Promise.resolve();
  }
}
