/**
 * The JSON document in what a server really sends: behind a byte order mark, between PHP warnings.
 *
 * A wrong answer is worse than none, so among other text only a document that stands alone is one: it fills whole
 * lines, and what is around it does not lead on to it or go on with it, as where a message quotes JSON. The only one
 * may also be glued to the end or the start of a text that lacks a line's end, as hooks print it. Behind a document
 * that cannot be read to its end nothing is looked for: nobody knows where it ends, and what follows may be a part of
 * it. Documents that contradict each other are no answer.
 *
 * Vectors: tests/wire/body.json.
 */

import { textOf } from "./charset.js";
import { envelope, hasOutcome, hasResult } from "./envelope.js";
import { JsonError, loads, loadsAt } from "./json_text.js";
import type { Json, JsonObject } from "./json_text.js";

/** An object or a list. */
export type Document = JsonObject | Json[];

const SPACE = /[ \t\r\n]*/.source;
const TEXT = /"(?:[^"\\]|\\.){0,200}"/.source;
const OBJECT = `\\{${SPACE}(?:\\}|${TEXT}${SPACE}:)`;
// What a document begins with. The {x} of a script and the [0] of a message are none. At the start of a line less of
// one is enough: it may be an answer that is broken from its first key on.
const OPENING = new RegExp(
  `(?<![^\\n])(?:\\{${SPACE}"|\\[${SPACE}[{"\\]])|${OBJECT}|\\[${SPACE}(?:\\]|${OBJECT}|${TEXT}${SPACE}[,\\]])`,
  "gs",
);
// Parts that no answer stands in: what no reader of a page sees, and pages as a whole; and what ends each of them.
const HIDING = /<!--|<script\b|<!doctype html\b|<html\b/gi;
const HIDING_ENDS: Readonly<Record<string, RegExp>> = {
  "<!--": /-->/g,
  "<script": /<\/script/gi,
  "<html": /<\/html/gi,
  // One that is cut off, or that nothing ends, goes on to the end.
  "<!doctype html": /<\/html|$/gi,
};
// Tags that a new line begins behind.
const NEW_LINE = /(?:-->|<[bh]r\b[^<>]*>|<\/(?:div|html|p|pre|script|style|table)[ \t\r\n]*>)$/i;
// What is in front of a part of something: "gateway said:", "[", "[body] =>", "<pre>"; and behind one: "in /x.php".
const LEADS_ON = /(?:[[{(,:=]|=>|<(?![bh]r\b)[a-z][^<>]*>)$/i;
const GOES_ON = /^(?:[\]}),;:=]|<\/|in \/|in [A-Z]:)/;
const QUOTES = ['"', "'", "`"];
// The end of a text that lacks a line's end, and the start of one behind such a line.
const GLUED_END = /(?:[a-z0-9_.!]|<\/[a-z0-9]{1,20}>)$/i;
const GLUED_START = /^[a-z0-9_]/i;
const TAG = 200; // a tag that is longer is not looked at

/** The document. `noise` is the text around it, normally empty. */
export interface Found {
  readonly data: Document;
  readonly noise: string;
}

/**
 * The JSON document in the body, even with PHP warnings before or after it.
 *
 * null if there is none: an HTML page, nothing at all, a mere text, a document that breaks off. The body is read about
 * twice, whatever it holds.
 */
export function findJson(body: Uint8Array, contentType = ""): Found | null {
  const text = textOf(body, contentType);
  const data = orNull(() => loads(text));
  if (data === null) {
    return findInNoise(text);
  }
  return isDocument(data) ? { data, noise: "" } : null;
}

/** What was read; null where it is no JSON. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof JsonError) {
      return null;
    }
    throw error;
  }
}

function isDocument(data: Json): data is Document {
  return Array.isArray(data) || data instanceof Map;
}

/** Where a document stands. `data` is null where it cannot be read. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly data: Document | null;
}

/** The last document that has a result; without one, a document at either end of the text. */
function findInNoise(text: string): Found | null {
  const spans = documents(text);
  const only = spans.length === 1 ? spans[0] : undefined;
  let all = alone(text, spans).filter(({ data }) => !Array.isArray(data) || isList(data));
  if (all.length === 0 && only !== undefined && isGlued(text, only)) {
    all = spans;
  }
  const withResult = all.filter(({ data }) => hasResult(data));
  const outcomes = new Set((withResult.length ? withResult : all).map(({ data }) => envelope(data).outcome));
  if (outcomes.size !== 1 || all.some(({ data }) => data === null)) {
    return null;
  }
  const [first, last] = [text.length - text.trimStart().length, text.trimEnd().length];
  const atEnds = all.filter(({ start, end }) => start === first || end === last);
  const chosen = withResult.at(-1) ?? atEnds.filter(({ data }) => hasOutcome(data)).at(-1) ?? atEnds.at(-1);
  if (chosen?.data == null) {
    return null;
  }
  const around = [text.slice(0, chosen.start).trim(), text.slice(chosen.end).trim()];
  return { data: chosen.data, noise: around.filter((part) => part !== "").join("\n") };
}

/** Whether a list may be an answer: one of records or of texts. Mixed ones are not. */
function isList(rows: Json[]): boolean {
  return rows.every((row) => row instanceof Map) || rows.every((row) => typeof row === "string");
}

/** Whether a document with a result stands directly behind a text, or in front of one. */
function isGlued(text: string, { start, end, data }: Span): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const tail = before.slice(-TAG);
  const behind = GLUED_END.test(tail) && !LEADS_ON.test(tail) && standsAlone("", after);
  const ahead = GLUED_START.test(after) && standsAlone(before, "");
  return hasResult(data) && (behind || ahead);
}

/** The documents that stand alone, also those that share a line with nothing but each other. */
function alone(text: string, all: Span[]): Span[] {
  const blocks: { start: number; end: number; spans: Span[] }[] = [];
  for (const span of all) {
    const block = blocks.at(-1);
    const between = block === undefined ? "\n" : text.slice(block.end, span.start);
    if (block === undefined || between.trim() !== "" || between.includes("\n")) {
      blocks.push({ start: span.start, end: span.end, spans: [span] });
    } else {
      block.spans.push(span);
      block.end = span.end;
    }
  }
  return blocks.flatMap(({ start, end, spans }, index) => {
    const before = text.slice(blocks[index - 1]?.end ?? 0, start);
    const after = text.slice(end, blocks[index + 1]?.start ?? text.length);
    return standsAlone(before, after) ? spans : [];
  });
}

/** Whether what is between two texts fills whole lines, and is no part of them. */
function standsAlone(before: string, after: string): boolean {
  const [front, back] = [before.trimEnd(), after.trimStart()];
  const tail = front.slice(-TAG);
  const begins = front === "" || before.includes("\n", front.length) || NEW_LINE.test(tail);
  const ends =
    back === "" || back.startsWith("<") || after.slice(0, after.length - back.length).includes("\n");
  const isPart = LEADS_ON.test(tail) || GOES_ON.test(back);
  const isQuoted = QUOTES.includes(front.slice(-1)) && front.slice(-1) === back.charAt(0);
  return begins && ends && !isPart && !isQuoted;
}

/** Each document in the text, outermost only. One that cannot be read is the last: it goes on to the end. */
function documents(text: string): Span[] {
  const found: Span[] = [];
  const shown = new Shown(text);
  let position = 0;
  for (;;) {
    OPENING.lastIndex = position;
    const start = OPENING.exec(text)?.index;
    if (start === undefined) {
      return found;
    }
    const after = shown.after(position, start);
    if (after > start) {
      position = after;
      continue;
    }
    const [data, end] = orNull(() => loadsAt(text, start)) ?? [null, text.length];
    found.push({ start, end, data: isDocument(data) ? data : null });
    position = end;
  }
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
