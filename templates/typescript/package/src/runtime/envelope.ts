/**
 * What a response says about the call: it worked, it failed, and why.
 *
 * An envelope is missing from some answers: then the data speaks for itself. Vectors: tests/wire/envelope.json.
 */

import * as dialect from "../dialect.js";
import type { Json, JsonObject } from "./json_text.js";
import { ExactNumber } from "./numbers.js";
import { isSecret, STARS } from "./secret.js";

/** `unknown` where it is no answer of the API: a mere text, another kind of result. */
export type Outcome = "success" | "error" | "unknown";

/**
 * The judgement over a response.
 *
 * message:  the server's words; of a success this may be data
 * warning:  what the server remarks beside the outcome
 * more:     what it says beside the message: the words of a registrar, where its own are general
 */
export interface Envelope {
  readonly outcome: Outcome;
  readonly message: string | null;
  readonly warning: string | null;
  readonly more: string | null;
}

// How far inside the texts of a message are looked for.
const DEEPEST = 9;

/**
 * The judgement over the JSON document of a response.
 *
 * The result decides. Without one, so does a status that is one of the result's words (any other status is data), or a
 * filled field named after an error. An object that has none of these, and a list, are data; but a list of nothing but
 * one error is that error.
 */
export function envelope(data: Json): Envelope {
  const only = Array.isArray(data) && data.length === 1 ? data[0] : undefined;
  if (only instanceof Map && isError(only)) {
    return envelope(only);
  }
  if (!(data instanceof Map)) {
    return { outcome: Array.isArray(data) ? "success" : "unknown", message: null, warning: null, more: null };
  }
  const found = dialect.ENVELOPE_MESSAGE.map((key) => textOf(data.get(key))).filter((text) => text !== null);
  const [message = null, ...more] = new Set(found);
  const warning = dialect.ENVELOPE_WARNING === null ? null : textOf(data.get(dialect.ENVELOPE_WARNING));
  const isFailure = warning !== null && !hasOutcome(data) && isBare(data);
  const outcome = isFailure ? "error" : outcomeOf(data);
  const told = message ?? (outcome === "error" ? warning : null);
  return { outcome, message: told, warning, more: more.join("; ") || null };
}

/** Whether there is nothing but words, and others: a failure that some servers tell as a warning. */
function isBare(data: JsonObject, ...others: (string | null)[]): boolean {
  const words = new Set([dialect.ENVELOPE_WARNING, ...dialect.ENVELOPE_MESSAGE, ...others]);
  return [...data.keys()].every((key) => words.has(key));
}

/** Whether the only row of a list is an envelope that says error, and no record with such a status. */
function isError(row: JsonObject): boolean {
  if (!hasOutcome(row) || outcomeOf(row) !== "error") {
    return false;
  }
  return hasResult(row) || isBare(row, dialect.ENVELOPE_RESULT, dialect.ENVELOPE_FALLBACK);
}

/** Whether the document says in so many words that the call worked or failed. */
export function hasOutcome(data: Json): boolean {
  return hasResult(data) || (data instanceof Map && word(data, dialect.ENVELOPE_FALLBACK) !== null);
}

/** Whether it says so by its result, and not by the status that stands in for one. */
export function hasResult(data: Json): boolean {
  return data instanceof Map && word(data, dialect.ENVELOPE_RESULT) !== null;
}

function outcomeOf(data: JsonObject): Outcome {
  const said = word(data, dialect.ENVELOPE_RESULT);
  if (said !== null) {
    return said;
  }
  const result = data.get(dialect.ENVELOPE_RESULT) ?? "";
  if (result !== "") {
    return "unknown";
  }
  const failed = [...dialect.ENVELOPE_ERROR].some((key) => textOf(data.get(key)) !== null);
  return word(data, dialect.ENVELOPE_FALLBACK) ?? (failed ? "error" : "success");
}

function word(data: JsonObject, key: string | null): "success" | "error" | null {
  const value = key === null ? undefined : data.get(key);
  // true and 1 are the words "true" and "1", where a dialect has them.
  const said = typeof value === "boolean" || typeof value === "number" ? String(value) : value;
  const text = typeof said === "string" ? said.trim().toLowerCase() : null;
  const isOneOf = (words: Iterable<string>): boolean => [...words].some((each) => each.toLowerCase() === text);
  return isOneOf(dialect.ENVELOPE_ERROR) ? "error" : isOneOf(dialect.ENVELOPE_SUCCESS) ? "success" : null;
}

/** A message as one text; those of a list or an object are joined, with stars for secrets. */
function textOf(value: Json | undefined): string | null {
  return texts(value ?? null, 0).join("; ") || null;
}

function texts(value: Json, level: number): string[] {
  if (typeof value === "string") {
    return [value.trim()].filter((text) => text !== "");
  }
  if (typeof value === "number" || value instanceof ExactNumber) {
    return [String(value)];
  }
  if (level >= DEEPEST || !(Array.isArray(value) || value instanceof Map)) {
    return [];
  }
  return [...value.entries()].flatMap(([key, item]) => {
    const found = texts(item, level + 1);
    return found.length > 0 && typeof key === "string" && isSecret(key) ? [STARS] : found;
  });
}
