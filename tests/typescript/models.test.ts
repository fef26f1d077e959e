/** Answers as objects: nothing lost, nothing secret shown, names that are data. */

import assert from "node:assert/strict";
import test from "node:test";
import { inspect } from "node:util";

import { read } from "../../generated/typescript/src/runtime/decode.js";
import { encode } from "../../generated/typescript/src/runtime/form.js";
import { extras, reveal, unparsed } from "../../generated/typescript/src/runtime/model.js";
import { ExactNumber } from "../../generated/typescript/src/runtime/numbers.js";
import type { ModelSpec, TypeSpec } from "../../generated/typescript/src/runtime/schema.js";
import { REGISTRY } from "../../generated/typescript/src/registry.js";
import { READ, shown } from "./support.js";

const CONTACT: ModelSpec = {
  name: "Contact",
  fields: [
    ["id", "integer"],
    ["pin", "text"],
  ],
  sensitive: ["pin"],
};
const CLIENT: ModelSpec = {
  name: "Client",
  fields: [
    ["id", "integer"],
    ["total", "decimal"],
    ["password", "text"],
    ["contacts", { list: { model: () => CONTACT }, wrapper: "contact" }],
    ["prices", { map: "decimal" }],
  ],
};

function decode(body: string, spec: ModelSpec = CLIENT): Record<string, unknown> {
  return read({ ...READ, response: { model: () => spec } }, new TextEncoder().encode(body)) as Record<string, unknown>;
}

test("a model is read as declared, and what cannot be read is kept", () => {
  const client = decode(
    '{"id":"5","total":"$5.95","contacts":{"contact":[{"id":1},"x"],"more":1},"prices":{"USD":1.50}}',
  );
  assert.equal(client["id"], 5);
  assert.equal(client["total"], null);
  assert.equal(client["password"], null);
  assert.deepEqual(client["prices"], { USD: "1.50" });
  assert.deepEqual(reveal(client["contacts"]), [{ id: 1, pin: null }]);
  assert.deepEqual(unparsed(client), { total: "$5.95", "contacts.more": 1, "contacts[1]": "x" });
  assert.deepEqual(extras(client), {});
});

test("fields that nobody documents stay on the object, digits and all", () => {
  const client = decode('{"id":1,"rate":15.950,"more":{"a":[1]}}');
  assert.deepEqual(client["rate"], new ExactNumber("15.950"));
  assert.deepEqual(extras(client), { rate: new ExactNumber("15.950"), more: { a: [1] } });
});

test("names that mean something to JavaScript are data", () => {
  for (const name of ["__proto__", "constructor", "then", "toString", "hasOwnProperty", "valueOf"]) {
    const declared = decode(`{"${name}":"7"}`, { name: "Odd", fields: [[name, "integer"]] });
    assert.deepEqual(Object.entries(declared), [[name, 7]]);
    const undeclared = decode(`{"${name}":"7"}`, { name: "Odd", fields: [] });
    assert.deepEqual(Object.entries(undeclared), [[name, "7"]]);
    assert.deepEqual(Object.entries(extras(undeclared)), [[name, "7"]]);
    const map = decode(`{"m":{"${name}":"7"}}`, { name: "Odd", fields: [["m", { map: "integer" }]] });
    assert.deepEqual(Object.entries(map["m"] as object), [[name, 7]]);
    assert.equal(inspect(undeclared).startsWith("Odd "), true);
    assert.deepEqual(Object.entries(JSON.parse(JSON.stringify(map)) as object).length, 1);
  }
  assert.equal(({} as Record<string, unknown>)["7"], undefined);
});

test("what is sensitive can be read, and is not shown", () => {
  const body = `{"id":1,"password":"canary","cvv":"canary","contacts":[{"pin":"canary"}],
    "other":{"secret":"canary"},"serverpassword":{"a":"canary"}}`;
  const client = decode(body);
  assert.equal(client["password"], "canary");
  assert.equal(client["cvv"], "canary");
  assert.doesNotMatch(inspect(client, { showHidden: true }) + inspect(client) + JSON.stringify(client), /canary/);
  assert.match(inspect(client), /Client \{[^]*password: '\*\*\*'/);
  assert.equal((JSON.parse(JSON.stringify(client)) as Record<string, unknown>)["password"], "***");
  assert.doesNotMatch(JSON.stringify({ ...client, contacts: [], other: 0 }), /canary/);
  assert.deepEqual(Object.keys(structuredClone(client)), ["id", "total", "contacts", "prices", "other"]);
  assert.equal(JSON.stringify(reveal(client)).match(/canary/g)?.length, 5);
});

test("what is sensitive and cannot be read is not shown either", () => {
  const client = decode('{"password":["canary"]}');
  assert.deepEqual(unparsed(client), { password: ["canary"] });
  assert.doesNotMatch(shown(client), /canary/);
  assert.throws(
    () =>
      read({ ...READ, response: { model: () => CLIENT } }, new TextEncoder().encode('{"password":["canary"]}'), true),
    (error: Error) => error.message.includes("password is not a text: (hidden)") && !shown(error).includes("canary"),
  );
});

test("fields of an object that older servers send beside it are moved into it", () => {
  const spec: ModelSpec = {
    name: "Answer",
    fields: [
      ["client", { model: () => CLIENT }],
      ["id", "integer"],
    ],
    flattened: "client",
  };
  const flat = decode('{"result":"success","id":1,"total":"5.00","other":2}', spec);
  assert.deepEqual(reveal(flat), {
    client: { id: 1, total: "5.00", password: null, contacts: [], prices: {} },
    id: 1,
    result: "success",
    other: 2,
  });
});

/** A document with a canary in every field that hides its value, and plain text elsewhere. */
function sample(type: TypeSpec, hidden: boolean, level: number): unknown {
  if (typeof type === "string" || level > 4) {
    return hidden ? "canary" : "";
  }
  if ("list" in type) {
    return [sample(type.list, hidden, level + 1)];
  }
  if ("map" in type) {
    return { key: sample(type.map, hidden, level + 1) };
  }
  if ("oneOf" in type) {
    return sample(type.oneOf[0] ?? "any", hidden, level);
  }
  const spec = type.model();
  const fields = spec.fields.map(([wire, inner]) => {
    const isHidden = /^(password|secret|cardcvv)$/.test(wire) || spec.sensitive?.includes(wire) === true;
    return [wire, sample(inner, hidden || isHidden, level + 1)] as const;
  });
  return Object.fromEntries(fields);
}

test("no answer of any action shows what is sensitive in it", () => {
  let revealing = 0;
  for (const operation of REGISTRY.values()) {
    if (operation.response !== null) {
      const body = JSON.stringify(sample(operation.response, false, 0));
      const model = read(operation, new TextEncoder().encode(body));
      assert.doesNotMatch(inspect(model, { depth: 20 }) + JSON.stringify(model), /canary/, operation.action);
      revealing += JSON.stringify(reveal(model)).includes("canary") ? 1 : 0;
    }
  }
  assert.ok(revealing > 3, String(revealing));
});

test("a field of the name toJSON does not show what is hidden", () => {
  const body = '{"result":"success","password":"CANARY","x":{"password2":"CANARY"},"toJSON":"z"}';
  const answer = read({ ...READ, response: { model: () => CLIENT } }, new TextEncoder().encode(body)) as object;
  assert.doesNotMatch(JSON.stringify(answer), /CANARY/);
  assert.equal(extras(answer)["toJSON"], "z");
  assert.equal((reveal(answer) as Record<string, unknown>)["toJSON"], "z");
});

const UNTOLD = '{"password":"CANARY","rows":[{"secret":"CANARY","plain":1}],"toJSON":"z"}';

test("what is taken out of an answer does not show what is sensitive in it", () => {
  const spec: ModelSpec = {
    name: "Answer",
    fields: [
      ["pin", "integer"],
      ["total", "decimal"],
      ["settings", { map: "text" }],
      ["things", { list: "any" }],
    ],
    sensitive: ["pin"],
  };
  const body = `{"pin":"CANARY","total":${UNTOLD},"settings":{"password":"CANARY"},"things":[${UNTOLD}],
    "odd":${UNTOLD},"cvv":"CANARY","Password":"CANARY"}`;
  const answer = decode(body, spec);
  const untold = extras(answer);
  const taken = [untold, untold["odd"], unparsed(answer), unparsed(answer)["total"], answer["settings"]];
  const unknown = read({ ...READ, response: "any" }, new TextEncoder().encode(`{"a":${UNTOLD}}`)) as Record<string, object>;
  for (const each of [...taken, answer["things"], unknown, unknown["a"]]) {
    assert.doesNotMatch(inspect(each, { depth: 9 }) + inspect(each, { showHidden: true }), /CANARY/);
    assert.doesNotMatch(inspect([[each]]) + JSON.stringify([each]) + JSON.stringify(each), /CANARY/);
    assert.match(inspect(each) + inspect(each, { depth: 9 }), /\*\*\*/);
  }
  assert.equal(inspect(untold["odd"]), "{ password: '***', rows: [ { secret: '***', plain: 1 } ], toJSON: 'z' }");
  assert.equal(inspect({ a: { b: { c: untold["odd"] } } }, { depth: 1 }), "{ a: { b: [Object] } }");
});

test("what is taken out of an answer is plain data in every other way", () => {
  const odd = extras(decode(`{"odd":${UNTOLD}}`))["odd"] as Record<string, unknown>;
  assert.equal(odd["password"], "CANARY");
  assert.deepEqual(Object.keys(odd), ["password", "rows"]);
  assert.deepEqual((odd["rows"] as unknown[])[0], { secret: "CANARY", plain: 1 });
  assert.equal(JSON.stringify(reveal(odd)), UNTOLD);
  assert.equal(JSON.stringify({ ...odd, rows: 0 }), '{"password":"CANARY","rows":0}');
  assert.equal(JSON.stringify(structuredClone(odd["rows"])), '[{"secret":"CANARY","plain":1}]');
  const harmless = extras(decode('{"odd":{"password":"","a":{"b":1}}}'))["odd"] as object;
  assert.deepEqual(Reflect.ownKeys(harmless), ["password", "a"]);
});

test("what models declare as sensitive is not shown in what nobody could read or knows, either", () => {
  const card: ModelSpec = {
    name: "Card",
    fields: [
      ["id", "integer"],
      ["expiry", "text"],
    ],
    sensitive: ["expiry"],
  };
  const spec: ModelSpec = { name: "Answer", fields: [["cards", { list: { model: () => card } }]] };
  for (const body of [
    '{"cards":{"7":{"id":1,"expiry":"CANARY"}}}',
    '{"cards":[["x",{"expiry":["CANARY"]}]]}',
    '{"data":{"Expiry":{"a":"CANARY"}}}',
    '{"expiry":"CANARY"}',
  ]) {
    const found = decode(body, spec);
    for (const each of [found, unparsed(found), extras(found), ...Object.values({ ...unparsed(found), ...extras(found) })]) {
      const text = typeof each === "object" ? inspect(each, { depth: 9 }) + JSON.stringify([each]) : "";
      assert.doesNotMatch(text, /CANARY/, body);
    }
    assert.match(JSON.stringify(reveal(unparsed(found))) + JSON.stringify(reveal(found)), /CANARY/);
  }
});

test("an object of an answer that is given as a parameter is told by its name", () => {
  const client = decode('{"id":1,"contacts":[{"id":2}]}');
  const fields = [{ wire: "id", kind: "integer" }] as const;
  const rows = { wire: "rows", kind: "object", shape: "list", fields } as const;
  for (const encoding of [{ kind: "php-serialize" }, { kind: "json-base64" }, { kind: "form" }] as const) {
    const given = new Map([["rows", client["contacts"]]]);
    assert.throws(
      () => encode({ ...READ, params: [{ ...rows, encoding }] }, given),
      /GetIt: rows\[0\] takes a plain object, not a Contact of an answer$/,
    );
  }
});
