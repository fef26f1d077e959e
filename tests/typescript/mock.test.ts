/** The generated client against fake servers of `whmcs-codegen mock`; MOCK_URL and MOCK_QUIRKY_URL say where. */

import assert from "node:assert/strict";
import test from "node:test";

import * as whmcs from "../../generated/typescript/src/index.js";
import { broken } from "../../generated/typescript/src/runtime/requirements.js";
import type { Operation, Param } from "../../generated/typescript/src/runtime/schema.js";
import { Session } from "../../generated/typescript/src/runtime/session.js";
import { failure } from "./support.js";

const GOOD = process.env["MOCK_URL"] ?? "";
const QUIRKY = process.env["MOCK_QUIRKY_URL"] ?? "";
const CREDENTIALS = { identifier: "an-identifier", secret: "a-secret" };

function client(url: string): whmcs.Whmcs {
  return new whmcs.Whmcs({ url, ...CREDENTIALS, onWarning: () => undefined });
}

for (const [name, url] of [
  ["a good server", GOOD],
  ["a quirky one", QUIRKY],
] as const) {
  test(`${name}: clients are read, one by one and page by page`, async () => {
    const page = await client(url).clients.getClients({ limitnum: 10 });
    assert.equal(page.clients.length, 10);
    const ids: (number | null)[] = [];
    for await (const each of client(url).clients.iterClients({}, { pageSize: 25 })) {
      ids.push(each.id);
    }
    assert.equal(new Set(ids).size, 60);
    assert.ok(ids.every((id) => typeof id === "number"));
  });

  test(`${name}: every action can be called with what it needs, and its answer read`, async () => {
    const session = new Session(url, CREDENTIALS, { onWarning: () => undefined });
    for (const operation of whmcs.REGISTRY.values()) {
      const told: unknown = await session.call(operation, needed(operation));
      assert.ok(told === null || typeof told === "object", operation.action);
      assert.doesNotThrow(() => JSON.stringify(whmcs.reveal(told)), operation.action);
    }
  });
}

test("wrong credentials are told apart from the rest", async () => {
  const wrong = new whmcs.Whmcs({ url: GOOD, identifier: "x", secret: "wrong-canary" });
  const error = await failure(wrong.clients.getClients());
  assert.ok(error instanceof whmcs.AuthenticationError, error.message);
  assert.ok(!error.message.includes("wrong-canary"));
});

test("a client is made from the environment", async () => {
  const variables = { WHMCS_URL: GOOD, WHMCS_IDENTIFIER: CREDENTIALS.identifier, WHMCS_SECRET: CREDENTIALS.secret };
  const made = whmcs.Whmcs.fromEnv({}, variables);
  assert.ok((await made.clients.getClients({ limitnum: 1 })).clients.length === 1);
  assert.throws(() => whmcs.Whmcs.fromEnv({}, { WHMCS_URL: GOOD }), /WHMCS_IDENTIFIER, WHMCS_SECRET/);
});

/** What an action cannot be called without: rules that are broken say so, one after the other. */
function needed(operation: Operation): Record<string, unknown> {
  const params = new Map(operation.params.map((param) => [param.wire, param]));
  const names = new Set(operation.params.filter((param) => param.required === true).map((param) => param.wire));
  for (let round = 0; ; round++) {
    const known = [...names].flatMap((name) => params.get(name) ?? []);
    const given = new Map(known.map((param) => [param.wire, sample(param)]));
    const problem = broken(operation, given)[0];
    if (problem === undefined || round > 20) {
      return Object.fromEntries(given);
    }
    const lacking = problem.kind === "any" ? problem.names.slice(0, 1) : problem.names;
    lacking.forEach((name) => (problem.kind === "none" ? names.delete(name) : names.add(name.replace(/\[.*/, ""))));
  }
}

function sample(param: Param): unknown {
  const one = single(param);
  const value = param.shape === "list" ? [one] : param.shape === "map" ? { 1: one } : one;
  return param.encoding?.each === true && param.encoding.kind !== "form" && param.shape === "list" ? [[one]] : value;
}

function single(param: Param): unknown {
  if (param.values !== undefined && param.values.length > 0) {
    return param.values[0];
  }
  if (param.encoding?.file !== undefined) {
    const [name, data] = param.encoding.file;
    return { [name]: "a.txt", [data]: new Uint8Array([1, 2]) };
  }
  switch (param.kind) {
    case "object":
      return Object.fromEntries((param.fields ?? []).map((field) => [field.wire, sample(field)]));
    case "integer":
    case "decimal":
      return 1;
    case "boolean":
      return true;
    case "date":
      return "2026-01-31";
    case "datetime":
      return "2026-01-31 07:08:09";
    case "bytes":
      return new Uint8Array([1]);
    default:
      return "x";
  }
}
