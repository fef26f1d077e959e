/** No call of any action shows a secret: not in its address, errors, warnings or events, whatever the server repeats. */

import assert from "node:assert/strict";
import test from "node:test";
import { inspect } from "node:util";

import { REGISTRY } from "../../generated/typescript/src/registry.js";
import { isSecret } from "../../generated/typescript/src/runtime/secret.js";
import type { Operation, Param } from "../../generated/typescript/src/runtime/schema.js";
import { Session } from "../../generated/typescript/src/runtime/session.js";
import { answer, CREDENTIALS, leaks, SECRETS, shown } from "./support.js";

const CANARY = SECRETS.password2;

/** Values for all parameters of an action: a canary for each that is sensitive, and can be text. */
function values(params: readonly Param[]): Record<string, unknown> {
  const given = params.filter((param) => !param.wire.includes("[")).map((param) => [param.wire, value(param)]);
  return Object.fromEntries(given) as Record<string, unknown>;
}

function value(param: Param): unknown {
  const single = hides(param) ? CANARY : param.kind === "object" ? values(param.fields ?? []) : undefined;
  if (single === undefined) {
    return undefined;
  }
  const one = param.shape === "list" ? [single] : param.shape === "map" ? { 1: single } : single;
  return param.encoding?.each === true ? [one] : one;
}

function hides(param: Param): boolean {
  return param.sensitive === true || isSecret(param.wire);
}

/** What servers answer: what they were sent, in every form; or a connection that breaks. */
const ANSWERS: readonly ((body: string) => Response)[] = [
  (body) => answer(`<h1>Debug</h1><pre>${body}</pre>`, 500),
  (body) => answer(`Array ( ${decodeURIComponent(body.replaceAll("+", " ")).replaceAll("&", " ")} )`),
  (body) => answer({ result: "error", message: `No: ${decodeURIComponent(body.replaceAll("+", " "))}` }, 403),
  (body) => answer({ result: "success", warning: `Got ${body}` }),
  (body) => answer("", 302, { location: `https://elsewhere.example/${body}?${body}` }),
  (body) => {
    throw new TypeError(`fetch failed: ${body}`, { cause: new Error(body) });
  },
];

test("no call of any action gives a secret away", async () => {
  let carrying = 0;
  for (const operation of REGISTRY.values()) {
    const lenient: Operation = { ...operation, params: operation.params.map(optional), requires: [] };
    for (const respond of ANSWERS) {
      const seen: unknown[] = [];
      const session = new Session("https://billing.example.com", CREDENTIALS, {
        retries: 0,
        hook: (event) => seen.push(event),
        onWarning: (warning) => seen.push(warning),
        fetch: async (url, { body }) => {
          seen.push(url);
          carrying += (body as string).includes(CANARY) ? 1 : 0;
          return Promise.resolve().then(() => respond(body as string));
        },
      });
      const ended = await session.call(lenient, values(operation.params)).then(
        () => null,
        (error: unknown) => error,
      );
      assert.deepEqual(leaks(inspect(seen, { depth: 9 }) + (ended === null ? "" : shown(ended))), [], operation.action);
    }
  }
  assert.ok(carrying > 60, String(carrying));
});

test("arguments that are refused are not shown either", async () => {
  const session = new Session("https://billing.example.com", CREDENTIALS, { fetch: () => assert.fail("sent") });
  let refused = 0;
  for (const operation of REGISTRY.values()) {
    for (const param of operation.params.filter(hides)) {
      const lenient: Operation = { ...operation, params: [optional(param)], requires: [] };
      for (const wrong of [
        [[CANARY]],
        { a: { b: CANARY } },
        new TextEncoder().encode(CANARY),
        new Date(),
        () => CANARY,
      ]) {
        const ended = await session.call(lenient, { [param.wire]: wrong }).catch((error: unknown) => error);
        assert.ok(ended instanceof Error);
        assert.deepEqual(leaks(shown(ended)), [], `${operation.action} ${param.wire}: ${ended.message}`);
        refused += 1;
      }
    }
  }
  assert.ok(refused > 60, String(refused));
});

function optional(param: Param): Param {
  return { ...param, required: false };
}
