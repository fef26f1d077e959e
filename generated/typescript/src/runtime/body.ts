/**
 * The JSON document in what a server really sends: behind a byte order mark, between PHP warnings.
 *
 * A wrong answer is worse than none, so among other text only a document that stands alone is one: it fills whole
 * lines, and what is around it does not lead on to it or go on with it, as where a message quotes JSON. One with a
 * result may also begin or end the body, glued to a text that lacks a line's end, as hooks print it. Behind a line that
 * begins with a document that cannot be read nothing is looked for: nobody knows where it ends, and what follows may be
 * a part of it. Documents that contradict each other are no answer.
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
// What is in front of a part of something, "[" or "[body] =>", and behind one: "in /x.php".
const LEADS_ON = /(?:[[{(,]|=>|["'`][ \t]*:)$/;
const GOES_ON = /^(?:[\]}),:;=]|<\/|in \/|in [A-Z]:)/;
// The same in front, which may also be in front of an answer in a line of its own: "Output:", "<div>".
const INTRODUCES = /(?:[:=]|<(?![bh]r\b)[a-z][^<>]*>)$/i;
const GOES_ON_GLUED = /^(?:[\]}),:=]|<\/)/;
const QUOTES = ['"', "'", "`"];
const MOST_BROKEN = 100; // each that is tried takes time
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
  const all = placed(text, spans);
  if (all.some(({ span, place }) => place !== null && span.data === null)) {
    return null;
  }
  const known = all.filter(({ span, place }) => place !== null && mayAnswer(span.data));
  const alone = known.filter(({ place }) => place === "alone").map(({ span }) => span);
  const [first, last] = [text.length - text.trimStart().length, text.trimEnd().length];
  const atEnds = spans.filter(({ start, end }) => start === first || end === last);
  const glued = atEnds.filter((each) => !known.some(({ span }) => span === each) && isGlued(text, each));

  const inLines = alone.filter(({ data }) => hasResult(data));
  const others = [...known.map(({ span }) => span), ...glued].filter(({ data }) => hasResult(data));
  others.sort((one, other) => one.start - other.start);
  const withResult = inLines.length > 0 ? inLines : others;
  const without = alone.filter((span) => atEnds.includes(span));
  const chosen = withResult.at(-1) ?? without.filter(({ data }) => hasOutcome(data)).at(-1) ?? without.at(-1);
  const resultsAtEnds = atEnds.filter(({ data }) => hasResult(data));
  const judged = [...(withResult.length > 0 ? withResult : alone), ...resultsAtEnds];
  const outcomes = new Set(judged.map(({ data }) => envelope(data).outcome));
  if (chosen?.data == null || outcomes.size !== 1 || (resultsAtEnds.length > 0 && withResult.length === 0)) {
    return null;
  }
  if (isInside(text, spans, chosen)) {
    return null;
  }
  const around = [text.slice(0, chosen.start).trim(), text.slice(chosen.end).trim()];
  return { data: chosen.data, noise: around.filter((part) => part !== "").join("\n") };
}

/** Whether it may be an answer: of lists, one of records or of texts. Mixed ones are not. */
function mayAnswer(data: Document | null): boolean {
  return !Array.isArray(data) || isList(data);
}

function isList(rows: Json[]): boolean {
  return rows.every((row) => row instanceof Map) || rows.every((row) => typeof row === "string");
}

/** Whether a document that ends the text is glued to what is in front of it, or one that begins it. */
function isGlued(text: string, { start, end }: Span): boolean {
  const [before, after] = [text.slice(0, start).trimStart(), text.slice(end).trimEnd()];
  if (before !== "" && after !== "") {
    return false;
  }
  const tail = before.slice(-TAG);
  const isPart = LEADS_ON.test(tail) || INTRODUCES.test(tail) || GOES_ON_GLUED.test(after);
  const edge = before.slice(-1) || after.slice(0, 1);
  return !isPart && !QUOTES.includes(edge) && edge.trim() !== "";
}

/** Whether the text in front of a document, without others, opens brackets that it does not close. */
function isInside(text: string, spans: Span[], { start }: Span): boolean {
  const rest: string[] = [];
  let position = 0;
  for (const each of spans.filter((span) => span.start <= start)) {
    rest.push(text.slice(position, each.start));
    position = each.end;
    if (each.data === null) {
      rest.push(text.slice(each.start, each.end).trimEnd().slice(-1)); // it goes on, where its line ends in a bracket
    }
  }
  const count = (bracket: string) => rest.reduce((sum, part) => sum + part.split(bracket).length - 1, 0);
  return count("{") > count("}") || count("[") > count("]");
}

type Place = "alone" | "introduced" | null;

/** Each document with how it stands; those that share a line with nothing but each other alike. */
function placed(text: string, spans: Span[]): { span: Span; place: Place }[] {
  const blocks: { start: number; end: number; spans: Span[] }[] = [];
  for (const span of spans) {
    const block = blocks.at(-1);
    const between = block === undefined ? "\n" : text.slice(block.end, span.start);
    if (block === undefined || between.trim() !== "" || between.includes("\n")) {
      blocks.push({ start: span.start, end: span.end, spans: [span] });
    } else {
      block.spans.push(span);
      block.end = span.end;
    }
  }
  return blocks.flatMap((block, index) => {
    const previous = blocks[index - 1];
    // What cannot be read is a part of the text in front of the next one.
    const isBroken = previous?.spans.at(-1)?.data === null;
    const from = (isBroken ? previous.start : previous?.end) ?? 0;
    const after = text.slice(block.end, blocks[index + 1]?.start ?? text.length);
    const place = placeOf(text.slice(from, block.start), after);
    return block.spans.map((span) => ({ span, place }));
  });
}

/**
 * How stands what is between two texts.
 *
 * `alone`, where it fills whole lines and is no part of them; `introduced`, where the line before may lead on to it;
 * null for a part of them.
 */
function placeOf(before: string, after: string): Place {
  const [front, back] = [before.trimEnd(), after.trimStart()];
  const tail = front.slice(-TAG);
  const isFirst = before.includes("\n", front.length);
  const begins = front === "" || isFirst || NEW_LINE.test(tail);
  const ends =
    back === "" || back.startsWith("<") || after.slice(0, after.length - back.length).includes("\n");
  const isPart = LEADS_ON.test(tail) || GOES_ON.test(back);
  const isQuoted = QUOTES.includes(front.slice(-1)) && front.slice(-1) === back.charAt(0);
  if (isPart || isQuoted || !begins || !ends) {
    return null;
  }
  if (!INTRODUCES.test(tail)) {
    return "alone";
  }
  return isFirst ? "introduced" : null;
}

/**
 * Each document in the text, outermost only.
 *
 * One that cannot be read goes on to the end of its line; to that of the text, where it begins one, and where too many
 * others were before it.
 */
function documents(text: string): Span[] {
  const found: Span[] = [];
  const shown = new Shown(text);
  let [position, broken] = [0, 0];
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
    const [data, end] = orNull(() => loadsAt(text, start)) ?? [
      null,
      ++broken > MOST_BROKEN ? text.length : endOfBroken(text, position, start),
    ];
    found.push({ start, end, data: isDocument(data) ? data : null });
    position = end;
  }
}

/** Where a document that cannot be read ends, by what is in front of it from `position` on. */
function endOfBroken(text: string, position: number, start: number): number {
  const before = text.slice(position, start);
  const front = before.trimEnd();
  const begins = front === "" || before.includes("\n", front.length) || NEW_LINE.test(front.slice(-TAG));
  const lineEnd = begins ? -1 : text.indexOf("\n", start);
  return lineEnd < 0 ? text.length : lineEnd;
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
