/**
 * Text without secrets: `Password x7!q is wrong` -> `Password *** is wrong`.
 *
 * Servers echo what they were sent: in error messages, in debug pages. Whatever of an answer gets into an error goes
 * through here first, before it is shortened. A secret is found however it is spelled (see `spelling.ts`), and so is
 * the beginning of a long one that is cut off. One of less than four characters, such as a card's code, counts only
 * where it stands alone: masking every 1 of a text would help nobody. One that is hardly more than quotes is found only
 * as it was given.
 */

import * as dialect from "../dialect.js";
import { textOf } from "./charset.js";
import { behind, withoutNamed } from "./named.js";
import { STARS } from "./secret.js";
import { folded, joined, spelled } from "./spelling.js";
import type { Spelled } from "./spelling.js";

// Line breaks, terminal escapes, marks that reverse the direction of text.
const CONTROL = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu;
const SCRIPT = /<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const TAG = /<[^<>]*>/g;
const SHORT = 4;
const WORD = /[\p{L}\p{N}_]/u;
// PHP shows no more bytes than this of a text in its stack traces.
const CUT = 15;
// Numbers that people write in groups: of cards and of bank accounts.
const NUMBER = /^[\da-z]{0,4}(?:[ .-]?[\da-z]){8,34}$/i;
// What is looked at of a text, from its beginning; and what of that may end in a part of a secret.
const MOST = 1 << 18;
const MARGIN = 1000;

type Span = readonly [first: number, last: number];

/**
 * What to look for; an empty text is nothing.
 *
 * given:    in a text as it was sent
 * spelled:  in a text in the one spelling
 * head:     the beginning of that which may stand alone
 * number:   in a text whose numbers are in one piece
 * isShort:  counts only where it stands alone
 */
interface Secret {
  readonly given: string;
  readonly spelled: string;
  readonly head: string;
  readonly number: string;
  readonly isShort: boolean;
}

/** Replaces the given secrets, and values behind sensitive names: the dialect's and `names`. */
export class Mask {
  readonly #secrets: readonly Secret[];
  readonly #names: RegExp;

  constructor(secrets: Iterable<string> = [], names: Iterable<string> = []) {
    const stripped = new Set(Array.from(secrets, (secret) => secret.trim()).filter((secret) => secret !== ""));
    this.#secrets = [...stripped].map(secretOf);
    this.#names = behind(new Set([...dialect.SENSITIVE, ...names]));
  }

  /** The text with stars for the secrets; less its end, if it is very long. */
  over(text: string): string {
    const looked = text.slice(0, MOST);
    const pieces: string[] = [];
    let at = 0;
    for (const [first, last] of merged([...this.#spans(looked)])) {
      pieces.push(looked.slice(at, first), STARS);
      at = last;
    }
    const masked = pieces.join("") + looked.slice(at);
    return looked.length === text.length ? masked : masked.slice(0, -MARGIN);
  }

  /** The same, with whatever stands behind a sensitive name masked, too. */
  overAll(text: string): string {
    return withoutNamed(this.over(text), this.#names);
  }

  /** A line of what a server says, with whatever stands behind a sensitive name masked, too. */
  told(text: string, limit: number): string {
    return lineOf(this.overAll(text), limit);
  }

  /** One printable line of at most `limit` characters, secrets masked. */
  line(text: string, limit: number): string {
    return lineOf(this.over(text), limit);
  }

  /** The beginning of the text of a page: no tags, no scripts, secrets masked. */
  snippet(body: Uint8Array, contentType = "", limit = 200): string {
    const text = this.overAll(textOf(body, contentType));
    return lineOf(text.replace(SCRIPT, " ").replace(TAG, " "), limit);
  }

  /** Where the secrets are. */
  *#spans(text: string): Generator<Span, void, undefined> {
    if (this.#secrets.length === 0) {
      return;
    }
    const asSent = folded(text);
    const found = spelled(text);
    const inOnePiece = joined(found);
    for (const secret of this.#secrets) {
      const spans = [...places(asSent, secret.given), ...originals(found, places(found.text, secret.spelled))];
      yield* secret.isShort ? spans.filter((span) => isAlone(text, span)) : spans;
      yield* originals(found, beginnings(found.text, secret));
      yield* originals(inOnePiece, places(inOnePiece.text, secret.number));
    }
  }
}

function secretOf(secret: string): Secret {
  const found = spelled(secret);
  const whole = found.text.trim();
  const known = whole.length < SHORT && secret.length >= SHORT ? "" : whole;
  const cut = new TextDecoder().decode(new TextEncoder().encode(secret).slice(0, CUT)).replace(/\ufffd+$/, "");
  const head = spelled(cut).text.trim();
  const isHead = head.length >= SHORT && head.length < known.length && known.startsWith(head);
  const isNumber = NUMBER.test(secret) && (secret.match(/\d/g)?.length ?? 0) >= 8;
  return {
    given: folded(secret),
    spelled: known,
    head: isHead ? head : "",
    number: isNumber ? joined(found).text : "",
    isShort: secret.length < SHORT,
  };
}

function* places(text: string, part: string): Generator<Span> {
  for (let at = part === "" ? -1 : text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
    yield [at, at + part.length];
  }
}

/** Where the secret begins, up to where it goes on differently. */
function* beginnings(text: string, { head, spelled: whole }: Secret): Generator<Span> {
  let at = head === "" ? -1 : text.indexOf(head);
  while (at >= 0) {
    let length = head.length;
    while (length < whole.length && whole[length] === text[at + length]) {
      length += 1;
    }
    yield [at, at + length];
    at = text.indexOf(head, at + length);
  }
}

/** The places in the text as it was sent. */
function* originals(found: Spelled, spans: Iterable<Span>): Generator<Span> {
  for (const [first, last] of spans) {
    yield [found.starts[first] ?? 0, found.ends[last - 1] ?? 0];
  }
}

function isAlone(text: string, [first, last]: Span): boolean {
  return !WORD.test(text.charAt(first - 1)) && !WORD.test(text.charAt(last));
}

/** The same in order, none of them within or next to another. */
function merged(spans: Span[]): Span[] {
  const apart: [number, number][] = [];
  for (const [first, last] of spans.sort((one, other) => one[0] - other[0])) {
    const before = apart.at(-1);
    if (before !== undefined && first <= before[1]) {
      before[1] = Math.max(before[1], last);
    } else {
      apart.push([first, last]);
    }
  }
  return apart;
}

function lineOf(text: string, limit: number): string {
  const line = text.replace(CONTROL, " ").replace(/\s+/g, " ").trim();
  const letters = line.length <= limit ? [] : Array.from(line); // not half of one
  return letters.length <= limit ? line : `${letters.slice(0, limit - 3).join("")}...`;
}
