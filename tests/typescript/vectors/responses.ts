/** How answers are read: body.json, envelope.json, errors.json, decode_*.json. */

import { UnreadableValueError } from "../../../generated/typescript/src/errors.js";
import { findJson } from "../../../generated/typescript/src/runtime/body.js";
import { read } from "../../../generated/typescript/src/runtime/decode.js";
import { envelope } from "../../../generated/typescript/src/runtime/envelope.js";
import { meaning } from "../../../generated/typescript/src/runtime/faults.js";
import { loads } from "../../../generated/typescript/src/runtime/json_text.js";
import { fieldOf, isModel, opened, reveal, unparsed } from "../../../generated/typescript/src/runtime/model.js";
import type { TypeSpec } from "../../../generated/typescript/src/runtime/schema.js";
import { raised, same, tells } from "./expect.js";
import { kindAt, operation, rowAt, textAt, untag } from "./values.js";
import type { Decimals, Row } from "./values.js";

/** The JSON document in a body, and the noise around it. */
export function body(vector: Row): void {
  const content = untag(vector.get("body"));
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : (content as Uint8Array);
  const found = findJson(bytes, vector.has("content_type") ? textAt(vector, "content_type") : "");
  if (vector.get("json") === null) {
    same(found, null, "document");
    return;
  }
  same(found?.data, loads(textAt(vector, "json")), "document");
  same(found?.noise, textAt(vector, "noise"), "noise");
}

/** What a document says about the call. */
export function envelopes(vector: Row): void {
  const names = ["outcome", "message", "warning", "more"];
  const [outcome, message, warning, more] = names.map((name) => vector.get(name) ?? null);
  same(envelope(loads(textAt(vector, "json"))), { outcome, message, warning, more }, "envelope");
}

/** The rule that fits a message first. */
export function errors(vector: Row): void {
  const found = meaning(textAt(vector, "message"));
  same(found?.kind ?? null, vector.get("class"), "class");
  const groups = Object.entries(found?.groups ?? {}).filter(([, text]) => text !== undefined);
  same(Object.fromEntries(groups), opened(rowAt(vector, "groups")), "groups");
}

/** One value. */
export function decodeScalars(vector: Row): void {
  const type = kindAt(vector, "kind");
  const answer = answerOf("value", type, textAt(vector, "json"), false);
  const expected = untag(vector.get("value"), decimalsOf(type));
  // A whole number beyond 2^53 is null, its digits kept.
  const isTooLarge = typeof expected === "bigint";
  same(fieldOf(answer, "value"), isTooLarge ? null : expected, "value");
  const kept = vector.get("unparsed") === true || isTooLarge;
  same(unparsed(answer), kept ? { value: opened(loads(textAt(vector, "json"))) } : {}, "unparsed");
  strictly("value", type, textAt(vector, "json"), kept, answer);
}

/** A list, in any of its shapes. */
export function decodeLists(vector: Row): void {
  const list = kindAt(vector, "item");
  compare({ list, ...(vector.has("wrapper") ? { wrapper: textAt(vector, "wrapper") } : {}) }, list, vector);
}

/** A map or an object. */
export function decodeMaps(vector: Row): void {
  const value = kindAt(vector, "of");
  compare(vector.get("shape") === "map" ? { map: value } : value, value, vector);
}

function compare(type: TypeSpec, inner: TypeSpec, vector: Row): void {
  const json = textAt(vector, "json");
  const answer = answerOf("items", type, json, false);
  same(reveal(fieldOf(answer, "items")), untag(vector.get("value"), decimalsOf(inner)), "value");
  same(allUnparsed(answer), unparsedOf(vector), "unparsed");
  strictly("items", type, json, vector.has("strict"), answer);
}

/** The model of an answer whose one field is the JSON text. */
function answerOf(name: string, type: TypeSpec, json: string, strict: boolean): object {
  const content = new TextEncoder().encode(`{"result":"success","${name}":${json}}`);
  const response: TypeSpec = { model: () => ({ name: "Answer", fields: [[name, type]] }) };
  return read(operation({ response }), content, strict) as object;
}

function strictly(name: string, type: TypeSpec, json: string, isRefused: boolean, answer: object): void {
  if (!isRefused) {
    same(reveal(answerOf(name, type, json, true)), reveal(answer), "strict reading");
    return;
  }
  const error = raised(() => answerOf(name, type, json, true), "strict reading");
  same(error.constructor, UnreadableValueError, "class");
  tells(error.message, [`DoIt: ${name}`], [], "the message");
}

function decimalsOf(type: TypeSpec): Decimals {
  return type === "any" ? "exact" : "plain";
}

/** What was kept, of the answer and of the objects in it. */
function allUnparsed(answer: object): object {
  const items = fieldOf(answer, "items") as object | null;
  const inner = isModel(items)
    ? [["items", items] as const]
    : Object.entries(items ?? {}).map(([key, item]) => [`items[${key}]`, item as unknown] as const);
  const kept = inner.map(([place, item]) => [place, isModel(item) ? unparsed(item) : {}] as const);
  return { ...unparsed(answer), ...Object.fromEntries(kept.filter(([, found]) => Object.keys(found).length > 0)) };
}

function unparsedOf(vector: Row): object {
  const exact = (text: unknown): unknown => opened(loads(String(text)));
  return Object.fromEntries(
    [...rowAt(vector, "unparsed")].map(([place, kept]) => {
      const fields = kept instanceof Map ? [...kept].map(([name, text]) => [name, exact(text)]) : null;
      return [place, fields === null ? exact(kept) : Object.fromEntries(fields)];
    }),
  );
}
