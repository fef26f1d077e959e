/**
 * The JSON document in what a server really sends: behind a byte order mark, between PHP warnings.
 *
 * Vectors: tests/wire/body.json.
 */

import { textOf } from "./charset.js";
import { hasOutcome } from "./envelope.js";
import { JsonError, loads, loadsAt } from "./json_text.js";
import type { Json, JsonObject } from "./json_text.js";

/** An object or a list. */
export type Document = JsonObject | Json[];

// What a document can begin with: {"key", {}, [{ or []. The {x} of a script and the [0] of a message cannot.
const OPENING = /\{\s*["}]|\[\s*[{\]]/g;
// What may be left of true, false, null or a number where a text is cut off.
const CUT_OFF = /^(t(r(ue?)?)?|f(a(l(se?)?)?)?|n(u(ll?)?)?|-?[\d.eE+-]*|\\u?\w{0,4})$/;
// Parts that no answer stands in: what no reader of a page sees, and pages as a whole; and what ends each of them.
const HIDING = /<!--|<script\b|<!doctype html\b|<html\b/gi;
const HIDING_ENDS: Readonly<Record<string, RegExp>> = {
  "<!--": /-->/g,
  "<script": /<\/script/gi,
  "<html": /<\/html/gi,
  // One that is cut off, or that nothing ends, goes on to the end.
  "<!doctype html": /<\/html|$/gi,
};
const QUOTES = ['"', "'", "`"]; // of an attribute, or of what PHP prints of a text
// How often a search may fail before a page counts as one without a document. A failure costs a look at the whole text.
const FAILURES = 500;

/** The document. `noise` is the text around it, normally empty. */
export interface Found {
  readonly data: Document;
  readonly noise: string;
}

/**
 * The JSON document in the body, even with PHP warnings before or after it.
 *
 * null if there is none: an HTML page, nothing at all, a mere text, a document that breaks off.
 */
export function findJson(body: Uint8Array, contentType = ""): Found | null {
  const text = textOf(body, contentType);
  let data: Json;
  try {
    data = loads(text);
  } catch (error) {
    if (error instanceof JsonError) {
      return findInNoise(text);
    }
    throw error;
  }
  return isDocument(data) ? { data, noise: "" } : null;
}

function isDocument(data: Json): data is Document {
  return Array.isArray(data) || data instanceof Map;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly data: Document;
}

/**
 * The last document that is an envelope; without one, a document at either end of the text.
 *
 * What stands in an HTML page, a comment, a script or quotes is none.
 */
function findInNoise(text: string): Found | null {
  const all = spans(text).filter(({ start }) => !QUOTES.includes(text.charAt(start - 1)));
  const span = all.filter(({ data }) => hasOutcome(data)).at(-1) ?? all.filter((each) => isFramed(text, each)).at(-1);
  if (span === undefined) {
    return null;
  }
  const around = [text.slice(0, span.start).trim(), text.slice(span.end).trim()];
  return { data: span.data, noise: around.filter((part) => part !== "").join("\n") };
}

/**
 * Each document in the text, outermost only.
 *
 * One that breaks off ends the search: a document inside of it is not the answer.
 */
function spans(text: string): Span[] {
  const found: Span[] = [];
  const end = text.trimEnd().length;
  const shown = new Shown(text);
  let [position, failures] = [0, 0];
  while (failures < FAILURES) {
    OPENING.lastIndex = position;
    const start = OPENING.exec(text)?.index;
    if (start === undefined) {
      break;
    }
    const after = shown.after(position, start);
    if (after > start) {
      position = after;
      continue;
    }
    try {
      const [data, behind] = loadsAt(text, start);
      if (isDocument(data)) {
        found.push({ start, end: behind, data });
      }
      position = behind;
    } catch (error) {
      if (!(error instanceof JsonError)) {
        throw error;
      }
      if (error.why === "open text" || (error.why === "syntax" && breaksOff(text, error.position, end))) {
        break;
      }
      // What was read of a document that failed is not looked into: its parts are no answer.
      position = error.why === "too deep" ? start + 1 : Math.max(start + 1, error.position);
      failures += 1;
    }
  }
  return found;
}

/** A text without its pages, comments and scripts, of those that are closed. */
class Shown {
  readonly #text: string;
  readonly #unclosed = new Set<string>(); // those that no end follows: each is looked for once

  constructor(text: string) {
    this.#text = text;
  }

  /** `start`; or the end of the page, comment or script, begun since `position`, around it. */
  after(position: number, start: number): number {
    const before = this.#text.slice(position, start);
    let at = 0;
    while (position + at < start) {
      HIDING.lastIndex = at;
      const hiding = HIDING.exec(before);
      if (hiding === null) {
        break;
      }
      const begun = hiding.index + hiding[0].length;
      at = this.#endOf(hiding[0].toLowerCase(), position + begun) ?? position + begun;
      at -= position;
    }
    return Math.max(position + at, start);
  }

  #endOf(kind: string, from: number): number | null {
    const end = HIDING_ENDS[kind];
    if (end === undefined || this.#unclosed.has(kind)) {
      return null;
    }
    end.lastIndex = from;
    const found = end.exec(this.#text);
    if (found === null) {
      this.#unclosed.add(kind);
      return null;
    }
    return found.index + found[0].length;
  }
}

/** Whether a document that cannot be read from a position on is one that was cut off there. */
function breaksOff(text: string, position: number, end: number): boolean {
  return position >= end || (end - position <= 20 && CUT_OFF.test(text.slice(position, end)));
}

/**
 * Whether the document fills whole lines at one end of the text.
 *
 * A `[]` in the middle of a message does not, and the `[0]` of `array[0]` is no list of records.
 */
function isFramed(text: string, { start, end, data }: Span): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (before.trim() !== "" && after.trim() !== "") {
    return false;
  }
  const begins = ["", "\n", ">"].includes(lastLetter(before));
  const ends = ["", "\n", "<"].includes(after.replace(/^[ \t\r]+/, "").slice(0, 1));
  return begins && ends && (data instanceof Map || data.every((row) => row instanceof Map));
}

/** The last letter that is no blank. (A regular expression that ends in `$` would look at each run of blanks anew.) */
function lastLetter(text: string): string {
  let end = text.length;
  while (" \t".includes(text.charAt(end - 1)) && end > 0) {
    end -= 1;
  }
  return text.charAt(end - 1);
}
