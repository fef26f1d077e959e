/** Secrets in texts of servers: found in whichever spelling, in bounded time, and nothing else is taken for one. */

import assert from "node:assert/strict";
import test from "node:test";

import * as decode from "../../generated/typescript/src/runtime/decode.js";
import { Mask } from "../../generated/typescript/src/runtime/mask.js";
import type { ModelSpec, Operation } from "../../generated/typescript/src/runtime/schema.js";
import { Session } from "../../generated/typescript/src/runtime/session.js";
import { answer, CREDENTIALS, failure, shown } from "./support.js";

const SECRET = "it's-s3cret \"<b>\" é&/\\+x";

const addslashes = (text: string): string => text.replace(/[\\'"]/g, "\\$&");
const htmlspecialchars = (text: string): string => text.replace(/[&<>"']/g, (each) => `&#0${String(each.charCodeAt(0))};`);
const htmlentities = (text: string): string => htmlspecialchars(text).replaceAll("é", "&eacute;");
const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const SPELLINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  addslashes,
  (text) => addslashes(addslashes(text)),
  (text) => text.replaceAll("'", "''"),
  htmlspecialchars,
  htmlentities,
  (text) => text.replaceAll("&", "&amp;").replaceAll("'", "&apos;").replaceAll('"', "&quot;").replaceAll("<", "&lt;"),
  encodeURIComponent,
  (text) => new URLSearchParams([["", text]]).toString().slice(1).toLowerCase(),
  (text) => json(text).replaceAll("/", "\\/"),
  (text) => json(text).replace(/[^ -~]|[<>&']/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`),
  (text) => json(addslashes(text)),
  (text) => encodeURIComponent(htmlentities(text)),
  (text) => json(htmlentities(encodeURIComponent(text))),
];

test("masks a secret in every spelling", () => {
  const mask = new Mask([SECRET]);
  for (const spelling of SPELLINGS) {
    for (const around of ["@", "before @ after", "query='@'", '{"message":"@"}', "x=@&y=1"]) {
      const text = around.replace("@", () => spelling(SECRET));
      assert.equal(mask.over(text), around.replace("@", "***"), text);
    }
  }
});

test("masks numbers in groups, short secrets where they stand alone, and beginnings", () => {
  const card = new Mask(["4111111111111111"]);
  assert.equal(card.over("4111 1111 1111 1111, 4111-1111-1111-1111: no"), "***, ***: no");
  assert.equal(card.over("************1111"), "************1111");
  assert.equal(new Mask(["123"]).over("CVV 123, cvv=123&x 91234 123é"), "CVV ***, cvv=***&x 91234 123é");
  assert.equal(new Mask(["correct-horse battery"]).over("login('correct-horse b...')"), "login('***...')");
  assert.equal(new Mask(["пароль-очень-длинный"]).over("login('пароль-о...')"), "login('***...')");
});

test("leaves texts without a secret as they are", () => {
  const text = "It is \\o/ &amp; 100%25 \\u0041 'best estate' 12 34";
  assert.equal(new Mask(["hunter2", "test", "1234", "x'y'z", "", " ", "'", "a''''"]).over(text), text);
});

test("takes time in proportion to a text, and looks at so much of it", () => {
  const mask = new Mask([SECRET, "4111111111111111", `${"4".repeat(400)}x`, "s3cret ".repeat(2000), "\\'".repeat(50)]);
  const units = ["&#39;", "\\", "'", "a'", "<b", "&", "&amp;", "%25", "%41", "\\u0027", " ", "<br ", "<script ", "s3cret ", "4111-"];
  for (const unit of [...units, "4", "password ", 'password":{', "[password] => Array(", 'password="\\', "(", "é"]) {
    const text = unit.repeat(3_000_000 / unit.length);
    const started = process.cpuUsage();
    mask.snippet(new TextEncoder().encode(text));
    mask.told(text, 1000);
    const { user } = process.cpuUsage(started);
    assert.ok(user < 8_000_000, `${unit}: ${String(user)}`);
  }
  const cut = `${"x".repeat((1 << 18) - 6)} hunter2-hunter3`;
  assert.ok(!new Mask(["hunter2-hunter3"]).line(cut, 1 << 19).includes("hunter"));
});

const CARD: ModelSpec = { name: "Card", fields: [["expiry", "text"]], sensitive: ["expiry"] };
const SPEC: ModelSpec = {
  name: "Answer",
  fields: [
    ["id", "integer"],
    ["cards", { list: { model: () => CARD } }],
  ],
};
const OPERATION: Operation = {
  action: "DoIt",
  group: "",
  effect: "read",
  params: [
    { wire: "settings", kind: "any", shape: "map", encoding: { kind: "php-serialize" } },
    {
      wire: "rows",
      kind: "object",
      shape: "list",
      fields: [{ wire: "pin", kind: "text", sensitive: true }],
    },
  ],
  response: { model: () => SPEC },
};

test("shows nothing that the models of an answer declare as sensitive", async () => {
  const bodies = [
    '{"result":"success","data":{"expiry":"CANARY',
    'Warning: x\n{"result":"success","expiry":["CANARY", "]"]',
    '{"result":"okay","Expiry":{"a":"CANARY"}}',
    '{"result":"success","id":{"expiry":"CANARY"}}',
    '{"result":"success","cards":[["x",{"expiry":"CANARY"}]]}',
  ];
  for (const body of bodies) {
    const session = new Session("https://x.example", CREDENTIALS, { strict: true, retries: 0, fetch: async () => Promise.resolve(answer(body)) });
    const error = await failure(session.call(OPERATION, {}));
    assert.doesNotMatch(shown(error), /CANARY/);
    assert.match(error.message, /\*\*\*/);
  }
  assert.throws(() => decode.read(OPERATION, new TextEncoder().encode(bodies[3]), true), (error) => !shown(error).includes("CANARY"));
});

test("masks what was sent inside of encoded data, as keys and in paths, before it is shortened", async () => {
  const secret = "correct horse battery 'staple' and more that nobody reads";
  for (const given of [{ settings: { a: [{ password: secret }] } }, { rows: [{ pin: secret }] }]) {
    for (const body of [{ id: secret }, { id: [`${"x".repeat(20)}${secret}`] }, { cards: { [secret]: 1, b: 2 } }, { id: { [secret]: 1 } }]) {
      const session = new Session("https://x.example", CREDENTIALS, {
        strict: true,
        retries: 0,
        fetch: async () => Promise.resolve(answer({ result: "success", ...body })),
      });
      const error = await failure(session.call(OPERATION, given));
      assert.equal(error.name, "UnreadableValueError");
      assert.doesNotMatch(shown(error), /corre|horse|staple/);
    }
  }
});

test("does not show keys below a sensitive name", async () => {
  const session = new Session("https://x.example", CREDENTIALS, { fetch: () => assert.fail("sent") });
  const error = await failure(session.call(OPERATION, { settings: { password: { CANARY: Symbol("x") } } }));
  assert.doesNotMatch(shown(error), /CANARY/);
});
